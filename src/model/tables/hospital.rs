//! England's hospital use by sex, fifth and age, scaled to the totals of 2023-24.

use super::needs::Needs;
use super::{Cells, NO_CELLS, SexAge};
use crate::inputs::evidence::Table;
use crate::strata::{AGES, LAST_AGE, OPEN_BAND_AGE, QUINTILES, SEXES};

/// One measure of hospital use per resident and year, England 2023-24.
#[derive(Debug, Clone, PartialEq)]
pub struct UseRate {
    /// By sex, fifth and age.
    pub by_fifth: Cells,
    /// By sex and age, the fifths mixed as in England.
    pub mean: SexAge,
}

/// England's hospital use, by measure.
#[derive(Debug, Clone, PartialEq)]
pub struct HospitalUse {
    /// Emergency admissions.
    pub emergency_admissions: UseRate,
    /// General and acute bed-days.
    pub bed_days: UseRate,
    /// A&E attendances of all types.
    pub ae_attendances: UseRate,
}

impl HospitalUse {
    /// The measures in the order of [`super::Tables::morbidity_means`].
    #[must_use]
    pub const fn measures(&self) -> [&UseRate; 3] {
        [&self.emergency_admissions, &self.bed_days, &self.ae_attendances]
    }
}

/// Scales the shapes of 2011-12 to the England totals of 2023-24.
pub(super) fn hospital_use(need: &mut Needs<'_>, population: &SexAge) -> HospitalUse {
    let nothing = UseRate { by_fifth: NO_CELLS, mean: [[0.0; AGES]; 2] };
    let Some(table) = need.table("hospital_use") else {
        return HospitalUse {
            emergency_admissions: nothing.clone(),
            bed_days: nothing.clone(),
            ae_attendances: nothing,
        };
    };
    let episodes = use_shape(need, table, "emergency_episodes_per_person");
    let cost = use_shape(need, table, "emergency_cost_per_person_gbp_2011_12");
    let weights = use_shape(need, table, "population");
    let admissions = need.value("england.emergency_admissions");
    let beds = need.value("england.beds_occupied_2023_24");
    let ae_total = need.value("england.ae_attendances");
    let share = need.value("acute.ae_shape_emergency_share");
    let flat = [[[1.0; AGES]; QUINTILES]; 2];
    let by_emergency = scaled(&episodes, &weights, population, ae_total * share);
    let by_head = scaled(&flat, &weights, population, ae_total * (1.0 - share));
    let mut ae = by_emergency;
    for (value, more) in ae.iter_mut().flatten().flatten().zip(by_head.iter().flatten().flatten()) {
        *value += more;
    }
    HospitalUse {
        emergency_admissions: with_mean(scaled(&episodes, &weights, population, admissions), &weights),
        bed_days: with_mean(scaled(&cost, &weights, population, beds * DAYS), &weights),
        ae_attendances: with_mean(ae, &weights),
    }
}

/// Days of a year that turn beds into bed-days.
pub const DAYS: f64 = 365.0;

fn use_shape(need: &mut Needs<'_>, table: &Table, column: &str) -> Cells {
    let mut grid = need.fill(table, column, |_| true);
    let last = (0..AGES).rev().find(|age| !grid.cells[0][0][*age].is_nan()).unwrap_or(0);
    grid.hold_beyond(last);
    need.complete("hospital_use", column, &grid, &SEXES, 0, LAST_AGE);
    grid.cells
}

/// Mean over the fifths by sex and age, each fifth weighted by its people.
fn mean_of(shape: &Cells, weights: &Cells) -> SexAge {
    let mut mean = [[0.0; AGES]; 2];
    for sex in 0..2 {
        for age in 0..AGES {
            let people: f64 = (0..QUINTILES).map(|q| weights[sex][q][age]).sum();
            let total: f64 = (0..QUINTILES).map(|q| weights[sex][q][age] * shape[sex][q][age]).sum();
            mean[sex][age] = total / people;
        }
    }
    mean
}

fn with_mean(by_fifth: Cells, weights: &Cells) -> UseRate {
    let mean = mean_of(&by_fifth, weights);
    UseRate { by_fifth, mean }
}

/// Scales a shape so that England's residents, with the fifths mixed as in the shape's own year, make `total`.
fn scaled(shape: &Cells, weights: &Cells, population: &SexAge, total: f64) -> Cells {
    let mean = mean_of(shape, weights);
    let mut sum = 0.0;
    for sex in 0..2 {
        for age in 0..=OPEN_BAND_AGE {
            sum += population[sex][age] * mean[sex][age];
        }
    }
    let factor = total / sum;
    shape.map(|fifths| fifths.map(|row| row.map(|value| value * factor)))
}
