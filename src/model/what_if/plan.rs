//! A scenario made ready: every figure resolved, nothing left to look up while years pass.

use std::borrow::Cow;
use std::sync::Arc;

use crate::error::Faults;
use crate::inputs::evidence::{Component, Delivery, Evidence, Grade, Programme, Usage};
use crate::inputs::place::Area;
use crate::inputs::scenario::{Allocation, Funding, Scenario, Split};
use crate::model::baseline::acute_spend;
use crate::model::draws::Draw;
use crate::model::tables::Tables;
use crate::model::what_if::acute::{AcuteValues, full_shift};
use crate::model::what_if::costs::Costs;
use crate::model::what_if::course::BaseCourse;
use crate::model::what_if::delivery::Reach;
use crate::model::what_if::effects::{self, Resolved};
use crate::model::what_if::exposure::Risks;
use crate::model::what_if::ground::Ground;
use crate::model::what_if::values::Values;
use crate::order::sort_short;

/// One component, resolved.
#[derive(Debug, Clone)]
pub struct ComponentPlan<'a> {
    /// The record.
    pub record: &'a Component,
    /// Position of its programme in [`Plan::programmes`].
    pub programme: usize,
    /// Money to people.
    pub reach: Reach,
    /// What it does.
    pub effects: Vec<Resolved>,
    /// Build-up of its effects, years.
    pub build_up: Option<f64>,
    /// Lag and half-life, years.
    pub timing: (f64, f64),
}

/// One programme, resolved.
#[derive(Debug, Clone, PartialEq)]
pub struct ProgrammePlan {
    /// Id.
    pub id: String,
    /// Name.
    pub label: String,
    /// True if its record has a route to quality-adjusted life-years.
    pub counts_qalys: bool,
    /// What the scenario gives it; `None` in the evidence mix.
    pub allocation: Option<Allocation>,
}

/// Everything a run needs.
#[derive(Debug)]
pub struct Plan<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The area if nothing changes.
    pub ground: Cow<'a, Ground>,
    /// The evidence as dense tables.
    pub tables: &'a Tables,
    /// Programmes in the order in which they are funded.
    pub programmes: Arc<[ProgrammePlan]>,
    /// Components of those programmes.
    pub components: Vec<ComponentPlan<'a>>,
    /// The hospital side.
    pub acute: AcuteValues,
    /// Relative risks.
    pub risks: Risks,
    /// Utilities and costs of people and conditions.
    pub costs: Costs,
    /// Acute hospital spending of the area at the start, pounds a year.
    pub acute_gbp: f64,
    /// The shift once complete, pounds a year.
    pub full_gbp: f64,
    /// Captured share of released cash, and the delay in years.
    pub reinvest: (f64, u32),
    /// Discount rates of money and of health.
    pub discount: (f64, f64),
    /// The possible future this plan is in; `None` for central values.
    pub future: Option<Draw<'a>>,
    /// Yearly growth of hospital use that is not of people, over that of the ground; 1 but in possible futures.
    pub demand: f64,
    /// Real growth of the hospital budget per year, where the scenario takes it instead of ageing and demand.
    pub total_growth: Option<f64>,
    /// People per household.
    pub household: f64,
    /// Parameters looked up.
    pub used: Vec<String>,
    /// What to keep in mind.
    pub warnings: Vec<String>,
}

