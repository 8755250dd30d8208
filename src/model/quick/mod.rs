//! Quick futures: the answer of the exact engine for many draws at once, to first order in what programmes change.
//!
//! Within one world ([`crate::value::ensemble::worlds`]) the baseline is the same for every draw, and programmes change little of
//! it: risks by a thousandth or so. So nothing is run twice, with and without. Instead
//!
//! 1. the exact engine's own steps give, once per world, how each five-year cohort answers to a little incidence taken away, a
//!    person more ill, a death more or less ([`Footing`]: `path`, `groups`, `course/slopes`, `linear`), in single years within
//!    the horizon and in spans of five after it (`clock`);
//! 2. who is in a programme, and what a person of them answers, is worked out once too, by single years of age (`mix`,
//!    `strengths`, `walk`, `shapes`, `weights`), and laid out in the order in which it runs (`chains`, `bends`);
//! 3. eight draws side by side (`lanes`) have their figures laid out as lanes (`lot`, `kernels`, `timing`);
//! 4. then each has its money and people by the exact rules (`delivery`), its people in effect by adding up those who started,
//!    times the share of the effect alive in them, and its diseases and lives by the answers of 1 (`block`, `chain`);
//! 5. the hospital side (`balance`), the ledger (`books`) and the answer (`answer`) follow the exact engine line by line.
//!
//! What is left out is of second order: a risk taken away from people whose risk another programme lowered already, hospital
//! use avoided twice, the illness of people kept alive. The gap to the exact engine is measured in
//! `tests/it/quick.rs` and listed in `docs/VALIDATION.md`. Nothing moved is exactly nothing: every quantity is a difference.
//!
//! No lane looks at its neighbours and no sum runs over draws, so a draw has the same bits wherever it is run.

mod answer;
mod balance;
mod bends;
mod block;
mod books;
mod chain;
mod chains;
mod clock;
mod delivery;
mod footing;
mod groups;
mod kernels;
mod lanes;
mod layout;
mod linear;
mod lot;
mod mix;
mod path;
mod response;
mod shapes;
mod strengths;
mod timing;
mod walk;
mod weights;

pub use answer::{Answer, Levels, Sheet};
pub use block::Route;
pub use books::{Books, Payer, Row};
pub use footing::Footing;
pub use lanes::{LANES, Lanes, over};
pub use lot::Lot;

use block::{Block, Eight, Shared};
use chains::Chains;
use delivery::Bases;
use layout::Layout;
use lot::Makings;
use mix::Mix;
use response::Response;
use weights::Weights;

use crate::inputs::evidence::Evidence;
use crate::model::what_if::plan::Plan;

/// What the futures of a scenario share in one world. It holds while money moves between the same programmes.
#[derive(Debug)]
pub struct Quick {
    footing: Footing,
    layout: Layout,
    weights: Weights,
    bases: Bases,
    mix: Mix,
    chains: Chains,
    response: Response,
}

impl Quick {
    /// Works out what futures share, from the plan with the central values of the world.
    #[must_use]
    pub fn new(central: &Plan<'_>, evidence: &Evidence) -> Quick {
        let mut footing = Footing::new(central);
        // Everything here is large: what nothing asks for any more is let go before the next is made.
        let response = Response::new(&footing);
        footing.hospital = Vec::new();
        footing.path.forget_lives();
        let layout = Layout::new(central);
        let mut weights = Weights::new(central, evidence);
        let bases = Bases::new(central, &footing.path);
        let mut mix = Mix::new(central, &layout, &footing, &weights);
        footing.other_deaths = Vec::new();
        let mut chains = Chains::new(&layout, &footing, &mix, &weights);
        weights.forget();
        footing.path.forget();
        chains.take(&layout, &mut mix);
        Quick { footing, layout, weights, bases, mix, chains, response }
    }

    /// How many times a disease of a cohort is carried through a moment in one future.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.footing.diseases.iter().flatten().map(|course| course.years.len() + course.spans.len()).sum()
    }

    /// Memory in which figures are laid out, eight futures after eight; as far as the horizon or to the end of life.
    #[must_use]
    pub fn lot(&self, horizon_only: bool) -> Lot {
        let path = &self.footing.path;
        Lot::new(if horizon_only { path.years } else { path.followed })
    }

    /// Lays the figures of eight futures out, from their plans and from the causal shares they believe in (of smoking, of
    /// other exposures).
    pub fn fill(&self, lot: &mut Lot, plans: &[&Plan<'_>; LANES], causal: &[[f64; 2]; LANES]) {
        let makings = Makings { layout: &self.layout, footing: &self.footing, mix: &self.mix };
        let positions = causal.map(|causal| self.weights.positions(causal));
        let by_exposure = [0, 1, 2].map(|exposure: usize| lanes::each(|lane| positions[lane][exposure]));
        lot.fill(makings, plans, &by_exposure);
    }

    /// Memory in which eight futures after eight are run. With `horizon_only` they are followed no further, and the second
    /// account holds no more than the first; with `fifths` every quantity is kept by year and fifth. `route` is what an earlier run of
    /// the same world left behind ([`Run::end`]).
    #[must_use]
    pub fn run(&self, route: Route, horizon_only: bool, fifths: bool) -> Run<'_> {
        let Quick { layout, footing, mix, chains, bases, response, .. } = self;
        Run {
            block: Block::new(Shared { layout, footing, mix, chains, bases, response }, route, horizon_only),
            sheets: Vec::new(),
            fifths,
        }
    }
}

/// Eight futures after eight, in the same memory.
#[derive(Debug)]
pub struct Run<'q> {
    block: Block<'q>,
    sheets: Vec<Sheet>,
    fifths: bool,
}

impl Run<'_> {
    /// Runs eight futures and hands their answers to `read`.
    pub fn eight<T>(&mut self, lot: &Lot, plans: [&Plan<'_>; LANES], read: impl FnOnce(&Answer<'_>) -> T) -> T {
        let eight = Eight { lot, plans };
        self.block.run(eight);
        let answer = answer::answer(&self.block, eight, self.fifths, std::mem::take(&mut self.sheets));
        let read = read(&answer);
        self.sheets = answer.sheets;
        read
    }

    /// What may serve the next run: which parts of the chains ran.
    #[must_use]
    pub fn end(self) -> Route {
        self.block.route
    }
}
