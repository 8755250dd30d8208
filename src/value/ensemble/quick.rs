//! The same futures by the quick engine ([`crate::model::quick`]): what they share worked out once, and kept while money moves.

use std::borrow::Cow;

use super::Ensemble;
use super::record;
use super::rows::Rows;
use super::worlds::World;
use crate::error::Faults;
use crate::inputs::scenario::{Scenario, Split};
use crate::model::draws::Draw;
use crate::model::quick::{Future, Quick};
use crate::model::what_if::plan::Plan;
use crate::value::report::Input;

/// An ensemble made ready: every draw resolved, every world worked out.
#[derive(Debug)]
pub struct Ready<'a> {
    worlds: Vec<ReadyWorld<'a>>,
}

/// One world and the futures that stand on it.
#[derive(Debug)]
struct ReadyWorld<'a> {
    quick: Quick,
    futures: Vec<Future<'a>>,
}

/// What futures share, kept from one scenario to the next.
#[derive(Debug)]
pub struct Kept {
    scenario: Scenario,
    set_in_motion: bool,
    worlds: Vec<Quick>,
}

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
        let serves = |kept: &Kept| {
            carries(&kept.scenario, ensemble.scenario) && kept.set_in_motion == ensemble.view.set_in_motion
        };
        let mut kept = kept.filter(serves).map_or_else(Vec::new, |kept| kept.worlds).into_iter();
        let mut worlds = Vec::new();
        for world in ensemble.worlds.list() {
            let drawn = |index: usize| ensemble.draws.row(index).map(|draw| (index, draw));
            let own = |(_, draw): &(usize, Draw<'_>)| ensemble.worlds.of(*draw).is_ok_and(|of| std::ptr::eq(of, world));
            let rows: Vec<(usize, Draw<'a>)> = ensemble.draws.rows().filter_map(drawn).filter(own).collect();
            let central = resolve(ensemble, world, None)?;
            let made = || Quick::new(&central, ensemble.evidence, !ensemble.view.set_in_motion);
            let quick = kept.next().unwrap_or_else(made);
            let future = |(index, draw)| Ok(quick.future(index, resolve(ensemble, world, Some(draw))?, &central));
            let futures = rows.into_iter().map(future).collect::<Result<_, Faults>>()?;
            worlds.push(ReadyWorld { quick, futures });
        }
        Ok(Ready { worlds })
    }

    /// What may serve the next scenario in the same worlds.
    #[must_use]
    pub fn keep(self, ensemble: &Ensemble<'_>) -> Kept {
        Kept {
            scenario: ensemble.scenario.clone(),
            set_in_motion: ensemble.view.set_in_motion,
            worlds: self.worlds.into_iter().map(|world| world.quick).collect(),
        }
    }

    /// Runs all futures.
    ///
    /// # Errors
    /// As [`super::Ensemble::future`].
    pub fn run(&self, ensemble: &Ensemble<'a>) -> Result<Rows, Faults> {
        let mut rows = ensemble.empty();
        for world in &self.worlds {
            world.quick.run(&world.futures, |future, what_if| {
                let input = Input {
                    evidence: ensemble.evidence,
                    area: ensemble.area,
                    plan: &future.plan,
                    what_if: &what_if,
                    baseline: ensemble.baseline,
                };
                rows.push(record::future(future.index, &input, &ensemble.view)?);
                Ok(())
            })?;
        }
        rows.sort();
        Ok(rows)
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
