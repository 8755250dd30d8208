//! Deaths of England: the yearly path, and how they fall on the fifths.

use headwater::inputs::evidence::Table;
use headwater::math;
use headwater::model::mortality::{FIT_YEAR, PlaceMortality};
use headwater::model::population::{residents_by_band, single_ages};
use headwater::strata::{BANDS, QUINTILES, SEXES, Sex};
use headwater::value::outcomes::Selection;

use super::report::{Comparison, Grid, Section, Verdict, percent_off};
use super::study::Study;
use crate::output::readable;

/// Years of the official counts: deaths registered in 2014, 2015 and 2016.
pub const COUNTED_YEARS: f64 = 3.0;
/// Deaths of a year must be this close to those registered, as a ratio.
const PATH_TOLERANCE: f64 = 0.02;
/// First band of the official counts, 20-24.
pub const FIRST_BAND: usize = 4;
/// Each fifth's share of all deaths must be this close to the official one.
const FIFTH_TOLERANCE: f64 = 0.02;
/// Ages at which the mix of fifths is shown: first and last band.
const MIX_AGES: [(&str, usize, usize); 3] = [("20-64", 4, 12), ("65-84", 13, 16), ("85 and over", 17, 18)];

/// Deaths of England by year. No official path is in the packs.
pub fn total(study: &Study) -> Section {
    let mut grid = Grid::new(&["year", "residents", "births", "deaths", "deaths before 75", "published deaths"]);
    for year in (0..study.england_run.years).filter(|year| *year < 5 || year % 5 == 4) {
        grid.rows.push(vec![
            (study.england_run.start_year as usize + year).to_string(),
            readable(study.england("population", year)),
            readable(study.england("births", year)),
            readable(study.england("deaths", year)),
            readable(study.england("deaths_under_75", year)),
            "not in the packs".into(),
        ]);
    }
    Section {
        title: "Deaths in England by year",
        method: "Residents of each year times the rates of that year. An official projection of deaths would be the natural target; none is in the packs.",
        comparisons: vec![
            registered(study, 2023),
            registered(study, 2024),
            Comparison::new(
                format!("Deaths in England, {} and after", study.england_run.start_year),
                "the official projection of deaths is not in the packs",
                readable(study.england("deaths", 0)),
                Verdict::Gap,
            ),
            old_rates(study),
        ],
        grids: vec![grid],
    }
}

/// Deaths of a year before the run starts: residents of its middle, rates carried there by the trend.
fn registered(study: &Study, year: u32) -> Comparison {
    let fitted = PlaceMortality::fit(&study.england, &study.tables);
    let people = single_ages(&residents_by_band(&study.england, year).0, &study.tables);
    let trend = math::pow_int(1.0 + study.tables.mortality_trend, year - FIT_YEAR);
    let deaths = |(people, rate): (&f64, &f64)| people * rate * trend;
    let ours: f64 = people.iter().flatten().zip(fitted.mix.iter().flatten()).map(deaths).sum();
    let what = format!("Deaths registered in England, {year}");
    match study.published(&format!("england.deaths_registered_{year}")) {
        Some(known) => Comparison::new(
            what,
            format!("{} registered, within {:.0}%", readable(known), PATH_TOLERANCE * 100.0),
            format!("{} ({})", readable(ours), percent_off(ours / known)),
            Verdict::within(ours / known - 1.0, PATH_TOLERANCE),
        ),
        None => Comparison::new(what, "no count of registered deaths is in the packs", readable(ours), Verdict::Gap),
    }
}

/// Official deaths and person-years of all causes in a group over the counted years; `fifth` is 1 to 5 or `all`. The table
/// holds causes and their shares, so all deaths are worked back from the commonest cause of the group.
pub fn official(table: &Table, sex: Sex, fifth: &str, band: usize) -> Option<(f64, f64)> {
    let (deaths, years, share) =
        (table.numbers("deaths")?, table.numbers("person_years")?, table.numbers("share_of_all_deaths")?);
    let low = (band * 5).to_string();
    let row = (0..table.rows())
        .filter(|row| {
            table.word("sex", *row) == Some(sex.word())
                && table.cell("imd_quintile", *row) == fifth
                && table.cell("age_low", *row) == low
        })
        .max_by(|a, b| deaths[*a].total_cmp(&deaths[*b]))?;
    Some((deaths[row] / share[row], years[row]))
}

