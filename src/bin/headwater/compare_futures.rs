//! Possible futures of scenarios that are compared: each one's ranges, and how often the first is ahead of another in the same
//! futures.

use headwater::error::Faults;
use headwater::inputs::evidence::Evidence;
use headwater::inputs::place::Area;
use headwater::value::ensemble::pairs;
use headwater::value::ensemble::ranges::ranges;
use headwater::value::ensemble::record::View;
use headwater::value::ensemble::rows::Rows;
use serde_json::{Value, json};

use crate::futures::{Engine, futures};
use crate::run::Given;

/// What was found; empty unless futures were asked for.
#[derive(Debug, Default)]
pub struct Found {
    /// Of each scenario.
    pub ranges: Vec<Value>,
    /// The first scenario less each of the others.
    pub pairs: Vec<Value>,
}

/// Runs the futures of every scenario and takes the first less each of the others.
pub fn of(
    area: &Area,
    evidence: &Evidence,
    given: &[Given],
    (draws, seed): (Option<usize>, u64),
) -> Result<Found, Faults> {
    let Some(count) = draws else { return Ok(Found::default()) };
    let view = View { fifths: false, ..View::WHOLE };
    let run = |given: &Given| futures(area, evidence, given, (count, seed), (Engine::Quick, view.clone()));
    let all = given.iter().map(run).collect::<Result<Vec<Rows>, Faults>>()?;
    let start_year = evidence.info.start_year;
    let pair = |(number, other): (usize, &Rows)| -> Result<Value, Faults> {
        Ok(json!({ "one": 1, "other": number + 1, "differences": pairs::pairs(&all[0], other, start_year)? }))
    };
    Ok(Found {
        ranges: all.iter().map(|rows| ranges(rows, seed, start_year)).collect(),
        pairs: all.iter().enumerate().skip(1).map(pair).collect::<Result<_, _>>()?,
    })
}

/// How often the first scenario gains more healthy years than another, as a count over futures.
pub fn text(document: &Value) -> String {
    let mut page = String::new();
    for pair in document["pairs"].as_array().into_iter().flatten() {
        let found = &pair["differences"]["outcomes"]["qalys"]["set_in_motion"]["undiscounted"];
        if let Some(share) = found["above_zero"].as_f64() {
            page += &format!(
                "In {:.1}% of {} futures [{}] sets more healthy years in motion than [{}].\n",
                100.0 * share,
                pair["differences"]["draws"],
                pair["one"],
                pair["other"]
            );
        }
    }
    page
}
