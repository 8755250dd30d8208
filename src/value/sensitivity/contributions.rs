//! Why this number, with uncertainty: what each programme and channel contributes, over possible futures.
//!
//! Each future is split as the central answer is ([`crate::value::explanation`]), which takes a run for every programme and
//! channel. So a smaller number of futures is split than is drawn for the whole.

use serde_json::{Value, json};

use crate::error::Faults;
use crate::model::what_if::run::Part;
use crate::value::ensemble::Ensemble;
use crate::value::ensemble::summary::Summary;
use crate::value::explanation::{Contribution, Runs, contributions};
use crate::value::report::Input;
use crate::value::sensitivity::about::About;

/// Splits one future into its parts, as counted in the outcome itself (below 0: less of it).
///
/// # Errors
/// As [`Ensemble::future`].
pub fn of_future(ensemble: &Ensemble<'_>, index: usize, about: &About) -> Result<Vec<Contribution>, Faults> {
    let part = Part { horizon_only: about.horizon_only(), ..Part::default() };
    ensemble.with_run(index, part, |input| of_input(input, about))
}

/// Splits a run into its parts; none for a payer's money.
///
/// # Errors
/// As [`Runs::of_parts`].
pub fn of_input(input: &Input<'_>, about: &About) -> Result<Vec<Contribution>, Faults> {
    let Some(outcome) = about.outcome() else { return Ok(Vec::new()) };
    let runs = Runs::of_parts(input, about.horizon_only())?;
    Ok(contributions(input, &runs, outcome))
}

/// The amount of a part that is asked about, counted so that above 0 is better.
#[must_use]
pub fn amount(about: &About, part: &Contribution) -> f64 {
    let sum = if about.horizon_only() { part.by_horizon } else { part.set_in_motion };
    about.direction() * sum + 0.0
}

/// Every part of the central answer or of any future, with its range over the futures; in a future without it a part is 0.
#[must_use]
pub fn document(about: &About, central: &[Contribution], futures: &[Vec<Contribution>]) -> Value {
    let mut parts: Vec<&Contribution> = Vec::new();
    for part in central.iter().chain(futures.iter().flatten()) {
        if !parts.iter().any(|known| same(known, part)) {
            parts.push(part);
        }
    }
    let amount_in = |list: &[Contribution], part: &Contribution| {
        list.iter().find(|known| same(known, part)).map_or(0.0, |found| amount(about, found))
    };
    let row = |part: &&Contribution| {
        let values: Vec<f64> = futures.iter().map(|future| amount_in(future, part)).collect();
        json!({
            "programme": (!part.programme.is_empty()).then_some(&part.programme), "channel": part.channel,
            "label": part.label, "central": amount_in(central, part),
            "futures": Summary::of(&values).map(|summary| summary.document()),
        })
    };
    let mut rows: Vec<Value> = parts.iter().map(row).collect();
    let size = |row: &Value| row["central"].as_f64().unwrap_or(0.0).abs();
    rows.sort_by(|a, b| size(b).total_cmp(&size(a)));
    json!({ "draws": futures.len(), "parts": rows })
}

fn same(one: &Contribution, other: &Contribution) -> bool {
    one.programme == other.programme && one.channel == other.channel
}
