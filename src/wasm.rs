//! The model as JavaScript sees it: bytes in, one object per answer out.
//!
//! ```js
//! import init, { Model } from "./pkg/headwater.js";
//! await init();
//! const model = new Model(evidenceBytes, definitionsBytes); // pack/evidence.json, data/definitions.json
//! const answer = model.baseline([oldhamBytes], 30); // data/places/E08000004.json
//! answer.years; // [2026, 2027, ...]
//! answer.outcomes.deaths.baseline; // Float64Array(30), deaths per year
//! ```
//!
//! An answer has the shape of the document `headwater baseline --format json` writes, with every series as a
//! `Float64Array` of its own, one number per year, `NaN` where nothing was counted. Arrays are copies: they stay good
//! after the next call and may be posted to another thread. Nothing is kept between calls but the model itself.
//!
//! Whatever is wrong with the input is thrown as one `Error` whose `faults` lists everything found, each with `path`,
//! `value` and `reason`, in the order found.
//!
//! This is the only file that knows of JavaScript. It holds no formula.

use std::collections::BTreeMap;

use js_sys::{Array, Error, Float64Array, Reflect, Uint8Array};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::error::Faults;
use crate::inputs::evidence::{Evidence, PackInfo};
use crate::inputs::place::{Area, Definitions, Place};
use crate::model::{baseline, tables::Tables};
use crate::strata::SEXES;
use crate::value::outcomes::{Outcomes, Selection, Series, Strata};

/// Longest run, in years; the same as on the command line.
const MOST_YEARS: f64 = 100.0;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r"
/** One number per year of the run; NaN where nothing was counted. */
export type YearlySeries = Float64Array;

/** One outcome of a run. */
export interface Outcome {
  /** Unit of every number, such as `persons` or `gbp_per_year`. */
  unit: string;
  /** Plain words. */
  label: string;
  /** Ids of the parameters, tables and counts behind the numbers. */
  basis: string[];
  /** Everybody together; missing where the sexes cannot be added, as with years of life. */
  baseline?: YearlySeries;
  /** By sex, for outcomes whose total is not the sum of cells. */
  by?: { sex: 'female' | 'male'; baseline: YearlySeries }[];
}

/** What the model says of a place if nothing changes. */
export interface Baseline {
  /** Versions of the program, the evidence pack and the data pack. */
  model: string;
  evidence: string;
  data: string;
  /** Year of all pounds, such as `2024-25`. */
  price_year: string;
  /** The place, or several joined: codes joined by `+`. Residents at mid-2023. */
  place: { code: string; name: string; residents: number };
  /** The years of the run. */
  years: number[];
  /** Outcomes by id, such as `deaths` or `new_cases.chd`. */
  outcomes: Record<string, Outcome>;
  /** Borrowed, doubtful or missing values of the place. */
  flags: { place: string; path: string; kind: string; reason: string }[];
  /** What to keep in mind when reading the numbers. */
  warnings: string[];
}

/** What is thrown when an input has faults. */
export interface FaultsError extends Error {
  name: 'Faults';
  faults: { path: string; value: string; reason: string }[];
}
";

#[wasm_bindgen]
extern "C" {
    /// The TypeScript name of an answer.
    #[wasm_bindgen(typescript_type = "Baseline")]
    pub type BaselineAnswer;
}

/// The evidence read once, ready to run any place. Call `free()` when done with it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Model {
    evidence: PackInfo,
    definitions: Definitions,
    tables: Tables,
}

#[wasm_bindgen]
impl Model {
    /// Reads the compiled evidence pack (`pack/evidence.json`) and the definitions of the data pack
    /// (`data/definitions.json`).
    ///
    /// Throws a `FaultsError` that lists every fault of both.
    #[wasm_bindgen(constructor)]
    pub fn new(evidence: &[u8], definitions: &[u8]) -> Result<Model, Error> {
        let mut faults = Faults::new();
        let read = Evidence::from_pack(evidence).and_then(|evidence| Ok((Tables::new(&evidence)?, evidence.info)));
        let evidence = noted(read.map_err(|found| found.under("evidence")), &mut faults);
        let read = Definitions::from_json(definitions);
        let definitions = noted(read.map_err(|found| found.under("definitions")), &mut faults);
        match (evidence, definitions) {
            (Some((tables, evidence)), Some(definitions)) => Ok(Model { evidence, definitions, tables }),
            _ => Err(thrown(&faults)),
        }
    }

    /// The place if nothing changes, for `years` years (a whole number from 1 to 100) from the first year of the
    /// evidence pack.
    ///
    /// `places` holds the bytes of one place file, or of several to be joined into one place. A user's own place is a
    /// file of the same format (JSON).
    ///
    /// Throws a `FaultsError` that lists every fault of the places and of `years`.
    pub fn baseline(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array[]")] places: &JsValue,
        years: f64,
    ) -> Result<BaselineAnswer, Error> {
        let mut faults = Faults::new();
        let area = noted(self.area(places), &mut faults);
        let years = noted(whole_years(years), &mut faults);
        let (Some(area), Some(years)) = (area, years) else {
            return Err(thrown(&faults));
        };
        let outcomes = baseline::run(&area, &self.tables, years);
        let answer = Answer::new(self, &area, &outcomes);
        let object =
            answer.serialize(&Serializer::json_compatible()).map_err(|error| Error::new(&error.to_string()))?;
        Ok(object.unchecked_into())
    }

