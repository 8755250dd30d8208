//! The baseline of an ageing country rises.

use headwater::strata::SEXES;
use headwater::value::outcomes::Selection;

use super::{SAMPLE, diseases, shipped};

/// 2026 and 2043, the first year and the last projected one.
const FIRST: usize = 0;
const LAST: usize = 17;

fn growth(id: &str) -> f64 {
    shipped::total(shipped::england(), id, LAST) / shipped::total(shipped::england(), id, FIRST)
}

#[test]
fn an_ageing_england_has_more_deaths_admissions_nights_and_illness() {
    for id in ["population", "deaths", "emergency_admissions", "bed_days", "ae_attendances", "money.acute_hospital_gbp"]
    {
        assert!(growth(id) > 1.02, "{id}: {}", growth(id));
    }
    // Age is what raises them: use by the old grows faster than the number of people.
    assert!(growth("bed_days") > growth("emergency_admissions"));
    assert!(growth("emergency_admissions") > growth("ae_attendances"));
    assert!(growth("ae_attendances") > growth("population"));
    for disease in diseases() {
        let id = format!("living_with.{disease}");
        assert!(growth(&id) > 1.0, "{id}: {}", growth(&id));
    }
}

#[test]
fn the_rise_in_illness_is_of_the_published_size() {
    // Health Foundation 2023 (validation_targets_16): people with major illness 6.6 to 9.1 million, 2019 to 2040, a rise of
    // 38% in 21 years, of which four fifths ageing: about 24% in 17 years. It counts more illnesses than our six, and ours
    // fall by a trend theirs has not: the same direction, not above it, and not a small part of it.
    let people =
        |year| diseases().map(|id| shipped::total(shipped::england(), &format!("living_with.{id}"), year)).sum::<f64>();
    let (now, then) = (people(FIRST), people(LAST));
    assert!((1.08..1.24).contains(&(then / now)), "{now} to {then}: {}", then / now);
    assert!((0.5e6..2.5e6).contains(&(then - now)), "{} more", then - now);
}

#[test]
fn life_expectancy_rises_with_the_trend_and_by_a_believable_amount() {
    for sex in SEXES {
        let of_sex = Selection { sex: Some(sex), ..Selection::default() };
        let life = |year| shipped::value(shipped::england(), "life_expectancy_birth", year, of_sex);
        let years = life(LAST) - life(FIRST);
        // A fall of 1% a year is worth about a tenth of a year of life each year.
        assert!((1.0..2.5).contains(&years), "{sex}: {years} years in 17");
    }
}

#[test]
fn nothing_jumps_from_one_year_to_the_next() {
    for code in SAMPLE {
        let run = shipped::run(&[code], 30);
        for series in &run.series {
            for year in 1..30 {
                let (Some(before), Some(after)) = (series.total(year - 1), series.total(year)) else { continue };
                let step = (after / before - 1.0).abs();
                assert!(step < 0.06, "{code} {} year {year}: {before} to {after}", series.info.id);
            }
        }
    }
}

#[test]
fn residents_are_held_after_the_last_projected_year_and_the_run_says_so() {
    let run = shipped::run(&[shipped::OLDHAM], 30);
    for year in LAST + 1..30 {
        assert_eq!(shipped::total(&run, "population", year), shipped::total(&run, "population", LAST), "year {year}");
    }
    let said = |run: &headwater::value::outcomes::Outcomes| {
        run.warnings.iter().any(|warning| warning.contains("held at that level"))
    };
    assert!(said(&run), "{:?}", run.warnings);
    assert!(!said(&shipped::run(&[shipped::OLDHAM], LAST + 1)), "nothing to say up to the last projected year");
}
