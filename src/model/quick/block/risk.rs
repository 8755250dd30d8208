//! Risks taken away: diseases, deaths and lives that follow, cohort by cohort.

use std::ops::Range;

use super::Block;
use super::route::{Stage, Stretch, Tie};
use crate::model::quick::bends::Bend;
use crate::model::quick::chain::{add_risks, follow_disease, follow_lives, take_lives};
use crate::model::quick::lanes::{NONE, Singles, is_zero};
use crate::model::quick::layout::Target;
use crate::model::quick::lot::Lot;
use crate::model::quick::strengths::Step;
use crate::model::quick::weights::EXPOSURES;
use crate::strata::QUINTILES;

/// What stretches of one fifth read.
#[derive(Clone, Copy)]
struct Lists<'l> {
    steps: &'l [Step],
    people: &'l [[Singles; 2]],
    bends: &'l [Bend],
    positions: &'l [Singles; EXPOSURES],
}

impl Block<'_> {
    /// Diseases and lives.
    pub(super) fn follow(&mut self, lot: &Lot) {
        let mut route = std::mem::take(&mut self.route);
        self.fill_feeds(lot, &mut route);
        let (chains, feeds) = (self.shared.chains, std::mem::take(&mut self.feeds));
        if feeds.moments.iter().all(Range::is_empty) {
            // Nobody's risk is lowered, however much was before: every sum stays at nothing.
            (self.route, self.feeds) = (route, feeds);
            return;
        }
        let mut rest = (route.stretches.as_slice(), route.ties.as_slice());
        for (quintile, stages) in route.stages.iter().enumerate() {
            self.deaths.iter_mut().for_each(|deaths| deaths.fill(NONE));
            let lists = Lists {
                steps: &chains.steps[quintile],
                people: &feeds.people[quintile],
                bends: &chains.bends[quintile],
                positions: &lot.positions,
            };
            for stage in stages {
                let (stretches, later) = rest.0.split_at(stage.stretches);
                rest = (later, self.take_risks(lists, stage, stretches, rest.1));
                self.follow_stage(quintile, stage);
            }
            for sex in 0..2 {
                for group in 0..self.shared.footing.groups.members.len() {
                    self.live_longer(quintile, sex, group);
                }
            }
        }
        (self.route, self.feeds) = (route, feeds);
    }

    /// Adds up the risk taken away in one cohort, by the ties that come next; gives those after them.
    fn take_risks<'r>(
        &mut self,
        lists: Lists<'_>,
        stage: &Stage,
        stretches: &[Stretch],
        mut ties: &'r [Tie],
    ) -> &'r [Tie] {
        self.fall[stage.moments.clone()].fill(NONE);
        for stretch in stretches {
            let (own, after) = ties.split_at(stretch.ties);
            let len = stretch.moments.len();
            let (fall, part) = (&mut self.fall[stretch.moments.clone()], &mut self.part[..len]);
            let bends = stretch.bends.map(|(exposure, at)| (&lists.bends[at..at + len], &lists.positions[exposure]));
            let tied =
                |tie: &Tie| (&lists.steps[tie.steps..tie.steps + len], &lists.people[tie.people..tie.people + len]);
            add_risks((fall, part), (own, tied), bends);
            ties = after;
        }
        ties
    }

    /// What follows in one cohort from risk taken away.
    fn follow_stage(&mut self, quintile: usize, stage: &Stage) {
        let (footing, moments, aim) = (self.shared.footing, stage.moments.clone(), stage.aim);
        let fall = &self.fall[moments.clone()];
        let dead = &mut self.deaths[aim.sex * footing.groups.members.len() + aim.group][moments.clone()];
        match aim.target {
            Target::Disease(disease) => {
                let steps = footing.diseases[disease][aim.row].after(stage.skip);
                let healthy = &mut self.healthy[disease][aim.sex];
                let within = moments.start.min(healthy.len());
                let sums = &mut self.diseases[disease][quintile][moments];
                follow_disease(steps, fall, sums, dead, &mut healthy[within..]);
            }
            _ => take_lives(&footing.deaths[aim.row][stage.skip..], fall, dead),
        }
    }

    /// What follows in one cohort from deaths avoided.
    fn live_longer(&mut self, quintile: usize, sex: usize, group: usize) {
        let (row, count) = (sex * QUINTILES + quintile, self.shared.footing.groups.members.len());
        let course = &self.shared.footing.lives[row * count + group];
        let dead = &self.deaths[sex * count + group];
        let Some(from) = dead.iter().position(|dead| !is_zero(dead)) else { return };
        let from = from.max(course.from);
        let steps = course.after(from - course.from);
        let expectancy = &mut self.expectancy[row];
        let within = from.min(expectancy.len());
        follow_lives(steps, &dead[from..], &mut self.lives[quintile][from..], &mut expectancy[within..]);
    }
}
