//! The model as JavaScript sees it: bytes in, one object per answer out.
//!
//! ```js
//! import init, { Model } from "./pkg/headwater.js";
//! await init();
//! const model = new Model(evidenceBytes, definitionsBytes); // pack/evidence.json, data/definitions.json
//! const oldham = model.place([oldhamBytes]); // data/places/E08000004.json; several files are joined
//! const answer = oldham.run({ shift: { share_of_acute: 0.01 }, programmes: "evidence_mix" });
//! answer.outcomes.deaths.difference; // Float64Array(20), deaths per year more (below 0: fewer) than if nothing changes
//! oldham.baseline(30).outcomes.deaths.baseline; // Float64Array(30), deaths per year
//! oldham.free(); model.free(); // when done with them
//! ```
//!
//! Answers have the shape of the documents that `headwater run` and `headwater baseline` write with `--format json`, with
//! every list of numbers as a `Float64Array` of its own. Arrays are copies: they stay good after the next call and may be
//! posted to another thread. A place keeps what does not depend on the money: moving it again is cheap.
//!
//! Whatever is wrong with the input is thrown as one `Error` whose `faults` lists everything found, each with `path`,
//! `value` and `reason`, in the order found.
//!
//! The page loads the evidence in two parts (`headwater pack page`): a slim one, enough for `place`, `run`, `plan`,
//! `baseline` and `describe`, and its prose, which `explain`, `assumptions` and `source` need on top.
//!
//! This file and those below it are the only ones that know of JavaScript. They hold no formula.

#[cfg(feature = "whole")]
mod baseline;
#[cfg(feature = "whole")]
mod futures;
#[cfg(feature = "whole")]
mod pairs;
#[cfg(feature = "whole")]
mod reasons;
#[cfg(feature = "whole")]
mod sensitivity;
#[cfg(feature = "whole")]
mod solve;

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use js_sys::{Array, Error, Float64Array, JSON, Object, Reflect, Uint8Array};
use serde::Serialize;
use serde_json::Value;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::error::Faults;
use crate::inputs::evidence::{Evidence, slim};
use crate::inputs::place::{Area, Definitions, Place};
use crate::inputs::scenario::{MOST_YEARS as HORIZON, Scenario};
use crate::model::tables::Tables;
use crate::model::what_if::run::Part;
use crate::value::answer::{self, Beliefs, Given, Study};
use crate::value::describe;
use crate::value::report::Input;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm.d.ts");

#[wasm_bindgen]
extern "C" {
    /// The TypeScript name of what a scenario does.
    #[wasm_bindgen(typescript_type = "Answer")]
    pub type ScenarioAnswer;
    /// The TypeScript name of its first part.
    #[wasm_bindgen(typescript_type = "Glimpse")]
    pub type GlimpseAnswer;
    /// The TypeScript name of what can be set.
    #[wasm_bindgen(typescript_type = "Description")]
    pub type DescriptionAnswer;
    /// The TypeScript name of versions.
    #[wasm_bindgen(typescript_type = "About")]
    pub type AboutAnswer;
    /// The TypeScript name of a place in short.
    #[wasm_bindgen(typescript_type = "PlaceSummary & { flags: Flag[] }")]
    pub type PlaceAnswer;
    /// Place files.
    #[wasm_bindgen(typescript_type = "Uint8Array[]")]
    pub type PlaceFiles;
    /// A scenario, as an object or as JSON text.
    #[wasm_bindgen(typescript_type = "ScenarioOverlay | string")]
    pub type ScenarioInput;
}

/// What every place shares.
#[derive(Debug)]
struct Shared {
    evidence: Evidence,
    definitions: Definitions,
    tables: Tables,
    /// True if the words behind the figures are there.
    #[cfg_attr(not(feature = "whole"), allow(dead_code))] // asked for by what can wait
    words: bool,
    /// What the last scenario of any place believed: the next one mostly believes it too.
    beliefs: RefCell<Option<Arc<Beliefs>>>,
    /// Draws made before.
    #[cfg(feature = "whole")]
    drawn: futures::Drawn,
}

/// The evidence read once, ready to open any place. Call `free()` when done with it; places opened stay good.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Model {
    shared: Rc<Shared>,
}

#[wasm_bindgen]
impl Model {
    /// Reads the evidence pack (`pack/evidence.json`, or the slim part of it and, if wanted, its prose) and the definitions
    /// of the data pack (`data/definitions.json`).
    ///
    /// Throws a `FaultsError` that lists every fault of all.
    #[wasm_bindgen(constructor)]
    pub fn new(evidence: &[u8], definitions: &[u8], prose: Option<Vec<u8>>) -> Result<Model, Error> {
        let mut faults = Faults::new();
        let read = slim::read(evidence, prose.as_deref()).and_then(|found| Ok((Tables::new(&found.0)?, found)));
        let read = noted(read.map_err(|found| found.under("evidence")), &mut faults);
        let definitions = Definitions::from_json(definitions);
        let definitions = noted(definitions.map_err(|found| found.under("definitions")), &mut faults);
        match (read, definitions) {
            (Some((tables, (evidence, words))), Some(definitions)) => Ok(Model {
                shared: Rc::new(Shared {
                    evidence,
                    definitions,
                    tables,
                    words,
                    beliefs: RefCell::default(),
                    #[cfg(feature = "whole")]
                    drawn: futures::Drawn::default(),
                }),
            }),
            _ => Err(thrown(&faults)),
        }
    }

