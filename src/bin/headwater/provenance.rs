//! `headwater source`: where any figure comes from.

use headwater::error::Faults;
use headwater::inputs::evidence::{Correlation, Effect, Evidence, Figure, Provenance, Table};
use headwater::inputs::place::{Definitions, Place};
use headwater::model::{series, tables::Tables};
use headwater::value::provenance::range_words;

use crate::args::{Args, SourceOptions};
use crate::output::{self, readable};
use crate::packs::{Root, resolve};
use crate::places::counted;

/// Runs the command.
pub fn run(args: &Args, options: &SourceOptions) -> Result<(), Faults> {
    let root = Root::find(args)?;
    let evidence = root.evidence()?;
    let definitions = root.definitions()?;
    let place = match &options.place {
        Some(code) => Some(root.place(&resolve(&root.index()?, code)?.code, &definitions)?),
        None => None,
    };
    let page = explain(&options.id, &evidence, &definitions, place.as_ref())?;
    output::write(None, page.as_bytes())
}

fn explain(id: &str, evidence: &Evidence, definitions: &Definitions, place: Option<&Place>) -> Result<String, Faults> {
    let tables = Tables::new(evidence)?;
    // What is counted and what is shown may share a name: `place.` asks for what was counted.
    if let Some(page) = id.strip_prefix("place.").and_then(|path| counted_page(path, definitions, place)) {
        return Ok(page);
    }
    let id = id.strip_prefix("table:").or_else(|| id.strip_prefix("place.")).unwrap_or(id);
    if let Some(info) = series::catalogue(&tables).into_iter().find(|info| info.id == id) {
        let mut page = format!("{} ({}, {})\nWhat stands behind it:\n", info.label, info.id, info.unit);
        for basis in &info.basis {
            page += &format!("  {:<56} {}\n", basis, one_line(basis, evidence, definitions));
        }
        return Ok(page + "\nMore on any of them: headwater source ID. The equations are in docs/METHOD.md.\n");
    }
    if let Some(figure) = evidence.parameters.get(id) {
        return Ok(figure_page(figure, evidence));
    }
    if let Some(effect) = evidence.effects.get(id) {
        return Ok(effect_page(effect, evidence));
    }
    if let Some(table) = evidence.tables.get(id) {
        return Ok(table_page(table, evidence));
    }
    if let Some(group) = evidence.correlations.get(id) {
        return Ok(group_page(group, evidence));
    }
    if let Some(page) = programme_page(id, evidence) {
        return Ok(page);
    }
    if let Some(page) = counted_page(id, definitions, place) {
        return Ok(page);
    }
    if evidence.sources.get(id).is_some() || definitions.sources.contains_key(id) {
        return Ok(source_line(id, evidence, definitions) + "\n");
    }
    Err(Faults::one(
        "source",
        id,
        format!(
            "no outcome, parameter, effect, table, group, programme, indicator or source has this id; nearest: {}",
            evidence.parameters.nearest(id)
        ),
    ))
}

fn one_line(id: &str, evidence: &Evidence, definitions: &Definitions) -> String {
    if let Some(table) = id.strip_prefix("table:").and_then(|id| evidence.tables.get(id)) {
        return format!("{} [{}]", table.label, table.provenance.status.word());
    }
    if let Some(figure) = evidence.parameters.get(id) {
        return format!("{} {} [{}]", readable(figure.value), figure.unit.id(), figure.provenance.status.word());
    }
    let path = id.strip_prefix("place.").unwrap_or(id);
    let definition = path
        .strip_prefix("indicators.")
        .and_then(|id| definitions.indicators.get(id))
        .or_else(|| path.strip_prefix("money.").and_then(|id| definitions.money.get(id)));
    definition
        .map_or("counted in the place [published]".into(), |definition| format!("{} [published]", definition.name))
}

fn figure_page(figure: &Figure, evidence: &Evidence) -> String {
    let mut page = format!("{} ({})\n{} {}", figure.label, figure.id, figure.value, figure.unit.id());
    if let Some(year) = &figure.price_year {
        page += &format!(", prices of {}", year.word());
    }
    page += &format!("\nRange: {}\n", range_words(&figure.uncertainty));
    if !figure.not_drawn.is_empty() {
        page += &format!("Not drawn: {}\n", figure.not_drawn);
    }
    for group in evidence.correlations.iter().filter(|group| group.members.contains(&figure.id)) {
        page += &format!("Drawn together with: {} ({})\n", group.label, group.id);
    }
    page + &provenance_lines(&figure.provenance, evidence)
}

fn effect_page(effect: &Effect, evidence: &Evidence) -> String {
    let mut page = figure_page(&effect.figure, evidence);
    page += &format!("Measured: {} ({})\n", effect.outcome, effect.design);
    page += &format!(
        "Acts on: {} through {} ({}), among {}\n",
        effect.base_rate, effect.channel, effect.measure, effect.among
    );
    page += &format!("Grade {}; by default taken {:?} {}\n", effect.grade.word(), effect.belief.0, effect.belief.1);
    page
}

