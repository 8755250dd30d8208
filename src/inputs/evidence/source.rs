//! Where figures were read, and results that must not be lost.

use crate::error::Faults;
use crate::inputs::evidence::figure::read_id;
use crate::inputs::node::Node;
use crate::inputs::reader::Keys;

/// Where a figure was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Author.
    pub author: String,
    /// Year or period, as text.
    pub year: String,
    /// Publisher or journal.
    pub publisher: String,
    /// DOI, if there is one.
    pub doi: String,
    /// Publisher's address.
    pub url: String,
    /// Licence in words.
    pub licence: String,
    /// False if the licence forbids commercial use: such a source may check, never feed.
    pub may_be_input: bool,
    /// Study design.
    pub design: String,
    /// Anything a reader needs.
    pub note: String,
}

impl Source {
    /// Reads a `[[source]]`.
    pub fn read(path: &str, node: &Node, faults: &mut Faults) -> Source {
        let mut keys = Keys::open(path, node, faults);
        let source = Source {
            id: keys.words("id", faults),
            title: keys.words("title", faults),
            author: keys.text("author", faults),
            year: keys.text("year", faults),
            publisher: keys.text("publisher", faults),
            doi: keys.text("doi", faults),
            url: keys.text("url", faults),
            licence: keys.text("licence", faults),
            may_be_input: keys.choice(
                "commercial_use",
                &[("yes", true), ("unknown", true), ("no", false)],
                true,
                faults,
            ),
            design: keys.text("design", faults),
            note: keys.text("note", faults),
        };
        keys.text("seen_via", faults);
        keys.done(faults);
        source
    }
}

/// A result that must not be lost: null results, published returns to check against, context. Never an input.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Id.
    pub id: String,
    /// Programme, or empty.
    pub programme: String,
    /// `null_result`, `external_check` or `context`.
    pub kind: &'static str,
    /// What was found.
    pub text: String,
    /// Source ids.
    pub sources: Vec<String>,
}

impl Finding {
    /// Reads a `[[finding]]`.
    pub fn read(path: &str, node: &Node, faults: &mut Faults) -> Finding {
        const KINDS: &[(&str, &str)] =
            &[("null_result", "null_result"), ("external_check", "external_check"), ("context", "context")];
        let mut keys = Keys::open(path, node, faults);
        let finding = Finding {
            id: read_id(&mut keys, faults),
            programme: keys.text("programme", faults),
            kind: keys.choice("kind", KINDS, "context", faults),
            text: keys.words("text", faults),
            sources: keys.texts("source", faults),
        };
        keys.done(faults);
        finding
    }
}
