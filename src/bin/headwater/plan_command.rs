//! `headwater plan`: how to find out whether a scenario works while it is carried out.

use headwater::error::Faults;
use headwater::value::evaluation::{self, Indicator};
use serde_json::Value;

use crate::args::{Args, PlanOptions, TableFormat};
use crate::output;
use crate::own::{self, Own};
use crate::packs::Root;
use crate::run::{read_scenarios, with_run, years};

const HEADER: [&str; 13] = [
    "place_code",
    "scenario",
    "indicator",
    "label",
    "unit",
    "source",
    "year",
    "expected_without_plan",
    "expected_change",
    "expected_with_plan",
    "not_working_reading",
    "rule",
    own::COLUMN,
];

/// Runs the command.
pub fn run(args: &Args, options: &PlanOptions) -> Result<(), Faults> {
    let root = Root::find(args)?;
    let evidence = root.evidence()?;
    let given =
        read_scenarios(std::slice::from_ref(&options.scenario), options.name.as_deref(), options.years, &evidence)?;
    let area = root.area(options.place.as_deref(), &options.place_file, &root.definitions()?)?;
    let mut documents = Vec::new();
    let mut rows = Vec::new();
    for given in &given {
        let own = Own::of(&evidence, &given.scenario);
        with_run(&area, &evidence, &given.scenario, |input| {
            let mut plan = evaluation::plan(input);
            plan[own::COLUMN] = own.json();
            documents.push(plan);
            for indicator in evaluation::indicators(input) {
                let head = [area.code(), given.scenario.name.clone()];
                rows.extend(lines(&indicator, &head, &years(input), &own));
            }
            Ok(())
        })?;
    }
    let bytes = match (options.format, documents.as_slice()) {
        (TableFormat::Csv, _) => output::csv_bytes(&HEADER, rows)?,
        (TableFormat::Json, [only]) => output::json_bytes(only)?,
        (TableFormat::Json, several) => output::json_bytes(&Value::Array(several.to_vec()))?,
    };
    output::write(options.out.as_deref(), &bytes)
}

/// One row per year of an indicator.
fn lines(row: &Indicator, head: &[String; 2], years: &[usize], own: &Own) -> Vec<Vec<String>> {
    let with_plan = evaluation::with_plan(row);
    let number = |value: Option<f64>| value.map_or(String::new(), |value| value.to_string());
    years
        .iter()
        .enumerate()
        .map(|(index, year)| {
            let mut line = head.to_vec();
            line.extend([row.id.clone(), row.label.clone(), row.unit.clone(), row.source.clone(), year.to_string()]);
            line.push(number(row.baseline.as_ref().and_then(|base| base.get(index).copied())));
            line.push(number(row.change.get(index).copied()));
            line.push(number(with_plan.get(index).copied()));
            line.push(number(row.not_working.get(index).copied().flatten()));
            line.extend([row.rule.clone(), own.cell()]);
            line
        })
        .collect()
}
