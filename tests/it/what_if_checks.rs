//! Sliders pushed to their ends in twelve contrasting places: everything stays a number and has the expected sign.
//!
//! Each check is a row of data: a scenario and the signs it must have. Counts are printed with `--nocapture`.

use headwater::inputs::place::Area;
use headwater::model::what_if::plan::Plan;
use headwater::model::what_if::run::WhatIf;

use crate::support::shipped::{area, evidence};
use crate::support::what_if::{accounts, attempt, new_money, programmes};

/// Blackpool, Richmond upon Thames, Oldham, Birmingham, Cornwall, Isles of Scilly, City of London, Hackney, Rutland, Kent,
/// North Yorkshire, Wolverhampton.
const PLACES: [&str; 12] = [
    "E06000009",
    "E09000027",
    "E08000004",
    "E08000025",
    "E06000052",
    "E06000053",
    "E09000001",
    "E09000012",
    "E06000017",
    "E10000016",
    "E06000065",
    "E08000031",
];

/// What a figure, set in motion and undiscounted, must be.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Sign {
    Less,
    LessOrNone,
    None,
    MoreOrNone,
    More,
}

impl Sign {
    fn holds(self, value: f64) -> bool {
        match self {
            Sign::Less => value < 0.0,
            Sign::LessOrNone => value <= 0.0,
            Sign::None => value == 0.0,
            Sign::MoreOrNone => value >= 0.0,
            Sign::More => value > 0.0,
        }
    }
}

/// One check: a scenario, and signs of flows.
struct Check {
    json: String,
    signs: Vec<(&'static str, Sign)>,
}

/// A well-spread plan with the fields of a check in front.
fn plan_with(fields: &str) -> String {
    format!(
        r#"{{{fields},"programmes":{{"stop_smoking":{{"share":0.3}},"falls_adaptations":{{"share":0.2}},
            "warm_homes":{{"share":0.3}},"housing_first":{{"share":0.1}},"drug_alcohol_treatment":{{"share":0.1}}}}}}"#
    )
}

const GAINS: [(&str, Sign); 2] = [("qalys_prevention", Sign::More), ("new_cases.lung_cancer", Sign::Less)];

