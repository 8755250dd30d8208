//! `headwater check`: every fault of a file or folder, explained.

use std::path::Path;

use headwater::error::Faults;
use headwater::inputs::evidence::Evidence;
use headwater::inputs::node::Node;
use headwater::inputs::place::{Area, Place};
use headwater::model::{baseline, tables::Tables};

use crate::args::{Args, CheckOptions};
use crate::packs::{Root, read_custom};
use crate::{evidence_files, files, lifetable, output};

/// Runs the command.
pub fn run(args: &Args, options: &CheckOptions) -> Result<(), Faults> {
    let said = describe(args, &options.path)?;
    output::write(None, format!("{}: {said}. No faults.\n", options.path.display()).as_bytes())
}

/// What the path holds, if it is sound.
fn describe(args: &Args, path: &Path) -> Result<String, Faults> {
    if path.is_dir() {
        return folder(path);
    }
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("csv") => place(args, path),
        Some("json") => {
            let bytes = files::read_bytes(path)?;
            let node = Node::from_json(&bytes).map_err(|faults| faults.under(&path.display().to_string()))?;
            match node.get("format") {
                Some(Node::Text(format)) if format.starts_with("headwater-evidence/") => {
                    usable(Evidence::from_node(&node)).map_err(|faults| faults.under(&path.display().to_string()))
                }
                _ => place(args, path),
            }
        }
        Some("toml") => Err(Faults::one(
            path.display().to_string(),
            "",
            "evidence records are checked together, because they point at each other: name their folder instead",
        )),
        _ => Err(Faults::one(
            path.display().to_string(),
            "",
            if path.exists() {
                "is neither .json nor .csv: which kind of input is it?"
            } else {
                "there is no such file or folder"
            },
        )),
    }
}

fn folder(path: &Path) -> Result<String, Faults> {
    if path.join("population.csv").is_file() {
        let inputs = lifetable::read(path)?;
        let cohorts = inputs.population.iter().flatten().filter(|people| **people > 0.0).count();
        return Ok(format!("life tables with {cohorts} cohorts and {} diseases", inputs.diseases.len()));
    }
    usable(evidence_files::load(path))
}

/// Sound records, and tables without a hole where the model needs a value.
fn usable(evidence: Result<Evidence, Faults>) -> Result<String, Faults> {
    let evidence = evidence?;
    Tables::new(&evidence)?;
    Ok(evidence_words(&evidence))
}

fn evidence_words(evidence: &Evidence) -> String {
    format!(
        "evidence {} with {} parameters, {} effects, {} tables, {} programmes, {} diseases, {} sources",
        evidence.info.version,
        evidence.parameters.len(),
        evidence.effects.len(),
        evidence.tables.len(),
        evidence.programmes.len(),
        evidence.diseases.len(),
        evidence.sources.len()
    )
}

fn place(args: &Args, path: &Path) -> Result<String, Faults> {
    let root = Root::find(args)?;
    let definitions = root.definitions()?;
    let shipped = path
        .canonicalize()
        .is_ok_and(|path| path.starts_with(root.path("data/places").canonicalize().unwrap_or_default()));
    let index = if shipped { Vec::new() } else { root.index()? };
    let place = if shipped {
        Place::from_json(&files::read_bytes(path)?, &definitions)
            .map_err(|faults| faults.under(&path.display().to_string()))?
    } else {
        read_custom(path, &definitions, &index)?
    };
    let area = Area::join(vec![place.clone()])?;
    baseline::check(&area, &Tables::new(&root.evidence()?)?)
        .map_err(|faults| faults.under(&path.display().to_string()))?;
    Ok(format!(
        "the place {} with {} residents, {} indicators and {} money measures",
        place.name,
        output::readable(place.residents()),
        place.indicators.len(),
        place.money.len()
    ))
}
