//! Draws side by side: every quantity of eight futures in one short array, so that plain loops become vector instructions.
//! No lane ever looks at its neighbours.

use std::ops::{AddAssign, Mul, MulAssign};

/// Futures run side by side.
pub const LANES: usize = 8;

/// One quantity in each of them.
pub type Lanes = [f64; LANES];

/// The same in seven digits, where they are enough (decision 0023): cohort by cohort every quantity is what a plan changes, not what
/// is there with it and without it. Twice as many fit into a vector instruction.
pub type Singles = [f32; LANES];

/// Nothing in any.
pub const ZERO: Lanes = [0.0; LANES];

/// Nothing in any, in seven digits.
pub const NONE: Singles = [0.0; LANES];

/// Does the same in each lane. Written out instead of a loop: a compiler told to write little code (the module of the page)
/// leaves a loop as it is, with every number going through memory, and here is where nearly all time is spent.
macro_rules! in_lanes {
    ($lane:ident => $body:expr) => {{
        const _: () = assert!($crate::model::quick::lanes::LANES == 8);
        in_lanes!(@ $lane $body, 0 1 2 3 4 5 6 7);
    }};
    (@ $lane:ident $body:expr, $($number:literal)*) => {
        $({
            let $lane: usize = $number;
            $body;
        })*
    };
}
pub(super) use in_lanes;

/// The same in each fifth.
macro_rules! in_fifths {
    ($fifth:ident => $body:expr) => {{
        const _: () = assert!($crate::strata::QUINTILES == 5);
        in_lanes!(@ $fifth $body, 0 1 2 3 4);
    }};
}
pub(super) use in_fifths;

/// In seven digits.
#[inline(always)]
#[must_use]
#[allow(clippy::cast_possible_truncation)] // meant
pub fn single(lanes: &Lanes) -> Singles {
    let mut singles = NONE;
    in_lanes!(lane => singles[lane] = lanes[lane] as f32);
    singles
}

/// Back from seven digits.
#[inline(always)]
#[must_use]
pub fn double(singles: &Singles) -> Lanes {
    let mut lanes = ZERO;
    in_lanes!(lane => lanes[lane] = f64::from(singles[lane]));
    lanes
}

/// Ends a turn of a loop whose turns do not hang on each other. Without it the compiler may take several turns at once, and then
/// spends more on sorting numbers into lanes than it saves: they stand in lanes already.
#[inline(always)]
pub fn next_turn() {
    std::hint::black_box(());
}

/// What is above 0, and 0 where nothing is. As a sum, which is exact: of a comparison with 0 the compiler does not see that the lanes
/// go together.
#[inline(always)]
#[must_use]
pub fn above_zero(singles: &Singles) -> Singles {
    let mut above = *singles;
    in_lanes!(lane => above[lane] = 0.5 * (above[lane] + above[lane].abs()));
    above
}

/// Adds `other`.
#[inline(always)]
pub fn add<T: Copy + AddAssign>(to: &mut [T; LANES], other: &[T; LANES]) {
    let mut sum = *to;
    in_lanes!(lane => sum[lane] += other[lane]);
    *to = sum;
}

/// Adds `factor` times `other`.
#[inline(always)]
pub fn add_scaled<T: Copy + AddAssign + Mul<Output = T>>(to: &mut [T; LANES], other: &[T; LANES], factor: T) {
    let mut sum = *to;
    in_lanes!(lane => sum[lane] += factor * other[lane]);
    *to = sum;
}

/// Adds the product of two.
#[inline(always)]
pub fn add_product(to: &mut Lanes, one: &Lanes, other: &Lanes) {
    let mut sum = *to;
    in_lanes!(lane => sum[lane] += one[lane] * other[lane]);
    *to = sum;
}

/// Takes the product of two away.
#[inline(always)]
pub fn take_product(to: &mut Lanes, one: &Lanes, other: &Lanes) {
    let mut sum = *to;
    in_lanes!(lane => sum[lane] -= one[lane] * other[lane]);
    *to = sum;
}

/// Product of two.
#[inline(always)]
#[must_use]
pub fn product<T: Copy + MulAssign>(one: &[T; LANES], other: &[T; LANES]) -> [T; LANES] {
    let mut product = *one;
    in_lanes!(lane => product[lane] *= other[lane]);
    product
}

/// A multiple.
#[inline(always)]
#[must_use]
pub fn scaled<T: Copy + MulAssign>(one: &[T; LANES], factor: T) -> [T; LANES] {
    let mut scaled = *one;
    in_lanes!(lane => scaled[lane] *= factor);
    scaled
}

/// One divided by another.
#[inline(always)]
#[must_use]
pub fn over(one: &Lanes, other: &Lanes) -> Lanes {
    let mut quotient = *one;
    in_lanes!(lane => quotient[lane] /= other[lane]);
    quotient
}

/// One from each lane.
#[inline(always)]
pub fn each(mut get: impl FnMut(usize) -> f64) -> Lanes {
    let mut lanes = ZERO;
    // One place that calls it, so that it is not called at all but written here.
    for (lane, value) in lanes.iter_mut().enumerate() {
        *value = get(lane);
    }
    lanes
}

/// True if nothing is there in any lane.
#[inline(always)]
#[must_use]
pub fn is_zero<T: Copy + Default + PartialEq>(lanes: &[T; LANES]) -> bool {
    lanes.iter().all(|value| *value == T::default())
}
