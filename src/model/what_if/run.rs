//! A scenario, year by year: money to people, people to risks, risks to deaths and disease, hospital room and pounds.
//!
//! Two accounts come from one pass. Within the horizon money moves; after it spending and the cut stop, and everybody
//! reached or harmed is followed to the last age. What is counted is always the difference from the baseline, worked out
//! as a difference and never by subtracting two large sums, so that nothing moved is exactly 0.

use crate::error::Faults;
use crate::inputs::evidence::Delivery;
use crate::inputs::scenario::Funding;
use crate::math;
use crate::model::baseline::BaseYear;
use crate::model::disease::DiseaseBurden;
use crate::model::life_table::life_expectancy;
use crate::model::tables::{ByAge, Cells, NO_CELLS};
use crate::model::what_if::acute::money_of_year;
use crate::model::what_if::delivery::eligible_units;
use crate::model::what_if::effects::{Action, Base, Measure, Resolved};
use crate::model::what_if::exposure::{Changed, Outcome};
use crate::model::what_if::flows::{Flows, Ledger};
use crate::model::what_if::money::{Room, Spent, deliver, free_units, spend};
use crate::model::what_if::plan::Plan;
use crate::model::what_if::stock::{Ageing, Stock, add_scaled, anybody, survival_of};
use crate::strata::{AGES, QUINTILES};

/// Years followed after the horizon: a newborn of the last year reaches the last age.
pub const TAIL: usize = 111;
/// Deaths before this age are counted apart.
const PREMATURE: usize = 75;

/// Which parts of a plan to run.
#[derive(Debug, Clone, Copy, Default)]
pub struct Part<'a> {
    /// Only this programme, with the money it got in a full run: pounds by year and component.
    pub only: Option<(usize, &'a [Vec<f64>])>,
    /// Leave out what happens in hospitals because of the cut and of freed room.
    pub without_hospital: bool,
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
    for t in 0..state.years + TAIL {
        state.year(t);
    }
    state.finish()
}

/// Positions of the flows.
struct Ids {
    life_years: usize,
    qalys: usize,
    deaths: usize,
    under_75: usize,
    use_: [usize; 3],
    social_care: usize,
    work: usize,
    falls: usize,
    pregnancies: usize,
    in_care: usize,
    diabetes: (usize, usize),
    disease: Vec<[usize; 3]>,
    parts: [usize; 8],
    reached: Vec<usize>,
}

impl Ids {
    fn new(flows: &mut Flows, plan: &Plan<'_>) -> Ids {
        let mut declare = |id: &str, unit: &'static str| flows.declare(id, unit);
        Ids {
            qalys: declare("qalys", "qalys"),
            life_years: declare("life_years", "years"),
            deaths: declare("deaths", "deaths"),
            under_75: declare("deaths_under_75", "deaths"),
            use_: [
                declare("emergency_admissions", "admissions"),
                declare("bed_days", "bed_days"),
                declare("ae_attendances", "attendances"),
            ],
            social_care: declare("social_care_gbp", "gbp"),
            work: declare("people_in_work", "persons"),
            falls: declare("falls", "events"),
            pregnancies: declare("unplanned_pregnancies", "events"),
            in_care: declare("children_in_care", "persons"),
            diabetes: (
                declare("new_cases.type_2_diabetes", "cases"),
                declare("living_with.type_2_diabetes", "persons"),
            ),
            parts: [
                declare("qalys_prevention", "qalys"),
                declare("qalys_cut", "qalys"),
                declare("qalys_capacity", "qalys"),
                declare("qalys_social_care", "qalys"),
                declare("life_years_prevention", "years"),
                declare("life_years_hospital", "years"),
                declare("deaths_prevention", "deaths"),
                declare("deaths_hospital", "deaths"),
            ],
            disease: plan
                .tables
                .diseases
                .iter()
                .map(|disease| {
                    [
                        declare(&format!("new_cases.{}", disease.id), "cases"),
                        declare(&format!("living_with.{}", disease.id), "persons"),
                        declare(&format!("deaths.{}", disease.id), "deaths"),
                    ]
                })
                .collect(),
            reached: plan.programmes.iter().map(|p| declare(&format!("people_reached.{}", p.id), "persons")).collect(),
        }
    }
}

/// People in effect of one component under one timing.
struct Group {
    component: usize,
    timing: (f64, f64),
    stock: Stock,
    /// False until anybody was ever reached: nothing to carry yet.
    awake: bool,
    /// People in effect this year, once awake.
    now: Cells,
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
    base: BaseYear,
    survival: Option<Cells>,
    /// Lowest age with anybody in it: 0 within the horizon, then everybody grows older.
    youngest: usize,
    groups: Vec<Group>,
    taken: Vec<[f64; QUINTILES]>,
    changed: Changed,
    burden: DiseaseBurden<'p, 2>,
    diseases_move: bool,
    /// Alive in the scenario over alive in the baseline, at the start of the year.
    ratio: Cells,
    diabetes: Cells,
    /// People who died because of hospital spending (below 0: lived), had they lived on.
    hospital_dead: Cells,
    bed_days_start: f64,
    /// Owed to the bridge fund, and years left to repay it.
    owed: (f64, u32),
    cuts: Vec<f64>,
    averted: Vec<f64>,
    social_qalys: Vec<f64>,
    life_expectancy: Vec<[f64; 2]>,
    occupancy: Vec<(f64, f64)>,
    warnings: Vec<String>,
}

