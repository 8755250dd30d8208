//! Quick futures.

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
mod timing;
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

/// A scenario in one world, ready to be run in any number of its futures.
#[derive(Debug)]
pub struct Quick<'s, 'a> {
    central: &'s Plan<'a>,
    footing: &'s Footing,
    layout: Layout,
    weights: Weights,
    bases: Bases,
    mix: Mix,
}

impl<'s, 'a> Quick<'s, 'a> {
    /// Makes a scenario ready. `central` is its plan with the central values of the world, `footing` what the world's futures
    /// share.
    #[must_use]
    pub fn new(central: &'s Plan<'a>, footing: &'s Footing, evidence: &Evidence) -> Quick<'s, 'a> {
        let layout = Layout::new(central);
        let weights = Weights::new(central, evidence);
        let bases = Bases::new(central, &footing.path);
        let mix = Mix::new(central, &layout, footing, &weights, &bases);
        Quick { central, footing, layout, weights, bases, mix }
    }

    /// Runs plans of this scenario in this world, each resolved in its own future; calls `each` with every answer in order.
    pub fn run(&self, plans: &[Plan<'a>], mut each: impl FnMut(usize, WhatIf)) {
        let shared = Shared {
            central: self.central,
            layout: &self.layout,
            footing: self.footing,
            mix: &self.mix,
            weights: &self.weights,
            bases: &self.bases,
        };
        for (number, plans) in plans.chunks(LANES).enumerate() {
            let Some(block) = Block::run(shared, plans) else { continue };
            for lane in 0..plans.len() {
                each(number * LANES + lane, answer::answer(&block, lane));
            }
        }
    }
}
