//! Which links of which chains move anything, and in which moments: the same for nearly all futures of a scenario, since what money
//! reaches first hardly differs. So it is worked out once, and again, for both, where another eight has people in further moments;
//! moments without anybody add nothing. It is read from the first to the last entry of each list.

use std::ops::Range;

use crate::model::quick::chains::{Chain, Chains, Cohort, Pull};
use crate::model::quick::footing::Footing;
use crate::model::quick::layout::Target;
use crate::strata::QUINTILES;

/// A link, from some moment on.
#[derive(Debug, Clone, Copy)]
pub struct Tie {
    /// Its source.
    pub source: usize,
    /// Place of the step of that moment in [`Chains::steps`] of the fifth.
    pub steps: usize,
}

/// Moments in which the same links of a pull take risk away.
#[derive(Debug, Clone)]
pub struct Stretch {
    /// The moments.
    pub moments: Range<usize>,
    /// The exposure, and the place of the bend of the first moment in [`Chains::bends`] of the fifth; `None` where the risk goes with none.
    pub bends: Option<(usize, usize)>,
    /// How many links, next in [`Route::ties`].
    pub ties: usize,
}

/// A chain.
#[derive(Debug, Clone)]
pub struct Stage {
    /// Its target and cohort.
    pub cohort: Cohort,
    /// From the first moment in which anything takes risk away to the last in which the cohort is followed.
    pub moments: Range<usize>,
    /// How many moments after the first in which the cohort is followed.
    pub skip: usize,
    /// How many stretches, next in [`Route::stretches`].
    pub stretches: usize,
}

/// Everything that runs, in order.
#[derive(Debug, Clone, Default)]
pub struct Route {
    /// Moments in which each source has anybody in any eight so far.
    sources: Vec<Range<usize>>,
    /// By fifth.
    pub stages: [Vec<Stage>; QUINTILES],
    /// Of all stages.
    pub stretches: Vec<Stretch>,
    /// Of all stretches.
    pub ties: Vec<Tie>,
}

impl Route {
    /// Goes by the moments in which sources have anybody.
    pub fn follow(
        &mut self,
        (chains, footing): (&Chains, &Footing),
        end: usize,
        sources: impl Iterator<Item = Range<usize>> + Clone,
    ) {
        self.sources.resize(sources.clone().count(), 0..0);
        let mut known = true;
        for (moments, own) in self.sources.iter_mut().zip(sources) {
            known &= !widen(moments, &own);
        }
        if known {
            return;
        }
        self.stretches.clear();
        self.ties.clear();
        for (quintile, list) in chains.by_fifth.iter().enumerate() {
            self.stages[quintile].clear();
            for chain in list {
                if let Some(stage) = self.stage(footing, chain, end) {
                    self.stages[quintile].push(stage);
                }
            }
        }
    }

    fn stage(&mut self, footing: &Footing, chain: &Chain, end: usize) -> Option<Stage> {
        let (first, last) = followed(footing, chain.cohort);
        let within = first..last.min(end);
        let from = self.stretches.len();
        chain.pulls.iter().for_each(|pull| self.stretch(pull, &within));
        let own = &self.stretches[from..];
        let start = own.iter().map(|stretch| stretch.moments.start).min()?;
        Some(Stage { cohort: chain.cohort, moments: start..within.end, skip: start - first, stretches: own.len() })
    }

    /// The stretches of a pull.
    fn stretch(&mut self, pull: &Pull, within: &Range<usize>) {
        let alive = pull.links.iter().map(|link| {
            let own = link.alive(&self.sources[link.source]);
            own.start.max(within.start)..own.end.min(within.end)
        });
        let alive: Vec<Range<usize>> = alive.collect();
        let there = alive.iter().filter(|own| !own.is_empty());
        let mut borders: Vec<usize> = there.flat_map(|own| [own.start, own.end]).collect();
        borders.sort_unstable();
        borders.dedup();
        for moments in borders.windows(2).map(|ends| ends[0]..ends[1]) {
            let first = self.ties.len();
            for (link, _) in pull.links.iter().zip(&alive).filter(|(_, own)| own.contains(&moments.start)) {
                self.ties.push(Tie { source: link.source, steps: link.steps.start + moments.start - link.from });
            }
            let ties = self.ties.len() - first;
            if ties > 0 {
                let bends = pull.bends.map(|bends| (bends.exposure, bends.at + moments.start - bends.from));
                self.stretches.push(Stretch { moments, bends, ties });
            }
        }
    }
}

/// Widens some moments so that they hold others; true if they did not.
fn widen(moments: &mut Range<usize>, others: &Range<usize>) -> bool {
    let wide = match (moments.start >= moments.end, others.start >= others.end) {
        (_, true) => moments.clone(),
        (true, false) => others.clone(),
        (false, false) => moments.start.min(others.start)..moments.end.max(others.end),
    };
    let wider = wide != *moments;
    *moments = wide;
    wider
}

/// From the first moment in which a cohort is followed to after the last.
fn followed(footing: &Footing, cohort: Cohort) -> (usize, usize) {
    match cohort.target {
        Target::Disease(disease) => {
            let track = &footing.diseases[disease][cohort.row];
            (track.from, track.from + track.steps.len())
        }
        _ => {
            let track = &footing.lives[cohort.row];
            (track.from, track.from + track.steps.len())
        }
    }
}
