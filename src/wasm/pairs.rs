//! Two plans in the same futures, as JavaScript sees them.

use js_sys::Error;
use wasm_bindgen::prelude::*;

use super::futures::{FutureParts, RangesAnswer, joined, read_seed};
use super::{Model, thrown, to_js};
use crate::value::ensemble::pairs;

#[wasm_bindgen]
impl Model {
    /// Ranges of one plan less another, future by future: `above_zero` is the share of futures in which the first has more.
    /// Each is given by all parts of its futures; ledger lines and years of breaking even are left out.
    ///
    /// Throws a `FaultsError` if the two were not run in the same futures, or parts of one do not belong together.
    pub fn pairs(&self, one: &FutureParts, other: &FutureParts, seed: f64) -> Result<RangesAnswer, Error> {
        let start_year = self.shared.evidence.info.start_year;
        let found = joined(one).and_then(|one| {
            read_seed(seed, one.seed)?;
            pairs::pairs(&one, &joined(other)?, start_year)
        });
        found.map(|document| to_js("", &document).unchecked_into()).map_err(|faults| thrown(&faults))
    }
}
