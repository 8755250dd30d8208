//! People of the sources of risk taken away, laid out for the hot loops.

use std::ops::Range;

use super::Block;
use super::route::Route;
use crate::model::quick::lanes::{NONE, Singles, product, single};
use crate::model::quick::lot::Lot;
use crate::strata::QUINTILES;

/// People of each source, times the size of their effect. Sources that nobody was in so far take no memory.
#[derive(Debug, Default)]
pub struct Feeds {
    /// By source, the moments in which there is anybody.
    pub moments: Vec<Range<usize>>,
    /// By fifth, place of the source ([`Route::place`]) and moment: how many, and times years since.
    pub people: [Vec<[Singles; 2]>; QUINTILES],
}

impl Feeds {
    /// Empties them, and makes room for the sources of a route.
    fn clear(&mut self, route: &Route) {
        for people in &mut self.people {
            people.clear();
            people.resize(route.width(), [NONE; 2]);
        }
    }
}

impl Block<'_> {
    /// Puts everybody in effect where the route finds them.
    pub(super) fn fill_feeds(&mut self, lot: &Lot, route: &mut Route) {
        let mut feeds = std::mem::take(&mut self.feeds);
        feeds.moments.clear();
        feeds.moments.extend((0..self.shared.mix.sources.len()).map(|source| self.there(lot, source)));
        route.serve(&feeds.moments, (self.shared.chains, self.shared.footing, self.moments));
        feeds.clear(route);
        for source in 0..feeds.moments.len() {
            if let Some(place) = route.place(source) {
                self.feed(lot, source, place, &mut feeds);
            }
        }
        self.feeds = feeds;
    }

    /// Moments from the first to the last in which anybody is in a source.
    fn there(&self, lot: &Lot, source: usize) -> Range<usize> {
        let own = &self.shared.mix.sources[source];
        if !self.is_used(own.stream) {
            return 0..0;
        }
        let lag = self.shared.layout.feeds[own.feed].lag;
        let spell = &self.spells[self.shared.layout.streams[own.stream].series];
        let (kernel, clock) = (lot.kernel_of(source, own.stream), self.clock());
        let there = |moment: &usize| !kernel.starts(spell, &clock.span(*moment), lag).is_empty();
        let Some(first) = (0..self.moments).find(there) else { return 0..0 };
        let last = (first..self.moments).rev().find(there).unwrap_or(first);
        first..last + 1
    }

    /// People of a source by fifth and moment, times the size of their effect.
    fn feed(&self, lot: &Lot, source: usize, place: usize, feeds: &mut Feeds) {
        let own = &self.shared.mix.sources[source];
        let lag = self.shared.layout.feeds[own.feed].lag;
        let series = self.shared.layout.streams[own.stream].series;
        let people = (&self.people[series], &self.spells[series]);
        let kernel = lot.kernel_of(source, own.stream);
        let factors: [Singles; QUINTILES] = lot.strengths[source].each_ref().map(single);
        for moment in feeds.moments[source].clone() {
            let size = kernel.size(people, &self.clock().span(moment), lag);
            for (quintile, feed) in feeds.people.iter_mut().enumerate() {
                feed[place + moment] = [0, 1].map(|order: usize| product(&size[order][quintile], &factors[quintile]));
            }
        }
    }
}
