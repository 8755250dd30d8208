//! Lines of the ledger over many futures: what is said of a whole line. A range of a sum is no sum of ranges, so it is taken
//! over futures here and nowhere else.

use super::rows::Line;

/// Pounds of a line over all years of the horizon, in every future.
#[must_use]
pub fn horizon(line: &Line) -> Vec<f64> {
    let years = line.columns.split_last().map_or(&[][..], |(_, years)| years);
    let rows = line.columns.first().map_or(0, Vec::len);
    (0..rows).map(|row| years.iter().fold(0.0, |sum, year| sum + year[row])).collect()
}