    /// Versions, the year of pounds, the first year of every run.
    pub fn about(&self) -> AboutAnswer {
        let info = &self.shared.evidence.info;
        let about = serde_json::json!({
            "model": env!("CARGO_PKG_VERSION"), "evidence": info.version, "data": self.shared.definitions.version,
            "price_year": info.price_year, "start_year": info.start_year, "horizon": HORIZON,
        });
        to_js("", &about).unchecked_into()
    }

    /// What can be set and asked: sliders, programmes with grades, costs, reach and null results, sides to take, outcomes.
    pub fn describe(&self) -> DescriptionAnswer {
        plain(&describe::describe(&self.shared.evidence, &self.shared.tables)).unchecked_into()
    }

    /// Opens a place: the bytes of one place file, or of several to be joined into one place. A user's own place is a file
    /// of the same format (JSON).
    ///
    /// Throws a `FaultsError` that lists every fault of all files.
    pub fn place(&self, files: &PlaceFiles) -> Result<PlaceModel, Error> {
        let area = read_area(files, &self.shared.definitions).map_err(|faults| thrown(&faults))?;
        Ok(PlaceModel {
            shared: Rc::clone(&self.shared),
            area,
            study: None,
            #[cfg(feature = "whole")]
            futures: None,
        })
    }
}

impl Shared {
    fn beliefs(&self, scenario: &Scenario) -> Result<Arc<Beliefs>, Faults> {
        let kept = self.beliefs.take().filter(|beliefs| beliefs.carry(scenario));
        let beliefs = kept.map_or_else(|| Beliefs::new(&self.evidence, scenario).map(Arc::new), Ok)?;
        self.beliefs.replace(Some(Arc::clone(&beliefs)));
        Ok(beliefs)
    }
}

/// A place, or several joined, ready for any scenario. Call `free()` when done with it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct PlaceModel {
    shared: Rc<Shared>,
    area: Area,
    /// What the last scenario stood on: the next one mostly stands on it too.
    study: Option<Study>,
    /// What its futures stood on.
    #[cfg(feature = "whole")]
    futures: Option<futures::Held>,
}

#[wasm_bindgen]
impl PlaceModel {
    /// Code, name, residents, and the borrowed, doubtful or missing values of the place.
    pub fn summary(&self) -> PlaceAnswer {
        let flags: Vec<FlagOut<'_>> = flags(&self.area).collect();
        let place = PlaceOut::new(&self.area);
        let object = place.serialize(&Serializer::json_compatible()).unwrap_or_default();
        set(object.unchecked_ref(), "flags", &flags.serialize(&Serializer::json_compatible()).unwrap_or_default());
        object.unchecked_into()
    }

    /// What a scenario does here. Its series are the difference from the baseline, which `{}` gives as 0.
    ///
    /// Throws a `FaultsError` that lists every fault of the scenario.
    pub fn run(&mut self, scenario: &ScenarioInput) -> Result<ScenarioAnswer, Error> {
        let answer = self.ask(scenario, |_| Part::default(), answer::answer)?;
        Ok(to_js("", &answer).unchecked_into())
    }

    /// The part of `run`'s answer that a first sentence needs of the years shown, figure for figure the same, in a fifth of
    /// the time: for a lever that moves. What needs whole lives is not in it.
    ///
    /// Throws a `FaultsError` as `run` does.
    pub fn glimpse(&mut self, scenario: &ScenarioInput) -> Result<GlimpseAnswer, Error> {
        let answer = self.ask(scenario, answer::part_of_glimpse, answer::glimpse)?;
        Ok(to_js("", &answer).unchecked_into())
    }

