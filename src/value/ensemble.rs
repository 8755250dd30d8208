//! Many possible futures of one scenario: the same run with every uncertain figure drawn within its range.
//!
//! A future takes one row of the draw table ([`crate::model::draws`]) for baseline and scenario alike, so a difference is
//! always between two runs that believe the same. Rows depend on the seed alone, never on the scenario: bands do not jitter
//! while a lever moves. Sides of a disagreement are not drawn: a future takes the side the scenario takes.
//!
//! Reading order: [`worlds`] (what a future stands on), [`record`] (the numbers kept of each), [`rows`] (many of them),
//! [`summary`] (quantiles and shares), [`ranges`] (the document), [`told`] (the same for the page).

mod desk;
mod eight;
pub mod lines;
pub mod pairs;
pub mod quick;
pub mod ranges;
pub mod record;
pub mod rows;
pub mod summary;
pub mod told;
pub mod worlds;

use std::borrow::Cow;

use crate::error::Faults;
use crate::inputs::evidence::Evidence;
use crate::inputs::place::Area;
use crate::inputs::scenario::Scenario;
use crate::model::draws::Draws;
use crate::model::what_if::plan::Plan;
use crate::model::what_if::run::{Part, run as simulate};
use crate::value::outcomes::Outcomes;
use crate::value::report::Input;
use record::{Future, View};
use rows::Rows;
use worlds::Worlds;

/// A scenario in an area, ready to be run in any future of a draw table.
#[derive(Debug)]
pub struct Ensemble<'a> {
    /// The area.
    pub area: &'a Area,
    /// The evidence pack.
    pub evidence: &'a Evidence,
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The baseline of the central values, for what is shown beside differences. Quick futures look at its first year alone.
    pub baseline: &'a Outcomes,
    /// The draws.
    pub draws: &'a Draws,
    /// What they stand on.
    pub worlds: &'a Worlds,
    /// What is kept of each.
    pub view: View,
}

impl Ensemble<'_> {
    /// Runs the scenario in one future, `index` counted from 1.
    ///
    /// # Errors
    /// Faults of the scenario, and a fault if the table has no such row or its baseline is with another worker.
    pub fn future(&self, index: usize) -> Result<Future, Faults> {
        let part = Part { horizon_only: !self.view.set_in_motion, ..Part::default() };
        self.with_run(index, part, |input| record::future(index, input, &self.view))
    }

    /// Runs a part of the scenario in one future and hands everything to `use_it`.
    ///
    /// # Errors
    /// As [`Ensemble::future`].
    pub fn with_run<T>(
        &self,
        index: usize,
        part: Part<'_>,
        use_it: impl FnOnce(&Input<'_>) -> Result<T, Faults>,
    ) -> Result<T, Faults> {
        let no_row = || Faults::one("draws", index, "is not among the rows of this draw table");
        let draw = self.draws.row(index).filter(|_| index > 0).ok_or_else(no_row)?;
        let world = self.worlds.of(draw)?;
        let ground = Cow::Borrowed(world.ground(self.area));
        let plan = Plan::in_future(Some(draw), ground, self.area, &world.tables, self.evidence, self.scenario)?;
        let what_if = simulate(&plan, part);
        let input =
            Input { evidence: self.evidence, area: self.area, plan: &plan, what_if: &what_if, baseline: self.baseline };
        use_it(&input)
    }

    /// Runs all rows that stand on the worlds at hand, in order.
    ///
    /// # Errors
    /// As [`Ensemble::future`].
    pub fn run(&self) -> Result<Rows, Faults> {
        let mut rows = self.empty(self.indices().count());
        for index in self.indices() {
            rows.push(self.future(index)?);
        }
        rows.sort();
        Ok(rows)
    }

    /// The rows that stand on the worlds at hand.
    pub fn indices(&self) -> impl Iterator<Item = usize> + '_ {
        self.draws.rows().filter(|index| self.draws.row(*index).is_some_and(|draw| self.worlds.of(draw).is_ok()))
    }

    /// No rows yet, and room for so many.
    #[must_use]
    pub fn empty(&self, room: usize) -> Rows {
        Rows::new(self.scenario.horizon_years as usize, self.view.set_in_motion, self.draws.seed()).with_room(room)
    }
}
