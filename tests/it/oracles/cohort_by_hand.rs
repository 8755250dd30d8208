//! One cohort worked by hand, three years long (also in `docs/METHOD.md`).
//!
//! 1,000 women aged 60. Mortality 0.010, 0.011, 0.012 at 60, 61, 62; disability 0.1. One disease: incidence 0.02, no
//! remission, case fatality 0.1, 5% ill at 60, disability weight 0.2. The change halves incidence.
//!
//! Without remission the year has a short form: well at the end = well x exp(-i), ill at the end = ill x exp(-f) +
//! well x i / (f - i) x (exp(-i) - exp(-f)).
//!
//! *Year 0*, age 60: no disease moves. q = 1 - exp(-0.010) = 0.009950166; 9.950166 die; 995.024917 person-years;
//! x 0.9 = 895.522425 healthy years; both sides alike.
//!
//! *Year 1*, age 61, from 0.95 well and 0.05 ill:
//!
//! | | baseline, i = 0.02 | changed, i = 0.01 |
//! |---|---|---|
//! | well at the end | 0.95 x 0.980198673 = 0.931188740 | 0.95 x 0.990049834 = 0.940547342 |
//! | ill at the end | 0.05 x 0.904837418 + 0.95 x 0.25 x 0.075361255 = 0.063140169 | 0.054236515 |
//! | survived the disease | 0.994328909 | 0.994783857 |
//! | prevalence | 0.063500285 | 0.054520904 |
//! | mean prevalence | (0.05 + 0.063140169) / 1.994328909 = 0.056730948 | 0.052254541 |
//!
//! Mortality changes by ln(0.994328909 / 0.994783857) = -0.000457438, to 0.010542562; disability by
//! 0.2 x (0.052254541 - 0.056730948) = -0.000895281, to 0.099104719.
//!
//! *Year 2*, age 62, goes on from those prevalences: mortality changes by -0.001306880, disability by -0.002595994.
//!
//! The digits below were worked with thirty, outside this program.

use headwater::model::life_table::{BySexAge, Change, DiseaseChange, DiseaseTable, LifeTableInputs, Side, run};
use headwater::strata::AGES;

use crate::support::close::assert_close;

fn everywhere(value: f64) -> BySexAge {
    [vec![value; AGES], vec![value; AGES]]
}

fn inputs() -> LifeTableInputs {
    let mut population = everywhere(0.0);
    population[0][60] = 1000.0;
    let mut mortality_rate = everywhere(0.5);
    mortality_rate[0][60..63].copy_from_slice(&[0.010, 0.011, 0.012]);
    let disease = DiseaseTable {
        name: "d".into(),
        incidence_rate: everywhere(0.02),
        remission_rate: everywhere(0.0),
        case_fatality_rate: everywhere(0.1),
        prevalence_share: everywhere(0.05),
        disability_rate: everywhere(0.2),
    };
    LifeTableInputs { population, mortality_rate, disability_rate: everywhere(0.1), diseases: vec![disease] }
}

fn numbers(side: Side) -> [f64; 6] {
    [side.alive, side.deaths, side.person_years, side.healthy_years, side.mortality_rate, side.disability_rate]
}

/// By year: baseline, changed (alive, deaths, person-years, healthy years, mortality, disability), prevalence of both.
const WORKED: [([f64; 6], [f64; 6], [f64; 2]); 3] = [
    (
        [1000.0, 9.950166250831946, 995.024916874584, 895.5224251871256, 0.010, 0.1],
        [1000.0, 9.950166250831946, 995.024916874584, 895.5224251871256, 0.010, 0.1],
        [0.05, 0.05],
    ),
    (
        [990.0498337491681, 10.83086917970847, 984.6343991593138, 886.1709592433824, 0.011, 0.1],
        [
            990.0498337491681,
            10.38283445367084,
            984.8584165223326,
            887.254300239395,
            0.010_542_561_698_725_71,
            0.099_104_718_653_459_74,
        ],
        [0.063_500_284_944_009, 0.054_520_903_620_899],
    ),
    (
        [979.2189645694596, 11.68040498042758, 973.3787620792458, 876.0408858713212, 0.012, 0.1],
        [
            979.6669992954972,
            10.41988694071299,
            974.4570558251407,
            879.5410352083512,
            0.010_693_119_994_191_05,
            0.097_404_005_696_708_16,
        ],
        [0.075_626_444_651_317, 0.058_615_228_576_513],
    ),
];

#[test]
fn the_engine_agrees_with_the_cohort_worked_by_hand() {
    let change = Change { mortality: 1.0, diseases: vec![DiseaseChange { incidence: 0.5, ..DiseaseChange::NONE }] };
    let mut years = 0;
    run(&inputs(), &change, 62, |row| {
        let (base, changed, prevalence) = WORKED[row.year];
        assert_eq!(row.age, 60 + row.year);
        let found =
            numbers(row.base).into_iter().chain(numbers(row.changed)).chain([row.prevalence[0].0, row.prevalence[0].1]);
        for (found, expected) in found.zip(base.into_iter().chain(changed).chain(prevalence)) {
            // Fourteen digits were written down.
            assert_close(found, expected, 2e-14, &format!("year {}", row.year));
        }
        years += 1;
    })
    .unwrap();
    assert_eq!(years, WORKED.len());
}
