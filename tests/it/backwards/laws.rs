//! What must hold of any answer.

use headwater::value::backwards::Search;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{CUT, Case, NEW_MONEY, admissions, number, pounds};
use crate::support::shipped::evidence;

const SEVERAL: &str = r#"{"targets":[
    {"outcome":"emergency_admissions","change":"fewer","at_least":40,"year":2036},
    {"outcome":"emergency_admissions","change":"fewer","at_least":12,"year":2036,"fifth":1},
    {"outcome":"qalys","change":"more","at_least":300,"account":"set_in_motion"},
    {"outcome":"deaths","change":"more","at_most":0,"account":"by_horizon"}]}"#;

/// What a plan does to a target, from a run of its own scenario.
fn again(case: &Case, plan: &Value, target: &Value) -> f64 {
    let what_if = case.rerun(plan);
    let flow = what_if.flows.get(target["outcome"].as_str().unwrap()).unwrap();
    let of = |fifths: &[f64; 5]| match target["fifth"].as_u64() {
        Some(fifth) => fifths[fifth as usize - 1],
        None => fifths.iter().sum(),
    };
    let change = match (target["year"].as_u64(), target["account"].as_str()) {
        (Some(year), _) => of(&flow.by_year[year as usize - 2026]),
        (None, Some("by_horizon")) => flow.by_year[..what_if.years].iter().map(of).sum(),
        _ => flow.by_year.iter().map(of).sum(),
    };
    if target["change"] == "fewer" { -change } else { change }
}

#[test]
fn the_plan_that_is_printed_reaches_every_target_in_the_full_model() {
    let case = Case::new(NEW_MONEY);
    let document = case.document(SEVERAL);
    assert_eq!(document["reachable"], json!(true));
    let plans = document["solutions"].as_array().unwrap();
    let named: Vec<&str> = plans.iter().map(|plan| plan["objective"].as_str().unwrap()).collect();
    assert_eq!(named, ["least_cost", "most_equal", "least_change"]);
    for plan in plans {
        for target in plan["targets"].as_array().unwrap() {
            let reached = again(&case, plan, target);
            assert!(
                (reached - number(&target["reached"])).abs() <= 1e-9 * reached.abs().max(1.0),
                "{target}: {reached}"
            );
            assert!(target["at_least"].as_f64().is_none_or(|least| reached >= least * (1.0 - 1e-9)), "{target}");
            assert!(target["at_most"].as_f64().is_none_or(|most| reached <= most + 1e-6), "{target}");
        }
    }
    // Each is best at its own.
    let best = |key: &str, plan: usize| number(&plans[plan][key]);
    assert!(
        (1..3)
            .all(|other| { best("gbp_by_horizon_discounted", 0) <= best("gbp_by_horizon_discounted", other) * 1.001 })
    );
    // Most equal may spend as much as the cheapest, and a little more: it does not do less for the poorest.
    let equal = |plan: usize| number(&plans[plan]["equality"]["value"]);
    assert!(equal(1) >= equal(0), "{} or {}", equal(1), equal(0));
    assert!((0..2).all(|other| best("moved_gbp_per_year", 2) <= best("moved_gbp_per_year", other) * 1.001));
}

#[test]
fn two_small_targets_that_both_bind_are_met_to_the_pound() {
    // A pound moves healthy years by more than a ten-thousandth of what is asked.
    let case = Case::new(CUT);
    let goal = r#"{"targets":[{"outcome":"emergency_admissions","change":"fewer","at_least":20,"year":2036},
        {"outcome":"qalys","change":"more","at_least":1,"account":"set_in_motion"}],"objectives":["least_cost"]}"#;
    let document = case.document(goal);
    assert_eq!(document["reachable"], json!(true));
    let plan = &document["solutions"][0];
    let targets = plan["targets"].as_array().unwrap();
    assert!(targets.iter().all(|target| target["binds"] == json!(true)), "{targets:?}");
    assert!(again(&case, plan, &targets[1]) >= 1.0 && again(&case, plan, &targets[1]) < 1.1);
}

#[test]
fn what_is_reached_already_costs_nothing() {
    let case = Case::new(CUT);
    let goal = r#"{"targets":[{"outcome":"deaths","change":"more","at_most":0,"account":"by_horizon"}],
        "objectives":["least_cost"]}"#;
    let document = case.document(goal);
    let plan = &document["solutions"][0];
    assert_eq!(number(&plan["gbp_per_year"]), 0.0);
    assert_eq!(number(&plan["targets"][0]["reached"]), 0.0);
    assert_eq!(plan["scenario"]["programmes"], json!({}));
}

