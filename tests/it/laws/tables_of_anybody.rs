//! Life tables as anybody might bring them: any level, any slope, diseases of any kind.

use headwater::math;
use headwater::model::life_table::{Change, CohortYear, DiseaseChange, DiseaseTable, LifeTableInputs, run};
use headwater::strata::AGES;
use proptest::collection::vec;
use proptest::prelude::*;

/// A rate by age: a level, rising or falling by a share a year of age, never above `most`.
fn by_age(level: f64, slope: f64, most: f64) -> Vec<f64> {
    (0..AGES).map(|age| (level * math::exp(slope * f64::from(u8::try_from(age).unwrap()))).min(most)).collect()
}

prop_compose! {
    fn rate(most: f64)(level in prop_oneof![1 => Just(0.0), 4 => 0.0..most], slope in -0.02..0.03_f64) -> Vec<f64> {
        by_age(level, slope, most)
    }
}

prop_compose! {
    fn disease()(
        incidence in rate(0.3), remission in rate(2.0), case_fatality in rate(0.5), prevalence in rate(1.0),
        weight in rate(0.05),
    ) -> DiseaseTable {
        let both = |rates: Vec<f64>| [rates.clone(), rates];
        DiseaseTable {
            name: "d".into(),
            incidence_rate: both(incidence),
            remission_rate: both(remission),
            case_fatality_rate: both(case_fatality),
            prevalence_share: both(prevalence),
            disability_rate: both(weight),
        }
    }
}

prop_compose! {
    /// Three cohorts (two of women, one of men), up to three diseases. Disability is such that no
    /// change drives it out of its range; the changes in the laws are ones that never lower mortality.
    pub fn inputs()(
        ages in vec(0..AGES, 3), people in vec(0.5..1e6_f64, 3), mortality in rate(0.8), disability in rate(0.3),
        diseases in vec(disease(), 0..4),
    ) -> LifeTableInputs {
        // Room below for three diseases that heal: 3 x 0.05.
        let disability: Vec<f64> = disability.into_iter().map(|share| share + 0.2).collect();
        let mut population = [vec![0.0; AGES], vec![0.0; AGES]];
        population[0][ages[0]] = people[0];
        population[0][ages[1]] = people[1];
        population[1][ages[2]] = people[2];
        LifeTableInputs {
            population,
            mortality_rate: [mortality.clone(), mortality],
            disability_rate: [disability.clone(), disability],
            diseases,
        }
    }
}

/// No change, for these inputs.
pub fn nothing(inputs: &LifeTableInputs) -> Change {
    Change { mortality: 1.0, diseases: vec![DiseaseChange::NONE; inputs.diseases.len()] }
}

/// One row, with its prevalences kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Everything but prevalence.
    pub year: CohortYear<'static>,
    /// Prevalence by disease: baseline, changed.
    pub prevalence: Vec<(f64, f64)>,
}

/// All rows of a run.
pub fn rows(inputs: &LifeTableInputs, change: &Change, until_age: usize) -> Vec<Row> {
    let mut all = Vec::new();
    run(inputs, change, until_age, |row| {
        all.push(Row {
            year: CohortYear {
                sex: row.sex,
                start_age: row.start_age,
                year: row.year,
                age: row.age,
                base: row.base,
                changed: row.changed,
                prevalence: &[],
            },
            prevalence: row.prevalence.to_vec(),
        });
    })
    .unwrap_or_else(|faults| panic!("{faults}"));
    all
}
