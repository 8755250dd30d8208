//! Rank correlation: whether a net benefit rises or falls with a figure over the draws, whatever the shape.

/// Ranks from 1, equal values sharing the mean of their ranks.
#[must_use]
#[allow(clippy::cast_precision_loss)] // at most 100,000 rows
pub fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    let mut from = 0;
    while from < order.len() {
        let same = order[from..].iter().take_while(|at| values[**at] == values[order[from]]).count();
        let shared = from as f64 + 0.5 * (same as f64 + 1.0);
        order[from..from + same].iter().for_each(|at| ranks[*at] = shared);
        from += same;
    }
    ranks
}

/// Spearman's rank correlation, the correlation of the ranks; `None` if either side takes one value only, or the lengths
/// differ.
///
/// ```
/// use headwater::value::sensitivity::rank::spearman;
/// assert_eq!(spearman(&[1.0, 2.0, 3.0], &[1.0, 8.0, 27.0]), Some(1.0));
/// assert_eq!(spearman(&[1.0, 2.0, 3.0], &[5.0, 5.0, 5.0]), None);
/// ```
#[must_use]
pub fn spearman(x: &[f64], y: &[f64]) -> Option<f64> {
    if x.len() != y.len() || x.is_empty() {
        return None;
    }
    let (x, y) = (ranks(x), ranks(y));
    #[allow(clippy::cast_precision_loss)] // at most 100,000 rows
    let middle = 0.5 * (x.len() as f64 + 1.0);
    let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| (a - middle) * (b - middle)).sum::<f64>();
    let spread = product(&x, &x) * product(&y, &y);
    (spread > 0.0).then(|| product(&x, &y) / spread.sqrt())
}
