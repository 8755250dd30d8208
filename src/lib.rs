//! Headwater.
pub mod error;
pub mod inputs;
pub mod math;
pub mod model;
pub mod strata;
pub mod units;
pub mod value;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
