//! Life expectancy against published tables, and against Chiang's method on the same rates.

use headwater::model::life_table::life_expectancy;
use headwater::strata::{SEXES, Sex};

use crate::support::shipped;

/// National Life Tables, England, 2017-2019, Office for National Statistics (Open Government Licence v3.0): mortality rate
/// `mx` and expectation of life `ex` by sex and single year of age 0 to 100, as published.
const PUBLISHED: &str = "tests/fixtures/national_life_table_england_2017_2019.csv";

/// Years lived in the first year of life by those who die in it (Chiang 1984: most deaths come in the first weeks).
const INFANT: f64 = 0.1;

/// Mortality rate and published expectation by age.
fn published(sex: Sex) -> (Vec<f64>, Vec<f64>) {
    let text = String::from_utf8(shipped::bytes(PUBLISHED)).unwrap();
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("sex,age,mx,ex"));
    let mut columns = (Vec::new(), Vec::new());
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        if cells[0] == sex.word() {
            assert_eq!(cells[1], columns.0.len().to_string(), "ages in order");
            columns.0.push(cells[2].parse().unwrap());
            columns.1.push(cells[3].parse().unwrap());
        }
    }
    assert_eq!(columns.0.len(), 101, "ages 0 to 100");
    columns
}

/// Chiang's life table: q = m / (1 + (1 - a) m), the last age an open interval of 1 / m years.
fn chiang(m: &[f64], age: usize) -> f64 {
    let last = m.len() - 1;
    let (mut alive, mut years) = (1.0, 0.0);
    for at in age..last {
        let a = if at == 0 { INFANT } else { 0.5 };
        let deaths = alive * m[at] / (1.0 + (1.0 - a) * m[at]);
        years += alive - (1.0 - a) * deaths;
        alive -= deaths;
    }
    years + alive / m[last]
}

#[test]
fn chiang_s_method_reproduces_the_published_table() {
    for sex in SEXES {
        let (m, e) = published(sex);
        for age in 0..=80 {
            let off = (chiang(&m, age) - e[age]).abs();
            // The publisher follows people beyond 100, Chiang closes there: it shows more the older the age.
            let allowed = if age <= 65 { 0.015 } else { 0.03 };
            assert!(off < allowed, "{sex} {age}: {} and {}", chiang(&m, age), e[age]);
        }
    }
}

#[test]
fn the_annual_convention_reproduces_the_published_table_within_a_fortieth_of_a_year() {
    for sex in SEXES {
        let (m, e) = published(sex);
        for age in 0..=80 {
            let off = (life_expectancy(&m, age) - e[age]).abs();
            assert!(off < 0.025, "{sex} {age}: {} and {}", life_expectancy(&m, age), e[age]);
        }
    }
}

#[test]
fn england_s_shipped_rates_give_the_published_expectations_by_both_methods() {
    // Office for National Statistics, life expectancy in England 2021-2023, at birth and at 65; one decimal published.
    for (sex, birth, at_65) in [(Sex::Female, 83.1, 21.1), (Sex::Male, 79.1, 18.7)] {
        let m = &shipped::tables().mortality[sex.index()];
        for (age, expected) in [(0, birth), (65, at_65)] {
            for (method, found) in [("Chiang", chiang(m, age)), ("annual", life_expectancy(m, age))] {
                assert!((found - expected).abs() < 0.1, "{sex} at {age}, {method}: {found}, published {expected}");
            }
        }
    }
}
