//! Records that contradict each other.

use headwater::inputs::node::Node;

use super::refused;
use crate::support::nodes::{at, entries, items, record, set, text};
use crate::support::shipped;

#[test]
fn an_id_that_stands_twice_is_refused() {
    let twice = |pack: &mut Node| {
        let copy = record(pack, "parameter", "belief.shrinkage").clone();
        items(at(pack, "parameter")).push(copy);
    };
    refused(twice, "belief.shrinkage.id", "stands twice");
    let across = |pack: &mut Node| set(record(pack, "parameter", "belief.shrinkage"), "id", text("prices"));
    refused(across, "table prices.id", "same id");
    refused(|pack| set(record(pack, "source", "s001"), "id", text("s002")), "source s002", "stands twice");
}

#[test]
fn an_id_in_the_wrong_letters_is_refused() {
    for wrong in ["Belief", "belief shrinkage", "belief..x", "belief-x", ".belief"] {
        let rename = |pack: &mut Node| set(record(pack, "parameter", "belief.shrinkage"), "id", text(wrong));
        refused(rename, "id", "lower-case letters");
    }
}

#[test]
fn a_reference_that_leads_nowhere_is_refused_with_the_nearest() {
    for (kind, id, key) in [
        ("effect", "stop_smoking.extra_quits", "base_rate"),
        ("effect", "stop_smoking.extra_quits", "programme"),
        ("effect", "stop_smoking.extra_quits", "component"),
        ("component", "stop_smoking.service", "programme"),
        ("component", "stop_smoking.service", "unit_cost"),
        ("component", "stop_smoking.service", "reach_today"),
        ("disease", "chd", "rates"),
        ("disease", "chd", "calibration"),
        ("disease", "chd", "deaths"),
        ("disease", "chd", "utility_decrement"),
        ("exposure", "smoking", "by_age"),
        ("exposure", "smoking", "relative_risks"),
        ("exposure", "smoking", "england_level"),
        ("exposure", "smoking", "lag"),
    ] {
        let reason = if key == "base_rate" { "no parameter or table has this id" } else { "has this id; nearest" };
        refused(|pack| set(record(pack, kind, id), key, text("nowhere")), &format!("{id}.{key}"), reason);
    }
    let option = |pack: &mut Node| {
        set(at(record(pack, "switch", "nhs_cost_per_qaly"), "option.0"), "parameter", text("nowhere"))
    };
    refused(option, "switch nhs_cost_per_qaly.option", "has this id");
    let source = |pack: &mut Node| set(record(pack, "table", "prices"), "source", Node::List(vec![text("nowhere")]));
    refused(source, "table prices.source", "no source has this id");
}

#[test]
fn every_source_in_a_row_must_exist_and_be_allowed() {
    let row_source = |word: &'static str| {
        move |pack: &mut Node| items(at(record(pack, "table", "prices"), "rows.source.levels"))[0] = text(word)
    };
    refused(row_source("nowhere"), "table prices row 1.source", "no source has this id");
    refused(row_source(forbidden()), "table prices row 1.source", "may only check, never feed");
}

#[test]
fn a_source_whose_licence_forbids_it_may_not_feed_a_figure() {
    let source = Node::List(vec![text(forbidden())]);
    refused(
        |pack| set(record(pack, "parameter", "england.ae_attendances"), "source", source.clone()),
        "parameter england.ae_attendances.source",
        "may only check, never feed",
    );
    refused(
        |pack| set(record(pack, "effect", "stop_smoking.extra_quits"), "source", source.clone()),
        "effect stop_smoking.extra_quits.source",
        "may only check, never feed",
    );
    refused(|pack| set(record(pack, "table", "prices"), "source", source), "table prices.source", "may only check");
}

/// A source marked non-commercial.
fn forbidden() -> &'static str {
    let source = shipped::evidence().sources.iter().find(|source| !source.may_be_input);
    &source.expect("the pack has a source that may only check").id
}

