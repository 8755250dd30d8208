//! The pack in two parts, so that a phone need not fetch what only a curious person reads.
//!
//! The *slim* part holds every number, unit, id and link, and the words that stand in answers; the *prose* part holds
//! labels of figures, reasons, notes, descriptions of sources, and the tables and columns that no run reads. Each list of the prose
//! lies beside the same list of the slim part, record for record. A run on the slim part alone gives the same bits.

use crate::error::Faults;
use crate::inputs::evidence::{Evidence, FORMAT};
use crate::inputs::node::Node;

/// Version of the slim form.
pub const SLIM: &str = "headwater-evidence-slim/1";
/// Version of the prose that belongs to it.
pub const PROSE: &str = "headwater-evidence-prose/1";

/// Keys of prose: record type, keys, and what stands for each while the prose is not there.
const FIGURE: &[(&str, &str)] = &[
    ("applies_to", "-"),
    ("locator", ""),
    ("rationale", "-"),
    ("note", ""),
    ("checked", "2000-01"),
    ("seen_via", "primary"),
    ("good_direction", "neither"),
    ("quality", "D"),
];
const LABEL: &[(&str, &str)] = &[("label", "-")];
const GROUP: &[(&str, &str)] = &[("group", "")];
const MEASURED: &[(&str, &str)] = &[("outcome", "-"), ("design", ""), ("belief_reason", "-")];
const SOURCE: &[(&str, &str)] = &[
    ("title", "-"),
    ("author", ""),
    ("year", ""),
    ("publisher", ""),
    ("doi", ""),
    ("url", ""),
    ("licence", ""),
    ("design", ""),
    ("note", ""),
    ("seen_via", ""),
];
const FINDING: &[(&str, &str)] = &[("text", "-")];

/// Tables for people, checks and comparisons: no run reads them.
const NOT_READ: [&str; 7] = [
    "published_results",
    "register_prevalence",
    "type_2_diabetes_rates",
    "disease_rates_other",
    "relative_risks",
    "exposure_cells",
    "validation_targets",
];

/// Columns of tables that a run reads, which no run reads themselves.
const COLUMNS_NOT_READ: [(&str, &[&str]); 2] = [
    (
        "hospital_use",
        &["elective_episodes_per_person", "elective_cost_per_person_gbp_2011_12", "outpatient_appointments_per_person"],
    ),
    ("deaths_by_cause", &["deaths", "person_years"]),
];

fn prose_keys(kind: &str) -> [&'static [(&'static str, &'static str)]; 3] {
    match kind {
        "parameter" => [FIGURE, LABEL, GROUP],
        "effect" => [FIGURE, MEASURED, &[]],
        "table" | "correlation" => [FIGURE, LABEL, &[]],
        "source" => [SOURCE, &[], &[]],
        "finding" => [FINDING, &[], &[]],
        _ => [&[], &[], &[]],
    }
}

/// True if this key of this record is prose. A null result keeps its words: it must be seen without asking.
fn is_prose(kind: &str, record: &Node, key: &str, value: &Node) -> bool {
    let null_result = kind == "finding" && record.get("kind") == Some(&Node::Text("null_result".into()));
    let why_fixed = key == "uncertainty" && value.get("fixed").is_some() && prose_keys(kind)[0] == FIGURE;
    why_fixed || (!null_result && prose_keys(kind).iter().copied().flatten().any(|(name, _)| *name == key))
}

fn id_of(record: &Node) -> &str {
    if let Some(Node::Text(id)) = record.get("id") { id } else { "" }
}

/// True if the whole record is left to the prose.
fn is_left_out(kind: &str, record: &Node) -> bool {
    kind == "gap" || (kind == "table" && NOT_READ.contains(&id_of(record)))
}

/// Columns of this record that are left to the prose.
fn columns_left_out(kind: &str, record: &Node) -> &'static [&'static str] {
    let found = COLUMNS_NOT_READ.iter().find(|(id, _)| kind == "table" && *id == id_of(record));
    found.map_or(&[], |(_, columns)| *columns)
}

/// Splits a compiled pack into its slim part and its prose.
#[must_use]
pub fn split(pack: Node) -> (Node, Node) {
    let Node::Map(entries) = pack else { return (pack, Node::Null) };
    let (mut slim, mut prose) = (Vec::new(), Vec::new());
    for (name, node) in entries {
        match node {
            Node::List(records) => {
                let (kept, words) = records.into_iter().map(|record| split_record(&name, record)).unzip();
                slim.push((name.clone(), Node::List(kept)));
                prose.push((name, Node::List(words)));
            }
            Node::Text(_) if name == "format" => {
                slim.push((name.clone(), Node::Text(SLIM.into())));
                prose.push((name, Node::Text(PROSE.into())));
            }
            other => {
                if name == "pack" {
                    prose.push((name.clone(), other.clone()));
                }
                slim.push((name, other));
            }
        }
    }
    (Node::Map(slim), Node::Map(prose))
}

