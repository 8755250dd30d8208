//! What a search found, as one document for terminal and page (`SolveAnswer` in `src/wasm.d.ts`).

use serde_json::{Map, Value, json};

use super::curve::Knot;
use super::explain::{Explained, Without};
use super::pass::{Found, moved};
use super::runs::Ground;
use super::search::Search;
use crate::inputs::goal::{Bound, EQUALITIES, Limit, Objective, Period};
use crate::value::answer::{Given, plain_zeros};

/// Pounds a year behind the gains of a programme at the margin.
const MILLION: f64 = 1e6;

/// The document of a finished search.
#[must_use]
pub fn document(search: &Search, on: Ground<'_>, given: &Given) -> Value {
    let info = &on.evidence.info;
    let asked = |found: &&Found| found.reached && search.goal.objectives.contains(&found.objective);
    let solutions: Vec<Value> = search.found.iter().filter(asked).map(|found| plan(search, found, on, given)).collect();
    let closest = search.found.iter().find(|found| !found.reached).map(|found| plan(search, found, on, given));
    let start = search.setup.reading.start_year;
    let mut document = json!({
        "model": env!("CARGO_PKG_VERSION"), "evidence": info.version, "price_year": info.price_year,
        "place": { "code": on.area.code(), "name": on.area.name() },
        "name": search.goal.name,
        "scenario": given.overlay,
        "years": (start..start + search.base.horizon_years).collect::<Vec<_>>(),
        "reachable": search.found.iter().any(|found| found.reached),
        "solutions": solutions,
        "closest": closest,
        "runs": search.progress().done,
    });
    plain_zeros(&mut document);
    document
}

fn plan(search: &Search, found: &Found, on: Ground<'_>, given: &Given) -> Value {
    let explained = Explained { search, found };
    let programmes = 0..found.gbp.len();
    json!({
        "objective": found.objective.word(),
        "reached": found.reached,
        "scenario": overlay(search, found, given),
        "gbp_per_year": found.total(),
        "gbp_by_horizon": found.whole.spent_plain,
        "gbp_by_horizon_discounted": found.whole.spent,
        "gbp_could_not_be_used": found.whole.money.1,
        "moved_gbp_per_year": moved(found, &search.setup),
        "equality": equality(search, found),
        "targets": (0..search.goal.targets.len()).map(|target| target_row(&explained, target)).collect::<Vec<_>>(),
        "binds": binds(&explained),
        "programmes": programmes.map(|programme| programme_row(&explained, programme, on)).collect::<Vec<_>>(),
        "next_best": explained.next_best().map(|(programme, step, worth)| json!({
            "programme": search.setup.candidates[programme].id,
            "gains_per_million": gains(search, &step, MILLION),
            "worth_per_pound": worth,
        })),
        "gbp_on_weak_evidence": weak(search, found, on),
        "chance": found.chance.as_ref().map(|chance| json!({
            "asked": chance.asked, "share": chance.share, "by_target": chance.by_target, "draws": chance.draws,
            "draws_run_exactly": chance.exact, "seed": search.goal.seed,
            "without_margin": { "gbp_per_year": chance.middle.0, "share": chance.middle.1 },
        })),
    })
}

/// The scenario of a plan in the words of its file: the given one with the plan's money.
fn overlay(search: &Search, found: &Found, given: &Given) -> Value {
    let mut map = match &given.overlay {
        Value::Object(map) => map.clone(),
        _ => Map::new(),
    };
    let mut shift = match map.get("shift") {
        Some(Value::Object(shift)) => shift.clone(),
        _ => Map::new(),
    };
    shift.remove("share_of_acute");
    shift.insert("gbp_per_year".into(), json!(found.total()));
    let programmes: Map<String, Value> = search
        .programmes()
        .zip(&found.gbp)
        .filter(|(_, gbp)| **gbp > 0.0)
        .map(|(id, gbp)| (id.to_string(), json!({ "gbp_per_year": gbp })))
        .collect();
    map.remove("target");
    map.insert("shift".into(), Value::Object(shift));
    map.insert("programmes".into(), Value::Object(programmes));
    Value::Object(map)
}

/// Healthy years set in motion where "most equal" was asked for; null where lives were not followed that far.
fn equality(search: &Search, found: &Found) -> Value {
    if !search.goal.objectives.contains(&Objective::MostEqual) {
        return Value::Null;
    }
    let by = EQUALITIES.iter().find(|(_, known)| *known == search.goal.equality).map_or("", |(word, _)| word);
    json!({ "by": by, "value": found.whole.values[search.setup.reading.whole_lives()] })
}

