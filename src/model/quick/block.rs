//! Eight futures of one world, from money to the sums that an answer is made of.

mod effects;
mod reach;
mod risk;

use effects::{diabetes_kernels, diabetes_rate, use_factor};
use reach::kernels;

use super::Future;
use super::balance::Balance;
use super::chain::{HospitalSums, LifeSums, follow_hospital};
use super::delivery::{Bases, Till};
use super::footing::Footing;
use super::lanes::{LANES, Lanes, ZERO, each};
use super::layout::Layout;
use super::mix::{Mix, OF_DIABETES};
use super::sizes::{Sizes, sizes};
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
    /// Who is eligible.
    pub bases: &'s Bases,
}

/// One quantity by fifth and year.
pub type Table = Vec<[Lanes; QUINTILES]>;

/// Eight futures.
pub struct Block<'s, 'a> {
    /// What they share.
    pub shared: Shared<'s>,
    /// Their plans; the last stands in for those that are missing.
    pub plans: [&'s Plan<'a>; LANES],
    /// Where each stands in the range of each exposure's causal share.
    positions: [Lanes; 3],
    /// Money of each.
    pub tills: Vec<Till>,
    /// People of each series by year.
    people: Vec<Table>,
    /// Shares of effect by stream and years since.
    kernels: Vec<Vec<Lanes>>,
    /// People in effect by stream and year, had nobody died; only of streams that feed a risk.
    sizes: Vec<Sizes>,
    /// People of any age in whom a course works, by stream and year of the horizon.
    there: Vec<Table>,
    /// Relative size of each effect by fifth, and hospital use avoided per unit of what is measured of it.
    weights: Vec<([Lanes; QUINTILES], Lanes)>,
    /// Growth of hospital use over the ground's, by year of the horizon.
    pub demand: Vec<Lanes>,
    /// Shares of cases of diabetes still avoided by years since people were counted, and cases avoided per person and year.
    diabetes_kernels: Vec<Lanes>,
    diabetes_rates: Lanes,
    /// Units times people per unit by component and year.
    pub reached: Vec<Table>,
    /// What is measured of each effect, by year: weighted by the size of the effect in each fifth.
    pub counts: Vec<Table>,
    /// Cases of diabetes avoided alive, hospital users among them and their use by measure, healthy life expectancy by sex.
    diabetes: Vec<[[Lanes; QUINTILES]; OF_DIABETES]>,
    /// Hospital use avoided directly, by measure: admissions, nights without them, attendances.
    pub avoided: [Table; 3],
    /// By disease and fifth: ill at the end, person-years ill, deaths, new cases.
    pub diseases: Vec<Vec<Vec<[Lanes; 4]>>>,
    /// By fifth.
    pub lives: Vec<Vec<LifeSums>>,
    /// By sex and fifth: change of life expectancy of the sex, of the fifth, healthy, within the horizon.
    pub expectancy: Vec<Vec<[Lanes; 3]>>,
    /// Loss of healthy life expectancy per unit of utility, by disease and sex.
    pub healthy: Vec<[Vec<Lanes>; 2]>,
    /// Health lost and regained through hospital spending in each.
    pub balances: Vec<Balance>,
    /// By fifth.
    pub hospital: Vec<Vec<HospitalSums>>,
}

/// Passes after which what is captured no longer moves: each brings one delay more.
const PASSES: usize = 4;

