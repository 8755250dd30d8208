//! Who gains more, the poor or the rich: gaps and slope indices between the fifths.

use serde_json::{Value, json};

use crate::strata::{QUINTILES, Sex};
use crate::value::levels;
use crate::value::outcomes::Selection;
use crate::value::report::Input;

/// Gap and slope index of inequality of healthy years gained per 1,000 residents, poorest against richest fifth.
#[must_use]
pub fn fairness(input: &Input<'_>) -> Value {
    let Some(flow) = input.what_if.flows.get("qalys") else { return Value::Null };
    let Some(residents) = input.baseline.get("population") else { return Value::Null };
    let people: Vec<f64> = (0..QUINTILES)
        .map(|quintile| {
            let selection = Selection { quintile: Some(quintile), ..Selection::default() };
            residents.value(0, selection).unwrap_or(0.0)
        })
        .collect();
    let gained = flow.sum_by_fifth(usize::MAX, 0.0);
    let rate: Vec<Option<f64>> =
        gained.iter().zip(&people).map(|(gain, people)| (*people > 0.0).then(|| 1000.0 * gain / people)).collect();
    let gap = rate[0].zip(rate[QUINTILES - 1]).map(|(poorest, richest)| poorest - richest);
    json!({
        "qalys_set_in_motion_per_1000_residents_by_quintile": rate,
        "gap_poorest_minus_richest": gap,
        "slope_index": slope_index(&rate, &people),
        "life_expectancy_birth": life_expectancy(input, &people),
    })
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
