//! What runs in the hot loops: made once for all futures of a world. It is more than a processor keeps close by, and in every eight
//! futures fetched from memory again: so all steps stand in two long lists for each fifth, in the order in which they run.

use std::ops::Range;

use super::bends::{Bend, bends};
use super::footing::{Footing, Track};
use super::layout::{Layout, Strength, Target};
use super::mix::{Mix, Source};
use super::strengths::{Step, Strengths};
use super::weights::{EXPOSURES, Weights};
use crate::strata::QUINTILES;

/// Risk that one source takes from one aim.
#[derive(Debug, Clone)]
pub struct Link {
    /// Source.
    pub source: usize,
    /// First moment.
    pub from: usize,
    /// How strongly people count, from that moment on: place in [`Chains::steps`] of the fifth.
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
    /// Place of the first in [`Chains::bends`] of the fifth.
    pub at: usize,
}

/// Risk taken from one cohort through one exposure, or through none.
#[derive(Debug, Clone)]
pub struct Pull {
    /// How the risk bends with the causal share; `None` where it goes with no exposure.
    pub bends: Option<Bends>,
    /// Sources.
    pub links: Vec<Link>,
}

impl Pull {
    fn exposure(&self) -> Option<usize> {
        self.bends.map(|bends| bends.exposure)
    }
}

/// What answers, in whom.
#[derive(Debug, Clone, Copy)]
pub struct Aim {
    /// What answers.
    pub target: Target,
    /// Sex.
    pub sex: usize,
    /// Five-year aim.
    pub group: usize,
    /// Row, fifth and group: place in the footing's lists.
    pub row: usize,
}

/// What moves one target in one aim.
#[derive(Debug, Clone)]
pub struct Chain {
    /// The target and the aim.
    pub aim: Aim,
    /// Risks taken away.
    pub pulls: Vec<Pull>,
}

/// Chains of each fifth: diseases first, then deaths of other causes, then deaths avoided.
#[derive(Debug, Clone, Default)]
pub struct Chains {
    /// By fifth.
    pub by_fifth: [Vec<Chain>; QUINTILES],
    /// Steps of all links, by fifth.
    pub steps: [Vec<Step>; QUINTILES],
    /// Bends of all pulls, by fifth.
    pub bends: [Vec<Bend>; QUINTILES],
}

impl Chains {
    /// Lists them, and works out their bends. Their steps stay where they are: [`Chains::take`] brings them here.
    #[must_use]
    pub fn new(layout: &Layout, footing: &Footing, mix: &Mix, weights: &Weights) -> Chains {
        let count = footing.groups.members.len();
        let targets: Vec<Target> =
            (0..footing.diseases.len()).map(Target::Disease).chain([Target::OtherCauses, Target::Deaths]).collect();
        let mut chains = Chains::default();
        let mut bent = Vec::new();
        for quintile in 0..QUINTILES {
            let mut steps = 0;
            for target in &targets {
                for sex in 0..2 {
                    for group in 0..count {
                        let row = (sex * QUINTILES + quintile) * count + group;
                        let bend = |risk| bends(footing, weights, risk, *target, (sex, quintile, group));
                        let aim = Aim { target: *target, sex, group, row };
                        let pulls = pulls((layout, mix), aim, bend, (&mut bent, &mut steps));
                        if !pulls.is_empty() {
                            chains.by_fifth[quintile].push(Chain { aim, pulls });
                        }
                    }
                }
            }
            chains.bends[quintile] = bent.as_slice().into();
            bent.clear();
        }
        chains
    }

    /// Takes the steps out of the sources, whose own lists are gone then. A feed reaches a target through one exposure once at the most, so
    /// each link finds the steps it was listed for.
    pub fn take(&mut self, layout: &Layout, mix: &mut Mix) {
        for (chains, steps) in self.by_fifth.iter().zip(&mut self.steps) {
            let pulls = chains.iter().flat_map(|chain| chain.pulls.iter().map(|pull| (chain.aim, pull)));
            let links = pulls.flat_map(|(aim, pull)| pull.links.iter().map(move |link| (aim, pull.exposure(), link)));
            steps.reserve_exact(links.clone().map(|(.., link)| link.steps.len()).sum());
            for (aim, exposure, link) in links {
                let source = &mix.sources[link.source];
                let mut aims = aims(layout, source, aim.target);
                if let Some((at, _)) = aims.find(|(_, risk)| exposure_of(*risk) == exposure) {
                    steps.extend(source.strengths.of(at, aim.row).1);
                }
                debug_assert_eq!(steps.len(), link.steps.end, "a link stands on the steps of another");
            }
        }
        mix.sources.iter_mut().for_each(|source| source.strengths = Strengths::default());
    }
}

/// What moves one target in one aim. `bend` gives how one risk of an exposure grows; `bends` holds all of the fifth so far, and `steps`
/// counts those of all its links.
fn pulls(
    (layout, mix): (&Layout, &Mix),
    aim: Aim,
    bend: impl Fn((usize, usize)) -> Track<Bend>,
    (bends, steps): (&mut Vec<Bend>, &mut usize),
) -> Vec<Pull> {
    let mut pulls: Vec<Pull> = Vec::new();
    // One exposure after another, so that the steps of a pull stand together.
    for exposure in std::iter::once(None).chain((0..EXPOSURES).map(Some)) {
        let mut pull = Pull { bends: None, links: Vec::new() };
        for (number, source) in mix.sources.iter().enumerate() {
            for (at, risk) in aims(layout, source, aim.target).filter(|(_, risk)| exposure_of(*risk) == exposure) {
                let (first, own) = source.strengths.of(at, aim.row);
                if own.is_empty() {
                    continue;
                }
                if let Some(risk) = risk.filter(|_| pull.links.is_empty()) {
                    let track = bend(risk);
                    pull.bends = Some(Bends { exposure: risk.0, from: track.from, at: bends.len() });
                    bends.extend(track.steps);
                }
                let from = *steps;
                *steps += own.len();
                pull.links.push(Link { source: number, from: first, steps: from..*steps });
            }
        }
        if !pull.links.is_empty() {
            // They are many, and kept.
            pull.links.shrink_to_fit();
            pulls.push(pull);
        }
    }
    pulls.shrink_to_fit();
    pulls
}

/// Where a source takes risk from a target: place among the targets of its feed, and exposure and risk where it goes with one.
fn aims<'l>(
    layout: &'l Layout,
    source: &Source,
    target: Target,
) -> impl Iterator<Item = (usize, Option<(usize, usize)>)> + use<'l> {
    let targets = layout.feeds[source.feed].targets.iter().enumerate();
    targets.filter(move |(_, (aim, _))| *aim == target).map(|(at, (_, strength))| match strength {
        Strength::Risk(exposure, number) => (at, Some((*exposure, *number))),
        Strength::Plain => (at, None),
    })
}

fn exposure_of(risk: Option<(usize, usize)>) -> Option<usize> {
    risk.map(|(exposure, _)| exposure)
}
