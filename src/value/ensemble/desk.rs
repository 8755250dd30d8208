//! Where many columns are summed up one after another: the room for it is made once.
//!
//! Five quantiles of a thousand values need no sorted list. Values are put into equal bins between the least and the greatest,
//! and the bins into order, so that each bin stands where its values would stand; only bins in which a wanted place lies are
//! sorted. Any rule that never puts a greater value into an earlier bin gives the same quantiles, to the bit.

use super::summary::{QUANTILES, Summary, place};

/// Bins: few values in each of those that are sorted, and little to do for the bins themselves.
const BINS: usize = 256;
/// The last bin, as a number.
const LAST: f64 = 255.0;
/// A number so large that what is added to it is rounded to a whole one, which then stands in its last bits.
const WHOLE: f64 = 4_503_599_627_370_496.0;
/// A bin of more values than this is sorted by the standard library.
const FEW: usize = 24;

/// Room for summing up.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    /// The bin of each value.
    bins: Vec<u8>,
    /// The values, bin after bin.
    binned: Vec<f64>,
}

/// What one pass over all values tells.
#[derive(Debug, Clone, Copy)]
struct Gist {
    sum: f64,
    low: f64,
    high: f64,
}

impl Desk {
    /// Sums up; `None` if there is no value, or one that is not a number.
    #[must_use]
    pub fn sum_up(&mut self, values: &[f64]) -> Option<Summary> {
        let gist = gist(values);
        if values.is_empty() || (gist.sum.is_nan() && values.iter().any(|value| value.is_nan())) {
            return None;
        }
        #[allow(clippy::cast_precision_loss)] // at most 100,000 rows
        let (count, share) = (values.len() as f64, |n: usize| n as f64 / values.len() as f64);
        let quantiles = if gist.low < gist.high { self.quantiles(values, gist) } else { [gist.low + 0.0; 5] };
        let (above, below) = sides(values, gist);
        Some(Summary { quantiles, mean: gist.sum / count, above_zero: share(above), below_zero: share(below) })
    }

    /// The quantiles of [`QUANTILES`] of values that are not all the same.
    fn quantiles(&mut self, values: &[f64], gist: Gist) -> [f64; 5] {
        let starts = self.bin(values, gist);
        let binned = &mut self.binned;
        let mut bin = 0;
        let mut sorted = 0;
        QUANTILES.map(|(_, p)| {
            let (at, below) = place(values.len(), p);
            let above = if at > 0.0 { (below + 1).min(values.len() - 1) } else { below };
            for wanted in [below, above] {
                if wanted >= sorted {
                    while starts[bin + 1] as usize <= wanted {
                        bin += 1;
                    }
                    sorted = starts[bin + 1] as usize;
                    sort(&mut binned[starts[bin] as usize..sorted]);
                }
            }
            let low = binned[below];
            if at > 0.0 { low + at * (binned[above] - low) } else { low }
        })
    }

    /// Puts values into bins and bins into order; gives where each begins, and the end.
    fn bin(&mut self, values: &[f64], Gist { low, high, .. }: Gist) -> [u32; BINS + 1] {
        // Where the way is too long or too short to be measured, all stand in the first bin.
        let scale = Some(LAST / (high - low)).filter(|scale| scale.is_finite() && low.is_finite()).unwrap_or(0.0);
        let bin_of = |value: f64| -> u8 {
            let bin = (value - low) * scale + WHOLE;
            #[allow(clippy::cast_possible_truncation)] // its last eight bits are what is wanted
            let bin = bin.to_bits() as u8;
            bin
        };
        self.bins.clear();
        self.bins.extend(values.iter().map(|value| bin_of(*value)));
        let mut starts = [0_u32; BINS + 1];
        for bin in &self.bins {
            starts[usize::from(*bin) + 1] += 1;
        }
        let mut from = 0;
        for start in &mut starts {
            from += *start;
            *start = from;
        }
        let mut next = starts;
        self.binned.resize(values.len(), 0.0);
        for (bin, value) in self.bins.iter().zip(values) {
            let next = &mut next[usize::from(*bin)];
            self.binned[*next as usize] = *value;
            *next += 1;
        }
        starts
    }
}

