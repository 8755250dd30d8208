//! `headwater compare`: several scenarios of one place side by side.

use headwater::error::Faults;
use headwater::value::report::{self, Input};
use headwater::value::weights::{self, Framework};
use headwater::value::{ambition, topdown};
use serde_json::{Value, json};

use crate::args::{Args, CompareOptions, Format};
use crate::compare_futures;
use crate::output::{self, readable};
use crate::own::{self, Own};
use crate::packs::Root;
use crate::run::{Given, read_scenarios, warnings, with_run, word};
use crate::weights as framework_file;

/// Runs the command.
pub fn run(args: &Args, options: &CompareOptions) -> Result<(), Faults> {
    let root = Root::find(args)?;
    let evidence = root.evidence()?;
    let given = read_scenarios(&options.scenario, None, options.years, &evidence)?;
    let framework = options.framework.as_deref().map(framework_file::read).transpose()?;
    let area = root.area(options.place.as_deref(), &options.place_file, &root.definitions()?)?;
    let mut columns = Vec::new();
    for given in &given {
        columns.push(with_run(&area, &evidence, &given.scenario, |input| column(input, given, framework.as_ref()))?);
    }
    let found = compare_futures::of(&area, &evidence, &given, options.draws.read()?)?;
    for (column, ranges) in columns.iter_mut().zip(found.ranges) {
        column["ranges"] = ranges;
    }
    let mut document = json!({
        "model": env!("CARGO_PKG_VERSION"),
        "evidence": evidence.info.version,
        "place": { "code": area.code(), "name": area.name() },
        "years": options.years,
        "scenarios": columns,
    });
    if !found.pairs.is_empty() {
        document["pairs"] = found.pairs.into();
    }
    let own = Own::of_each(&evidence, &given);
    let bytes = match options.format {
        Format::Json => output::json_bytes(&document)?,
        Format::Csv => csv(&document, &own)?,
        Format::Text => text(&document, &own).into_bytes(),
    };
    output::write(options.out.as_deref(), &bytes)
}

fn column(input: &Input<'_>, given: &Given, framework: Option<&Framework>) -> Result<Value, Faults> {
    let outcomes: serde_json::Map<String, Value> = input
        .what_if
        .flows
        .list
        .iter()
        .map(|flow| {
            let counted = !report::not_counted(input, &flow.id);
            let years = input.what_if.years;
            let sum = |until: usize| counted.then(|| flow.sum(until, 0.0) + 0.0);
            let last = counted.then(|| flow.year(years - 1) + 0.0);
            (flow.id.clone(), json!({ "unit": flow.unit, "last_year": last, "by_horizon": sum(years), "set_in_motion": sum(usize::MAX) }))
        })
        .collect();
    Ok(json!({
        "name": given.scenario.name,
        "scenario": given.overlay,
        "outcomes": outcomes,
        "three_kinds": report::three_kinds(input),
        "break_even": report::break_even_years(input),
        "fairness": headwater::value::fairness::fairness(input),
        "topdown": topdown::lens(input)?,
        "ambition": ambition::ambition(input),
        "score": framework.map(|framework| weights::score(framework, input)).transpose()?,
        "warnings": warnings(input, &given.notes),
    }))
}

const HEADER: [&str; 8] =
    ["place_code", "scenario", "outcome", "unit", "last_year", "by_horizon", "set_in_motion", own::COLUMN];

fn csv(document: &Value, own: &[Own]) -> Result<Vec<u8>, Faults> {
    let mut rows = Vec::new();
    let cell = |value: &Value| if value.is_null() { String::new() } else { word(value) };
    let place = word(&document["place"]["code"]);
    for (column, own) in document["scenarios"].as_array().into_iter().flatten().zip(own) {
        let name = word(&column["name"]);
        for (id, outcome) in column["outcomes"].as_object().into_iter().flatten() {
            let mut row = vec![place.clone(), name.clone(), id.clone()];
            row.extend(["unit", "last_year", "by_horizon", "set_in_motion"].map(|key| cell(&outcome[key])));
            row.push(own.cell());
            rows.push(row);
        }
        if let Some(score) = column["score"]["score"].as_f64() {
            let mut row = vec![place.clone(), name, "score".into(), "points".into(), String::new(), String::new()];
            row.extend([score.to_string(), own.cell()]);
            rows.push(row);
        }
    }
    output::csv_bytes(&HEADER, rows)
}

/// Rows of the table for a screen: label, path in a column's document.
const ROWS: [(&str, &[&str]); 12] = [
    ("Healthy years, by the horizon", &["outcomes", "qalys", "by_horizon"]),
    ("Healthy years, set in motion", &["outcomes", "qalys", "set_in_motion"]),
    ("  of which programmes", &["outcomes", "qalys_prevention", "set_in_motion"]),
    ("  of which lost to the cut", &["outcomes", "qalys_cut", "set_in_motion"]),
    ("Deaths before 75, last year", &["outcomes", "deaths_under_75", "last_year"]),
    ("Emergency admissions, last year", &["outcomes", "emergency_admissions", "last_year"]),
    ("Nights in hospital, last year", &["outcomes", "bed_days", "last_year"]),
    ("Moved out of hospitals, £", &["topdown", "cut_gbp"]),
    ("Spent on programmes, £", &["topdown", "spent_gbp"]),
    ("Room freed, £", &["three_kinds", "capacity_freed_gbp_by_horizon"]),
    ("Cash released, £", &["three_kinds", "cash_released_gbp_by_horizon"]),
    ("Score", &["score", "score"]),
];

fn text(document: &Value, own: &[Own]) -> String {
    let columns: Vec<&Value> = document["scenarios"].as_array().into_iter().flatten().collect();
    let mut page = format!(
        "{}: {} years, differences from doing nothing\n\n",
        word(&document["place"]["name"]),
        document["years"]
    );
    for (number, (column, own)) in columns.iter().zip(own).enumerate() {
        page += &format!("  [{}] {}\n", number + 1, word(&column["name"]));
        let line = own.line();
        page += &if line.is_empty() { line } else { format!("      {line}") };
    }
    page += &format!("\n{:<34}", "");
    for number in 1..=columns.len() {
        page += &format!("{:>15}", format!("[{number}]"));
    }
    page.push('\n');
    for (label, path) in ROWS {
        let find = |column: &Value| path.iter().fold(column.clone(), |value, key| value[*key].clone());
        if path[0] == "score" && columns.iter().all(|column| find(column).is_null()) {
            continue;
        }
        page += &format!("{label:<34}");
        for column in &columns {
            page += &format!("{:>15}", find(column).as_f64().map_or("not counted".into(), readable));
        }
        page.push('\n');
    }
    page.push('\n');
    page += &compare_futures::text(document);
    for (number, column) in columns.iter().enumerate() {
        for (part, key) in [("topdown", "verdict"), ("topdown", "sentence"), ("ambition", "sentence")] {
            if let Some(words) = column[part][key].as_str() {
                page += &format!("[{}] {words}\n", number + 1);
            }
        }
    }
    page
}
