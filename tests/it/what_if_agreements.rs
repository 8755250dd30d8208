//! Agreements between payers: money changes hands, nothing else changes.

use std::collections::BTreeMap;

use headwater::model::what_if::run::WhatIf;

use crate::support::close::assert_close;
use crate::support::program::assert_says;
use crate::support::shipped::{OLDHAM, area};
use crate::support::what_if::{run, try_scenario};

/// A plan that releases cash early and needs it later.
fn plan(fields: &str) -> WhatIf {
    let json = format!(
        r#"{{{fields}"shift":{{"share_of_acute":0.01,"ramp_years":1}},"funding":"cut_first","horizon_years":12,
            "switches":{{"cashable_share":"all"}},
            "programmes":{{"falls_adaptations":{{"share":0.3}},"stop_smoking":{{"share":0.4}},"housing_first":{{"share":0.3}}}}}}"#
    );
    run(&area(&[OLDHAM]), &json)
}

const POOL: &str = r#""pool":{"nhs_hospital":0.4,"council_public_health":0.35,"council_adult_social_care":0.25},"#;
const GAIN_SHARE: &str = r#""gain_share":{"share":0.5},"#;

/// Pounds of a kind of line by payer and year.
fn by_payer(what_if: &WhatIf, kind: &str, line: &str) -> BTreeMap<&'static str, Vec<f64>> {
    let rows = what_if.ledger.rows.iter().filter(|row| row.kind == kind && row.line.contains(line));
    rows.map(|row| (row.payer, row.by_year.clone())).collect()
}

fn cash(what_if: &WhatIf) -> Vec<f64> {
    by_payer(what_if, "cash", "").remove("nhs_hospital").expect("cash is released")
}

#[test]
fn an_agreement_moves_no_life_no_bed_and_no_budget() {
    let none = plan("");
    for fields in [POOL, GAIN_SHARE, r#""gain_share":{"share":0},"#] {
        let agreed = plan(fields);
        assert_eq!(agreed.flows, none.flows, "{fields}");
        assert_eq!(agreed.money, none.money, "{fields}");
        assert_eq!(agreed.occupancy, none.occupancy, "{fields}");
        for year in 0..none.flows.list[0].by_year.len() {
            assert_close(agreed.ledger.transfers(year), 0.0, 1e-6, &format!("{fields}: transfers of year {year}"));
            let whole = |run: &WhatIf| -> f64 {
                let rows = run.ledger.rows.iter().filter(|row| row.kind != "transfer");
                rows.map(|row| row.by_year[year]).sum()
            };
            assert_close(whole(&agreed), whole(&none), 1e-6, &format!("{fields}: pounds of all payers in year {year}"));
        }
    }
    assert_eq!(plan(r#""gain_share":{"share":0},"#).ledger, none.ledger, "a share of nothing is no agreement");
}

#[test]
fn partners_of_a_pool_hold_their_shares_of_costs_and_of_cash() {
    let what_if = plan(POOL);
    let (costs, passed, cash) =
        (by_payer(&what_if, "spending", "programmes"), by_payer(&what_if, "transfer", "pool"), cash(&what_if));
    assert_eq!(costs.len(), 3, "only the partners pay: {:?}", costs.keys());
    assert!(cash.iter().any(|pounds| *pounds < 0.0), "longer lives never need anything: a weak test");
    for (year, released) in cash.iter().enumerate() {
        for (partner, share) in
            [("nhs_hospital", 0.4), ("council_public_health", 0.35), ("council_adult_social_care", 0.25)]
        {
            let held = passed[partner][year] + if partner == "nhs_hospital" { *released } else { 0.0 };
            assert_close(held, share * released, 1e-6, &format!("cash of {partner} in year {year}"));
            let spent = what_if.money.get(year).map_or(0.0, |money| money.spent);
            assert_close(-costs[partner][year], share * spent, 1e-6, &format!("costs of {partner} in year {year}"));
        }
    }
}

#[test]
fn a_gain_share_passes_gains_to_those_who_run_the_programmes_and_never_losses() {
    let (what_if, none) = (plan(GAIN_SHARE), plan(""));
    let (passed, cash) = (by_payer(&what_if, "transfer", "gain-share"), cash(&what_if));
    assert_eq!(by_payer(&what_if, "spending", ""), by_payer(&none, "spending", ""), "who runs what is left alone");
    for (year, released) in cash.iter().enumerate() {
        assert_close(
            -passed["nhs_hospital"][year],
            0.5 * released.max(0.0),
            1e-6,
            &format!("passed on in year {year}"),
        );
    }
    // Since the second year everything is spent alike, so receivers stand to each other like their costs.
    let costs = by_payer(&what_if, "spending", "");
    let total = |payer: &str| costs[payer].iter().sum::<f64>();
    let last = |payer: &str| passed[payer][11];
    assert_close(
        last("council_public_health") / last("council_housing"),
        total("council_public_health") / total("council_housing"),
        1e-9,
        "public health against housing",
    );
}

/// What is captured for prevention cannot be passed on as well.
#[test]
fn no_pound_of_cash_is_promised_twice() {
    let fields = format!(r#"{GAIN_SHARE}"reinvest":{{"capture_share":0.8,"delay_years":2}},"#);
    let what_if = plan(&fields);
    let passed = by_payer(&what_if, "transfer", "gain-share");
    for (year, released) in cash(&what_if).iter().enumerate() {
        assert_close(-passed["nhs_hospital"][year], 0.5 * 0.2 * released.max(0.0), 1e-6, &format!("year {year}"));
    }
}

#[test]
fn an_agreement_about_cash_that_never_comes_says_so() {
    let json =
        r#"{"shift":{"share_of_acute":0.01},"programmes":{"stop_smoking":{"share":0.2}},"gain_share":{"share":0.5}}"#;
    let what_if = run(&area(&[OLDHAM]), json);
    assert!(what_if.warnings.iter().any(|warning| warning.contains("no cash to share")), "{:?}", what_if.warnings);
}

#[test]
fn impossible_agreements_are_refused_with_path_value_and_reason() {
    for (json, says) in [
        (r#"{"pool":{"nhs_hospital":0.5,"council_housing":0.4}}"#, ["pool", "0.9", "must add to 1"]),
        (r#"{"pool":{}}"#, ["pool", "0", "must add to 1"]),
        (r#"{"pool":{"nhs_hospital":1.5,"council_housing":-0.5}}"#, ["pool.nhs_hospital", "1.5", "between 0 and 1"]),
        (r#"{"pool":{"the_king":1}}"#, ["pool.the_king", "the_king", "must be one of: nhs_hospital"]),
        (r#"{"gain_share":{"share":1.1}}"#, ["gain_share.share", "1.1", "between 0 and 1"]),
        (r#"{"gain_share":{}}"#, ["gain_share.share", "", "required and missing"]),
        (r#"{"gain_share":{"share":0.5,"to":"x"}}"#, ["gain_share.to", "x", "unknown key"]),
        (r#"{"gain_share":{"share":0.5},"pool":{"nhs_hospital":1}}"#, ["gain_share", "0.5", "one of the two"]),
    ] {
        assert_says(&try_scenario(json).expect_err(json).to_string(), &says);
    }
}
