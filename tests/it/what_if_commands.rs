//! What the commands about scenarios promise: parts that add up, transfers that net to zero, pounds brought to one price
//! year, a sweep that carries on, the same bytes twice, a plan with all its rows.

use headwater::inputs::node::Node;
use headwater::inputs::scenario::Scenario;
use headwater::model::baseline;
use headwater::model::tables::Tables;
use headwater::model::what_if::plan::Plan;
use headwater::model::what_if::run::{Part, run};
use headwater::value::report::Input;
use headwater::value::weights::{Framework, score};
use headwater::value::{evaluation, explanation, topdown};
use serde_json::Value;

use crate::support::close::{assert_close, relative};
use crate::support::program::{Folder, assert_says, headwater};
use crate::support::shipped::{self, OLDHAM, evidence};

/// Runs a scenario in Oldham and hands everything over.
fn with_oldham<T>(scenario: &str, use_it: impl FnOnce(&Input<'_>) -> T) -> T {
    let node = Node::from_json(scenario.as_bytes()).unwrap();
    let scenarios = Scenario::read_all(&node, evidence()).unwrap_or_else(|faults| panic!("{faults}"));
    let tables = Tables::for_scenario(evidence(), &scenarios[0]).unwrap();
    let area = headwater::inputs::place::Area::join(vec![shipped::place(OLDHAM)]).unwrap();
    let plan = Plan::new(&area, &tables, evidence(), &scenarios[0]).unwrap_or_else(|faults| panic!("{faults}"));
    let what_if = run(&plan, Part::default());
    let base = baseline::run(&area, &tables, what_if.years);
    use_it(&Input { evidence: evidence(), area: &area, plan: &plan, what_if: &what_if, baseline: &base })
}

const MIXED: &str = r#"{"shift":{"share_of_acute":0.02,"ramp_years":2},"funding":"cut_first","horizon_years":12,"programmes":{
    "stop_smoking":{"share":0.3},"falls_adaptations":{"share":0.2},"warm_homes":{"share":0.2},"adult_social_care":{"share":0.2}}}"#;

fn total(input: &Input<'_>, id: &str) -> (f64, f64) {
    let flow = input.what_if.flows.get(id).unwrap();
    (flow.sum(input.what_if.years, 0.0), flow.sum(usize::MAX, 0.0))
}

#[test]
fn contributions_add_up_to_the_total() {
    with_oldham(MIXED, |input| {
        let runs = explanation::Runs::new(input).unwrap();
        for id in explanation::EXPLAINED {
            let parts = explanation::contributions(input, &runs, id);
            let whole = total(input, id);
            assert!(whole.1 != 0.0, "{id}: nothing to explain");
            assert!(!parts.is_empty(), "{id}");
            let inside: f64 = parts.iter().map(|part| part.by_horizon).sum();
            let all: f64 = parts.iter().map(|part| part.set_in_motion).sum();
            assert!(
                relative(inside, whole.0) < 1e-9 && relative(all, whole.1) < 1e-9,
                "{id}: {inside} {all} are not {whole:?}"
            );
        }
        let parts = explanation::contributions(input, &runs, "qalys");
        let largest = explanation::biggest(&parts, 3);
        assert_eq!(largest.len(), 3);
        assert!(largest[0].set_in_motion.abs() >= largest[1].set_in_motion.abs());
        // Were the parts not the causes, all of it would end up here.
        let overlap =
            parts.iter().find(|part| part.channel == explanation::OVERLAP).map_or(0.0, |part| part.set_in_motion);
        assert!(overlap.abs() < 0.05 * largest[0].set_in_motion.abs(), "overlap {overlap} explains too much");
    });
}