fn target_row(explained: &Explained<'_>, target: usize) -> Value {
    let bound = &explained.search.goal.targets[target];
    let reached = bound.direction.sign() * explained.found.whole.values[target] + 0.0;
    let short = short_by(bound, reached);
    let year = if let Period::Year(year) = bound.measure.period { Some(year) } else { None };
    json!({
        "outcome": bound.measure.outcome,
        "change": bound.direction.word(),
        "year": year,
        "account": year.is_none().then(|| bound.measure.period.word()),
        "fifth": bound.measure.fifth.map(|fifth| fifth + 1),
        "at_least": bound.at_least,
        "at_most": bound.at_most,
        "reached": reached,
        "met": explained.found.reached || short == 0.0,
        "short_by": if explained.found.reached { 0.0 } else { short },
        "binds": explained.found.reached && explained.target_binds(target),
        "gbp_for_one_more": explained.gbp_for_one_more(target),
        "most_alone": (!explained.found.reached).then(|| explained.most_alone(target)),
    })
}

/// How far a change is from what a target allows, 0 or more.
fn short_by(bound: &Bound, reached: f64) -> f64 {
    let below = bound.at_least.map_or(0.0, |least| least - reached);
    let above = bound.at_most.map_or(0.0, |most| reached - most);
    below.max(above).max(0.0)
}

fn binds(explained: &Explained<'_>) -> Vec<Value> {
    let (search, found) = (explained.search, explained.found);
    let targets = (0..search.goal.targets.len()).filter(|target| found.reached && explained.target_binds(*target));
    let mut list: Vec<Value> = targets.map(|target| json!({ "kind": "target", "target": target })).collect();
    if explained.budget_binds() {
        let kind = if found.beds { "beds" } else { "budget" };
        list.push(json!({ "kind": kind, "gbp_per_year": found.most_gbp }));
    }
    for (programme, one) in search.setup.candidates.iter().enumerate() {
        let why = explained.why(programme).word();
        if ["at_your_limit", "at_your_minimum", "no_more_room", "locked"].contains(&why) {
            list.push(json!({ "kind": why, "programme": one.id, "gbp_per_year": found.gbp[programme] }));
        }
    }
    list
}

/// Gain in each target, in its own direction, from a step taken `times`.
fn gains(search: &Search, step: &Knot, times: f64) -> Vec<f64> {
    let signs = search.goal.targets.iter().map(|bound| bound.direction.sign());
    signs.zip(&step.values).map(|(sign, value)| sign * value * times + 0.0).collect()
}

fn programme_row(explained: &Explained<'_>, programme: usize, on: Ground<'_>) -> Value {
    let (search, found) = (explained.search, explained.found);
    let one = &search.setup.candidates[programme];
    let record = on.evidence.programmes.get(&one.id);
    let step = |knot: Option<Knot>| {
        knot.map(|knot| {
            json!({ "gains_per_million": gains(search, &knot, MILLION), "worth_per_pound": explained.worth_per_pound(&knot) })
        })
    };
    let without = explained.without(programme).map(|without| match without {
        Without::CostsMore(gbp) => json!({ "reached": true, "gbp_more": gbp }),
        Without::OutOfReach => json!({ "reached": false, "gbp_more": null }),
    });
    json!({
        "programme": one.id,
        "label": record.map(|record| &record.label),
        "grade_hospital": record.map(|record| record.grade_hospital.word()),
        "grade_outcome": record.map(|record| record.grade_outcome.word()),
        "gbp_per_year": found.gbp[programme],
        "gbp_per_year_in_scenario": one.given,
        "room_gbp_per_year": one.room,
        "limits": limits(one.limit, one.range),
        "why": explained.why(programme).word(),
        "gains": explained.alone(programme).map(|knot| gains(search, &knot, 1.0)),
        "next_pound": step(explained.next_pound(programme)),
        "last_pound": step(explained.last_pound(programme)),
        "without_it": without,
    })
}

fn limits(limit: Limit, range: (f64, f64)) -> Value {
    let (least, most) = match limit {
        Limit::Between(least, most) => (Some(least).filter(|gbp| *gbp > 0.0), most),
        Limit::Locked(_) | Limit::AsGiven => (Some(range.0), Some(range.1)),
    };
    json!({ "min_gbp_per_year": least, "max_gbp_per_year": most })
}

/// Pounds a year given to programmes whose evidence is weak (grade C or D) for hospital use and for their direct result.
fn weak(search: &Search, found: &Found, on: Ground<'_>) -> f64 {
    let is_weak = |id: &str| {
        on.evidence.programmes.get(id).is_some_and(|record| {
            [record.grade_hospital, record.grade_outcome].iter().all(|grade| ["C", "D"].contains(&grade.word()))
        })
    };
    search.programmes().zip(&found.gbp).filter(|(id, _)| is_weak(id)).map(|(_, gbp)| gbp).sum()
}
