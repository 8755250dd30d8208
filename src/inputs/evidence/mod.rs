//! What is believed: the evidence pack, read strictly and completely or not at all.
//!
//! The same reader serves the records people edit (TOML, put together by the command line) and the compiled pack
//! (`pack/evidence.json`): both become one [`Node`], and every record passes through the same checks.

mod choice;
mod common;
mod correlation;
mod disease;
mod effect;
mod figure;
mod links;
mod programme;
mod provenance;
mod registry;
pub mod slim;
mod source;
mod table;

pub use choice::{Gap, Slider, Switch, SwitchOption, TopDown};
pub use common::PAYERS;
pub use correlation::Correlation;
pub use disease::{Disease, Exposure};
pub use effect::{Belief, Effect, Role};
pub use figure::{Figure, PriceYear, is_financial_year};
pub use programme::{Component, Delivery, Programme, Usage};
pub use provenance::{Family, GoodDirection, Grade, Provenance, Status, Uncertainty};
pub use registry::{Identified, Registry};
pub use source::{Finding, Source};
pub use table::{Column, Table, compact_rows};

use crate::error::Faults;
use crate::inputs::node::Node;
use crate::inputs::reader::Keys;

/// Version of the compiled form; a pack of another version is refused.
pub const FORMAT: &str = "headwater-evidence/1";

/// What the pack says about itself.
#[derive(Debug, Clone, PartialEq)]
pub struct PackInfo {
    /// Id.
    pub id: String,
    /// Version, such as `2026.11`.
    pub version: String,
    /// Title.
    pub title: String,
    /// The one price year of all results.
    pub price_year: String,
    /// First year of every run.
    pub start_year: u32,
    /// Year and month of the last check.
    pub checked: String,
}

/// The whole evidence pack.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// What the pack says about itself.
    pub info: PackInfo,
    /// Where figures were read.
    pub sources: Registry<Source>,
    /// Figures.
    pub parameters: Registry<Figure>,
    /// Tables of figures.
    pub tables: Registry<Table>,
    /// Programmes, in catalogue order.
    pub programmes: Registry<Programme>,
    /// What programmes deliver.
    pub components: Registry<Component>,
    /// Measured effects.
    pub effects: Registry<Effect>,
    /// Null results and outside checks.
    pub findings: Registry<Finding>,
    /// Three-state diseases, in order.
    pub diseases: Registry<Disease>,
    /// Conditions known by multipliers only.
    pub conditions: Registry<Disease>,
    /// Exposures.
    pub exposures: Registry<Exposure>,
    /// Figures whose draws go together.
    pub correlations: Registry<Correlation>,
    /// Rival evidence.
    pub switches: Registry<Switch>,
    /// Controls.
    pub sliders: Registry<Slider>,
    /// Published area-level pairings.
    pub topdown: Registry<TopDown>,
    /// What nobody found.
    pub gaps: Registry<Gap>,
}

impl Evidence {
    /// Reads the compiled pack.
    ///
    /// # Errors
    /// All faults of the pack: unreadable JSON, another format version, or any faulty record.
    pub fn from_pack(bytes: &[u8]) -> Result<Evidence, Faults> {
        Evidence::from_node(&Node::from_json(bytes)?)
    }

