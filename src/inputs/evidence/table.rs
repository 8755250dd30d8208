//! A table of figures: one provenance for all rows, which rows may refine; key columns that are unique together.

use std::collections::BTreeSet;

use crate::error::Faults;
use crate::inputs::evidence::figure::read_id;
use crate::inputs::evidence::provenance::{Provenance, Uncertainty, read_provenance, read_uncertainty};
use crate::inputs::node::Node;
use crate::inputs::reader::Keys;
use crate::units::{KINDS, Kind, Unit};

/// The values of one column.
#[derive(Debug, Clone, PartialEq)]
pub enum Column {
    /// Numbers; an empty cell is NaN and only allowed in optional columns.
    Numbers {
        /// What the numbers are.
        kind: Kind,
        /// Their unit.
        unit: Unit,
        /// One per row.
        values: Vec<f64>,
    },
    /// Words: a list of distinct words, and each row's position in it.
    Words {
        /// The distinct words.
        levels: Vec<String>,
        /// Position of each row's word in `levels`.
        codes: Vec<usize>,
    },
}

impl Column {
    fn len(&self) -> usize {
        match self {
            Column::Numbers { values, .. } => values.len(),
            Column::Words { codes, .. } => codes.len(),
        }
    }

    /// A number that two rows share exactly if their cells are the same.
    fn mark(&self, row: usize) -> u64 {
        match self {
            Column::Numbers { values, .. } => values.get(row).map_or(0, |value| value.to_bits()),
            Column::Words { codes, .. } => codes.get(row).map_or(0, |code| *code as u64),
        }
    }
}

/// A table with its provenance.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Id.
    pub id: String,
    /// Plain words.
    pub label: String,
    /// Range of its values, or why there is none.
    pub uncertainty: Uncertainty,
    /// Where it comes from.
    pub provenance: Provenance,
    /// File the rows were read from, relative to the evidence folder.
    pub file: String,
    /// Columns that together are unique.
    pub keys: Vec<String>,
    /// Columns by name, in file order.
    pub columns: Vec<(String, Column)>,
    /// Price year, for money.
    pub price_year: String,
}

impl Table {
    /// Reads a `[[table]]` whose rows have been put under `rows` (see the command line's evidence reader).
    pub fn read(path: &str, node: &Node, faults: &mut Faults) -> Table {
        let mut keys = Keys::open(path, node, faults);
        let id = read_id(&mut keys, faults);
        let label = keys.words("label", faults);
        let uncertainty = read_uncertainty(&mut keys, None, faults);
        let provenance = read_provenance(&mut keys, faults);
        let file = keys.words("file", faults);
        let key_columns = keys.texts("keys", faults);
        let price_year = keys.text_or_empty("price_year", faults);
        let columns = read_columns(&mut keys, &file, faults);
        keys.done(faults);
        let table = Table { id, label, uncertainty, provenance, file, keys: key_columns, columns, price_year };
        table.check_keys(path, faults);
        table
    }

    /// Number of rows.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.columns.first().map_or(0, |(_, column)| column.len())
    }

    /// A column by name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|(known, _)| known == name).map(|(_, column)| column)
    }

    /// The numbers of a column.
    #[must_use]
    pub fn numbers(&self, name: &str) -> Option<&[f64]> {
        match self.column(name) {
            Some(Column::Numbers { values, .. }) => Some(values),
            _ => None,
        }
    }

    /// The word in a row of a column.
    #[must_use]
    pub fn word(&self, name: &str, row: usize) -> Option<&str> {
        match self.column(name) {
            Some(Column::Words { levels, codes }) => {
                codes.get(row).and_then(|code| levels.get(*code)).map(String::as_str)
            }
            _ => None,
        }
    }

    fn check_keys(&self, path: &str, faults: &mut Faults) {
        let missing: Vec<&String> = self.keys.iter().filter(|key| self.column(key).is_none()).collect();
        for key in &missing {
            faults.add(format!("{path}.keys"), key, "is not a column of the table");
        }
        if !missing.is_empty() || self.keys.is_empty() {
            return;
        }
        let columns: Vec<&Column> = self.keys.iter().filter_map(|key| self.column(key)).collect();
        let mut seen = BTreeSet::new();
        for row in 0..self.rows() {
            if !seen.insert(columns.iter().map(|column| column.mark(row)).collect::<Vec<u64>>()) {
                let key: Vec<String> = self.keys.iter().map(|name| self.cell(name, row)).collect();
                faults.add(format!("{path} row {}", row + 1), key.join(", "), "this combination of keys stands twice");
            }
        }
    }

    /// A cell as text, for messages and keys.
    #[must_use]
    pub fn cell(&self, name: &str, row: usize) -> String {
        match self.column(name) {
            Some(Column::Numbers { values, .. }) => values.get(row).map_or(String::new(), f64::to_string),
            _ => self.word(name, row).unwrap_or("").to_string(),
        }
    }
}

