//! What runs in the hot loops, in the order in which it runs: made once for all futures of a world.

use std::ops::Range;

use super::footing::Footing;
use super::layout::{Layout, Strength, Target};
use super::mix::{Mix, Step};
use crate::strata::QUINTILES;

/// Risk that one source takes from one cohort.
#[derive(Debug, Clone)]
pub struct Link {
    /// Source.
    pub source: usize,
    /// True if it hangs on the causal share of an exposure.
    pub by_share: bool,
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
    pub links: Vec<Link>,
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
    pub fn new(layout: &Layout, footing: &Footing, mix: &mut Mix) -> Chains {
        let count = footing.groups.members.len();
        let targets: Vec<Target> =
            (0..footing.diseases.len()).map(Target::Disease).chain([Target::OtherCauses, Target::Deaths]).collect();
        let mut chains = Chains::default();
        for (quintile, list) in chains.by_fifth.iter_mut().enumerate() {
            for target in &targets {
                for sex in 0..2 {
                    for group in 0..count {
                        let row = (sex * QUINTILES + quintile) * count + group;
                        let links = links(layout, mix, *target, row);
                        if !links.is_empty() {
                            list.push(Chain { target: *target, sex, group, row, links });
                        }
                    }
                }
            }
        }
        chains
    }
}

/// Takes the strengths of one target and cohort out of the sources.
fn links(layout: &Layout, mix: &mut Mix, target: Target, row: usize) -> Vec<Link> {
    let mut links = Vec::new();
    for (source, own) in mix.sources.iter_mut().enumerate() {
        for ((aim, strength), strengths) in layout.feeds[own.feed].targets.iter().zip(&mut own.strengths) {
            let track = &mut strengths[row];
            if *aim == target && !track.steps.is_empty() {
                let steps = std::mem::take(&mut track.steps);
                let by_share = matches!(strength, Strength::Risk(..));
                links.push(Link { source, by_share, from: track.from, steps });
            }
        }
    }
    links
}
