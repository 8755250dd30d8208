//! What an answer hangs on, as JavaScript sees it: asked once, answered step by step, so that a worker may stop between two
//! steps and say how far it is.

use std::rc::Rc;

use js_sys::{Array, Error, JSON};
use serde::Deserialize;
use serde_json::json;
use wasm_bindgen::prelude::*;

use super::futures::{joined, read_seed};
use super::{PlaceModel, ScenarioInput, Shared, futures::FutureParts, scenario_text, thrown, to_js};
use crate::error::Faults;
use crate::inputs::place::Area;
use crate::value::answer::Given;
use crate::value::sensitivity::about::About;
use crate::value::sensitivity::document::document;
use crate::value::sensitivity::question::{Question, Wanted};

#[wasm_bindgen]
extern "C" {
    /// What is asked.
    #[wasm_bindgen(typescript_type = "QuestionAsked")]
    pub type QuestionAsked;
    /// How far a question is.
    #[wasm_bindgen(typescript_type = "QuestionProgress")]
    pub type QuestionProgress;
    /// What is known of its answer.
    #[wasm_bindgen(typescript_type = "Sensitivity")]
    pub type SensitivityAnswer;
    /// Ensembles of other scenarios.
    #[wasm_bindgen(typescript_type = "FutureRows[][]")]
    pub type OtherParts;
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    #[serde(default = "healthy_years")]
    about: String,
    #[serde(default = "set_in_motion")]
    account: String,
    #[serde(default)]
    rivals: bool,
    #[serde(default)]
    figures: bool,
    #[serde(default)]
    contributions: usize,
    #[serde(default = "first_seed")]
    seed: u64,
}

fn healthy_years() -> String {
    "qalys".into()
}

fn set_in_motion() -> String {
    "set_in_motion".into()
}

const fn first_seed() -> u64 {
    1
}

/// A question about a scenario in a place. Call `free()` when done with it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct PlaceQuestion {
    shared: Rc<Shared>,
    area: Area,
    question: Question,
}

#[wasm_bindgen]
impl PlaceModel {
    /// Asks what the answer to a scenario hangs on. Runs the central answer; everything else comes by `step()`.
    ///
    /// Throws a `FaultsError` that lists every fault of the scenario or of what was asked.
    pub fn question(&self, scenario: &ScenarioInput, asked: &QuestionAsked) -> Result<PlaceQuestion, Error> {
        let made = self.ask_question(scenario, asked).map_err(|faults| thrown(&faults))?;
        Ok(PlaceQuestion { shared: Rc::clone(&self.shared), area: self.area.clone(), question: made })
    }

    fn ask_question(&self, scenario: &JsValue, asked: &JsValue) -> Result<Question, Faults> {
        let text = JSON::stringify(asked).ok().and_then(|text| text.as_string()).unwrap_or_default();
        let asked: Asked =
            serde_json::from_str(&text).map_err(|error| Faults::one("question", text, error.to_string()))?;
        let evidence = &self.shared.evidence;
        let given = Given::from_json(scenario_text(scenario)?.as_bytes(), evidence)?;
        let about = About::read(&asked.about, &asked.account)?;
        let Asked { rivals, figures, contributions, seed, .. } = asked;
        Question::new(&self.area, evidence, &given.scenario, about, Wanted { rivals, figures, contributions, seed })
    }
}

#[wasm_bindgen]
impl PlaceQuestion {
    /// Does the next step, which takes a few runs of the model; says how far it is after it.
    ///
    /// Throws a `FaultsError` if a run fails that the central one does not.
    pub fn step(&mut self) -> Result<QuestionProgress, Error> {
        self.question.step(&self.area, &self.shared.evidence).map_err(|faults| thrown(&faults))?;
        Ok(self.progress())
    }

    /// How far it is.
    pub fn progress(&self) -> QuestionProgress {
        let (done, of) = self.question.progress();
        to_js("", &json!({ "done": done, "of": of, "finished": done == of })).unchecked_into()
    }

    /// Begins to learn from the futures of this scenario (all parts of one ensemble, of that `seed`): rank correlations and what
    /// would be worth knowing. `others` are ensembles of other scenarios one may choose instead, in the same futures. `step()` goes
    /// on with it, a figure or a group of figures at a time, and says how far that is; it is in the answer once all is known.
    ///
    /// Throws a `FaultsError` if the parts do not hold what was asked about, or are too few.
    pub fn learn(&mut self, parts: &FutureParts, seed: f64, others: Option<OtherParts>) -> Result<(), Error> {
        let learnt = joined(parts).and_then(|rows| {
            let others = match &others {
                Some(list) => {
                    let list: &Array = list.unchecked_ref();
                    list.iter().map(|parts| joined(&parts)).collect::<Result<Vec<_>, _>>()?
                }
                None => Vec::new(),
            };
            let seed = read_seed(seed, rows.seed)?;
            self.question.begin_learning(&self.shared.evidence, &rows, &others, seed)
        });
        learnt.map_err(|faults| thrown(&faults))
    }

    /// Takes in the futures of the scenario under one side of a dispute: `row` is its place in `rivals.rows`.
    ///
    /// Throws a `FaultsError` if the parts do not hold what was asked about.
    #[wasm_bindgen(js_name = takeRival)]
    pub fn take_rival(&mut self, row: usize, parts: &FutureParts) -> Result<(), Error> {
        joined(parts).and_then(|rows| self.question.take_rival(row, &rows)).map_err(|faults| thrown(&faults))
    }

    /// The same for the most (0) or the least (1) favourable combination.
    ///
    /// Throws a `FaultsError` if the parts do not hold what was asked about.
    #[wasm_bindgen(js_name = takeCombination)]
    pub fn take_combination(&mut self, which: usize, parts: &FutureParts) -> Result<(), Error> {
        joined(parts).and_then(|rows| self.question.take_combination(which, &rows)).map_err(|faults| thrown(&faults))
    }

    /// What is known so far. Parts that were not asked for, or are not done, are null.
    pub fn answer(&self) -> SensitivityAnswer {
        to_js("", &document(&self.question, &self.shared.evidence)).unchecked_into()
    }
}
