//! A scenario's answer as one document: outcomes in both accounts, ledger, fairness, money, reasons, warnings.
//!
//! Health value, capacity freed and cash released are three separate things here and are never added.

use serde_json::{Map, Value, json};

use crate::inputs::evidence::Evidence;
use crate::inputs::place::Area;
use crate::inputs::scenario::payers;
use crate::math;
use crate::model::what_if::flows::{CARE_OF_THE_DEAD, Flow, LedgerRow};
use crate::model::what_if::plan::Plan;
use crate::model::what_if::run::{MoneyYear, WhatIf};
use crate::order::map_of;
use crate::strata::QUINTILES;
use crate::value::levels;
use crate::value::outcomes::Outcomes;

/// Everything a report needs.
pub struct Input<'a> {
    /// The evidence pack.
    pub evidence: &'a Evidence,
    /// The area.
    pub area: &'a Area,
    /// The plan that was run.
    pub plan: &'a Plan<'a>,
    /// What the run says.
    pub what_if: &'a WhatIf,
    /// The baseline of the same years.
    pub baseline: &'a Outcomes,
}

/// Outcomes that are a part of another, and of which.
const PARTS: [(&str, &str); 9] = [
    ("qalys_prevention", "qalys"),
    ("qalys_cut", "qalys"),
    ("qalys_capacity", "qalys"),
    ("qalys_social_care", "qalys"),
    ("life_years_prevention", "life_years"),
    ("life_years_hospital", "life_years"),
    ("deaths_prevention", "deaths"),
    ("deaths_hospital", "deaths"),
    ("social_care_gbp_hospital", "social_care_gbp"),
];

/// The outcomes part: id to unit, baseline, scenario, difference, both accounts, fifths.
#[must_use]
pub fn outcomes(input: &Input<'_>) -> Value {
    let mut map = Map::new();
    for flow in &input.what_if.flows.list {
        map.insert(flow.id.clone(), outcome(input, flow));
    }
    map.extend(levels::levels(input));
    Value::Object(map)
}

fn outcome(input: &Input<'_>, flow: &Flow) -> Value {
    let years = input.what_if.years;
    let rate = discount_rate(input, flow);
    let base = baseline(input, &flow.id);
    let part_of = PARTS.iter().find(|(id, _)| *id == flow.id).map(|(_, whole)| *whole);
    if not_counted(input, &flow.id) {
        return json!({
            "unit": flow.unit, "part_of": part_of, "baseline": base, "scenario": null, "difference": null,
            "discounted": { "baseline": base.map(|base| discounted(&base, rate)), "scenario": null, "difference": null },
            "set_in_motion": null, "by_quintile": null,
        });
    }
    let difference: Vec<f64> = (0..years).map(|year| plain(flow.year(year))).collect();
    let scenario = sum_of(base.as_ref(), &difference);
    let fifth = |q: usize| -> Vec<f64> { (0..years).map(|year| plain(flow.by_year[year][q])).collect() };
    let by_quintile: Vec<Vec<f64>> = (0..QUINTILES).map(fifth).collect();
    json!({
        "unit": flow.unit,
        "part_of": part_of,
        "by_horizon": { "undiscounted": plain(flow.sum(years, 0.0)), "discounted": plain(flow.sum(years, rate)) },
        "set_in_motion": { "undiscounted": plain(flow.sum(usize::MAX, 0.0)), "discounted": plain(flow.sum(usize::MAX, rate)) },
        "discounted": {
            "baseline": base.as_ref().map(|base| discounted(base, rate)),
            "scenario": scenario.as_ref().map(|scenario| discounted(scenario, rate)),
            "difference": discounted(&difference, rate),
        },
        "baseline": base,
        "scenario": scenario,
        "difference": difference,
        "by_quintile": by_quintile,
        "set_in_motion_by_quintile": flow.sum_by_fifth(usize::MAX, 0.0).map(plain),
        "unknown": unknown(input, &flow.id),
    })
}

/// Yearly discount rate of an outcome: that of money or that of health.
#[must_use]
pub fn discount_rate(input: &Input<'_>, flow: &Flow) -> f64 {
    if flow.money { input.plan.discount.0 } else { input.plan.discount.1 }
}

