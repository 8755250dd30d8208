//! Hospital use of England and what ageing does to beds.

use headwater::model::population::{residents_by_band, single_ages};
use headwater::model::tables::{DAYS, UseRate};

use super::report::{Comparison, Grid, Section, Verdict, percent_off};
use super::study::Study;
use crate::output::readable;

/// Totals the rates are scaled to must come back to this, as a ratio.
const SCALE_TOLERANCE: f64 = 1e-6;
/// Beds in use a year after the base must be this close to the count of that year, as a ratio.
const BEDS_TOLERANCE: f64 = 0.02;
/// Year whose residents the rates are scaled on.
const BASE_YEAR: u32 = 2023;
/// Last year of the trial's sentence about Oldham, and of the published projection of beds (2030-31).
const BEDS_YEAR: u32 = 2031;
/// Oldham, and the extra beds ageing alone needed by 2031 in the project's first trial.
const TRIAL: (&str, f64, f64) = ("E08000004", 25.0, 10.0);
/// Years of the published projection of beds, 2018-19 to 2030-31.
const BED_YEARS: f64 = 12.0;

/// England's totals.
pub fn totals(study: &Study) -> Section {
    let mut comparisons = scaled_totals(study);
    comparisons.push(next_year(study));
    comparisons.push(
        Comparison::new(
            "Emergency admissions in the monthly A&E return, 2023-24",
            format!("{} counted", readable(study.figure("england.emergency_admissions_ae_return"))),
            readable(use_of(study, study.tables.hospital.measures()[0], BASE_YEAR)),
            Verdict::Shown,
        )
        .because("another return with another definition; the model uses hospital records"),
    );
    let mut grid = Grid::new(&["England", "first year", "tenth year", "twentieth year"]);
    for series in ["emergency_admissions", "bed_days", "occupied_beds", "ae_attendances"] {
        let mut row = vec![series.to_string()];
        row.extend([0, 9, 19].map(|year| readable(study.england(series, year))));
        grid.rows.push(row);
    }
    Section {
        title: "Hospital use of England",
        method: "Rates are scaled so that the residents of mid-2023 make the totals of 2023-24; the first three rows show that the scaling works. How places differ is compared with a table that is not shipped, further down.",
        comparisons,
        grids: vec![grid],
    }
}

/// The totals the rates are scaled to.
fn scaled_totals(study: &Study) -> Vec<Comparison> {
    let counted = [
        ("Emergency admissions, 2023-24", "england.emergency_admissions", 1.0),
        ("General and acute beds in use, 2023-24", "england.beds_occupied_2023_24", DAYS),
        ("A&E attendances, all types, 2023-24", "england.ae_attendances", 1.0),
    ];
    let compare = |((what, target, per), rates): ((&str, &str, f64), &UseRate)| {
        let target = study.figure(target);
        let ours = use_of(study, rates, BASE_YEAR) / per;
        Comparison::new(
            what,
            format!("{} counted", readable(target)),
            format!("{} ({})", readable(ours), percent_off(ours / target)),
            Verdict::within(ours / target - 1.0, SCALE_TOLERANCE),
        )
    };
    counted.into_iter().zip(study.tables.hospital.measures()).map(compare).collect()
}

/// Beds a year later, which the rates were not scaled to.
fn next_year(study: &Study) -> Comparison {
    let ours = use_of(study, study.tables.hospital.measures()[1], BASE_YEAR + 1) / DAYS;
    let counted = study.figure("england.beds_occupied");
    Comparison::new(
        "General and acute beds in use, 2024-25, from the residents of mid-2024",
        format!("{} counted, within {:.0}%", readable(counted), BEDS_TOLERANCE * 100.0),
        format!("{} ({})", readable(ours), percent_off(ours / counted)),
        Verdict::within(ours / counted - 1.0, BEDS_TOLERANCE),
    )
    .because("a count the model was not scaled to")
}

/// Use of England's residents of a year at England's rates.
fn use_of(study: &Study, rates: &UseRate, year: u32) -> f64 {
    let people = single_ages(&residents_by_band(&study.england, year).0, &study.tables);
    people.iter().flatten().zip(rates.mean.iter().flatten()).map(|(people, rate)| people * rate).sum()
}

/// Beds needed as people age.
pub fn beds(study: &Study) -> Section {
    let (code, trial, tolerance) = TRIAL;
    let year = study.at(BEDS_YEAR);
    let run = study.places.iter().position(|place| place.code == code).and_then(|index| study.runs.get(index));
    let of = |year: usize| {
        run.and_then(|run| run.get("occupied_beds")).and_then(|beds| beds.total(year)).unwrap_or(f64::NAN)
    };
    let more = of(year) - of(0);
    let middle = study.figure("acute.extra_beds_needed_2030");
    Section {
        title: "Beds needed as people age",
        method: "Beds in use if care per person of each age stays as it is.",
        comparisons: vec![
            Comparison::new(
                format!("More beds in use in Oldham in {BEDS_YEAR} than in {}", study.tables.start_year),
                format!("about {trial:.0} in the project's first trial, within {tolerance:.0}"),
                format!("{more:.0} (from {:.0} to {:.0})", of(0), of(year)),
                Verdict::within(more - trial, tolerance),
            )
            .because("the trial had 376 beds in Oldham, from a table that may not be shipped; ours are scaled to the beds in use reported for England"),
            Comparison::new(
                "Extra beds in England, 2018-19 to 2030-31",
                format!("{} as published: {}", readable(middle), study.note("acute.extra_beds_needed_2030")),
                format!("{} at the model's rate a year over 12 years", readable(extra_beds(study, "primary"))),
                Verdict::Shown,
            )
            .because("its method is not in the packs; ours is ageing alone, with the slight fall of acute.growth_non_demographic"),
        ],
        grids: Vec::new(),
    }
}

/// Extra beds in England over the years of the published projection, at the run's number a year up to its last one;
/// `growth` is a side of the disagreement about demand.
pub fn extra_beds(study: &Study, growth: &str) -> f64 {
    let year = study.at(BEDS_YEAR);
    let beds = super::what_if::beds_under(study, growth, year).unwrap_or((f64::NAN, f64::NAN));
    (beds.1 - beds.0) / super::report::count(year) * BED_YEARS
}
