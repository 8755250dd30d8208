//! What the benchmarks share. Not each of them asks for all of it.

#![allow(dead_code)]

use std::path::Path;

use headwater::inputs::evidence::Evidence;
use headwater::inputs::scenario::Scenario;
use headwater::value::answer::Given;

/// Oldham.
pub const PLACE: &str = "data/places/E08000004.json";

/// The bytes of a file of the project.
pub fn bytes(inside: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(inside))
        .unwrap_or_else(|error| panic!("{inside}: {error}"))
}

/// 1% of hospital spending in equal parts to every programme of the pack.
pub fn every_programme(evidence: &Evidence, years: usize) -> Scenario {
    let share = 1.0 / evidence.programmes.iter().count() as f64;
    let parts: Vec<String> =
        evidence.programmes.iter().map(|record| format!(r#""{}":{{"share":{share}}}"#, record.id)).collect();
    let json = format!(
        r#"{{"shift":{{"share_of_acute":0.01}},"horizon_years":{years},"programmes":{{{}}}}}"#,
        parts.join(",")
    );
    Given::from_json(json.as_bytes(), evidence).expect("a sound scenario").scenario
}