impl<'p, 'a> State<'p, 'a> {
    fn new(plan: &'p Plan<'a>, part: Part<'p>) -> Self {
        let years = plan.scenario.horizon_years as usize;
        let mut flows = Flows::new(years + TAIL);
        let ids = Ids::new(&mut flows, plan);
        let base = plan.prepared.year(0);
        let bed_days_start = product(&base.residents, &base.use_rate[1]);
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
            survival: None,
            youngest: 0,
            groups: groups(plan),
            taken: vec![[0.0; QUINTILES]; plan.components.len()],
            changed: Changed::new(quit_fade(plan), &plan.risks),
            burden: DiseaseBurden::stationary(&plan.tables.diseases),
            diseases_move: false,
            ratio: [[[1.0; AGES]; QUINTILES]; 2],
            diabetes: NO_CELLS,
            hospital_dead: NO_CELLS,
            bed_days_start,
            owed: (0.0, plan.scenario.bridge.repayment_years),
            cuts: Vec::new(),
            averted: Vec::new(),
            social_qalys: Vec::new(),
            life_expectancy: Vec::new(),
            occupancy: Vec::new(),
            warnings: plan.warnings.clone(),
            base,
        }
    }

    /// One year: the order of these steps is the method.
    fn year(&mut self, t: usize) {
        self.next_base(t);
        let people = self.deliver(t);
        self.start_people(&people);
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
        if t < self.years {
            #[allow(clippy::cast_possible_truncation)] // at most 30
            let year = t as u32;
            self.base = self.plan.prepared.year(year);
            return;
        }
        self.youngest = (self.youngest + 1).min(AGES - 1);
        if let Some(survival) = &self.survival {
            Ageing { survival, youngest: self.youngest }.apply(&mut self.base.residents);
        }
        let trend = 1.0 + self.plan.tables.mortality_trend;
        self.base.mortality.iter_mut().flatten().flatten().for_each(|rate| *rate *= trend);
    }

    /// Money to people by component and cell. Nothing is paid after the horizon.
    fn deliver(&mut self, t: usize) -> Vec<Option<Cells>> {
        let plan = self.plan;
        let mut people = vec![None; plan.components.len()];
        if t >= self.years {
            return people;
        }
        let room = self.room();
        let (mut money, spent) = match self.part.only {
            Some((programme, fixed)) => (MoneyYear::default(), self.only_one(t, programme, fixed, &room)),
            None => self.full_year(t, &room),
        };
        let mut by_component = Vec::with_capacity(plan.components.len());
        for (index, delivered) in spent.delivered.iter().enumerate() {
            by_component.push(delivered.spent);
            money.spent += delivered.spent;
            let reached = delivered.units.map(|units| units * plan.components[index].reach.people_per_unit);
            self.flows.add_fifths(self.ids.reached[plan.components[index].programme], t, &reached);
            if plan.components[index].record.delivery == Delivery::OneOff {
                for (taken, units) in self.taken[index].iter_mut().zip(delivered.units) {
                    *taken += units;
                }
            }
            people[index] = Some(self.spread(index, &reached)).filter(anybody);
        }
        self.book_spending(t, &by_component, &money);
        self.money.push(money);
        self.spent.push(by_component);
        people
    }

    fn full_year(&self, t: usize, room: &Room) -> (MoneyYear, Spent) {
        let plan = self.plan;
        let Some(since) = t.checked_sub(self.first) else {
            return (MoneyYear::default(), spend(plan, 0.0, 0.0, room));
        };
        #[allow(clippy::cast_possible_truncation)] // at most 30
        let growth = match plan.total_growth {
            Some(yearly) => math::pow_int(1.0 + yearly, t as u32),
            None => self.base.acute_gbp / plan.acute_gbp,
        };
        #[allow(clippy::cast_possible_truncation)] // at most 30
        let year = money_of_year(
            plan.scenario,
            plan.full_gbp,
            plan.acute_gbp,
            since as u32,
            growth,
            self.owed,
            plan.acute.money_rate,
        );
        let captured = self.captured(t);
        let budget = year.for_programmes() + captured;
        let ramp = if plan.full_gbp > 0.0 { budget / plan.full_gbp } else { 0.0 };
        let mut spent = spend(plan, budget, ramp, room);
        if year.cut <= 0.0 {
            // Without a cut, money that no programme is given stays where it is.
            spent.returned += spent.unallocated;
            spent.unallocated = 0.0;
        }
        // What could not be used goes back where it came from: first the cut is smaller, then less is paid in.
        let back_to_hospital = spent.returned.min(year.cut);
        let back_to_fund = (spent.returned - back_to_hospital).min(year.paid_in);
        let money = MoneyYear {
            target: year.cut + year.paid_in,
            cut: year.cut - back_to_hospital,
            paid_in: year.paid_in - back_to_fund,
            repaid: year.repaid,
            captured,
            returned: spent.returned,
            unallocated: spent.unallocated,
            ..MoneyYear::default()
        };
        (money, spent)
    }

    fn only_one(&self, t: usize, programme: usize, fixed: &[Vec<f64>], room: &Room) -> Spent {
        let given = |index: usize| {
            let own = self.plan.components[index].programme == programme;
            if own { fixed.get(t).and_then(|year| year.get(index)).copied().unwrap_or(0.0) } else { 0.0 }
        };
        let delivered =
            (0..self.plan.components.len()).map(|index| deliver(self.plan, index, given(index), room)).collect();
        Spent { delivered, returned: 0.0, unallocated: 0.0 }
    }

    /// Carries the bridge fund a year on: interest, what was lent, what came back. What is still owed when the horizon ends
    /// is paid in the year after it.
    fn settle_fund(&mut self, t: usize) {
        if self.plan.scenario.funding != Funding::Bridge || self.plan.scenario.bridge.as_new_money {
            return;
        }
        let (rate, all) = (self.plan.acute.money_rate, self.years + TAIL);
        if let Some(money) = self.money.get(t) {
            let years = self.owed.1.saturating_sub(u32::from(money.repaid > 0.0));
            self.owed = ((self.owed.0 + money.paid_in - money.repaid) * (1.0 + rate), years);
        } else if t == self.years && self.owed.0 > 0.0 {
            self.ledger.add("nhs_hospital", "paid back to the fund", "transfer", t, -self.owed.0, all);
            self.ledger.add("central_government", "paid back by the hospital budget", "transfer", t, self.owed.0, all);
            self.owed = (0.0, 0);
        }
    }

    /// Cash released earlier that an agreement sends back to prevention this year.
    fn captured(&self, t: usize) -> f64 {
        let (share, delay) = self.plan.reinvest;
        let since = (delay as usize).max(1); // cash of a year is known when it is over
        match t.checked_sub(since).and_then(|year| self.money.get(year)) {
            Some(year) => share * year.cash.max(0.0),
            None => 0.0,
        }
    }

    /// Who is eligible, and how many of them are still to be served.
    fn room(&self) -> Room {
        let plan = self.plan;
        let exposed = |id: &str| {
            let position = plan.tables.exposures.iter().position(|pattern| pattern.id == id)?;
            Some(times(&self.base.residents, self.base.exposed.get(position)?))
        };
        let eligible: Vec<[f64; QUINTILES]> = plan
            .components
            .iter()
            .map(|component| {
                eligible_units(component.record, &component.reach, &self.base.residents, exposed, plan.household)
            })
            .collect();
        let free = eligible
            .iter()
            .zip(&plan.components)
            .enumerate()
            .map(|(index, (eligible, component))| {
                free_units(component.record.delivery, eligible, &self.taken_in(index))
            })
            .collect();
        Room { eligible, free }
    }

    /// Units already served: homes treated, or people in whom a course still works. People who try to quit may try again.
    fn taken_in(&self, index: usize) -> [f64; QUINTILES] {
        let component = &self.plan.components[index];
        let again = component.effects.iter().any(|effect| matches!(effect.action, Action::Quits(_)));
        if component.record.delivery != Delivery::Course || again {
            return self.taken[index];
        }
        let own = self.groups.iter().filter(|group| group.component == index && group.awake);
        own.map(|group| by_fifth(&group.now).map(|people| people / component.reach.people_per_unit))
            .fold([0.0; QUINTILES], |most, people| std::array::from_fn(|q| most[q].max(people[q])))
    }

    /// Spreads people over the ages and sexes a component serves, like its eligible residents.
    fn spread(&self, index: usize, people: &[f64; QUINTILES]) -> Cells {
        let component = self.plan.components[index].record;
        let (low, high) = (component.ages.0 as usize, component.ages.1 as usize);
        let women_only = component.eligible_basis == "women_15_44";
        let position = match component.eligible_basis {
            "smokers" => self.plan.risks.position[0],
            "inactive" => self.plan.risks.position[1],
            "obese" => self.plan.risks.position[2],
            _ => None,
        };
        let mut cells = NO_CELLS;
        for quintile in 0..QUINTILES {
            let weight = |sex: usize, age: usize| {
                let share = position.map_or(1.0, |at| self.base.exposed[at][sex][quintile][age]);
                if women_only && sex == 1 { 0.0 } else { self.base.residents[sex][quintile][age] * share }
            };
            let total: f64 = (0..2).map(|sex| (low..=high).map(|age| weight(sex, age)).sum::<f64>()).sum();
            if total <= 0.0 || people[quintile] <= 0.0 {
                continue;
            }
            for sex in 0..2 {
                for age in low..=high {
                    cells[sex][quintile][age] = people[quintile] * weight(sex, age) / total;
                }
            }
        }
        cells
    }

    fn start_people(&mut self, people: &[Option<Cells>]) {
        let ageing = self.survival.as_ref().map(|survival| Ageing { survival, youngest: self.youngest });
        for group in &mut self.groups {
            let starting = people[group.component].as_ref();
            group.awake |= starting.is_some();
            if group.awake {
                group.stock.year(starting, ageing);
                group.now = group.stock.in_effect();
            }
        }
        let plan = self.plan;
        let mut quitters: Option<Cells> = None;
        let mut active: Option<Cells> = None;
        let mut bmi: Option<Cells> = None;
        for (index, component) in plan.components.iter().enumerate() {
            for effect in &component.effects {
                match effect.action {
                    Action::Quits(share) => add_some(&mut quitters, people[index], share),
                    Action::Active(share) => add_some(&mut active, self.in_effect(index, effect), share),
                    Action::Bmi(change) => add_some(&mut bmi, self.in_effect(index, effect), -change),
                    _ => {}
                }
            }
        }
        self.changed.year(quitters, active, bmi, ageing);
    }

    fn is_awake(&self, component: usize) -> bool {
        self.groups.iter().any(|group| group.component == component && group.awake)
    }

    /// People in whom an effect is alive this year; `None` if the component never reached anybody.
    fn in_effect(&self, component: usize, effect: &Resolved) -> Option<Cells> {
        let of = |group: &&Group| group.component == component && group.timing == effect.timing;
        let mut cells = self.groups.iter().find(of).filter(|group| group.awake)?.now;
        let weights = &self.plan.components[component].reach.effect_weights;
        for sex in 0..2 {
            for quintile in 0..QUINTILES {
                let row = &mut cells[sex][quintile];
                if !effect.sexes[sex] {
                    row.fill(0.0);
                    continue;
                }
                row[..effect.ages.0].fill(0.0);
                row[effect.ages.1 + 1..].fill(0.0);
                row[effect.ages.0..=effect.ages.1].iter_mut().for_each(|value| *value *= weights[quintile]);
            }
        }
        Some(cells)
    }

    /// Diseases one year on, with and without the programmes; the change of all-cause mortality that follows, per
    /// person-year.
    fn change_risks(&mut self, t: usize) -> Cells {
        let plan = self.plan;
        let mut change = NO_CELLS;
        let cardio = self.cardiovascular();
        if !self.diseases_move && (!self.changed.is_empty() || cardio.is_some()) {
            self.diseases_move = true;
            for earlier in 1..t {
                self.burden.step([self.disease_trend(earlier); 2]);
            }
        }
        if self.diseases_move {
            let heart = |id: &str| id == "chd" || id == "stroke";
            for disease in 0..plan.tables.diseases.len() {
                let mut fraction = self.changed.fraction(
                    Outcome::Disease(disease),
                    &plan.risks,
                    &self.base.residents,
                    &self.base.exposed,
                );
                if let (Some(cardio), true) = (&cardio, heart(&plan.tables.diseases[disease].id)) {
                    fraction = Some(combine(fraction, cardio));
                }
                self.step_disease(t, disease, fraction.as_ref(), &mut change);
            }
            if let Some(fraction) =
                self.changed.fraction(Outcome::OtherCauses, &plan.risks, &self.base.residents, &self.base.exposed)
            {
                self.lower_other_causes(&fraction, &mut change);
            }
        }
        self.avoid_deaths(&mut change);
        change
    }

    /// Share of heart disease and stroke taken away by treatment.
    fn cardiovascular(&self) -> Option<Cells> {
        let mut total: Option<Cells> = None;
        for (index, component) in self.plan.components.iter().enumerate() {
            for effect in &component.effects {
                if let (Action::Cardiovascular { share, ratio }, Some(people)) =
                    (effect.action, self.in_effect(index, effect))
                {
                    add(&mut total, &divide(&people, &self.base.residents), share * (1.0 - ratio));
                }
            }
        }
        total
    }

    fn disease_trend(&self, t: usize) -> f64 {
        #[allow(clippy::cast_possible_truncation)] // at most 141
        let years = t as u32;
        math::pow_int(1.0 + self.plan.tables.mortality_trend, years)
    }

    fn step_disease(&mut self, t: usize, disease: usize, fraction: Option<&Cells>, change: &mut Cells) {
        let plan = self.plan;
        let trend = self.disease_trend(t);
        let (decrement, nhs, care) =
            (plan.costs.decrement[disease], plan.costs.nhs_other[disease], plan.costs.social_care[disease]);
        let mut pounds = (0.0, [0.0; QUINTILES]);
        for sex in 0..2 {
            for quintile in 0..QUINTILES {
                let Some(track) = self.burden.track_mut(disease, sex, quintile) else { continue };
                if t > 0 {
                    track.step_changed([trend; 2], self.youngest, |age| {
                        [1.0, 1.0 - fraction.map_or(0.0, |cells| cells[sex][quintile][age])]
                    });
                }
                for (age, year) in track.by_age().iter().enumerate().skip(self.youngest) {
                    let ill = year.mean_prevalence[1] - year.mean_prevalence[0];
                    let dying = year.mortality_rate[1] - year.mortality_rate[0];
                    if ill == 0.0 && dying == 0.0 {
                        continue;
                    }
                    let residents = self.base.residents[sex][quintile][age];
                    let scale = self.base.death_scale[disease][sex][quintile][age];
                    change[sex][quintile][age] += scale * dying;
                    let new = year.incidence_rate[1] * (1.0 - year.mean_prevalence[1])
                        - year.incidence_rate[0] * (1.0 - year.mean_prevalence[0]);
                    let [new_id, living_id, deaths_id] = self.ids.disease[disease];
                    self.flows.add(new_id, t, quintile, residents * new);
                    self.flows.add(living_id, t, quintile, residents * (year.prevalence[1] - year.prevalence[0]));
                    self.flows.add(deaths_id, t, quintile, residents * scale * dying);
                    let healthy = -residents * self.ratio[sex][quintile][age] * ill * decrement;
                    self.flows.add(self.ids.qalys, t, quintile, healthy);
                    self.flows.add(self.ids.parts[0], t, quintile, healthy);
                    pounds.0 += residents * ill * nhs;
                    pounds.1[quintile] += residents * ill * care;
                    if plan.costs.hospital_through_disease {
                        let (per_new, admissions, bed_days) = plan.costs.hospital[disease];
                        let cases = residents * if per_new { new } else { ill };
                        self.flows.add(self.ids.use_[0], t, quintile, cases * admissions);
                        self.flows.add(self.ids.use_[1], t, quintile, cases * bed_days);
                    }
                }
            }
        }
        self.flows.add_fifths(self.ids.social_care, t, &pounds.1);
        let all = self.years + TAIL;
        self.ledger.add(
            "nhs_other",
            "disease prevented: care other than emergency stays",
            "cost_avoided",
            t,
            -pounds.0,
            all,
        );
        self.ledger.add(
            "council_adult_social_care",
            "disease prevented",
            "cost_avoided",
            t,
            -pounds.1.iter().sum::<f64>(),
            all,
        );
    }

    /// A relative risk for other causes works on all deaths less those of the modelled diseases.
    fn lower_other_causes(&mut self, fraction: &Cells, change: &mut Cells) {
        for sex in 0..2 {
            for quintile in 0..QUINTILES {
                for age in self.youngest..AGES {
                    let share = fraction[sex][quintile][age];
                    if share == 0.0 {
                        continue;
                    }
                    let modelled: f64 = (0..self.plan.tables.diseases.len())
                        .map(|d| {
                            self.base.death_scale[d][sex][quintile][age]
                                * self.burden.by_age(d, sex, quintile)[age].mortality_rate[0]
                        })
                        .sum();
                    let other = (self.base.mortality[sex][quintile][age] - modelled).max(0.0);
                    change[sex][quintile][age] -= share * other;
                }
            }
        }
    }

    fn avoid_deaths(&self, change: &mut Cells) {
        for (index, component) in self.plan.components.iter().enumerate() {
            for effect in &component.effects {
                if let (Action::DeathsAvoided(rate), Some(people)) = (effect.action, self.in_effect(index, effect)) {
                    for sex in 0..2 {
                        for quintile in 0..QUINTILES {
                            for age in self.youngest..AGES {
                                let residents = self.base.residents[sex][quintile][age];
                                if residents > 0.0 {
                                    let avoided = people[sex][quintile][age] * rate / residents;
                                    // Nobody can be kept from more deaths than there are.
                                    let most = self.base.mortality[sex][quintile][age] + change[sex][quintile][age];
                                    change[sex][quintile][age] -= avoided.min(most.max(0.0));
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Deaths, years of life and of healthy life that follow from the change of mortality.
    fn live(&mut self, t: usize, change: &Cells) {
        let mut care = [0.0; QUINTILES];
        for sex in 0..2 {
            for quintile in 0..QUINTILES {
                for age in self.youngest..AGES {
                    let (moved, ratio) = (change[sex][quintile][age], self.ratio[sex][quintile][age]);
                    if moved == 0.0 && ratio == 1.0 {
                        continue;
                    }
                    let residents = self.base.residents[sex][quintile][age];
                    let rate = self.base.mortality[sex][quintile][age];
                    let mean = ratio * years_lived(rate + moved) / years_lived(rate);
                    let more = residents * (mean - 1.0);
                    let deaths = more * rate + residents * mean * moved;
                    let healthy = more * self.plan.costs.utility[sex][quintile][age];
                    self.flows.add(self.ids.life_years, t, quintile, more);
                    self.flows.add(self.ids.parts[4], t, quintile, more);
                    self.flows.add(self.ids.qalys, t, quintile, healthy);
                    self.flows.add(self.ids.parts[0], t, quintile, healthy);
                    self.flows.add(self.ids.deaths, t, quintile, deaths);
                    self.flows.add(self.ids.parts[6], t, quintile, deaths);
                    if age < PREMATURE {
                        self.flows.add(self.ids.under_75, t, quintile, deaths);
                    }
                    care[quintile] += more * self.plan.costs.care_by_age[age];
                }
            }
        }
        if self.plan.costs.added_life.1 {
            self.flows.add_fifths(self.ids.social_care, t, &care);
            let total: f64 = care.iter().sum();
            self.ledger.add(
                "council_adult_social_care",
                "care in added years of life",
                "cost_avoided",
                t,
                -total,
                self.years + TAIL,
            );
        }
    }

    /// Hospital use avoided directly, less the use of added years of life. Gives the value of both in pounds.
    fn use_hospital(&mut self, t: usize, people: &[Option<Cells>]) -> f64 {
        let acute = self.plan.acute;
        let mut avoided = [[0.0; QUINTILES]; 3];
        if !self.plan.costs.hospital_through_disease {
            self.direct_use(&mut avoided);
        }
        let through_disease = self.plan.costs.hospital_through_disease;
        let delayed = if through_disease { [0.0; QUINTILES] } else { self.delayed_nights(people) };
        let mut value = 0.0;
        let mut added = [[0.0; QUINTILES]; 3];
        if self.plan.costs.added_life.0 {
            for (measure, added) in added.iter_mut().enumerate() {
                *added = self.use_of_added_life(measure);
            }
        }
        for quintile in 0..QUINTILES {
            let [admissions, nights, ae] = avoided.map(|by| by[quintile]);
            let nights = nights + delayed[quintile];
            let with_stay = nights + admissions * acute.bed_days_per_admission;
            self.flows.add(self.ids.use_[0], t, quintile, added[0][quintile] - admissions);
            self.flows.add(self.ids.use_[1], t, quintile, added[1][quintile] - with_stay);
            self.flows.add(self.ids.use_[2], t, quintile, added[2][quintile] - ae);
            value += (admissions - added[0][quintile]) * acute.admission_gbp + nights * acute.bed_day_gbp;
            value += (ae - added[2][quintile]) * acute.ae_gbp;
        }
        if self.plan.costs.hospital_through_disease {
            let admissions: f64 = self.flows.list[self.ids.use_[0]].year(t);
            value = -admissions * acute.admission_gbp;
        }
        value
    }

    /// Effects become ratios on each cell's rate; reach is independent, so ratios multiply and overlap is counted once.
    fn direct_use(&self, avoided: &mut [[f64; QUINTILES]; 3]) {
        let mut kept: [Option<Cells>; 3] = [None, None, None];
        for (index, component) in self.plan.components.iter().enumerate() {
            for effect in &component.effects {
                let (measure, rate) = match effect.action {
                    Action::UseRatio { measure, base, share, ratio, .. } if ratio != 1.0 => {
                        (measure, Some((base, share * (1.0 - ratio))))
                    }
                    Action::UseDifference { measure, avoided } if avoided != 0.0 => {
                        (measure, Some((Base::PerPersonYear(avoided), 1.0)))
                    }
                    _ => continue,
                };
                let among_cases = matches!(effect.action, Action::UseRatio { among_cases: true, .. });
                let people = if among_cases {
                    self.is_awake(index).then_some(self.diabetes)
                } else {
                    self.in_effect(index, effect)
                };
                if let (Some((base, size)), Some(people)) = (rate, people) {
                    self.lower_use(&mut kept[slot(measure)], slot(measure), &people, base, size);
                }
            }
        }
        for (measure, kept) in kept.iter().enumerate() {
            let Some(kept) = kept else { continue };
            for quintile in 0..QUINTILES {
                for sex in 0..2 {
                    for age in self.youngest..AGES {
                        let whole =
                            self.base.residents[sex][quintile][age] * self.base.use_rate[measure][sex][quintile][age];
                        avoided[measure][quintile] += whole * (1.0 - kept[sex][quintile][age]);
                    }
                }
            }
        }
    }

    fn lower_use(&self, kept: &mut Option<Cells>, measure: usize, people: &Cells, base: Base, size: f64) {
        let cells = kept.get_or_insert([[[1.0; AGES]; QUINTILES]; 2]);
        for sex in 0..2 {
            for quintile in 0..QUINTILES {
                for age in self.youngest..AGES {
                    let concerned = people[sex][quintile][age];
                    if concerned == 0.0 {
                        continue;
                    }
                    let rate = self.base.use_rate[measure][sex][quintile][age];
                    let whole = self.base.residents[sex][quintile][age] * rate;
                    let saved = concerned
                        * size
                        * match base {
                            Base::Place => rate,
                            Base::PerPersonYear(own) => own,
                        };
                    if whole > 0.0 {
                        cells[sex][quintile][age] *= (1.0 - saved / whole).max(0.0);
                    }
                }
            }
        }
    }

    fn delayed_nights(&self, people: &[Option<Cells>]) -> [f64; QUINTILES] {
        let mut nights = [0.0; QUINTILES];
        for (index, component) in self.plan.components.iter().enumerate() {
            for effect in &component.effects {
                if let Action::DelayedNightsOnce(each) = effect.action {
                    for (total, own) in nights.iter_mut().zip(started(&people[index])) {
                        *total += own * each;
                    }
                }
            }
        }
        nights
    }

    fn use_of_added_life(&self, measure: usize) -> [f64; QUINTILES] {
        std::array::from_fn(|quintile| {
            let mut total = 0.0;
            for sex in 0..2 {
                for age in self.youngest..AGES {
                    let ratio = self.ratio[sex][quintile][age];
                    if ratio != 1.0 {
                        total += self.base.residents[sex][quintile][age]
                            * (ratio - 1.0)
                            * self.base.use_rate[measure][sex][quintile][age];
                    }
                }
            }
            total
        })
    }

    /// Everything else effects do: diabetes, falls, work, care, pregnancies, wellbeing, transfers.
    fn other_effects(&mut self, t: usize, people: &[Option<Cells>]) {
        if let Some(survival) = &self.survival {
            let fade = math::exp(-std::f64::consts::LN_2 / diabetes_half_life(self.plan));
            Ageing { survival, youngest: self.youngest }.apply(&mut self.diabetes);
            self.diabetes.iter_mut().flatten().flatten().for_each(|value| *value *= fade);
        }
        let all = self.years + TAIL;
        let mut social_qalys = 0.0;
        for (index, component) in self.plan.components.iter().enumerate() {
            if !self.is_awake(index) {
                continue;
            }
            let now = started(&people[index]);
            for effect in &component.effects {
                match effect.action {
                    Action::DiabetesAvoided(rate) => {
                        let cells = self.in_effect(index, effect).unwrap_or(NO_CELLS);
                        let new = by_fifth(&cells).map(|people| -people * rate);
                        self.flows.add_fifths(self.ids.diabetes.0, t, &new);
                        add_scaled(&mut self.diabetes, &cells, rate);
                    }
                    Action::FallsAvoided(rate) => {
                        self.count(self.ids.falls, t, index, effect, -rate);
                    }
                    Action::InWork(share) => {
                        let jobs = self.count(self.ids.work, t, index, effect, share);
                        let pounds = jobs * self.plan.costs.per_job;
                        self.ledger.add(
                            "central_government",
                            "benefits not paid to people in work",
                            "transfer",
                            t,
                            pounds,
                            all,
                        );
                        self.ledger.add("households", "benefits no longer received", "transfer", t, -pounds, all);
                    }
                    Action::PregnanciesAvoided(rate) => {
                        let fewer = -self.count(self.ids.pregnancies, t, index, effect, -rate);
                        self.save(t, effect, fewer * self.plan.costs.per_pregnancy, "unplanned pregnancies avoided");
                    }
                    Action::ChildrenInCareAvoided(share) => {
                        let fewer = -self.count(self.ids.in_care, t, index, effect, -share);
                        self.save(t, effect, fewer * self.plan.costs.per_child_in_care, "children kept out of care");
                    }
                    Action::OtherMoney(pounds) => {
                        let people: f64 = self.people_in_effect(index, effect).iter().sum();
                        self.save(t, effect, people * pounds, "other public services needed less");
                    }
                    Action::HouseholdIncome(pounds) => {
                        let people: f64 = self.people_in_effect(index, effect).iter().sum();
                        self.ledger.add("households", "income and debts settled", "transfer", t, people * pounds, all);
                        self.ledger.add(
                            "central_government",
                            "benefits paid and debts written off",
                            "transfer",
                            t,
                            -people * pounds,
                            all,
                        );
                    }
                    Action::QalysOnce(each) => {
                        let gained = now.map(|people| people * each);
                        self.flows.add_fifths(self.ids.qalys, t, &gained);
                        self.flows.add_fifths(self.ids.parts[0], t, &gained);
                    }
                    Action::QalysPerPound(each) => {
                        social_qalys +=
                            each * self.spent.get(t).and_then(|year| year.get(index)).copied().unwrap_or(0.0);
                    }
                    Action::SocialCareOnce(pounds) => {
                        let saved = now.map(|people| -people * pounds);
                        self.flows.add_fifths(self.ids.social_care, t, &saved);
                        self.save(t, effect, -saved.iter().sum::<f64>(), "care needed less after reablement");
                    }
                    _ => {}
                }
            }
        }
        self.social_qalys.push(social_qalys);
        self.count_diabetes(t);
    }

    fn count_diabetes(&mut self, t: usize) {
        let fewer = by_fifth(&self.diabetes);
        let (utility, cost) = self.plan.costs.diabetes;
        for (quintile, people) in fewer.iter().enumerate() {
            self.flows.add(self.ids.diabetes.1, t, quintile, -people);
            self.flows.add(self.ids.qalys, t, quintile, people * utility);
            self.flows.add(self.ids.parts[0], t, quintile, people * utility);
        }
        let total: f64 = fewer.iter().sum();
        self.ledger.add(
            "nhs_other",
            "disease prevented: care other than emergency stays",
            "cost_avoided",
            t,
            total * cost,
            self.years + TAIL,
        );
    }

    fn people_in_effect(&self, component: usize, effect: &Resolved) -> [f64; QUINTILES] {
        self.in_effect(component, effect).map_or([0.0; QUINTILES], |cells| by_fifth(&cells))
    }

    /// Adds people in effect times `size` to a flow and gives the sum.
    fn count(&mut self, flow: usize, t: usize, component: usize, effect: &Resolved, size: f64) -> f64 {
        let counted = self.people_in_effect(component, effect).map(|people| people * size);
        self.flows.add_fifths(flow, t, &counted);
        counted.iter().sum()
    }

    fn save(&mut self, t: usize, effect: &Resolved, pounds: f64, line: &'static str) {
        for (payer, share) in &effect.payers {
            self.ledger.add(payer, line, "cost_avoided", t, pounds * share, self.years + TAIL);
        }
    }

    /// Health lost to the cut and regained through freed room, on one curve; room or cash, never both; beds.
    fn settle_hospital(&mut self, t: usize, averted: f64, mortality: &Cells) {
        let acute = self.plan.acute;
        let all = self.years + TAIL;
        let released = acute.cashable_share * averted;
        let capacity = averted - released;
        let cash = if released > 0.0 { released * (1.0 - acute.exit_cost_share) } else { released };
        if let Some(money) = self.money.get_mut(t) {
            money.averted = averted;
            money.cash = cash;
            money.capacity = capacity;
        }
        let cut = self.money.get(t).map_or(0.0, |money| money.cut);
        self.cuts.push(cut);
        self.averted.push(capacity);
        self.ledger.add("nhs_hospital", "room freed, not cash", "capacity", t, capacity, all);
        self.ledger.add("nhs_hospital", "cash released", "cash", t, cash, all);
        if self.part.without_hospital {
            return;
        }
        let flow = |pounds: &[f64]| -> f64 { (0..=t).map(|year| pounds[year] * acute.profile(t - year)).sum() };
        let lost = if acute.cut_is_free { 0.0 } else { flow(&self.cuts) / acute.cost_per_qaly };
        let regained = flow(&self.averted) / acute.cost_per_qaly;
        let social = flow(&self.social_qalys);
        let shares = self.use_shares();
        for quintile in 0..QUINTILES {
            let own: f64 = (0..2).map(|sex| shares[sex][quintile].iter().sum::<f64>()).sum();
            self.flows.add(self.ids.qalys, t, quintile, (regained - lost + social) * own);
            self.flows.add(self.ids.parts[1], t, quintile, -lost * own);
            self.flows.add(self.ids.parts[2], t, quintile, regained * own);
            self.flows.add(self.ids.parts[3], t, quintile, social * own);
        }
        // Deaths fall where people use hospitals and are near death: a bed lost costs the frail their life first.
        let mut dying = times(&shares, &self.base.mortality);
        let total: f64 = dying.iter().flatten().flatten().sum();
        dying.iter_mut().flatten().flatten().for_each(|value| *value /= total.max(f64::MIN_POSITIVE));
        self.hospital_deaths(t, (lost - regained) * acute.deaths_per_qaly, &dying, mortality);
        if t < self.years {
            self.beds(t, cut);
        }
    }

    /// Deaths that go with health lost or regained fall on cells by their hospital use; the dead are followed as if alive.
    fn hospital_deaths(&mut self, t: usize, deaths: f64, shares: &Cells, mortality: &Cells) {
        let mut rate = NO_CELLS;
        for sex in 0..2 {
            for quintile in 0..QUINTILES {
                for age in self.youngest..AGES {
                    let own = deaths * shares[sex][quintile][age];
                    let gone = self.hospital_dead[sex][quintile][age];
                    let base_rate = self.base.mortality[sex][quintile][age];
                    // Those already gone would have died some day: each death counts once, now instead of then.
                    let moved = own - gone * -math::exp_m1(-base_rate);
                    let missing = gone * years_lived(base_rate) + 0.5 * own;
                    // Whoever dies in addition would have lived to the end of the year: ageing leaves all of them.
                    self.hospital_dead[sex][quintile][age] += own * math::exp(base_rate);
                    self.flows.add(self.ids.deaths, t, quintile, moved);
                    self.flows.add(self.ids.parts[7], t, quintile, moved);
                    if age < PREMATURE {
                        self.flows.add(self.ids.under_75, t, quintile, moved);
                    }
                    self.flows.add(self.ids.life_years, t, quintile, -missing);
                    self.flows.add(self.ids.parts[5], t, quintile, -missing);
                    let residents = self.base.residents[sex][quintile][age];
                    rate[sex][quintile][age] =
                        mortality[sex][quintile][age] + if residents > 0.0 { own / residents } else { 0.0 };
                }
            }
        }
        if t < self.years {
            self.life_expectancy.push([0, 1].map(|sex| self.life_expectancy_change(sex, &rate)));
        }
    }

    fn life_expectancy_change(&self, sex: usize, change: &Cells) -> f64 {
        let mix = |with: bool| -> ByAge {
            std::array::from_fn(|age| {
                let people: f64 = (0..QUINTILES).map(|q| self.base.residents[sex][q][age]).sum();
                let rate = |q: usize| {
                    let moved = if with { change[sex][q][age] } else { 0.0 };
                    self.base.residents[sex][q][age] * (self.base.mortality[sex][q][age] + moved)
                };
                let deaths: f64 = (0..QUINTILES).map(rate).sum();
                if people > 0.0 { (deaths / people).max(0.0) } else { self.base.mortality[sex][0][age] }
            })
        };
        life_expectancy(&mix(true), 0) - life_expectancy(&mix(false), 0)
    }

    /// Share of bed-days in each cell: where hospital care falls. Where the loss is taken to follow need, share of deaths.
    fn use_shares(&self) -> Cells {
        let by = if self.plan.acute.loss_by_need { &self.base.mortality } else { &self.base.use_rate[1] };
        let mut shares = times(&self.base.residents, by);
        let total: f64 = shares.iter().flatten().flatten().sum();
        if total > 0.0 {
            shares.iter_mut().flatten().flatten().for_each(|value| *value /= total);
        }
        shares
    }

    /// Beds open follow the budget, beds in use follow need and what programmes avert.
    fn beds(&mut self, t: usize, cut: f64) {
        let growth = product(&self.base.residents, &self.base.use_rate[1]) / self.bed_days_start;
        let start = self.plan.costs.occupancy_start;
        let in_use = self.bed_days_start * growth;
        let open = self.bed_days_start / start * growth;
        let moved = self.flows.list[self.ids.use_[1]].year(t);
        let closed = self.bed_days_start / start * cut / self.plan.acute_gbp;
        self.occupancy.push((in_use / open, (in_use + moved) / (open - closed)));
    }

    fn book_spending(&mut self, t: usize, by_component: &[f64], money: &MoneyYear) {
        let all = self.years + TAIL;
        for (component, pounds) in self.plan.components.iter().zip(by_component) {
            for (payer, share) in &component.record.cost_payer {
                self.ledger.add(payer, "programmes", "spending", t, -pounds * share, all);
                if money.cut + money.captured > 0.0 || money.paid_in > 0.0 {
                    self.ledger.add(payer, "money for programmes", "transfer", t, pounds * share, all);
                }
            }
        }
        let funded: f64 = by_component.iter().sum();
        if money.target + money.captured <= 0.0 {
            return;
        }
        let from_hospital = (funded - money.paid_in - money.captured).max(0.0);
        let from_fund = (funded - from_hospital - money.captured).max(0.0);
        self.ledger.add(
            "nhs_hospital",
            "budget moved to programmes",
            "transfer",
            t,
            -from_hospital - money.captured.min(funded),
            all,
        );
        self.ledger.add("central_government", "fund or new money", "transfer", t, -from_fund, all);
        self.ledger.add("nhs_hospital", "paid back to the fund", "transfer", t, -money.repaid, all);
        self.ledger.add("central_government", "paid back by the hospital budget", "transfer", t, money.repaid, all);
        self.ledger.add("nhs_hospital", "cut and given to no programme", "transfer", t, -money.unallocated, all);
        self.ledger.add("central_government", "cut and given to no programme", "transfer", t, money.unallocated, all);
    }

    /// Everybody a year older.
    fn age(&mut self, change: &Cells) {
        for sex in 0..2 {
            for quintile in 0..QUINTILES {
                let moved = &change[sex][quintile];
                let ratio = &mut self.ratio[sex][quintile];
                let oldest = ratio[AGES - 1];
                for age in (self.youngest + 1..AGES).rev() {
                    ratio[age] = ratio[age - 1] * kept(moved[age - 1]);
                }
                // The last age holds those who reach it and those who stay: their ratios mix by their numbers.
                if let Some((reach, stay)) = open_age(&self.base, sex, quintile) {
                    let last = AGES - 1;
                    ratio[last] = (reach * ratio[last] + stay * oldest * kept(moved[last])) / (reach + stay);
                }
                ratio[self.youngest] = 1.0;
            }
        }
        let mut survival = survival_of(&self.base.mortality);
        Ageing { survival: &survival, youngest: self.youngest }.apply(&mut self.hospital_dead);
        // Residents and stocks are years lived in a year: next year's over this year's.
        let trend = 1.0 + self.plan.tables.mortality_trend;
        for sex in 0..2 {
            for quintile in 0..QUINTILES {
                let rates = &self.base.mortality[sex][quintile];
                for age in 0..AGES {
                    let next = rates[(age + 1).min(AGES - 1)] * trend;
                    survival[sex][quintile][age] *= years_lived(next) / years_lived(rates[age]);
                }
            }
        }
        self.survival = Some(survival);
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
            occupancy: self.occupancy,
            warnings: self.warnings,
        }
    }

    fn warn(&mut self) {
        let returned: f64 = self.money.iter().map(|money| money.returned).sum();
        let target: f64 = self.money.iter().map(|money| money.target).sum();
        if target > 0.0 && returned > 0.005 * target {
            self.warnings.push(format!(
                "{:.0}% of the money could not be used: the programmes have no more room, and it went back",
                100.0 * returned / target
            ));
        }
        if let Some((_, worst)) = self.occupancy.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1)) {
            let winter = worst * self.plan.acute.winter_factor;
            if worst > 1.0 {
                self.warnings.push(format!(
                    "beds would be {:.0}% full on average: more patients than beds, this plan cannot be run",
                    100.0 * worst
                ));
            } else if worst > 0.95 {
                self.warnings.push(format!(
                    "beds would be {:.1}% full on average and {:.0}% at the winter peak",
                    100.0 * worst,
                    100.0 * winter
                ));
            }
        }
        let (share, _) = self.plan.reinvest;
        if share > 0.0 {
            // Late spending pays after the horizon, so the whole of what it releases is counted.
            let cash =
                self.ledger.rows.iter().filter(|row| row.kind == "cash").flat_map(|row| &row.by_year).sum::<f64>();
            let yielded = cash / self.money.iter().map(|m| m.spent).sum::<f64>().max(1.0);
            if share * yielded >= 1.0 {
                self.warnings.push(
                    "money machine: each pound captured brings back a pound or more; no evidence supports this".into(),
                );
            } else {
                self.warnings.push(format!(
                    "reinvestment runs dry: each pound spent brings back {:.0}p of captured cash",
                    100.0 * share * yielded
                ));
            }
        }
        if self.cuts.iter().any(|cut| *cut > 0.0) {
            self.warnings.push(
                "the cut's effect on new disease, on work and on admissions themselves is not known and not counted"
                    .into(),
            );
        }
    }
}

fn groups(plan: &Plan<'_>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (index, component) in plan.components.iter().enumerate() {
        for effect in &component.effects {
            if groups.iter().any(|group| group.component == index && group.timing == effect.timing) {
                continue;
            }
            let stock = Stock::new(component.record.delivery, effect.timing.0, effect.timing.1, component.build_up);
            groups.push(Group { component: index, timing: effect.timing, stock, awake: false, now: NO_CELLS });
        }
    }
    groups
}

/// Share of extra quitters still extra a year later: from the half-life of the component that makes them.
fn quit_fade(plan: &Plan<'_>) -> f64 {
    let component = plan.components.iter().find(|c| c.effects.iter().any(|e| matches!(e.action, Action::Quits(_))));
    component.map_or(1.0, |component| math::exp(-std::f64::consts::LN_2 / component.timing.1))
}

/// How long an avoided case of diabetes stays avoided: the half-life of the programme that avoids it.
fn diabetes_half_life(plan: &Plan<'_>) -> f64 {
    let component =
        plan.components.iter().find(|c| c.effects.iter().any(|e| matches!(e.action, Action::DiabetesAvoided(_))));
    component.map_or(1.0, |component| component.timing.1)
}

fn slot(measure: Measure) -> usize {
    match measure {
        Measure::Admissions => 0,
        Measure::BedDays => 1,
        Measure::AeAttendances => 2,
    }
}

fn add(total: &mut Option<Cells>, cells: &Cells, factor: f64) {
    add_scaled(total.get_or_insert(NO_CELLS), cells, factor);
}

/// What a change of mortality leaves of a group in a year; exactly 1 where nothing changed.
fn kept(change: f64) -> f64 {
    if change == 0.0 { 1.0 } else { math::exp(-change) }
}

/// People who reach the last age next year, and those who stay in it, in the baseline; `None` if there is nobody.
fn open_age(base: &BaseYear, sex: usize, quintile: usize) -> Option<(f64, f64)> {
    let alive = |age: usize| base.residents[sex][quintile][age] * math::exp(-base.mortality[sex][quintile][age]);
    let (reach, stay) = (alive(AGES - 2), alive(AGES - 1));
    (reach + stay > 0.0).then_some((reach, stay))
}

/// Years lived in a year per person alive at its start, at a constant mortality: (1 - exp(-m)) / m.
fn years_lived(rate: f64) -> f64 {
    if rate.abs() < 1e-12 { 1.0 } else { -math::exp_m1(-rate) / rate }
}

/// People who started this year, by fifth.
fn started(people: &Option<Cells>) -> [f64; QUINTILES] {
    people.as_ref().map_or([0.0; QUINTILES], by_fifth)
}

fn add_some(total: &mut Option<Cells>, cells: Option<Cells>, factor: f64) {
    if let Some(cells) = cells {
        add(total, &cells, factor);
    }
}

fn by_fifth(cells: &Cells) -> [f64; QUINTILES] {
    std::array::from_fn(|quintile| (0..2).map(|sex| cells[sex][quintile].iter().sum::<f64>()).sum())
}

fn times(one: &Cells, other: &Cells) -> Cells {
    let mut cells = *one;
    for (value, factor) in cells.iter_mut().flatten().flatten().zip(other.iter().flatten().flatten()) {
        *value *= factor;
    }
    cells
}

fn divide(one: &Cells, other: &Cells) -> Cells {
    let mut cells = *one;
    for (value, whole) in cells.iter_mut().flatten().flatten().zip(other.iter().flatten().flatten()) {
        *value = if *whole > 0.0 { *value / whole } else { 0.0 };
    }
    cells
}

fn product(one: &Cells, other: &Cells) -> f64 {
    one.iter().flatten().flatten().zip(other.iter().flatten().flatten()).map(|(a, b)| a * b).sum()
}

/// Two independent fractions of one risk: what both leave is the product of what each leaves.
fn combine(one: Option<Cells>, other: &Cells) -> Cells {
    let mut cells = one.unwrap_or(NO_CELLS);
    for (value, more) in cells.iter_mut().flatten().flatten().zip(other.iter().flatten().flatten()) {
        *value = 1.0 - (1.0 - *value) * (1.0 - more);
    }
    cells
}
