//! Ceilings: what a programme can never avoid more of, with as much money as it can take in the whole of England.

use serde_json::Value;

use super::measures::{Span, value};
use super::published::{compare, find};
use super::trial::{one_programme, run};
use crate::validate::report::{Comparison, Section, Verdict};
use crate::validate::study::Study;

/// More a year than any programme here can use, for as long as a run goes.
const EVERYTHING: (f64, f64) = (1e10, 30.0);
/// Admissions and days of the worked example of beds.
const STAYS: (f64, f64) = (10_000.0, 8.0);

/// Beds: the second decimal of the arithmetic.
const BEDS_TOLERANCE: f64 = 0.005;

/// Both ceilings, and the arithmetic of beds.
pub fn section(study: &Study) -> Section {
    let peak = |programme: &str| -> Result<f64, String> {
        let overlay: Value = one_programme(programme, EVERYTHING.0, EVERYTHING.1, "added_life_costs=left_out", true);
        let ran = run(study, &study.england, &overlay).map_err(|faults| faults.to_string())?;
        value(study, &ran, ("most:emergency_admissions", ""), Span { until: None })
    };
    Section {
        title: "Ceilings and beds",
        method: "England, every effect as published, as much money as the programme can take for 30 years; admissions avoided in its best year. Beds: nights over nights a bed has in a year, as the baseline counts them.",
        comparisons: vec![
            compare(study, "ceilings.smoking", &peak("stop_smoking")),
            compare(study, "ceilings.falls", &peak("falls_adaptations")),
            beds(study),
        ],
        grids: Vec::new(),
    }
}

fn beds(study: &Study) -> Comparison {
    let nights = study.england("bed_days", 0) / study.england("occupied_beds", 0);
    let ours = STAYS.0 * STAYS.1 / nights;
    let Some(row) = find(study, "hospital.beds") else { return compare::<String>(study, "hospital.beds", &Ok(ours)) };
    let known = row.number("value").unwrap_or(f64::NAN);
    let verdict = Verdict::within(ours - known, BEDS_TOLERANCE);
    Comparison::new(row.text("target"), format!("{known} beds (arithmetic)"), format!("{ours:.2}"), verdict)
}
