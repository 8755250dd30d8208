//! Risk after quitting: what the model's curves say, against cohorts of people who stopped.

use headwater::inputs::evidence::Uncertainty;
use headwater::model::what_if::exposure::{Outcome, Risk};
use serde_json::json;

use super::published::short;
use super::trial::look;
use crate::output::readable;
use crate::validate::report::{Comparison, Section, Verdict};
use crate::validate::study::Study;

/// Years after quitting of both cohorts.
const YEARS: usize = 5;
/// Age at which risks are read.
const AGE: usize = 60;

/// Heart disease and deaths after quitting, against the effects of the pack that are shown and not used.
pub fn section(study: &Study) -> Section {
    let read = look(study, &study.england, &json!({}), |plan, _| {
        let heart = study.tables.diseases.iter().position(|disease| disease.id == "chd");
        let of = |outcome: Outcome, sex: usize| {
            plan.risks.smoking.iter().find(|risk| risk.outcome == outcome).map(|risk| within(risk, sex))
        };
        let heart = heart.and_then(|at| Some((of(Outcome::Disease(at), 0)? + of(Outcome::Disease(at), 1)?) / 2.0));
        (heart, of(Outcome::OtherCauses, 0))
    });
    let (heart, deaths) = read.unwrap_or((None, None));
    Section {
        title: "Risk after quitting",
        method: "Mean over the first five years after quitting of (1 + share of the excess left x (RR - 1)) / RR, at age 60, from the risks and the curve the model uses. The cohorts are shown in the pack and used nowhere, so these are independent.",
        comparisons: vec![
            against(
                study,
                "Heart disease of people who quit over people who go on, within five years",
                "stop_smoking.cvd_hr",
                heart,
            )
            .because("our mean of women and men at 60; heavy smokers in the USA"),
            against(
                study,
                "Deaths of women who quit over women who go on, within five years",
                "stop_smoking.mort_hr",
                deaths,
            )
            .because("ours is causes other than the six diseases; with them a little lower"),
        ],
        grids: Vec::new(),
    }
}

/// Mean relative risk over the first years, going on being 1.
fn within(risk: &Risk, sex: usize) -> f64 {
    let excess = risk.excess[sex][AGE];
    let left = |year: usize| risk.left.get(year).or(risk.left.last()).copied().unwrap_or(1.0);
    let ratio = |year: usize| (1.0 + 0.5 * (left(year) + left(year + 1)) * excess) / (1.0 + excess);
    #[allow(clippy::cast_precision_loss)] // five
    let years = YEARS as f64;
    (0..YEARS).map(ratio).sum::<f64>() / years
}

fn against(study: &Study, what: &str, effect: &str, ours: Option<f64>) -> Comparison {
    let (Some(record), Some(ours)) = (study.evidence.effects.get(effect), ours) else {
        return Comparison::new(what, "the pack has no such figure", "not run", Verdict::Gap);
    };
    let (low, high) = match &record.figure.uncertainty {
        Uncertainty::Range { low, high, .. } => (*low, *high),
        Uncertainty::Fixed(_) => (record.figure.value, record.figure.value),
    };
    Comparison::new(
        what,
        format!("{} ({} to {})", short(record.figure.value), readable(low), readable(high)),
        short(ours),
        if (low..=high).contains(&ours) { Verdict::Met } else { Verdict::Missed },
    )
}
