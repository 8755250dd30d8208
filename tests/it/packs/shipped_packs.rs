//! The shipped packs themselves.

use headwater::inputs::evidence::{Evidence, Status};
use headwater::inputs::node::Node;
use headwater::model::tables::Tables;

use crate::support::nodes::{assert_fault, at, items, record, set, text};
use crate::support::shipped;

#[test]
fn the_shipped_evidence_is_complete() {
    let evidence = shipped::evidence();
    assert_eq!(evidence.diseases.len(), 6, "diseases followed in full");
    assert!(evidence.programmes.len() >= 19, "programmes of the catalogue");
    assert_eq!(evidence.info.price_year, "2024-25");
    let assumed = |status| matches!(status, Status::Assumed | Status::Recalled);
    for figure in &evidence.parameters {
        let provenance = &figure.provenance;
        assert!(!provenance.sources.is_empty() || assumed(provenance.status), "{} has no source", figure.id);
    }
}

#[test]
fn every_indicator_the_evidence_points_at_is_defined_in_the_data() {
    let evidence = shipped::evidence();
    let exposures = evidence.exposures.iter().map(|exposure| (&exposure.id, &exposure.indicator));
    let conditions = evidence.conditions.iter().map(|condition| (&condition.id, &condition.register_indicator));
    let places = evidence.parameters.iter().map(|figure| (&figure.id, &figure.place_indicator));
    let mut pointed_at = 0;
    for (id, indicator) in exposures.chain(conditions).chain(places).filter(|(_, indicator)| !indicator.is_empty()) {
        assert!(shipped::definitions().indicators.contains_key(indicator), "{id} points at {indicator}");
        pointed_at += 1;
    }
    assert!(pointed_at >= 3, "the exposures at least");
}

#[test]
fn a_pack_reads_the_same_after_being_written() {
    let pack = shipped::pack_node();
    let written = serde_json::to_vec(&pack).unwrap();
    assert_eq!(Node::from_json(&written).unwrap(), pack);
}

#[test]
fn a_hole_in_a_table_the_model_reads_is_named_by_its_cell() {
    // The rows of one sex go: the pack is still sound by itself, but the model cannot run on it.
    let mut pack = shipped::pack_node();
    let only_men = |node: &mut Node| {
        for column in ["sex.codes", "age.codes", "mortality_rate"] {
            items(at(node, column)).truncate(101);
        }
    };
    only_men(at(record(&mut pack, "table", "mortality_england"), "rows"));
    let evidence = Evidence::from_node(&pack).unwrap_or_else(|faults| panic!("{faults}"));
    assert_fault(
        &Tables::new(&evidence).unwrap_err(),
        "table mortality_england, column mortality_rate",
        "no value here",
    );
}

#[test]
fn a_parameter_the_model_needs_must_be_there_and_be_an_input() {
    let id = "england.ae_attendances";
    let mut pack = shipped::pack_node();
    set(record(&mut pack, "parameter", id), "input", Node::Bool(false));
    let evidence = Evidence::from_node(&pack).unwrap();
    assert_fault(&Tables::new(&evidence).unwrap_err(), id, "marked as shown only");
    set(record(&mut pack, "parameter", id), "id", text("england.renamed"));
    let evidence = Evidence::from_node(&pack).unwrap();
    assert_fault(&Tables::new(&evidence).unwrap_err(), id, "the pack has none");
}

#[test]
fn a_changed_assumption_must_exist_be_possible_and_is_marked_beyond_its_range() {
    let evidence = shipped::evidence();
    let id = "base.mortality_trend_share";
    let (changed, beyond) = evidence.with_value(id, -0.005).unwrap();
    assert_eq!((changed.value(id).unwrap(), beyond), (-0.005, false));
    assert!(evidence.with_value(id, 0.02).unwrap().1, "beyond its range");
    assert_fault(&evidence.with_value(id, 0.7).unwrap_err(), id, "growth must be between");
    assert_fault(&evidence.with_value("base.mortality_trend", 0.0).unwrap_err(), "base.mortality_trend", id);
    assert_eq!(evidence.value(id).unwrap(), -0.01, "the shipped pack is untouched");
}
