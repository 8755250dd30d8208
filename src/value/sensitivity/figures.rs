//! The figures that a run reads and that have a range: what could be argued with one at a time.

use crate::inputs::evidence::{Belief, Effect, Figure as Record, PriceYear, Uncertainty};
use crate::inputs::scenario::divides;
use crate::math;
use crate::model::draws::{Column, Draws, Owner};
use crate::model::tables::Tables;
use crate::model::what_if::values::is_ratio;
use crate::units::Kind;
use crate::value::ensemble::worlds::TREND;
use crate::value::report::Input;

/// Beyond its range a figure without bounds of its own is followed to ten times its central value, or a tenth of it.
const FAR: f64 = 10.0;

/// A figure of the evidence with its range. Values are in the record's own unit and price year; [`Figure::shown`] brings
/// them to the pack's.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Id.
    pub id: String,
    /// Plain words.
    pub label: String,
    /// Unit.
    pub unit: &'static str,
    /// Kind.
    pub kind: Kind,
    /// Column of the draws.
    pub column: usize,
    /// Central value.
    pub central: f64,
    /// Ends of its range.
    pub range: (f64, f64),
    /// Share of belief between the ends.
    pub level: f64,
    /// How far it is followed beyond its range.
    pub limits: (f64, f64),
    /// Pounds of its price year in pounds of the pack's; 1 for anything but money.
    pub price_factor: f64,
    /// How the central value is known.
    pub status: &'static str,
    /// Grade of the evidence.
    pub grade: &'static str,
    /// Heading among the assumptions; `effect` for an effect.
    pub heading: String,
    /// Programme it is of, empty if none.
    pub programme: String,
    /// How a weak effect is shrunk: exponent or factor, and true for a ratio.
    shrunk: Option<(f64, bool)>,
}

impl Figure {
    /// A value in the pack's price year.
    #[must_use]
    pub fn shown(&self, value: f64) -> f64 {
        value * self.price_factor
    }

    /// The value that, set as an assumption of one's own, gives what this value gives: an assumption is in today's pounds,
    /// and an effect of one's own is taken as it is, never shrunk.
    #[must_use]
    pub fn as_assumption(&self, value: f64) -> f64 {
        match self.shrunk {
            Some((shrinkage, true)) => math::pow(self.shown(value), shrinkage),
            Some((shrinkage, false)) => self.shown(value) * shrinkage,
            None => self.shown(value),
        }
    }
}

/// The figures with a range that a run read, but for those the scenario sets itself: parameters in the order of the pack,
/// then effects.
#[must_use]
pub fn read_by(input: &Input<'_>, draws: &Draws) -> Vec<Figure> {
    let set = |id: &str| input.plan.scenario.assumptions.iter().any(|(own, _)| own == id);
    let columns = draws.columns().iter().enumerate();
    columns.filter(|(_, column)| !set(&column.id)).filter_map(|(at, column)| read(input, at, column)).collect()
}

fn read(input: &Input<'_>, at: usize, column: &Column) -> Option<Figure> {
    let (evidence, tables) = (input.evidence, input.plan.tables);
    match column.owner {
        Owner::Parameter => {
            let used = column.id == TREND || input.plan.used.contains(&column.id);
            let record = evidence.parameters.get(&column.id).filter(|_| used)?;
            let programme = evidence.components.iter().find(|component| {
                component.parameters.iter().any(|(_, id)| *id == record.id) && component.programme == start(&record.id)
            });
            let figure = of_record(record, at, tables)?;
            Some(Figure { programme: programme.map_or_else(String::new, |known| known.programme.clone()), ..figure })
        }
        Owner::Effect => {
            let used =
                input.plan.components.iter().any(|component| component.effects.iter().any(|e| e.id == column.id));
            let effect = evidence.effects.get(&column.id).filter(|_| used)?;
            let figure = of_record(&effect.figure, at, tables)?;
            Some(Figure {
                grade: effect.grade.word(),
                heading: "effect".into(),
                programme: effect.programme.clone(),
                shrunk: shrinkage(input, effect),
                ..figure
            })
        }
    }
}

