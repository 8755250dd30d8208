//! Evidence as one scenario believes it: own assumptions, rival evidence, one price year, weak effects shrunk.

use crate::error::Faults;
use crate::inputs::evidence::{Belief, Effect, Evidence, PriceYear};
use crate::inputs::scenario::{COST_PER_QALY, Scenario};
use crate::math;
use crate::model::draws::Draw;
use crate::model::tables::Tables;

/// Looks figures up for one scenario.
#[derive(Debug, Clone)]
pub struct Values<'a> {
    evidence: &'a Evidence,
    prices: &'a [(String, f64)],
    assumptions: &'a [(String, f64)],
    switches: &'a [(String, String)],
    draw: Option<Draw<'a>>,
    faults: Faults,
    used: Vec<String>,
    /// Parameters among them, by position.
    seen: Vec<bool>,
}

impl<'a> Values<'a> {
    /// The evidence under a scenario's overlay.
    #[must_use]
    pub fn new(evidence: &'a Evidence, tables: &'a Tables, scenario: &'a Scenario) -> Self {
        Values {
            evidence,
            prices: &tables.price_factors,
            assumptions: &scenario.assumptions,
            switches: &scenario.switches,
            draw: None,
            faults: Faults::new(),
            used: Vec::new(),
            seen: vec![false; evidence.parameters.len()],
        }
    }

    /// The same in one possible future: figures drawn within their ranges instead of central values. What the scenario sets
    /// itself stays as set.
    #[must_use]
    pub fn in_future(mut self, draw: Option<Draw<'a>>) -> Self {
        self.draw = draw;
        self
    }

    /// Turns to another possible future. What was looked up stays noted.
    pub const fn turn_to(&mut self, draw: Draw<'a>) {
        self.draw = Some(draw);
    }

    /// The possible future these values are of; `None` for the central values.
    #[must_use]
    pub const fn future(&self) -> Option<Draw<'a>> {
        self.draw
    }

    /// The evidence pack.
    #[must_use]
    pub const fn evidence(&self) -> &'a Evidence {
        self.evidence
    }

    /// A figure: the scenario's own value if it gives one, otherwise ours. Money is in the pack's price year; a price year
    /// that is not stated is taken as the pack's.
    pub fn get(&mut self, id: &str) -> f64 {
        let Some((position, figure)) = self.evidence.parameters.find(id) else {
            self.faults.add(format!("parameter {id}"), "", "the model needs this parameter and the pack has none");
            return 1.0;
        };
        if !figure.provenance.input {
            self.faults.add(
                format!("parameter {id}"),
                "input = false",
                "the model needs it, and it is marked as shown only",
            );
        }
        if let Some(seen) = self.seen.get_mut(position).filter(|seen| !**seen) {
            *seen = true;
            self.used.push(id.to_string());
        }
        if let Some((_, own)) = self.assumptions.iter().find(|(known, _)| known == id) {
            return *own; // a person's own pounds are today's pounds
        }
        let drawn = self.draw.and_then(|draw| draw.parameter(position));
        drawn.unwrap_or(figure.value) * self.price_factor(figure.price_year.as_ref())
    }

    /// A figure that people settle among themselves: as [`Values::get`], and never drawn.
    pub fn settled(&mut self, id: &str) -> f64 {
        let draw = self.draw.take();
        let value = self.get(id);
        self.draw = draw;
        value
    }

    fn price_factor(&self, year: Option<&PriceYear>) -> f64 {
        match year {
            Some(PriceYear::Financial(year)) => {
                self.prices.iter().find(|(known, _)| known == year).map_or(1.0, |(_, factor)| *factor)
            }
            _ => 1.0,
        }
    }

    /// The side taken in a disagreement: the scenario's choice, otherwise the pack's default.
    #[must_use]
    pub fn side(&self, switch: &str) -> &'a str {
        if let Some((_, option)) = self.switches.iter().find(|(known, _)| known == switch) {
            return option;
        }
        self.evidence.switches.get(switch).map_or("", |switch| switch.default.as_str())
    }

    /// The figure behind the side taken in a disagreement.
    pub fn switched(&mut self, switch: &str) -> f64 {
        let side = self.side(switch);
        let option = self.evidence.switches.get(switch).and_then(|s| s.options.iter().find(|option| option.id == side));
        match option {
            Some(option) if option.value.is_some() => option.value.unwrap_or(1.0),
            Some(option) => {
                let id = option.points_at.clone();
                self.get(&id)
            }
            None => {
                self.faults.add(format!("switch {switch}"), side, "the model needs this switch and the pack has none");
                1.0
            }
        }
    }

    /// Pounds of hospital spending behind one quality-adjusted life-year, in the pack's price year.
    pub fn cost_per_qaly(&mut self) -> f64 {
        match self.assumptions.iter().find(|(id, _)| id == COST_PER_QALY) {
            Some((_, own)) => *own,
            None => self.switched("nhs_cost_per_qaly"),
        }
    }

    /// An effect's size as believed: as published, shrunk (ratios on the log scale) or no effect.
    pub fn believed(&mut self, effect: &Effect) -> f64 {
        let figure = &effect.figure;
        let own = self.assumptions.iter().find(|(id, _)| *id == figure.id).map(|(_, value)| *value);
        let drawn = self.draw.and_then(|draw| draw.effect(self.evidence.effects.position(&figure.id)?));
        let ours = drawn.unwrap_or(figure.value) * self.price_factor(figure.price_year.as_ref());
        let published = own.unwrap_or(ours);
        let ratio = is_ratio(effect.measure);
        let all = self.side("belief") == "as_published" || own.is_some();
        match effect.belief.0 {
            Belief::AsPublished => published,
            Belief::Null if !all => {
                if ratio {
                    1.0
                } else {
                    0.0
                }
            }
            Belief::Shrunk if !all => {
                let shrinkage = self.get("belief.shrinkage");
                if ratio { math::pow(published, shrinkage) } else { published * shrinkage }
            }
            _ => published,
        }
    }

    /// Everything looked up, or all that was missing.
    ///
    /// # Errors
    /// Missing parameters and switches.
    pub fn finish(self) -> Result<Vec<String>, Faults> {
        self.faults.finish(self.used)
    }

    /// Notes a fault.
    pub fn fault(&mut self, path: impl Into<String>, value: &str, reason: impl Into<String>) {
        self.faults.add(path, value, reason);
    }
}

/// True for measures that multiply their base rate.
#[must_use]
pub fn is_ratio(measure: &str) -> bool {
    measure.ends_with("_ratio")
}
