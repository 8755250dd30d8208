//! One figure at a time, at the low and the high end of its range, everything else at its central value.

use crate::error::Faults;
use crate::value::sensitivity::figures::Figure;
use crate::value::sensitivity::probe::Probe;

/// Net benefit at the ends of a figure's range; `None` where it is not counted, or where the plan would be impossible.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// At the low end.
    pub low: Option<f64>,
    /// At the high end.
    pub high: Option<f64>,
}

impl Bar {
    /// Runs both ends.
    ///
    /// # Errors
    /// As [`Probe::with_figure`].
    pub fn of(probe: &Probe<'_>, figure: &Figure) -> Result<Bar, Faults> {
        let at = |value: f64| probe.with_figure(figure.column, value);
        Ok(Bar { low: at(figure.range.0)?, high: at(figure.range.1)? })
    }

    /// The widest distance between low end, centre and high end.
    #[must_use]
    pub fn swing(&self, central: f64) -> f64 {
        let all = [Some(central), self.low, self.high];
        let found = || all.iter().flatten().copied();
        found().fold(f64::NEG_INFINITY, f64::max) - found().fold(f64::INFINITY, f64::min)
    }

    /// True if neither end changes anything, but for the last bits. An end at which the plan is impossible does.
    #[must_use]
    pub fn is_still(&self, central: f64) -> bool {
        self.low.is_some() && self.high.is_some() && self.swing(central) <= 1e-12 * central.abs()
    }
}
