//! From the record of a figure to the distribution it is drawn from. The rule stands in `docs/METHOD.md`, "Draws".

use crate::error::Faults;
use crate::inputs::evidence::{Family, Figure, Uncertainty};
use crate::model::draws::shape::{Interval, Shape};

/// Figures that take only so many values. Each is the mean of its figure over one of as many strata of equal belief, so that
/// the mean of the draws stays: a run per value, kept and used again, in place of a run per draw.
pub const STEPS: [(&str, usize); 1] = [("base.mortality_trend_share", 8)];
/// Quantiles a mean over a stratum is taken from.
const PER_STEP: usize = 1_000;
/// Belief outside the bounds of a kind below which a shape needs no cut.
const NOTHING: f64 = 1e-15;

/// What a figure is drawn from.
#[derive(Debug, Clone, PartialEq)]
pub struct Belief {
    shape: Shape,
    /// Shares of the shape below both bounds of the kind: belief is the part between, scaled up to 1.
    between: (f64, f64),
    bounds: (f64, f64),
    steps: Vec<f64>,
}

impl Belief {
    /// The belief of a record; `None` if it has no range.
    ///
    /// # Errors
    /// A fault if no member of the record's family holds its interval inside the bounds of its kind.
    pub fn of(figure: &Figure) -> Result<Option<Belief>, Faults> {
        let Uncertainty::Range { family, low, high, level, .. } = figure.uncertainty else { return Ok(None) };
        let bounds = figure.kind.bounds();
        let Some(mut belief) = Belief::fit(family, figure.value, (low, high, level), bounds) else {
            return Err(Faults::one(
                format!("{}.uncertainty", figure.id),
                format!("{} from {low} to {high} at {level}", family.word()),
                format!(
                    "no {} distribution of a {} holds {} in this interval: choose another family or other ends",
                    family.word(),
                    figure.kind.word(),
                    "the stated share of belief"
                ),
            ));
        };
        if let Some((_, steps)) = STEPS.iter().find(|(id, _)| *id == figure.id) {
            belief.steps = (0..*steps).map(|step| belief.mean_of_step(step, *steps)).collect();
        }
        Ok(Some(belief))
    }

    /// The member of `family` with equal shares of belief on both sides of an interval, cut at the bounds of the kind.
    ///
    /// Where the family reaches beyond the bounds, the cut moves belief inside; the member is solved again until the
    /// interval holds after the cut.
    fn fit(family: Family, value: f64, (low, high, level): (f64, f64, f64), bounds: (f64, f64)) -> Option<Belief> {
        let tail = 0.5 * (1.0 - level);
        let mut between = (0.0, 1.0);
        for _ in 0..1_000 {
            let of_all = |share: f64| between.0 + share * (between.1 - between.0);
            let interval = Interval { low: (low, of_all(tail)), high: (high, of_all(1.0 - tail)) };
            let shape = Shape::fit(family, value, interval)?;
            if let Shape::Constant(_) = shape {
                return Some(Belief { shape, between: (0.0, 1.0), bounds, steps: Vec::new() });
            }
            let next = (shape.below(bounds.0), shape.below(bounds.1));
            let moved = (next.0 - between.0).abs().max((next.1 - between.1).abs());
            between = next;
            if moved < NOTHING {
                return Some(Belief { shape, between, bounds, steps: Vec::new() });
            }
        }
        None
    }

    /// The value below which a share `p` of belief lies, `p` strictly between 0 and 1; with steps, the value of the step.
    #[must_use]
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a few steps
    pub fn quantile(&self, p: f64) -> f64 {
        if let Some(value) = self.steps.get((p * self.steps.len() as f64) as usize) {
            return *value;
        }
        self.smooth(p)
    }

    fn smooth(&self, p: f64) -> f64 {
        if self.between == (0.0, 1.0) {
            return self.shape.quantile(p);
        }
        let value = self.shape.quantile(self.between.0 + p * (self.between.1 - self.between.0));
        // The cut is exact but for the last bit of the quantile.
        value.clamp(self.bounds.0, self.bounds.1)
    }

    /// Mean of all belief between `p` 0 and 1.
    #[must_use]
    pub fn mean(&self) -> f64 {
        let parts: Vec<f64> = if self.steps.is_empty() {
            (0..64).map(|part| self.mean_of_step(part, 64)).collect()
        } else {
            self.steps.clone()
        };
        #[allow(clippy::cast_precision_loss)] // at most 64
        let count = parts.len() as f64;
        parts.iter().sum::<f64>() / count
    }

    #[allow(clippy::cast_precision_loss)] // thousands
    fn mean_of_step(&self, step: usize, steps: usize) -> f64 {
        let all = (steps * PER_STEP) as f64;
        let sum: f64 = (0..PER_STEP).map(|part| self.smooth(((step * PER_STEP + part) as f64 + 0.5) / all)).sum();
        sum / PER_STEP as f64
    }

    /// How many values it takes, if only some.
    #[must_use]
    pub fn steps(&self) -> Option<usize> {
        if self.steps.is_empty() { None } else { Some(self.steps.len()) }
    }
}
