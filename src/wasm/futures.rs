//! Many futures of a scenario, as JavaScript sees them: rows that several workers run, and the ranges made of them.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use js_sys::{Array, Error, Float64Array, JSON, Object, Reflect};
use serde::Deserialize;
use serde_json::Value;
use wasm_bindgen::prelude::*;

use super::{Model, PlaceModel, ScenarioInput, scenario_text, set, thrown, to_js};
use crate::error::Faults;
use crate::inputs::evidence::Evidence;
use crate::inputs::scenario::Scenario;
use crate::model::draws::Draws;
use crate::value::answer::{Beliefs, Given, Study};
use crate::value::ensemble::Ensemble;
use crate::value::ensemble::quick::{Kept, Ready};
use crate::value::ensemble::ranges;
use crate::value::ensemble::record::View;
use crate::value::ensemble::rows::{Rows, is_gapless};
use crate::value::ensemble::told;
use crate::value::ensemble::worlds::{self, Worlds};

#[wasm_bindgen]
extern "C" {
    /// Which futures to run and what to keep of each.
    #[wasm_bindgen(typescript_type = "FuturesAsked")]
    pub type FuturesAsked;
    /// Futures run, to be handed to another thread: parts of one ensemble.
    #[wasm_bindgen(typescript_type = "FutureRows[]")]
    pub type FutureParts;
    /// One share of every part.
    #[wasm_bindgen(typescript_type = "FutureShare[]")]
    pub type FutureShares;
    /// What all parts say of a share.
    #[wasm_bindgen(typescript_type = "Told")]
    pub type ToldAnswer;
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
    /// In how many pieces the numbers are wanted, each to be summed up by another worker.
    #[serde(default = "one")]
    shares: usize,
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

/// Draws made before: they hang on the evidence, the seed and the part alone, and the next question mostly asks for the same.
#[derive(Debug, Default)]
pub(super) struct Drawn(RefCell<Vec<Rc<OwnDraws>>>);

/// The draws that a worker runs, and the trends of the baselines that they stand on.
#[derive(Debug)]
struct OwnDraws {
    draws: Draws,
    /// Which part of how many; `None` where the trend is the scenario's own, and so nothing is divided by it.
    part: Option<(usize, usize)>,
    trends: Vec<f64>,
}

impl Drawn {
    /// The draws of some futures that stand on a part of the baselines, and the trends of these.
    ///
    /// # Errors
    /// As [`Draws::new`].
    fn of(&self, study: &Study, on: (&Evidence, &Scenario), asked: &Asked) -> Result<(Rc<OwnDraws>, Vec<f64>), Faults> {
        let ((evidence, scenario), part) = (on, (asked.part, asked.of));
        let trends = |draws: &Draws| worlds::trends(evidence, scenario, study.tables(), draws, part);
        let own = worlds::position(evidence, scenario).map(|_| part);
        // Where there is one baseline only, one worker has all; of the others nothing is asked, so any table serves.
        let idle = own.is_none() && asked.part > 0;
        let mut list = self.0.borrow_mut();
        let rows = asked.first..=asked.last;
        let same = |known: &&Rc<OwnDraws>| {
            known.draws.seed() == asked.seed && known.draws.rows() == rows && (known.part == own || idle)
        };
        if let Some(known) = list.iter().find(same) {
            let trends = if own.is_some() { known.trends.clone() } else { trends(&known.draws) };
            return Ok((Rc::clone(known), trends));
        }
        let mut draws = Draws::new(evidence, asked.seed, rows.clone())?;
        let trends = trends(&draws);
        if let Some(position) = worlds::position(evidence, scenario) {
            draws.keep(|draw| draw.parameter(position).is_none_or(|trend| trends.contains(&trend)));
        }
        let held: usize = list.iter().map(|own| own.draws.held()).sum();
        if held + draws.held() > MOST_DRAWN {
            list.clear();
        }
        let made = Rc::new(OwnDraws { draws, part: own, trends: trends.clone() });
        list.push(Rc::clone(&made));
        Ok((made, trends))
    }
}

/// Most draws that are kept: all of a full answer of the page, which one worker runs where it is alone or the trend is the scenario's; 3 MB.
const MOST_DRAWN: usize = 1_000;

/// What the futures last asked for stood on: the next question mostly needs the same.
#[derive(Debug)]
pub(super) struct Held {
    /// What the worlds believe: the study of the place may have moved to another scenario since.
    beliefs: Arc<Beliefs>,
    worlds: Worlds,
    shared: Option<Kept>,
    /// Whether whole answers may keep what they stand on beside it: 10 MB.
    pub(super) leaves_room: bool,
}

/// Memory of a module, pages of 64 kB, up to which futures made ready leave room: two of 25 MB and 10 MB more are within the 64 MB that
/// two workers may hold together (docs/DECISIONS/0024). A module that ever held more, for whatever plan, does not get smaller.
const ROOMY: usize = 384;

impl Held {
    /// Whether futures of a scenario can stand on all of it.
    fn serves(&self, scenario: &Scenario) -> bool {
        self.shared.as_ref().is_some_and(|shared| shared.serves(scenario))
    }
}

#[wasm_bindgen]
impl PlaceModel {
    /// Runs the scenario in the futures numbered `first` to `last` of a seed, or in this worker's part of them: one part for each
    /// baseline that any of them stands on, none where no baseline falls to this worker. With `exact`, all in one.
    ///
    /// Throws a `FaultsError` that lists every fault of the scenario or of what was asked.
    pub fn futures(&mut self, scenario: &ScenarioInput, asked: &FuturesAsked) -> Result<FutureParts, Error> {
        let asked = read_asked(asked).map_err(|faults| thrown(&faults))?;
        let (lines, of) = (asked.ledger, asked.shares);
        let parts = Array::new();
        // One baseline after another leaves the module before the next is run: rows are large.
        let keep = |rows: &Rows| {
            parts.push(&part(rows, lines, of));
        };
        self.run_futures(scenario, asked, keep).map_err(|faults| thrown(&faults))?;
        Ok(JsValue::from(parts).unchecked_into())
    }

    fn run_futures(&mut self, scenario: &JsValue, asked: Asked, mut keep: impl FnMut(&Rows)) -> Result<(), Faults> {
        let evidence = &self.shared.evidence;
        let given = Given::from_json(scenario_text(scenario)?.as_bytes(), evidence)?;
        let is_new = !asked.exact && !self.futures.as_ref().is_some_and(|held| held.serves(&given.scenario));
        let study = self.study.take().and_then(|study| study.moved_to(&given.scenario));
        let study = match study.filter(|_| !is_new) {
            // Rows of whole lives need the room.
            Some(study) if asked.set_in_motion && !asked.exact => study.without_area(),
            Some(study) => study,
            // So does what another plan stands on, and all the more: the course of diseases goes too.
            None => {
                self.shared.beliefs.take();
                Study::new(evidence, &given.scenario)?
            }
        };
        let study = self.study.insert(study);
        let (own, trends) = self.shared.drawn.of(study, (evidence, &given.scenario), &asked)?;
        let same = |held: &Held| held.beliefs.carry(&given.scenario) && held.worlds.are_of(&trends);
        let held = self.futures.take().filter(same).unwrap_or_else(|| {
            let worlds = Worlds::on(evidence, &given.scenario, study.tables(), &trends);
            Held { beliefs: Arc::clone(study.beliefs()), worlds, shared: None, leaves_room: false }
        });
        let held = self.futures.insert(held);
        // Those before may have the course of diseases with them, which is large.
        held.beliefs = Arc::clone(study.beliefs());
        let ensemble = Ensemble {
            area: &self.area,
            evidence,
            scenario: &given.scenario,
            baseline: if asked.exact { study.baseline(&self.area) } else { study.start(&self.area) },
            draws: &own.draws,
            worlds: &held.worlds,
            view: View {
                outcomes: asked.outcomes,
                fifths: asked.fifths,
                ledger: asked.ledger,
                set_in_motion: asked.set_in_motion,
            },
        };
        if asked.exact {
            Some(ensemble.run()?).filter(|rows| !rows.is_empty()).iter().for_each(keep);
            return Ok(());
        }
        let made = !held.serves(&given.scenario);
        let mut ready = Ready::on(&ensemble, held.shared.take())?;
        ready.run_each(&ensemble).for_each(|rows| keep(&rows));
        held.shared = Some(ready.keep(&ensemble));
        if made {
            held.leaves_room = core::arch::wasm32::memory_size::<0>() <= ROOMY;
        }
        Ok(())
    }
}

/// Rows as an object: what they are, and their numbers in so many shares.
fn part(rows: &Rows, lines: bool, of: usize) -> Object {
    let shares = told::shares(&rows.blocks, lines, of);
    let mut head = rows.head();
    head["shares"] = shares.iter().copied().collect();
    let object = Object::new();
    set(&object, "head", &JsValue::from_str(&head.to_string()));
    set(&object, "numbers", &pieces(rows, &shares));
    object
}

#[wasm_bindgen]
impl Model {
    /// Ranges of all parts of one ensemble, whoever ran them: quantiles by year, sums, shares, paths and histograms.
    ///
    /// Throws a `FaultsError` if the parts do not belong together.
    pub fn ranges(&self, parts: &FutureParts, seed: f64) -> Result<RangesAnswer, Error> {
        let rows = joined(parts).map_err(|faults| thrown(&faults))?;
        let seed = read_seed(seed, rows.seed).map_err(|faults| thrown(&faults))?;
        let document = ranges::ranges(&rows, seed, self.shared.evidence.info.start_year);
        Ok(to_js("", &document).unchecked_into())
    }

    /// What all parts of one ensemble say together of one share of their columns, in bare numbers and in the order of the draws
    /// whoever ran them. Needs little memory: it holds a few columns at a time.
    ///
    /// Throws a `FaultsError` if the parts do not belong together.
    pub fn tell(&self, parts: &FutureShares, share: usize, seed: f64) -> Result<ToldAnswer, Error> {
        let told = told_of(parts, share, seed, self.shared.evidence.info.start_year);
        let (head, numbers) = told.map_err(|faults| thrown(&faults))?;
        let object = Object::new();
        set(&object, "head", &JsValue::from_str(&head.to_string()));
        set(&object, "numbers", &Float64Array::from(numbers.as_slice()));
        Ok(JsValue::from(object).unchecked_into())
    }
}

/// The columns of every share, copied out piece by piece: the module's own memory, once grown, would stay so.
fn pieces(rows: &Rows, shares: &[usize]) -> Array {
    /// Numbers copied at once.
    const PIECE: u32 = 1 << 15;
    let mut columns = rows.all_columns();
    let share = |share: usize| {
        let own = told::width(rows, shares, share);
        let numbers = Float64Array::new_with_length(length(own * rows.len()));
        let (mut piece, mut at) = (Vec::with_capacity(PIECE as usize), 0);
        for (number, column) in columns.by_ref().take(own).enumerate() {
            piece.extend(column);
            if number + 1 == own || piece.len() + column.len() > PIECE as usize {
                let to = at + length(piece.len());
                numbers.subarray(at, to).copy_from(&piece);
                piece.clear();
                at = to;
            }
        }
        numbers
    };
    (0..shares.len()).map(share).collect()
}

/// A length as JavaScript has it: all memory of a module holds fewer numbers.
fn length(numbers: usize) -> u32 {
    u32::try_from(numbers).unwrap_or(u32::MAX)
}

fn told_of(parts: &JsValue, share: usize, seed: f64, start_year: u32) -> Result<(Value, Vec<f64>), Faults> {
    let parts: &Array = parts.dyn_ref().ok_or_else(wrong)?;
    let (mut heads, mut numbers) = (Vec::new(), Vec::new());
    for part in parts.iter() {
        let head = head_of(&part)?;
        let rows = Rows::from_head(&head).ok_or_else(wrong)?;
        let cuts = cuts_of(&head, &rows).ok_or_else(wrong)?;
        read_seed(seed, rows.seed)?;
        let own: Float64Array = get(&part, "numbers").and_then(|found| found.dyn_into().ok()).ok_or_else(wrong)?;
        if own.length() != length(told::width(&rows, &cuts, share) * rows.len()) {
            return Err(wrong());
        }
        // A part without rows does not know what would be in them.
        if !rows.is_empty() {
            heads.push((rows, cuts));
            numbers.push(own);
        }
    }
    told::tell(&heads, share, start_year, &mut |part, from, into| {
        numbers[part].subarray(length(from), length(from + into.len())).copy_to(into);
    })
}

/// How many blocks are in each share.
fn cuts_of(head: &Value, rows: &Rows) -> Option<Vec<usize>> {
    let whole = |value: &Value| value.as_u64().and_then(|whole| usize::try_from(whole).ok());
    let cuts: Vec<usize> = head["shares"].as_array()?.iter().map(whole).collect::<Option<_>>()?;
    let all = cuts.iter().try_fold(0, |sum: usize, cut| sum.checked_add(*cut))?;
    (all == rows.blocks.len()).then_some(cuts)
}

/// Most futures of one call: what they hold must fit into a browser's memory.
const MOST_AT_ONCE: usize = 4_000;
/// Most shares of their columns.
const MOST_SHARES: usize = 16;

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
    if !(1..=MOST_SHARES).contains(&asked.shares) {
        faults.add("futures.shares", asked.shares, format!("must be from 1 to {MOST_SHARES}"));
    }
    faults.finish(asked)
}