    /// Runs a scenario on the ground of the last one, if it carries this one.
    fn ask<T: Into<Value>>(
        &mut self,
        scenario: &JsValue,
        part: fn(&Scenario) -> Part<'static>,
        make: fn(&Input<'_>, &Given) -> Result<T, Faults>,
    ) -> Result<Value, Error> {
        let evidence = &self.shared.evidence;
        #[cfg(feature = "whole")]
        let course_beside = self.futures.as_ref().is_some_and(|futures| !futures.leaves_room);
        #[cfg(not(feature = "whole"))]
        let course_beside = false;
        let made =
            scenario_text(scenario).and_then(|text| Given::from_json(text.as_bytes(), evidence)).and_then(|given| {
                let scenario = &given.scenario;
                let kept = self.study.take().and_then(|study| study.moved_to(scenario));
                let study = match kept {
                    Some(study) => study,
                    None => Study::under(self.shared.beliefs(scenario)?, scenario.horizon_years),
                };
                let part = Part { course_beside, ..part(scenario) };
                let made =
                    study.run_part(&self.area, evidence, scenario, part, |input| Ok(make(input, &given)?.into()));
                self.study = Some(study);
                made
            });
        made.map_err(|faults| thrown(&faults))
    }
}

/// The scenario as JSON text.
fn scenario_text(scenario: &JsValue) -> Result<String, Faults> {
    if let Some(text) = scenario.as_string() {
        return Ok(text);
    }
    let text = JSON::stringify(scenario).ok().and_then(|text| text.as_string());
    text.ok_or_else(|| Faults::one("scenario", "", "must be an object or JSON text"))
}

fn read_area(files: &JsValue, definitions: &Definitions) -> Result<Area, Faults> {
    let Some(files) = files.dyn_ref::<Array>() else {
        let reason = "must be an array of Uint8Array, each with the bytes of a place file";
        return Err(Faults::one("places", "", reason));
    };
    let mut faults = Faults::new();
    let mut parts = Vec::new();
    for (index, item) in files.iter().enumerate() {
        let path = format!("places[{index}]");
        let Some(bytes) = item.dyn_ref::<Uint8Array>() else {
            faults.add(path, "", "must be a Uint8Array with the bytes of a place file");
            continue;
        };
        let read = Place::from_json(&bytes.to_vec(), definitions);
        parts.extend(noted(read.map_err(|found| found.under(&path)), &mut faults));
    }
    faults.finish(parts).and_then(Area::join)
}

/// A document as a plain object; lists of numbers stay plain lists.
fn plain(value: &Value) -> JsValue {
    // Cannot fail: a document holds nothing but text, numbers, lists and keys.
    value.serialize(&Serializer::json_compatible()).unwrap_or_default()
}

/// A document as an object in which every list of numbers is a `Float64Array` of its own. The scenario stays as it was
/// given, and years stay a plain list.
fn to_js(key: &str, value: &Value) -> JsValue {
    match value {
        _ if key == "scenario" || key == "years" => plain(value),
        Value::Array(items) => match numbers(items) {
            Some(numbers) => Float64Array::from(numbers.as_slice()).into(),
            None => items.iter().map(|item| to_js("", item)).collect::<Array>().into(),
        },
        Value::Object(entries) => {
            let object = Object::new();
            for (key, value) in entries {
                set(&object, key, &to_js(key, value));
            }
            object.into()
        }
        other => plain(other),
    }
}

fn numbers(items: &[Value]) -> Option<Vec<f64>> {
    if items.is_empty() { None } else { items.iter().map(Value::as_f64).collect() }
}

/// Setting a key of a new object cannot fail.
fn set(object: &Object, key: &str, value: &JsValue) {
    drop(Reflect::set(object, &key.into(), value));
}

/// The value if there is one; otherwise its faults are kept, so that all are thrown together.
fn noted<T>(read: Result<T, Faults>, faults: &mut Faults) -> Option<T> {
    read.map_err(|found| faults.extend(found)).ok()
}

/// The error that JavaScript catches.
fn thrown(faults: &Faults) -> Error {
    let error = Error::new(&faults.to_string());
    error.set_name("Faults");
    let list: Vec<FaultOut<'_>> =
        faults.iter().map(|fault| FaultOut { path: &fault.path, value: &fault.value, reason: &fault.reason }).collect();
    // Cannot fail on plain strings; if it ever does, the message still says everything.
    set(&error, "faults", &list.serialize(&Serializer::json_compatible()).unwrap_or_default());
    error
}

#[derive(Serialize)]
struct FaultOut<'a> {
    path: &'a str,
    value: &'a str,
    reason: &'a str,
}

#[derive(Serialize)]
struct PlaceOut {
    code: String,
    name: String,
    residents: f64,
}

impl PlaceOut {
    fn new(area: &Area) -> PlaceOut {
        PlaceOut { code: area.code(), name: area.name(), residents: area.residents() }
    }
}

/// The flags of all parts of an area.
fn flags(area: &Area) -> impl Iterator<Item = FlagOut<'_>> {
    area.parts().iter().flat_map(|place| {
        place.flags.iter().map(|flag| FlagOut {
            place: &place.code,
            path: &flag.path,
            kind: flag.kind,
            reason: &flag.reason,
        })
    })
}

#[derive(Serialize)]
struct FlagOut<'a> {
    place: &'a str,
    path: &'a str,
    kind: &'a str,
    reason: &'a str,
}
