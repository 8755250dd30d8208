//! What must hold for any scenario in any place.

use headwater::inputs::place::Area;
use headwater::model::what_if::delivery::{LAST_USEFUL, Reach, Room, Terms, eligible_units};
use headwater::model::what_if::flows::CARE_OF_THE_DEAD;
use headwater::model::what_if::plan::Plan;
use headwater::model::what_if::run::WhatIf;
use proptest::prelude::*;

use crate::support::close::assert_close;
use crate::support::shipped::{OLDHAM, area};
use crate::support::what_if::{
    accounts, attempt, in_year, new_money, no_effects, programmes, run, run_believing, with_run,
};

const PLACES: [&str; 6] = [OLDHAM, "E06000009", "E09000027", "E06000053", "E09000001", "E06000017"];
/// Relative rounding of sums of thousands of cells.
const ROUNDING: f64 = 1e-9;

/// Fails unless every figure of the run is exactly 0 and nothing moved.
#[track_caller]
fn assert_nothing(what_if: &WhatIf, but: &str) {
    for flow in what_if.flows.list.iter().filter(|flow| but.is_empty() || !flow.id.starts_with(but)) {
        let moved = flow.by_year.iter().flatten().find(|value| **value != 0.0);
        assert_eq!(moved, None, "{} moved", flow.id);
    }
    assert!(what_if.life_expectancy.iter().flatten().all(|years| *years == 0.0), "life expectancy moved");
}

