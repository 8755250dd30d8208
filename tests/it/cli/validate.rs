//! `headwater validate`: every row of both tables of targets is there, with a reason where it is missed; packs with holes get
//! words.

use headwater::inputs::evidence::Table;
use headwater::inputs::node::Node;

use crate::support::nodes::{at, items, text};
use crate::support::program::{Folder, assert_says, headwater};
use crate::support::shipped;

/// England, Oldham and the smallest place: quick, and enough for every comparison.
const PLACES: [&str; 3] = ["E92000001", "E08000004", "E06000053"];

/// The packs with few places.
fn few_places() -> Folder {
    let copy = Folder::new();
    for folder in ["data", "evidence", "pack"] {
        copy.copy(folder);
    }
    keep(&copy, "data/index.json", "rows", |row| PLACES.iter().any(|code| *at(row, "0") == text(code)));
    copy
}

/// Keeps the wanted items of a list of a file.
fn keep(copy: &Folder, file: &str, list: &str, wanted: impl Fn(&mut Node) -> bool) {
    copy.edit(file, |contents| {
        let mut node = Node::from_json(contents.as_bytes()).expect("a document");
        items(at(&mut node, list)).retain_mut(|item| wanted(item));
        serde_json::to_string(&node).expect("text")
    });
}

fn rows(table: &'static Table, column: &str) -> Vec<&'static str> {
    (0..table.rows()).map(|row| table.word(column, row).expect("a word")).collect()
}

fn table(id: &str) -> &'static Table {
    shipped::evidence().tables.get(id).expect(id)
}

#[test]
fn no_target_is_passed_over_and_none_is_missed_without_a_reason() {
    let copy = few_places();
    let page = headwater(&["validate", "--root", &copy.text(""), "--format", "markdown"]).done();
    let count = |words: &str| page.lines().filter(|line| line.starts_with('|') && line.contains(words)).count();
    for target in rows(table("validation_targets"), "target") {
        assert!(count(target) > 0, "{target} is not compared");
    }
    for target in rows(table("published_results"), "target") {
        assert!(count(target) > 0, "{target} is not compared");
    }
    assert!(!page.contains("could not be run"), "a comparison did not run:\n{page}");
    assert!(!page.contains("no comparison is written"), "a row has no comparison:\n{page}");
    assert!(!page.contains("NaN"), "a number that is none is printed");
    let own = page.split("### Each programme's own published results").nth(1).expect("the section");
    for line in own.lines().filter(|line| line.contains("| MISSED |")) {
        assert!(!line.ends_with("|  |"), "missed without a reason: {line}");
    }
    let judged = own.lines().filter(|line| line.contains("| met |") || line.contains("| MISSED |")).count();
    assert!(judged > 40, "only {judged} results of programmes were judged");
}

#[test]
fn packs_with_holes_give_words() {
    let copy = few_places();
    let targets = ["published_results", "validation_targets"].map(text);
    keep(&copy, "pack/evidence.json", "table", |table| !targets.contains(at(table, "id")));
    let page = headwater(&["validate", "--root", &copy.text("")]).done();
    assert_says(&page, &["no row in the table published_results", "not known", "[GAP]"]);
    assert!(!page.contains("NaN"));
}

#[test]
fn an_index_without_england_is_refused() {
    let copy = few_places();
    copy.edit("data/index.json", |index| index.replace("E92000001", "E92000002"));
    assert_says(&headwater(&["validate", "--root", &copy.text("")]).faulty(), &["England"]);
}
