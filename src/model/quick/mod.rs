//! Quick futures: the answer of the exact engine for many draws at once, to first order in what programmes change.
//!
//! Within one world ([`crate::value::ensemble::worlds`]) the baseline is the same for every draw, and programmes change little of
//! it: risks by a thousandth or so. So nothing is run twice, with and without. Instead
//!
//! 1. the exact engine's own steps give, once per world, how each five-year cohort answers to a little incidence taken away, a
//!    person more ill, a death more or less ([`Footing`]: `path`, `groups`, `course/slopes`);
//! 2. who is in a programme, and what a person of them answers, is worked out once too, by single years of age (`mix`,
//!    `walk`, `shapes`, `weights`);
//! 3. a draw then has its money and people by the exact rules (`delivery`), its people in effect by adding up those who
//!    started, times the share of the effect alive in them (`timing`, `sizes`), and its diseases and lives by the answers of
//!    1 (`chain`), eight draws side by side (`block`, `lanes`);
//! 4. the hospital side (`balance`), the ledger (`books`) and the answer (`answer`) follow the exact engine line by line.
//!
//! What is left out is of second order: a risk taken away from people whose risk another programme lowered already, hospital
//! use avoided twice, the illness of people kept alive. The gap to the exact engine is measured in
//! `tests/it/quick.rs` and listed in `docs/VALIDATION.md`. Nothing moved is exactly nothing: every quantity is a difference.
//!
//! No lane looks at its neighbours and no sum runs over draws, so a draw has the same bits wherever it is run.

mod answer;
mod balance;
mod block;
mod books;
mod chain;
mod delivery;
mod footing;
mod groups;
mod lanes;
mod layout;
mod mix;
mod path;
mod shapes;
mod sizes;
mod timing;
mod walk;
mod weights;

pub use footing::Footing;
pub use lanes::LANES;

use block::{Block, Shared};
use delivery::Bases;
use layout::Layout;
use mix::Mix;
use weights::Weights;

use crate::inputs::evidence::Evidence;
use crate::model::what_if::plan::Plan;
use crate::model::what_if::run::WhatIf;

/// What the futures of a scenario share in one world. It holds while money moves between the same programmes.
#[derive(Debug)]
pub struct Quick {
    footing: Footing,
    layout: Layout,
    weights: Weights,
    bases: Bases,
    mix: Mix,
}

/// A scenario resolved in one draw.
#[derive(Debug)]
pub struct Future<'a> {
    /// Number in the draw table.
    pub index: usize,
    /// The plan, without its relative risks.
    pub plan: Plan<'a>,
    /// Where the draw stands in the range of each exposure's causal share.
    position: [f64; 3],
}

impl Quick {
    /// Works out what futures share, from the plan with the central values of the world. With `horizon_only` the second account
    /// holds no more than the first.
    #[must_use]
    pub fn new(central: &Plan<'_>, evidence: &Evidence, horizon_only: bool) -> Quick {
        let footing = Footing::new(central, horizon_only);
        let layout = Layout::new(central);
        let weights = Weights::new(central, evidence);
        let bases = Bases::new(central, &footing.path);
        let mix = Mix::new(central, &layout, &footing, &weights);
        Quick { footing, layout, weights, bases, mix }
    }

    /// How many times a disease of a cohort is carried through a year in one future.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.footing.diseases.iter().flatten().map(|track| track.steps.len()).sum()
    }

    /// Keeps of a plan what a future needs; `central` is the plan that [`Quick::new`] was given.
    #[must_use]
    pub fn future<'a>(&self, index: usize, mut plan: Plan<'a>, central: &Plan<'_>) -> Future<'a> {
        let position = [0, 1, 2].map(|exposure| self.weights.position(exposure, &plan, central));
        let risks = &mut plan.risks;
        (risks.smoking, risks.inactivity, risks.obesity) = (Vec::new(), Vec::new(), Vec::new());
        Future { index, plan, position }
    }

    /// Runs futures of this world and calls `each` with every answer, in order, until it fails.
    ///
    /// # Errors
    /// Those of `each`.
    pub fn run<'a, E>(
        &self,
        futures: &[Future<'a>],
        mut each: impl FnMut(&Future<'a>, WhatIf) -> Result<(), E>,
    ) -> Result<(), E> {
        let shared = Shared { layout: &self.layout, footing: &self.footing, mix: &self.mix, bases: &self.bases };
        for futures in futures.chunks(LANES) {
            let Some(block) = Block::run(shared, futures) else { continue };
            for (lane, future) in futures.iter().enumerate() {
                each(future, answer::answer(&block, lane))?;
            }
        }
        Ok(())
    }
}
