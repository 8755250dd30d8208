//! Eight futures of one world, from money to the sums that an answer is made of.

use super::Future;
use super::chain::{Fed, HospitalSums, LifeSums, follow_disease, follow_hospital, follow_lives, take_lives};
use super::delivery::{Bases, Till};
use super::footing::Footing;
use super::lanes::{LANES, Lanes, ZERO, add_product, add_scaled, each};
use super::layout::{Kind, Layout, Strength, Target, slot};
use super::mix::{ByFifth, Mix, OF_DIABETES};
use super::sizes::{Sizes, answer, convolve, sizes};
use super::timing;
use crate::model::what_if::effects::{Action, Base};
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

    /// Money to people.
    fn deliver(&mut self, t: usize) {
        for lane in 0..LANES {
            let plan = self.plans[lane];
            let units = {
                let (there, layout) = (&self.there, self.shared.layout);
                let in_course = |component: usize| in_course(there, layout, (component, t), lane);
                self.tills[lane].year(plan, self.shared.bases, t, Till::demand(plan, t), in_course)
            };
            for (component, units) in units.iter().enumerate() {
                let people = units.map(|units| units * plan.components[component].reach.people_per_unit);
                self.sow(component, t, lane, &people);
            }
        }
    }

    fn sow(&mut self, component: usize, t: usize, lane: usize, people: &ByFifth) {
        let first = self.shared.layout.of_component[component].start;
        for quintile in 0..QUINTILES {
            let own = people[quintile];
            self.reached[component][t][quintile][lane] = own;
            match self.shared.layout.series[first].kind {
                Kind::Now => self.support(component, t, (lane, quintile), own),
                Kind::Children => {
                    let children = self.plans[lane].components[component].reach.children.unwrap_or(1.0);
                    self.people[first][t][quintile][lane] = own * children;
                    self.people[first + 1][t][quintile][lane] = own * (1.0 - children);
                }
                _ => self.people[first][t][quintile][lane] = own,
            }
        }
    }

    /// Places of a year: who stays, who begins, who is gone.
    fn support(&mut self, component: usize, t: usize, (lane, quintile): (usize, usize), places: f64) {
        let first = self.shared.layout.of_component[component].start;
        let before = if t > 0 { self.people[first][t - 1][quintile][lane] } else { 0.0 };
        let [stay, grow] = self.shared.mix.stay[component][t].map(|share| share[quintile]);
        let there = before * stay;
        let begun = (places - there).max(0.0);
        // More places are filled like all places; the others by whoever has come of age.
        let more = if begun > 0.0 { places - before } else { 0.0 };
        self.people[first][t][quintile][lane] = places;
        self.people[first + 1][t][quintile][lane] = begun - more;
        self.people[first + 2][t][quintile][lane] = more;
        self.people[first + 3][t][quintile][lane] = before * grow;
        self.people[first + 4][t][quintile][lane] = (there - places).max(0.0);
    }

    fn end_support(&mut self, t: usize) {
        for component in 0..self.reached.len() {
            if self.shared.layout.series[self.shared.layout.of_component[component].start].kind == Kind::Now {
                for lane in 0..LANES {
                    (0..QUINTILES).for_each(|quintile| self.support(component, t, (lane, quintile), 0.0));
                }
            }
        }
    }

    /// People in effect of a stream this year.
    fn live_on(&mut self, stream: usize, t: usize) {
        let people = &self.people[self.shared.layout.streams[stream].series];
        if let Some(sums) = self.sizes[stream].get_mut(t) {
            convolve(people, &self.kernels[stream], t, sums);
        }
        if let (Some(there), Some(each)) = (self.there[stream].get_mut(t), self.shared.mix.yields[stream].people.get(t))
        {
            answer(people, &self.kernels[stream], each, t, there);
        }
    }

    fn count(&mut self, line: usize, t: usize) {
        let own = &self.shared.layout.lines[line];
        let Some(counts) = self.counts[line].get_mut(t) else { return };
        for stream in own.streams.clone() {
            if let Some(each) = self.shared.mix.yields[stream].measured.get(t) {
                let people = &self.people[self.shared.layout.streams[stream].series];
                answer(people, &self.kernels[stream], each, t, counts);
            }
        }
        for (count, weight) in counts.iter_mut().zip(&self.weights[line].0) {
            for lane in 0..LANES {
                // Those who wait for the lag are taken off those there; nobody is less than absent.
                let there = if count[lane] > 0.0 { count[lane] } else { 0.0 };
                count[lane] = there * weight[lane];
            }
        }
    }

    fn follow_none(&self, all: usize) -> Vec<[[Lanes; QUINTILES]; OF_DIABETES]> {
        vec![[[ZERO; QUINTILES]; OF_DIABETES]; if self.shared.layout.diabetes.is_some() { all } else { 0 }]
    }

    /// Cases of diabetes avoided, and what they answer. They are the people of the effect, who build up and fade.
    fn avoid_diabetes(&mut self, t: usize) {
        let Some(line) = self.shared.layout.diabetes else { return };
        let own = &self.shared.layout.lines[line];
        for (stream, answers) in own.streams.clone().zip(&self.shared.mix.diabetes) {
            let mut size = [[ZERO; QUINTILES]; 2];
            convolve(&self.people[self.shared.layout.streams[stream].series], &self.diabetes_kernels, t, &mut size);
            for what in 0..OF_DIABETES {
                for quintile in 0..QUINTILES {
                    let sum = &mut self.diabetes[t][what][quintile];
                    for (order, size) in size.iter().enumerate() {
                        let mut cases = size[quintile];
                        for lane in 0..LANES {
                            cases[lane] *= self.weights[line].0[quintile][lane] * self.diabetes_rates[lane];
                        }
                        add_scaled(sum, &cases, answers[t][what][order][quintile]);
                    }
                }
            }
        }
    }

    /// Cases of diabetes avoided and alive (0), hospital users among them (1 to 3), their hospital use (4 to 6), healthy life
    /// expectancy by sex (7, 8).
    #[must_use]
    pub fn diabetes(&self, t: usize, quintile: usize, what: usize) -> Lanes {
        self.diabetes.get(t).map_or(ZERO, |answers| answers[what][quintile])
    }

    /// Hospital use that programmes avoid directly.
    fn avoid_use(&mut self, t: usize) {
        let layout = self.shared.layout;
        for line in 0..layout.lines.len() {
            let Some(measure) = use_measure(layout.effect(self.plans[0], line).action) else { continue };
            let place = matches!(layout.effect(self.plans[0], line).action, Action::UseRatio { base: Base::Place, .. });
            let mut factors = self.weights[line].1;
            if place {
                let demand = self.demand[t.min(self.demand.len() - 1)];
                (0..LANES).for_each(|lane| factors[lane] *= demand[lane]);
            }
            for quintile in 0..QUINTILES {
                let counted = self.counted_use(line, t, quintile);
                add_product(&mut self.avoided[measure][t][quintile], &counted, &factors);
            }
        }
        for (line, own) in layout.lines.iter().enumerate() {
            let Some(people) = self.reached[own.component].get(t) else { continue };
            let nights = each(|lane| match layout.effect(self.plans[lane], line).action {
                Action::DelayedNightsOnce(each) if !self.plans[lane].costs.hospital_through_disease => each,
                _ => 0.0,
            });
            (0..QUINTILES).for_each(|q| add_product(&mut self.avoided[1][t][q], &people[q], &nights));
        }
    }

    fn counted_use(&self, line: usize, t: usize, quintile: usize) -> Lanes {
        match self.shared.layout.effect(self.plans[0], line).action {
            Action::UseRatio { measure, base, among_cases: true, .. } => {
                let what = if base == Base::Place { 4 } else { 1 };
                self.diabetes(t, quintile, what + slot(measure))
            }
            _ => self.counts[line].get(t).map_or(ZERO, |counts| counts[quintile]),
        }
    }

    /// Value of hospital activity averted in a year, pounds: directly, or through longer lives and diseases.
    pub(super) fn value(&self, t: usize, through_lives: bool) -> Lanes {
        let mut value = ZERO;
        for lane in 0..LANES {
            let (acute, costs) = (&self.plans[lane].acute, &self.plans[lane].costs);
            for quintile in 0..QUINTILES {
                if through_lives {
                    let added = [0, 1, 2].map(|measure| self.added_use(measure, t, quintile, lane));
                    value[lane] -= if costs.hospital_through_disease {
                        (added[0] + self.disease_use(0, t, quintile, lane)) * acute.admission_gbp
                    } else {
                        added[0] * acute.admission_gbp + added[2] * acute.ae_gbp
                    };
                } else {
                    let [admissions, nights, ae] = [0, 1, 2].map(|measure| self.avoided[measure][t][quintile][lane]);
                    value[lane] += admissions * acute.admission_gbp + nights * acute.bed_day_gbp + ae * acute.ae_gbp;
                }
            }
        }
        value
    }

    /// Hospital use in added years of life.
    #[must_use]
    pub fn added_use(&self, measure: usize, t: usize, quintile: usize, lane: usize) -> f64 {
        let plan = self.plans[lane];
        if !plan.costs.added_life.0 {
            return 0.0;
        }
        self.lives[quintile][t][5 + measure][lane] * self.demand[t.min(self.demand.len() - 1)][lane]
    }

    /// Hospital use through diseases, where the scenario counts it so: admissions (0), bed-days (1).
    #[must_use]
    pub fn disease_use(&self, measure: usize, t: usize, quintile: usize, lane: usize) -> f64 {
        let costs = &self.plans[lane].costs;
        if !costs.hospital_through_disease {
            return 0.0;
        }
        let used = costs.hospital.iter().zip(&self.diseases).map(|((per_new, admissions, bed_days), years)| {
            let cases = years[quintile][t][if *per_new { 3 } else { 1 }][lane];
            cases * if measure == 0 { admissions } else { bed_days }
        });
        used.sum()
    }

    /// Diseases and lives.
    fn follow(&mut self) {
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
        let deaths: Vec<Lanes> = {
            let balance: Vec<super::balance::Balance> =
                (0..LANES).map(|lane| super::balance::Balance::new(self, lane, &averted)).collect();
            (0..all).map(|t| each(|lane| balance[lane].deaths[t])).collect()
        };
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

fn use_measure(action: Action) -> Option<usize> {
    match action {
        Action::UseRatio { measure, .. } | Action::UseDifference { measure, .. } => Some(slot(measure)),
        _ => None,
    }
}

/// Shares of effect by years, one list for all lanes.
fn kernels(shared: Shared<'_>, plans: &[&Plan<'_>; LANES], stream: usize) -> Vec<Lanes> {
    let stream = shared.layout.streams[stream];
    let kind = shared.layout.series[stream.series].kind;
    let component = shared.layout.lines[stream.line].component;
    let lists: Vec<Vec<f64>> = plans
        .iter()
        .map(|plan| {
            let timing = shared.layout.effect(plan, stream.line).timing;
            timing::shares(kind, timing, plan.components[component].build_up, shared.footing.path.followed)
        })
        .collect();
    let longest = lists.iter().map(Vec::len).max().unwrap_or(0);
    (0..longest).map(|n| each(|lane| lists[lane].get(n).copied().unwrap_or(0.0))).collect()
}

