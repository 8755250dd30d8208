//! `headwater explain`: why an answer is what it is, the biggest reasons first.

use headwater::error::Faults;
use headwater::value::explanation::{self, EXPLAINED};
use headwater::value::topdown;
use serde_json::{Value, json};

use crate::args::{Args, ExplainOptions, Format};
use crate::output::{self, readable};
use crate::own::{self, Own};
use crate::packs::Root;
use crate::run::{read_scenarios, warnings, with_run, word};

/// Runs the command.
pub fn run(args: &Args, options: &ExplainOptions) -> Result<(), Faults> {
    if !EXPLAINED.contains(&options.outcome.as_str()) {
        return Err(Faults::one("--outcome", &options.outcome, format!("must be one of: {}", EXPLAINED.join(", "))));
    }
    let root = Root::find(args)?;
    let evidence = root.evidence()?;
    let given =
        read_scenarios(std::slice::from_ref(&options.scenario), options.name.as_deref(), options.years, &evidence)?;
    let area = root.area(options.place.as_deref(), &options.place_file, &root.definitions()?)?;
    let own = Own::of_each(&evidence, &given);
    let mut documents = Vec::new();
    for (given, own) in given.iter().zip(&own) {
        documents.push(with_run(&area, &evidence, &given.scenario, |input| {
            Ok(json!({
                "place": { "code": area.code(), "name": area.name() },
                "name": given.scenario.name,
                "own_figures": own.json(),
                "explanation": explanation::explanation(input)?,
                "topdown": topdown::lens(input)?,
                "warnings": warnings(input, &given.notes),
            }))
        })?);
    }
    let bytes = match options.format {
        Format::Text => documents
            .iter()
            .zip(&own)
            .map(|(document, own)| text(document, own, &options.outcome))
            .collect::<String>()
            .into_bytes(),
        Format::Csv => csv(&documents, &own)?,
        Format::Json if documents.len() == 1 => output::json_bytes(&documents[0])?,
        Format::Json => output::json_bytes(&Value::Array(documents))?,
    };
    output::write(options.out.as_deref(), &bytes)
}

fn number(value: &Value) -> String {
    value.as_f64().map_or("not counted".into(), signed)
}

fn signed(value: f64) -> String {
    if value > 0.0 { format!("+{}", readable(value)) } else { readable(value) }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(document: &Value, own: &Own, outcome: &str) -> String {
    let explained = &document["explanation"]["outcomes"][outcome];
    let mut page =
        format!("{}, {}: {}\n", word(&document["place"]["name"]), word(&document["name"]), outcome.replace('_', " "));
    page += &own.line();
    page += &format!(
        "Set in motion: {} {}\n\nThe biggest reasons\n",
        number(&explained["total"]["set_in_motion"]),
        word(&explained["unit"])
    );
    for (position, reason) in list(&explained["largest"]).enumerate() {
        page += &format!("  {}. {:>12}  {}\n", position + 1, number(&reason["set_in_motion"]), word(&reason["label"]));
    }
    page += "\nAll parts (by the horizon, set in motion)\n";
    for part in list(&explained["contributions"]) {
        page += &format!(
            "  {:>12} {:>12}  {}\n",
            number(&part["by_horizon"]),
            number(&part["set_in_motion"]),
            word(&part["label"])
        );
    }
    page += "\nFrom pounds to people and back (by the horizon, set in motion)\n";
    for chain in list(&document["explanation"]["chain"]) {
        page += &format!("{}\n", word(&chain["label"]));
        for link in list(&chain["links"]) {
            page += &format!(
                "  {:>15} {:>15}  {}\n",
                number(&link["by_horizon"]),
                number(&link["set_in_motion"]),
                word(&link["label"])
            );
        }
    }
    page += &format!("\n{}\n", word(&document["topdown"]["sentence"]));
    if let Some(verdict) = document["topdown"]["verdict"].as_str() {
        page += &format!("In short: {verdict}.\n");
    }
    let parameters: Vec<String> = list(&explained["parameters"]).map(word).collect();
    page += &format!("\nFigures behind it (headwater source ID): {}\n", parameters.join(", "));
    for warning in list(&document["warnings"]) {
        page += &format!("Note: {}\n", word(warning));
    }
    page + "\n"
}

const HEADER: [&str; 8] =
    ["place_code", "scenario", "outcome", "programme", "channel", "by_horizon", "set_in_motion", own::COLUMN];

fn csv(documents: &[Value], own: &[Own]) -> Result<Vec<u8>, Faults> {
    let mut rows = Vec::new();
    for (document, own) in documents.iter().zip(own) {
        for (id, outcome) in document["explanation"]["outcomes"].as_object().into_iter().flatten() {
            for part in list(&outcome["contributions"]) {
                rows.push(vec![
                    word(&document["place"]["code"]),
                    word(&document["name"]),
                    id.clone(),
                    part["programme"].as_str().unwrap_or("").to_string(),
                    word(&part["channel"]),
                    part["by_horizon"].to_string(),
                    part["set_in_motion"].to_string(),
                    own.cell(),
                ]);
            }
        }
    }
    output::csv_bytes(&HEADER, rows)
}
