//! `headwater run`: a scenario in a place.

use std::path::{Path, PathBuf};

use headwater::error::Faults;
use headwater::inputs::evidence::Evidence;
use headwater::inputs::node::Node;
use headwater::inputs::scenario::Scenario;
use headwater::value::answer::document;
pub use headwater::value::answer::{Given, warnings, with_run, years};
use headwater::value::ensemble::ranges::ranges;
use headwater::value::ensemble::record::View;
use serde_json::Value;

use crate::args::{Args, RunOptions, TableFormat};
use crate::futures::{Engine, futures};
use crate::own::{self, Own};
use crate::packs::Root;
use crate::{files, output};

/// Runs the command.
pub fn run(args: &Args, options: &RunOptions) -> Result<(), Faults> {
    let root = Root::find(args)?;
    let definitions = root.definitions()?;
    let evidence = root.evidence()?;
    let given =
        read_scenarios(std::slice::from_ref(&options.scenario), options.name.as_deref(), options.years, &evidence)?;
    let area = root.area(options.place.as_deref(), &options.place_file, &definitions)?;
    let (draws, seed) = options.draws.read()?;
    let engine = if options.quick { Engine::Quick } else { Engine::Exact };
    let documents = given
        .iter()
        .map(|given| {
            let mut whole = document(&area, &evidence, given)?;
            if let Some(count) = draws {
                let rows = futures(&area, &evidence, given, (count, seed), (engine, View::WHOLE))?;
                whole["ranges"] = ranges(&rows, seed, evidence.info.start_year);
            }
            Ok(whole)
        })
        .collect::<Result<Vec<_>, Faults>>()?;
    let bytes = match options.format {
        TableFormat::Csv => csv(&documents, &Own::of_each(&evidence, &given))?,
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
        Given::new(scenario, overlay).map_err(under)
    };
    scenarios.into_iter().zip(overlays).map(pair).collect()
}

const HEADER: [&str; 9] =
    ["place_code", "scenario", "year", "outcome", "unit", "imd_quintile", "baseline", "scenario_value", "difference"];
/// Ranges of the difference, where futures were drawn.
const RANGES: [&str; 7] = ["low90", "low50", "middle", "high50", "high90", "mean", "above_zero"];

fn csv(documents: &[Value], own: &[Own]) -> Result<Vec<u8>, Faults> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let drawn = documents.iter().any(|document| document.get("ranges").is_some());
    for (document, own) in documents.iter().zip(own) {
        let own = own.cell();
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
                let known = ["outcomes", "levels"].map(|group| &document["ranges"][group][id]);
                row.extend(RANGES.iter().filter(|_| drawn).map(|name| {
                    let found = known.iter().find_map(|known| known["difference"][name].as_array());
                    found.and_then(|list| list.get(index)).map_or(String::new(), Value::to_string)
                }));
                row.push(own.clone());
                rows.push(row);
                for (fifth, list) in outcome["by_quintile"].as_array().into_iter().flatten().enumerate() {
                    let mut row = start.to_vec();
                    row.extend([(fifth + 1).to_string(), String::new(), String::new(), at(list)]);
                    let range = &document["ranges"]["outcomes"][id]["by_quintile"][fifth];
                    row.extend(RANGES.iter().filter(|_| drawn).map(|name| at(&range[name])));
                    row.push(own.clone());
                    rows.push(row);
                }
            }
        }
    }
    let header: Vec<&str> =
        HEADER.into_iter().chain(RANGES.into_iter().filter(|_| drawn)).chain([own::COLUMN]).collect();
    output::csv_bytes(&header, rows)
}

/// Text as it is, anything else as JSON.
pub fn word(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_string)
}
