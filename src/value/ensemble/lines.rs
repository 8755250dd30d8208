//! Lines of the ledger over many futures: what is said of a whole line. A range of a sum is no sum of ranges, so it is taken
//! over futures here and nowhere else.

use serde_json::Value;

use super::rows::Line;
use super::summary::Summary;

/// Pounds of a line over all years of the horizon, in every future.
#[must_use]
pub fn horizon(line: &Line) -> Vec<f64> {
    let years = line.columns.split_last().map_or(&[][..], |(_, years)| years);
    let rows = line.columns.first().map_or(0, Vec::len);
    (0..rows).map(|row| years.iter().map(|year| year[row]).sum()).collect()
}

/// The same as a document.
#[must_use]
pub fn by_horizon(line: &Line) -> Value {
    Summary::of(&horizon(line)).map_or(Value::Null, |summary| summary.document())
}
