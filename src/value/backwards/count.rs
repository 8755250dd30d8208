//! The steps of a search that count how often a plan reaches its targets.

use super::chance::{Counted, Counting};
use super::choose::Need;
use super::futures::{Asked, Futures};
use super::runs::{self, Ground};
use super::search::Search;
use crate::error::Faults;

/// How many times as much a plan that is to be sure may have to reach: programmes it would take are looked at from the start.
const MUCH_SURER: [f64; 2] = [1.5, 2.5];

impl Search {
    /// Some more model runs of a plan, or, after the last, what follows from them.
    pub(super) fn count(&mut self, on: Ground<'_>, mut counting: Counting) -> Result<(), Faults> {
        let mut futures = match self.futures.take() {
            Some(futures) => futures,
            None => Futures::new(on, &self.base, &self.goal)?,
        };
        futures.admit(self.cast_of(&counting, futures.cast.is_empty()));
        let gbp = &counting.found().gbp;
        let scenario = self.scenario(gbp);
        let ids = &self.setup.candidates;
        let cast: Vec<(&str, f64)> = futures.cast.iter().map(|at| (ids[*at].id.as_str(), gbp[*at])).collect();
        let with_cast = runs::with_cast(&self.base, &cast);
        let reading = self.setup.reading.until_the_horizon(self.setup.horizon_is_enough);
        let needs = counting.wanted().to_vec();
        let beds = self.setup.beds;
        let asked = Asked { scenario: &scenario, with_cast: &with_cast, reading: &reading, needs: &needs, beds };
        let made = counting.step(on, &mut futures, asked)?;
        self.done += made;
        self.futures = Some(futures);
        if made > 0 {
            self.counting = Some(counting);
            return Ok(());
        }
        let judged = counting.judge(&self.goal, self.goal.probability.unwrap_or(0.0), &self.setup);
        if let Counted::Tighten(needs) = &judged {
            self.pass = Some(self.pass_for(counting.objective(), needs.clone(), Some(counting.found())));
            self.counting = Some(counting);
        }
        self.settle(judged);
        Ok(())
    }

    /// Programmes of a plan that is counted; at first also those that surer plans are likely to call on.
    fn cast_of(&self, counting: &Counting, at_first: bool) -> Vec<usize> {
        let used = |gbp: &[f64]| -> Vec<usize> { (0..gbp.len()).filter(|at| gbp[*at] > 0.0).collect() };
        let mut cast = used(&counting.found().gbp);
        for factor in MUCH_SURER.into_iter().filter(|_| at_first) {
            let harder = |need: &Need| Need { at_least: need.at_least * factor, ..need.clone() };
            let needs = counting.wanted().iter().map(harder).collect();
            cast.extend(used(self.pass_for(counting.objective(), needs, None).chosen()));
        }
        cast
    }
}
