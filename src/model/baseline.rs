//! A place if nothing changes: people, deaths, diseases, hospital use, exposures and money, year by year.
//!
//! One run reads as the method paragraph: residents of the year by sex, fifth and age; their deaths; the diseases one
//! year on; deaths of each disease held to their official share in the first year; hospital use; exposures; money.
//! Joined places are added cell by cell, so that everything counted is exactly the sum of the parts.

use std::sync::Arc;

use crate::error::Faults;
use crate::inputs::place::{Area, Place};
use crate::math;
use crate::model::disease::DiseaseBurden;
use crate::model::life_table::{healthy_life_expectancy, life_expectancy};
use crate::model::mortality::{FIT_YEAR, PlaceMortality, fit_ill_health};
use crate::model::population::{Reach, births, residents_by_band, single_ages};
use crate::model::series;
use crate::model::tables::{ByAge, Cells, DAYS, NO_CELLS, SexAge, Tables, bands};
use crate::strata::{AGES, BANDS, QUINTILES, SEXES, Sex};
use crate::value::outcomes::{Outcomes, Series, cell};

/// Ages at which published life expectancy is compared: the second.
const AGE_65: usize = 65;
/// Deaths before this age are counted apart.
const PREMATURE: usize = 75;
/// Weight that gives an age nobody of the place has reached a mortality rate all the same.
const NOBODY: f64 = 1e-9;

/// One place made ready: everything about it that does not change from year to year.
#[derive(Debug, Clone)]
struct Part<'a> {
    place: &'a Place,
    mortality: PlaceMortality,
    /// Share not in good health by sex and age; `None` where no healthy life expectancy is published.
    ill_health: Option<SexAge>,
    /// Hospital use per resident: admissions, bed-days, A&E.
    hospital: [Cells; 3],
    /// Share exposed, by exposure.
    exposed: Vec<Cells>,
    /// Factor that brings each disease's deaths to the official share: by disease, sex, fifth and band.
    death_scale: Vec<[[[f64; BANDS]; QUINTILES]; 2]>,
    /// Acute hospital spending per bed-day of the first year, pounds.
    acute_gbp_per_bed_day: f64,
}

/// What is counted in one year, summed over the parts.
#[derive(Debug, Clone)]
struct YearCells {
    residents: Cells,
    deaths: Cells,
    hospital: [Cells; 3],
    exposed: Vec<Cells>,
    /// Residents multiplied by the factor of each disease's deaths.
    scaled_residents: Vec<Cells>,
    /// Mortality of the mix of fifths and of each fifth, and share not in good health, weighted over the parts.
    mix: SexAge,
    by_fifth: Cells,
    ill_health: SexAge,
    births: [f64; 2],
    /// Acute hospital spending if care per person stays the same, pounds: each place by its own bed-days.
    acute_gbp: f64,
}

/// An area made ready to be counted in any year.
#[derive(Debug, Clone)]
pub struct Prepared<'a> {
    parts: Vec<Part<'a>>,
    tables: &'a Tables,
    /// What does not move from year to year, where the area is one place.
    lasting: Option<Lasting>,
}

/// Shares and factors of one place, the same in every year: all years hold the same memory.
#[derive(Debug, Clone)]
struct Lasting {
    exposed: Arc<[Cells]>,
    death_scale: Arc<[Cells]>,
}

/// Rates of one baseline year by sex, fifth and age: what a scenario changes.
#[derive(Debug, Clone, PartialEq)]
pub struct BaseYear {
    /// Residents at mid-year.
    pub residents: Cells,
    /// All-cause mortality, per person-year.
    pub mortality: Cells,
    /// Hospital use per resident: admissions, bed-days, A&E.
    pub use_rate: [Cells; 3],
    /// Share exposed, by exposure.
    pub exposed: Arc<[Cells]>,
    /// Factor on each disease's deaths.
    pub death_scale: Arc<[Cells]>,
    /// Acute hospital spending if care per person stays the same, pounds a year.
    pub acute_gbp: f64,
    /// Share not in good health; `None` where no healthy life expectancy is published for a part.
    pub ill_health: Option<SexAge>,
}

