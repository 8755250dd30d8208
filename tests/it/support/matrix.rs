//! The year of a three-state disease by two other algorithms than the one under test.

use headwater::math;
use nalgebra::Matrix3;

/// Rows well, ill, dead: the generator of the process.
fn generator(incidence: f64, remission: f64, case_fatality: f64) -> Matrix3<f64> {
    Matrix3::new(-incidence, incidence, 0.0, remission, -(remission + case_fatality), case_fatality, 0.0, 0.0, 0.0)
}

/// The general matrix exponential of numerical textbooks: diagonal Padé approximation with scaling and squaring (Moler and
/// Van Loan 2003, method 3, q = 6). Well to well, well to ill, ill to well, ill to ill. It divides matrices, so it is good
/// to a share of the whole, not of each small entry.
pub fn by_pade(incidence: f64, remission: f64, case_fatality: f64) -> [f64; 4] {
    const Q: u32 = 6;
    let mut scaled = generator(incidence, remission, case_fatality);
    let mut squarings = 0;
    while scaled.amax() > 0.125 {
        scaled *= 0.5;
        squarings += 1;
    }
    let mut power = Matrix3::identity();
    let (mut numerator, mut denominator) = (power, power);
    let mut coefficient = 1.0;
    for k in 1..=Q {
        coefficient *= f64::from(Q - k + 1) / f64::from(k * (2 * Q - k + 1));
        power *= scaled;
        numerator += power * coefficient;
        denominator += power * if k % 2 == 0 { coefficient } else { -coefficient };
    }
    let mut year = denominator.lu().solve(&numerator).expect("the denominator is close to the identity");
    for _ in 0..squarings {
        year *= year;
    }
    [year[(0, 0)], year[(0, 1)], year[(1, 0)], year[(1, 1)]]
}

/// Uniformisation with squaring: `exp(Q t) = exp(-c t) sum of (c t)^k / k! (I + Q / c)^k`, with `c t <= 1`, then squared.
/// Every term is a product or sum of numbers that are not negative, so every entry is good to its own last digits, also
/// entries of 1e-12.
pub fn by_uniformisation(incidence: f64, remission: f64, case_fatality: f64) -> [f64; 4] {
    let fastest = incidence.max(remission + case_fatality);
    if fastest == 0.0 {
        return [1.0, 0.0, 0.0, 1.0];
    }
    let mut squarings = 0;
    let mut step = 1.0;
    while fastest * step > 1.0 {
        step *= 0.5;
        squarings += 1;
    }
    let rate = fastest * step;
    let jump = [
        (fastest - incidence) / fastest,
        incidence / fastest,
        remission / fastest,
        (fastest - remission - case_fatality).max(0.0) / fastest,
    ];
    let mut power = [1.0, 0.0, 0.0, 1.0];
    let mut weight = 1.0;
    let mut sum = power;
    for k in 1..40 {
        power = product(&power, &jump);
        weight *= rate / f64::from(k);
        for (total, term) in sum.iter_mut().zip(power) {
            *total += weight * term;
        }
    }
    let mut year = sum.map(|entry| entry * math::exp(-rate));
    for _ in 0..squarings {
        year = product(&year, &year);
    }
    year
}

/// Product of two 2 x 2 matrices stored row by row. The dead never return, so their column is not needed.
fn product(a: &[f64; 4], b: &[f64; 4]) -> [f64; 4] {
    [a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3], a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3]]
}
