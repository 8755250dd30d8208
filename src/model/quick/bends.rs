//! How the risk that goes with an exposure grows with the causal share a future believes in, cohort by cohort.
//!
//! At the middle of the share's range a source takes away so much risk; at the place `y` in the range (-1 to 1) it takes away
//! `1 + b1 y + b2 y^2` times as much. That differs little between the ages of a cohort, so one bend serves all sources: the mean over its
//! residents, each age by how much risk goes with it there. An exposure that protects at some ages and harms at others bends both alike.

use super::footing::{Footing, Track};
use super::layout::Target;
use super::weights::{Powers, Weights};

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
        if ages.is_empty() {
            continue;
        }
        track.from = track.from.min(moment);
        let residents = &path.residents[t][sex][quintile];
        let mortality = &path.mortality[t][sex][quintile];
        let rows = weights.row(exposure, risk, t, (sex, quintile));
        let counted = ages.map(|age| {
            // Of other causes it is deaths that are taken away.
            let people = residents[age] * if target == Target::OtherCauses { mortality[age] } else { 1.0 };
            (people, rows.get(age).copied().unwrap_or_default())
        });
        track.steps.push(bend(counted));
    }
    track.steps.shrink_to_fit();
    track
}

/// The bend of people of several ages with the weights of a person: a mean of the ages' own, so never beyond them.
fn bend(counted: impl Iterator<Item = (f64, Powers)>) -> Bend {
    let mut sums = [0.0; 3];
    for (people, [middle, first, second]) in counted {
        let sign = if middle < 0.0 { -1.0 } else { 1.0 };
        sums.iter_mut().zip([middle, first, second]).for_each(|(sum, weight)| *sum += people * sign * weight);
    }
    let [middle, first, second] = sums;
    #[allow(clippy::cast_possible_truncation)] // seven digits are more than the method has
    let over = |power: f64| if middle == 0.0 { 0.0 } else { (power / middle) as f32 };
    [over(first), over(second)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bend_lies_between_those_of_the_ages() {
        let one = |weight: Powers| bend([(1.0, weight)].into_iter());
        // Protects those below 50 and harms those above, as an exposure may.
        let (below, above) = ([-0.1, -0.11, 0.01], [0.1, 0.08, -0.02]);
        for young in [0.0, 0.3, 0.5, 0.500_001, 0.8, 1.0] {
            let mixed = bend([(young, below), (1.0 - young, above)].into_iter());
            for (power, mixed) in mixed.into_iter().enumerate() {
                let ends = [one(below)[power], one(above)[power]];
                let (low, high) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
                assert!((low - 1e-6..=high + 1e-6).contains(&mixed), "{young}: {mixed} is not from {low} to {high}");
            }
        }
        assert_eq!(bend([(0.0, below)].into_iter()), [0.0; 2]);
        assert_eq!(bend([(5.0, [0.0; 3])].into_iter()), [0.0; 2]);
    }
}
