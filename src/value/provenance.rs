//! Where the figures behind an answer come from, as documents: short records, the list to disagree with, and one figure
//! in full.

use serde_json::{Value, json};

use crate::error::Faults;
use crate::inputs::evidence::{Correlation, Effect, Evidence, Figure, Provenance, Role, Source, Table, Uncertainty};
use crate::inputs::place::Definitions;

/// A range in words, or why there is none.
#[must_use]
pub fn range_words(uncertainty: &Uncertainty) -> String {
    match uncertainty {
        Uncertainty::Range { family, low, high, level, status } => {
            format!("{low} to {high} ({}, {:.0}% of belief, range {})", family.word(), level * 100.0, status.word())
        }
        Uncertainty::Fixed(why) => format!("none: {why}"),
    }
}

/// Short records of the parameters and tables among `ids`, once each, in order of first use.
#[must_use]
pub fn summaries(evidence: &Evidence, ids: &[&str]) -> Vec<Value> {
    let mut seen: Vec<&str> = Vec::new();
    let mut list = Vec::new();
    for id in ids {
        if seen.contains(id) {
            continue;
        }
        seen.push(id);
        if let Some(figure) = evidence.parameters.get(id) {
            list.push(json!({
                "id": id, "label": figure.label, "value": figure.value, "unit": figure.unit.id(),
                "range": range_words(&figure.uncertainty), "status": figure.provenance.status.word(), "source": figure.provenance.sources,
            }));
        } else if let Some(table) = id.strip_prefix("table:").and_then(|table| evidence.tables.get(table)) {
            list.push(json!({ "id": id, "label": table.label, "status": table.provenance.status.word(), "source": table.provenance.sources }));
        }
    }
    list
}

/// A range as ends, shape and share of belief, or `fixed` with why there is none.
#[must_use]
pub fn range(uncertainty: &Uncertainty) -> Value {
    match uncertainty {
        Uncertainty::Range { family, low, high, level, status } => {
            json!({ "low": low, "high": high, "family": family.word(), "level": level, "status": status.word() })
        }
        Uncertainty::Fixed(why) => json!({ "fixed": why }),
    }
}

/// Every figure that a scenario may set to a value of its own: parameters in pack order, then the effects a run uses. Rival
/// effects are not among them: their value is given to the effect they would replace.
#[must_use]
pub fn assumptions(evidence: &Evidence) -> Vec<Value> {
    let parameters = evidence.parameters.iter().filter(|figure| figure.provenance.input).map(assumption);
    let effects = evidence.effects.iter().filter(|effect| effect.role == Role::Used).map(|effect| {
        let mut row = assumption(&effect.figure);
        row["programme"] = json!(effect.programme);
        row["role"] = json!(effect.role.word());
        row["belief"] = json!(effect.belief.0.word());
        row["belief_reason"] = json!(effect.belief.1);
        row["grade"] = json!(effect.grade.word());
        row
    });
    parameters.chain(effects).collect()
}

fn assumption(figure: &Figure) -> Value {
    let provenance = &figure.provenance;
    json!({
        "id": figure.id, "label": figure.label, "kind": figure.kind.word(), "unit": figure.unit.id(),
        "value": figure.value, "range": range(&figure.uncertainty), "group": figure.group,
        "price_year": figure.price_year.as_ref().map(|year| year.word()), "status": provenance.status.word(),
        "grade": provenance.quality.word(), "good_direction": provenance.good_direction.word(),
        "applies_to": provenance.applies_to, "rationale": provenance.rationale, "source": provenance.sources,
        "place_indicator": figure.place_indicator, "not_drawn": figure.not_drawn,
    })
}

