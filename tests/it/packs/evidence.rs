//! One record spoilt at a time: each kind of fault has its path and reason.

use headwater::inputs::node::Node;

use super::refused;
use crate::support::nodes::{at, entries, items, record, remove, rename, set, text};

/// A sourced parameter with a range; a parameter in pounds; an effect in use; a table of rates.
const TREND: &str = "base.mortality_trend_share";
const SOURCED: &str = "acute.growth_non_demographic";
const COST: &str = "stop_smoking.unit_cost";
const EFFECT: &str = "stop_smoking.extra_quits";
const TABLE: &str = "mortality_england";

fn number(value: f64) -> Node {
    Node::Number(value)
}

fn range(low: f64, high: f64, family: &str, level: f64) -> Node {
    Node::Map(vec![
        ("family".into(), text(family)),
        ("low".into(), number(low)),
        ("high".into(), number(high)),
        ("level".into(), number(level)),
        ("status".into(), text("assumed")),
    ])
}

#[test]
fn a_misspelt_key_is_refused_with_the_keys_that_exist() {
    refused(
        |pack| rename(record(pack, "parameter", TREND), "label", "lable"),
        &format!("{TREND}.lable"),
        "unknown key",
    );
    refused(|pack| rename(record(pack, "parameter", TREND), "label", "lable"), &format!("{TREND}.label"), "missing");
    refused(|pack| rename(record(pack, "table", TABLE), "keys", "key"), &format!("{TABLE}.key"), "unknown key");
    refused(|pack| rename(at(pack, "pack"), "start_year", "startyear"), "pack.startyear", "unknown key");
}

#[test]
fn every_provenance_key_is_required() {
    for key in [
        "label",
        "kind",
        "unit",
        "value",
        "uncertainty",
        "applies_to",
        "source",
        "locator",
        "status",
        "rationale",
        "seen_via",
        "quality",
        "checked",
        "good_direction",
    ] {
        // A rationale is required of assumed figures, as this one is: its fault has words of its own.
        let reason = if key == "rationale" { "must say why" } else { "required and missing" };
        refused(|pack| remove(record(pack, "parameter", TREND), key), &format!("{TREND}.{key}"), reason);
    }
    refused(|pack| remove(record(pack, "parameter", COST), "price_year"), "price_year", "money needs a price year");
}

#[test]
fn a_dropped_source_is_refused() {
    let none = Node::List(Vec::new());
    refused(|pack| set(record(pack, "parameter", SOURCED), "source", none.clone()), SOURCED, "must name its source");
    refused(|pack| set(record(pack, "table", TABLE), "source", none), TABLE, "must name its source");
    refused(|pack| set(record(pack, "parameter", SOURCED), "seen_via", text("none")), SOURCED, "read somewhere");
    refused(|pack| set(record(pack, "parameter", TREND), "rationale", text(" ")), TREND, "must say why");
}

#[test]
fn an_interval_the_wrong_way_round_is_refused() {
    let turned = range(0.0, -0.015, "triangular", 1.0);
    refused(|pack| set(record(pack, "parameter", TREND), "uncertainty", turned), TREND, "wrong way round");
    let table = "mortality_quintile_ratio";
    refused(|pack| set_cell(pack, table, "low", 0, number(9.0)), &format!("table {table} row 1"), "wrong way round");
}

#[test]
fn a_swapped_sign_is_refused() {
    refused(|pack| set(record(pack, "parameter", TREND), "value", number(0.01)), TREND, "outside its own range");
    refused(|pack| set(record(pack, "parameter", COST), "value", number(-250.0)), COST, "money must be 0 or more");
    refused(|pack| set_cell(pack, TABLE, "mortality_rate", 3, number(-0.1)), "row 4", "a rate must be 0 or more");
}

#[test]
fn a_range_that_cannot_be_is_refused() {
    for (uncertainty, reason) in [
        (range(-0.009, -0.005, "triangular", 1.0), "outside its own range"),
        (range(-0.9, 0.0, "triangular", 1.0), "growth must be between"),
        (range(-0.015, 0.0, "lognormal", 0.95), "stay above 0"),
        (range(-0.015, 0.0, "gamma", 0.95), "must stay above 0"),
        (range(-0.015, 0.0, "beta", 0.95), "above 0 and below 1"),
        (range(-0.015, 0.0, "normal", 1.0), "must be above 0 and below 1"),
        (range(-0.015, 0.0, "triangular", 0.0), "must be above 0"),
        (range(-0.015, 0.0, "cauchy", 0.95), "must be one of"),
        (range(-0.015, f64::NAN, "normal", 0.95), "finite"),
        (Node::Map(vec![("fixed".into(), text(""))]), "must not be empty"),
        (text("wide"), "must be a table of keys"),
    ] {
        refused(|pack| set(record(pack, "parameter", TREND), "uncertainty", uncertainty), TREND, reason);
    }
}

