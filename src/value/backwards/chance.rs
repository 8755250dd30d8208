//! How often a plan reaches its targets when every uncertain figure is drawn, and how far to tighten them until it does so
//! often enough.
//!
//! The plan stays the same in every model run; only what is believed changes. It is tightened until the share asked for is
//! counted, never estimated: the shortfall of the runs says how much more the middle line must reach, the search is made
//! again for that, and its plan is counted anew.

use super::choose::Need;
use super::pass::{Found, score};
use super::runs::{Ground, Reading, whole_in};
use super::setup::Setup;
use crate::error::Faults;
use crate::inputs::goal::{Goal, Objective};
use crate::inputs::scenario::Scenario;
use crate::model::draws::Draws;
use crate::value::ensemble::worlds::Worlds;

/// Plans counted before the best so far is taken.
const MOST_TRIES: usize = 8;
/// A plan that is this much surer than asked is sure enough not to look for a cheaper one.
const SURER: f64 = 0.015;
/// Of the way between a plan too unsure and one too sure, the parts that are tried.
const BETWEEN: (f64, f64) = (0.15, 0.85);
/// A tightened target is aimed this share beyond what the runs ask, so that the next count settles it.
const SPARE: f64 = 2e-3;
/// A need is missed by no more than this share of its unit through rounding.
const NOTHING: f64 = 1e-9;
/// Largest factor by which a target is tightened in one try.
const MOST_FACTOR: f64 = 4.0;

/// The draws, and what they stand on.
#[derive(Debug)]
pub(super) struct Futures {
    draws: Draws,
    worlds: Worlds,
}

impl Futures {
    pub(super) fn new(on: Ground<'_>, base: &Scenario, goal: &Goal) -> Result<Futures, Faults> {
        let draws = Draws::new(on.evidence, goal.seed, 1..=goal.draws)?;
        let worlds = Worlds::new(on.area, on.evidence, base, on.study.tables(), &draws, (0, 1));
        Ok(Futures { draws, worlds })
    }
}

/// How sure a plan is.
#[derive(Debug, Clone, PartialEq)]
pub struct Chance {
    /// Share of model runs asked for.
    pub asked: f64,
    /// Share in which the plan reaches every target.
    pub share: f64,
    /// The same by target.
    pub by_target: Vec<f64>,
    /// Model runs counted.
    pub draws: usize,
    /// The plan of the middle line before it was tightened: pounds a year, and its share.
    pub middle: (f64, f64),
}

/// Counting the runs of one plan, and what was learnt from plans before it.
#[derive(Debug, Clone)]
pub(super) struct Counting {
    found: Found,
    /// What the targets ask, on the scale of each need.
    wanted: Vec<Need>,
    /// What each run reached, by need.
    runs: Vec<Vec<f64>>,
    tries: usize,
    middle: Option<(f64, f64)>,
    best: Option<Found>,
    /// What the surest plan that is not sure enough was to reach, and its share.
    unsure: Option<(Vec<Need>, f64)>,
    /// The same of the least sure plan that is.
    sure: Option<(Vec<Need>, f64)>,
}

/// What follows from a count.
pub(super) enum Counted {
    /// The answer.
    Done(Box<Found>),
    /// Search again for these.
    Tighten(Vec<Need>),
}

impl Counting {
    pub(super) fn new(found: Found, wanted: Vec<Need>) -> Counting {
        Counting { found, wanted, runs: Vec::new(), tries: 0, middle: None, best: None, unsure: None, sure: None }
    }

    /// Goes on with the plan that a tighter search found.
    pub(super) fn with(self, found: Found) -> Counting {
        Counting { found, runs: Vec::new(), ..self }
    }

    /// True if this plan has been counted in every run.
    pub(super) fn is_full(&self, goal: &Goal) -> bool {
        self.runs.len() >= goal.draws
    }

    /// Runs left for this plan.
    pub(super) fn left(&self, goal: &Goal) -> usize {
        goal.draws.saturating_sub(self.runs.len())
    }

    pub(super) fn objective(&self) -> Objective {
        self.found.objective
    }

    pub(super) fn plan(&self) -> &[f64] {
        &self.found.gbp
    }

    /// The next model run.
    pub(super) fn step(
        &mut self,
        on: Ground<'_>,
        futures: &Futures,
        scenario: &Scenario,
        reading: &Reading,
    ) -> Result<(), Faults> {
        let index = self.runs.len() + 1;
        let no_row = || Faults::one("draws", index, "is not among the draws");
        let draw = futures.draws.row(index).ok_or_else(no_row)?;
        let world = futures.worlds.of(draw)?;
        let whole = whole_in(on, Some((draw, world)), scenario, reading)?;
        let reached = |need: &Need| {
            // A plan that beds cannot bear in this run cannot be carried out in it.
            if whole.too_full.is_some() { f64::NEG_INFINITY } else { need.sign * whole.values[need.value] }
        };
        self.runs.push(self.wanted.iter().map(reached).collect());
        Ok(())
    }

    fn holds(need: &Need, reached: f64) -> bool {
        reached >= need.at_least - NOTHING * need.unit
    }

