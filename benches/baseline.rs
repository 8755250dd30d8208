//! What a place's baseline costs, and the pieces it is made of.
//!
//! * `load_evidence_and_place`: parse and validate the evidence pack and one place, and make the model's tables: what a
//!   page does when it opens. Aim: under 30 ms.
//! * `baseline_30_years_one_place`: fit the place and run thirty years by sex, fifth and single year of age. Aim: under
//!   10 ms on one core.
//! * `what_if_30_years_all_programmes`: one scenario with all programmes on a ground already worked out, to the horizon and to
//!   the end of everybody's life. Aims: 2 and 4 baselines.
//! * `life_table_all_cohorts`: the life-table engine on 222 cohorts with six diseases, both sides, to age 110.
//! * `exact_disease_step`: one disease's year in one cohort, alone and eight draws side by side.
//!
//! Derived figures (cohort-disease-years per second, shares of a run) are printed after the measurements, from the processor
//! time of a short run of their own, so that they also hold on a busy machine; criterion's are times on the wall.

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
use headwater::model::baseline;
use headwater::model::life_table::{self, BySexAge, Change, DiseaseChange, DiseaseTable, LifeTableInputs};
use headwater::model::tables::{DiseaseRates, Tables};
use headwater::model::three_state::{Hazards, State, advance};
use headwater::model::what_if::ground::Ground;
use headwater::model::what_if::plan::Plan;
use headwater::model::what_if::run::{Part, run as simulate};
use headwater::strata::{AGES, LAST_AGE, QUINTILES};
use support::{PLACE, bytes, every_programme};

const YEARS: usize = 30;
/// Disease steps in a row, so that one measurement is far above the clock's own cost.
const STEPS: usize = 10_000;

/// The three documents a page loads.
struct Documents {
    evidence: Vec<u8>,
    definitions: Vec<u8>,
    place: Vec<u8>,
}

impl Documents {
    fn read() -> Documents {
        Documents {
            evidence: bytes("pack/evidence.json"),
            definitions: bytes("data/definitions.json"),
            place: bytes(PLACE),
        }
    }

    fn load(&self) -> (Tables, Area) {
        let evidence = Evidence::from_pack(&self.evidence).expect("a sound pack");
        let definitions = Definitions::from_json(&self.definitions).expect("sound definitions");
        let place = Place::from_json(&self.place, &definitions).expect("a sound place");
        (Tables::new(&evidence).expect("complete tables"), Area::join(vec![place]).expect("one place"))
    }
}

/// A scenario ready to run again and again, as behind a lever.
struct Lever<'a> {
    documents: &'a Documents,
    tables: &'a Tables,
    area: &'a Area,
    evidence: Evidence,
    scenario: Scenario,
    ground: Ground,
}

