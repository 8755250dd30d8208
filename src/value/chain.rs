//! From pounds to people, exposure, disease, admissions and back to pounds: the quantity at each link, per programme; and
//! the figures behind an outcome.

use serde_json::{Value, json};

use crate::model::what_if::effects::{Action, Resolved};
use crate::model::what_if::flows::CARE_OF_THE_DEAD;
use crate::model::what_if::run::WhatIf;
use crate::value::explanation::Runs;
use crate::value::report::Input;

/// One chain per programme, each from the run of that programme alone.
#[must_use]
pub fn chains(input: &Input<'_>, runs: &Runs) -> Vec<Value> {
    let alone = runs.alone.iter().enumerate();
    alone.map(|(programme, run)| chain(input, programme, run)).collect()
}

fn chain(input: &Input<'_>, programme: usize, run: &WhatIf) -> Value {
    let plan = input.plan;
    let record = &plan.programmes[programme];
    let own = |index: usize| plan.components[index].programme == programme;
    let spent: f64 =
        run.spent.iter().flat_map(|year| year.iter().enumerate()).filter(|(i, _)| own(*i)).map(|(_, gbp)| gbp).sum();
    let spending = link("spending", "spending", "Pounds spent inside the horizon", "gbp", (spent, spent));
    let mut links = vec![spending, people(run, &record.id)];
    links.extend(exposure(input, programme, run));
    let kinds = [("new_cases.", "New cases of "), ("deaths.", "Deaths of ")];
    for flow in &run.flows.list {
        let Some((start, words)) = kinds.iter().find(|(start, _)| flow.id.starts_with(start)) else { continue };
        let label = format!("{words}{}", flow.id.trim_start_matches(start).replace('_', " "));
        links.extend(moved(run, &flow.id, "disease", &label));
    }
    for (id, kind, label) in [
        ("falls", "disease", "Falls"),
        ("deaths", "deaths", "Deaths of all causes (those put off come later, so a lifetime adds to about 0)"),
        ("deaths_under_75", "deaths", "Deaths before 75"),
        ("emergency_admissions", "admissions", "Emergency admissions, less those of added years of life"),
        ("bed_days", "admissions", "Nights in a hospital bed"),
        ("ae_attendances", "admissions", "A&E attendances"),
        ("life_years", "health", "Years of life"),
        ("qalys", "health", "Healthy years"),
    ] {
        links.extend(moved(run, id, kind, label));
    }
    links.extend(savings(run));
    json!({
        "programme": record.id,
        "label": record.label,
        "links": links,
        "pounds_averted_in_hospital_per_pound_by_horizon": (spent > 0.0).then(|| hospital_value(run) / spent),
        "health_counted": record.counts_qalys,
    })
}

/// One link: `id` says what is counted and never changes with the words of the label; `sums` are those inside the horizon
/// and set in motion.
fn link(kind: &str, id: &str, label: &str, unit: &str, sums: (f64, f64)) -> Value {
    json!({
        "link": kind, "id": id, "label": label, "unit": unit, "by_horizon": sums.0 + 0.0, "set_in_motion": sums.1 + 0.0,
    })
}

fn moved(run: &WhatIf, id: &str, kind: &str, label: &str) -> Option<Value> {
    let flow = run.flows.get(id)?;
    let sums = (flow.sum(run.years, 0.0), flow.sum(usize::MAX, 0.0));
    (sums != (0.0, 0.0)).then(|| link(kind, id, label, flow.unit, sums))
}

fn people(run: &WhatIf, programme: &str) -> Value {
    let reached = run.flows.get(&format!("people_reached.{programme}")).map_or(0.0, |flow| flow.sum(run.years, 0.0));
    link("people", "people_reached", "People reached, summed over years", "persons", (reached, reached))
}

/// What changes in the people reached, for effects that work through an exposure or a treatment.
fn exposure(input: &Input<'_>, programme: usize, run: &WhatIf) -> Vec<Value> {
    let plan = input.plan;
    let mut links = Vec::new();
    let components = plan.components.iter().enumerate().filter(|(_, component)| component.programme == programme);
    for (index, component) in components {
        // At the margin a full programme reaches fewer for a pound; the share of its components by spending is close enough
        // where a programme has more than one, and exact where it has one.
        let reached = reached_by(input, programme, run, index);
        for effect in &component.effects {
            if let Some((id, label, unit, each)) = changed(effect) {
                let mut one = link("exposure", id, label, unit, (reached * each, reached * each));
                one["effect"] = json!(effect.id);
                links.push(one);
            }
        }
    }
    links
}

fn reached_by(input: &Input<'_>, programme: usize, run: &WhatIf, index: usize) -> f64 {
    let plan = input.plan;
    let total = run
        .flows
        .get(&format!("people_reached.{}", plan.programmes[programme].id))
        .map_or(0.0, |f| f.sum(run.years, 0.0));
    let weight = |index: usize| -> f64 {
        let reach = &plan.components[index].reach;
        let pounds: f64 = run.spent.iter().map(|year| year[index]).sum();
        pounds / reach.unit_cost * reach.people_per_unit
    };
    let own = (0..plan.components.len()).filter(|other| plan.components[*other].programme == programme);
    let all: f64 = own.map(weight).sum();
    if all > 0.0 { total * weight(index) / all } else { 0.0 }
}

