//! The evidence as the model reads it: dense arrays by sex, fifth and single year of age.
//!
//! Built once from the pack. Every cell the model will touch is checked here, so that a run cannot fail on data; a table
//! with a hole is a fault that names the cell.

mod diseases;
mod exposures;
mod hospital;
mod needs;
mod people;

pub use diseases::DiseaseRates;
pub use exposures::ExposurePattern;
pub use hospital::{DAYS, HospitalUse, UseRate};

use std::sync::Arc;

use needs::Needs;

use crate::error::Faults;
use crate::inputs::evidence::Evidence;
use crate::inputs::scenario::Scenario;
use crate::strata::{AGES, QUINTILES, band_of};

/// One value per single year of age.
pub type ByAge = [f64; AGES];
/// One value per sex and single year of age.
pub type SexAge = [ByAge; 2];
/// One value per sex, fifth and single year of age.
pub type Cells = [[ByAge; QUINTILES]; 2];

/// Zero everywhere.
pub const NO_CELLS: Cells = [[[0.0; AGES]; QUINTILES]; 2];

/// Everything the place model reads from the evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Tables {
    /// First year of a run.
    pub start_year: u32,
    /// England's mortality, mid-2022, ages 101 to 110 continued.
    pub mortality: SexAge,
    /// Mortality of each fifth relative to England.
    pub mortality_ratio: Cells,
    /// Share of a published band's residents who are of each single age.
    pub age_share: SexAge,
    /// England's residents by single age at mid-2023.
    pub england_population: SexAge,
    /// 1 - utility norm: the shape by age of not being in good health.
    pub ill_health_shape: SexAge,
    /// England's hospital use.
    pub hospital: HospitalUse,
    /// Three-state diseases, in order.
    pub diseases: Arc<[DiseaseRates]>,
    /// Exposures, in order.
    pub exposures: Vec<ExposurePattern>,
    /// Change of mortality and disease rates per year.
    pub mortality_trend: f64,
    /// Non-demographic growth of hospital use per year.
    pub hospital_growth: f64,
    /// England's acute hospital spending in the pack's price year, pounds a year.
    pub acute_spend_gbp: f64,
    /// Totals over all places of the two keys that share out acute spending.
    pub acute_key_totals: (f64, f64),
    /// Use-weighted mean over all places of `iod25_acute_morbidity`: admissions, bed-days, A&E.
    pub morbidity_means: [f64; 3],
    /// Deflator: pounds of each financial year in pounds of the pack's price year.
    pub price_factors: Vec<(String, f64)>,
}

impl Tables {
    /// Takes from the evidence everything a place run needs.
    ///
    /// # Errors
    /// All holes and missing parameters.
    pub fn new(evidence: &Evidence) -> Result<Tables, Faults> {
        Tables::build(evidence, false)
    }

    fn build(evidence: &Evidence, heart_as_stored: bool) -> Result<Tables, Faults> {
        let mut need = Needs { evidence, faults: Faults::new() };
        let mortality = people::extended_mortality(&mut need);
        let england_population = people::single_year_population(&mut need);
        let price_factors = price_factors(&mut need);
        let acute_nominal = need.value("england.acute_spend");
        let acute_factor = need.price_factor("england.acute_spend", &price_factors);
        let tables = Tables {
            start_year: evidence.info.start_year,
            mortality_ratio: people::mortality_ratio(&mut need),
            age_share: people::age_shares(&england_population, &mortality),
            ill_health_shape: people::ill_health_shape(&mut need),
            hospital: hospital::hospital_use(&mut need, &england_population),
            diseases: evidence
                .diseases
                .iter()
                .map(|disease| diseases::disease_rates(&mut need, disease, heart_as_stored))
                .collect(),
            exposures: exposures::exposures(&mut need),
            mortality,
            england_population,
            mortality_trend: need.value("base.mortality_trend_share"),
            hospital_growth: need.value("acute.growth_non_demographic"),
            acute_spend_gbp: acute_nominal * acute_factor,
            acute_key_totals: (need.value("derived.acute_key_need_gbp"), need.value("derived.acute_key_residents")),
            morbidity_means: [
                need.value("derived.morbidity_mean_admissions"),
                need.value("derived.morbidity_mean_bed_days"),
                need.value("derived.morbidity_mean_ae"),
            ],
            price_factors,
        };
        need.faults.finish(tables)
    }

    /// The tables under a scenario: its own assumptions, and the sides it takes on demand growth and on the calibration of
    /// heart disease and stroke.
    ///
    /// # Errors
    /// As [`Tables::new`].
    pub fn for_scenario(evidence: &Evidence, scenario: &Scenario) -> Result<Tables, Faults> {
        let mut own = evidence.clone();
        for (id, value) in &scenario.assumptions {
            if let Ok((changed, _)) = own.with_value(id, *value) {
                own = changed;
            }
        }
        let side =
            |switch: &str| scenario.switches.iter().find(|(id, _)| id == switch).map(|(_, option)| option.as_str());
        let mut tables = Tables::build(&own, side("chd_stroke_calibration") == Some("as_stored"))?;
        let growth = side("demand_growth").and_then(|option| {
            let switch = own.switches.get("demand_growth")?;
            switch.options.iter().find(|known| known.id == option)
        });
        // Total real growth holds ageing and pay as well: it is growth of the budget, not of anybody's need.
        if let Some(option) = growth.filter(|option| option.id != "total_real") {
            tables.hospital_growth = own.value(&option.points_at)?;
        }
        Ok(tables)
    }

    /// Pounds of a financial year in pounds of the pack's price year; `None` if the year is not in the series.
    #[must_use]
    pub fn price_factor(&self, year: &str) -> Option<f64> {
        self.price_factors.iter().find(|(known, _)| known == year).map(|(_, factor)| *factor)
    }
}

fn price_factors(need: &mut Needs<'_>) -> Vec<(String, f64)> {
    let Some(table) = need.table("prices") else { return Vec::new() };
    let index = table.numbers("index").unwrap_or(&[]);
    let rows: Vec<(String, f64)> = (0..table.rows())
        .filter(|row| table.word("series", *row) == Some("gdp_deflator"))
        .filter_map(|row| Some((table.word("year", row)?.to_string(), *index.get(row)?)))
        .collect();
    let base = rows.iter().find(|(year, _)| *year == need.evidence.info.price_year).map(|(_, index)| *index);
    match base {
        Some(base) => rows.into_iter().map(|(year, index)| (year, base / index)).collect(),
        None => {
            need.faults.add(
                "table prices",
                need.evidence.info.price_year.clone(),
                "has no index for the pack's price year",
            );
            Vec::new()
        }
    }
}

/// The published band of each age, for sums.
#[must_use]
pub fn bands() -> [usize; AGES] {
    std::array::from_fn(band_of)
}
