//! From the record of a figure to the distribution it is drawn from. The rule stands in `docs/METHOD.md`, "Draws".

use crate::error::Faults;
use crate::inputs::evidence::{Family, Figure, Uncertainty};
use crate::model::draws::interpolation::Series;
use crate::model::draws::normal;
use crate::model::draws::shape::{Interval, Shape};

/// Figures that take only so many values. Each is the mean of its figure over one of as many strata of equal belief, so that
/// the mean of the draws stays: a run per value, kept and used again, in place of a run per draw.
pub const STEPS: [(&str, usize); 1] = [("base.mortality_trend_share", 4)];
/// Quantiles the mean of a step is taken from, and those of the mean of a whole belief.
const PER_STEP: usize = 1_000;
const FOR_MEAN: usize = 10_000;
/// Belief outside the bounds of a kind below which a shape needs no cut: the outermost draw has forty times as much.
const NOTHING: f64 = 1e-16;
/// Change of the belief outside the bounds at which the cut stands.
const SETTLED: f64 = 1e-15;
/// Most repetitions until it does.
const MOST_CUTS: usize = 1_000;

/// What a figure is drawn from.
#[derive(Debug, Clone, PartialEq)]
pub struct Belief {
    shape: Shape,
    /// Shares of the shape below both bounds of the kind, if it reaches beyond: belief is the part between, scaled up to 1.
    cut: Option<Cut>,
    bend: Option<Bend>,
    series: Option<Box<Series>>,
    steps: Vec<f64>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Cut {
    bounds: (f64, f64),
    between: (f64, f64),
}

/// Puts the median on the central value and leaves both ends of the interval where they are: normal scores are stretched by
/// one factor below the median and another above it.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Bend {
    median: f64,
    below: f64,
    above: f64,
}

impl Belief {
    /// The belief of a record; `None` if it has no range.
    ///
    /// # Errors
    /// A fault if no member of the record's family holds its interval inside the bounds of its kind, or the central value is
    /// not inside the interval.
    pub fn of(figure: &Figure) -> Result<Option<Belief>, Faults> {
        let Uncertainty::Range { family, low, high, level, .. } = figure.uncertainty else { return Ok(None) };
        let fault = |reason: String| {
            let interval = format!("{} from {low} to {high}, central {}", family.word(), figure.value);
            Faults::one(format!("{}.uncertainty", figure.id), interval, reason)
        };
        let tail = 0.5 * (1.0 - level);
        let Some(mut belief) = Belief::fit(family, figure.value, (low, high), tail, figure.kind.bounds()) else {
            return Err(fault(format!(
                "no {} distribution of a {} has {level} of belief in this interval: choose another family or other ends",
                family.word(),
                figure.kind.word()
            )));
        };
        if !matches!(family, Family::Uniform | Family::Triangular) && low < high {
            if figure.value <= low || figure.value >= high {
                return Err(fault("the central value must be inside the interval, not at an end of it".into()));
            }
            belief.bend = Some(belief.bend_to(figure.value, normal::quantile(1.0 - tail)));
            belief.series = if belief.cut.is_none() { belief.shape.series().map(Box::new) } else { None };
        }
        if let Some((_, steps)) = STEPS.iter().find(|(id, _)| *id == figure.id) {
            belief.steps = (0..*steps).map(|step| belief.mean_of(step, *steps, PER_STEP)).collect();
        }
        Ok(Some(belief))
    }

    /// The member of `family` with the same share of belief, `tail`, on both sides of an interval, cut at the bounds of the
    /// kind. Where the family reaches beyond them the cut moves belief inside; the member is solved again until the
    /// interval holds after the cut.
    fn fit(family: Family, value: f64, ends: (f64, f64), tail: f64, bounds: (f64, f64)) -> Option<Belief> {
        let mut between = (0.0, 1.0);
        for _ in 0..MOST_CUTS {
            let of_all = |share: f64| between.0 + share * (between.1 - between.0);
            let interval = Interval { low: (ends.0, of_all(tail)), high: (ends.1, of_all(1.0 - tail)) };
            let shape = Shape::fit(family, value, interval)?;
            if let Shape::Constant(_) = shape {
                return Some(Belief { shape, cut: None, bend: None, series: None, steps: Vec::new() });
            }
            let next = (shape.below(bounds.0), shape.below(bounds.1));
            let moved = (next.0 - between.0).abs().max((next.1 - between.1).abs());
            between = next;
            if moved < SETTLED {
                let needed = between.0 > NOTHING || 1.0 - between.1 > NOTHING;
                let cut = needed.then_some(Cut { bounds, between });
                return Some(Belief { shape, cut, bend: None, series: None, steps: Vec::new() });
            }
        }
        None
    }

    /// The bend that leaves the normal scores -`end` and `end` and puts `value` at 0.
    fn bend_to(&self, value: f64, end: f64) -> Bend {
        let (first, last) = self.cut.map_or((0.0, 1.0), |cut| cut.between);
        let median = normal::quantile((self.shape.below(value) - first) / (last - first));
        Bend { median, below: (median + end) / end, above: (end - median) / end }
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
        let Some(bend) = self.bend else { return self.share(p) };
        let z = normal::quantile(p);
        let bent = bend.median + z * if z < 0.0 { bend.below } else { bend.above };
        if self.cut.is_some() {
            return self.share(normal::cdf(bent));
        }
        match self.series.as_ref().and_then(|series| series.at(bent)) {
            Some(t) => self.shape.on_line(t),
            None => self.shape.at_score(bent),
        }
    }

    /// The quantile after the cut.
    fn share(&self, p: f64) -> f64 {
        let Some(Cut { bounds, between }) = self.cut else { return self.shape.quantile(p) };
        // The cut is exact but for the last bit of the quantile.
        self.shape.quantile(between.0 + p * (between.1 - between.0)).clamp(bounds.0, bounds.1)
    }

    /// Mean of all belief.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.mean_of(0, 1, FOR_MEAN)
    }

    /// Mean over one of `steps` strata of equal belief, from `count` quantiles at the middles of equal parts.
    #[allow(clippy::cast_precision_loss)] // thousands
    fn mean_of(&self, step: usize, steps: usize, count: usize) -> f64 {
        let all = (steps * count) as f64;
        let sum: f64 = (0..count).map(|part| self.smooth(((step * count + part) as f64 + 0.5) / all)).sum();
        sum / count as f64
    }
}
