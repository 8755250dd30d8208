//! The strict reader: takes a [`Node`] apart key by key and writes down everything that is wrong with it.
//!
//! A reader method that finds a fault records it and returns a placeholder, so that one pass reports all faults. The
//! placeholder never escapes: a document with any fault yields no value (see [`Faults::finish`]).

use std::collections::BTreeSet;

use crate::error::Faults;
use crate::inputs::node::Node;

/// Reads the keys of one table. Call [`Keys::done`] last: it reports keys that nobody asked for.
#[derive(Debug)]
pub struct Keys<'a> {
    path: String,
    entries: &'a [(String, Node)],
    known: Vec<&'static str>,
}

impl<'a> Keys<'a> {
    /// Opens `node` as a table; anything else is a fault and reads as an empty table.
    pub fn open(path: impl Into<String>, node: &'a Node, faults: &mut Faults) -> Self {
        let path = path.into();
        let entries: &[(String, Node)] = match node {
            Node::Map(entries) => entries,
            other => {
                faults.add(&path, other, format!("must be a table of keys, not {}", other.kind()));
                &[]
            }
        };
        let mut seen = BTreeSet::new();
        for (key, value) in entries {
            if !seen.insert(key.as_str()) {
                faults.add(join(&path, key), value, "this key is given twice");
            }
        }
        Keys { path, entries, known: Vec::new() }
    }

    /// The path of this table.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The path of a key of this table.
    #[must_use]
    pub fn at(&self, key: &str) -> String {
        join(&self.path, key)
    }

