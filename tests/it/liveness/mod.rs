//! Every figure moves something, or is on a list that says why not; and what a series says stands behind it, does.

mod columns;
mod parameters;
mod place_figures;
mod what_if;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use headwater::inputs::evidence::Evidence;
use headwater::inputs::node::Node;
use headwater::inputs::place::{Area, Place};
use headwater::model::baseline;
use headwater::model::tables::Tables;
use headwater::strata::{BANDS, QUINTILES, SEXES};
use headwater::value::outcomes::{Outcomes, Selection, Series};

use crate::support::nodes::{at, entries, items, remove, set};
use crate::support::shipped;

/// Years of a run that shows what a figure moves: across one published year of the projection.
const YEARS: usize = 4;

/// Slough's council returns are of an earlier year, so that the deflator has something to do.
const SLOUGH: &str = "E06000039";

/// One place, two places joined, the country, and the two joined without projections (where the base year is all there is).
fn areas() -> Vec<Area> {
    let unprojected = |code| Place { projection: None, ..shipped::place(code) };
    vec![
        shipped::area(&[shipped::OLDHAM]),
        shipped::area(&[shipped::OLDHAM, SLOUGH]),
        shipped::area(&[shipped::ENGLAND]),
        Area::join(vec![unprojected(shipped::OLDHAM), unprojected(SLOUGH)]).unwrap_or_else(|faults| panic!("{faults}")),
    ]
}

/// The same areas on these tables.
fn runs(areas: &[Area], tables: &Tables) -> Vec<Outcomes> {
    areas.iter().map(|area| baseline::run(area, tables, YEARS)).collect()
}

fn shipped_runs() -> &'static [Outcomes] {
    static RUNS: LazyLock<Vec<Outcomes>> = LazyLock::new(|| runs(&areas(), shipped::tables()));
    &RUNS
}

/// Series that differ from the shipped run anywhere: by more than rounding, in any area, year, sex, band or fifth.
fn moved(changed: &[Outcomes]) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for (before, after) in shipped_runs().iter().zip(changed) {
        for (one, other) in before.series.iter().zip(&after.series) {
            assert_eq!(one.info.id, other.info.id);
            if differs(one, other) {
                ids.insert(one.info.id.clone());
            }
        }
    }
    ids
}

/// Far above the rounding of a sum in another order, far below what a change of one in a thousand does.
const NOISE: f64 = 1e-10;

fn differs(one: &Series, other: &Series) -> bool {
    (0..YEARS).any(|year| {
        selections().any(|selection| match (one.value(year, selection), other.value(year, selection)) {
            (Some(a), Some(b)) => (a - b).abs() > NOISE * a.abs(),
            (a, b) => a.is_some() != b.is_some(),
        })
    })
}

/// Everything a series may hold: all cells, each sex, each sex and fifth, the total.
fn selections() -> impl Iterator<Item = Selection> {
    let sexes = || SEXES.into_iter().map(Some).chain([None]);
    let bands = || (0..BANDS).map(Some).chain([None]);
    let fifths = || (0..QUINTILES).map(Some).chain([None]);
    sexes().flat_map(move |sex| {
        bands().flat_map(move |band| fifths().map(move |quintile| Selection { sex, band, quintile }))
    })
}

/// The tables of the shipped evidence after a change to the pack. The range is taken off a changed figure, so that any
/// value of its kind will do.
fn tables_after(change: impl FnOnce(&mut Node)) -> Tables {
    let mut pack = shipped::pack_node();
    change(&mut pack);
    let evidence = Evidence::from_node(&pack).unwrap_or_else(|faults| panic!("{faults}"));
    Tables::new(&evidence).unwrap_or_else(|faults| panic!("{faults}"))
}

/// Moves parameters a little: 1% down, or 0.001 up from nothing. Every kind of figure has room for one of them.
fn nudge_parameters(pack: &mut Node, wanted: impl Fn(&str) -> bool) -> usize {
    // What has no range any more cannot be drawn together.
    set(pack, "correlation", Node::List(Vec::new()));
    let fixed = Node::Map(vec![("fixed".into(), Node::Text("nudged by a test".into()))]);
    let mut nudged = 0;
    for record in items(at(pack, "parameter")) {
        let Some(Node::Text(id)) = record.get("id") else { panic!("a parameter without id") };
        if !wanted(id) {
            continue;
        }
        let Some(Node::Number(value)) = record.get("value") else { panic!("a parameter without value") };
        let value = if *value == 0.0 { 0.001 } else { value * 0.99 };
        set(record, "value", Node::Number(value));
        set(record, "uncertainty", fixed.clone());
        if record.get("not_drawn").is_some() {
            remove(record, "not_drawn");
        }
        nudged += 1;
    }
    nudged
}

/// Moves the numbers of columns a little, rows unequally: where only ratios count, an equal change would cancel.
fn nudge_columns(pack: &mut Node, wanted: impl Fn(&str, &str) -> bool) -> usize {
    let mut nudged = 0;
    for table in items(at(pack, "table")) {
        let Some(Node::Text(id)) = table.get("id").cloned() else { panic!("a table without id") };
        for (name, column) in entries(at(table, "rows")) {
            let Node::List(cells) = column else { continue };
            if !wanted(&id, name) {
                continue;
            }
            for (row, cell) in cells.iter_mut().enumerate() {
                if let Node::Number(value) = cell {
                    *value *= 1.0 - 0.002 * f64::from(u8::try_from(row % 5).unwrap() + 1);
                }
            }
            nudged += 1;
        }
    }
    nudged
}

/// Series that name an id among what stands behind them.
fn named_behind(id: &str) -> BTreeSet<String> {
    let behind = |series: &&Series| series.info.basis.iter().any(|basis| basis == id);
    shipped_runs()[0].series.iter().filter(behind).map(|series| series.info.id.clone()).collect()
}

/// Fails unless a change moved something, and exactly the series that name it.
#[track_caller]
fn assert_honest(id: &str, changed: &[Outcomes]) {
    let (moved, named) = (moved(changed), named_behind(id));
    assert!(!moved.is_empty(), "{id} moves nothing");
    let silent: Vec<_> = moved.difference(&named).collect();
    let idle: Vec<_> = named.difference(&moved).collect();
    assert!(
        silent.is_empty() && idle.is_empty(),
        "{id} moves {silent:?}, which do not name it; and is named by {idle:?}, which it does not move"
    );
}