fn old_rates(study: &Study) -> Comparison {
    let (counted, expected) = against_old_rates(study);
    Comparison::new(
        format!(
            "Deaths at 20 and over, {}, against the death rates of 2014-16 by sex and age",
            study.tables.start_year
        ),
        format!("{} if rates had not moved since 2014-16", readable(expected)),
        format!("{} ({})", readable(counted), percent_off(counted / expected)),
        Verdict::Shown,
    )
    .because("what the model says mortality did in eleven years")
}

/// Deaths at 20 and over in the first year: the model's, and what the rates of 2014-16 would give.
fn against_old_rates(study: &Study) -> (f64, f64) {
    let Some(table) = study.table("deaths_by_cause") else { return (f64::NAN, f64::NAN) };
    let (mut ours, mut expected) = (0.0, 0.0);
    for sex in SEXES {
        for band in FIRST_BAND..BANDS {
            let group = Selection { sex: Some(sex), band: Some(band), quintile: None };
            ours += study.england_of("deaths", 0, group);
            let rate = official(table, sex, "all", band).map_or(f64::NAN, |(deaths, years)| deaths / years);
            expected += study.england_of("population", 0, group) * rate;
        }
    }
    (ours, expected)
}

/// Deaths by fifth, and the mix of fifths at each age behind them.
pub fn fifths(study: &Study) -> Section {
    let bands = FIRST_BAND..BANDS;
    let counted = shares_of_fifths(|fifth| of_fifth(study, fifth, bands.clone()).0);
    let ours = shares_of_fifths(|fifth| in_fifth(study, "deaths", fifth, bands.clone()));
    let mut comparisons = Vec::new();
    for (fifth, words) in [(0, "most"), (QUINTILES - 1, "least")] {
        comparisons.push(
            Comparison::new(
                format!("Share of deaths at 20 and over in the {words} deprived fifth"),
                format!("{:.1}% in 2014-16, within {:.0} points", counted[fifth] * 100.0, FIFTH_TOLERANCE * 100.0),
                format!("{:.1}%", ours[fifth] * 100.0),
                Verdict::within(ours[fifth] - counted[fifth], FIFTH_TOLERANCE),
            )
            .because("the mix of fifths is held the same at all ages, as the table below shows; in life poorer fifths are younger"),
        );
    }
    let mut grid = Grid::new(&["residents aged", "", "fifth 1 (most deprived)", "2", "3", "4", "5"]);
    for (label, first, last) in MIX_AGES {
        let official = shares_of_fifths(|fifth| of_fifth(study, fifth, first..last + 1).1);
        let model = shares_of_fifths(|fifth| in_fifth(study, "population", fifth, first..last + 1));
        for (whose, shares) in [("official, 2014-16", official), ("model", model)] {
            let mut row = vec![label.to_string(), whose.to_string()];
            row.extend(shares.map(|share| format!("{:.1}%", share * 100.0)));
            grid.rows.push(row);
        }
    }
    Section {
        title: "Deaths by fifth",
        method: "England, first year, against the official counts of deaths and residents of 2014-16 by fifth.",
        comparisons,
        grids: vec![grid],
    }
}

fn shares_of_fifths(count: impl Fn(usize) -> f64) -> [f64; QUINTILES] {
    let counts: [f64; QUINTILES] = std::array::from_fn(count);
    let total: f64 = counts.iter().sum();
    counts.map(|one| one / total)
}

/// Official deaths and person-years of a fifth (counted from 0) over bands.
fn of_fifth(study: &Study, fifth: usize, bands: std::ops::Range<usize>) -> (f64, f64) {
    let Some(table) = study.table("deaths_by_cause") else { return (f64::NAN, f64::NAN) };
    let mut sum = (0.0, 0.0);
    for sex in SEXES {
        for band in bands.clone() {
            let (deaths, years) = official(table, sex, &(fifth + 1).to_string(), band).unwrap_or((f64::NAN, f64::NAN));
            sum = (sum.0 + deaths, sum.1 + years);
        }
    }
    sum
}

fn in_fifth(study: &Study, series: &str, fifth: usize, bands: std::ops::Range<usize>) -> f64 {
    let of = |band| Selection { sex: None, band: Some(band), quintile: Some(fifth) };
    bands.map(|band| study.england_of(series, 0, of(band))).sum()
}

/// A series of England in the first year, 20 and over.
pub fn adults(study: &Study, series: &str) -> f64 {
    (FIRST_BAND..BANDS)
        .map(|band| study.england_of(series, 0, Selection { band: Some(band), ..Selection::default() }))
        .sum()
}
