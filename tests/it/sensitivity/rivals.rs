//! Rival evidence: every row is a plain run with that side taken, and the combinations go furthest.

use headwater::value::sensitivity::about::Sign;
use headwater::value::sensitivity::document::document;
use headwater::value::sensitivity::rivals::{chosen, survival};
use serde_json::Value;

use super::{PLAN, plain, scenario, sides};
use crate::support::shipped::evidence;

#[test]
fn every_side_of_every_dispute_is_a_plain_run() {
    let question = sides();
    let all: usize = evidence().switches.iter().map(|switch| switch.options.len()).sum();
    assert_eq!((question.rivals.len(), evidence().switches.len()), (all, 14));
    for rival in &question.rivals {
        let mut own = scenario(PLAN);
        own.switches.push(rival.side());
        assert_eq!(rival.net(), Some(plain(&own, &question.about)), "{}={}", rival.switch, rival.option);
        if rival.taken {
            assert_eq!(rival.net(), question.central, "{}", rival.switch);
        }
    }
}

#[test]
fn combinations_go_at_least_as_far_as_any_side_alone() {
    let question = sides();
    let nets: Vec<f64> = question.rivals.iter().filter_map(|rival| rival.net()).collect();
    let [most, least] = [0, 1].map(|at| question.combinations[at].as_ref().expect("done"));
    let [best, worst] = [most, least].map(|found| found.central.net().expect("possible"));
    assert!(nets.iter().all(|net| worst <= *net && *net <= best), "{worst} to {best}");
    assert!(best > question.central.expect("counted") && worst < question.central.expect("counted"));
    for (found, direction) in [(most, 1.0), (least, -1.0)] {
        assert!(found.joint && found.sides == chosen(&question.rivals, direction), "{found:?}");
        let mut own = scenario(PLAN);
        own.switches.extend(found.sides.iter().cloned());
        assert_eq!(found.central.net(), Some(plain(&own, &question.about)));
    }
}

#[test]
fn the_sentence_counts_what_the_table_holds() {
    let question = sides();
    let ours = question.central.expect("counted");
    let found = document(question, evidence());
    let rows = found["rivals"]["rows"].as_array().expect("rows");
    let net = |row: &Value| row["central"].as_f64().expect("a number");
    let (others, idle): (Vec<_>, Vec<_>) =
        rows.iter().filter(|row| row["taken"] == false).partition(|row| (net(row) - ours).abs() > 1e-9 * ours.abs());
    let same = others.iter().filter(|row| Sign::of(net(row)) == Sign::of(ours)).count();
    let survival = survival(&question.rivals, ours);
    assert_eq!((survival.of, survival.same, survival.idle), (others.len(), same, idle.len()));
    assert!(!idle.is_empty(), "the test needs sides that change nothing");
    assert!(same > 0 && same < others.len(), "the test needs sides of both signs: {same} of {}", others.len());
    let sentence = found["rivals"]["sentence"].as_str().expect("a sentence");
    let start = format!(
        "The sign stays the same under {same} of {} rival choices that move the answer ({} more do not); it turns under \"",
        others.len(),
        idle.len()
    );
    assert!(sentence.starts_with(&start), "{sentence}");
    assert!(sentence.contains("With every dispute settled in its favour: "), "{sentence}");
    assert!(sentence.contains("; with every dispute settled against it: "), "{sentence}");
    let turned = &survival.turns[0];
    assert!(sentence.contains(&format!("\"{}: {}\"", turned.switch_label, turned.label)), "{sentence}");
}
