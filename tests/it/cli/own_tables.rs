//! A small set of life tables as somebody might bring them.

use std::fmt::Write as _;

use headwater::model::life_table::{BySexAge, DiseaseTable, LifeTableInputs};
use headwater::strata::{AGES, SEXES};

use crate::support::program::Folder;

/// Cohorts: sex, start age, people.
const COHORTS: [(usize, usize, f64); 4] = [(0, 0, 1000.0), (0, 64, 123.5), (1, 30, 1e6), (1, 110, 7.0)];

/// Values that differ by sex and age, so that a row read for another would show.
fn rates(level: f64, slope: f64) -> BySexAge {
    [1.0, 1.3]
        .map(|sex| (0..AGES).map(|age| level * sex * (1.0 + slope * f64::from(u8::try_from(age).unwrap()))).collect())
}

fn disease(name: &str, incidence: f64, remission: f64, case_fatality: f64) -> DiseaseTable {
    DiseaseTable {
        name: name.into(),
        incidence_rate: rates(incidence, 0.02),
        remission_rate: rates(remission, 0.0),
        case_fatality_rate: rates(case_fatality, 0.01),
        prevalence_share: rates(0.002, 0.5),
        disability_rate: rates(0.1, 0.001),
    }
}

/// The tables, as the engine takes them.
pub fn inputs() -> LifeTableInputs {
    let mut population: BySexAge = [vec![0.0; AGES], vec![0.0; AGES]];
    for (sex, age, people) in COHORTS {
        population[sex][age] = people;
    }
    LifeTableInputs {
        population,
        mortality_rate: rates(0.004, 0.4),
        disability_rate: rates(0.05, 0.02),
        diseases: vec![disease("heart", 0.002, 0.0, 0.03), disease("lung.copd", 0.001, 0.05, 0.0)],
    }
}

/// One table as text: a row per sex and age, in the order of `order`.
fn text(header: &str, columns: &[&BySexAge], order: impl Fn(&mut Vec<(usize, usize)>)) -> String {
    let mut keys: Vec<(usize, usize)> = (0..2).flat_map(|sex| (0..AGES).map(move |age| (sex, age))).collect();
    order(&mut keys);
    let mut text = format!("sex,age,{header}\n");
    for (sex, age) in keys {
        write!(text, "{},{age}", SEXES[sex]).unwrap();
        for column in columns {
            write!(text, ",{}", column[sex][age]).unwrap();
        }
        text.push('\n');
    }
    text
}

/// Writes the tables with rows in the order `order` makes of them.
pub fn write(folder: &Folder, order: impl Fn(&mut Vec<(usize, usize)>)) {
    let inputs = inputs();
    let people = [&inputs.population, &inputs.mortality_rate, &inputs.disability_rate];
    folder.write("population.csv", text("population,mortality_rate,disability_rate", &people, &order));
    for one in &inputs.diseases {
        let columns = [
            &one.incidence_rate,
            &one.remission_rate,
            &one.case_fatality_rate,
            &one.prevalence_share,
            &one.disability_rate,
        ];
        let header = "incidence_rate,remission_rate,case_fatality_rate,prevalence_share,disability_rate";
        folder.write(&format!("diseases/{}.csv", one.name), text(header, &columns, &order));
    }
}

/// The tables in a folder of their own.
pub fn folder() -> Folder {
    let folder = Folder::new();
    write(&folder, |_| {});
    folder
}