#[test]
fn two_routes_to_one_outcome_are_refused() {
    // The study and our hospital estimate of one component, made to act on one channel for the same people.
    let same = |pack: &mut Node| {
        set(record(pack, "effect", "stop_smoking.extra_quits"), "channel", text("emergency_admissions"))
    };
    refused(same, "effect stop_smoking.", "two routes to one outcome");
    let overlap = |pack: &mut Node| {
        let ages = Node::List(vec![Node::Number(1.0), Node::Number(5.0)]);
        set(record(pack, "effect", "early_years.age1"), "ages", ages);
    };
    refused(overlap, "effect early_years.age5", "two routes to one outcome");
}

#[test]
fn an_effect_in_use_must_say_what_it_acts_on_among_whom_and_how_far_it_is_believed() {
    let effect = "stop_smoking.extra_quits";
    let with = |key: &'static str, value: Node| move |pack: &mut Node| set(record(pack, "effect", effect), key, value);
    refused(with("base_rate", text("none")), effect, "needs a base rate");
    refused(with("input", Node::Bool(false)), effect, "can only be shown");
    refused(with("role", text("rival")), effect, "which used effect it is an alternative to");
    let shrunk = |pack: &mut Node| {
        set(record(pack, "effect", effect), "belief", text("shrunk"));
        set(record(pack, "effect", effect), "belief_reason", text(""));
    };
    refused(shrunk, effect, "must say why");
    let responder = |pack: &mut Node| {
        set(record(pack, "effect", effect), "among", text("responder"));
        set(record(pack, "effect", effect), "responder_share", text(""));
    };
    refused(responder, effect, "needs the share who respond");
}

#[test]
fn a_component_of_another_programme_or_shares_that_do_not_add_up_are_refused() {
    let other =
        |pack: &mut Node| set(record(pack, "effect", "stop_smoking.extra_quits"), "programme", text("warm_homes"));
    refused(other, "stop_smoking.extra_quits.component", "belongs to stop_smoking");
    let half =
        |pack: &mut Node| set(record(pack, "component", "stop_smoking.service"), "default_split", Node::Number(0.5));
    refused(half, "programme stop_smoking", "must add to 1");
    let none = |pack: &mut Node| {
        let components = items(at(pack, "component"));
        components.retain(|component| component.get("id") != Some(&text("stop_smoking.service")));
    };
    refused(none, "programme stop_smoking", "has no component");
    let order = |pack: &mut Node| set(record(pack, "programme", "stop_smoking"), "order", Node::Number(2.0));
    refused(order, "order", "has the same order");
}

#[test]
fn a_switch_without_sides_or_a_slider_without_length_is_refused() {
    let one_side = |pack: &mut Node| items(at(record(pack, "switch", "nhs_cost_per_qaly"), "option")).truncate(1);
    refused(one_side, "switch nhs_cost_per_qaly", "at least two options");
    let default = |pack: &mut Node| set(record(pack, "switch", "nhs_cost_per_qaly"), "default", text("k_1066"));
    refused(default, "switch nhs_cost_per_qaly.default", "not one of the options");
    for (key, value, reason) in [
        ("max", 0.0, "must be above min"),
        ("step", 0.0, "must be above 0"),
        ("step", 1.0, "no longer than the slider"),
        ("default", 0.5, "must be between"),
        ("min", f64::NAN, "finite"),
    ] {
        let slider = |pack: &mut Node| set(record(pack, "slider", "slider.shift_share"), key, Node::Number(value));
        refused(slider, "slider slider.shift_share", reason);
    }
}

#[test]
fn a_payer_who_is_none_is_refused() {
    let payer = |pack: &mut Node| {
        entries(at(record(pack, "component", "stop_smoking.service"), "cost_payer"))[0].0 = "the_moon".into();
    };
    refused(payer, "cost_payer.the_moon", "must be one of");
}

#[test]
fn a_disease_with_hospital_use_on_no_basis_is_refused() {
    let both = |pack: &mut Node| set(record(pack, "disease", "chd"), "hospital_basis", text("both"));
    refused(both, "chd.hospital_basis", "must be one of");
    let basis = |pack: &mut Node| set(record(pack, "disease", "copd"), "hospital_basis", text("new_case"));
    refused(basis, "disease copd.admissions_per_new_case", "hospital_basis needs this figure");
}
