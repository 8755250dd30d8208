//! Which amounts of a programme are run, so that straight lines between them are good enough.
//!
//! First the ends of its range and the place where people stop growing in step with money. After that a curve is looked at only
//! where a plan stands on it: the stretches around the chosen amount are halved until straight lines over them are good enough.

use super::curve::{Curve, Knot};
use super::runs::Ground;
use super::search::Search;
use super::setup::{Candidate, Setup};
use crate::error::Faults;
use crate::inputs::goal::Objective;

/// A curve is as straight as it must be between two runs if the middle is off by no more than this share of what is asked.
const STRAIGHT: f64 = 4e-3;
/// The same for equality and for pounds used, which choose between plans but need not be reached.
const STRAIGHT_ENOUGH: f64 = 2e-2;
/// The shortest stretch that is halved, as a share of the range: three halvings of it or of a part.
const SHORTEST: f64 = 0.2;
/// Part of the room below which every pound reaches as many people as the first: half the cap, of 1.65 caps of money.
const EASY_PART: f64 = 0.5 / crate::model::what_if::delivery::LAST_USEFUL;
/// Pounds a year between an amount and the nearest run that are near enough, and the same as a share of the room.
const NEAR: (f64, f64) = (1000.0, 0.01);

/// A run of one programme that is still to be made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Probe {
    pub(super) programme: usize,
    pub(super) gbp: f64,
}

/// The first amount inside a range: where people stop growing in step with money, or the middle.
fn first(one: &Candidate) -> f64 {
    let ((low, high), easy) = (one.range, EASY_PART * one.room);
    if easy > low && easy < high { easy.round() } else { (0.5 * (low + high)).round() }
}

/// The runs that would make curves good enough around a plan: of stretches it stands on the middles, and otherwise the amounts
/// themselves that stand too far from any run.
pub(super) fn around(gbp: &[f64], setup: &Setup, curves: &[Curve]) -> Vec<Probe> {
    let mut list = Vec::new();
    for (programme, (one, curve)) in setup.candidates.iter().zip(curves).enumerate() {
        let (own, (low, high)) = (gbp[programme], one.range);
        let near = NEAR.0.max(NEAR.1 * one.room);
        if high - low <= 2.0 * near || curve.knots.len() < 3 {
            continue;
        }
        let before = list.len();
        let mut probe = |gbp: f64| list.push(Probe { programme, gbp: gbp.round() });
        for (from, to) in curve.open(own, near) {
            // Where nobody need be looked for, the first pound tells what the others do.
            let easy = own <= low + near && to <= EASY_PART * one.room + 1.0;
            if !easy && to - from > (SHORTEST * (high - low)).max(2.0 * near) {
                probe(0.5 * (from + to));
            }
        }
        if list.len() == before && curve.gap(own) > near {
            list.push(Probe { programme, gbp: own.round() });
        }
    }
    list
}

impl Search {
    pub(super) fn start_shaping(&mut self) {
        for (programme, one) in self.setup.candidates.iter().enumerate() {
            let (low, high) = one.range;
            if high <= low || !self.matters(programme) {
                continue;
            }
            if one.given > low && one.given < high && self.goal.objectives.contains(&Objective::LeastChange) {
                self.probes.push(Probe { programme, gbp: one.given.round() });
            }
            self.probes.push(Probe { programme, gbp: first(one) });
        }
    }

    /// True if the most of a programme moves anything that is asked for.
    fn matters(&self, programme: usize) -> bool {
        let Some(knot) = self.curves[programme].knots.last() else { return false };
        let equal = self.goal.objectives.contains(&Objective::MostEqual)
            && knot.values[self.setup.reading.whole_lives()] != 0.0;
        equal || self.setup.sides.iter().any(|side| knot.values[side.need.value].abs() > 1e-6 * side.need.unit)
    }

    /// Makes a run of one programme; a stretch of its curve whose straight line told what came needs no more.
    pub(super) fn probe(&mut self, on: Ground<'_>, Probe { programme, gbp }: Probe) -> Result<(), Faults> {
        let knot = self.alone(on, programme, gbp)?;
        let curve = &self.curves[programme];
        let stretch = curve.open(gbp, 0.0).next();
        let straight = stretch.filter(|_| curve.at(gbp).is_some_and(|guess| self.is_near(&guess, &knot)));
        let curve = &mut self.curves[programme];
        curve.straight.extend(straight);
        curve.add(knot);
        Ok(())
    }

    fn is_near(&self, guess: &Knot, knot: &Knot) -> bool {
        let near = |value: usize, by: f64| (guess.values[value] - knot.values[value]).abs() <= by;
        let needs = self.setup.sides.iter().all(|side| near(side.need.value, STRAIGHT * side.need.unit));
        let equality = self.setup.reading.whole_lives();
        let equal = !self.goal.objectives.contains(&Objective::MostEqual)
            || near(equality, STRAIGHT_ENOUGH * knot.values[equality].abs());
        needs && equal && (guess.spent - knot.spent).abs() <= STRAIGHT_ENOUGH * knot.spent
    }
}