/// Less than this many pounds a year is what adding up leaves.
const NO_POUND: f64 = 1e-6;

/// True if a figure is of the delivery or the effects of a programme to which no pound comes, in a run in which no pound is
/// left over that it could take: then nothing depends on it.
#[must_use]
pub fn is_idle(input: &Input<'_>, figure: &Figure) -> bool {
    let what_if = input.what_if;
    let left_over = what_if.money.iter().any(|year| year.returned + year.unallocated > NO_POUND);
    if figure.programme.is_empty() || left_over {
        return false;
    }
    let own = input.plan.components.iter().enumerate().filter(|(_, component)| {
        let delivers = component.record.parameters.iter().any(|(_, id)| *id == figure.id);
        delivers || component.effects.iter().any(|effect| effect.id == figure.id)
    });
    let mut own = own.peekable();
    own.peek().is_some() && own.all(|(at, _)| what_if.spent.iter().all(|year| year[at] <= NO_POUND))
}

fn start(id: &str) -> &str {
    id.split('.').next().unwrap_or_default()
}

/// How an effect is shrunk in this run, if it is.
fn shrinkage(input: &Input<'_>, effect: &Effect) -> Option<(f64, bool)> {
    let chosen = input.plan.scenario.switches.iter().find(|(id, _)| id == "belief").map(|(_, side)| side.as_str());
    let side = chosen.or_else(|| input.evidence.switches.get("belief").map(|switch| switch.default.as_str()));
    if effect.belief.0 != Belief::Shrunk || side == Some("as_published") {
        return None;
    }
    let own = input.plan.scenario.assumptions.iter().find(|(id, _)| id == "belief.shrinkage").map(|(_, own)| *own);
    let ours = || input.evidence.parameters.get("belief.shrinkage").map(|figure| figure.value);
    own.or_else(ours).map(|shrinkage| (shrinkage, is_ratio(effect.measure)))
}

fn of_record(record: &Record, column: usize, tables: &Tables) -> Option<Figure> {
    let Uncertainty::Range { low, high, level, .. } = record.uncertainty else { return None };
    Some(Figure {
        id: record.id.clone(),
        label: record.label.clone(),
        unit: record.unit.id(),
        kind: record.kind,
        column,
        central: record.value,
        range: (low, high),
        level,
        limits: limits(record, (low, high)),
        price_factor: price_factor(record, tables),
        status: record.provenance.status.word(),
        grade: record.provenance.quality.word(),
        heading: record.group.clone(),
        programme: String::new(),
        shrunk: None,
    })
}

fn price_factor(record: &Record, tables: &Tables) -> f64 {
    match &record.price_year {
        Some(PriceYear::Financial(year)) => tables.price_factor(year).unwrap_or(1.0),
        _ => 1.0,
    }
}

/// The bounds of its kind, where those are near; else ten times the central value or a tenth of it, and for figures of either
/// sign ten times the way to the end of the range. Never inside the range.
fn limits(record: &Record, (low, high): (f64, f64)) -> (f64, f64) {
    let (central, bounds) = (record.value, record.kind.bounds());
    let (least, most) = match record.kind {
        Kind::Share | Kind::Growth | Kind::Utility | Kind::Elasticity => bounds,
        Kind::Change | Kind::MoneyChange => {
            (central - FAR * (central - low).max(central.abs()), central + FAR * (high - central).max(central.abs()))
        }
        Kind::Ratio => (central / FAR, FAR * central),
        Kind::Rate | Kind::Count | Kind::Duration | Kind::Money => {
            let least = if divides(&record.id, record) { central / FAR } else { 0.0 };
            (least, if central > 0.0 { FAR * central } else { FAR * high })
        }
    };
    (least.min(low), most.max(high))
}