impl<'a> Plan<'a> {
    /// Resolves a scenario for an area.
    ///
    /// # Errors
    /// Parameters the model needs and the pack has not.
    pub fn new(
        area: &Area,
        tables: &'a Tables,
        evidence: &'a Evidence,
        scenario: &'a Scenario,
    ) -> Result<Plan<'a>, Faults> {
        Plan::on(Cow::Owned(Ground::new(area, tables)), area, tables, evidence, scenario)
    }

    /// The same on a ground already worked out from this area and these tables.
    ///
    /// # Errors
    /// As [`Plan::new`].
    pub fn on(
        ground: Cow<'a, Ground>,
        area: &Area,
        tables: &'a Tables,
        evidence: &'a Evidence,
        scenario: &'a Scenario,
    ) -> Result<Plan<'a>, Faults> {
        Plan::in_future(None, ground, area, tables, evidence, scenario)
    }

    /// The same in one possible future. The trend of mortality is the one of the tables and of the ground, whatever the draw
    /// says: whoever draws it brings tables to match.
    ///
    /// # Errors
    /// As [`Plan::new`].
    pub fn in_future(
        draw: Option<Draw<'a>>,
        ground: Cow<'a, Ground>,
        area: &Area,
        tables: &'a Tables,
        evidence: &'a Evidence,
        scenario: &'a Scenario,
    ) -> Result<Plan<'a>, Faults> {
        let mut values = Values::new(evidence, tables, scenario).in_future(draw);
        let mut warnings = Vec::new();
        note_beyond(evidence, scenario, &mut warnings);
        let programmes = programmes(evidence, &scenario.split);
        let mut components = Vec::new();
        for (position, programme) in programmes.iter().enumerate() {
            for record in evidence.components.iter().filter(|component| component.programme == programme.id) {
                components.push(component_plan(record, position, scenario, &mut values, &mut warnings));
            }
        }
        let acute = AcuteValues::new(scenario, &mut values);
        let acute_gbp: f64 = area.parts().iter().map(|place| acute_spend(place, tables)).sum();
        let full_gbp = shift_with_new_money(scenario, acute_gbp);
        let reinvest = reinvest(scenario, &mut values);
        check_size(scenario, (full_gbp, acute_gbp), tables.start_year, &mut values);
        let plan = Plan {
            scenario,
            ground,
            tables,
            risks: Risks::new(tables, &mut values),
            costs: Costs::new(tables, &mut values),
            discount: discount(&mut values),
            future: draw,
            demand: demand(tables, &mut values),
            total_growth: total_growth(&mut values),
            household: values.get("base.people_per_household"),
            programmes: programmes.into(),
            components,
            acute,
            acute_gbp,
            full_gbp,
            reinvest,
            used: Vec::new(),
            warnings,
        };
        let used = values.finish()?;
        Ok(Plan { used, ..plan })
    }
}

impl Plan<'_> {
    /// The diseases if nothing changes, all years, kept with the ground.
    #[must_use]
    pub fn course(&self) -> &BaseCourse {
        self.ground.course(self.tables)
    }

    /// The same for one run to go along with, year by year, unless all years are at hand.
    #[must_use]
    pub fn course_for_once(&self) -> Cow<'_, BaseCourse> {
        let start = || Cow::Owned(BaseCourse::start(&self.tables.diseases, self.tables.mortality_trend));
        self.ground.course_at_hand().map_or_else(start, Cow::Borrowed)
    }
}

/// Captured share of released cash, and the delay in years.
fn reinvest(scenario: &Scenario, values: &mut Values<'_>) -> (f64, u32) {
    match scenario.reinvest {
        Some(reinvest) => (reinvest.capture_share, reinvest.delay_years),
        // Nothing comes back unless somebody agrees that it does: an agreement is no matter of belief, so it is not drawn.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a few years
        None => (values.settled("acute.capture_share"), values.settled("acute.agreement_delay_years").round() as u32),
    }
}

/// Discount rates of money and of health.
pub(super) fn discount(values: &mut Values<'_>) -> (f64, f64) {
    (values.get("value.discount_money"), values.get("value.discount_health"))
}

/// Real growth of the hospital budget per year, where the scenario takes it instead of ageing and demand.
pub(super) fn total_growth(values: &mut Values<'_>) -> Option<f64> {
    (values.side("demand_growth") == "total_real").then(|| values.switched("demand_growth"))
}

/// How much faster than on the ground hospital use grows each year in a possible future.
pub(super) fn demand(tables: &Tables, values: &mut Values<'_>) -> f64 {
    if values.future().is_none() {
        return 1.0;
    }
    let growth = match values.side("demand_growth") {
        // Total real growth is of the budget, not of anybody's need: use grows as by default.
        "total_real" => values.get("acute.growth_non_demographic"),
        _ => values.switched("demand_growth"),
    };
    (1.0 + growth) / (1.0 + tables.hospital_growth)
}