#[test]
fn a_share_above_one_is_refused() {
    let share = "acute.ae_shape_emergency_share";
    refused(|pack| set(record(pack, "parameter", share), "value", number(1.2)), share, "between 0 and 1");
    let cell = |pack: &mut Node| set_cell(pack, "disease_rates", "prevalence_share", 0, number(1.2));
    refused(cell, "tables/disease_rates.csv, column prevalence_share, row 1", "between 0 and 1");
    let payer = |pack: &mut Node| {
        let split = at(record(pack, "component", "stop_smoking.service"), "cost_payer");
        entries(split)[0].1 = number(1.2);
    };
    refused(payer, "cost_payer", "between 0 and 1");
    refused(payer, "cost_payer", "must add to 1");
}

#[test]
fn an_unknown_unit_or_word_is_refused_with_the_nearest_or_all_known() {
    refused(
        |pack| set(record(pack, "parameter", COST), "unit", text("gbp_per_persons")),
        COST,
        "nearest known: gbp_per_person",
    );
    refused(
        |pack| set(record(pack, "parameter", COST), "unit", text("years")),
        COST,
        "the kind is money and the unit is not",
    );
    for key in ["kind", "status", "seen_via", "quality", "good_direction"] {
        refused(
            |pack| set(record(pack, "parameter", COST), key, text("blue")),
            &format!("{COST}.{key}"),
            "must be one of",
        );
    }
    for key in ["channel", "measure", "among", "role", "route", "belief", "grade", "sex"] {
        refused(
            |pack| set(record(pack, "effect", EFFECT), key, text("blue")),
            &format!("{EFFECT}.{key}"),
            "must be one of",
        );
    }
}

#[test]
fn dates_and_price_years_that_are_none_are_refused() {
    for wrong in ["2026", "2026-13", "11-2026", "last year"] {
        refused(|pack| set(record(pack, "parameter", COST), "checked", text(wrong)), COST, "year and month");
    }
    for wrong in ["2024", "2024-26", "24-25", "2024/25"] {
        refused(
            |pack| set(record(pack, "parameter", COST), "price_year", text(wrong)),
            COST,
            "must be a financial year",
        );
    }
    refused(
        |pack| set(record(pack, "parameter", COST), "price_year", text("1950-51")),
        COST,
        "not in the table of prices",
    );
}

#[test]
fn a_value_of_another_type_is_refused() {
    for wrong in [text("0.01"), Node::Null, Node::Bool(true), Node::List(vec![number(0.01)])] {
        refused(
            |pack| set(record(pack, "parameter", TREND), "value", wrong),
            &format!("{TREND}.value"),
            "must be a number",
        );
    }
    for not_finite in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        refused(|pack| set(record(pack, "parameter", TREND), "value", number(not_finite)), TREND, "finite");
        let cell = |pack: &mut Node| set_cell(pack, TABLE, "mortality_rate", 0, number(not_finite));
        refused(cell, "column mortality_rate, row 1", "a rate must be");
    }
}

#[test]
fn ages_that_are_none_are_refused() {
    let ages = |low: f64, high: f64| Node::List(vec![number(low), number(high)]);
    for (wrong, reason) in [
        (ages(65.0, 18.0), "wrong way round"),
        (ages(18.5, 65.0), "whole number"),
        (ages(18.0, 130.0), "from 0 to 110"),
        (Node::List(vec![number(18.0)]), "two whole ages"),
    ] {
        refused(|pack| set(record(pack, "effect", EFFECT), "ages", wrong), EFFECT, reason);
    }
}

#[test]
fn a_table_with_a_hole_or_a_column_too_few_or_too_many_is_refused() {
    refused(|pack| set_cell(pack, TABLE, "mortality_rate", 7, Node::Null), "row 8", "must not be empty");
    refused(|pack| set_cell(pack, TABLE, "mortality_rate", 7, text("n/a")), "row 8", "must be a number");
    refused(|pack| remove(at(record(pack, "table", TABLE), "rows"), "mortality_rate"), TABLE, "no such column");
    refused(
        |pack| set(at(record(pack, "table", TABLE), "rows"), "comment", Node::List(Vec::new())),
        TABLE,
        "not declared",
    );
    let shorter = |pack: &mut Node| drop(items(at(record(pack, "table", TABLE), "rows.mortality_rate")).pop());
    refused(shorter, TABLE, "cells where others have");
    refused(|pack| set(record(pack, "table", TABLE), "keys", Node::List(vec![text("sexx")])), TABLE, "not a column");
    let twice = |pack: &mut Node| items(at(record(pack, "table", TABLE), "rows.age.codes"))[5] = number(4.0);
    refused(twice, &format!("{TABLE} row 6"), "stands twice");
}

#[test]
fn a_key_given_twice_is_refused() {
    let twice = |pack: &mut Node| entries(record(pack, "parameter", TREND)).push(("value".into(), number(-0.005)));
    refused(twice, &format!("{TREND}.value"), "given twice");
}

/// Replaces a number of a table in the compiled pack.
fn set_cell(pack: &mut Node, table: &str, column: &str, row: usize, value: Node) {
    items(at(record(pack, "table", table), &format!("rows.{column}")))[row] = value;
}
