//! What a run says: named series with units, strata and the figures behind them.

pub mod outcomes;
pub mod report;