/// What can only be judged where the money of the place and the years are known.
fn check_size(scenario: &Scenario, (full_gbp, acute_gbp): (f64, f64), first_year: u32, values: &mut Values<'_>) {
    if scenario.funding != Funding::NewMoney && full_gbp > acute_gbp {
        values.fault(
            "shift",
            &format!("{full_gbp:.0}"),
            format!("moves more than there is: acute spending here is about {acute_gbp:.0} pounds a year"),
        );
    }
    let named = named_pounds(&scenario.split);
    if scenario.amount.is_some() && named > full_gbp * (1.0 + 1e-9) {
        values.fault(
            "programmes",
            &format!("{named:.0}"),
            format!("the pounds add to more than the shift, which is {full_gbp:.0} pounds a year here"),
        );
    }
    let last_year = first_year + scenario.horizon_years - 1;
    if let Some(start) = scenario.start_year.filter(|start| scenario.amount.is_some() && *start > last_year) {
        values.fault("shift.start_year", &start.to_string(), format!("starts after the last year shown, {last_year}"));
    }
}

fn named_pounds(split: &Split) -> f64 {
    let pounds = |allocation: &Allocation| if let Allocation::GbpPerYear(pounds) = allocation { *pounds } else { 0.0 };
    match split {
        Split::Named(list) => list.iter().map(|(_, allocation)| pounds(allocation)).sum(),
        Split::EvidenceMix => 0.0,
    }
}

/// The shift, or, where new money is given in pounds only, the sum of those pounds.
fn shift_with_new_money(scenario: &Scenario, acute_gbp: f64) -> f64 {
    match (&scenario.split, scenario.amount) {
        (split @ Split::Named(_), None) => named_pounds(split),
        _ => full_shift(scenario, acute_gbp),
    }
}

fn note_beyond(evidence: &Evidence, scenario: &Scenario, warnings: &mut Vec<String>) {
    for (id, value) in &scenario.assumptions {
        if let Ok((_, true)) = evidence.with_value(id, *value) {
            warnings.push(format!("{id} = {value} is beyond the range of the evidence"));
        }
    }
}

fn programmes(evidence: &Evidence, split: &Split) -> Vec<ProgrammePlan> {
    let plan = |id: &str, allocation: Option<Allocation>| {
        let label = evidence.programmes.get(id).map_or(id.to_string(), |programme| programme.label.clone());
        ProgrammePlan { id: id.to_string(), label, counts_qalys: counts_qalys(evidence, id), allocation }
    };
    match split {
        Split::Named(list) => list.iter().map(|(id, allocation)| plan(id, Some(*allocation))).collect(),
        Split::EvidenceMix => {
            let mut mix: Vec<_> = evidence
                .programmes
                .iter()
                .filter(|p| p.grade_hospital != Grade::D && matches!(p.usage, Usage::Core | Usage::CoreWithWideRange))
                .collect();
            let key = |p: &Programme| (p.grade_hospital, p.grade_outcome, p.order);
            sort_short(&mut mix, |a, b| key(a).cmp(&key(b)));
            mix.into_iter().map(|programme| plan(&programme.id, None)).collect()
        }
    }
}

/// True if an effect in use leads to life or health: through deaths, disease or utility.
fn counts_qalys(evidence: &Evidence, programme: &str) -> bool {
    const TO_HEALTH: [&str; 8] = [
        "quits",
        "activity_level",
        "body_weight",
        "cardiovascular_disease",
        "all_cause_mortality",
        "cause_specific_mortality",
        "type_2_diabetes",
        "utility",
    ];
    evidence.effects.iter().any(|effect| {
        effect.programme == programme
            && effect.role == crate::inputs::evidence::Role::Used
            && TO_HEALTH.contains(&effect.channel)
    })
}

fn component_plan<'a>(
    record: &'a Component,
    programme: usize,
    scenario: &Scenario,
    values: &mut Values<'a>,
    warnings: &mut Vec<String>,
) -> ComponentPlan<'a> {
    let (timing, build_up) = pace(record, values);
    ComponentPlan {
        record,
        programme,
        reach: Reach::new(record, scenario.targeting, values),
        effects: effects::resolve(record, &[], values, warnings),
        build_up,
        timing,
    }
}

/// Lag and half-life, and build-up where effects have one.
pub(super) fn pace(record: &Component, values: &mut Values<'_>) -> ((f64, f64), Option<f64>) {
    let mut get = |role: &str| record.parameter(role).map(|id| values.get(id));
    let timing = (get("onset_lag").unwrap_or(0.0), get("half_life").unwrap_or(1.0));
    let build_up = get("build_up");
    (timing, build_up.filter(|_| record.delivery == Delivery::Course))
}
