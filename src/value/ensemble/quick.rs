//! The same futures by the quick engine ([`crate::model::quick`]): what they share worked out once, and kept while money moves.

use std::borrow::Cow;

use super::Ensemble;
use super::eight::{self, Prices, Reader};
use super::rows::Rows;
use super::worlds::World;
use crate::error::Faults;
use crate::inputs::scenario::{Scenario, Split};
use crate::model::draws::{BLOCK, Draw};
use crate::model::quick::{LANES, Lanes, Quick, Route};
use crate::model::what_if::figures::{Figures, FiguresReader};
use crate::model::what_if::ground::Ground;
use crate::model::what_if::plan::Plan;
use crate::value::{fairness, topdown};

/// An ensemble made ready: every world worked out, the figures of every draw read.
#[derive(Debug)]
pub struct Ready<'a> {
    worlds: Vec<ReadyWorld<'a>>,
}

/// One world and the futures that stand on it.
#[derive(Debug)]
struct ReadyWorld<'a> {
    quick: Quick,
    /// What of it ran so far.
    route: Route,
    central: Plan<'a>,
    eights: Vec<Eight>,
    /// Kept from before and not asked for this time.
    spare: Vec<Eight>,
}

/// Up to eight futures.
#[derive(Debug)]
struct Eight {
    indices: Vec<usize>,
    figures: Vec<Figures>,
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
    route: Route,
    /// What money asks for; the rest of a ground is large, and its answers are worked out.
    ground: Ground,
    eights: Vec<Eight>,
}

/// Futures whose figures are kept, a few thousand numbers each: as many as a page asks for. Of the others they are read again.
const KEPT: usize = 4 * BLOCK;

impl Kept {
    /// Whether futures of a scenario in the same worlds can stand on it.
    #[must_use]
    pub fn serves(&self, scenario: &Scenario) -> bool {
        carries(&self.scenario, scenario)
    }
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
        let kept = kept.filter(|kept| kept.serves(ensemble.scenario));
        let same_seed = kept.as_ref().is_some_and(|kept| kept.seed == ensemble.draws.seed());
        let mut kept = kept.map_or_else(Vec::new, |kept| kept.worlds).into_iter();
        let mut worlds = Vec::new();
        for world in ensemble.worlds.list() {
            let (quick, route, central, known) = match kept.next() {
                Some(kept) => {
                    let central = resolve(ensemble, world, Cow::Owned(kept.ground))?;
                    (kept.quick, kept.route, central, if same_seed { kept.eights } else { Vec::new() })
                }
                None => {
                    let whole = resolve(ensemble, world, Cow::Owned(world.ground_once(ensemble.area)))?;
                    let quick = Quick::new(&whole, ensemble.evidence);
                    let money = whole.ground.of_money();
                    (quick, Route::default(), Plan { ground: Cow::Owned(money), ..whole }, Vec::new())
                }
            };
            let (eights, spare) = eights(ensemble, world, &central, known)?;
            worlds.push(ReadyWorld { quick, route, central, eights, spare });
        }
        Ok(Ready { worlds })
    }

    /// What may serve the next scenario in the same worlds.
    #[must_use]
    pub fn keep(self, ensemble: &Ensemble<'_>) -> Kept {
        let world = |world: ReadyWorld<'a>| {
            let first = |eight: &Eight| eight.indices.iter().all(|index| *index <= KEPT);
            let mut eights: Vec<Eight> = world.eights.into_iter().take_while(first).collect();
            // Another division of the same futures into eights would only lie about.
            let anew = |spare: &Eight| !eights.iter().any(|kept| kept.indices.contains(&spare.indices[0]));
            let spare: Vec<Eight> = world.spare.into_iter().filter(anew).collect();
            eights.extend(spare);
            let ReadyWorld { quick, route, .. } = world;
            KeptWorld { quick, route, ground: world.central.ground.into_owned(), eights }
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
    pub fn run(&mut self, ensemble: &Ensemble<'a>) -> Result<Rows, Faults> {
        let mut rows = ensemble.empty(self.worlds.iter().map(ReadyWorld::count).sum());
        self.worlds.iter_mut().for_each(|world| world.run(ensemble, &mut rows));
        rows.sort();
        Ok(rows)
    }

    /// Runs the futures of one world after another, so that nobody has to hold the rows of all.
    pub fn run_each(&mut self, ensemble: &Ensemble<'a>) -> impl Iterator<Item = Rows> {
        self.worlds.iter_mut().map(|world| {
            let mut rows = ensemble.empty(world.count());
            world.run(ensemble, &mut rows);
            rows.sort();
            rows
        })
    }
}

