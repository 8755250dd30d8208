//! Where each draw of a figure falls between 0 and 1: stratified in blocks, so that few draws already cover the range.
//!
//! Draws come in blocks of [`BLOCK`]. Within a block each of the 250 equal parts of 0 to 1 (its *strata*) is met exactly
//! once, in an order shuffled for each figure and block: a Latin hypercube. Blocks refine each other: over 4, 16 and 64
//! blocks one stratum is itself met once in each of its 4, 16 and 64 equal parts (a van der Corput sequence in base 4 with
//! nested scrambling, Owen 1995; a sliced Latin hypercube, Qian 2012). Each single draw is even over 0 to 1, so every
//! number of draws is unbiased, and no row changes when more are asked for.

use crate::model::draws::stream::Stream;

/// Draws in a block, each complete by itself.
pub const BLOCK: usize = 250;
/// Parts into which each refinement cuts a stratum, and how often it is refined by plan: 250, 1,000, 4,000, 16,000.
const PARTS: u64 = 4;
const REFINEMENTS: u32 = 3;
/// Counters: 1,024 for the shuffle and 1,024 for the finest place of each block; refinements from here on.
const REFINED: u64 = 1 << 63;

/// The stratum of each row of a block, 0 to 249: a shuffle (Fisher and Yates) of all of them.
#[must_use]
pub fn shuffled(stream: Stream, block: u64) -> Vec<usize> {
    let mut strata: Vec<usize> = (0..BLOCK).collect();
    for last in (1..BLOCK).rev() {
        strata.swap(last, stream.below((block << 11) | last as u64, last + 1));
    }
    strata
}

/// Where a draw of `block` in `stratum` falls, strictly between 0 and 1.
#[must_use]
#[allow(clippy::cast_precision_loss)] // strata and parts are small whole numbers
pub fn place(stream: Stream, block: u64, stratum: usize) -> f64 {
    let (mut rest, mut seen, mut known, mut first) = (block, 0, 1, 0);
    let (mut within, mut width) = (0.0, 1.0);
    for _ in 0..REFINEMENTS {
        let digit = rest % PARTS;
        width /= PARTS as f64;
        let code = stream.at(REFINED | ((stratum as u64) << 8) | (first + seen));
        within += scrambled(digit, code) as f64 * width;
        rest /= PARTS;
        seen += digit * known;
        first += known;
        known *= PARTS;
    }
    within += width * stream.unit((block << 11) | 1024 | stratum as u64);
    (stratum as f64 + within) / BLOCK as f64
}

/// The digit after a shuffle of 0 to 3; `code` says which of the 24.
fn scrambled(digit: u64, code: u64) -> u64 {
    let mut digits = [0, 1, 2, 3];
    for (last, below, skip) in [(3, 4, 0), (2, 3, 20), (1, 2, 40)] {
        digits.swap(last, usize::try_from((code >> skip) % below).unwrap_or(0));
    }
    usize::try_from(digit).ok().and_then(|digit| digits.get(digit).copied()).unwrap_or(0)
}
