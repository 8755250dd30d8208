//! Finds and loads the packs: evidence, definitions, index, places.

use std::path::{Path, PathBuf};

use headwater::error::Faults;
use headwater::inputs::evidence::Evidence;
use headwater::inputs::node::Node;
use headwater::inputs::place::{Area, Definitions, ENGLAND, Place};

use crate::args::Args;
use crate::{files, place_csv};

/// Where everything lies.
#[derive(Debug, Clone)]
pub struct Root(PathBuf);

impl Root {
    /// The folder given, or the nearest one upwards from here, or from this program, that holds `data/index.json`.
    pub fn find(args: &Args) -> Result<Root, Faults> {
        if let Some(root) = &args.root {
            return Ok(Root(root.clone()));
        }
        let starts = [std::env::current_dir(), std::env::current_exe()];
        for start in starts.into_iter().flatten() {
            let found = start.ancestors().find(|folder| folder.join("data/index.json").is_file());
            if let Some(folder) = found {
                return Ok(Root(folder.to_path_buf()));
            }
        }
        Err(Faults::one(
            "--root",
            "",
            "no data/ folder found upwards from here: run inside the project or name its folder with --root",
        ))
    }

    /// A path inside the project.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.0.join(inside)
    }

    /// The compiled evidence.
    pub fn evidence(&self) -> Result<Evidence, Faults> {
        let path = self.path("pack/evidence.json");
        let bytes = files::read_bytes(&path)?;
        Evidence::from_pack(&bytes).map_err(|faults| faults.under(&path.display().to_string()))
    }

    /// What the series of the data pack mean.
    pub fn definitions(&self) -> Result<Definitions, Faults> {
        let path = self.path("data/definitions.json");
        let bytes = files::read_bytes(&path)?;
        Definitions::from_json(&bytes).map_err(|faults| faults.under(&path.display().to_string()))
    }

    /// All places of the index.
    pub fn index(&self) -> Result<Vec<Entry>, Faults> {
        let path = self.path("data/index.json");
        read_index(&files::read_bytes(&path)?).map_err(|faults| faults.under(&path.display().to_string()))
    }

    /// A shipped place.
    pub fn place(&self, code: &str, definitions: &Definitions) -> Result<Place, Faults> {
        let path = self.path(&format!("data/places/{code}.json"));
        let bytes = files::read_bytes(&path)?;
        let place =
            Place::from_json(&bytes, definitions).map_err(|faults| faults.under(&path.display().to_string()))?;
        if place.code != code {
            return Err(Faults::one(
                path.display().to_string(),
                &place.code,
                "is another place's file: rebuild the data pack",
            ));
        }
        Ok(place)
    }

    /// The area asked for by codes joined with `+` and by files.
    pub fn area(&self, codes: Option<&str>, custom: &[PathBuf], definitions: &Definitions) -> Result<Area, Faults> {
        let index = self.index()?;
        let mut faults = Faults::new();
        let mut parts = Vec::new();
        for code in codes.unwrap_or("").split('+').map(str::trim).filter(|code| !code.is_empty()) {
            match resolve(&index, code) {
                Ok(entry) => match self.place(&entry.code, definitions) {
                    Ok(place) => parts.push(place),
                    Err(found) => faults.extend(found),
                },
                Err(found) => faults.extend(found),
            }
        }
        for path in custom {
            match read_custom(path, definitions, &index) {
                Ok(place) => parts.push(place),
                Err(found) => faults.extend(found),
            }
        }
        faults.finish(parts).and_then(Area::join)
    }
}

/// Reads a user's own place, JSON or CSV by the file's ending.
///
/// The codes of shipped places and the kind `country` are theirs alone: nothing of a user's may be taken for official.
pub fn read_custom(path: &Path, definitions: &Definitions, index: &[Entry]) -> Result<Place, Faults> {
    let node = match path.extension().and_then(|extension| extension.to_str()) {
        Some("csv") => place_csv::read(path)?,
        _ => Node::from_json(&files::read_bytes(path)?).map_err(|faults| faults.under(&path.display().to_string()))?,
    };
    let name = path.display().to_string();
    let place = Place::from_node(&node, definitions).map_err(|faults| faults.under(&name))?;
    let mut faults = Faults::new();
    if index.iter().any(|entry| entry.code == place.code) {
        faults.add(
            "code",
            &place.code,
            "is the code of a shipped place: give yours another, such as one of your own letters",
        );
    }
    if place.is_country() {
        faults.add("kind", &place.kind, "only England is a country here");
    }
    faults.under(&name).finish(place)
}

