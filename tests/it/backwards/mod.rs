//! Working backwards: the plan that is printed reaches its targets in the full model, nothing on a grid is cheaper, another
//! solver finds the same amounts, limits hold, and what cannot be reached is said to be out of reach.

mod brute_force;
mod chance;
mod commands;
mod faults;
mod laws;
mod other_solver;

use std::sync::Arc;

use headwater::inputs::goal::Goal;
use headwater::inputs::place::Area;
use headwater::model::what_if::run::{Part, WhatIf, run as simulate};
use headwater::value::answer::{Given, Study};
use headwater::value::backwards::{Ground, Search, document::document};
use serde_json::Value;

use crate::support::shipped::{OLDHAM, area, evidence};

/// A place, a scenario, and what stands under it.
struct Case {
    area: Area,
    study: Study,
    given: Given,
}

impl Case {
    fn new(scenario: &str) -> Case {
        let area = area(&[OLDHAM]);
        let given = Given::from_json(scenario.as_bytes(), evidence()).unwrap_or_else(|faults| panic!("{faults}"));
        let study = Study::new(evidence(), &given.scenario).unwrap();
        Case { area, study, given }
    }

    fn ground(&self) -> Ground<'_> {
        Ground { area: &self.area, evidence: evidence(), study: &self.study }
    }

    #[track_caller]
    fn search(&self, goal: &str) -> Search {
        let goal = Goal::from_json(goal.as_bytes(), evidence()).unwrap_or_else(|faults| panic!("{goal}: {faults}"));
        let mut search = Search::new(self.ground(), &self.given.scenario, &goal).unwrap_or_else(|f| panic!("{f}"));
        search.run(self.ground()).unwrap_or_else(|faults| panic!("{faults}"));
        search
    }

    #[track_caller]
    fn document(&self, goal: &str) -> Value {
        document(&self.search(goal), self.ground(), &self.given)
    }

    /// Runs a plan of a document by its own scenario, as anybody would who was given the file.
    fn rerun(&self, plan: &Value) -> Arc<WhatIf> {
        let text = plan["scenario"].to_string();
        let given = Given::from_json(text.as_bytes(), evidence()).unwrap_or_else(|faults| panic!("{text}: {faults}"));
        let run = self.study.plan(&self.area, evidence(), &given.scenario).unwrap_or_else(|f| panic!("{text}: {f}"));
        Arc::new(simulate(&run, Part::default()))
    }
}

/// Twelve years of new money: nothing but programmes moves.
const NEW_MONEY: &str = r#"{"funding":"new_money","horizon_years":12,"shift":{"gbp_per_year":1000000,"ramp_years":3},
    "programmes":{"stop_smoking":{"share":0.5},"warm_homes":{"share":0.5}}}"#;
/// The same out of the hospital budget.
const CUT: &str = r#"{"funding":"cut_first","horizon_years":12,"shift":{"gbp_per_year":1000000,"ramp_years":3},
    "programmes":{"stop_smoking":{"share":0.5},"warm_homes":{"share":0.5}}}"#;

/// A goal on admissions in the last year but one, over some programmes only.
fn admissions(at_least: f64, objective: &str, only: &[&str]) -> String {
    format!(
        r#"{{"targets":[{{"outcome":"emergency_admissions","change":"fewer","at_least":{at_least},"year":2036}}],
            "objectives":["{objective}"],"programmes":{{{}}}}}"#,
        shut_but(only)
    )
}

/// Limits that give nothing to any programme but these.
fn shut_but(only: &[&str]) -> String {
    let shut = evidence().programmes.iter().map(|programme| &programme.id).filter(|id| !only.contains(&id.as_str()));
    shut.map(|id| format!(r#""{id}":{{"locked_gbp_per_year":0}}"#)).collect::<Vec<_>>().join(",")
}

#[track_caller]
fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is no number"))
}

/// Pounds a year by programme.
fn pounds(plan: &Value, programme: &str) -> f64 {
    let rows = plan["programmes"].as_array().unwrap();
    number(&rows.iter().find(|row| row["programme"] == programme).unwrap()["gbp_per_year"])
}
