//! A small set of scenarios that together use every programme, route of money, side of a disagreement and account.

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use headwater::inputs::evidence::{Effect, Role};
use headwater::inputs::place::Area;
use headwater::inputs::scenario::Scenario;
use headwater::model::baseline;
use headwater::model::what_if::ground::Ground;
use headwater::model::what_if::plan::Plan;
use headwater::model::what_if::run::{Part, WhatIf, run};
use headwater::model::what_if::values::is_ratio;
use headwater::value::outcomes::Outcomes;
use headwater::value::report::{self, Input};
use headwater::value::topdown;
use serde_json::Value;

use crate::support::shipped::{OLDHAM, area, evidence, tables};
use crate::support::what_if::{ground, programmes, try_scenario};

/// A scenario, what came of it, and the figures it read.
pub struct Case {
    scenario: Scenario,
    horizon_only: bool,
    /// What came of it with our figures.
    pub base: WhatIf,
    /// The baseline, and what documents say, for the case that has them.
    documents: Option<(Outcomes, Value)>,
    /// Parameters looked up.
    pub used: Vec<String>,
}

fn oldham() -> &'static Arc<(Area, Ground)> {
    static OLDHAM_GROUND: LazyLock<Arc<(Area, Ground)>> = LazyLock::new(|| ground(&area(&[OLDHAM])));
    &OLDHAM_GROUND
}

impl Case {
    fn new(json: &str, horizon_only: bool) -> Case {
        let scenario = try_scenario(json).unwrap_or_else(|faults| panic!("{json}: {faults}"));
        let (base, used) =
            planned(&scenario, |plan| (run(plan, Part { horizon_only, ..Part::default() }), plan.used.clone()));
        Case { scenario, horizon_only, base, documents: None, used }
    }

    fn with_documents(mut self) -> Case {
        let baseline = baseline::run(&oldham().0, tables(), self.base.years);
        let said = self.documents(&baseline, None);
        self.documents = Some((baseline, said));
        self
    }

    /// True if it gives a programme money.
    pub fn pays(&self, programme: &str) -> bool {
        self.base.flows.get(&format!("people_reached.{programme}")).is_some()
    }

    fn with(&self, own: Option<(&str, f64)>) -> Scenario {
        let mut scenario = self.scenario.clone();
        scenario.assumptions.retain(|(id, _)| own.is_none_or(|(other, _)| id != other));
        scenario.assumptions.extend(own.map(|(id, value)| (id.to_string(), value)));
        scenario
    }

    /// What comes of it with another value of a figure.
    pub fn run(&self, own: Option<(&str, f64)>) -> WhatIf {
        let part = Part { horizon_only: self.horizon_only, ..Part::default() };
        planned(&self.with(own), |plan| run(plan, part))
    }

    /// True if its documents make something else of the same people and pounds with another value of a figure.
    pub fn says_otherwise(&self, id: &str, value: f64) -> bool {
        self.documents.as_ref().is_some_and(|(baseline, said)| self.documents(baseline, Some((id, value))) != *said)
    }

    fn documents(&self, baseline: &Outcomes, own: Option<(&str, f64)>) -> Value {
        planned(&self.with(own), |plan| {
            let (area, what_if) = (&oldham().0, &self.base);
            let input = Input { evidence: evidence(), area, plan, what_if, baseline };
            let lens = topdown::lens(&input).unwrap_or_else(|faults| panic!("{faults}"));
            Value::from(vec![report::outcomes(&input), lens])
        })
    }
}

