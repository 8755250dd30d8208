//! `headwater baseline`: a place if nothing changes.

use headwater::error::Faults;
use headwater::inputs::evidence::Evidence;
use headwater::inputs::place::Area;
use headwater::model::{baseline, tables::Tables};
use headwater::strata::{BANDS, QUINTILES, SEXES, band_label};
use headwater::value::outcomes::{Outcomes, Selection, Series, Strata};
use headwater::value::provenance::summaries;
use rayon::prelude::*;
use serde_json::{Value, json};

use crate::args::{Args, BaselineOptions, By, Format};
use crate::believed::Believed;
use crate::output;
use crate::own::{self, Own};
use crate::packs::Root;
use crate::progress;

const HEADER: [&str; 10] =
    ["place_code", "place_name", "year", "outcome", "unit", "sex", "age_band", "imd_quintile", "value", own::COLUMN];

/// One area and what the model says of it.
struct Run {
    area: Area,
    outcomes: Outcomes,
}

/// Runs the command.
pub fn run(args: &Args, options: &BaselineOptions) -> Result<(), Faults> {
    let root = Root::find(args)?;
    let definitions = root.definitions()?;
    let Believed { evidence, sides, notes, own } = Believed::read(&root.evidence()?, options)?;
    let tables = Tables::for_scenario(&evidence, &sides)?;
    let areas = if options.all_places {
        let index = root.index()?;
        let read = |code: &str| root.area(Some(code), &[], &definitions);
        index.par_iter().map(|entry| read(&entry.code)).collect::<Result<Vec<_>, _>>()?
    } else {
        vec![root.area(options.place.as_deref(), &options.place_file, &definitions)?]
    };
    if !options.place_file.is_empty() {
        areas.iter().try_for_each(|area| baseline::check(area, &tables))?;
    }
    let bar = progress::bar(areas.len(), "places");
    let runs: Vec<Run> = areas
        .into_par_iter()
        .map(|area| {
            let mut outcomes = baseline::run(&area, &tables, usize::from(options.years));
            outcomes.warnings.extend(notes.iter().cloned());
            bar.inc(1);
            Run { area, outcomes }
        })
        .collect();
    bar.finish_and_clear();
    check_wanted(options, &runs)?;
    runs.iter().try_for_each(check_finite)?;
    let bytes = match options.format {
        Format::Text => text(&runs, options, &own).into_bytes(),
        Format::Csv => output::csv_bytes(&HEADER, runs.iter().flat_map(|run| rows(run, options, own.cell())))?,
        Format::Json => json_document(&runs, options, &evidence, (&definitions.version, &own))?,
    };
    if options.format == Format::Csv {
        print_warnings(&runs);
    }
    output::write(options.out.as_deref(), &bytes)
}

/// An absurd assumption must end in a sentence, not in an endless number.
fn check_finite(run: &Run) -> Result<(), Faults> {
    let mut faults = Faults::new();
    for series in &run.outcomes.series {
        let broken = (0..run.outcomes.years)
            .filter_map(|year| series.total(year))
            .find(|value| !value.is_finite() || *value < 0.0);
        if let Some(value) = broken {
            faults.add(
                format!("{}: {}", run.area.code(), series.info.id),
                value,
                "cannot be: one of the assumptions or figures of the place is impossible",
            );
        }
    }
    faults.finish(())
}

fn check_wanted(options: &BaselineOptions, runs: &[Run]) -> Result<(), Faults> {
    let mut faults = Faults::new();
    let Some(run) = runs.first() else { return Ok(()) };
    let known: Vec<&str> = run.outcomes.series.iter().map(|series| series.info.id.as_str()).collect();
    for id in &options.outcomes {
        if run.outcomes.get(id).is_none() {
            faults.add("--outcomes", id, format!("no such outcome; known: {}", known.join(", ")));
        }
    }
    faults.finish(())
}

fn wanted<'a>(run: &'a Run, options: &'a BaselineOptions) -> impl Iterator<Item = &'a Series> {
    run.outcomes
        .series
        .iter()
        .filter(|series| options.outcomes.is_empty() || options.outcomes.contains(&series.info.id))
}

/// The strata to show for a series: those asked for, as far as the series has them. What cannot be added over the sexes
/// is always shown by sex.
fn selections(series: &Series, by: &[By]) -> Vec<Selection> {
    let asked = |what: By| by.contains(&what);
    let (sexes, ages, fifths) = match series.info.strata {
        Strata::Cells => (asked(By::Sex), asked(By::Age), asked(By::Quintile)),
        Strata::SexAndFifth => (true, false, asked(By::Quintile)),
        Strata::Sex => (true, false, false),
        Strata::Total => (false, false, false),
    };
    let sexes: Vec<_> = if sexes { SEXES.into_iter().map(Some).collect() } else { vec![None] };
    let bands: Vec<_> = if ages { (0..BANDS).map(Some).collect() } else { vec![None] };
    let fifths: Vec<_> = if fifths { (0..QUINTILES).map(Some).collect() } else { vec![None] };
    let mut all = Vec::new();
    for sex in sexes {
        for band in &bands {
            for quintile in &fifths {
                all.push(Selection { sex, band: *band, quintile: *quintile });
            }
        }
    }
    all
}

fn strata_words(selection: Selection) -> [String; 3] {
    [
        selection.sex.map_or("all".into(), |sex| sex.to_string()),
        selection.band.map_or("all".into(), band_label),
        selection.quintile.map_or("all".into(), |quintile| (quintile + 1).to_string()),
    ]
}

