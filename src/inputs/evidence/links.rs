//! Checks across records: every id points somewhere, no licence is broken, no outcome is reached twice.

use crate::error::Faults;
use crate::inputs::evidence::correlation;
use crate::inputs::evidence::effect::{Effect, Role};
use crate::inputs::evidence::figure::PriceYear;
use crate::inputs::evidence::programme::Component;
use crate::inputs::evidence::table::Table;
use crate::inputs::evidence::{Evidence, Identified, Registry};
use crate::units::Kind;

/// Reports everything that is wrong between records.
pub fn check(evidence: &Evidence, faults: &mut Faults) {
    check_sources(evidence, faults);
    check_unique_ids(evidence, faults);
    check_prices(evidence, faults);
    for component in &evidence.components {
        check_component(evidence, component, faults);
    }
    check_programmes(evidence, faults);
    for effect in &evidence.effects {
        check_effect(evidence, effect, faults);
    }
    check_one_route(evidence, faults);
    check_diseases(evidence, faults);
    check_exposures(evidence, faults);
    correlation::check(evidence, faults);
    check_choices(evidence, faults);
}

/// A reference that must lead somewhere.
fn must_exist<T: Identified>(registry: &Registry<T>, what: &str, id: &str, path: String, faults: &mut Faults) {
    if !id.is_empty() && registry.get(id).is_none() {
        faults.add(path, format!("\"{id}\""), format!("no {what} has this id; nearest: {}", registry.nearest(id)));
    }
}

fn check_sources(evidence: &Evidence, faults: &mut Faults) {
    let figures = evidence.parameters.iter().map(|p| ("parameter", p.id.as_str(), &p.provenance));
    let effects = evidence.effects.iter().map(|e| ("effect", e.id(), &e.figure.provenance));
    let tables = evidence.tables.iter().map(|t| ("table", t.id.as_str(), &t.provenance));
    let correlations = evidence.correlations.iter().map(|c| ("correlation", c.id.as_str(), &c.provenance));
    for (what, id, provenance) in figures.chain(effects).chain(tables).chain(correlations) {
        for source in &provenance.sources {
            check_source(evidence, format!("{what} {id}.source"), source, provenance.input, faults);
        }
    }
    let programmes = evidence.programmes.iter().map(|p| ("programme", p.id.as_str(), &p.sources));
    let findings = evidence.findings.iter().map(|f| ("finding", f.id.as_str(), &f.sources));
    let topdown = evidence.topdown.iter().map(|t| ("topdown", t.id.as_str(), &t.sources));
    for (what, id, sources) in programmes.chain(findings).chain(topdown) {
        for source in sources {
            must_exist(&evidence.sources, "source", source, format!("{what} {id}.source"), faults);
        }
    }
    for table in &evidence.tables {
        check_row_sources(evidence, table, faults);
    }
}

fn check_source(evidence: &Evidence, path: String, source: &str, input: bool, faults: &mut Faults) {
    must_exist(&evidence.sources, "source", source, path.clone(), faults);
    let forbidden = evidence.sources.get(source).is_some_and(|source| !source.may_be_input);
    if forbidden && input {
        faults.add(
            path,
            format!("\"{source}\""),
            "this source may only check, never feed: its licence forbids commercial use (set input = false)",
        );
    }
}

/// Rows may name their own source and status in columns of those names.
fn check_row_sources(evidence: &Evidence, table: &Table, faults: &mut Faults) {
    for row in 0..table.rows() {
        for source in table.word("source", row).unwrap_or("").split(';').map(str::trim).filter(|s| !s.is_empty()) {
            let path = format!("table {} row {}.source", table.id, row + 1);
            check_source(evidence, path, source, table.provenance.input, faults);
        }
        if let Some(status) = table.word("status", row) {
            let known = ["sourced", "derived", "recalled", "assumed", "gap"];
            if !known.contains(&status) {
                faults.add(
                    format!("table {} row {}.status", table.id, row + 1),
                    format!("\"{status}\""),
                    format!("must be one of: {}", known.join(", ")),
                );
            }
        }
        let (low, high) = (table.numbers("low"), table.numbers("high"));
        if let (Some(low), Some(high)) = (low.and_then(|l| l.get(row)), high.and_then(|h| h.get(row)))
            && low > high
        {
            faults.add(
                format!("table {} row {}", table.id, row + 1),
                format!("{low} to {high}"),
                "the interval is the wrong way round: low is above high",
            );
        }
    }
}

