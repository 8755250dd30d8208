//! Somebody else's numbers, or another algorithm's.

mod cohort_by_hand;
mod constant_hazard;
mod counts;
mod course;
mod flat_functions;
mod life_expectancy;
mod three_state;