#[test]
fn nothing_moved_is_exactly_nothing() {
    let programmes = r#"{"stop_smoking":{"share":0.5},"warm_homes":{"share":0.5}}"#;
    for json in [
        "{}".to_string(),
        format!(r#"{{"shift":{{"share_of_acute":0}},"funding":"cut_first","programmes":{programmes}}}"#),
        r#"{"funding":"new_money","programmes":{"housing_first":{"gbp_per_year":0}}}"#.to_string(),
        r#"{"shift":{"gbp_per_year":0},"funding":"bridge","programmes":"evidence_mix"}"#.to_string(),
    ] {
        let what_if = run(&area(&[OLDHAM]), &json);
        assert_nothing(&what_if, "");
        assert!(what_if.ledger.rows.is_empty(), "{json}: {:?}", what_if.ledger.rows);
        assert!(what_if.occupancy.iter().all(|(base, scenario)| base == scenario), "{json}: beds moved");
    }
}

#[test]
fn a_programme_without_effect_costs_money_and_changes_nothing_else() {
    let area = area(&[OLDHAM]);
    for programme in programmes() {
        let what_if = run_believing(&area, &new_money(&programme, 1e5, 3), no_effects(&programme));
        assert_nothing(&what_if, "people_reached.");
        let reached = accounts(&what_if, &format!("people_reached.{programme}")).0;
        let spent: f64 = what_if.money.iter().map(|year| year.spent).sum();
        assert!(reached > 0.0 && spent > 0.0, "{programme}: {reached} people for {spent}");
        let paid = what_if.ledger.rows.iter().all(|row| row.kind == "spending" || row.kind == "transfer");
        assert!(paid, "{programme}: {:?}", what_if.ledger.rows);
    }
}

#[test]
fn a_cut_that_buys_nothing_harms_and_gains_nothing() {
    for code in PLACES {
        let json = r#"{"shift":{"share_of_acute":0.01},"funding":"cut_first","programmes":{}}"#;
        let what_if = run(&area(&[code]), json);
        let both = |id: &str| accounts(&what_if, id);
        assert!(both("qalys").0 < 0.0 && both("qalys").1 < both("qalys").0, "{code}: {:?}", both("qalys"));
        assert!(both("deaths_hospital").0 > 0.0 && both("life_years").1 < 0.0, "{code}");
        for id in
            ["qalys_prevention", "qalys_capacity", "qalys_social_care", "emergency_admissions", "deaths_prevention"]
        {
            assert_eq!(both(id), (0.0, 0.0), "{code}: {id}");
        }
        for year in &what_if.money {
            assert_eq!((year.spent, year.returned, year.unallocated), (0.0, 0.0, year.cut), "{code}");
        }
    }
}

/// In a population that nobody joins or leaves, everybody dies once: a death avoided is a death later, and the years lived
/// are those of the people who are alive instead of dead. A horizon of one year has no migrants and no births after it.
#[test]
fn each_person_dies_once() {
    let cut =
        r#"{"shift":{"share_of_acute":0.01,"ramp_years":1},"funding":"cut_first","programmes":{},"horizon_years":1}"#;
    for (id, json) in [
        ("prevention", new_money("stop_smoking", 2e5, 1)),
        ("prevention", new_money("drug_alcohol_treatment", 2e5, 1)),
        ("hospital", cut.to_string()),
    ] {
        let what_if = run(&area(&[OLDHAM]), &json);
        let deaths = what_if.flows.get(&format!("deaths_{id}")).expect("deaths");
        let years = what_if.flows.get(&format!("life_years_{id}")).expect("years of life");
        let moved: f64 = deaths.by_year.iter().flatten().map(|value| value.abs()).sum();
        assert!(moved > 0.1, "{json}: no death moved");
        assert_close(deaths.sum(usize::MAX, 0.0) / moved, 0.0, 1e-4, &format!("{json}: deaths that never come back"));
        let (mut alive, mut lived) = (0.0, 0.0);
        for year in 0..deaths.by_year.len() {
            lived += alive - 0.5 * deaths.year(year);
            alive -= deaths.year(year);
        }
        assert_close(years.sum(usize::MAX, 0.0) / lived, 1.0, 0.02, &format!("{json}: years lived by those not dead"));
    }
}

/// Whoever dies of the cut needs no care any more: under the switch for the care of longer lives, with its own line and
/// sign. It is no gain: freed room, health and cash stay as they are without it.
#[test]
fn the_dead_of_a_cut_need_no_care_and_nobody_gains_by_it() {
    let with = |side: &str| {
        let json = format!(
            r#"{{"shift":{{"share_of_acute":0.01}},"funding":"cut_first","programmes":{{}},"switches":{{"added_life_costs":"{side}"}}}}"#
        );
        run(&area(&[OLDHAM]), &json)
    };
    let lines = |what_if: &WhatIf| {
        let rows = what_if.ledger.rows.iter().filter(|row| row.line == CARE_OF_THE_DEAD);
        rows.map(|row| (row.payer, row.kind, row.by_year.iter().sum::<f64>())).collect::<Vec<_>>()
    };
    let (counted, hospital, left_out) = (with("counted"), with("hospital_only"), with("left_out"));
    assert_eq!(lines(&left_out), []);
    assert_eq!(lines(&hospital).len(), 1);
    assert_eq!(lines(&hospital)[0].1, "capacity", "hospital care of the dead is room, never cash or cost avoided");
    let (social, all) = (accounts(&counted, "social_care_gbp_hospital"), accounts(&counted, "social_care_gbp"));
    assert!(social.1 < social.0 && social.0 < 0.0, "{social:?}");
    assert_eq!(social, all, "a cut that buys nothing moves social care by its dead alone");
    let booked = lines(&counted).iter().find(|line| line.0 == "council_adult_social_care").expect("a line").2;
    assert_close(booked, -social.1, 1e-6, "ledger and outcome");
    assert_eq!(accounts(&left_out, "social_care_gbp"), (0.0, 0.0));
    for other in [&hospital, &left_out] {
        assert_eq!(other.money, counted.money, "freed room and cash do not know of the dead");
        for id in ["qalys", "life_years", "deaths", "emergency_admissions", "bed_days"] {
            assert_eq!(accounts(other, id), accounts(&counted, id), "{id}");
        }
    }
    // A pound of care for each year of life that is missing: the years lost times the mean cost at their ages.
    let mean = social.1 / accounts(&counted, "life_years").1;
    assert!(mean > 500.0 && mean < 10_000.0, "{mean} pounds of social care in a year of a frail person");
}

#[test]
fn more_quitting_never_means_more_disease() {
    let area = area(&[OLDHAM]);
    let cases = |quits: f64| {
        let own = vec![("stop_smoking.extra_quits".to_string(), quits)];
        let what_if = run_believing(&area, &new_money("stop_smoking", 3e5, 12), own);
        ["chd", "stroke", "copd", "lung_cancer"].map(|disease| accounts(&what_if, &format!("new_cases.{disease}")))
    };
    let runs = [cases(0.0), cases(0.02), cases(0.05), cases(0.08)];
    for pair in runs.windows(2) {
        for (less, more) in pair[0].iter().zip(pair[1]) {
            assert!(more.0 < less.0 && more.1 < less.1, "more quitting, {less:?} then {more:?}");
        }
    }
}

#[test]
fn joined_places_have_the_caps_of_both() {
    let [one, other] = [area(&["E06000017"]), area(&["E06000009"])];
    let both = area(&["E06000017", "E06000009"]);
    for programme in ["stop_smoking", "housing_first", "warm_homes", "falls_adaptations"] {
        let json = new_money(programme, 1e9, 2);
        let [one, other, both] = [&one, &other, &both].map(|area| run(area, &json));
        let reached =
            |what_if: &WhatIf| what_if.flows.get(&format!("people_reached.{programme}")).expect("flow").by_year[0];
        for quintile in 0..5 {
            let sum = reached(&one)[quintile] + reached(&other)[quintile];
            assert_close(reached(&both)[quintile] / sum.max(1e-9), f64::from(sum > 0.0), 1e-9, programme);
        }
    }
}

/// What is still to come has its own sign, and weighs less the longer the horizon, for effects that end.
#[test]
fn what_is_still_to_come_fades() {
    let area = area(&[OLDHAM]);
    let mut before = f64::INFINITY;
    for years in [3, 10, 30] {
        let what_if = run(&area, &new_money("falls_adaptations", 2e5, years));
        let (inside, all) = accounts(&what_if, "emergency_admissions");
        assert!(inside < 0.0 && all < inside, "falls avoided go on after the money: {inside}, {all}");
        let share = (all - inside) / all;
        assert!(share < before, "after {years} years {share} is still to come, before it was {before}");
        before = share;
    }
    let cut = r#"{"shift":{"share_of_acute":0.01},"funding":"cut_first","programmes":{}}"#;
    let (inside, all) = accounts(&run(&area, cut), "qalys");
    assert!(all < inside, "the harm of a cut goes on after it");
    assert!(before < 0.2, "{before} of two-year effects is still to come after 30 years");
}

#[test]
fn a_bridge_fund_is_paid_back_exactly() {
    let rate: f64 = 0.035;
    for (ramp, fund, programmes) in [
        (5, "", r#"{"stop_smoking":{"share":0.5}}"#),
        (1, r#","bridge":{"years":2,"repayment_years":4}"#, r#"{"housing_first":{"share":1.0}}"#),
        (30, r#","bridge":{"years":10,"repayment_years":1}"#, r#"{"warm_homes":{"share":1.0}}"#),
    ] {
        let json = format!(
            r#"{{"shift":{{"share_of_acute":0.01,"ramp_years":{ramp}}},"funding":"bridge","programmes":{programmes}{fund}}}"#
        );
        let what_if = run(&area(&[OLDHAM]), &json);
        let value = |year: usize, pounds: f64| pounds / headwater::math::pow(1.0 + rate, year as f64);
        let lent: f64 = what_if.money.iter().enumerate().map(|(year, money)| value(year, money.paid_in)).sum();
        let back = what_if
            .ledger
            .rows
            .iter()
            .find(|row| row.payer == "central_government" && row.line.starts_with("paid back"));
        let back: f64 =
            back.expect("a line for it").by_year.iter().enumerate().map(|(t, pounds)| value(t, *pounds)).sum();
        assert!(lent > 1000.0, "{json}: nothing lent");
        assert_close(back / lent, 1.0, ROUNDING, &json);
    }
}

#[test]
fn captured_cash_is_the_agreed_share_of_cash_released_before() {
    for (share, delay) in [(0.5, 2), (1.0, 0), (1.0, 1)] {
        let json = format!(
            r#"{{"shift":{{"share_of_acute":0.01,"ramp_years":1}},"funding":"cut_first","switches":{{"cashable_share":"all"}},
                "programmes":{{"falls_adaptations":{{"share":0.2}},"stop_smoking":{{"share":0.8}}}},
                "reinvest":{{"capture_share":{share},"delay_years":{delay}}}}}"#
        );
        let money = run(&area(&[OLDHAM]), &json).money;
        let wait = delay.max(1);
        assert!(money[wait].captured > 0.0, "{json}: nothing captured");
        for year in 0..money.len() {
            let due = year.checked_sub(wait).map_or(0.0, |then| share * money[then].cash.max(0.0));
            assert_close(money[year].captured, due, ROUNDING, &format!("{json}, year {year}"));
        }
    }
}

/// At 100 times the price of an admission every pound brings back more than a pound: the model must say so.
#[test]
fn a_money_machine_is_noticed() {
    let said = |price: u32| {
        let json = format!(
            r#"{{"funding":"new_money","shift":{{"gbp_per_year":100000,"ramp_years":1}},"horizon_years":10,
                "switches":{{"cashable_share":"all","added_life_costs":"left_out"}},"programmes":{{"falls_adaptations":{{"share":1.0}}}},
                "assumptions":{{"acute.cost_per_emergency_admission":{price}}},"reinvest":{{"capture_share":1.0,"delay_years":1}}}}"#
        );
        let warnings = run(&area(&[OLDHAM]), &json).warnings;
        ["money machine", "runs dry"].map(|word| warnings.iter().any(|warning| warning.contains(word)))
    };
    assert_eq!(said(380_000), [true, false]);
    assert_eq!(said(3_800), [false, true]);
}

