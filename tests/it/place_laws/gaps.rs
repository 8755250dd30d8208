//! Places with missing figures run all the same, and say what stands in.

use headwater::inputs::place::Place;
use headwater::model::baseline;
use headwater::value::outcomes::Selection;

use super::{alone, cells, first_years, shipped};

const CITY_OF_LONDON: &str = "E09000001";
const ISLES_OF_SCILLY: &str = "E06000053";

#[test]
fn places_without_a_published_life_expectancy_borrow_a_neighbour_s_and_say_so() {
    for (code, donor) in [(CITY_OF_LONDON, "E09000012"), (ISLES_OF_SCILLY, "E06000052")] {
        let run = shipped::run(&[code], 30);
        let said = run.warnings.join("\n");
        assert!(said.contains(&format!("life_expectancy is that of {donor}")), "{code}: {said}");
        assert!(said.contains("healthy life expectancy is not published"), "{code}: {said}");
        let (own, lent) = (shipped::place(code), shipped::place(donor));
        assert_eq!(own.life_expectancy, lent.life_expectancy, "{code} borrows from {donor}");
        for series in &run.series {
            if series.info.id == "healthy_life_expectancy_birth" {
                continue;
            }
            for year in [0, 29] {
                let selection = if series.info.unit == "years" {
                    Selection { sex: Some(headwater::strata::Sex::Female), ..Selection::default() }
                } else {
                    Selection::default()
                };
                let value = shipped::value(&run, &series.info.id, year, selection);
                assert!(value.is_finite() && value >= 0.0, "{code} {}: {value}", series.info.id);
            }
        }
    }
}

#[test]
fn every_borrowed_value_of_every_place_is_in_its_warnings() {
    let mut borrowed = 0;
    for (place, run) in first_years() {
        for flag in place.flags.iter().filter(|flag| flag.kind == "donor") {
            let told = run.warnings.iter().any(|warning| warning.contains(&flag.path) && warning.contains(&flag.donor));
            assert!(told, "{}: {} is not in {:?}", place.code, flag.path, run.warnings);
            borrowed += 1;
        }
    }
    assert!(borrowed >= 3, "only {borrowed} borrowed values found: have the flags gone?");
}

#[test]
fn a_value_that_is_missing_is_not_shown_rather_than_zero() {
    let run = shipped::run(&[CITY_OF_LONDON], 2);
    let healthy = run.get("healthy_life_expectancy_birth").unwrap();
    for sex in headwater::strata::SEXES {
        assert_eq!(healthy.value(0, Selection { sex: Some(sex), ..Selection::default() }), None);
    }
}

#[test]
fn a_place_without_a_projection_is_held_and_says_so() {
    let place = Place { projection: None, ..shipped::place(shipped::OLDHAM) };
    let run = baseline::run(&alone(&place), shipped::tables(), 10);
    assert!(run.warnings.iter().any(|warning| warning.contains("no projection")), "{:?}", run.warnings);
    for cell in cells() {
        assert_eq!(shipped::value(&run, "population", 9, cell), shipped::value(&run, "population", 0, cell));
    }
    assert!((shipped::total(&run, "population", 9) - place.residents()).abs() < 1e-6);
}

#[test]
fn a_fifth_nobody_lives_in_has_nobody_in_it_and_breaks_nothing() {
    let place = Place { quintile_shares: [1.0, 0.0, 0.0, 0.0, 0.0], ..shipped::place(shipped::OLDHAM) };
    let run = baseline::run(&alone(&place), shipped::tables(), 30);
    for series in run.series.iter().filter(|series| series.info.unit != "years") {
        for year in [0, 29] {
            let total = series.total(year).unwrap_or_else(|| panic!("{} has no value", series.info.id));
            assert!(total.is_finite() && total > 0.0, "{}: {total}", series.info.id);
        }
    }
    let empty = Selection { quintile: Some(4), ..Selection::default() };
    for id in ["population", "deaths", "living_with.chd", "emergency_admissions", "exposed.smoking"] {
        assert_eq!(shipped::value(&run, id, 0, empty), 0.0, "{id}");
    }
}
