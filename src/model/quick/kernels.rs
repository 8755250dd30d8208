//! How much of an effect is alive by years since people were counted, in eight futures; and how many people that makes.

use std::ops::Range;

use super::block::Table;
use super::lanes::{LANES, Lanes, ZERO};
use crate::strata::QUINTILES;

/// People in effect had nobody died, and the same times the years since they were counted, by fifth.
pub type Size = [[Lanes; QUINTILES]; 2];

/// Shares by years since, and their running sums.
#[derive(Debug, Clone, Default)]
pub struct Kernel {
    shares: Vec<Lanes>,
    /// Sum of the shares of fewer years; the same of shares times years.
    sums: Vec<[Lanes; 2]>,
}

impl Kernel {
    /// Takes the shares that `write` puts down, in the place of those that were here.
    pub fn fill(&mut self, write: impl FnOnce(&mut Vec<Lanes>)) {
        write(&mut self.shares);
        let mut sum = [ZERO; 2];
        self.sums.clear();
        self.sums.push(sum);
        for (n, share) in self.shares.iter().enumerate() {
            #[allow(clippy::cast_precision_loss)] // at most 141
            let years = n as f64;
            for lane in 0..LANES {
                sum[0][lane] += share[lane];
                sum[1][lane] += share[lane] * years;
            }
            self.sums.push(sum);
        }
    }

    /// Takes the shares of another.
    pub fn copy(&mut self, other: &Kernel) {
        self.shares.clone_from(&other.shares);
        self.sums.clone_from(&other.sums);
    }

    /// How many years anything is alive.
    #[must_use]
    pub fn len(&self) -> usize {
        self.shares.len()
    }

    /// Years since people of year `s` were counted that fall into `span`, as far as anything is alive; `lag` years later.
    fn since(&self, span: &Range<usize>, lag: usize, s: usize) -> Range<usize> {
        let at = |year: usize| year.saturating_sub(lag + s).min(self.len());
        at(span.start)..at(span.end)
    }

    /// People of all years in effect in a span of years, `lag` years after: how many, and times years since.
    #[must_use]
    pub fn size(&self, people: &Table, span: &Range<usize>, lag: usize) -> Size {
        let mut size = [[ZERO; QUINTILES]; 2];
        let starts = self.starts(people.len(), span, lag);
        for quintile in 0..QUINTILES {
            let (mut all, mut since) = (ZERO, ZERO);
            for s in starts.clone() {
                let (people, years) = (&people[s][quintile], self.since(span, lag, s));
                if years.len() == 1 {
                    #[allow(clippy::cast_precision_loss)] // at most 141
                    let (share, n) = (&self.shares[years.start], years.start as f64);
                    for lane in 0..LANES {
                        let own = people[lane] * share[lane];
                        all[lane] += own;
                        since[lane] += own * n;
                    }
                } else {
                    let (low, high) = (&self.sums[years.start], &self.sums[years.end]);
                    for lane in 0..LANES {
                        all[lane] += people[lane] * (high[0][lane] - low[0][lane]);
                        since[lane] += people[lane] * (high[1][lane] - low[1][lane]);
                    }
                }
            }
            (size[0][quintile], size[1][quintile]) = (all, since);
        }
        size
    }

    /// Adds what the people of all years in effect in a span answer, `per_person` by year of being counted.
    pub fn answer(
        &self,
        people: &Table,
        per_person: &[[f64; QUINTILES]],
        span: &Range<usize>,
        sums: &mut [Lanes; QUINTILES],
    ) {
        let starts = self.starts(people.len().min(per_person.len()), span, 0);
        for (quintile, sums) in sums.iter_mut().enumerate() {
            let mut sum = *sums;
            for s in starts.clone() {
                let (people, each, years) = (&people[s][quintile], per_person[s][quintile], self.since(span, 0, s));
                if years.len() == 1 {
                    let share = &self.shares[years.start];
                    for lane in 0..LANES {
                        sum[lane] += people[lane] * share[lane] * each;
                    }
                } else {
                    let (low, high) = (&self.sums[years.start], &self.sums[years.end]);
                    for lane in 0..LANES {
                        sum[lane] += people[lane] * (high[0][lane] - low[0][lane]) * each;
                    }
                }
            }
            *sums = sum;
        }
    }

    /// Years of being counted of which anything is alive in a span.
    fn starts(&self, people: usize, span: &Range<usize>, lag: usize) -> Range<usize> {
        let to = span.end.saturating_sub(lag).min(people);
        let from = (span.start + 1).saturating_sub(lag + self.len());
        from.min(to)..to
    }
}
