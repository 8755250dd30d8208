//! How the risk that goes with an exposure grows with the causal share a future believes in, cohort by cohort.
//!
//! At the middle of the share's range a source takes away so much risk; at the place `y` in the range (-1 to 1) it takes away
//! `1 + b1 y + b2 y^2` times as much. The bend is that of the cohort's residents: within five years of age it hardly changes, whoever
//! the people of a source are, so one bend serves all sources.

use super::footing::{Footing, Track};
use super::layout::Target;
use super::weights::Weights;

/// First and second power of the place in the range.
pub type Bend = [f32; 2];

/// The bends of one risk of an exposure in one row and group, over the moments in which the group has anybody.
pub fn bends(
    footing: &Footing,
    weights: &Weights,
    (exposure, risk): (usize, usize),
    target: Target,
    (sex, quintile, group): (usize, usize, usize),
) -> Track<Bend> {
    let path = &footing.path;
    let mut track = Track { from: usize::MAX, steps: Vec::new() };
    for moment in 0..footing.clock.len() {
        let t = footing.clock.middle(moment);
        let ages = footing.groups.ages(group, path, t);
        if ages.is_empty() && track.steps.is_empty() {
            continue;
        }
        track.from = track.from.min(moment);
        let residents = &path.residents[t][sex][quintile];
        let mortality = &path.mortality[t][sex][quintile];
        let rows = weights.row(exposure, risk, t, (sex, quintile));
        let mut sums = [0.0; 3];
        for age in ages {
            // Of other causes it is deaths that are taken away.
            let people = residents[age] * if target == Target::OtherCauses { mortality[age] } else { 1.0 };
            let weight = rows.get(age).copied().unwrap_or_default();
            sums.iter_mut().zip(weight).for_each(|(sum, weight)| *sum += people * weight);
        }
        let [middle, first, second] = sums;
        let bend = |power: f64| if middle == 0.0 { 0.0 } else { power / middle };
        #[allow(clippy::cast_possible_truncation)] // seven digits are more than the method has
        track.steps.push([bend(first) as f32, bend(second) as f32]);
    }
    track
}
