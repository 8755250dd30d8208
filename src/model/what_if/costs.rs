//! Utilities and costs: what a year of life is worth in health at each age, and what diseases and longer lives cost.

use std::sync::Arc;

use crate::math;
use crate::model::tables::{ByAge, Cells, NO_CELLS, SexAge, Tables};
use crate::model::what_if::values::Values;
use crate::order::sort_short;
use crate::strata::{AGES, QUINTILES};

/// Utilities and yearly costs, resolved.
#[derive(Debug, Clone, PartialEq)]
pub struct Costs {
    /// Utility of a resident by sex, fifth and age.
    pub utility: Arc<Cells>,
    /// Utility lost by a year with each disease, 0 or more.
    pub decrement: Vec<f64>,
    /// NHS cost of a case-year outside the emergency admissions, pounds, by disease.
    pub nhs_other: Vec<f64>,
    /// Social care cost of a case-year, pounds, by disease.
    pub social_care: Vec<f64>,
    /// Emergency admissions and bed-days per case-year (`false`) or new case (`true`), by disease.
    pub hospital: Vec<(bool, f64, f64)>,
    /// The same for a case of type 2 diabetes: utility lost, NHS cost outside admissions.
    pub diabetes: (f64, f64),
    /// Adult social care per resident and year by age, pounds.
    pub care_by_age: Arc<ByAge>,
    /// Longer lives: count hospital use, count social care.
    pub added_life: (bool, bool),
    /// Hospital use goes through diseases instead of direct effects.
    pub hospital_through_disease: bool,
    /// Pounds of benefits per job and year; NHS pounds per unplanned pregnancy; pounds per child in care and year.
    pub per_job: f64,
    /// See `per_job`.
    pub per_pregnancy: f64,
    /// See `per_job`.
    pub per_child_in_care: f64,
    /// Pounds of council social care per person with long-term support and year.
    pub per_care_client: f64,
    /// Share of open beds in use at the start, England.
    pub occupancy_start: f64,
}

impl Costs {
    /// Resolves them for a scenario.
    pub fn new(tables: &Tables, values: &mut Values<'_>) -> Costs {
        let utility = utilities(tables, &ill_health(tables, values), values.get("quality.gap_2010"));
        let care_by_age = care_by_age(values);
        Costs::beside((&Arc::new(utility), &Arc::new(care_by_age)), values)
    }

    /// The same beside tables by age that are worked out already.
    pub fn beside((utility, care_by_age): (&Arc<Cells>, &Arc<ByAge>), values: &mut Values<'_>) -> Costs {
        let older = values.side("cost_set") == "older";
        let admission = values.get("acute.cost_per_emergency_admission");
        let diseases = values.evidence().diseases.iter();
        let mut costs = Costs {
            utility: Arc::clone(utility),
            decrement: Vec::new(),
            nhs_other: Vec::new(),
            social_care: Vec::new(),
            hospital: Vec::new(),
            diabetes: (values.get("utility.type_2_diabetes").abs(), 0.0),
            care_by_age: Arc::clone(care_by_age),
            added_life: match values.side("added_life_costs") {
                "left_out" => (false, false),
                "hospital_only" => (true, false),
                _ => (true, true),
            },
            hospital_through_disease: values.side("hospital_route") == "disease",
            per_job: values.get("base.benefit_per_job_gbp"),
            per_pregnancy: values.get("base.unplanned_pregnancy_nhs_cost_gbp"),
            per_child_in_care: values.get("base.child_in_care_cost_gbp"),
            per_care_client: values.get("social_care.long_term_cost_per_client"),
            occupancy_start: values.get("england.beds_occupied") / values.get("england.beds_available"),
        };
        for disease in diseases {
            let mut figure = |role: &str| disease.parameter(role).map(|id| values.get(id));
            let rival = if older { figure("nhs_cost_rival") } else { None };
            let whole = rival.or_else(|| figure("nhs_cost")).unwrap_or(0.0);
            // Hospital use is published per case on a register; the rates may find many more cases than registers do.
            let registered = figure("registered_share").unwrap_or(1.0);
            let in_hospital = registered * figure("admissions_per_case_year").unwrap_or(0.0) * admission;
            let (admissions, bed_days) = if disease.hospital_per_new_case {
                (figure("admissions_per_new_case"), figure("bed_days_per_new_case"))
            } else {
                (figure("admissions_per_case_year"), figure("bed_days_per_case_year"))
            };
            costs.decrement.push(figure("utility_decrement").unwrap_or(0.0).abs());
            costs.nhs_other.push((whole - in_hospital).max(0.0));
            costs.social_care.push(figure("social_care_cost").unwrap_or(0.0));
            let of_registered = |per_case: Option<f64>| registered * per_case.unwrap_or(0.0);
            costs.hospital.push((disease.hospital_per_new_case, of_registered(admissions), of_registered(bed_days)));
        }
        costs.diabetes.1 = diabetes_cost(values, older, admission);
        costs
    }
}

