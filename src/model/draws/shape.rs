//! Shapes of belief: the six families, by share below and by quantile, and the one of a family that holds an interval.

use crate::inputs::evidence::Family;
use crate::math;
use crate::model::draws::beta::{self, Beta};
use crate::model::draws::gamma::Gamma;
use crate::model::draws::interpolation::Series;
use crate::model::draws::{normal, score};

/// A distribution of one figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// No spread: an interval of no width.
    Constant(f64),
    /// Mean and standard deviation.
    Normal(f64, f64),
    /// Mean and standard deviation of the logarithm.
    Lognormal(f64, f64),
    /// A gamma of scale 1, and the logarithm of the scale.
    Gamma(Gamma, f64),
    /// A beta.
    Beta(Beta),
    /// Lower end, most likely value, upper end.
    Triangular(f64, f64, f64),
    /// Both ends.
    Uniform(f64, f64),
}

/// An interval to hold: its ends, and the share of belief below each.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower end and the share of belief below it.
    pub low: (f64, f64),
    /// Upper end and the share of belief below it.
    pub high: (f64, f64),
}

impl Shape {
    /// The member of a family that holds an interval; `mode` is the most likely value, which only the triangular has room
    /// for. `None` if the family has no such member.
    #[must_use]
    pub fn fit(family: Family, mode: f64, interval: Interval) -> Option<Shape> {
        let ends = [interval.low.0, interval.high.0];
        let wanted = [interval.low.1, interval.high.1];
        if ends[0] == ends[1] {
            return Some(Shape::Constant(ends[0]));
        }
        match family {
            Family::Normal => line(ends, wanted).map(|(mean, sd)| Shape::Normal(mean, sd)),
            Family::Lognormal if ends[0] > 0.0 => {
                line(ends.map(math::ln), wanted).map(|(mean, sd)| Shape::Lognormal(mean, sd))
            }
            Family::Gamma if ends[0] > 0.0 => fit_gamma(ends.map(math::ln), wanted),
            Family::Beta if ends[0] > 0.0 && ends[1] < 1.0 => fit_beta(ends.map(log_odds), wanted),
            Family::Uniform => {
                let width = (ends[1] - ends[0]) / (wanted[1] - wanted[0]);
                Some(Shape::Uniform(ends[0] - wanted[0] * width, ends[1] + (1.0 - wanted[1]) * width))
            }
            Family::Triangular => fit_triangular(mode, ends, wanted),
            Family::Lognormal | Family::Gamma | Family::Beta => None,
        }
    }

    /// Share of belief below `x`.
    #[must_use]
    pub fn below(self, x: f64) -> f64 {
        match self {
            Shape::Constant(value) => f64::from(u8::from(x >= value)),
            Shape::Normal(mean, sd) => normal::cdf((x - mean) / sd),
            Shape::Lognormal(..) | Shape::Gamma(..) if x <= 0.0 => 0.0,
            Shape::Lognormal(mean, sd) => normal::cdf((math::ln(x) - mean) / sd),
            Shape::Gamma(gamma, shift) => score::Curve::tails(gamma, math::ln(x) - shift).0,
            Shape::Beta(_) if x <= 0.0 => 0.0,
            Shape::Beta(_) if x >= 1.0 => 1.0,
            Shape::Beta(beta) => score::Curve::tails(beta, log_odds(x)).0,
            Shape::Triangular(low, ..) if x <= low => 0.0,
            Shape::Triangular(_, _, high) if x >= high => 1.0,
            Shape::Triangular(low, mode, high) if x < mode => (x - low) * (x - low) / ((high - low) * (mode - low)),
            Shape::Triangular(low, mode, high) => 1.0 - (high - x) * (high - x) / ((high - low) * (high - mode)),
            Shape::Uniform(low, high) => ((x - low) / (high - low)).clamp(0.0, 1.0),
        }
    }

    /// The value below which a share `p` of belief lies, `p` strictly between 0 and 1.
    #[must_use]
    pub fn quantile(self, p: f64) -> f64 {
        match self {
            Shape::Triangular(low, mode, high) if p < (mode - low) / (high - low) => {
                low + (p * (high - low) * (mode - low)).sqrt()
            }
            Shape::Triangular(low, mode, high) => high - ((1.0 - p) * (high - low) * (high - mode)).sqrt(),
            Shape::Uniform(low, high) => low + p * (high - low),
            _ => self.at_score(normal::quantile(p)),
        }
    }

