//! The standard normal distribution.

use std::f64::consts::FRAC_1_SQRT_2;

use crate::math;

/// Share of the standard normal below `z`.
///
/// ```
/// use headwater::model::draws::normal;
/// assert!((normal::cdf(1.959_963_984_540_054) - 0.975).abs() < 1e-15);
/// ```
#[must_use]
pub fn cdf(z: f64) -> f64 {
    0.5 * math::erfc(-z * FRAC_1_SQRT_2)
}

/// The value below which a share `p` of the standard normal lies; infinite at 0 and 1. Relative error below 1e-13.
///
/// Wichura 1988, algorithm AS 241 (PPND16): quotients of polynomials, in the middle and in two parts of the tail.
#[must_use]
pub fn quantile(p: f64) -> f64 {
    if p > 0.5 {
        return -lower(1.0 - p);
    }
    lower(p)
}

/// The same for `p` up to one half.
fn lower(p: f64) -> f64 {
    if p <= 0.0 {
        return f64::NEG_INFINITY;
    }
    let from_middle = p - 0.5;
    if from_middle >= -0.425 {
        let square = 0.425 * 0.425 - from_middle * from_middle;
        return from_middle * quotient(&CENTRE, &CENTRE_BELOW, square);
    }
    let depth = (-math::ln(p)).sqrt();
    if depth <= 5.0 {
        return -quotient(&TAIL, &TAIL_BELOW, depth - 1.6);
    }
    -quotient(&FAR, &FAR_BELOW, depth - 5.0)
}

/// Quotient of two polynomials, coefficients from the constant up.
fn quotient(above: &[f64; 8], below: &[f64; 8], x: f64) -> f64 {
    let value = |terms: &[f64; 8]| terms.iter().rev().fold(0.0, |sum, term| sum * x + term);
    value(above) / value(below)
}

const CENTRE: [f64; 8] = [
    3.387_132_872_796_366_5,
    133.141_667_891_784_38,
    1_971.590_950_306_551_3,
    13_731.693_765_509_46,
    45_921.953_931_549_87,
    67_265.770_927_008_7,
    33_430.575_583_588_13,
    2_509.080_928_730_122_7,
];
const CENTRE_BELOW: [f64; 8] = [
    1.0,
    42.313_330_701_600_91,
    687.187_007_492_057_9,
    5_394.196_021_424_751,
    21_213.794_301_586_597,
    39_307.895_800_092_71,
    28_729.085_735_721_943,
    5_226.495_278_852_854,
];
const TAIL: [f64; 8] = [
    1.423_437_110_749_683_5,
    4.630_337_846_156_546,
    5.769_497_221_460_691,
    3.647_848_324_763_204_5,
    1.270_458_252_452_368_4,
    0.241_780_725_177_450_6,
    0.022_723_844_989_269_184,
    0.000_774_545_014_278_341_4,
];
const TAIL_BELOW: [f64; 8] = [
    1.0,
    2.053_191_626_637_759,
    1.676_384_830_183_803_8,
    0.689_767_334_985_1,
    0.148_103_976_427_480_08,
    0.015_198_666_563_616_457,
    0.000_547_593_808_499_534_5,
    1.050_750_071_644_416_9e-09,
];
const FAR: [f64; 8] = [
    6.657_904_643_501_103,
    5.463_784_911_164_114,
    1.784_826_539_917_291_3,
    0.296_560_571_828_504_87,
    0.026_532_189_526_576_124,
    0.001_242_660_947_388_078_4,
    2.711_555_568_743_487_6e-05,
    2.010_334_399_292_288_1e-07,
];
const FAR_BELOW: [f64; 8] = [
    1.0,
    0.599_832_206_555_888,
    0.136_929_880_922_735_8,
    0.014_875_361_290_850_615,
    0.000_786_869_131_145_613_3,
    1.846_318_317_510_054_8e-05,
    1.421_511_758_316_446e-07,
    2.044_263_103_389_939_7e-15,
];