impl<'a> Lever<'a> {
    fn new(documents: &'a Documents, tables: &'a Tables, area: &'a Area) -> Lever<'a> {
        let evidence = Evidence::from_pack(&documents.evidence).expect("a sound pack");
        let scenario = every_programme(&evidence, YEARS);
        Lever { documents, tables, area, evidence, scenario, ground: Ground::new(area, tables) }
    }

    /// One move of the lever: the scenario resolved and run.
    fn pull(&self, horizon_only: bool) -> f64 {
        let ground = Cow::Borrowed(&self.ground);
        let plan = Plan::on(ground, self.area, self.tables, &self.evidence, &self.scenario).expect("a sound plan");
        let what_if = simulate(&plan, Part { horizon_only, ..Part::default() });
        what_if.flows.get("qalys").map_or(0.0, |flow| flow.sum(usize::MAX, 0.0))
    }
}

/// England's own rates as life tables: a cohort at every age of both sexes, the six diseases of the middle fifth.
fn life_tables(tables: &Tables) -> LifeTableInputs {
    let both = |sex_age: &[[f64; AGES]; 2]| -> BySexAge { [sex_age[0].to_vec(), sex_age[1].to_vec()] };
    let disease = |rates: &DiseaseRates| {
        let middle =
            |cells: &[[[f64; AGES]; QUINTILES]; 2]| -> BySexAge { [cells[0][2].to_vec(), cells[1][2].to_vec()] };
        DiseaseTable {
            name: rates.id.clone(),
            incidence_rate: middle(&rates.incidence_rate),
            remission_rate: middle(&rates.remission_rate),
            case_fatality_rate: middle(&rates.case_fatality_rate),
            prevalence_share: middle(&rates.stored_prevalence),
            disability_rate: [vec![0.01; AGES], vec![0.01; AGES]],
        }
    };
    LifeTableInputs {
        population: [vec![1000.0; AGES], vec![1000.0; AGES]],
        mortality_rate: both(&tables.mortality),
        disability_rate: [vec![0.2; AGES], vec![0.2; AGES]],
        diseases: tables.diseases.iter().map(disease).collect(),
    }
}

/// Every disease a little less.
fn less(inputs: &LifeTableInputs) -> Change {
    let change = DiseaseChange { incidence: 0.95, ..DiseaseChange::NONE };
    Change { mortality: 1.0, diseases: vec![change; inputs.diseases.len()] }
}

fn life_years(inputs: &LifeTableInputs, change: &Change) -> f64 {
    let mut years = 0.0;
    life_table::run(inputs, change, LAST_AGE, |row| years += row.changed.person_years).expect("a possible change");
    years
}

/// `STEPS` years of one disease in one cohort, `W` draws side by side.
fn steps<const W: usize>() -> f64 {
    let hazards = Hazards {
        incidence: std::array::from_fn(|lane| 0.004 + 1e-5 * lane as f64),
        remission: [0.01; W],
        case_fatality: [0.08; W],
    };
    let mut state = State::with_prevalence([0.03; W]);
    let mut survived = 0.0;
    for _ in 0..STEPS {
        survived += advance(black_box(&hazards), &mut state).survival_share[0];
    }
    survived
}

fn measure(c: &mut Criterion) {
    let documents = Documents::read();
    c.bench_function("load_evidence_and_place", |b| b.iter(|| black_box(documents.load())));
    let (tables, area) = documents.load();
    c.bench_function("baseline_30_years_one_place", |b| b.iter(|| baseline::run(black_box(&area), &tables, YEARS)));
    let lever = Lever::new(&documents, &tables, &area);
    c.bench_function("what_if_30_years_all_programmes", |b| b.iter(|| lever.pull(false)));
    let inputs = life_tables(&tables);
    let change = less(&inputs);
    c.bench_function("life_table_all_cohorts", |b| b.iter(|| life_years(black_box(&inputs), &change)));
    let mut group = c.benchmark_group("exact_disease_step");
    group.throughput(Throughput::Elements(STEPS as u64));
    group.bench_function("one_draw", |b| b.iter(steps::<1>));
    group.throughput(Throughput::Elements(8 * STEPS as u64));
    group.bench_function("eight_draws", |b| b.iter(steps::<8>));
    group.finish();
    derive(&lever, &inputs, &change);
}

/// Processor time this thread has used, where the system tells it (Linux); elsewhere the clock on the wall.
fn used() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|text| text.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

/// Seconds a task takes on one core, from half a second of it: a busy machine does not count.
fn seconds<T>(mut task: impl FnMut() -> T) -> f64 {
    let start = used();
    let mut runs = 0;
    while used() - start < Duration::from_millis(500) {
        for _ in 0..10 {
            black_box(task());
        }
        runs += 10;
    }
    (used() - start).as_secs_f64() / f64::from(runs)
}

/// Prints what the measurements mean: counts per second and shares.
fn derive(lever: &Lever<'_>, inputs: &LifeTableInputs, change: &Change) {
    let Lever { documents, tables, area, .. } = lever;
    let load = seconds(|| documents.load());
    let run = seconds(|| baseline::run(area, tables, YEARS));
    let ground = seconds(|| Ground::new(area, tables));
    let (horizon, whole) = (seconds(|| lever.pull(true)), seconds(|| lever.pull(false)));
    let table = seconds(|| life_years(inputs, change));
    let step = seconds(steps::<1>) / STEPS as f64;
    let step_of_eight = seconds(steps::<8>) / (8 * STEPS) as f64;
    // A cohort-disease-year: one disease in one sex, fifth and single age, one year on.
    let tracks: usize =
        tables.diseases.iter().map(|rates| rates.sexes.len() * QUINTILES * (AGES - rates.first_age)).sum();
    let of_run = tracks * YEARS;
    // Ages 0 to 110 at the start, less the first year, in which no disease moves; two sexes, two sides.
    let of_table = inputs.diseases.len() * 2 * 2 * (0..AGES).sum::<usize>();
    println!("\nderived, from processor time on one core");
    println!("  load, parse, validate, tables   {:8.2} ms  (aim: under 30)", load * 1e3);
    println!("  baseline of 30 years            {:8.2} ms  (aim: under 10)", run * 1e3);
    println!("  of which exact disease steps    {:8.0} %", 100.0 * of_run as f64 * step / run);
    println!("  ground of a place, once         {:8.2} ms, {:.2} baselines", ground * 1e3, ground / run);
    println!("  scenario, to the horizon        {:8.2} ms, {:.2} baselines  (aim: 2)", horizon * 1e3, horizon / run);
    println!("  scenario, set in motion         {:8.2} ms, {:.2} baselines  (aim: 4)", whole * 1e3, whole / run);
    println!("  loading costs as much as        {:8.1} baselines", load / run);
    println!("  cohort-disease-years, baseline  {:8.2} million a second ({of_run} a run)", of_run as f64 / run / 1e6);
    println!(
        "  cohort-disease-years, engine    {:8.2} million a second ({of_table} a run)",
        of_table as f64 / table / 1e6
    );
    println!(
        "  one exact disease step          {:8.1} ns; with eight draws side by side {:.1} ns a draw",
        step * 1e9,
        step_of_eight * 1e9
    );
}

criterion_group!(benches, measure);
criterion_main!(benches);
