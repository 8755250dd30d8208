//! `headwater sweep`: every place with every scenario, in parallel. What is done is kept, so that a run that was stopped
//! carries on where it was.

mod done;
mod parquet_file;

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use headwater::error::Faults;
use headwater::inputs::evidence::Evidence;
use headwater::inputs::place::{Area, ENGLAND};
use headwater::model::tables::Tables;
use headwater::model::what_if::course::BaseCourse;
use headwater::model::what_if::ground::Ground;
use headwater::model::what_if::plan::Plan;
use headwater::model::what_if::run::{Part, run as simulate};
use headwater::value::outcomes::Outcomes;
use headwater::value::report::{self, Input};
use headwater::value::topdown;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::args::{Args, SweepOptions};
use crate::own::{self, Own};
use crate::packs::Root;
use crate::run::{Given, read_scenarios};
use crate::{files, output, progress};
use done::Done;

/// One outcome of one scenario in one place; `None` is not counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Outcome id.
    pub outcome: String,
    /// Unit.
    pub unit: String,
    /// Change in the last year shown.
    pub last_year: Option<f64>,
    /// Change inside the horizon, undiscounted and discounted.
    pub by_horizon: [Option<f64>; 2],
    /// The same followed to the end of everybody's life.
    pub set_in_motion: [Option<f64>; 2],
}

/// All rows of one scenario in one place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// Place code.
    pub place: String,
    /// Place name.
    pub name: String,
    /// Position of the scenario.
    pub scenario: usize,
    /// Outcomes.
    pub rows: Vec<Row>,
}

/// Runs the command.
pub fn run(args: &Args, options: &SweepOptions) -> Result<(), Faults> {
    check_endings(&options.out)?;
    let root = Root::find(args)?;
    let evidence = root.evidence()?;
    let given = read_scenarios(&scenario_files(&root, options)?, None, options.years, &evidence)?;
    check_names(&given)?;
    let areas = areas(&root, options)?;
    let (mut done, kept) = Done::open(&options.out[0], &key(&root, options, &given, &areas)?)?;
    let tables =
        given.iter().map(|given| Tables::for_scenario(&evidence, &given.scenario)).collect::<Result<Vec<_>, _>>()?;
    let courses: Vec<Arc<BaseCourse>> =
        tables.par_iter().map(|tables| Arc::new(BaseCourse::new(&tables.diseases, tables.mortality_trend))).collect();
    let mut todo: Vec<(usize, usize)> =
        (0..areas.len()).flat_map(|area| (0..given.len()).map(move |scenario| (area, scenario))).collect();
    todo.retain(|(area, scenario)| !done.has(&areas[*area].code(), *scenario));
    let all = todo.len();
    todo.truncate(options.limit.unwrap_or(all));
    let bar = progress::bar(todo.len(), "runs");
    todo.par_iter().try_for_each(|(area, scenario)| {
        let ground = Ground::with_course(&areas[*area], &tables[*scenario], Arc::clone(&courses[*scenario]));
        let pair = pair(&areas[*area], ground, &evidence, &tables[*scenario], (&given[*scenario], *scenario))?;
        bar.inc(1);
        kept.keep(pair)
    })?;
    bar.finish_and_clear();
    let mut pairs = done.take(kept);
    if todo.len() < all {
        eprintln!("{} of {} runs are done; the same command carries on", pairs.len(), areas.len() * given.len());
        return Ok(());
    }
    pairs.sort_by(|a, b| (&a.place, a.scenario).cmp(&(&b.place, b.scenario)));
    let scenarios: Vec<(String, String)> =
        given.iter().map(|given| (given.scenario.name.clone(), Own::of(&evidence, &given.scenario).cell())).collect();
    for path in &options.out {
        write(path, &pairs, &scenarios)?;
    }
    done.remove()
}

fn check_endings(paths: &[PathBuf]) -> Result<(), Faults> {
    let mut faults = Faults::new();
    for path in paths {
        if !["csv", "parquet"].contains(&ending(path)) {
            faults.add("--out", path.display(), "must end in .csv or .parquet");
        }
    }
    faults.finish(())
}

fn ending(path: &Path) -> &str {
    path.extension().and_then(|ending| ending.to_str()).unwrap_or("")
}

/// Two scenarios of one name could not be told apart in the table.
fn check_names(given: &[Given]) -> Result<(), Faults> {
    let mut faults = Faults::new();
    for (position, one) in given.iter().enumerate() {
        if given.iter().take(position).any(|other| other.scenario.name == one.scenario.name) {
            faults.add("--scenario", &one.scenario.name, "two scenarios have this name");
        }
    }
    faults.finish(())
}

/// The files named, or every preset.
fn scenario_files(root: &Root, options: &SweepOptions) -> Result<Vec<PathBuf>, Faults> {
    if !options.scenario.is_empty() {
        return Ok(options.scenario.clone());
    }
    let folder = root.path("presets");
    let entries = std::fs::read_dir(&folder).map_err(|error| files::unreadable(&folder, &error))?;
    let mut list: Vec<PathBuf> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| ending(path) == "json").collect();
    list.sort();
    Ok(list)
}

fn areas(root: &Root, options: &SweepOptions) -> Result<Vec<Area>, Faults> {
    let definitions = root.definitions()?;
    let mut codes = options.place.clone();
    if codes.is_empty() {
        codes = root.index()?.into_iter().map(|entry| entry.code).filter(|code| code != ENGLAND).collect();
    }
    codes.par_iter().map(|code| root.area(Some(code), &[], &definitions)).collect()
}

