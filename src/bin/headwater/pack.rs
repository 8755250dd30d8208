//! `headwater pack`: compile the evidence, and check that everything shipped is whole and adds up.

use std::path::Path;

use headwater::error::Faults;
use headwater::inputs::evidence::{Evidence, slim};
use headwater::inputs::node::Node;
use headwater::inputs::place::{Definitions, ENGLAND, Place};
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::args::{Args, PackAction, PackOptions};
use crate::packs::Root;
use crate::{evidence_files, files, output, progress};

mod derived;

use derived::Derived;

const PACK: &str = "pack/evidence.json";
const DERIVED: &str = "evidence/derived.toml";

/// Runs the command.
pub fn run(args: &Args, options: &PackOptions) -> Result<(), Faults> {
    let root = Root::find(args)?;
    match &options.action {
        PackAction::Build => build(&root),
        PackAction::Verify => verify(&root),
        PackAction::Page { out } => page(&root, out),
    }
}

/// Writes the two parts of the pack that the page loads.
fn page(root: &Root, out: &Path) -> Result<(), Faults> {
    let (slim, prose) = slim::split(Node::from_json(&files::read_bytes(&root.path(PACK))?)?);
    std::fs::create_dir_all(out).map_err(|error| files::unreadable(out, &error))?;
    let mut said = String::new();
    for (name, part) in [("evidence.json", slim), ("provenance.json", prose)] {
        let bytes = serde_json::to_vec(&part).map_err(|error| Faults::one(name, "", error.to_string()))?;
        files::write_whole(&out.join(name), &bytes)?;
        said += &format!("{name}: {} bytes\n", bytes.len());
    }
    output::write(None, said.as_bytes())
}

fn build(root: &Root) -> Result<(), Faults> {
    let folder = root.path("evidence");
    let missing = files::read_text(&root.path(DERIVED)).is_ok_and(|text| !text.contains("registered_share"));
    if missing || !root.path(DERIVED).exists() {
        files::write_whole(&root.path(DERIVED), derived::text(&Derived::guess()).as_bytes())?;
    }
    let evidence = evidence_files::load(&folder)?;
    let definitions = root.definitions()?;
    let places = all_places(root, &definitions)?;
    check_exposures(&evidence, &definitions, &places)?;
    let derived = derived::derive(&evidence, &places)?;
    files::write_whole(&root.path(DERIVED), derived::text(&derived).as_bytes())?;
    let bytes = evidence_files::compile(&folder)?;
    std::fs::create_dir_all(root.path("pack")).map_err(|error| files::unreadable(&root.path("pack"), &error))?;
    files::write_whole(&root.path(PACK), &bytes)?;
    output::write(None, format!("{PACK}: {} bytes\n", bytes.len()).as_bytes())
}

/// Reads all places of the index except England.
fn all_places(root: &Root, definitions: &Definitions) -> Result<Vec<Place>, Faults> {
    let index = root.index()?;
    let bar = progress::bar(index.len(), "places");
    let read: Result<Vec<Place>, Faults> = index
        .par_iter()
        .filter(|entry| entry.code != ENGLAND)
        .map(|entry| {
            let place = root.place(&entry.code, definitions);
            bar.inc(1);
            place
        })
        .collect();
    bar.finish_and_clear();
    read
}

/// Every exposure's level is a known indicator that every place has: a place without one would count nobody exposed.
fn check_exposures(evidence: &Evidence, definitions: &Definitions, places: &[Place]) -> Result<(), Faults> {
    let mut faults = Faults::new();
    for exposure in &evidence.exposures {
        let (path, id) = (format!("exposure {}.indicator", exposure.id), &exposure.indicator);
        if !definitions.indicators.contains_key(id) {
            faults.add(path, format!("\"{id}\""), "no such series is defined; data/definitions.json lists them");
            continue;
        }
        for place in places.iter().filter(|place| place.indicator(id).is_none()) {
            faults.add(&path, format!("\"{id}\""), format!("{} {} has no value of it", place.code, place.name));
        }
    }
    faults.finish(())
}

