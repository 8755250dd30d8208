//! What follows from the sums of all chains: demand for beds, capacity, people waiting, ledgers; and what is written out.

use super::Sums;
use crate::draws::{COST, UTILITY};
use crate::lane::Lane;
use crate::tables::{Moment, Tables};
use crate::{DISEASES, OUTPUTS, PAYERS, SERIES, TIMES, YEARS};

/// Capacity and money as a year begins.
struct State<L> {
    capacity: L,
    waiting: L,
    ledger: [L; PAYERS],
    lived: L,
}

/// What a case costs and takes away.
struct Worth<L> {
    cost: [L; DISEASES],
    loss: [L; DISEASES],
    programmes: f64,
}

/// Writes the draws of a block, as many as `out` has room for.
pub fn write<L: Lane>(t: &Tables, sums: &[Sums<L>; TIMES], factor: &impl Fn(usize) -> L, out: &mut [f64]) {
    let zero = L::all(0.0);
    let (capacity, waiting) = (L::all(t.capacity_start), L::all(t.waiting_start));
    let mut state = State { capacity, waiting, ledger: [zero; PAYERS], lived: zero };
    let worth = Worth {
        cost: std::array::from_fn(|d| L::all(t.case_cost[d]) * factor(COST + d)),
        loss: std::array::from_fn(|d| L::all(t.utility_loss[d]) * factor(UTILITY + d)),
        programmes: t.programmes_cost(),
    };
    for (year, sums) in sums.iter().enumerate() {
        let demand = sum(std::array::from_fn::<L, DISEASES, _>(|d| sums.cases[d] * L::all(t.bed_days[d] / 365.0)));
        let row = row(sums, demand, &state);
        for (lane, draw) in out.chunks_exact_mut(SERIES).enumerate() {
            for (number, values) in draw[year * OUTPUTS..][..OUTPUTS].iter_mut().zip(&row) {
                *number = values.lane(lane);
            }
        }
        if year < YEARS {
            state.move_on(t, t.at(year as f64), sums, demand, &worth);
        }
    }
}

/// The outputs of a point in time, in the order of README.md.
fn row<L: Lane>(sums: &Sums<L>, demand: L, state: &State<L>) -> [L; OUTPUTS] {
    let mut row = [sums.people; OUTPUTS];
    row[1] = sum(sums.deaths);
    row[2..10].copy_from_slice(&sums.cases);
    row[10..15].copy_from_slice(&sums.deaths);
    row[15..].copy_from_slice(&[demand, state.capacity, state.waiting, sum(state.ledger), state.lived]);
    row
}

impl<L: Lane> State<L> {
    fn move_on(&mut self, t: &Tables, now: Moment, sums: &Sums<L>, demand: L, worth: &Worth<L>) {
        let (zero, discount) = (L::all(0.0), L::all(now.discount));
        let unmet = (demand - self.capacity).larger(zero);
        let cleared = (self.waiting * L::all(0.5)).smaller((self.capacity - demand).larger(zero));
        let cost: [L; DISEASES] = std::array::from_fn(|d| sums.cases[d] * worth.cost[d]);
        for y in 0..PAYERS {
            let fixed = L::all(t.payer_programme[y] * worth.programmes * now.ramp);
            let mut spent = fixed + L::all(t.payer_waiting[y]) * self.waiting;
            for d in 0..DISEASES {
                spent = spent + L::all(t.payer_share[y][d]) * cost[d];
            }
            self.ledger[y] = self.ledger[y] + spent * discount;
        }
        let mut utility = sums.utility;
        for d in 0..DISEASES {
            utility = utility - sums.cases[d] * worth.loss[d];
        }
        self.lived = self.lived + utility * discount;
        self.capacity = self.capacity + (L::all(now.capacity) - self.capacity) * L::all(1.0 / t.capacity_delay);
        self.waiting = self.waiting + unmet - cleared;
    }
}

fn sum<L: Lane, const N: usize>(all: [L; N]) -> L {
    all.into_iter().fold(L::all(0.0), |sum, each| sum + each)
}
