//! Why the answer is what it is: what each programme and channel contributes, and what follows from what.
//!
//! Every programme is run alone with the money it got in the whole plan; the hospital side is what the whole run counts
//! apart; what is left is the overlap, named and shown, so that the parts add up to the whole. This takes a run for every
//! programme and channel: ask for it for one scenario, never in a sweep.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use crate::error::Faults;
use crate::model::what_if::effects::Action;
use crate::model::what_if::plan::Plan;
use crate::model::what_if::run::{Part, WhatIf, run};
use crate::order::sort_short;
use crate::value::chain;
use crate::value::report::{self, Input};

/// Outcomes that are explained.
pub const EXPLAINED: [&str; 8] = [
    "qalys",
    "life_years",
    "deaths",
    "deaths_under_75",
    "emergency_admissions",
    "bed_days",
    "ae_attendances",
    "social_care_gbp",
];

/// Channel of what happens because the hospital budget is smaller.
const CUT: &str = "hospital_cut";
/// Channel of what freed hospital room is used for.
const ROOM: &str = "freed_room";
/// Channel of health bought by social care spending.
const CARE: &str = "social_care_spending";
/// Cut and freed room together, where the run does not count them apart.
const HOSPITAL: &str = "hospital_cut_and_freed_room";
/// What parts together do differently from each alone.
pub const OVERLAP: &str = "overlap";
/// An overlap smaller than this share of the largest part is what adding up in another order leaves, not a finding.
const ROUNDING: f64 = 1e-9;

/// One part of a total.
#[derive(Debug, Clone, PartialEq)]
pub struct Contribution {
    /// Programme id; empty for the hospital side and for overlap.
    pub programme: String,
    /// Channel.
    pub channel: String,
    /// Plain words.
    pub label: String,
    /// Change inside the horizon.
    pub by_horizon: f64,
    /// Change followed to the end of everybody's life.
    pub set_in_motion: f64,
}

/// Runs behind an explanation.
pub struct Runs {
    /// The whole plan without what happens in hospitals because of the cut and of freed room.
    joint: WhatIf,
    /// Each programme alone.
    pub alone: Vec<WhatIf>,
    /// Programme, channel, and the run in which only they work.
    channels: Vec<(usize, &'static str, WhatIf)>,
}

impl Runs {
    /// Makes the runs.
    ///
    /// # Errors
    /// As [`Plan::new`].
    pub fn new(input: &Input<'_>) -> Result<Runs, Faults> {
        let plan = input.plan;
        let part = |programme| Part {
            only: Some((programme, &input.what_if.spent)),
            without_hospital: true,
            ..Part::default()
        };
        let alone = (0..plan.programmes.len()).map(|programme| run(plan, part(programme))).collect();
        Ok(Runs { alone, ..Runs::of_parts(input, false)? })
    }

    /// Only what [`contributions`] needs: without each programme alone, and to the horizon only if so wished.
    ///
    /// # Errors
    /// As [`Plan::new`].
    pub fn of_parts(input: &Input<'_>, horizon_only: bool) -> Result<Runs, Faults> {
        let plan = input.plan;
        let part = Part { without_hospital: true, horizon_only, ..Part::default() };
        let alone_with = |plan: &Plan<'_>, programme: usize| {
            run(plan, Part { only: Some((programme, &input.what_if.spent)), ..part })
        };
        let ground = Cow::Borrowed(plan.ground.as_ref());
        let mut scratch = Plan::in_future(plan.future, ground, input.area, plan.tables, input.evidence, plan.scenario)?;
        let mut channels = Vec::new();
        for programme in 0..plan.programmes.len() {
            for channel in channels_of(input, programme) {
                for (component, whole) in scratch.components.iter_mut().zip(&plan.components) {
                    for (effect, own) in component.effects.iter_mut().zip(&whole.effects) {
                        let works = channel_of(input, &own.id) == channel;
                        effect.action = if works { own.action } else { silent(own.action) };
                    }
                }
                channels.push((programme, channel, alone_with(&scratch, programme)));
            }
        }
        Ok(Runs { joint: run(plan, part), alone: Vec::new(), channels })
    }
}

