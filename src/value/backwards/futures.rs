//! What a plan reaches in each of many possible futures: by the quick engine, and by the exact one wherever the two could
//! disagree on whether a target is reached.
//!
//! Few futures lie near a target. Those that do are run exactly, the nearest first, until every other one is further from each
//! target than twice the largest gap seen between the engines, in this plan or in one before it. So a count of futures is that of the exact engine, unless a
//! gap elsewhere is more than twice the largest of those that were looked at.

use super::choose::Need;
use super::pass::holds;
use super::runs::{Ground, Reading, whole_in};
use crate::error::Faults;
use crate::inputs::goal::{Goal, Measure, Period};
use crate::inputs::scenario::Scenario;
use crate::model::draws::Draws;
use crate::strata::QUINTILES;
use crate::value::ensemble::Ensemble;
use crate::value::ensemble::quick::{Kept, Ready};
use crate::value::ensemble::record::{Part, View};
use crate::value::ensemble::rows::Rows;
use crate::value::ensemble::worlds::{Worlds, trends};

/// Futures of the first plan that are run exactly in any case, the nearest to a target; and of every other plan, which has the gaps
/// seen before to go by.
const LOOKED_AT: (usize, usize) = (8, 2);
/// The least gap that engines are taken to have, as a share of what is asked.
const LEAST_GAP: f64 = 0.005;
/// How many times the largest gap seen a future must be away from a target.
const TIMES: f64 = 2.0;
/// Beds this much fuller or emptier than can be are so in either engine.
const BEDS: f64 = 0.02;

/// The draws, and what they stand on, one world at a time.
#[derive(Debug)]
pub(super) struct Futures {
    draws: Draws,
    worlds: Vec<(Worlds, Option<Kept>)>,
    of: usize,
    /// Programmes that the quick engine is ready for.
    pub(super) cast: Vec<usize>,
    /// Largest gap seen between the engines in any plan, by need.
    gaps: Vec<f64>,
}

/// What one plan reaches in every future, as far as it is known.
#[derive(Debug, Clone, Default)]
pub(super) struct Reached {
    /// By draw, then by need; empty before it was run. Not a number where only the exact engine can tell.
    pub(super) runs: Vec<Vec<f64>>,
    exact: Vec<bool>,
    gaps: Vec<f64>,
    /// Futures to be run exactly in any case.
    least: usize,
    worlds: usize,
}

/// The plan that is counted, and what is read off it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) scenario: &'a Scenario,
    /// The same with every programme of the cast, some with no money.
    pub(super) with_cast: &'a Scenario,
    pub(super) reading: &'a Reading,
    pub(super) needs: &'a [Need],
    /// Share of beds in use at the start.
    pub(super) beds: f64,
}

impl Futures {
    pub(super) fn new(on: Ground<'_>, base: &Scenario, goal: &Goal) -> Result<Futures, Faults> {
        let draws = Draws::new(on.evidence, goal.seed, 1..=goal.draws)?;
        let of = trends(on.evidence, base, on.study.tables(), &draws, (0, 1)).len();
        Ok(Futures { draws, worlds: Vec::new(), of, cast: Vec::new(), gaps: Vec::new() })
    }

    /// Makes sure that these programmes are among the cast.
    pub(super) fn admit(&mut self, programmes: Vec<usize>) {
        self.cast.extend(programmes);
        crate::order::sort_short(&mut self.cast, Ord::cmp);
        self.cast.dedup();
    }

    /// One step of counting: a world of futures by the quick engine, or one future exactly. Gives the model runs it took; 0 if
    /// all is known.
    pub(super) fn step(&mut self, on: Ground<'_>, asked: Asked<'_>, known: &mut Reached) -> Result<usize, Faults> {
        if known.worlds == 0 {
            known.least = if self.gaps.len() == asked.needs.len() { LOOKED_AT.1 } else { LOOKED_AT.0 };
            self.gaps.resize(asked.needs.len(), 0.0);
            known.gaps.clone_from(&self.gaps);
        }
        if known.worlds < self.of {
            let rows = self.quick(on, asked, known.worlds)?;
            known.worlds += 1;
            known.take(&rows, asked, self.draws.rows().count(), self.first_year(on));
            return Ok(rows.len());
        }
        let Some(draw) = known.next(asked.needs) else { return Ok(0) };
        let reached = self.exactly(on, asked, draw)?;
        known.correct(draw, reached);
        self.gaps.clone_from(&known.gaps);
        Ok(1)
    }

    fn first_year(&self, on: Ground<'_>) -> u32 {
        on.study.tables().start_year
    }

    fn quick(&mut self, on: Ground<'_>, asked: Asked<'_>, world: usize) -> Result<Rows, Faults> {
        if self.worlds.len() <= world {
            let part = (world, self.of);
            let tables = on.study.tables();
            let worlds = Worlds::new(on.evidence, asked.with_cast, tables, &self.draws, part);
            self.worlds.push((worlds, None));
        }
        let measures = &asked.reading.measures;
        let (worlds, kept) = &mut self.worlds[world];
        let ensemble = Ensemble {
            area: on.area,
            evidence: on.evidence,
            scenario: asked.with_cast,
            baseline: on.study.start(on.area),
            draws: &self.draws,
            worlds,
            view: View {
                outcomes: Some(measures.iter().map(|measure| measure.outcome.clone()).collect()),
                fifths: measures.iter().any(|measure| measure.fifth.is_some()),
                ledger: false,
                set_in_motion: !asked.reading.horizon_only,
            },
        };
        let mut ready = Ready::on(&ensemble, kept.take())?;
        let rows = ready.run(&ensemble)?;
        *kept = Some(ready.keep(&ensemble));
        Ok(rows)
    }

