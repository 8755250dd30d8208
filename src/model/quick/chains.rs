//! What runs in the hot loops: made once for all futures of a world. Most of the time of a future goes to fetching it from memory, so
//! all steps stand in two long lists, in the order in which they run.

use std::ops::Range;

use super::bends::{Bend, bends};
use super::footing::{Footing, Track};
use super::layout::{Layout, Strength, Target};
use super::mix::{Mix, Step};
use super::weights::Weights;
use crate::strata::QUINTILES;

/// Risk that one source takes from one cohort.
#[derive(Debug, Clone)]
pub struct Link {
    /// Source.
    pub source: usize,
    /// First moment.
    pub from: usize,
    /// How strongly people count, from that moment on: place in [`Chains::steps`].
    pub steps: Range<usize>,
}

impl Link {
    /// Moments in which it takes any risk away, if there is anybody in the source in `moments`.
    #[must_use]
    pub fn alive(&self, moments: &Range<usize>) -> Range<usize> {
        moments.start.max(self.from)..moments.end.min(self.from + self.steps.len())
    }
}

/// How the risk that goes with an exposure grows with the causal share.
#[derive(Debug, Clone, Copy)]
pub struct Bends {
    /// Exposure.
    pub exposure: usize,
    /// First moment.
    pub from: usize,
    /// Place of the first in [`Chains::bends`].
    pub at: usize,
}

/// Risk taken from one cohort through one exposure, or through none.
#[derive(Debug, Clone)]
pub struct Pull {
    /// Of the exposure.
    pub bends: Option<Bends>,
    /// Sources.
    pub links: Vec<Link>,
}

/// One target in one cohort.
#[derive(Debug, Clone, Copy)]
pub struct Cohort {
    /// What answers.
    pub target: Target,
    /// Sex.
    pub sex: usize,
    /// Five-year cohort.
    pub group: usize,
    /// Row, fifth and group: place in the footing's lists.
    pub row: usize,
}

/// What moves one target in one cohort.
#[derive(Debug, Clone)]
pub struct Chain {
    /// The target and the cohort.
    pub cohort: Cohort,
    /// Risks taken away.
    pub pulls: Vec<Pull>,
}

/// Chains of each fifth: diseases first, then deaths of other causes, then deaths avoided.
#[derive(Debug, Clone, Default)]
pub struct Chains {
    /// By fifth.
    pub by_fifth: [Vec<Chain>; QUINTILES],
    /// Steps of all links.
    pub steps: Vec<Step>,
    /// Bends of all pulls.
    pub bends: Vec<Bend>,
}

impl Chains {
    /// Collects them.
    #[must_use]
    pub fn new(layout: &Layout, footing: &Footing, mix: &mut Mix, weights: &Weights) -> Chains {
        let count = footing.groups.members.len();
        let targets: Vec<Target> =
            (0..footing.diseases.len()).map(Target::Disease).chain([Target::OtherCauses, Target::Deaths]).collect();
        let steps = mix.sources.iter().flat_map(|source| source.strengths.iter().flatten()).map(|own| own.steps.len());
        let mut chains = Chains { steps: Vec::with_capacity(steps.sum()), ..Chains::default() };
        for quintile in 0..QUINTILES {
            for target in &targets {
                for sex in 0..2 {
                    for group in 0..count {
                        let row = (sex * QUINTILES + quintile) * count + group;
                        let bend = |risk| bends(footing, weights, risk, *target, (sex, quintile, group));
                        let pulls = chains.pulls(layout, mix, (*target, row), bend);
                        if !pulls.is_empty() {
                            let cohort = Cohort { target: *target, sex, group, row };
                            chains.by_fifth[quintile].push(Chain { cohort, pulls });
                        }
                    }
                }
            }
        }
        // What is left of them are empty tracks, many.
        mix.sources.iter_mut().for_each(|source| source.strengths = Vec::new());
        chains.bends.shrink_to_fit();
        chains
    }

    /// Takes the strengths of one target and cohort out of the sources. `bend` gives that of one risk of an exposure.
    fn pulls(
        &mut self,
        layout: &Layout,
        mix: &mut Mix,
        (target, row): (Target, usize),
        bend: impl Fn((usize, usize)) -> Track<Bend>,
    ) -> Vec<Pull> {
        let mut pulls: Vec<(Option<usize>, Pull)> = Vec::new();
        // By exposure, one after another, so that the steps of a pull stand together.
        for pulled in [None, Some(0), Some(1), Some(2)] {
            for (source, own) in mix.sources.iter_mut().enumerate() {
                for ((aim, strength), strengths) in layout.feeds[own.feed].targets.iter().zip(&mut own.strengths) {
                    let risk = match strength {
                        Strength::Risk(exposure, number) => Some((*exposure, *number)),
                        Strength::Plain => None,
                    };
                    let exposure = risk.map(|(exposure, _)| exposure);
                    let track = &mut strengths[row];
                    if *aim != target || exposure != pulled || track.steps.is_empty() {
                        continue;
                    }
                    let from = self.steps.len();
                    self.steps.extend(std::mem::take(&mut track.steps));
                    let link = Link { source, from: track.from, steps: from..self.steps.len() };
                    match pulls.iter_mut().find(|(known, _)| *known == exposure) {
                        Some((_, pull)) => pull.links.push(link),
                        None => {
                            let bends = risk.map(|risk| self.bent(risk.0, bend(risk)));
                            pulls.push((exposure, Pull { bends, links: vec![link] }));
                        }
                    }
                }
            }
        }
        // They are many, and kept.
        let trimmed = pulls.into_iter().map(|(_, mut pull)| {
            pull.links.shrink_to_fit();
            pull
        });
        trimmed.collect()
    }

    fn bent(&mut self, exposure: usize, track: Track<Bend>) -> Bends {
        let at = self.bends.len();
        self.bends.extend(track.steps);
        Bends { exposure, from: track.from, at }
    }
}
