//! `headwater run`: a scenario in a place.

use std::path::{Path, PathBuf};

use headwater::error::Faults;
use headwater::inputs::evidence::Evidence;
use headwater::inputs::node::Node;
use headwater::inputs::place::Area;
use headwater::inputs::scenario::Scenario;
use headwater::model::what_if::plan::Plan;
use headwater::model::what_if::run::{Part, run as simulate};
use headwater::model::{baseline, tables::Tables};
use headwater::value::report::{self, Input};
use headwater::value::{ambition, explanation, fairness, topdown};
use serde_json::{Value, json};

use crate::args::{Args, RunOptions, TableFormat};
use crate::packs::Root;
use crate::{files, output, provenance};

/// A scenario as read, and the overlay as it was given.
#[derive(Debug, Clone)]
pub struct Given {
    /// The scenario.
    pub scenario: Scenario,
    /// The words of the file, so that a result carries what is needed to make it again.
    pub overlay: Value,
    /// Notes for the warnings.
    pub notes: Vec<String>,
}

/// Runs the command.
pub fn run(args: &Args, options: &RunOptions) -> Result<(), Faults> {
    let root = Root::find(args)?;
    let definitions = root.definitions()?;
    let evidence = root.evidence()?;
    let given =
        read_scenarios(std::slice::from_ref(&options.scenario), options.name.as_deref(), options.years, &evidence)?;
    let area = root.area(options.place.as_deref(), &options.place_file, &definitions)?;
    let documents = given.iter().map(|given| document(&area, &evidence, given)).collect::<Result<Vec<_>, _>>()?;
    let bytes = match options.format {
        TableFormat::Csv => csv(&documents)?,
        TableFormat::Json => match documents.as_slice() {
            [only] => output::json_bytes(only)?,
            several => output::json_bytes(&Value::Array(several.to_vec()))?,
        },
    };
    output::write(options.out.as_deref(), &bytes)
}

/// Reads scenario files, in order; a scenario without a name takes that of its file.
///
/// `years` overrides the horizon of each, with a note where they differ.
pub fn read_scenarios(
    paths: &[PathBuf],
    name: Option<&str>,
    years: u8,
    evidence: &Evidence,
) -> Result<Vec<Given>, Faults> {
    let mut faults = Faults::new();
    let mut all = Vec::new();
    for path in paths {
        match read_file(path, evidence) {
            Ok(given) => all.extend(given),
            Err(found) => faults.extend(found),
        }
    }
    let mut all = faults.finish(all)?;
    if let Some(name) = name {
        let known: Vec<String> = all.iter().map(|given| given.scenario.name.clone()).collect();
        all.retain(|given| given.scenario.name == name);
        if all.is_empty() {
            return Err(Faults::one(
                "--name",
                name,
                format!("no scenario has this name; there are: {}", known.join(", ")),
            ));
        }
    }
    for given in &mut all {
        let own = given.scenario.horizon_years;
        if own != u32::from(years) {
            given.notes.push(format!("{years} years are shown instead of the {own} of the scenario"));
            given.scenario.horizon_years = u32::from(years);
        }
    }
    Ok(all)
}

fn read_file(path: &Path, evidence: &Evidence) -> Result<Vec<Given>, Faults> {
    let under = |faults: Faults| faults.under(&path.display().to_string());
    let node = Node::from_json(&files::read_bytes(path)?).map_err(under)?;
    let scenarios = Scenario::read_all(&node, evidence).map_err(under)?;
    let stem = path.file_stem().map_or(String::new(), |stem| stem.to_string_lossy().into_owned());
    let overlays: Vec<&Node> = match node.get("scenarios") {
        Some(Node::Map(entries)) => entries.iter().map(|(_, node)| node).collect(),
        _ => vec![&node],
    };
    let pair = |(mut scenario, overlay): (Scenario, &Node)| {
        if scenario.name.is_empty() {
            scenario.name.clone_from(&stem);
        }
        let overlay = serde_json::to_value(overlay)
            .map_err(|error| Faults::one(path.display().to_string(), "", error.to_string()))?;
        Ok(Given { scenario, overlay, notes: Vec::new() })
    };
    scenarios.into_iter().zip(overlays).map(pair).collect()
}