fn any_split() -> impl Strategy<Value = String> {
    let ids = programmes();
    let named =
        prop::collection::vec((0..ids.len(), 0.0..0.25f64, 0.0..3e5f64, any::<bool>()), 0..5).prop_map(move |list| {
            let mut seen: Vec<usize> = Vec::new();
            let mut text: Vec<String> = Vec::new();
            for (id, share, pounds, by_share) in list {
                if !seen.contains(&id) {
                    seen.push(id);
                    let gift =
                        if by_share { format!("\"share\":{share}") } else { format!("\"gbp_per_year\":{pounds}") };
                    text.push(format!("\"{}\":{{{gift}}}", ids[id]));
                }
            }
            format!("{{{}}}", text.join(","))
        });
    prop_oneof![3 => named, 1 => Just("\"evidence_mix\"".to_string())]
}

fn any_scenario() -> impl Strategy<Value = String> {
    let words = (
        prop::sample::select(vec!["cut_first", "bridge", "growth_only", "new_money"]),
        prop::sample::select(vec!["universal", "proportionate", "most_deprived"]),
        prop::sample::select(vec!["none", "three_tenths", "all"]),
        prop::sample::select(vec!["direct", "disease"]),
    );
    let numbers = (0.0..0.05f64, 2026..2031u32, 1..12u32, 1..12u32, 0.0..=1.0f64, 0..4u32);
    (any_split(), words, numbers).prop_map(|(programmes, (funding, targeting, cash, route), numbers)| {
        let (share, start, ramp, shown, capture, delay) = numbers;
        let years = start - 2026 + shown; // a shift must start while years are shown
        format!(
            r#"{{"shift":{{"share_of_acute":{share},"start_year":{start},"ramp_years":{ramp}}},"funding":"{funding}",
                "targeting":"{targeting}","programmes":{programmes},"horizon_years":{years},
                "reinvest":{{"capture_share":{capture},"delay_years":{delay}}},
                "switches":{{"cashable_share":"{cash}","hospital_route":"{route}"}}}}"#
        )
    })
}

