//! Laws of the life-table engine.

use headwater::model::life_table::{Change, DiseaseChange, Side};
use headwater::strata::LAST_AGE;
use proptest::prelude::*;

use super::cases;
use super::tables_of_anybody::{inputs, nothing, rows};

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn nothing_changed_is_exactly_no_difference(inputs in inputs()) {
        for row in rows(&inputs, &nothing(&inputs), LAST_AGE) {
            prop_assert_eq!(row.year.base, row.year.changed, "{} {}", row.year.start_age, row.year.year);
            for (base, changed) in row.prevalence {
                prop_assert_eq!(base, changed);
            }
        }
    }

    #[test]
    fn people_are_conserved(inputs in inputs(), factor in 0.0..2.0_f64) {
        let change = Change { mortality: 1.0 + factor, ..nothing(&inputs) };
        let all = rows(&inputs, &change, LAST_AGE);
        for pair in all.windows(2) {
            let (now, next) = (&pair[0].year, &pair[1].year);
            if next.year == 0 {
                continue;
            }
            prop_assert_eq!(next.base.alive, now.base.alive - now.base.deaths);
            prop_assert_eq!(next.changed.alive, now.changed.alive - now.changed.deaths);
        }
        for row in &all {
            for side in [row.year.base, row.year.changed] {
                prop_assert!(side.deaths >= 0.0 && side.deaths <= side.alive);
                prop_assert!((side.person_years - (side.alive - 0.5 * side.deaths)).abs() <= 1e-15 * side.alive);
                prop_assert!(side.healthy_years >= 0.0 && side.healthy_years <= side.person_years);
            }
        }
    }

    #[test]
    fn every_cohort_lives_every_year_from_its_start_to_the_last_age(inputs in inputs(), until in 0..=LAST_AGE) {
        let all = rows(&inputs, &nothing(&inputs), until);
        let mut expected = 0;
        for people in &inputs.population {
            expected += people.iter().take(until + 1).enumerate().filter(|(_, n)| **n > 0.0).map(|(age, _)| until + 1 - age).sum::<usize>();
        }
        prop_assert_eq!(all.len(), expected);
        prop_assert!(all.iter().all(|row| row.year.age == row.year.start_age + row.year.year && row.year.age <= until));
    }

    #[test]
    fn stopping_earlier_changes_no_row(inputs in inputs(), until in 0..LAST_AGE, factor in 0.1..1.0_f64) {
        let change = Change {
            diseases: vec![DiseaseChange { remission: factor, ..DiseaseChange::NONE }; inputs.diseases.len()],
            mortality: 5.0,
        };
        let mut whole = rows(&inputs, &change, LAST_AGE);
        whole.retain(|row| row.year.age <= until);
        prop_assert_eq!(rows(&inputs, &change, until), whole);
    }

    #[test]
    fn shares_stay_shares(inputs in inputs(), factor in 1.0..4.0_f64) {
        let change = Change {
            diseases: vec![DiseaseChange { incidence: factor, ..DiseaseChange::NONE }; inputs.diseases.len()],
            mortality: 1.0,
        };
        for row in rows(&inputs, &change, LAST_AGE) {
            for (base, changed) in &row.prevalence {
                prop_assert!((0.0..=1.0).contains(base) && (0.0..=1.0).contains(changed));
            }
            for side in [row.year.base, row.year.changed] {
                prop_assert!((0.0..=1.0).contains(&side.disability_rate) && side.mortality_rate >= 0.0);
            }
        }
    }

    #[test]
    fn more_incidence_never_means_fewer_cases_fewer_deaths_or_more_life(inputs in inputs(), factor in 1.0..4.0_f64) {
        let change = Change {
            diseases: vec![DiseaseChange { incidence: factor, ..DiseaseChange::NONE }; inputs.diseases.len()],
            mortality: 1.0,
        };
        for row in rows(&inputs, &change, LAST_AGE) {
            for (base, changed) in &row.prevalence {
                prop_assert!(changed >= &(base * (1.0 - 1e-13)), "prevalence fell from {base} to {changed}");
            }
            let (base, changed): (Side, Side) = (row.year.base, row.year.changed);
            // The logarithm of a ratio near one carries the rounding of the ratio: 1e-15 a disease.
            prop_assert!(changed.mortality_rate >= base.mortality_rate - 1e-14);
            prop_assert!(changed.alive <= base.alive * (1.0 + 1e-12));
        }
    }

    #[test]
    fn the_order_of_diseases_does_not_matter(inputs in inputs(), factor in 1.0..2.0_f64) {
        let mut change = nothing(&inputs);
        for (index, disease) in change.diseases.iter_mut().enumerate() {
            *disease = if index % 2 == 0 {
                DiseaseChange { incidence: factor, ..DiseaseChange::NONE }
            } else {
                DiseaseChange { remission: 1.0 / factor, ..DiseaseChange::NONE }
            };
        }
        change.mortality = 3.0;
        let (mut turned, mut turned_change) = (inputs.clone(), change.clone());
        turned.diseases.reverse();
        turned_change.diseases.reverse();
        for (one, other) in rows(&inputs, &change, LAST_AGE).iter().zip(rows(&turned, &turned_change, LAST_AGE)) {
            let mut prevalence = other.prevalence;
            prevalence.reverse();
            prop_assert_eq!(&one.prevalence, &prevalence);
            // A sum of up to three in another order.
            prop_assert!((one.year.changed.mortality_rate - other.year.changed.mortality_rate).abs() < 1e-14);
        }
    }

    #[test]
    fn cohorts_do_not_know_of_each_other(inputs in inputs(), share in 0.01..1.0_f64) {
        let mut fewer = inputs.clone();
        for people in &mut fewer.population[1] {
            *people *= share;
        }
        let women = |inputs: &_| {
            rows(inputs, &nothing(inputs), LAST_AGE)
                .into_iter()
                .filter(|row| row.year.sex == headwater::strata::Sex::Female)
                .collect::<Vec<_>>()
        };
        prop_assert_eq!(women(&inputs), women(&fewer));
    }
}