/// Runs a scenario in an area and hands everything to `use_it`.
pub fn with_run<T>(
    area: &Area,
    evidence: &Evidence,
    scenario: &Scenario,
    use_it: impl FnOnce(&Input<'_>) -> Result<T, Faults>,
) -> Result<T, Faults> {
    let tables = Tables::for_scenario(evidence, scenario)?;
    let plan = Plan::new(area, &tables, evidence, scenario)?;
    let what_if = simulate(&plan, Part::default());
    if scenario.target.is_none() {
        // An ambition is run as far as the programmes have room, to see what it would take.
        what_if.check_beds(tables.start_year)?;
    }
    let base = baseline::run(area, &tables, what_if.years);
    use_it(&Input { evidence, area, plan: &plan, what_if: &what_if, baseline: &base })
}

/// The whole answer to one scenario.
pub fn document(area: &Area, evidence: &Evidence, given: &Given) -> Result<Value, Faults> {
    with_run(area, evidence, &given.scenario, |input| {
        let used: Vec<&str> = input.plan.used.iter().map(String::as_str).collect();
        Ok(json!({
            "model": env!("CARGO_PKG_VERSION"),
            "evidence": evidence.info.version,
            "price_year": evidence.info.price_year,
            "place": { "code": area.code(), "name": area.name() },
            "name": given.scenario.name,
            "scenario": given.overlay,
            "years": years(input),
            "outcomes": report::outcomes(input),
            "three_kinds": report::three_kinds(input),
            "ledger": report::ledger(input),
            "break_even": report::break_even_years(input),
            "fairness": fairness::fairness(input),
            "money": report::money(input),
            "topdown": topdown::lens(input)?,
            "ambition": ambition::ambition(input),
            "explanation": explanation::explanation(input)?,
            "warnings": warnings(input, &given.notes),
            "parameters": provenance::summaries(evidence, &used),
        }))
    })
}

/// Calendar years shown.
pub fn years(input: &Input<'_>) -> Vec<usize> {
    (0..input.what_if.years).map(|year| input.plan.tables.start_year as usize + year).collect()
}

/// Everything to keep in mind, each sentence once.
pub fn warnings(input: &Input<'_>, notes: &[String]) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    let all = notes.iter().chain(&input.baseline.warnings).chain(&input.what_if.warnings).cloned();
    for warning in all.chain(report::reasons_for_null(input)) {
        if !list.contains(&warning) {
            list.push(warning);
        }
    }
    list
}

const HEADER: [&str; 9] =
    ["place_code", "scenario", "year", "outcome", "unit", "imd_quintile", "baseline", "scenario_value", "difference"];

fn csv(documents: &[Value]) -> Result<Vec<u8>, Faults> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for document in documents {
        let head = [word(&document["place"]["code"]), word(&document["name"])];
        for (id, outcome) in document["outcomes"].as_object().into_iter().flatten() {
            for (index, year) in document["years"].as_array().into_iter().flatten().enumerate() {
                let start = [head[0].clone(), head[1].clone(), year.to_string(), id.clone(), word(&outcome["unit"])];
                let at = |list: &Value| list.get(index).map_or(String::new(), Value::to_string);
                let mut row = start.to_vec();
                row.extend([
                    "all".into(),
                    at(&outcome["baseline"]),
                    at(&outcome["scenario"]),
                    at(&outcome["difference"]),
                ]);
                rows.push(row);
                for (fifth, list) in outcome["by_quintile"].as_array().into_iter().flatten().enumerate() {
                    let mut row = start.to_vec();
                    row.extend([(fifth + 1).to_string(), String::new(), String::new(), at(list)]);
                    rows.push(row);
                }
            }
        }
    }
    output::csv_bytes(&HEADER, rows)
}

/// Text as it is, anything else as JSON.
pub fn word(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_string)
}
