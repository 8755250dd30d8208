//! Eight futures of one world, from money to the sums that an answer is made of.

mod effects;
mod feeds;
mod reach;
mod risk;
mod route;

use std::ops::Range;

use self::feeds::Feeds;
pub use self::route::Route;
use super::balance::Balance;
use super::chain::{DiseaseSums, LifeSums};
use super::chains::Chains;
use super::clock::Clock;
use super::delivery::{Bases, Tills};
use super::footing::Footing;
use super::kernels::People;
use super::lanes::{LANES, Lanes, NONE, Singles, ZERO, add};
use super::layout::Layout;
use super::lot::Lot;
use super::mix::{Mix, OF_DIABETES};
use super::response::{ANSWERS, HospitalSums, Response};
use crate::model::what_if::plan::Plan;
use crate::strata::QUINTILES;

/// What the futures of a world share.
#[derive(Debug, Clone, Copy)]
pub struct Shared<'s> {
    /// What moves.
    pub layout: &'s Layout,
    /// How cohorts answer.
    pub footing: &'s Footing,
    /// Who is in the streams.
    pub mix: &'s Mix,
    /// What runs in the hot loops.
    pub chains: &'s Chains,
    /// How cohorts answer to deaths that go with hospital spending.
    pub response: &'s Response,
    /// Who is eligible.
    pub bases: &'s Bases,
}

/// Eight futures: their figures, and their plans; the last stands in for those that are missing.
#[derive(Debug, Clone, Copy)]
pub struct Eight<'e, 'a> {
    /// Figures.
    pub lot: &'e Lot,
    /// Plans.
    pub plans: [&'e Plan<'a>; LANES],
}

/// One quantity by fifth, and year or moment.
pub type Table = Vec<[Lanes; QUINTILES]>;

/// Sums of eight futures. Its memory serves one eight after another.
#[derive(Debug)]
pub struct Block<'s> {
    /// What they share.
    pub shared: Shared<'s>,
    /// Moments to run: all, or those of the horizon.
    pub moments: usize,
    /// Their money.
    pub tills: Tills,
    /// People of each series by year.
    people: Vec<People>,
    /// Years in which a series has anybody in any of the eight: money may not reach the last of a list of programmes.
    spells: Vec<Range<usize>>,
    /// People who cannot begin a course of a component this year, since one still works in them.
    waiting: Vec<[Singles; QUINTILES]>,
    /// People of any age in whom a course works, by stream and year of the horizon.
    there: Vec<People>,
    /// Units times people per unit by component and year.
    pub reached: Vec<Table>,
    /// What is measured of each effect, by moment: weighted by the size of the effect in each fifth.
    pub counts: Vec<Table>,
    /// The same people of the moment at hand before that.
    in_effect: Vec<[Singles; QUINTILES]>,
    /// By effect, whether it is counted in this eight: what stands in [`Block::counts`] may be of the eight before.
    begun: Vec<bool>,
    /// Cases of diabetes avoided alive, hospital users among them and their use by measure, healthy life expectancy by sex.
    diabetes: Vec<[[Lanes; QUINTILES]; OF_DIABETES]>,
    /// Hospital use avoided directly, by measure: admissions, nights without them, attendances.
    pub avoided: [Table; 3],
    /// People of the sources of risk taken away.
    feeds: Feeds,
    /// What of the chains runs.
    pub route: Route,
    /// By disease and fifth.
    pub diseases: Vec<[Vec<DiseaseSums>; QUINTILES]>,
    /// By fifth.
    pub lives: [Vec<LifeSums>; QUINTILES],
    /// By sex and fifth: change of life expectancy of the sex, and healthy, within the horizon.
    pub expectancy: Vec<Vec<[Singles; 2]>>,
    /// Loss of healthy life expectancy per unit of utility, by disease and sex.
    pub healthy: Vec<[Vec<Singles>; 2]>,
    /// Health lost and regained through hospital spending.
    pub balance: Balance,
    /// By fifth.
    pub hospital: [Vec<HospitalSums>; QUINTILES],
    /// Deaths by cohort, risk taken away, and the part of it that goes with one exposure: for the hot loops.
    deaths: Vec<Vec<Singles>>,
    fall: Vec<Singles>,
    part: Vec<Singles>,
}

/// Passes after which what is captured no longer moves: each brings one delay more.
const PASSES: usize = 4;

