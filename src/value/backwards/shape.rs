//! Which amounts of a programme are run, so that straight lines between them are good enough.

use super::curve::Knot;
use super::runs::Ground;
use super::search::Search;
use crate::error::Faults;
use crate::inputs::goal::Objective;

/// A curve is as straight as it must be between two runs if the middle is off by no more than this share of what is asked.
const STRAIGHT: f64 = 4e-3;
/// The same for equality and for pounds used, which choose between plans but need not be reached.
const STRAIGHT_ENOUGH: f64 = 2e-2;
/// Times a stretch of a curve is halved.
const MOST_HALVED: u32 = 3;
/// Part of the room below which every pound reaches as many people as the first: half the cap, of 1.65 caps of money.
const EASY_PART: f64 = 0.5 / crate::model::what_if::delivery::LAST_USEFUL;
/// A run of one programme that is still to be made, and the stretch it halves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Probe {
    pub(super) programme: usize,
    pub(super) gbp: f64,
    /// Ends of the stretch, and how often it was halved; `None` for an end of the curve.
    pub(super) halves: Option<(f64, f64, u32)>,
}

impl Search {
    pub(super) fn start_shaping(&mut self) {
        for (programme, one) in self.setup.candidates.iter().enumerate() {
            let (low, high) = one.range;
            if high <= low || !self.matters(programme) {
                continue;
            }
            let easy = EASY_PART * one.room;
            let first = if easy > low && easy < high { easy } else { 0.5 * (low + high) };
            self.probes.push(Probe { programme, gbp: first.round(), halves: Some((low, high, 0)) });
            if one.given > low && one.given < high && self.goal.objectives.contains(&Objective::LeastChange) {
                self.probes.push(Probe { programme, gbp: one.given.round(), halves: None });
            }
        }
    }

    /// True if the most of a programme moves anything that is asked for.
    fn matters(&self, programme: usize) -> bool {
        let Some(knot) = self.curves[programme].knots.last() else { return false };
        let equal =
            self.goal.objectives.contains(&Objective::MostEqual) && knot.values.last().is_some_and(|v| *v != 0.0);
        equal || self.setup.sides.iter().any(|side| knot.values[side.need.value].abs() > 1e-6 * side.need.unit)
    }

    /// Runs the middle of a stretch; if the straight line missed it, both halves are looked at.
    pub(super) fn halve(&mut self, on: Ground<'_>, probe: Probe) -> Result<(), Faults> {
        let knot = self.alone(on, probe.programme, probe.gbp)?;
        let guess = self.curves[probe.programme].at(probe.gbp);
        let straight = guess.as_ref().is_none_or(|guess| self.is_near(guess, &knot));
        self.curves[probe.programme].add(knot);
        let Some((low, high, halved)) = probe.halves.filter(|halves| !straight && halves.2 < MOST_HALVED) else {
            return Ok(());
        };
        for (from, to) in [(low, probe.gbp), (probe.gbp, high)] {
            let middle = (0.5 * (from + to)).round();
            if middle > from && middle < to {
                self.probes.push(Probe { gbp: middle, halves: Some((from, to, halved + 1)), ..probe });
            }
        }
        Ok(())
    }

    fn is_near(&self, guess: &Knot, knot: &Knot) -> bool {
        let near = |value: usize, by: f64| (guess.values[value] - knot.values[value]).abs() <= by;
        let needs = self.setup.sides.iter().all(|side| near(side.need.value, STRAIGHT * side.need.unit));
        let equality = self.setup.reading.measures.len();
        let equal = !self.goal.objectives.contains(&Objective::MostEqual)
            || near(equality, STRAIGHT_ENOUGH * knot.values[equality].abs());
        needs && equal && (guess.spent - knot.spent).abs() <= STRAIGHT_ENOUGH * knot.spent
    }
}
