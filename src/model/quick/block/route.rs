//! Which links of which chains move anything, and in which moments: the same for nearly all futures of a scenario, since what money
//! reaches first hardly differs. So it is worked out once, and again, for both, where another eight has people in further moments;
//! moments without anybody add nothing. It is read from the first to the last entry of each list, and kept from one question to the
//! next, as what it is laid through is; laid anew where the next is to be run up to another moment. It never becomes narrower.

use std::ops::Range;

use crate::model::quick::chains::{Aim, Chain, Chains, Pull};
use crate::model::quick::footing::Footing;
use crate::model::quick::layout::Target;
use crate::strata::QUINTILES;

/// A link, from some moment on.
#[derive(Debug, Clone, Copy)]
pub struct Tie {
    /// Place of the people of its source in that moment in [`Feeds::people`](super::feeds::Feeds::people) of the fifth.
    pub people: usize,
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
    /// Its target and aim.
    pub aim: Aim,
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
    /// Moments in which each source has anybody in any eight of any question so far.
    sources: Vec<Range<usize>>,
    /// Place of each source with anybody at all, in the order in which they came.
    places: Vec<Option<usize>>,
    /// The moment up to which it is laid.
    end: usize,
    /// By fifth.
    pub(super) stages: [Vec<Stage>; QUINTILES],
    /// Of all stages.
    pub(super) stretches: Vec<Stretch>,
    /// Of all stretches.
    pub(super) ties: Vec<Tie>,
}

impl Route {
    /// Where the moments of a source begin in [`Feeds::people`](super::feeds::Feeds::people), if anybody was in it so far.
    pub(super) fn place(&self, source: usize) -> Option<usize> {
        self.places.get(source).copied().flatten().map(|place| place * self.end)
    }

    /// For how many moments of sources there is room to be.
    pub(super) fn width(&self) -> usize {
        self.places.iter().flatten().count() * self.end
    }

    /// Takes in an eight whose sources have somebody in these moments, to be run up to moment `end`.
    pub(super) fn serve(&mut self, sources: &[Range<usize>], (chains, footing, end): (&Chains, &Footing, usize)) {
        if self.widen(sources) || self.end != end {
            self.lay(chains, footing, end);
        }
    }

    /// Notes the moments in which sources have anybody; true if any is new.
    fn widen(&mut self, sources: &[Range<usize>]) -> bool {
        self.sources.resize(sources.len(), 0..0);
        self.places.resize(sources.len(), None);
        let mut wider = false;
        let mut next = self.places.iter().flatten().count();
        for ((moments, own), place) in self.sources.iter_mut().zip(sources).zip(&mut self.places) {
            if place.is_none() && !own.is_empty() {
                *place = Some(next);
                next += 1;
            }
            wider |= widen(moments, own);
        }
        wider
    }

    /// Lays down what runs up to moment `end`, by the moments noted.
    fn lay(&mut self, chains: &Chains, footing: &Footing, end: usize) {
        self.end = end;
        self.stretches.clear();
        self.ties.clear();
        for (quintile, list) in chains.by_fifth.iter().enumerate() {
            self.stages[quintile].clear();
            for chain in list {
                if let Some(stage) = self.stage(footing, chain, end) {
                    self.stages[quintile].push(stage);
                }
            }
            self.stages[quintile].shrink_to_fit();
        }
        // Kept for long: as large as they have to be.
        self.stretches.shrink_to_fit();
        self.ties.shrink_to_fit();
    }

    fn stage(&mut self, footing: &Footing, chain: &Chain, end: usize) -> Option<Stage> {
        let (first, last) = followed(footing, chain.aim);
        let within = first..last.min(end);
        let from = self.stretches.len();
        chain.pulls.iter().for_each(|pull| self.stretch(pull, &within));
        let own = &self.stretches[from..];
        let start = own.iter().map(|stretch| stretch.moments.start).min()?;
        Some(Stage { aim: chain.aim, moments: start..within.end, skip: start - first, stretches: own.len() })
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
                // Only sources with anybody are alive, and all those have a place.
                let Some(place) = self.place(link.source) else { continue };
                let steps = link.steps.start + moments.start - link.from;
                self.ties.push(Tie { people: place + moments.start, steps });
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
fn followed(footing: &Footing, aim: Aim) -> (usize, usize) {
    match aim.target {
        Target::Disease(disease) => {
            let course = &footing.diseases[disease][aim.row];
            (course.from, course.end())
        }
        _ => {
            let course = &footing.lives[aim.row];
            (course.from, course.end())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::quick::chains::{Bends, Link};

    #[test]
    fn a_pull_is_cut_where_its_links_begin_and_end() {
        let link = |source, from, steps: Range<usize>| Link { source, from, steps };
        let links = vec![link(0, 2, 100..106), link(1, 4, 200..203), link(2, 10, 300..302)];
        let pull = Pull { bends: Some(Bends { exposure: 1, from: 1, at: 50 }), links };
        // The last link's source has nobody before moment 11.
        let mut route = Route {
            sources: vec![0..20, 3..6, 11..20],
            places: [1, 0, 2].map(Some).into(),
            end: 20,
            ..Route::default()
        };
        route.stretch(&pull, &(3..20));
        let found: Vec<_> = route.stretches.iter().map(|own| (own.moments.clone(), own.bends, own.ties)).collect();
        let expected = [(3..4, 52, 1), (4..6, 53, 2), (6..8, 55, 1), (11..12, 60, 1)];
        assert_eq!(found, expected.map(|(moments, bend, ties)| (moments, Some((1, bend)), ties)));
        let ties: Vec<_> = route.ties.iter().map(|tie| (tie.people, tie.steps)).collect();
        // The first source stands second.
        assert_eq!(ties, [(20 + 3, 101), (20 + 4, 102), (4, 200), (20 + 6, 104), (40 + 11, 301)]);
    }

    #[test]
    fn moments_are_known_once_they_were_noted() {
        let mut route = Route::default();
        assert!(route.widen(&[0..0, 2..5]));
        assert!(!route.widen(&[0..0, 3..4]));
        assert!(route.widen(&[0..0, 3..6]));
        assert!(route.widen(&[7..8, 0..0]));
        assert_eq!(route.sources, [7..8, 2..6]);
        assert_eq!(route.places, [Some(1), Some(0)]);
    }
}
