//! `headwater solve` as a person meets it.

use headwater::inputs::node::Node;

use crate::support::program::{Folder, assert_says, headwater};

const GOAL: &str = r#"{"targets":[{"outcome":"emergency_admissions","change":"fewer","at_least":20,"year":2036}],
    "objectives":["least_cost"]}"#;

#[test]
fn solve_says_in_words_what_it_found_and_why() {
    let folder = Folder::new();
    folder.write("goal.json", GOAL);
    let goal = folder.text("goal.json");
    let said =
        headwater(&["solve", "--place", "E08000004", "--goal", &goal, "--scenario", "presets/default.json"]).done();
    assert_says(
        &said,
        &["Oldham", "least cost: £", "fewer emergency admissions, 2036: at least 20", "grades", "room for £"],
    );
    folder.write("far.json", GOAL.replace("\"at_least\":20", "\"at_least\":9000"));
    let said = headwater(&["solve", "--place", "E08000004", "--goal", &folder.text("far.json")]).done();
    assert_says(&said, &["Nothing here reaches it. What comes closest:", "short by"]);
}

#[test]
fn the_plan_that_solve_writes_can_be_run_as_it_is() {
    let folder = Folder::new();
    folder.write("goal.json", GOAL);
    let goal = folder.text("goal.json");
    let solve =
        ["solve", "--place", "E08000004", "--goal", &goal, "--scenario", "presets/default.json", "--format", "json"];
    let said = headwater(&solve).done();
    assert_eq!(said, headwater(&solve).done(), "the same twice");
    let document: serde_json::Value = serde_json::from_str(&said).unwrap();
    let plan = &document["solutions"][0];
    folder.write("plan.json", plan["scenario"].to_string());
    let run = headwater(&["run", "--place", "E08000004", "--scenario", &folder.text("plan.json")]).done();
    let answer: serde_json::Value = serde_json::from_str(&run).unwrap();
    let change = answer["outcomes"]["emergency_admissions"]["difference"][10].as_f64().unwrap();
    assert_eq!(-change, plan["targets"][0]["reached"].as_f64().unwrap());
    assert!(!said.contains("-0.0,") && Node::from_json(said.as_bytes()).is_ok());
}

#[test]
fn a_goal_with_faults_is_refused_by_file_path_and_reason() {
    let folder = Folder::new();
    folder.write("goal.json", GOAL.replace("\"at_least\":20", "\"at_least\":20,\"at_most\":10"));
    let goal = folder.text("goal.json");
    let said = headwater(&["solve", "--place", "E08000004", "--goal", &goal]).faulty();
    assert_says(&said, &["goal.json: targets[0]", "contradicts itself: nothing is at least 20 and at most 10"]);
    folder.write("goal.json", "[]");
    assert_says(&headwater(&["solve", "--place", "E08000004", "--goal", &goal]).faulty(), &["must be a table of keys"]);
    folder.write("goal.json", GOAL);
    let many = headwater(&["solve", "--place", "E08000004", "--goal", &goal, "--draws", "10000000"]).faulty();
    assert_says(&many, &["--draws", "10000000"]);
}
