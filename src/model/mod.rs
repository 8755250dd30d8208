//! The model, in reading order: how a disease moves in a year, how a cohort ages, and a place if nothing changes.

pub mod baseline;
pub mod disease;
pub mod life_table;
pub mod mortality;
pub mod population;
pub mod series;
pub mod tables;
pub mod three_state;
pub mod what_if;
