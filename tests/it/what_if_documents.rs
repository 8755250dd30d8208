//! What the documents about a scenario promise to the page that reads them.

use std::collections::BTreeSet;
use std::sync::Arc;

use headwater::inputs::evidence::Role;
use headwater::inputs::place::Area;
use headwater::inputs::scenario::Scenario;
use headwater::model::baseline;
use headwater::model::what_if::run::Part;
use headwater::value::answer::{self, Beliefs, Given, Study};
use headwater::value::report::Input;
use headwater::value::{chain, explanation, fairness, provenance};
use serde_json::{Value, json};

use crate::support::shipped::{OLDHAM, area, evidence, tables};
use crate::support::what_if::{new_money, programmes, try_scenario, with_run};

/// Runs a scenario in Oldham and hands over its explanation.
fn explained<R>(json: &str, look: impl FnOnce(&Input<'_>, &explanation::Runs) -> R) -> R {
    let area = area(&[OLDHAM]);
    with_run(&area, json, |plan, what_if| {
        let base = baseline::run(&area, tables(), what_if.years);
        let input = Input { evidence: evidence(), area: &area, plan, what_if, baseline: &base };
        let runs = explanation::Runs::new(&input).unwrap_or_else(|faults| panic!("{faults}"));
        look(&input, &runs)
    })
}

#[test]
fn every_figure_on_the_list_to_disagree_with_is_taken_at_its_own_value() {
    let list = provenance::assumptions(evidence());
    let ids: Vec<&str> = list.iter().filter_map(|row| row["id"].as_str()).collect();
    assert!(ids.len() > 300, "only {} figures", ids.len());
    let used = evidence().effects.iter().filter(|effect| effect.role == Role::Used);
    for effect in used {
        assert!(ids.contains(&effect.figure.id.as_str()), "{} is used and not on the list", effect.figure.id);
    }
    let own: serde_json::Map<String, Value> =
        list.iter().map(|row| (row["id"].as_str().unwrap_or_default().to_string(), row["value"].clone())).collect();
    assert_eq!(own.len(), list.len(), "an id stands twice");
    let scenario = try_scenario(&json!({ "assumptions": own }).to_string()).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(scenario.assumptions.len(), list.len());
    let left_out = evidence().effects.iter().find(|effect| effect.role == Role::Rival).expect("a rival effect");
    let refused = json!({ "assumptions": { left_out.figure.id.clone(): left_out.figure.value } }).to_string();
    let refused: Result<Scenario, _> = try_scenario(&refused);
    assert!(refused.is_err(), "{} is refused by the reader: so it is not on the list", left_out.figure.id);
}

/// One programme whose channels do not meet: what is left after adding up is rounding, in both accounts.
#[test]
fn an_overlap_that_is_rounding_is_no_contribution() {
    for programme in ["stop_smoking", "roads_air", "drug_alcohol_treatment"] {
        explained(&new_money(programme, 3e5, 4), |input, runs| {
            for id in explanation::EXPLAINED {
                let parts = explanation::contributions(input, runs, id);
                let overlap = parts.iter().find(|part| part.channel == explanation::OVERLAP);
                assert!(overlap.is_none(), "{programme}, {id}: overlaps with itself: {overlap:?}");
            }
        });
    }
    let both = r#"{"funding":"new_money","horizon_years":4,"programmes":{"stop_smoking":{"gbp_per_year":300000},
        "physical_activity":{"gbp_per_year":300000}}}"#;
    explained(both, |input, runs| {
        let parts = explanation::contributions(input, runs, "qalys");
        assert!(parts.iter().any(|part| part.channel == explanation::OVERLAP), "two programmes on the same hearts");
    });
}

#[test]
fn every_link_of_a_chain_has_an_id_of_its_own() {
    let shares: Vec<String> = programmes().iter().map(|id| format!(r#""{id}":{{"share":0.05}}"#)).collect();
    let all = format!(
        r#"{{"shift":{{"share_of_acute":0.02}},"funding":"cut_first","horizon_years":6,
            "switches":{{"belief":"as_published","cashable_share":"two_thirds"}},"programmes":{{{}}}}}"#,
        shares.join(",")
    );
    let chains = explained(&all, chain::chains);
    let mut lines = BTreeSet::new();
    for chain in &chains {
        let mut seen = BTreeSet::new();
        for link in chain["links"].as_array().expect("links") {
            let id = link["id"].as_str().unwrap_or_default();
            assert!(id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "._".contains(c)), "{link}");
            assert!(!id.is_empty() && seen.insert((id, link["effect"].as_str())), "{}: {link}", chain["programme"]);
            if link["link"] == "money" {
                assert_eq!(format!("{}.{}", link["payer"].as_str().unwrap(), link["line"].as_str().unwrap()), id);
                lines.insert(link["line"].as_str().unwrap());
            }
        }
    }
    assert!(lines.len() >= 9, "too few kinds of money to know: {lines:?}");
}

