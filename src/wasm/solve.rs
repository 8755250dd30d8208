//! Working backwards, as JavaScript sees it: a search that is stepped, shows how far it is and can be dropped at any time.

use std::rc::Rc;

use js_sys::Error;
use wasm_bindgen::prelude::*;

use super::{PlaceModel, ScenarioInput, Shared, plain, scenario_text, thrown};
use crate::error::Faults;
use crate::inputs::goal::Goal;
use crate::inputs::place::Area;
use crate::value::answer::{Given, Study};
use crate::value::backwards::{Ground, Search, document};

/// Most model runs that one call may make.
const MOST_RUNS: f64 = 10_000.0;

#[wasm_bindgen]
extern "C" {
    /// What should be reached, as an object or as JSON text.
    #[wasm_bindgen(typescript_type = "Goal | string")]
    pub type GoalInput;
    /// How far a search is.
    #[wasm_bindgen(typescript_type = "SearchProgress")]
    pub type ProgressAnswer;
    /// What a search found.
    #[wasm_bindgen(typescript_type = "SolveAnswer")]
    pub type SolveAnswer;
}

/// A search for plans that reach a goal. To cancel it, stop calling `step` and call `free()`.
///
/// ```js
/// const search = oldham.solve(scenario, { targets: [
///   { outcome: "emergency_admissions", change: "fewer", at_least: 20, year: 2036 } ] });
/// while (!search.step(5).finished) await pause(); // a worker may look at its messages here
/// const answer = search.answer();
/// search.free();
/// ```
#[wasm_bindgen]
#[derive(Debug)]
pub struct SearchModel {
    shared: Rc<Shared>,
    area: Area,
    study: Study,
    given: Given,
    search: Search,
}

#[wasm_bindgen]
impl PlaceModel {
    /// Prepares a search: which split of money reaches the goal, with start, ramp, funding, targeting, horizon and beliefs as
    /// in the scenario.
    ///
    /// Throws a `FaultsError` that lists every fault of the scenario or of the goal, among them targets that contradict each
    /// other.
    pub fn solve(&self, scenario: &ScenarioInput, goal: &GoalInput) -> Result<SearchModel, Error> {
        self.prepare(scenario, goal).map_err(|faults| thrown(&faults))
    }

    fn prepare(&self, scenario: &JsValue, goal: &JsValue) -> Result<SearchModel, Faults> {
        let evidence = &self.shared.evidence;
        let given = Given::from_json(scenario_text(scenario)?.as_bytes(), evidence)?;
        let text = scenario_text(goal).map_err(|_| Faults::one("goal", "", "must be an object or JSON text"))?;
        let goal = Goal::from_json(text.as_bytes(), evidence).map_err(|faults| faults.under("goal"))?;
        let study = Study::new(evidence, &given.scenario)?;
        let on = Ground { area: &self.area, evidence, study: &study };
        let search = Search::new(on, &given.scenario, &goal).map_err(|faults| faults.under("goal"))?;
        Ok(SearchModel { shared: Rc::clone(&self.shared), area: self.area.clone(), study, given, search })
    }
}

#[wasm_bindgen]
impl SearchModel {
    /// Makes up to `runs` steps (a whole number from 1 to 10,000) and says how far it is. A step is one model run, which takes a
    /// few milliseconds; where a probability is asked for some are a quarter of all draws, which takes up to a few tenths of a second.
    ///
    /// Throws a `FaultsError` if `runs` is none of these.
    pub fn step(&mut self, runs: f64) -> Result<ProgressAnswer, Error> {
        if !(1.0..=MOST_RUNS).contains(&runs) || runs.fract() != 0.0 {
            return Err(thrown(&Faults::one("runs", runs, "must be a whole number from 1 to 10,000")));
        }
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // whole, and 1 to 10,000
        for _ in 0..runs as usize {
            if self.search.is_finished() {
                break;
            }
            let on = Ground { area: &self.area, evidence: &self.shared.evidence, study: &self.study };
            self.search.step(on).map_err(|faults| thrown(&faults))?;
        }
        let now = self.search.progress();
        let progress = serde_json::json!({ "done": now.done, "expected": now.expected, "finished": now.finished });
        Ok(plain(&progress).unchecked_into())
    }

    /// What was found: the document of `headwater solve --format json`, with plain lists of numbers.
    ///
    /// Throws a `FaultsError` before the search is finished.
    pub fn answer(&self) -> Result<SolveAnswer, Error> {
        if !self.search.is_finished() {
            let now = self.search.progress();
            return Err(thrown(&Faults::one("search", now.done, "is not finished: call step until it says so")));
        }
        let on = Ground { area: &self.area, evidence: &self.shared.evidence, study: &self.study };
        Ok(plain(&document::document(&self.search, on, &self.given)).unchecked_into())
    }
}
