//! A place if nothing changes, as JavaScript sees it: every series of the baseline.

use std::collections::BTreeMap;

use js_sys::{Error, Float64Array};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use super::{FlagOut, PlaceModel, PlaceOut, Shared, flags, thrown};
use crate::error::Faults;
use crate::inputs::place::Area;
use crate::model::baseline;
use crate::strata::SEXES;
use crate::value::outcomes::{Outcomes, Selection, Series, Strata};

/// Longest run of a baseline, in years; the same as on the command line.
const MOST_YEARS: f64 = 100.0;

#[wasm_bindgen]
extern "C" {
    /// The TypeScript name of an answer.
    #[wasm_bindgen(typescript_type = "Baseline")]
    pub type BaselineAnswer;
}

#[wasm_bindgen]
impl PlaceModel {
    /// The place if nothing changes, for `years` years (a whole number from 1 to 100) from the first year of the evidence
    /// pack.
    ///
    /// Throws a `FaultsError` if `years` is none of these.
    pub fn baseline(&self, years: f64) -> Result<BaselineAnswer, Error> {
        let years = whole_years(years).map_err(|faults| thrown(&faults))?;
        let outcomes = baseline::run(&self.area, &self.shared.tables, years);
        let answer = Answer::new(&self.shared, &self.area, &outcomes);
        let object =
            answer.serialize(&Serializer::json_compatible()).map_err(|error| Error::new(&error.to_string()))?;
        Ok(object.unchecked_into())
    }
}

fn whole_years(years: f64) -> Result<usize, Faults> {
    if (1.0..=MOST_YEARS).contains(&years) && years.fract() == 0.0 {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // whole, and 1 to 100
        return Ok(years as usize);
    }
    Err(Faults::one("years", years, "must be a whole number from 1 to 100"))
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
    fn new(shared: &'a Shared, area: &'a Area, outcomes: &'a Outcomes) -> Answer<'a> {
        Answer {
            model: env!("CARGO_PKG_VERSION"),
            evidence: &shared.evidence.info.version,
            data: &shared.definitions.version,
            price_year: &shared.evidence.info.price_year,
            place: PlaceOut::new(area),
            years: (0..outcomes.years).map(|year| outcomes.start_year as usize + year).collect(),
            outcomes: {
                // One by one: a map made from a list sorts it first, with a sort of its own.
                let mut map = BTreeMap::new();
                for series in &outcomes.series {
                    map.insert(series.info.id.as_str(), OutcomeOut::new(series, outcomes.years));
                }
                map
            },
            flags: flags(area).collect(),
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
