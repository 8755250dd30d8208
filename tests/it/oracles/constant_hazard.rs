//! Closed forms of a table whose mortality never changes.

use headwater::model::life_table::{
    BySexAge, Change, DiseaseChange, DiseaseTable, LifeTableInputs, healthy_life_expectancy, life_expectancy, run,
};
use headwater::strata::AGES;

use crate::support::close::assert_close;

const HAZARD: f64 = 0.02;

fn everywhere(value: f64) -> BySexAge {
    [vec![value; AGES], vec![value; AGES]]
}

/// One woman of age 0 under a constant hazard, with at most one disease that moves nothing.
fn one_newborn(diseases: Vec<DiseaseTable>) -> LifeTableInputs {
    let mut population = everywhere(0.0);
    population[0][0] = 1.0;
    LifeTableInputs { population, mortality_rate: everywhere(HAZARD), disability_rate: everywhere(0.25), diseases }
}

fn person_years(inputs: &LifeTableInputs, factor: f64) -> (f64, f64) {
    let change = Change { mortality: 1.0, diseases: vec![DiseaseChange { incidence: factor, ..DiseaseChange::NONE }] };
    let change = Change { diseases: change.diseases[..inputs.diseases.len()].to_vec(), ..change };
    let mut lived = (0.0, 0.0);
    run(inputs, &change, 110, |row| {
        lived.0 += row.base.person_years;
        lived.1 += row.changed.person_years;
    })
    .unwrap();
    lived
}

#[test]
fn unbounded_it_is_one_over_q_less_half_a_year() {
    // q = 1 - exp(-0.02) = 0.0198013...; 1 / q - 1 / 2 = 50.0016667 (model.md, typed checks).
    assert_close(life_expectancy(&[HAZARD; AGES], 0), 50.001_666_7, 1e-9, "life expectancy");
    assert_close(life_expectancy(&[HAZARD; AGES], 65), 50.001_666_7, 1e-9, "the same at every age");
}

#[test]
fn cut_at_age_110_it_is_44_57() {
    // 50.0016667 x (1 - exp(-0.02 x 111)) = 44.5714: ages 0 to 110 are 111 years.
    let exact = 50.001_666_663_3 * (1.0 - headwater::math::exp(-HAZARD * 111.0));
    assert_close(exact, 44.57, 0.0001, "the worked figure");
    assert_close(person_years(&one_newborn(Vec::new()), 1.0).0, exact, 1e-9, "years lived by a newborn until 110");
}

#[test]
fn healthy_years_are_the_healthy_share_of_all_years() {
    let healthy = healthy_life_expectancy(&[HAZARD; AGES], &[0.25; AGES], 0);
    assert_close(healthy, 0.75 * 50.001_666_7, 1e-9, "three quarters");
}

#[test]
fn a_disease_that_kills_nobody_takes_no_years() {
    let table = DiseaseTable {
        name: "cold".into(),
        incidence_rate: everywhere(2.0),
        remission_rate: everywhere(30.0),
        case_fatality_rate: everywhere(0.0),
        prevalence_share: everywhere(1.0),
        disability_rate: everywhere(0.0),
    };
    let (base, changed) = person_years(&one_newborn(vec![table]), 0.1);
    assert_eq!(changed, base, "years lived when incidence falls tenfold");
}

#[test]
fn a_disease_that_is_all_of_mortality_can_be_taken_away() {
    // Everybody is ill from the start and dies of nothing else: mortality is the case fatality, and without it there is none.
    let table = DiseaseTable {
        name: "all".into(),
        incidence_rate: everywhere(0.0),
        remission_rate: everywhere(0.0),
        case_fatality_rate: everywhere(HAZARD),
        prevalence_share: everywhere(1.0),
        disability_rate: everywhere(0.0),
    };
    let inputs = one_newborn(vec![table]);
    let change = Change { mortality: 1.0, diseases: vec![DiseaseChange { case_fatality: 0.0, ..DiseaseChange::NONE }] };
    run(&inputs, &change, 110, |row| {
        let expected = if row.year == 0 { HAZARD } else { 0.0 };
        assert!(
            (row.changed.mortality_rate - expected).abs() < 1e-15,
            "year {}: {}",
            row.year,
            row.changed.mortality_rate
        );
    })
    .unwrap_or_else(|faults| panic!("the last digit of a difference is no negative mortality: {faults}"));
}

#[test]
fn a_disease_nobody_catches_cannot_be_prevented() {
    let table = DiseaseTable {
        name: "none".into(),
        incidence_rate: everywhere(0.0),
        remission_rate: everywhere(0.3),
        case_fatality_rate: everywhere(0.5),
        prevalence_share: everywhere(0.0),
        disability_rate: everywhere(0.4),
    };
    let (base, changed) = person_years(&one_newborn(vec![table]), 0.0);
    assert_eq!(base, changed);
}
