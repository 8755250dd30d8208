//! The only place that computes transcendental functions.
//!
//! The same Rust gives different last bits natively and in WebAssembly when it calls the platform's `exp` or `ln`
//! (about one call in ten). The `libm` crate is plain Rust and agrees everywhere, so everything goes through here and
//! `clippy.toml` bans the rest.

/// e to the power `x`.
///
/// ```
/// assert_eq!(headwater::math::exp(0.0), 1.0);
/// ```
#[inline]
#[must_use]
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// The smaller of two numbers. `f64::min` also knows what to do with numbers that are none, and is a call in WebAssembly.
#[inline(always)]
#[must_use]
pub fn smaller(one: f64, other: f64) -> f64 {
    if other < one { other } else { one }
}

/// The larger of two numbers, as [`smaller`].
#[inline(always)]
#[must_use]
pub fn larger(one: f64, other: f64) -> f64 {
    if other > one { other } else { one }
}

/// `exp(x) - 1`, accurate near zero.
#[inline]
#[must_use]
pub fn exp_m1(x: f64) -> f64 {
    libm::expm1(x)
}

/// Natural logarithm.
#[inline]
#[must_use]
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// `ln(1 + x)`, accurate near zero.
#[inline]
#[must_use]
pub fn ln_1p(x: f64) -> f64 {
    libm::log1p(x)
}

/// The complementary error function: `1 - erf(x)`, accurate where it is small.
#[inline]
#[must_use]
pub fn erfc(x: f64) -> f64 {
    libm::erfc(x)
}

/// Natural logarithm of the gamma function, for `x` above 0.
///
/// ```
/// assert_eq!(headwater::math::ln_gamma(2.0), 0.0);
/// ```
#[inline]
#[must_use]
pub fn ln_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}

/// Cosine.
#[inline]
#[must_use]
pub fn cos(x: f64) -> f64 {
    libm::cos(x)
}

/// `base` to the real power `exponent`.
#[inline]
#[must_use]
pub fn pow(base: f64, exponent: f64) -> f64 {
    libm::pow(base, exponent)
}

/// `base` to a whole power by repeated multiplication, so that a year more is exactly one factor more.
///
/// ```
/// assert_eq!(headwater::math::pow_int(0.5, 3), 0.125);
/// ```
#[inline]
#[must_use]
pub fn pow_int(base: f64, exponent: u32) -> f64 {
    let mut result = 1.0;
    for _ in 0..exponent {
        result *= base;
    }
    result
}

/// 1.5 times 2 to the 52: adding it rounds to the nearest whole number and leaves that number in the lowest bits.
const ROUNDER: f64 = 6_755_399_441_055_744.0;
/// The high bits of ln 2, so that whole multiples of it are exact, and the rest.
const LN_2_HIGH: f64 = f64::from_bits(0x3FE6_2E42_FEE0_0000);
const LN_2_LOW: f64 = std::f64::consts::LN_2 - LN_2_HIGH + 2.319_046_813_846_299_6e-17;
/// Below this e to the x is less than the smallest number the loops of the model tell from 0.
const LOWEST: f64 = -700.0;
/// Reciprocals of 2! to 13!: beyond them a term is less than the last bit where it is used.
const TERMS: [f64; 12] = [
    1.0 / 2.0,
    1.0 / 6.0,
    1.0 / 24.0,
    1.0 / 120.0,
    1.0 / 720.0,
    1.0 / 5_040.0,
    1.0 / 40_320.0,
    1.0 / 362_880.0,
    1.0 / 3_628_800.0,
    1.0 / 39_916_800.0,
    1.0 / 479_001_600.0,
    1.0 / 6_227_020_800.0,
];

/// `(exp(x) - 1, exp(x))` for `x` from -700 to 700 without a branch, so that a loop over it becomes vector instructions
/// with the same bits everywhere. Below -700 it stays at the value there.
///
/// x = k ln 2 + r with |r| <= ln 2 / 2; the series of exp(r) - 1; then 2^k. Error of `exp(x)` below 1e-15, of the difference
/// below 1e-15 of the larger of itself and 2^-52 (`tests/it/oracles/flat_functions.rs`).
#[inline(always)]
#[must_use]
pub fn exp_pair_flat(x: f64) -> (f64, f64) {
    let x = if x > LOWEST { x } else { LOWEST };
    let rounded = x * std::f64::consts::LOG2_E + ROUNDER;
    let whole = rounded - ROUNDER;
    let r = (x - whole * LN_2_HIGH) - whole * LN_2_LOW;
    let fall = exp_m1_series(r);
    let power = f64::from_bits((rounded.to_bits() << 52).wrapping_add(0x3FF0_0000_0000_0000));
    let scaled = power * fall;
    (scaled + (power - 1.0), scaled + power)
}

/// Within this distance from 0 [`exp_pair_near`] holds: a little less than ln 2 / 2.
pub const NEAR: f64 = 0.346;

/// [`exp_pair_flat`] for `x` no further than [`NEAR`] from 0, with the same bits and half the work: there k is 0.
#[inline(always)]
#[must_use]
pub fn exp_pair_near(x: f64) -> (f64, f64) {
    let fall = exp_m1_series(x);
    (fall, fall + 1.0)
}

/// The series of `exp(r) - 1`.
#[inline(always)]
fn exp_m1_series(r: f64) -> f64 {
    // Two halves of the series side by side: half as long a chain of dependent steps.
    let s = r * r;
    let even = TERMS[0] + s * (TERMS[2] + s * (TERMS[4] + s * (TERMS[6] + s * (TERMS[8] + s * TERMS[10]))));
    let odd = TERMS[1] + s * (TERMS[3] + s * (TERMS[5] + s * (TERMS[7] + s * (TERMS[9] + s * TERMS[11]))));
    r + s * (even + r * odd)
}

/// `ln(1 + y)` for |y| up to 0.1 without a branch; outside that range it is wrong, and the caller takes [`ln_1p`].
///
/// Relative error below 1e-15.
#[inline(always)]
#[must_use]
pub fn ln_1p_flat(y: f64) -> f64 {
    ln_from_share_flat(y / (2.0 + y))
}

/// `ln(a / b)` from `z = (a - b) / (a + b)`, for `a` within a tenth of `b`, without a branch: 2 artanh(z), as a series.
///
/// ```
/// let (a, b) = (1.05_f64, 1.0);
/// assert!((headwater::math::ln_from_share_flat((a - b) / (a + b)) - headwater::math::ln(a / b)).abs() < 1e-16);
/// ```
#[inline(always)]
#[must_use]
pub fn ln_from_share_flat(z: f64) -> f64 {
    let s = z * z;
    let series = 1.0 / 3.0 + s * (1.0 / 5.0 + s * (1.0 / 7.0 + s * (1.0 / 9.0 + s * (1.0 / 11.0 + s * (1.0 / 13.0)))));
    2.0 * (z + z * s * series)
}