impl<'s, 'a> Block<'s, 'a> {
    /// Runs up to eight futures; `None` if there are none.
    #[must_use]
    pub fn run(shared: Shared<'s>, futures: &'s [Future<'a>]) -> Option<Block<'s, 'a>> {
        let last = futures.last()?;
        let of = |lane: usize| futures.get(lane).unwrap_or(last);
        let plans = std::array::from_fn(|lane| &of(lane).plan);
        let mut block = Block::new(shared, plans);
        block.positions = [0, 1, 2].map(|exposure| each(|lane| of(lane).position[exposure]));
        let captures = plans.iter().any(|plan| plan.reinvest.0 > 0.0 && plan.acute.cashable_share > 0.0);
        let followed = shared.footing.path.followed;
        let mut added = vec![ZERO; followed];
        for _ in 0..if captures { PASSES } else { 1 } {
            block.clear();
            for t in 0..followed {
                block.year(t, &added[t]);
            }
            block.follow();
            added = (0..followed).map(|t| block.value(t, true)).collect();
        }
        block.settle(&added);
        Some(block)
    }

    fn new(shared: Shared<'s>, plans: [&'s Plan<'a>; LANES]) -> Block<'s, 'a> {
        let kernels = (0..shared.layout.streams.len()).map(|stream| kernels(shared, &plans, stream)).collect();
        let weight = |line: usize, quintile: usize| {
            each(|lane| plans[lane].components[shared.layout.lines[line].component].reach.effect_weights[quintile])
        };
        let of_line = |line: usize| {
            (std::array::from_fn(|quintile| weight(line, quintile)), each(|lane| use_factor(shared, plans[lane], line)))
        };
        let years = shared.footing.path.years;
        Block {
            weights: (0..shared.layout.lines.len()).map(of_line).collect(),
            demand: (0..years).map(|t| each(|lane| Till::demand(plans[lane], t))).collect(),
            shared,
            plans,
            diabetes_kernels: diabetes_kernels(shared, &plans),
            diabetes_rates: each(|lane| diabetes_rate(shared, plans[lane])),
            kernels,
            positions: [ZERO; 3],
            tills: Vec::new(),
            people: Vec::new(),
            sizes: Vec::new(),
            there: Vec::new(),
            reached: Vec::new(),
            counts: Vec::new(),
            diabetes: Vec::new(),
            avoided: Default::default(),
            diseases: Vec::new(),
            lives: Vec::new(),
            expectancy: Vec::new(),
            healthy: Vec::new(),
            balances: Vec::new(),
            hospital: Vec::new(),
        }
    }

    fn clear(&mut self) {
        let path = &self.shared.footing.path;
        let (years, all) = (path.years, path.followed);
        let table = |years: usize| vec![[ZERO; QUINTILES]; years];
        let layout = self.shared.layout;
        self.tills = self.plans.iter().map(|plan| Till::new(plan)).collect();
        self.people = layout.series.iter().map(|_| table(years + 1)).collect();
        let mix = self.shared.mix;
        let long = |stream: usize| match self.kernels[stream].len() {
            0 => 0,
            len => all.min(years + 1 + len),
        };
        let feeds =
            |stream: usize| mix.sources.iter().any(|s| s.stream == stream && layout.feeds[s.feed].left.is_none());
        self.sizes = (0..layout.streams.len()).map(|s| sizes(if feeds(s) { long(s) } else { 0 })).collect();
        self.there = mix.yields.iter().map(|answers| table(answers.people.len())).collect();
        self.reached = self.plans[0].components.iter().map(|_| table(years)).collect();
        let measured = |stream: usize| if mix.yields[stream].measured.is_empty() { 0 } else { long(stream) };
        let longest = |streams: std::ops::Range<usize>| streams.map(measured).max().unwrap_or(0);
        self.counts = layout.lines.iter().map(|line| table(longest(line.streams.clone()))).collect();
        self.diabetes = self.follow_none(all);
        self.avoided = [table(all), table(all), table(all)];
    }

    fn year(&mut self, t: usize, added: &Lanes) {
        if t < self.shared.footing.path.years {
            self.deliver(t);
        } else if t == self.shared.footing.path.years {
            self.end_support(t);
        }
        for stream in 0..self.sizes.len() {
            self.live_on(stream, t);
        }
        for line in 0..self.counts.len() {
            self.count(line, t);
        }
        self.avoid_diabetes(t);
        self.avoid_use(t);
        if t < self.shared.footing.path.years {
            let direct = self.value(t, false);
            for lane in 0..LANES {
                self.tills[lane].settle(self.plans[lane], t, direct[lane] + added[lane]);
            }
        }
    }

    /// Hospital deaths by year follow from what is averted and cut.
    fn settle(&mut self, added: &[Lanes]) {
        let footing = self.shared.footing;
        let all = footing.path.followed;
        let mut averted = vec![ZERO; all];
        for (t, averted) in averted.iter_mut().enumerate() {
            let direct = self.value(t, false);
            (0..LANES).for_each(|lane| averted[lane] = direct[lane] + added[t][lane]);
        }
        for lane in 0..LANES {
            for t in 0..footing.path.years {
                self.tills[lane].money[t].averted = averted[t][lane];
            }
        }
        self.balances = (0..LANES).map(|lane| Balance::new(self, lane, &averted)).collect();
        let deaths: Vec<Lanes> = (0..all).map(|t| each(|lane| self.balances[lane].deaths[t])).collect();
        let count = footing.groups.members.len();
        self.hospital = vec![vec![[ZERO; 6]; all]; QUINTILES];
        for quintile in 0..QUINTILES {
            for sex in 0..2 {
                for group in 0..count {
                    let track = &footing.hospital[(sex * QUINTILES + quintile) * count + group];
                    if !track.steps.is_empty() {
                        follow_hospital(
                            &track.steps,
                            &deaths[track.from..],
                            &mut self.hospital[quintile][track.from..],
                        );
                    }
                }
            }
        }
    }
}