#[test]
fn transfers_between_payers_net_to_zero_every_year() {
    let routes = [
        r#"{"shift":{"share_of_acute":0.02,"ramp_years":2},"funding":"cut_first","horizon_years":12,"programmes":{"stop_smoking":{"share":0.2},"employment":{"share":0.3},"mental_health_debt":{"share":0.2}}}"#,
        r#"{"shift":{"share_of_acute":0.01},"funding":"bridge","horizon_years":15,"programmes":"evidence_mix"}"#,
        r#"{"funding":"new_money","horizon_years":8,"programmes":{"employment":{"gbp_per_year":1000000}}}"#,
    ];
    for route in routes {
        with_oldham(route, |input| {
            let rows = &input.what_if.ledger.rows;
            let moved: f64 = rows
                .iter()
                .filter(|row| row.kind == "transfer")
                .flat_map(|row| &row.by_year)
                .map(|gbp| gbp.abs())
                .sum();
            assert!(moved > 1e5, "no transfers in {route}");
            for year in 0..rows[0].by_year.len() {
                let net = input.what_if.ledger.transfers(year);
                assert!(net.abs() < 1e-6, "{route}: transfers of year {year} leave £{net}");
            }
        });
    }
}

#[test]
fn pairings_are_brought_from_their_own_price_year_by_hand() {
    // GDP deflator, 2024-25 over 2013-14, as published.
    let factor = 109.552 / 80.886;
    with_oldham(MIXED, |input| {
        let moved = topdown::Moved::of(input);
        let pairings = topdown::pairings(input, moved).unwrap();
        assert_eq!(pairings.len(), 6, "every published pairing");
        let one = pairings.iter().find(|pairing| pairing.id == "nhs_vs_public_health_2020").unwrap();
        assert_close(one.prevention, 3800.0 * factor, 1e-6, "3,800 pounds of 2013-14");
        assert_close(one.health_care, 13500.0 * factor, 1e-6, "13,500 pounds of 2013-14");
        assert_close(one.lost, moved.cut / (13500.0 * factor), 1e-6, "lost to the cut");
        assert_close(one.gained, moved.spent / (3800.0 * factor), 1e-6, "gained by what was spent");
        assert!(moved.cut > moved.spent, "a tenth of the shift is given to nobody");
    });
}

#[test]
fn the_answer_at_another_price_is_the_answer_of_another_run() {
    let at = |price: f64| {
        let scenario = MIXED.replacen('{', &format!("{{\"assumptions\":{{\"nhs_cost_per_qaly_gbp\":{price}}},"), 1);
        with_oldham(&scenario, |input| (topdown::bottom_up(input).unwrap(), total(input, "qalys").1))
    };
    let (ours, net) = at(20_000.0);
    assert!(relative(ours.net_at(20_000.0), net) < 1e-9);
    let (_, other) = at(8_000.0);
    assert!(relative(ours.net_at(8_000.0), other) < 1e-6, "{} is not {other}", ours.net_at(8_000.0));
}

#[test]
fn the_sentence_says_whether_both_views_agree_in_sign() {
    let pairing = |gained: f64, lost: f64| topdown::Pairing {
        id: String::new(),
        label: String::new(),
        caveat: String::new(),
        sources: Vec::new(),
        health_care: 1.0,
        prevention: 1.0,
        lost,
        gained,
    };
    let moved = topdown::Moved { cut: 1e6, spent: 1e6 };
    let ours = |prevention: f64| Some(topdown::BottomUp { prevention, through_price: -50.0, price: 20_000.0 });
    let said = |ours, pairings: &[topdown::Pairing]| topdown::sentence(moved, ours, pairings);
    assert_says(&said(ours(80.0), &[pairing(2.0, 1.0)]), &["a gain of 30", "the two agree in sign"]);
    assert_says(&said(ours(20.0), &[pairing(2.0, 1.0)]), &["a loss of 30", "the two disagree in sign"]);
    assert_says(
        &said(ours(20.0), &[pairing(2.0, 1.0), pairing(1.0, 2.0)]),
        &["agrees in sign with 1 and not with 1", "disputed"],
    );
    assert_says(&said(None, &[pairing(2.0, 1.0)]), &["not counted"]);
    assert_close(
        ours(100.0).unwrap().break_even_price().unwrap(),
        10_000.0,
        1e-12,
        "price at which 100 is 50 x 20,000 / price",
    );
}

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&headwater(args).done()).unwrap()
}

