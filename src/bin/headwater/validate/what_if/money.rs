//! What the money does: hospital pence per pound, what comes back to public budgets, which programmes pay for themselves.

use rayon::prelude::*;
use serde_json::json;

use super::measures::{hospital, nhs, public};
use super::published::{compare, short};
use super::trial::{OLDHAM, Ran, best_evidenced, one_programme, place, run};
use crate::validate::report::{Grid, Section, count};
use crate::validate::study::Study;

/// Share of acute spending the default plan moves, and years of its run.
const DEFAULT: (f64, u32) = (0.01, 20);
/// Pounds a year and years for each programme alone.
const ALONE: (f64, f64) = (1e6, 10.0);

/// Hospital pence per pound, what comes back to public budgets, and how many programmes pay for themselves.
pub fn section(study: &Study) -> Section {
    let default =
        place(study, OLDHAM).and_then(|place| run(study, place, &best_evidenced(DEFAULT.0, DEFAULT.1, "growth_only")));
    let new = place(study, OLDHAM).and_then(|place| {
        let mut overlay = best_evidenced(DEFAULT.0, DEFAULT.1, "new_money");
        overlay["switches"] = json!({ "added_life_costs": "left_out" });
        run(study, place, &overlay)
    });
    let spent = |ran: &Ran| ran.what_if.money.iter().map(|year| year.spent).sum::<f64>();
    let per_pound = |ran: &Ran, of: &[f64]| of.iter().sum::<f64>() / spent(ran);
    let years = |ran: &Ran| ran.what_if.flows.list.first().map_or(0, |flow| flow.by_year.len());
    let (alone, grid) = programmes_alone(study);
    Section {
        title: "What the money does",
        method: "Oldham, 1% of acute spending for 20 years into the best-evidenced mix. Pence per pound: as the default plan, with the care of longer lives counted. Return to public budgets: as new money, followed to the end, without the care of longer lives, as such reports do. Programmes alone: £1m a year each for ten years in Oldham.",
        comparisons: vec![
            compare(study, "plans.pence", &default.as_ref().map(|ran| per_pound(ran, &hospital(&ran.what_if, 20)))),
            compare(study, "plans.fiscal_return", &new.as_ref().map(|ran| per_pound(ran, &public(&ran.what_if, years(ran)))))
                .because("the mix is not a whole public health grant, and no value is put on crime, school or work: returns that hold those come out higher"),
            compare(
                study,
                "plans.nhs_share",
                &new.as_ref().map(|ran| {
                    nhs(&ran.what_if, years(ran)).iter().sum::<f64>() / public(&ran.what_if, years(ran)).iter().sum::<f64>()
                }),
            ),
            compare::<String>(study, "plans.saved_money", &Ok(alone)),
        ],
        grids: vec![grid],
    }
}

/// Share of programmes that bring public budgets back what they cost within the years paid, and the numbers behind it.
fn programmes_alone(study: &Study) -> (f64, Grid) {
    let mut grid = Grid::new(&["programme alone", "hospital pounds per pound", "public pounds per pound"]);
    let ids: Vec<&str> = study.evidence.programmes.iter().map(|programme| programme.id.as_str()).collect();
    let back: Vec<(f64, f64)> = ids
        .par_iter()
        .map(|id| {
            let ran = place(study, OLDHAM)
                .and_then(|place| run(study, place, &one_programme(id, ALONE.0, ALONE.1, "", false)));
            ran.map_or((f64::NAN, f64::NAN), |ran| {
                let (run, years) = (&ran.what_if, ran.what_if.years);
                let spent: f64 = run.money.iter().map(|year| year.spent).sum();
                (hospital(run, years).iter().sum::<f64>() / spent, public(run, years).iter().sum::<f64>() / spent)
            })
        })
        .collect();
    for (id, (hospital, public)) in ids.iter().zip(&back) {
        grid.rows.push(vec![(*id).to_string(), short(*hospital), short(*public)]);
    }
    let saving = back.iter().filter(|(_, public)| *public >= 1.0).count();
    (count(saving) / count(ids.len()), grid)
}
