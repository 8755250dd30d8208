//! The laws that need no more than one run, in each of the 153 places.

use headwater::inputs::place::Area;
use headwater::model::what_if::run::WhatIf;

use crate::support::close::assert_close;
use crate::support::shipped::{all_places, area};
use crate::support::what_if::{attempt, programmes};

/// One scenario for each place: the routes, targets and programmes take turns.
fn scenario(turn: usize) -> String {
    let ids = programmes();
    let funding = ["cut_first", "bridge", "growth_only", "new_money"][turn % 4];
    let targeting = ["universal", "proportionate", "most_deprived"][turn % 3];
    let [one, other] = [turn % ids.len(), (turn + 7) % ids.len()].map(|at| &ids[at]);
    format!(
        r#"{{"shift":{{"share_of_acute":0.02,"ramp_years":2}},"funding":"{funding}","targeting":"{targeting}",
            "bridge":{{"years":1,"repayment_years":1}},"horizon_years":3,"switches":{{"cashable_share":"three_tenths"}},
            "programmes":{{"{one}":{{"share":0.5}},"{other}":{{"share":0.3}}}},"gain_share":{{"share":0.4}}}}"#
    )
}

fn nothing(code: &str, what_if: &WhatIf) {
    let moved = what_if.flows.list.iter().find(|flow| flow.by_year.iter().flatten().any(|value| *value != 0.0));
    assert!(moved.is_none(), "{code}: {} moved", moved.map_or("", |flow| &flow.id));
    assert!(
        what_if.ledger.rows.is_empty() && what_if.life_expectancy.iter().flatten().all(|years| *years == 0.0),
        "{code}"
    );
}

fn books(code: &str, what_if: &WhatIf) {
    let scale = what_if.money.iter().map(|year| year.target).fold(1.0, f64::max);
    for (t, year) in what_if.money.iter().enumerate() {
        let had = (year.target - year.repaid + year.captured).max(0.0);
        let went = year.spent + year.returned + year.unallocated;
        assert_close(went / scale, had / scale, 1e-9, &format!("{code}: spent and unspendable of year {t}"));
    }
    for year in 0..what_if.flows.list[0].by_year.len() {
        assert_close(what_if.ledger.transfers(year) / scale, 0.0, 1e-9, &format!("{code}: transfers of year {year}"));
        let sum =
            |ids: &[&str]| ids.iter().filter_map(|id| what_if.flows.get(id)).map(|flow| flow.year(year)).sum::<f64>();
        for (whole, parts) in [
            ("qalys", &["qalys_prevention", "qalys_cut", "qalys_capacity", "qalys_social_care"][..]),
            ("life_years", &["life_years_prevention", "life_years_hospital"]),
            ("deaths", &["deaths_prevention", "deaths_hospital"]),
        ] {
            assert_close(sum(parts), sum(&[whole]), 1e-9, &format!("{code}: {whole} of year {year}"));
        }
    }
    let finite = what_if.flows.list.iter().all(|flow| flow.by_year.iter().flatten().all(|value| value.is_finite()));
    assert!(finite, "{code}: not a number");
}

#[test]
fn every_place_keeps_its_books_and_nothing_moved_is_nothing() {
    for (turn, code) in all_places().iter().map(|place| place.code.as_str()).enumerate() {
        let area: Area = area(&[code]);
        attempt(&area, r#"{"horizon_years":1}"#, |_, what_if| nothing(code, what_if)).unwrap();
        attempt(&area, &scenario(turn), |_, what_if| books(code, what_if))
            .unwrap_or_else(|faults| panic!("{code}: {faults}"));
    }
}
