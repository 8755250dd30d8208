//! Questions as a whole: step by step, over futures, in parts, and with faults in what is asked.

use headwater::model::draws::Draws;
use headwater::value::answer::with_run;
use headwater::value::ensemble::Ensemble;
use headwater::value::ensemble::record::{Part, View};
use headwater::value::ensemble::rows::Rows;
use headwater::value::ensemble::worlds::Worlds;
use headwater::value::sensitivity::about::About;
use headwater::value::sensitivity::contributions::amount;
use headwater::value::sensitivity::document::document;
use headwater::value::sensitivity::question::{Question, Wanted};
use headwater::value::sensitivity::rank::spearman;

use super::{FIGURES, PLAN, about, admissions, asked, oldham, scenario, study};
use crate::support::close::assert_close;
use crate::support::shipped::evidence;

/// Futures of a scenario within the years shown.
fn futures(json: &str, seed: u64, count: usize) -> Rows {
    let scenario = scenario(json);
    let study = study(&scenario);
    let draws = Draws::new(evidence(), seed, 1..=count).unwrap();
    let worlds = Worlds::new(evidence(), &scenario, study.tables(), &draws, (0, 1));
    let view = View { outcomes: None, fifths: false, ledger: false, set_in_motion: false };
    let baseline = study.baseline(oldham());
    let ensemble = Ensemble {
        area: oldham(),
        evidence: evidence(),
        scenario: &scenario,
        baseline,
        draws: &draws,
        worlds: &worlds,
        view,
    };
    ensemble.run().unwrap()
}

const COUNT: usize = 60;

fn open(json: &str, about: About, wanted: Wanted) -> Question {
    Question::new(oldham(), evidence(), &scenario(json), about, wanted).unwrap_or_else(|faults| panic!("{faults}"))
}

#[test]
fn steps_come_to_an_end_in_any_order() {
    let wanted = Wanted { rivals: true, figures: false, contributions: 2, seed: 4 };
    let asks = || open(PLAN, about("emergency_admissions", "by_horizon"), wanted);
    let (mut forwards, mut backwards) = (asks(), asks());
    let all = forwards.progress().1;
    for done in 1..=all {
        assert!(forwards.step(oldham(), evidence()).unwrap());
        assert_eq!(forwards.progress(), (done, all));
    }
    assert!(!forwards.step(oldham(), evidence()).unwrap());
    while let Some(task) = backwards.tasks().last().copied() {
        let done = backwards.work(oldham(), evidence(), task).unwrap();
        backwards.take(done);
    }
    assert_eq!(document(&forwards, evidence()), document(&backwards, evidence()));
}

#[test]
fn what_is_learnt_is_of_the_rows_given() {
    let mut question = open(PLAN, about("emergency_admissions", "by_horizon"), Wanted { figures: false, ..FIGURES });
    let rows = futures(PLAN, 9, COUNT);
    question.learn(evidence(), &rows, &[], 9).unwrap();
    let learnt = question.learnt.as_ref().unwrap();
    let draws = Draws::new(evidence(), 9, 1..=COUNT).unwrap();
    let net: Vec<f64> =
        rows.figure("outcome", "emergency_admissions", Part::Horizon, 0).unwrap().iter().map(|more| -more).collect();
    let mut strongest: f64 = 0.0;
    for (figure, known) in question.figures.iter().zip(&learnt.figures) {
        let by_hand = spearman(&draws.values(&figure.id).unwrap(), &net);
        assert_eq!(known.unwrap().0, by_hand, "{}", figure.id);
        strongest = strongest.max(by_hand.unwrap_or(0.0).abs());
    }
    assert!(strongest > 0.3, "something must drive it: {strongest}");
    let reach = learnt.groups.iter().find(|(group, _)| group.id == "role.reach_today").expect("a group");
    let is_reach = |id: &str| evidence().components.iter().any(|known| known.parameter("reach_today") == Some(id));
    let by_hand = question.figures.iter().filter(|figure| is_reach(&figure.id)).count();
    assert!(reach.0.members.len() == by_hand && by_hand > 1, "{} members, {by_hand} by hand", reach.0.members.len());
    let found = document(&question, evidence());
    assert_eq!(found["matters"]["futures"]["draws"], COUNT);
    let sentence = found["matters"]["sentence"].as_str().unwrap();
    let start = if learnt.perfect == 0.0 { "In all 60 possible futures the same choice is best" } else { "In " };
    assert!(sentence.starts_with(start), "{sentence}");
}

