//! Spearman's rank correlation on published and hand-worked numbers.

use headwater::value::sensitivity::rank::{ranks, spearman};

use crate::support::close::assert_close;

/// Intelligence quotient and hours of television of ten people, the worked example of the encyclopedia article "Spearman's
/// rank correlation coefficient": rho = -29/165.
const QUOTIENT: [f64; 10] = [106.0, 100.0, 86.0, 101.0, 99.0, 103.0, 97.0, 113.0, 112.0, 110.0];
const HOURS: [f64; 10] = [7.0, 27.0, 2.0, 50.0, 28.0, 29.0, 20.0, 12.0, 6.0, 17.0];

#[test]
fn the_published_example_is_reproduced() {
    let rho = spearman(&QUOTIENT, &HOURS).expect("both vary");
    assert_close(rho, -29.0 / 165.0, 1e-14, "rho");
}

#[test]
fn equal_values_share_the_mean_of_their_ranks() {
    assert_eq!(ranks(&[3.0, 1.0, 3.0, 2.0]), [3.5, 1.0, 3.5, 2.0]);
    // By hand: ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4; products about 2.5 add to 4.5; squares to 4.5 and 5.
    let rho = spearman(&[1.0, 2.0, 2.0, 9.0], &[1.0, 2.0, 3.0, 4.0]).expect("both vary");
    assert_close(rho, 4.5 / (4.5_f64 * 5.0).sqrt(), 1e-14, "rho with ties");
}

#[test]
fn what_does_not_vary_or_does_not_fit_has_none() {
    assert_eq!(spearman(&[1.0, 1.0], &[1.0, 2.0]), None);
    assert_eq!(spearman(&[1.0, 2.0], &[1.0, 2.0, 3.0]), None);
    assert_eq!(spearman(&[], &[]), None);
}
