//! Many futures of a scenario, as JavaScript sees them: rows that several workers run, and the ranges made of them.

use std::cell::RefCell;
use std::ops::RangeInclusive;
use std::rc::Rc;

use js_sys::{Array, Error, Float64Array, JSON, Object, Reflect};
use serde::Deserialize;
use serde_json::Value;
use wasm_bindgen::prelude::*;

use super::{Model, PlaceModel, ScenarioInput, scenario_text, set, thrown, to_js};
use crate::error::Faults;
use crate::inputs::evidence::Evidence;
use crate::model::draws::Draws;
use crate::value::answer::{Given, Study};
use crate::value::ensemble::Ensemble;
use crate::value::ensemble::quick::{Kept, Ready};
use crate::value::ensemble::ranges;
use crate::value::ensemble::record::View;
use crate::value::ensemble::rows::Rows;
use crate::value::ensemble::worlds::{self, Worlds};

#[wasm_bindgen]
extern "C" {
    /// Which futures to run and what to keep of each.
    #[wasm_bindgen(typescript_type = "FuturesAsked")]
    pub type FuturesAsked;
    /// Futures run, to be handed to another thread.
    #[wasm_bindgen(typescript_type = "FutureRows")]
    pub type FutureRows;
    /// Parts of one ensemble.
    #[wasm_bindgen(typescript_type = "FutureRows[]")]
    pub type FutureParts;
    /// Ranges of an answer.
    #[wasm_bindgen(typescript_type = "Ranges")]
    pub type RangesAnswer;
}

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    seed: u64,
    first: usize,
    last: usize,
    /// Of the baselines that the futures stand on, this worker takes every `of`-th from number `part`.
    #[serde(default)]
    part: usize,
    #[serde(default = "one")]
    of: usize,
    #[serde(default)]
    outcomes: Option<Vec<String>>,
    #[serde(default)]
    fifths: bool,
    #[serde(default = "yes")]
    ledger: bool,
    #[serde(default = "yes")]
    set_in_motion: bool,
    /// Every future by the exact engine, many times slower.
    #[serde(default)]
    exact: bool,
}

const fn one() -> usize {
    1
}

const fn yes() -> bool {
    true
}

/// Draws made before: they hang on the evidence and the seed alone, and the next question mostly asks for the same.
#[derive(Debug, Default)]
pub(super) struct Drawn(RefCell<Vec<Rc<Draws>>>);

impl Drawn {
    /// The draws of some futures.
    ///
    /// # Errors
    /// As [`Draws::new`].
    fn of(&self, evidence: &Evidence, seed: u64, rows: RangeInclusive<usize>) -> Result<Rc<Draws>, Faults> {
        let mut list = self.0.borrow_mut();
        if let Some(known) = list.iter().find(|known| known.seed() == seed && known.rows() == rows) {
            return Ok(Rc::clone(known));
        }
        let made = Rc::new(Draws::new(evidence, seed, rows)?);
        let held: usize = list.iter().map(|draws| draws.rows().count()).sum();
        if held + made.rows().count() > MOST_DRAWN {
            list.clear();
        }
        list.push(Rc::clone(&made));
        Ok(made)
    }
}

/// Most draws that are kept: as many as a full answer of the page has, 3 MB.
const MOST_DRAWN: usize = 1_000;

/// What the futures last asked for stood on: the next question mostly needs the same.
#[derive(Debug)]
pub(super) struct Held {
    worlds: Worlds,
    shared: Option<Kept>,
}

#[wasm_bindgen]
impl PlaceModel {
    /// Runs the scenario in the futures numbered `first` to `last` of a seed, or in this worker's part of them.
    ///
    /// Throws a `FaultsError` that lists every fault of the scenario or of what was asked.
    pub fn futures(&mut self, scenario: &ScenarioInput, asked: &FuturesAsked) -> Result<FutureRows, Error> {
        let rows = self.rows(scenario, asked).map_err(|faults| thrown(&faults))?;
        let (head, numbers) = rows.to_parts();
        let object = Object::new();
        set(&object, "head", &JsValue::from_str(&head.to_string()));
        set(&object, "numbers", &Float64Array::from(numbers.as_slice()));
        Ok(JsValue::from(object).unchecked_into())
    }

