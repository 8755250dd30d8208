//! What can be set and asked, as one small document: controls, programmes, sides to take, outcomes, published pairings.

use serde_json::{Value, json};

use crate::inputs::evidence::{Component, Evidence, Figure, Programme, Slider, Switch};
use crate::model::series;
use crate::model::tables::Tables;
use crate::order::map_of;
use crate::value::provenance::range;

/// The document.
#[must_use]
pub fn describe(evidence: &Evidence, tables: &Tables) -> Value {
    let outcomes = series::catalogue(tables);
    json!({
        "start_year": evidence.info.start_year,
        "sliders": evidence.sliders.iter().map(slider).collect::<Vec<_>>(),
        "programmes": evidence.programmes.iter().map(|record| programme(record, evidence)).collect::<Vec<_>>(),
        "switches": evidence.switches.iter().map(switch).collect::<Vec<_>>(),
        "outcomes": outcomes.iter().map(|info| json!({ "id": info.id, "label": info.label, "unit": info.unit })).collect::<Vec<_>>(),
        "diseases": evidence.diseases.iter().map(|record| json!({ "id": record.id, "label": record.label })).collect::<Vec<_>>(),
        "topdown": evidence.topdown.iter().map(|record| json!({
            "id": record.id, "label": record.label, "caveat": record.caveat, "source": record.sources,
        })).collect::<Vec<_>>(),
    })
}

fn slider(slider: &Slider) -> Value {
    let (min, max, step, default) = slider.range;
    json!({
        "id": slider.id, "label": slider.label, "scenario_key": slider.scenario_key, "unit": slider.unit.id(),
        "min": min, "max": max, "step": step, "default": default, "reason": slider.reason, "parameter": slider.parameter,
    })
}

fn switch(switch: &Switch) -> Value {
    let options = switch.options.iter().map(|option| {
        json!({
            "id": option.id, "label": option.label, "points_at": option.points_at, "value": option.value,
            "note": option.note,
        })
    });
    json!({
        "id": switch.id, "label": switch.label, "question": switch.question, "default": switch.default,
        "why": switch.why, "options": options.collect::<Vec<_>>(),
    })
}

/// A programme: what it is, how good its evidence is, what it costs, whom it reaches, what it acts on, what was not found.
fn programme(record: &Programme, evidence: &Evidence) -> Value {
    let texts = map_of(record.texts.iter().map(|(key, text)| ((*key).into(), json!(text))));
    let components = evidence.components.iter().filter(|component| component.programme == record.id);
    let effects = evidence.effects.iter().filter(|effect| effect.programme == record.id).map(|effect| {
        json!({
            "id": effect.figure.id, "component": effect.component, "channel": effect.channel, "route": effect.route,
            "role": effect.role.word(), "belief": effect.belief.0.word(), "grade": effect.grade.word(),
        })
    });
    let nulls =
        evidence.findings.iter().filter(|finding| finding.programme == record.id && finding.kind == "null_result");
    json!({
        "id": record.id, "label": record.label, "order": record.order, "also_called": record.also_called,
        "texts": texts, "grade_outcome": record.grade_outcome.word(), "grade_hospital": record.grade_hospital.word(),
        "use": record.usage.word(), "source": record.sources,
        "components": components.map(|record| component(record, evidence)).collect::<Vec<_>>(),
        "effects": effects.collect::<Vec<_>>(),
        "null_results": nulls.map(|finding| json!({ "id": finding.id, "text": finding.text, "source": finding.sources })).collect::<Vec<_>>(),
    })
}

/// A component: `figures` by role, such as `unit_cost`, `eligible` and `max_reach`.
fn component(record: &Component, evidence: &Evidence) -> Value {
    let own = |(role, id): &(_, String)| Some((String::from(*role), figure(evidence.parameters.get(id)?)));
    let figures = map_of(record.parameters.iter().filter_map(own));
    let payers = map_of(record.cost_payer.iter().map(|(payer, share)| ((*payer).to_string(), json!(share))));
    json!({
        "id": record.id, "label": record.label, "delivery": record.delivery.word(),
        "ages": [record.ages.0, record.ages.1], "unit_of_delivery": record.unit_of_delivery,
        "eligible_basis": record.eligible_basis, "default_split": record.default_split.0, "figures": figures,
        "cost_payer": payers,
    })
}

fn figure(figure: &Figure) -> Value {
    json!({
        "id": figure.id, "value": figure.value, "unit": figure.unit.id(), "range": range(&figure.uncertainty),
        "price_year": figure.price_year.as_ref().map(|year| year.word()), "status": figure.provenance.status.word(),
    })
}