/// One row of the index.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Kind of council.
    pub kind: String,
    /// Region, empty for England.
    pub region: String,
    /// Residents at mid-2023.
    pub residents: f64,
    /// Other codes a search should find it by.
    pub other_codes: Vec<String>,
}

/// The place of a code or of an exact name; anything else names the nearest.
pub fn resolve<'a>(index: &'a [Entry], word: &str) -> Result<&'a Entry, Faults> {
    let is_it = |entry: &&Entry| {
        entry.code.eq_ignore_ascii_case(word)
            || entry.name.eq_ignore_ascii_case(word)
            || entry.other_codes.iter().any(|code| code.eq_ignore_ascii_case(word))
    };
    let mut found = index.iter().filter(is_it);
    match (found.next(), found.next()) {
        (Some(entry), None) => Ok(entry),
        (Some(one), Some(other)) => Err(Faults::one(
            "place",
            word,
            format!(
                "is an old code of more than one place: {} {} and {} {}",
                one.code, one.name, other.code, other.name
            ),
        )),
        _ => Err(Faults::one(
            "place",
            word,
            format!("no place has this code or name{}; `headwater places` lists them all", nearest(index, word)),
        )),
    }
}

fn nearest(index: &[Entry], word: &str) -> String {
    let lower = word.to_lowercase();
    let close: Vec<String> = index
        .iter()
        .filter(|entry| entry.name.to_lowercase().contains(&lower))
        .take(3)
        .map(|entry| format!("{} {}", entry.code, entry.name))
        .collect();
    if close.is_empty() { String::new() } else { format!("; did you mean {}", close.join(", ")) }
}

fn read_index(bytes: &[u8]) -> Result<Vec<Entry>, Faults> {
    let node = Node::from_json(bytes)?;
    let texts = |key: &str| -> Vec<&Node> {
        match node.get(key) {
            Some(Node::List(items)) => items.iter().collect(),
            _ => Vec::new(),
        }
    };
    let (kinds, regions, columns) = (texts("kinds"), texts("regions"), texts("columns"));
    let at = |name: &str| columns.iter().position(|column| **column == Node::Text(name.into()));
    let mut entries = Vec::new();
    for row in texts("rows") {
        let Node::List(cells) = row else { continue };
        let cell = |name: &str| at(name).and_then(|index| cells.get(index));
        let code = word(cell("code"));
        entries.push(Entry {
            name: word(cell("name")),
            kind: listed(&kinds, cell("kind")).map_or(String::new(), |node| word(Some(node))),
            region: match listed(&regions, cell("region")) {
                Some(Node::List(pair)) => word(pair.get(1)),
                _ => String::new(),
            },
            residents: match cell("population_2023") {
                Some(Node::Number(value)) => *value,
                _ => 0.0,
            },
            other_codes: match cell("other_codes") {
                Some(Node::List(codes)) => codes.iter().map(|code| word(Some(code))).collect(),
                _ => Vec::new(),
            },
            code,
        });
    }
    if !entries.iter().any(|entry| entry.code == ENGLAND) {
        return Err(Faults::one("places", entries.len(), "the index does not list England: is it whole?"));
    }
    Ok(entries)
}

fn word(node: Option<&Node>) -> String {
    match node {
        Some(Node::Text(text)) => text.clone(),
        _ => String::new(),
    }
}

/// The item of a list that a cell points at by position.
fn listed<'a>(list: &[&'a Node], position: Option<&Node>) -> Option<&'a Node> {
    match position {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a position; out of range finds nothing
        Some(Node::Number(index)) if *index >= 0.0 => list.get(*index as usize).copied(),
        _ => None,
    }
}