    fn area(&self, places: &JsValue) -> Result<Area, Faults> {
        let Some(places) = places.dyn_ref::<Array>() else {
            return Err(Faults::one(
                "places",
                "",
                "must be an array of Uint8Array, each with the bytes of a place file",
            ));
        };
        let mut faults = Faults::new();
        let mut parts = Vec::new();
        for (index, item) in places.iter().enumerate() {
            let path = format!("places[{index}]");
            let Some(bytes) = item.dyn_ref::<Uint8Array>() else {
                faults.add(path, "", "must be a Uint8Array with the bytes of a place file");
                continue;
            };
            let read = Place::from_json(&bytes.to_vec(), &self.definitions);
            parts.extend(noted(read.map_err(|found| found.under(&path)), &mut faults));
        }
        faults.finish(parts).and_then(Area::join)
    }
}

/// The value if there is one; otherwise its faults are kept, so that all are thrown together.
fn noted<T>(read: Result<T, Faults>, faults: &mut Faults) -> Option<T> {
    read.map_err(|found| faults.extend(found)).ok()
}

fn whole_years(years: f64) -> Result<usize, Faults> {
    if (1.0..=MOST_YEARS).contains(&years) && years.fract() == 0.0 {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // whole, and 1 to 100
        return Ok(years as usize);
    }
    Err(Faults::one("years", years, "must be a whole number from 1 to 100"))
}

/// The error that JavaScript catches.
fn thrown(faults: &Faults) -> Error {
    let error = Error::new(&faults.to_string());
    error.set_name("Faults");
    let list: Vec<FaultOut<'_>> =
        faults.iter().map(|fault| FaultOut { path: &fault.path, value: &fault.value, reason: &fault.reason }).collect();
    let set = list
        .serialize(&Serializer::json_compatible())
        .map_err(JsValue::from)
        .and_then(|list| Reflect::set(&error, &"faults".into(), &list));
    // Neither can fail on plain strings and a new object; if one ever does, the message still says everything.
    drop(set);
    error
}

#[derive(Serialize)]
struct FaultOut<'a> {
    path: &'a str,
    value: &'a str,
    reason: &'a str,
}

#[derive(Serialize)]
struct Answer<'a> {
    model: &'static str,
    evidence: &'a str,
    data: &'a str,
    price_year: &'a str,
    place: PlaceOut,
    years: Vec<usize>,
    outcomes: BTreeMap<&'a str, OutcomeOut<'a>>,
    flags: Vec<FlagOut<'a>>,
    warnings: &'a [String],
}

#[derive(Serialize)]
struct PlaceOut {
    code: String,
    name: String,
    residents: f64,
}

#[derive(Serialize)]
struct FlagOut<'a> {
    place: &'a str,
    path: &'a str,
    kind: &'a str,
    reason: &'a str,
}

#[derive(Serialize)]
struct OutcomeOut<'a> {
    unit: &'a str,
    label: &'a str,
    basis: &'a [String],
    #[serde(with = "serde_wasm_bindgen::preserve", skip_serializing_if = "JsValue::is_undefined")]
    baseline: JsValue,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    by: Vec<BySexOut>,
}

#[derive(Serialize)]
struct BySexOut {
    sex: &'static str,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    baseline: Float64Array,
}

impl<'a> Answer<'a> {
    fn new(model: &'a Model, area: &'a Area, outcomes: &'a Outcomes) -> Answer<'a> {
        let flags = area.parts().iter().flat_map(|place| {
            place.flags.iter().map(|flag| FlagOut {
                place: &place.code,
                path: &flag.path,
                kind: flag.kind,
                reason: &flag.reason,
            })
        });
        Answer {
            model: env!("CARGO_PKG_VERSION"),
            evidence: &model.evidence.version,
            data: &model.definitions.version,
            price_year: &model.evidence.price_year,
            place: PlaceOut { code: area.code(), name: area.name(), residents: area.residents() },
            years: (0..outcomes.years).map(|year| outcomes.start_year as usize + year).collect(),
            outcomes: outcomes
                .series
                .iter()
                .map(|series| (series.info.id.as_str(), OutcomeOut::new(series, outcomes.years)))
                .collect(),
            flags: flags.collect(),
            warnings: &outcomes.warnings,
        }
    }
}

impl<'a> OutcomeOut<'a> {
    fn new(series: &'a Series, years: usize) -> OutcomeOut<'a> {
        let yearly = |selection| -> Vec<f64> {
            (0..years).map(|year| series.value(year, selection).unwrap_or(f64::NAN)).collect()
        };
        let total = yearly(Selection::default());
        let by_sex = matches!(series.info.strata, Strata::Sex | Strata::SexAndFifth);
        let sexes = SEXES.into_iter().filter(|_| by_sex);
        OutcomeOut {
            unit: series.info.unit,
            label: &series.info.label,
            basis: &series.info.basis,
            baseline: match total.iter().all(|value| value.is_nan()) {
                true => JsValue::UNDEFINED,
                false => Float64Array::from(total.as_slice()).into(),
            },
            by: sexes
                .map(|sex| BySexOut {
                    sex: sex.word(),
                    baseline: Float64Array::from(
                        yearly(Selection { sex: Some(sex), ..Selection::default() }).as_slice(),
                    ),
                })
                .collect(),
        }
    }
}
