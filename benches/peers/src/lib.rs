//! The common model: one model that every engine can run, so that engines can be compared. Its figures are invented
//! (`model/tables.txt`), its equations stand in README.md. Nothing here says anything about the world.
//!
//! [`plain`] is the model as one reads it, and what all others are checked against. [`lanes`] is our way of running it many
//! times: eight draws side by side. [`lane`] is what "side by side" means, [`peak`] how fast the processor could be.

pub mod draws;
#[cfg(target_arch = "wasm32")]
mod exports;
pub mod lane;
pub mod lanes;
pub mod peak;
pub mod plain;
pub mod quantiles;
pub mod tables;

/// Age bands of five years.
pub const BANDS: usize = 20;
/// Sexes.
pub const SEXES: usize = 2;
/// Fifths of deprivation.
pub const FIFTHS: usize = 5;
/// Diseases.
pub const DISEASES: usize = 8;
/// Exposures, each with a lag of its own.
pub const EXPOSURES: usize = 8;
/// Programmes.
pub const PROGRAMMES: usize = 15;
/// Payers, each with a ledger.
pub const PAYERS: usize = 5;
/// Years after the start.
pub const YEARS: usize = 30;
/// Points in time that are written out: the start and the end of each year.
pub const TIMES: usize = YEARS + 1;
/// Figures written out at each point in time.
pub const OUTPUTS: usize = 20;
/// Numbers written out for a draw.
pub const SERIES: usize = TIMES * OUTPUTS;
/// Cohorts (band, sex, fifth) times diseases times years: what a draw is made of.
pub const STEPS: usize = BANDS * SEXES * FIFTHS * DISEASES * YEARS;