/// What an effect changes in people: id, words, unit, and how much in each person reached.
fn changed(effect: &Resolved) -> Option<(&'static str, &'static str, &'static str, f64)> {
    match effect.action {
        Action::Quits(share) => {
            Some(("quits", "Extra people who stopped smoking and did not go back", "persons", share))
        }
        Action::Active(share) => Some(("became_active", "Extra people who became active", "persons", share)),
        Action::Bmi(change) => {
            Some(("body_mass_index", "Body-mass index, kg/m2 times people", "kg_per_m2_persons", change))
        }
        Action::Cardiovascular { share, .. } => {
            Some(("newly_treated_heart_risk", "People newly treated for heart risk", "persons", share))
        }
        _ => None,
    }
}

fn hospital_value(run: &WhatIf) -> f64 {
    run.money.iter().map(|money| money.averted).sum()
}

/// Lines of the ledger in which pounds come back, with an id that does not change with their words.
const RETURNS: [(&str, &str); 10] = [
    ("room freed, not cash", "room_freed"),
    ("cash released", "cash_released"),
    (CARE_OF_THE_DEAD, "care_of_the_dead"),
    ("care in added years of life", "care_in_added_years"),
    ("disease prevented", "disease_prevented"),
    ("disease prevented: care other than emergency stays", "disease_prevented_other_care"),
    ("unplanned pregnancies avoided", "pregnancies_avoided"),
    ("children kept out of care", "children_kept_out_of_care"),
    ("other public services needed less", "other_public_services"),
    ("care needed less after reablement", "care_after_reablement"),
];

/// Pounds that come back, by payer and line.
fn savings(run: &WhatIf) -> Vec<Value> {
    let rows = run.ledger.rows.iter().filter(|row| ["capacity", "cash", "cost_avoided"].contains(&row.kind));
    rows.map(|row| {
        let sums = (row.by_year.iter().take(run.years).sum(), row.by_year.iter().sum());
        let label = format!("{}: {}", row.payer.replace('_', " "), row.line);
        let line = RETURNS.iter().find(|(words, _)| *words == row.line).map_or(row.line, |(_, id)| id);
        let mut one = link("money", &format!("{}.{line}", row.payer), &label, "gbp", sums);
        one["payer"] = json!(row.payer);
        one["line"] = json!(line);
        one
    })
    .collect()
}

/// Ids of the figures behind an outcome: of the programmes' delivery, of the effects that lead to it, of the hospital side,
/// and of the baseline it is measured from.
#[must_use]
pub fn parameters(input: &Input<'_>, outcome: &str) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    let mut add = |id: &str| {
        if !id.is_empty() && !ids.iter().any(|known| known == id) {
            ids.push(id.to_string());
        }
    };
    for component in &input.plan.components {
        let leading: Vec<&Resolved> =
            component.effects.iter().filter(|effect| leads_to(effect.action, outcome)).collect();
        if leading.is_empty() {
            continue;
        }
        component.record.parameters.iter().for_each(|(_, id)| add(id));
        for effect in leading {
            add(&effect.id);
            let Some(record) = input.evidence.effects.get(&effect.id) else { continue };
            for id in [&record.base_rate, &record.responder_share, &record.timing.0, &record.timing.1, &record.held] {
                if input.evidence.parameters.get(id).is_some() {
                    add(id);
                }
            }
        }
    }
    let hospital = ["qalys", "life_years", "deaths", "deaths_under_75"].contains(&outcome);
    if hospital && input.what_if.money.iter().any(|money| money.cut > 0.0 || money.averted != 0.0) {
        HOSPITAL_SIDE.into_iter().for_each(&mut add);
        price_id(input).into_iter().for_each(&mut add);
    }
    let series = input.baseline.get(outcome);
    series.into_iter().flat_map(|series| &series.info.basis).for_each(|id| add(id));
    ids
}

/// Figures of the hospital side that health and deaths hang on, beside the price of health.
const HOSPITAL_SIDE: [&str; 4] = [
    "base.acute_loss_delay_years",
    "base.deaths_per_qaly_of_hospital_spend",
    "acute.cost_per_emergency_admission",
    "acute.cashable_share",
];

fn price_id<'a>(input: &Input<'a>) -> Option<&'a str> {
    let switch = input.evidence.switches.get("nhs_cost_per_qaly")?;
    let chosen = input.plan.scenario.switches.iter().find(|(id, _)| id == "nhs_cost_per_qaly");
    let side = chosen.map_or(&switch.default, |(_, option)| option);
    switch.options.iter().find(|option| option.id == *side).map(|option| option.points_at.as_str())
}

/// Whether an action can move an outcome. Hospital use also follows from longer lives; health also from freed room.
fn leads_to(action: Action, outcome: &str) -> bool {
    let longer = matches!(
        action,
        Action::Quits(_)
            | Action::Active(_)
            | Action::Bmi(_)
            | Action::Cardiovascular { .. }
            | Action::DeathsAvoided(_)
    );
    let hospital = matches!(
        action,
        Action::UseRatio { .. }
            | Action::UseDifference { .. }
            | Action::DelayedNightsOnce(_)
            | Action::DiabetesAvoided(_)
    );
    match outcome {
        "qalys" => {
            let direct = matches!(action, Action::QalysOnce(_) | Action::QalysPerPound(_) | Action::DiabetesAvoided(_));
            longer || hospital || direct
        }
        "life_years" | "deaths" | "deaths_under_75" | "emergency_admissions" | "bed_days" | "ae_attendances" => {
            longer || hospital
        }
        "social_care_gbp" => longer || matches!(action, Action::SocialCareOnce(_)),
        _ => false,
    }
}