    /// Reads a pack from its common form: keys `format`, `pack` and one list per record type.
    ///
    /// # Errors
    /// All faults of the pack.
    pub fn from_node(node: &Node) -> Result<Evidence, Faults> {
        let mut faults = Faults::new();
        let mut keys = Keys::open("", node, &mut faults);
        let format = keys.text("format", &mut faults);
        if format != FORMAT {
            faults.add("format", format!("\"{format}\""), format!("this program reads {FORMAT}"));
        }
        let info = read_info(&mut keys, &mut faults);
        let evidence = Evidence {
            info,
            sources: Registry::read(&mut keys, "source", Source::read, &mut faults),
            parameters: Registry::read(&mut keys, "parameter", Figure::read, &mut faults),
            tables: Registry::read(&mut keys, "table", Table::read, &mut faults),
            programmes: Registry::read(&mut keys, "programme", Programme::read, &mut faults),
            components: Registry::read(&mut keys, "component", Component::read, &mut faults),
            effects: Registry::read(&mut keys, "effect", Effect::read, &mut faults),
            findings: Registry::read(&mut keys, "finding", Finding::read, &mut faults),
            diseases: Registry::read(&mut keys, "disease", Disease::read, &mut faults),
            conditions: Registry::read(&mut keys, "condition", Disease::read_condition, &mut faults),
            exposures: Registry::read(&mut keys, "exposure", Exposure::read, &mut faults),
            correlations: Registry::read(&mut keys, "correlation", Correlation::read, &mut faults),
            switches: Registry::read(&mut keys, "switch", Switch::read, &mut faults),
            sliders: Registry::read(&mut keys, "slider", Slider::read, &mut faults),
            topdown: Registry::read(&mut keys, "topdown", TopDown::read, &mut faults),
            gaps: Registry::read(&mut keys, "gap", Gap::read, &mut faults),
        };
        keys.done(&mut faults);
        links::check(&evidence, &mut faults);
        faults.finish(evidence)
    }

    /// The central value of a parameter that the model needs by name.
    ///
    /// # Errors
    /// A fault if the pack has no such parameter or marks it as shown only.
    pub fn value(&self, id: &str) -> Result<f64, Faults> {
        let Some(figure) = self.parameters.get(id) else {
            return Err(Faults::one(
                format!("parameter {id}"),
                "",
                "the model needs this parameter and the pack has none",
            ));
        };
        if !figure.provenance.input {
            return Err(Faults::one(
                format!("parameter {id}"),
                "input = false",
                "the model needs this parameter, and it is marked as shown only",
            ));
        }
        Ok(figure.value)
    }

    /// The same pack with one parameter changed by the user; `beyond` tells if the value is outside its stated range.
    ///
    /// # Errors
    /// A fault if there is no such parameter or the value is impossible for its kind.
    pub fn with_value(&self, id: &str, value: f64) -> Result<(Evidence, bool), Faults> {
        let Some(figure) = self.parameters.get(id) else {
            return Err(Faults::one(
                format!("assumptions.{id}"),
                value,
                format!("no parameter has this id; nearest: {}", self.parameters.nearest(id)),
            ));
        };
        if !figure.kind.holds(value) {
            return Err(Faults::one(format!("assumptions.{id}"), value, figure.kind.rule()));
        }
        if value <= 0.0 && figure.value > 0.0 && (id.starts_with("england.") || id.starts_with("derived.")) {
            return Err(Faults::one(
                format!("assumptions.{id}"),
                value,
                "a total that other figures are divided by must stay above 0",
            ));
        }
        let beyond = match figure.uncertainty {
            Uncertainty::Range { low, high, .. } => !(low..=high).contains(&value),
            Uncertainty::Fixed(_) => value != figure.value,
        };
        let mut changed = self.clone();
        changed.parameters.change(id, |figure| figure.value = value);
        Ok((changed, beyond))
    }
}

fn read_info(keys: &mut Keys<'_>, faults: &mut Faults) -> PackInfo {
    let node = keys.required("pack", faults).cloned().unwrap_or(Node::Map(Vec::new()));
    let mut inner = Keys::open("pack", &node, faults);
    let info = PackInfo {
        id: inner.words("id", faults),
        version: inner.words("version", faults),
        title: inner.words("title", faults),
        price_year: inner.words("price_year", faults),
        start_year: inner.whole("start_year", 2000, 2100, faults),
        checked: inner.words("checked", faults),
    };
    if !info.price_year.is_empty() && !is_financial_year(&info.price_year) {
        faults.add("pack.price_year", &info.price_year, "must be a financial year such as \"2024-25\"");
    }
    inner.done(faults);
    info
}
