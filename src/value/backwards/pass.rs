//! One objective: choose, run, correct, until the plan reaches its targets in the full model.

use super::chance::Chance;
use super::choose::{Aim, Choice, Need, Question};
use super::curve::Curve;
use super::runs::Whole;
use super::setup::Setup;
use super::shape::{Probe, around};
use crate::inputs::goal::Objective;

/// Shares of what is asked: a plan is aimed this far beyond a target, and taken if it is at most that far beyond.
const BEYOND: (f64, f64) = (5e-5, 2e-4);
/// Full runs after which the best plan so far is taken.
const MOST_RUNS: usize = 10;
/// Pounds a year that rounding to whole pounds moves the plan in all.
const ROUNDED: f64 = 2.0;
/// A target is reached if it is missed by no more than this share of it: rounding.
const NOTHING: f64 = 1e-9;
/// Rounds of new runs of single programmes around the chosen amounts.
const MOST_REFINED: u32 = 6;

/// A plan that was run in full.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// What it is best at.
    pub objective: Objective,
    /// True if it reaches every target; otherwise nothing does, and it comes closest.
    pub reached: bool,
    /// Pounds a year by programme, whole pounds.
    pub gbp: Vec<f64>,
    /// What it does.
    pub(super) whole: Whole,
    /// Prices of the needs and of the budget at it.
    pub(super) choice: Choice,
    /// What it was to reach in the full model.
    pub(super) wanted: Vec<Need>,
    /// The same, moved to allow for overlap.
    pub(super) needs: Vec<Need>,
    /// How sure it is, where that was asked.
    pub chance: Option<Chance>,
    /// Most pounds a year it was allowed.
    pub(super) most_gbp: f64,
    /// True if beds set that most.
    pub(super) beds: bool,
}

impl Found {
    /// Pounds a year together.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.gbp.iter().sum()
    }
}

/// What a pass needs next.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Next {
    /// A run of one programme alone.
    Alone(Probe),
    /// A run of the whole plan.
    Whole(Vec<f64>),
}

/// The work on one objective.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pass {
    pub(super) objective: Objective,
    /// What must be reached in the full model.
    wanted: Vec<Need>,
    /// The same, moved by what the sum over programmes gets wrong.
    needs: Vec<Need>,
    most_gbp: f64,
    beds: bool,
    choice: Choice,
    /// True if the choice only comes close.
    close: bool,
    refined: u32,
    /// Runs of single programmes to be made before the choice is made again.
    todo: Vec<Probe>,
    /// Sum over programmes and full model, by need, of each run.
    seen: Vec<Vec<(f64, f64)>>,
    runs: usize,
    best: Option<Found>,
    closest: Option<Found>,
}

/// What makes a plan better under an objective.
pub(super) fn aim(objective: Objective, setup: &Setup, curves: &[Curve]) -> Aim {
    match objective {
        Objective::LeastCost => Aim::LeastSpent,
        Objective::LeastChange => Aim::Nearest(setup.candidates.iter().map(|one| one.given).collect()),
        Objective::MostEqual => {
            let value = setup.reading.whole_lives();
            let size = |curve: &Curve| curve.knots.last().map_or(0.0, |knot| knot.values[value].abs());
            let largest = curves.iter().map(size).fold(0.0, f64::max);
            Aim::Most(value, if largest > 0.0 { largest } else { 1.0 })
        }
    }
}

impl Pass {
    /// Begins. `like`: a plan for less whose error is known, from which the search sets out.
    pub(super) fn new(
        objective: Objective,
        wanted: Vec<Need>,
        most_gbp: f64,
        like: Option<&Found>,
        (setup, curves): (&Setup, &[Curve]),
    ) -> Pass {
        let known =
            |index: usize, need: Need| like.map_or_else(|| need.clone(), |like| as_wrong_as(like, index, &need));
        let mut pass = Pass {
            objective,
            needs: wanted.iter().map(aimed).enumerate().map(|(index, need)| known(index, need)).collect(),
            wanted,
            most_gbp,
            beds: false,
            choice: Choice::default(),
            close: false,
            refined: 0,
            todo: Vec::new(),
            seen: Vec::new(),
            runs: 0,
            best: None,
            closest: None,
        };
        pass.choose(setup, curves);
        pass
    }

    /// What to run next.
    pub(super) fn next(&self, setup: &Setup) -> Next {
        match self.todo.last() {
            Some(probe) => Next::Alone(*probe),
            None => Next::Whole(whole_pounds(&self.choice.gbp, setup)),
        }
    }

    /// The amounts chosen, by the curves.
    pub(super) fn chosen(&self) -> &[f64] {
        &self.choice.gbp
    }

    /// Chooses, and notes which curves are not known well enough there. Where nothing meets the needs, the choice
    /// is what comes closest.
    fn choose(&mut self, setup: &Setup, curves: &[Curve]) {
        let ask = |aim: Aim| Question { curves, needs: &self.needs, most_gbp: self.most_gbp, aim }.best();
        let chosen = ask(aim(self.objective, setup, curves));
        self.close = chosen.is_none();
        self.choice = chosen.or_else(|| ask(Aim::Closest)).unwrap_or_else(|| Choice::least(curves, self.needs.len()));
        self.todo.clear();
        if self.refined < MOST_REFINED {
            self.todo = around(&self.choice.gbp, setup, curves);
        }
    }

    /// After a run of the last programme of the list, whose curve has it now.
    pub(super) fn refine(&mut self, setup: &Setup, curves: &[Curve]) {
        self.todo.pop();
        if self.todo.is_empty() {
            self.refined += 1;
            self.choose(setup, curves);
        }
    }

