//! Possible futures: what holds in each, and that their summary does not depend on who ran them.

use std::borrow::Cow;

use headwater::error::Faults;
use headwater::model::draws::Draws;
use headwater::model::tables::Tables;
use headwater::model::what_if::ground::Ground;
use headwater::model::what_if::plan::Plan;
use headwater::model::what_if::{self, run::run as simulate};
use headwater::value::ensemble::ranges::{BrokenEven, ranges};
use headwater::value::ensemble::record::{Part, View};
use headwater::value::ensemble::rows::Rows;
use headwater::value::ensemble::summary::{QUANTILES, Summary, histogram};
use headwater::value::ensemble::told::{shares, tell, width};

use serde_json::{Value, json};

use crate::support::close::assert_close;
use crate::support::futures::{horizon, rows, with_ensemble};
use crate::support::program::{assert_says, headwater};
use crate::support::shipped::{OLDHAM, area, evidence};
use crate::support::what_if::try_scenario;

const DEFAULT: &str = r#"{"shift":{"share_of_acute":0.01,"ramp_years":5},"funding":"growth_only","horizon_years":12,
    "programmes":"evidence_mix"}"#;
const MIXED: &str = r#"{"shift":{"share_of_acute":0.02,"ramp_years":2},"funding":"cut_first","horizon_years":10,"programmes":{
    "stop_smoking":{"share":0.3},"warm_homes":{"share":0.2},"employment":{"share":0.1},"adult_social_care":{"share":0.2}},
    "switches":{"cashable_share":"two_thirds"}}"#;
const RATHER_MANY: usize = 24;

#[test]
fn the_draw_of_central_values_gives_the_answer() {
    let area = area(&[OLDHAM]);
    let draws = Draws::new(evidence(), 1, 1..=1).unwrap();
    for json in [DEFAULT, MIXED] {
        let scenario = try_scenario(json).unwrap();
        let tables = Tables::for_scenario(evidence(), &scenario).unwrap();
        let ground = Ground::new(&area, &tables);
        let run = |draw| {
            let ground = Cow::Borrowed(&ground);
            let plan = Plan::in_future(draw, ground, &area, &tables, evidence(), &scenario).unwrap();
            simulate(&plan, what_if::run::Part::default())
        };
        let (drawn, plain) = (run(draws.row(0)), run(None));
        assert!(plain.flows.list.iter().any(|flow| flow.sum(usize::MAX, 0.0) != 0.0));
        assert_eq!(drawn.flows, plain.flows);
        assert_eq!(drawn.ledger, plain.ledger);
        assert_eq!(drawn.occupancy, plain.occupancy);
    }
}

#[test]
fn nothing_moved_is_exactly_nothing_in_every_future() {
    let nothing = r#"{"shift":{"share_of_acute":0},"funding":"cut_first","programmes":{"stop_smoking":{"share":0.5}}}"#;
    for json in ["{}", nothing] {
        let rows = rows((&area(&[OLDHAM]), json), (7, 1, 8), horizon());
        assert_eq!(rows.len(), 8);
        let of_figures = |group: &str| group != "payer" && group != "fairness";
        for (at, block) in rows.blocks.iter().enumerate().filter(|(_, block)| of_figures(&block.group)) {
            assert!(rows.block(at).iter().flatten().all(|value| *value == 0.0), "{json}: {block:?}");
        }
        assert!(rows.lines.is_empty(), "{json}: {:?}", rows.lines);
    }
}

#[test]
fn futures_differ_and_the_same_seed_gives_the_same_ones() {
    let area = area(&[OLDHAM]);
    let first = rows((&area, DEFAULT), (1, 1, RATHER_MANY), horizon());
    assert_eq!(first, rows((&area, DEFAULT), (1, 1, RATHER_MANY), horizon()));
    assert_ne!(first.columns, rows((&area, DEFAULT), (2, 1, RATHER_MANY), horizon()).columns);
    let stays = first.figure("outcome", "emergency_admissions", Part::Horizon, 0).unwrap();
    let distinct: std::collections::BTreeSet<u64> = stays.iter().map(|value| value.to_bits()).collect();
    assert_eq!(distinct.len(), RATHER_MANY, "every future has its own figure");
}

