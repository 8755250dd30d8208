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
