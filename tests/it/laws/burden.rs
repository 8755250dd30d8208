//! Laws of the diseases of a population.

use headwater::model::disease::DiseaseBurden;
use headwater::model::tables::DiseaseRates;
use headwater::model::three_state::{Hazards, State, advance};
use headwater::strata::{AGES, QUINTILES};
use proptest::prelude::*;

use super::cases;
use crate::support::shipped;

fn with_incidence(disease: usize, factor: f64) -> Vec<DiseaseRates> {
    let mut rates = vec![shipped::tables().diseases[disease].clone()];
    for rate in rates[0].incidence_rate.iter_mut().flatten().flatten() {
        *rate *= factor;
    }
    rates
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn more_incidence_never_means_fewer_people_living_with_a_disease(disease in 0..6_usize, factor in 1.0..3.0_f64) {
        let (few, many) = (with_incidence(disease, 1.0), with_incidence(disease, factor));
        let (mut few, mut many) = (DiseaseBurden::<1>::stationary(&few), DiseaseBurden::<1>::stationary(&many));
        for _ in 0..3 {
            for sex in 0..2 {
                for quintile in 0..QUINTILES {
                    for age in 0..AGES {
                        let (a, b) = (few.by_age(0, sex, quintile)[age], many.by_age(0, sex, quintile)[age]);
                        prop_assert!(b.prevalence[0] >= a.prevalence[0] * (1.0 - 1e-13));
                        // The logarithm of a share near one carries the rounding of the share.
                        prop_assert!(b.mortality_rate[0] >= a.mortality_rate[0] - 1e-15);
                        prop_assert!((0.0..=1.0).contains(&b.prevalence[0]));
                    }
                }
            }
            few.step([0.99]);
            many.step([0.99]);
        }
    }

    #[test]
    fn draws_side_by_side_are_the_same_draws_one_by_one(factors in prop::array::uniform4(0.5..1.5_f64)) {
        let rates = &shipped::tables().diseases;
        let mut together = DiseaseBurden::<4>::stationary(rates);
        together.step(factors);
        for (lane, factor) in factors.into_iter().enumerate() {
            let mut alone = DiseaseBurden::<1>::stationary(rates);
            alone.step([factor]);
            for disease in 0..rates.len() {
                for (a, b) in together.by_age(disease, 0, 2).iter().zip(alone.by_age(disease, 0, 2)) {
                    prop_assert_eq!(a.prevalence[lane], b.prevalence[0]);
                    prop_assert_eq!(a.mortality_rate[lane], b.mortality_rate[0]);
                }
            }
        }
    }
}

#[test]
fn a_year_moves_everybody_up_exactly_one_age() {
    let factor = 0.8;
    for (index, rates) in shipped::tables().diseases.iter().enumerate() {
        let before = DiseaseBurden::<1>::stationary(&shipped::tables().diseases);
        let mut after = before.clone();
        after.step([factor]);
        let (start, end) = (before.by_age(index, 0, 1), after.by_age(index, 0, 1));
        for age in rates.first_age + 1..AGES {
            let hazards = Hazards {
                incidence: [factor * rates.incidence_rate[0][1][age]],
                remission: [rates.remission_rate[0][1][age]],
                case_fatality: [factor * rates.case_fatality_rate[0][1][age]],
            };
            let mut state = State::with_prevalence(start[age - 1].prevalence);
            advance(&hazards, &mut state);
            let off = (end[age].prevalence[0] - state.ill[0]).abs();
            assert!(off < 1e-15, "{} at {age}: {} after {}", rates.id, end[age].prevalence[0], state.ill[0]);
        }
    }
}

#[test]
fn with_no_trend_no_prevalence_ever_moves() {
    let rates = &shipped::tables().diseases;
    let start = DiseaseBurden::<1>::stationary(rates);
    let mut later = start.clone();
    for _ in 0..60 {
        later.step([1.0]);
    }
    for disease in 0..rates.len() {
        for sex in 0..2 {
            for quintile in 0..QUINTILES {
                assert_eq!(
                    start.by_age(disease, sex, quintile),
                    later.by_age(disease, sex, quintile),
                    "{} sex {sex} fifth {quintile}",
                    rates[disease].id
                );
            }
        }
    }
}