impl<'a> ReadyWorld<'a> {
    /// How many futures stand on it.
    fn count(&self) -> usize {
        self.eights.iter().map(|eight| eight.indices.len()).sum()
    }

    /// Runs them and adds them to `rows`.
    fn run(&mut self, ensemble: &Ensemble<'a>, rows: &mut Rows) {
        let route = std::mem::take(&mut self.route);
        let people = fairness::people(ensemble.baseline);
        let reader = Reader { view: &ensemble.view, central: &self.central, people };
        let near = !ensemble.view.set_in_motion;
        let (mut run, mut lot) = (self.quick.run(route, near, ensemble.view.fifths), self.quick.lot(near));
        let mut plans: [Plan<'a>; LANES] = std::array::from_fn(|_| self.central.for_figures());
        let mut room = Vec::new();
        for eight in &self.eights {
            let figures: [&Figures; LANES] = std::array::from_fn(|lane| eight.figures(lane));
            plans.iter_mut().zip(figures).for_each(|(plan, figures)| plan.take(figures, &mut room));
            let plans = plans.each_ref();
            self.quick.fill(&mut lot, &plans, &figures.map(|figures| figures.causal));
            run.eight(&lot, plans, |answer| {
                eight::push(rows, &eight.indices, answer, &reader, &eight.prices);
            });
        }
        self.route = run.end();
    }
}

/// The futures of a world by eight, as far as they are known already taken from those; what else is known.
fn eights<'a>(
    ensemble: &Ensemble<'a>,
    world: &'a World,
    central: &Plan<'a>,
    known: Vec<Eight>,
) -> Result<(Vec<Eight>, Vec<Eight>), Faults> {
    let drawn = |index: usize| ensemble.draws.row(index).map(|draw| (index, draw));
    let own = |(_, draw): &(usize, Draw<'_>)| ensemble.worlds.of(*draw).is_ok_and(|of| std::ptr::eq(of, world));
    let rows: Vec<(usize, Draw<'a>)> = ensemble.draws.rows().filter_map(drawn).filter(own).collect();
    let mut reader = FiguresReader::new(central, ensemble.evidence);
    let (mut eights, mut spare) = (Vec::with_capacity(rows.len().div_ceil(LANES)), known);
    for rows in rows.chunks(LANES) {
        let same = |kept: &Eight| kept.indices.iter().eq(rows.iter().map(|(index, _)| index));
        eights.push(match spare.iter().position(same) {
            Some(at) => spare.remove(at),
            None => Eight::new(&mut reader, rows),
        });
    }
    reader.finish()?;
    Ok((eights, spare))
}

impl Eight {
    fn new<'a>(reader: &mut FiguresReader<'_, 'a>, rows: &[(usize, Draw<'a>)]) -> Eight {
        let mut figures = Vec::with_capacity(rows.len());
        let mut rivals = Vec::with_capacity(rows.len());
        for (_, draw) in rows {
            figures.push(reader.read(*draw));
            rivals.push(topdown::read_prices(&mut reader.values));
        }
        // The last stands in for those that are missing.
        let lanes = |get: &dyn Fn(usize) -> f64| -> Lanes { std::array::from_fn(|lane| get(lane.min(rows.len() - 1))) };
        let options = rivals[0].iter().enumerate();
        let priced = options.map(|(n, price)| (price.option.to_string(), lanes(&|row| rivals[row][n].gbp_per_qaly)));
        let prices = Prices {
            rivals: priced.collect(),
            own: lanes(&|row| figures[row].cost_per_qaly()),
            per_care_client: lanes(&|row| figures[row].per_care_client()),
        };
        Eight { indices: rows.iter().map(|(index, _)| *index).collect(), figures, prices }
    }

    /// The figures of a lane; those of the last stand in for those that are missing.
    fn figures(&self, lane: usize) -> &Figures {
        &self.figures[lane.min(self.figures.len() - 1)]
    }
}

fn resolve<'g>(ensemble: &Ensemble<'g>, world: &'g World, ground: Cow<'g, Ground>) -> Result<Plan<'g>, Faults> {
    Plan::on(ground, ensemble.area, &world.tables, ensemble.evidence, ensemble.scenario)
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
