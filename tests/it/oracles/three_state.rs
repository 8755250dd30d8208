//! The closed form of a disease's year against two matrix exponentials.

use headwater::model::three_state::{Hazards, State, Transition, advance, transition};

use crate::support::close::relative;
use crate::support::matrix::{by_pade, by_uniformisation};

/// Hazards from nothing to far beyond any disease. Every pair of equal entries is a coincidence of eigenvalues where
/// remission is 0, and every zero makes one vanish.
const GRID: [f64; 12] = [0.0, 1e-12, 1e-7, 1e-3, 0.02, 0.1, 0.5, 1.0, 5.5, 12.0, 25.0, 40.0];
/// Remission empties a disease within the year at the last two.
const REMISSION: [f64; 9] = [0.0, 1e-12, 1e-5, 0.02, 0.5, 1.0, 6.0, 100.0, 1000.0];

/// Both algorithms add and multiply numbers that are not negative. The reference squares its matrix up to eleven times and
/// each squaring doubles its relative error: 2^11 x 2e-16 x a few operations.
const OF_EACH_ENTRY: f64 = 1e-11;
/// Padé divides matrices: good to a share of the largest entry, times the growth of its scaling and squaring.
const OF_THE_WHOLE: f64 = 1e-11;

fn entries(year: Transition) -> [f64; 4] {
    [year.well_to_well, year.well_to_ill, year.ill_to_well, year.ill_to_ill]
}

#[track_caller]
fn compare(i: f64, r: f64, f: f64) {
    let ours = entries(transition(i, r, f));
    let reference = by_uniformisation(i, r, f);
    for (entry, (found, expected)) in ours.into_iter().zip(reference).enumerate() {
        let off = relative(found, expected);
        assert!(
            off <= OF_EACH_ENTRY,
            "i {i:e}, r {r:e}, f {f:e}, entry {entry}: {found:e} is not {expected:e} (relative {off:e})"
        );
    }
}

#[test]
fn every_entry_agrees_with_uniformisation_to_its_own_last_digits() {
    let mut compared = 0;
    for i in GRID {
        for r in REMISSION {
            for f in GRID {
                compare(i, r, f);
                compared += 1;
            }
        }
    }
    assert_eq!(compared, GRID.len() * REMISSION.len() * GRID.len());
}

#[test]
fn nearly_coincident_eigenvalues_lose_no_digits() {
    for hazard in [1e-9, 1e-3, 0.2, 1.0, 6.0] {
        for gap in [0.0, 1e-15, 1e-12, 1e-9, 1e-6, 1e-3] {
            for r in [0.0, 1e-18, 1e-12, 1e-6] {
                compare(hazard, r, hazard * (1.0 + gap));
                compare(hazard * (1.0 + gap), r, hazard);
            }
        }
    }
}

#[test]
fn the_closed_form_agrees_with_a_general_matrix_exponential() {
    for i in GRID {
        for r in REMISSION {
            for f in GRID {
                for (found, expected) in entries(transition(i, r, f)).into_iter().zip(by_pade(i, r, f)) {
                    let off = (found - expected).abs();
                    assert!(off <= OF_THE_WHOLE, "i {i:e}, r {r:e}, f {f:e}: {found:e} is not {expected:e}");
                }
            }
        }
    }
}

#[test]
fn no_hazard_at_all_moves_nobody() {
    assert_eq!(entries(transition(0.0, 0.0, 0.0)), [1.0, 0.0, 0.0, 1.0]);
}

#[test]
fn without_case_fatality_nobody_dies_of_it() {
    for i in GRID {
        for r in REMISSION {
            let year = transition(i, r, 0.0);
            assert!((year.well_to_well + year.well_to_ill - 1.0).abs() < 1e-14, "i {i}, r {r}");
            assert!((year.ill_to_well + year.ill_to_ill - 1.0).abs() < 1e-14, "i {i}, r {r}");
        }
    }
}

#[test]
fn without_incidence_nobody_falls_ill() {
    for r in REMISSION {
        for f in GRID {
            let year = transition(0.0, r, f);
            assert_eq!((year.well_to_well, year.well_to_ill), (1.0, 0.0), "r {r}, f {f}");
        }
    }
}

#[test]
fn huge_remission_empties_prevalence() {
    let hazards = Hazards { incidence: [0.01], remission: [1000.0], case_fatality: [0.2] };
    let mut state = State::with_prevalence([0.9]);
    let year = advance(&hazards, &mut state);
    // In balance the ill are i / r of the well: they leave as fast as they come.
    assert!((state.ill[0] - 0.01 / 1000.0).abs() < 1e-8, "{}", state.ill[0]);
    // The 90% who were ill spent a thousandth of a year so: 0.9 x 0.2 / 1000.2 of them died, and next to none after.
    assert!((1.0 - year.survival_share[0] - 0.9 * 0.2 / 1000.2).abs() < 3e-6, "{}", year.survival_share[0]);
}

#[test]
fn everybody_ill_without_remission_dies_at_the_case_fatality_rate() {
    for f in [0.0, 1e-12, 0.3, 5.5, 12.0, 40.0] {
        let hazards = Hazards { incidence: [0.4], remission: [0.0], case_fatality: [f] };
        let mut state = State::with_prevalence([1.0]);
        let year = advance(&hazards, &mut state);
        assert_eq!(state.ill[0], 1.0, "f {f}");
        let survived = headwater::math::exp(-f);
        assert!(relative(year.survival_share[0], survived) < 1e-14, "f {f}: {} of {survived}", year.survival_share[0]);
    }
}

#[test]
fn lanes_do_not_touch_each_other() {
    let (i, r, f) = ([0.1, 0.0, 3.0, 0.02], [0.0, 0.5, 1.0, 1000.0], [0.1, 0.0, 7.0, 0.3]);
    let prevalence = [0.2, 1.0, 0.0, 0.6];
    let mut together = State::with_prevalence(prevalence);
    let year = advance(&Hazards { incidence: i, remission: r, case_fatality: f }, &mut together);
    for lane in 0..4 {
        let mut alone = State::with_prevalence([prevalence[lane]]);
        let hazards = Hazards { incidence: [i[lane]], remission: [r[lane]], case_fatality: [f[lane]] };
        let single = advance(&hazards, &mut alone);
        assert_eq!((together.well[lane], together.ill[lane]), (alone.well[0], alone.ill[0]));
        assert_eq!(year.survival_share[lane], single.survival_share[0]);
        assert_eq!(year.mean_prevalence[lane], single.mean_prevalence[0]);
    }
}
