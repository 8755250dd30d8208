//! `headwater sensitivity` as a person meets it.

use serde_json::Value;

use crate::support::program::{Folder, assert_says, headwater};
use crate::support::shipped::OLDHAM;

/// A small plan in a file.
fn plan(folder: &Folder) -> String {
    folder.write("plan.json", super::PLAN);
    folder.text("plan.json")
}

const QUICK: [&str; 6] = ["--about", "emergency_admissions", "--account", "by_horizon", "--years", "15"];

fn said(scenario: &str, more: &[&str]) -> crate::support::program::Said {
    let mut args = vec!["sensitivity", "--place", OLDHAM, "--scenario", scenario];
    args.extend(QUICK);
    args.extend(more);
    headwater(&args)
}

#[test]
fn the_page_for_a_screen_has_its_four_parts() {
    let folder = Folder::new();
    let page = said(&plan(&folder), &["--draws", "30", "--rival-draws", "0", "--contribution-draws", "2"]).done();
    assert_says(
        &page,
        &[
            "Oldham, plan: emergency admissions avoided (by horizon)",
            "Does the sign survive rival evidence?",
            "The sign stays the same under ",
            "Which single figure would turn it",
            "You would have to believe that \"",
            "What matters most",
            "possible futures",
            "Parts, over 2 futures",
        ],
    );
    // What would turn it comes first, and is said once.
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}: {page}"));
    assert!(at("The sign stays the same under ") < at("Central answer: "));
    assert!(at("You would have to believe that \"") < at("Central answer: "));
    assert_eq!(page.matches("The sign stays the same under ").count(), 1);
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_tables_hold_the_numbers() {
    let folder = Folder::new();
    let scenario = plan(&folder);
    let without =
        ["--draws", "30", "--seed", "3", "--rival-draws", "0", "--contribution-draws", "1", "--format", "json"];
    assert_eq!(said(&scenario, &without).done(), said(&scenario, &without).done());
    let more = ["--draws", "30", "--seed", "3", "--rival-draws", "2", "--contribution-draws", "0", "--format"];
    let first = said(&scenario, &[&more[..], &["json"]].concat()).done();
    let document: Value = serde_json::from_str(&first).unwrap();
    let csv = said(&scenario, &[&more[..], &["csv"]].concat()).done();
    let central = document["central"].as_f64().unwrap();
    assert_says(&csv, &[&format!("{OLDHAM},plan,emergency_admissions,by_horizon,answer,,central,{central}")]);
    let row = &document["rivals"]["rows"][0];
    let id = format!("{}={}", row["switch"].as_str().unwrap(), row["option"].as_str().unwrap());
    assert_says(&csv, &[&format!("rival,{id},futures.mean,{}", row["futures"]["mean"])]);
}

#[test]
fn bad_input_is_said_in_one_message_each() {
    let folder = Folder::new();
    let scenario = plan(&folder);
    assert_says(&said(&scenario, &["--draws", "0"]).faulty(), &["--draws", "(found 0)"]);
    assert_says(&said(&scenario, &["--draws", "7"]).faulty(), &["draws: at least 30 futures are needed", "(found 7)"]);
    assert_says(&said(&scenario, &["--rival-draws", "5"]).faulty(), &["--rival-draws: needs --draws", "(found 5)"]);
    let unknown = headwater(&["sensitivity", "--place", OLDHAM, "--scenario", &scenario, "--about", "happiness"]);
    assert_says(&unknown.faulty(), &["about: must be one of: qalys, ", "net_gbp.households", "(found happiness)"]);
}