/// People in whom a course still works after the year before `t`, whatever their age.
fn in_course(there: &[Table], layout: &Layout, (component, t): (usize, usize), lane: usize) -> ByFifth {
    let mut most = [0.0; QUINTILES];
    if t == 0 {
        return most;
    }
    for line in layout.lines.iter().filter(|line| line.component == component) {
        for (quintile, most) in most.iter_mut().enumerate() {
            let of = |stream: usize| there[stream].get(t - 1).map_or(0.0, |people| people[quintile][lane]);
            *most = line.streams.clone().map(of).sum::<f64>().max(*most);
        }
    }
    most
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

fn use_factor(shared: Shared<'_>, plan: &Plan<'_>, line: usize) -> f64 {
    if plan.costs.hospital_through_disease {
        return 0.0;
    }
    match shared.layout.effect(plan, line).action {
        Action::UseRatio { base: Base::Place, share, ratio, .. } => share * (1.0 - ratio),
        Action::UseRatio { base: Base::PerPersonYear(own), share, ratio, .. } => own * share * (1.0 - ratio),
        Action::UseDifference { avoided, .. } => avoided,
        _ => 0.0,
    }
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

fn diabetes_rate(shared: Shared<'_>, plan: &Plan<'_>) -> f64 {
    match shared.layout.diabetes.map(|line| shared.layout.effect(plan, line).action) {
        Some(Action::DiabetesAvoided(rate)) => rate,
        _ => 0.0,
    }
}

fn diabetes_kernels(shared: Shared<'_>, plans: &[&Plan<'_>; LANES]) -> Vec<Lanes> {
    let Some(line) = shared.layout.diabetes else { return Vec::new() };
    let component = shared.layout.lines[line].component;
    let all = shared.footing.path.followed;
    let lists: Vec<Vec<f64>> = plans
        .iter()
        .map(|plan| {
            let own = &plan.components[component];
            let kind = shared.layout.series[shared.layout.of_component[component].start].kind;
            let shares = timing::shares(kind, shared.layout.effect(plan, line).timing, own.build_up, all);
            timing::kept(&shares, own.timing.1, all)
        })
        .collect();
    (0..all).map(|n| each(|lane| lists[lane][n])).collect()
}