    /// Share of runs in which all of the needs chosen hold.
    #[allow(clippy::cast_precision_loss)] // thousands
    fn share(&self, of: impl Fn(usize) -> bool) -> f64 {
        let all = |run: &&Vec<f64>| {
            run.iter()
                .zip(&self.wanted)
                .enumerate()
                .all(|(index, (reached, need))| !of(index) || Self::holds(need, *reached))
        };
        self.runs.iter().filter(all).count() as f64 / self.runs.len().max(1) as f64
    }

    /// Judges a full count.
    pub(super) fn judge(&mut self, goal: &Goal, asked: f64, setup: &Setup) -> Counted {
        let share = self.share(|_| true);
        let middle = *self.middle.get_or_insert((self.found.total(), share));
        let by_target = |target: usize| self.share(|index| self.wanted[index].value == target);
        let mut found = self.found.clone();
        found.chance = Some(Chance {
            asked,
            share,
            by_target: (0..goal.targets.len()).map(by_target).collect(),
            draws: self.runs.len(),
            middle,
        });
        self.tries += 1;
        let tried = Some((self.found.wanted.clone(), share));
        if share >= asked {
            let better = |best: &Found| score(&found, setup) < score(best, setup);
            if self.sure.is_none() || self.best.as_ref().is_none_or(better) {
                self.best = Some(found);
            }
            self.sure = tried;
        } else {
            let so_far = self.best.as_ref().and_then(|best| best.chance.as_ref()).map_or(-1.0, |chance| chance.share);
            if self.sure.is_none() && share > so_far {
                self.best = Some(found);
            }
            if self.unsure.as_ref().is_none_or(|unsure| share > unsure.1) {
                self.unsure = tried;
            }
        }
        self.next_try(asked, share).filter(|_| self.tries < MOST_TRIES).map_or_else(|| self.settle(), Counted::Tighten)
    }

    /// What to search for next after a plan with this share; `None` if this is the end.
    fn next_try(&self, asked: f64, share: f64) -> Option<Vec<Need>> {
        match (&self.unsure, &self.sure) {
            (_, Some((_, above))) if above - asked <= SURER => None,
            // Not sure enough: as much more as its runs fell short by. Beyond what nothing reaches there is no more.
            (Some(_), _) if share < asked => self.found.reached.then(|| self.tightened(asked)),
            // Too sure: on the way back.
            (Some((low, below)), Some((high, above))) => {
                let way = ((asked - below) / (above - below)).clamp(BETWEEN.0, BETWEEN.1);
                let mix = |(low, high): (&Need, &Need)| {
                    let at_least = low.at_least + way * (high.at_least - low.at_least);
                    Need { at_least, ..low.clone() }
                };
                Some(low.iter().zip(high).map(mix).collect())
            }
            // The middle line is sure enough as it is.
            _ => None,
        }
    }

    /// The best plan counted; what does not reach the share asked for does not reach the goal.
    fn settle(&self) -> Counted {
        let mut found = self.best.clone().unwrap_or_else(|| self.found.clone());
        found.reached = found.chance.as_ref().is_some_and(|chance| chance.share >= chance.asked);
        Counted::Done(Box::new(found))
    }

    /// What the middle line must reach so that enough runs reach what is asked: where runs and middle line are on the same
    /// side of nothing they are taken to grow together, otherwise to move together.
    fn tightened(&self, asked: f64) -> Vec<Need> {
        let quantiles = self.quantiles(asked);
        let tighten = |((need, now), quantile): ((&Need, &Need), f64)| {
            let middle = now.sign * self.found.whole.values[now.value];
            let at_least = if quantile >= need.at_least || !quantile.is_finite() {
                now.at_least
            } else if quantile > 0.0 && need.at_least > 0.0 && middle > 0.0 {
                middle * (need.at_least / quantile).min(MOST_FACTOR) * (1.0 + SPARE)
            } else {
                middle + (need.at_least - quantile) * (1.0 + SPARE)
            };
            Need { at_least, ..need.clone() }
        };
        self.wanted.iter().zip(&self.found.wanted).zip(quantiles).map(tighten).collect()
    }

    /// For each need the value that is reached often enough, where "enough" is such that all hold together in the share
    /// asked for once each is moved up to what it needs.
    fn quantiles(&self, asked: f64) -> Vec<f64> {
        let count = self.runs.len();
        let sorted: Vec<Vec<f64>> = (0..self.wanted.len())
            .map(|index| {
                let mut column: Vec<f64> = self.runs.iter().map(|run| run[index]).collect();
                column.sort_by(f64::total_cmp);
                column
            })
            .collect();
        #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // thousands
        let allowed = ((1.0 - asked) * count as f64 + NOTHING).floor() as usize;
        for misses in (0..=allowed.min(count.saturating_sub(1))).rev() {
            let at: Vec<f64> = sorted.iter().map(|column| column[misses]).collect();
            let fails = |run: &&Vec<f64>| {
                run.iter().zip(&at).zip(&self.wanted).any(|((reached, at), need)| {
                    // A need that holds as it is keeps its own bound.
                    reached < at && *reached < need.at_least
                })
            };
            if self.runs.iter().filter(fails).count() <= allowed {
                return at;
            }
        }
        sorted.iter().filter_map(|column| column.first().copied()).collect()
    }
}
