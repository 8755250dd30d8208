//! Goals that cannot be meant are refused, each with path, value and reason.

use headwater::error::Faults;
use headwater::inputs::goal::Goal;
use headwater::value::backwards::Search;

use super::{Case, NEW_MONEY};
use crate::support::nodes::assert_fault;
use crate::support::shipped::evidence;

fn refused(goal: &str) -> Faults {
    Goal::from_json(goal.as_bytes(), evidence()).err().unwrap_or_else(|| panic!("accepted: {goal}"))
}

/// Refused where place and scenario are known.
fn refused_here(goal: &str) -> Faults {
    let case = Case::new(NEW_MONEY);
    let goal = Goal::from_json(goal.as_bytes(), evidence()).unwrap_or_else(|faults| panic!("{faults}"));
    Search::new(case.ground(), &case.given.scenario, &goal).err().unwrap_or_else(|| panic!("accepted: {goal:?}"))
}

#[test]
fn a_target_that_contradicts_itself_is_refused() {
    let faults =
        refused(r#"{"targets":[{"outcome":"deaths","change":"fewer","at_least":10,"at_most":5,"year":2036}]}"#);
    assert_fault(&faults, "targets[0]", "contradicts itself: nothing is at least 10 and at most 5");
}

#[test]
fn two_targets_that_contradict_each_other_are_refused() {
    let faults = refused(
        r#"{"targets":[{"outcome":"deaths","change":"fewer","at_least":10,"year":2036},
            {"outcome":"qalys","change":"more","at_least":10,"account":"set_in_motion"},
            {"outcome":"deaths","change":"fewer","at_most":5,"year":2036}]}"#,
    );
    assert_fault(&faults, "targets[2]", "contradicts targets[0]: no change of deaths is both");
    let faults = refused(
        r#"{"targets":[{"outcome":"deaths","change":"fewer","at_least":1,"year":2036},
            {"outcome":"deaths","change":"more","at_least":1,"year":2036}]}"#,
    );
    assert_fault(&faults, "targets[1]", "contradicts targets[0]");
}

#[test]
fn two_targets_on_one_outcome_in_different_years_are_no_contradiction() {
    let goal = r#"{"targets":[{"outcome":"deaths","change":"fewer","at_least":10,"year":2036},
        {"outcome":"deaths","change":"fewer","at_most":5,"year":2030}]}"#;
    assert!(Goal::from_json(goal.as_bytes(), evidence()).is_ok());
}

#[test]
fn every_fault_of_a_goal_is_listed_at_once() {
    let faults = refused(
        r#"{"targets":[{"outcome":"deaths","change":"less","at_least":-1,"year":2036,"account":"by_horizon","fifth":6},
            {"outcome":"deaths","change":"fewer","year":2036}],
          "objectives":["cheapest"],"equal_by":"median","budget_gbp_per_year":-1,"probability":1.5,"draws":10000000,
          "seed":0.5,"budget":3,
          "programmes":{"stop_smokin":{"min_gbp_per_year":5,"max_gbp_per_year":4},
            "warm_homes":{"locked_gbp_per_year":1,"as_in_scenario":true}}}"#,
    );
    for (path, reason) in [
        ("targets[0].change", "must be one of: fewer, more"),
        ("targets[0].at_least", "must be 0 or more"),
        ("targets[0]", "year, or account"),
        ("targets[0].fifth", "whole number from 1 to 5"),
        ("targets[1]", "must say how many"),
        ("objectives[0]", "must be one of: least_cost"),
        ("equal_by", "must be one of: most_deprived_fifth, gap"),
        ("budget_gbp_per_year", "0 or more"),
        ("probability", "between 0.5 and 0.99"),
        ("draws", "whole number from 20 to 4000"),
        ("seed", "whole number from 0"),
        ("budget", "unknown key"),
        ("programmes.stop_smokin", "no programme has this id; nearest: stop_smoking"),
        ("programmes.stop_smokin", "the least is above the most"),
        ("programmes.warm_homes", "or locked_gbp_per_year, or as_in_scenario"),
    ] {
        assert_fault(&faults, path, reason);
    }
    assert_fault(&refused(r#"{"targets":[]}"#), "targets", "holds no target");
    assert_fault(
        &refused(r#"{"targets":[{"outcome":"deaths","change":"more","at_most":1,"year":2036}],"draws":0}"#),
        "draws",
        "20 to 4000",
    );
}

#[test]
fn a_budget_below_what_is_promised_is_refused() {
    let faults = refused(
        r#"{"targets":[{"outcome":"deaths","change":"fewer","at_least":1,"year":2036}],"budget_gbp_per_year":100,
            "programmes":{"warm_homes":{"min_gbp_per_year":80},"stop_smoking":{"locked_gbp_per_year":30}}}"#,
    );
    assert_fault(&faults, "budget_gbp_per_year", "least and locked pounds already add to 110");
}

#[test]
fn a_budget_below_nothing_is_refused_once() {
    let faults = refused(
        r#"{"targets":[{"outcome":"deaths","change":"fewer","at_least":1,"year":2036}],"budget_gbp_per_year":-3}"#,
    );
    assert_fault(&faults, "budget_gbp_per_year", "0 or more");
    assert_eq!(faults.len(), 1, "{faults}");
}

#[test]
fn what_only_the_place_knows_is_refused_there() {
    let faults = refused_here(
        r#"{"targets":[{"outcome":"emergency_admission","change":"fewer","at_least":1,"year":2036},
            {"outcome":"deaths","change":"fewer","at_least":1,"year":2040}]}"#,
    );
    assert_fault(&faults, "targets[0].outcome", "nearest: emergency_admissions");
    assert_fault(&faults, "targets[1].year", "must be one of the years shown, 2026 to 2037");
    let faults = refused_here(
        r#"{"targets":[{"outcome":"deaths","change":"fewer","at_least":1,"year":2036}],
            "programmes":{"stop_smoking":{"min_gbp_per_year":900000000},"housing_first":{"locked_gbp_per_year":900000000}}}"#,
    );
    assert_fault(&faults, "programmes.stop_smoking.min_gbp_per_year", "has room for no more than");
    assert_fault(&faults, "programmes.housing_first.locked_gbp_per_year", "has room for no more than");
}

#[test]
fn a_budget_below_what_the_scenario_gives_a_programme_left_as_it_is_is_refused() {
    let case = Case::new(
        r#"{"shift":{"gbp_per_year":500000},"funding":"cut_first","programmes":{"stop_smoking":{"share":1}}}"#,
    );
    let goal = |budget: u32| {
        format!(
            r#"{{"targets":[{{"outcome":"emergency_admissions","change":"fewer","at_least":1,"year":2036}}],
                "budget_gbp_per_year":{budget},"programmes":{{"stop_smoking":{{"as_in_scenario":true}}}}}}"#
        )
    };
    let begun = |budget: u32| {
        let goal = Goal::from_json(goal(budget).as_bytes(), evidence()).unwrap_or_else(|faults| panic!("{faults}"));
        Search::new(case.ground(), &case.given.scenario, &goal)
    };
    let faults = begun(1000).expect_err("more is promised than there is");
    assert_fault(&faults, "budget_gbp_per_year", "contradicts programmes");
    assert!(begun(600_000).is_ok());
}