#[test]
fn run_gives_what_it_promises_and_the_baseline_moves_nothing() {
    let folder = Folder::new();
    folder.write("none.json", "{}");
    let document = json(&["run", "--place", OLDHAM, "--scenario", &folder.text("none.json")]);
    for key in [
        "model",
        "evidence",
        "place",
        "scenario",
        "years",
        "outcomes",
        "ledger",
        "break_even",
        "explanation",
        "topdown",
        "warnings",
        "parameters",
    ] {
        assert!(document.get(key).is_some(), "no {key}");
    }
    assert_eq!(document["years"].as_array().unwrap().len(), 20);
    assert_eq!(document["years"][0], 2026);
    assert!(document["ledger"].as_array().unwrap().is_empty());
    let qalys = &document["outcomes"]["qalys"];
    for key in ["unit", "baseline", "scenario", "difference", "discounted", "set_in_motion", "by_quintile"] {
        assert!(qalys.get(key).is_some_and(|value| !value.is_null()), "no {key}");
    }
    assert_eq!(qalys["by_quintile"].as_array().unwrap().len(), 5);
    check_outcomes(&document);
    for (id, outcome) in document["outcomes"].as_object().unwrap() {
        for value in outcome["difference"].as_array().into_iter().flatten() {
            assert_eq!(value.to_string(), "0.0", "{id}");
        }
    }
}

/// Ids that the program promises, whatever the scenario.
const PROMISED: [&str; 17] = [
    "qalys",
    "life_years",
    "deaths",
    "deaths_under_75",
    "emergency_admissions",
    "bed_days",
    "ae_attendances",
    "social_care_gbp",
    "social_care_need",
    "occupancy",
    "wellbeing",
    "people_in_work",
    "life_expectancy_birth.female",
    "healthy_life_expectancy_birth.male",
    "new_cases.chd",
    "living_with.copd",
    "new_cases.type_2_diabetes",
];

/// Every outcome has the promised keys; a yearly list has a value for every year; what is null has a reason in words.
fn check_outcomes(document: &Value) {
    let outcomes = document["outcomes"].as_object().unwrap();
    let years = document["years"].as_array().unwrap().len();
    for id in PROMISED {
        assert!(outcomes.contains_key(id), "no {id}");
    }
    for (id, outcome) in outcomes {
        for key in ["unit", "baseline", "scenario", "difference", "discounted", "set_in_motion", "by_quintile"] {
            assert!(outcome.get(key).is_some(), "{id} has no {key}");
        }
        for key in ["baseline", "scenario", "difference"] {
            let list = outcome[key].as_array().map(Vec::len);
            assert!(list.is_none_or(|length| length == years), "{id}.{key}");
            let discounted = outcome["discounted"][key].as_array().map(Vec::len);
            assert!(outcome["discounted"].is_null() || discounted == list, "{id}.discounted.{key}");
        }
        for fifths in outcome["by_quintile"].as_array().into_iter() {
            assert!(fifths.len() == 5 && fifths.iter().all(|fifth| fifth.as_array().unwrap().len() == years), "{id}");
        }
        if let Some(totals) = outcome["set_in_motion"].as_object() {
            assert_eq!(totals.keys().collect::<Vec<_>>(), ["discounted", "undiscounted"], "{id}");
        }
    }
    let warnings = document["warnings"].to_string();
    assert_says(&warnings, &["wellbeing is null", "people_in_work", "by_quintile is null for healthy life expectancy"]);
}

