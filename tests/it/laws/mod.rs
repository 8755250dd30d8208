//! What must hold for any input.
//!
//! The cases are drawn from a fixed seed, so that a failure is the change's doing and not the day's. More of them:
//! `PROPTEST_CASES=10000 cargo test laws`.

mod burden;
mod life_table;
mod tables_of_anybody;
mod three_state;

use proptest::test_runner::{Config, RngSeed};

/// As many cases as `PROPTEST_CASES` says, or `usual`; always from the same seed.
fn cases(usual: u32) -> Config {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|count| count.parse().ok());
    Config {
        cases: asked.unwrap_or(usual),
        rng_seed: RngSeed::Fixed(2026),
        failure_persistence: None,
        ..Config::default()
    }
}
