//! `headwater lifetable`: the engine on anybody's tables.

use std::fmt::Write as _;
use std::path::Path;

use headwater::error::Faults;
use headwater::model::life_table::{
    self, BySexAge, Change, CohortYear, DiseaseChange, DiseaseTable, LifeTableInputs, Side,
};
use headwater::strata::{AGES, LAST_AGE, SEXES, Sex};

use crate::args::{LifetableOptions, TableFormat};
use crate::files::{self, Table};
use crate::output;

const POPULATION: [&str; 3] = ["population", "mortality_rate", "disability_rate"];
const DISEASE: [&str; 5] =
    ["incidence_rate", "remission_rate", "case_fatality_rate", "prevalence_share", "disability_rate"];
const SIDE: [&str; 6] = ["alive", "deaths", "person_years", "healthy_years", "mortality_rate", "disability_rate"];

/// Runs the command.
pub fn run(options: &LifetableOptions) -> Result<(), Faults> {
    let inputs = read(&options.dir)?;
    let change = read_changes(&options.change, &inputs)?;
    let mut writer = Writer::new(options.format, &inputs);
    life_table::run(&inputs, &change, usize::from(options.until_age), |row| writer.row(row))?;
    output::write(options.out.as_deref(), writer.finish().as_bytes())
}

/// Reads and checks a folder of life tables; all faults of all files at once.
pub fn read(dir: &Path) -> Result<LifeTableInputs, Faults> {
    let mut faults = Faults::new();
    let population = read_rates(&dir.join("population.csv"), &POPULATION, &mut faults);
    let mut inputs = LifeTableInputs::default();
    if let Some([people, mortality, disability]) =
        population.and_then(|columns| <[BySexAge; 3]>::try_from(columns).ok())
    {
        inputs.population = or_nobody(people);
        inputs.mortality_rate = mortality;
        inputs.disability_rate = disability;
    }
    for (name, path) in disease_files(&dir.join("diseases"), &mut faults) {
        if let Some(columns) = read_rates(&path, &DISEASE, &mut faults) {
            inputs.diseases.push(disease(name, columns));
        }
    }
    if faults.is_empty() {
        check_complete(dir, &inputs, &mut faults);
    }
    faults.finish(inputs)
}

fn disease(name: String, columns: Vec<BySexAge>) -> DiseaseTable {
    let mut columns = columns.into_iter();
    let mut next = || columns.next().unwrap_or_default();
    let mut disease = DiseaseTable {
        name,
        incidence_rate: next(),
        remission_rate: next(),
        case_fatality_rate: next(),
        prevalence_share: next(),
        disability_rate: next(),
    };
    // A file may end at 109: then nothing else is known of the last age.
    for row in &mut disease.prevalence_share {
        if row.get(LAST_AGE).is_some_and(|share| share.is_nan()) {
            row[LAST_AGE] = row[LAST_AGE - 1];
        }
    }
    disease
}

/// Rows that are not there have nobody in them.
fn or_nobody(mut people: BySexAge) -> BySexAge {
    people.iter_mut().flatten().filter(|value| value.is_nan()).for_each(|value| *value = 0.0);
    people
}

fn disease_files(folder: &Path, faults: &mut Faults) -> Vec<(String, std::path::PathBuf)> {
    if !folder.exists() {
        return Vec::new();
    }
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            faults.extend(files::unreadable(folder, &error));
            return Vec::new();
        }
    };
    let mut found: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv")))
        .filter_map(|path| Some((path.file_stem()?.to_str()?.to_string(), path)))
        .collect();
    found.sort();
    found
}