/// The plan with sides taken.
fn believing<'s>(sides: impl IntoIterator<Item = (&'s str, &'s str)>) -> String {
    let sides: Vec<String> = sides.into_iter().map(|(switch, option)| format!(r#""{switch}":"{option}""#)).collect();
    format!(r#"{},"switches":{{{}}}}}"#, PLAN.trim_end().strip_suffix('}').unwrap(), sides.join(","))
}

#[test]
fn futures_under_a_side_and_under_a_combination_are_those_of_a_plan_that_takes_them() {
    let wanted = Wanted { rivals: true, figures: false, contributions: 0, seed: 9 };
    let mut question = open(PLAN, about("qalys", "by_horizon"), wanted);
    while question.step(oldham(), evidence()).unwrap() {}
    let in_futures =
        |found: &serde_json::Value| found["rivals"]["sentence"].as_str().unwrap().contains("Of possible futures");
    assert!(!in_futures(&document(&question, evidence())), "none were run");
    let taken = |json: &str| futures(json, 9, 12).figure("outcome", "qalys", Part::Horizon, 0).unwrap();
    let mut told = Vec::new();
    for at in [0, 1] {
        let found = question.combinations[at].clone().unwrap();
        let json = believing(found.sides.iter().map(|(switch, option)| (switch.as_str(), option.as_str())));
        question.take_combination(at, &futures(&json, 9, 12)).unwrap();
        told.push((["most_favourable", "least_favourable"][at].to_string(), taken(&json)));
    }
    let at = (0..question.sides()).find(|at| !question.rivals[*at].taken).expect("another side");
    let json = believing([(question.rivals[at].switch.as_str(), question.rivals[at].option.as_str())]);
    question.take_rival(at, &futures(&json, 9, 12)).unwrap();
    let found = document(&question, evidence());
    for (key, net) in &told {
        assert_tells(&found["rivals"][key]["futures"], net, key);
    }
    assert_tells(&found["rivals"]["rows"][at]["futures"], &taken(&json), "a side");
    assert_ne!(told[0].1, told[1].1, "the combinations are the same");
    assert!(in_futures(&found));
    let share = |net: &[f64]| 100.0 * net.iter().filter(|net| **net > 0.0).count() as f64 / 12.0;
    let ends = format!(
        "in {:.0}% with every dispute settled in its favour, in {:.0}% with every one against it.",
        share(&told[0].1),
        share(&told[1].1)
    );
    assert!(found["rivals"]["sentence"].as_str().unwrap().ends_with(&ends), "{ends}: {}", found["rivals"]["sentence"]);
}

/// Mean and middle of twelve futures, worked out by hand.
#[track_caller]
fn assert_tells(summary: &serde_json::Value, net: &[f64], what: &str) {
    let mean = net.iter().sum::<f64>() / net.len() as f64;
    assert_close(summary["mean"].as_f64().unwrap(), mean, 1e-9 * mean.abs(), what);
    let mut sorted = net.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = 0.5 * (sorted[5] + sorted[6]);
    assert_close(summary["middle"].as_f64().unwrap(), middle, 1e-9 * middle.abs(), what);
}

#[test]
fn learning_goes_on_in_steps_and_can_be_left_between_two() {
    let ask = || open(PLAN, about("emergency_admissions", "by_horizon"), Wanted { figures: false, ..FIGURES });
    let rows = futures(PLAN, 9, COUNT);
    let (mut at_once, mut in_steps) = (ask(), ask());
    at_once.learn(evidence(), &rows, &[], 9).unwrap();
    in_steps.begin_learning(evidence(), &rows, &[], 9).unwrap();
    let all = in_steps.progress().1;
    assert!(all > in_steps.figures.len(), "{all} steps: a figure or a group each");
    for done in 0..all {
        assert_eq!(in_steps.progress(), (done, all));
        assert!(in_steps.learnt.is_none(), "nothing is said before all is known");
        assert!(in_steps.step(oldham(), evidence()).unwrap());
    }
    assert!(!in_steps.step(oldham(), evidence()).unwrap());
    assert_eq!(in_steps.learnt, at_once.learnt);
    assert!(in_steps.learnt.is_some());
}

#[test]
fn a_figure_at_which_there_are_more_patients_than_beds_has_no_answer_there() {
    // As large a cut as beds can bear, most of it given to nobody: with a few patients more it is one too many.
    let json = r#"{"shift":{"share_of_acute":SHARE,"ramp_years":2},"funding":"cut_first","horizon_years":10,
        "programmes":{"stop_smoking":{"share":0.01}}}"#;
    let bears = |share: f64| {
        let scenario = scenario(&json.replace("SHARE", &share.to_string()));
        with_run(oldham(), evidence(), &scenario, |_| Ok(())).is_ok()
    };
    let (mut low, mut high) = (0.001, 0.9);
    assert!(bears(low) && !bears(high));
    while high - low > 1e-9 {
        let middle = 0.5 * (low + high);
        if bears(middle) { low = middle } else { high = middle }
    }
    let question =
        asked(&json.replace("SHARE", &low.to_string()), about("emergency_admissions", "by_horizon"), FIGURES);
    let moved = question.figures.iter().zip(&question.moved);
    let without: Vec<_> = moved
        .filter(|(_, moved)| moved.is_some_and(|moved| moved.bar.low.is_none() != moved.bar.high.is_none()))
        .collect();
    assert!(!without.is_empty(), "beds are full in no run");
    for (figure, moved) in without {
        let bar = moved.unwrap().bar;
        assert!(!bar.is_still(question.central.unwrap()), "{}", figure.id);
        let (end, other) =
            if bar.low.is_none() { (figure.range.0, figure.range.1) } else { (figure.range.1, figure.range.0) };
        let impossible = |value: f64| {
            let given = json.replace("SHARE", &low.to_string()).replacen(
                '{',
                &format!(r#"{{"assumptions":{{"{}":{}}},"#, figure.id, figure.as_assumption(value)),
                1,
            );
            with_run(oldham(), evidence(), &scenario(&given), |_| Ok(())).is_err()
        };
        assert!(impossible(end) && !impossible(other), "{} at {end}", figure.id);
    }
}

#[test]
fn where_the_sign_never_changes_the_words_say_so() {
    // New money cuts nothing, so stopping to smoke can only add healthy years.
    let json = r#"{"funding":"new_money","horizon_years":15,"programmes":{"stop_smoking":{"gbp_per_year":1e6}}}"#;
    let mut question = open(json, about("qalys", "by_horizon"), Wanted { figures: false, ..FIGURES });
    question.learn(evidence(), &futures(json, 1, COUNT), &[], 1).unwrap();
    let found = document(&question, evidence());
    assert_eq!(found["matters"]["futures"]["evpi"], 0.0);
    let sentence = found["matters"]["sentence"].as_str().unwrap();
    assert_eq!(
        sentence,
        "In all 60 possible futures the same choice is best, so knowing any of these figures better would not change it."
    );
}

#[test]
fn parts_of_each_future_add_up_to_it() {
    let wanted = Wanted { rivals: false, figures: false, contributions: 5, seed: 9 };
    let question = asked(PLAN, about("qalys", "by_horizon"), wanted);
    let totals = futures(PLAN, 9, 5).figure("outcome", "qalys", Part::Horizon, 0).unwrap();
    let all = std::iter::once(question.central.unwrap()).chain(totals);
    let mut seen = Vec::new();
    for (index, total) in all.enumerate() {
        let parts = question.parts[index].as_ref().unwrap();
        let sum: f64 = parts.iter().map(|part| amount(&question.about, part)).sum();
        assert_close(sum, total, 1e-9, &format!("future {index}"));
        seen.push(total);
    }
    seen.dedup();
    assert_eq!(seen.len(), 6, "futures differ");
    let found = document(&question, evidence());
    assert_eq!(found["contributions"]["draws"], 5);
    let part = &found["contributions"]["parts"][0];
    assert!(part["futures"]["low90"].as_f64().unwrap() < part["futures"]["high90"].as_f64().unwrap(), "{part}");
}

#[test]
fn several_scenarios_are_choices_in_the_same_futures() {
    let other = PLAN.replace("0.01", "0.02");
    let mut question = open(PLAN, about("emergency_admissions", "by_horizon"), Wanted { figures: false, ..FIGURES });
    question.learn(evidence(), &futures(PLAN, 9, COUNT), &[futures(&other, 9, COUNT)], 9).unwrap();
    assert_eq!(question.learnt.as_ref().unwrap().options, 2);
    let faults = question.learn(evidence(), &futures(PLAN, 9, COUNT), &[futures(&other, 9, 40)], 9).unwrap_err();
    assert!(faults.to_string().contains("the scenarios were not run in the same futures"), "{faults}");
}

#[test]
fn faults_of_what_is_asked_say_what_there_is() {
    let faults = About::read("qaly", "for_ever").unwrap_err().to_string();
    assert!(faults.contains("account: must be one of: set_in_motion, by_horizon (found for_ever)"), "{faults}");
    assert!(faults.contains("about: must be one of: qalys, life_years"), "{faults}");
    assert!(About::read("net_gbp.nobody", "by_horizon").is_err());
    for id in About::all() {
        assert!(About::read(&id, "by_horizon").is_ok(), "{id}");
    }
    let mut question = open(PLAN, about("qalys", "set_in_motion"), Wanted { figures: false, ..FIGURES });
    let faults = question.learn(evidence(), &futures(PLAN, 1, COUNT), &[], 1).unwrap_err().to_string();
    assert!(faults.contains("these futures do not hold it set in motion"), "{faults}");
    let mut question = open(PLAN, about("qalys", "by_horizon"), Wanted { figures: false, ..FIGURES });
    let faults = question.learn(evidence(), &futures(PLAN, 1, 10), &[], 1).unwrap_err().to_string();
    assert!(faults.contains("at least 30 futures are needed"), "{faults}");
}

#[test]
fn a_payers_money_can_be_asked_about() {
    let wanted = Wanted { figures: false, ..FIGURES };
    let question = open(PLAN, about("net_gbp.nhs_hospital", "by_horizon"), wanted);
    let rows = futures(PLAN, 9, 3);
    let net = question.about.over(&rows).unwrap();
    assert_eq!(net, rows.figure("payer", "nhs_hospital", Part::Horizon, 0).unwrap());
    assert!(question.central.unwrap() < 0.0, "the hospital pays for the shift: {:?}", question.central);
}

#[test]
fn still_figures_are_counted_and_left_out() {
    let found = document(admissions(), evidence());
    let (still, rows) = (found["matters"]["still"].as_u64().unwrap(), found["matters"]["figures"].as_array().unwrap());
    assert_eq!(still as usize + rows.len(), admissions().figures.len());
    assert!(still > 0, "social care by age, for one, moves no admission");
    let swings: Vec<f64> = rows.iter().map(|row| row["swing"].as_f64().unwrap()).collect();
    assert!(swings.windows(2).all(|pair| pair[0] >= pair[1]), "{swings:?}");
}