/// A table as it goes to another thread: what its numbers are, and the numbers.
fn parts(rows: &Rows) -> (serde_json::Value, Vec<f64>) {
    (rows.head(), rows.all_columns().flatten().copied().collect())
}

#[test]
fn rows_do_not_depend_on_who_ran_them_or_what_else_was_asked_for() {
    let area = area(&[OLDHAM]);
    let whole = rows((&area, MIXED), (3, 1, RATHER_MANY), horizon());
    let part = |number: usize, (first, last): (usize, usize)| -> Rows {
        with_ensemble((&area, MIXED), (3, first, last), (number, 2), horizon(), |ensemble| ensemble.run().unwrap())
    };
    // Two workers, each with half of the baselines, each in two chunks; brought together in the wrong order.
    let mut together = Rows::new(whole.years, false, 3);
    for rows in [part(1, (13, 24)), part(0, (1, 12)), part(1, (1, 12)), part(0, (13, 24))] {
        let (head, numbers) = parts(&rows);
        let head = serde_json::from_str(&head.to_string()).unwrap();
        together.append(Rows::from_parts(&head, &[&numbers]).unwrap()).unwrap();
    }
    together.sort();
    assert_eq!(together, whole);
    assert_eq!(ranges(&together, 3, 2026), ranges(&whole, 3, 2026));
    let fewer = rows((&area, MIXED), (3, 1, 5), horizon());
    for (fewer, whole) in fewer.columns.iter().zip(&whole.columns) {
        assert_eq!(fewer[..], whole[..5]);
    }
    let (head, numbers) = parts(&whole);
    assert!(Rows::from_parts(&head, &[&numbers[1..]]).is_none(), "a number is missing");
    let other = rows((&area, DEFAULT), (3, 1, 2), horizon());
    assert!(together.append(other).is_err(), "rows of another scenario");
}

/// What parts say together, their columns divided into so many shares: heads and numbers share by share.
fn told(parts: &[Rows], of: usize) -> Result<Vec<(Value, Vec<f64>)>, Faults> {
    let cut = |rows: &Rows| (Rows::from_head(&rows.head()).unwrap(), shares(&rows.blocks, true, of));
    let heads: Vec<(Rows, Vec<usize>)> = parts.iter().map(cut).collect();
    let one = |share: usize| {
        let numbers = |(rows, (head, cuts)): (&Rows, &(Rows, Vec<usize>))| -> Vec<f64> {
            let before = (0..share).map(|share| width(head, cuts, share)).sum();
            rows.all_columns().skip(before).take(width(head, cuts, share)).flatten().copied().collect()
        };
        let numbers: Vec<Vec<f64>> = parts.iter().zip(&heads).map(numbers).collect();
        tell(&heads, share, 2026, &mut |part, from, into| {
            into.copy_from_slice(&numbers[part][from..from + into.len()]);
        })
    };
    (0..of).map(one).collect()
}

#[test]
fn what_is_told_is_what_the_document_says_however_rows_and_columns_are_divided() {
    let area = area(&[OLDHAM]);
    let view = || View { set_in_motion: true, ..View::WHOLE };
    let whole = rows((&area, MIXED), (3, 1, RATHER_MANY), view());
    let part = |number: usize, (first, last): (usize, usize)| -> Rows {
        with_ensemble((&area, MIXED), (3, first, last), (number, 2), view(), |ensemble| ensemble.run().unwrap())
    };
    let mut parts = vec![part(1, (13, 24)), part(0, (1, 12)), part(1, (1, 12)), part(0, (13, 24))];
    let [(head, numbers)] = told(std::slice::from_ref(&whole), 1).unwrap().try_into().unwrap();
    let bits = |numbers: &[f64]| numbers.iter().map(|number| number.to_bits()).collect::<Vec<u64>>();
    for of in 1..=3 {
        let found = told(&parts, of).unwrap();
        let least = found.iter().map(|(_, own)| own.len()).min().unwrap();
        assert!(least * of * 4 > numbers.len(), "a share of {of} with {least} of {} numbers", numbers.len());
        let all: Vec<f64> = found.into_iter().flat_map(|(_, numbers)| numbers).collect();
        assert_eq!(bits(&all), bits(&numbers), "{of} shares");
    }
    // The first series of the document, figure by figure; the page's own check reads all of it (scripts/checks/parity.mjs).
    let first = &head["blocks"][0];
    let series = &ranges(&whole, 3, 2026)["outcomes"][first[1].as_str().unwrap()]["difference"];
    let names = ["low90", "low50", "middle", "high50", "high90", "mean", "above_zero", "below_zero"];
    for (name, list) in names.iter().zip(numbers.chunks(whole.years)) {
        assert_eq!(series[name], serde_json::json!(list), "{name}");
    }
    let twice = parts[0].clone();
    parts.push(twice);
    assert!(told(&parts, 2).is_err(), "a part twice");
    parts.truncate(3);
    assert!(told(&parts, 2).is_err(), "a part is missing");
    assert!(told(&[], 1).is_err(), "no parts");
    let other = rows((&area, DEFAULT), (3, 25, 26), view());
    assert!(told(&[whole, other], 2).is_err(), "rows of another scenario");
}

