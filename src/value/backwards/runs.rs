//! The model runs behind a search: a programme alone, a whole plan, the room of a programme.

use std::borrow::Cow;

use crate::error::Faults;
use crate::inputs::evidence::Evidence;
use crate::inputs::goal::{Equality, Measure, Period};
use crate::inputs::place::Area;
use crate::inputs::scenario::{Allocation, Amount, Scenario, Split};
use crate::model::draws::Draw;
use crate::model::what_if::plan::Plan;
use crate::model::what_if::run::{Part, WhatIf, run};
use crate::strata::QUINTILES;
use crate::value::answer::Study;
use crate::value::backwards::curve::Knot;
use crate::value::ensemble::worlds::World;
use crate::value::outcomes::Selection;

/// What a search stands on. The study must carry the search's scenario.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// The area.
    pub area: &'a Area,
    /// The evidence pack.
    pub evidence: &'a Evidence,
    /// Tables, baseline and what no lever moves.
    pub study: &'a Study,
}

/// What is read off every run: the targets' measures in order, then equality over whole lives, then equality over the years
/// shown. Where lives were not followed to their end the first of the two is the second, to be filled in ([`super::lives`]).
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reading {
    pub(super) measures: Vec<Measure>,
    pub(super) equality: Equality,
    /// First year of every run.
    pub(super) start_year: u32,
    /// Thousands of residents by fifth in the first year; 0 where nobody lives.
    pub(super) residents: [f64; QUINTILES],
    /// True if nobody need be followed beyond the horizon.
    pub(super) horizon_only: bool,
}

impl Reading {
    /// The values of a run.
    pub(super) fn values(&self, what_if: &WhatIf) -> Vec<f64> {
        let targets = self.measures.iter().map(|measure| change(what_if, measure, self.start_year));
        targets.chain([usize::MAX, what_if.years].map(|until| self.equality(what_if, until))).collect()
    }

    /// Position of equality over whole lives among the values.
    pub(super) fn whole_lives(&self) -> usize {
        self.measures.len()
    }

    /// Position of equality over the years shown.
    pub(super) fn years_shown(&self) -> usize {
        self.measures.len() + 1
    }

    /// The same without, or with, what happens after the horizon.
    pub(super) fn until_the_horizon(&self, horizon_only: bool) -> Reading {
        Reading { horizon_only, ..self.clone() }
    }

    fn equality(&self, what_if: &WhatIf, until: usize) -> f64 {
        let Some(flow) = what_if.flows.get("qalys") else { return 0.0 };
        let gained = flow.sum_by_fifth(until, 0.0);
        let each = |fifth: usize| {
            if self.residents[fifth] > 0.0 { gained[fifth] / self.residents[fifth] } else { 0.0 }
        };
        match self.equality {
            Equality::MostDeprivedFifth => gained[0],
            Equality::Gap => each(0) - each(QUINTILES - 1),
        }
    }

    fn part(&self) -> Part<'static> {
        Part { horizon_only: self.horizon_only, ..Part::default() }
    }
}

/// Thousands of residents by fifth in the first year.
pub(super) fn thousands(on: Ground<'_>) -> [f64; QUINTILES] {
    let population = on.study.start(on.area).get("population");
    std::array::from_fn(|quintile| {
        let selection = Selection { quintile: Some(quintile), ..Selection::default() };
        population.and_then(|series| series.value(0, selection)).unwrap_or(0.0) / 1000.0
    })
}

/// Scenario minus baseline.
fn change(what_if: &WhatIf, measure: &Measure, start_year: u32) -> f64 {
    let Some(flow) = what_if.flows.get(&measure.outcome) else { return 0.0 };
    let of = |fifths: &[f64; QUINTILES]| measure.fifth.map_or_else(|| fifths.iter().sum(), |fifth| fifths[fifth]);
    match measure.period {
        Period::Year(year) => flow.by_year.get((year - start_year) as usize).map_or(0.0, of),
        Period::ByHorizon => flow.by_year.iter().take(what_if.years).map(of).sum(),
        Period::SetInMotion => flow.by_year.iter().map(of).sum(),
    }
}

/// A scenario with these pounds a year for these programmes and nothing else for others.
pub(super) fn with_pounds(base: &Scenario, pounds: &[(&str, f64)]) -> Scenario {
    let given: Vec<(&str, f64)> = pounds.iter().copied().filter(|(_, gbp)| *gbp > 0.0).collect();
    with_cast(base, &given)
}

/// The same with all of these programmes in it, those without money too.
pub(super) fn with_cast(base: &Scenario, pounds: &[(&str, f64)]) -> Scenario {
    Scenario {
        amount: Some(Amount::GbpPerYear(pounds.iter().map(|(_, gbp)| gbp).sum())),
        split: Split::Named(pounds.iter().map(|(id, gbp)| ((*id).to_string(), Allocation::GbpPerYear(*gbp))).collect()),
        target: None,
        ..base.clone()
    }
}

/// One programme alone, with its own share of the hospital side.
pub(super) fn alone(
    on: Ground<'_>,
    base: &Scenario,
    reading: &Reading,
    programme: &str,
    gbp: f64,
) -> Result<Knot, Faults> {
    if gbp <= 0.0 {
        return Ok(Knot { gbp: 0.0, spent: 0.0, values: vec![0.0; reading.years_shown() + 1] });
    }
    let scenario = with_pounds(base, &[(programme, gbp)]);
    let plan = on.study.plan(on.area, on.evidence, &scenario)?;
    let what_if = run(&plan, reading.part());
    Ok(Knot { gbp, spent: spent(&plan, &what_if), values: reading.values(&what_if) })
}