/// Reads the declared columns and their values from `rows`, a table of column name to list of cells.
fn read_columns(keys: &mut Keys<'_>, file: &str, faults: &mut Faults) -> Vec<(String, Column)> {
    let declared_path = keys.at("columns");
    let declared = keys.list("columns", faults);
    let rows_path = keys.at("rows");
    let Some(rows) = keys.required("rows", faults) else { return Vec::new() };
    let mut columns: Vec<(String, Column)> = Vec::new();
    for (index, node) in declared.iter().enumerate() {
        let path = format!("{declared_path}[{index}]");
        if let Some(column) = read_column(&path, node, rows, file, faults) {
            columns.push(column);
        }
    }
    if let Node::Map(entries) = rows {
        for (name, _) in entries {
            if !columns.iter().any(|(known, _)| known == name) {
                faults.add(&rows_path, name, format!("column of {file} that is not declared"));
            }
        }
    }
    let length = columns.first().map_or(0, |(_, column)| column.len());
    for (name, column) in &columns {
        if column.len() != length {
            faults.add(&rows_path, name, format!("has {} cells where others have {length}", column.len()));
        }
    }
    columns
}

fn read_column(path: &str, node: &Node, rows: &Node, file: &str, faults: &mut Faults) -> Option<(String, Column)> {
    let mut keys = Keys::open(path, node, faults);
    let name = keys.words("name", faults);
    let kind_word = keys.words("kind", faults);
    let cells_path = format!("{file}, column {name}");
    let Some(cells) = rows.get(&name) else {
        faults.add(path, &name, format!("declared, but {file} has no such column"));
        return None;
    };
    let column = if kind_word == "text" || kind_word == "key" {
        read_words(&cells_path, cells, kind_word == "key", faults)
    } else {
        let kind = crate::inputs::reader::pick(&keys.at("kind"), &kind_word, KINDS, faults)?;
        let unit_word = keys.words("unit", faults);
        let unit = Unit::read(&keys.at("unit"), &unit_word, faults);
        let optional = keys.flag("optional", false, faults);
        read_numbers(&cells_path, cells, (kind, unit), optional, faults)
    };
    keys.done(faults);
    column.map(|column| (name, column))
}

fn read_numbers(
    path: &str,
    cells: &Node,
    (kind, unit): (Kind, Unit),
    optional: bool,
    faults: &mut Faults,
) -> Option<Column> {
    let Node::List(items) = cells else {
        faults.add(path, cells, "must be a list of cells");
        return None;
    };
    let mut values = Vec::with_capacity(items.len());
    for (row, item) in items.iter().enumerate() {
        let at = || format!("{path}, row {}", row + 1);
        values.push(match item {
            Node::Number(value) => {
                if !kind.holds(*value) {
                    faults.add(at(), value, kind.rule());
                }
                *value
            }
            Node::Null => {
                if !optional {
                    faults.add(at(), "", "must not be empty");
                }
                f64::NAN
            }
            other => {
                faults.add(at(), other, format!("must be a number, not {}", other.kind()));
                0.0
            }
        });
    }
    Some(Column::Numbers { kind, unit, values })
}

/// Words are given either plainly, one per row, or as `{ levels, codes }` in the compiled pack.
fn read_words(path: &str, cells: &Node, key: bool, faults: &mut Faults) -> Option<Column> {
    let (levels, codes) = match cells {
        Node::List(items) => index_words(path, items, faults),
        Node::Map(_) => read_coded_words(path, cells, faults),
        other => {
            faults.add(path, other, "must be a list of cells");
            return None;
        }
    };
    if key && levels.iter().any(String::is_empty) {
        faults.add(path, "", "a key column must not have empty cells");
    }
    Some(Column::Words { levels, codes })
}

fn index_words(path: &str, items: &[Node], faults: &mut Faults) -> (Vec<String>, Vec<usize>) {
    let mut levels: Vec<String> = Vec::new();
    let mut codes = Vec::with_capacity(items.len());
    for (row, item) in items.iter().enumerate() {
        let word = match item {
            Node::Text(word) => word.clone(),
            Node::Null => String::new(),
            Node::Number(value) => value.to_string(),
            other => {
                faults.add(format!("{path}, row {}", row + 1), other, "must be text");
                String::new()
            }
        };
        let code = levels.iter().rposition(|level| *level == word).unwrap_or_else(|| {
            levels.push(word);
            levels.len() - 1
        });
        codes.push(code);
    }
    (levels, codes)
}

fn read_coded_words(path: &str, cells: &Node, faults: &mut Faults) -> (Vec<String>, Vec<usize>) {
    let mut keys = Keys::open(path, cells, faults);
    let levels = keys.texts("levels", faults);
    let mut codes = Vec::new();
    for (row, item) in keys.list("codes", faults).iter().enumerate() {
        let most = u32::try_from(levels.len().saturating_sub(1)).unwrap_or(0);
        let code = crate::inputs::reader::whole(&format!("{path}, row {}", row + 1), item, 0, most, faults);
        codes.push(code as usize);
    }
    keys.done(faults);
    (levels, codes)
}

/// The rows of a table as compact nodes for the compiled pack.
#[must_use]
pub fn compact_rows(table: &Table) -> Node {
    let entries = table.columns.iter().map(|(name, column)| {
        let node = match column {
            Column::Numbers { values, .. } => Node::List(
                values.iter().map(|value| if value.is_nan() { Node::Null } else { Node::Number(*value) }).collect(),
            ),
            Column::Words { levels, codes } => Node::Map(vec![
                ("levels".into(), Node::List(levels.iter().cloned().map(Node::Text).collect())),
                #[allow(clippy::cast_precision_loss)] // row counts are far below 2^53
                ("codes".into(), Node::List(codes.iter().map(|code| Node::Number(*code as f64)).collect())),
            ]),
        };
        (name.clone(), node)
    });
    Node::Map(entries.collect())
}
