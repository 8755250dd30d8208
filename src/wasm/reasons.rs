//! Where figures come from and why an answer is what it is, as JavaScript sees them: asked for once the answer stands.

use js_sys::Error;
use serde_json::Value;
use wasm_bindgen::prelude::*;

use super::{Model, PlaceModel, ScenarioInput, Shared, plain, thrown, to_js};
use crate::error::Faults;
use crate::model::what_if::run::Part;
use crate::value::{answer, evaluation, provenance};

#[wasm_bindgen]
extern "C" {
    /// The TypeScript name of its reasons.
    #[wasm_bindgen(typescript_type = "Reasons")]
    pub type ReasonsAnswer;
    /// An object of any shape.
    #[wasm_bindgen(typescript_type = "any")]
    pub type Anything;
}

#[wasm_bindgen]
impl Model {
    /// Every figure a scenario may set to a value of its own, with range, status, grade and source ids.
    ///
    /// Throws a `FaultsError` if the model was made without the prose.
    pub fn assumptions(&self) -> Result<Anything, Error> {
        self.shared.with_words().map_err(|faults| thrown(&faults))?;
        Ok(plain(&Value::Array(provenance::assumptions(&self.shared.evidence))).unchecked_into())
    }

    /// One parameter, effect, table, source or counted series in full.
    ///
    /// Throws a `FaultsError` if nothing has this id, or the model was made without the prose.
    pub fn source(&self, id: &str) -> Result<Anything, Error> {
        let page =
            self.shared.with_words().and_then(|shared| provenance::source(id, &shared.evidence, &shared.definitions));
        page.map(|page| plain(&page).unchecked_into()).map_err(|faults| thrown(&faults))
    }
}

#[wasm_bindgen]
impl PlaceModel {
    /// Why the answer is what it is: what each programme and channel adds, and every figure behind it. Takes a run for each.
    ///
    /// Throws a `FaultsError` as `run` does, or if the model was made without the prose.
    pub fn explain(&mut self, scenario: &ScenarioInput) -> Result<ReasonsAnswer, Error> {
        self.shared.with_words().map_err(|faults| thrown(&faults))?;
        let reasons = self.ask(scenario, |_| Part::default(), |input, _| answer::reasons(input))?;
        Ok(to_js("", &reasons).unchecked_into())
    }

    /// What to count while the scenario is carried out, and which readings would show that it does not work.
    ///
    /// Throws a `FaultsError` as `run` does.
    pub fn plan(&mut self, scenario: &ScenarioInput) -> Result<Anything, Error> {
        let plan = self.ask(scenario, |_| Part::default(), |input, _| Ok(evaluation::plan(input)))?;
        Ok(to_js("", &plan).unchecked_into())
    }
}

impl Shared {
    fn with_words(&self) -> Result<&Shared, Faults> {
        match self.words {
            true => Ok(self),
            false => Err(Faults::one("provenance", "", "not loaded: give the prose when the model is made")),
        }
    }
}
