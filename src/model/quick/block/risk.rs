//! Risks taken away: diseases, deaths and lives that follow, cohort by cohort.

use super::Block;
use crate::model::quick::chain::{add_plain, add_risk, follow_disease, follow_lives, take_lives};
use crate::model::quick::chains::Link;
use crate::model::quick::lanes::{Lanes, ZERO, is_zero, product};
use crate::model::quick::layout::Target;
use crate::model::quick::lot::Lot;
use crate::strata::QUINTILES;

impl Block<'_> {
    /// Diseases and lives.
    pub(super) fn follow(&mut self, lot: &Lot) {
        (0..self.feeds.len()).for_each(|source| self.feed(lot, source));
        for quintile in 0..QUINTILES {
            self.follow_fifth(lot, quintile);
        }
    }

    fn follow_fifth(&mut self, lot: &Lot, quintile: usize) {
        let footing = self.shared.footing;
        let count = footing.groups.members.len();
        self.deaths.iter_mut().for_each(|deaths| deaths.fill(ZERO));
        for chain in &self.shared.chains.by_fifth[quintile] {
            let lives = &footing.lives[chain.row];
            let (first, len) = match chain.target {
                Target::Disease(disease) => {
                    let track = &footing.diseases[disease][chain.row];
                    (track.from, track.steps.len())
                }
                _ => (lives.from, lives.steps.len()),
            };
            let alive = |link: &Link| link.alive(&self.feeds[link.source].moments);
            let starts = chain.links.iter().map(alive).filter(|own| !own.is_empty()).map(|own| own.start.max(first));
            let Some(from) = starts.min() else { continue };
            let end = (first + len).min(self.moments);
            if from >= end {
                continue;
            }
            let range = from..end;
            let fall = &mut self.fall[range.clone()];
            fall.fill(ZERO);
            for link in &chain.links {
                let own = alive(link);
                let own = own.start.max(from)..own.end.min(end);
                if own.is_empty() {
                    continue;
                }
                let people = &self.feeds[link.source].people[quintile][own.clone()];
                let steps = &link.steps[own.start - link.from..own.end - link.from];
                let fall = &mut fall[own.start - from..own.end - from];
                if link.by_share {
                    add_risk(fall, steps, people, &lot.strengths[link.source].1);
                } else {
                    add_plain(fall, steps, people);
                }
            }
            let dead = &mut self.deaths[chain.sex * count + chain.group][range.clone()];
            match chain.target {
                Target::Disease(disease) => {
                    let steps = &footing.diseases[disease][chain.row].steps[from - first..];
                    let healthy = &mut self.healthy[disease][chain.sex];
                    let within = from.min(healthy.len());
                    let sums = &mut self.diseases[disease][quintile][range];
                    follow_disease(steps, fall, sums, dead, &mut healthy[within..]);
                }
                _ => take_lives(&lives.steps[from - first..], fall, dead),
            }
        }
        for sex in 0..2 {
            for group in 0..count {
                let track = &footing.lives[(sex * QUINTILES + quintile) * count + group];
                let dead = &self.deaths[sex * count + group];
                let Some(from) = dead.iter().position(|dead| !is_zero(dead)) else { continue };
                let from = from.max(track.from);
                let Some(steps) = track.steps.get(from - track.from..) else { continue };
                let expectancy = &mut self.expectancy[sex * QUINTILES + quintile];
                let within = from.min(expectancy.len());
                follow_lives(steps, &dead[from..], &mut self.lives[quintile][from..], &mut expectancy[within..]);
            }
        }
    }

    /// People of a source by fifth and moment, times the size of their effect.
    fn feed(&mut self, lot: &Lot, source: usize) {
        let own = &self.shared.mix.sources[source];
        self.feeds[source].moments = 0..0;
        if !self.is_used(own.stream) {
            return;
        }
        let lag = self.shared.layout.feeds[own.feed].lag;
        let series = self.shared.layout.streams[own.stream].series;
        let people = (&self.people[series], &self.spells[series]);
        let kernel = lot.quit[source].as_ref().unwrap_or(&lot.kernels[own.stream]);
        let factors: &[Lanes; QUINTILES] = &lot.strengths[source].0;
        let clock = self.shared.footing.clock;
        let feed = &mut self.feeds[source];
        feed.people.iter_mut().for_each(|moments| moments.resize(self.moments, [ZERO; 2]));
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