impl<'a> Prepared<'a> {
    /// Fits every place of the area.
    #[must_use]
    pub fn new(area: &'a Area, tables: &'a Tables) -> Prepared<'a> {
        let burden = DiseaseBurden::<1>::stationary(&tables.diseases);
        let mut parts: Vec<Part<'_>> = area.parts().iter().map(|place| Part::new(place, tables)).collect();
        for part in &mut parts {
            part.fit_death_scale(tables, &burden);
        }
        let lasting = if let [part] = parts.as_slice() { Some(part.lasting()) } else { None };
        Prepared { parts, tables, lasting }
    }

    /// The rates of year `t`.
    #[must_use]
    pub fn year(&self, t: u32) -> BaseYear {
        let mut cells = YearCells::new(self.tables);
        if self.lasting.is_some() {
            (cells.exposed, cells.scaled_residents) = (Vec::new(), Vec::new());
        }
        cells.count(&self.parts, self.tables, t);
        let per_resident = |counted: &Cells| {
            let mut rates = *counted;
            for (rate, people) in rates.iter_mut().flatten().flatten().zip(cells.residents.iter().flatten().flatten()) {
                *rate = if *people > 0.0 { *rate / people } else { 0.0 };
            }
            rates
        };
        BaseYear {
            use_rate: [
                per_resident(&cells.hospital[0]),
                per_resident(&cells.hospital[1]),
                per_resident(&cells.hospital[2]),
            ],
            exposed: match &self.lasting {
                Some(lasting) => Arc::clone(&lasting.exposed),
                None => cells.exposed.iter().map(per_resident).collect(),
            },
            death_scale: match &self.lasting {
                Some(lasting) => Arc::clone(&lasting.death_scale),
                None => cells.scaled_residents.iter().map(per_resident).collect(),
            },
            mortality: cells.by_fifth,
            residents: cells.residents,
            acute_gbp: cells.acute_gbp,
            ill_health: self.parts.iter().all(|part| part.ill_health.is_some()).then_some(cells.ill_health),
        }
    }
}

/// Runs an area for `years` years from the pack's start year if nothing changes.
#[must_use]
pub fn run(area: &Area, tables: &Tables, years: usize) -> Outcomes {
    let mut burden = DiseaseBurden::<1>::stationary(&tables.diseases);
    let prepared = Prepared::new(area, tables);
    let mut outcomes = Outcomes {
        start_year: tables.start_year,
        years,
        series: series::catalogue(tables).into_iter().map(|info| Series::new(info, years)).collect(),
        warnings: warnings(area, tables, years),
    };
    let mut cells = YearCells::new(tables);
    for year in 0..years {
        #[allow(clippy::cast_possible_truncation)] // at most a few hundred years
        let t = year as u32;
        if year > 0 {
            burden.step([math::pow_int(1.0 + tables.mortality_trend, t)]);
        }
        cells.count(&prepared.parts, tables, t);
        write_year(&mut outcomes, year, &cells, &burden, tables);
    }
    write_council_money(&mut outcomes, area, tables);
    outcomes
}

