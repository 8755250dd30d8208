//! The price of health in hospitals, the one dispute that is a number: one run gives the answer at every price.

use crate::error::Faults;
use crate::inputs::scenario::COST_PER_QALY;
use crate::value::report::Input;
use crate::value::sensitivity::about::{About, Sign};
use crate::value::sensitivity::threshold::Flip;
use crate::value::topdown::{self, BottomUp};

/// Beyond the published prices it is followed to ten times the one in use, or a tenth of it.
const FAR: f64 = 10.0;

/// The price in use, the published ones and the answer at any of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Price {
    /// Lowest and highest published price, pounds per healthy year in the pack's price year.
    pub range: (f64, f64),
    /// The answer by price.
    pub ours: BottomUp,
    /// Parameter that holds the price in use; empty where the scenario sets a price of its own.
    pub parameter: String,
    /// Name of the dispute.
    pub label: String,
}

impl Price {
    /// Id under which a scenario may set the price.
    pub const ID: &str = COST_PER_QALY;

    /// Reads a central run; `None` unless it was asked about healthy years and they are counted.
    ///
    /// # Errors
    /// As [`topdown::rival_prices`].
    pub fn of(input: &Input<'_>, about: &About) -> Result<Option<Price>, Faults> {
        if about.id != "qalys" {
            return Ok(None);
        }
        let until = if about.horizon_only() { input.what_if.years } else { usize::MAX };
        let Some(ours) = topdown::bottom_up_until(input, until).filter(|ours| ours.through_price != 0.0) else {
            return Ok(None);
        };
        let prices: Vec<f64> = topdown::rival_prices(input)?.iter().map(|price| price.gbp_per_qaly).collect();
        let switch = input.evidence.switches.get("nhs_cost_per_qaly");
        let side = input.plan.scenario.switches.iter().find(|(id, _)| id == "nhs_cost_per_qaly").map(|(_, side)| side);
        let set = input.plan.scenario.assumptions.iter().any(|(id, _)| id == COST_PER_QALY);
        let option = switch.and_then(|switch| {
            let side = side.unwrap_or(&switch.default);
            switch.options.iter().find(|option| option.id == *side && !set)
        });
        let low = prices.iter().copied().fold(f64::INFINITY, f64::min);
        let high = prices.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        Ok((low < high).then(|| Price {
            range: (low, high),
            ours,
            parameter: option.map_or_else(String::new, |option| option.points_at.clone()),
            label: switch.map_or_else(String::new, |switch| switch.label.clone()),
        }))
    }

    /// The price at which the answer changes sign, where it lies within ten times or a tenth of the one in use or of those
    /// published.
    #[must_use]
    pub fn flip(&self) -> Option<Flip> {
        let (low, high) = self.range;
        let value = self.ours.break_even_price()?;
        let followed = (low.min(self.ours.price / FAR), high.max(self.ours.price * FAR));
        let turns = Sign::of(self.ours.net_at(self.ours.price)) != Sign::None;
        (turns && (followed.0..=followed.1).contains(&value)).then(|| Flip {
            value,
            within: (low..=high).contains(&value),
            distance: (value - self.ours.price).abs() / (high - low),
        })
    }
}
