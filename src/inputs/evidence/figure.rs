//! A figure with its provenance: the unit of belief. The loader refuses one without a source, a range and a status.

use crate::error::Faults;
use crate::inputs::evidence::provenance::{Provenance, Uncertainty, read_provenance, read_uncertainty};
use crate::inputs::node::Node;
use crate::inputs::reader::{Keys, pick};
use crate::units::{Kind, Unit, read_kind_and_unit};

/// A parameter: one value with its range and provenance.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Id, unique over the pack.
    pub id: String,
    /// Plain words.
    pub label: String,
    /// What kind of figure, which bounds its value.
    pub kind: Kind,
    /// Unit.
    pub unit: Unit,
    /// Central value.
    pub value: f64,
    /// Range, or why there is none.
    pub uncertainty: Uncertainty,
    /// Financial year of prices, for money.
    pub price_year: Option<PriceYear>,
    /// Where it comes from.
    pub provenance: Provenance,
    /// Heading in the assumptions explorer.
    pub group: String,
    /// Indicator of the data pack that replaces the value in each place.
    pub place_indicator: String,
    /// Why no future draws it although it is used and has a range; empty for all others.
    pub not_drawn: String,
}

/// Financial year of prices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PriceYear {
    /// Such as `2024-25`.
    Financial(String),
    /// The source does not say.
    NotStated,
}

impl PriceYear {
    /// The words used in files.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            PriceYear::Financial(year) => year,
            PriceYear::NotStated => "not stated",
        }
    }
}

impl Figure {
    /// True for a parameter whose value differs from draw to draw: it is used, has a range, and no reason is given against it.
    #[must_use]
    pub const fn is_drawn_parameter(&self) -> bool {
        self.not_drawn.is_empty() && self.could_be_drawn()
    }

    const fn could_be_drawn(&self) -> bool {
        self.provenance.input && self.uncertainty.is_range()
    }

    /// Reads a `[[parameter]]`.
    pub fn read(path: &str, node: &Node, faults: &mut Faults) -> Figure {
        let mut keys = Keys::open(path, node, faults);
        let mut figure = Figure::read_keys(&mut keys, faults);
        if let Some(why) = keys.optional_text("not_drawn", faults) {
            if why.trim().is_empty() || !figure.could_be_drawn() {
                let reason = "gives a reason why a figure that is used and has a range is not drawn: no other needs it";
                faults.add(keys.at("not_drawn"), format!("\"{why}\""), reason);
            }
            figure.not_drawn = why;
        }
        keys.done(faults);
        figure
    }

    /// Reads the keys every figure has, leaving the caller to read more of the same record.
    pub fn read_keys(keys: &mut Keys<'_>, faults: &mut Faults) -> Figure {
        let id = read_id(keys, faults);
        let label = keys.words("label", faults);
        let (kind, unit) = read_kind_and_unit(keys, faults);
        let before = faults.len();
        let value = keys.number("value", faults);
        if faults.len() == before && !kind.holds(value) {
            faults.add(keys.at("value"), value, kind.rule());
        }
        let uncertainty = read_uncertainty(keys, Some((kind, value)), faults);
        let price_year = read_price_year(keys, kind.is_money(), faults);
        let provenance = read_provenance(keys, faults);
        Figure {
            id,
            label,
            kind,
            unit,
            value,
            uncertainty,
            price_year,
            provenance,
            group: keys.text_or_empty("group", faults),
            place_indicator: keys.text_or_empty("place_indicator", faults),
            not_drawn: String::new(),
        }
    }
}

/// Reads an id: lower-case words joined by dots.
pub fn read_id(keys: &mut Keys<'_>, faults: &mut Faults) -> String {
    let id = keys.words("id", faults);
    let sound =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if !id.is_empty() && !id.split('.').all(sound) {
        faults.add(keys.at("id"), format!("\"{id}\""), "an id is lower-case letters, digits and _, joined by dots");
    }
    id
}

fn read_price_year(keys: &mut Keys<'_>, money: bool, faults: &mut Faults) -> Option<PriceYear> {
    let found = keys.optional_text("price_year", faults);
    match (found, money) {
        (None, false) => None,
        (None, true) => {
            faults.add(keys.at("price_year"), "", "money needs a price year, such as \"2024-25\" or \"not stated\"");
            None
        }
        (Some(year), _) if year == "not stated" => Some(PriceYear::NotStated),
        (Some(year), _) => {
            if !is_financial_year(&year) {
                faults.add(
                    keys.at("price_year"),
                    format!("\"{year}\""),
                    "must be a financial year such as \"2024-25\", or \"not stated\"",
                );
            }
            Some(PriceYear::Financial(year))
        }
    }
}

/// True for `2024-25`: four digits, a dash, and the last two digits of the year after.
#[must_use]
pub fn is_financial_year(text: &str) -> bool {
    let Some((first, second)) = text.split_once('-') else { return false };
    let (Ok(start), Ok(end)) = (first.parse::<u32>(), second.parse::<u32>()) else { return false };
    first.len() == 4 && second.len() == 2 && (start + 1) % 100 == end
}

/// Reads an optional closed-list word; used where a key may be absent.
pub fn optional_choice<T: Copy>(
    keys: &mut Keys<'_>,
    key: &'static str,
    options: &[(&'static str, T)],
    faults: &mut Faults,
) -> Option<T> {
    let word = keys.optional_text(key, faults)?;
    pick(&keys.at(key), &word, options, faults)
}