/// One parameter, effect, table, group of figures drawn together, source or counted series in full.
///
/// # Errors
/// A fault if nothing has this id.
pub fn source(id: &str, evidence: &Evidence, definitions: &Definitions) -> Result<Value, Faults> {
    let bare = id.strip_prefix("table:").unwrap_or(id);
    let found = evidence.parameters.get(bare).map(|figure| figure_page(figure, evidence));
    let found = found.or_else(|| evidence.effects.get(bare).map(|effect| effect_page(effect, evidence)));
    let found = found.or_else(|| evidence.tables.get(bare).map(|table| table_page(table, evidence)));
    let found = found.or_else(|| evidence.correlations.get(bare).map(|group| group_page(group, evidence)));
    let found = found.or_else(|| {
        evidence.sources.get(bare).map(|source| json!({ "type": "source", "id": id, "sources": [published(source)] }))
    });
    found.or_else(|| counted_page(bare, definitions)).ok_or_else(|| {
        Faults::one("source", id, format!("nothing here has this id; nearest: {}", evidence.parameters.nearest(id)))
    })
}

fn figure_page(figure: &Figure, evidence: &Evidence) -> Value {
    let mut page = assumption(figure);
    page["type"] = json!("parameter");
    with_provenance(page, &figure.provenance, evidence)
}

fn effect_page(effect: &Effect, evidence: &Evidence) -> Value {
    let mut page = figure_page(&effect.figure, evidence);
    let more = json!({
        "type": "effect", "programme": effect.programme, "component": effect.component, "outcome": effect.outcome,
        "design": effect.design, "channel": effect.channel, "measure": effect.measure, "among": effect.among,
        "base_rate": effect.base_rate, "role": effect.role.word(), "route": effect.route,
        "belief": effect.belief.0.word(), "belief_reason": effect.belief.1, "grade": effect.grade.word(),
    });
    merge(&mut page, more);
    page
}

fn table_page(table: &Table, evidence: &Evidence) -> Value {
    let names: Vec<&str> = table.columns.iter().map(|(name, _)| name.as_str()).collect();
    let page = json!({
        "type": "table", "id": table.id, "label": table.label, "rows": table.rows(), "columns": names,
        "range": range(&table.uncertainty), "status": table.provenance.status.word(),
        "applies_to": table.provenance.applies_to, "rationale": table.provenance.rationale,
        "grade": table.provenance.quality.word(), "source": table.provenance.sources,
    });
    with_provenance(page, &table.provenance, evidence)
}

fn group_page(group: &Correlation, evidence: &Evidence) -> Value {
    let page = json!({
        "type": "correlation", "id": group.id, "label": group.label, "members": group.members, "matrix": group.matrix,
        "status": group.provenance.status.word(), "applies_to": group.provenance.applies_to,
        "rationale": group.provenance.rationale, "grade": group.provenance.quality.word(),
        "source": group.provenance.sources,
    });
    with_provenance(page, &group.provenance, evidence)
}

fn with_provenance(mut page: Value, provenance: &Provenance, evidence: &Evidence) -> Value {
    let sources: Vec<Value> =
        provenance.sources.iter().filter_map(|id| evidence.sources.get(id)).map(published).collect();
    let more = json!({
        "locator": provenance.locator, "seen_via": provenance.seen_via, "checked": provenance.checked,
        "note": provenance.note, "used": provenance.input, "sources": sources,
    });
    merge(&mut page, more);
    page
}

fn merge(page: &mut Value, more: Value) {
    if let (Some(page), Value::Object(more)) = (page.as_object_mut(), more) {
        page.extend(more);
    }
}

fn published(source: &Source) -> Value {
    json!({
        "id": source.id, "title": source.title, "author": source.author, "year": source.year,
        "publisher": source.publisher, "doi": source.doi, "url": source.url, "licence": source.licence,
        "design": source.design, "note": source.note,
    })
}

/// A series counted in places: an indicator or an amount of money.
fn counted_page(id: &str, definitions: &Definitions) -> Option<Value> {
    let bare = id.rsplit('.').next().unwrap_or(id);
    let definition = definitions.indicators.get(bare).or_else(|| definitions.money.get(bare))?;
    let sources: Vec<Value> = definition
        .source
        .split(';')
        .filter_map(|id| definitions.sources.get_key_value(id.trim()))
        .map(|(id, source)| {
            json!({
                "id": id, "publisher": source.publisher, "title": source.title, "year": source.period,
                "licence": source.licence,
            })
        })
        .collect();
    Some(json!({
        "type": "counted", "id": id, "label": definition.name, "unit": definition.unit, "period": definition.period,
        "method": definition.method, "note": definition.note, "status": "published", "sources": sources,
    }))
}