/// What a whole plan does.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Whole {
    pub(super) values: Vec<f64>,
    /// Pounds used within the horizon, discounted as money.
    pub(super) spent: f64,
    /// Pounds used within the horizon.
    pub(super) spent_plain: f64,
    /// Pounds meant to be moved within the horizon, and of them the pounds that could not be used.
    pub(super) money: (f64, f64),
    /// Where there would be more patients than beds: the share of the plan's money at which there would not.
    pub(super) too_full: Option<f64>,
}

/// A whole plan, exactly.
pub(super) fn whole(on: Ground<'_>, scenario: &Scenario, reading: &Reading) -> Result<Whole, Faults> {
    whole_in(on, None, scenario, reading)
}

/// The same in a possible future.
pub(super) fn whole_in(
    on: Ground<'_>,
    future: Option<(Draw<'_>, &World)>,
    scenario: &Scenario,
    reading: &Reading,
) -> Result<Whole, Faults> {
    let plan = match future {
        None => on.study.plan(on.area, on.evidence, scenario)?,
        Some((draw, world)) => {
            let ground = Cow::Borrowed(world.ground(on.area));
            Plan::in_future(Some(draw), ground, on.area, &world.tables, on.evidence, scenario)?
        }
    };
    let what_if = run(&plan, reading.part());
    Ok(Whole {
        values: reading.values(&what_if),
        spent: spent(&plan, &what_if),
        spent_plain: what_if.money.iter().map(|money| money.spent).sum(),
        money: (
            what_if.money.iter().map(|money| money.target).sum(),
            what_if.money.iter().map(|money| money.returned).sum(),
        ),
        too_full: too_full(&what_if),
    })
}

fn spent(plan: &Plan<'_>, what_if: &WhatIf) -> f64 {
    let mut factor = 1.0;
    let mut total = 0.0;
    for money in &what_if.money {
        total += factor * money.spent;
        factor /= 1.0 + plan.discount.0;
    }
    total
}

/// Beds per patient fall in a straight line with the cut; the share of it at which there is one bed for each.
fn too_full(what_if: &WhatIf) -> Option<f64> {
    let share = |(base, scenario): &(f64, f64)| {
        let (without, with) = (1.0 / base, 1.0 / scenario);
        (!(0.0..=1.0).contains(scenario)).then(|| ((without - 1.0) / (without - with)).clamp(0.0, 1.0))
    };
    what_if.occupancy.iter().filter_map(share).min_by(f64::total_cmp)
}

/// The most pounds a year each programme can use in any year, if nothing else limits it than `most`.
pub(super) fn room(on: Ground<'_>, plan: &Plan<'_>, programme: usize, most: f64) -> f64 {
    let years = on.study.years() as usize;
    let offered = vec![vec![most; plan.components.len()]; years];
    let only =
        Part { only: Some((programme, &offered)), without_hospital: true, horizon_only: true, ..Part::default() };
    let what_if = run(plan, only);
    let parts = plan.components.iter().enumerate().filter(|(_, component)| component.programme == programme);
    // The split is fixed: money is of use as long as any component can use its part.
    let most_of = |(index, share): (usize, f64)| {
        what_if.spent.iter().map(|year| year.get(index).copied().unwrap_or(0.0)).fold(0.0, f64::max) / share
    };
    let shares = parts.map(|(index, component)| (index, component.record.default_split.0));
    shares.filter(|(_, share)| *share > 0.0).map(most_of).fold(0.0, f64::max).min(most)
}

/// What a scenario gives each programme of `ids`, pounds a year once ramped up, at most `rooms`.
pub(super) fn given(on: Ground<'_>, base: &Scenario, ids: &[String], rooms: &[f64]) -> Result<(Vec<f64>, f64), Faults> {
    let plan = on.study.plan(on.area, on.evidence, base)?;
    let mut gbp = vec![0.0; ids.len()];
    let mut give = |id: &str, pounds: f64| {
        if let Some(place) = ids.iter().position(|known| known == id) {
            gbp[place] = pounds.min(rooms[place]);
        }
    };
    match &base.split {
        Split::Named(list) => {
            let named: f64 =
                list.iter().map(|(_, one)| if let Allocation::GbpPerYear(pounds) = one { *pounds } else { 0.0 }).sum();
            let rest = (plan.full_gbp - named).max(0.0);
            for (id, one) in list {
                give(
                    id,
                    match one {
                        Allocation::GbpPerYear(pounds) => *pounds,
                        Allocation::Share(share) => share * rest,
                    },
                );
            }
        }
        Split::EvidenceMix => {
            let what_if = run(&plan, Part { horizon_only: true, ..Part::default() });
            for (position, programme) in plan.programmes.iter().enumerate() {
                let own = |year: &Vec<f64>| -> f64 {
                    let of = year.iter().zip(&plan.components).filter(|(_, part)| part.programme == position);
                    of.map(|(pounds, _)| pounds).sum()
                };
                give(&programme.id, what_if.spent.iter().map(own).fold(0.0, f64::max));
            }
        }
    }
    Ok((gbp, plan.full_gbp))
}