/// The seed that rows were run with.
pub(super) fn read_seed(seed: f64, run_with: u64) -> Result<u64, Faults> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // checked to be whole and within bounds
    let whole = (seed.fract() == 0.0 && (0.0..=9_007_199_254_740_992.0).contains(&seed)).then_some(seed as u64);
    match whole {
        Some(whole) if whole == run_with => Ok(whole),
        Some(_) => Err(Faults::one("seed", seed, format!("these futures were run with seed {run_with}"))),
        None => Err(Faults::one("seed", seed, "must be a whole number from 0 to 9,007,199,254,740,992")),
    }
}

fn wrong() -> Faults {
    Faults::one("futures", "", "must be an array of what `futures` gave, all of one scenario")
}

fn get(part: &JsValue, key: &str) -> Option<JsValue> {
    Reflect::get(part, &key.into()).ok()
}

fn head_of(part: &JsValue) -> Result<Value, Faults> {
    get(part, "head").and_then(|head| serde_json::from_str(&head.as_string()?).ok()).ok_or_else(wrong)
}

/// One table of all parts.
pub(super) fn joined(parts: &JsValue) -> Result<Rows, Faults> {
    let parts: &Array = parts.dyn_ref().ok_or_else(wrong)?;
    let heads: Vec<Value> = parts.iter().map(|part| head_of(&part)).collect::<Result<_, _>>()?;
    // Growing a thousand columns part by part would leave holes in memory.
    let count = heads.iter().filter_map(|head| head["indices"].as_array()).map(Vec::len).sum();
    let mut all: Option<Rows> = None;
    for (part, head) in parts.iter().zip(&heads) {
        let numbers: Array = get(&part, "numbers").and_then(|found| found.dyn_into().ok()).ok_or_else(wrong)?;
        let pieces = numbers.iter().map(|piece| piece.dyn_into::<Float64Array>().ok().map(|piece| piece.to_vec()));
        let pieces: Vec<Vec<f64>> = pieces.collect::<Option<_>>().ok_or_else(wrong)?;
        let pieces: Vec<&[f64]> = pieces.iter().map(Vec::as_slice).collect();
        let rows = Rows::from_parts(head, &pieces).ok_or_else(wrong)?;
        match &mut all {
            None => all = Some(rows.with_room(count)),
            Some(all) => all.append(rows)?,
        }
    }
    let mut all = all.ok_or_else(wrong)?;
    all.sort();
    is_gapless(all.indices.iter().copied(), all.len())?;
    Ok(all)
}
