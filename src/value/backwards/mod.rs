//! Working backwards: from what should be reached to the plan that reaches it.
//!
//! Outcomes are close to a sum over programmes, each a curve in its own money: more pounds, more people, until the room runs
//! out. So each programme is run alone at a few amounts ([`curve`]), the best amounts are found exactly for those curves
//! ([`choose`], over [`simplex`]), and the whole plan is run in the full model. What the sum got wrong (programmes overlap;
//! growth of the hospital budget may be too small for all of them) moves the targets by that much and the choice is made
//! again, until the plan that is printed reaches its targets in the full model. [`search`] does this one run at a time, so
//! that it can show how far it is and be stopped; [`document`] writes what was found.
//!
//! What it does not do: it believes the evidence. A search for the cheapest plan finds the most hopeful estimates, so the
//! answer carries the grade of each programme it leans on.

pub mod chance;
pub mod choose;
mod count;
pub mod curve;
pub mod document;
pub mod explain;
mod futures;
mod lives;
mod pass;
mod runs;
pub mod search;
mod setup;
mod shape;
pub mod simplex;

pub use runs::Ground;
pub use search::{Progress, Search};