#[test]
fn a_harder_target_never_costs_less() {
    let case = Case::new(NEW_MONEY);
    let mut before = 0.0;
    for at_least in [1.0, 5.0, 20.0, 45.0, 55.0, 60.0, 70.0] {
        let document = case.document(&admissions(at_least, "least_cost", &every()));
        let cost = number(&document["solutions"][0]["gbp_by_horizon_discounted"]);
        assert!(cost > before, "{at_least}: {cost} after {before}");
        before = cost;
    }
}

fn every() -> Vec<&'static str> {
    evidence().programmes.iter().map(|programme| programme.id.as_str()).collect()
}

#[test]
fn where_nothing_reaches_it_the_answer_says_so_and_how_far_off_the_closest_is() {
    let case = Case::new(NEW_MONEY);
    let document = case.document(&admissions(5000.0, "least_cost", &every()));
    assert_eq!(document["reachable"], json!(false));
    assert_eq!(document["solutions"], json!([]));
    let closest = &document["closest"];
    let target = &closest["targets"][0];
    let reached = again(&case, closest, target);
    assert!(reached > 60.0, "{reached} is not the closest: 60 can be reached");
    assert_eq!(target["met"], json!(false));
    assert!((number(&target["short_by"]) - (5000.0 - reached)).abs() < 1e-6);
    // Everything that helps is used to the full, or nearly: the last pounds of some programmes gain nothing by then.
    for plan in ["care_home_support", "stop_smoking", "warm_homes"] {
        let row = closest["programmes"].as_array().unwrap().iter().find(|row| row["programme"] == plan).unwrap();
        assert!(number(&row["gbp_per_year"]) > 0.99 * number(&row["room_gbp_per_year"]), "{row}");
    }
}

#[test]
fn an_absurd_need_still_gets_the_closest_plan() {
    let case = Case::new(NEW_MONEY);
    let plans = ["care_home_support", "stop_smoking"];
    let reached = |need: f64| {
        let document = case.document(&admissions(need, "least_cost", &plans));
        again(&case, &document["closest"], &document["closest"]["targets"][0])
    };
    let (far, absurd) = (reached(1000.0), reached(1e9));
    assert!(far > 30.0 && (absurd - far).abs() < 0.02 * far, "{far} when 1,000 is asked, {absurd} when 1e9 is");
}

#[test]
fn targets_that_pull_apart_come_as_close_as_they_can_together() {
    let case = Case::new(CUT);
    let goal = r#"{"targets":[
        {"outcome":"emergency_admissions","change":"fewer","at_least":60,"year":2036},
        {"outcome":"deaths_hospital","change":"more","at_most":1,"account":"by_horizon"}],"objectives":["least_cost"]}"#;
    let document = case.document(goal);
    assert_eq!(document["reachable"], json!(false));
    let targets = document["closest"]["targets"].as_array().unwrap();
    let share = |target: &Value, asked: f64| number(&target["short_by"]) / asked;
    let (few, deaths) = (share(&targets[0], 60.0), share(&targets[1], 1.0));
    assert!(few > 0.0 && deaths > 0.0 && (few - deaths).abs() < 0.02 * few, "{few} and {deaths} short");
    // Each could be had without the other.
    assert!(number(&targets[0]["most_alone"]) > 60.0, "{}", targets[0]);
}

#[test]
fn limits_and_locks_hold() {
    let case = Case::new(NEW_MONEY);
    let goal = r#"{"targets":[{"outcome":"emergency_admissions","change":"fewer","at_least":30,"year":2036}],
        "budget_gbp_per_year": 9000000,
        "programmes":{"care_home_support":{"max_gbp_per_year":60000},"stop_smoking":{"locked_gbp_per_year":123456},
            "warm_homes":{"min_gbp_per_year":250000},"drug_alcohol_treatment":{"as_in_scenario":true},
            "falls_adaptations":{"min_gbp_per_year":1000,"max_gbp_per_year":2000}}}"#;
    let document = case.document(goal);
    for plan in document["solutions"].as_array().unwrap() {
        assert!(pounds(plan, "care_home_support") <= 60_000.0);
        assert_eq!(pounds(plan, "stop_smoking"), 123_456.0);
        assert!(pounds(plan, "warm_homes") >= 250_000.0);
        assert_eq!(pounds(plan, "drug_alcohol_treatment"), 0.0);
        assert!((1000.0..=2000.0).contains(&pounds(plan, "falls_adaptations")));
        assert!(number(&plan["gbp_per_year"]) <= 9_000_000.0);
    }
    let cheapest = &document["solutions"][0];
    let why = |id: &str| {
        let rows = cheapest["programmes"].as_array().unwrap();
        rows.iter().find(|row| row["programme"] == id).unwrap()["why"].as_str().unwrap().to_string()
    };
    assert_eq!([why("care_home_support"), why("stop_smoking")], ["at_your_limit", "locked"]);
}

