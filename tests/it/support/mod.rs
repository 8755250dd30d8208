//! What several tests need: the shipped packs, documents taken apart, the program, a second matrix exponential.

pub mod close;
pub mod futures;
pub mod matrix;
pub mod nodes;
pub mod program;
pub mod shipped;
pub mod what_if;
