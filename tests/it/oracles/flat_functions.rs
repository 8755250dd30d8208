//! The branch-free functions of `math` against `libm`, which is another implementation.

use headwater::math::{exp_pair_flat, ln_1p_flat};

/// Points from dense near 0 to the ends of the range, on both sides.
fn points(most: f64) -> impl Iterator<Item = f64> {
    let steps = 200_000;
    (0..=steps).flat_map(move |step| {
        let share = f64::from(step) / f64::from(steps);
        let x = most * share * share * share;
        [x, -x]
    })
}

#[test]
fn exp_agrees_with_libm_to_fifteen_digits() {
    for x in points(700.0) {
        let (_, flat) = exp_pair_flat(x);
        let exact = libm(x);
        assert!((flat - exact).abs() <= 1e-15 * exact, "exp({x:e}): {flat:e} against {exact:e}");
    }
}

#[test]
fn exp_minus_one_agrees_with_libm_near_zero_and_far() {
    for x in points(700.0) {
        let (flat, _) = exp_pair_flat(x);
        let exact = headwater::math::exp_m1(x);
        assert!((flat - exact).abs() <= 1e-15 * exact.abs(), "exp({x:e}) - 1: {flat:e} against {exact:e}");
    }
}

#[test]
fn exp_of_zero_is_exactly_one_and_of_very_little_is_no_fault() {
    assert_eq!(exp_pair_flat(0.0), (0.0, 1.0));
    assert_eq!(exp_pair_flat(-0.0), (0.0, 1.0));
    for x in [-701.0, -1e6, f64::NEG_INFINITY] {
        assert_eq!(exp_pair_flat(x), exp_pair_flat(-700.0), "{x}");
    }
}

#[test]
fn logarithm_agrees_with_libm_within_its_range() {
    for y in points(0.1) {
        let (flat, exact) = (ln_1p_flat(y), headwater::math::ln_1p(y));
        assert!((flat - exact).abs() <= 1e-15 * exact.abs(), "ln(1 + {y:e}): {flat:e} against {exact:e}");
    }
}

fn libm(x: f64) -> f64 {
    headwater::math::exp(x)
}
