//! What the indicators and money measures of the data pack mean: names, units, usual period and source.

use std::collections::BTreeMap;

use crate::error::Faults;
use crate::inputs::node::Node;
use crate::inputs::reader::Keys;

const FORMAT: &str = "headwater-definitions/1";

/// Meaning of one indicator or money measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Definition {
    /// Name.
    pub name: String,
    /// Heading.
    pub topic: String,
    /// Unit in the publisher's words.
    pub unit: String,
    /// Usual period.
    pub period: String,
    /// Usual source id (several joined by `;`).
    pub source: String,
    /// Which direction is better: `high`, `low` or `neutral`.
    pub good: String,
    /// Anything a reader needs.
    pub note: String,
    /// How it was built, where one method served every place.
    pub method: String,
}

/// Who published a series, and under which licence.
#[derive(Debug, Clone, PartialEq)]
pub struct PublishedSource {
    /// Publisher.
    pub publisher: String,
    /// Title.
    pub title: String,
    /// Period.
    pub period: String,
    /// Licence.
    pub licence: String,
}

/// All definitions of the data pack.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Definitions {
    /// Version of the data pack.
    pub version: String,
    /// Indicators by id.
    pub indicators: BTreeMap<String, Definition>,
    /// Money measures by id.
    pub money: BTreeMap<String, Definition>,
    /// Sources by id.
    pub sources: BTreeMap<String, PublishedSource>,
}

impl Definitions {
    /// Reads `data/definitions.json`.
    ///
    /// # Errors
    /// All faults of the file.
    pub fn from_json(bytes: &[u8]) -> Result<Definitions, Faults> {
        let node = Node::from_json(bytes)?;
        let mut faults = Faults::new();
        let mut keys = Keys::open("", &node, &mut faults);
        let format = keys.text("format", &mut faults);
        if format != FORMAT {
            faults.add("format", &format, format!("this program reads {FORMAT}"));
        }
        let definitions = Definitions {
            version: keys.text("version", &mut faults),
            indicators: read_all(&mut keys, "indicators", read_definition, &mut faults),
            money: read_all(&mut keys, "money", read_definition, &mut faults),
            sources: read_all(&mut keys, "sources", read_source, &mut faults),
        };
        keys.done(&mut faults);
        faults.finish(definitions)
    }
}

fn read_all<T>(
    keys: &mut Keys<'_>,
    key: &'static str,
    read: fn(&mut Keys<'_>, &mut Faults) -> T,
    faults: &mut Faults,
) -> BTreeMap<String, T> {
    let path = keys.at(key);
    let Some(node) = keys.required(key, faults) else { return BTreeMap::new() };
    let list = Keys::open(&path, node, faults);
    let mut all = BTreeMap::new();
    for (id, node) in list.entries() {
        let mut inner = Keys::open(list.at(id), node, faults);
        all.insert(id.clone(), read(&mut inner, faults));
        inner.done(faults);
    }
    all
}

fn read_definition(keys: &mut Keys<'_>, faults: &mut Faults) -> Definition {
    let definition = Definition {
        name: keys.words("name", faults),
        topic: keys.text("topic", faults),
        unit: keys.words("unit", faults),
        period: keys.text("period", faults),
        source: keys.text("source", faults),
        good: keys.text_or_empty("good", faults),
        note: keys.text_or_empty("note", faults),
        method: keys.text_or_empty("method", faults),
    };
    keys.optional("quality"); // doubts about single places, repeated there as flags
    definition
}

fn read_source(keys: &mut Keys<'_>, faults: &mut Faults) -> PublishedSource {
    let source = PublishedSource {
        publisher: keys.words("publisher", faults),
        title: keys.words("title", faults),
        period: keys.text("period", faults),
        licence: keys.words("licence", faults),
    };
    keys.optional("note");
    source
}
