//! The pack in two parts, as the page loads it.

use headwater::inputs::evidence::{Evidence, Registry, slim};
use headwater::inputs::node::Node;
use headwater::model::draws::Draws;
use headwater::value::answer::{self, Given};
use headwater::value::provenance;
use serde_json::Value;

use crate::support::nodes::assert_fault;
use crate::support::shipped;

fn bytes(node: &Node) -> Vec<u8> {
    serde_json::to_vec(node).expect("a node is plain JSON")
}

/// Slim part and prose of the shipped pack.
fn parts() -> (Vec<u8>, Vec<u8>) {
    let (slim, prose) = slim::split(shipped::pack_node());
    (bytes(&slim), bytes(&prose))
}

fn answer(evidence: &Evidence, preset: &str) -> Value {
    let given = Given::from_json(&shipped::bytes(preset), evidence).unwrap_or_else(|faults| panic!("{faults}"));
    let area = shipped::area(&[shipped::OLDHAM]);
    let document = answer::with_run(&area, evidence, &given.scenario, |input| answer::answer(input, &given));
    Value::Object(document.unwrap_or_else(|faults| panic!("{faults}")))
}

#[test]
fn a_run_on_the_slim_part_gives_the_same_answer_to_the_last_bit() {
    let (part, _) = parts();
    let (slim, words) = slim::read(&part, None).unwrap_or_else(|faults| panic!("{faults}"));
    assert!(!words);
    for preset in ["presets/default.json", "presets/social-care-first.json", "presets/fast-cut-slow-programmes.json"] {
        assert_eq!(answer(&slim, preset), answer(shipped::evidence(), preset), "{preset}");
    }
}

#[test]
fn slim_part_and_prose_together_are_the_whole_pack() {
    let (part, prose) = parts();
    let (both, words) = slim::read(&part, Some(&prose)).unwrap_or_else(|faults| panic!("{faults}"));
    let whole = shipped::evidence();
    assert!(words);
    fn same<T: PartialEq + std::fmt::Debug + headwater::inputs::evidence::Identified>(
        a: &Registry<T>,
        b: &Registry<T>,
    ) {
        assert!(a.iter().eq(b.iter()));
        assert!(!a.is_empty());
    }
    same(&both.sources, &whole.sources);
    same(&both.parameters, &whole.parameters);
    same(&both.effects, &whole.effects);
    same(&both.programmes, &whole.programmes);
    same(&both.findings, &whole.findings);
    same(&both.gaps, &whole.gaps);
    same(&both.correlations, &whole.correlations);
    same(&both.switches, &whole.switches);
    assert_eq!(provenance::assumptions(&both), provenance::assumptions(whole));
    assert_eq!(both.tables.len(), whole.tables.len());
    // An empty cell is NaN, which equals nothing: compared as text.
    for (one, other) in both.tables.iter().zip(whole.tables.iter()) {
        assert_eq!(format!("{one:?}"), format!("{other:?}"));
    }
}

#[test]
fn columns_that_no_run_reads_wait_for_the_prose() {
    let (part, _) = parts();
    let (slim, _) = slim::read(&part, None).unwrap_or_else(|faults| panic!("{faults}"));
    let column = |evidence: &Evidence, table: &str, name: &str| {
        evidence.tables.get(table).is_some_and(|table| table.numbers(name).is_some())
    };
    for (table, name) in [("hospital_use", "outpatient_appointments_per_person"), ("deaths_by_cause", "person_years")] {
        assert!(column(shipped::evidence(), table, name), "{table} {name}");
        assert!(!column(&slim, table, name), "{table} {name}");
    }
    assert!(column(&slim, "hospital_use", "emergency_episodes_per_person"));
}

#[test]
fn the_draws_of_the_slim_part_are_the_same_to_the_last_bit() {
    let (part, _) = parts();
    let (slim, _) = slim::read(&part, None).unwrap_or_else(|faults| panic!("{faults}"));
    let draws = |evidence| Draws::new(evidence, 1, 1..=20).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(draws(&slim), draws(shipped::evidence()));
}

#[test]
fn null_results_keep_their_words_in_the_slim_part() {
    let (part, _) = parts();
    let (slim, _) = slim::read(&part, None).unwrap_or_else(|faults| panic!("{faults}"));
    let nulls = |evidence: &Evidence| -> Vec<String> {
        evidence.findings.iter().filter(|found| found.kind == "null_result").map(|found| found.text.clone()).collect()
    };
    assert!(!nulls(shipped::evidence()).is_empty());
    assert_eq!(nulls(&slim), nulls(shipped::evidence()));
}

#[test]
fn the_slim_part_is_little_more_than_half_of_the_pack() {
    let (part, prose) = parts();
    let whole = shipped::bytes(shipped::PACK).len();
    assert!(part.len() < whole * 6 / 10, "{} of {whole}", part.len());
    assert!(part.len() + prose.len() < whole * 11 / 10);
}

#[test]
fn prose_of_another_pack_is_refused() {
    let (part, _) = parts();
    let mut other = shipped::pack_node();
    if let Node::Map(entries) = &mut other {
        for (name, node) in entries.iter_mut() {
            if let (true, Node::List(records)) = (name == "parameter", node) {
                records.pop();
            }
        }
    }
    let (_, prose) = slim::split(other);
    match slim::read(&part, Some(&bytes(&prose))) {
        Ok(_) => panic!("the prose of another pack was accepted"),
        Err(faults) => assert_fault(&faults, "provenance.pack", "another evidence pack"),
    }
}