/// Ids are unique over all record types that can be pointed at.
fn check_unique_ids(evidence: &Evidence, faults: &mut Faults) {
    let mut seen = std::collections::BTreeMap::new();
    let all = evidence
        .parameters
        .iter()
        .map(|r| ("parameter", r.id()))
        .chain(evidence.tables.iter().map(|r| ("table", r.id())))
        .chain(evidence.effects.iter().map(|r| ("effect", r.id())))
        .chain(evidence.components.iter().map(|r| ("component", r.id())))
        .chain(evidence.findings.iter().map(|r| ("finding", r.id())))
        .chain(evidence.correlations.iter().map(|r| ("correlation", r.id())));
    for (what, id) in all {
        if let Some(other) = seen.insert(id.to_string(), what)
            && other != what
        {
            faults.add(format!("{what} {id}.id"), format!("\"{id}\""), format!("a {other} has the same id"));
        }
    }
}

/// A price year that is named must be in the deflator series, or no figure can be brought to the pack's price year.
fn check_prices(evidence: &Evidence, faults: &mut Faults) {
    let Some(prices) = evidence.tables.get("prices") else { return };
    let known = |year: &str| (0..prices.rows()).any(|row| prices.word("year", row) == Some(year));
    let figures = evidence.parameters.iter().chain(evidence.effects.iter().map(|effect| &effect.figure));
    for figure in figures {
        if let Some(PriceYear::Financial(year)) = &figure.price_year
            && figure.provenance.input
            && !known(year)
        {
            faults.add(format!("{}.price_year", figure.id), format!("\"{year}\""), "is not in the table of prices");
        }
    }
}

fn check_component(evidence: &Evidence, component: &Component, faults: &mut Faults) {
    let at = |key: &str| format!("component {}.{key}", component.id);
    must_exist(&evidence.programmes, "programme", &component.programme, at("programme"), faults);
    for (role, id) in &component.parameters {
        must_exist(&evidence.parameters, "parameter", id, at(role), faults);
        let Some(figure) = evidence.parameters.get(id) else { continue };
        let wanted = kind_of_role(role);
        if !wanted.contains(&figure.kind) {
            let words: Vec<&str> = wanted.iter().map(|kind| kind.word()).collect();
            faults.add(
                at(role),
                format!("\"{id}\""),
                format!("is a {}; here must stand a {}", figure.kind.word(), words.join(" or ")),
            );
        }
        let owner = id.split('.').next().unwrap_or("");
        if owner != component.programme && evidence.programmes.get(owner).is_some() {
            faults.add(at(role), format!("\"{id}\""), format!("is a figure of another programme, {owner}"));
        }
    }
}

/// Kinds of figure that can play a role of a component.
fn kind_of_role(role: &str) -> &'static [Kind] {
    match role {
        "unit_cost" => &[Kind::Money],
        "onset_lag" | "half_life" | "build_up" => &[Kind::Duration],
        "reach_ratio_deprived" => &[Kind::Ratio],
        "people_per_unit" | "children_per_unit" => &[Kind::Ratio, Kind::Count, Kind::Rate],
        "counterfactual" => &[Kind::Share, Kind::Rate],
        _ => &[Kind::Share],
    }
}

fn check_programmes(evidence: &Evidence, faults: &mut Faults) {
    let mut orders = std::collections::BTreeMap::new();
    for programme in &evidence.programmes {
        if let Some(other) = orders.insert(programme.order, &programme.id) {
            faults.add(
                format!("programme {}.order", programme.id),
                programme.order,
                format!("{other} has the same order"),
            );
        }
        let splits: Vec<f64> = evidence
            .components
            .iter()
            .filter(|component| component.programme == programme.id)
            .map(|component| component.default_split.0)
            .collect();
        let total: f64 = splits.iter().sum();
        if splits.is_empty() {
            faults.add(format!("programme {}", programme.id), "", "has no component: nothing can be delivered");
        } else if (total - 1.0).abs() > 1e-9 {
            faults.add(
                format!("programme {}", programme.id),
                total,
                "the default_split of its components must add to 1",
            );
        }
    }
    for finding in &evidence.findings {
        must_exist(
            &evidence.programmes,
            "programme",
            &finding.programme,
            format!("finding {}.programme", finding.id),
            faults,
        );
    }
}

