//! What a scenario changes, against what was published elsewhere: magnitudes of whole plans, and each programme's own result.

mod ceilings;
mod first_trial;
mod measures;
mod money;
mod place_wide;
mod programmes;
mod published;
mod quitting;
mod reinvestment;
mod top_down;
mod trial;

use headwater::model::tables::{ByAge, Cells, DAYS};
use serde_json::json;

use super::report::Section;
use super::study::Study;

pub use top_down::cost_per_healthy_year;

/// Utility of residents by sex, fifth and age, as the central run has it.
pub fn utility(study: &Study) -> Result<Cells, String> {
    trial::look(study, &study.england, &json!({}), |plan, _| *plan.costs.utility).map_err(|faults| faults.to_string())
}

/// Beds in use in England in the first and another year, under a side of the disagreement about demand.
pub fn beds_under(study: &Study, growth: &str, year: usize) -> Result<(f64, f64), String> {
    let overlay = json!({ "switches": { "demand_growth": growth } });
    let read = trial::look(study, &study.england, &overlay, |plan, _| {
        let beds = |year: usize| -> f64 {
            let base = &plan.ground.years[year];
            let rates = base.use_rate[1].iter().flatten().flatten();
            base.residents.iter().flatten().flatten().zip(rates).map(|(people, nights)| people * nights).sum::<f64>()
                / DAYS
        };
        (beds(0), beds(year))
    });
    read.map_err(|faults| faults.to_string())
}

/// England's residents of a year of the run, and social care a resident costs by age, pounds.
pub fn care(study: &Study, year: usize) -> Result<(Cells, ByAge), String> {
    let read = trial::look(study, &study.england, &json!({}), |plan, _| {
        (plan.ground.years[year].residents, *plan.costs.care_by_age)
    });
    read.map_err(|faults| faults.to_string())
}

/// All comparisons of the what-if side. A run that the packs do not allow becomes a row that says so.
pub fn sections(study: &Study) -> Vec<Section> {
    vec![
        top_down::billion(study),
        top_down::pairings(study),
        place_wide::section(study),
        money::section(study),
        first_trial::section(study),
        quitting::section(study),
        ceilings::section(study),
        reinvestment::section(study),
        programmes::section(study),
    ]
}
