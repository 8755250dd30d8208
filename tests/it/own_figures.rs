//! Figures and sides of a reader's own are marked in whatever the program says about a scenario, in every format it writes; without
//! them nothing is marked. Commands and formats are read from the program's own help, so that a new one cannot be forgotten.

use serde_json::Value;

use crate::support::program::{Folder, assert_says, headwater};
use crate::support::shipped::{OLDHAM, evidence};

/// Commands that answer about no scenario: what is counted or believed, files, and the engine alone.
const OF_NO_SCENARIO: [&str; 8] = ["places", "draws", "lifetable", "source", "check", "pack", "validate", "help"];

const FIGURES: [(&str, f64); 2] = [("belief.shrinkage", 0.5), ("stop_smoking.unit_cost", 300.0)];
const PLAN: &str = r#""shift":{"share_of_acute":0.01},"horizon_years":3,"programmes":{"stop_smoking":{"share":0.5}}"#;
const GOAL: &str = r#"{"targets":[{"outcome":"emergency_admissions","change":"fewer","at_least":1,"year":2028}],
    "objectives":["least_cost"]}"#;

/// What a reader set, in a scenario or on the command line.
struct Set {
    /// Options of the command, but for its format.
    args: Vec<String>,
    /// The cell of a table.
    cell: &'static str,
    /// Pieces of the line of a page; none where nothing is set.
    line: Vec<&'static str>,
}

fn strings(args: &[&str]) -> Vec<String> {
    args.iter().map(|arg| (*arg).to_string()).collect()
}

/// A command as it is asked about one scenario: with figures of one's own, or without.
fn asked(command: &str, folder: &Folder, own: bool) -> Set {
    let scenario = folder.text(if own { "own.json" } else { "ours.json" });
    let goal = folder.text("goal.json");
    let mut args = strings(&[command, "--place", OLDHAM]);
    if command == "baseline" {
        let set = ["--assume", "base.mortality_trend_share=-0.005", "--take", "demand_growth=elicited"];
        args.extend(strings(&["--years", "3", "--outcomes", "deaths"]));
        args.extend(strings(if own { &set } else { &[] }));
        let line = vec!["(base.mortality_trend_share) is -0.005 growth per year instead of -0.01", "(demand_growth)"];
        return Set { args, cell: "base.mortality_trend_share; demand_growth", line };
    }
    args.extend(strings(&["--years", "3", "--scenario", &scenario]));
    args.extend(match command {
        "solve" => strings(&["--goal", &goal]),
        "sensitivity" => strings(&["--about", "emergency_admissions", "--account", "by_horizon"]),
        "convergence" => strings(&["--draws", "8000"]),
        _ => Vec::new(),
    });
    let line = vec![
        "(belief.shrinkage) is 0.5 share instead of 0.25;",
        "Cost per person setting a quit date, today (stop_smoking.unit_cost) is 300 gbp per person instead of 250;",
        "Cause or company (causal_share) is \"All of it\" instead of \"Half\"",
    ];
    Set { args, cell: "belief.shrinkage; stop_smoking.unit_cost; causal_share", line }
}

/// The commands of the program, but for those of no scenario.
fn commands() -> Vec<String> {
    let help = headwater(&["-h"]).done();
    let list = help.split("Commands:").nth(1).unwrap().split("Options:").next().unwrap();
    let known = list.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let all: Vec<String> = known.map(|line| line.split_whitespace().next().unwrap().to_string()).collect();
    for command in OF_NO_SCENARIO {
        assert!(all.iter().any(|known| known == command), "{command} is no command: {all:?}");
    }
    all.into_iter().filter(|command| !OF_NO_SCENARIO.contains(&command.as_str())).collect()
}

/// The formats a command says it can write; none where the ending of a file decides.
fn formats(command: &str) -> Vec<String> {
    let help = headwater(&[command, "-h"]).done().split_whitespace().collect::<Vec<_>>().join(" ");
    let Some(after) = help.split("--format <FORMAT>").nth(1) else { return Vec::new() };
    let values = after.split("[possible values: ").nth(1).unwrap().split(']').next().unwrap();
    values.split(", ").map(str::to_string).collect()
}

/// The last cell of every row, under its heading.
fn last_column(table: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    assert_eq!(reader.headers().unwrap().iter().next_back(), Some("own_figures"));
    let rows: Vec<String> = reader.records().map(|row| row.unwrap().iter().next_back().unwrap().to_string()).collect();
    assert!(!rows.is_empty(), "no rows");
    rows
}

fn check_page(page: &str, set: &Set, own: bool) {
    let marks: Vec<usize> =
        page.lines().enumerate().filter_map(|(at, line)| line.contains("of your own").then_some(at)).collect();
    assert_eq!(marks.len(), usize::from(own), "{page}");
    if own {
        assert!(marks[0] < 5, "the mark is far from the top: {page}");
        assert_says(page.lines().nth(marks[0]).unwrap(), &set.line);
    }
}

/// A document carries its scenario as it was given, or a list of what was set.
fn check_document(document: &Value, set: &Set, own: bool) {
    let column = document["scenarios"].get(0).unwrap_or(document);
    let ids = match (column.get("own_figures"), column.get("scenario")) {
        (Some(list), _) => list.as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_string()).collect(),
        (None, Some(scenario)) => ["assumptions", "switches"]
            .iter()
            .flat_map(|kind| scenario[*kind].as_object().into_iter().flatten().map(|(id, _)| id.clone()))
            .collect::<Vec<String>>(),
        (None, None) => panic!("neither scenario nor own_figures: {document}"),
    };
    assert_eq!(ids.join("; "), if own { set.cell } else { "" });
}

