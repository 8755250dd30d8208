//! The gamma distribution of scale 1, over the logarithm of its value.

use crate::math;
use crate::model::draws::score::Curve;

/// Steps of a series or continued fraction; the widest shapes here need a tenth of them.
const MOST_STEPS: u32 = 10_000;
/// Smallest change that still counts.
const LAST_BIT: f64 = 2.0 * f64::EPSILON;

/// A gamma distribution of scale 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gamma {
    shape: f64,
    ln_gamma: f64,
}

impl Gamma {
    /// With this shape, above 0.
    #[must_use]
    pub fn new(shape: f64) -> Gamma {
        Gamma { shape, ln_gamma: math::ln_gamma(shape) }
    }

    /// Sum of `x^n / (shape (shape + 1) ... (shape + n))`: the share below `x` over the density, for small `x`.
    fn series(self, x: f64) -> f64 {
        let (mut term, mut sum, mut at) = (1.0 / self.shape, 1.0 / self.shape, self.shape);
        for _ in 0..MOST_STEPS {
            at += 1.0;
            term *= x / at;
            sum += term;
            if term < sum * LAST_BIT {
                break;
            }
        }
        sum
    }

    /// The share above `x` over the density, for large `x`: a continued fraction by the method of Lentz.
    fn fraction(self, x: f64) -> f64 {
        let mut b = x + 1.0 - self.shape;
        let (mut c, mut d) = (f64::MAX, 1.0 / b);
        let mut product = d;
        for step in 1..=MOST_STEPS {
            let step = f64::from(step);
            let a = -step * (step - self.shape);
            b += 2.0;
            d = 1.0 / (a * d + b);
            c = b + a / c;
            product *= c * d;
            if (c * d - 1.0).abs() < LAST_BIT {
                break;
            }
        }
        product
    }
}

impl Curve for Gamma {
    fn middle(self) -> f64 {
        math::ln(self.shape) - 1.0 / (3.0 * self.shape)
    }

    fn spread(self) -> f64 {
        (1.0 / self.shape).sqrt()
    }

    fn tails(self, t: f64) -> (f64, f64, f64) {
        let x = math::exp(t);
        if x == f64::INFINITY {
            return (1.0, 0.0, 0.0);
        }
        let density = math::exp(self.shape * t - x - self.ln_gamma);
        if x < self.shape + 1.0 {
            let below = density * self.series(x);
            return (below, 1.0 - below, density);
        }
        let above = density * self.fraction(x);
        (1.0 - above, above, density)
    }
}