impl<'s> Block<'s> {
    /// Memory for eight futures of a world, to the end of everybody's life or of the horizon; `route` is that of others, or empty.
    #[must_use]
    pub fn new(shared: Shared<'s>, route: Route, horizon_only: bool) -> Block<'s> {
        let Shared { layout, footing, mix, .. } = shared;
        let years = footing.path.years;
        let all = if horizon_only { years } else { footing.clock.len() };
        let table = |len: usize| -> Table { vec![[ZERO; QUINTILES]; len] };
        let diseases = footing.diseases.len();
        Block {
            shared,
            moments: all,
            tills: Tills::default(),
            people: layout.series.iter().map(|_| vec![[NONE; QUINTILES]; years + 1]).collect(),
            spells: vec![0..0; layout.series.len()],
            waiting: vec![[NONE; QUINTILES]; layout.of_component.len()],
            there: vec![Vec::new(); mix.yields.len()],
            reached: layout.of_component.iter().map(|_| table(years)).collect(),
            counts: vec![Vec::new(); layout.lines.len()],
            in_effect: vec![[NONE; QUINTILES]; layout.lines.len()],
            begun: vec![false; layout.lines.len()],
            diabetes: vec![[[ZERO; QUINTILES]; OF_DIABETES]; if layout.diabetes.is_some() { all } else { 0 }],
            avoided: [table(all), table(all), table(all)],
            feeds: Feeds::default(),
            route,
            diseases: (0..diseases).map(|_| std::array::from_fn(|_| vec![[NONE; 4]; all])).collect(),
            lives: std::array::from_fn(|_| vec![[NONE; 8]; all]),
            expectancy: vec![vec![[NONE; 2]; years]; 2 * QUINTILES],
            healthy: (0..diseases).map(|_| [vec![NONE; years], vec![NONE; years]]).collect(),
            balance: Balance::default(),
            hospital: std::array::from_fn(|_| vec![[ZERO; ANSWERS]; all]),
            deaths: vec![vec![NONE; all]; 2 * footing.groups.members.len()],
            fall: vec![NONE; all],
            part: vec![NONE; all],
        }
    }

    /// True if anybody is or was in a stream.
    fn is_used(&self, stream: usize) -> bool {
        !self.spells[self.shared.layout.streams[stream].series].is_empty()
    }

    /// True if anybody is or was reached by an effect.
    pub fn reaches(&self, line: usize) -> bool {
        self.shared.layout.lines[line].streams.clone().any(|stream| self.is_used(stream))
    }

    /// Moments.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.shared.footing.clock
    }

    /// Runs eight futures.
    pub fn run(&mut self, eight: Eight<'_, '_>) {
        let captures = eight.plans.iter().any(|plan| plan.reinvest.0 > 0.0 && plan.acute.cashable_share > 0.0);
        let all = self.moments;
        let mut added = vec![ZERO; all];
        for _ in 0..if captures { PASSES } else { 1 } {
            self.clear(eight);
            for (moment, added) in added.iter().enumerate() {
                self.moment(eight, moment, added);
            }
            self.follow(eight.lot);
            (0..all).for_each(|moment| added[moment] = self.value_through_lives(eight, moment));
        }
        self.settle(eight, &added);
    }

    fn clear(&mut self, eight: Eight<'_, '_>) {
        fn empty<T: Copy + Default, const N: usize>(table: &mut [[[T; LANES]; N]]) {
            table.fill([[T::default(); LANES]; N]);
        }
        self.tills.empty(&eight.plans);
        self.forget_people();
        self.avoided.iter_mut().for_each(|table| empty(table));
        self.diabetes.iter_mut().for_each(|moment| *moment = [[ZERO; QUINTILES]; OF_DIABETES]);
        self.diseases.iter_mut().flatten().for_each(|sums| empty(sums));
        self.lives.iter_mut().for_each(|sums| empty(sums));
        self.expectancy.iter_mut().for_each(|sums| empty(sums));
        self.healthy.iter_mut().flatten().for_each(|years| years.fill(NONE));
    }

    /// Empties what holds anybody: of a long list of programmes money mostly reaches few.
    fn forget_people(&mut self) {
        let layout = self.shared.layout;
        for (stream, there) in layout.streams.iter().zip(&mut self.there) {
            if !self.spells[stream.series].is_empty() {
                there.fill([NONE; QUINTILES]);
            }
        }
        self.begun.fill(false);
        for (spell, people) in self.spells.iter_mut().zip(&mut self.people) {
            if !(*spell).is_empty() {
                people.fill([NONE; QUINTILES]);
            }
            *spell = 0..0;
        }
        self.waiting.fill([NONE; QUINTILES]);
    }

    fn moment(&mut self, eight: Eight<'_, '_>, moment: usize, added: &Lanes) {
        let years = self.shared.footing.path.years;
        if moment < years {
            self.deliver(eight, moment);
        } else if moment == years {
            self.end_support();
        }
        for stream in 0..self.there.len() {
            self.live_on(eight.lot, stream, moment);
        }
        for line in 0..self.counts.len() {
            self.count(eight.lot, line, moment);
        }
        self.avoid_diabetes(eight.lot, moment);
        self.avoid_use(eight, moment);
        if moment < years {
            let mut averted = self.value_directly(eight.lot, moment);
            add(&mut averted, added);
            self.tills.settle(eight.plans, moment, &averted);
        }
    }

    /// Hospital deaths follow from what is averted and cut.
    fn settle(&mut self, eight: Eight<'_, '_>, added: &[Lanes]) {
        let averted: Vec<Lanes> = added
            .iter()
            .enumerate()
            .map(|(moment, added)| {
                let mut averted = self.value_directly(eight.lot, moment);
                add(&mut averted, added);
                averted
            })
            .collect();
        for (lane, money) in self.tills.money.iter_mut().enumerate() {
            money.iter_mut().zip(&averted).for_each(|(money, averted)| money.averted = averted[lane]);
        }
        self.balance = Balance::new(self, eight, &averted);
        let deaths = &self.balance.deaths;
        for (quintile, sums) in self.hospital.iter_mut().enumerate() {
            let moments = sums.iter_mut().enumerate();
            moments.for_each(|(moment, sums)| *sums = self.shared.response.of(quintile, moment, deaths));
        }
    }
}
