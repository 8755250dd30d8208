//! Hospital use through the diseases prevented, in place of what programmes were seen to do to admissions.

use headwater::inputs::place::ENGLAND;
use headwater::model::baseline;
use headwater::model::tables::Tables;

use crate::support::close::assert_close;
use crate::support::shipped::{OLDHAM, area, evidence};
use crate::support::what_if::{accounts, new_money, run};

const SHARE: &str = "derived.copd_registered_share";

fn admissions_avoided(registered_share: f64) -> f64 {
    let fields = format!(
        r#"{{"switches":{{"hospital_route":"disease","added_life_costs":"left_out"}},"assumptions":{{"{SHARE}":{registered_share}}},"#
    );
    let json = new_money("stop_smoking", 3e5, 10).replacen('{', &fields, 1);
    -accounts(&run(&area(&[OLDHAM]), &json), "emergency_admissions").1
}

#[test]
fn copd_prevented_counts_by_what_registers_know_of_it() {
    let [little, half, all] = [0.1, 0.55, 1.0].map(admissions_avoided);
    assert!(all > 1.5 * little, "COPD hardly counts: {little} then {all}");
    assert_close(half, 0.5 * (little + all), 1e-9, "half way");
    let ours = evidence().value(SHARE).expect("in the pack");
    assert_close(admissions_avoided(ours), little + (ours - 0.1) / 0.9 * (all - little), 1e-9, "the pack's own share");
}

/// England's emergency admissions for chronic lower respiratory disease of 2023-24 (192,316) times the part taken to be
/// COPD (0.68): what the people of the model who are on a register must add up to, at the registers' rate of 2019-20.
#[test]
fn copd_of_england_fills_the_admissions_that_were_counted() {
    let tables = Tables::new(evidence()).expect("tables");
    let england = baseline::run(&area(&[ENGLAND]), &tables, 1);
    let living = england.get("living_with.copd").and_then(|series| series.total(0)).expect("people with COPD");
    let value = |id: &str| evidence().value(id).expect("in the pack");
    let admissions = living * value(SHARE) * value("hospital.copd.admissions_per_case_year");
    assert!((admissions / (0.68 * 192_316.0) - 1.0).abs() < 0.06, "{admissions} admissions");
}
