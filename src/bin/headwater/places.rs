//! `headwater places`: find a place, or show everything counted in it.

use headwater::error::Faults;
use headwater::inputs::place::{Datum, Definition, Definitions, Place};
use serde_json::{Value, json};

use crate::args::{Args, Format, PlacesOptions};
use crate::output::{self, readable};
use crate::packs::{Entry, Root, resolve};

/// Runs the command.
pub fn run(args: &Args, options: &PlacesOptions) -> Result<(), Faults> {
    let root = Root::find(args)?;
    let index = root.index()?;
    let bytes = match &options.show {
        Some(code) => {
            let definitions = root.definitions()?;
            let place = root.place(&resolve(&index, code)?.code, &definitions)?;
            show(&place, &definitions, options.format)?
        }
        None => list(&index, options)?,
    };
    output::write(None, &bytes)
}

fn list(index: &[Entry], options: &PlacesOptions) -> Result<Vec<u8>, Faults> {
    let query = options.query.as_deref().unwrap_or("").to_lowercase();
    let matches = |entry: &&Entry| {
        entry.name.to_lowercase().contains(&query)
            || entry.code.to_lowercase() == query
            || entry.other_codes.iter().any(|code| code.to_lowercase() == query)
    };
    let found: Vec<&Entry> = index.iter().filter(matches).collect();
    if found.is_empty() {
        return Err(Faults::one("places", &query, "no place has this in its name or code"));
    }
    match options.format {
        Format::Text => {
            let line = |e: &&Entry| format!("{}  {:<40} {:<26} {:<24} {:>12}\n", e.code, e.name, e.kind, e.region, readable(e.residents));
            Ok(found.iter().map(line).collect::<String>().into_bytes())
        }
        Format::Csv => output::csv_bytes(
            &["code", "name", "kind", "region", "residents_2023"],
            found.iter().map(|e| vec![e.code.clone(), e.name.clone(), e.kind.clone(), e.region.clone(), e.residents.to_string()]),
        ),
        Format::Json => output::json_bytes(&Value::Array(
            found
                .iter()
                .map(|e| json!({ "code": e.code, "name": e.name, "kind": e.kind, "region": e.region, "residents_2023": e.residents }))
                .collect(),
        )),
    }
}

/// One figure counted in a place, with all that is known about it.
pub struct Counted<'a> {
    /// `indicators.ID` or `money.ID`.
    pub path: String,
    /// Its meaning.
    pub definition: &'a Definition,
    /// Its value.
    pub datum: &'a Datum,
    /// Flags on it: kind and reason.
    pub flags: Vec<(&'static str, &'a str)>,
}

impl Counted<'_> {
    /// Period of the value.
    pub fn period(&self) -> &str {
        self.datum.period.as_deref().unwrap_or(&self.definition.period)
    }

    /// Source ids of the value.
    pub fn source(&self) -> &str {
        self.datum.source.as_deref().unwrap_or(&self.definition.source)
    }
}

/// Every indicator and money measure of a place.
pub fn counted<'a>(place: &'a Place, definitions: &'a Definitions) -> Vec<Counted<'a>> {
    let blocks =
        [("indicators", &place.indicators, &definitions.indicators), ("money", &place.money, &definitions.money)];
    let mut all = Vec::new();
    for (block, data, known) in blocks {
        for (id, datum) in data {
            let Some(definition) = known.get(id) else { continue };
            let path = format!("{block}.{id}");
            let flags = place
                .flags
                .iter()
                .filter(|flag| flag.path == path)
                .map(|flag| (flag.kind, flag.reason.as_str()))
                .collect();
            all.push(Counted { path, definition, datum, flags });
        }
    }
    all
}

fn show(place: &Place, definitions: &Definitions, format: Format) -> Result<Vec<u8>, Faults> {
    let all = counted(place, definitions);
    match format {
        Format::Text => Ok(page(place, &all).into_bytes()),
        Format::Csv => output::csv_bytes(
            &["path", "name", "value", "low", "high", "unit", "period", "source", "flags"],
            all.iter().map(csv_row),
        ),
        Format::Json => output::json_bytes(&json!({
            "code": place.code,
            "name": place.name,
            "residents_2023": place.residents(),
            "quintile_shares": place.quintile_shares,
            "figures": all.iter().map(json_row).collect::<Vec<_>>(),
            "missing": place.flags.iter().filter(|flag| flag.kind == "missing").map(|flag| json!({ "path": flag.path, "reason": flag.reason })).collect::<Vec<_>>(),
        })),
    }
}

fn ends(datum: &Datum) -> [String; 2] {
    datum.interval.map_or([String::new(), String::new()], |(low, high)| [low.to_string(), high.to_string()])
}

fn flag_words(counted: &Counted<'_>) -> String {
    counted.flags.iter().map(|(kind, reason)| format!("{kind}: {reason}")).collect::<Vec<_>>().join(" | ")
}

fn csv_row(counted: &Counted<'_>) -> Vec<String> {
    let [low, high] = ends(counted.datum);
    vec![
        counted.path.clone(),
        counted.definition.name.clone(),
        counted.datum.value.to_string(),
        low,
        high,
        counted.definition.unit.clone(),
        counted.period().to_string(),
        counted.source().to_string(),
        flag_words(counted),
    ]
}

fn json_row(counted: &Counted<'_>) -> Value {
    json!({
        "path": counted.path,
        "name": counted.definition.name,
        "value": counted.datum.value,
        "low": counted.datum.interval.map(|(low, _)| low),
        "high": counted.datum.interval.map(|(_, high)| high),
        "unit": counted.definition.unit,
        "period": counted.period(),
        "source": counted.source(),
        "flags": counted.flags.iter().map(|(kind, reason)| json!({ "kind": kind, "reason": reason })).collect::<Vec<_>>(),
    })
}

fn page(place: &Place, all: &[Counted<'_>]) -> String {
    let mut text = format!("{} ({})\n{} residents at mid-2023\n", place.name, place.code, readable(place.residents()));
    let shares: Vec<String> = place.quintile_shares.iter().map(|share| format!("{:.1}%", share * 100.0)).collect();
    text += &format!("in the national fifths, most deprived first: {}\n\n", shares.join("  "));
    for counted in all {
        text += &format!(
            "{:<58} {:>16} {}  [{}; {}]\n",
            counted.definition.name,
            readable(counted.datum.value),
            counted.definition.unit,
            counted.period(),
            counted.source()
        );
        for (kind, reason) in &counted.flags {
            text += &format!("    {kind}: {reason}\n");
        }
    }
    for flag in place.flags.iter().filter(|flag| flag.kind == "missing") {
        text += &format!("missing: {} ({})\n", flag.path, flag.reason);
    }
    text
}
