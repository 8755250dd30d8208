//! Outcomes that are levels of a year, not flows: they are neither added over years nor discounted.

use serde_json::{Map, Value, json};

use crate::model::what_if::run::WhatIf;
use crate::strata::{QUINTILES, SEXES, Sex};
use crate::value::outcomes::Selection;
use crate::value::report::{Input, plain, sum_of};

/// Parameter that turns pounds of social care into people who get long-term support.
const PER_CLIENT: &str = "social_care.long_term_cost_per_client";

/// Life expectancy and healthy life expectancy by sex, occupancy of beds, people in need of social care, wellbeing.
pub(super) fn levels(input: &Input<'_>) -> Map<String, Value> {
    let mut map = Map::new();
    for sex in SEXES {
        map.insert(format!("life_expectancy_birth.{}", sex.word()), life_expectancy(input, sex));
        map.insert(format!("healthy_life_expectancy_birth.{}", sex.word()), healthy_life_expectancy(input, sex));
    }
    let beds = &input.what_if.occupancy;
    let column = |get: fn(&(f64, f64)) -> f64| -> Vec<f64> { beds.iter().map(get).collect() };
    let moved = column(|(base, scenario)| plain(scenario - base));
    map.insert("occupancy".into(), level("share", Some(column(|beds| beds.0)), Some(moved), None));
    map.insert("social_care_need".into(), social_care_need(input));
    map.insert("wellbeing".into(), level("points", None, None, None));
    map
}

/// One level: baseline and difference by year where they are known.
fn level(unit: &str, base: Option<Vec<f64>>, difference: Option<Vec<f64>>, by_quintile: Option<Value>) -> Value {
    let scenario = difference.as_ref().and_then(|difference| sum_of(base.as_ref(), difference));
    json!({
        "unit": unit, "baseline": base, "scenario": scenario, "difference": difference,
        "discounted": null, "set_in_motion": null, "by_quintile": by_quintile,
    })
}

fn life_expectancy(input: &Input<'_>, sex: Sex) -> Value {
    let difference = input.what_if.life_expectancy.iter().map(|by_sex| plain(by_sex[sex.index()])).collect();
    let by_fifth = &input.what_if.life_expectancy_by_fifth;
    let fifth = |q: usize| by_fifth.iter().map(|years| plain(years[sex.index()][q])).collect::<Vec<f64>>();
    let by_quintile = (0..QUINTILES).map(fifth).collect::<Vec<_>>();
    level("years", baseline(input, "life_expectancy_birth", sex), Some(difference), Some(json!(by_quintile)))
}

fn healthy_life_expectancy(input: &Input<'_>, sex: Sex) -> Value {
    let years = input.what_if.healthy_life_expectancy.iter().map(|by_sex| by_sex[sex.index()].map(plain));
    level("years", baseline(input, "healthy_life_expectancy_birth", sex), years.collect(), None)
}

fn baseline(input: &Input<'_>, id: &str, sex: Sex) -> Option<Vec<f64>> {
    let series = input.baseline.get(id)?;
    let selection = Selection { sex: Some(sex), ..Selection::default() };
    (0..input.what_if.years).map(|year| series.value(year, selection)).collect()
}

/// Life expectancy at birth of each fifth by year, if nothing changes or as the plan changes it.
pub(super) fn life_expectancy_by_fifth(input: &Input<'_>, sex: Sex, changed: bool) -> Vec<Vec<Option<f64>>> {
    let series = input.baseline.get("life_expectancy_birth");
    let WhatIf { years, life_expectancy_by_fifth: moved, .. } = input.what_if;
    let cell = |year: usize, quintile: usize| {
        let selection = Selection { sex: Some(sex), quintile: Some(quintile), ..Selection::default() };
        let more = if changed { moved[year][sex.index()][quintile] } else { 0.0 };
        series.and_then(|series| series.value(year, selection)).map(|base| base + more)
    };
    (0..*years).map(|year| (0..QUINTILES).map(|quintile| cell(year, quintile)).collect()).collect()
}

/// People whose long-term support the change of social care spending pays for: the same change, read as need.
fn social_care_need(input: &Input<'_>) -> Value {
    let Some(flow) = input.what_if.flows.get("social_care_gbp") else { return level("persons", None, None, None) };
    let (each, years) = (input.plan.costs.per_care_client, input.what_if.years);
    let difference = (0..years).map(|year| plain(flow.year(year) / each)).collect();
    let fifth = |q: usize| (0..years).map(|year| plain(flow.by_year[year][q] / each)).collect::<Vec<f64>>();
    let by_quintile = (0..QUINTILES).map(fifth).collect::<Vec<_>>();
    level("persons", None, Some(difference), Some(json!(by_quintile)))
}

/// Why parts of these outcomes are null.
pub(super) fn reasons_for_null(input: &Input<'_>) -> Vec<String> {
    let mut reasons = vec![
        "discounted and set_in_motion are null for life expectancy, healthy life expectancy, occupancy and social care \
         need: they are levels of a year, not sums"
            .to_string(),
        "wellbeing is null: no effect of the evidence pack gives a change of wellbeing that is not in the healthy years \
         already"
            .to_string(),
        format!("social_care_need is social_care_gbp over {PER_CLIENT}; how many need care today is not in the pack"),
        "by_quintile is null for healthy life expectancy and occupancy: neither is known by fifth".to_string(),
    ];
    if input.what_if.healthy_life_expectancy.iter().flatten().any(Option::is_none) {
        reasons.push("healthy life expectancy is null: none is published for this area".into());
    }
    reasons
}
