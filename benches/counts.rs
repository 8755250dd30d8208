//! Nine pieces of the model, each done once, for a program that counts instructions: `npm run bench -- counts`. A count hardly
//! moves on a busy machine, so it shows a change that a clock cannot.
//!
//! * `baseline`: Oldham if nothing changes, thirty years.
//! * `scenario`: the default plan, resolved and run on a ground already worked out but for its course of diseases, twenty years
//!   and on to the end of everybody's life.
//! * `cold`: one baseline of possible futures, and the first few futures made ready on it: what a page waits for once.
//! * `ready`: 64 possible futures made ready where what they share is known: their figures.
//! * `futures`: 64 possible futures of it by the quick engine, resolved before.
//! * `every_shown`, `every_whole`: 64 futures of all programmes over thirty years, of the years shown and of whole lives.
//! * `ranges`: what 1,000 rows say together. The rows are those 64 again and again, each time a little larger: what is counted
//!   is sorting and summing, and real ones would take minutes to make while instructions are counted.
//! * `told`: the same as the page has it, both workers' shares one after the other.

// A benchmark that cannot read its data must stop at once.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::borrow::Cow;
use std::hint::black_box;

use headwater::inputs::evidence::Evidence;
use headwater::inputs::place::{Area, Definitions, Place};
use headwater::model::baseline;
use headwater::model::draws::Draws;
use headwater::model::what_if::plan::Plan;
use headwater::model::what_if::run::{Part, run as simulate};
use headwater::value::answer::{Given, Study};
use headwater::value::ensemble::Ensemble;
use headwater::value::ensemble::quick::Ready;
use headwater::value::ensemble::ranges::ranges;
use headwater::value::ensemble::record::View;
use headwater::value::ensemble::rows::Rows;
use headwater::value::ensemble::told::{shares, tell, width};
use headwater::value::ensemble::worlds::Worlds;
use support::{PLACE, bytes, every_programme};

const PLAN: &str = "presets/shift-1.json";
const BASELINE_YEARS: usize = 30;
const EVERY_YEARS: usize = 30;
const FUTURES: usize = 64;
const COLD: usize = 32;
const ROWS: usize = 1000;
const SEED: u64 = 1;
/// As many as there are workers.
const SHARES: usize = 2;

/// Instructions are counted while this runs, and at no other time. The name of the piece is printed after it: the order of
/// the counts.
#[inline(never)]
fn counted(task: &mut dyn FnMut()) {
    task();
}

fn piece<T>(name: &str, mut task: impl FnMut() -> T) -> T {
    let mut made = None;
    counted(&mut || made = Some(black_box(task())));
    println!("{name}");
    made.expect("a task that ran")
}

/// So many rows made of a few.
fn many(few: &Rows) -> Rows {
    let mut rows = few.clone();
    let again = |column: &mut Vec<f64>| {
        let of = |index: usize| column[index % few.len()] * (1.0 + 1e-4 * (index / few.len()) as f64);
        *column = (0..ROWS).map(of).collect();
    };
    rows.indices = (1..=ROWS).collect();
    rows.columns.iter_mut().for_each(again);
    rows.lines.iter_mut().flat_map(|line| &mut line.columns).for_each(again);
    rows
}

/// Futures of every programme, of the years shown and of whole lives.
fn every(evidence: &Evidence, area: &Area) {
    let scenario = &every_programme(evidence, EVERY_YEARS);
    let study = Study::new(evidence, scenario).expect("a sound study");
    let draws = Draws::new(evidence, SEED, 1..=FUTURES).expect("draws");
    let worlds = &Worlds::new(evidence, scenario, study.tables(), &draws, (0, 1));
    let mut kept = None;
    for set_in_motion in [false, true] {
        let view = View { outcomes: None, fifths: false, ledger: true, set_in_motion };
        let baseline = study.baseline(area);
        let ensemble = Ensemble { area, evidence, scenario, baseline, draws: &draws, worlds, view };
        let mut ready = Ready::on(&ensemble, kept.take()).expect("a sound plan");
        let name = if set_in_motion { "every_whole" } else { "every_shown" };
        piece(name, || ready.run(&ensemble).expect("nothing fails"));
        kept = Some(ready.keep(&ensemble));
    }
}

fn main() {
    let evidence = Evidence::from_pack(&bytes("pack/evidence.json")).expect("a sound pack");
    let definitions = Definitions::from_json(&bytes("data/definitions.json")).expect("sound definitions");
    let place = Place::from_json(&bytes(PLACE), &definitions).expect("a sound place");
    let area = Area::join(vec![place]).expect("one place");
    let given = Given::from_json(&bytes(PLAN), &evidence).expect("a sound scenario");
    let scenario = &given.scenario;
    let study = Study::new(&evidence, scenario).expect("a sound study");
    let draws = Draws::new(&evidence, SEED, 1..=FUTURES).expect("draws");
    let worlds = Worlds::new(&evidence, scenario, study.tables(), &draws, (0, 1));
    let view = || View { outcomes: None, fifths: false, ledger: true, set_in_motion: true };
    let baseline = study.baseline(&area);
    let ensemble =
        Ensemble { area: &area, evidence: &evidence, scenario, baseline, draws: &draws, worlds: &worlds, view: view() };
    let world = worlds.list().first().expect("a world");

    piece("baseline", || baseline::run(&area, study.tables(), BASELINE_YEARS));
    let ground = world.ground(&area);
    piece("scenario", || {
        let plan = Plan::on(Cow::Borrowed(ground), &area, &world.tables, &evidence, scenario).expect("a sound plan");
        simulate(&plan, Part::default()).flows.get("qalys").map_or(0.0, |flow| flow.sum(usize::MAX, 0.0))
    });
    piece("cold", || {
        let draws = Draws::new(&evidence, SEED, 1..=COLD).expect("draws");
        let worlds = Worlds::new(&evidence, scenario, study.tables(), &draws, (0, 4));
        let ensemble = Ensemble { draws: &draws, worlds: &worlds, view: view(), ..ensemble };
        Ready::new(&ensemble).expect("a sound plan").keep(&ensemble)
    });
    // One future first, so that what all share is known, and none of the others is.
    let one = Draws::new(&evidence, SEED, 1..=1).expect("draws");
    let before = Ensemble { draws: &one, view: view(), ..ensemble };
    let mut kept = Some(Ready::new(&before).expect("a sound plan").keep(&before));
    let mut ready = piece("ready", || Ready::on(&ensemble, kept.take()).expect("a sound plan"));
    let few = piece("futures", || ready.run(&ensemble).expect("nothing fails"));
    every(&evidence, &area);
    let rows = many(&few);
    piece("ranges", || ranges(&rows, SEED, evidence.info.start_year));
    let cuts = shares(&rows.blocks, true, SHARES);
    let numbers: Vec<f64> = rows.all_columns().flatten().copied().collect();
    let (second, heads) = (width(&rows, &cuts, 0) * ROWS, [(rows, cuts)]);
    piece("told", || {
        [0, second].map(|begin| {
            let share = usize::from(begin > 0);
            tell(&heads, share, evidence.info.start_year, &mut |_, from, into| {
                into.copy_from_slice(&numbers[begin + from..][..into.len()]);
            })
            .expect("rows that belong together")
        })
    });
}
