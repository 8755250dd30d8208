//! Each programme alone, at the size and as near the setting of its own study as a scenario can say it.

use rayon::prelude::*;

use super::measures::{Span, value};
use super::published::{Published, all, short};
use super::trial::{component, one_programme, place, pounds_for, run, without_the_others};
use crate::validate::report::{Comparison, Section, Verdict};
use crate::validate::study::Study;

/// One comparison for each row of the table.
pub fn section(study: &Study) -> Section {
    let rows: Vec<Published<'_>> = all(study).into_iter().filter(|row| !row.text("programme").is_empty()).collect();
    Section {
        title: "Each programme's own published results",
        method: "Each programme is run alone with new money, at the size of its study or a small one in England, once with every effect as published and once as the central run believes it (weak effects at a quarter). Trials that found nothing stand beside the others.",
        comparisons: rows.par_iter().map(|row| compare(study, *row)).collect(),
        grids: Vec::new(),
    }
}

fn compare(study: &Study, row: Published<'_>) -> Comparison {
    let what = format!("{}: {}", label(study, row.text("programme")), row.text("target"));
    if row.text("rule") == "gap" {
        return Comparison::new(what, row.target(study), "not run", Verdict::Gap).because(row.text("why"));
    }
    match (tried(study, row, true), tried(study, row, false)) {
        (Ok(published), Ok(default)) => {
            let judged = if row.text("judged") == "default" { default } else { published };
            Comparison::new(what, row.target(study), said(published, default), row.judge(study, judged))
                .because(row.text("why"))
        }
        (Err(reason), _) | (_, Err(reason)) => {
            Comparison::new(what, row.target(study), "could not be run", Verdict::Gap).because(reason)
        }
    }
}

fn said(published: f64, default: f64) -> String {
    let (published, default) = (short(published), short(default));
    if published == default { published } else { format!("as published {published}; central run {default}") }
}

fn label(study: &Study, programme: &str) -> String {
    study.evidence.programmes.get(programme).map_or(programme.to_string(), |record| record.label.clone())
}

/// Our figure for a row; an error says in words why there is none.
fn tried(study: &Study, row: Published<'_>, as_published: bool) -> Result<f64, String> {
    let words = |faults: headwater::error::Faults| faults.to_string();
    let programme = row.text("programme");
    let component = component(study, programme, row.text("component"))
        .ok_or_else(|| format!("the evidence has no component {} of {programme}", row.text("component")))?;
    let pounds = row
        .number("pounds")
        .unwrap_or_else(|| row.number("units").map_or(f64::NAN, |units| pounds_for(study, component, units)));
    let mut own = row.text("own").to_string();
    if !row.text("component").is_empty() {
        own += &without_the_others(study, component);
    }
    let overlay = one_programme(programme, pounds, row.number("paid_years").unwrap_or(1.0), &own, as_published);
    let ran = run(study, place(study, row.text("place")).map_err(words)?, &overlay).map_err(words)?;
    value(study, &ran, (row.text("measure"), row.text("per")), Span { until: row.number("until") })
}