fn sort(bin: &mut [f64]) {
    if bin.len() > FEW {
        bin.sort_unstable_by(f64::total_cmp);
        return;
    }
    for end in 1..bin.len() {
        let value = bin[end];
        let mut at = end;
        while at > 0 && bin[at - 1] > value {
            bin[at] = bin[at - 1];
            at -= 1;
        }
        bin[at] = value;
    }
}

/// Sum, least and greatest. The sum is that of four, each of every fourth value, whoever adds up: so the same values in the same
/// order have the same sum everywhere, and a machine can add several at a time.
fn gist(values: &[f64]) -> Gist {
    let (fours, rest) = values.as_chunks::<4>();
    let (mut sum, mut low, mut high) = ([0.0; 4], [f64::INFINITY; 4], [f64::NEG_INFINITY; 4]);
    for [a, b, c, d] in fours {
        sum = [sum[0] + a, sum[1] + b, sum[2] + c, sum[3] + d];
        low = [less(low[0], *a), less(low[1], *b), less(low[2], *c), less(low[3], *d)];
        high = [more(high[0], *a), more(high[1], *b), more(high[2], *c), more(high[3], *d)];
    }
    for (lane, value) in rest.iter().enumerate() {
        (sum[lane], low[lane], high[lane]) = (sum[lane] + value, less(low[lane], *value), more(high[lane], *value));
    }
    Gist {
        sum: (sum[0] + sum[1]) + (sum[2] + sum[3]),
        low: less(less(low[0], low[1]), less(low[2], low[3])),
        high: more(more(high[0], high[1]), more(high[2], high[3])),
    }
}

/// As machines have it in one instruction.
const fn less(one: f64, other: f64) -> f64 {
    if other < one { other } else { one }
}

const fn more(one: f64, other: f64) -> f64 {
    if other > one { other } else { one }
}

/// How many are above and below 0; counted only where both can be.
fn sides(values: &[f64], Gist { low, high, .. }: Gist) -> (usize, usize) {
    let count = |keep: &dyn Fn(f64) -> bool| values.iter().filter(|value| keep(**value)).count();
    let above = if low > 0.0 {
        values.len()
    } else if high > 0.0 {
        count(&|value| value > 0.0)
    } else {
        0
    };
    let below = if high < 0.0 {
        values.len()
    } else if low < 0.0 {
        count(&|value| value < 0.0)
    } else {
        0
    };
    (above, below)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::ensemble::summary::quantile;

    /// Evenly from 0 to 1.
    fn drawn(count: usize, next: &mut u64) -> Vec<f64> {
        let mut one = || {
            *next = next.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            #[allow(clippy::cast_precision_loss)] // 52 bits
            let value = (*next >> 12) as f64 / WHOLE;
            value
        };
        (0..count).map(|_| one()).collect()
    }

    #[test]
    fn quantiles_of_a_list_are_those_of_the_same_list_sorted() {
        let shapes: [fn(f64) -> f64; 8] = [
            |x| x,
            |x| (x * 16.0).floor() - 8.0,                     // many are equal
            |x| if x < 0.97 { x * 1e-9 } else { 1e9 * x },    // nearly all in one bin
            |x| crate::math::exp(40.0 * x) - 1e8,             // most of the way is empty
            |x| if x < 0.5 { -1.7e308 } else { 1.7e308 * x }, // a way too long to be measured
            |x| x * 1e-320,                                   // and too short
            |x| {
                if x < 0.1 {
                    f64::NEG_INFINITY
                } else if x > 0.9 {
                    f64::INFINITY
                } else {
                    x
                }
            },
            |_| 3.0,
        ];
        let (mut next, mut desk) = (1, Desk::default());
        for count in (1..40).chain([250, 1_000]) {
            for (number, shape) in shapes.iter().enumerate() {
                let values: Vec<f64> = drawn(count, &mut next).into_iter().map(shape).collect();
                let mut sorted = values.clone();
                sorted.sort_by(f64::total_cmp);
                let found = desk.sum_up(&values).unwrap();
                let wanted = QUANTILES.map(|(_, p)| quantile(&sorted, p));
                assert_eq!(found.quantiles.map(f64::to_bits), wanted.map(f64::to_bits), "{count} of shape {number}");
                let share = |keep: fn(f64) -> bool| values.iter().filter(|v| keep(**v)).count() as f64 / count as f64;
                assert_eq!((found.above_zero, found.below_zero), (share(|v| v > 0.0), share(|v| v < 0.0)));
            }
        }
    }
}
