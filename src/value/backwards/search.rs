//! The search, one model run at a time: it can show how far it is, and be stopped between any two steps.

use super::chance::{Counted, Counting};
use super::choose::Need;
use super::curve::{Curve, Knot};
use super::futures::Futures;
use super::lives::Lives;
use super::pass::{Found, Next, Pass};
use super::runs::{self, Ground};
use super::setup::Setup;
use super::shape::Probe;
use crate::error::Faults;
use crate::inputs::goal::{Goal, Objective};
use crate::inputs::scenario::Scenario;

/// Full runs a pass mostly takes, single runs a curve mostly takes, and times a plan is counted: for the progress only.
const USUAL: (usize, usize, usize) = (4, 5, 3);
/// A need of more than this many times what all programmes move together is not one that plans are measured against.
const ABSURD: f64 = 100.0;
/// A plan that is to be equal may cost this share more than the cheapest, where nothing else says what may be spent.
const A_LITTLE_MORE: f64 = 1e-3;

/// How far a search is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Model runs made.
    pub done: usize,
    /// Model runs expected in all; an estimate until it is finished.
    pub expected: usize,
    /// True if there is nothing left to do.
    pub finished: bool,
}

/// A search for plans that reach a goal.
#[derive(Debug)]
pub struct Search {
    pub(super) base: Scenario,
    pub(super) goal: Goal,
    pub(super) setup: Setup,
    pub(super) curves: Vec<Curve>,
    lives: Vec<Lives>,
    pub(super) found: Vec<Found>,
    pub(super) ends: Vec<Probe>,
    pub(super) probes: Vec<Probe>,
    pub(super) pass: Option<Pass>,
    /// The plan whose model runs are being counted, or whose targets the pass has tightened.
    pub(super) counting: Option<Counting>,
    pub(super) futures: Option<Futures>,
    /// A plan found whose lives are still to be followed to their end.
    ending: Option<Found>,
    /// Objectives still to be worked on.
    later: Vec<Objective>,
    pub(super) done: usize,
}

impl Search {
    /// Prepares a search. `base` gives everything but the money and its split: start, ramp, funding, targeting, horizon,
    /// beliefs; and the split that "least change" starts from.
    ///
    /// # Errors
    /// Faults of the scenario here, unknown outcomes and years, limits beyond the room of a programme.
    pub fn new(on: Ground<'_>, base: &Scenario, goal: &Goal) -> Result<Search, Faults> {
        let base = Scenario { target: None, ..base.clone() };
        let setup = Setup::new(on, &base, goal)?;
        let mut ends = Vec::new();
        for (programme, one) in setup.candidates.iter().enumerate() {
            let (low, high) = one.range;
            ends.push(Probe { programme, gbp: low });
            if high > low {
                ends.push(Probe { programme, gbp: high });
            }
        }
        // The cheapest comes first, asked for or not: it says what reaching the targets takes.
        let mut later = vec![Objective::LeastCost];
        later.extend(goal.objectives.iter().filter(|objective| **objective != Objective::LeastCost));
        later.reverse();
        Ok(Search {
            curves: vec![Curve::default(); setup.candidates.len()],
            lives: vec![Lives::default(); setup.candidates.len()],
            base,
            goal: goal.clone(),
            setup,
            found: Vec::new(),
            ends,
            probes: Vec::new(),
            pass: None,
            counting: None,
            futures: None,
            ending: None,
            later,
            done: 0,
        })
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let finished = self.is_finished();
        let single = if self.ends.is_empty() { self.probes.len() } else { USUAL.1 * self.curves.len() };
        let passes = self.later.len() + usize::from(self.pass.is_some());
        let counted = if self.goal.probability.is_some() { USUAL.2 * self.goal.draws * passes } else { 0 };
        let left = single + USUAL.0 * passes + counted + self.counting.as_ref().map_or(0, |one| one.left(&self.goal));
        Progress { done: self.done, expected: self.done + if finished { 0 } else { left.max(1) }, finished }
    }

