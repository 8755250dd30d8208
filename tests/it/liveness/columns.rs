//! Numeric columns of the tables of the evidence pack.

use std::collections::BTreeMap;

use headwater::inputs::evidence::Column;

use super::{areas, assert_honest, moved, nudge_columns, runs, tables_after};
use crate::support::shipped;

/// Every column the baseline reads.
const MOVING: [(&str, &str); 16] = [
    ("deaths_by_cause", "share_of_all_deaths"),
    ("disease_rates", "case_fatality_rate"),
    ("disease_rates", "incidence_rate"),
    ("disease_rates", "prevalence_share"),
    ("disease_rates", "remission_rate"),
    ("exposure_by_age", "ratio_to_all"),
    ("exposure_by_quintile", "ratio_to_all"),
    ("hospital_use", "emergency_cost_per_person_gbp_2011_12"),
    ("hospital_use", "emergency_episodes_per_person"),
    ("hospital_use", "population"),
    ("incidence_calibration", "incidence_factor"),
    ("mortality_england", "mortality_rate"),
    ("mortality_quintile_ratio", "rate_ratio"),
    ("population_england", "population"),
    ("prices", "index"),
    ("utility_norms", "utility"),
];

/// Why the others move nothing while nothing changes: a column, or a whole table.
const STILL: [(&str, &str, &str); 20] = [
    ("deaths_by_cause", "deaths", "the count behind the share"),
    ("deaths_by_cause", "person_years", "the count behind the share"),
    ("disease_rates_other", "*", "conditions known by multipliers only"),
    ("exposure_cells", "*", "single published figures, for comparison"),
    ("exposure_relative_risks", "*", "only a change of exposure uses them"),
    ("hospital_use", "elective_cost_per_person_gbp_2011_12", "planned care is not part of the baseline"),
    ("hospital_use", "elective_episodes_per_person", "planned care is not part of the baseline"),
    ("hospital_use", "outpatient_appointments_per_person", "planned care is not part of the baseline"),
    ("hospital_use_by_disease", "*", "the rival route of programmes' effects"),
    ("incidence_calibration", "prevalence_ratio_uncalibrated", "what the factor mends, for comparison"),
    ("mortality_quintile_ratio", "low", "range of a figure: for draws"),
    ("mortality_quintile_ratio", "high", "range of a figure: for draws"),
    ("nhs_cost_older_set", "*", "cost of a case avoided, rival set"),
    ("prices", "factor_to_2024_25", "worked out from the index, for people"),
    ("prices", "growth", "worked out from the index, for people"),
    ("quit_decay", "*", "only a change of smoking uses it"),
    ("register_prevalence", "*", "recorded prevalence, for comparison"),
    ("relative_risks", "*", "only a change of exposure uses them"),
    ("social_care_cost_by_age", "*", "cost of care avoided"),
    ("type_2_diabetes_rates", "*", "a condition known by multipliers only"),
];

/// Tables that are for comparison as a whole.
const COMPARISONS: [&str; 3] = ["published_results", "utility_norms_both_sexes", "validation_targets"];

/// Every numeric column of the pack.
fn columns() -> Vec<(&'static str, &'static str)> {
    let mut all = Vec::new();
    for table in &shipped::evidence().tables {
        for (name, column) in &table.columns {
            if matches!(column, Column::Numbers { .. }) {
                all.push((table.id.as_str(), name.as_str()));
            }
        }
    }
    all
}

#[test]
fn every_table_of_the_baseline_moves_exactly_the_series_that_name_it() {
    let areas = areas();
    let mut by_table: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (table, column) in MOVING {
        by_table.entry(table).or_default().push(column);
    }
    for (table, columns) in by_table {
        let tables = tables_after(|pack| {
            let nudged = nudge_columns(pack, |id, name| id == table && columns.contains(&name));
            assert_eq!(nudged, columns.len(), "{table}");
        });
        assert_honest(&format!("table:{table}"), &runs(&areas, &tables));
    }
}

#[test]
fn every_column_of_the_baseline_moves_a_series() {
    let areas = areas();
    for (table, column) in MOVING {
        let tables = tables_after(|pack| {
            assert_eq!(nudge_columns(pack, |id, name| (id, name) == (table, column)), 1, "{table}, {column}");
        });
        assert!(!moved(&runs(&areas, &tables)).is_empty(), "{table}, {column} moves nothing");
    }
}

#[test]
fn all_other_columns_together_move_nothing_and_have_a_reason() {
    let still: Vec<(&str, &str)> = columns().into_iter().filter(|column| !MOVING.contains(column)).collect();
    for (table, column) in &still {
        let reason = STILL.iter().any(|(id, name, _)| id == table && (name == column || *name == "*"));
        assert!(reason || COMPARISONS.contains(table), "{table}, {column} moves nothing, and no reason is given");
    }
    for (table, column, reason) in STILL {
        let needed = still.iter().any(|(id, name)| *id == table && (*name == column || column == "*"));
        assert!(needed, "no column needs the reason \"{reason}\" ({table}, {column}) any more");
    }
    let tables =
        tables_after(|pack| assert_eq!(nudge_columns(pack, |id, name| still.contains(&(id, name))), still.len()));
    assert!(
        tables == *shipped::tables(),
        "a column that is not on the list of those that move something moved something"
    );
}
