//! The life-table engine: cohorts of one sex and start age, followed year by year with and without a change.
//!
//! A proportional multi-state life table (PMSLT). General: it knows nothing of places or programmes and runs on
//! anybody's tables. Conventions are in `docs/METHOD.md`, section A; in short, for each year of a cohort
//!
//! ```text
//! q = 1 - exp(-m)      deaths = q x alive      person-years = alive - deaths / 2
//! healthy years = person-years x (1 - disability rate)
//! m changed = factor x m + sum over diseases of ln(survival base / survival changed)
//! disability changed = disability + sum of weight x (mean prevalence changed - mean prevalence base)
//! ```
//!
//! Year 0 moves no disease. The last age (110) uses the rates of the age before it.

use crate::error::Faults;
use crate::math;
use crate::model::three_state::{Hazards, State, advance};
use crate::strata::{LAST_AGE, SEXES, Sex};

/// Values by sex (index as in [`Sex::index`]) and single year of age, 0 to 110.
pub type BySexAge = [Vec<f64>; 2];

/// Rates of one disease, all by sex and age.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DiseaseTable {
    /// Name, as used in change keys and output columns.
    pub name: String,
    /// Hazard of falling ill, per person-year.
    pub incidence_rate: BySexAge,
    /// Hazard of recovering, per person-year.
    pub remission_rate: BySexAge,
    /// Hazard of dying of it among the ill, per person-year.
    pub case_fatality_rate: BySexAge,
    /// Share ill, used for the start age of a cohort.
    pub prevalence_share: BySexAge,
    /// Disability weight among the ill, 0 to 1.
    pub disability_rate: BySexAge,
}

/// Everything the engine needs. Arrays cover ages 0 to 110; values must be finite and inside their ranges.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LifeTableInputs {
    /// People by sex and age; each positive entry is a cohort.
    pub population: BySexAge,
    /// All-cause mortality, per person-year.
    pub mortality_rate: BySexAge,
    /// All-cause disability, 0 to 1.
    pub disability_rate: BySexAge,
    /// Diseases, independent of each other.
    pub diseases: Vec<DiseaseTable>,
}

/// Factors on one disease's hazards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DiseaseChange {
    /// On incidence.
    pub incidence: f64,
    /// On remission.
    pub remission: f64,
    /// On case fatality.
    pub case_fatality: f64,
}

impl DiseaseChange {
    /// No change.
    pub const NONE: DiseaseChange = DiseaseChange { incidence: 1.0, remission: 1.0, case_fatality: 1.0 };
}

/// What differs from the baseline: factors, 1 where nothing changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// On all-cause mortality.
    pub mortality: f64,
    /// By disease, in the order of the inputs.
    pub diseases: Vec<DiseaseChange>,
}

/// One side (baseline or changed) of a cohort's year.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Side {
    /// People alive at the start of the year.
    pub alive: f64,
    /// Deaths in the year.
    pub deaths: f64,
    /// Years lived in the year.
    pub person_years: f64,
    /// Years lived in the year without disability.
    pub healthy_years: f64,
    /// All-cause mortality, per person-year.
    pub mortality_rate: f64,
    /// All-cause disability.
    pub disability_rate: f64,
}

/// One year of one cohort.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CohortYear<'a> {
    /// Sex of the cohort.
    pub sex: Sex,
    /// Age in year 0.
    pub start_age: usize,
    /// Year, from 0.
    pub year: usize,
    /// Age in this year.
    pub age: usize,
    /// If nothing changes.
    pub base: Side,
    /// With the change.
    pub changed: Side,
    /// Prevalence at the end of the year by disease: baseline, changed.
    pub prevalence: &'a [(f64, f64)],
}