/// Everything a lever that moves is told stands in the whole answer, figure for figure the same.
#[test]
fn a_glimpse_is_a_part_of_the_answer() {
    let places = [area(&[OLDHAM]), area(&[OLDHAM, "E09000027"])];
    let mix = r#"{"shift":{"share_of_acute":0.01},"programmes":"evidence_mix""#;
    let scenarios = [
        format!("{mix}}}"),
        format!(r#"{mix},"switches":{{"hospital_route":"disease"}}}}"#),
        format!(r#"{mix},"switches":{{"added_life_costs":"left_out","loss_falls_on":"need"}}}}"#),
        format!(r#"{mix},"funding":"bridge","gain_share":{{"share":0.3}}}}"#),
        format!(
            r#"{mix},"reinvest":{{"capture_share":0.5,"delay_years":2}},"switches":{{"cashable_share":"two_thirds"}}}}"#
        ),
        r#"{"shift":{"share_of_acute":0.02},"horizon_years":8,"programmes":{"housing_first":{"share":1}}}"#.to_string(),
        new_money("stop_smoking", 3e5, 4),
        "{}".to_string(),
    ];
    let presets = std::fs::read_dir("presets")
        .expect("presets")
        .map(|file| std::fs::read_to_string(file.expect("a file").path()).expect("text"));
    for json in scenarios.into_iter().chain(presets) {
        places.iter().for_each(|area| assert_glimpse(area, &json));
    }
}

fn assert_glimpse(area: &Area, json: &str) {
    let given = Given::from_json(json.as_bytes(), evidence()).unwrap_or_else(|faults| panic!("{faults}"));
    let study = Study::new(evidence(), &given.scenario).unwrap_or_else(|faults| panic!("{faults}"));
    let run = |part, brief: bool| {
        let make =
            |input: &Input<'_>| if brief { answer::glimpse(input, &given) } else { answer::answer(input, &given) };
        let made = study.run_part(area, evidence(), &given.scenario, part, make);
        Value::Object(made.unwrap_or_else(|faults| panic!("{json}: {faults}")))
    };
    let glimpse = run(answer::part_of_glimpse(&given.scenario), true);
    let whole = run(Part::default(), false);
    assert_part(&glimpse, &whole, "");
    assert!(glimpse["topdown"].get("verdict").is_none(), "a verdict needs whole lives");
}

fn assert_part(part: &Value, whole: &Value, path: &str) {
    match (part, whole) {
        (Value::Object(part), Value::Object(whole)) => {
            for (key, value) in part {
                assert_part(
                    value,
                    whole.get(key).unwrap_or_else(|| panic!("{path}.{key} is not in the answer")),
                    &format!("{path}.{key}"),
                );
            }
        }
        (Value::Array(part), Value::Array(whole)) => {
            assert_eq!(part.len(), whole.len(), "{path}");
            part.iter().zip(whole).for_each(|(part, whole)| assert_part(part, whole, path));
        }
        _ => assert_eq!(part, whole, "{path}"),
    }
}

/// What is kept while a horizon moves, and while places change, gives what is worked out anew.
#[test]
fn what_is_kept_gives_the_same_answer_as_what_is_new() {
    let read = |years: u32| {
        let json =
            format!(r#"{{"shift":{{"share_of_acute":0.01}},"horizon_years":{years},"programmes":"evidence_mix"}}"#);
        Given::from_json(json.as_bytes(), evidence()).unwrap_or_else(|faults| panic!("{faults}"))
    };
    let answer_of = |study: &Study, area: &Area, given: &Given| {
        let made = study.run(area, evidence(), &given.scenario, |input| answer::answer(input, given));
        made.unwrap_or_else(|faults| panic!("{faults}"))
    };
    let (oldham, short, long) = (area(&[OLDHAM]), read(8), read(12));
    let fresh = Study::new(evidence(), &long.scenario).unwrap_or_else(|faults| panic!("{faults}"));
    let beliefs = Beliefs::new(evidence(), &short.scenario).unwrap_or_else(|faults| panic!("{faults}"));
    let beliefs = Arc::new(beliefs);
    answer_of(&Study::under(Arc::clone(&beliefs), 8), &area(&["E06000009"]), &short);
    let kept = Study::under(beliefs, 8);
    answer_of(&kept, &oldham, &short);
    let kept = kept.moved_to(&long.scenario).expect("the same beliefs");
    assert_eq!(answer_of(&kept, &oldham, &long), answer_of(&fresh, &oldham, &long));
    let other = r#"{"assumptions":{"base.mortality_trend_share":-0.02}}"#;
    let other = Given::from_json(other.as_bytes(), evidence()).unwrap_or_else(|faults| panic!("{faults}"));
    assert!(kept.moved_to(&other.scenario).is_none(), "another belief needs another ground");
}

/// Quick futures take who lives in each fifth from a baseline of one year.
#[test]
fn a_study_starts_with_the_residents_of_its_baseline() {
    for codes in [&[OLDHAM][..], &[OLDHAM, "E06000009"], &["E06000053"]] {
        let (place, scenario) = (area(codes), Scenario::default());
        let [early, late] = [(); 2].map(|()| Study::new(evidence(), &scenario).unwrap());
        let people = fairness::people(late.baseline(&place)).expect("residents are counted");
        assert!(people.iter().sum::<f64>() > 2000.0, "{codes:?}: {people:?}");
        assert_eq!(fairness::people(early.start(&place)), Some(people), "{codes:?}");
        assert!(std::ptr::eq(late.start(&place), late.baseline(&place)), "what is there serves");
    }
}