    /// Takes a full run in: gives the answer, or moves the needs by what the sum got wrong and chooses again.
    pub(super) fn judge(&mut self, gbp: Vec<f64>, whole: Whole, setup: &Setup, curves: &[Curve]) -> Option<Found> {
        let (met, tight) = self.compare(&gbp, &whole, setup, curves);
        let found = Found {
            objective: self.objective,
            reached: met,
            gbp,
            choice: self.choice.clone(),
            wanted: self.wanted.clone(),
            needs: self.needs.clone(),
            chance: None,
            most_gbp: self.most_gbp,
            beds: self.beds,
            whole,
        };
        self.runs += 1;
        if let Some(share) = found.whole.too_full {
            // More patients than beds: the plan must be smaller. What the sum got wrong of a larger plan is no guide.
            self.most_gbp = share * found.total() * (1.0 - 1e-4);
            self.beds = true;
            self.seen.pop();
        } else if met {
            if tight && !self.close {
                return Some(found);
            }
            let better = |best: &Found| score(&found, setup) < score(best, setup);
            if self.best.as_ref().is_none_or(better) {
                self.best = Some(found.clone());
            }
        } else if self.close && self.closest.replace(found.clone()).is_some() {
            // The error was known this time, and still it cannot be had.
            return self.best.take().or(Some(found));
        }
        if self.runs >= MOST_RUNS {
            return self.best.take().or_else(|| self.closest.take()).or(Some(found));
        }
        self.correct();
        self.choose(setup, curves);
        None
    }

    /// Sets sum and full model side by side: does the plan reach everything, and does it do no more than it must?
    fn compare(&mut self, gbp: &[f64], whole: &Whole, setup: &Setup, curves: &[Curve]) -> (bool, bool) {
        let mut sum = vec![0.0; setup.reading.years_shown() + 1];
        for (curve, gbp) in curves.iter().zip(gbp) {
            let knot = curve.at(*gbp);
            sum.iter_mut().zip(knot.iter().flat_map(|knot| &knot.values)).for_each(|(sum, value)| *sum += value);
        }
        let pairs: Vec<(f64, f64)> = self
            .wanted
            .iter()
            .map(|need| (need.sign * sum[need.value], need.sign * whole.values[need.value]))
            .collect();
        let met = self.wanted.iter().zip(&pairs).all(|(need, (_, real))| holds(need, *real));
        let tight = self.wanted.iter().zip(&pairs).zip(&self.choice.prices).all(|((need, (_, real)), price)| {
            price * need.unit < 1e-7 || *real <= need.at_least + (BEYOND.1 * need.unit).max(4.0 * ROUNDED * need.pound)
        });
        self.seen.push(pairs);
        (met, tight)
    }

    /// Moves each need so that the sum over programmes, which is off by as much as last time, comes out right. With two runs
    /// the size of the error is known to grow with the plan, and the line through both is followed.
    fn correct(&mut self) {
        let (last, before) = match self.seen.as_slice() {
            [] => return,
            [only] => (only, None),
            [.., before, last] => (last, Some(before)),
        };
        for (index, (need, wanted)) in self.needs.iter_mut().zip(&self.wanted).enumerate() {
            let (sum, real) = last[index];
            let slope = before.map_or(1.0, |before| {
                let (moved, gained) = (sum - before[index].0, real - before[index].1);
                if moved.abs() > 1e-7 * wanted.unit { (gained / moved).clamp(0.05, 2.0) } else { 1.0 }
            });
            need.at_least = sum + (aimed(wanted).at_least - real) / slope;
        }
    }
}

/// What a plan counts in its objective: the lower the better.
pub(super) fn score(found: &Found, setup: &Setup) -> f64 {
    match found.objective {
        Objective::LeastCost => found.whole.spent,
        Objective::MostEqual => -found.whole.values[setup.reading.whole_lives()],
        Objective::LeastChange => moved(found, setup),
    }
}

/// Pounds a year that stand elsewhere than in the scenario.
pub(super) fn moved(found: &Found, setup: &Setup) -> f64 {
    found.gbp.iter().zip(&setup.candidates).map(|(gbp, one)| (gbp - one.given).abs()).sum()
}

/// A need with a little to spare, so that rounding to whole pounds cannot miss it. A need of nothing gets none: doing nothing
/// must meet it.
fn aimed(need: &Need) -> Need {
    let spare = if need.at_least == 0.0 { 0.0 } else { (BEYOND.0 * need.unit).max(ROUNDED * need.pound) };
    Need { at_least: need.at_least + spare, ..need.clone() }
}

/// A need moved by what the sum over programmes got wrong of another plan, as a share where both are above 0.
fn as_wrong_as(like: &Found, index: usize, need: &Need) -> Need {
    let (aim, sum) = (aimed(&like.wanted[index]).at_least, like.needs[index].at_least);
    let share = if aim > 0.0 && sum > 0.0 { (sum / aim).clamp(0.5, 2.0) } else { 1.0 };
    Need { at_least: need.at_least * share, ..need.clone() }
}

/// True if a need is reached: to rounding of numbers, or, where it asks for nothing, to rounding of pounds.
pub(super) fn holds(need: &Need, real: f64) -> bool {
    let rounding = if need.at_least == 0.0 { ROUNDED * need.pound } else { 0.0 };
    real >= need.at_least - rounding.max(NOTHING * need.unit)
}

/// Whole pounds inside every range.
fn whole_pounds(gbp: &[f64], setup: &Setup) -> Vec<f64> {
    let round = |(gbp, one): (&f64, &super::setup::Candidate)| gbp.round().clamp(one.range.0, one.range.1);
    gbp.iter().zip(&setup.candidates).map(round).collect()
}
