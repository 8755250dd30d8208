//! Place files: the same strictness for shipped places and for anybody's own.

use headwater::error::Faults;
use headwater::inputs::node::Node;
use headwater::inputs::place::Place;

use crate::support::nodes::{assert_fault, at, entries, items, remove, rename, set, text};
use crate::support::shipped;

fn oldham() -> Node {
    shipped::node("data/places/E08000004.json")
}

fn faults_of(spoil: impl FnOnce(&mut Node)) -> Faults {
    let mut place = oldham();
    spoil(&mut place);
    match Place::from_node(&place, shipped::definitions()) {
        Ok(_) => panic!("the spoilt place was accepted"),
        Err(faults) => faults,
    }
}

#[track_caller]
fn refused(spoil: impl FnOnce(&mut Node), path: &str, reason: &str) {
    assert_fault(&faults_of(spoil), path, reason);
}

fn number(value: f64) -> Node {
    Node::Number(value)
}

#[test]
fn the_unspoilt_place_is_sound() {
    assert!(Place::from_node(&oldham(), shipped::definitions()).is_ok());
}

#[test]
fn every_required_key_is_required() {
    for key in [
        "format",
        "code",
        "name",
        "kind",
        "population",
        "projection",
        "quintile_shares",
        "life_expectancy",
        "indicators",
        "money",
        "flags",
    ] {
        refused(|place| remove(place, key), key, "required and missing");
    }
    for id in ["iod25_acute_morbidity", "smoking_adult_aps", "adult_obesity", "adult_inactive_2024_25"] {
        refused(|place| remove(at(place, "indicators"), id), &format!("indicators.{id}"), "cannot run without it");
    }
    for id in [
        "nhs_core_allocation_need_share_gbp",
        "nhs_need_index_ga",
        "nhs_need_index_overall",
        "public_health_net_gbp",
        "adult_social_care_net_gbp",
    ] {
        refused(|place| remove(at(place, "money"), id), &format!("money.{id}"), "cannot run without it");
    }
}

#[test]
fn a_missing_band_is_refused() {
    let shorter = |place: &mut Node| drop(items(at(place, "population.female")).pop());
    refused(shorter, "population.female", "exactly 19 numbers, has 18");
    let shorter = |place: &mut Node| drop(items(at(place, "projection.male.2")).pop());
    refused(shorter, "projection.male[2]", "exactly 19 numbers");
    let years = |place: &mut Node| drop(items(at(place, "projection.male")).pop());
    refused(years, "projection.male", "one list per projected year");
}

#[test]
fn people_who_cannot_be_are_refused() {
    for wrong in [-1.0, 1e9, f64::NAN] {
        refused(|place| *at(place, "population.female.3") = number(wrong), "population.female[3]", "");
        refused(|place| *at(place, "projection.male.0.18") = number(wrong), "projection.male[0][18]", "");
    }
    refused(|place| *at(place, "population.male.0") = text("8391"), "population.male[0]", "must be a number");
    let nobody = |place: &mut Node| {
        for sex in ["population.female", "population.male"] {
            items(at(place, sex)).fill(number(0.0));
        }
    };
    refused(nobody, "population", "nobody in this place");
    refused(|place| set(at(place, "population"), "period", text("mid-2019")), "population.period", "mid-2023");
}

#[test]
fn shares_that_do_not_add_to_one_are_refused() {
    refused(|place| *at(place, "quintile_shares.0") = number(0.6), "quintile_shares", "must add to 1");
    refused(|place| *at(place, "quintile_shares.0") = number(1.2), "quintile_shares[0]", "between 0 and 1");
    refused(|place| *at(place, "quintile_shares.0") = number(-0.2), "quintile_shares[0]", "between 0 and 1");
}

#[test]
fn an_unknown_indicator_or_key_is_refused() {
    let spare = |place: &mut Node| rename(at(place, "indicators"), "claimant_rate", "claimants");
    refused(spare, "indicators.claimants", "no such series is defined");
    refused(|place| set(place, "populaton", Node::Null), "populaton", "unknown key");
    refused(
        |place| set(at(place, "life_expectancy.male"), "age_85", number(5.0)),
        "life_expectancy.male.age_85",
        "unknown key",
    );
    refused(
        |place| set(at(place, "indicators.claimant_rate"), "vlaue", number(1.0)),
        "claimant_rate.vlaue",
        "unknown key",
    );
}

