//! Parameters of the evidence pack.

use super::{areas, assert_honest, nudge_parameters, runs, tables_after};
use crate::support::shipped;

/// Every parameter the baseline of a place or of England reads.
pub const MOVING: [&str; 12] = [
    "acute.ae_shape_emergency_share",
    "acute.growth_non_demographic",
    "base.mortality_trend_share",
    "derived.acute_key_need_gbp",
    "derived.acute_key_residents",
    "derived.morbidity_mean_admissions",
    "derived.morbidity_mean_ae",
    "derived.morbidity_mean_bed_days",
    "england.acute_spend",
    "england.ae_attendances",
    "england.beds_occupied_2023_24",
    "england.emergency_admissions",
];

/// Why the others move nothing while nothing changes, by the first word of their id. Programmes have their own words.
const STILL: [(&str, &str); 25] = [
    ("acute", "what more or less hospital money, beds and waiting do: only a scenario changes them"),
    ("base", "base rates that programmes' effects act on"),
    ("belief", "how far programmes' effects are believed"),
    ("cost_all_payers", "cost of illness to everybody, for comparison"),
    ("cost_total", "cost of illness to everybody, for comparison"),
    ("cost_unpaid_care", "cost of illness to families, for comparison"),
    ("delivery", "how programmes reach people"),
    ("derived", "ties hospital use of a disease to GP registers: the rival route of programmes' effects"),
    ("deprivation", "gaps between fifths, for comparison and for the value of a gain"),
    ("england", "national totals that stand beside results, and base rates of programmes"),
    ("exposure", "lags and England's levels: only a change of exposure uses them"),
    ("fiscal", "who gains money from a programme"),
    ("hospital", "hospital use by disease: the rival route of programmes' effects"),
    ("model", "discounting, and ranges put on rates"),
    ("nhs_cost", "cost of a case avoided"),
    ("other_cost", "prices of things avoided"),
    ("prevention", "budgets for prevention"),
    ("quality", "gaps in quality of life, for comparison"),
    ("social_care", "cost of and need for care"),
    ("social_care_cost", "cost of a case avoided"),
    ("topdown", "published area-level estimates, valued beside the model"),
    ("transition", "how money is moved"),
    ("unit_cost", "prices of things avoided"),
    ("utility", "value of a gain in health"),
    ("value", "value of a gain in health"),
];

fn first_word(id: &str) -> &str {
    id.split('.').next().unwrap_or(id)
}

#[test]
fn every_parameter_of_the_baseline_moves_exactly_the_series_that_name_it() {
    let areas = areas();
    for id in MOVING {
        let tables = tables_after(|pack| assert_eq!(nudge_parameters(pack, |other| other == id), 1, "{id}"));
        assert_honest(id, &runs(&areas, &tables));
    }
}

#[test]
fn all_other_parameters_together_move_nothing() {
    let tables = tables_after(|pack| {
        let nudged = nudge_parameters(pack, |id| !MOVING.contains(&id));
        assert_eq!(nudged, shipped::evidence().parameters.len() - MOVING.len());
    });
    assert!(
        tables == *shipped::tables(),
        "a parameter that is not on the list of those that move something moved something"
    );
}

#[test]
fn every_parameter_that_moves_nothing_has_a_reason() {
    let evidence = shipped::evidence();
    let mut used = std::collections::BTreeSet::new();
    for figure in evidence.parameters.iter().filter(|figure| !MOVING.contains(&figure.id.as_str())) {
        let word = first_word(&figure.id);
        let of_programme = evidence.programmes.get(word).is_some();
        let reason = STILL.iter().find(|(known, _)| *known == word);
        assert!(of_programme || reason.is_some(), "{} moves nothing, and no reason is given", figure.id);
        used.insert(word);
    }
    for (word, reason) in STILL {
        assert!(used.contains(word), "no parameter needs the reason \"{reason}\" ({word}) any more");
    }
}
