//! The evidence as the model reads it: dense arrays by sex, fifth and single year of age.
//!
//! Built once from the pack. Every cell the model will touch is checked here, so that a run cannot fail on data; a table
//! with a hole is a fault that names the cell.

use crate::error::Faults;
use crate::inputs::evidence::{Disease, Evidence, Table};
use crate::math;
use crate::strata::{AGES, BANDS, LAST_AGE, OPEN_BAND_AGE, QUINTILES, SEXES, Sex, band_ages, band_of};

/// One value per single year of age.
pub type ByAge = [f64; AGES];
/// One value per sex and single year of age.
pub type SexAge = [ByAge; 2];
/// One value per sex, fifth and single year of age.
pub type Cells = [[ByAge; QUINTILES]; 2];

/// Zero everywhere.
pub const NO_CELLS: Cells = [[[0.0; AGES]; QUINTILES]; 2];

/// Last age of the published single-year life table; later ages continue its slope.
const LIFE_TABLE_LAST: usize = 100;
/// First age of the slope that is continued.
const SLOPE_FROM: usize = 95;

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
    /// The measures in the order of [`Tables::morbidity_means`].
    #[must_use]
    pub const fn measures(&self) -> [&UseRate; 3] {
        [&self.emergency_admissions, &self.bed_days, &self.ae_attendances]
    }
}

/// Rates of one three-state disease.
#[derive(Debug, Clone, PartialEq)]
pub struct DiseaseRates {
    /// Id.
    pub id: String,
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

/// An exposure's England pattern.
#[derive(Debug, Clone, PartialEq)]
pub struct ExposurePattern {
    /// Id.
    pub id: String,
    /// Indicator its level in a place is normalised to, in percent.
    pub indicator: String,
    /// First and last age counted.
    pub ages: (usize, usize),
    /// Relative level by sex, fifth and age; only ratios matter.
    pub shape: Cells,
}

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
    pub diseases: Vec<DiseaseRates>,
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
        let mut need = Needs { evidence, faults: Faults::new() };
        let mortality = extended_mortality(&mut need);
        let england_population = single_year_population(&mut need);
        let price_factors = price_factors(&mut need);
        let acute_nominal = need.value("england.acute_spend");
        let acute_factor = need.price_factor("england.acute_spend", &price_factors);
        let tables = Tables {
            start_year: evidence.info.start_year,
            mortality_ratio: mortality_ratio(&mut need),
            age_share: age_shares(&england_population, &mortality),
            ill_health_shape: ill_health_shape(&mut need),
            hospital: hospital_use(&mut need, &england_population),
            diseases: evidence.diseases.iter().map(|disease| disease_rates(&mut need, disease)).collect(),
            exposures: exposures(&mut need),
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

    /// Pounds of a financial year in pounds of the pack's price year; `None` if the year is not in the series.
    #[must_use]
    pub fn price_factor(&self, year: &str) -> Option<f64> {
        self.price_factors.iter().find(|(known, _)| known == year).map(|(_, factor)| *factor)
    }
}

/// Looks things up in the evidence and notes what is missing.
struct Needs<'a> {
    evidence: &'a Evidence,
    faults: Faults,
}

impl<'a> Needs<'a> {
    fn value(&mut self, id: &str) -> f64 {
        match self.evidence.value(id) {
            Ok(value) => value,
            Err(faults) => {
                self.faults.extend(faults);
                1.0
            }
        }
    }

