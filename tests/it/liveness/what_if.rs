//! Every figure a scenario reads moves something that scenarios say, or is on a list that says why not.

mod cases;
mod still;

use std::collections::BTreeSet;

use headwater::inputs::evidence::{Figure, PriceYear, Role, Uncertainty};
use headwater::model::tables::Tables;
use headwater::model::what_if::run::WhatIf;

use super::parameters::MOVING;
use crate::support::shipped::{evidence, tables};
use crate::support::what_if::try_scenario;
use cases::{Case, cases};
use still::{STILL, UNREAD};

/// Another value that the evidence allows: half way to the farther end of the range, or 10% less where there is none.
/// Pounds are those of the pack's price year, as a scenario gives them.
fn nudged(figure: &Figure) -> f64 {
    let factor = match &figure.price_year {
        Some(PriceYear::Financial(year)) => tables().price_factor(year).unwrap_or(1.0),
        _ => 1.0,
    };
    let other = match &figure.uncertainty {
        Uncertainty::Range { low, high, .. } => {
            let end = if high - figure.value > figure.value - low { high } else { low };
            f64::midpoint(figure.value, *end)
        }
        Uncertainty::Fixed(_) if figure.value == 0.0 => 0.001,
        Uncertainty::Fixed(_) => 0.9 * figure.value,
    };
    other * factor
}

/// Far above the rounding of a sum in another order, far below what a nudge does.
const NOISE: f64 = 1e-10;

fn lists_differ<'a>(one: impl Iterator<Item = &'a f64>, other: impl Iterator<Item = &'a f64>) -> bool {
    let (one, other): (Vec<f64>, Vec<f64>) = (one.copied().collect(), other.copied().collect());
    let scale = one.iter().fold(0.0, |scale: f64, value| scale.max(value.abs()));
    one.len() != other.len() || one.iter().zip(&other).any(|(a, b)| (a - b).abs() > NOISE * scale)
}

/// Warnings, but for the one that says that a nudge is outside the range.
fn said(what_if: &WhatIf) -> Vec<&String> {
    what_if.warnings.iter().filter(|warning| !warning.contains("beyond the range of the evidence")).collect()
}

/// True if a flow, a row of the ledger, the use of beds or a warning is not the same.
fn differ(one: &WhatIf, other: &WhatIf) -> bool {
    let flows = one.flows.list.iter().zip(&other.flows.list);
    let mut rows = one.ledger.rows.iter().zip(&other.ledger.rows);
    let beds = |what_if: &WhatIf| what_if.occupancy.iter().map(|(_, scenario)| *scenario).collect::<Vec<_>>();
    one.ledger.rows.len() != other.ledger.rows.len()
        || said(one) != said(other)
        || flows.into_iter().any(|(a, b)| lists_differ(a.by_year.iter().flatten(), b.by_year.iter().flatten()))
        || rows.any(|(a, b)| a.line != b.line || a.payer != b.payer || lists_differ(a.by_year.iter(), b.by_year.iter()))
        || lists_differ(beds(one).iter(), beds(other).iter())
}

/// The first case in which a figure moves something; those that read it are tried, cheap ones first.
fn moves<'a>(cases: &'a [Case], figure: &Figure, reads: impl Fn(&Case) -> bool) -> Option<&'a Case> {
    let value = nudged(figure);
    cases
        .iter()
        .filter(|case| reads(case))
        .find(|case| differ(&case.base, &case.run(Some((&figure.id, value)))) || case.says_otherwise(&figure.id, value))
}

#[test]
fn every_figure_that_a_scenario_reads_moves_something_or_has_a_reason() {
    let cases = cases();
    let read: BTreeSet<&str> = cases.iter().flat_map(|case| case.used.iter().map(String::as_str)).collect();
    let parameters = evidence().parameters.iter().filter(|figure| read.contains(figure.id.as_str()));
    let effects = evidence().effects.iter().filter(|effect| effect.role == Role::Used);
    let (mut wrong, mut needed, mut count) = (Vec::new(), BTreeSet::new(), 0);
    let mut judge = |figure: &Figure, moved: bool| {
        count += 1;
        let reason = STILL.iter().find(|(id, _)| *id == figure.id);
        needed.extend(reason.map(|(id, _)| *id));
        match (moved, reason) {
            (false, None) => wrong.push(format!("{} moves nothing, and no reason is given", figure.id)),
            (true, Some((id, why))) => wrong.push(format!("{id} moves something, so \"{why}\" is not true")),
            _ => {}
        }
    };
    for figure in parameters {
        judge(figure, moves(cases, figure, |case| case.used.contains(&figure.id)).is_some());
    }
    for effect in effects {
        judge(&effect.figure, moves(cases, &effect.figure, |case| case.pays(&effect.programme)).is_some());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for (id, why) in STILL {
        assert!(needed.contains(id), "no scenario reads {id}: the reason \"{why}\" is not needed");
    }
    assert!(count > 300, "only {count} figures were tried");
}

/// What the tables take from a side of a disagreement is read only under that side.
#[test]
fn a_side_that_the_tables_take_moves_them() {
    let tables_with = |own: &str| {
        let json = format!(r#"{{"switches":{{"demand_growth":"elicited"}},"assumptions":{{{own}}}}}"#);
        let scenario = try_scenario(&json).unwrap_or_else(|faults| panic!("{faults}"));
        Tables::for_scenario(evidence(), &scenario).unwrap_or_else(|faults| panic!("{faults}"))
    };
    assert!(tables_with("") != tables_with(r#""acute.growth_elicited":0.01"#));
}

#[test]
fn every_parameter_is_read_by_something_or_is_only_shown() {
    let cases = cases();
    let lens = evidence().topdown.iter().flat_map(|record| [record.health_care.as_str(), record.prevention.as_str()]);
    let read: BTreeSet<&str> = MOVING
        .into_iter()
        .chain(["acute.growth_elicited"])
        .chain(lens)
        .chain(cases.iter().flat_map(|case| case.used.iter().map(String::as_str)))
        .collect();
    let shown_only = evidence().parameters.iter().filter(|figure| !figure.provenance.input);
    let read_all_the_same: Vec<_> = shown_only.map(|figure| &*figure.id).filter(|id| read.contains(id)).collect();
    assert!(read_all_the_same.is_empty(), "read, and said to be only shown: {read_all_the_same:?}");
    let unread = evidence().parameters.iter().filter(|figure| figure.provenance.input && !read.contains(&*figure.id));
    let (mut needed, mut wrong) = (BTreeSet::new(), Vec::new());
    for figure in unread {
        match UNREAD.iter().position(|(start, _)| figure.id.starts_with(start)) {
            Some(position) => {
                needed.insert(position);
            }
            None => wrong.push(figure.id.clone()),
        }
    }
    assert!(wrong.is_empty(), "nothing reads these, and no reason is given:\n{}", wrong.join("\n"));
    for (position, (start, why)) in UNREAD.iter().enumerate() {
        assert!(needed.contains(&position), "nothing needs the reason \"{why}\" ({start}) any more");
    }
}