/// An outcome by year within the horizon: what does not need whole lives.
pub(super) fn within_horizon(input: &Input<'_>, id: &str) -> Value {
    let base = baseline(input, id);
    let difference: Option<Vec<f64>> =
        input.what_if.flows.get(id).map(|flow| (0..input.what_if.years).map(|year| plain(flow.year(year))).collect());
    json!({ "baseline": base, "difference": difference, "unknown": unknown(input, id) })
}

/// Adding 0 turns the -0 of an empty difference into 0.
pub(super) fn plain(value: f64) -> f64 {
    value + 0.0
}

pub(super) fn sum_of(base: Option<&Vec<f64>>, difference: &[f64]) -> Option<Vec<f64>> {
    base.map(|base| base.iter().zip(difference).map(|(base, more)| base + more).collect())
}

/// What the outcome is if nothing changes: the baseline run's series, or for life and health the years its residents live.
#[must_use]
pub fn baseline(input: &Input<'_>, id: &str) -> Option<Vec<f64>> {
    let years = input.what_if.years;
    if let Some(series) = input.baseline.get(id) {
        return (0..years).map(|year| series.total(year)).collect();
    }
    let worth = |sex: usize, quintile: usize, age: usize| match id {
        "life_years" => Some(1.0),
        "qalys" => Some(input.plan.costs.utility[sex][quintile][age]),
        "social_care_gbp" => Some(input.plan.costs.care_by_age[age]),
        _ => None,
    };
    (0..years).map(|year| residents_times(input, year, worth)).collect()
}

fn residents_times(input: &Input<'_>, year: usize, worth: impl Fn(usize, usize, usize) -> Option<f64>) -> Option<f64> {
    worth(0, 0, 0)?;
    let residents = &input.plan.ground.years.get(year)?.residents;
    let mut total = 0.0;
    for (sex, fifths) in residents.iter().enumerate() {
        for (quintile, ages) in fifths.iter().enumerate() {
            for (age, people) in ages.iter().enumerate() {
                total += people * worth(sex, quintile, age)?;
            }
        }
    }
    Some(total)
}

/// Health of programmes without a route to it is not counted, never 0: so the total is null when nothing else moves it.
#[must_use]
pub fn not_counted(input: &Input<'_>, id: &str) -> bool {
    is_not_counted(input.plan, input.what_if.money.iter().any(|money| money.cut > 0.0), id)
}

/// The same of a plan that cuts the hospital budget, or not.
#[must_use]
pub fn is_not_counted(plan: &Plan<'_>, cut: bool, id: &str) -> bool {
    let health = ["qalys", "life_years", "qalys_prevention", "life_years_prevention"].contains(&id);
    let counted = plan.programmes.iter().any(|programme| programme.counts_qalys);
    health && !plan.programmes.is_empty() && !counted && (!cut || id.ends_with("_prevention"))
}