#[test]
fn a_key_given_twice_is_refused_and_the_last_one_does_not_win() {
    refused(|place| entries(place).push(("name".into(), text("Newham"))), "name", "given twice");
    let twice = |place: &mut Node| entries(at(place, "money")).push(("public_health_net_gbp".into(), Node::Null));
    refused(twice, "money.public_health_net_gbp", "given twice");
}

#[test]
fn levels_that_cannot_be_are_refused() {
    refused(
        |place| *at(place, "indicators.smoking_adult_aps.value") = number(112.0),
        "smoking_adult_aps",
        "percentage",
    );
    refused(
        |place| *at(place, "indicators.iod25_acute_morbidity.value") = number(1.2),
        "iod25_acute_morbidity",
        "ratio",
    );
    refused(|place| *at(place, "money.nhs_need_index_ga.value") = number(0.0), "nhs_need_index_ga", "above 0");
    refused(|place| *at(place, "money.public_health_net_gbp.value") = number(-1.0), "public_health_net_gbp", "above 0");
    refused(
        |place| *at(place, "life_expectancy.female.birth") = number(8.05),
        "life_expectancy.female.birth",
        "between 50 and 100",
    );
    refused(
        |place| *at(place, "life_expectancy.male.birth") = number(95.0),
        "life_expectancy.male",
        "cannot exceed 65 plus",
    );
    refused(
        |place| *at(place, "healthy_life_expectancy.male") = number(156.1),
        "healthy_life_expectancy.male",
        "between 20 and 100",
    );
    let turned = |place: &mut Node| *at(place, "indicators.smoking_adult_aps.low") = number(90.0);
    refused(turned, "indicators.smoking_adult_aps", "wrong way round");
}

#[test]
fn projected_years_must_rise_from_the_base() {
    refused(
        |place| *at(place, "projection.years.1") = number(2025.0),
        "projection.years",
        "each later than the one before",
    );
    refused(|place| *at(place, "projection.years.0") = number(2023.0), "projection.years[0]", "2024 to 2150");
    refused(|place| *at(place, "projection.years.0") = number(2025.5), "projection.years[0]", "whole number");
    refused(
        |place| set(at(place, "projection"), "base_year", number(2018.0)),
        "projection.base_year",
        "from 2023 to 2023",
    );
}

#[test]
fn a_flag_must_be_of_a_known_kind_and_name_its_donor() {
    let flag = |kind: &str, donor: Option<&str>| {
        let mut entries = vec![
            ("path".to_string(), text("life_expectancy")),
            ("kind".to_string(), text(kind)),
            ("reason".to_string(), text("a test")),
        ];
        entries.extend(donor.map(|code| ("donor".to_string(), text(code))));
        Node::Map(entries)
    };
    let add = |flag: Node| move |place: &mut Node| items(at(place, "flags")).push(flag);
    refused(add(flag("guess", None)), "kind", "must be one of");
    refused(add(flag("donor", None)), "donor", "stands with the kind donor");
    refused(add(flag("missing", Some("E06000052"))), "donor", "only there");
}

#[test]
fn a_code_with_a_path_in_it_is_refused() {
    for wrong in ["../E08000004", "E0800/4", "Oldham town", "é"] {
        refused(|place| set(place, "code", text(wrong)), "code", "letters, digits");
    }
    refused(|place| set(place, "name", text("  ")), "name", "must not be empty");
}

#[test]
fn all_faults_of_a_place_are_reported_at_once() {
    let faults = faults_of(|place| {
        set(place, "format", text("headwater-place/9"));
        remove(place, "name");
        *at(place, "population.female.0") = number(-5.0);
        *at(place, "quintile_shares.4") = number(0.9);
        set(at(place, "indicators"), "happines", Node::Map(vec![("value".into(), number(1.0))]));
        remove(at(place, "money"), "nhs_need_index_ga");
        set(place, "extra", Node::Bool(true));
    });
    for (path, reason) in [
        ("format", "this program reads headwater-place/1"),
        ("name", "required and missing"),
        ("population.female[0]", "between 0 and"),
        ("quintile_shares", "must add to 1"),
        ("indicators.happines", "no such series"),
        ("money.nhs_need_index_ga", "required and missing"),
        ("extra", "unknown key"),
    ] {
        assert_fault(&faults, path, reason);
    }
    assert_eq!(faults.len(), 7, "and no fault that is none:\n{faults}");
}
