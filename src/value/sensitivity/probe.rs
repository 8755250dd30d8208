//! Exact runs of one scenario with single figures or sides moved.
//!
//! A moved figure is a possible future of its own: the central values with that one replaced, read as a draw would be. So a
//! weak effect is shrunk at its ends as it is in the middle, money is brought to the pack's prices, and a change here means
//! the same as in an ensemble.

use std::borrow::Cow;

use crate::error::Faults;
use crate::inputs::evidence::Evidence;
use crate::inputs::place::Area;
use crate::inputs::scenario::Scenario;
use crate::model::draws::Draws;
use crate::model::tables::Tables;
use crate::model::what_if::ground::Ground;
use crate::model::what_if::plan::Plan;
use crate::model::what_if::run::{Part, run as simulate};
use crate::value::answer::Study;
use crate::value::ensemble::worlds::TREND;
use crate::value::report::Input;
use crate::value::sensitivity::about::About;

/// Everything a run with something moved stands on.
#[derive(Debug, Clone, Copy)]
pub struct Probe<'a> {
    /// The area.
    pub area: &'a Area,
    /// The evidence pack.
    pub evidence: &'a Evidence,
    /// The scenario.
    pub scenario: &'a Scenario,
    /// What the scenario stands on.
    pub study: &'a Study,
    /// Names the figures that can be moved; of its rows only the central one is read.
    pub draws: &'a Draws,
    /// What is asked.
    pub about: &'a About,
}

impl Probe<'_> {
    /// The central values, in the order of the columns of the draws.
    #[must_use]
    pub fn central(&self) -> Vec<f64> {
        self.draws.row(0).map_or_else(Vec::new, |row| row.values().to_vec())
    }

    /// The net benefit with one figure (a column of the draws) at another value, in the record's own unit and price year;
    /// `None` where it is not counted or is no number, and where there would be more patients than beds.
    ///
    /// # Errors
    /// As [`Plan::new`].
    pub fn with_figure(&self, column: usize, value: f64) -> Result<Option<f64>, Faults> {
        let mut values = self.central();
        if let Some(moved) = values.get_mut(column) {
            *moved = value;
        }
        self.run(&values, |input| {
            let start = input.plan.tables.start_year;
            // As in a plain run: a plan that beds cannot bear has no answer.
            if self.scenario.target.is_none() && input.what_if.check_beds(start).is_err() {
                return None;
            }
            self.about.of(input).filter(|net| net.is_finite())
        })
    }

    /// Runs the scenario on these values and hands everything to `look`.
    ///
    /// # Errors
    /// As [`Plan::new`].
    pub fn run<T>(&self, values: &[f64], look: impl FnOnce(&Input<'_>) -> T) -> Result<T, Faults> {
        let draw = self.draws.own_row(values);
        let own = self.own_world(values);
        let (tables, ground) = match &own {
            Some((tables, ground)) => (tables, ground),
            None => (self.study.tables(), self.study.ground(self.area)),
        };
        let plan = Plan::in_future(draw, Cow::Borrowed(ground), self.area, tables, self.evidence, self.scenario)?;
        let what_if = simulate(&plan, Part { horizon_only: self.about.horizon_only(), ..Part::default() });
        Ok(look(&Input {
            evidence: self.evidence,
            area: self.area,
            plan: &plan,
            what_if: &what_if,
            baseline: self.study.baseline(self.area),
        }))
    }

    /// Tables and ground with another trend of mortality, where these values have one.
    fn own_world(&self, values: &[f64]) -> Option<(Tables, Ground)> {
        let set = self.scenario.assumptions.iter().any(|(id, _)| id == TREND);
        let trend = self.draws.position(TREND).filter(|_| !set).and_then(|column| values.get(column).copied())?;
        let tables = self.study.tables();
        (trend != tables.mortality_trend).then(|| {
            let tables = Tables { mortality_trend: trend, ..tables.clone() };
            let ground = Ground::new(self.area, &tables);
            (tables, ground)
        })
    }

    /// The net benefit of the scenario with other sides taken in rival evidence: what a plain run of it says.
    ///
    /// # Errors
    /// As [`Study::new`] and [`Study::run`]: such a plan may be impossible.
    pub fn with_sides(&self, sides: &[(String, String)]) -> Result<Option<f64>, Faults> {
        let scenario = taking(self.scenario, sides);
        let look = |input: &Input<'_>| self.about.of(input).filter(|net| net.is_finite());
        let tables = Tables::for_scenario(self.evidence, &scenario)?;
        if tables != *self.study.tables() {
            let study = Study::new(self.evidence, &scenario)?;
            return self.sided(&scenario, study.tables(), study.ground(self.area), look);
        }
        self.sided(&scenario, self.study.tables(), self.study.ground(self.area), look)
    }

    fn sided<T>(
        &self,
        scenario: &Scenario,
        tables: &Tables,
        ground: &Ground,
        look: impl FnOnce(&Input<'_>) -> T,
    ) -> Result<T, Faults> {
        let plan = Plan::on(Cow::Borrowed(ground), self.area, tables, self.evidence, scenario)?;
        let what_if = simulate(&plan, Part { horizon_only: self.about.horizon_only(), ..Part::default() });
        if scenario.target.is_none() {
            what_if.check_beds(tables.start_year)?;
        }
        Ok(look(&Input {
            evidence: self.evidence,
            area: self.area,
            plan: &plan,
            what_if: &what_if,
            baseline: self.study.baseline(self.area),
        }))
    }
}

/// The scenario with these sides taken, and its own in all other disputes.
#[must_use]
pub fn taking(scenario: &Scenario, sides: &[(String, String)]) -> Scenario {
    let mut taken = scenario.clone();
    taken.switches.retain(|(switch, _)| !sides.iter().any(|(moved, _)| moved == switch));
    taken.switches.extend(sides.iter().cloned());
    taken
}