fn check(command: &str, format: &str, said: &str, set: &Set, own: bool) {
    println!("{command} {format}, own: {own}");
    match format {
        "csv" => assert!(last_column(said).iter().all(|cell| cell == if own { set.cell } else { "" }), "{said}"),
        "text" => check_page(said, set, own),
        "json" => check_document(&serde_json::from_str(said).unwrap(), set, own),
        other => panic!("{command} writes {other}: does it mark figures of one's own?"),
    }
}

fn scenarios() -> Folder {
    let folder = Folder::new();
    let figures: Vec<String> = FIGURES.iter().map(|(id, value)| format!("\"{id}\":{value}")).collect();
    let own = format!("{{{PLAN},\"assumptions\":{{{}}},\"switches\":{{\"causal_share\":\"all\"}}}}", figures.join(","));
    folder.write("own.json", own);
    folder.write("ours.json", format!("{{{PLAN}}}"));
    folder.write("goal.json", GOAL);
    folder
}

#[test]
fn every_command_marks_figures_of_one_s_own_in_every_format() {
    // Inside its range: beyond it a note has always said so.
    for (id, value) in FIGURES {
        assert!(!evidence().with_value(id, value).unwrap().1, "{id} = {value} is beyond its range");
    }
    let folder = scenarios();
    let commands = commands();
    assert!(commands.len() >= 9, "{commands:?}");
    for command in commands.iter().filter(|command| *command != "sweep") {
        let formats = formats(command);
        assert!(formats.len() >= 2, "{command}: {formats:?}");
        for (format, own) in formats.iter().flat_map(|format| [(format, true), (format, false)]) {
            let set = asked(command, &folder, own);
            let args: Vec<&str> = set.args.iter().map(String::as_str).chain(["--format", format]).collect();
            check(command, format, &headwater(&args).done(), &set, own);
        }
    }
}

#[test]
fn tables_with_ranges_and_of_a_sweep_mark_them_too() {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    let folder = scenarios();
    for own in [true, false] {
        let set = asked("run", &folder, own);
        let more = ["--format", "csv", "--draws", "2", "--quick"];
        let args: Vec<&str> = set.args.iter().map(String::as_str).chain(more).collect();
        check("run", "csv", &headwater(&args).done(), &set, own);
        let set = asked("sweep", &folder, own);
        let (table, columns) = (folder.text("t.csv"), folder.text("t.parquet"));
        let more = ["--out", &table, "--out", &columns];
        headwater(&set.args.iter().map(String::as_str).chain(more).collect::<Vec<_>>()).done();
        check("sweep", "csv", &std::fs::read_to_string(&table).unwrap(), &set, own);
        let reader = SerializedFileReader::new(std::fs::File::open(&columns).unwrap()).unwrap();
        let first = reader.get_row_iter(None).unwrap().next().unwrap().unwrap();
        let (name, cell) = first.get_column_iter().last().unwrap();
        assert_eq!(
            (name.as_str(), cell.to_string()),
            ("own_figures", format!("\"{}\"", if own { set.cell } else { "" }))
        );
    }
}

#[test]
fn each_of_several_scenarios_has_its_own_mark_and_says_what_it_replaces() {
    let folder = scenarios();
    // The price of health is a dispute between figures; its own pounds are today's, ours those of the study.
    let price = format!("{{{PLAN},\"assumptions\":{{\"nhs_cost_per_qaly_gbp\":20000}}}}");
    let same =
        format!("{{{PLAN},\"assumptions\":{{\"stop_smoking.unit_cost\":250}},\"switches\":{{\"belief\":\"shrunk\"}}}}");
    folder.write("price.json", price);
    folder.write("same.json", same);
    let files = ["ours.json", "price.json", "same.json"].map(|name| folder.text(name));
    let args = ["compare", "--place", OLDHAM, "--years", "3"].into_iter();
    let args: Vec<&str> = args.chain(files.iter().flat_map(|file| ["--scenario", file])).collect();
    let page = headwater(&args).done();
    let lines: Vec<&str> = page.lines().collect();
    let after = |name: &str| lines[lines.iter().position(|line| line.ends_with(name)).unwrap() + 1];
    assert!(!after("] ours").contains("of your own"), "{page}");
    assert_says(
        after("] price"),
        &[
            "With 1 figure of your own: ",
            "(nhs_cost_per_qaly_gbp) is 20000 gbp per qaly instead of ",
            " in prices of 20",
        ],
    );
    assert_says(
        after("] same"),
        &[
            "With 2 figures of your own: ",
            "is 250 gbp per person, as ours is; ",
            "(belief) is \"Shrunk: ",
            "\", as ours is",
        ],
    );
    let table = headwater(&args.into_iter().chain(["--format", "csv"]).collect::<Vec<_>>()).done();
    let mut cells = last_column(&table);
    cells.dedup();
    assert_eq!(cells, ["", "nhs_cost_per_qaly_gbp", "stop_smoking.unit_cost; belief"]);
}
