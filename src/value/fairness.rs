//! Who gains more, the poor or the rich: gaps and slope indices between the fifths.

use serde_json::{Value, json};

use crate::strata::{QUINTILES, Sex};
use crate::value::levels;
use crate::value::outcomes::{Outcomes, Selection};
use crate::value::report::Input;

/// Gap and slope index of inequality of healthy years gained per 1,000 residents, poorest against richest fifth.
#[must_use]
pub fn fairness(input: &Input<'_>) -> Value {
    let Some(fifths) = by_fifth(input) else { return Value::Null };
    json!({
        "qalys_set_in_motion_per_1000_residents_by_quintile": fifths.rate,
        "gap_poorest_minus_richest": fifths.gap,
        "slope_index": fifths.slope,
        "life_expectancy_birth": life_expectancy(input, &fifths.people),
    })
}

/// Healthy years set in motion per 1,000 residents of each fifth, and how they differ.
#[derive(Debug, Clone, PartialEq)]
pub struct ByFifth {
    /// Residents of each fifth in the first year, most deprived first.
    pub people: [f64; QUINTILES],
    /// Healthy years per 1,000 of them; `None` where nobody lives.
    pub rate: [Option<f64>; QUINTILES],
    /// Most deprived minus least deprived fifth.
    pub gap: Option<f64>,
    /// Slope index of inequality.
    pub slope: Option<f64>,
}

/// The fifths compared; `None` without residents or healthy years.
#[must_use]
pub fn by_fifth(input: &Input<'_>) -> Option<ByFifth> {
    let flow = input.what_if.flows.get("qalys")?;
    Some(of(people(input.baseline)?, &flow.sum_by_fifth(usize::MAX, 0.0)))
}

/// Residents of each fifth in the first year; `None` where they are not counted.
#[must_use]
pub fn people(baseline: &Outcomes) -> Option<[f64; QUINTILES]> {
    let residents = baseline.get("population")?;
    Some(std::array::from_fn(|quintile| {
        let selection = Selection { quintile: Some(quintile), ..Selection::default() };
        residents.value(0, selection).unwrap_or(0.0)
    }))
}

/// Fifths of so many residents that gain so many healthy years, compared.
#[must_use]
pub fn of(people: [f64; QUINTILES], gained: &[f64; QUINTILES]) -> ByFifth {
    let rate = std::array::from_fn(|q| (people[q] > 0.0).then(|| 1000.0 * gained[q] / people[q]));
    let gap = rate[0].zip(rate[QUINTILES - 1]).map(|(poorest, richest)| poorest - richest);
    ByFifth { people, rate, gap, slope: slope_index(&rate, &people) }
}

/// Life expectancy at birth between the fifths, by sex and year: the least deprived minus the most, and the slope index.
fn life_expectancy(input: &Input<'_>, people: &[f64]) -> Value {
    let by_sex = |sex: Sex| {
        let levels = |changed: bool| levels::life_expectancy_by_fifth(input, sex, changed);
        let both = |measure: &dyn Fn(&[Option<f64>]) -> Option<f64>| {
            let of = |changed: bool| levels(changed).iter().map(|year| measure(year)).collect::<Vec<_>>();
            let (base, scenario) = (of(false), of(true));
            let moved = |(base, scenario): (&Option<f64>, &Option<f64>)| base.zip(*scenario).map(|(b, s)| s - b + 0.0);
            let difference: Vec<_> = base.iter().zip(&scenario).map(moved).collect();
            json!({ "baseline": base, "scenario": scenario, "difference": difference })
        };
        json!({
            "gap_richest_minus_poorest": both(&|years| years[0].zip(years[QUINTILES - 1]).map(|(poor, rich)| rich - poor)),
            "slope_index_rich_end_minus_poor_end": both(&|years| slope_index(years, people).map(|slope| -slope)),
        })
    };
    json!({ "unit": "years", "female": by_sex(Sex::Female), "male": by_sex(Sex::Male) })
}

/// Slope of the rate over the ranked population, most to least deprived: the modelled rate at the poor end minus the rich.
fn slope_index(rate: &[Option<f64>], people: &[f64]) -> Option<f64> {
    let all: f64 = people.iter().sum();
    let mut below = 0.0;
    let mut points = Vec::new();
    for (rate, people) in rate.iter().zip(people) {
        if let Some(rate) = rate {
            points.push(((below + 0.5 * people) / all, *rate, people / all));
        }
        below += people;
    }
    let weight: f64 = points.iter().map(|(_, _, w)| w).sum();
    let mean_x: f64 = points.iter().map(|(x, _, w)| x * w).sum::<f64>() / weight;
    let mean_y: f64 = points.iter().map(|(_, y, w)| y * w).sum::<f64>() / weight;
    let xx: f64 = points.iter().map(|(x, _, w)| w * (x - mean_x) * (x - mean_x)).sum();
    let xy: f64 = points.iter().map(|(x, y, w)| w * (x - mean_x) * (y - mean_y)).sum();
    (points.len() > 1 && xx > 0.0).then(|| -xy / xx)
}