/// Runs every cohort to the end of the year of age `until_age` and hands each year to `row`, in order of sex, start age
/// and year.
///
/// # Errors
/// A fault that names cohort and year if the change drives mortality below 0, disability outside 0 to 1, or lets nobody
/// survive a disease.
pub fn run(
    inputs: &LifeTableInputs,
    change: &Change,
    until_age: usize,
    mut row: impl FnMut(&CohortYear<'_>),
) -> Result<(), Faults> {
    let mut cohort = Cohort::new(inputs.diseases.len());
    for sex in SEXES {
        for start_age in 0..=until_age.min(LAST_AGE) {
            let population = inputs.population[sex.index()][start_age];
            if population > 0.0 {
                cohort.start(inputs, sex, start_age, population);
                cohort.live(inputs, change, until_age.min(LAST_AGE), &mut row)?;
            }
        }
    }
    Ok(())
}

/// Remaining years of life at `age` if the yearly mortality rates `m` hold for ever, by the annual convention; the last
/// age's rate is held beyond the table.
///
/// ```
/// let m = vec![0.02; 111];
/// let left = headwater::model::life_table::life_expectancy(&m, 0);
/// assert!((left - 50.0016667).abs() < 1e-6);
/// ```
#[must_use]
pub fn life_expectancy(m: &[f64], age: usize) -> f64 {
    let mut alive = 1.0;
    let mut years = 0.0;
    let mut last = 0.0;
    for rate in m.iter().skip(age) {
        let deaths = alive * -math::exp_pair_flat(-rate).0;
        years += alive - 0.5 * deaths;
        alive -= deaths;
        last = *rate;
    }
    // Beyond the table: a geometric series of years with the same probability of death.
    let q = -math::exp_pair_flat(-last).0;
    if q > 0.0 { years + alive * (1.0 / q - 0.5) } else { years }
}

/// Remaining healthy years at `age`, given the share not healthy at each age.
#[must_use]
pub fn healthy_life_expectancy(m: &[f64], unhealthy: &[f64], age: usize) -> f64 {
    let mut alive = 1.0;
    let mut years = 0.0;
    let mut last = (0.0, 0.0);
    for (rate, ill) in m.iter().zip(unhealthy).skip(age) {
        let deaths = alive * -math::exp_pair_flat(-rate).0;
        years += (alive - 0.5 * deaths) * (1.0 - ill);
        alive -= deaths;
        last = (*rate, *ill);
    }
    let q = -math::exp_pair_flat(-last.0).0;
    if q > 0.0 { years + alive * (1.0 / q - 0.5) * (1.0 - last.1) } else { years }
}

/// The state of one cohort, reused for all of them: nothing is allocated while years pass.
struct Cohort {
    sex: Sex,
    start_age: usize,
    alive: (f64, f64),
    base: Vec<State<1>>,
    changed: Vec<State<1>>,
    prevalence: Vec<(f64, f64)>,
}

/// What the diseases add to mortality and disability in a year.
#[derive(Clone, Copy, Default)]
struct DiseaseDifference {
    mortality: f64,
    disability: f64,
}

impl Cohort {
    fn new(diseases: usize) -> Self {
        let nobody = State { well: [1.0], ill: [0.0] };
        Cohort {
            sex: Sex::Female,
            start_age: 0,
            alive: (0.0, 0.0),
            base: vec![nobody; diseases],
            changed: vec![nobody; diseases],
            prevalence: vec![(0.0, 0.0); diseases],
        }
    }

    fn start(&mut self, inputs: &LifeTableInputs, sex: Sex, start_age: usize, population: f64) {
        self.sex = sex;
        self.start_age = start_age;
        self.alive = (population, population);
        for (index, disease) in inputs.diseases.iter().enumerate() {
            let share = disease.prevalence_share[sex.index()][start_age];
            self.base[index] = State::with_prevalence([share]);
            self.changed[index] = State::with_prevalence([share]);
            self.prevalence[index] = (share, share);
        }
    }

    fn live(
        &mut self,
        inputs: &LifeTableInputs,
        change: &Change,
        until_age: usize,
        row: &mut impl FnMut(&CohortYear<'_>),
    ) -> Result<(), Faults> {
        for age in self.start_age..=until_age {
            let year = age - self.start_age;
            let difference =
                if year == 0 { DiseaseDifference::default() } else { self.step_diseases(inputs, change, age)? };
            let sex = self.sex.index();
            let at = rate_age(age);
            let mortality = inputs.mortality_rate[sex][at];
            let disability = inputs.disability_rate[sex][at];
            let base = side(self.alive.0, mortality, disability);
            let changed_mortality = rounded_up(mortality * change.mortality + difference.mortality);
            let changed_disability = rounded_up(disability + difference.disability);
            self.check(age, changed_mortality, changed_disability)?;
            let changed = side(self.alive.1, changed_mortality, changed_disability);
            row(&CohortYear {
                sex: self.sex,
                start_age: self.start_age,
                year,
                age,
                base,
                changed,
                prevalence: &self.prevalence,
            });
            self.alive = (base.alive - base.deaths, changed.alive - changed.deaths);
        }
        Ok(())
    }

    fn step_diseases(
        &mut self,
        inputs: &LifeTableInputs,
        change: &Change,
        age: usize,
    ) -> Result<DiseaseDifference, Faults> {
        let (sex, at) = (self.sex.index(), rate_age(age));
        let mut difference = DiseaseDifference::default();
        for (index, (disease, factor)) in inputs.diseases.iter().zip(&change.diseases).enumerate() {
            let hazards = Hazards {
                incidence: [disease.incidence_rate[sex][at]],
                remission: [disease.remission_rate[sex][at]],
                case_fatality: [disease.case_fatality_rate[sex][at]],
            };
            let changed_hazards = Hazards {
                incidence: hazards.incidence.map(|rate| rate * factor.incidence),
                remission: hazards.remission.map(|rate| rate * factor.remission),
                case_fatality: hazards.case_fatality.map(|rate| rate * factor.case_fatality),
            };
            let base = advance(&hazards, &mut self.base[index]);
            let changed = advance(&changed_hazards, &mut self.changed[index]);
            if base.survival_share[0] <= 0.0 || changed.survival_share[0] <= 0.0 {
                return Err(self.fault(
                    age,
                    &disease.name,
                    "nobody would survive this disease for a year: its case fatality is too high to follow",
                ));
            }
            difference.mortality += math::ln(base.survival_share[0] / changed.survival_share[0]);
            difference.disability +=
                disease.disability_rate[sex][at] * (changed.mean_prevalence[0] - base.mean_prevalence[0]);
            self.prevalence[index] = (self.base[index].ill[0], self.changed[index].ill[0]);
        }
        Ok(difference)
    }

    fn check(&self, age: usize, mortality: f64, disability: f64) -> Result<(), Faults> {
        if mortality < 0.0 || !mortality.is_finite() {
            return Err(self.fault(
                age,
                &mortality.to_string(),
                "the change makes all-cause mortality negative: the diseases cause more deaths than there are",
            ));
        }
        if !(0.0..=1.0).contains(&disability) {
            return Err(self.fault(age, &disability.to_string(), "the change moves disability outside 0 to 1"));
        }
        Ok(())
    }

    fn fault(&self, age: usize, value: &str, reason: &str) -> Faults {
        let path = format!("cohort {} aged {} at start, year {}", self.sex, self.start_age, age - self.start_age);
        Faults::one(path, value, reason)
    }
}

/// The age whose rates hold at `age`: the last age borrows from the one before.
const fn rate_age(age: usize) -> usize {
    if age >= LAST_AGE { LAST_AGE - 1 } else { age }
}

/// Zero where a difference of two equal numbers missed it by its last digits: a disease that is all of mortality may be
/// taken away.
fn rounded_up(rate: f64) -> f64 {
    const ROUNDING: f64 = 1e-14;
    if (-ROUNDING..0.0).contains(&rate) { 0.0 } else { rate }
}

fn side(alive: f64, mortality_rate: f64, disability_rate: f64) -> Side {
    let deaths = alive * -math::exp_m1(-mortality_rate);
    let person_years = (alive - deaths) + 0.5 * deaths;
    Side {
        alive,
        deaths,
        person_years,
        healthy_years: person_years * (1.0 - disability_rate),
        mortality_rate,
        disability_rate,
    }
}
