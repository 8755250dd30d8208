//! How often a plan reaches its targets when every uncertain figure is drawn, and how far to tighten them until it does so
//! often enough.
//!
//! The plan stays the same in every model run; only what is believed changes. It is tightened until the share asked for is
//! counted, never estimated: the shortfall of the runs says how much more the middle line must reach, the search is made
//! again for that, and its plan is counted anew.

use super::choose::Need;
use super::futures::{Asked, Futures, Reached};
use super::pass::{Found, score};
use super::runs::Ground;
use super::setup::Setup;
use crate::error::Faults;
use crate::inputs::goal::{Goal, Objective};

/// Plans counted before the best so far is taken.
const MOST_TRIES: usize = 5;
/// A plan that is this much surer than asked is sure enough not to look for a cheaper one.
const SURER: f64 = 0.02;
/// So is one that reaches, in the runs that decide, no more than this share beyond a target.
const CLOSE: f64 = 0.01;
/// Of the way between a plan too unsure and one too sure, the parts that are tried.
const BETWEEN: (f64, f64) = (0.1, 0.9);
/// A tightened target is aimed at this share beyond what enough runs must reach, so that the next count settles it.
const SPARE: f64 = 4e-3;
/// Rounding of a share of runs.
const NOTHING: f64 = 1e-9;
/// Largest factor by which a target is tightened in one try.
const MOST_FACTOR: f64 = 4.0;
/// Needs that differ by no more than this share are the same: a search for them would find the same plan. The second, once
/// a plan is sure enough: a search between them would find one that is hardly cheaper.
const SAME: (f64, f64) = (1e-6, 5e-3);

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
    /// Of them, the runs made by the exact engine: all that are near a target.
    pub exact: usize,
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
    reached: Reached,
    tries: usize,
    middle: Option<(f64, f64)>,
    best: Option<Found>,
    /// The surest plan that is not sure enough.
    unsure: Option<Tried>,
    /// The least sure plan that is.
    sure: Option<Tried>,
    /// Every plan counted, in pounds, and what it was searched for with.
    counted: Vec<(Vec<f64>, Vec<Need>)>,
}

