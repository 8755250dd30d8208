//! One place made ready: its rates fitted to what is published of it.

use super::money::acute_spend;
use super::{Lasting, NOBODY};
use crate::inputs::place::Place;
use crate::math;
use crate::model::disease::DiseaseBurden;
use crate::model::mortality::{FIT_YEAR, PlaceMortality, fit_ill_health};
use crate::model::population::{residents_by_band, single_ages};
use crate::model::tables::{ByAge, Cells, ExposurePattern, NO_CELLS, SexAge, Tables, bands};
use crate::strata::{AGES, BANDS, QUINTILES, SEXES};

/// One place made ready: everything about it that does not change from year to year.
#[derive(Debug, Clone)]
pub(super) struct Part<'a> {
    pub(super) place: &'a Place,
    pub(super) mortality: PlaceMortality,
    /// Share not in good health by sex and age; `None` where no healthy life expectancy is published.
    pub(super) ill_health: Option<SexAge>,
    /// Hospital use per resident: admissions, bed-days, A&E.
    pub(super) hospital: [Cells; 3],
    /// Share exposed, by exposure.
    pub(super) exposed: Vec<Cells>,
    /// Factor that brings each disease's deaths to the official share: by disease, sex, fifth and band.
    pub(super) death_scale: Vec<[[[f64; BANDS]; QUINTILES]; 2]>,
    /// Acute hospital spending per bed-day of the first year, pounds.
    pub(super) acute_gbp_per_bed_day: f64,
}

impl<'a> Part<'a> {
    pub(super) fn new(place: &'a Place, tables: &Tables) -> Part<'a> {
        let mortality = PlaceMortality::fit(place, tables);
        let ill_health = place.healthy_life_expectancy.map(|published| {
            SEXES.map(|sex| {
                let s = sex.index();
                fit_ill_health(published[s], &mortality.mix[s], &tables.ill_health_shape[s])
            })
        });
        let base = single_ages(&place.population, tables);
        let hospital = hospital_rates(place, tables);
        let (first, _) = residents_by_band(place, tables.start_year);
        let bed_days = use_of(place, &single_ages(&first, tables), &hospital[1]);
        Part {
            place,
            mortality,
            ill_health,
            hospital,
            acute_gbp_per_bed_day: if bed_days > 0.0 { acute_spend(place, tables) / bed_days } else { 0.0 },
            exposed: exposed_shares(place, tables, &base),
            death_scale: Vec::new(),
        }
    }

    /// Factors that make each disease's deaths in the first year the official share of all deaths, by sex, fifth, band.
    pub(super) fn fit_death_scale(&mut self, tables: &Tables, burden: &DiseaseBurden<'_, 1>) {
        let (residents, _) = residents_by_band(self.place, tables.start_year);
        let people = single_ages(&residents, tables);
        let trend = all_cause_trend(tables, 0);
        let band_of = bands();
        for (index, disease) in tables.diseases.iter().enumerate() {
            let mut scale = [[[0.0; BANDS]; QUINTILES]; 2];
            for sex in 0..2 {
                for quintile in 0..QUINTILES {
                    let mut deaths = [0.0; BANDS];
                    let mut unscaled = [0.0; BANDS];
                    for (age, year) in burden.by_age(index, sex, quintile).iter().enumerate() {
                        // Ages nobody has reached still shape the band's factor, or a small place would have none.
                        let weight = people[sex][age] + NOBODY;
                        deaths[band_of[age]] += weight * self.mortality.rate[sex][quintile][age] * trend;
                        unscaled[band_of[age]] += weight * year.mortality_rate[0];
                    }
                    for band in 0..BANDS {
                        if unscaled[band] > 0.0 {
                            scale[sex][quintile][band] =
                                disease.death_share[sex][quintile][band] * deaths[band] / unscaled[band];
                        }
                    }
                }
            }
            self.death_scale.push(scale);
        }
    }

    /// Its shares and factors by single year of age.
    pub(super) fn lasting(&self) -> Lasting {
        let band_of = bands();
        let by_age = |bands: &[f64; BANDS]| -> ByAge { std::array::from_fn(|age| bands[band_of[age]]) };
        let cells = |scale: &[[[f64; BANDS]; QUINTILES]; 2]| scale.each_ref().map(|row| row.each_ref().map(by_age));
        Lasting { exposed: self.exposed.as_slice().into(), death_scale: self.death_scale.iter().map(cells).collect() }
    }
}

/// England's use by age and fifth, times the place's need ratio; fifths normalised so that the place's total stays that
/// product, because the ratio already contains the place's mix of fifths.
fn hospital_rates(place: &Place, tables: &Tables) -> [Cells; 3] {
    let published = place.indicator("iod25_acute_morbidity").unwrap_or(0.0);
    let measures = tables.hospital.measures();
    std::array::from_fn(|measure| {
        let ratio = if place.is_country() { 1.0 } else { published / tables.morbidity_means[measure] };
        let mut rates = NO_CELLS;
        for sex in 0..2 {
            for age in 0..AGES {
                let fifths = &measures[measure].by_fifth[sex];
                let mix: f64 = (0..QUINTILES).map(|q| place.quintile_shares[q] * fifths[q][age]).sum();
                for quintile in 0..QUINTILES {
                    rates[sex][quintile][age] = measures[measure].mean[sex][age] * ratio * fifths[quintile][age] / mix;
                }
            }
        }
        rates
    })
}

/// Use of a place's residents at given rates.
pub(super) fn use_of(place: &Place, people: &SexAge, rates: &Cells) -> f64 {
    let mut total = 0.0;
    for sex in 0..2 {
        for quintile in 0..QUINTILES {
            let used: f64 = people[sex].iter().zip(&rates[sex][quintile]).map(|(people, rate)| people * rate).sum();
            total += used * place.quintile_shares[quintile];
        }
    }
    total
}

/// England's pattern by sex, age and fifth, scaled so that the place's level is the published one; never above 1.
pub(super) fn exposed_shares(place: &Place, tables: &Tables, people: &SexAge) -> Vec<Cells> {
    let share_of = |pattern: &ExposurePattern| {
        let level = place.indicator(&pattern.indicator).unwrap_or(0.0) / 100.0;
        let (mut everybody, mut unscaled) = (0.0, 0.0);
        for sex in 0..2 {
            for age in pattern.ages.0..=pattern.ages.1 {
                everybody += people[sex][age];
                let mix: f64 = (0..QUINTILES).map(|q| place.quintile_shares[q] * pattern.shape[sex][q][age]).sum();
                unscaled += people[sex][age] * mix;
            }
        }
        let factor = if unscaled > 0.0 { level * everybody / unscaled } else { 0.0 };
        pattern.shape.map(|fifths| fifths.map(|row| row.map(|value| (value * factor).min(1.0))))
    };
    tables.exposures.iter().map(share_of).collect()
}

/// All-cause mortality of a year relative to mid-2022, where the published life expectancies are centred.
pub(super) fn all_cause_trend(tables: &Tables, year: u32) -> f64 {
    math::pow_int(1.0 + tables.mortality_trend, (tables.start_year + year).saturating_sub(FIT_YEAR))
}
