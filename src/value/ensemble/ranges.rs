//! The ranges of an answer as a document: what the command line writes and the page draws.

use serde_json::{Map, Value, json};

use crate::value::ensemble::desk::Desk;
use crate::value::ensemble::lines;
use crate::value::ensemble::record::Part;
use crate::value::ensemble::rows::{Line, Rows};
use crate::value::ensemble::summary::{QUANTILES, by_year, histogram};

/// Futures drawn as single lines.
pub const PATHS: usize = 20;

/// Everything known of the ranges. `seed` is that of the draw table, `start_year` the first calendar year.
#[must_use]
pub fn ranges(rows: &Rows, seed: u64, start_year: u32) -> Value {
    let desk = &mut Desk::default();
    let mut map = Map::new();
    map.insert("draws".into(), json!(rows.len()));
    map.insert("seed".into(), json!(seed));
    let levels: Map<String, Value> =
        QUANTILES.iter().map(|(name, share)| ((*name).to_string(), json!(share))).collect();
    map.insert("quantiles".into(), levels.into());
    for group in ["outcomes", "levels", "money", "kinds", "fairness"] {
        map.insert(group.into(), Value::Object(Map::new()));
    }
    let mut payers = Map::new();
    let mut estimates: Map<String, Value> = Map::new();
    for (at, block) in rows.blocks.iter().enumerate() {
        let columns = rows.block(at);
        let (key, value) = described(block.part, columns, (rows.years, start_year), desk);
        let target = match block.group.as_str() {
            "payer" => &mut payers,
            "estimate" => &mut estimates,
            group => match map.get_mut(plural(group)) {
                Some(Value::Object(list)) => list,
                _ => continue,
            },
        };
        let entry = target.entry(block.id.clone()).or_insert_with(|| Value::Object(Map::new()));
        if let Value::Object(entry) = entry {
            if block.part == Part::Year && block.group == "outcome" {
                entry.insert("paths".into(), json!(paths(columns)));
            }
            if let (Part::Horizon | Part::Motion, "outcome", Some(first)) =
                (block.part, block.group.as_str(), columns.first())
            {
                entry.insert(format!("{key}_histogram"), histogram(first));
            }
            entry.insert(key.into(), value);
        }
    }
    map.insert("payers".into(), payers.into());
    map.insert("estimates".into(), estimates.into());
    map.insert("ledger".into(), rows.lines.iter().map(|line| line_of(line, desk)).collect());
    map.into()
}

fn plural(group: &str) -> &'static str {
    match group {
        "outcome" => "outcomes",
        "level" => "levels",
        "kind" => "kinds",
        "money" => "money",
        _ => "fairness",
    }
}

/// Key and value of a block.
fn described(
    part: Part,
    columns: &[Vec<f64>],
    (years, start_year): (usize, u32),
    desk: &mut Desk,
) -> (&'static str, Value) {
    match part {
        Part::Year => ("difference", by_year(columns, desk)),
        Part::Horizon => ("by_horizon", sums(columns, desk)),
        Part::Motion => ("set_in_motion", sums(columns, desk)),
        Part::FifthYear => {
            ("by_quintile", columns.chunks(years.max(1)).map(|columns| by_year(columns, desk)).collect())
        }
        Part::FifthMotion => ("set_in_motion_by_quintile", each(columns, desk)),
        Part::Single => match columns {
            [only] => ("value", one(only, desk)),
            several => ("values", each(several, desk)),
        },
        Part::BreakEven => ("break_even", columns.first().map_or(Value::Null, |years| break_even(years, start_year))),
    }
}

/// One sum, or both: undiscounted and discounted.
fn sums(columns: &[Vec<f64>], desk: &mut Desk) -> Value {
    match columns {
        [only] => one(only, desk),
        several => {
            let words = ["undiscounted", "discounted"].map(str::to_string).into_iter();
            words.zip(several).map(|(word, column)| (word, one(column, desk))).collect()
        }
    }
}

fn each(columns: &[Vec<f64>], desk: &mut Desk) -> Value {
    columns.iter().map(|column| one(column, desk)).collect()
}

fn one(values: &[f64], desk: &mut Desk) -> Value {
    desk.sum_up(values).map_or(Value::Null, |summary| summary.document())
}

/// Shares of futures in which a payer has its money back.
#[derive(Debug, Clone, PartialEq)]
pub struct BrokenEven {
    /// By the end of each year up to the last in which any does.
    pub by_year: Vec<f64>,
    /// In which it never does.
    pub never: f64,
    /// In which it pays nothing.
    pub nothing_paid: f64,
    /// Of those in which it pays, years counted from 0 by the end of which each share of [`QUANTILES`] has its money back, infinite
    /// where so many never have; not a number if it pays in none.
    pub quantiles: [f64; QUANTILES.len()],
}

impl BrokenEven {
    /// Of the year in every future, infinite where never, not a number where nothing was paid.
    #[must_use]
    pub fn of(years: &[f64]) -> BrokenEven {
        #[allow(clippy::cast_precision_loss)] // at most 100,000 rows
        let share =
            |keep: &dyn Fn(f64) -> bool| years.iter().filter(|y| keep(**y)).count() as f64 / years.len().max(1) as f64;
        let last = years.iter().copied().filter(|year| year.is_finite()).fold(-1.0, f64::max);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // -1 to 141
        let followed = (last + 1.0) as u32;
        BrokenEven {
            by_year: (0..followed).map(|t| share(&|year| year <= f64::from(t))).collect(),
            never: share(&|year| year == f64::INFINITY),
            nothing_paid: share(&|year: f64| year.is_nan()),
            quantiles: back_by(years),
        }
    }
}

/// The year by the end of which each share has its money back. Years are whole and some infinite: nothing stands between two.
fn back_by(years: &[f64]) -> [f64; QUANTILES.len()] {
    let mut paid: Vec<f64> = years.iter().copied().filter(|year| !year.is_nan()).collect();
    paid.sort_by(f64::total_cmp);
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    // at most 100,000 rows
    let futures = |share: f64| (share * paid.len() as f64 - 1e-9).ceil() as usize;
    QUANTILES.map(|(_, share)| paid.get(futures(share).saturating_sub(1)).copied().unwrap_or(f64::NAN))
}

fn break_even(years: &[f64], start_year: u32) -> Value {
    let BrokenEven { by_year, never, nothing_paid, quantiles } = BrokenEven::of(years);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // at most 141
    let year = |t: f64| if t.is_finite() { json!(start_year + t as u32) } else { json!("never") };
    let named = QUANTILES.iter().zip(quantiles).map(|((name, _), t)| ((*name).to_string(), year(t)));
    let quantiles: Value = if quantiles[0].is_nan() { Value::Null } else { named.collect() };
    json!({
        "start_year": start_year, "by_year": by_year, "never": never, "nothing_paid": nothing_paid, "quantiles": quantiles,
    })
}

/// The first futures, each as a line over the years.
fn paths(columns: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let count = columns.first().map_or(0, |column| column.len().min(PATHS));
    (0..count).map(|row| columns.iter().map(|column| column[row]).collect()).collect()
}

fn line_of(line: &Line, desk: &mut Desk) -> Value {
    let (after, years) = line.columns.split_last().map_or((None, &[][..]), |(after, years)| (Some(after), years));
    json!({
        "payer": line.payer, "line": line.line, "kind": line.kind, "gbp": by_year(years, desk),
        "by_horizon_gbp": one(&lines::horizon(line), desk),
        "after_horizon_gbp": after.map_or(Value::Null, |after| one(after, desk)),
    })
}
