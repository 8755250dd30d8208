//! Money that comes back and is spent again: a loop that must run dry below one, and be noticed at one.

use headwater::error::Faults;
use serde_json::{Value, json};

use super::measures::hospital;
use super::trial::{Ran, run};
use crate::output::readable;
use crate::validate::report::{Comparison, Section, Verdict, count, percent_off};
use crate::validate::study::Study;

/// A programme whose pounds come back early, without longer lives: support to care homes; its price as the pack names it.
const PROGRAMME: (&str, &str) = ("care_home_support", "care_home_support.unit_cost");
/// Pounds a year: so few that every pound buys the same. Years paid.
const SEED: (f64, usize) = (10_000.0, 30);
/// Shares of the cash that are captured and spent again.
const CAPTURED: [f64; 3] = [0.25, 0.5, 0.9];
/// The run against the sum by hand, as a ratio: residents of care homes grow a little older and more numerous by the year.
const TOLERANCE: f64 = 0.01;

/// The loop of the model against a sum of its own first round.
pub fn section(study: &Study) -> Section {
    let comparisons = tried(study).unwrap_or_else(|faults| {
        vec![
            Comparison::new("Reinvestment", "100 / (1 - c)", "could not be run", Verdict::Gap)
                .because(faults.to_string()),
        ]
    });
    Section {
        title: "Reinvestment",
        method: "England, £10,000 a year for 30 years into support to care homes, at a price at which every pound frees exactly one pound of hospital activity, all of it cash. A share c is captured and spent again a year later. Each round is then the one before times c, later: over all time a pound becomes 1 / (1 - c) pounds. Within 30 years it stays below that; how far below is worked out by hand from the run without capture.",
        comparisons,
        grids: Vec::new(),
    }
}

fn tried(study: &Study) -> Result<Vec<Comparison>, Faults> {
    let price = study.figure(PROGRAMME.1);
    let first = loop_at(study, price, 0.0)?;
    let yields = per_pound(&first);
    // At this price a pound brings back a pound.
    let fair = loop_at(study, price * yields, 0.0)?;
    let kernel = kernel(&fair);
    let mut comparisons: Vec<Comparison> = CAPTURED
        .iter()
        .map(|share| Ok(compare(*share, &kernel, &loop_at(study, price * yields, *share)?)))
        .collect::<Result<_, Faults>>()?;
    let machine = loop_at(study, price * yields * 0.999, 1.0)?;
    let noticed = machine.what_if.warnings.iter().any(|warning| warning.starts_with("money machine"));
    comparisons.push(Comparison::new(
        "All of it captured: a pound brings back a pound for ever",
        "never ends: the run must warn",
        if noticed { "warned of a money machine" } else { "no warning" },
        if noticed { Verdict::Met } else { Verdict::Missed },
    ));
    Ok(comparisons)
}

fn loop_at(study: &Study, price: f64, share: f64) -> Result<Ran, Faults> {
    let overlay: Value = json!({
        "funding": "new_money", "shift": { "gbp_per_year": SEED.0, "ramp_years": 1 }, "horizon_years": SEED.1,
        "programmes": { PROGRAMME.0: { "share": 1.0 } },
        "reinvest": { "capture_share": share, "delay_years": 1 },
        "assumptions": { PROGRAMME.1: price, "acute.exit_cost_share": 0.0 },
        "switches": { "cashable_share": "all", "added_life_costs": "left_out" },
    });
    run(study, &study.england, &overlay)
}

fn per_pound(ran: &Ran) -> f64 {
    let all = ran.what_if.flows.list.first().map_or(0, |flow| flow.by_year.len());
    hospital(&ran.what_if, all).iter().sum::<f64>() / ran.what_if.money.iter().map(|year| year.spent).sum::<f64>()
}

/// Cash by years after one pound, from a run of equal pounds: each year's cash less the year's before.
fn kernel(fair: &Ran) -> Vec<f64> {
    let cash = hospital(&fair.what_if, SEED.1);
    (0..SEED.1).map(|year| (cash[year] - if year > 0 { cash[year - 1] } else { 0.0 }) / SEED.0).collect()
}

fn compare(share: f64, kernel: &[f64], ran: &Ran) -> Comparison {
    let mut spent: Vec<f64> = Vec::new();
    let mut cash: Vec<f64> = Vec::new();
    for year in 0..SEED.1 {
        spent.push(SEED.0 + year.checked_sub(1).map_or(0.0, |before| share * cash[before]));
        cash.push((0..=year).map(|start| spent[start] * kernel[year - start]).sum());
    }
    let (by_hand, ours): (f64, f64) = (spent.iter().sum(), ran.what_if.money.iter().map(|year| year.spent).sum());
    let seed = SEED.0 * count(SEED.1);
    let limit = 1.0 / (1.0 - share);
    Comparison::new(
        format!("Share {share} captured: all spending over the seed"),
        format!("{} by hand within 30 years; {} over all time", short(by_hand / seed), short(limit)),
        format!("{} ({} of the sum by hand)", short(ours / seed), percent_off(ours / by_hand)),
        if (ours / by_hand - 1.0).abs() <= TOLERANCE && ours / seed <= limit { Verdict::Met } else { Verdict::Missed },
    )
}

fn short(value: f64) -> String {
    readable(value)
}
