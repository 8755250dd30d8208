//! Records of one type, in pack order, found by id.

use std::collections::BTreeMap;

use crate::error::Faults;
use crate::inputs::evidence::choice::{Gap, Slider, Switch, TopDown};
use crate::inputs::evidence::correlation::Correlation;
use crate::inputs::evidence::disease::{Disease, Exposure};
use crate::inputs::evidence::effect::Effect;
use crate::inputs::evidence::figure::Figure;
use crate::inputs::evidence::programme::{Component, Programme};
use crate::inputs::evidence::source::{Finding, Source};
use crate::inputs::evidence::table::Table;
use crate::inputs::node::Node;
use crate::inputs::reader::Keys;
use crate::order::best;

/// A record with an id.
pub trait Identified {
    /// The id.
    fn id(&self) -> &str;
}

macro_rules! identified {
    ($($record:ty),*) => { $(impl Identified for $record { fn id(&self) -> &str { &self.id } })* };
}
identified!(Source, Figure, Table, Programme, Component, Finding, Disease, Exposure);
identified!(Correlation, Switch, Slider, TopDown, Gap);

impl Identified for Effect {
    fn id(&self) -> &str {
        &self.figure.id
    }
}

/// Records in pack order with an index by id.
#[derive(Debug, Clone)]
pub struct Registry<T> {
    items: Vec<T>,
    index: BTreeMap<String, usize>,
}

impl<T: Identified> Registry<T> {
    /// Reads the list of records under `name`; an absent list is empty.
    pub fn read(
        keys: &mut Keys<'_>,
        name: &'static str,
        read: fn(&str, &Node, &mut Faults) -> T,
        faults: &mut Faults,
    ) -> Registry<T> {
        let nodes = keys.list_or_empty(name, faults);
        let mut registry = Registry { items: Vec::with_capacity(nodes.len()), index: BTreeMap::new() };
        for (position, node) in nodes.iter().enumerate() {
            let path = record_path(name, position, node);
            let item = read(&path, node, faults);
            if registry.index.insert(item.id().to_string(), registry.items.len()).is_some() {
                faults.add(format!("{path}.id"), format!("\"{}\"", item.id()), "this id stands twice");
            }
            registry.items.push(item);
        }
        registry
    }

    /// The record with an id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&T> {
        self.index.get(id).and_then(|position| self.items.get(*position))
    }

    /// The same with its position in pack order.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<(usize, &T)> {
        self.index.get(id).and_then(|position| Some((*position, self.items.get(*position)?)))
    }

    /// The position of a record in pack order.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.index.get(id).copied()
    }

    /// All records in pack order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// True if there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Changes one record in place; its id must stay.
    pub(crate) fn change(&mut self, id: &str, change: impl FnOnce(&mut T)) {
        if let Some(item) = self.index.get(id).and_then(|position| self.items.get_mut(*position)) {
            change(item);
        }
    }

    /// Up to three ids most like a word, for an error message.
    #[must_use]
    pub fn nearest(&self, word: &str) -> String {
        let tail = |id: &str| id.rsplit('.').next().unwrap_or(id).to_string();
        let score = |id: &str| {
            let prefix = id.chars().zip(word.chars()).take_while(|(a, b)| a == b).count();
            let same_tail = usize::from(tail(id) == tail(word)) * 8;
            prefix + same_tail
        };
        best(self.items.iter().map(Identified::id), 3, score)
    }
}

impl<'a, T: Identified> IntoIterator for &'a Registry<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

/// `file: type id`, or `type[position]` where the record has no id to name it by.
fn record_path(name: &str, position: usize, node: &Node) -> String {
    let file = match node.get("@file") {
        Some(Node::Text(file)) => format!("{file}: "),
        _ => String::new(),
    };
    match node.get("id") {
        Some(Node::Text(id)) => format!("{file}{name} {id}"),
        _ => format!("{file}{name}[{position}]"),
    }
}