/// Where a cut may move an outcome and nobody knows how, the words that stand beside its figure.
fn unknown(input: &Input<'_>, id: &str) -> Option<&'static str> {
    let cut = input.what_if.money.iter().any(|money| money.cut > 0.0);
    let moved = ["emergency_admissions", "bed_days", "ae_attendances", "people_in_work"].contains(&id)
        || ["new_cases.", "living_with."].iter().any(|start| id.starts_with(start));
    (cut && moved).then_some("what a smaller hospital budget does to this is not known and not in this figure")
}

/// Why a figure is null: programmes without a route to health, outcomes without a baseline, what the model does not compute.
#[must_use]
pub fn reasons_for_null(input: &Input<'_>) -> Vec<String> {
    let mut reasons = Vec::new();
    for programme in input.plan.programmes.iter().filter(|programme| !programme.counts_qalys) {
        let label = &programme.label;
        reasons.push(format!("{label}: healthy years are not counted, because no evidence gives a route to them"));
    }
    let without: Vec<&str> = input
        .what_if
        .flows
        .list
        .iter()
        .map(|flow| flow.id.as_str())
        .filter(|id| !PARTS.iter().any(|(part, _)| part == id) && baseline(input, id).is_none())
        .collect();
    if !without.is_empty() {
        reasons
            .push(format!("baseline and scenario are null, because only the change is known: {}", without.join(", ")));
    }
    reasons.extend(levels::reasons_for_null(input));
    reasons
}

fn discounted(values: &[f64], rate: f64) -> Vec<f64> {
    #[allow(clippy::cast_possible_truncation)] // at most 30 years
    values.iter().enumerate().map(|(year, value)| value / math::pow_int(1.0 + rate, year as u32)).collect()
}

/// Pounds of a kind inside the horizon, without the care that the dead no longer need.
#[must_use]
pub fn sum_of_kind(input: &Input<'_>, kind: &str) -> f64 {
    let own = |row: &&LedgerRow| row.kind == kind && row.line != CARE_OF_THE_DEAD;
    let rows = input.what_if.ledger.rows.iter().filter(own);
    plain(rows.map(|row| row.by_year.iter().take(input.what_if.years).sum::<f64>()).sum())
}

/// The three kinds of saving, apart.
#[must_use]
pub fn three_kinds(input: &Input<'_>) -> Value {
    let sum = |kind: &str| sum_of_kind(input, kind);
    let qalys = input.what_if.flows.get("qalys").filter(|flow| !not_counted(input, &flow.id));
    json!({
        "health_value_qalys_by_horizon": qalys.map(|flow| flow.sum(input.what_if.years, 0.0)),
        "health_value_qalys_set_in_motion": qalys.map(|flow| flow.sum(usize::MAX, 0.0)),
        "capacity_freed_gbp_by_horizon": sum("capacity"),
        "cash_released_gbp_by_horizon": sum("cash"),
    })
}

/// Ledger rows: who pays (below 0) and gains (above 0), what for, by year.
#[must_use]
pub fn ledger(input: &Input<'_>) -> Value {
    let years = input.what_if.years;
    let row = |row: &LedgerRow| {
        json!({
            "payer": row.payer, "line": row.line, "kind": row.kind, "gbp": &row.by_year[..years],
            "after_horizon_gbp": row.by_year.iter().skip(years).sum::<f64>(),
        })
    };
    input.what_if.ledger.rows.iter().map(row).collect()
}

/// For each payer the year in which what it gained first covers what it paid, "never" or null (see [`ledger`]).
#[must_use]
pub fn break_even_years(input: &Input<'_>) -> Value {
    let year = |payer: &'static str| match break_even(input, payer) {
        BreakEven::Year(year) => json!(input.plan.tables.start_year as usize + year),
        BreakEven::Never => json!("never"),
        BreakEven::NothingPaid => Value::Null,
    };
    map_of(payers().map(|payer| (payer.to_string(), year(payer)))).into()
}

/// When a payer's gains have covered what it paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BreakEven {
    /// In this year, counted from 0.
    Year(usize),
    /// Not within the years followed.
    Never,
    /// It never paid more than it gained.
    NothingPaid,
}

/// First year in which the running total of a payer stops being a loss.
#[must_use]
pub fn break_even(input: &Input<'_>, payer: &str) -> BreakEven {
    let mut total = 0.0;
    let mut paid = false;
    let followed = input.what_if.ledger.rows.first().map_or(0, |row| row.by_year.len());
    for year in 0..followed {
        total += input.what_if.ledger.net(payer, year);
        if total < -0.5 {
            paid = true;
        } else if paid && total >= 0.0 {
            return BreakEven::Year(year);
        }
    }
    if paid { BreakEven::Never } else { BreakEven::NothingPaid }
}

/// A column of the money of a run.
type Column = fn(&MoneyYear) -> f64;

/// Money by year inside the horizon: id and where it is.
pub const MONEY: [(&str, Column); 9] = [
    ("target", |m| m.target),
    ("cut", |m| m.cut),
    ("paid_in", |m| m.paid_in),
    ("repaid", |m| m.repaid),
    ("captured", |m| m.captured),
    ("spent", |m| m.spent),
    ("could_not_be_used", |m| m.returned),
    ("cut_and_given_to_no_programme", |m| m.unallocated),
    ("value_of_hospital_activity_averted", |m| m.averted),
];

/// Money by year inside the horizon.
#[must_use]
pub fn money(input: &Input<'_>) -> Value {
    let public_health: Option<f64> = input.area.pounds("public_health_net_gbp");
    let mut document = json!({
        "acute_hospital_gbp": input.plan.acute_gbp,
        "full_shift_gbp_per_year": input.plan.full_gbp,
        "share_of_public_health_spending": public_health.map(|spend| input.plan.full_gbp / spend),
        "occupancy": input.what_if.occupancy.iter().map(|(base, scenario)| json!([base, scenario])).collect::<Vec<_>>(),
        "winter_factor": input.plan.acute.winter_factor,
    });
    for (id, get) in MONEY {
        document[id] = json!(input.what_if.money.iter().map(get).collect::<Vec<f64>>());
    }
    document
}