/// Money: what there was is what was spent, sent back, given to nobody or repaid; transfers net to zero.
fn check_money(plan: &Plan<'_>, what_if: &WhatIf) {
    let scale = plan.full_gbp.max(1.0);
    for (t, year) in what_if.money.iter().enumerate() {
        let had = year.target - year.repaid + year.captured;
        assert_close(
            year.spent + year.returned + year.unallocated,
            had.max(0.0),
            1e-9 * scale,
            &format!("money of year {t}"),
        );
        let net = year.cut + year.paid_in + year.captured - year.repaid - year.spent - year.unallocated;
        let beyond = (year.returned - year.target).max(0.0); // captured cash that found no use
        assert_close(net, beyond, 1e-9 * scale, &format!("money in and out of year {t}"));
        for (name, pounds) in
            [("cut", year.cut), ("paid in", year.paid_in), ("spent", year.spent), ("returned", year.returned)]
        {
            assert!(pounds >= 0.0, "{name} is {pounds} in year {t}");
        }
    }
    for year in 0..what_if.flows.list[0].by_year.len() {
        assert_close(what_if.ledger.transfers(year), 0.0, 1e-9 * scale, &format!("transfers of year {year}"));
    }
}

/// Each funding route keeps its promise.
fn check_route(plan: &Plan<'_>, what_if: &WhatIf, json: &str) {
    for (t, year) in what_if.money.iter().enumerate() {
        if json.contains("\"new_money\"") {
            assert_eq!(year.cut, 0.0, "new money cuts nothing");
        } else {
            assert!(json.contains("\"bridge\"") || year.paid_in == 0.0, "nobody pays in");
        }
        if json.contains("\"growth_only\"") {
            let grown = plan.ground.years[t].acute_gbp - plan.acute_gbp;
            assert!(year.cut <= grown.max(0.0) + 1e-6, "takes {} where {grown} was added", year.cut);
        }
    }
}

