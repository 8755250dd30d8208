//! Figures and sides of a reader's own: the one place that says what every output says of them.
//!
//! A table has them in its last column, a page for a screen in a line near its top, a document that does not carry its
//! scenario under a key of its own. The page's files hold the same words in a column of the same name.

use headwater::inputs::evidence::{Evidence, Figure, PriceYear};
use headwater::inputs::scenario::{COST_PER_QALY, Scenario};
use serde_json::{Value, json};

use crate::run::{Given, word};

/// Last column of every table, and key of a document.
pub const COLUMN: &str = "own_figures";

/// What a reader set, in the order of ids: figures first, then sides taken in disputes. What was set to the model's own value
/// counts too, as on the page: an effect that is set is not shrunk.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Own(Vec<Change>);

/// One figure or side with what it replaces.
#[derive(Debug, Clone, PartialEq)]
struct Change {
    id: String,
    label: String,
    value: Value,
    ours: Value,
    /// Empty for a side.
    unit: String,
    /// Of the value that is replaced, where it is not that of the results, in which a reader's own pounds are.
    price_year: String,
}

impl Own {
    /// What a scenario sets.
    pub fn of(evidence: &Evidence, scenario: &Scenario) -> Own {
        let mut figures: Vec<Change> =
            scenario.assumptions.iter().map(|(id, value)| figure(evidence, id, *value)).collect();
        let mut sides: Vec<Change> = scenario.switches.iter().map(|(id, option)| side(evidence, id, option)).collect();
        for list in [&mut figures, &mut sides] {
            list.sort_by(|one, other| one.id.cmp(&other.id));
        }
        figures.append(&mut sides);
        Own(figures)
    }

    /// What each of several scenarios sets.
    pub fn of_each(evidence: &Evidence, given: &[Given]) -> Vec<Own> {
        given.iter().map(|given| Own::of(evidence, &given.scenario)).collect()
    }

    /// The cell of a table: ids, or nothing.
    pub fn cell(&self) -> String {
        self.0.iter().map(|change| change.id.as_str()).collect::<Vec<_>>().join("; ")
    }

    /// The line of a page, with its end; nothing where every figure is the model's.
    pub fn line(&self) -> String {
        let changes: Vec<String> = self.0.iter().map(Change::words).collect();
        match changes.len() {
            0 => String::new(),
            1 => format!("With 1 figure of your own: {}\n", changes[0]),
            count => format!("With {count} figures of your own: {}\n", changes.join("; ")),
        }
    }

    /// The list of a document.
    pub fn json(&self) -> Value {
        let row = |change: &Change| {
            json!({
                "id": change.id, "label": change.label, "value": change.value, "ours": change.ours, "unit": change.unit,
                "ours_price_year": Some(&change.price_year).filter(|year| !year.is_empty()),
            })
        };
        self.0.iter().map(row).collect()
    }
}

impl Change {
    fn words(&self) -> String {
        let Change { id, label, value, ours, unit, price_year } = self;
        let same = value == ours && price_year.is_empty();
        let quoted = |side: &Value| if unit.is_empty() { format!("\"{}\"", word(side)) } else { word(side) };
        let unit = if unit.is_empty() { String::new() } else { format!(" {}", unit.replace('_', " ")) };
        let instead = if same { ", as ours is".into() } else { format!(" instead of {}", quoted(ours)) };
        let prices = if price_year.is_empty() { String::new() } else { format!(" in prices of {price_year}") };
        format!("{label} ({id}) is {}{unit}{instead}{prices}", quoted(value))
    }
}

fn figure(evidence: &Evidence, id: &str, value: f64) -> Change {
    let ours = replaced(evidence, id);
    let year = match ours.and_then(|ours| ours.price_year.as_ref()) {
        Some(PriceYear::Financial(year)) if *year != evidence.info.price_year => year.clone(),
        _ => String::new(),
    };
    Change {
        id: id.into(),
        label: ours.map_or_else(|| id.into(), |ours| ours.label.clone()),
        value: plain(value),
        ours: ours.map_or(Value::Null, |ours| plain(ours.value)),
        unit: ours.map_or_else(String::new, |ours| ours.unit.id().into()),
        price_year: year,
    }
}

/// The figure that a value of one's own replaces. The price of health in hospitals is a dispute between figures: it replaces that of
/// the side taken by default.
fn replaced<'a>(evidence: &'a Evidence, id: &str) -> Option<&'a Figure> {
    let by_default = || {
        let switch = evidence.switches.get("nhs_cost_per_qaly").filter(|_| id == COST_PER_QALY)?;
        let side = switch.options.iter().find(|option| option.id == switch.default)?;
        evidence.parameters.get(&side.points_at)
    };
    let known = evidence.parameters.get(id).or_else(|| evidence.effects.get(id).map(|effect| &effect.figure));
    known.or_else(by_default)
}

fn side(evidence: &Evidence, id: &str, option: &str) -> Change {
    let switch = evidence.switches.get(id);
    let words = |option: &str| {
        let known = switch.and_then(|switch| switch.options.iter().find(|known| known.id == option));
        json!(known.map_or(option, |known| known.label.as_str()))
    };
    Change {
        id: id.into(),
        label: switch.map_or_else(|| id.into(), |switch| switch.label.clone()),
        value: words(option),
        ours: switch.map_or(Value::Null, |switch| words(&switch.default)),
        unit: String::new(),
        price_year: String::new(),
    }
}

/// A number as people write it: whole ones without a point.
fn plain(value: f64) -> Value {
    serde_json::from_str(&value.to_string()).unwrap_or(Value::Null)
}
