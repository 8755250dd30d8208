//! A scenario, year by year: money to people, people to risks, risks to deaths and disease, hospital room and pounds.
//!
//! Two accounts come from one pass. Within the horizon money moves; after it spending and the cut stop, and everybody
//! reached or harmed is followed to the last age. What is counted is always the difference from the baseline, worked out
//! as a difference and never by subtracting two large sums, so that nothing moved is exactly 0.

mod agreement;
mod cells;
mod healthy;
mod hospital;
mod hospital_use;
pub(crate) mod ids;
mod lives;
mod money;
mod now;
mod other_effects;
mod people;
mod risks;
mod warnings;

use cells::product;
use ids::Ids;
use now::Now;
use people::{Group, groups, quits};

use std::borrow::Cow;

use crate::error::Faults;
use crate::model::tables::{Cells, NO_CELLS, SexAge};
pub use crate::model::what_if::course::TAIL;
use crate::model::what_if::course::{BaseCourse, Course};
use crate::model::what_if::delivery::Terms;
use crate::model::what_if::exposure::Changed;
use crate::model::what_if::flows::{Flows, Ledger};
use crate::model::what_if::plan::Plan;
use crate::strata::{AGES, QUINTILES};

/// Deaths before this age are counted apart.
const PREMATURE: usize = 75;

/// Which parts of a plan to run, and how.
#[derive(Debug, Clone, Copy, Default)]
pub struct Part<'a> {
    /// Only this programme, with the money it got in a full run: pounds by year and component.
    pub only: Option<(usize, &'a [Vec<f64>])>,
    /// Leave out what happens in hospitals because of the cut and of freed room.
    pub without_hospital: bool,
    /// Stop at the horizon: the second account then holds no more than the first. For an answer while a lever moves.
    pub horizon_only: bool,
    /// Leave out what hangs on a run and nothing in it hangs on: illness, healthy years, years of life, expectancies and the care of
    /// them. Hospital use, all deaths, their two parts (`deaths_prevention`, `deaths_hospital`) and the money of each year are the same,
    /// to the bit; every other flow, and the ledger, lacks something or all.
    pub at_a_glance: bool,
    /// Work the diseases of the baseline out beside the run instead of keeping all years of them for the next one: 8 MB less, and about a
    /// quarter as long again. Changes no bit of any answer.
    pub course_beside: bool,
}

/// What a run says.
#[derive(Debug, Clone)]
pub struct WhatIf {
    /// Years of the horizon.
    pub years: usize,
    /// Differences by year and fifth, horizon and after.
    pub flows: Flows,
    /// Who pays and gains.
    pub ledger: Ledger,
    /// Yearly money inside the horizon.
    pub money: Vec<MoneyYear>,
    /// Pounds by year and component.
    pub spent: Vec<Vec<f64>>,
    /// Change of period life expectancy at birth by year and sex.
    pub life_expectancy: Vec<[f64; 2]>,
    /// The same of healthy life expectancy; `None` where the place has no published figure to start from.
    pub healthy_life_expectancy: Vec<[Option<f64>; 2]>,
    /// Change of life expectancy at birth by year, sex and fifth.
    pub life_expectancy_by_fifth: Vec<[[f64; QUINTILES]; 2]>,
    /// Occupancy of beds by year: baseline and scenario.
    pub occupancy: Vec<(f64, f64)>,
    /// What to keep in mind.
    pub warnings: Vec<String>,
}

impl WhatIf {
    /// Refuses a plan under which there are more patients than beds.
    ///
    /// # Errors
    /// A fault that names the worst year.
    pub fn check_beds(&self, start_year: u32) -> Result<(), Faults> {
        let full = |(year, (_, scenario)): (usize, &(f64, f64))| {
            (!(0.0..=1.0).contains(scenario)).then_some((year, *scenario))
        };
        match self.occupancy.iter().enumerate().find_map(full) {
            None => Ok(()),
            Some((year, scenario)) => Err(Faults::one(
                "shift",
                format!("beds {:.0}% full in {}", 100.0 * scenario, start_year as usize + year),
                "takes more hospital budget than beds can give up: more patients than beds. Move less, or more slowly",
            )),
        }
    }
}

/// Money of one year.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct MoneyYear {
    /// Meant to be moved.
    pub target: f64,
    /// Taken out of the hospital budget in the end.
    pub cut: f64,
    /// Paid in by a fund or as new money.
    pub paid_in: f64,
    /// Paid back to the fund.
    pub repaid: f64,
    /// Captured from released cash.
    pub captured: f64,
    /// Used by programmes.
    pub spent: f64,
    /// Could not be used and went back.
    pub returned: f64,
    /// Cut and given to nobody.
    pub unallocated: f64,
    /// Value of hospital activity averted, less that of added years of life.
    pub averted: f64,
    /// Of it, cash.
    pub cash: f64,
    /// Of it, capacity.
    pub capacity: f64,
}

/// Runs a plan.
#[must_use]
pub fn run(plan: &Plan<'_>, part: Part<'_>) -> WhatIf {
    let mut state = State::new(plan, part);
    let followed = if part.horizon_only { state.years } else { state.years + TAIL };
    for t in 0..followed {
        state.year(t);
    }
    state.finish()
}

