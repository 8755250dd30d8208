//! The 128 factors that differ from draw to draw, and where each stands. All are 1 in the central run.

use crate::{DISEASES, EXPOSURES, PROGRAMMES};

/// Factors of a draw.
pub const FACTORS: usize = EFFECT + PROGRAMMES + EXPOSURES + 2 * DISEASES + 1;

/// Excess risk, by exposure and then disease.
pub const RISK: usize = 0;
/// Incidence, by disease.
pub const INCIDENCE: usize = RISK + EXPOSURES * DISEASES;
/// Case fatality, by disease.
pub const FATALITY: usize = INCIDENCE + DISEASES;
/// Remission, by disease.
pub const REMISSION: usize = FATALITY + DISEASES;
/// Effect, by programme.
pub const EFFECT: usize = REMISSION + DISEASES;
/// Lag, by exposure.
pub const LAG: usize = EFFECT + PROGRAMMES;
/// Cost of a case, by disease.
pub const COST: usize = LAG + EXPOSURES;
/// Loss of utility, by disease.
pub const UTILITY: usize = COST + DISEASES;
/// Other mortality.
pub const MORTALITY: usize = UTILITY + DISEASES;

/// The central run: every factor 1.
pub const CENTRAL: [f64; FACTORS] = [1.0; FACTORS];

/// Factors of `count` draws one after another, each between 0.8 and 1.2, always the same (splitmix64, seed 12345; the other
/// engines draw the same in their own languages).
pub fn draws(count: usize) -> Vec<f64> {
    let mut state: u64 = 12345;
    let mut next = || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = state;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^= bits >> 31;
        0.8 + 0.4 * ((bits >> 11) as f64 * 2f64.powi(-53))
    };
    (0..count * FACTORS).map(|_| next()).collect()
}
