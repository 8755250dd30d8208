//! The common model natively. `common-model measure DRAWS GOES` prints one JSON object of measurements, `common-model central`
//! the central run, a line for each point in time.

use std::hint::black_box;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use common_model::draws::{draws, CENTRAL, FACTORS};
use common_model::lane::Counted;
use common_model::tables::Tables;
use common_model::{lanes, peak, plain, quantiles, OUTPUTS, SERIES, STEPS};

/// Draws in which our way is compared with the plain one.
const COMPARED: usize = 50;
/// Rounds of arithmetic in a measurement.
const ROUNDS: u32 = 2_000_000;
/// How long a go lasts.
const LONG: Duration = Duration::from_millis(150);

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize| words[at].parse::<usize>().expect("a whole number");
    match words.first().map(String::as_str) {
        Some("measure") if words.len() == 3 => measure(number(1), number(2)),
        Some("central") => central(),
        _ => println!("usage: common-model measure DRAWS GOES | central"),
    }
}

fn run_plain(tables: &Tables, factors: &[f64], out: &mut [f64]) {
    for (factors, out) in factors.chunks_exact(FACTORS).zip(out.chunks_exact_mut(SERIES)) {
        plain::run(tables, factors, out);
    }
}

fn central() {
    let mut out = [0.0; SERIES];
    plain::run(&Tables::read(), &CENTRAL, &mut out);
    for row in out.chunks_exact(OUTPUTS) {
        let row: Vec<String> = row.iter().map(|number| format!("{number:e}")).collect();
        println!("{}", row.join(" "));
    }
}

fn measure(count: usize, goes: usize) {
    let tables = Tables::read();
    let factors = draws(count);
    let mut out = vec![0.0; count * SERIES];
    let some = count.min(100);
    let plain = median(goes, || run_plain(&tables, &factors[..some * FACTORS], &mut out[..some * SERIES]));
    let ours = median(goes, || lanes::run(&tables, &factors, &mut out));
    let spread = median(goes, || black_box(quantiles::quantiles(&out)));
    let peak = |groups: u32| {
        let operations = peak::work(groups, ROUNDS);
        operations / median(goes, || black_box(peak::work(groups, ROUNDS)))
    };
    let best = peak::GROUPS.into_iter().map(peak).fold(0.0, f64::max);
    println!(
        r#"{{"plain_ns":{},"ours_ns":{},"quantiles_ms":{},"peak_gflops":{},"operations":{},"difference":{:e}}}"#,
        plain / (some * STEPS) as f64 * 1e9,
        ours / (count * STEPS) as f64 * 1e9,
        spread * 1e3,
        best / 1e9,
        arithmetic(&tables) / STEPS as f64,
        difference(&tables, &factors[..COMPARED.min(count) * FACTORS]),
    );
}

/// Additions, multiplications and divisions of a draw, our way, counted one by one.
fn arithmetic(tables: &Tables) -> f64 {
    let before = Counted::operations();
    lanes::run_one::<Counted>(tables, &CENTRAL, &mut [0.0; SERIES]);
    (Counted::operations() - before) as f64
}

/// The largest relative difference between our way and the plain one. What is small beside the largest value of its series
/// (a millionth) is compared with that.
fn difference(tables: &Tables, factors: &[f64]) -> f64 {
    let count = factors.len() / FACTORS;
    let (mut plain, mut ours) = (vec![0.0; count * SERIES], vec![0.0; count * SERIES]);
    run_plain(tables, factors, &mut plain);
    lanes::run(tables, factors, &mut ours);
    let mut worst: f64 = 0.0;
    for series in 0..OUTPUTS {
        let of = |all: &[f64]| -> Vec<f64> { all.iter().skip(series).step_by(OUTPUTS).copied().collect() };
        let (plain, ours) = (of(&plain), of(&ours));
        let least = plain.iter().fold(0.0, |most: f64, number| most.max(number.abs())) * 1e-6;
        for (plain, ours) in plain.iter().zip(&ours) {
            let apart = (plain - ours).abs() / plain.abs().max(least);
            worst = if apart > worst || apart.is_nan() { apart } else { worst };
        }
    }
    worst
}

/// Seconds of processor time of a task, the middle of a few goes. Systems count processor time in ticks, so a go repeats the
/// task until it is long beside a tick.
fn median<T>(goes: usize, mut task: impl FnMut() -> T) -> f64 {
    let start = Instant::now();
    let mut repeats = 0;
    while start.elapsed() < LONG {
        task();
        repeats += 1;
    }
    let mut times: Vec<f64> = (0..goes)
        .map(|_| {
            let start = used();
            for _ in 0..repeats {
                task();
            }
            (used() - start).as_secs_f64() / f64::from(repeats)
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Processor time of this thread, where the system tells it (Linux); elsewhere the clock on the wall.
fn used() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|text| text.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}
