//! A year of a disease is a probability: rows of shares, composed like time.

use headwater::model::three_state::{Hazards, State, Transition, advance, transition};
use proptest::prelude::*;

use super::cases;

/// Hazards of every size, with zeros and twins among them.
fn hazard(most: f64) -> impl Strategy<Value = f64> {
    prop_oneof![
        1 => Just(0.0),
        1 => Just(0.25),
        3 => 0.0..0.05_f64,
        3 => 0.0..most,
        2 => (-14.0..0.0_f64).prop_map(|tens| headwater::math::pow(10.0, tens)),
    ]
}

/// One year after another: the shares at the end of both.
fn then(first: Transition, second: Transition) -> [f64; 4] {
    [
        first.well_to_well * second.well_to_well + first.well_to_ill * second.ill_to_well,
        first.well_to_well * second.well_to_ill + first.well_to_ill * second.ill_to_ill,
        first.ill_to_well * second.well_to_well + first.ill_to_ill * second.ill_to_well,
        first.ill_to_well * second.well_to_ill + first.ill_to_ill * second.ill_to_ill,
    ]
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn rows_are_shares(i in hazard(20.0), r in hazard(1000.0), f in hazard(20.0)) {
        let year = transition(i, r, f);
        for share in [year.well_to_well, year.well_to_ill, year.ill_to_well, year.ill_to_ill] {
            prop_assert!((0.0..=1.0).contains(&share), "{year:?}");
        }
        // One rounding of a sum of two.
        let most = 1.0 + f64::EPSILON;
        prop_assert!(year.well_to_well + year.well_to_ill <= most, "{year:?}");
        prop_assert!(year.ill_to_well + year.ill_to_ill <= most, "{year:?}");
    }

    #[test]
    fn two_half_years_are_one_year(i in hazard(8.0), r in hazard(50.0), f in hazard(8.0)) {
        let half = transition(0.5 * i, 0.5 * r, 0.5 * f);
        let year = transition(i, r, f);
        let whole = [year.well_to_well, year.well_to_ill, year.ill_to_well, year.ill_to_ill];
        for (both, whole) in then(half, half).into_iter().zip(whole) {
            // Only sums and products of shares: every entry keeps its own digits.
            prop_assert!((both - whole).abs() <= 1e-13 * whole, "{both:e} and {whole:e}");
        }
    }

    #[test]
    fn nobody_appears_or_vanishes_but_by_death(i in hazard(8.0), r in hazard(100.0), f in hazard(8.0), p in 0.0..=1.0_f64) {
        let mut state = State::with_prevalence([p]);
        let year = advance(&Hazards { incidence: [i], remission: [r], case_fatality: [f] }, &mut state);
        prop_assert!((state.well[0] + state.ill[0] - 1.0).abs() <= 2.0 * f64::EPSILON, "{state:?}");
        prop_assert!((0.0..=1.0).contains(&state.ill[0]));
        prop_assert!(year.survival_share[0] > 0.0 && year.survival_share[0] <= 1.0 + f64::EPSILON);
        let (low, high) = (p.min(state.ill[0]), p.max(state.ill[0]));
        prop_assert!(year.mean_prevalence[0] >= low * (1.0 - 1e-15) && year.mean_prevalence[0] <= high * (1.0 + 1e-15));
    }

    #[test]
    fn nobody_at_all_dies_of_a_disease_without_case_fatality(i in hazard(8.0), r in hazard(100.0), p in 0.0..=1.0_f64) {
        // Exactly: a last digit would be a death where there are no others.
        let mut state = State::with_prevalence([p]);
        let year = advance(&Hazards { incidence: [i], remission: [r], case_fatality: [0.0] }, &mut state);
        prop_assert_eq!(year.survival_share[0], 1.0);
    }

    #[test]
    fn more_incidence_never_means_fewer_ill_or_more_survivors(
        i in hazard(5.0), more in 1.0..3.0_f64, r in hazard(50.0), f in hazard(5.0), p in 0.0..=1.0_f64,
    ) {
        let after = |incidence: f64| {
            let mut state = State::with_prevalence([p]);
            let year = advance(&Hazards { incidence: [incidence], remission: [r], case_fatality: [f] }, &mut state);
            (state.ill[0], year.survival_share[0])
        };
        let (few, many) = (after(i), after(i * more));
        prop_assert!(many.0 >= few.0 * (1.0 - 1e-14), "ill {} and {}", few.0, many.0);
        prop_assert!(many.1 <= few.1 * (1.0 + 1e-14), "survive {} and {}", few.1, many.1);
    }
}