#[test]
fn years_override_the_horizon_with_a_warning() {
    let folder = Folder::new();
    folder.write("long.json", r#"{"horizon_years":30}"#);
    let warned = |years: &str| {
        let document = json(&["run", "--place", OLDHAM, "--years", years, "--scenario", &folder.text("long.json")]);
        document["warnings"].to_string().contains("instead of the 30")
    };
    assert!(warned("10"));
    assert!(!warned("30"));
}

#[test]
fn the_same_run_gives_the_same_bytes_and_carries_its_scenario() {
    let once = || headwater(&["run", "--place", OLDHAM, "--scenario", "presets/default.json", "--years", "6"]).done();
    let first = once();
    assert!(first == once(), "two runs differ");
    let document: Value = serde_json::from_str(&first).unwrap();
    let folder = Folder::new();
    folder.write("again.json", document["scenario"].to_string());
    let again = json(&["run", "--place", OLDHAM, "--years", "6", "--scenario", &folder.text("again.json")]);
    assert_eq!(again["outcomes"], document["outcomes"]);
}

#[test]
fn a_sweep_that_was_stopped_carries_on_to_the_same_table() {
    let folder = Folder::new();
    let sweep = |out: &str, more: &[&str]| {
        let mut args = vec!["sweep", "--place", OLDHAM, "--place", "E06000009", "--place", "E09000027", "--years", "3"];
        args.extend(["--scenario", "presets/default.json", "--scenario", "presets/new-money.json"]);
        let path = folder.text(out);
        args.extend(["--out", &path]);
        args.extend(more);
        headwater(&args)
    };
    sweep("whole.csv", &[]).done();
    let stopped = sweep("parts.csv", &["--limit", "4"]);
    assert_says(&stopped.err, &["4 of 6 runs"]);
    assert!(!folder.files().contains(&"parts.csv".to_string()), "half a table was written");
    // A crash in the middle of a line: the line is made again.
    folder.edit("parts.csv.progress", |text| text[..text.len() - 40].to_string());
    sweep("parts.csv", &[]).done();
    let read = |name: &str| std::fs::read_to_string(folder.path(name)).unwrap();
    assert_eq!(read("parts.csv"), read("whole.csv"));
    assert!(read("whole.csv").lines().count() > 6 * 30);
    assert!(!folder.files().iter().any(|name| name.ends_with(".progress")));
}

#[test]
fn what_other_inputs_left_is_not_used() {
    let folder = Folder::new();
    let path = folder.text("table.csv");
    let sweep = |years: &str, more: &[&str]| {
        let mut args = vec![
            "sweep",
            "--place",
            OLDHAM,
            "--place",
            "E06000009",
            "--scenario",
            "presets/new-money.json",
            "--out",
            &path,
            "--years",
            years,
        ];
        args.extend(more);
        headwater(&args).done();
    };
    sweep("2", &["--limit", "1"]);
    sweep("3", &[]);
    let left = std::fs::read_to_string(folder.path("table.csv")).unwrap();
    sweep("3", &[]);
    assert_eq!(left, std::fs::read_to_string(folder.path("table.csv")).unwrap());
}

#[test]
fn the_table_in_parquet_is_the_table_in_csv() {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::Field;
    let folder = Folder::new();
    let (csv, columns) = (folder.text("t.csv"), folder.text("t.parquet"));
    let args = [
        "sweep",
        "--place",
        OLDHAM,
        "--scenario",
        "presets/default.json",
        "--years",
        "3",
        "--out",
        &csv,
        "--out",
        &columns,
    ];
    headwater(&args).done();
    let reader = SerializedFileReader::new(std::fs::File::open(folder.path("t.parquet")).unwrap()).unwrap();
    let cell = |field: &Field| match field {
        Field::Str(text) => text.clone(),
        Field::Double(value) => value.to_string(),
        Field::Null => String::new(),
        other => panic!("{other}"),
    };
    let rows: Vec<Vec<String>> = reader
        .get_row_iter(None)
        .unwrap()
        .map(|row| row.unwrap().get_column_iter().map(|(_, field)| cell(field)).collect())
        .collect();
    let mut table = csv::Reader::from_path(folder.path("t.csv")).unwrap();
    let lines: Vec<Vec<String>> =
        table.records().map(|line| line.unwrap().iter().map(str::to_string).collect()).collect();
    assert!(lines.len() > 30);
    assert_eq!(rows, lines);
}

#[test]
fn the_evaluation_plan_has_a_row_for_every_indicator_and_year() {
    let said = headwater(&["plan", "--place", OLDHAM, "--scenario", "presets/default.json", "--years", "7"]).done();
    let mut reader = csv::Reader::from_reader(said.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.unwrap()).collect();
    let mut ids: Vec<&str> = rows.iter().map(|row| &row[2]).collect();
    ids.dedup();
    assert!(ids.contains(&"people_reached.stop_smoking") && ids.contains(&"emergency_admissions"), "{ids:?}");
    assert_eq!(rows.len(), ids.len() * 7);
    for row in &rows {
        assert!(!row[5].is_empty() && !row[8].is_empty() && !row[11].is_empty(), "{row:?}");
    }
    let document =
        json(&["plan", "--place", OLDHAM, "--scenario", "presets/default.json", "--years", "7", "--format", "json"]);
    assert_eq!(document["indicators"].as_array().unwrap().len(), ids.len());
}

#[test]
fn a_reading_is_telling_only_beyond_chance() {
    // 1.96 x sqrt(10,000) = 196.
    assert_eq!(evaluation::telling(10_000.0, -195.0), None);
    assert_eq!(evaluation::telling(10_000.0, -197.0), Some(10_000.0));
}

#[test]
fn a_score_is_the_weighted_share_of_targets_reached() {
    with_oldham(MIXED, |input| {
        let flow = input.what_if.flows.get("emergency_admissions").unwrap();
        let change = flow.sum(input.what_if.years, 0.0);
        let file = format!(
            r#"{{"name":"Ours","outcomes":[
                {{"outcome":"emergency_admissions","target_change":{},"account":"by_horizon","weight":3}},
                {{"outcome":"bed_days","target_change":-0.001,"year":2037,"weight":1}}]}}"#,
            2.0 * change
        );
        let framework = Framework::read(&Node::from_json(file.as_bytes()).unwrap()).unwrap();
        // Half of one target at three quarters of the weight, and one overshot target that counts once.
        assert_close(score(&framework, input).unwrap()["score"].as_f64().unwrap(), 37.5 + 25.0, 1e-9, "score");
    });
    let faulty = r#"{"name":"Ours","outcomes":[{"outcome":"deaths","target_change":0,"weight":-1,"colour":"red"}]}"#;
    let faults = Framework::read(&Node::from_json(faulty.as_bytes()).unwrap()).unwrap_err();
    assert_eq!(faults.len(), 3, "{faults}");
}

