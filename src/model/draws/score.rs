//! Normal scores of the gamma and the beta: at which place a value stands, said as a place on the standard normal.
//!
//! Over the logarithm of a gamma, or the log odds of a beta, the normal score is close to a straight line. Newton's method
//! on it therefore finds a quantile, and the shapes behind an interval, in a few steps from a rough start.

use std::f64::consts::PI;

use crate::math;
use crate::model::draws::normal;

const MOST_STEPS: u32 = 200;
/// Miss of the score at which the step in hand is the last: what it leaves is of the order of the square.
const NEAR: f64 = 1e-6;
/// Change of a logarithm of a shape for a slope by differences.
const NUDGE: f64 = 1e-6;

/// A distribution of one number `t` over the whole line.
pub trait Curve: Copy {
    /// Roughly where its middle is.
    fn middle(self) -> f64;
    /// Roughly how wide it is.
    fn spread(self) -> f64;
    /// Share below `t`, share above `t`, density at `t`.
    fn tails(self, t: f64) -> (f64, f64, f64);
}

/// The normal score of `t`, and its slope.
#[must_use]
pub fn score<C: Curve>(curve: C, t: f64) -> (f64, f64) {
    let (below, above, density) = curve.tails(t);
    let z = if below < above { normal::quantile(below) } else { -normal::quantile(above) };
    (z, density * (2.0 * PI).sqrt() * math::exp(0.5 * z * z))
}

/// The `t` whose normal score is `z`.
#[must_use]
pub fn quantile<C: Curve>(curve: C, z: f64) -> f64 {
    let mut sound = curve.middle();
    let mut t = sound + z * curve.spread();
    for _ in 0..MOST_STEPS {
        let (found, slope) = score(curve, t);
        if !(found.is_finite() && slope > 0.0) {
            t = 0.5 * (t + sound); // too far out to tell where: half the way back
            continue;
        }
        sound = t;
        t += (z - found) / slope;
        if (z - found).abs() < NEAR {
            break;
        }
    }
    t
}

/// The two shapes with which `curve` has the scores `wanted` at the two values `at`; `start` is a rough guess.
///
/// Newton's method on the logarithms of both shapes, the step halved while it brings nothing. `None` if there are none.
#[must_use]
pub fn fit<C: Curve>(
    curve: impl Fn(f64, f64) -> (C, f64),
    at: [f64; 2],
    wanted: [f64; 2],
    start: [f64; 2],
) -> Option<[f64; 2]> {
    let miss = |logs: [f64; 2]| {
        let (curve, shift) = curve(math::exp(logs[0]), math::exp(logs[1]));
        [0, 1].map(|end| score(curve, at[end] - shift).0 - wanted[end])
    };
    let size = |miss: [f64; 2]| miss[0].abs().max(miss[1].abs());
    let mut logs = start.map(math::ln);
    let mut missed = miss(logs);
    for _ in 0..MOST_STEPS {
        let step = newton_step(&miss, logs, missed);
        let mut share = 1.0;
        let mut next = (logs, missed);
        while share > 1e-6 {
            let tried = [logs[0] + share * step[0], logs[1] + share * step[1]];
            next = (tried, miss(tried));
            if size(next.1) < size(missed) {
                break;
            }
            share *= 0.5;
        }
        if size(next.1) >= size(missed) || !size(next.1).is_finite() {
            break;
        }
        (logs, missed) = next;
    }
    (size(missed) < 1e-7).then(|| logs.map(math::exp))
}

fn newton_step(miss: &impl Fn([f64; 2]) -> [f64; 2], logs: [f64; 2], missed: [f64; 2]) -> [f64; 2] {
    let [first, second] = [[NUDGE, 0.0], [0.0, NUDGE]].map(|nudge| {
        let up = miss([logs[0] + nudge[0], logs[1] + nudge[1]]);
        let down = miss([logs[0] - nudge[0], logs[1] - nudge[1]]);
        [0, 1].map(|end| (up[end] - down[end]) / (2.0 * NUDGE))
    });
    let determinant = first[0] * second[1] - second[0] * first[1];
    [
        -(missed[0] * second[1] - second[0] * missed[1]) / determinant,
        -(first[0] * missed[1] - missed[0] * first[1]) / determinant,
    ]
}