    /// True if there is nothing left to do.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        let single = self.ends.is_empty() && self.probes.is_empty();
        let working = self.pass.is_some() || self.counting.is_some() || self.ending.is_some();
        single && !working && self.later.is_empty()
    }

    /// Makes the next model run and works with it; futures are run many at a time. Does nothing once finished.
    ///
    /// # Errors
    /// As a run; none is expected once the search was prepared.
    pub fn step(&mut self, on: Ground<'_>) -> Result<Progress, Faults> {
        if let Some(probe) = self.ends.pop() {
            let knot = self.alone(on, probe.programme, probe.gbp)?;
            self.curves[probe.programme].add(knot);
            if self.ends.is_empty() {
                self.weigh();
                self.start_shaping();
            }
        } else if let Some(probe) = self.probes.pop() {
            self.probe(on, probe)?;
        } else if let Some(mut pass) = self.pass.take() {
            match pass.next(&self.setup) {
                Next::Alone(probe) => {
                    self.probe(on, probe)?;
                    pass.refine(&self.setup, &self.curves);
                    self.pass = Some(pass);
                }
                Next::Whole(gbp) => {
                    let scenario = self.scenario(&gbp);
                    // Equality is weighed only where it is the objective.
                    let without_lives = self.setup.horizon_is_enough && pass.objective != Objective::MostEqual;
                    let reading = self.setup.reading.until_the_horizon(without_lives);
                    let whole = runs::whole(on, &scenario, &reading)?;
                    self.done += 1;
                    match pass.judge(gbp, whole, &self.setup, &self.curves) {
                        Some(found) => self.take(found),
                        None => self.pass = Some(pass),
                    }
                }
            }
        } else if let Some(counting) = self.counting.take() {
            self.count(on, counting)?;
        } else if let Some(mut found) = self.ending.take() {
            found.whole = runs::whole(on, &self.scenario(&found.gbp), &self.setup.reading)?;
            self.done += 1;
            self.found.push(found);
        }
        self.start_pass();
        Ok(self.progress())
    }

    /// All steps.
    ///
    /// # Errors
    /// As [`Search::step`].
    pub fn run(&mut self, on: Ground<'_>) -> Result<(), Faults> {
        while !self.is_finished() {
            self.step(on)?;
        }
        Ok(())
    }

    /// The plans found, the cheapest first; one that does not reach the targets if nothing does.
    #[must_use]
    pub fn found(&self) -> &[Found] {
        &self.found
    }

    /// Programmes in the order of the pounds of a plan found.
    pub fn programmes(&self) -> impl Iterator<Item = &str> {
        self.setup.candidates.iter().map(|one| one.id.as_str())
    }

    /// The scenario of a plan.
    #[must_use]
    pub fn scenario(&self, gbp: &[f64]) -> Scenario {
        let pounds: Vec<(&str, f64)> = self.programmes().zip(gbp.iter().copied()).collect();
        runs::with_pounds(&self.base, &pounds)
    }

    /// A run of one programme. Two that follow lives to their end are enough to know what the others would say of them.
    pub(super) fn alone(&mut self, on: Ground<'_>, programme: usize, gbp: f64) -> Result<Knot, Faults> {
        self.done += 1;
        let setup = &self.setup;
        let enough = setup.horizon_is_enough && self.lives[programme].are_known();
        let without_lives = setup.reading.horizon_only || enough;
        let reading = setup.reading.until_the_horizon(without_lives);
        let mut knot = runs::alone(on, &self.base, &reading, &setup.candidates[programme].id, gbp)?;
        let (shown, whole) = (reading.years_shown(), reading.whole_lives());
        if without_lives {
            knot.values[whole] = self.lives[programme].of(knot.values[shown], knot.spent);
        } else {
            self.lives[programme].learn(&knot, shown, whole);
        }
        Ok(knot)
    }

    /// What a pound can move, and for a need of nothing, or of far more than there is, what the programmes move: against an
    /// absurd need every plan would look alike.
    fn weigh(&mut self) {
        for side in &mut self.setup.sides {
            let size = |curve: &Curve| curve.knots.last().map_or(0.0, |knot| knot.values[side.need.value].abs());
            let largest = self.curves.iter().map(size).fold(0.0, f64::max);
            let pound = |curve: &Curve| {
                curve.knots.last().map_or(0.0, |knot| knot.values[side.need.value].abs() / knot.gbp.max(1.0))
            };
            side.need.pound = self.curves.iter().map(pound).fold(0.0, f64::max);
            let all: f64 = self.curves.iter().map(size).sum();
            if all > 0.0 && (side.need.at_least == 0.0 || side.need.unit > ABSURD * all) {
                side.need.unit = largest;
            }
        }
    }

    fn needs(&self) -> Vec<Need> {
        self.setup.sides.iter().map(|side| side.need.clone()).collect()
    }

    fn start_pass(&mut self) {
        let working = self.pass.is_some() || self.counting.is_some() || self.ending.is_some();
        let busy = working || !self.ends.is_empty() || !self.probes.is_empty();
        let Some(objective) = (if busy { None } else { self.later.pop() }) else { return };
        self.pass = Some(self.pass_for(objective, self.needs(), None));
    }

    pub(super) fn pass_for(&self, objective: Objective, needs: Vec<Need>, like: Option<&Found>) -> Pass {
        let most = self.setup.most_gbp;
        let cheapest = self.found.first().map_or(0.0, Found::total);
        let most_gbp = match (objective, self.goal.budget) {
            // Without a budget the scenario's own shift is one, or, if that is too small, what the cheapest plan takes.
            (Objective::MostEqual, None) => most.min(self.setup.given_total.max(cheapest * (1.0 + A_LITTLE_MORE))),
            _ => most,
        };
        Pass::new(objective, needs, most_gbp, like, (&self.setup, &self.curves))
    }

    /// A plan of the middle line: kept, or counted first if it must also be sure.
    fn take(&mut self, found: Found) {
        match (self.counting.take(), self.goal.probability) {
            (Some(counting), _) if counting.knows(&found) => self.settle(counting.settle()),
            (Some(counting), _) => self.counting = Some(counting.with(found)),
            (None, Some(_)) if found.reached => self.counting = Some(Counting::new(found, self.needs())),
            _ => self.keep(found),
        }
    }

    pub(super) fn settle(&mut self, counted: Counted) {
        if let Counted::Done(found) = counted {
            self.keep(*found);
        }
    }

    fn keep(&mut self, found: Found) {
        if !found.reached {
            // What cannot be reached at any cost cannot be reached more equally either.
            self.later.clear();
        }
        let lives_are_known = self.setup.reading.horizon_only || found.objective == Objective::MostEqual;
        if lives_are_known || !self.setup.horizon_is_enough {
            self.found.push(found);
        } else {
            self.ending = Some(found);
        }
    }
}
