//! The 2.5%, 50% and 97.5% quantiles of every series over all draws, by selection: nothing is sorted.

use crate::SERIES;

/// Quantiles of each number of [`SERIES`]; `out` holds draws one after another.
pub fn quantiles(out: &[f64]) -> Vec<[f64; 3]> {
    let count = out.len() / SERIES;
    let (low, middle, high) = (count * 25 / 1000, count / 2, count * 975 / 1000);
    let mut column = Vec::with_capacity(count);
    let of = |at: usize| {
        column.clear();
        column.extend(out.chunks_exact(SERIES).map(|draw| draw[at]));
        let (below, median, above) = column.select_nth_unstable_by(middle, f64::total_cmp);
        let median = *median;
        let lower = *below.select_nth_unstable_by(low, f64::total_cmp).1;
        let upper = *above.select_nth_unstable_by(high - middle - 1, f64::total_cmp).1;
        [lower, median, upper]
    };
    (0..SERIES).map(of).collect()
}
