//! The model, in reading order: how a disease moves in a year, how a cohort ages, a place if nothing changes, and
//! the draws that say how sure anyone can be.

pub mod baseline;
pub mod disease;
pub mod draws;
pub mod life_table;
pub mod mortality;
pub mod population;
pub mod quick;
pub mod series;
pub mod tables;
pub mod three_state;
pub mod what_if;