#[test]
fn transfers_net_to_zero_in_every_future() {
    let rows = rows((&area(&[OLDHAM]), MIXED), (5, 1, RATHER_MANY), View::WHOLE);
    let transfers: Vec<_> = rows.lines.iter().filter(|line| line.kind == "transfer").collect();
    assert!(transfers.len() > 3, "{}", transfers.len());
    for (year, row) in (0..=rows.years).flat_map(|year| (0..rows.len()).map(move |row| (year, row))) {
        let pounds = transfers.iter().map(|line| line.columns[year][row]);
        let (net, moved) = pounds.fold((0.0, 0.0), |(net, all), pounds: f64| (net + pounds, all + pounds.abs()));
        assert!(net.abs() <= 1e-9 * moved, "{net} of {moved}");
    }
}

#[test]
fn a_figure_the_visitor_sets_is_not_drawn() {
    let json = r#"{"shift":{"gbp_per_year":1000000,"ramp_years":1},"funding":"cut_first","horizon_years":10,"programmes":{},
        "assumptions":{"nhs_cost_per_qaly_gbp":8000,"base.mortality_trend_share":-0.01}}"#;
    let view = View { set_in_motion: true, ..horizon() };
    let rows = rows((&area(&[OLDHAM]), json), (1, 1, 6), view);
    let lost = rows.figure("outcome", "qalys_cut", Part::Motion, 0).unwrap();
    // Ten years of a million at 8,000 pounds a healthy year, whatever else is drawn: only their dates differ.
    lost.iter().for_each(|lost| assert_close(*lost, -10.0 * 1e6 / 8000.0, 1e-4, "healthy years lost"));
}

#[test]
fn what_nobody_agreed_to_is_not_drawn() {
    // All of what is averted becomes cash, and no future sends any of it back to prevention.
    let cash = MIXED.replace("two_thirds", "all");
    let rows = rows((&area(&[OLDHAM]), &cash), (1, 1, 6), horizon());
    let released = rows.figure("kind", "cash", Part::Single, 0).unwrap();
    assert!(released.iter().all(|cash| *cash > 0.0), "{released:?}");
    for year in 0..10 {
        let captured = rows.figure("money", "captured", Part::Year, year).unwrap();
        assert!(captured.iter().all(|pounds| *pounds == 0.0), "{captured:?} in year {year}");
    }
}

#[test]
fn a_summary_by_hand() {
    let values = [4.0, -1.0, 2.0, 0.0, 3.0];
    let summary = Summary::of(&values).unwrap();
    assert_eq!(summary.quantiles[1..4], [0.0, 2.0, 3.0]);
    assert_close(summary.quantiles[0], -0.8, 1e-15, "5%");
    assert_close(summary.quantiles[4], 3.8, 1e-15, "95%");
    assert_close(summary.mean, 1.6, 1e-15, "mean");
    assert_eq!((summary.above_zero, summary.below_zero), (0.6, 0.2));
    assert_eq!(Summary::of(&[1.0, f64::NAN]), None);
    assert_eq!(Summary::of(&[]), None);
    let bars = histogram(&values);
    let counted: f64 = bars["counts"].as_array().unwrap().iter().filter_map(serde_json::Value::as_f64).sum();
    assert_eq!((bars["from"].as_f64(), bars["to"].as_f64(), counted), (Some(-1.0), Some(4.0), 5.0));
}

