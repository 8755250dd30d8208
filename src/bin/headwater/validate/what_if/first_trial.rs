//! The project's own first trial, from which the design was written: how far the model has moved since.

use headwater::error::Faults;
use headwater::inputs::place::Area;
use headwater::value::report::Input;
use headwater::value::topdown::{self, BottomUp};

use super::measures::flow;
use super::published::compare;
use super::trial::{OLDHAM, best_evidenced, look, place, run};
use crate::validate::report::Section;
use crate::validate::study::Study;

/// Share of acute spending the plan of the trial moved, and years of its run.
const PLAN: (f64, u32) = (0.01, 20);

/// Its figures beside ours. They are no publication.
pub fn section(study: &Study) -> Section {
    let seen = seen(study);
    let pick = |index: usize| seen.as_ref().map(|figures| figures[index]);
    Section {
        title: "The project's own first trial",
        method: "The design was written from a trial implementation on the same data. Its figures are no publication: they show how far the model has moved since.",
        comparisons: vec![
            compare(study, "first_trial.admissions_10", &pick(0)),
            compare(study, "first_trial.admissions_20", &pick(1)),
            compare(study, "first_trial.deaths", &deaths(study)),
            compare(study, "first_trial.per_million", &pick(2)),
            compare(study, "first_trial.break_even", &pick(3)),
            compare(study, "first_trial.share", &pick(4)),
        ],
        grids: Vec::new(),
    }
}

/// Fewer admissions in years 10 and 20, healthy years per £1m spent, break-even price, share of public health spending.
fn seen(study: &Study) -> Result<[f64; 5], Faults> {
    let oldham = place(study, OLDHAM)?;
    look(study, oldham, &best_evidenced(PLAN.0, PLAN.1, "growth_only"), |plan, what_if| {
        let area = Area::join(vec![oldham.clone()])?;
        let input = Input { evidence: &study.evidence, area: &area, plan, what_if, baseline: &study.england_run };
        let years = |id: &str| flow(what_if, id).unwrap_or_default();
        let fewer = |year: usize| years("emergency_admissions").get(year).map_or(f64::NAN, |moved| -moved);
        let spent: f64 = what_if.money.iter().map(|year| year.spent).sum();
        Ok([
            fewer(9),
            fewer(19),
            years("qalys_prevention").iter().sum::<f64>() * 1e6 / spent,
            topdown::bottom_up(&input).and_then(BottomUp::break_even_price).unwrap_or(f64::NAN),
            plan.full_gbp / oldham.pounds("public_health_net_gbp").unwrap_or(f64::NAN),
        ])
    })?
}

/// Fewer deaths under 75 in year 20 with the programmes of the same plan as new money: nothing is cut.
fn deaths(study: &Study) -> Result<f64, Faults> {
    let ran = run(study, place(study, OLDHAM)?, &best_evidenced(PLAN.0, PLAN.1, "new_money"))?;
    let moved = flow(&ran.what_if, "deaths_under_75").unwrap_or_default();
    Ok(moved.get(19).map_or(f64::NAN, |moved| -moved))
}
