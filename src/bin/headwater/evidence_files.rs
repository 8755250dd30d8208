//! Reads the evidence folder (TOML records, CSV tables) into the common form the library checks.

use std::path::{Path, PathBuf};

use headwater::error::Faults;
use headwater::inputs::evidence::{Evidence, FORMAT, compact_rows};
use headwater::inputs::node::Node;

use crate::files::{self, Table};

const RECORD_TYPES: [&str; 16] = [
    "source",
    "parameter",
    "table",
    "programme",
    "component",
    "effect",
    "finding",
    "disease",
    "condition",
    "exposure",
    "correlation",
    "switch",
    "slider",
    "topdown",
    "gap",
    "pack",
];

/// Reads and checks a whole evidence folder.
pub fn load(folder: &Path) -> Result<Evidence, Faults> {
    Evidence::from_node(&merge(folder)?)
}

/// The compiled form: every record, table rows inside, file names and layout gone.
pub fn compile(folder: &Path) -> Result<Vec<u8>, Faults> {
    let merged = merge(folder)?;
    let evidence = Evidence::from_node(&merged)?;
    let Node::Map(entries) = merged else { return Ok(Vec::new()) };
    let compact = entries
        .into_iter()
        .map(|(name, node)| match node {
            Node::List(records) => {
                let records = records.into_iter().map(|record| compact_record(record, &evidence)).collect();
                (name, Node::List(records))
            }
            other => (name, other),
        })
        .collect();
    let mut bytes = serde_json::to_vec(&Node::Map(compact)).map_err(|e| Faults::one("", "", e.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn compact_record(record: Node, evidence: &Evidence) -> Node {
    let Node::Map(entries) = record else { return record };
    let id = entries.iter().find(|(key, _)| key == "id").map(|(_, node)| node.clone());
    let table = match id {
        Some(Node::Text(id)) => evidence.tables.get(&id),
        _ => None,
    };
    let kept = entries.into_iter().filter(|(key, _)| key != "@file").map(|(key, node)| match (key.as_str(), table) {
        ("rows", Some(table)) => (key, compact_rows(table)),
        _ => (key, node),
    });
    Node::Map(kept.collect())
}

/// Puts all records of a folder together, in path order, each marked with its file.
fn merge(folder: &Path) -> Result<Node, Faults> {
    let mut faults = Faults::new();
    let mut pack = None;
    let mut lists: Vec<(String, Vec<Node>)> =
        RECORD_TYPES.iter().filter(|name| **name != "pack").map(|name| ((*name).to_string(), Vec::new())).collect();
    let paths = toml_files(folder)?;
    if paths.is_empty() {
        return Err(Faults::one(
            folder.display().to_string(),
            "",
            "no TOML file in this folder: is it an evidence folder?",
        ));
    }
    for path in paths {
        let name = path.strip_prefix(folder).unwrap_or(&path).display().to_string();
        match read_toml(&path) {
            Err(found) => faults.extend(found.under(&name)),
            Ok(Node::Map(entries)) => {
                for (key, node) in entries {
                    sort_in(folder, &name, key, node, &mut pack, &mut lists, &mut faults);
                }
            }
            Ok(_) => {}
        }
    }
    let mut entries = vec![("format".to_string(), Node::Text(FORMAT.into()))];
    if let Some(pack) = pack {
        entries.push(("pack".into(), pack));
    }
    entries.extend(lists.into_iter().map(|(name, nodes)| (name, Node::List(nodes))));
    faults.finish(Node::Map(entries))
}

fn sort_in(
    folder: &Path,
    file: &str,
    key: String,
    node: Node,
    pack: &mut Option<Node>,
    lists: &mut [(String, Vec<Node>)],
    faults: &mut Faults,
) {
    if key == "pack" {
        if pack.replace(node).is_some() {
            faults.add(format!("{file}: pack"), "", "the pack describes itself twice");
        }
        return;
    }
    let Some((name, list)) = lists.iter_mut().find(|(name, _)| *name == key) else {
        faults.add(format!("{file}: {key}"), "", format!("unknown record type; known: {}", RECORD_TYPES.join(", ")));
        return;
    };
    let Node::List(records) = node else {
        faults.add(
            format!("{file}: {key}"),
            &node,
            format!("write [[{key}]], with two brackets: it is a list of records"),
        );
        return;
    };
    for record in records {
        list.push(with_file(folder, file, name, record, faults));
    }
}

fn with_file(folder: &Path, file: &str, record_type: &str, record: Node, faults: &mut Faults) -> Node {
    let Node::Map(mut entries) = record else { return record };
    entries.insert(0, ("@file".into(), Node::Text(file.into())));
    if record_type == "table"
        && let Some((_, Node::Text(rows))) = entries.iter().find(|(key, _)| key == "file")
    {
        let rows = rows.clone();
        match table_rows(&folder.join(&rows), &entries) {
            Ok(node) => entries.push(("rows".into(), node)),
            Err(found) => faults.extend(found.under(&format!("{file}: {rows}"))),
        }
    }
    Node::Map(entries)
}

/// A CSV file as a table of column name to cells; numeric columns become numbers, empty cells nothing.
fn table_rows(path: &Path, record: &[(String, Node)]) -> Result<Node, Faults> {
    let table = Table::read(path, b',')?;
    let words: Vec<String> = match record.iter().find(|(key, _)| key == "columns") {
        Some((_, Node::List(columns))) => columns.iter().filter_map(word_column).collect(),
        _ => Vec::new(),
    };
    let columns = table.header.iter().enumerate().map(|(index, name)| {
        let as_words = words.contains(name);
        let cells = table.rows.iter().map(|row| cell(row.get(index).map_or("", String::as_str), as_words)).collect();
        (name.clone(), Node::List(cells))
    });
    Ok(Node::Map(columns.collect()))
}

fn word_column(column: &Node) -> Option<String> {
    match (column.get("name"), column.get("kind")) {
        (Some(Node::Text(name)), Some(Node::Text(kind))) if kind == "key" || kind == "text" => Some(name.clone()),
        _ => None,
    }
}

fn cell(text: &str, as_words: bool) -> Node {
    match text {
        text if as_words => Node::Text(text.to_string()),
        "" => Node::Null,
        text => text.parse().map_or_else(|_| Node::Text(text.to_string()), Node::Number),
    }
}

fn toml_files(folder: &Path) -> Result<Vec<PathBuf>, Faults> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        let entries = std::fs::read_dir(&next).map_err(|error| files::unreadable(&next, &error))?;
        for entry in entries.flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "toml") {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn read_toml(path: &Path) -> Result<Node, Faults> {
    let text = files::read_text(path)?;
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        let line = error.span().map_or(0, |span| text.get(..span.start).unwrap_or("").lines().count().max(1));
        Faults::one(format!("line {line}"), "", format!("not valid TOML: {}", error.message()))
    })?;
    Ok(from_toml(toml::Value::Table(table)))
}

fn from_toml(value: toml::Value) -> Node {
    match value {
        toml::Value::String(text) => Node::Text(text),
        #[allow(clippy::cast_precision_loss)] // counts in the evidence are far below 2^53
        toml::Value::Integer(number) => Node::Number(number as f64),
        toml::Value::Float(number) => Node::Number(number),
        toml::Value::Boolean(flag) => Node::Bool(flag),
        toml::Value::Datetime(date) => Node::Text(date.to_string()),
        toml::Value::Array(items) => Node::List(items.into_iter().map(from_toml).collect()),
        toml::Value::Table(table) => Node::Map(table.into_iter().map(|(key, value)| (key, from_toml(value))).collect()),
    }
}
