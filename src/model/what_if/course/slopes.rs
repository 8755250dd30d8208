//! How one year of a disease answers a small change: the slopes of the exact step around its base course.

use super::BaseCourse;
use super::row::RowChange;
use crate::model::tables::ByAge;
use crate::strata::{AGES, QUINTILES};

/// A change of the share ill this small tells the slope and nothing of the curve.
const SMALL_START: f64 = 1e-5;
/// The same of a share of incidence taken away: about what programmes take.
const SMALL_FALL: f64 = 1e-3;

/// What a year does by age: first per unit of a change of the share ill at its start, then per share of incidence taken away.
#[derive(Debug, Clone)]
pub struct Slopes {
    /// Answer to a change at the start of the year.
    pub start: RowChange,
    /// Answer to incidence taken away.
    pub fall: RowChange,
    /// Share ill at the start of the year in the base course.
    pub base: ByAge,
    /// First age worked out.
    from: usize,
}

impl Slopes {
    /// No answers.
    pub const NONE: Slopes =
        Slopes { start: RowChange::NOTHING, fall: RowChange::NOTHING, base: [0.0; AGES], from: AGES };

    /// Becomes `share` of the way from those of one year to those of a later one; ages that the earlier alone have are as
    /// there.
    pub fn join(&mut self, earlier: &Slopes, later: &Slopes, share: f64) {
        self.clone_from(earlier);
        let ages = earlier.from.max(later.from)..AGES;
        let join = |own: &mut ByAge, later: &ByAge| {
            let pairs = own[ages.clone()].iter_mut().zip(&later[ages.clone()]);
            pairs.for_each(|(own, later)| *own += share * (later - *own));
        };
        join(&mut self.base, &later.base);
        for (own, later) in [(&mut self.start, &later.start), (&mut self.fall, &later.fall)] {
            join(&mut own.ill, &later.ill);
            join(&mut own.living, &later.living);
            join(&mut own.dying, &later.dying);
            join(&mut own.new, &later.new);
        }
    }
}

impl BaseCourse {
    /// First age at which a disease is followed.
    #[must_use]
    pub fn first_age(&self, disease: usize) -> usize {
        self.rates[disease].first
    }

    /// Slopes of the year `t` (1 or later) of one disease in one sex and fifth; 0 below `youngest`. At the first age people
    /// bring their own prevalence, so nothing that happened before counts there and nothing is carried on from it.
    #[must_use]
    pub fn slopes(&self, t: usize, (disease, sex, quintile): (usize, usize, usize), youngest: usize) -> Slopes {
        let row = self.row(disease, sex, quintile, self.trend_of(t));
        let (earlier, later) = (self.at_end(t - 1), self.at_end(t));
        let (before, now) = (earlier.at(disease, sex, quintile), later.at(disease, sex, quintile));
        let from = youngest.max(later.from(disease));
        let mut slopes = Slopes { start: RowChange::NOTHING, fall: RowChange::NOTHING, base: [0.0; AGES], from };
        for age in from..AGES {
            let first = age == row.first;
            let (start, end) = if first {
                (row.entry, row.live(age, row.entry))
            } else {
                let at = now.start + age - later.from(disease);
                let before = before.start + age - 1 - earlier.from(disease);
                (earlier.ill[before], (later.ill[at], later.survival[at]))
            };
            slopes.base[age] = start;
            let (_, fall) = row.compare(age, 1.0 - SMALL_FALL, (start, start), end);
            slopes.fall.put(age, fall);
            scale(&mut slopes.fall, age, 1.0 / SMALL_FALL);
            if first {
                slopes.fall.living[age] = 0.0;
            } else {
                let (_, moved) = row.compare(age, 1.0, (start + SMALL_START, start), end);
                slopes.start.put(age, moved);
                scale(&mut slopes.start, age, 1.0 / SMALL_START);
            }
        }
        slopes
    }

    /// Rows of a disease that are followed.
    pub fn rows(&self, disease: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
        let sexes = (0..2).filter(move |sex| self.follows(disease, *sex));
        sexes.flat_map(|sex| (0..QUINTILES).map(move |quintile| (sex, quintile)))
    }
}

fn scale(change: &mut RowChange, age: usize, factor: f64) {
    for list in [&mut change.ill, &mut change.living, &mut change.dying, &mut change.new] {
        list[age] *= factor;
    }
}