impl<'a> Part<'a> {
    fn new(place: &'a Place, tables: &Tables) -> Part<'a> {
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
    fn fit_death_scale(&mut self, tables: &Tables, burden: &DiseaseBurden<'_, 1>) {
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
    fn lasting(&self) -> Lasting {
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
fn use_of(place: &Place, people: &SexAge, rates: &Cells) -> f64 {
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
fn exposed_shares(place: &Place, tables: &Tables, people: &SexAge) -> Vec<Cells> {
    let share_of = |pattern: &crate::model::tables::ExposurePattern| {
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
fn all_cause_trend(tables: &Tables, year: u32) -> f64 {
    math::pow_int(1.0 + tables.mortality_trend, (tables.start_year + year).saturating_sub(FIT_YEAR))
}

impl YearCells {
    fn new(tables: &Tables) -> YearCells {
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
    fn count(&mut self, parts: &[Part<'_>], tables: &Tables, t: u32) {
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

/// Writes one year of every series. The order of writing is the order of [`series::catalogue`].
fn write_year(outcomes: &mut Outcomes, year: usize, cells: &YearCells, burden: &DiseaseBurden<'_, 1>, tables: &Tables) {
    let mut all = outcomes.series.iter_mut();
    let mut next = |write: &mut dyn FnMut(&mut Series)| {
        if let Some(series) = all.next() {
            write(series);
        }
    };
    next(&mut |series| sum_ages(series, year, &cells.residents, 0..AGES));
    next(&mut |series| {
        for sex in SEXES {
            series.set(year, Some(sex), None, cells.births[sex.index()]);
        }
        series.set(year, None, None, cells.births[0] + cells.births[1]);
    });
    next(&mut |series| sum_ages(series, year, &cells.deaths, 0..AGES));
    next(&mut |series| sum_ages(series, year, &cells.deaths, 0..PREMATURE));
    next(&mut |series| write_life(series, year, cells, 0));
    next(&mut |series| write_life(series, year, cells, AGE_65));
    next(&mut |series| {
        for sex in SEXES {
            let s = sex.index();
            series.set(year, Some(sex), None, healthy_life_expectancy(&cells.mix[s], &cells.ill_health[s], 0));
        }
    });
    for index in 0..tables.diseases.len() {
        next(&mut |series| write_disease(series, year, burden, index, &cells.residents, |of| of.prevalence[0]));
        next(&mut |series| {
            write_disease(series, year, burden, index, &cells.residents, |of| {
                of.incidence_rate[0] * (1.0 - of.mean_prevalence[0])
            });
        });
        next(&mut |series| {
            write_disease(series, year, burden, index, &cells.scaled_residents[index], |of| of.mortality_rate[0])
        });
    }
    for measure in &cells.hospital {
        next(&mut |series| sum_ages(series, year, measure, 0..AGES));
    }
    next(&mut |series| {
        sum_ages(series, year, &cells.hospital[1], 0..AGES);
        series.year_mut(year).iter_mut().for_each(|value| *value /= DAYS);
    });
    for exposed in &cells.exposed {
        next(&mut |series| sum_ages(series, year, exposed, 0..AGES));
    }
    next(&mut |series| series.set(year, None, None, cells.acute_gbp));
}

fn sum_ages(series: &mut Series, year: usize, cells: &Cells, ages: std::ops::Range<usize>) {
    let band_of = bands();
    let values = series.year_mut(year);
    for sex in 0..2 {
        for quintile in 0..QUINTILES {
            for age in ages.clone() {
                values[cell(sex, band_of[age], quintile)] += cells[sex][quintile][age];
            }
        }
    }
}

fn write_disease(
    series: &mut Series,
    year: usize,
    burden: &DiseaseBurden<'_, 1>,
    disease: usize,
    people: &Cells,
    rate: impl Fn(&crate::model::disease::AgeYear<1>) -> f64,
) {
    let band_of = bands();
    let values = series.year_mut(year);
    for sex in 0..2 {
        for quintile in 0..QUINTILES {
            for (age, of) in burden.by_age(disease, sex, quintile).iter().enumerate() {
                values[cell(sex, band_of[age], quintile)] += people[sex][quintile][age] * rate(of);
            }
        }
    }
}

fn write_life(series: &mut Series, year: usize, cells: &YearCells, age: usize) {
    for sex in SEXES {
        let s = sex.index();
        series.set(year, Some(sex), None, life_expectancy(&cells.mix[s], age));
        for quintile in 0..QUINTILES {
            series.set(year, Some(sex), Some(quintile), life_expectancy(&cells.by_fifth[s][quintile], age));
        }
    }
}

/// Council money is held, in real terms, at the latest return.
fn write_council_money(outcomes: &mut Outcomes, area: &Area, tables: &Tables) {
    for series in &mut outcomes.series {
        let id = series.info.id.clone();
        let Some(measure) = id.strip_prefix("money.").filter(|measure| *measure != series::ACUTE) else { continue };
        let value = council_money(area, measure, tables).unwrap_or(f64::NAN);
        for year in 0..outcomes.years {
            series.set(year, None, None, value);
        }
    }
}

/// A council total in the pack's price year: an older return is brought up by the deflator.
fn council_money(area: &Area, measure: &str, tables: &Tables) -> Option<f64> {
    let mut total = 0.0;
    for place in area.parts() {
        let datum = place.money.get(measure)?;
        let factor = datum.period.as_deref().map_or(Some(1.0), |period| tables.price_factor(period))?;
        total += datum.value * factor;
    }
    Some(total)
}

/// Acute hospital spending of a place in the first year, pounds of the pack's price year: England's total shared out by the
/// mean of two keys, each made to add to 1 over all places.
#[must_use]
pub fn acute_spend(place: &Place, tables: &Tables) -> f64 {
    if place.is_country() {
        return tables.acute_spend_gbp;
    }
    let (by_need, by_residents) = acute_keys(place);
    let share = 0.5 * (by_need / tables.acute_key_totals.0 + by_residents / tables.acute_key_totals.1);
    tables.acute_spend_gbp * share
}

/// The two keys of a place: allocation by need with the general-and-acute index in place of the overall one, and residents
/// times the general-and-acute index.
#[must_use]
pub fn acute_keys(place: &Place) -> (f64, f64) {
    let money = |id: &str| place.pounds(id).unwrap_or(0.0);
    let acute_index = money("nhs_need_index_ga");
    let by_need = money("nhs_core_allocation_need_share_gbp") * acute_index / money("nhs_need_index_overall");
    (by_need, place.residents() * acute_index)
}

fn warnings(area: &Area, tables: &Tables, years: usize) -> Vec<String> {
    let mut warnings = Vec::new();
    #[allow(clippy::cast_possible_truncation)]
    let last = tables.start_year + years.saturating_sub(1) as u32;
    for place in area.parts() {
        match residents_by_band(place, last).1 {
            Reach::Projected => {}
            Reach::Held => {
                let until = place.projection.as_ref().and_then(|p| p.years.last().copied()).unwrap_or(0);
                warnings.push(format!(
                    "{}: residents are projected to {until} and held at that level afterwards, so later deaths and use change only with the rates",
                    place.name
                ));
            }
            Reach::NoProjection => {
                warnings.push(format!("{}: no projection, residents are held at mid-2023", place.name))
            }
        }
        if place.healthy_life_expectancy.is_none() {
            warnings.push(format!("{}: healthy life expectancy is not published, so it is not shown", place.name));
        }
        for flag in place.flags.iter().filter(|flag| flag.kind == "donor") {
            warnings.push(format!("{}: {} is that of {}: {}", place.name, flag.path, flag.donor, flag.reason));
        }
    }
    warnings
}

/// Fitted multipliers on mortality of a place by sex: under 65, 65 and over. For reports.
#[must_use]
pub fn fitted_multipliers(place: &Place, tables: &Tables) -> [(f64, f64); 2] {
    let fitted = PlaceMortality::fit(place, tables);
    SEXES.map(|sex: Sex| {
        let multipliers = fitted.multipliers[sex.index()];
        (multipliers.under_65, multipliers.from_65)
    })
}

/// Life expectancy at birth and at 65 of the fitted rates before any trend, by sex: what is compared with the published.
#[must_use]
pub fn fitted_life(place: &Place, tables: &Tables) -> [(f64, f64); 2] {
    let fitted = PlaceMortality::fit(place, tables);
    SEXES.map(|sex: Sex| {
        let mix = &fitted.mix[sex.index()];
        (life_expectancy(mix, 0), life_expectancy(mix, AGE_65))
    })
}

/// Largest miss of a published life expectancy that a fit may have, years.
const FIT_TOLERANCE: f64 = 0.1;
/// Largest part of people exposed that may be lost because nobody can be exposed more than fully.
const LOST_EXPOSED: f64 = 0.005;

/// Checks that the model can be true to a place: its life expectancy can be reached, its exposures fit inside its people,
/// its money can be brought to one price year. Shipped places pass; a user's own may not.
///
/// # Errors
/// Every published figure the model cannot reproduce.
pub fn check(area: &Area, tables: &Tables) -> Result<(), Faults> {
    let mut faults = Faults::new();
    for place in area.parts() {
        let fitted = fitted_life(place, tables);
        for (sex, (published, (birth, age_65))) in SEXES.iter().zip(place.life_expectancy.iter().zip(fitted)) {
            for (what, wanted, found) in [("birth", published.birth, birth), ("age_65", published.age_65, age_65)] {
                if (wanted - found).abs() > FIT_TOLERANCE {
                    faults.add(
                        format!("{}: life_expectancy.{sex}.{what}", place.code),
                        wanted,
                        format!("cannot be reached with any plausible mortality; the nearest is {found:.1}"),
                    );
                }
            }
        }
        let people = single_ages(&place.population, tables);
        for (pattern, cells) in tables.exposures.iter().zip(exposed_shares(place, tables, &people)) {
            let all: f64 = people.iter().flat_map(|row| &row[pattern.ages.0..=pattern.ages.1]).sum();
            let wanted = place.indicator(&pattern.indicator).unwrap_or(0.0) / 100.0 * all;
            let found = use_of(place, &people, &cells);
            if wanted > 0.0 && (wanted - found) / wanted > LOST_EXPOSED {
                faults.add(
                    format!("{}: indicators.{}", place.code, pattern.indicator),
                    place.indicator(&pattern.indicator).unwrap_or(0.0),
                    "is so high that some groups would be exposed more than fully",
                );
            }
        }
        for (id, datum) in place.money.iter().filter(|(id, _)| series::is_council_money(id)) {
            if let Some(period) = datum.period.as_deref().filter(|period| tables.price_factor(period).is_none()) {
                faults.add(
                    format!("{}: money.{id}.period", place.code),
                    format!("\"{period}\""),
                    "is not a financial year of the table of prices",
                );
            }
        }
    }
    faults.finish(())
}
