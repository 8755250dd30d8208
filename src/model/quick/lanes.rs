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
    let mut sum = *to;
    for lane in 0..LANES {
        sum[lane] += other[lane];
    }
    *to = sum;
}

/// Adds `factor` times `other`.
#[inline(always)]
pub fn add_scaled(to: &mut Lanes, other: &Lanes, factor: f64) {
    let mut sum = *to;
    for lane in 0..LANES {
        sum[lane] += factor * other[lane];
    }
    *to = sum;
}

/// Adds the product of two.
#[inline(always)]
pub fn add_product(to: &mut Lanes, one: &Lanes, other: &Lanes) {
    let mut sum = *to;
    for lane in 0..LANES {
        sum[lane] += one[lane] * other[lane];
    }
    *to = sum;
}

/// The same factor or size in every lane, or one from each.
pub fn each(get: impl FnMut(usize) -> f64) -> Lanes {
    std::array::from_fn(get)
}
