//! Risks taken away: diseases, deaths and lives that follow, cohort by cohort.

use super::{Block, Shared};
use crate::model::quick::chain::{Fed, follow_disease, follow_lives, take_lives};
use crate::model::quick::lanes::{LANES, Lanes, ZERO, each};
use crate::model::quick::layout::{Strength, Target};
use crate::model::quick::sizes::{convolve, sizes};
use crate::model::quick::timing;
use crate::model::what_if::effects::Action;
use crate::model::what_if::plan::Plan;
use crate::strata::QUINTILES;

impl Block<'_, '_> {
    /// Diseases and lives.
    pub(super) fn follow(&mut self) {
        let footing = self.shared.footing;
        let (years, all) = (footing.path.years, footing.path.followed);
        let (diseases, count) = (footing.diseases.len(), footing.groups.members.len());
        self.diseases = vec![vec![vec![[ZERO; 4]; all]; QUINTILES]; diseases];
        self.lives = vec![vec![[ZERO; 8]; all]; QUINTILES];
        self.expectancy = vec![vec![[ZERO; 3]; years]; 2 * QUINTILES];
        self.healthy = (0..diseases).map(|_| [vec![ZERO; years], vec![ZERO; years]]).collect();
        let feeds: Vec<Feeding> = (0..self.shared.mix.sources.len()).map(|source| self.feed(source)).collect();
        let mut deaths = vec![vec![ZERO; all]; 2 * count];
        for quintile in 0..QUINTILES {
            deaths.iter_mut().for_each(|deaths| deaths.fill(ZERO));
            for target in (0..diseases).map(Target::Disease).chain([Target::OtherCauses, Target::Deaths]) {
                for sex in 0..2 {
                    for group in 0..count {
                        let row = (sex * QUINTILES + quintile) * count + group;
                        let fed = gather(self.shared, target, (row, quintile), &feeds);
                        let Some(from) = fed.iter().map(|fed| fed.from).min() else { continue };
                        let dead = &mut deaths[sex * count + group];
                        let Target::Disease(disease) = target else {
                            let track = &footing.lives[row];
                            let from = from.max(track.from);
                            if let Some(steps) = track.steps.get(from.saturating_sub(track.from)..) {
                                take_lives(from, steps, &fed, &mut dead[from..]);
                            }
                            continue;
                        };
                        let track = &footing.diseases[disease][row];
                        let from = from.max(track.from);
                        let Some(steps) = track.steps.get(from.saturating_sub(track.from)..) else { continue };
                        let healthy = &mut self.healthy[disease][sex];
                        let within = from.min(healthy.len());
                        follow_disease(
                            from,
                            steps,
                            &fed,
                            &mut self.diseases[disease][quintile][from..],
                            &mut dead[from..],
                            &mut healthy[within..],
                        );
                    }
                }
            }
            for sex in 0..2 {
                for group in 0..count {
                    let track = &footing.lives[(sex * QUINTILES + quintile) * count + group];
                    let dead = &deaths[sex * count + group];
                    let Some(from) = dead.iter().position(|dead| *dead != ZERO) else { continue };
                    let from = from.max(track.from);
                    let Some(steps) = track.steps.get(from.saturating_sub(track.from)..) else { continue };
                    let expectancy = &mut self.expectancy[sex * QUINTILES + quintile];
                    let within = from.min(expectancy.len());
                    follow_lives(steps, &dead[from..], &mut self.lives[quintile][from..], &mut expectancy[within..]);
                }
            }
        }
    }

    /// People of a source by fifth and year, times the size of their effect.
    fn feed(&self, source: usize) -> Feeding {
        let source = &self.shared.mix.sources[source];
        let feed = &self.shared.layout.feeds[source.feed];
        let all = self.shared.footing.path.followed;
        let series = self.shared.layout.streams[source.stream].series;
        let mut table = sizes(all);
        if let Some(left) = &feed.left {
            let lists: Vec<Vec<f64>> = (0..LANES)
                .map(|lane| timing::quit(self.shared.layout.effect(self.plans[lane], feed.line).timing, left, all))
                .collect();
            let kernel: Vec<Lanes> = (0..all).map(|n| each(|lane| lists[lane][n])).collect();
            table.iter_mut().enumerate().for_each(|(t, sums)| convolve(&self.people[series], &kernel, t, sums));
        } else {
            let own = &self.sizes[source.stream];
            table.iter_mut().skip(feed.lag).zip(own).for_each(|(sums, size)| *sums = *size);
        }
        let exposure = feed.targets.iter().find_map(|(_, strength)| match strength {
            Strength::Risk(exposure, _) => Some(*exposure),
            Strength::Plain => None,
        });
        let shared = self.shared;
        let position = exposure.map_or(ZERO, |exposure| self.positions[exposure]);
        let factors: [Lanes; QUINTILES] =
            std::array::from_fn(|quintile| each(|lane| feed_factor(shared, self.plans[lane], feed.line, quintile)));
        let by_fifth = std::array::from_fn(|quintile| {
            table
                .iter()
                .map(|sums| [0, 1].map(|order| each(|l| sums[order][quintile][l] * factors[quintile][l])))
                .collect()
        });
        Feeding { position, by_fifth }
    }
}

/// A source in eight futures.
struct Feeding {
    /// Where each future stands in the range of the causal share.
    position: Lanes,
    /// People by fifth and year: how many, and how many times the years since they were counted.
    by_fifth: [Vec<[Lanes; 2]>; QUINTILES],
}

/// The sources that take risk from a target in one cohort.
fn gather<'f>(
    shared: Shared<'f>,
    target: Target,
    (row, quintile): (usize, usize),
    feeds: &'f [Feeding],
) -> Vec<Fed<'f>> {
    let mut list = Vec::new();
    for (source, feeding) in shared.mix.sources.iter().zip(feeds) {
        for ((own, _), strengths) in shared.layout.feeds[source.feed].targets.iter().zip(&source.strengths) {
            let track = &strengths[row];
            if *own == target && !track.steps.is_empty() {
                list.push(Fed {
                    from: track.from,
                    steps: &track.steps,
                    people: &feeding.by_fifth[quintile],
                    position: feeding.position,
                });
            }
        }
    }
    list
}

fn feed_factor(shared: Shared<'_>, plan: &Plan<'_>, line: usize, quintile: usize) -> f64 {
    let weight = plan.components[shared.layout.lines[line].component].reach.effect_weights[quintile];
    match shared.layout.effect(plan, line).action {
        Action::Quits(share) => share,
        Action::Active(share) => share * weight,
        Action::Bmi(change) => -change * weight / plan.risks.bmi_gap,
        Action::Cardiovascular { share, ratio } => share * (1.0 - ratio) * weight,
        Action::DeathsAvoided(rate) => rate * weight,
        _ => 0.0,
    }
}
