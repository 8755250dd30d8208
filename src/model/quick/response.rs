//! What follows from deaths that go with hospital spending, by fifth: everybody's cohorts in one table.
//!
//! Such deaths are spread over cohorts by shares that are the same in all futures. So what follows of all of them in a moment is a
//! sum over the moments before it, and the cohorts need to be walked through only once.

use super::footing::{Footing, HospitalStep, Track};
use super::lanes::{Lanes, ZERO, in_lanes};
use crate::strata::QUINTILES;

/// What is answered: deaths, deaths before 75, years not lived, and social care pounds, admissions and attendances in them.
pub const ANSWERS: usize = 6;
/// All answers of one fifth and moment.
pub type HospitalSums = [Lanes; ANSWERS];

/// Answers of one fifth and moment: for each, what one death of each moment up to it makes.
type Past = [Vec<f64>; ANSWERS];

/// Answers to deaths of everybody.
#[derive(Debug, Clone)]
pub struct Response {
    /// By fifth and moment.
    by_fifth: [Vec<Past>; QUINTILES],
}

impl Response {
    /// Walks one death of each moment through the cohorts.
    #[must_use]
    pub fn new(footing: &Footing) -> Response {
        let (moments, count) = (footing.clock.len(), footing.groups.members.len());
        let past = |moment: usize| -> Past { std::array::from_fn(|_| vec![0.0; moment + 1]) };
        let mut by_fifth: [Vec<Past>; QUINTILES] = std::array::from_fn(|_| (0..moments).map(past).collect());
        for (row, track) in footing.hospital.iter().enumerate() {
            let list = &mut by_fifth[row / count % QUINTILES];
            (0..track.steps.len()).for_each(|at| walk(track, at, list));
        }
        Response { by_fifth }
    }

    /// What follows in a moment from `deaths` of all moments up to it. Each death counts once, now instead of then.
    #[must_use]
    pub fn of(&self, quintile: usize, moment: usize, deaths: &[Lanes]) -> HospitalSums {
        let past = &self.by_fifth[quintile][moment];
        let mut sums = [ZERO; ANSWERS];
        for (sum, past) in sums.iter_mut().zip(past) {
            let mut all = ZERO;
            for (deaths, each) in deaths.iter().zip(past) {
                in_lanes!(lane => all[lane] += deaths[lane] * each);
            }
            *sum = all;
        }
        sums
    }
}

/// Follows one cohort's share of one death in the moment of its step number `at`.
fn walk(track: &Track<HospitalStep>, at: usize, list: &mut [Past]) {
    let first = &track.steps[at];
    let then = track.from + at;
    let mut gone = first.share * first.flow.next.1;
    let mut book = |moment: usize, answers: [f64; ANSWERS], people: f64| {
        let own = list[moment].iter_mut().zip(answers);
        own.for_each(|(past, answer)| past[then] += answer * people);
    };
    book(then, first.flow.inflow, first.share);
    for (step, moment) in track.steps[at + 1..].iter().zip(then + 1..) {
        book(moment, step.flow.state, gone);
        gone *= step.flow.next.0;
    }
}
