//! The standard normal distribution.

use std::f64::consts::{FRAC_1_SQRT_2, PI};

use crate::math;

/// Share of the standard normal below `z`.
///
/// ```
/// use headwater::model::draws::normal;
/// assert!((normal::cdf(1.959_963_984_540_054) - 0.975).abs() < 1e-15);
/// ```
#[must_use]
pub fn cdf(z: f64) -> f64 {
    0.5 * math::erfc(-z * FRAC_1_SQRT_2)
}

/// The value below which a share `p` of the standard normal lies; infinite at 0 and 1. Error below 1e-13.
///
/// Acklam's rational approximation (relative error 1e-9), then one step of Halley's method on [`cdf`].
#[must_use]
pub fn quantile(p: f64) -> f64 {
    if p > 0.5 {
        return -lower(1.0 - p);
    }
    lower(p)
}

/// The same for `p` up to one half, where [`cdf`] keeps its relative accuracy.
fn lower(p: f64) -> f64 {
    if p <= 0.0 {
        return f64::NEG_INFINITY;
    }
    let z = approximate(p);
    let error = (cdf(z) - p) * (2.0 * PI).sqrt() * math::exp(0.5 * z * z);
    z - error / (1.0 + 0.5 * z * error)
}

const A: [f64; 6] = [
    -3.969_683_028_665_376e1,
    2.209_460_984_245_205e2,
    -2.759_285_104_469_687e2,
    1.383_577_518_672_69e2,
    -3.066_479_806_614_716e1,
    2.506_628_277_459_239,
];
const B: [f64; 6] = [
    -5.447_609_879_822_406e1,
    1.615_858_368_580_409e2,
    -1.556_989_798_598_866e2,
    6.680_131_188_771_972e1,
    -1.328_068_155_288_572e1,
    1.0,
];
const C: [f64; 6] = [
    -7.784_894_002_430_293e-3,
    -3.223_964_580_411_365e-1,
    -2.400_758_277_161_838,
    -2.549_732_539_343_734,
    4.374_664_141_464_968,
    2.938_163_982_698_783,
];
const D: [f64; 5] =
    [7.784_695_709_041_462e-3, 3.224_671_290_700_398e-1, 2.445_134_137_142_996, 3.754_408_661_907_416, 1.0];

fn approximate(p: f64) -> f64 {
    if p < 0.02425 {
        let q = (-2.0 * math::ln(p)).sqrt();
        return polynomial(&C, q) / polynomial(&D, q);
    }
    let q = p - 0.5;
    q * polynomial(&A, q * q) / polynomial(&B, q * q)
}

fn polynomial(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().fold(0.0, |sum, coefficient| sum * x + coefficient)
}
