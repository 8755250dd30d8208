//! Draws side by side: every quantity of eight futures in one short array, so that plain loops become vector instructions.
//! No lane ever looks at its neighbours.

/// Futures run side by side.
pub const LANES: usize = 8;

/// One quantity in each of them.
pub type Lanes = [f64; LANES];

/// Nothing in any.
pub const ZERO: Lanes = [0.0; LANES];

/// Adds `other`.
#[inline(always)]
pub fn add(to: &mut Lanes, other: &Lanes) {
    for lane in 0..LANES {
        to[lane] += other[lane];
    }
}

/// Adds `factor` times `other`.
#[inline(always)]
pub fn add_scaled(to: &mut Lanes, other: &Lanes, factor: f64) {
    for lane in 0..LANES {
        to[lane] += factor * other[lane];
    }
}

/// Adds the product of two.
#[inline(always)]
pub fn add_product(to: &mut Lanes, one: &Lanes, other: &Lanes) {
    for lane in 0..LANES {
        to[lane] += one[lane] * other[lane];
    }
}

/// Takes the product of two away.
#[inline(always)]
pub fn take_product(to: &mut Lanes, one: &Lanes, other: &Lanes) {
    for lane in 0..LANES {
        to[lane] -= one[lane] * other[lane];
    }
}

/// Product of two.
#[inline(always)]
#[must_use]
pub fn product(one: &Lanes, other: &Lanes) -> Lanes {
    let mut product = *one;
    for lane in 0..LANES {
        product[lane] *= other[lane];
    }
    product
}

/// A multiple.
#[inline(always)]
#[must_use]
pub fn scaled(one: &Lanes, factor: f64) -> Lanes {
    let mut scaled = *one;
    for lane in 0..LANES {
        scaled[lane] *= factor;
    }
    scaled
}

/// One from each lane.
#[inline(always)]
pub fn each(mut get: impl FnMut(usize) -> f64) -> Lanes {
    let mut lanes = ZERO;
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
