//! A shared-outcomes framework: which outcomes partners care about, what they aim for, how much each counts; and the score
//! of a scenario with what drives it.
//!
//! For each outcome the share of its target that the scenario reaches counts, at most once over in either direction, so
//! that one overshot target cannot buy off the others. The score is their mean by weight, times 100. What is not counted
//! reaches nothing and keeps its weight; the document says so.

use serde_json::{Value, json};

use crate::error::Faults;
use crate::inputs::node::Node;
use crate::inputs::reader::{self, Keys};
use crate::order::sort_short;
use crate::strata::QUINTILES;
use crate::value::report::{self, Input};

/// When an outcome is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// The change in one calendar year.
    Year(u32),
    /// The sum inside the horizon.
    ByHorizon,
    /// The sum followed to the end of everybody's life.
    SetInMotion,
}

/// One outcome of a framework.
#[derive(Debug, Clone, PartialEq)]
pub struct Aim {
    /// Outcome id.
    pub outcome: String,
    /// One fifth, 0 = most deprived, or all.
    pub quintile: Option<usize>,
    /// Change aimed for, in the outcome's unit; below 0 for fewer.
    pub change: f64,
    /// When it is read.
    pub reading: Reading,
    /// How much it counts, above 0.
    pub weight: f64,
}

/// A framework file.
#[derive(Debug, Clone, PartialEq)]
pub struct Framework {
    /// Name.
    pub name: String,
    /// What partners chose.
    pub aims: Vec<Aim>,
}

impl Framework {
    /// Reads a framework.
    ///
    /// # Errors
    /// All faults of the file.
    pub fn read(node: &Node) -> Result<Framework, Faults> {
        let mut faults = Faults::new();
        let mut keys = Keys::open("", node, &mut faults);
        let name = keys.words("name", &mut faults);
        keys.text_or_empty("note", &mut faults);
        let path = keys.at("outcomes");
        let nodes = keys.list("outcomes", &mut faults);
        let aims: Vec<Aim> = nodes
            .iter()
            .enumerate()
            .map(|(index, node)| Aim::read(&format!("{path}.{index}"), node, &mut faults))
            .collect();
        if aims.is_empty() {
            faults.add(path, "", "must name at least one outcome");
        }
        keys.done(&mut faults);
        faults.finish(Framework { name, aims })
    }
}

impl Aim {
    fn read(path: &str, node: &Node, faults: &mut Faults) -> Aim {
        let mut keys = Keys::open(path, node, faults);
        let outcome = keys.words("outcome", faults);
        let change = keys.number("target_change", faults);
        if change == 0.0 {
            faults.add(keys.at("target_change"), change, "must not be 0: how much more or fewer is aimed for?");
        }
        let weight = keys.number("weight", faults);
        if weight <= 0.0 {
            faults.add(keys.at("weight"), weight, "must be above 0; leave the outcome out instead");
        }
        let year = keys.optional("year").map(|year| reader::whole(&keys.at("year"), year, 2000, 2200, faults));
        let account = keys.optional_text("account", faults);
        let reading = match (year, account.as_deref()) {
            (Some(year), None) => Reading::Year(year),
            (None, Some("by_horizon")) => Reading::ByHorizon,
            (None, Some("set_in_motion") | None) => Reading::SetInMotion,
            (_, Some(word)) => {
                faults.add(keys.at("account"), word, "give a year, or account: by_horizon or set_in_motion");
                Reading::SetInMotion
            }
        };
        #[allow(clippy::cast_possible_truncation)] // 1 to 5
        let quintile = keys
            .optional("quintile")
            .map(|node| reader::whole(&keys.at("quintile"), node, 1, QUINTILES as u32, faults) as usize - 1);
        keys.text_or_empty("note", faults);
        keys.done(faults);
        Aim { outcome, quintile, change, reading, weight }
    }

    /// The change a run brings, `None` where it is not counted.
    ///
    /// # Errors
    /// An unknown outcome, or a year that is not shown.
    pub fn brought(&self, input: &Input<'_>) -> Result<Option<f64>, Faults> {
        let Some(flow) = input.what_if.flows.get(&self.outcome) else {
            let known: Vec<&str> = input.what_if.flows.list.iter().map(|flow| flow.id.as_str()).collect();
            return Err(Faults::one(
                "outcomes",
                &self.outcome,
                format!("no such outcome; known: {}", known.join(", ")),
            ));
        };
        if report::not_counted(input, &self.outcome) {
            return Ok(None);
        }
        let pick = |fifths: [f64; QUINTILES]| self.quintile.map_or(fifths.iter().sum::<f64>(), |q| fifths[q]);
        let value = match self.reading {
            Reading::SetInMotion => pick(flow.sum_by_fifth(usize::MAX, 0.0)),
            Reading::ByHorizon => pick(flow.sum_by_fifth(input.what_if.years, 0.0)),
            Reading::Year(year) => {
                let index = year.checked_sub(input.plan.tables.start_year).map(|index| index as usize);
                match index.filter(|index| *index < input.what_if.years) {
                    Some(index) => pick(flow.by_year[index]),
                    None => return Err(Faults::one("outcomes.year", year, "is not among the years shown")),
                }
            }
        };
        Ok(Some(value + 0.0))
    }
}

/// The share of a target reached, at most once over in either direction.
#[must_use]
pub fn reached(change: f64, target: f64) -> f64 {
    (change / target).clamp(-1.0, 1.0)
}

/// The score of a run with what drives it, largest part first.
///
/// # Errors
/// Unknown outcomes and years that are not shown.
pub fn score(framework: &Framework, input: &Input<'_>) -> Result<Value, Faults> {
    let weights: f64 = framework.aims.iter().map(|aim| aim.weight).sum();
    let mut rows: Vec<(f64, Value)> = Vec::new();
    let mut total = 0.0;
    let mut silent = 0.0;
    for aim in &framework.aims {
        let brought = aim.brought(input)?;
        let share = brought.map_or(0.0, |change| reached(change, aim.change));
        let points = 100.0 * aim.weight / weights * share;
        total += points;
        silent += if brought.is_none() { aim.weight / weights } else { 0.0 };
        rows.push((
            points,
            json!({
                "outcome": aim.outcome, "quintile": aim.quintile.map(|q| q + 1), "target_change": aim.change, "change": brought,
                "share_reached": brought.map(|change| change / aim.change), "weight": aim.weight, "points": points,
            }),
        ));
    }
    sort_short(&mut rows, |a, b| b.0.abs().total_cmp(&a.0.abs()));
    Ok(json!({
        "framework": framework.name,
        "score": total,
        "share_of_weight_not_counted": silent,
        "drivers": rows.into_iter().map(|(_, row)| row).collect::<Vec<_>>(),
    }))
}
