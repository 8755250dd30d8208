//! The beta distribution, over the log odds of its value.

use crate::math;
use crate::model::draws::score::Curve;

/// Steps of the continued fraction; they grow with the root of the larger shape.
const MOST_STEPS: u32 = 100_000;
/// Smallest change that still counts.
const LAST_BIT: f64 = 2.0 * f64::EPSILON;
/// Stands for 0 where a division follows.
const TINY: f64 = 1e-300;

/// A beta distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beta {
    a: f64,
    b: f64,
    ln_beta: f64,
}

impl Beta {
    /// With these shapes, both above 0.
    #[must_use]
    pub fn new(a: f64, b: f64) -> Beta {
        Beta { a, b, ln_beta: math::ln_gamma(a) + math::ln_gamma(b) - math::ln_gamma(a + b) }
    }
}

/// Log odds to share, and its complement.
#[must_use]
pub fn share(t: f64) -> (f64, f64) {
    let odds = math::exp(-t.abs());
    let (large, small) = (1.0 / (1.0 + odds), odds / (1.0 + odds));
    if t > 0.0 { (large, small) } else { (small, large) }
}

/// The continued fraction of the incomplete beta function, by the method of Lentz, for `x` below the mean.
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    let away = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut product = d;
    for step in 1..=MOST_STEPS {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away(1.0 + even * d);
        c = away(1.0 + even / c);
        product *= c * d;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away(1.0 + odd * d);
        c = away(1.0 + odd / c);
        product *= c * d;
        if (c * d - 1.0).abs() < LAST_BIT {
            break;
        }
    }
    product
}

impl Curve for Beta {
    fn middle(self) -> f64 {
        math::ln(self.a / self.b)
    }

    fn spread(self) -> f64 {
        (1.0 / self.a + 1.0 / self.b).sqrt()
    }

    fn tails(self, t: f64) -> (f64, f64, f64) {
        let (x, y) = share(t);
        // ln(1 - x) and ln x without the loss of a logarithm near 1.
        let low = -math::ln_1p(math::exp(-t.abs()));
        let (ln_x, ln_y) = if t > 0.0 { (low, low - t) } else { (low + t, low) };
        let density = math::exp(self.a * ln_x + self.b * ln_y - self.ln_beta);
        if x < (self.a + 1.0) / (self.a + self.b + 2.0) {
            let below = density * fraction(self.a, self.b, x) / self.a;
            return (below, 1.0 - below, density);
        }
        let above = density * fraction(self.b, self.a, y) / self.b;
        (1.0 - above, above, density)
    }
}
