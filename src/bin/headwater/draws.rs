//! `headwater draws`: the table of draws itself, for those who want to look or to run another model on it.

use headwater::error::Faults;
use headwater::model::draws::Draws;
use serde_json::{Value, json};

use crate::args::{Args, TableFormat};
use crate::draw_options::DrawsOptions;
use crate::output;
use crate::packs::Root;

/// Draws written if none are asked for.
const DEFAULT: usize = 1_000;

/// Runs the command.
pub fn run(args: &Args, options: &DrawsOptions) -> Result<(), Faults> {
    let (count, seed) = options.asked.read()?;
    let count = count.unwrap_or(DEFAULT);
    let evidence = Root::find(args)?.evidence()?;
    let draws = Draws::new(&evidence, seed, 1..=count)?;
    let bytes = match options.format {
        TableFormat::Csv => csv(&draws)?,
        TableFormat::Json => output::json_bytes(&document(&draws, &evidence.info.version, seed))?,
    };
    output::write(options.out.as_deref(), &bytes)
}

fn csv(draws: &Draws) -> Result<Vec<u8>, Faults> {
    let ids = draws.columns().iter().map(|column| column.id.as_str());
    let header: Vec<&str> = std::iter::once("row").chain(ids).collect();
    let rows = std::iter::once(0).chain(draws.rows()).filter_map(|index| Some((index, draws.row(index)?)));
    output::csv_bytes(
        &header,
        rows.map(|(index, draw)| {
            std::iter::once(index.to_string()).chain(draw.values().iter().map(f64::to_string)).collect::<Vec<_>>()
        }),
    )
}

fn document(draws: &Draws, version: &str, seed: u64) -> Value {
    let columns: Vec<&str> = draws.columns().iter().map(|column| column.id.as_str()).collect();
    let rows: Vec<Value> = draws.rows().filter_map(|index| Some(json!(draws.row(index)?.values()))).collect();
    let central = draws.row(0).map(|row| json!(row.values()));
    json!({ "pack": version, "seed": seed, "columns": columns, "central": central, "draws": rows })
}