/// Ids of everything a run of this plan counts.
#[must_use]
pub fn outcome_ids(plan: &Plan<'_>) -> Vec<String> {
    let mut none = Flows::new(0);
    Ids::new(&mut none, plan);
    none.list.into_iter().map(|flow| flow.id).collect()
}

struct State<'p, 'a> {
    plan: &'p Plan<'a>,
    part: Part<'p>,
    years: usize,
    first: usize,
    ids: Ids,
    flows: Flows,
    ledger: Ledger,
    money: Vec<MoneyYear>,
    spent: Vec<Vec<f64>>,
    base: Now<'p>,
    /// How far money reaches, by component.
    terms: Vec<Terms<1>>,
    /// What ages everybody from last year to this; `None` in the first year.
    survival: Option<Cells>,
    groups: Vec<Group>,
    taken: Vec<[f64; QUINTILES]>,
    changed: Changed,
    course: Course,
    /// The diseases if nothing changes.
    base_course: Cow<'p, BaseCourse>,
    /// Alive in the scenario over alive in the baseline, at the start of the year.
    ratio: Cells,
    /// More people alive than in the baseline at the start of the year.
    more: Cells,
    diabetes: Cells,
    /// People who died because of hospital spending (below 0: lived), had they lived on.
    hospital_dead: Cells,
    bed_days_start: f64,
    /// Owed to the bridge fund, and years left to repay it.
    owed: (f64, u32),
    cuts: Vec<f64>,
    averted: Vec<f64>,
    social_qalys: Vec<f64>,
    /// Share of a lifetime's health that shows in each year after a pound of hospital spending.
    profile: Vec<f64>,
    life_expectancy: Vec<[f64; 2]>,
    healthy_life_expectancy: Vec<[Option<f64>; 2]>,
    life_expectancy_by_fifth: Vec<[[f64; QUINTILES]; 2]>,
    /// Utility lost beyond the baseline this year through diseases, summed over residents, by sex and age.
    illness: SexAge,
    occupancy: Vec<(f64, f64)>,
    warnings: Vec<String>,
}

impl<'p, 'a> State<'p, 'a> {
    fn new(plan: &'p Plan<'a>, part: Part<'p>) -> Self {
        let years = plan.scenario.horizon_years as usize;
        let mut flows = Flows::new(years + TAIL);
        let ids = Ids::new(&mut flows, plan);
        let base = Now::of(&plan.ground.years[0]);
        let bed_days_start = product(&base.residents, &base.fixed.use_rate[1]);
        let base_course = if part.course_beside { plan.course_for_once() } else { Cow::Borrowed(plan.course()) };
        let first = plan.scenario.start_year.map_or(0, |year| year - plan.tables.start_year) as usize;
        State {
            plan,
            part,
            years,
            first,
            ids,
            flows,
            ledger: Ledger::default(),
            money: Vec::new(),
            spent: Vec::new(),
            terms: plan.components.iter().map(|component| Terms::of([&component.reach])).collect(),
            survival: None,
            groups: groups(plan),
            taken: vec![[0.0; QUINTILES]; plan.components.len()],
            changed: Changed::new(quits(plan), &plan.risks),
            course: Course::new(&base_course),
            base_course,
            ratio: [[[1.0; AGES]; QUINTILES]; 2],
            more: NO_CELLS,
            diabetes: NO_CELLS,
            hospital_dead: NO_CELLS,
            bed_days_start,
            owed: (0.0, plan.scenario.bridge.repayment_years),
            cuts: Vec::new(),
            averted: Vec::new(),
            social_qalys: Vec::new(),
            profile: (0..years + TAIL).map(|n| plan.acute.profile(n)).collect(),
            life_expectancy: Vec::new(),
            healthy_life_expectancy: Vec::new(),
            life_expectancy_by_fifth: Vec::new(),
            illness: healthy::NO_ILLNESS,
            occupancy: Vec::new(),
            warnings: plan.warnings.clone(),
            base,
        }
    }

    /// One year: the order of these steps is the method.
    fn year(&mut self, t: usize) {
        self.next_base(t);
        self.illness = healthy::NO_ILLNESS;
        let people = self.deliver(t);
        self.start_people(&people);
        self.count_more();
        let mortality = self.change_risks(t);
        self.live(t, &mortality);
        self.other_effects(t, &people);
        let averted = self.use_hospital(t, &people);
        self.settle_hospital(t, averted, &mortality);
        self.settle_fund(t);
        self.age(&mortality);
    }

    /// The baseline of the year; after the horizon those alive grow old and nobody joins.
    fn next_base(&mut self, t: usize) {
        if t == 0 {
            return;
        }
        if let Cow::Owned(course) = &mut self.base_course {
            course.reach(t);
        }
        if t < self.years {
            self.base.enter(&self.plan.ground.years[t], self.plan.demand);
        } else if let Some(survival) = &self.survival {
            self.base.grow_old(survival, 1.0 + self.plan.tables.mortality_trend);
        }
    }

    fn finish(mut self) -> WhatIf {
        self.warn();
        WhatIf {
            years: self.years,
            flows: self.flows,
            ledger: self.ledger,
            money: self.money,
            spent: self.spent,
            life_expectancy: self.life_expectancy,
            healthy_life_expectancy: self.healthy_life_expectancy,
            life_expectancy_by_fifth: self.life_expectancy_by_fifth,
            occupancy: self.occupancy,
            warnings: self.warnings,
        }
    }
}
