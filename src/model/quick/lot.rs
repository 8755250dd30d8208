//! Everything about eight futures that does not hang on money, as lanes: made of their figures just before they are run, in the
//! memory of the eight before.

use super::footing::Footing;
use super::kernels::Kernel;
use super::lanes::{LANES, Lanes, Singles, ZERO, each, single};
use super::layout::Layout;
use super::mix::Mix;
use super::timing::{self, Pace};
use super::weights::EXPOSURES;
use crate::math;
use crate::model::what_if::effects::{Action, Base};
use crate::model::what_if::plan::Plan;
use crate::strata::QUINTILES;

/// The hospital side.
#[derive(Debug, Clone, Default)]
pub struct Hospital {
    /// Pounds of hospital spending behind one healthy year.
    pub cost_per_qaly: Lanes,
    /// Share of the value of averted activity that can become cash; part of cash used up by closing capacity.
    pub cashable: Lanes,
    /// See `cashable`.
    pub exit: Lanes,
    /// Deaths that go with one healthy year.
    pub deaths_per_qaly: Lanes,
    /// Share of a lifetime's health that shows in the first year, and what is left of it a year later.
    pub shows: (Lanes, Lanes),
    /// Pounds per emergency admission, bed-day and attendance; bed-days per admission.
    pub gbp: [Lanes; 3],
    /// See `gbp`.
    pub nights: Lanes,
}

/// What illness, longer lives and other things cost.
#[derive(Debug, Clone, Default)]
pub struct Prices {
    /// Utility lost, NHS pounds outside hospital and social care pounds per case-year, by disease.
    pub case: Vec<[Lanes; 3]>,
    /// Admissions and bed-days per case-year (`false`) or new case (`true`), by disease.
    pub stays: Vec<(bool, [Lanes; 2])>,
    /// Utility lost and NHS pounds of a case-year of diabetes.
    pub diabetes: [Lanes; 2],
    /// Pounds per job, unplanned pregnancy and child in care.
    pub per: [Lanes; 3],
    /// Share of beds in use at the start.
    pub occupancy_start: Lanes,
}

/// Figures of eight futures as lanes.
#[derive(Debug, Clone, Default)]
pub struct Lot {
    /// Years over which anything is wanted.
    most: usize,
    /// Shares of effect alive, by stream; of those that come and go like an earlier one, the earlier one's serve.
    kernels: Vec<Kernel>,
    /// The same of those who stop smoking, by source; `None` where the stream's own serve.
    quit: Vec<Option<Kernel>>,
    /// Cases of diabetes still avoided by years since people were counted, and cases avoided per person and year.
    pub diabetes: (Kernel, Lanes),
    /// Relative size of each effect by fifth; hospital use avoided per unit of what is measured of it.
    pub weights: Vec<([Lanes; QUINTILES], Lanes)>,
    /// Number behind each effect: what its action holds.
    pub sizes: Vec<Lanes>,
    /// How strongly each source works by fifth.
    pub strengths: Vec<[Lanes; QUINTILES]>,
    /// Where each future stands in the range of each exposure's causal share.
    pub positions: [Singles; EXPOSURES],
    /// Growth of hospital use over the ground's, by year of the horizon.
    pub demand: Vec<Lanes>,
    /// Value now of a pound, and of health, by moment: mean of its years.
    pub discount: [Vec<Lanes>; 2],
    /// The hospital side.
    pub hospital: Hospital,
    /// What things cost.
    pub prices: Prices,
    /// By stream, the first in which effects come and go alike in all eight.
    paces: Vec<usize>,
    /// By effect, one before it of which the same people are in effect in all eight.
    pub(super) same_as: Vec<Option<usize>>,
    /// Shares of effect while they are worked out.
    shares: Vec<Lanes>,
}

/// What lots are made of.
#[derive(Debug, Clone, Copy)]
pub struct Makings<'s> {
    /// What moves.
    pub layout: &'s Layout,
    /// How cohorts answer.
    pub footing: &'s Footing,
    /// Who is in the streams.
    pub mix: &'s Mix,
}

