//! Rates of the three-state diseases, calibrated, and their official shares of deaths.

use super::needs::{Needs, key};
use super::{Cells, NO_CELLS};
use crate::inputs::evidence::{Disease, Table};
use crate::strata::{AGES, BANDS, LAST_AGE, QUINTILES, SEXES, Sex, band_ages};

/// Rates of one three-state disease.
#[derive(Debug, Clone, PartialEq)]
pub struct DiseaseRates {
    /// Id.
    pub id: String,
    /// Name.
    pub label: String,
    /// Sexes it is followed in.
    pub sexes: Vec<Sex>,
    /// First age with rates; nobody younger is ill.
    pub first_age: usize,
    /// Incidence, calibrated so that the stored prevalence is about stationary.
    pub incidence_rate: Cells,
    /// Remission.
    pub remission_rate: Cells,
    /// Case fatality.
    pub case_fatality_rate: Cells,
    /// Prevalence as stored in the source, a check: the model starts from the stationary one.
    pub stored_prevalence: Cells,
    /// Share of all deaths, by sex, fifth and published band, in the official counts; `None` where none were counted.
    pub death_share: [[[f64; BANDS]; QUINTILES]; 2],
}

impl DiseaseRates {
    /// True if the disease is followed in the sex at this place among [`SEXES`].
    #[must_use]
    pub fn is_of(&self, sex: usize) -> bool {
        self.sexes.contains(&SEXES[sex])
    }
}

pub(super) fn disease_rates(need: &mut Needs<'_>, disease: &Disease, heart_as_stored: bool) -> DiseaseRates {
    let sexes: Vec<Sex> = disease.sex.map_or_else(|| SEXES.to_vec(), |sex| vec![sex]);
    let mut rates = DiseaseRates {
        id: disease.id.clone(),
        label: disease.label.clone(),
        sexes: sexes.clone(),
        first_age: 0,
        incidence_rate: NO_CELLS,
        remission_rate: NO_CELLS,
        case_fatality_rate: NO_CELLS,
        stored_prevalence: NO_CELLS,
        death_share: [[[0.0; BANDS]; QUINTILES]; 2],
    };
    if let Some((table, keep)) = picked(need, disease, "rates", "disease") {
        let mut bounds = (0, 0);
        let mut column = |need: &mut Needs<'_>, name: &str| {
            let mut grid = need.fill(table, name, &keep);
            let probe = sexes[0].index();
            let first = (0..AGES).find(|age| !grid.cells[probe][0][*age].is_nan()).unwrap_or(0);
            let last = (0..AGES).rev().find(|age| !grid.cells[probe][0][*age].is_nan()).unwrap_or(0);
            grid.hold_beyond(last);
            need.complete(&table.id, name, &grid, &sexes, first, LAST_AGE);
            bounds = (first, last);
            grid.or_zero()
        };
        rates.incidence_rate = column(need, "incidence_rate");
        rates.remission_rate = column(need, "remission_rate");
        rates.case_fatality_rate = column(need, "case_fatality_rate");
        rates.stored_prevalence = column(need, "prevalence_share");
        rates.first_age = bounds.0;
    }
    let heart = disease.id == "chd" || disease.id == "stroke";
    if !(heart && heart_as_stored) {
        calibrate(need, disease, &mut rates);
    }
    fill_death_shares(need, disease, &mut rates);
    rates
}

/// The table in a role of a disease, and a filter for this disease's rows.
fn picked<'a>(
    need: &mut Needs<'a>,
    disease: &Disease,
    role: &str,
    column: &'static str,
) -> Option<(&'a Table, impl Fn(usize) -> bool + use<'a>)> {
    let (id, key) = disease.table(role)?;
    let table = need.table(id)?;
    let rows: Vec<bool> = (0..table.rows()).map(|row| table.word(column, row) == Some(key)).collect();
    if !rows.contains(&true) {
        need.faults.add(
            format!("disease {}.{role}_key", disease.id),
            key,
            format!("the table {id} has no row with this {column}"),
        );
        return None;
    }
    Some((table, move |row: usize| rows.get(row).copied().unwrap_or(false)))
}

/// Multiplies incidence by the factor that keeps the stored prevalence about stationary.
fn calibrate(need: &mut Needs<'_>, disease: &Disease, rates: &mut DiseaseRates) {
    let Some((table, keep)) = picked(need, disease, "calibration", "disease") else { return };
    let Some(factors) = table.numbers("incidence_factor") else {
        need.faults.add(format!("table {}", table.id), "incidence_factor", "the model needs this column");
        return;
    };
    let mut found = [[false; QUINTILES]; 2];
    for (row, factor) in factors.iter().enumerate().filter(|(row, _)| keep(*row)) {
        let sex = table.word("sex", row).and_then(Sex::parse);
        let quintile = key(table, "imd_quintile", row).and_then(|text| text.parse::<usize>().ok());
        if let (Some(sex), Some(quintile @ 1..=QUINTILES)) = (sex, quintile) {
            found[sex.index()][quintile - 1] = true;
            for rate in &mut rates.incidence_rate[sex.index()][quintile - 1] {
                *rate *= factor;
            }
        }
    }
    for sex in &rates.sexes {
        if found[sex.index()].contains(&false) {
            need.faults.add(
                format!("table {}", table.id),
                format!("{}, {sex}", disease.id),
                "a fifth has no calibration factor",
            );
        }
    }
}

fn fill_death_shares(need: &mut Needs<'_>, disease: &Disease, rates: &mut DiseaseRates) {
    let Some((table, keep)) = picked(need, disease, "deaths", "cause") else { return };
    // The rows for all fifths together are sums of the five; spread over the fifths they would hide their differences.
    let of_one_fifth = |row: usize| keep(row) && key(table, "imd_quintile", row).as_deref() != Some("all");
    let grid = need.fill(table, "share_of_all_deaths", of_one_fifth);
    need.complete(&table.id, "share_of_all_deaths", &grid, &rates.sexes, rates.first_age, LAST_AGE);
    let cells = grid.or_zero();
    for sex in 0..2 {
        for quintile in 0..QUINTILES {
            for band in 0..BANDS {
                let (low, high) = band_ages(band);
                // Bands of the deaths table are the published ones, so every age of a band has the same share.
                let share = cells[sex][quintile][low];
                rates.death_share[sex][quintile][band] = share;
                if (low..=high).any(|age| cells[sex][quintile][age] != share) {
                    need.faults.add(
                        format!("table {}", table.id),
                        format!("ages {low} to {high}"),
                        "must be given in published five-year bands, 90 and over open",
                    );
                    return;
                }
            }
        }
    }
}