/// Everything a result hangs on, hashed: a kept result of other inputs is never mixed in.
fn key(root: &Root, options: &SweepOptions, given: &[Given], areas: &[Area]) -> Result<String, Faults> {
    use sha2::{Digest, Sha256};
    let mut hash = Sha256::new();
    hash.update(env!("CARGO_PKG_VERSION"));
    hash.update(files::read_bytes(&root.path("pack/evidence.json"))?);
    hash.update(files::read_bytes(&root.path("data/definitions.json"))?);
    for part in areas.iter().flat_map(Area::parts) {
        hash.update(files::read_bytes(&root.path(&format!("data/places/{}.json", part.code)))?);
    }
    for one in given {
        hash.update(one.scenario.name.as_bytes());
        hash.update(one.overlay.to_string());
    }
    hash.update([options.years]);
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

fn pair(
    area: &Area,
    ground: Ground,
    evidence: &Evidence,
    tables: &Tables,
    (given, scenario): (&Given, usize),
) -> Result<Pair, Faults> {
    let plan = Plan::on(Cow::Owned(ground), area, tables, evidence, &given.scenario)?;
    let what_if = simulate(&plan, Part::default());
    // Only differences are written, so no baseline is run.
    let baseline =
        Outcomes { start_year: tables.start_year, years: what_if.years, series: Vec::new(), warnings: Vec::new() };
    let input = Input { evidence, area, plan: &plan, what_if: &what_if, baseline: &baseline };
    let years = what_if.years;
    let mut rows: Vec<Row> = Vec::new();
    for flow in &what_if.flows.list {
        let rate = if flow.money { plan.discount.0 } else { plan.discount.1 };
        let counted = |value: f64| (!report::not_counted(&input, &flow.id)).then_some(value + 0.0);
        rows.push(Row {
            outcome: flow.id.clone(),
            unit: flow.unit.into(),
            last_year: counted(flow.year(years - 1)),
            by_horizon: [counted(flow.sum(years, 0.0)), counted(flow.sum(years, rate))],
            set_in_motion: [counted(flow.sum(usize::MAX, 0.0)), counted(flow.sum(usize::MAX, rate))],
        });
    }
    rows.extend(money(&input));
    Ok(Pair { place: area.code(), name: area.name(), scenario, rows })
}

/// What was moved, used and sent back inside the horizon, and the price of health at which the answer turns, how
/// full beds get (above 1 the plan cannot be run).
fn money(input: &Input<'_>) -> Vec<Row> {
    let row = |outcome: &str, unit: &str, value: Option<f64>| Row {
        outcome: outcome.into(),
        unit: unit.into(),
        last_year: None,
        by_horizon: [value, None],
        set_in_motion: [None, None],
    };
    let moved = topdown::Moved::of(input);
    let returned: f64 = input.what_if.money.iter().map(|money| money.returned).sum();
    let capacity: f64 = input.what_if.money.iter().map(|money| money.capacity).sum();
    let cash: f64 = input.what_if.money.iter().map(|money| money.cash).sum();
    let fullest = input.what_if.occupancy.iter().map(|(_, scenario)| *scenario).fold(0.0, f64::max);
    let price = topdown::bottom_up(input).and_then(topdown::BottomUp::break_even_price);
    vec![
        row("money.cut_gbp", "gbp", Some(moved.cut)),
        row("money.spent_gbp", "gbp", Some(moved.spent)),
        row("money.could_not_be_used_gbp", "gbp", Some(returned)),
        row("money.capacity_freed_gbp", "gbp", Some(capacity)),
        row("money.cash_released_gbp", "gbp", Some(cash)),
        row("break_even_price", "gbp_per_qaly", price),
        row("fullest_beds", "share", Some(fullest)),
    ]
}

/// Columns of the table; the first five and the last are words.
pub const HEADER: [&str; 11] = [
    "place_code",
    "place_name",
    "scenario",
    "outcome",
    "unit",
    "last_year",
    "by_horizon",
    "by_horizon_discounted",
    "set_in_motion",
    "set_in_motion_discounted",
    own::COLUMN,
];

/// A row: words, numbers, words.
pub type Cells<'a> = ([&'a str; 5], [Option<f64>; 5], &'a str);

/// The words and numbers of a row; of each scenario its name and the figures of a reader's own.
pub fn cells<'a>(pair: &'a Pair, row: &'a Row, scenarios: &'a [(String, String)]) -> Cells<'a> {
    let (name, own) = scenarios.get(pair.scenario).map_or(("", ""), |(name, own)| (name.as_str(), own.as_str()));
    let [inside, inside_discounted] = row.by_horizon;
    let [all, all_discounted] = row.set_in_motion;
    (
        [&pair.place, &pair.name, name, &row.outcome, &row.unit],
        [row.last_year, inside, inside_discounted, all, all_discounted],
        own,
    )
}

fn write(path: &Path, pairs: &[Pair], scenarios: &[(String, String)]) -> Result<(), Faults> {
    let bytes = if ending(path) == "parquet" {
        parquet_file::bytes(pairs, scenarios)?
    } else {
        let lines = pairs.iter().flat_map(|pair| pair.rows.iter().map(move |row| cells(pair, row, scenarios)));
        output::csv_bytes(
            &HEADER,
            lines.map(|(words, numbers, own)| {
                let numbers = numbers.into_iter().map(|value| value.map_or(String::new(), |value| value.to_string()));
                words.into_iter().map(str::to_string).chain(numbers).chain([own.to_string()]).collect::<Vec<String>>()
            }),
        )?
    };
    files::write_whole(path, &bytes)
}