    /// The value at a place of the standard normal: the quantile of the share below `z`, without a detour for families whose
    /// members are made of normal scores.
    #[must_use]
    pub fn at_score(self, z: f64) -> f64 {
        match self {
            Shape::Constant(value) => value,
            Shape::Normal(mean, sd) => mean + sd * z,
            Shape::Lognormal(mean, sd) => math::exp(mean + sd * z),
            Shape::Gamma(gamma, _) => self.on_line(score::quantile(gamma, z)),
            Shape::Beta(beta) => self.on_line(score::quantile(beta, z)),
            Shape::Triangular(..) | Shape::Uniform(..) => self.quantile(normal::cdf(z)),
        }
    }

    /// For gamma and beta, whose quantiles take a search, the series that makes it needless: from a normal score to the
    /// logarithm, or log odds, of the value.
    #[must_use]
    pub fn series(self) -> Option<Series> {
        match self {
            Shape::Gamma(gamma, _) => Series::of(|z| score::quantile(gamma, z)),
            Shape::Beta(beta) => Series::of(|z| score::quantile(beta, z)),
            _ => None,
        }
    }

    /// The value of a logarithm (gamma) or of log odds (beta), as [`Shape::series`] gives them.
    #[must_use]
    pub fn on_line(self, t: f64) -> f64 {
        match self {
            Shape::Gamma(_, shift) => math::exp(t + shift),
            Shape::Beta(_) => beta::share(t).0,
            _ => t,
        }
    }
}

fn log_odds(share: f64) -> f64 {
    math::ln(share / (1.0 - share))
}

/// Mean and standard deviation of the normal with these shares below two values.
fn line(ends: [f64; 2], wanted: [f64; 2]) -> Option<(f64, f64)> {
    let scores = wanted.map(normal::quantile);
    let sd = (ends[1] - ends[0]) / (scores[1] - scores[0]);
    let mean = ends[0] - scores[0] * sd;
    (mean.is_finite() && sd > 0.0 && sd.is_finite()).then_some((mean, sd))
}

/// Starts at the gamma whose logarithm is as wide as the lognormal's with the same interval.
fn fit_gamma(logs: [f64; 2], wanted: [f64; 2]) -> Option<Shape> {
    let (mean, sd) = line(logs, wanted)?;
    let shape = 1.0 / (sd * sd);
    let curve = |shape: f64, scale: f64| (Gamma::new(shape), math::ln(scale));
    let [shape, scale] = score::fit(curve, logs, wanted.map(normal::quantile), [shape, math::exp(mean) / shape])?;
    Some(Shape::Gamma(Gamma::new(shape), math::ln(scale)))
}

/// Starts at the beta whose log odds are as wide as those of the normal with the same interval.
fn fit_beta(odds: [f64; 2], wanted: [f64; 2]) -> Option<Shape> {
    let (mean, sd) = line(odds, wanted)?;
    let (share, rest) = beta::share(mean);
    let total = 1.0 / (share * rest * sd * sd);
    let curve = |a: f64, b: f64| (Beta::new(a, b), 0.0);
    let [a, b] = score::fit(curve, odds, wanted.map(normal::quantile), [share * total, rest * total])?;
    Some(Shape::Beta(Beta::new(a, b)))
}

/// Hard ends so far out that the shares below the interval's ends are as wanted: the mode stays.
///
/// With u from mode to the interval's end, a from there to the hard end and w the whole width, the share outside is
/// a^2 / (w (u + a)); solved for a on both sides, w repeated until it stands.
fn fit_triangular(mode: f64, ends: [f64; 2], wanted: [f64; 2]) -> Option<Shape> {
    let (under, over) = (mode - ends[0], ends[1] - mode);
    if under < 0.0 || over < 0.0 {
        return None;
    }
    let outside = |share: f64, inner: f64, width: f64| {
        let part = share * width;
        0.5 * (part + (part * part + 4.0 * part * inner).sqrt())
    };
    let mut width = under + over;
    for _ in 0..10_000 {
        let next = under + over + outside(wanted[0], under, width) + outside(1.0 - wanted[1], over, width);
        if next <= width * (1.0 + 1e-15) {
            break;
        }
        width = next;
    }
    let (low, high) = (outside(wanted[0], under, width), outside(1.0 - wanted[1], over, width));
    width.is_finite().then_some(Shape::Triangular(ends[0] - low, mode, ends[1] + high))
}