    fn rows(&mut self, scenario: &JsValue, asked: &JsValue) -> Result<Rows, Faults> {
        let asked = read_asked(asked)?;
        let evidence = &self.shared.evidence;
        let given = Given::from_json(scenario_text(scenario)?.as_bytes(), evidence)?;
        let kept = self.study.take().and_then(|study| study.moved_to(&self.area, &given.scenario));
        let same_ground = kept.is_some();
        let study = match kept {
            Some(study) => study,
            None => Study::new(&self.area, evidence, &given.scenario)?,
        };
        let study = self.study.insert(study);
        let part = (asked.part, asked.of);
        let draws = self.shared.drawn.of(evidence, asked.seed, asked.first..=asked.last)?;
        let trends = worlds::trends(evidence, &given.scenario, study.tables(), &draws, part);
        let same = |held: &Held| same_ground && held.worlds.are_of(&trends);
        let held = self.futures.take().filter(same).unwrap_or_else(|| {
            let worlds = Worlds::new(&self.area, evidence, &given.scenario, study.tables(), &draws, part);
            Held { worlds, shared: None }
        });
        let held = self.futures.insert(held);
        let ensemble = Ensemble {
            area: &self.area,
            evidence,
            scenario: &given.scenario,
            baseline: study.baseline(),
            draws: &draws,
            worlds: &held.worlds,
            view: View {
                outcomes: asked.outcomes,
                fifths: asked.fifths,
                ledger: asked.ledger,
                set_in_motion: asked.set_in_motion,
            },
        };
        if asked.exact {
            return ensemble.run();
        }
        let ready = Ready::on(&ensemble, held.shared.take())?;
        let rows = ready.run(&ensemble)?;
        held.shared = Some(ready.keep(&ensemble));
        Ok(rows)
    }
}

#[wasm_bindgen]
impl Model {
    /// Ranges of all parts of one ensemble, whoever ran them: quantiles by year, sums, shares, paths and histograms.
    ///
    /// Throws a `FaultsError` if the parts do not belong together.
    pub fn ranges(&self, parts: &FutureParts, seed: f64) -> Result<RangesAnswer, Error> {
        let rows = joined(parts).map_err(|faults| thrown(&faults))?;
        let seed = read_seed(seed, &rows).map_err(|faults| thrown(&faults))?;
        let document = ranges::ranges(&rows, seed, self.shared.evidence.info.start_year);
        Ok(to_js("", &document).unchecked_into())
    }
}

/// Most futures of one call: what they hold must fit into a browser's memory.
const MOST_AT_ONCE: usize = 4_000;

fn read_asked(asked: &JsValue) -> Result<Asked, Faults> {
    let text = JSON::stringify(asked).ok().and_then(|text| text.as_string()).unwrap_or_default();
    let asked: Asked = serde_json::from_str(&text).map_err(|error| Faults::one("futures", text, error.to_string()))?;
    let mut faults = Faults::new();
    if asked.first == 0 || asked.last < asked.first || asked.last - asked.first >= MOST_AT_ONCE {
        let reason =
            format!("must run from 1 or more to a number that is not smaller, at most {MOST_AT_ONCE} of them at once");
        faults.add("futures.last", format!("{} to {}", asked.first, asked.last), reason);
    }
    if asked.part >= asked.of {
        faults.add(
            "futures.part",
            format!("{} of {}", asked.part, asked.of),
            "the first part is 0, the last is one less than the number of parts",
        );
    }
    faults.finish(asked)
}

/// The seed that rows were run with.
pub(super) fn read_seed(seed: f64, rows: &Rows) -> Result<u64, Faults> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // checked to be whole and within bounds
    let whole = (seed.fract() == 0.0 && (0.0..=9_007_199_254_740_992.0).contains(&seed)).then_some(seed as u64);
    match whole {
        Some(whole) if whole == rows.seed => Ok(whole),
        Some(_) => Err(Faults::one("seed", seed, format!("these futures were run with seed {}", rows.seed))),
        None => Err(Faults::one("seed", seed, "must be a whole number from 0 to 9,007,199,254,740,992")),
    }
}

/// One table of all parts.
pub(super) fn joined(parts: &JsValue) -> Result<Rows, Faults> {
    let wrong = || Faults::one("futures", "", "must be an array of what `futures` gave, all of one scenario");
    let parts: &Array = parts.dyn_ref().ok_or_else(wrong)?;
    let mut all: Option<Rows> = None;
    for part in parts.iter() {
        let get = |key: &str| Reflect::get(&part, &key.into()).ok();
        let head: Value =
            get("head").and_then(|head| serde_json::from_str(&head.as_string()?).ok()).ok_or_else(wrong)?;
        let numbers = get("numbers").and_then(|found| found.dyn_into::<Float64Array>().ok()).ok_or_else(wrong)?;
        let rows = Rows::from_parts(&head, &numbers.to_vec()).ok_or_else(wrong)?;
        match &mut all {
            None => all = Some(rows),
            Some(all) => all.append(rows)?,
        }
    }
    let mut all = all.ok_or_else(wrong)?;
    all.sort();
    if all.indices.windows(2).any(|pair| pair[1] != pair[0] + 1) {
        let reason = "futures are missing or stand twice: every part of every run belongs to it, once";
        return Err(Faults::one("futures", all.len(), reason));
    }
    Ok(all)
}
