//! How many people there are in a stream: the two sums over those counted that the answers need.

use super::block::Table;
use super::lanes::{LANES, Lanes, ZERO};
use crate::strata::QUINTILES;

/// People in effect had nobody died, and the same times the years since they were counted, by fifth.
pub type Size = [[Lanes; QUINTILES]; 2];

/// By year.
pub type Sizes = Vec<Size>;

/// Nobody in any of some years.
#[must_use]
pub fn sizes(years: usize) -> Sizes {
    vec![[[ZERO; QUINTILES]; 2]; years]
}

/// Adds the people of all years up to `t`, each by the share of the effect alive in them.
pub fn convolve(people: &Table, kernel: &[Lanes], t: usize, sums: &mut Size) {
    let from = (t + 1).saturating_sub(kernel.len());
    for quintile in 0..QUINTILES {
        let (mut all, mut since) = (ZERO, ZERO);
        for s in from..people.len().min(t + 1) {
            #[allow(clippy::cast_precision_loss)] // at most 141
            let years = (t - s) as f64;
            let (people, share) = (people[s][quintile], kernel[t - s]);
            for lane in 0..LANES {
                let own = people[lane] * share[lane];
                all[lane] += own;
                since[lane] += own * years;
            }
        }
        sums[0][quintile] = all;
        sums[1][quintile] = since;
    }
}

/// Adds what the people of all years up to `t` answer, each by the share of the effect alive in them.
pub fn answer(
    people: &Table,
    kernel: &[Lanes],
    per_person: &[[f64; QUINTILES]],
    t: usize,
    sums: &mut [Lanes; QUINTILES],
) {
    let from = (t + 1).saturating_sub(kernel.len());
    for quintile in 0..QUINTILES {
        let mut sum = sums[quintile];
        for s in from..per_person.len().min(t + 1) {
            let (people, share, each) = (people[s][quintile], kernel[t - s], per_person[s][quintile]);
            for lane in 0..LANES {
                sum[lane] += people[lane] * share[lane] * each;
            }
        }
        sums[quintile] = sum;
    }
}
