//! How far a plan gets towards a published ambition, and what is missing to say so fully.

use serde_json::{Value, json};

use crate::inputs::target::{HOSPITAL_SHARE, Target, Wanted};
use crate::value::report::{self, Input};

/// The answer to the scenario's target; `null` if it has none.
#[must_use]
pub fn ambition(input: &Input<'_>) -> Value {
    let Some(target) = &input.plan.scenario.target else { return Value::Null };
    let years = input.what_if.years;
    let start = input.plan.scenario.start_year.map_or(0, |year| (year - input.plan.tables.start_year) as usize);
    // "Within five years" is judged in the fifth year.
    let by = (start + target.within_years as usize).saturating_sub(1);
    if by >= years {
        return json!({ "outcome": target.outcome, "sentence": "The years shown end before the ambition is due." });
    }
    match target.goal {
        Wanted::ChangeShare(wanted) => change(input, target, wanted, by),
        Wanted::Below(below) => share(input, target, below, by),
    }
}

fn change(input: &Input<'_>, target: &Target, wanted: f64, by: usize) -> Value {
    let base = report::baseline(input, &target.outcome);
    let flow = input.what_if.flows.get(&target.outcome);
    let path: Option<Vec<f64>> = base
        .zip(flow)
        .map(|(base, flow)| base.iter().enumerate().map(|(year, base)| flow.year(year) / base + 0.0).collect());
    let reached = path.as_ref().and_then(|path| path.get(by)).copied();
    let sentence = match reached {
        None => format!("{} has no baseline here, so the ambition cannot be judged.", target.outcome),
        Some(reached) => format!(
            "The ambition is a change of {:.0}% in {} within {} years. The largest plan that the programmes have room for reaches {:.2}% by {}.",
            100.0 * wanted,
            target.outcome.replace('_', " "),
            target.within_years,
            100.0 * reached,
            input.plan.tables.start_year as usize + by,
        ),
    };
    json!({
        "outcome": target.outcome, "published": target.published, "wanted_change_share": wanted,
        "reached_change_share": reached, "share_of_the_way": reached.map(|reached| reached / wanted),
        "by_year": path, "met": reached.map(|reached| reached / wanted >= 1.0), "sentence": sentence,
    })
}

/// Other health and care spending the pack has for a place: pounds, or pounds for each resident.
const OTHER: [(&str, &str); 3] = [
    ("public_health_net_gbp", "council public health"),
    ("adult_social_care_net_gbp", "adult social care"),
    ("nhs_primary_medical_per_head_gbp", "NHS general practice"),
];
/// What the share should also hold and the pack does not.
const MISSING: [&str; 5] = [
    "NHS community services",
    "NHS mental health services",
    "medicines bought outside hospital",
    "dentists, opticians and pharmacies",
    "continuing health care",
];

fn share(input: &Input<'_>, target: &Target, below: f64, by: usize) -> Value {
    let mut missing: Vec<&str> = MISSING.to_vec();
    let mut other = 0.0;
    for (id, label) in OTHER {
        let factor = if id.ends_with("_per_head_gbp") { input.area.residents() } else { 1.0 };
        match input.area.pounds(id) {
            Some(pounds) => other += pounds * factor,
            None => missing.push(label),
        }
    }
    let acute = input.plan.acute_gbp;
    let at = |cut: f64, spent: f64| (acute - cut) / (acute - cut + other + spent);
    let path: Vec<f64> = input.what_if.money.iter().map(|money| at(money.cut, money.spent)).collect();
    let (now, reached) = (at(0.0, 0.0), path.get(by).copied().unwrap_or(f64::NAN));
    let most = input.what_if.money.get(by).map_or(0.0, |money| money.cut);
    json!({
        "outcome": HOSPITAL_SHARE, "published": target.published, "wanted_below": below, "today": now, "reached": reached,
        "by_year": path, "met": reached < below, "missing": missing,
        "counted_gbp": { "acute_hospital": acute, "other": other },
        "sentence": format!(
            "The ambition is a hospital share below {:.0}% within {} years. Of the spending the pack holds, hospitals take {:.1}% today; \
             the largest plan that the programmes have room for moves £{:.1}m a year and reaches {:.1}% in {}. Not in the pack, so today's \
             share is overstated: {}.",
            100.0 * below,
            target.within_years,
            100.0 * now,
            most / 1e6,
            100.0 * reached,
            input.plan.tables.start_year as usize + by,
            missing.join(", "),
        ),
    })
}