/// Reads `sex,age` and the named columns of a file into arrays; cells without a row are NaN.
fn read_rates(path: &Path, columns: &[&str], faults: &mut Faults) -> Option<Vec<BySexAge>> {
    let table = match Table::read(path, b',') {
        Ok(table) => table,
        Err(found) => {
            faults.extend(found);
            return None;
        }
    };
    let name = path.display().to_string();
    let before = faults.len();
    let wanted: Vec<&str> = ["sex", "age"].iter().chain(columns).copied().collect();
    check_header(&name, &table.header, &wanted, faults);
    if faults.len() > before {
        return None;
    }
    let at = |column: &str| table.header.iter().position(|known| known == column).unwrap_or(0);
    let hole = || [vec![f64::NAN; AGES], vec![f64::NAN; AGES]];
    let mut arrays: Vec<BySexAge> = columns.iter().map(|_| hole()).collect();
    let mut seen = [[false; AGES]; 2];
    for (row, line) in table.rows.iter().zip(&table.lines) {
        let place = format!("{name}, line {line}");
        let text = |column: &str| row.get(at(column)).map_or("", String::as_str);
        let Some((sex, age)) = read_key(&place, text("sex"), text("age"), faults) else { continue };
        if std::mem::replace(&mut seen[sex.index()][age], true) {
            faults.add(&place, format!("{sex}, {age}"), "this sex and age stands twice");
        }
        for (array, column) in arrays.iter_mut().zip(columns) {
            array[sex.index()][age] = read_value(&format!("{place}, {column}"), column, text(column), faults);
        }
    }
    Some(arrays)
}

fn check_header(name: &str, header: &[String], wanted: &[&str], faults: &mut Faults) {
    for column in wanted {
        if !header.iter().any(|known| known == column) {
            faults.add(format!("{name}, line 1"), header.join(","), format!("the column {column} is missing"));
        }
    }
    for (position, column) in header.iter().enumerate() {
        if !wanted.contains(&column.as_str()) {
            faults.add(format!("{name}, line 1"), column, format!("unknown column; known here: {}", wanted.join(", ")));
        }
        if header.iter().take(position).any(|earlier| earlier == column) {
            faults.add(format!("{name}, line 1"), column, "this column stands twice");
        }
    }
}

fn read_key(place: &str, sex: &str, age: &str, faults: &mut Faults) -> Option<(Sex, usize)> {
    let sex_read = Sex::parse(sex);
    if sex_read.is_none() {
        faults.add(format!("{place}, sex"), format!("\"{sex}\""), "must be female or male");
    }
    let age_read = age.parse::<usize>().ok().filter(|age| *age <= LAST_AGE);
    if age_read.is_none() {
        faults.add(format!("{place}, age"), format!("\"{age}\""), "must be a whole age from 0 to 110");
    }
    Some((sex_read?, age_read?))
}

fn read_value(place: &str, column: &str, text: &str, faults: &mut Faults) -> f64 {
    let Ok(value) = text.parse::<f64>() else {
        faults.add(place, format!("\"{text}\""), "must be a number with a decimal point");
        return 0.0;
    };
    let share = matches!(column, "prevalence_share" | "disability_rate");
    if !value.is_finite() || value < 0.0 {
        faults.add(place, value, "must be 0 or more");
    } else if share && value > 1.0 {
        faults.add(place, value, "must be between 0 and 1");
    }
    value
}

/// Every age a cohort will live through needs rates.
fn check_complete(dir: &Path, inputs: &LifeTableInputs, faults: &mut Faults) {
    for sex in SEXES {
        let s = sex.index();
        let Some(youngest) = inputs.population[s].iter().position(|people| *people > 0.0) else { continue };
        let missing = |rates: &BySexAge| (youngest.min(LAST_AGE - 1)..LAST_AGE).find(|age| rates[s][*age].is_nan());
        if let Some(age) = missing(&inputs.mortality_rate) {
            faults.add(
                dir.join("population.csv").display().to_string(),
                format!("{sex}, {age}"),
                "no row for this sex and age, and a cohort lives through it",
            );
        }
        for disease in &inputs.diseases {
            if let Some(age) = missing(&disease.incidence_rate) {
                faults.add(
                    dir.join(format!("diseases/{}.csv", disease.name)).display().to_string(),
                    format!("{sex}, {age}"),
                    "no row for this sex and age, and a cohort lives through it",
                );
            }
        }
    }
    if inputs.population.iter().flatten().all(|people| *people <= 0.0) {
        faults.add(
            dir.join("population.csv").display().to_string(),
            "",
            "nobody is alive: no row has a population above 0",
        );
    }
}