fn check_effect(evidence: &Evidence, effect: &Effect, faults: &mut Faults) {
    let at = |key: &str| format!("effect {}.{key}", effect.id());
    must_exist(&evidence.programmes, "programme", &effect.programme, at("programme"), faults);
    must_exist(&evidence.components, "component", &effect.component, at("component"), faults);
    let owner = evidence.components.get(&effect.component).map(|component| component.programme.as_str());
    if owner.is_some_and(|owner| owner != effect.programme) {
        faults.add(at("component"), format!("\"{}\"", effect.component), format!("belongs to {}", owner.unwrap_or("")));
    }
    let known =
        evidence.parameters.get(&effect.base_rate).is_some() || evidence.tables.get(&effect.base_rate).is_some();
    if effect.base_rate != "none" && !known {
        faults.add(
            at("base_rate"),
            format!("\"{}\"", effect.base_rate),
            format!("no parameter or table has this id; nearest: {}", evidence.parameters.nearest(&effect.base_rate)),
        );
    }
    for (key, id) in [
        ("responder_share", &effect.responder_share),
        ("onset_lag", &effect.timing.0),
        ("half_life", &effect.timing.1),
        ("held", &effect.held),
    ] {
        must_exist(&evidence.parameters, "parameter", id, at(key), faults);
    }
    must_exist(&evidence.effects, "effect", &effect.rival_to, at("rival_to"), faults);
}

/// Two used effects of one component on the same channel, for people they share, would count one outcome twice.
fn check_one_route(evidence: &Evidence, faults: &mut Faults) {
    let used: Vec<&Effect> = evidence.effects.iter().filter(|effect| effect.role == Role::Used).collect();
    for (position, one) in used.iter().enumerate() {
        for other in used.iter().skip(position + 1) {
            let same = one.component == other.component && one.channel == other.channel;
            let ages = one.ages.0 <= other.ages.1 && other.ages.0 <= one.ages.1;
            let sexes = one.sex.is_none() || other.sex.is_none() || one.sex == other.sex;
            if same && ages && sexes {
                faults.add(
                    format!("effect {}", other.id()),
                    other.channel,
                    format!("two routes to one outcome: {} already acts on it for the same people; make one of them rival or shown", one.id()),
                );
            }
        }
    }
}

fn check_diseases(evidence: &Evidence, faults: &mut Faults) {
    for disease in evidence.diseases.iter().chain(&evidence.conditions) {
        let at = |key: &str| format!("disease {}.{key}", disease.id);
        for (role, id) in &disease.parameters {
            must_exist(&evidence.parameters, "parameter", id, at(role), faults);
        }
        for (role, id, _) in &disease.tables {
            must_exist(&evidence.tables, "table", id, at(role), faults);
        }
        let unit = if disease.hospital_per_new_case { "admissions_per_new_case" } else { "admissions_per_case_year" };
        if !disease.tables.is_empty() && disease.parameter(unit).is_none() {
            faults.add(at(unit), "", "hospital_basis needs this figure");
        }
    }
}

fn check_exposures(evidence: &Evidence, faults: &mut Faults) {
    for exposure in &evidence.exposures {
        let at = |key: &str| format!("exposure {}.{key}", exposure.id);
        must_exist(&evidence.parameters, "parameter", &exposure.england_level, at("england_level"), faults);
        must_exist(&evidence.parameters, "parameter", &exposure.lag, at("lag"), faults);
        for (key, id) in [
            ("by_age", &exposure.by_age),
            ("by_quintile", &exposure.by_quintile),
            ("relative_risks", &exposure.relative_risks),
        ] {
            must_exist(&evidence.tables, "table", id, at(key), faults);
        }
    }
}

fn check_choices(evidence: &Evidence, faults: &mut Faults) {
    for switch in &evidence.switches {
        for option in &switch.options {
            let known = evidence.parameters.get(&option.points_at).is_some()
                || evidence.tables.get(&option.points_at).is_some();
            if !option.points_at.is_empty() && !known {
                faults.add(
                    format!("switch {}.option {}", switch.id, option.id),
                    format!("\"{}\"", option.points_at),
                    "no parameter or table has this id",
                );
            }
        }
    }
    for slider in &evidence.sliders {
        must_exist(
            &evidence.parameters,
            "parameter",
            &slider.parameter,
            format!("slider {}.parameter", slider.id),
            faults,
        );
    }
    for topdown in &evidence.topdown {
        let at = |key: &str| format!("topdown {}.{key}", topdown.id);
        must_exist(&evidence.parameters, "parameter", &topdown.health_care, at("health_care"), faults);
        must_exist(&evidence.parameters, "parameter", &topdown.prevention, at("prevention"), faults);
        for id in &topdown.figures {
            must_exist(&evidence.parameters, "parameter", id, at("figures"), faults);
        }
    }
}