fn diabetes_cost(values: &mut Values<'_>, older: bool, admission: f64) -> f64 {
    let whole = values.get(if older { "nhs_cost.type_2_diabetes_older" } else { "nhs_cost.type_2_diabetes" });
    let in_hospital = values.get("base.emergency_admissions_type_2_diabetes") * admission;
    (whole - in_hospital).max(0.0)
}

/// 1 - utility norm by sex and age, from the set the scenario takes.
fn ill_health(tables: &Tables, values: &mut Values<'_>) -> SexAge {
    if values.side("norm_set") != "both_sexes" {
        return tables.ill_health_shape;
    }
    let Some(table) = values.evidence().tables.get("utility_norms_both_sexes") else {
        values.fault("table utility_norms_both_sexes", "", "the model needs this table and the pack has none");
        return tables.ill_health_shape;
    };
    let utility = table.numbers("utility").unwrap_or(&[]);
    let mut shape = [0.0; AGES];
    let mut rows: Vec<(usize, f64)> = (0..table.rows())
        .filter_map(|row| Some((table.cell("age_low", row).parse().ok()?, *utility.get(row)?)))
        .collect();
    sort_short(&mut rows, |a, b| a.0.cmp(&b.0));
    // The youngest norm holds below its age, each norm until the next.
    for (index, (age, value)) in rows.iter().enumerate() {
        let from = if index == 0 { 0 } else { *age };
        shape[from.min(AGES)..].fill(1.0 - value);
    }
    [shape; 2]
}

/// Utility norms by age and sex, spread over the fifths so that the gap in quality-adjusted life expectancy at birth
/// between the least and the most deprived fifth of England is the published one (both sexes' mean).
///
/// The odds of ill health are multiplied by f in the most deprived fifth and by 1/f in the least, in equal steps between.
fn utilities(tables: &Tables, shape: &SexAge, gap: f64) -> Cells {
    let years = [0, QUINTILES - 1].map(|quintile| [0, 1].map(|sex| years_lived(tables, sex, quintile)));
    let england_gap = |factor: f64| -> f64 {
        let [poor, rich] = [0, QUINTILES - 1].map(|quintile| odds(factor, quintile));
        let in_health = |years: &ByAge, shape: &ByAge, odds: f64| -> f64 {
            years.iter().zip(shape).fold(0.0, |total, (years, ill)| total + years * utility(*ill, odds))
        };
        let of = |sex: usize| {
            0.5 * (in_health(&years[1][sex], &shape[sex], rich) - in_health(&years[0][sex], &shape[sex], poor))
        };
        of(0) + of(1)
    };
    let (mut low, mut high) = (0.0, std::f64::consts::LN_10);
    for _ in 0..40 {
        let middle = 0.5 * (low + high);
        if england_gap(math::exp(middle)) < gap {
            low = middle;
        } else {
            high = middle;
        }
    }
    let factor = math::exp(0.5 * (low + high));
    let mut cells = NO_CELLS;
    for (sex, fifths) in cells.iter_mut().enumerate() {
        for (quintile, ages) in fifths.iter_mut().enumerate() {
            let odds = odds(factor, quintile);
            ages.iter_mut().zip(&shape[sex]).for_each(|(cell, ill)| *cell = utility(*ill, odds));
        }
    }
    cells
}

/// By how much the odds of ill health in a fifth are multiplied.
fn odds(factor: f64, quintile: usize) -> f64 {
    #[allow(clippy::cast_precision_loss)] // 0 to 4
    math::pow(factor, (2.0 - quintile as f64) / 2.0)
}

fn utility(ill: f64, odds: f64) -> f64 {
    1.0 - odds * ill / (1.0 - ill + odds * ill)
}

/// Years lived at each age by somebody born in a fifth of England.
fn years_lived(tables: &Tables, sex: usize, quintile: usize) -> ByAge {
    let mut alive = 1.0;
    std::array::from_fn(|age| {
        let deaths = alive * -math::exp_m1(-tables.mortality[sex][age] * tables.mortality_ratio[sex][quintile][age]);
        let years = alive - 0.5 * deaths;
        alive -= deaths;
        years
    })
}

/// Adult social care per resident by age: the chosen set, each value held until the next age given.
fn care_by_age(values: &mut Values<'_>) -> ByAge {
    let set = values.side("social_care_profile").to_string();
    let mut care = [0.0; AGES];
    let Some(table) = values.evidence().tables.get("social_care_cost_by_age") else {
        values.fault("table social_care_cost_by_age", "", "the model needs this table and the pack has none");
        return care;
    };
    let pounds = table.numbers("cost_gbp_per_person_year").unwrap_or(&[]);
    let mut points: Vec<(usize, f64)> = (0..table.rows())
        .filter(|row| table.word("set", *row) == Some(&set))
        .filter_map(|row| Some((table.cell("age", row).parse().ok()?, *pounds.get(row)?)))
        .collect();
    sort_short(&mut points, |a, b| a.0.cmp(&b.0));
    for (age, value) in points {
        if age < AGES {
            care[age..].fill(value);
        }
    }
    care
}
