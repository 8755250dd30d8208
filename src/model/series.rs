//! The catalogue of what a baseline run says, with the figures behind each series.

use crate::model::tables::Tables;
use crate::value::outcomes::{SeriesInfo, Strata};

/// Council money shown beside acute spending.
const COUNCIL_MONEY: [(&str, &str); 3] = [
    ("public_health_net_gbp", "Council spending on public health"),
    ("adult_social_care_net_gbp", "Council spending on adult social care"),
    ("childrens_social_care_net_gbp", "Council spending on children's social care"),
];

/// Measure of acute hospital spending.
pub(crate) const ACUTE: &str = "acute_hospital_gbp";

/// True for council money that the baseline shows.
pub(crate) fn is_council_money(id: &str) -> bool {
    COUNCIL_MONEY.iter().any(|(measure, _)| *measure == id)
}

/// Residents by band and fifth. They also weight the years of life of joined places, and of a place's fifths.
const RESIDENTS: [&str; 3] = ["place.population", "place.projection", "place.quintile_shares"];
/// Residents by single age.
const PEOPLE: [&str; 4] = ["place.population", "place.projection", "place.quintile_shares", "table:population_england"];
const MORTALITY: [&str; 4] = [
    "table:mortality_england",
    "table:mortality_quintile_ratio",
    "place.life_expectancy",
    "base.mortality_trend_share",
];
const HOSPITAL: [&str; 3] =
    ["table:hospital_use", "place.indicators.iod25_acute_morbidity", "acute.growth_non_demographic"];

/// Every series of a baseline run, in the order they are written.
#[must_use]
pub fn catalogue(tables: &Tables) -> Vec<SeriesInfo> {
    let mut list = people();
    for disease in tables.diseases.iter() {
        list.extend(of_disease(&disease.id, &disease.label));
    }
    list.extend(hospital());
    for exposure in &tables.exposures {
        list.push(info(
            format!("exposed.{}", exposure.id),
            format!("People exposed: {}", exposure.label),
            "persons",
            Strata::Cells,
            &[&PEOPLE, &["table:exposure_by_age", "table:exposure_by_quintile"]],
            &[format!("place.indicators.{}", exposure.indicator)],
        ));
    }
    list.extend(money());
    list
}

fn people() -> Vec<SeriesInfo> {
    let health: [&str; 2] = ["place.healthy_life_expectancy", "table:utility_norms"];
    vec![
        info("population", "Residents", "persons", Strata::Cells, &[&RESIDENTS], &[]),
        info("births", "Births", "persons", Strata::Sex, &[&["place.population", "place.projection"]], &[]),
        info("deaths", "Deaths", "deaths", Strata::Cells, &[&PEOPLE, &MORTALITY], &[]),
        info("deaths_under_75", "Deaths before 75", "deaths", Strata::Cells, &[&PEOPLE, &MORTALITY], &[]),
        info(
            "life_expectancy_birth",
            "Life expectancy at birth",
            "years",
            Strata::SexAndFifth,
            &[&MORTALITY, &RESIDENTS],
            &[],
        ),
        info("life_expectancy_65", "Years left at 65", "years", Strata::SexAndFifth, &[&MORTALITY, &RESIDENTS], &[]),
        info(
            "healthy_life_expectancy_birth",
            "Healthy life expectancy at birth",
            "years",
            Strata::Sex,
            &[&MORTALITY, &RESIDENTS, &health],
            &[],
        ),
    ]
}

fn of_disease(id: &str, label: &str) -> Vec<SeriesInfo> {
    // Mortality spreads the people of 90 and over by single age, and disease rates differ inside that band.
    let rates: [&str; 4] =
        ["table:disease_rates", "table:incidence_calibration", "base.mortality_trend_share", "table:mortality_england"];
    let deaths: [&str; 1] = ["table:deaths_by_cause"];
    vec![
        info(
            format!("living_with.{id}"),
            format!("People living with it: {label}"),
            "persons",
            Strata::Cells,
            &[&PEOPLE, &rates],
            &[],
        ),
        info(format!("new_cases.{id}"), format!("New cases: {label}"), "cases", Strata::Cells, &[&PEOPLE, &rates], &[]),
        info(
            format!("deaths.{id}"),
            format!("Deaths: {label}"),
            "deaths",
            Strata::Cells,
            &[&PEOPLE, &MORTALITY, &rates, &deaths],
            &[],
        ),
    ]
}

fn hospital() -> Vec<SeriesInfo> {
    let beds: [&str; 2] = ["england.beds_occupied_2023_24", "derived.morbidity_mean_bed_days"];
    let ae: [&str; 3] = ["england.ae_attendances", "acute.ae_shape_emergency_share", "derived.morbidity_mean_ae"];
    let admissions: [&str; 2] = ["england.emergency_admissions", "derived.morbidity_mean_admissions"];
    vec![
        info(
            "emergency_admissions",
            "Emergency admissions",
            "admissions",
            Strata::Cells,
            &[&PEOPLE, &HOSPITAL, &admissions],
            &[],
        ),
        info("bed_days", "Nights in a hospital bed", "bed_days", Strata::Cells, &[&PEOPLE, &HOSPITAL, &beds], &[]),
        info("ae_attendances", "A&E attendances", "attendances", Strata::Cells, &[&PEOPLE, &HOSPITAL, &ae], &[]),
        info("occupied_beds", "Hospital beds in use", "beds", Strata::Cells, &[&PEOPLE, &HOSPITAL, &beds], &[]),
    ]
}

fn money() -> Vec<SeriesInfo> {
    let by_age: [&str; 5] = [
        "place.population",
        "place.projection",
        "table:population_england",
        "table:hospital_use",
        "acute.growth_non_demographic",
    ];
    let acute: [&str; 7] = [
        "england.acute_spend",
        "table:prices",
        "place.money.nhs_core_allocation_need_share_gbp",
        "place.money.nhs_need_index_ga",
        "place.money.nhs_need_index_overall",
        "derived.acute_key_need_gbp",
        "derived.acute_key_residents",
    ];
    let mut list = vec![info(
        format!("money.{ACUTE}"),
        "Acute hospital spending if care per person stays the same",
        "gbp_per_year",
        Strata::Total,
        &[&acute, &by_age],
        &[],
    )];
    for (measure, label) in COUNCIL_MONEY {
        list.push(info(
            format!("money.{measure}"),
            label,
            "gbp_per_year",
            Strata::Total,
            &[&["table:prices"]],
            &[format!("place.money.{measure}")],
        ));
    }
    list
}

fn info(
    id: impl Into<String>,
    label: impl Into<String>,
    unit: &'static str,
    strata: Strata,
    basis: &[&[&str]],
    more: &[String],
) -> SeriesInfo {
    let mut ids: Vec<String> = basis.iter().flat_map(|list| list.iter().map(ToString::to_string)).collect();
    ids.extend(more.iter().cloned());
    let mut seen = std::collections::BTreeSet::new();
    ids.retain(|id| seen.insert(id.clone()));
    SeriesInfo { id: id.into(), label: label.into(), unit, strata, basis: ids }
}
