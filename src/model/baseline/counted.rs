//! What is counted in one year, cell by cell over all places of an area.

use super::NOBODY;
use super::part::{Part, all_cause_trend, use_of};
use crate::math;
use crate::model::population::{births, residents_by_band, single_ages};
use crate::model::tables::{ByAge, Cells, NO_CELLS, SexAge, Tables, bands};
use crate::strata::{AGES, QUINTILES};

/// What is counted in one year, summed over the parts.
#[derive(Debug, Clone)]
pub(super) struct YearCells {
    pub(super) residents: Cells,
    pub(super) deaths: Cells,
    pub(super) hospital: [Cells; 3],
    pub(super) exposed: Vec<Cells>,
    /// Residents multiplied by the factor of each disease's deaths.
    pub(super) scaled_residents: Vec<Cells>,
    /// Mortality of the mix of fifths and of each fifth, and share not in good health, weighted over the parts.
    pub(super) mix: SexAge,
    pub(super) by_fifth: Cells,
    pub(super) ill_health: SexAge,
    pub(super) births: [f64; 2],
    /// Acute hospital spending if care per person stays the same, pounds: each place by its own bed-days.
    pub(super) acute_gbp: f64,
}

impl YearCells {
    pub(super) fn new(tables: &Tables) -> YearCells {
        YearCells {
            residents: NO_CELLS,
            deaths: NO_CELLS,
            hospital: [NO_CELLS; 3],
            exposed: vec![NO_CELLS; tables.exposures.len()],
            scaled_residents: vec![NO_CELLS; tables.diseases.len()],
            mix: [[0.0; AGES]; 2],
            by_fifth: NO_CELLS,
            ill_health: [[0.0; AGES]; 2],
            births: [0.0; 2],
            acute_gbp: 0.0,
        }
    }

    /// Counts year `t` of all parts, replacing what was counted before.
    pub(super) fn count(&mut self, parts: &[Part<'_>], tables: &Tables, t: u32) {
        self.clear();
        let trend = all_cause_trend(tables, t);
        let growth = math::pow_int(1.0 + tables.hospital_growth, t);
        let mut weights = [[0.0; AGES]; 2];
        let mut fifth_weights = NO_CELLS;
        for part in parts {
            let (bands_of_year, _) = residents_by_band(part.place, tables.start_year + t);
            let born = births(&bands_of_year);
            let people = single_ages(&bands_of_year, tables);
            self.acute_gbp += part.acute_gbp_per_bed_day * growth * use_of(part.place, &people, &part.hospital[1]);
            for sex in 0..2 {
                self.births[sex] += born[sex];
                for age in 0..AGES {
                    let weight = people[sex][age] + NOBODY;
                    weights[sex][age] += weight;
                    self.mix[sex][age] += weight * part.mortality.mix[sex][age] * trend;
                    self.ill_health[sex][age] +=
                        weight * part.ill_health.as_ref().map_or(f64::NAN, |share| share[sex][age]);
                }
                for quintile in 0..QUINTILES {
                    self.count_fifth(part, sex, quintile, &people[sex], (trend, growth), &mut fifth_weights);
                }
            }
        }
        divide(&mut self.mix, &weights);
        divide(&mut self.ill_health, &weights);
        for (rates, weights) in
            self.by_fifth.iter_mut().flatten().flatten().zip(fifth_weights.iter().flatten().flatten())
        {
            *rates /= weights;
        }
    }

    fn count_fifth(
        &mut self,
        part: &Part<'_>,
        sex: usize,
        quintile: usize,
        people: &ByAge,
        (trend, growth): (f64, f64),
        fifth_weights: &mut Cells,
    ) {
        let share = part.place.quintile_shares[quintile];
        let band_of = bands();
        for age in 0..AGES {
            let residents = people[age] * share;
            let rate = part.mortality.rate[sex][quintile][age] * trend;
            self.residents[sex][quintile][age] += residents;
            self.deaths[sex][quintile][age] += residents * rate;
            let weight = residents + NOBODY;
            fifth_weights[sex][quintile][age] += weight;
            self.by_fifth[sex][quintile][age] += weight * rate;
            for (total, rates) in self.hospital.iter_mut().zip(&part.hospital) {
                total[sex][quintile][age] += residents * rates[sex][quintile][age] * growth;
            }
            for (total, shares) in self.exposed.iter_mut().zip(&part.exposed) {
                total[sex][quintile][age] += residents * shares[sex][quintile][age];
            }
            for (total, scale) in self.scaled_residents.iter_mut().zip(&part.death_scale) {
                total[sex][quintile][age] += residents * scale[sex][quintile][band_of[age]];
            }
        }
    }

    fn clear(&mut self) {
        let zero = |cells: &mut Cells| cells.iter_mut().flatten().for_each(|row| row.fill(0.0));
        zero(&mut self.residents);
        zero(&mut self.deaths);
        zero(&mut self.by_fifth);
        self.hospital.iter_mut().for_each(zero);
        self.exposed.iter_mut().for_each(zero);
        self.scaled_residents.iter_mut().for_each(zero);
        self.mix.iter_mut().for_each(|row| row.fill(0.0));
        self.ill_health.iter_mut().for_each(|row| row.fill(0.0));
        self.births = [0.0; 2];
        self.acute_gbp = 0.0;
    }
}

fn divide(totals: &mut SexAge, weights: &SexAge) {
    for (total, weight) in totals.iter_mut().flatten().zip(weights.iter().flatten()) {
        *total /= weight;
    }
}
