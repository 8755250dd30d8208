//! Eight futures of one world, from money to the sums that an answer is made of.

use super::chain::{HospitalSums, LifeSums, follow_disease, follow_hospital, follow_lives};
use super::delivery::{Bases, Till};
use super::footing::Footing;
use super::lanes::{LANES, Lanes, ZERO, add_product, add_scaled, each};
use super::layout::{Kind, Layout, Strength, Target, slot};
use super::mix::{ByFifth, Mix};
use super::timing;
use super::weights::Weights;
use crate::math;
use crate::model::what_if::effects::{Action, Base};
use crate::model::what_if::plan::Plan;
use crate::strata::QUINTILES;

/// What the futures of a world share.
#[derive(Debug, Clone, Copy)]
pub struct Shared<'s, 'a> {
    /// The plan with central values.
    pub central: &'s Plan<'a>,
    /// What moves.
    pub layout: &'s Layout,
    /// How cohorts answer.
    pub footing: &'s Footing,
    /// Who is in the streams.
    pub mix: &'s Mix,
    /// Weights of exposures.
    pub weights: &'s Weights,
    /// Who is eligible.
    pub bases: &'s Bases,
}

/// One quantity by fifth and year.
pub type Table = Vec<[Lanes; QUINTILES]>;

/// Eight futures.
pub struct Block<'s, 'a> {
    /// What they share.
    pub shared: Shared<'s, 'a>,
    /// Their plans; the last stands in for those that are missing.
    pub plans: [&'s Plan<'a>; LANES],
    /// Money of each.
    pub tills: Vec<Till>,
    /// People of each series by year.
    people: Vec<Table>,
    /// Shares of effect by stream and years since.
    kernels: Vec<Vec<Lanes>>,
    /// People in effect by stream and year, had nobody died.
    sizes: Vec<Table>,
    /// Units times people per unit by component and year.
    pub reached: Vec<Table>,
    /// What is measured of each effect, by year: weighted by the size of the effect in each fifth.
    pub counts: Vec<Table>,
    /// Cases of diabetes avoided, had nobody died.
    diabetes: Table,
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
    /// Runs up to eight futures; `plans` must not be empty.
    #[must_use]
    pub fn run(shared: Shared<'s, 'a>, plans: &'s [Plan<'a>]) -> Option<Block<'s, 'a>> {
        let last = plans.last()?;
        let plans = std::array::from_fn(|lane| plans.get(lane).unwrap_or(last));
        let mut block = Block::new(shared, plans);
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

    fn new(shared: Shared<'s, 'a>, plans: [&'s Plan<'a>; LANES]) -> Block<'s, 'a> {
        let kernels = (0..shared.layout.streams.len()).map(|stream| kernels(shared, &plans, stream)).collect();
        Block {
            shared,
            plans,
            kernels,
            tills: Vec::new(),
            people: Vec::new(),
            sizes: Vec::new(),
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
        self.sizes = layout.streams.iter().map(|_| table(all)).collect();
        self.reached = self.plans[0].components.iter().map(|_| table(years)).collect();
        self.counts = layout.lines.iter().map(|_| table(all)).collect();
        self.diabetes = table(all);
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
                let (sizes, mix, layout) = (&self.sizes, self.shared.mix, self.shared.layout);
                let in_course = |component: usize| in_course(sizes, mix, layout, (component, t), lane);
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
        let change = places - there;
        self.people[first][t][quintile][lane] = places;
        self.people[first + 1][t][quintile][lane] = change.max(0.0);
        self.people[first + 2][t][quintile][lane] = before * grow;
        self.people[first + 3][t][quintile][lane] = (-change).max(0.0);
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
        convolve(people, &self.kernels[stream], t, &mut self.sizes[stream][t]);
    }

    fn count(&mut self, line: usize, t: usize) {
        let own = &self.shared.layout.lines[line];
        let mut sums = [ZERO; QUINTILES];
        for stream in own.streams.clone() {
            let Some(measured) = self.shared.mix.yields[stream].measured.get(t) else { continue };
            for quintile in 0..QUINTILES {
                add_scaled(&mut sums[quintile], &self.sizes[stream][t][quintile], measured[quintile]);
            }
        }
        for (quintile, sum) in sums.iter_mut().enumerate() {
            for lane in 0..LANES {
                // Those who wait for the lag are taken off those there; nobody is less than absent.
                sum[lane] = sum[lane].max(0.0) * self.plans[lane].components[own.component].reach.effect_weights[quintile];
            }
        }
        self.counts[line][t] = sums;
    }

    fn avoid_diabetes(&mut self, t: usize) {
        let Some(line) = self.shared.layout.diabetes else { return };
        let component = self.shared.layout.lines[line].component;
        for quintile in 0..QUINTILES {
            for lane in 0..LANES {
                let plan = self.plans[lane];
                let Action::DiabetesAvoided(rate) = self.shared.layout.effect(plan, line).action else { continue };
                let fade = math::exp(-std::f64::consts::LN_2 / plan.components[component].timing.1);
                let before = if t > 0 { self.diabetes[t - 1][quintile][lane] } else { 0.0 };
                self.diabetes[t][quintile][lane] = before * fade + rate * self.counts[line][t][quintile][lane];
            }
        }
    }

    /// Cases of diabetes avoided and alive (0), hospital users among them (1 to 3), their hospital use (4 to 6), healthy life
    /// expectancy by sex (7, 8).
    #[must_use]
    pub fn diabetes(&self, t: usize, quintile: usize, what: usize) -> Lanes {
        let Some(answers) = self.shared.mix.diabetes.get(t) else { return ZERO };
        self.diabetes[t][quintile].map(|cases| cases * answers[what][quintile])
    }

    /// Hospital use that programmes avoid directly.
    fn avoid_use(&mut self, t: usize) {
        let last = self.shared.footing.path.years - 1;
        for (line, own) in self.shared.layout.lines.iter().enumerate() {
            let factor = |lane: usize| self.use_factor(line, lane, t.min(last));
            let Some(measure) = use_measure(self.shared.layout.effect(self.plans[0], line).action) else { continue };
            let factors = each(factor);
            let _ = own;
            for quintile in 0..QUINTILES {
                let counted = self.counted_use(line, t, quintile);
                add_product(&mut self.avoided[measure][t][quintile], &counted, &factors);
            }
        }
        for (line, own) in self.shared.layout.lines.iter().enumerate() {
            for lane in 0..LANES {
                let plan = self.plans[lane];
                let Action::DelayedNightsOnce(each) = self.shared.layout.effect(plan, line).action else { continue };
                if let (Some(people), false) = (self.reached[own.component].get(t), plan.costs.hospital_through_disease) {
                    (0..QUINTILES).for_each(|q| self.avoided[1][t][q][lane] += people[q][lane] * each);
                }
            }
        }
    }

    fn counted_use(&self, line: usize, t: usize, quintile: usize) -> Lanes {
        match self.shared.layout.effect(self.plans[0], line).action {
            Action::UseRatio { measure, base, among_cases: true, .. } => {
                let what = if base == Base::Place { 4 } else { 1 };
                self.diabetes(t, quintile, what + slot(measure))
            }
            _ => self.counts[line][t][quintile],
        }
    }

    fn use_factor(&self, line: usize, lane: usize, t: usize) -> f64 {
        let plan = self.plans[lane];
        if plan.costs.hospital_through_disease {
            return 0.0;
        }
        match self.shared.layout.effect(plan, line).action {
            Action::UseRatio { base: Base::Place, share, ratio, .. } => share * (1.0 - ratio) * Till::demand(plan, t),
            Action::UseRatio { base: Base::PerPersonYear(own), share, ratio, .. } => own * share * (1.0 - ratio),
            Action::UseDifference { avoided, .. } => avoided,
            _ => 0.0,
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
        let last = self.shared.footing.path.years - 1;
        self.lives[quintile][t][5 + measure][lane] * Till::demand(plan, t.min(last))
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
        let (footing, layout) = (self.shared.footing, self.shared.layout);
        let (years, all) = (footing.path.years, footing.path.followed);
        let (diseases, count) = (footing.diseases.len(), footing.groups.members.len());
        self.diseases = vec![vec![vec![[ZERO; 4]; all]; QUINTILES]; diseases];
        self.lives = vec![vec![[ZERO; 8]; all]; QUINTILES];
        self.expectancy = vec![vec![[ZERO; 3]; years]; 2 * QUINTILES];
        self.healthy = (0..diseases).map(|_| [vec![ZERO; years], vec![ZERO; years]]).collect();
        let sizes: Vec<Table> = (0..layout.feeds.len()).map(|feed| self.feed(feed)).collect();
        let powers = each_exposure(|exposure| {
            each(|lane| self.shared.weights.position(exposure, self.plans[lane], self.shared.central))
        });
        let mut fall = vec![ZERO; all];
        let mut deaths = vec![vec![ZERO; all]; 2 * count];
        for quintile in 0..QUINTILES {
            let amplitudes: Vec<Vec<Vec<Lanes>>> =
                layout.feeds.iter().zip(&sizes).map(|(feed, size)| amplitudes(feed, size, quintile, &powers)).collect();
            deaths.iter_mut().for_each(|deaths| deaths.fill(ZERO));
            for target in (0..diseases).map(Target::Disease).chain([Target::OtherCauses, Target::Deaths]) {
                for sex in 0..2 {
                    for group in 0..count {
                        let row = (sex * QUINTILES + quintile) * count + group;
                        let Some(from) = gather(self.shared, target, row, &amplitudes, &mut fall) else { continue };
                        let dead = &mut deaths[sex * count + group];
                        let Target::Disease(disease) = target else {
                            for t in from..all {
                                (0..LANES).for_each(|lane| dead[t][lane] -= fall[t][lane]);
                            }
                            continue;
                        };
                        let track = &footing.diseases[disease][row];
                        let from = from.max(track.from);
                        let Some(steps) = track.steps.get(from - track.from..) else { continue };
                        let healthy = &mut self.healthy[disease][sex];
                        let within = from.min(healthy.len());
                        follow_disease(
                            steps,
                            &fall[from..],
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
                    let Some(steps) = track.steps.get(from - track.from..) else { continue };
                    let expectancy = &mut self.expectancy[sex * QUINTILES + quintile];
                    let within = from.min(expectancy.len());
                    follow_lives(steps, &dead[from..], &mut self.lives[quintile][from..], &mut expectancy[within..]);
                }
            }
        }
    }

    /// People of a feed by year, times the size of their effect.
    fn feed(&self, feed: usize) -> Table {
        let feed = &self.shared.layout.feeds[feed];
        let line = &self.shared.layout.lines[feed.line];
        let all = self.shared.footing.path.followed;
        let mut table = vec![[ZERO; QUINTILES]; all];
        if let Some(left) = &feed.left {
            let lists: Vec<Vec<f64>> = (0..LANES)
                .map(|lane| timing::quit(self.shared.layout.effect(self.plans[lane], feed.line).timing, left, all))
                .collect();
            let kernel: Vec<Lanes> = (0..all).map(|n| each(|lane| lists[lane][n])).collect();
            for stream in line.streams.clone() {
                let people = &self.people[self.shared.layout.streams[stream].series];
                (0..all).for_each(|t| convolve(people, &kernel, t, &mut table[t]));
            }
        } else {
            for stream in line.streams.clone() {
                for t in feed.lag..all {
                    let own = &self.sizes[stream][t - feed.lag];
                    (0..QUINTILES).for_each(|q| add_scaled(&mut table[t][q], &own[q], 1.0));
                }
            }
        }
        for quintile in 0..QUINTILES {
            let factor = each(|lane| {
                let plan = self.plans[lane];
                let weight = plan.components[line.component].reach.effect_weights[quintile];
                match self.shared.layout.effect(plan, feed.line).action {
                    Action::Quits(share) => share,
                    Action::Active(share) => share * weight,
                    Action::Bmi(change) => -change * weight / plan.risks.bmi_gap,
                    Action::Cardiovascular { share, ratio } => share * (1.0 - ratio) * weight,
                    Action::DeathsAvoided(rate) => rate * weight,
                    _ => 0.0,
                }
            });
            for year in &mut table {
                (0..LANES).for_each(|lane| year[quintile][lane] *= factor[lane]);
            }
        }
        table
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
                        follow_hospital(&track.steps, &deaths[track.from..], &mut self.hospital[quintile][track.from..]);
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
fn kernels(shared: Shared<'_, '_>, plans: &[&Plan<'_>; LANES], stream: usize) -> Vec<Lanes> {
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

/// Adds the people of all years up to `t`, each by the share of the effect alive in them.
#[inline(never)]
fn convolve(people: &Table, kernel: &[Lanes], t: usize, sums: &mut [Lanes; QUINTILES]) {
    let from = (t + 1).saturating_sub(kernel.len());
    for s in from..people.len().min(t + 1) {
        for quintile in 0..QUINTILES {
            add_product(&mut sums[quintile], &people[s][quintile], &kernel[t - s]);
        }
    }
}

/// People in whom a course still works after the year before `t`, whatever their age.
fn in_course(sizes: &[Table], mix: &Mix, layout: &Layout, (component, t): (usize, usize), lane: usize) -> ByFifth {
    let mut most = [0.0; QUINTILES];
    if t == 0 {
        return most;
    }
    for line in layout.lines.iter().filter(|line| line.component == component) {
        for (quintile, most) in most.iter_mut().enumerate() {
            let of = |stream: usize| {
                let people = mix.yields[stream].people.get(t - 1).map_or(0.0, |people| people[quintile]);
                people * sizes[stream][t - 1][quintile][lane]
            };
            *most = line.streams.clone().map(of).sum::<f64>().max(*most);
        }
    }
    most
}

fn each_exposure(of: impl FnMut(usize) -> Lanes) -> [Lanes; 3] {
    [0, 1, 2].map(of)
}

/// A feed's people in one fifth by year: as they are, and times the first and second power of the drawn position of each
/// exposure that its targets use.
fn amplitudes(feed: &super::layout::Feed, size: &Table, quintile: usize, powers: &[Lanes; 3]) -> Vec<Vec<Lanes>> {
    let plain: Vec<Lanes> = size.iter().map(|year| year[quintile]).collect();
    let exposure = feed.targets.iter().find_map(|(_, strength)| match strength {
        Strength::Risk(exposure, _) => Some(*exposure),
        Strength::Plain => None,
    });
    let Some(exposure) = exposure else { return vec![plain] };
    let times = |list: &[Lanes]| -> Vec<Lanes> {
        list.iter().map(|value| each(|lane| value[lane] * powers[exposure][lane])).collect()
    };
    let first = times(&plain);
    let second = times(&first);
    vec![plain, first, second]
}

/// Risk taken away from one target in one cohort by year, from all feeds; the first year that holds any, or `None`.
fn gather(
    shared: Shared<'_, '_>,
    target: Target,
    row: usize,
    amplitudes: &[Vec<Vec<Lanes>>],
    fall: &mut [Lanes],
) -> Option<usize> {
    let mut first = usize::MAX;
    for ((feed, strengths), amplitudes) in shared.layout.feeds.iter().zip(&shared.mix.feeds).zip(amplitudes) {
        for ((own, _), strengths) in feed.targets.iter().zip(strengths) {
            let track = &strengths[row];
            if *own != target || track.steps.is_empty() {
                continue;
            }
            if first == usize::MAX {
                fall.fill(ZERO);
            }
            first = first.min(track.from);
            for (power, amplitude) in amplitudes.iter().enumerate() {
                add_strength(&track.steps, power, &amplitude[track.from..], &mut fall[track.from..]);
            }
        }
    }
    (first != usize::MAX).then_some(first)
}

#[inline(never)]
fn add_strength(steps: &[[f64; 3]], power: usize, amplitude: &[Lanes], fall: &mut [Lanes]) {
    for ((step, amplitude), fall) in steps.iter().zip(amplitude).zip(fall) {
        add_scaled(fall, amplitude, step[power]);
    }
}