fn split_record(kind: &str, record: Node) -> (Node, Node) {
    if is_left_out(kind, &record) {
        return (Node::Null, record);
    }
    let Node::Map(entries) = &record else { return (record, Node::Null) };
    let (mut words, mut kept): (Vec<_>, Vec<_>) =
        entries.iter().cloned().partition(|(key, value)| is_prose(kind, &record, key, value));
    let columns = columns_left_out(kind, &record);
    if !columns.is_empty() {
        split_columns(columns, &mut kept, &mut words);
    }
    (Node::Map(kept), Node::Map(words))
}

/// Leaves columns of a table to the prose, which also keeps the order in which all of them were declared.
fn split_columns(names: &[&str], kept: &mut [(String, Node)], words: &mut Vec<(String, Node)>) {
    for (key, node) in kept {
        match node {
            Node::List(declared) if key == "columns" => {
                words.push((key.clone(), Node::List(declared.clone())));
                declared.retain(
                    |column| !matches!(column.get("name"), Some(Node::Text(name)) if names.contains(&name.as_str())),
                );
            }
            Node::Map(rows) if key == "rows" => {
                let (left, stay) =
                    std::mem::take(rows).into_iter().partition(|(name, _)| names.contains(&name.as_str()));
                words.push((key.clone(), Node::Map(left)));
                *rows = stay;
            }
            _ => {}
        }
    }
}

/// The two parts of a record as one: of columns and cells the prose has those that were left to it.
fn joined(mut entries: Vec<(String, Node)>, words: &[(String, Node)]) -> Node {
    for (key, node) in words {
        match (entries.iter_mut().find(|(known, _)| known == key), node) {
            (Some((_, Node::Map(rows))), Node::Map(left)) => rows.extend(left.iter().cloned()),
            (Some((_, known)), node) => *known = node.clone(),
            (None, node) => entries.push((key.clone(), node.clone())),
        }
    }
    Node::Map(entries)
}

/// Reads a compiled pack, whole or slim; a slim one with its prose if that is given. Without it, placeholders stand where
/// words would, and the second value is false: use such evidence for runs, never to show where a figure comes from.
///
/// # Errors
/// All faults of the pack, and a prose that belongs to another pack.
pub fn read(pack: &[u8], prose: Option<&[u8]>) -> Result<(Evidence, bool), Faults> {
    let node = Node::from_json(pack)?;
    if node.get("format") != Some(&Node::Text(SLIM.into())) {
        return Ok((Evidence::from_node(&node)?, true));
    }
    let prose = prose.map(|bytes| Node::from_json(bytes).map_err(|faults| faults.under("provenance"))).transpose()?;
    if let Some(prose) = &prose {
        check_pair(&node, prose)?;
    }
    let Node::Map(entries) = node else { return Err(Faults::one("", "", "is no table of keys")) };
    let whole = entries.into_iter().map(|(name, node)| {
        let node = match node {
            Node::List(records) => Node::List(whole_records(&name, records, prose.as_ref())),
            Node::Text(_) if name == "format" => Node::Text(FORMAT.into()),
            other => other,
        };
        (name, node)
    });
    Ok((Evidence::from_node(&Node::Map(whole.collect()))?, prose.is_some()))
}

fn check_pair(slim: &Node, prose: &Node) -> Result<(), Faults> {
    if prose.get("format") != Some(&Node::Text(PROSE.into())) {
        return Err(Faults::one("provenance.format", "", format!("this program reads {PROSE}")));
    }
    let lengths = |node: &Node| match node {
        Node::Map(entries) => entries.iter().map(|(name, node)| (name.clone(), length(node))).collect(),
        _ => Vec::new(),
    };
    if slim.get("pack") != prose.get("pack") || lengths(slim) != lengths(prose) {
        return Err(Faults::one("provenance.pack", "", "belongs to another evidence pack: load both from one build"));
    }
    Ok(())
}

fn length(node: &Node) -> usize {
    if let Node::List(records) = node { records.len() } else { 0 }
}

fn whole_records(kind: &str, records: Vec<Node>, prose: Option<&Node>) -> Vec<Node> {
    let words: &[Node] = match prose.and_then(|prose| prose.get(kind)) {
        Some(Node::List(words)) => words,
        _ => &[],
    };
    let mut whole = Vec::with_capacity(records.len());
    for (index, record) in records.into_iter().enumerate() {
        match (record, words.get(index)) {
            (Node::Null, Some(left_out)) => whole.push(left_out.clone()),
            (Node::Null, None) => {}
            (Node::Map(entries), Some(Node::Map(words))) => whole.push(joined(entries, words)),
            (Node::Map(entries), _) => whole.push(Node::Map(filled(kind, entries))),
            (other, _) => whole.push(other),
        }
    }
    whole
}

/// Puts placeholders where the prose of a record would stand.
fn filled(kind: &str, mut entries: Vec<(String, Node)>) -> Vec<(String, Node)> {
    let keys = prose_keys(kind);
    for (key, stand_in) in keys.into_iter().flatten() {
        if !entries.iter().any(|(known, _)| known == key) {
            entries.push(((*key).into(), Node::Text((*stand_in).into())));
        }
    }
    if keys[0] == FIGURE && kind != "correlation" && !entries.iter().any(|(known, _)| known == "uncertainty") {
        entries.push(("uncertainty".into(), Node::Map(vec![("fixed".into(), Node::Text("-".into()))])));
    }
    entries
}