/// Parts add up to wholes, and everything is a number.
fn check_sums(what_if: &WhatIf) {
    let sum_of = |ids: &[&str], year: usize| ids.iter().map(|id| in_year(what_if, id, year)).sum::<f64>();
    for year in 0..what_if.flows.list[0].by_year.len() {
        for (whole, parts) in [
            ("qalys", &["qalys_prevention", "qalys_cut", "qalys_capacity", "qalys_social_care"][..]),
            ("life_years", &["life_years_prevention", "life_years_hospital"]),
            ("deaths", &["deaths_prevention", "deaths_hospital"]),
        ] {
            assert_close(
                sum_of(parts, year),
                in_year(what_if, whole, year),
                ROUNDING,
                &format!("{whole} of year {year}"),
            );
        }
    }
    for flow in &what_if.flows.list {
        assert!(flow.by_year.iter().flatten().all(|value| value.is_finite()), "{} is not a number", flow.id);
        let fifths: f64 = flow.sum_by_fifth(usize::MAX, 0.015).iter().sum();
        assert_close(fifths, flow.sum(usize::MAX, 0.015), ROUNDING, &format!("{} by fifth", flow.id));
    }
    let numbers = what_if.ledger.rows.iter().flat_map(|row| &row.by_year).all(|pounds| pounds.is_finite());
    assert!(numbers, "a ledger line is not a number");
}

/// Nobody is reached beyond the room of the place in each fifth, year by year.
fn check_caps(plan: &Plan<'_>, what_if: &WhatIf) {
    for (position, programme) in plan.programmes.iter().enumerate() {
        let reached = what_if.flows.get(&format!("people_reached.{}", programme.id)).expect("a flow");
        for t in 0..what_if.years {
            let base = &plan.ground.years[t];
            let mut room = [0.0; 5];
            for component in plan.components.iter().filter(|component| component.programme == position) {
                let exposed = |id: &str| {
                    let at = plan.tables.exposures.iter().position(|pattern| pattern.id == id)?;
                    let mut people = base.residents;
                    let shares = base.exposed[at].iter().flatten().flatten();
                    people.iter_mut().flatten().flatten().zip(shares).for_each(|(people, share)| *people *= share);
                    Some(people)
                };
                let eligible =
                    eligible_units(component.record, &component.reach, &base.residents, exposed, plan.household);
                for (room, eligible) in room.iter_mut().zip(eligible) {
                    *room += eligible * component.reach.room * component.reach.people_per_unit;
                }
            }
            for (quintile, room) in room.iter().enumerate() {
                let people = reached.by_year[t][quintile];
                assert!((0.0..=room * (1.0 + 1e-9)).contains(&people), "{}: {people} of {room}", programme.id);
            }
        }
    }
}

