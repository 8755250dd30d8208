//! What runs in the hot loops, in the order in which it runs: made once for all futures of a world.

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
    /// How strongly people count, from that moment on.
    pub steps: Vec<Step>,
}

impl Link {
    /// Moments in which it takes any risk away, if there is anybody in the source in `moments`.
    #[must_use]
    pub fn alive(&self, moments: &Range<usize>) -> Range<usize> {
        moments.start.max(self.from)..moments.end.min(self.from + self.steps.len())
    }
}

/// Risk taken from one cohort through one exposure, or through none.
#[derive(Debug, Clone)]
pub struct Pull {
    /// The exposure, and how the risk that goes with it grows with the causal share.
    pub bend: Option<(usize, Track<Bend>)>,
    /// Sources.
    pub links: Vec<Link>,
}

/// One target in one cohort.
#[derive(Debug, Clone)]
pub struct Chain {
    /// What answers.
    pub target: Target,
    /// Sex.
    pub sex: usize,
    /// Five-year cohort.
    pub group: usize,
    /// Row, fifth and group: place in the footing's lists.
    pub row: usize,
    /// Risks taken away.
    pub pulls: Vec<Pull>,
}

/// Chains of each fifth: diseases first, then deaths of other causes, then deaths avoided.
#[derive(Debug, Clone, Default)]
pub struct Chains {
    /// By fifth.
    pub by_fifth: [Vec<Chain>; QUINTILES],
}

impl Chains {
    /// Collects them.
    #[must_use]
    pub fn new(layout: &Layout, footing: &Footing, mix: &mut Mix, weights: &Weights) -> Chains {
        let count = footing.groups.members.len();
        let targets: Vec<Target> =
            (0..footing.diseases.len()).map(Target::Disease).chain([Target::OtherCauses, Target::Deaths]).collect();
        let mut chains = Chains::default();
        for (quintile, list) in chains.by_fifth.iter_mut().enumerate() {
            for target in &targets {
                for sex in 0..2 {
                    for group in 0..count {
                        let row = (sex * QUINTILES + quintile) * count + group;
                        let bend = |risk| bends(footing, weights, risk, *target, (sex, quintile, group));
                        let pulls = pulls(layout, mix, (*target, row), bend);
                        if !pulls.is_empty() {
                            list.push(Chain { target: *target, sex, group, row, pulls });
                        }
                    }
                }
            }
        }
        // What is left of them are empty tracks, many.
        mix.sources.iter_mut().for_each(|source| source.strengths = Vec::new());
        chains
    }
}

/// Takes the strengths of one target and cohort out of the sources. `bend` gives that of one risk of an exposure.
fn pulls(
    layout: &Layout,
    mix: &mut Mix,
    (target, row): (Target, usize),
    bend: impl Fn((usize, usize)) -> Track<Bend>,
) -> Vec<Pull> {
    let mut pulls: Vec<Pull> = Vec::new();
    for (source, own) in mix.sources.iter_mut().enumerate() {
        for ((aim, strength), strengths) in layout.feeds[own.feed].targets.iter().zip(&mut own.strengths) {
            let track = &mut strengths[row];
            if *aim != target || track.steps.is_empty() {
                continue;
            }
            let link = Link { source, from: track.from, steps: std::mem::take(&mut track.steps) };
            let risk = match strength {
                Strength::Risk(exposure, number) => Some((*exposure, *number)),
                Strength::Plain => None,
            };
            let exposure = risk.map(|(exposure, _)| exposure);
            match pulls.iter_mut().find(|pull| pull.bend.as_ref().map(|(exposure, _)| *exposure) == exposure) {
                Some(pull) => pull.links.push(link),
                None => {
                    let bend = risk.map(|risk| (risk.0, bend(risk)));
                    pulls.push(Pull { bend, links: vec![link] });
                }
            }
        }
    }
    // They are many, and kept.
    pulls.iter_mut().for_each(|pull| pull.links.shrink_to_fit());
    pulls.shrink_to_fit();
    pulls
}
