//! What a run says: named series with units, strata and the figures behind them.

pub mod ambition;
pub mod answer;
pub mod backwards;
pub mod chain;
pub mod describe;
pub mod ensemble;
pub mod evaluation;
pub mod explanation;
pub mod fairness;
mod levels;
pub mod outcomes;
pub mod provenance;
pub mod report;
pub mod sensitivity;
pub mod topdown;
pub mod weights;
