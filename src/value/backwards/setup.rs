//! What a search knows before it looks: programmes, what each may get, what must be reached.

use super::choose::Need;
use super::runs::{self, Ground, Reading};
use crate::error::Faults;
use crate::inputs::goal::{Direction, Goal, Limit, Objective, Period};
use crate::inputs::scenario::{Funding, Scenario};
use crate::model::what_if::plan::Plan;
use crate::model::what_if::run::outcome_ids;

/// One programme in a search.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Id.
    pub id: String,
    /// Most pounds a year it can use here.
    pub room: f64,
    /// What the scenario gives it, pounds a year.
    pub given: f64,
    /// Least and most pounds a year under the goal's limits and its room.
    pub range: (f64, f64),
    /// What the goal says of it.
    pub limit: Limit,
}

/// One side of a target.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Side {
    /// Position of the target.
    pub(super) target: usize,
    /// What must hold.
    pub(super) need: Need,
}

/// Everything known before the first curve.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Setup {
    pub(super) candidates: Vec<Candidate>,
    pub(super) reading: Reading,
    pub(super) sides: Vec<Side>,
    /// True if no target looks beyond the horizon.
    pub(super) horizon_is_enough: bool,
    /// The scenario's own shift, pounds a year.
    pub(super) given_total: f64,
    /// Most pounds a year that can be moved at all.
    pub(super) most_gbp: f64,
    /// Share of beds in use at the start.
    pub(super) beds: f64,
}

impl Setup {
    pub(super) fn new(on: Ground<'_>, base: &Scenario, goal: &Goal) -> Result<Setup, Faults> {
        let ids: Vec<String> = on.evidence.programmes.iter().map(|programme| programme.id.clone()).collect();
        let every: Vec<(&str, f64)> = ids.iter().map(|id| (id.as_str(), 1.0)).collect();
        let all = runs::with_pounds(base, &every);
        let plan = on.study.plan(on.area, on.evidence, &all)?;
        check_targets(goal, base, &plan)?;
        let most = plan.acute_gbp;
        let rooms: Vec<f64> = (0..ids.len()).map(|programme| runs::room(on, &plan, programme, most).floor()).collect();
        let (given, given_total) = runs::given(on, base, &ids, &rooms)?;
        let candidates = candidates(goal, ids, &rooms, &given)?;
        let paid_by_hospitals = base.funding != Funding::NewMoney;
        let most_gbp = if paid_by_hospitals { most } else { f64::MAX }.min(goal.budget.unwrap_or(f64::MAX));
        check_promised(&candidates, most_gbp)?;
        // Lives need be followed to their end only where something set in motion is asked for.
        let horizon_is_enough = goal.targets.iter().all(|bound| bound.measure.period != Period::SetInMotion);
        Ok(Setup {
            reading: Reading {
                measures: goal.targets.iter().map(|bound| bound.measure.clone()).collect(),
                equality: goal.equality,
                start_year: plan.tables.start_year,
                residents: runs::thousands(on),
                horizon_only: horizon_is_enough && !goal.objectives.contains(&Objective::MostEqual),
            },
            horizon_is_enough,
            sides: sides(goal),
            given_total,
            most_gbp,
            beds: plan.costs.occupancy_start,
            candidates,
        })
    }
}

fn sides(goal: &Goal) -> Vec<Side> {
    let mut list = Vec::new();
    for (target, bound) in goal.targets.iter().enumerate() {
        let sign = if bound.direction == Direction::Fewer { -1.0 } else { 1.0 };
        let mut add = |sign: f64, at_least: f64| {
            let unit = if at_least == 0.0 { 1.0 } else { at_least.abs() };
            list.push(Side { target, need: Need { value: target, sign, at_least, unit, pound: 0.0 } });
        };
        if let Some(least) = bound.at_least {
            add(sign, least);
        }
        if let Some(most) = bound.at_most {
            add(-sign, -most);
        }
    }
    list
}

/// What limits already promise, with what the scenario gives where a programme is to stay as it is, must fit into the most
/// there is.
fn check_promised(candidates: &[Candidate], most_gbp: f64) -> Result<(), Faults> {
    let promised: f64 = candidates.iter().map(|candidate| candidate.range.0).sum();
    if promised > most_gbp + 1.0 {
        let reason = format!(
            "contradicts programmes: with what the scenario gives those left as they are, their least pounds already add to \
             {promised:.0} a year"
        );
        return Err(Faults::one("budget_gbp_per_year", format!("{most_gbp:.0}"), reason));
    }
    Ok(())
}

/// What only place and scenario can say of targets: which outcomes there are, and which years are shown.
fn check_targets(goal: &Goal, base: &Scenario, plan: &Plan<'_>) -> Result<(), Faults> {
    let known = outcome_ids(plan);
    let first = plan.tables.start_year;
    let last = first + base.horizon_years - 1;
    let mut faults = Faults::new();
    for (index, bound) in goal.targets.iter().enumerate() {
        let measure = &bound.measure;
        if !known.contains(&measure.outcome) {
            let reason = format!("no outcome of a run has this id; nearest: {}", nearest(&known, &measure.outcome));
            faults.add(format!("targets[{index}].outcome"), &measure.outcome, reason);
        }
        if let Period::Year(year) = measure.period
            && !(first..=last).contains(&year)
        {
            faults.add(
                format!("targets[{index}].year"),
                year,
                format!("must be one of the years shown, {first} to {last}"),
            );
        }
    }
    faults.finish(())
}

/// Three ids that begin most like a word.
fn nearest(known: &[String], word: &str) -> String {
    let alike = |id: &&String| std::cmp::Reverse(id.chars().zip(word.chars()).take_while(|(a, b)| a == b).count());
    let mut ids: Vec<&String> = known.iter().collect();
    ids.sort_by_key(alike);
    ids.iter().take(3).map(|id| id.as_str()).collect::<Vec<_>>().join(", ")
}

fn candidates(goal: &Goal, ids: Vec<String>, rooms: &[f64], given: &[f64]) -> Result<Vec<Candidate>, Faults> {
    let mut faults = Faults::new();
    let list = ids.into_iter().zip(rooms.iter().zip(given)).map(|(id, (room, given))| {
        let limit = goal.limits.iter().find(|(known, _)| *known == id).map_or(Limit::Between(0.0, None), |one| one.1);
        let range = match limit {
            Limit::Between(least, most) => (least, most.unwrap_or(*room).min(*room)),
            Limit::Locked(gbp) => (gbp, gbp),
            Limit::AsGiven => (*given, *given),
        };
        if range.0 > *room {
            let key = if matches!(limit, Limit::Locked(_)) { "locked_gbp_per_year" } else { "min_gbp_per_year" };
            let reason = format!("this place has room for no more than {room:.0} pounds a year of it");
            faults.add(format!("programmes.{id}.{key}"), range.0, reason);
        }
        Candidate { id, room: *room, given: *given, range: (range.0.min(range.1), range.1), limit }
    });
    let list = list.collect();
    faults.finish(list)
}
