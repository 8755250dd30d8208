//! How much of an effect is alive by years since people were counted, in eight futures; and how many people that makes.

use std::ops::Range;

use super::lanes::{Lanes, NONE, Singles, ZERO, in_fifths, in_lanes, next_turn, single};
use crate::strata::QUINTILES;

/// People by fifth, and year or moment.
pub type People = Vec<[Singles; QUINTILES]>;

/// People in effect had nobody died, and the same times the years since they were counted, by fifth.
pub type Size = [[Singles; QUINTILES]; 2];

/// People of a series by year of being counted, and the years in which there is anybody.
pub type Counted<'c> = (&'c People, &'c Range<usize>);

/// Shares by years since, and their running sums.
#[derive(Debug, Clone, Default)]
pub struct Kernel {
    shares: Vec<Singles>,
    /// Sum of the shares of fewer years; the same of shares times years.
    sums: Vec<[Lanes; 2]>,
}

impl Kernel {
    /// Takes shares in the place of those that were here. Sums are wanted where moments are longer than a year.
    pub fn fill(&mut self, shares: &[Lanes], with_sums: bool) {
        self.shares.clear();
        self.shares.extend(shares.iter().map(single));
        let mut sum = [ZERO; 2];
        self.sums.clear();
        if !with_sums {
            return;
        }
        self.sums.push(sum);
        for (n, share) in shares.iter().enumerate() {
            #[allow(clippy::cast_precision_loss)] // at most 141
            let years = n as f64;
            in_lanes!(lane => {
                sum[0][lane] += share[lane];
                sum[1][lane] += share[lane] * years
            });
            self.sums.push(sum);
        }
    }

    /// How many years anything is alive.
    #[must_use]
    pub fn len(&self) -> usize {
        self.shares.len()
    }

    /// People of all years in effect in a span of years, `lag` years after: how many, and times years since.
    #[must_use]
    pub fn size(&self, (people, spell): Counted<'_>, span: &Range<usize>, lag: usize) -> Size {
        let mut size = [[NONE; QUINTILES]; 2];
        let starts = self.starts(spell, span, lag);
        for quintile in 0..QUINTILES {
            let (mut all, mut since) = (NONE, NONE);
            if span.len() == 1 {
                for s in starts.clone() {
                    let n = span.start - lag - s;
                    #[allow(clippy::cast_precision_loss)] // at most 141
                    let (people, share, years) = (&people[s][quintile], &self.shares[n], n as f32);
                    in_lanes!(lane => {
                        let own = people[lane] * share[lane];
                        all[lane] += own;
                        since[lane] += own * years
                    });
                }
            } else {
                for s in starts.clone() {
                    let (people, [share, years]) = (&people[s][quintile], self.within(span, lag, s));
                    in_lanes!(lane => {
                        all[lane] += people[lane] * share[lane];
                        since[lane] += people[lane] * years[lane]
                    });
                }
            }
            (size[0][quintile], size[1][quintile]) = (all, since);
        }
        size
    }

    /// Adds what the people of all years in effect in a span answer, `per_person` by year of being counted.
    pub fn answer(
        &self,
        (people, spell): Counted<'_>,
        per_person: &[[f32; QUINTILES]],
        span: &Range<usize>,
        sums: &mut [Singles; QUINTILES],
    ) {
        let spell = spell.start..spell.end.min(per_person.len());
        let starts = self.starts(&spell, span, 0);
        if starts.is_empty() {
            return;
        }
        let mut all = *sums;
        let counted = people[starts.clone()].iter().zip(&per_person[starts.clone()]);
        if span.len() == 1 {
            // Those counted first have come furthest.
            let shares = self.shares[span.start + 1 - starts.end..=span.start - starts.start].iter().rev();
            for ((people, each), share) in counted.zip(shares) {
                in_fifths!(q => in_lanes!(lane => all[q][lane] += people[q][lane] * share[lane] * each[q]));
                next_turn();
            }
        } else {
            for ((people, each), s) in counted.zip(starts) {
                let [share, _] = self.within(span, 0, s);
                in_fifths!(q => in_lanes!(lane => all[q][lane] += people[q][lane] * share[lane] * each[q]));
                next_turn();
            }
        }
        *sums = all;
    }

    /// Shares of those counted in year `s`, summed over the years of a span, as far as anything is alive; the same of shares times
    /// years; `lag` years later.
    #[inline(always)]
    fn within(&self, span: &Range<usize>, lag: usize, s: usize) -> [Singles; 2] {
        let at = |year: usize| &self.sums[year.saturating_sub(lag + s).min(self.len())];
        let (low, high) = (at(span.start), at(span.end));
        [0, 1].map(|order: usize| {
            let mut part = ZERO;
            in_lanes!(lane => part[lane] = high[order][lane] - low[order][lane]);
            single(&part)
        })
    }

    /// Years of being counted of which anything is alive in a span.
    pub fn starts(&self, spell: &Range<usize>, span: &Range<usize>, lag: usize) -> Range<usize> {
        let to = span.end.saturating_sub(lag).min(spell.end);
        let from = (span.start + 1).saturating_sub(lag + self.len()).max(spell.start);
        from.min(to)..to
    }
}
