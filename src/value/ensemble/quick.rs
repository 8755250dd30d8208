//! The same futures by the quick engine ([`crate::model::quick`]): what they share worked out once, and kept while money moves.

use std::borrow::Cow;

use super::Ensemble;
use super::eight::{self, Prices, Reader};
use super::rows::Rows;
use super::worlds::World;
use crate::error::Faults;
use crate::inputs::scenario::{Scenario, Split};
use crate::model::draws::{BLOCK, Draw};
use crate::model::quick::{LANES, Lanes, Lot, Quick};
use crate::model::what_if::figures::Figures;
use crate::model::what_if::plan::Plan;
use crate::model::what_if::values::Values;
use crate::value::{fairness, topdown};

/// An ensemble made ready: every world worked out, every draw resolved.
#[derive(Debug)]
pub struct Ready<'a> {
    worlds: Vec<ReadyWorld<'a>>,
}

/// One world and the futures that stand on it.
#[derive(Debug)]
struct ReadyWorld<'a> {
    quick: Quick,
    central: Plan<'a>,
    eights: Vec<Eight<'a>>,
    /// Kept from before and not asked for this time.
    spare: Vec<KeptEight>,
}

/// Up to eight futures.
#[derive(Debug)]
struct Eight<'a> {
    indices: Vec<usize>,
    plans: Vec<Plan<'a>>,
    lot: Lot,
    prices: Prices,
}

/// What futures share, and their figures, kept from one scenario to the next.
#[derive(Debug)]
pub struct Kept {
    scenario: Scenario,
    seed: u64,
    worlds: Vec<KeptWorld>,
}

#[derive(Debug)]
struct KeptWorld {
    quick: Quick,
    eights: Vec<KeptEight>,
}

#[derive(Debug)]
struct KeptEight {
    indices: Vec<usize>,
    figures: Vec<Figures>,
    lot: Lot,
    prices: Prices,
}

/// Futures whose figures are kept: those that follow a lever. Of the others they are made again.
const KEPT: usize = BLOCK;