    fn table(&mut self, id: &str) -> Option<&'a Table> {
        let table = self.evidence.tables.get(id);
        if table.is_none() {
            self.faults.add(format!("table {id}"), "", "the model needs this table and the pack has none");
        }
        table
    }

    fn price_factor(&mut self, id: &str, factors: &[(String, f64)]) -> f64 {
        let year = self.evidence.parameters.get(id).and_then(|figure| figure.price_year.as_ref());
        let found = year.and_then(|year| factors.iter().find(|(known, _)| known == year.word()));
        match found {
            Some((_, factor)) => *factor,
            None => {
                self.faults.add(format!("parameter {id}.price_year"), "", "is not in the table of prices");
                1.0
            }
        }
    }

    /// Spreads the rows of `column` over cells; rows may give `age` or `age_low`/`age_high`, and `sex` may be `both`.
    fn fill(&mut self, table: &Table, column: &str, keep: impl Fn(usize) -> bool) -> Grid {
        let mut grid = Grid { cells: [[[f64::NAN; AGES]; QUINTILES]; 2] };
        let Some(values) = table.numbers(column) else {
            self.faults.add(format!("table {}", table.id), column, "the model needs this column");
            return grid;
        };
        for (row, value) in values.iter().enumerate().filter(|(row, _)| keep(*row)) {
            match cell_of(table, row) {
                Some(target) => grid.set(&target, *value),
                None => self.faults.add(
                    format!("table {} row {}", table.id, row + 1),
                    table.cell("age", row),
                    "sex, fifth or age cannot be read",
                ),
            }
        }
        grid
    }

    fn complete(&mut self, table: &str, column: &str, grid: &Grid, sexes: &[Sex], from: usize, to: usize) {
        if let Some((sex, quintile, age)) = grid.first_hole(sexes, from, to) {
            self.faults.add(
                format!("table {table}, column {column}"),
                format!("{sex}, fifth {}, age {age}", quintile + 1),
                "the table has no value here and the model needs one",
            );
        }
    }
}

/// The cells a row speaks of.
struct Target {
    sexes: Vec<usize>,
    quintiles: Vec<usize>,
    ages: (usize, usize),
}

/// A grid under construction; NaN marks a hole.
struct Grid {
    cells: Cells,
}

impl Grid {
    fn set(&mut self, target: &Target, value: f64) {
        for sex in &target.sexes {
            for quintile in &target.quintiles {
                for age in target.ages.0..=target.ages.1.min(LAST_AGE) {
                    self.cells[*sex][*quintile][age] = value;
                }
            }
        }
    }

    /// Holds the value of `age` for every later age.
    fn hold_beyond(&mut self, age: usize) {
        for row in self.cells.iter_mut().flatten() {
            let last = row[age];
            row[age..].fill(last);
        }
    }

    fn first_hole(&self, sexes: &[Sex], from: usize, to: usize) -> Option<(Sex, usize, usize)> {
        for sex in sexes {
            for (quintile, row) in self.cells[sex.index()].iter().enumerate() {
                if let Some(age) = (from..=to).find(|age| row[*age].is_nan()) {
                    return Some((*sex, quintile, age));
                }
            }
        }
        None
    }

    /// The same cells with holes read as zero.
    fn or_zero(mut self) -> Cells {
        for value in self.cells.iter_mut().flatten().flatten() {
            if value.is_nan() {
                *value = 0.0;
            }
        }
        self.cells
    }

    /// One fifth's row per sex, for tables that are the same in every fifth.
    fn first_fifth(&self) -> SexAge {
        [self.cells[0][0], self.cells[1][0]]
    }
}

fn cell_of(table: &Table, row: usize) -> Option<Target> {
    let sexes = match table.word("sex", row) {
        None | Some("both") => vec![0, 1],
        Some(word) => vec![Sex::parse(word)?.index()],
    };
    let quintiles = match key(table, "imd_quintile", row).as_deref() {
        None | Some("all") => (0..QUINTILES).collect(),
        Some(word) => vec![word.parse::<usize>().ok().filter(|q| (1..=QUINTILES).contains(q))? - 1],
    };
    let age = |name: &str| key(table, name, row).and_then(|text| text.parse::<usize>().ok());
    let ages = match age("age") {
        Some(age) => (age, age),
        None => (age("age_low")?, age("age_high")?),
    };
    (ages.0 <= ages.1 && ages.1 <= LAST_AGE).then_some(Target { sexes, quintiles, ages })
}