/// Every slider at both ends, the other fields plain.
fn sliders() -> Vec<Check> {
    let mut checks = Vec::new();
    for funding in ["cut_first", "bridge", "growth_only", "new_money"] {
        let cut = if funding == "new_money" { Sign::None } else { Sign::LessOrNone };
        for share in [0.0, 0.05, 1.0] {
            let json = plan_with(&format!(r#""funding":"{funding}","shift":{{"share_of_acute":{share}}}"#));
            let mut signs = vec![("qalys_cut", if share == 0.0 { Sign::None } else { cut })];
            signs.extend(GAINS.iter().map(|(id, sign)| (*id, if share == 0.0 { Sign::None } else { *sign })));
            checks.push(Check { json, signs });
        }
        for (ramp, years) in [(1, 1), (1, 30), (30, 1), (30, 30)] {
            let shift = format!(r#""shift":{{"share_of_acute":0.01,"ramp_years":{ramp}}}"#);
            let json = plan_with(&format!(r#""funding":"{funding}","horizon_years":{years},{shift}"#));
            // In its first year growth is nothing yet, so nothing is taken and nothing bought.
            let first = funding == "growth_only" && years == 1;
            let signs = if first {
                vec![("qalys", Sign::None), ("deaths", Sign::None)]
            } else {
                vec![("qalys_cut", cut), GAINS[0]]
            };
            checks.push(Check { json, signs });
        }
        for targeting in ["universal", "proportionate", "most_deprived"] {
            let shift = format!(r#""targeting":"{targeting}","shift":{{"share_of_acute":0.01}}"#);
            let json = plan_with(&format!(r#""funding":"{funding}",{shift}"#));
            checks.push(Check { json, signs: GAINS.to_vec() });
        }
    }
    for k in [5_000, 1_000_000] {
        let json = plan_with(&format!(
            r#""funding":"cut_first","shift":{{"share_of_acute":0.01}},"assumptions":{{"nhs_cost_per_qaly_gbp":{k}}}"#
        ));
        checks.push(Check { json, signs: vec![("qalys_cut", Sign::Less), ("deaths_hospital", Sign::MoreOrNone)] });
    }
    let json = plan_with(
        r#""funding":"cut_first","shift":{"share_of_acute":0.01},"switches":{"cashable_share":"all"},
            "reinvest":{"capture_share":1.0,"delay_years":0}"#,
    );
    checks.push(Check { json, signs: vec![("qalys_capacity", Sign::None), ("qalys_prevention", Sign::More)] });
    let nothing = r#"{"funding":"cut_first","shift":{"share_of_acute":0.01},"programmes":{}}"#.to_string();
    checks.push(Check { json: nothing, signs: vec![("qalys", Sign::Less), ("emergency_admissions", Sign::None)] });
    checks
}

/// Each programme on its own, with too little and far too much.
fn alone() -> Vec<Check> {
    let mut checks = Vec::new();
    for programme in programmes() {
        for pounds in [1e6, 1e9] {
            let signs =
                vec![("qalys_cut", Sign::None), ("qalys_prevention", Sign::MoreOrNone), ("falls", Sign::LessOrNone)];
            checks.push(Check { json: new_money(&programme, pounds, 10), signs });
        }
    }
    checks
}

/// The shift is refused where beds or money would not be there; that is the right answer, not a number.
fn refusal(code: &str, check: &Check, reason: &str) {
    let bold = check.json.contains("\"share_of_acute\":1,") || check.json.contains("\"share_of_acute\":1}");
    assert!(bold, "{code}, {}: refused: {reason}", check.json);
}

/// The first thing of a run that is not a number.
fn numbers(what_if: &WhatIf) -> Result<(), String> {
    let flow = what_if.flows.list.iter().find(|flow| flow.by_year.iter().flatten().any(|value| !value.is_finite()));
    let ledger = what_if.ledger.rows.iter().find(|row| row.by_year.iter().any(|pounds| !pounds.is_finite()));
    let life = what_if.life_expectancy.iter().flatten().any(|years| !years.is_finite());
    match (flow, ledger, life) {
        (Some(flow), _, _) => Err(flow.id.clone()),
        (_, Some(row), _) => Err(row.line.to_string()),
        (_, _, true) => Err("life expectancy".into()),
        _ => Ok(()),
    }
}

fn assert_numbers(what: &str, plan: &Plan<'_>, what_if: &WhatIf) {
    assert_eq!(numbers(what_if), Ok(()), "{what}");
    if what_if.check_beds(plan.tables.start_year).is_ok() {
        let open = what_if
            .occupancy
            .iter()
            .all(|(base, scenario)| (0.0..=1.0).contains(base) && (0.0..=1.0).contains(scenario));
        assert!(open, "{what}: {:?}", what_if.occupancy);
    }
}

/// Runs checks in a place; gives how many signs were looked at.
fn run_checks(code: &str, area: &Area, checks: &[&Check]) -> usize {
    let mut looked = 0;
    for check in checks {
        let done = attempt(area, &check.json, |plan, what_if| {
            let what = format!("{code}, {}", check.json);
            assert_numbers(&what, plan, what_if);
            for (id, sign) in &check.signs {
                let value = accounts(what_if, id).1;
                assert!(sign.holds(value), "{what}: {id} is {value}, should be {sign:?}");
                looked += 1;
            }
        });
        if let Err(faults) = done {
            refusal(code, check, &faults.to_string());
        }
    }
    looked
}

/// All sliders in each place by turns of four, so that every slider is tried in four or more places.
#[test]
fn sliders_at_their_ends() {
    let checks = sliders();
    let mut looked = 0;
    for (turn, code) in PLACES.iter().enumerate() {
        let mine: Vec<&Check> = checks.iter().skip(turn % 3).step_by(3).collect();
        looked += run_checks(code, &area(&[code]), &mine);
    }
    println!("{} sliders, {looked} signs in {} places", checks.len(), PLACES.len());
    assert!(looked > 200, "only {looked} signs were looked at");
}

#[test]
fn every_programme_alone() {
    let checks = alone();
    let mut looked = 0;
    for (turn, code) in PLACES.iter().enumerate() {
        let mine: Vec<&Check> = checks.iter().skip(turn % 4).step_by(4).collect();
        looked += run_checks(code, &area(&[code]), &mine);
    }
    println!("{} programmes alone, {looked} signs in {} places", checks.len(), PLACES.len());
    assert!(looked > 300, "only {looked} signs were looked at");
}

/// Each assumption at values its kind may just allow: refused with a reason, or the answer stays a number.
#[test]
fn absurd_assumptions_give_numbers() {
    // Divisors, exponents and waits, and every eighth of the rest.
    const SHARP: [&str; 6] = [
        "base.acute_loss_delay_years",
        "acute.k_2013_low",
        "exposure.obesity_bmi_gap",
        "weight_diabetes.half_life_years",
        "falls_adaptations.onset_lag_years",
        "base.people_per_household",
    ];
    let (mut answered, mut refused, mut bad) = (0, 0, Vec::new());
    let area = area(&["E06000053"]);
    let all = programmes().iter().map(|id| format!(r#""{id}":{{"share":0.05}}"#)).collect::<Vec<_>>().join(",");
    let inputs = evidence().parameters.iter().filter(|figure| figure.provenance.input).enumerate();
    for (position, figure) in inputs {
        if position % 8 != 0 && !SHARP.contains(&figure.id.as_str()) {
            continue;
        }
        let most = if figure.unit.id() == "years" { 100.0 } else { 1e6 };
        for value in [0.0, 1.0, most] {
            let json = format!(
                r#"{{"funding":"cut_first","shift":{{"share_of_acute":0.01,"ramp_years":1}},"horizon_years":1,
                    "programmes":{{{all}}},"assumptions":{{"{}":{value}}}}}"#,
                figure.id
            );
            match attempt(&area, &json, |_, what_if| numbers(what_if)) {
                Err(_) => refused += 1,
                Ok(Ok(())) => answered += 1,
                Ok(Err(id)) => bad.push(format!("{} = {value}: {id}", figure.id)),
            }
        }
    }
    println!("{answered} absurd assumptions gave numbers, {refused} were refused");
    assert!(bad.is_empty(), "not a number: {bad:#?}");
    assert!(answered > 100 && refused > 10, "{answered} answered, {refused} refused");
}