fn rows<'a>(run: &'a Run, options: &'a BaselineOptions, own: String) -> impl Iterator<Item = Vec<String>> + 'a {
    let (code, name) = (run.area.code(), run.area.name());
    wanted(run, options).flat_map(move |series| {
        let (code, name, own) = (code.clone(), name.clone(), own.clone());
        selections(series, &options.by).into_iter().flat_map(move |selection| {
            let (code, name, own) = (code.clone(), name.clone(), own.clone());
            let words = strata_words(selection);
            (0..run.outcomes.years).map(move |year| {
                let mut row = vec![
                    code.clone(),
                    name.clone(),
                    (run.outcomes.start_year as usize + year).to_string(),
                    series.info.id.clone(),
                    series.info.unit.to_string(),
                ];
                row.extend(words.clone());
                row.push(series.value(year, selection).map_or(String::new(), |value| value.to_string()));
                row.push(own.clone());
                row
            })
        })
    })
}

fn json_document(
    runs: &[Run],
    options: &BaselineOptions,
    evidence: &Evidence,
    (data, own): (&str, &Own),
) -> Result<Vec<u8>, Faults> {
    let documents: Vec<Value> = runs.iter().map(|run| json_run(run, options, evidence, (data, own))).collect();
    match documents.as_slice() {
        [only] if !options.all_places => output::json_bytes(only),
        _ => output::json_bytes(&Value::Array(documents)),
    }
}

fn json_run(run: &Run, options: &BaselineOptions, evidence: &Evidence, (data, own): (&str, &Own)) -> Value {
    let years: Vec<usize> = (0..run.outcomes.years).map(|year| run.outcomes.start_year as usize + year).collect();
    let outcomes: serde_json::Map<String, Value> =
        wanted(run, options).map(|series| (series.info.id.clone(), json_series(series, run, options))).collect();
    let behind: Vec<&str> =
        wanted(run, options).flat_map(|series| series.info.basis.iter().map(String::as_str)).collect();
    json!({
        "model": env!("CARGO_PKG_VERSION"),
        "evidence": evidence.info.version,
        "data": data,
        "price_year": evidence.info.price_year,
        "place": { "code": run.area.code(), "name": run.area.name(), "residents": run.area.residents() },
        "scenario": {},
        "own_figures": own.json(),
        "years": years,
        "outcomes": outcomes,
        "flags": run.area.parts().iter().flat_map(|place| place.flags.iter().map(|flag| json!({
            "place": place.code, "path": flag.path, "kind": flag.kind, "reason": flag.reason,
        }))).collect::<Vec<_>>(),
        "warnings": run.outcomes.warnings,
        "parameters": summaries(evidence, &behind),
    })
}

fn json_series(series: &Series, run: &Run, options: &BaselineOptions) -> Value {
    let values =
        |selection| -> Vec<Option<f64>> { (0..run.outcomes.years).map(|year| series.value(year, selection)).collect() };
    let list = selections(series, &options.by);
    let mut entry = json!({ "unit": series.info.unit, "label": series.info.label, "basis": series.info.basis });
    let total = values(Selection::default());
    if total.iter().any(Option::is_some) {
        entry["baseline"] = json!(total);
    }
    if list.iter().any(|selection| *selection != Selection::default()) {
        let strata: Vec<Value> = list
            .into_iter()
            .map(|selection| {
                let [sex, age_band, quintile] = strata_words(selection);
                json!({ "sex": sex, "age_band": age_band, "imd_quintile": quintile, "baseline": values(selection) })
            })
            .collect();
        entry["by"] = Value::Array(strata);
    }
    entry
}

/// A table for a screen: the first year, every tenth, the last.
fn text(runs: &[Run], options: &BaselineOptions, own: &Own) -> String {
    let mut page = String::new();
    for run in runs {
        let last = run.outcomes.years - 1;
        let mut years: Vec<usize> = (0..run.outcomes.years).filter(|year| year % 10 == 0 && last - year >= 5).collect();
        years.push(last);
        years.dedup();
        page += &format!(
            "{}: if nothing changes\n{} residents at mid-2023\n{}\n",
            run.area.name(),
            output::readable(run.area.residents()),
            own.line()
        );
        page += &format!("{:<44}", "");
        for year in &years {
            page += &format!("{:>15}", run.outcomes.start_year as usize + year);
        }
        page.push('\n');
        for series in wanted(run, options) {
            for selection in selections(series, &options.by) {
                page += &format!("{:<44}", row_title(series, selection));
                for year in &years {
                    let cell = series.value(*year, selection).map_or("not shown".into(), output::readable);
                    page += &format!("{cell:>15}");
                }
                page.push('\n');
            }
        }
        for warning in &run.outcomes.warnings {
            page += &format!("\nNote: {warning}");
        }
        page += "\n\nWhere any line comes from: headwater source ID (for example emergency_admissions). IDs: --format csv.\n";
    }
    page
}

fn row_title(series: &Series, selection: Selection) -> String {
    let [sex, band, quintile] = strata_words(selection);
    let mut title = series.info.label.clone();
    if selection.sex.is_some() {
        title += &format!(", {sex}");
    }
    if selection.band.is_some() {
        title += &format!(", {band}");
    }
    if selection.quintile.is_some() {
        title += &format!(", fifth {quintile}");
    }
    title
}

fn print_warnings(runs: &[Run]) {
    for run in runs {
        for warning in &run.outcomes.warnings {
            eprintln!("note: {warning}");
        }
    }
}