#[test]
fn years_of_having_the_money_back_are_whole_and_count_those_who_never_have() {
    let never = f64::INFINITY;
    // Twenty who pay: the 1st, 5th, 10th, 15th and 19th of them in order; and three who pay nothing.
    let mut years: Vec<f64> = (0..14).map(f64::from).chain([never; 6]).chain([f64::NAN; 3]).collect();
    years.swap(2, 17);
    let found = BrokenEven::of(&years);
    assert_eq!(found.quantiles, [0.0, 4.0, 9.0, never, never]);
    assert_close(found.never, 6.0 / 23.0, 1e-15, "never");
    assert_eq!(BrokenEven::of(&[7.0]).quantiles, [7.0; 5]);
    assert_eq!(BrokenEven::of(&[never, f64::NAN]).quantiles, [never; 5]);
    assert!(BrokenEven::of(&[f64::NAN; 4]).quantiles.iter().all(|year| year.is_nan()));
}

#[test]
fn ranges_hold_what_they_say() {
    let rows = rows((&area(&[OLDHAM]), DEFAULT), (1, 1, RATHER_MANY), View::WHOLE);
    let document = ranges(&rows, 1, 2026);
    assert_eq!(document["draws"], RATHER_MANY);
    for (id, outcome) in document["outcomes"].as_object().unwrap() {
        for year in 0..12 {
            let at = |name: &str| outcome["difference"][name][year].as_f64().unwrap();
            let order = ["low90", "low50", "middle", "high50", "high90"].map(at);
            assert!(order.is_sorted(), "{id} in year {year}: {order:?}");
            assert!(at("above_zero") + at("below_zero") <= 1.0, "{id}");
        }
        assert_eq!(outcome["paths"].as_array().unwrap().len(), 20, "{id}");
        assert_eq!(outcome["paths"][0].as_array().unwrap().len(), 12, "{id}");
        assert_eq!(outcome["by_quintile"].as_array().unwrap().len(), 5, "{id}");
    }
    assert_eq!(document["estimates"].as_object().unwrap().len(), 5);
    for (payer, found) in document["payers"].as_object().unwrap() {
        let shares: Vec<f64> =
            found["break_even"]["by_year"].as_array().unwrap().iter().filter_map(serde_json::Value::as_f64).collect();
        assert!(shares.is_sorted() && shares.iter().all(|share| (0.0..=1.0).contains(share)), "{payer}: {shares:?}");
        let of = |key: &str| found["break_even"][key].as_f64().unwrap();
        let ever = shares.last().copied().unwrap_or(0.0);
        assert_close(ever + of("never") + of("nothing_paid"), 1.0, 1e-12, payer);
        // Each quantile is the first year by which so many of those who pay have it back.
        let paid = 1.0 - of("nothing_paid");
        for (level, share) in QUANTILES.into_iter().filter(|_| paid > 0.0) {
            let first = shares.iter().position(|back| *back >= share * paid - 1e-9);
            let wanted = first.map_or(json!("never"), |t| json!(2026 + t));
            assert_eq!(found["break_even"]["quantiles"][level], wanted, "{payer}, {level}");
        }
    }
    // The hospital budget is cut in every future and nothing pays it back in this one.
    assert_eq!(document["payers"]["nhs_hospital"]["break_even"]["never"], 1.0);
    assert_eq!(document["payers"]["nhs_hospital"]["break_even"]["quantiles"]["low90"], "never");
    assert!(!document["ledger"].as_array().unwrap().is_empty());
}

#[test]
fn draws_that_cannot_be_are_refused_in_words() {
    for (draws, says) in [("0", "1"), ("10000000", "100000"), ("many", "whole number"), ("20000", "at most 10000")] {
        let asked = ["run", "--place", OLDHAM, "--scenario", "presets/default.json", "--draws", draws];
        assert_says(&headwater(&asked).faulty(), &["--draws", draws, says]);
    }
    for seed in ["-1", "a", "1.5", "99999999999999999999"] {
        let asked = ["run", "--place", OLDHAM, "--scenario", "presets/default.json", "--draws", "10", "--seed", seed];
        assert_says(&headwater(&asked).faulty(), &["--seed", seed, "whole number"]);
    }
}
