//! What futures stand on: people and diseases of the baseline hang on the yearly trend of mortality, so its draws take a few values only,
//! and each gets tables and a ground of its own. A ground is large: it is worked out when asked for.

use std::sync::OnceLock;

use crate::error::Faults;
use crate::inputs::evidence::Evidence;
use crate::inputs::place::Area;
use crate::inputs::scenario::Scenario;
use crate::model::draws::{Draw, Draws};
use crate::model::tables::Tables;
use crate::model::what_if::ground::Ground;

/// Change of mortality and disease rates per year: the one drawn figure that moves the whole baseline.
pub const TREND: &str = "base.mortality_trend_share";

/// One baseline, and the tables it follows from.
#[derive(Debug)]
pub struct World {
    /// Tables with this trend.
    pub tables: Tables,
    ground: OnceLock<Ground>,
}

impl World {
    /// The area if nothing changes, always the one that the worlds are of; kept from the first time on.
    #[must_use]
    pub fn ground(&self, area: &Area) -> &Ground {
        self.ground.get_or_init(|| Ground::new(area, &self.tables))
    }

    /// The same, worked out for this alone where nobody asked for it to be kept.
    #[must_use]
    pub fn ground_once(&self, area: &Area) -> Ground {
        self.ground.get().cloned().unwrap_or_else(|| Ground::new(area, &self.tables))
    }
}

/// The baselines of all futures, by trend.
#[derive(Debug)]
pub struct Worlds {
    /// Position of [`TREND`] among the parameters; `None` where the scenario sets it.
    position: Option<usize>,
    list: Vec<World>,
}

impl Worlds {
    /// The tables of every baseline that the rows of `draws` need, or of every `of`-th of them only, beginning with number
    /// `part`: so several workers share the rows, and each holds a part of the baselines.
    #[must_use]
    pub fn new(
        evidence: &Evidence,
        scenario: &Scenario,
        tables: &Tables,
        draws: &Draws,
        (part, of): (usize, usize),
    ) -> Worlds {
        Worlds::on(evidence, scenario, tables, &trends(evidence, scenario, tables, draws, (part, of)))
    }

    /// The tables of the baselines of these trends.
    #[must_use]
    pub fn on(evidence: &Evidence, scenario: &Scenario, tables: &Tables, trends: &[f64]) -> Worlds {
        let world = |mortality_trend: &f64| World {
            tables: Tables { mortality_trend: *mortality_trend, ..tables.clone() },
            ground: OnceLock::new(),
        };
        Worlds { position: position(evidence, scenario), list: trends.iter().map(world).collect() }
    }

    /// True if these are the baselines of exactly these trends.
    #[must_use]
    pub fn are_of(&self, trends: &[f64]) -> bool {
        self.list.iter().map(|world| world.tables.mortality_trend).eq(trends.iter().copied())
    }

    /// The baseline of a future.
    ///
    /// # Errors
    /// A fault if this part of the baselines does not hold it.
    pub fn of(&self, draw: Draw<'_>) -> Result<&World, Faults> {
        let Some(position) = self.position else { return self.list.first().ok_or_else(absent) };
        let drawn = draw.parameter(position);
        let same = |world: &&World| drawn.is_none_or(|trend| trend == world.tables.mortality_trend);
        self.list.iter().find(same).ok_or_else(absent)
    }

    /// All baselines at hand.
    #[must_use]
    pub fn list(&self) -> &[World] {
        &self.list
    }
}

/// Where [`TREND`] stands among the parameters; `None` where the scenario sets it.
#[must_use]
pub fn position(evidence: &Evidence, scenario: &Scenario) -> Option<usize> {
    let set = scenario.assumptions.iter().any(|(id, _)| id == TREND);
    evidence.parameters.position(TREND).filter(|_| !set)
}

/// The trends on which the rows of `draws` stand, in order; of them every `of`-th, beginning with number `part`.
#[must_use]
pub fn trends(
    evidence: &Evidence,
    scenario: &Scenario,
    tables: &Tables,
    draws: &Draws,
    (part, of): (usize, usize),
) -> Vec<f64> {
    let position = position(evidence, scenario);
    let drawn = |draw: Draw<'_>| position.and_then(|position| draw.parameter(position));
    let trend = |index: usize| draws.row(index).map(|draw| drawn(draw).unwrap_or(tables.mortality_trend));
    let mut all: Vec<f64> = draws.rows().filter_map(trend).collect();
    all.sort_by(f64::total_cmp);
    all.dedup();
    all.into_iter().enumerate().filter(|(number, _)| number % of.max(1) == part).map(|(_, trend)| trend).collect()
}

fn absent() -> Faults {
    Faults::one("draws", "", "the baseline of this future is with another worker")
}