    /// The value of a key that may be absent.
    pub fn optional(&mut self, key: &'static str) -> Option<&'a Node> {
        self.known.push(key);
        self.entries.iter().find(|(k, _)| k == key).map(|(_, value)| value)
    }

    /// The value of a key that must be there.
    pub fn required(&mut self, key: &'static str, faults: &mut Faults) -> Option<&'a Node> {
        let found = self.optional(key);
        if found.is_none() {
            faults.add(self.at(key), "", "required and missing");
        }
        found
    }

    /// Required text.
    pub fn text(&mut self, key: &'static str, faults: &mut Faults) -> String {
        let path = self.at(key);
        self.required(key, faults).map_or_else(String::new, |node| text(&path, node, faults))
    }

    /// Required text that may not be empty.
    pub fn words(&mut self, key: &'static str, faults: &mut Faults) -> String {
        let value = self.text(key, faults);
        if value.trim().is_empty() && self.entries.iter().any(|(k, _)| k == key) {
            faults.add(self.at(key), "", "must not be empty");
        }
        value
    }

    /// Text that may be absent, which reads as empty.
    pub fn text_or_empty(&mut self, key: &'static str, faults: &mut Faults) -> String {
        let path = self.at(key);
        self.optional(key).map_or_else(String::new, |node| text(&path, node, faults))
    }

    /// Text that may be absent.
    pub fn optional_text(&mut self, key: &'static str, faults: &mut Faults) -> Option<String> {
        let path = self.at(key);
        self.optional(key).map(|node| text(&path, node, faults))
    }

    /// A required finite number.
    pub fn number(&mut self, key: &'static str, faults: &mut Faults) -> f64 {
        let path = self.at(key);
        self.required(key, faults).map_or(0.0, |node| number(&path, node, faults))
    }

    /// A finite number that may be absent.
    pub fn optional_number(&mut self, key: &'static str, faults: &mut Faults) -> Option<f64> {
        let path = self.at(key);
        self.optional(key).map(|node| number(&path, node, faults))
    }

    /// A required number inside `low..=high`.
    pub fn number_in(&mut self, key: &'static str, low: f64, high: f64, faults: &mut Faults) -> f64 {
        let before = faults.len();
        let value = self.number(key, faults);
        if faults.len() == before && !(low..=high).contains(&value) {
            faults.add(self.at(key), value, format!("must be between {low} and {high}"));
        }
        value
    }

    /// A required whole number inside `low..=high`.
    pub fn whole(&mut self, key: &'static str, low: u32, high: u32, faults: &mut Faults) -> u32 {
        let path = self.at(key);
        self.required(key, faults).map_or(low, |node| whole(&path, node, low, high, faults))
    }

    /// True or false, with a default when absent.
    pub fn flag(&mut self, key: &'static str, default: bool, faults: &mut Faults) -> bool {
        match self.optional(key) {
            None => default,
            Some(Node::Bool(value)) => *value,
            Some(other) => {
                faults.add(self.at(key), other, "must be true or false");
                default
            }
        }
    }

    /// One word of a closed list.
    pub fn choice<T: Copy>(
        &mut self,
        key: &'static str,
        options: &[(&'static str, T)],
        fallback: T,
        faults: &mut Faults,
    ) -> T {
        let before = faults.len();
        let word = self.text(key, faults);
        if faults.len() > before {
            return fallback;
        }
        pick(&self.at(key), &word, options, faults).unwrap_or(fallback)
    }

    /// A required list.
    pub fn list(&mut self, key: &'static str, faults: &mut Faults) -> &'a [Node] {
        let path = self.at(key);
        self.required(key, faults).map_or(&[], |node| list(&path, node, faults))
    }

    /// A list that may be absent, which reads as empty.
    pub fn list_or_empty(&mut self, key: &'static str, faults: &mut Faults) -> &'a [Node] {
        let path = self.at(key);
        self.optional(key).map_or(&[], |node| list(&path, node, faults))
    }

    /// A required list of texts.
    pub fn texts(&mut self, key: &'static str, faults: &mut Faults) -> Vec<String> {
        let path = self.at(key);
        texts(&path, self.list(key, faults), faults)
    }

    /// A list of texts that may be absent.
    pub fn texts_or_empty(&mut self, key: &'static str, faults: &mut Faults) -> Vec<String> {
        let path = self.at(key);
        texts(&path, self.list_or_empty(key, faults), faults)
    }

    /// A required list of exactly `count` finite numbers.
    pub fn numbers(&mut self, key: &'static str, count: usize, faults: &mut Faults) -> Vec<f64> {
        let path = self.at(key);
        match self.required(key, faults) {
            Some(node) => numbers(&path, node, count, faults),
            None => vec![0.0; count],
        }
    }

    /// All entries of the table, for tables whose keys are ids.
    #[must_use]
    pub fn entries(&self) -> &'a [(String, Node)] {
        self.entries
    }

    /// Reports every key that was never asked for, with the keys that exist.
    pub fn done(self, faults: &mut Faults) {
        for (key, value) in self.entries {
            if !self.known.contains(&key.as_str()) && key != FILE_MARK {
                faults.add(join(&self.path, key), value, format!("unknown key; known here: {}", self.known.join(", ")));
            }
        }
    }
}

/// Key under which the reader of record files notes where a record stands.
pub const FILE_MARK: &str = "@file";

/// `path.key`, or `key` at the top.
#[must_use]
pub fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_string() } else { format!("{path}.{key}") }
}

/// Looks a word up in a closed list; a word outside it is a fault that names the list.
pub fn pick<T: Copy>(path: &str, word: &str, options: &[(&'static str, T)], faults: &mut Faults) -> Option<T> {
    let found = options.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
    if found.is_none() {
        let names: Vec<&str> = options.iter().map(|(name, _)| *name).collect();
        faults.add(path, format!("\"{word}\""), format!("must be one of: {}", names.join(", ")));
    }
    found
}

/// Text, or a fault.
pub fn text(path: &str, node: &Node, faults: &mut Faults) -> String {
    match node {
        Node::Text(value) => value.clone(),
        other => {
            faults.add(path, other, format!("must be text, not {}", other.kind()));
            String::new()
        }
    }
}

/// A finite number, or a fault.
pub fn number(path: &str, node: &Node, faults: &mut Faults) -> f64 {
    match node {
        Node::Number(value) if value.is_finite() => *value,
        Node::Number(value) => {
            faults.add(path, value, "must be a finite number");
            0.0
        }
        other => {
            faults.add(path, other, format!("must be a number, not {}", other.kind()));
            0.0
        }
    }
}

/// A whole number inside `low..=high`, or a fault.
pub fn whole(path: &str, node: &Node, low: u32, high: u32, faults: &mut Faults) -> u32 {
    let before = faults.len();
    let value = number(path, node, faults);
    if faults.len() > before {
        return low;
    }
    if value != value.trunc() || value < f64::from(low) || value > f64::from(high) {
        faults.add(path, value, format!("must be a whole number from {low} to {high}"));
        return low;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // inside u32 bounds, whole
    let whole = value as u32;
    whole
}

/// A list, or a fault.
pub fn list<'a>(path: &str, node: &'a Node, faults: &mut Faults) -> &'a [Node] {
    match node {
        Node::List(items) => items,
        other => {
            faults.add(path, other, format!("must be a list, not {}", other.kind()));
            &[]
        }
    }
}

/// A list of exactly `count` finite numbers, or faults.
pub fn numbers(path: &str, node: &Node, count: usize, faults: &mut Faults) -> Vec<f64> {
    let items = list(path, node, faults);
    if items.len() != count && matches!(node, Node::List(_)) {
        faults.add(path, node, format!("must have exactly {count} numbers, has {}", items.len()));
    }
    let mut values: Vec<f64> =
        items.iter().enumerate().map(|(index, item)| number(&format!("{path}[{index}]"), item, faults)).collect();
    values.resize(count, 0.0);
    values
}

fn texts(path: &str, items: &[Node], faults: &mut Faults) -> Vec<String> {
    items.iter().enumerate().map(|(index, item)| text(&format!("{path}[{index}]"), item, faults)).collect()
}
