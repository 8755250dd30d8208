//! Draws side by side: every quantity of eight futures in one short array, so that plain loops become vector instructions.
//! No lane ever looks at its neighbours.

/// Futures run side by side.
pub const LANES: usize = 8;

/// One quantity in each of them.
pub type Lanes = [f64; LANES];

/// Nothing in any.
pub const ZERO: Lanes = [0.0; LANES];

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

/// Adds `other`.
#[inline(always)]
pub fn add(to: &mut Lanes, other: &Lanes) {
    let mut sum = *to;
    in_lanes!(lane => sum[lane] += other[lane]);
    *to = sum;
}

/// Adds `factor` times `other`.
#[inline(always)]
pub fn add_scaled(to: &mut Lanes, other: &Lanes, factor: f64) {
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
pub fn product(one: &Lanes, other: &Lanes) -> Lanes {
    let mut product = *one;
    in_lanes!(lane => product[lane] *= other[lane]);
    product
}

/// A multiple.
#[inline(always)]
#[must_use]
pub fn scaled(one: &Lanes, factor: f64) -> Lanes {
    let mut scaled = *one;
    in_lanes!(lane => scaled[lane] *= factor);
    scaled
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
pub fn is_zero(lanes: &Lanes) -> bool {
    lanes.iter().all(|value| *value == 0.0)
}
