//! The common model for JavaScript: plain functions, numbers in and out; results are read from the module's memory.

// Names that JavaScript can call count as unsafe, since two of a kind would clash; there is no unsafe code below.
#![allow(unsafe_code)]

use std::cell::RefCell;

use crate::draws::{draws, CENTRAL, FACTORS};
use crate::tables::Tables;
use crate::{lanes, peak, plain, quantiles, SERIES};

struct State {
    tables: Tables,
    factors: Vec<f64>,
    out: Vec<f64>,
    quantiles: Vec<[f64; 3]>,
}

thread_local! {
    static STATE: RefCell<Option<State>> = const { RefCell::new(None) };
}

fn with<T>(task: impl FnOnce(&mut State) -> T) -> T {
    STATE.with(|state| task(state.borrow_mut().as_mut().expect("`prepare` comes first")))
}

/// Draws so many; the central run if 0.
#[no_mangle]
pub extern "C" fn prepare(count: usize) {
    let factors = if count == 0 { CENTRAL.to_vec() } else { draws(count) };
    let out = vec![0.0; factors.len() / FACTORS * SERIES];
    let state = State { tables: Tables::read(), factors, out, quantiles: Vec::new() };
    STATE.with(|held| *held.borrow_mut() = Some(state));
}

/// Runs draws `first` to before `end` our way; gives the address of all numbers.
#[no_mangle]
pub extern "C" fn ours(first: usize, end: usize) -> *const f64 {
    with(|state| {
        let (factors, out) = (first * FACTORS..end * FACTORS, first * SERIES..end * SERIES);
        lanes::run(&state.tables, &state.factors[factors], &mut state.out[out]);
        state.out.as_ptr()
    })
}

/// The same the plain way.
#[no_mangle]
pub extern "C" fn plainly(first: usize, end: usize) -> *const f64 {
    with(|state| {
        for draw in first..end {
            let out = &mut state.out[draw * SERIES..(draw + 1) * SERIES];
            plain::run(&state.tables, &state.factors[draw * FACTORS..(draw + 1) * FACTORS], out);
        }
        state.out.as_ptr()
    })
}

/// Quantiles of all series; gives the address of three for each.
#[no_mangle]
pub extern "C" fn spread() -> *const [f64; 3] {
    with(|state| {
        state.quantiles = quantiles::quantiles(&state.out);
        state.quantiles.as_ptr()
    })
}

/// So many rounds of nothing but arithmetic; gives how many operations that was.
#[no_mangle]
pub extern "C" fn arithmetic(groups: u32, rounds: u32) -> f64 {
    peak::work(groups, rounds)
}
