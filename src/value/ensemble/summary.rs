//! Many values of one figure in a few: quantiles, mean, shares above and below 0, counts for a histogram.

use serde_json::{Value, json};

use super::desk::Desk;

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
        Desk::default().sum_up(values)
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
pub fn by_year(columns: &[Vec<f64>], desk: &mut Desk) -> Value {
    let Some(all) = columns.iter().map(|column| desk.sum_up(column)).collect::<Option<Vec<_>>>() else {
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

/// Where a quantile lies in a sorted list: share of the way to the next value, and the value below.
pub(super) fn place(count: usize, p: f64) -> (f64, usize) {
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
