//! `headwater places` and `headwater source`: find a place, and ask where a figure comes from.

use serde_json::Value;

use crate::support::program::{assert_says, headwater};
use crate::support::shipped;

#[test]
fn all_places_and_england_are_listed() {
    let said = headwater(&["places", "--format", "csv"]).done();
    assert_eq!(said.lines().next(), Some("code,name,kind,region,residents_2023"));
    assert_eq!(said.lines().count(), 1 + 154);
    let json: Vec<Value> = serde_json::from_str(&headwater(&["places", "--format", "json"]).done()).unwrap();
    assert_eq!(json.len(), 154);
    for place in shipped::all_places() {
        let row =
            json.iter().find(|row| row["code"] == place.code.as_str()).unwrap_or_else(|| panic!("{}", place.code));
        assert_eq!(row["name"], place.name.as_str());
        assert!((row["residents_2023"].as_f64().unwrap() - place.residents()).abs() < 0.5, "{}", place.code);
    }
}

#[test]
fn a_place_is_found_by_part_of_its_name_and_by_an_old_code() {
    assert_says(&headwater(&["places", "oldh"]).done(), &["E08000004", "Oldham"]);
    let with_old_code =
        shipped::all_places().iter().find(|place| place.codes.1.len() == 1).expect("a place with one old code");
    assert_says(&headwater(&["places", &with_old_code.codes.1[0]]).done(), &[&with_old_code.name]);
    assert_says(&headwater(&["places", "atlantis"]).faulty(), &["atlantis", "no place"]);
}

#[test]
fn everything_counted_in_a_place_is_shown_with_period_and_source() {
    let said = headwater(&["places", "--show", "oldham", "--format", "json"]).done();
    let shown: Value = serde_json::from_str(&said).unwrap();
    let place = shipped::place(shipped::OLDHAM);
    let figures = shown["figures"].as_array().unwrap();
    assert_eq!(figures.len(), place.indicators.len() + place.money.len());
    for figure in figures {
        for key in ["path", "name", "value", "unit", "period", "source"] {
            assert!(!figure[key].is_null() && figure[key] != "", "{figure}");
        }
        for source in figure["source"].as_str().unwrap().split(';') {
            assert!(shipped::definitions().sources.contains_key(source), "{source} of {figure} is no source");
        }
    }
    assert_says(&headwater(&["places", "--show", "City of London"]).done(), &["missing:"]);
}

#[test]
fn every_outcome_and_everything_behind_it_can_be_asked_for() {
    let mut asked = std::collections::BTreeSet::new();
    for series in &shipped::run(&[shipped::OLDHAM], 1).series {
        assert_says(&headwater(&["source", &series.info.id]).done(), &["What stands behind it"]);
        asked.extend(series.info.basis.iter().cloned());
    }
    let blocks = ["population", "projection", "quintile_shares", "life_expectancy", "healthy_life_expectancy"];
    for id in asked.iter().filter(|id| !blocks.iter().any(|block| **id == format!("place.{block}"))) {
        let said = headwater(&["source", id]).done();
        assert!(said.contains("Source:") || said.contains("Why:"), "{id}: {said}");
    }
}

#[test]
fn a_figure_counted_in_a_place_is_shown_for_that_place() {
    let said = headwater(&["source", "indicators.smoking_adult_aps", "--place", "oldham"]).done();
    assert_says(&said, &["Oldham: 12.5", "Source:", "Open Government Licence"]);
}

#[test]
fn an_unknown_id_is_answered_with_the_nearest() {
    let said = headwater(&["source", "stop_smoking.unit_csot"]).faulty();
    assert_says(&said, &["stop_smoking.unit_csot", "nearest", "stop_smoking.unit_cost"]);
}
