//! Deaths by cause: each of the six diseases against the official counts, and how far the six reach.

use headwater::inputs::evidence::Table;
use headwater::model::tables::DiseaseRates;
use headwater::strata::{BANDS, SEXES, Sex};
use headwater::value::outcomes::{Outcomes, Selection};

use super::deaths::{COUNTED_YEARS, FIRST_BAND, adults, official};
use super::report::{Comparison, Grid, Section, Verdict, count, largest};
use super::study::Study;
use crate::output::readable;

/// Each cause must hold its official share of deaths to this, as a ratio, in the first year.
const SHARE_TOLERANCE: f64 = 0.01;
/// Share of deaths the six diseases had in the project's own first trial, which the design was written from.
const TRIAL_SHARE: f64 = 0.36;
/// The six diseases' share of deaths must be this close to the target.
const COVER_TOLERANCE: f64 = 0.01;

/// Each cause: official counts of 2014-16 against the model's first year.
pub fn counts(study: &Study) -> Section {
    let mut grid = Grid::new(&[
        "cause",
        "deaths a year 2014-16",
        "model, first year",
        "ratio",
        "share of deaths at 20+ 2014-16",
        "share in the model",
    ]);
    let all_then = all_official(study);
    let all_now = adults(study, "deaths");
    let (mut six_then, mut six_now) = (0.0, 0.0);
    for disease in study.evidence.diseases.iter() {
        let then = official_cause(study, disease.table("deaths").map_or("", |(_, key)| key));
        let now = study.england(&format!("deaths.{}", disease.id), 0);
        six_then += then;
        six_now += now;
        grid.rows.push(row_of(&disease.label, then, now, all_then, all_now));
    }
    grid.rows.push(row_of("All six", six_then, six_now, all_then, all_now));
    grid.rows.push(row_of("All causes", all_then, all_now, all_then, all_now));
    Section {
        title: "Deaths by cause",
        method: "England. Official counts of 2014-16 (mean year) beside the model's first year. The model keeps each cause's share by sex, age band and fifth, so counts rise with all deaths and with age.",
        comparisons: vec![
            cover("deaths at 20 and over", "in 2014-16", six_then / all_then, six_now / all_now),
            cover("all deaths", "in the project's first trial", TRIAL_SHARE, six_now / study.england("deaths", 0))
                .because(
                    "the official counts give the share in the row above; the trial's figure is not a publication",
                ),
        ],
        grids: vec![grid],
    }
}

/// How much of all deaths the six diseases cover.
fn cover(of: &str, when: &str, target: f64, ours: f64) -> Comparison {
    Comparison::new(
        format!("Share of {of} from the six diseases"),
        format!("{:.1}% {when}, within {:.0} point", target * 100.0, COVER_TOLERANCE * 100.0),
        format!("{:.1}%", ours * 100.0),
        Verdict::within(ours - target, COVER_TOLERANCE),
    )
}

fn row_of(label: &str, then: f64, now: f64, all_then: f64, all_now: f64) -> Vec<String> {
    vec![
        label.to_string(),
        readable(then),
        readable(now),
        format!("{:.2}", now / then),
        format!("{:.1}%", then / all_then * 100.0),
        format!("{:.1}%", now / all_now * 100.0),
    ]
}

/// Official deaths a year at 20 and over, all causes.
pub fn all_official(study: &Study) -> f64 {
    let Some(table) = study.table("deaths_by_cause") else { return f64::NAN };
    let mut total = 0.0;
    for sex in SEXES {
        for band in FIRST_BAND..BANDS {
            total += official(table, sex, "all", band).map_or(f64::NAN, |(deaths, _)| deaths);
        }
    }
    total / COUNTED_YEARS
}

/// Official deaths a year of one cause.
pub fn official_cause(study: &Study, cause: &str) -> f64 {
    let Some(table) = study.table("deaths_by_cause") else { return f64::NAN };
    let Some(deaths) = table.numbers("deaths") else { return f64::NAN };
    let rows = (0..table.rows())
        .filter(|row| table.word("cause", *row) == Some(cause) && table.cell("imd_quintile", *row) == "all");
    rows.map(|row| deaths[row]).sum::<f64>() / COUNTED_YEARS
}

/// The rule of the first year, in every cell of every place.
pub fn shares(study: &Study) -> Section {
    let everywhere = study.runs.iter().chain(std::iter::once(&study.england_run));
    let differences: Vec<f64> = everywhere.flat_map(|run| share_differences(study, run)).collect();
    let worst = largest(&differences);
    let ours = format!("{worst:.1e} of itself, over {} cells", readable(count(differences.len())));
    let verdict = if differences.is_empty() { Verdict::Missed } else { Verdict::within(worst, SHARE_TOLERANCE) };
    Section {
        title: "Shares of deaths by cause in the first year",
        method: "For England and every place: each disease's deaths over all deaths of the same sex, age band and fifth, against the official share of 2014-16.",
        comparisons: vec![
            Comparison::new(
                "Largest difference of a cause's share, any place, sex, band and fifth",
                format!("official share, within {:.0}% of itself", SHARE_TOLERANCE * 100.0),
                ours,
                verdict,
            )
            .because("deaths of each disease are scaled to this share once, in the first year; later years follow the disease"),
        ],
        grids: Vec::new(),
    }
}

/// Differences over the cells of a run, each relative to its target. Targets are read from the table itself, not from what
/// the model made of it; men with breast cancer are counted with other causes.
fn share_differences(study: &Study, run: &Outcomes) -> Vec<f64> {
    let Some(table) = study.table("deaths_by_cause") else { return Vec::new() };
    let mut all = Vec::new();
    for (disease, record) in study.tables.diseases.iter().zip(study.evidence.diseases.iter()) {
        let cause = record.table("deaths").map_or("", |(_, key)| key);
        for row in (0..table.rows()).filter(|row| table.word("cause", *row) == Some(cause)) {
            if let Some((share, target)) = share_and_target(disease, table, row, run) {
                all.push((share / target - 1.0).abs());
            }
        }
    }
    all
}

/// A disease's share of deaths in the cell of a row, and the official one; `None` for rows that are no single cell, where
/// nobody died, or where the disease is not followed.
fn share_and_target(disease: &DiseaseRates, table: &Table, row: usize, run: &Outcomes) -> Option<(f64, f64)> {
    let sex = Sex::parse(table.word("sex", row)?).filter(|sex| disease.sexes.contains(sex))?;
    let quintile = table.cell("imd_quintile", row).parse::<usize>().ok()?.checked_sub(1)?;
    let band = table.cell("age_low", row).parse::<usize>().ok()? / 5;
    let group = Selection { sex: Some(sex), band: Some(band), quintile: Some(quintile) };
    let target = *table.numbers("share_of_all_deaths")?.get(row)?;
    let deaths = run.get("deaths")?.value(0, group).filter(|deaths| *deaths > 0.0)?;
    let own = run.get(&format!("deaths.{}", disease.id))?.value(0, group)?;
    (target > 0.0).then_some((own / deaths, target))
}
