//! Which links of which chains move anything, and in which moments: the same for nearly all futures of a scenario, since what money
//! reaches first hardly differs. So it is worked out once, and again, for both, where another eight has people in further moments;
//! moments without anybody add nothing.

use std::ops::Range;

use crate::model::quick::chains::{Chain, Chains, Pull};
use crate::model::quick::footing::Footing;
use crate::model::quick::layout::Target;
use crate::strata::QUINTILES;

/// A link of a pull.
#[derive(Debug, Clone)]
pub struct Stretch {
    /// Its place among the links.
    pub link: usize,
    /// Moments in which it takes risk away.
    pub moments: Range<usize>,
}

/// A pull of a chain.
#[derive(Debug, Clone)]
pub struct Leg {
    /// Its place among the pulls.
    pub pull: usize,
    /// Moments in which any of its links takes risk away.
    pub moments: Range<usize>,
    /// Its links that do, in [`Route::stretches`].
    pub stretches: Range<usize>,
}

/// A chain.
#[derive(Debug, Clone)]
pub struct Stage {
    /// Its place among the chains of the fifth.
    pub chain: usize,
    /// From the first moment in which anything takes risk away to the last in which the cohort is followed.
    pub moments: Range<usize>,
    /// First moment in which the cohort is followed.
    pub first: usize,
    /// Its pulls, in [`Route::legs`].
    pub legs: Range<usize>,
}

/// Everything that runs, in order.
#[derive(Debug, Clone, Default)]
pub struct Route {
    /// Moments in which each source has anybody in any eight so far.
    sources: Vec<Range<usize>>,
    /// By fifth.
    pub stages: [Vec<Stage>; QUINTILES],
    /// Of all stages.
    pub legs: Vec<Leg>,
    /// Of all legs.
    pub stretches: Vec<Stretch>,
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
        *self = Route { sources: std::mem::take(&mut self.sources), ..Route::default() };
        for (quintile, list) in chains.by_fifth.iter().enumerate() {
            for (number, chain) in list.iter().enumerate() {
                if let Some(stage) = self.stage(footing, chain, number, end) {
                    self.stages[quintile].push(stage);
                }
            }
        }
    }

    fn stage(&mut self, footing: &Footing, chain: &Chain, number: usize, end: usize) -> Option<Stage> {
        let (first, last) = followed(footing, chain);
        let within = first..last.min(end);
        let from = self.legs.len();
        for (place, pull) in chain.pulls.iter().enumerate() {
            if let Some(leg) = self.leg(pull, place, &within) {
                self.legs.push(leg);
            }
        }
        let start = self.legs[from..].iter().map(|leg| leg.moments.start).min()?;
        Some(Stage { chain: number, moments: start..within.end, first, legs: from..self.legs.len() })
    }

    fn leg(&mut self, pull: &Pull, place: usize, within: &Range<usize>) -> Option<Leg> {
        let from = self.stretches.len();
        for (number, link) in pull.links.iter().enumerate() {
            let own = link.alive(&self.sources[link.source]);
            let moments = own.start.max(within.start)..own.end.min(within.end);
            if !moments.is_empty() {
                self.stretches.push(Stretch { link: number, moments });
            }
        }
        let own = &self.stretches[from..];
        let start = own.iter().map(|stretch| stretch.moments.start).min()?;
        let end = own.iter().map(|stretch| stretch.moments.end).max()?;
        Some(Leg { pull: place, moments: start..end, stretches: from..self.stretches.len() })
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

/// From the first moment in which a chain's cohort is followed to after the last.
fn followed(footing: &Footing, chain: &Chain) -> (usize, usize) {
    match chain.target {
        Target::Disease(disease) => {
            let track = &footing.diseases[disease][chain.row];
            (track.from, track.from + track.steps.len())
        }
        _ => {
            let track = &footing.lives[chain.row];
            (track.from, track.from + track.steps.len())
        }
    }
}