    fn exactly(&self, on: Ground<'_>, asked: Asked<'_>, draw: usize) -> Result<Vec<f64>, Faults> {
        let no_row = || Faults::one("draws", draw + 1, "is not among the draws");
        let row = self.draws.row(draw + 1).ok_or_else(no_row)?;
        let world = self.worlds.iter().find_map(|(worlds, _)| worlds.of(row).ok()).ok_or_else(no_row)?;
        let whole = whole_in(on, Some((row, world)), asked.scenario, asked.reading)?;
        let reached = |need: &Need| {
            // A plan that beds cannot bear in this run cannot be carried out in it.
            if whole.too_full.is_some() { f64::NEG_INFINITY } else { need.sign * whole.values[need.value] }
        };
        Ok(asked.needs.iter().map(reached).collect())
    }
}

impl Reached {
    fn take(&mut self, rows: &Rows, asked: Asked<'_>, draws: usize, first_year: u32) {
        self.runs.resize(draws, Vec::new());
        self.exact.resize(draws, false);
        let columns: Vec<Option<Vec<f64>>> =
            asked.reading.measures.iter().map(|measure| column(rows, measure, first_year)).collect();
        let beds: &[Vec<f64>] = rows
            .blocks
            .iter()
            .position(|block| block.group == "level" && block.id == "occupancy")
            .map_or(&[], |at| rows.block(at));
        for (row, index) in rows.indices.iter().enumerate() {
            let fullest = beds.iter().map(|year| year[row]).fold(f64::NEG_INFINITY, f64::max) + asked.beds;
            let emptiest = beds.iter().map(|year| year[row]).fold(f64::INFINITY, f64::min) + asked.beds;
            let reached = |need: &Need| match &columns[need.value] {
                // More patients than beds, or, where nearly every bed is taken away, fewer beds than none.
                _ if fullest > 1.0 + BEDS || emptiest < -BEDS => f64::NEG_INFINITY,
                _ if fullest > 1.0 - BEDS || emptiest < BEDS => f64::NAN,
                Some(column) => need.sign * column[row],
                None => f64::NAN,
            };
            self.runs[index - 1] = asked.needs.iter().map(reached).collect();
        }
    }

    /// The future to be run exactly next: of those near a target the nearest.
    fn next(&self, needs: &[Need]) -> Option<usize> {
        let away =
            |draw: usize| -> f64 {
                let pairs = self.runs[draw].iter().zip(needs).zip(&self.gaps);
                let each = pairs.map(|((reached, need), gap)| {
                    let gap = gap.max(LEAST_GAP * need.unit);
                    (need.at_least - reached) / gap
                });
                // A future fails by its worst target, and is sure to fail as soon as one of them is far.
                let worst = each.fold(f64::NEG_INFINITY, |worst, one| {
                    if one.is_nan() || worst.is_nan() { f64::NAN } else { worst.max(one) }
                });
                if worst.is_nan() { 0.0 } else { worst.abs() }
            };
        let open = (0..self.runs.len()).filter(|draw| !self.exact[*draw]);
        let (nearest, away) = open.map(|draw| (draw, away(draw))).min_by(|a, b| a.1.total_cmp(&b.1))?;
        let looked_at = self.exact.iter().filter(|exact| **exact).count();
        (away <= TIMES || (looked_at < self.least && away.is_finite())).then_some(nearest)
    }

    fn correct(&mut self, draw: usize, reached: Vec<f64>) {
        for ((gap, exact), quick) in self.gaps.iter_mut().zip(&reached).zip(&self.runs[draw]) {
            let seen = (exact - quick).abs();
            if seen.is_finite() {
                *gap = gap.max(seen);
            }
        }
        self.runs[draw] = reached;
        self.exact[draw] = true;
    }

    /// How many futures were run exactly.
    pub(super) fn looked_at(&self) -> usize {
        self.exact.iter().filter(|exact| **exact).count()
    }

    /// Share of futures in which the needs chosen hold.
    #[allow(clippy::cast_precision_loss)] // thousands
    pub(super) fn share(&self, needs: &[Need], of: impl Fn(usize) -> bool) -> f64 {
        let all = |run: &&Vec<f64>| {
            run.iter().zip(needs).enumerate().all(|(index, (reached, need))| !of(index) || holds(need, *reached))
        };
        self.runs.iter().filter(all).count() as f64 / self.runs.len().max(1) as f64
    }
}

/// A measure in every row; `None` where the rows do not hold it.
fn column(rows: &Rows, measure: &Measure, first_year: u32) -> Option<Vec<f64>> {
    let id = measure.outcome.as_str();
    let get = |part: Part, at: usize| rows.figure("outcome", id, part, at);
    match (measure.period, measure.fifth) {
        (Period::Year(year), None) => get(Part::Year, (year - first_year) as usize),
        (Period::Year(year), Some(fifth)) => get(Part::FifthYear, fifth * rows.years + (year - first_year) as usize),
        (Period::ByHorizon, None) => get(Part::Horizon, 0),
        (Period::ByHorizon, Some(fifth)) => {
            let mut sum = vec![0.0; rows.len()];
            for year in 0..rows.years {
                let one = get(Part::FifthYear, fifth * rows.years + year)?;
                sum.iter_mut().zip(one).for_each(|(sum, value)| *sum += value);
            }
            Some(sum)
        }
        (Period::SetInMotion, None) => get(Part::Motion, 0),
        (Period::SetInMotion, Some(fifth)) => get(Part::FifthMotion, fifth.min(QUINTILES - 1)),
    }
}
