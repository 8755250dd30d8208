//! `headwater run`: a scenario in a place.

use headwater::error::Faults;
use headwater::inputs::evidence::Evidence;
use headwater::inputs::node::Node;
use headwater::inputs::place::Area;
use headwater::inputs::scenario::Scenario;
use headwater::model::what_if::plan::Plan;
use headwater::model::what_if::run::{Part, WhatIf, run as simulate};
use headwater::model::{baseline, tables::Tables};
use headwater::value::report::{self, Input};
use serde_json::{Value, json};

use crate::args::{Args, RunOptions, TableFormat};
use crate::packs::Root;
use crate::{files, output, provenance};

/// Runs the command.
pub fn run(args: &Args, options: &RunOptions) -> Result<(), Faults> {
    let root = Root::find(args)?;
    let definitions = root.definitions()?;
    let evidence = root.evidence()?;
    let mut scenarios = read_scenarios(&options.scenario, &evidence)?;
    if let Some(name) = &options.name {
        scenarios.retain(|scenario| scenario.name == *name);
        if scenarios.is_empty() {
            return Err(Faults::one("--name", name, "the file has no scenario of this name"));
        }
    }
    let area = root.area(options.place.as_deref(), &options.place_file, &definitions)?;
    let mut documents = Vec::new();
    for scenario in &mut scenarios {
        let note = set_years(scenario, options.years);
        documents.push(document(&area, &evidence, scenario, note)?);
    }
    let bytes = match options.format {
        TableFormat::Csv => csv(&documents)?,
        TableFormat::Json => match documents.as_slice() {
            [only] => output::json_bytes(only)?,
            several => output::json_bytes(&Value::Array(several.to_vec()))?,
        },
    };
    output::write(options.out.as_deref(), &bytes)
}

/// Reads a scenario file.
pub fn read_scenarios(path: &std::path::Path, evidence: &Evidence) -> Result<Vec<Scenario>, Faults> {
    let node = Node::from_json(&files::read_bytes(path)?).map_err(|faults| faults.under(&path.display().to_string()))?;
    Scenario::read_all(&node, evidence).map_err(|faults| faults.under(&path.display().to_string()))
}

/// `--years` overrides the horizon of the scenario, with a warning where they differ.
fn set_years(scenario: &mut Scenario, years: Option<u8>) -> Option<String> {
    let years = u32::from(years?);
    let differs = years != scenario.horizon_years;
    let note = differs.then(|| format!("horizon of {} years instead of the scenario's {}", years, scenario.horizon_years));
    scenario.horizon_years = years;
    note
}

/// The whole answer to one scenario.
pub fn document(area: &Area, evidence: &Evidence, scenario: &Scenario, note: Option<String>) -> Result<Value, Faults> {
    let tables = Tables::for_scenario(evidence, scenario)?;
    let plan = Plan::new(area, &tables, evidence, scenario)?;
    let what_if = simulate(&plan, Part::default());
    let base = baseline::run(area, &tables, what_if.years);
    let input = Input { evidence, area, plan: &plan, what_if: &what_if, baseline: &base };
    let mut warnings: Vec<String> = note.into_iter().chain(base.warnings.iter().cloned()).collect();
    warnings.extend(what_if.warnings.iter().cloned());
    warnings.extend(not_counted(&plan));
    let used: Vec<&str> = plan.used.iter().map(String::as_str).collect();
    let years: Vec<usize> = (0..what_if.years).map(|year| tables.start_year as usize + year).collect();
    Ok(json!({
        "model": env!("CARGO_PKG_VERSION"),
        "evidence": evidence.info.version,
        "price_year": evidence.info.price_year,
        "place": { "code": area.code(), "name": area.name() },
        "scenario": scenario.name,
        "years": years,
        "outcomes": report::outcomes(&input),
        "three_kinds": report::three_kinds(&input),
        "ledger": report::ledger(&input),
        "fairness": report::fairness(&input),
        "money": report::money(&input),
        "explanation": explanation(&plan, &what_if),
        "warnings": warnings,
        "parameters": provenance::summaries(evidence, &used),
    }))
}

fn not_counted(plan: &Plan<'_>) -> Vec<String> {
    let silent = plan.programmes.iter().filter(|programme| !programme.counts_qalys);
    silent.map(|programme| format!("{}: healthy years are not counted, because no evidence gives a route to them", programme.label)).collect()
}

/// Each programme alone with the money it got, the hospital side, and the overlap that makes them add up.
fn explanation(plan: &Plan<'_>, full: &WhatIf) -> Value {
    let ids = ["qalys", "emergency_admissions", "deaths"];
    let total = |run: &WhatIf, id: &str| run.flows.get(id).map_or(0.0, |flow| flow.sum(usize::MAX, 0.0));
    let alone: Vec<WhatIf> = (0..plan.programmes.len())
        .map(|programme| simulate(plan, Part { only: Some((programme, &full.spent)), without_hospital: true }))
        .collect();
    let mut outcomes = serde_json::Map::new();
    for id in ids {
        let mut parts: Vec<Value> = plan
            .programmes
            .iter()
            .zip(&alone)
            .map(|(programme, run)| json!({ "cause": programme.id, "set_in_motion": total(run, id) }))
            .collect();
        let hospital = hospital_part(full, id);
        parts.push(json!({ "cause": "hospital_cut_and_freed_room", "set_in_motion": hospital }));
        let sum: f64 = alone.iter().map(|run| total(run, id)).sum::<f64>() + hospital;
        parts.push(json!({ "cause": "overlap", "set_in_motion": total(full, id) - sum }));
        outcomes.insert(id.into(), json!({ "total": total(full, id), "parts": parts }));
    }
    Value::Object(outcomes)
}

fn hospital_part(full: &WhatIf, id: &str) -> f64 {
    let sum = |id: &str| full.flows.get(id).map_or(0.0, |flow| flow.sum(usize::MAX, 0.0));
    match id {
        "qalys" => sum("qalys_cut") + sum("qalys_capacity") + sum("qalys_social_care"),
        "deaths" => sum("deaths_hospital"),
        _ => 0.0,
    }
}

fn csv(documents: &[Value]) -> Result<Vec<u8>, Faults> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for document in documents {
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_string);
        let head = [text(&document["place"]["code"]), text(&document["scenario"])];
        let empty = serde_json::Map::new();
        for (id, outcome) in document["outcomes"].as_object().unwrap_or(&empty) {
            for (index, year) in document["years"].as_array().into_iter().flatten().enumerate() {
                let cell = |key: &str| outcome[key].get(index).map_or(String::new(), Value::to_string);
                let mut row = head.to_vec();
                row.extend([year.to_string(), id.clone(), text(&outcome["unit"]), cell("baseline"), cell("scenario"), cell("difference")]);
                rows.push(row);
            }
        }
    }
    output::csv_bytes(&["place_code", "scenario", "year", "outcome", "unit", "baseline", "scenario_value", "difference"], rows)
}