impl Lot {
    /// Memory for figures of so many years.
    #[must_use]
    pub fn new(most: usize) -> Lot {
        Lot { most, ..Lot::default() }
    }

    /// Reads the figures of eight plans; `positions` is where each stands in the range of each exposure's causal share.
    pub fn fill(&mut self, from: Makings<'_>, plans: &[&Plan<'_>; LANES], positions: &[Lanes; EXPOSURES]) {
        let Makings { layout, footing, .. } = from;
        let of = |get: &dyn Fn(&Plan<'_>) -> f64| each(|lane| get(plans[lane]));
        self.fill_kernels(from, plans);
        self.same_as.clear();
        for line in 0..layout.lines.len() {
            let pace = |line: usize| layout.lines[line].streams.clone().map(|stream| self.paces[stream]);
            let same = |earlier: &usize| pace(*earlier).eq(pace(line));
            self.same_as.push(from.mix.alike[line].iter().copied().find(same));
        }
        self.diabetes.1 = of(&|plan| diabetes_rate(layout, plan));
        let lines = 0..layout.lines.len();
        self.sizes.clear();
        self.sizes.extend(lines.clone().map(|line| of(&|plan| size(layout.effect(plan, line).action))));
        self.weights.clear();
        self.weights.extend(lines.map(|line| weights(layout, line, &of)));
        self.strengths.clear();
        let feeds = from.mix.sources.iter().map(|source| &layout.feeds[source.feed]);
        self.strengths
            .extend(feeds.map(|feed| std::array::from_fn(|q| of(&|plan| feed_factor(layout, plan, feed.line, q)))));
        self.positions = positions.map(|positions| single(&positions));
        powers(&of(&|plan| plan.demand), footing.path.years, &mut self.demand);
        discounts(footing, &of(&|plan| plan.discount.0), &mut self.discount[0]);
        discounts(footing, &of(&|plan| plan.discount.1), &mut self.discount[1]);
        self.hospital = hospital(&of);
        self.prices.fill(plans[0], &of);
    }

    /// Shares of effect by years.
    fn fill_kernels(&mut self, from: Makings<'_>, plans: &[&Plan<'_>; LANES]) {
        let Makings { layout, mix, .. } = from;
        let most = self.most;
        let with_sums = most > from.footing.path.years;
        self.kernels.resize_with(layout.streams.len(), Kernel::default);
        self.paces.clear();
        for number in 0..layout.streams.len() {
            let same = same_pace(layout, plans, number);
            self.paces.push(same.map_or(number, |earlier| self.paces[earlier]));
            if same.is_none() {
                let kind = layout.series[layout.streams[number].series].kind;
                timing::shares(kind, &pace(layout, plans, layout.streams[number].line), most, &mut self.shares);
                self.kernels[number].fill(&self.shares, with_sums);
            }
        }
        self.quit.resize_with(mix.sources.len(), || None);
        for (source, quit) in mix.sources.iter().zip(&mut self.quit) {
            let feed = &layout.feeds[source.feed];
            *quit = feed.left.as_ref().map(|left| {
                let mut kernel = quit.take().unwrap_or_default();
                timing::quit(&pace(layout, plans, feed.line).timing, left, most, &mut self.shares);
                kernel.fill(&self.shares, with_sums);
                kernel
            });
        }
        if let Some(line) = layout.diabetes {
            diabetes_shares(layout, plans, (line, most), &mut self.shares);
            self.diabetes.0.fill(&self.shares, with_sums);
        }
    }

    /// Shares of effect alive of a stream.
    #[must_use]
    pub fn kernel(&self, stream: usize) -> &Kernel {
        &self.kernels[self.paces[stream]]
    }

    /// Shares of effect alive of a source of a stream.
    #[must_use]
    pub fn kernel_of(&self, source: usize, stream: usize) -> &Kernel {
        self.quit[source].as_ref().unwrap_or_else(|| self.kernel(stream))
    }

    /// True if an earlier stream holds the same people in effect at the same pace.
    #[must_use]
    pub fn repeats(&self, layout: &Layout, stream: usize) -> bool {
        let series = layout.streams[stream].series;
        (self.paces[stream]..stream)
            .any(|earlier| layout.streams[earlier].series == series && self.paces[earlier] == self.paces[stream])
    }

    /// Growth of hospital use in a moment; after the horizon that of its last year.
    #[must_use]
    pub fn demand(&self, moment: usize) -> &Lanes {
        &self.demand[moment.min(self.demand.len() - 1)]
    }
}