/// A plan that was counted.
#[derive(Debug, Clone)]
struct Tried {
    /// What it was to reach on the middle line.
    needs: Vec<Need>,
    /// What it does reach there, by need.
    middle: Vec<f64>,
    /// What enough of its runs reach, by need.
    often: Vec<f64>,
    share: f64,
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
        Counting {
            found,
            wanted,
            reached: Reached::default(),
            tries: 0,
            middle: None,
            best: None,
            unsure: None,
            sure: None,
            counted: Vec::new(),
        }
    }

    /// Goes on with the plan that a tighter search found.
    pub(super) fn with(self, found: Found) -> Counting {
        Counting { found, reached: Reached::default(), ..self }
    }

    /// True if this plan was counted before: another count would say the same.
    pub(super) fn knows(&self, found: &Found) -> bool {
        self.counted.iter().any(|(gbp, _)| *gbp == found.gbp)
    }

    /// Runs left for this plan.
    pub(super) fn left(&self, goal: &Goal) -> usize {
        goal.draws.saturating_sub(self.reached.runs.iter().filter(|run| !run.is_empty()).count())
    }

    pub(super) fn objective(&self) -> Objective {
        self.found.objective
    }

    /// The plan that is counted.
    pub(super) fn found(&self) -> &Found {
        &self.found
    }

    /// What the targets ask.
    pub(super) fn wanted(&self) -> &[Need] {
        &self.wanted
    }

    /// Some more model runs, and how many; 0 once this plan has been counted in every run.
    pub(super) fn step(&mut self, on: Ground<'_>, futures: &mut Futures, asked: Asked<'_>) -> Result<usize, Faults> {
        futures.step(on, asked, &mut self.reached)
    }

    /// Judges a full count.
    pub(super) fn judge(&mut self, goal: &Goal, asked: f64, setup: &Setup) -> Counted {
        let share = self.reached.share(&self.wanted, |_| true);
        let middle = *self.middle.get_or_insert((self.found.total(), share));
        let by_target = |target: usize| self.reached.share(&self.wanted, |index| self.wanted[index].value == target);
        let mut found = self.found.clone();
        found.chance = Some(Chance {
            asked,
            share,
            by_target: (0..goal.targets.len()).map(by_target).collect(),
            draws: self.reached.runs.len(),
            exact: self.reached.looked_at(),
            middle,
        });
        self.tries += 1;
        self.counted.push((found.gbp.clone(), found.wanted.clone()));
        let tried = Tried {
            needs: found.wanted.clone(),
            middle: self.wanted.iter().map(|need| need.sign * found.whole.values[need.value]).collect(),
            often: self.quantiles(asked),
            share,
        };
        let next = self.next_try(asked, &tried);
        self.remember(found, tried, share >= asked, setup);
        next.filter(|_| self.tries < MOST_TRIES).map_or_else(|| self.settle(), Counted::Tighten)
    }

    fn remember(&mut self, found: Found, tried: Tried, is_sure: bool, setup: &Setup) {
        if is_sure {
            let better = |best: &Found| score(&found, setup) < score(best, setup);
            if self.sure.is_none() || self.best.as_ref().is_none_or(better) {
                self.best = Some(found);
            }
            self.sure = Some(tried);
            return;
        }
        let so_far = self.best.as_ref().and_then(|best| best.chance.as_ref()).map_or(-1.0, |chance| chance.share);
        if self.sure.is_none() && tried.share > so_far {
            self.best = Some(found);
        }
        if self.unsure.as_ref().is_none_or(|unsure| tried.share > unsure.share) {
            self.unsure = Some(tried);
        }
    }

    /// What to search for next after a plan; `None` if this is the end, or would be a search that was made already.
    fn next_try(&self, asked: f64, now: &Tried) -> Option<Vec<Need>> {
        let needs = if now.share >= asked {
            if now.share - asked <= SURER || self.is_close(now) {
                return None;
            }
            // The middle line is sure enough as it is, or: too sure, on the way back.
            self.between(self.unsure.as_ref()?, now)
        } else if !self.found.reached {
            // Beyond what nothing reaches there is no more.
            return None;
        } else {
            match &self.sure {
                Some(sure) => self.between(now, sure),
                None => self.tightened(now),
            }
        };
        let by = if now.share >= asked || self.sure.is_some() { SAME.1 } else { SAME.0 };
        let same = |(a, b): (&Need, &Need)| (a.at_least - b.at_least).abs() <= by * a.at_least.abs().max(a.unit);
        let known = |(_, tried): &(Vec<f64>, Vec<Need>)| tried.iter().zip(&needs).all(same);
        (!self.counted.iter().any(known)).then_some(needs)
    }

    /// True if, in the runs that decide, a plan goes hardly beyond one of its targets.
    fn is_close(&self, tried: &Tried) -> bool {
        let close = |(need, often): (&Need, &f64)| *often <= need.at_least + CLOSE * need.unit;
        self.wanted.iter().zip(&tried.often).any(close)
    }

    /// Needs between those of a plan too unsure and one too sure: where a straight line says that enough runs reach what is
    /// asked.
    fn between(&self, low: &Tried, high: &Tried) -> Vec<Need> {
        let ways = self.wanted.iter().zip(low.often.iter().zip(&high.often));
        let short = ways.filter(|(need, (low, high))| **low < need.at_least && *high > *low && low.is_finite());
        let way = short.map(|(need, (low, high))| (enough(need) - low) / (high - low)).fold(0.0, f64::max);
        let way = if way > 0.0 { way } else { 0.5 }.clamp(BETWEEN.0, BETWEEN.1);
        let mix = |(low, high): (&Need, &Need)| {
            let at_least = low.at_least + way * (high.at_least - low.at_least);
            Need { at_least, ..low.clone() }
        };
        low.needs.iter().zip(&high.needs).map(mix).collect()
    }

    /// The best plan counted; what does not reach the share asked for does not reach the goal.
    pub(super) fn settle(&self) -> Counted {
        let mut found = self.best.clone().unwrap_or_else(|| self.found.clone());
        found.reached = found.chance.as_ref().is_some_and(|chance| chance.share >= chance.asked);
        Counted::Done(Box::new(found))
    }

    /// What the middle line must reach so that enough runs reach what is asked: where runs and middle line are on the same
    /// side of nothing they are taken to grow together, otherwise to move together; after two plans, as they did between them.
    fn tightened(&self, now: &Tried) -> Vec<Need> {
        let tighten = |(index, need): (usize, &Need)| {
            let (middle, often) = (now.middle[index], now.often[index]);
            let at_least = if often >= need.at_least || !often.is_finite() {
                now.needs[index].at_least
            } else if let Some(slope) = self.unsure.as_ref().and_then(|before| slope(before, now, index)) {
                middle + ((enough(need) - often) / slope).min((MOST_FACTOR - 1.0) * middle.abs())
            } else if often > 0.0 && need.at_least > 0.0 && middle > 0.0 {
                middle * (enough(need) / often).min(MOST_FACTOR)
            } else {
                middle + (enough(need) - often)
            };
            Need { at_least, ..need.clone() }
        };
        self.wanted.iter().enumerate().map(tighten).collect()
    }

    /// For each need the value that is reached often enough, where "enough" is such that all hold together in the share
    /// asked for once each is moved up to what it needs.
    fn quantiles(&self, asked: f64) -> Vec<f64> {
        let count = self.reached.runs.len();
        let sorted: Vec<Vec<f64>> = (0..self.wanted.len())
            .map(|index| {
                let mut column: Vec<f64> = self.reached.runs.iter().map(|run| run[index]).collect();
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
            if self.reached.runs.iter().filter(fails).count() <= allowed {
                return at;
            }
        }
        sorted.iter().filter_map(|column| column.first().copied()).collect()
    }
}

/// What enough runs are to reach, with a little to spare.
fn enough(need: &Need) -> f64 {
    need.at_least + if need.at_least == 0.0 { 0.0 } else { SPARE * need.unit }
}

/// What enough runs reach more for each unit more on the middle line, between two plans; `None` where that did not grow.
fn slope(before: &Tried, now: &Tried, index: usize) -> Option<f64> {
    let (moved, gained) = (now.middle[index] - before.middle[index], now.often[index] - before.often[index]);
    (moved > 0.0 && gained > 0.0 && gained.is_finite()).then(|| gained / moved)
}
