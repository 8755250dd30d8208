//! A table of which only some rows are kept, as a worker keeps those that it runs.

use super::draws;
use crate::support::shipped::evidence;

#[test]
fn rows_that_are_kept_stand_where_they_stood() {
    let whole = draws(evidence(), 5, 251..=500);
    let mut some = draws(evidence(), 5, 251..=500);
    let column = whole.position("base.mortality_trend_share").expect("a figure that is drawn");
    let least = whole.rows().filter_map(|row| whole.row(row)).map(|row| row.values()[column]).fold(f64::MAX, f64::min);
    some.keep(|draw| draw.values()[column] == least);

    let kept: Vec<usize> = whole.rows().filter(|row| some.row(*row).is_some()).collect();
    // One of four steps of equal belief, and strata hold in every block of 250.
    assert!((60..=65).contains(&kept.len()) && kept.len() == some.held(), "{kept:?}");
    for row in whole.rows() {
        let own = whole.row(row).expect("a row").values().to_vec();
        let wanted = (own[column] == least).then_some(own);
        assert_eq!(some.row(row).map(|row| row.values().to_vec()), wanted, "row {row}");
    }
    assert_eq!(some.row(0).map(|row| row.values().to_vec()), whole.row(0).map(|row| row.values().to_vec()));
    assert!(some.row(250).is_none() && some.row(501).is_none());
    assert_eq!(some.rows(), whole.rows());
}