type Of<'o> = &'o dyn Fn(&dyn Fn(&Plan<'_>) -> f64) -> Lanes;

fn hospital(of: Of<'_>) -> Hospital {
    let delayed = |plan: &Plan<'_>| plan.acute.delay_years > 0.0;
    Hospital {
        cost_per_qaly: of(&|plan| plan.acute.cost_per_qaly),
        cashable: of(&|plan| plan.acute.cashable_share),
        exit: of(&|plan| plan.acute.exit_cost_share),
        deaths_per_qaly: of(&|plan| plan.acute.deaths_per_qaly),
        // The profile falls by the same factor every year.
        shows: (
            of(&|plan| plan.acute.profile(0)),
            of(&|plan| if delayed(plan) { math::exp(-1.0 / plan.acute.delay_years) } else { 0.0 }),
        ),
        gbp: [of(&|plan| plan.acute.admission_gbp), of(&|plan| plan.acute.bed_day_gbp), of(&|plan| plan.acute.ae_gbp)],
        nights: of(&|plan| plan.acute.bed_days_per_admission),
    }
}

impl Prices {
    fn fill(&mut self, first: &Plan<'_>, of: Of<'_>) {
        let case = |disease: usize| {
            [
                of(&|plan| plan.costs.decrement[disease]),
                of(&|plan| plan.costs.nhs_other[disease]),
                of(&|plan| plan.costs.social_care[disease]),
            ]
        };
        let stay = |disease: usize| {
            let both = [of(&|plan| plan.costs.hospital[disease].1), of(&|plan| plan.costs.hospital[disease].2)];
            (first.costs.hospital[disease].0, both)
        };
        let diseases = first.costs.decrement.len();
        self.case.clear();
        self.case.extend((0..diseases).map(case));
        self.stays.clear();
        self.stays.extend((0..diseases).map(stay));
        self.diabetes = [of(&|plan| plan.costs.diabetes.0), of(&|plan| plan.costs.diabetes.1)];
        self.per = [
            of(&|plan| plan.costs.per_job),
            of(&|plan| plan.costs.per_pregnancy),
            of(&|plan| plan.costs.per_child_in_care),
        ];
        self.occupancy_start = of(&|plan| plan.costs.occupancy_start);
    }
}

fn powers(yearly: &Lanes, years: usize, powers: &mut Vec<Lanes>) {
    powers.clear();
    #[allow(clippy::cast_possible_truncation)] // at most 30
    powers.extend((0..years).map(|t| yearly.map(|yearly| math::pow_int(yearly, t as u32))));
}

fn discounts(footing: &Footing, rates: &Lanes, discounts: &mut Vec<Lanes>) {
    let clock = footing.clock;
    let mut factor = [1.0; LANES];
    discounts.clear();
    for moment in 0..clock.len() {
        let span = clock.span(moment);
        #[allow(clippy::cast_precision_loss)] // five at most
        let part = 1.0 / span.len() as f64;
        let mut mean = ZERO;
        for _ in span {
            for lane in 0..LANES {
                mean[lane] += part * factor[lane];
                factor[lane] /= 1.0 + rates[lane];
            }
        }
        discounts.push(mean);
    }
}

/// Relative size of an effect by fifth, and hospital use avoided per unit of what is measured of it.
fn weights(layout: &Layout, line: usize, of: Of<'_>) -> ([Lanes; QUINTILES], Lanes) {
    let weight = |plan: &Plan<'_>, q: usize| plan.components[layout.lines[line].component].reach.effect_weights[q];
    (std::array::from_fn(|q| of(&|plan| weight(plan, q))), of(&|plan| use_factor(layout, plan, line)))
}

/// When an effect comes and goes.
fn pace(layout: &Layout, plans: &[&Plan<'_>; LANES], line: usize) -> Pace {
    let component = layout.lines[line].component;
    Pace {
        timing: plans.map(|plan| layout.effect(plan, line).timing),
        build_up: plans.map(|plan| plan.components[component].build_up),
    }
}

/// An earlier stream of the same component in which an effect comes and goes alike: most effects of a component do.
fn same_pace(layout: &Layout, plans: &[&Plan<'_>; LANES], number: usize) -> Option<usize> {
    let own = layout.streams[number];
    let component = |line: usize| layout.lines[line].component;
    let kind = |series: usize| layout.series[series].kind;
    let timing = |line: usize, lane: usize| layout.effect(plans[lane], line).timing;
    let alike = |earlier: &usize| {
        let other = layout.streams[*earlier];
        timing::alike(kind(other.series), kind(own.series))
            && (0..LANES).all(|lane| timing(other.line, lane) == timing(own.line, lane))
    };
    (0..number).rev().take_while(|earlier| component(layout.streams[*earlier].line) == component(own.line)).find(alike)
}

fn diabetes_shares(layout: &Layout, plans: &[&Plan<'_>; LANES], (line, most): (usize, usize), shares: &mut Vec<Lanes>) {
    let component = layout.lines[line].component;
    let kind = layout.series[layout.of_component[component].start].kind;
    timing::shares(kind, &pace(layout, plans, line), most, shares);
    timing::kept(&each(|lane| plans[lane].components[component].timing.1), most, shares);
}

fn diabetes_rate(layout: &Layout, plan: &Plan<'_>) -> f64 {
    match layout.diabetes.map(|line| layout.effect(plan, line).action) {
        Some(Action::DiabetesAvoided(rate)) => rate,
        _ => 0.0,
    }
}

fn use_factor(layout: &Layout, plan: &Plan<'_>, line: usize) -> f64 {
    if plan.costs.hospital_through_disease {
        return 0.0;
    }
    match layout.effect(plan, line).action {
        Action::UseRatio { base: Base::Place, share, ratio, .. } => share * (1.0 - ratio),
        Action::UseRatio { base: Base::PerPersonYear(own), share, ratio, .. } => own * share * (1.0 - ratio),
        Action::UseDifference { avoided, .. } => avoided,
        _ => 0.0,
    }
}

fn feed_factor(layout: &Layout, plan: &Plan<'_>, line: usize, quintile: usize) -> f64 {
    let weight = plan.components[layout.lines[line].component].reach.effect_weights[quintile];
    match layout.effect(plan, line).action {
        Action::Quits(share) => share,
        Action::Active(share) => share * weight,
        Action::Bmi(change) => -change * weight / plan.risks.bmi_gap,
        Action::Cardiovascular { share, ratio } => share * (1.0 - ratio) * weight,
        Action::DeathsAvoided(rate) => rate * weight,
        _ => 0.0,
    }
}

/// The number behind an effect that is neither a risk nor hospital use.
fn size(action: Action) -> f64 {
    match action {
        Action::DiabetesAvoided(each)
        | Action::FallsAvoided(each)
        | Action::QalysOnce(each)
        | Action::QalysPerPound(each)
        | Action::InWork(each)
        | Action::PregnanciesAvoided(each)
        | Action::ChildrenInCareAvoided(each)
        | Action::SocialCareOnce(each)
        | Action::DelayedNightsOnce(each)
        | Action::OtherMoney(each)
        | Action::HouseholdIncome(each) => each,
        _ => 0.0,
    }
}