fn channel_of(input: &Input<'_>, effect: &str) -> &'static str {
    input.evidence.effects.get(effect).map_or("", |effect| effect.channel)
}

/// Channels of a programme, each once, in the order of its effects.
fn channels_of(input: &Input<'_>, programme: usize) -> Vec<&'static str> {
    let mut list = Vec::new();
    for component in input.plan.components.iter().filter(|component| component.programme == programme) {
        for effect in &component.effects {
            let channel = channel_of(input, &effect.id);
            if !list.contains(&channel) {
                list.push(channel);
            }
        }
    }
    list
}

/// The same kind of action with nothing in it: people, timing and room stay as they are.
fn silent(action: Action) -> Action {
    match action {
        Action::UseRatio { measure, base, share, among_cases, .. } => {
            Action::UseRatio { measure, base, share, ratio: 1.0, among_cases }
        }
        Action::UseDifference { measure, .. } => Action::UseDifference { measure, avoided: 0.0 },
        Action::Cardiovascular { share, .. } => Action::Cardiovascular { share, ratio: 1.0 },
        Action::Quits(_) => Action::Quits(0.0),
        Action::Active(_) => Action::Active(0.0),
        Action::Bmi(_) => Action::Bmi(0.0),
        Action::DeathsAvoided(_) => Action::DeathsAvoided(0.0),
        Action::DiabetesAvoided(_) => Action::DiabetesAvoided(0.0),
        Action::FallsAvoided(_) => Action::FallsAvoided(0.0),
        Action::QalysOnce(_) => Action::QalysOnce(0.0),
        Action::QalysPerPound(_) => Action::QalysPerPound(0.0),
        Action::InWork(_) => Action::InWork(0.0),
        Action::PregnanciesAvoided(_) => Action::PregnanciesAvoided(0.0),
        Action::ChildrenInCareAvoided(_) => Action::ChildrenInCareAvoided(0.0),
        Action::SocialCareOnce(_) => Action::SocialCareOnce(0.0),
        Action::DelayedNightsOnce(_) => Action::DelayedNightsOnce(0.0),
        Action::OtherMoney(_) => Action::OtherMoney(0.0),
        Action::HouseholdIncome(_) => Action::HouseholdIncome(0.0),
    }
}

/// Change inside the horizon and set in motion.
fn both(run: &WhatIf, id: &str) -> (f64, f64) {
    run.flows.get(id).map_or((0.0, 0.0), |flow| (flow.sum(run.years, 0.0), flow.sum(usize::MAX, 0.0)))
}

/// The parts of an outcome; they add up to its total, but for rounding.
#[must_use]
pub fn contributions(input: &Input<'_>, runs: &Runs, id: &str) -> Vec<Contribution> {
    let mut parts = Vec::new();
    let mut alone = (0.0, 0.0);
    for (programme, channel, run) in &runs.channels {
        let programme = &input.plan.programmes[*programme];
        let (by_horizon, set_in_motion) = both(run, id);
        if by_horizon == 0.0 && set_in_motion == 0.0 {
            continue;
        }
        alone = (alone.0 + by_horizon, alone.1 + set_in_motion);
        let label = format!("{}, through {}", programme.label, channel.replace('_', " "));
        parts.push(Contribution {
            programme: programme.id.clone(),
            channel: (*channel).into(),
            label,
            by_horizon,
            set_in_motion,
        });
    }
    parts.extend(hospital(input, runs, id));
    let joint = both(&runs.joint, id);
    let (by_horizon, set_in_motion) = (joint.0 - alone.0, joint.1 - alone.1);
    if by_horizon.abs().max(set_in_motion.abs()) > ROUNDING * largest(&parts) {
        let label = "Overlap: what programmes and channels do together differs from each alone".into();
        parts.push(Contribution {
            programme: String::new(),
            channel: OVERLAP.into(),
            label,
            by_horizon,
            set_in_motion,
        });
    }
    parts
}

/// Size of the largest part in either account.
fn largest(parts: &[Contribution]) -> f64 {
    parts.iter().map(|part| part.by_horizon.abs().max(part.set_in_motion.abs())).fold(0.0, f64::max)
}

/// The hospital side, as the whole run counts it apart.
fn hospital(input: &Input<'_>, runs: &Runs, id: &str) -> Vec<Contribution> {
    let full = input.what_if;
    let apart: Vec<(&str, &str, (f64, f64))> = match id {
        "qalys" => vec![
            (CUT, "Care the hospital can no longer give", both(full, "qalys_cut")),
            (ROOM, "Hospital room that is freed and used for others", both(full, "qalys_capacity")),
            (CARE, "Council social care, by the estimate of 2021", both(full, "qalys_social_care")),
        ],
        "life_years" => vec![(HOSPITAL, "Hospital care lost and room freed", both(full, "life_years_hospital"))],
        "deaths" => vec![(HOSPITAL, "Hospital care lost and room freed", both(full, "deaths_hospital"))],
        _ => {
            let (whole, joint) = (both(full, id), both(&runs.joint, id));
            vec![(HOSPITAL, "Hospital care lost and room freed", (whole.0 - joint.0, whole.1 - joint.1))]
        }
    };
    let part = |(channel, label, sums): (&str, &str, (f64, f64))| Contribution {
        programme: String::new(),
        channel: channel.into(),
        label: label.into(),
        by_horizon: sums.0,
        set_in_motion: sums.1,
    };
    apart.into_iter().filter(|(_, _, sums)| *sums != (0.0, 0.0)).map(part).collect()
}

/// The biggest reasons with their sign, at most `count`, by what they set in motion.
#[must_use]
pub fn biggest(parts: &[Contribution], count: usize) -> Vec<&Contribution> {
    let mut sorted: Vec<&Contribution> = parts.iter().filter(|part| part.channel != OVERLAP).collect();
    sort_short(&mut sorted, |a, b| b.set_in_motion.abs().total_cmp(&a.set_in_motion.abs()));
    sorted.truncate(count);
    sorted
}

/// The whole explanation as a document.
///
/// # Errors
/// As [`Runs::new`].
pub fn explanation(input: &Input<'_>) -> Result<Value, Faults> {
    let runs = Runs::new(input)?;
    let mut outcomes = Map::new();
    for id in EXPLAINED {
        outcomes.insert(id.into(), outcome(input, &runs, id));
    }
    Ok(json!({ "outcomes": outcomes, "chain": chain::chains(input, &runs) }))
}

fn outcome(input: &Input<'_>, runs: &Runs, id: &str) -> Value {
    let unit = input.what_if.flows.get(id).map_or("", |flow| flow.unit);
    let parameters = chain::parameters(input, id);
    if report::not_counted(input, id) {
        return json!({ "unit": unit, "total": null, "contributions": null, "parameters": parameters });
    }
    let total = both(input.what_if, id);
    let parts = contributions(input, runs, id);
    let sums = |key: fn(&Contribution) -> &str| -> Value {
        let mut map: Map<String, Value> = Map::new();
        for part in &parts {
            let name = if key(part).is_empty() { &part.channel } else { key(part) };
            let before = map.get(name).and_then(Value::as_f64).unwrap_or(0.0);
            map.insert(name.into(), json!(before + part.set_in_motion));
        }
        Value::Object(map)
    };
    json!({
        "unit": unit,
        "total": { "by_horizon": total.0 + 0.0, "set_in_motion": total.1 + 0.0 },
        "contributions": parts.iter().map(|part| json!({
            "programme": (!part.programme.is_empty()).then_some(&part.programme), "channel": part.channel, "label": part.label,
            "by_horizon": part.by_horizon, "set_in_motion": part.set_in_motion,
        })).collect::<Vec<_>>(),
        "by_programme": sums(|part| &part.programme),
        "by_channel": sums(|part| &part.channel),
        "largest": biggest(&parts, 3).into_iter().map(|part| json!({
            "label": part.label, "sign": if part.set_in_motion > 0.0 { "+" } else { "-" }, "set_in_motion": part.set_in_motion,
        })).collect::<Vec<_>>(),
        "parameters": parameters,
    })
}