fn verify(root: &Root) -> Result<(), Faults> {
    let folder = root.path("evidence");
    let evidence = evidence_files::load(&folder)?;
    let definitions = root.definitions()?;
    let mut faults = Faults::new();
    let compiled = evidence_files::compile(&folder)?;
    if files::read_bytes(&root.path(PACK))? != compiled {
        faults.add(PACK, "", "is not what evidence/ compiles to: run `headwater pack build` and commit the result");
    }
    let places = all_places(root, &definitions)?;
    check_exposures(&evidence, &definitions, &places)?;
    let derived = derived::derive(&evidence, &places)?;
    if files::read_text(&root.path(DERIVED))? != derived::text(&derived) {
        faults.add(DERIVED, "", "is not what data/ adds up to: run `headwater pack build` and commit the result");
    }
    let hashed = verify_hashes(root, &mut faults)?;
    verify_totals(root, &definitions, &places, &mut faults)?;
    let said = format!(
        "evidence {} compiled: {} bytes, up to date\ndata {}: {hashed} files with the right hash, {} places, residents add up to England\n",
        evidence.info.version,
        compiled.len(),
        definitions.version,
        places.len()
    );
    faults.finish(said).and_then(|said| output::write(None, said.as_bytes()))
}

/// Every file of the manifest exists with the hash it had when it was built.
fn verify_hashes(root: &Root, faults: &mut Faults) -> Result<usize, Faults> {
    let manifest = Node::from_json(&files::read_bytes(&root.path("data/manifest.json"))?)?;
    let mut listed: Vec<(String, String)> = Vec::new();
    collect_hashes(&manifest, &mut listed);
    let index = root.index()?;
    for entry in &index {
        let path = format!("places/{}.json", entry.code);
        if !listed.iter().any(|(known, _)| *known == path) {
            faults.add("data/manifest.json", &path, "the file of this place is not in the manifest");
        }
    }
    for path in shipped_files(&root.path("data"))? {
        if path != "manifest.json" && !listed.iter().any(|(known, _)| *known == path) {
            faults.add(format!("data/{path}"), "", "lies in the data pack and is not in its manifest");
        }
    }
    if listed.is_empty() {
        faults.add("data/manifest.json", "", "lists no files with a sha256");
    }
    for (path, expected) in &listed {
        let bytes = match files::read_bytes(&root.path(&format!("data/{path}"))) {
            Ok(bytes) => bytes,
            Err(found) => {
                faults.extend(found);
                continue;
            }
        };
        let actual: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        if actual != *expected {
            faults.add(
                format!("data/{path}"),
                &actual,
                format!("does not have the hash of the manifest ({expected}): rebuild the data pack"),
            );
        }
    }
    Ok(listed.len())
}

/// Every file below a folder, by its path inside it.
fn shipped_files(folder: &std::path::Path) -> Result<Vec<String>, Faults> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(&next).map_err(|error| files::unreadable(&next, &error))?.flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if let Ok(inside) = path.strip_prefix(folder) {
                found.push(inside.to_string_lossy().into_owned());
            }
        }
    }
    found.sort();
    Ok(found)
}

fn collect_hashes(node: &Node, listed: &mut Vec<(String, String)>) {
    match node {
        Node::List(items) => items.iter().for_each(|item| collect_hashes(item, listed)),
        Node::Map(entries) => {
            if let (Some(Node::Text(path)), Some(Node::Text(hash))) = (node.get("path"), node.get("sha256")) {
                listed.push((path.clone(), hash.clone()));
            }
            for (_, inner) in entries {
                collect_hashes(inner, listed);
            }
        }
        _ => {}
    }
}

/// Residents of the places add up to England in every age band, and spending on adult social care does too.
fn verify_totals(root: &Root, definitions: &Definitions, places: &[Place], faults: &mut Faults) -> Result<(), Faults> {
    let england = root.place(ENGLAND, definitions)?;
    for (sex, bands) in england.population.iter().enumerate() {
        for (band, expected) in bands.iter().enumerate() {
            let sum: f64 = places.iter().map(|place| place.population[sex][band]).sum();
            if (sum - expected).abs() > 0.5 {
                faults.add(
                    format!("data: residents, sex {sex}, band {band}"),
                    sum,
                    format!("places do not add up to England ({expected})"),
                );
            }
        }
    }
    for measure in ["adult_social_care_net_gbp", "public_health_net_gbp"] {
        let sum: f64 = places.iter().filter_map(|place| place.pounds(measure)).sum();
        let expected = england.pounds(measure).unwrap_or(f64::NAN);
        if (sum / expected - 1.0).abs() > 1e-3 {
            faults.add(format!("data: money.{measure}"), sum, format!("places do not add up to England ({expected})"));
        }
    }
    Ok(())
}
