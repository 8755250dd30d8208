//! `headwater pack`: compile the evidence, and check that everything shipped is whole and adds up.

use std::path::Path;

use headwater::error::Faults;
use headwater::inputs::evidence::{Evidence, slim};
use headwater::inputs::node::Node;
use headwater::inputs::place::{Definitions, ENGLAND, Place};
use headwater::model::baseline::acute_keys;
use headwater::model::population::single_ages;
use headwater::model::tables::Tables;
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::args::{Args, PackAction, PackOptions};
use crate::packs::Root;
use crate::{evidence_files, files, output, progress};

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

/// Totals over the places that tie them to England.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Derived {
    morbidity_means: [f64; 3],
    acute_keys: (f64, f64),
}

fn build(root: &Root) -> Result<(), Faults> {
    let folder = root.path("evidence");
    // A first guess lets the tables load; the totals do not depend on it.
    if evidence_files::load(&folder)
        .is_ok_and(|evidence| evidence.parameters.get("derived.acute_key_need_gbp").is_none())
    {
        let guess = Derived { morbidity_means: [100.0; 3], acute_keys: (1.0, 1.0) };
        files::write_whole(&root.path(DERIVED), derived_text(&guess).as_bytes())?;
    }
    let evidence = evidence_files::load(&folder)?;
    let derived = derive(root, &evidence, &root.definitions()?)?;
    files::write_whole(&root.path(DERIVED), derived_text(&derived).as_bytes())?;
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

fn derive(root: &Root, evidence: &Evidence, definitions: &Definitions) -> Result<Derived, Faults> {
    let tables = Tables::new(evidence)?;
    let places = all_places(root, definitions)?;
    check_exposures(evidence, definitions, &places)?;
    let mut keys = (0.0, 0.0);
    let mut expected = [0.0; 3];
    let mut weighted = [0.0; 3];
    for place in &places {
        let (by_need, by_residents) = acute_keys(place);
        keys = (keys.0 + by_need, keys.1 + by_residents);
        let people = single_ages(&place.population, &tables);
        let morbidity = place.indicator("iod25_acute_morbidity").unwrap_or(f64::NAN);
        for (measure, rates) in tables.hospital.measures().iter().enumerate() {
            let own: f64 =
                people.iter().flatten().zip(rates.mean.iter().flatten()).map(|(people, rate)| people * rate).sum();
            expected[measure] += own;
            weighted[measure] += own * morbidity;
        }
    }
    let morbidity_means = std::array::from_fn(|measure| weighted[measure] / expected[measure]);
    Ok(Derived { morbidity_means, acute_keys: keys })
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

/// The records of the derived totals. Nine significant digits: far below what the data can tell, and stable to compare.
fn derived_text(derived: &Derived) -> String {
    let mut text =
        "# Written by `headwater pack build` from data/: totals over the 153 places that tie places to England.\n"
            .to_string();
    for (measure, what, value) in [
        ("admissions", "emergency admissions", derived.morbidity_means[0]),
        ("bed_days", "bed-days", derived.morbidity_means[1]),
        ("ae", "A&E attendances", derived.morbidity_means[2]),
    ] {
        let label = format!("Average need for emergency care over all places, weighted by expected {what}");
        let note = "Sum over places of expected use times the place's ratio, over the sum of expected use. Dividing by it makes places add up to England.";
        text += &record(
            &format!("morbidity_mean_{measure}"),
            &label,
            ("ratio", "index"),
            value,
            "mhclg_iod_2025",
            note,
            "",
        );
    }
    let note = "Sum over places of the need-based allocation times the general and acute index over the overall index.";
    text += &record(
        "acute_key_need_gbp",
        "Sum of the first key that shares out acute spending",
        ("money", "gbp_per_year"),
        derived.acute_keys.0,
        "nhse_allocations_2025_26",
        note,
        "price_year = \"2025-26\"\n",
    );
    let note = "Sum over places of residents at mid-2023 times the general and acute index.";
    text += &record(
        "acute_key_residents",
        "Sum of the second key that shares out acute spending",
        ("count", "persons"),
        derived.acute_keys.1,
        "nhse_aif_2024_25",
        note,
        "",
    );
    text
}

fn record(id: &str, label: &str, kind: (&str, &str), value: f64, source: &str, note: &str, more: &str) -> String {
    let rounded: f64 = format!("{value:.8e}").parse().unwrap_or(value);
    format!(
        "\n[[parameter]]\nid = \"derived.{id}\"\nlabel = \"{label}\"\nkind = \"{}\"\nunit = \"{}\"\nvalue = {rounded}\n\
         uncertainty = {{ fixed = \"a sum that ties places to England, not a measurement\" }}\napplies_to = \"the 153 places of the data pack\"\n\
         source = [\"{source}\"]\nlocator = \"data/places\"\nstatus = \"derived\"\nseen_via = \"copy\"\nquality = \"A\"\nchecked = \"2026-11\"\n\
         good_direction = \"neither\"\n{more}note = \"{note}\"\n",
        kind.0, kind.1
    )
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
    let derived = derive(root, &evidence, &definitions)?;
    if files::read_text(&root.path(DERIVED))? != derived_text(&derived) {
        faults.add(DERIVED, "", "is not what data/ adds up to: run `headwater pack build` and commit the result");
    }
    let hashed = verify_hashes(root, &mut faults)?;
    let places = all_places(root, &definitions)?;
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