#[test]
fn every_preset_runs_and_says_what_it_teaches() {
    let mut count = 0;
    for entry in std::fs::read_dir(shipped::path("presets")).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("presets/{}", path.file_name().unwrap().to_str().unwrap());
        let node = shipped::node(&name);
        let text = |key: &str| matches!(node.get(key), Some(Node::Text(text)) if text.len() > 10 || key == "name");
        assert!(text("name") && text("note") && node.get("sources").is_some(), "{name}");
        headwater(&["compare", "--place", OLDHAM, "--scenario", &name, "--years", "6"]).done();
        count += 1;
    }
    assert_eq!(count, 12);
}

#[test]
fn an_ambition_says_how_far_the_plan_gets_and_what_is_missing() {
    let of = |preset: &str| {
        json(&["compare", "--place", OLDHAM, "--scenario", preset, "--format", "json"])["scenarios"][0].clone()
    };
    let admissions = &of("presets/ambition-15-percent.json")["ambition"];
    let share = admissions["share_of_the_way"].as_f64().unwrap();
    assert!((0.0..1.0).contains(&share), "{share}: beats every plan ever carried out");
    let hospital = &of("presets/ambition-hospital-share.json")["ambition"];
    assert!(hospital["reached"].as_f64().unwrap() < hospital["today"].as_f64().unwrap());
    assert_says(hospital["sentence"].as_str().unwrap(), &["NHS community services", "overstated"]);
}

#[test]
fn scenario_faults_name_path_value_and_reason() {
    let folder = Folder::new();
    folder.write("bad.json", r#"{"shfit":{},"programmes":{"stop_smoking":{"share":-0.2}},"sources":["nobody2020"]}"#);
    let said = headwater(&["run", "--place", OLDHAM, "--scenario", &folder.text("bad.json")]).faulty();
    assert_says(
        &said,
        &["bad.json", "shfit", "programmes.stop_smoking.share", "-0.2", "must be between 0 and 1", "nobody2020"],
    );
}