fn planned<R>(scenario: &Scenario, look: impl FnOnce(&Plan<'_>) -> R) -> R {
    let ground = Cow::Borrowed(&oldham().1);
    let plan = Plan::on(ground, &oldham().0, tables(), evidence(), scenario);
    look(&plan.unwrap_or_else(|faults| panic!("{faults}")))
}

/// New money for one programme, its effects as published. Those that studies found to be none are argued to be one, so that
/// what hangs on them is seen.
fn alone(programme: &str, pounds: f64, years: usize, horizon_only: bool) -> Case {
    let none = |effect: &&Effect| {
        effect.programme == programme
            && effect.role == Role::Used
            && is_ratio(effect.measure)
            && effect.figure.value == 1.0
    };
    let argued = evidence().effects.iter().filter(none).map(|effect| format!(r#""{}":0.95"#, effect.figure.id));
    let argued = argued.collect::<Vec<_>>().join(",");
    let json = format!(
        r#"{{"funding":"new_money","shift":{{"gbp_per_year":{pounds},"ramp_years":1}},"horizon_years":{years},
            "switches":{{"belief":"as_published"}},"programmes":{{"{programme}":{{"share":1.0}}}},
            "assumptions":{{{argued}}}}}"#
    );
    Case::new(&json, horizon_only)
}

/// Cuts, funds and agreements, each with other sides of the disagreements: what all programmes have in common.
const SHARED: [&str; 8] = [
    r#"{"shift":{"share_of_acute":0.02,"ramp_years":2},"funding":"cut_first","horizon_years":8,
        "switches":{"nhs_cost_per_qaly":"k_2012","cashable_share":"two_thirds"},"reinvest":{"capture_share":0.5,"delay_years":2},
        "pool":{"nhs_hospital":0.5,"council_public_health":0.5},
        "programmes":{"stop_smoking":{"share":0.2},"falls_adaptations":{"share":0.2},"adult_social_care":{"share":0.3}}}"#,
    r#"{"shift":{"share_of_acute":0.01,"ramp_years":2},"funding":"cut_first","targeting":"proportionate","horizon_years":8,
        "switches":{"nhs_cost_per_qaly":"k_2016","cashable_share":"three_tenths"},
        "programmes":{"stop_smoking":{"share":0.2},"physical_activity":{"share":0.2}}}"#,
    r#"{"shift":{"share_of_acute":0.01,"ramp_years":1},"funding":"bridge","bridge":{"years":2,"repayment_years":3},"horizon_years":8,
        "switches":{"nhs_cost_per_qaly":"k_2013_high","cashable_share":"all","quit_decay":"gbd_2019","loss_falls_on":"need"},
        "programmes":{"falls_adaptations":{"share":0.1},"stop_smoking":{"share":0.4}}}"#,
    r#"{"shift":{"share_of_acute":0.1,"ramp_years":1},"funding":"growth_only","horizon_years":4,
        "switches":{"nhs_cost_per_qaly":"k_structural","demand_growth":"total_real","norm_set":"both_sexes"},
        "programmes":{"stop_smoking":{"share":0.4}}}"#,
    r#"{"shift":{"gbp_per_year":2000000,"ramp_years":1},"funding":"new_money","horizon_years":10,
        "switches":{"cost_set":"older","causal_share":"all","social_care_profile":"set_2026"},
        "programmes":{"stop_smoking":{"share":0.3},"weight_diabetes":{"share":0.3},"physical_activity":{"share":0.3}}}"#,
    r#"{"shift":{"gbp_per_year":2000000,"ramp_years":1},"funding":"new_money","horizon_years":10,
        "switches":{"hospital_route":"disease","added_life_costs":"left_out"},
        "programmes":{"stop_smoking":{"share":0.3},"weight_diabetes":{"share":0.3},"physical_activity":{"share":0.3}}}"#,
    r#"{"shift":{"share_of_acute":0.05,"ramp_years":1},"funding":"cut_first","horizon_years":3,"programmes":{}}"#,
    r#"{"shift":{"share_of_acute":0.01,"ramp_years":1},"funding":"cut_first","horizon_years":6,"gain_share":{"share":0.5},
        "switches":{"cashable_share":"all"},"assumptions":{"acute.capture_share":0.5},"programmes":{"falls_adaptations":{"share":0.2},"reablement":{"share":0.2}}}"#,
];

/// All cases, quick ones first: each programme with little money, with more than it can use, for long enough to see what
/// comes late, and followed to the end of what it set in motion; then what all have in common; then that with documents.
pub fn cases() -> &'static [Case] {
    static CASES: LazyLock<Vec<Case>> = LazyLock::new(all);
    &CASES
}

fn all() -> Vec<Case> {
    let mut list = Vec::new();
    for (pounds, years, horizon_only) in [(3e4, 4, true), (1e9, 4, true), (3e4, 20, true), (3e4, 2, false)] {
        list.extend(programmes().iter().map(|programme| alone(programme, pounds, years, horizon_only)));
    }
    list.extend(SHARED.iter().map(|json| Case::new(json, true)));
    list.push(Case::new(SHARED[0], false).with_documents());
    list
}