fn table_page(table: &Table, evidence: &Evidence) -> String {
    let names: Vec<&str> = table.columns.iter().map(|(name, _)| name.as_str()).collect();
    let head = format!(
        "{} ({})\n{} rows: {}\nRange: {}\n",
        table.label,
        table.id,
        table.rows(),
        names.join(", "),
        range_words(&table.uncertainty)
    );
    head + &provenance_lines(&table.provenance, evidence)
}

fn group_page(group: &Correlation, evidence: &Evidence) -> String {
    let mut page = format!("{} ({})\nFigures drawn together, and their correlations:\n", group.label, group.id);
    for (id, row) in group.members.iter().zip(&group.matrix) {
        let cells: Vec<String> = row.iter().map(f64::to_string).collect();
        page += &format!("  {id:<56} {}\n", cells.join(" "));
    }
    page + &provenance_lines(&group.provenance, evidence)
}

fn programme_page(id: &str, evidence: &Evidence) -> Option<String> {
    let programme = evidence.programmes.get(id)?;
    let mut page = format!("{} ({})\n", programme.label, programme.id);
    if !programme.also_called.is_empty() {
        page += &format!("Also called: {}\n", programme.also_called.join(", "));
    }
    for (key, text) in &programme.texts {
        page += &format!("{}: {text}\n", key.replace('_', " "));
    }
    page += &format!(
        "Grade of the direct result {}, of hospital use {}\n\nFigures:\n",
        programme.grade_outcome.word(),
        programme.grade_hospital.word()
    );
    let prefix = format!("{id}.");
    let effects = evidence.effects.iter().filter(|effect| effect.programme == id).map(|effect| &effect.figure);
    for figure in evidence.parameters.iter().filter(|figure| figure.id.starts_with(&prefix)).chain(effects) {
        page += &format!(
            "  {:<48} {:>12} {} [{}] {}\n",
            figure.id,
            figure.value,
            figure.unit.id(),
            figure.provenance.status.word(),
            figure.label
        );
    }
    for finding in evidence.findings.iter().filter(|finding| finding.programme == id) {
        page += &format!("{}: {}\n", finding.kind.replace('_', " "), finding.text);
    }
    Some(page)
}

fn counted_page(id: &str, definitions: &Definitions, place: Option<&Place>) -> Option<String> {
    let bare = id.strip_prefix("indicators.").or_else(|| id.strip_prefix("money.")).unwrap_or(id);
    let definition = definitions.indicators.get(bare).or_else(|| definitions.money.get(bare))?;
    let mut page = format!("{} ({bare})\nUnit: {}\n", definition.name, definition.unit);
    let (mut period, mut source) = (definition.period.clone(), definition.source.clone());
    if let Some(place) = place {
        let all = counted(place, definitions);
        match all.iter().find(|counted| counted.path.ends_with(&format!(".{bare}"))) {
            Some(counted) => {
                page += &format!("{}: {}", place.name, counted.datum.value);
                if let Some((low, high)) = counted.datum.interval {
                    page += &format!(" ({low} to {high})");
                }
                page.push('\n');
                for (kind, reason) in &counted.flags {
                    page += &format!("  {kind}: {reason}\n");
                }
                period = counted.period().to_string();
                source = counted.source().to_string();
            }
            None => page += &format!("{}: no value\n", place.name),
        }
    }
    page += &format!("Period: {period}\n");
    for id in source.split(';') {
        if let Some(found) = definitions.sources.get(id.trim()) {
            page += &format!("Source: {}, {} ({}). {}\n", found.publisher, found.title, found.period, found.licence);
        }
    }
    for (title, text) in [("Method", &definition.method), ("Note", &definition.note)] {
        if !text.is_empty() {
            page += &format!("{title}: {text}\n");
        }
    }
    Some(page)
}

fn provenance_lines(provenance: &Provenance, evidence: &Evidence) -> String {
    let mut page = format!(
        "Applies to: {}\nStatus: {}, quality {}, read via {}, checked {}\n",
        provenance.applies_to,
        provenance.status.word(),
        provenance.quality.word(),
        provenance.seen_via,
        provenance.checked
    );
    if !provenance.input {
        page += "Shown only: this figure is never used in a result\n";
    }
    for (title, text) in [("Why", &provenance.rationale), ("Where", &provenance.locator), ("Note", &provenance.note)] {
        if !text.is_empty() {
            page += &format!("{title}: {text}\n");
        }
    }
    for id in &provenance.sources {
        page += &format!("Source: {}\n", source_line(id, evidence, &Definitions::default()));
    }
    page
}

fn source_line(id: &str, evidence: &Evidence, definitions: &Definitions) -> String {
    match (evidence.sources.get(id), definitions.sources.get(id)) {
        (Some(source), _) => {
            let parts = [
                &source.author,
                &source.year,
                &source.title,
                &source.publisher,
                &source.doi,
                &source.url,
                &source.licence,
            ];
            let words: Vec<&str> = parts.iter().map(|part| part.as_str()).filter(|part| !part.is_empty()).collect();
            format!("{id}: {}", words.join(". "))
        }
        (None, Some(source)) => {
            format!("{id}: {}. {} ({}). {}", source.publisher, source.title, source.period, source.licence)
        }
        (None, None) => id.to_string(),
    }
}