impl<'a> Ready<'a> {
    /// Makes the futures of the worlds at hand ready.
    ///
    /// # Errors
    /// Faults of the scenario.
    pub fn new(ensemble: &Ensemble<'a>) -> Result<Ready<'a>, Faults> {
        Ready::on(ensemble, None)
    }

    /// The same on what another scenario of the same worlds left behind, where it serves this one too.
    ///
    /// # Errors
    /// Faults of the scenario.
    pub fn on(ensemble: &Ensemble<'a>, kept: Option<Kept>) -> Result<Ready<'a>, Faults> {
        let kept = kept.filter(|kept| carries(&kept.scenario, ensemble.scenario));
        let same_seed = kept.as_ref().is_some_and(|kept| kept.seed == ensemble.draws.seed());
        let mut kept = kept.map_or_else(Vec::new, |kept| kept.worlds).into_iter();
        let mut worlds = Vec::new();
        for world in ensemble.worlds.list() {
            let drawn = |index: usize| ensemble.draws.row(index).map(|draw| (index, draw));
            let own = |(_, draw): &(usize, Draw<'_>)| ensemble.worlds.of(*draw).is_ok_and(|of| std::ptr::eq(of, world));
            let rows: Vec<(usize, Draw<'a>)> = ensemble.draws.rows().filter_map(drawn).filter(own).collect();
            let central = resolve(ensemble, world, None)?;
            let (quick, known) = match kept.next() {
                Some(kept) => (kept.quick, if same_seed { kept.eights } else { Vec::new() }),
                None => (Quick::new(&central, ensemble.evidence), Vec::new()),
            };
            let mut spare = known;
            let mut eights = Vec::new();
            for rows in rows.chunks(LANES) {
                let same = |kept: &KeptEight| kept.indices.iter().eq(rows.iter().map(|(index, _)| index));
                eights.push(match spare.iter().position(same) {
                    Some(at) => spare.remove(at).take_up(&central, &world.ground),
                    None => Eight::new(ensemble, (world, &quick, &central), rows)?,
                });
            }
            worlds.push(ReadyWorld { quick, central, eights, spare });
        }
        Ok(Ready { worlds })
    }

    /// What may serve the next scenario in the same worlds.
    #[must_use]
    pub fn keep(self, ensemble: &Ensemble<'_>) -> Kept {
        let world = |world: ReadyWorld<'a>| {
            let first = |eight: &Eight<'_>| eight.indices.iter().all(|index| *index <= KEPT);
            let mut eights: Vec<KeptEight> = world.eights.into_iter().take_while(first).map(Eight::put_by).collect();
            // Another division of the same futures into eights would only lie about.
            let anew = |spare: &KeptEight| !eights.iter().any(|kept| kept.indices.contains(&spare.indices[0]));
            let spare: Vec<KeptEight> = world.spare.into_iter().filter(anew).collect();
            eights.extend(spare);
            KeptWorld { quick: world.quick, eights }
        };
        Kept {
            scenario: ensemble.scenario.clone(),
            seed: ensemble.draws.seed(),
            worlds: self.worlds.into_iter().map(world).collect(),
        }
    }

    /// Runs all futures.
    ///
    /// # Errors
    /// None so far: whatever can be wrong was found when they were made ready.
    pub fn run(&self, ensemble: &Ensemble<'a>) -> Result<Rows, Faults> {
        let mut rows = ensemble.empty();
        for world in &self.worlds {
            let people = fairness::people(ensemble.baseline);
            let reader = Reader { view: &ensemble.view, central: &world.central, people };
            let mut run = world.quick.run(!ensemble.view.set_in_motion);
            for eight in &world.eights {
                let Some(last) = eight.plans.last() else { continue };
                let plans = std::array::from_fn(|lane| eight.plans.get(lane).unwrap_or(last));
                run.eight(&eight.lot, plans, |answer| {
                    eight::push(&mut rows, &eight.indices, answer, &reader, &eight.prices);
                });
            }
        }
        rows.sort();
        Ok(rows)
    }
}

impl<'a> Eight<'a> {
    fn new(
        ensemble: &Ensemble<'a>,
        (world, quick, central): (&'a World, &Quick, &Plan<'a>),
        rows: &[(usize, Draw<'a>)],
    ) -> Result<Eight<'a>, Faults> {
        let mut plans = Vec::with_capacity(rows.len());
        let mut positions = Vec::with_capacity(rows.len());
        let mut prices = Vec::with_capacity(rows.len());
        for (_, draw) in rows {
            let plan = resolve(ensemble, world, Some(*draw))?;
            positions.push(quick.position(&plan, central));
            let values = Values::new(ensemble.evidence, &world.tables, ensemble.scenario).in_future(Some(*draw));
            prices.push(topdown::prices(values)?);
            plans.push(Plan::with_figures(plan.into_figures(), central, &world.ground));
        }
        // The last stands in for those that are missing.
        let at = |lane: usize| lane.min(rows.len() - 1);
        let lanes = |get: &dyn Fn(usize) -> f64| -> Lanes { std::array::from_fn(|lane| get(at(lane))) };
        let options = prices[0].iter().enumerate();
        let rivals = options.map(|(n, price)| (price.option.to_string(), lanes(&|row| prices[row][n].gbp_per_qaly)));
        let prices = Prices {
            rivals: rivals.collect(),
            own: lanes(&|row| plans[row].acute.cost_per_qaly),
            per_care_client: lanes(&|row| plans[row].costs.per_care_client),
        };
        let lot =
            quick.lot(&std::array::from_fn(|lane| &plans[at(lane)]), &std::array::from_fn(|lane| positions[at(lane)]));
        Ok(Eight { indices: rows.iter().map(|(index, _)| *index).collect(), plans, lot, prices })
    }

    fn put_by(self) -> KeptEight {
        let Eight { indices, plans, lot, prices } = self;
        KeptEight { indices, figures: plans.into_iter().map(Plan::into_figures).collect(), lot, prices }
    }
}

impl KeptEight {
    fn take_up<'a>(self, central: &Plan<'a>, ground: &'a crate::model::what_if::ground::Ground) -> Eight<'a> {
        let plan = |figures: Figures| Plan::with_figures(figures, central, ground);
        let KeptEight { indices, figures, lot, prices } = self;
        Eight { indices, plans: figures.into_iter().map(plan).collect(), lot, prices }
    }
}

fn resolve<'a>(ensemble: &Ensemble<'a>, world: &'a World, draw: Option<Draw<'a>>) -> Result<Plan<'a>, Faults> {
    let ground = Cow::Borrowed(&world.ground);
    Plan::in_future(draw, ground, ensemble.area, &world.tables, ensemble.evidence, ensemble.scenario)
}

/// True if two scenarios differ in money alone.
fn carries(from: &Scenario, to: &Scenario) -> bool {
    let programmes = |scenario: &Scenario| -> Option<Vec<String>> {
        match &scenario.split {
            Split::Named(list) => Some(list.iter().map(|(id, _)| id.clone()).collect()),
            Split::EvidenceMix => None,
        }
    };
    from.assumptions == to.assumptions
        && from.switches == to.switches
        && from.horizon_years == to.horizon_years
        && from.targeting == to.targeting
        && programmes(from) == programmes(to)
}
