//! Many values of one figure in a few: quantiles, mean, shares above and below 0, counts for a histogram.

use serde_json::{Value, json};

/// Quantiles given everywhere, and their names: the middle half and the middle nine tenths of all futures.
pub const QUANTILES: [(&str, f64); 5] =
    [("low90", 0.05), ("low50", 0.25), ("middle", 0.5), ("high50", 0.75), ("high90", 0.95)];
/// Bars of a histogram.
const BARS: usize = 24;

/// One figure over all futures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Summary {
    /// In the order of [`QUANTILES`].
    pub quantiles: [f64; 5],
    /// Mean.
    pub mean: f64,
    /// Share of futures in which it is above 0.
    pub above_zero: f64,
    /// Share of futures in which it is below 0.
    pub below_zero: f64,
}

impl Summary {
    /// Sums up; `None` if there is no value, or one that is not a number.
    #[must_use]
    pub fn of(values: &[f64]) -> Option<Summary> {
        if values.is_empty() || values.iter().any(|value| value.is_nan()) {
            return None;
        }
        let mut scratch = values.to_vec();
        #[allow(clippy::cast_precision_loss)] // at most 100,000 rows
        let (count, share) = (values.len() as f64, |n: usize| n as f64 / values.len() as f64);
        Some(Summary {
            quantiles: quantiles(&mut scratch),
            mean: values.iter().sum::<f64>() / count,
            above_zero: share(values.iter().filter(|value| **value > 0.0).count()),
            below_zero: share(values.iter().filter(|value| **value < 0.0).count()),
        })
    }

    /// As a document.
    #[must_use]
    pub fn document(&self) -> Value {
        let mut map: serde_json::Map<String, Value> = QUANTILES
            .iter()
            .zip(self.quantiles)
            .map(|((name, _), value)| ((*name).to_string(), json!(value)))
            .collect();
        map.insert("mean".into(), json!(self.mean));
        map.insert("above_zero".into(), json!(self.above_zero));
        map.insert("below_zero".into(), json!(self.below_zero));
        map.into()
    }
}

/// Several figures, such as the years of a series: one list for each quantile.
#[must_use]
pub fn by_year(columns: &[Vec<f64>]) -> Value {
    let Some(all) = columns.iter().map(|column| Summary::of(column)).collect::<Option<Vec<_>>>() else {
        return Value::Null;
    };
    let list = |get: &dyn Fn(&Summary) -> f64| all.iter().map(get).collect::<Vec<f64>>();
    let mut map: serde_json::Map<String, Value> = QUANTILES
        .iter()
        .enumerate()
        .map(|(at, (name, _))| ((*name).to_string(), json!(list(&|summary| summary.quantiles[at]))))
        .collect();
    map.insert("mean".into(), json!(list(&|summary| summary.mean)));
    map.insert("above_zero".into(), json!(list(&|summary| summary.above_zero)));
    map.insert("below_zero".into(), json!(list(&|summary| summary.below_zero)));
    map.into()
}

/// The quantiles of [`QUANTILES`], in rising order, of a list that is not sorted: only the values they lie between are put in their
/// places.
fn quantiles(values: &mut [f64]) -> [f64; 5] {
    let mut from = 0;
    QUANTILES.map(|(_, p)| {
        let (at, below) = place(values.len(), p);
        // What stands before `from` is in its place already, or not wanted any more.
        if below >= from {
            values[from..].select_nth_unstable_by(below - from, f64::total_cmp);
            from = below + 1;
        }
        let low = values[below];
        let above = values[from..]
            .iter()
            .copied()
            .fold(f64::INFINITY, |least, value| if value < least { value } else { least });
        if at > 0.0 && from < values.len() { low + at * (above - low) } else { low }
    })
}

/// Where a quantile lies in a sorted list: share of the way to the next value, and the value below.
fn place(count: usize, p: f64) -> (f64, usize) {
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    // a position in the list
    let (at, below) = {
        let at = p * (count.max(1) - 1) as f64;
        (at - at.floor(), at.floor() as usize)
    };
    (at, below)
}

/// The value below which a share `p` of a sorted list lies, straight lines between order statistics: (n - 1) p from the
/// first (Hyndman and Fan's definition 7).
///
/// ```
/// use headwater::value::ensemble::summary::quantile;
/// assert_eq!(quantile(&[1.0, 2.0, 4.0], 0.75), 3.0);
/// ```
#[must_use]
pub fn quantile(sorted: &[f64], p: f64) -> f64 {
    let (at, below) = place(sorted.len(), p);
    match (sorted.get(below), sorted.get(below + 1)) {
        (Some(low), Some(high)) if at > 0.0 => low + at * (high - low),
        (Some(low), _) => *low,
        _ => f64::NAN,
    }
}

/// Counts in equal bars between the least and the greatest value.
#[must_use]
pub fn histogram(values: &[f64]) -> Value {
    let (low, high) = values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
        (if *value < low { *value } else { low }, if *value > high { *value } else { high })
    });
    if !(low.is_finite() && high.is_finite()) {
        return Value::Null;
    }
    let mut counts = [0_u32; BARS];
    for value in values {
        #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 to BARS
        let bar = if high > low { ((value - low) / (high - low) * BARS as f64) as usize } else { 0 };
        counts[bar.min(BARS - 1)] += 1;
    }
    json!({ "from": low, "to": high, "counts": counts })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_of_a_list_are_those_of_the_same_list_sorted() {
        let mut next = 1_u64;
        for count in (1..40).chain([250, 1_000]) {
            let values: Vec<f64> = (0..count)
                .map(|_| {
                    next = next.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    #[allow(clippy::cast_precision_loss)] // 0 to 15: many are equal
                    let value = (next >> 60) as f64 - 8.0;
                    value
                })
                .collect();
            let mut sorted = values.clone();
            sorted.sort_by(f64::total_cmp);
            let mut own = values.clone();
            assert_eq!(quantiles(&mut own), QUANTILES.map(|(_, p)| quantile(&sorted, p)), "{count}");
        }
    }
}
