//! The rows of diseases behind scenarios against the exact step of `three_state`, age by age: another code path.

use headwater::model::disease::DiseaseTrack;
use headwater::model::tables::{ByAge, DiseaseRates};
use headwater::model::what_if::course::{BaseCourse, Course, RowChange};
use headwater::strata::{AGES, QUINTILES, SEXES, Sex};

use crate::support::shipped::tables;

const YEARS: usize = 40;
/// Beyond the longest horizon the baseline forgets ages nobody is in any more.
const LONGEST: usize = 30;
/// Both paths are exact but for rounding, which forty years of steps add up.
const ROUNDING: f64 = 1e-12;

/// Incidence a tenth lower at working age, a little higher in the old: any pattern will do.
fn keep() -> ByAge {
    std::array::from_fn(|age| match age {
        30..=64 => 0.9,
        80.. => 1.02,
        _ => 1.0,
    })
}

fn assert_row(course: &RowChange, track: &DiseaseTrack<'_, 2>, at: &str) {
    for (age, year) in track.by_age().iter().enumerate().take(AGES) {
        let new = year.incidence_rate[1] * (1.0 - year.mean_prevalence[1])
            - year.incidence_rate[0] * (1.0 - year.mean_prevalence[0]);
        for (what, ours, theirs) in [
            ("mean prevalence", course.ill[age], year.mean_prevalence[1] - year.mean_prevalence[0]),
            ("prevalence", course.living[age], year.prevalence[1] - year.prevalence[0]),
            ("mortality", course.dying[age], year.mortality_rate[1] - year.mortality_rate[0]),
            ("new cases", course.new[age], new),
        ] {
            assert!((ours - theirs).abs() <= ROUNDING, "{at}, age {age}, {what}: {ours:e} against {theirs:e}");
        }
    }
}

/// Every row of the diseases with some incidence taken away, year by year beside the exact step.
fn compare(diseases: &[DiseaseRates], keep: &ByAge) {
    let base = BaseCourse::new(diseases, tables().mortality_trend);
    for (disease, rates) in diseases.iter().enumerate() {
        for sex in rates.sexes.iter().copied() {
            for quintile in 0..QUINTILES {
                let mut track = DiseaseTrack::<2>::stationary(rates, sex, quintile);
                let mut course = Course::new(&base);
                let mut change = RowChange::NOTHING;
                for t in 1..LONGEST {
                    let trend = base.trend_of(t);
                    track.step_changed([trend; 2], 0, |age| [1.0, keep[age]]);
                    let at = (disease, sex.index(), quintile);
                    assert!(course.year(&base, t, at, (0, false), Some(keep), &mut change));
                    assert_row(&change, &track, &format!("{} {sex} fifth {} year {t}", rates.id, quintile + 1));
                }
            }
        }
    }
}

#[test]
fn rows_of_ages_agree_with_the_exact_step() {
    compare(&tables().diseases, &keep());
}

/// No shipped disease is of men alone, or of children.
#[test]
fn so_do_those_of_a_disease_of_men_and_of_one_from_birth() {
    let shipped = &tables().diseases;
    let from_birth = |rates: &DiseaseRates| {
        let mut rates = DiseaseRates { first_age: 0, ..rates.clone() };
        let DiseaseRates { incidence_rate, remission_rate, case_fatality_rate, stored_prevalence, .. } = &mut rates;
        for cells in [incidence_rate, remission_rate, case_fatality_rate, stored_prevalence] {
            cells.iter_mut().flatten().for_each(|row| {
                let first = row[20];
                row[..20].fill(first);
            });
        }
        rates
    };
    let men = DiseaseRates { sexes: vec![Sex::Male], ..shipped[0].clone() };
    let all = [from_birth(&shipped[1]), men.clone(), from_birth(&men), shipped[2].clone()];
    let mut keep = keep();
    compare(&all, &keep);
    keep[0] = 0.9;
    compare(&all, &keep);
}

#[test]
fn what_nothing_changes_is_left_alone_and_what_comes_back_differs_by_exactly_nothing() {
    let tables = tables();
    let base = BaseCourse::new(&tables.diseases, tables.mortality_trend);
    let mut course = Course::new(&base);
    let mut change = RowChange::NOTHING;
    for t in 1..YEARS {
        for sex in SEXES.into_iter().filter(|sex| base.follows(0, sex.index())) {
            let at = (0, sex.index(), 0);
            assert!(!course.year(&base, t, at, (0, false), Some(&[1.0; AGES]), &mut change), "year {t}");
        }
    }
    assert_eq!(change, RowChange::NOTHING);
}