#[test]
fn the_marginal_programme_is_worth_its_pound_and_the_next_one_less() {
    let case = Case::new(NEW_MONEY);
    let document = case.document(&admissions(45.0, "least_cost", &every()));
    let plan = &document["solutions"][0];
    let mut priced = 0;
    for row in plan["programmes"].as_array().unwrap() {
        let next = row["next_pound"]["worth_per_pound"].as_f64();
        let last = row["last_pound"]["worth_per_pound"].as_f64();
        // Kinks: at the amount chosen the last pound was worth it, the next is not.
        assert!(next.is_none_or(|worth| worth <= 1.001), "{row}");
        assert!(last.is_none_or(|worth| worth >= 0.999), "{row}");
        priced += usize::from(last.is_some());
    }
    assert!(priced >= 2);
    assert!(number(&plan["next_best"]["worth_per_pound"]) <= 1.001);
    // Going without any programme that is used costs more, and by more the more it gave at little cost.
    let without: Vec<&Value> = plan["programmes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["without_it"])
        .filter(|one| !one.is_null())
        .collect();
    assert!(without.len() >= 2);
    assert!(without.iter().all(|one| one["reached"] == json!(false) || number(&one["gbp_more"]) >= 0.0));
    // One more admission costs about what the price says.
    let price = number(&plan["targets"][0]["gbp_for_one_more"]);
    let more = case.document(&admissions(46.0, "least_cost", &every()));
    let step = number(&more["solutions"][0]["gbp_by_horizon_discounted"]) - number(&plan["gbp_by_horizon_discounted"]);
    assert!((0.7..1.4).contains(&(step / price)), "priced {price}, took {step}");
}

#[test]
fn the_search_can_be_watched_and_left_at_any_step() {
    let case = Case::new(NEW_MONEY);
    let goal = super::Goal::from_json(admissions(20.0, "least_cost", &every()).as_bytes(), evidence()).unwrap();
    let mut search = Search::new(case.ground(), &case.given.scenario, &goal).unwrap();
    let mut done = 0;
    while !search.is_finished() {
        let now = search.step(case.ground()).unwrap();
        assert!(now.done <= done + 1 && now.expected >= now.done, "one run a step: {now:?}");
        done = now.done;
    }
    let now = search.progress();
    assert_eq!((now.done, now.finished), (now.expected, true));
    assert_eq!(search.step(case.ground()).unwrap(), now, "a step after the end does nothing");
}

#[test]
fn all_three_plans_take_few_runs_and_print_the_equality_of_their_own_run() {
    let text = String::from_utf8(crate::support::shipped::bytes("presets/default.json")).unwrap();
    let case = Case::new(&text);
    let goal = r#"{"targets":[{"outcome":"emergency_admissions","change":"fewer","at_least":20,"year":2036}]}"#;
    let document = case.document(goal);
    let plans = document["solutions"].as_array().unwrap();
    assert_eq!(plans.len(), 3);
    // Lives are followed to their end twice a programme and once a plan; curves are looked at where a plan stands.
    assert!(number(&document["runs"]) < 100.0, "{} runs", document["runs"]);
    for plan in plans {
        let poorest = case.rerun(plan).flows.get("qalys").unwrap().sum_by_fifth(usize::MAX, 0.0)[0];
        assert_eq!(number(&plan["equality"]["value"]), poorest);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn any_target_is_reached_or_said_to_be_out_of_reach(fewer in 1_f64..140.0, route in 0_usize..4) {
        let route = ["new_money", "cut_first", "growth_only", "bridge"][route];
        let case = Case::new(&CUT.replace("cut_first", route));
        let document = case.document(&admissions(fewer, "least_cost", &every()));
        let plan = if document["reachable"] == json!(true) { &document["solutions"][0] } else { &document["closest"] };
        let target = &plan["targets"][0];
        let reached = again(&case, plan, target);
        prop_assert_eq!(reached >= fewer * (1.0 - 1e-9), document["reachable"] == json!(true));
        prop_assert!(document["reachable"] == json!(false) || reached <= fewer * 1.001, "{} for {}", reached, fewer);
    }
}
