//! Two plans in the same futures: what one gives more than the other in each of them.
//!
//! Both runs of a pair believe the same, so whatever moves both alike falls out of their difference. That is why a plan can be
//! the better one in nearly every future while the bands of the two lie almost on each other: how often one is better is counted
//! over pairs, never read off two bands.

use serde_json::Value;

use super::ranges::ranges;
use super::record::{Block, Part};
use super::rows::Rows;
use crate::error::Faults;

/// One plan less the other, future by future, of every figure that both hold and that means the same in both: sums over the
/// horizon only where both have the same one. Lines of the ledger and years of breaking even are left out.
///
/// # Errors
/// A fault if the two were not run in the same futures.
pub fn differences(one: &Rows, other: &Rows) -> Result<Rows, Faults> {
    if one.seed != other.seed || one.indices != other.indices {
        return Err(Faults::one("futures", "", "the two plans were not run in the same futures"));
    }
    let both = one.set_in_motion && other.set_in_motion;
    let mut less = Rows::new(one.years.min(other.years), both, one.seed);
    less.indices.clone_from(&one.indices);
    for (at, block) in one.blocks.iter().enumerate().filter(|(_, block)| comparable(block, one.years == other.years)) {
        let same = |known: &Block| (&known.group, &known.id, known.part) == (&block.group, &block.id, block.part);
        let Some(twin) = other.blocks.iter().position(same) else { continue };
        let pairs = one.block(at).iter().zip(other.block(twin));
        let columns: Vec<Vec<f64>> = pairs.map(|(one, other)| subtract(one, other)).collect();
        less.blocks.push(Block { len: columns.len(), ..block.clone() });
        less.columns.extend(columns);
    }
    Ok(less)
}

/// What [`differences`] say together, in the shape of the ranges of one plan: `above_zero` is the share of futures in which the
/// first plan has more.
///
/// # Errors
/// As [`differences`].
pub fn pairs(one: &Rows, other: &Rows, start_year: u32) -> Result<Value, Faults> {
    Ok(ranges(&differences(one, other)?, one.seed, start_year))
}

/// Years of two horizons are compared one by one for as long as both last; what stands for all years of one horizon is not.
fn comparable(block: &Block, same_horizon: bool) -> bool {
    match block.part {
        Part::BreakEven => false,
        Part::Year | Part::Motion | Part::FifthMotion => true,
        Part::Single => same_horizon || block.group == "fairness",
        Part::Horizon | Part::FifthYear => same_horizon,
    }
}

fn subtract(one: &[f64], other: &[f64]) -> Vec<f64> {
    one.iter().zip(other).map(|(one, other)| one - other).collect()
}
