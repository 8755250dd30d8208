//! Residents of a place by year, sex and single age if nothing changes.
//!
//! The base is mid-2023; between the base and the published years, and between published years, numbers change in a
//! straight line; beyond the last published year they are held. Inside an age band the single ages follow England.

use crate::inputs::place::{BySexBand, Place};
use crate::model::tables::{SexAge, Tables};
use crate::strata::{AGES, BANDS, band_of};

/// How the residents of a year are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Inside the publisher's projection.
    Projected,
    /// After its last year: held.
    Held,
    /// The place has no projection: held at the base.
    NoProjection,
}

/// Residents by sex and band at mid-year, and how they are known.
#[must_use]
pub fn residents_by_band(place: &Place, year: u32) -> (BySexBand, Reach) {
    let Some(projection) = &place.projection else { return (place.population, Reach::NoProjection) };
    let mut before = (place.population_year, &place.population);
    for (known, residents) in projection.years.iter().zip(&projection.residents) {
        if year <= *known {
            let share = f64::from(year.saturating_sub(before.0)) / f64::from(known - before.0);
            return (between(before.1, residents, share), Reach::Projected);
        }
        before = (*known, residents);
    }
    (*before.1, Reach::Held)
}

fn between(start: &BySexBand, end: &BySexBand, share: f64) -> BySexBand {
    let mut residents = [[0.0; BANDS]; 2];
    for sex in 0..2 {
        for band in 0..BANDS {
            residents[sex][band] = start[sex][band] * (1.0 - share) + end[sex][band] * share;
        }
    }
    residents
}

/// Residents by sex and single age: bands spread by England's shape.
#[must_use]
pub fn single_ages(bands: &BySexBand, tables: &Tables) -> SexAge {
    let mut residents = [[0.0; AGES]; 2];
    for sex in 0..2 {
        for (age, value) in residents[sex].iter_mut().enumerate() {
            *value = bands[sex][band_of(age)] * tables.age_share[sex][age];
        }
    }
    residents
}

/// Births of a year: one fifth of the children under five.
#[must_use]
pub fn births(bands: &BySexBand) -> [f64; 2] {
    [bands[0][0] / 5.0, bands[1][0] / 5.0]
}
