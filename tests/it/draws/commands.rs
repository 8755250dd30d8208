//! `headwater draws`, and where a group comes from.

use headwater::inputs::node::Node;

use crate::support::program::{Folder, assert_says, headwater};

#[test]
fn the_table_holds_the_central_row_and_each_draw() {
    let text = headwater(&["draws", "--draws", "3", "--seed", "42"]).done();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 5, "header, central values, three draws");
    assert!(lines[0].starts_with("row,"), "{}", lines[0]);
    let column = lines[0].split(',').position(|id| id == "belief.shrinkage").unwrap();
    let cell = |line: usize| lines[line].split(',').nth(column).unwrap().parse::<f64>().unwrap();
    assert_eq!(cell(1), 0.25);
    assert!((2..5).all(|line| (0.0..=1.0).contains(&cell(line))));
    assert_eq!(text, headwater(&["draws", "--draws", "3", "--seed", "42"]).done());
    assert_ne!(text, headwater(&["draws", "--draws", "3", "--seed", "43"]).done());
}

#[test]
fn the_document_holds_the_same_numbers() {
    let folder = Folder::new();
    let out = folder.text("draws.json");
    headwater(&["draws", "--draws", "2", "--seed", "42", "--format", "json", "--out", &out]).done();
    let node = Node::from_json(&std::fs::read(&out).unwrap()).unwrap();
    let table = headwater(&["draws", "--draws", "2", "--seed", "42"]).done();
    let Some(Node::List(rows)) = node.get("draws") else { panic!("no draws") };
    for (line, row) in table.lines().skip(2).zip(rows) {
        let Node::List(cells) = row else { panic!("a row is a list") };
        let same = line.split(',').skip(1).map(|cell| Node::Number(cell.parse().unwrap()));
        assert!(same.eq(cells.iter().cloned()), "{line}");
    }
}

#[test]
fn requests_that_make_no_sense_are_refused_with_path_value_and_reason() {
    for (draws, seed, pieces) in [
        ("0", "1", ["--draws", "from 1 to 100000", "(found 0)"]),
        ("10000000", "1", ["--draws", "from 1 to 100000", "(found 10000000)"]),
        ("-5", "1", ["--draws", "from 1 to 100000", "(found -5)"]),
        ("2.5", "1", ["--draws", "whole number", "(found 2.5)"]),
        ("many", "1", ["--draws", "whole number", "(found many)"]),
        ("10", "today", ["--seed", "whole number", "(found today)"]),
        ("10", "-1", ["--seed", "from 0 to 9007199254740992", "(found -1)"]),
        ("10", "9007199254740993", ["--seed", "from 0 to 9007199254740992", "(found 9007199254740993)"]),
        ("10", "NaN", ["--seed", "whole number", "(found NaN)"]),
        ("10", "", ["--seed", "whole number", ""]),
    ] {
        assert_says(&headwater(&["draws", "--draws", draws, "--seed", seed]).faulty(), &pieces);
    }
    let both = headwater(&["draws", "--draws", "0", "--seed", "x"]).faulty();
    assert_says(&both, &["--draws", "--seed", "2 faults"]);
}

#[test]
fn a_group_and_its_members_say_where_the_link_comes_from() {
    let group = headwater(&["source", "hospital_use_copd_asthma"]).done();
    assert_says(&group, &["-0.9999", "hospital.copd.bed_days_per_case_year", "Status: assumed", "Why: "]);
    let member = headwater(&["source", "hospital.copd.bed_days_per_case_year"]).done();
    assert_says(&member, &["Drawn together with", "hospital_use_copd_asthma"]);
}
