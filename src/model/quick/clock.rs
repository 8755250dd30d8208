//! The moments of a future: single years while money moves and a little longer, and after it spans of five.
//!
//! After the horizon nobody starts anything: what is left only fades, and of the years beyond it no figure is shown but their
//! sum. So five years at a time do, each worked out from single years ([`super::linear`]).

use std::ops::Range;

/// Years in a span.
const WIDTH: usize = 5;
/// Years after the horizon that are still single ones: what is owed and what fades at once moves much in them.
const SINGLE: usize = 5;

/// Moments from the first year to the end of everybody's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// Years of the horizon: as many moments are single years.
    pub years: usize,
    /// Years followed.
    followed: usize,
    /// Moments that are single years.
    single: usize,
}

impl Clock {
    /// A clock over `followed` years, of which `years` are the horizon.
    #[must_use]
    pub const fn new(years: usize, followed: usize) -> Clock {
        let single = years + SINGLE;
        Clock { years, followed, single: if single < followed { single } else { followed } }
    }

    /// How many moments.
    #[must_use]
    pub const fn len(self) -> usize {
        self.single + (self.followed - self.single).div_ceil(WIDTH)
    }

    /// Years of a moment.
    #[must_use]
    pub const fn span(self, moment: usize) -> Range<usize> {
        if moment < self.single {
            return moment..moment + 1;
        }
        let from = self.single + (moment - self.single) * WIDTH;
        let to = from + WIDTH;
        from..if to < self.followed { to } else { self.followed }
    }

    /// The year that stands for a moment.
    #[must_use]
    pub const fn middle(self, moment: usize) -> usize {
        let span = self.span(moment);
        span.start + (span.end - span.start) / 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_year_is_in_one_moment() {
        for (years, followed) in [(20, 131), (10, 121), (30, 30), (12, 13)] {
            let clock = Clock::new(years, followed);
            let all: Vec<usize> = (0..clock.len()).flat_map(|moment| clock.span(moment)).collect();
            assert_eq!(all, (0..followed).collect::<Vec<_>>());
            assert!((0..clock.len()).all(|moment| clock.span(moment).contains(&clock.middle(moment))));
        }
    }
}
