//! The baseline along the lives of cohorts: everything about a world that no lever and no draw moves.
//!
//! A cohort is the people of one sex and fifth born in one year; its number counts from those born in the last year of the
//! horizon (0), so that in year `t` cohort `c` is `c - (H - 1) + t` years old and a row of ages is a slice of cohorts.

use crate::math;
use crate::model::tables::{Cells, NO_CELLS};
use crate::model::what_if::ground::Ground;
use crate::model::what_if::run::TAIL;
use crate::strata::{AGES, QUINTILES};

/// Rows: sex times fifth.
pub const ROWS: usize = 2 * QUINTILES;

/// Residents and mortality of every year, to the end of everybody's life.
#[derive(Debug, Clone)]
pub struct Path {
    /// Years in which money moves.
    pub years: usize,
    /// Years followed.
    pub followed: usize,
    /// Residents at mid-year.
    pub residents: Vec<Cells>,
    /// All-cause mortality, per person-year.
    pub mortality: Vec<Cells>,
    /// Share alive a year later, of those alive at a moment.
    pub alive: Vec<Cells>,
    /// Years lived per person alive at the start of a year.
    pub lived: Vec<Cells>,
    /// What takes residents and stocks of people from year to year.
    pub survival: Vec<Cells>,
}

impl Path {
    /// Walks the baseline: projected residents within the horizon; after it everybody grows older and nobody joins.
    #[must_use]
    pub fn new(ground: &Ground, trend: f64, years: usize) -> Path {
        let followed = years + TAIL;
        let mut path = Path {
            years,
            followed,
            residents: Vec::with_capacity(followed),
            mortality: Vec::with_capacity(followed),
            alive: Vec::with_capacity(followed),
            lived: Vec::with_capacity(followed),
            survival: Vec::with_capacity(followed),
        };
        for t in 0..followed {
            let (residents, mortality) = match ground.years.get(t).filter(|_| t < years) {
                Some(year) => (year.residents, year.mortality),
                None => path.older(t, 1.0 + trend),
            };
            path.push(residents, mortality, 1.0 + trend);
        }
        path
    }

    /// Forgets who is alive within a year, which only the footing asks for.
    pub fn forget_lives(&mut self) {
        (self.alive, self.lived) = (Vec::new(), Vec::new());
    }

    /// Forgets the people and what happens to them, which are large, and keeps the years.
    pub fn forget(&mut self) {
        self.forget_lives();
        for list in [&mut self.residents, &mut self.mortality, &mut self.survival] {
            *list = Vec::new();
        }
    }

    /// Lowest age with anybody in it.
    #[must_use]
    pub const fn youngest(&self, t: usize) -> usize {
        if t < self.years {
            0
        } else if t - self.years + 1 < AGES {
            t - self.years + 1
        } else {
            AGES - 1
        }
    }

    /// The age of a cohort; below 0 before it is born, above 110 when nobody is left in it.
    #[must_use]
    pub fn age(&self, cohort: usize, t: usize) -> Option<usize> {
        (cohort + t).checked_sub(self.years - 1).filter(|age| *age < AGES)
    }

    /// How many cohorts.
    #[must_use]
    pub const fn cohorts(&self) -> usize {
        AGES + self.years - 1
    }

    /// The cohorts alive in a year, and the age of the first.
    #[must_use]
    pub fn present(&self, t: usize) -> (std::ops::Range<usize>, usize) {
        let shift = self.years - 1;
        let from = shift.saturating_sub(t);
        let to = (shift + AGES).saturating_sub(t).min(self.cohorts());
        (from..to.max(from), from + t - shift)
    }

    fn older(&self, t: usize, trend: f64) -> (Cells, Cells) {
        let youngest = self.youngest(t);
        let (mut residents, mut mortality) = (self.residents[t - 1], self.mortality[t - 1]);
        crate::model::what_if::stock::grow_older(&mut residents, &self.survival[t - 1], youngest);
        mortality.iter_mut().flatten().for_each(|row| row[youngest..].iter_mut().for_each(|rate| *rate *= trend));
        residents.iter_mut().flatten().for_each(|row| row[..youngest].fill(0.0));
        (residents, mortality)
    }

    #[inline(never)]
    fn push(&mut self, residents: Cells, mortality: Cells, trend: f64) {
        let (mut alive, mut lived, mut survival) = (NO_CELLS, NO_CELLS, NO_CELLS);
        let years_lived = |rate: f64, fall: f64| if rate.abs() < 1e-12 { 1.0 } else { -fall / rate };
        for (sex, quintile) in rows() {
            let rates = &mortality[sex][quintile];
            for age in 0..AGES {
                let (fall, left) = math::exp_pair_flat(-rates[age]);
                alive[sex][quintile][age] = left;
                lived[sex][quintile][age] = years_lived(rates[age], fall);
            }
            for age in 0..AGES {
                let next = rates[(age + 1).min(AGES - 1)] * trend;
                let later = years_lived(next, math::exp_pair_flat(-next).0);
                survival[sex][quintile][age] = alive[sex][quintile][age] * later / lived[sex][quintile][age];
            }
        }
        self.residents.push(residents);
        self.mortality.push(mortality);
        self.alive.push(alive);
        self.lived.push(lived);
        self.survival.push(survival);
    }
}

/// Every sex and fifth.
pub fn rows() -> impl Iterator<Item = (usize, usize)> {
    (0..2).flat_map(|sex| (0..QUINTILES).map(move |quintile| (sex, quintile)))
}
