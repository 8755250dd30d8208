//! What possible futures cost, by the exact engine and by the quick one, on one thread: Oldham, 1% of hospital spending by the
//! evidence mix, twenty years and on to the end of everybody's life.
//!
//! * `exact_future`: one future, resolved and run.
//! * `quick_world`: what all futures of one world share; once per place, beliefs and programmes.
//! * `quick_futures`: the same futures by the quick engine, already resolved, as while money moves.
//!
//! Derived figures (a thousand futures, ratios, time per cohort, disease, year and draw) are printed after the measurements, from
//! processor time of a short run of their own.

// A benchmark that cannot read its data must stop at once.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::borrow::Cow;
use std::hint::black_box;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use headwater::inputs::evidence::Evidence;
use headwater::inputs::place::{Area, Definitions, Place};
use headwater::inputs::scenario::Scenario;
use headwater::model::draws::Draws;
use headwater::model::quick::{LANES, Lot, Quick, Route};
use headwater::model::tables::Tables;
use headwater::model::what_if::figures::causal;
use headwater::model::what_if::ground::Ground;
use headwater::model::what_if::plan::Plan;
use headwater::model::what_if::run::{Part, run as simulate};
use headwater::model::what_if::values::Values;
use headwater::value::answer::Given;
use support::{PLACE, bytes};

/// Futures of one world run together.
const FUTURES: usize = 64;

/// Everything a future stands on.
struct Stand {
    evidence: Evidence,
    tables: Tables,
    area: Area,
    scenario: Scenario,
    ground: Ground,
    draws: Draws,
}

impl Stand {
    fn new() -> Stand {
        let evidence = Evidence::from_pack(&bytes("pack/evidence.json")).expect("a sound pack");
        let definitions = Definitions::from_json(&bytes("data/definitions.json")).expect("sound definitions");
        let place = Place::from_json(&bytes(PLACE), &definitions).expect("a sound place");
        let area = Area::join(vec![place]).expect("one place");
        let tables = Tables::new(&evidence).expect("complete tables");
        let scenario = Given::from_json(&bytes("presets/shift-1.json"), &evidence).expect("a sound scenario").scenario;
        let draws = Draws::new(&evidence, 1, 1..=FUTURES).expect("draws");
        let ground = Ground::new(&area, &tables);
        Stand { evidence, tables, area, scenario, ground, draws }
    }

    /// The plan in a draw, 0 for central values; all stand on the central trend of mortality.
    fn plan(&self, index: usize) -> Plan<'_> {
        let draw = self.draws.row(index).filter(|_| index > 0);
        let ground = Cow::Borrowed(&self.ground);
        Plan::in_future(draw, ground, &self.area, &self.tables, &self.evidence, &self.scenario).expect("a sound plan")
    }

    fn exact(&self, index: usize) -> f64 {
        sum(&simulate(&self.plan(index), Part::default()))
    }

    fn world(&self) -> Quick {
        Quick::new(&self.plan(0), &self.evidence)
    }

    /// Plans and figures, eight by eight.
    fn eights(&self, quick: &Quick) -> Vec<(Vec<Plan<'_>>, Lot)> {
        let eight = |first: usize| {
            let plans: Vec<Plan<'_>> = (first..first + LANES).map(|index| self.plan(index)).collect();
            let causal = std::array::from_fn(|lane| {
                let values = Values::new(&self.evidence, &self.tables, &self.scenario);
                causal(&mut values.in_future(self.draws.row(first + lane)))
            });
            let mut lot = quick.lot(false);
            quick.fill(&mut lot, &std::array::from_fn(|lane| &plans[lane]), &causal);
            (plans, lot)
        };
        (1..=FUTURES).step_by(LANES).map(eight).collect()
    }
}

fn sum(run: &headwater::model::what_if::run::WhatIf) -> f64 {
    run.flows.get("qalys").map_or(0.0, |flow| flow.sum(usize::MAX, 0.0))
}

fn all(quick: &Quick, eights: &[(Vec<Plan<'_>>, Lot)]) -> f64 {
    let mut run = quick.run(Route::default(), false, true);
    let each = |(plans, lot): &(Vec<Plan<'_>>, Lot)| {
        run.eight(lot, std::array::from_fn(|lane| &plans[lane]), |answer| answer.sheets[0].set_in_motion()[0])
    };
    eights.iter().map(each).sum()
}

fn measure(criterion: &mut Criterion) {
    let stand = Stand::new();
    let quick = stand.world();
    let futures = stand.eights(&quick);
    let mut group = criterion.benchmark_group("ensemble");
    group.sample_size(10).measurement_time(Duration::from_secs(5));
    group.bench_function("exact_future", |bencher| bencher.iter(|| black_box(stand.exact(1))));
    group.bench_function("quick_world", |bencher| bencher.iter(|| black_box(stand.world())));
    group.throughput(Throughput::Elements(FUTURES as u64));
    group.bench_function("quick_futures", |bencher| bencher.iter(|| black_box(all(&quick, &futures))));
    group.finish();
    derived(&stand, &quick, &futures);
}

/// Processor time this thread has used, where the system tells it (Linux); elsewhere the clock on the wall.
fn used() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|text| text.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

/// Least time of a few goes, in seconds.
fn least(mut work: impl FnMut()) -> f64 {
    let goes = (0..7).map(|_| {
        let start = used();
        work();
        (used() - start).as_secs_f64()
    });
    goes.fold(f64::INFINITY, f64::min)
}

fn derived(stand: &Stand, quick: &Quick, futures: &[(Vec<Plan<'_>>, Lot)]) {
    let exact = least(|| {
        black_box(stand.exact(1));
    });
    let one = least(|| {
        black_box(all(quick, futures));
    }) / FUTURES as f64;
    let world = least(|| {
        black_box(stand.world());
    });
    let resolve = least(|| {
        black_box(stand.eights(quick));
    }) / FUTURES as f64;
    let steps = quick.steps() as f64;
    println!("ensemble, derived (least of a few goes)");
    println!("  one exact future                {:9.3} ms", exact * 1e3);
    println!("  one quick future                {:9.3} ms, {:.0} times less", one * 1e3, exact / one);
    println!("  resolving a future              {:9.3} ms", resolve * 1e3);
    println!("  what a world's futures share    {:9.3} ms", world * 1e3);
    println!("  a thousand quick futures        {:9.3} s, resolved before", one * 1e3);
    println!("  per cohort, disease and year    {:9.2} ns a draw, everything in ({steps} steps)", one * 1e9 / steps);
}

criterion_group!(benches, measure);
criterion_main!(benches);