fn read_changes(changes: &[String], inputs: &LifeTableInputs) -> Result<Change, Faults> {
    let mut faults = Faults::new();
    let mut change = Change { mortality: 1.0, diseases: vec![DiseaseChange::NONE; inputs.diseases.len()] };
    let mut seen: Vec<&str> = Vec::new();
    for text in changes {
        let Some((key, factor)) = text.split_once('=') else {
            faults.add("--change", text, "must be KEY=FACTOR");
            continue;
        };
        if seen.contains(&key) {
            faults.add("--change", key, "this key is given twice");
        }
        seen.push(key);
        match factor.parse::<f64>() {
            Ok(factor) if factor.is_finite() && factor >= 0.0 => {
                set_factor(key, factor, inputs, &mut change, &mut faults)
            }
            _ => faults.add(format!("--change {key}"), factor, "the factor must be a number, 0 or more"),
        }
    }
    faults.finish(change)
}

fn set_factor(key: &str, factor: f64, inputs: &LifeTableInputs, change: &mut Change, faults: &mut Faults) {
    if key == "mortality" {
        change.mortality = factor;
        return;
    }
    let found = key.rsplit_once('.').and_then(|(name, rate)| {
        let index = inputs.diseases.iter().position(|disease| disease.name == name)?;
        let disease = change.diseases.get_mut(index)?;
        match rate {
            "incidence" => Some(&mut disease.incidence),
            "remission" => Some(&mut disease.remission),
            "case_fatality" => Some(&mut disease.case_fatality),
            _ => None,
        }
    });
    match found {
        Some(target) => *target = factor,
        None => {
            let names: Vec<&str> = inputs.diseases.iter().map(|disease| disease.name.as_str()).collect();
            faults.add(
                "--change",
                key,
                format!(
                    "must be mortality, or NAME.incidence, NAME.remission, NAME.case_fatality with NAME one of: {}",
                    names.join(", ")
                ),
            );
        }
    }
}

/// Builds the output text row by row.
struct Writer {
    format: TableFormat,
    names: Vec<String>,
    text: String,
    rows: usize,
}

impl Writer {
    fn new(format: TableFormat, inputs: &LifeTableInputs) -> Writer {
        let mut names: Vec<String> = ["sex", "start_age", "year", "age"].map(String::from).to_vec();
        for side in ["base", "changed"] {
            names.extend(SIDE.iter().map(|name| format!("{name}_{side}")));
        }
        for disease in &inputs.diseases {
            names.extend(["base", "changed"].map(|side| format!("{}_prevalence_{side}", disease.name)));
        }
        let text = match format {
            TableFormat::Csv => format!("{}\n", names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(",")),
            TableFormat::Json => "[".to_string(),
        };
        Writer { format, names, text, rows: 0 }
    }

    fn row(&mut self, row: &CohortYear<'_>) {
        let sides = [row.base, row.changed].into_iter().flat_map(numbers);
        let prevalence = row.prevalence.iter().flat_map(|(base, changed)| [*base, *changed]);
        let values = sides.chain(prevalence);
        // Writing to a String cannot fail.
        match self.format {
            TableFormat::Csv => {
                let _ = write!(self.text, "{},{},{},{}", row.sex, row.start_age, row.year, row.age);
                for value in values {
                    let _ = write!(self.text, ",{value:.16e}");
                }
                self.text.push('\n');
            }
            TableFormat::Json => {
                let mark = if self.rows == 0 { "\n" } else { ",\n" };
                let _ = write!(
                    self.text,
                    "{mark}{{\"sex\":\"{}\",\"start_age\":{},\"year\":{},\"age\":{}",
                    row.sex, row.start_age, row.year, row.age
                );
                for (name, value) in self.names.iter().skip(4).zip(values) {
                    let name = serde_json::Value::String(name.clone());
                    let _ = write!(self.text, ",{name}:{value:.16e}");
                }
                self.text.push('}');
            }
        }
        self.rows += 1;
    }

    fn finish(mut self) -> String {
        if self.format == TableFormat::Json {
            self.text.push_str("\n]\n");
        }
        self.text
    }
}

/// A CSV cell: quoted where its text would break the row.
fn quoted(name: &str) -> String {
    if name.contains([',', '"', '\n']) { format!("\"{}\"", name.replace('"', "\"\"")) } else { name.to_string() }
}

fn numbers(side: Side) -> [f64; 6] {
    [side.alive, side.deaths, side.person_years, side.healthy_years, side.mortality_rate, side.disability_rate]
}
