//! Two plans in the same futures: what one gives more than the other is counted future by future.

use headwater::value::ensemble::lines;
use headwater::value::ensemble::pairs::{differences, pairs};
use headwater::value::ensemble::record::{Part, View};
use headwater::value::ensemble::rows::Rows;
use headwater::value::ensemble::summary::Summary;
use serde_json::Value;

use crate::support::futures::rows;
use crate::support::program::headwater;
use crate::support::shipped::{OLDHAM, area};

const ONE: &str = r#"{"shift":{"share_of_acute":0.01,"ramp_years":5},"funding":"growth_only","horizon_years":6,
    "programmes":"evidence_mix"}"#;
const TWICE: &str = r#"{"shift":{"share_of_acute":0.02,"ramp_years":5},"funding":"growth_only","horizon_years":6,
    "programmes":"evidence_mix"}"#;
const LONGER: &str = r#"{"shift":{"share_of_acute":0.01,"ramp_years":5},"funding":"growth_only","horizon_years":8,
    "programmes":"evidence_mix"}"#;
const START: u32 = 2026;

fn futures(scenario: &str, first: usize, last: usize) -> Rows {
    rows((&area(&[OLDHAM]), scenario), (3, first, last), View { fifths: false, ..View::WHOLE })
}

#[test]
fn a_difference_is_taken_future_by_future_and_turns_its_sign_with_the_plans() {
    let (one, twice) = (futures(ONE, 1, 6), futures(TWICE, 1, 6));
    let less = differences(&one, &twice).unwrap();
    for (group, id, part) in [
        ("outcome", "emergency_admissions", Part::Year),
        ("outcome", "qalys", Part::Motion),
        ("estimate", "k_2012", Part::Motion),
    ] {
        let of = |rows: &Rows| rows.figure(group, id, part, 0).unwrap();
        let by_hand: Vec<f64> = of(&one).iter().zip(of(&twice)).map(|(one, twice)| one - twice).collect();
        assert_eq!(of(&less), by_hand, "{id}");
        let back = differences(&twice, &one).unwrap();
        assert!(of(&less).iter().zip(of(&back)).all(|(there, back)| *there == -back), "{id}");
    }
    assert!(less.blocks.iter().all(|block| block.part != Part::BreakEven));
    assert!(less.lines.is_empty());
}

#[test]
fn a_plan_is_never_ahead_of_itself() {
    let one = futures(ONE, 1, 4);
    let document = pairs(&one, &one, START).unwrap();
    for account in ["by_horizon", "set_in_motion"] {
        let all = &document["outcomes"]["qalys"][account]["undiscounted"];
        assert_eq!(
            [&all["above_zero"], &all["below_zero"], &all["high90"]].map(|value| value.as_f64()),
            [Some(0.0); 3]
        );
    }
}

#[test]
fn years_are_compared_while_both_horizons_last_and_sums_over_them_are_not() {
    let less = differences(&futures(ONE, 1, 3), &futures(LONGER, 1, 3)).unwrap();
    let has = |part: Part| less.blocks.iter().filter(|block| block.part == part).count();
    assert_eq!(less.figure("outcome", "qalys", Part::Year, 5).map(|row| row.len()), Some(3));
    assert_eq!(less.figure("outcome", "qalys", Part::Year, 6), None);
    assert_eq!(has(Part::Horizon), 0);
    assert!(has(Part::Motion) > 0);
}

#[test]
fn other_futures_are_refused() {
    let one = futures(ONE, 1, 3);
    let mut seed = futures(TWICE, 1, 3);
    seed.seed += 1;
    for other in [futures(TWICE, 2, 4), futures(TWICE, 1, 2), seed] {
        let faults = pairs(&one, &other, START).unwrap_err().to_string();
        assert!(faults.contains("same futures"), "{faults}");
    }
}

#[test]
fn a_range_of_a_sum_is_taken_over_futures() {
    let one = futures(ONE, 1, 12);
    let line = one.lines.iter().find(|line| line.columns[3].iter().any(|gbp| *gbp != line.columns[3][0])).unwrap();
    let (_, years) = line.columns.split_last().unwrap();
    for (row, sum) in lines::horizon(line).iter().enumerate() {
        assert_eq!(*sum, years.iter().map(|year| year[row]).sum::<f64>());
    }
    let width = |values: &[f64]| {
        let summary = Summary::of(values).unwrap();
        summary.quantiles[4] - summary.quantiles[0]
    };
    let apart: f64 = years.iter().map(|year| width(year)).sum();
    assert!(width(&lines::horizon(line)) <= apart * (1.0 + 1e-12));
}

#[test]
fn the_command_gives_ranges_of_each_plan_and_of_the_first_less_the_others() {
    let scenarios = ["--scenario", "presets/default.json", "--scenario", "presets/new-money.json"];
    let more = ["--draws", "8", "--format", "json"];
    let text = headwater(&[&["compare", "--place", OLDHAM][..], &scenarios, &more].concat()).done();
    let said: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(said["scenarios"][1]["ranges"]["draws"], 8);
    let pair = &said["pairs"][0];
    assert_eq!((&pair["one"], &pair["other"]), (&1.into(), &2.into()));
    // New money cuts nothing: no estimate of what a cut loses speaks for the plan that cuts.
    for (option, found) in pair["differences"]["estimates"].as_object().unwrap() {
        assert_eq!(found["set_in_motion"]["above_zero"], 0.0, "{option}");
    }
}
