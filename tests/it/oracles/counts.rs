//! Small sums whose answer everybody can check.

use headwater::model::tables::DAYS;

use crate::support::close::assert_close;
use crate::support::shipped;

#[test]
fn ten_thousand_admissions_of_eight_days_fill_219_beds() {
    // 10,000 x 8 / 365 = 219.178 (model.md, sanity from outside): the days of a year that turn bed-days into beds.
    assert_close(10_000.0 * 8.0 / DAYS, 219.18, 1e-4, "beds");
}

#[test]
fn beds_in_use_are_bed_days_over_the_days_of_a_year() {
    let run = shipped::run(&[shipped::OLDHAM], 3);
    for year in 0..3 {
        let beds = shipped::total(&run, "occupied_beds", year);
        assert_close(beds * 365.0, shipped::total(&run, "bed_days", year), 1e-12, "bed-days");
    }
}
