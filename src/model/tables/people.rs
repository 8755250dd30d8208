//! Mortality, residents and health of England by single age.

use super::needs::Needs;
use super::{Cells, NO_CELLS, SexAge};
use crate::math;
use crate::strata::{AGES, BANDS, LAST_AGE, OPEN_BAND_AGE, SEXES, band_ages};

/// Last age of the published single-year life table; later ages continue its slope.
const LIFE_TABLE_LAST: usize = 100;
/// First age of the slope that is continued.
const SLOPE_FROM: usize = 95;

pub(super) fn extended_mortality(need: &mut Needs<'_>) -> SexAge {
    let Some(table) = need.table("mortality_england") else { return [[0.01; AGES]; 2] };
    let mut grid = need.fill(table, "mortality_rate", |_| true);
    need.complete("mortality_england", "mortality_rate", &grid, &SEXES, 0, LIFE_TABLE_LAST);
    for row in grid.cells.iter_mut().flatten() {
        let (first, last) = (row[SLOPE_FROM], row[LIFE_TABLE_LAST]);
        #[allow(clippy::cast_precision_loss)] // a difference of ages
        let slope = math::ln(last / first) / (LIFE_TABLE_LAST - SLOPE_FROM) as f64;
        for age in LIFE_TABLE_LAST + 1..AGES {
            #[allow(clippy::cast_precision_loss)]
            let years = (age - LIFE_TABLE_LAST) as f64;
            row[age] = last * math::exp(slope * years);
        }
    }
    grid.first_fifth()
}

pub(super) fn mortality_ratio(need: &mut Needs<'_>) -> Cells {
    let Some(table) = need.table("mortality_quintile_ratio") else { return NO_CELLS };
    let grid = need.fill(table, "rate_ratio", |_| true);
    need.complete("mortality_quintile_ratio", "rate_ratio", &grid, &SEXES, 0, LAST_AGE);
    grid.or_zero()
}

/// England's residents by single age; the open band 90 and over is spread like a life table further on.
pub(super) fn single_year_population(need: &mut Needs<'_>) -> SexAge {
    let Some(table) = need.table("population_england") else { return [[1.0; AGES]; 2] };
    let grid = need.fill(table, "population", |_| true);
    need.complete("population_england", "population", &grid, &SEXES, 0, OPEN_BAND_AGE);
    let mut population = grid.first_fifth();
    for row in &mut population {
        row[OPEN_BAND_AGE + 1..].fill(0.0);
    }
    population
}

/// Inside each five-year band England's own shape; inside 90 and over the years lived at each age of a life table.
pub(super) fn age_shares(population: &SexAge, mortality: &SexAge) -> SexAge {
    let mut shares = [[0.0; AGES]; 2];
    for sex in SEXES {
        let s = sex.index();
        let mut weights = population[s];
        let mut alive = 1.0;
        for age in OPEN_BAND_AGE..AGES {
            let deaths = alive * -math::exp_m1(-mortality[s][age]);
            weights[age] = alive - 0.5 * deaths;
            alive -= deaths;
        }
        for band in 0..BANDS {
            let (low, high) = band_ages(band);
            let total: f64 = weights[low..=high].iter().sum();
            for age in low..=high {
                shares[s][age] = weights[age] / total;
            }
        }
    }
    shares
}

pub(super) fn ill_health_shape(need: &mut Needs<'_>) -> SexAge {
    let Some(table) = need.table("utility_norms") else { return [[0.1; AGES]; 2] };
    let mut grid = need.fill(table, "utility", |_| true);
    let first = (0..AGES).find(|age| !grid.cells[0][0][*age].is_nan()).unwrap_or(0);
    let last = (0..AGES).rev().find(|age| !grid.cells[0][0][*age].is_nan()).unwrap_or(0);
    // The norms start at 20 and end in the eighties: held at both ends.
    for row in grid.cells.iter_mut().flatten() {
        let youngest = row[first];
        row[..first].fill(youngest);
    }
    grid.hold_beyond(last);
    need.complete("utility_norms", "utility", &grid, &SEXES, 0, LAST_AGE);
    grid.first_fifth().map(|row| row.map(|utility| 1.0 - utility))
}
