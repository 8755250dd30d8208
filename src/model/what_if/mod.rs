//! What changes when money moves: programmes, the hospital side, and what follows for people and payers.
//!
//! Read in this order: `values` (evidence as this scenario believes it), `delivery` (money to people, with caps), `stock`
//! (people in whom an effect lives), `effects` (what an effect does), `exposure` (risk taken away from a disease),
//! `course` (diseases with and without that), `ground` (what no lever moves), `figures` (what a lever of money does not move),
//! `acute` (what a smaller hospital budget costs and what freed room gives back), `run` (all of it, year by year, within
//! the horizon and on to the end of everybody's life).

pub mod acute;
pub mod costs;
pub mod course;
pub mod delivery;
pub mod effects;
pub mod exposure;
pub mod figures;
pub mod flows;
pub mod ground;
pub mod kernel;
pub mod money;
pub mod plan;
pub mod run;
pub mod stock;
pub mod values;
