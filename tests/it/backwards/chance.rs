//! A plan at a stated probability reaches its targets in that share of model runs, counted here by other code.

use std::borrow::Cow;

use headwater::model::draws::Draws;
use headwater::model::what_if::plan::Plan;
use headwater::value::answer::Given;
use headwater::value::ensemble::worlds::Worlds;
use serde_json::{Value, json};

use super::{Case, NEW_MONEY, admissions, evidence, number};

const DRAWS: usize = 60;

fn goal(at_least: f64) -> String {
    admissions(
        at_least,
        "least_cost",
        &["stop_smoking", "housing_first", "drug_alcohol_treatment", "care_home_support"],
    )
    .replacen('{', &format!(r#"{{"probability":0.8,"draws":{DRAWS},"seed":7,"#), 1)
}

/// Share of draws in which a plan avoids enough.
fn counted(case: &Case, plan: &Value, at_least: f64) -> f64 {
    let given = Given::from_json(plan["scenario"].to_string().as_bytes(), evidence()).unwrap();
    let draws = Draws::new(evidence(), 7, 1..=DRAWS).unwrap();
    let worlds = Worlds::new(evidence(), &given.scenario, case.study.tables(), &draws, (0, 1));
    let enough = (1..=DRAWS).filter(|index| {
        let draw = draws.row(*index).unwrap();
        let world = worlds.of(draw).unwrap();
        let ground = Cow::Borrowed(world.ground(&case.area));
        let plan = Plan::in_future(Some(draw), ground, &case.area, &world.tables, evidence(), &given.scenario).unwrap();
        let what_if = super::simulate(&plan, super::Part { horizon_only: true, ..super::Part::default() });
        -what_if.flows.get("emergency_admissions").unwrap().year(10) >= at_least
    });
    enough.count() as f64 / DRAWS as f64
}

#[test]
fn a_sure_plan_reaches_its_target_in_the_share_asked_for() {
    let case = Case::new(NEW_MONEY);
    let document = case.document(&goal(12.0));
    assert_eq!(document["reachable"], json!(true));
    let plan = &document["solutions"][0];
    let chance = &plan["chance"];
    let share = counted(&case, plan, 12.0);
    assert_eq!(number(&chance["share"]), share);
    assert!((0.8..0.9).contains(&share), "{share}: not sure enough, or far more than asked");
    assert_eq!(chance["by_target"], json!([share]));
    // Few futures are near the target: the others are counted by the quick engine, and the exact one agrees on all.
    assert_eq!(chance["draws"], json!(DRAWS));
    assert!((1.0..0.5 * DRAWS as f64).contains(&number(&chance["draws_run_exactly"])), "{chance}");
    // Being sure costs more than the middle line, which is not sure.
    assert!(number(&chance["without_margin"]["share"]) < 0.8);
    assert!(number(&plan["gbp_per_year"]) > number(&chance["without_margin"]["gbp_per_year"]));
    assert!(number(&plan["targets"][0]["reached"]) > 12.0);
}

/// Later plans go by the gaps between the engines that were seen before them, and have fewer runs made exactly.
#[test]
fn every_plan_of_a_search_is_counted_as_the_exact_engine_counts_it() {
    let case = Case::new(NEW_MONEY);
    let all = r#""objectives":["least_cost","most_equal","least_change"]"#;
    let three = goal(12.0).replacen(r#""objectives":["least_cost"]"#, all, 1);
    assert!(three.contains(all), "{three}");
    let document = case.document(&three);
    let plans = document["solutions"].as_array().unwrap();
    assert_eq!(plans.len(), 3);
    for plan in plans {
        assert_eq!(number(&plan["chance"]["share"]), counted(&case, plan, 12.0), "{}", plan["objective"]);
    }
}

#[test]
fn where_nothing_is_sure_enough_the_answer_says_how_sure_the_surest_is() {
    let case = Case::new(NEW_MONEY);
    let document = case.document(&goal(44.0));
    assert_eq!(document["reachable"], json!(false));
    assert_eq!(document["solutions"], json!([]));
    let closest = &document["closest"];
    let share = counted(&case, closest, 44.0);
    assert_eq!(number(&closest["chance"]["share"]), share);
    assert!(share < 0.8 && share >= number(&closest["chance"]["without_margin"]["share"]));
    // No plan is counted twice, and no search is made twice: two plans, and the runs that found them.
    assert!(number(&document["runs"]) < 4.0 * DRAWS as f64, "{} runs", document["runs"]);
}
