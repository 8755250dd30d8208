//! A smooth function of a normal score, kept as a Chebyshev series: a quantile for the price of a polynomial.

use std::f64::consts::PI;

use crate::math;

/// The series serves scores from -REACH to REACH; draws beyond are one in 500 million, or rare where a belief is bent.
const REACH: f64 = 6.0;
/// Terms. The functions here are nearly straight lines, so few would do; a check refuses those that need more.
const TERMS: usize = 32;
/// Largest error at the points of the check.
const ACCURATE: f64 = 1e-10;
/// Points of the check as parts of the reach: the ends, where a series is worst, and some between its nodes.
const CHECKED: [f64; 6] = [-1.0, -0.93, -0.41, 0.07, 0.72, 1.0];

/// Terms smaller than this are left out from the end.
const NOTHING: f64 = 1e-13;

/// The series of one function.
#[derive(Debug, Clone, PartialEq)]
pub struct Series(Vec<f64>);

impl Series {
    /// The series of a function; `None` if so many terms are not accurate to 1e-10.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // 32
    pub fn of(function: impl Fn(f64) -> f64) -> Option<Series> {
        let angle = |node: usize| PI * (node as f64 + 0.5) / TERMS as f64;
        let values: Vec<f64> = (0..TERMS).map(|node| function(REACH * math::cos(angle(node)))).collect();
        let mut terms = vec![0.0; TERMS];
        for (term, coefficient) in terms.iter_mut().enumerate() {
            let sum: f64 = values.iter().enumerate().map(|(node, v)| v * math::cos(term as f64 * angle(node))).sum();
            *coefficient = sum * if term == 0 { 1.0 } else { 2.0 } / TERMS as f64;
        }
        let last = terms.iter().rposition(|term| term.abs() > NOTHING).unwrap_or(0);
        terms.truncate(last + 1);
        let series = Series(terms);
        let close =
            |part: &f64| series.at(part * REACH).is_some_and(|found| (found - function(part * REACH)).abs() < ACCURATE);
        CHECKED.iter().all(close).then_some(series)
    }

    /// The function at a score, by the recurrence of Clenshaw; `None` beyond the reach.
    #[must_use]
    pub fn at(&self, z: f64) -> Option<f64> {
        let x = z / REACH;
        if x.abs() > 1.0 {
            return None;
        }
        let (first, others) = self.0.split_first()?;
        let (mut next, mut after) = (0.0, 0.0);
        for coefficient in others.iter().rev() {
            (next, after) = (coefficient + 2.0 * x * next - after, next);
        }
        Some(first + x * next - after)
    }
}
