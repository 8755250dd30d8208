//! Scenarios that cannot be: refused with path, value and reason, or, where they can be, without a gain out of nothing.

use crate::support::close::assert_close;
use crate::support::program::assert_says;
use crate::support::shipped::{OLDHAM, area, bytes};
use crate::support::what_if::{accounts, attempt, run};

#[test]
fn impossible_scenarios_are_refused_with_path_value_and_reason() {
    let oldham = area(&[OLDHAM]);
    for (json, says) in [
        (r#"{"shift":{"gbp_per_year":9e8},"programmes":{}}"#, ["shift", "900000000", "more than there is"]),
        (r#"{"shift":{"share_of_acute":1.2}}"#, ["shift.share_of_acute", "1.2", "between 0 and 1"]),
        (r#"{"shift":{"share_of_acute":-0.1}}"#, ["shift.share_of_acute", "-0.1", "between 0 and 1"]),
        (r#"{"shift":{"gbp_per_year":-5}}"#, ["shift.gbp_per_year", "-5", "0 or more"]),
        (r#"{"shift":{}}"#, ["shift", "", "how much"]),
        (r#"{"shift":{"share_of_acute":0.01,"share":1}}"#, ["shift.share", "1", "unknown key"]),
        (
            r#"{"shift":{"share_of_acute":0.01},"programmes":{"stop_smoking":{"share":-0.1}}}"#,
            ["programmes.stop_smoking.share", "-0.1", "between 0 and 1"],
        ),
        (
            r#"{"shift":{"share_of_acute":0.01},"programmes":{"stop_smoking":{"share":0.6},"warm_homes":{"share":0.5}}}"#,
            ["programmes", "1.1", "more than 1"],
        ),
        (
            r#"{"shift":{"gbp_per_year":1e6},"programmes":{"stop_smoking":{"gbp_per_year":1.5e6}}}"#,
            ["programmes", "1500000", "more than the shift"],
        ),
        (
            r#"{"shift":{"share_of_acute":0.001},"programmes":{"stop_smoking":{"gbp_per_year":1.5e6}}}"#,
            ["programmes", "1500000", "more than the shift"],
        ),
        (
            r#"{"shift":{"share_of_acute":0.01},"programmes":{"no_such":{"share":0.1}}}"#,
            ["programmes.no_such", "", "nearest"],
        ),
        (r#"{"programmes":{"stop_smoking":{"share":0.5}}}"#, ["shift", "", "programmes need money"]),
        (r#"{"programmes":"evidence_mix"}"#, ["programmes", "evidence_mix", "needs a shift"]),
        (r#"{"horizon_years":31}"#, ["horizon_years", "31", "from 1 to 30"]),
        (r#"{"shift":{"share_of_acute":0.01,"start_year":2056}}"#, ["shift.start_year", "2056", "from 2026 to 2055"]),
        (
            r#"{"shift":{"share_of_acute":0.01,"start_year":2036},"horizon_years":10}"#,
            ["shift.start_year", "2036", "after the last year shown, 2035"],
        ),
        (
            r#"{"assumptions":{"stop_smoking.quit_rr":2}}"#,
            ["assumptions.stop_smoking.quit_rr", "2", "stop_smoking.extra_quits"],
        ),
        (r#"{"assumptions":{"belief.shrinkage":5}}"#, ["assumptions.belief.shrinkage", "5", "between 0 and 1"]),
        (r#"{"switches":{"belief":"hope"}}"#, ["switches.belief", "hope", "must be one of"]),
    ] {
        let faults = attempt(&oldham, json, |_, _| ()).expect_err(json);
        assert_says(&faults.to_string(), &says);
    }
}

/// Programmes that are named and given nothing buy nothing: the cut harms and nobody gains.
#[test]
fn a_cut_with_all_programmes_at_zero_shows_harm_and_no_gain() {
    for code in [OLDHAM, "E06000053", "E09000001", "E09000027"] {
        for programmes in ["{}", r#"{"stop_smoking":{"share":0},"warm_homes":{"gbp_per_year":0}}"#] {
            let json = format!(
                r#"{{"shift":{{"share_of_acute":0.01}},"funding":"cut_first","programmes":{programmes},"horizon_years":10}}"#
            );
            let what_if = run(&area(&[code]), &json);
            let both = |id: &str| accounts(&what_if, id);
            for harm in ["qalys", "life_years", "qalys_cut"] {
                assert!(both(harm).0 < 0.0 && both(harm).1 < 0.0, "{code}: {harm} {:?}", both(harm));
            }
            assert!(both("deaths").0 > 0.0 && both("deaths_under_75").0 > 0.0, "{code}: nobody dies of it");
            for gain in ["qalys_prevention", "qalys_capacity", "emergency_admissions", "bed_days", "people_in_work"] {
                assert_eq!(both(gain), (0.0, 0.0), "{code}: {gain}");
            }
            assert!(what_if.money.iter().all(|year| year.cash == 0.0 && year.capacity == 0.0), "{code}: room or cash");
            assert!(what_if.life_expectancy.iter().flatten().all(|years| *years <= 0.0), "{code}: longer life");
        }
    }
}

/// The preset of 5% is there to show that money runs out of people to reach.
#[test]
fn five_percent_is_more_than_programmes_can_use() {
    let json = String::from_utf8(bytes("presets/shift-5.json")).expect("text");
    for code in [OLDHAM, "E06000053", "E09000001", "E09000027", "E08000025", "E10000016"] {
        let what_if = run(&area(&[code]), &json);
        for year in &what_if.money[4..] {
            let unused = year.returned / year.target;
            assert!(unused > 0.5, "{code}: {unused} of the money finds no use");
            assert_close(year.cut, year.spent, 1e-6, &format!("{code}: what finds no use is not cut"));
        }
    }
}