fn plain_reach(room: f64, weights: [f64; 5]) -> Reach {
    Reach {
        unit_cost: 7.0,
        people_per_unit: 1.0,
        children: None,
        room,
        eligible: 1.0,
        weights,
        effect_weights: [1.0; 5],
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_scenario_keeps_its_books(json in any_scenario(), code in prop::sample::select(PLACES.to_vec())) {
        let area: Area = area(&[code]);
        let kept = attempt(&area, &json, |plan, what_if| {
            check_money(plan, what_if);
            check_route(plan, what_if, &json);
            check_sums(what_if);
            check_caps(plan, what_if);
        });
        // Pounds that are more than this place's shift are refused, rightly.
        let refused = kept.err().map(|faults| faults.to_string()).filter(|reason| !reason.contains("more than the shift"));
        prop_assert!(refused.is_none(), "{json} in {code}: {refused:?}");
    }

    #[test]
    fn more_money_never_reaches_fewer(
        programme in prop::sample::select(programmes()),
        pounds in 1e3..1e6f64,
        more in 1.0..4.0f64,
        code in prop::sample::select(PLACES.to_vec()),
    ) {
        let area = area(&[code]);
        let reached = |pounds: f64| accounts(&run(&area, &new_money(&programme, pounds, 3)), &format!("people_reached.{programme}")).0;
        let (few, many) = (reached(pounds), reached(pounds * more));
        prop_assert!(many >= few * (1.0 - 1e-9), "{programme} in {code}: {pounds} reach {few}, {more} times as much {many}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn delivery_spends_what_it_can_and_no_more(
        money in 0.0..1e5f64,
        more in 0.0..1e5f64,
        room in 0.0..1.0f64,
        eligible in prop::array::uniform5(0.0..3000.0f64),
        free in prop::array::uniform5(0.0..3000.0f64),
        weights in prop::array::uniform5(0.1..4.0f64),
        in_order in any::<bool>(),
    ) {
        let terms = Terms::of([&plain_reach(room, weights)]);
        let rooms = Room { eligible: eligible.map(|units| [units]), free: free.map(|units| [units]) };
        let [some, all] = [money, money + more].map(|money| terms.spend(&[money], &rooms, in_order));
        let ([spent], [returned], [most]) = (some.spent, some.returned, terms.most(&rooms));
        prop_assert!((spent + returned - money).abs() <= 1e-9 * money.max(1.0));
        prop_assert!(spent <= most * (1.0 + 1e-9));
        let caps: [f64; 5] = std::array::from_fn(|q| (eligible[q] * room).min(free[q]));
        let full: f64 = caps.iter().map(|cap| cap * 7.0 * LAST_USEFUL).sum();
        prop_assert!(returned <= 1e-6 * money || (spent - full).abs() <= 1e-6 * full.max(1.0), "sends money back with room left");
        for q in 0..5 {
            let ([few], [many]) = (some.units[q], all.units[q]);
            prop_assert!(few >= 0.0 && few <= caps[q]);
            prop_assert!(many >= few * (1.0 - 1e-9), "fifth {q}: {few} then {many}");
        }
    }

    #[test]
    fn delivery_side_by_side_is_delivery_alone(
        money in prop::array::uniform8(prop_oneof![Just(0.0), 0.0..1e5f64]),
        rooms in prop::array::uniform8(prop_oneof![Just(0.0), 0.0..1.0f64]),
        eligible in prop::array::uniform5(prop::array::uniform8(0.0..3000.0f64)),
        free in prop::array::uniform5(prop::array::uniform8(prop_oneof![Just(0.0), 0.0..3000.0f64])),
        weights in prop::array::uniform8(prop::array::uniform5(0.1..4.0f64)),
        costs in prop::array::uniform8(1.0..20.0f64),
        in_order in any::<bool>(),
    ) {
        let reaches: [Reach; 8] = std::array::from_fn(|lane| {
            Reach { unit_cost: costs[lane], ..plain_reach(rooms[lane], weights[lane]) }
        });
        let terms = Terms::of(reaches.each_ref());
        let room = Room { eligible, free };
        let (all, most) = (terms.spend(&money, &room, in_order), terms.most(&room));
        for lane in 0..8 {
            let terms = Terms::of([&reaches[lane]]);
            let room = Room { eligible: eligible.map(|units| [units[lane]]), free: free.map(|units| [units[lane]]) };
            let (alone, [limit]) = (terms.spend(&[money[lane]], &room, in_order), terms.most(&room));
            let own = (all.units.map(|units| units[lane]), all.spent[lane], all.returned[lane], most[lane]);
            prop_assert_eq!((alone.units.map(|[units]| units), alone.spent[0], alone.returned[0], limit), own);
        }
    }
}

#[test]
fn the_plan_knows_its_area() {
    with_run(&area(&[OLDHAM]), "{}", |plan, what_if| {
        assert_eq!(what_if.years, 20);
        assert!(plan.acute_gbp > 1e8 && plan.full_gbp == 0.0);
    });
}