/// A key cell as text, whether the column holds words or numbers.
fn key(table: &Table, name: &str, row: usize) -> Option<String> {
    table.column(name)?;
    Some(table.cell(name, row))
}

fn extended_mortality(need: &mut Needs<'_>) -> SexAge {
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

fn mortality_ratio(need: &mut Needs<'_>) -> Cells {
    let Some(table) = need.table("mortality_quintile_ratio") else { return NO_CELLS };
    let grid = need.fill(table, "rate_ratio", |_| true);
    need.complete("mortality_quintile_ratio", "rate_ratio", &grid, &SEXES, 0, LAST_AGE);
    grid.or_zero()
}

/// England's residents by single age; the open band 90 and over is spread like a life table further on.
fn single_year_population(need: &mut Needs<'_>) -> SexAge {
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
fn age_shares(population: &SexAge, mortality: &SexAge) -> SexAge {
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

fn ill_health_shape(need: &mut Needs<'_>) -> SexAge {
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

/// Scales the shapes of 2011-12 to the England totals of 2023-24.
fn hospital_use(need: &mut Needs<'_>, population: &SexAge) -> HospitalUse {
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

fn disease_rates(need: &mut Needs<'_>, disease: &Disease) -> DiseaseRates {
    let sexes: Vec<Sex> = disease.sex.map_or_else(|| SEXES.to_vec(), |sex| vec![sex]);
    let mut rates = DiseaseRates {
        id: disease.id.clone(),
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
    calibrate(need, disease, &mut rates);
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
    let grid = need.fill(table, "share_of_all_deaths", keep);
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

fn exposures(need: &mut Needs<'_>) -> Vec<ExposurePattern> {
    let records: Vec<_> = need.evidence.exposures.iter().collect();
    records
        .into_iter()
        .map(|exposure| {
            let ages = (exposure.ages.0 as usize, exposure.ages.1 as usize);
            let by_age = exposure_grid(need, &exposure.by_age, &exposure.id, ages, true);
            let by_quintile = exposure_grid(need, &exposure.by_quintile, &exposure.id, ages, false);
            let mut shape = NO_CELLS;
            for sex in 0..2 {
                for quintile in 0..QUINTILES {
                    for age in ages.0..=ages.1 {
                        shape[sex][quintile][age] = by_age[sex][quintile][age] * by_quintile[sex][quintile][age];
                    }
                }
            }
            ExposurePattern { id: exposure.id.clone(), indicator: exposure.indicator.clone(), ages, shape }
        })
        .collect()
}

fn exposure_grid(need: &mut Needs<'_>, table: &str, exposure: &str, ages: (usize, usize), by_age: bool) -> Cells {
    let Some(table) = need.table(table) else { return NO_CELLS };
    let keep: Vec<bool> = (0..table.rows()).map(|row| table.word("exposure", row) == Some(exposure)).collect();
    let keep = |row: usize| keep.get(row).copied().unwrap_or(false);
    if by_age {
        let grid = need.fill(table, "ratio_to_all", keep);
        need.complete(&table.id, "ratio_to_all", &grid, &SEXES, ages.0, ages.1);
        return grid.or_zero();
    }
    let mut grid = Grid { cells: [[[f64::NAN; AGES]; QUINTILES]; 2] };
    let values = table.numbers("ratio_to_all").unwrap_or(&[]);
    for (row, value) in values.iter().enumerate().filter(|(row, _)| keep(*row)) {
        if let Some(quintile @ 1..=QUINTILES) =
            key(table, "imd_quintile", row).and_then(|text| text.parse::<usize>().ok())
        {
            grid.set(&Target { sexes: vec![0, 1], quintiles: vec![quintile - 1], ages: (0, LAST_AGE) }, *value);
        }
    }
    need.complete(&table.id, "ratio_to_all", &grid, &SEXES, ages.0, ages.1);
    grid.or_zero()
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
