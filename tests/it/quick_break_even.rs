//! Years of breaking even by the quick engine of futures against the exact one, on the same draws: the share of futures in which
//! a payer has its money back by the end of each year, ever and never, and the middle year of those that do. The table that the
//! test prints is that of docs/VALIDATION.md.

use headwater::value::ensemble::quick::Ready;
use headwater::value::ensemble::record::{Part, View};
use headwater::value::ensemble::rows::Rows;
use headwater::value::ensemble::summary::quantile;

use crate::support::futures::with_ensemble;
use crate::support::shipped::{OLDHAM, area, bytes};

const START: f64 = 2026.0;

/// Draws of both engines: exact futures take long.
const DRAWS: usize = 48;

/// Most that the share of futures by the end of any year may differ: so many of the draws as land in the year beside.
const SHARES: f64 = 0.07;
/// Most that the middle year may differ.
const YEARS: f64 = 1.0;

/// Plans in which one payer gets its money back soon in some futures, late in others and never in the rest.
const WORK: &str = r#"{"shift":{"share_of_acute":0.002,"ramp_years":3},"programmes":{"employment":{"share":1}},"horizon_years":20,
    "funding":"new_money"}"#;
const HOMES: &str = r#"{"shift":{"share_of_acute":0.002,"ramp_years":3},"programmes":{"falls_adaptations":{"share":1}},
    "horizon_years":20,"funding":"new_money"}"#;

fn both(json: &str) -> (Rows, Rows) {
    let view = View { outcomes: Some(Vec::new()), fifths: false, ledger: false, set_in_motion: true };
    with_ensemble((&area(&[OLDHAM]), json), (1, 1, DRAWS), (0, 1), view, |ensemble| {
        (ensemble.run().unwrap(), Ready::new(ensemble).unwrap().run(ensemble).unwrap())
    })
}

/// Years of a payer, counted from 0: infinite where never, not a number where nothing was paid.
fn years(rows: &Rows, payer: &str) -> Vec<f64> {
    rows.figure("payer", payer, Part::BreakEven, 0).unwrap()
}

#[allow(clippy::cast_precision_loss)] // some draws
fn share(years: &[f64], keep: impl Fn(f64) -> bool) -> f64 {
    years.iter().filter(|year| keep(**year)).count() as f64 / years.len() as f64
}

/// The middle year of those futures that ever break even.
fn middle(years: &[f64]) -> Option<f64> {
    let mut ever: Vec<f64> = years.iter().copied().filter(|year| year.is_finite()).collect();
    ever.sort_by(f64::total_cmp);
    (!ever.is_empty()).then(|| quantile(&ever, 0.5))
}

/// Compares every payer that ever pays more than comes back.
fn hold(plan: &str, json: &str) -> usize {
    let (exact, quick) = both(json);
    let mut compared = 0;
    for block in exact.blocks.iter().filter(|block| block.part == Part::BreakEven) {
        let (one, other) = (years(&exact, &block.id), years(&quick, &block.id));
        let nothing = [&one, &other].map(|years| share(years, f64::is_nan));
        if nothing == [1.0, 1.0] {
            continue;
        }
        compared += 1;
        let gap = |keep: &dyn Fn(f64) -> bool| (share(&one, keep) - share(&other, keep)).abs();
        let by_year = (0..=140).map(|year| gap(&|of| of <= f64::from(year))).fold(0.0, f64::max);
        let shares = [&one, &other].map(|years| 100.0 * share(years, f64::is_finite));
        let middles = [&one, &other].map(|years| middle(years).map(|year| START + year));
        println!(
            "| Oldham, {plan} | {} | {:.0}% and {:.0}% | {:.1} points | {middles:?} |",
            block.id,
            shares[0],
            shares[1],
            100.0 * by_year
        );
        assert!(by_year <= SHARES, "{plan}, {}: shares by year differ by {by_year}", block.id);
        assert!(gap(&|of| of == f64::INFINITY) <= SHARES && gap(&f64::is_nan) <= SHARES, "{plan}, {}", block.id);
        match middles {
            [Some(one), Some(other)] => {
                assert!((one - other).abs() <= YEARS, "{plan}, {}: {one} and {other}", block.id)
            }
            [None, None] => {}
            found => panic!("{plan}, {}: {found:?}", block.id),
        }
    }
    compared
}

fn preset(name: &str) -> String {
    String::from_utf8(bytes(&format!("presets/{name}.json"))).unwrap()
}

#[test]
fn money_is_back_as_soon_and_as_often_as_in_the_exact_engine() {
    assert!(hold("default", &preset("default")) > 0);
    assert!(hold("new money", &preset("new-money")) > 0);
    assert!(hold("help into work, new money", WORK) > 0);
    assert!(hold("homes made safe, new money", HOMES) > 0);
}
