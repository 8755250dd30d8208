//! The diseases of a place: official shares of deaths, and no life of their own.

use headwater::model::baseline;
use headwater::model::tables::Tables;
use headwater::strata::{BANDS, QUINTILES, SEXES, Sex, band_ages};
use headwater::value::outcomes::{Outcomes, Selection};

use super::{SAMPLE, alone, cells, diseases, shipped};

/// Official share of all deaths by sex, band and fifth, read straight from the committed table.
fn official_share(cause: &str, selection: Selection) -> f64 {
    let table = shipped::evidence().tables.get("deaths_by_cause").expect("deaths_by_cause");
    let shares = table.numbers("share_of_all_deaths").expect("shares");
    let (low, _) = band_ages(selection.band.expect("a band"));
    let fifth = (selection.quintile.expect("a fifth") + 1).to_string();
    let sex = selection.sex.map(Sex::word);
    let is_it = |row: &usize| {
        table.word("cause", *row) == Some(cause)
            && table.word("sex", *row) == sex
            && table.word("imd_quintile", *row) == Some(fifth.as_str())
            && table.word("age_low", *row) == Some(low.to_string().as_str())
    };
    (0..table.rows()).find(is_it).map_or(0.0, |row| shares[row])
}

fn hold_official_shares(run: &Outcomes, name: &str) -> usize {
    let mut compared = 0;
    for disease in diseases() {
        for cell in cells() {
            let expected = official_share(disease, cell);
            let all = shipped::value(run, "deaths", 0, cell);
            let of_it = shipped::value(run, &format!("deaths.{disease}"), 0, cell);
            if all > 0.0 && expected > 0.0 && followed(disease, cell) {
                let off = (of_it / all / expected - 1.0).abs();
                assert!(off < 0.01, "{name} {disease} {cell:?}: {} of all deaths, official {expected}", of_it / all);
                compared += 1;
            } else {
                assert_eq!(of_it, 0.0, "{name} {disease} {cell:?}: none in the official counts");
            }
        }
    }
    compared
}

/// True if the model follows the disease in this sex.
fn followed(disease: &str, cell: Selection) -> bool {
    let rates = shipped::tables().diseases.iter().find(|rates| rates.id == disease).expect("the disease");
    cell.sex.is_some_and(|sex| rates.sexes.contains(&sex))
}

#[test]
fn causes_hold_their_official_shares_of_deaths_in_the_first_year() {
    for code in SAMPLE.into_iter().chain([shipped::ENGLAND]) {
        let compared = hold_official_shares(&shipped::run(&[code], 1), code);
        // Six diseases, 14 or 15 bands from age 20, five fifths, two sexes but for breast cancer; less what nobody died of.
        assert!(compared > 600, "{code}: only {compared} cells compared");
    }
    hold_official_shares(&shipped::run(&SAMPLE, 1), "joined");
}

#[test]
fn six_diseases_are_about_a_third_of_england_s_deaths() {
    // model.md B1: about 36% of deaths in 2026.
    let six: f64 = diseases().map(|id| shipped::total(shipped::england(), &format!("deaths.{id}"), 0)).sum();
    let share = six / shipped::total(shipped::england(), "deaths", 0);
    assert!((0.33..0.39).contains(&share), "{share}");
}

#[test]
fn no_cell_ever_has_more_deaths_of_diseases_than_deaths() {
    for code in SAMPLE.into_iter().chain([shipped::ENGLAND]) {
        let run = shipped::run(&[code], 30);
        for year in 0..30 {
            for cell in cells() {
                let all = shipped::value(&run, "deaths", year, cell);
                let mut six = 0.0;
                for disease in diseases() {
                    let deaths = shipped::value(&run, &format!("deaths.{disease}"), year, cell);
                    assert!(deaths >= 0.0, "{code} {disease} year {year} {cell:?}: {deaths}");
                    six += deaths;
                }
                assert!(six <= all, "{code} year {year} {cell:?}: {six} of six diseases among {all} deaths");
            }
        }
    }
}

#[test]
fn nobody_has_a_disease_who_does_not_live_here() {
    let run = shipped::run(&[shipped::OLDHAM], 30);
    for year in [0, 15, 29] {
        for cell in cells() {
            let people = shipped::value(&run, "population", year, cell);
            for disease in diseases() {
                let ill = shipped::value(&run, &format!("living_with.{disease}"), year, cell);
                let new = shipped::value(&run, &format!("new_cases.{disease}"), year, cell);
                assert!((0.0..=people).contains(&ill), "{disease} year {year} {cell:?}: {ill} of {people}");
                assert!(new >= 0.0 && new <= people, "{disease} year {year} {cell:?}: {new} new of {people}");
            }
        }
    }
}

#[test]
fn prevalence_does_not_drift_by_itself() {
    // With no trend in rates, the share ill of a cell can change only by the ages inside it, and those are held to England's.
    let tables = Tables { mortality_trend: 0.0, ..shipped::tables().clone() };
    let run = baseline::run(&alone(&shipped::place(shipped::OLDHAM)), &tables, 30);
    let mut compared = 0;
    for disease in diseases() {
        let id = format!("living_with.{disease}");
        for cell in cells() {
            let share = |year| shipped::value(&run, &id, year, cell) / shipped::value(&run, "population", year, cell);
            for year in 1..30 {
                let drift = (share(year) - share(0)).abs();
                assert!(drift <= 1e-14, "{id} year {year} {cell:?}: moved by {drift:e}");
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 6 * 29 * SEXES.len() * BANDS * QUINTILES);
}

#[test]
fn a_falling_trend_lowers_new_cases_and_deaths_at_every_age() {
    // And what it moves, it moves the way it says: a share of people of the same age.
    let run = shipped::run(&[shipped::OLDHAM], 18);
    let rate =
        |id: &str, year, cell| shipped::value(&run, id, year, cell) / shipped::value(&run, "population", year, cell);
    for cell in cells().filter(|cell| cell.band.is_some_and(|band| band >= 8)) {
        for disease in diseases().filter(|disease| followed(disease, cell)) {
            let id = format!("new_cases.{disease}");
            assert!(rate(&id, 17, cell) < rate(&id, 0, cell), "{id} {cell:?}");
        }
        assert!(rate("deaths", 17, cell) < rate("deaths", 0, cell), "{cell:?}");
    }
}
