//! Natural cubic splines: a smooth curve through a few knots, straight beyond the outer two.

/// Columns of a natural cubic spline of `values`, without the constant: the value itself, standardised, and one column less
/// than twice removed for each knot. Knots stand at the quantiles `shares` of the values; knots that fall together are one. A
/// figure of one value gives no column.
///
/// Basis of Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", equation 5.4: `d_k - d_(K-1)` with
/// `d_k(x) = ((x - t_k)+^3 - (x - t_K)+^3) / (t_K - t_k)`.
#[must_use]
pub fn columns(values: &[f64], shares: &[f64]) -> Vec<Vec<f64>> {
    let Some(x) = standardised(values) else { return Vec::new() };
    let knots = knots(&x, shares);
    let mut columns = vec![x.clone()];
    let Some((last, rest)) = knots.split_last().filter(|(_, rest)| rest.len() > 1) else { return columns };
    let cubed = |over: f64| if over > 0.0 { over * over * over } else { 0.0 };
    let bend = |x: f64, knot: f64| (cubed(x - knot) - cubed(x - last)) / (last - knot);
    let before_last = rest[rest.len() - 1];
    for knot in &rest[..rest.len() - 1] {
        let column: Vec<f64> = x.iter().map(|x| bend(*x, *knot) - bend(*x, before_last)).collect();
        columns.extend(standardised(&column));
    }
    columns
}

/// Mean 0 and standard deviation 1; `None` if all values are the same.
#[must_use]
#[allow(clippy::cast_precision_loss)] // at most 100,000 rows
pub fn standardised(values: &[f64]) -> Option<Vec<f64>> {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let spread = (values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / count).sqrt();
    let moves = spread > 1e-12 * mean.abs() && spread.is_finite();
    moves.then(|| values.iter().map(|value| (value - mean) / spread).collect())
}

fn knots(values: &[f64], shares: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let mut knots: Vec<f64> =
        shares.iter().map(|share| crate::value::ensemble::summary::quantile(&sorted, *share)).collect();
    knots.dedup_by(|a, b| (*a - *b).abs() < 1e-9);
    knots
}
