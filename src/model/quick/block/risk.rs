//! Risks taken away: diseases, deaths and lives that follow, cohort by cohort.

use super::Block;
use super::route::{Leg, Route, Stage, Stretch};
use crate::model::quick::chain::{add_bent, add_risk, follow_disease, follow_lives, set_risk, take_lives};
use crate::model::quick::chains::{Chain, Pull};
use crate::model::quick::lanes::{NONE, Singles, is_zero, product, single};
use crate::model::quick::layout::Target;
use crate::model::quick::lot::Lot;
use crate::strata::QUINTILES;

impl Block<'_> {
    /// Diseases and lives.
    pub(super) fn follow(&mut self, lot: &Lot) {
        (0..self.feeds.len()).for_each(|source| self.feed(lot, source));
        let mut route = std::mem::take(&mut self.route);
        let shared = (self.shared.chains, self.shared.footing);
        route.follow(shared, self.moments, self.feeds.iter().map(|feed| feed.moments.clone()));
        for quintile in 0..QUINTILES {
            self.follow_fifth(lot, quintile, &route);
        }
        self.route = route;
    }

    fn follow_fifth(&mut self, lot: &Lot, quintile: usize, route: &Route) {
        self.deaths.iter_mut().for_each(|deaths| deaths.fill(NONE));
        for stage in &route.stages[quintile] {
            let chain = &self.shared.chains.by_fifth[quintile][stage.chain];
            self.fall[stage.moments.clone()].fill(NONE);
            for leg in &route.legs[stage.legs.clone()] {
                self.pull(lot, quintile, (&chain.pulls[leg.pull], leg), &route.stretches[leg.stretches.clone()]);
            }
            self.follow_chain(quintile, chain, stage);
        }
        for sex in 0..2 {
            for group in 0..self.shared.footing.groups.members.len() {
                self.live_longer(quintile, sex, group);
            }
        }
    }

    /// Adds up the risk taken away through one exposure, or through none.
    fn pull(&mut self, lot: &Lot, quintile: usize, (pull, leg): (&Pull, &Leg), stretches: &[Stretch]) {
        let moved = leg.moments.clone();
        let bent = pull.bend.is_some();
        let sums = if bent { &mut self.part } else { &mut self.fall };
        // Mostly the first link moves all that any does: then there is nothing to be emptied.
        let mut empty = bent && stretches.first().is_some_and(|first| first.moments == moved);
        if bent && !empty {
            sums[moved.clone()].fill(NONE);
        }
        for Stretch { link, moments } in stretches {
            let link = &pull.links[*link];
            let people = &self.feeds[link.source].people[quintile][moments.clone()];
            let steps = &link.steps[moments.start - link.from..moments.end - link.from];
            let sums = &mut sums[moments.clone()];
            if std::mem::take(&mut empty) {
                set_risk(sums, steps, people);
            } else {
                add_risk(sums, steps, people);
            }
        }
        if let Some((exposure, track)) = &pull.bend {
            let bends = &track.steps[moved.start - track.from..];
            add_bent(&mut self.fall[moved.clone()], &self.part[moved], bends, &lot.positions[*exposure]);
        }
    }

    /// What follows in one cohort from risk taken away.
    fn follow_chain(&mut self, quintile: usize, chain: &Chain, stage: &Stage) {
        let (footing, moments) = (self.shared.footing, stage.moments.clone());
        let from = moments.start - stage.first;
        let fall = &self.fall[moments.clone()];
        let dead = &mut self.deaths[chain.sex * footing.groups.members.len() + chain.group][moments.clone()];
        match chain.target {
            Target::Disease(disease) => {
                let steps = &footing.diseases[disease][chain.row].steps[from..];
                let healthy = &mut self.healthy[disease][chain.sex];
                let within = moments.start.min(healthy.len());
                let sums = &mut self.diseases[disease][quintile][moments];
                follow_disease(steps, fall, sums, dead, &mut healthy[within..]);
            }
            _ => take_lives(&footing.lives[chain.row].steps[from..], fall, dead),
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
