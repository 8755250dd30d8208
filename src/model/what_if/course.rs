//! The six diseases of a scenario beside those of the baseline, a row of ages at a time.
//!
//! [`BaseCourse`] is what the diseases do if nothing changes. It depends on the evidence alone, not on a place and not on a
//! scenario, so it is worked out once and kept, or, where memory is short, beside each run and forgotten. A scenario then
//! carries only its own side ([`Course`]) and compares.
//!
//! The step is the one of [`crate::model::three_state`], written without branches and over the flat functions of
//! [`crate::math`], so that it becomes vector instructions; the two agree to 1e-12 (`tests/it/oracles/course.rs`). Both sides
//! take the same code path, so a disease that nothing changes differs by exactly 0.
mod base;
mod row;
mod slopes;

pub use base::BaseCourse;
pub use row::RowChange;
pub use slopes::Slopes;

use crate::model::tables::ByAge;
use crate::strata::{AGES, LAST_AGE, QUINTILES};

/// Years followed after the horizon: a newborn of the last year reaches the last age.
pub const TAIL: usize = 111;

/// Every age as it is.
const ALL: ByAge = [1.0; AGES];

/// One row of the scenario's side.
#[derive(Debug, Clone, PartialEq)]
struct Side {
    /// Shares ill by age at the end of even years and of odd years: a year is read from one and written to the other.
    ill: [ByAge; 2],
    /// Below this age, at the end of the year before, everything is as in the baseline.
    lowest: usize,
}

/// The scenario's side of all diseases; empty where nothing has changed yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    ill: Vec<[[Option<Box<Side>>; QUINTILES]; 2]>,
}

impl Course {
    /// Nothing has changed yet.
    #[must_use]
    pub fn new(base: &BaseCourse) -> Course {
        Course { ill: base.rates.iter().map(|_| Default::default()).collect() }
    }

    /// One row, of a sex in which the disease is followed, through year `t` (1 or later) with incidence at each age multiplied by
    /// `keep`, the differences written to `change`; ages below `youngest` are left alone; `nobody_arrives` says that all who are left have been in the last age
    /// for a year or more. False if the row has never been touched and is not now: then nothing is written.
    pub fn year(
        &mut self,
        base: &BaseCourse,
        t: usize,
        (disease, sex, quintile): (usize, usize, usize),
        (youngest, nobody_arrives): (usize, bool),
        keep: Option<&ByAge>,
        change: &mut RowChange,
    ) -> bool {
        let lowest = keep.and_then(|keep| (youngest..AGES).find(|age| keep[*age] != 1.0));
        let own = &mut self.ill[disease][sex][quintile];
        if lowest.is_none() && own.is_none() {
            return false;
        }
        let row = base.row(disease, sex, quintile, base.trend_of(t));
        let (earlier, later) = (base.at_end(t - 1), base.at_end(t));
        let side = own.get_or_insert_with(|| Box::new(Side { ill: [[0.0; AGES]; 2], lowest: AGES }));
        let start = youngest.max(row.first);
        // Whoever is changed is a year older now: below, nothing is, unless it is touched this year.
        let first = (side.lowest + 1).min(lowest.unwrap_or(AGES)).clamp(start, LAST_AGE);
        let [even, odd] = &mut side.ill;
        let (before, now) = if t.is_multiple_of(2) { (odd, even) } else { (even, odd) };
        let at = |states: &base::States| states.at(disease, sex, quintile);
        let base_start = &earlier.ill[at(earlier)];
        let base_end = (&later.ill[at(later)], &later.survival[at(later)]);
        // Each age starts where the one below ended, but for the first of all, and for the last where nobody arrives.
        let starts_at = if nobody_arrives { first } else { first.saturating_sub(1).max(row.first) };
        for age in starts_at..side.lowest {
            before[age] = base_start[age - earlier.from(disease)];
        }
        side.lowest = first;
        for list in [&mut change.ill, &mut change.living, &mut change.dying, &mut change.new] {
            list[youngest.min(first)..first].fill(0.0);
        }
        let keep = keep.filter(|_| lowest.is_some()).unwrap_or(&ALL);
        let from = if first == row.first {
            let (_, one) = row.compare(first, keep[first], (row.entry, row.entry), row.live(first, row.entry));
            change.put(first, one);
            // Those who reach the first age bring its stored prevalence with them.
            (now[first], change.living[first]) = (row.entry, 0.0);
            first + 1
        } else {
            first
        };
        if nobody_arrives {
            row.stay(keep, (before, base_start), now, change);
            return true;
        }
        let (earliest, latest) = (earlier.from(disease), later.from(disease));
        let starts = (&before[from - 1..AGES - 1], &base_start[from - 1 - earliest..AGES - 1 - earliest]);
        let ends = (&base_end.0[from - latest..], &base_end.1[from - latest..]);
        row.compare_all(from, keep, starts, ends, now, change);
        true
    }
}
