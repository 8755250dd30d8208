//! Risks taken away: diseases, deaths and lives that follow, cohort by cohort.

use super::Block;
use super::route::{Stage, Stretch, Tie};
use crate::model::quick::chain::{TIES, Tied, add_bent, add_risks, follow_disease, follow_lives, take_lives};
use crate::model::quick::lanes::{NONE, Singles, is_zero, product, single};
use crate::model::quick::layout::Target;
use crate::model::quick::lot::Lot;
use crate::strata::QUINTILES;

impl Block<'_> {
    /// Diseases and lives.
    pub(super) fn follow(&mut self, lot: &Lot) {
        (0..self.feeds.len()).for_each(|source| self.feed(lot, source));
        let mut route = std::mem::take(&mut self.route);
        if route.widen(self.feeds.iter().map(|feed| &feed.moments)) {
            route.lay(self.shared.chains, self.shared.footing, self.moments);
        }
        let mut rest = (route.stretches.as_slice(), route.ties.as_slice());
        for (quintile, stages) in route.stages.iter().enumerate() {
            self.deaths.iter_mut().for_each(|deaths| deaths.fill(NONE));
            for stage in stages {
                rest = self.stage(lot, quintile, stage, rest);
            }
            for sex in 0..2 {
                for group in 0..self.shared.footing.groups.members.len() {
                    self.live_longer(quintile, sex, group);
                }
            }
        }
        self.route = route;
    }

    /// One target in one cohort, by the stretches and ties that come next; gives those after them.
    fn stage<'r>(
        &mut self,
        lot: &Lot,
        quintile: usize,
        stage: &Stage,
        (stretches, mut ties): (&'r [Stretch], &'r [Tie]),
    ) -> (&'r [Stretch], &'r [Tie]) {
        let (own, rest) = stretches.split_at(stage.stretches);
        self.fall[stage.moments.clone()].fill(NONE);
        for stretch in own {
            let (tied, after) = ties.split_at(stretch.ties);
            self.pull(lot, quintile, stretch, tied);
            ties = after;
        }
        self.follow_stage(quintile, stage);
        (rest, ties)
    }

    /// Adds the risk taken away through one exposure, or through none, in moments in which the same links do.
    fn pull(&mut self, lot: &Lot, quintile: usize, stretch: &Stretch, ties: &[Tie]) {
        let (chains, moments) = (self.shared.chains, &stretch.moments);
        let len = moments.len();
        let bends =
            stretch.bends.map(|(exposure, at)| (&chains.bends[quintile][at..at + len], &lot.positions[exposure]));
        let (fall, part) = (&mut self.fall[moments.clone()], &mut self.part[..len]);
        let many = ties.len() > TIES;
        if many {
            part.fill(NONE);
        }
        for ties in ties.chunks(TIES) {
            let mut tied: [Tied<'_>; TIES] = [(&[], &[]); TIES];
            for (tied, tie) in tied.iter_mut().zip(ties) {
                let people = &self.feeds[tie.source].people[quintile][moments.clone()];
                *tied = (&chains.steps[quintile][tie.steps..tie.steps + len], people);
            }
            let tied = &tied[..ties.len()];
            match bends {
                // Bent once, when all are added up: so it does not matter how many there are of which nobody is in.
                Some(_) if many => add_risks(part, tied, None),
                _ => add_risks(fall, tied, bends),
            }
        }
        if let Some(bends) = bends.filter(|_| many) {
            add_bent(fall, part, bends);
        }
    }

    /// What follows in one cohort from risk taken away.
    fn follow_stage(&mut self, quintile: usize, stage: &Stage) {
        let (footing, moments, aim) = (self.shared.footing, stage.moments.clone(), stage.aim);
        let fall = &self.fall[moments.clone()];
        let dead = &mut self.deaths[aim.sex * footing.groups.members.len() + aim.group][moments.clone()];
        match aim.target {
            Target::Disease(disease) => {
                let steps = &footing.diseases[disease][aim.row].steps[stage.skip..];
                let healthy = &mut self.healthy[disease][aim.sex];
                let within = moments.start.min(healthy.len());
                let sums = &mut self.diseases[disease][quintile][moments];
                follow_disease(steps, fall, sums, dead, &mut healthy[within..]);
            }
            _ => take_lives(&footing.lives[aim.row].steps[stage.skip..], fall, dead),
        }
    }

    /// What follows in one cohort from deaths avoided.
    fn live_longer(&mut self, quintile: usize, sex: usize, group: usize) {
        let (row, count) = (sex * QUINTILES + quintile, self.shared.footing.groups.members.len());
        let track = &self.shared.footing.lives[row * count + group];
        let dead = &self.deaths[sex * count + group];
        let Some(from) = dead.iter().position(|dead| !is_zero(dead)) else { return };
        let from = from.max(track.from);
        let Some(steps) = track.steps.get(from - track.from..) else { return };
        let expectancy = &mut self.expectancy[row];
        let within = from.min(expectancy.len());
        follow_lives(steps, &dead[from..], &mut self.lives[quintile][from..], &mut expectancy[within..]);
    }

    /// People of a source by fifth and moment, times the size of their effect.
    fn feed(&mut self, lot: &Lot, source: usize) {
        let own = &self.shared.mix.sources[source];
        self.feeds[source].empty();
        if !self.is_used(own.stream) {
            return;
        }
        let lag = self.shared.layout.feeds[own.feed].lag;
        let series = self.shared.layout.streams[own.stream].series;
        let people = (&self.people[series], &self.spells[series]);
        let kernel = lot.quit[source].as_ref().unwrap_or(&lot.kernels[own.stream]);
        let factors: [Singles; QUINTILES] = lot.strengths[source].each_ref().map(single);
        let clock = self.shared.footing.clock;
        let feed = &mut self.feeds[source];
        feed.people.iter_mut().for_each(|moments| moments.resize(self.moments, [NONE; 2]));
        let there = |moment: &usize| !kernel.starts(people.1, &clock.span(*moment), lag).is_empty();
        let Some(first) = (0..self.moments).find(there) else { return };
        let last = (first..self.moments).rev().find(there).unwrap_or(first);
        feed.moments = first..last + 1;
        for moment in feed.moments.clone() {
            let size = kernel.size(people, &clock.span(moment), lag);
            for (quintile, feed) in feed.people.iter_mut().enumerate() {
                feed[moment] = [0, 1].map(|order: usize| product(&size[order][quintile], &factors[quintile]));
            }
        }
    }
}
