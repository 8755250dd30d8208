//! One quantity of eight futures: by year and fifth within the horizon, and its sums.

use crate::model::quick::lanes::{Lanes, ZERO, add, add_product, is_zero};
use crate::model::what_if::flows::Flows;
use crate::strata::QUINTILES;

/// One quantity, scenario minus baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Outcome id.
    pub id: String,
    /// True if it is money, and discounted as such.
    pub money: bool,
    /// By year of the horizon and fifth; empty where nobody asks for it, since it is large.
    pub by_year: Vec<[Lanes; QUINTILES]>,
    /// All fifths by year of the horizon.
    years: Vec<Lanes>,
    /// Discounted sum over the horizon.
    pub horizon_discounted: Lanes,
    /// Sum to the end of everybody's life by fifth.
    pub motion: [Lanes; QUINTILES],
    /// Discounted sum to the end of everybody's life.
    pub motion_discounted: Lanes,
    now: [Lanes; QUINTILES],
    moved: bool,
}

impl Sheet {
    /// A sheet for each quantity, on the memory of others of the same run if there are any; years by fifth only where `fifths` are
    /// wanted.
    pub(super) fn for_all(flows: &Flows, (years, fifths): (usize, bool), old: Vec<Sheet>) -> Vec<Sheet> {
        if old.len() == flows.list.len() && old.first().is_none_or(|sheet| sheet.years.len() == years) {
            return old.into_iter().map(Sheet::emptied).collect();
        }
        let sheet = |flow: &crate::model::what_if::flows::Flow| Sheet {
            id: flow.id.clone(),
            money: flow.money,
            by_year: vec![[ZERO; QUINTILES]; if fifths { years } else { 0 }],
            years: vec![ZERO; years],
            horizon_discounted: ZERO,
            motion: [ZERO; QUINTILES],
            motion_discounted: ZERO,
            now: [ZERO; QUINTILES],
            moved: false,
        };
        flows.list.iter().map(sheet).collect()
    }

    fn emptied(mut self) -> Sheet {
        self.by_year.fill([ZERO; QUINTILES]);
        self.years.fill(ZERO);
        (self.motion, self.now, self.moved) = ([ZERO; QUINTILES], [ZERO; QUINTILES], false);
        (self.horizon_discounted, self.motion_discounted) = (ZERO, ZERO);
        self
    }

    /// Adds to the moment that is open.
    #[inline]
    pub(super) fn add(&mut self, quintile: usize, value: &Lanes) {
        if !is_zero(value) {
            add(&mut self.now[quintile], value);
            self.moved = true;
        }
    }

    /// Ends a moment: a year of the horizon, or several after it.
    pub(super) fn close(&mut self, year: Option<usize>, discount: [&Lanes; 2]) {
        if !self.moved {
            return;
        }
        let factor = discount[usize::from(!self.money)];
        let mut all = ZERO;
        for (motion, now) in self.motion.iter_mut().zip(&self.now) {
            add(motion, now);
            add(&mut all, now);
        }
        add_product(&mut self.motion_discounted, &all, factor);
        if let Some(year) = year {
            add_product(&mut self.horizon_discounted, &all, factor);
            self.years[year] = all;
            if let Some(fifths) = self.by_year.get_mut(year) {
                *fifths = self.now;
            }
        }
        (self.now, self.moved) = ([ZERO; QUINTILES], false);
    }

    /// Years of the horizon.
    #[must_use]
    pub fn horizon_years(&self) -> usize {
        self.years.len()
    }

    /// Total of a year.
    #[must_use]
    pub fn year(&self, year: usize) -> Lanes {
        self.years[year]
    }

    /// Sum over the horizon.
    #[must_use]
    pub fn horizon(&self) -> Lanes {
        let mut all = ZERO;
        self.years.iter().for_each(|year| add(&mut all, year));
        all
    }

    /// Sum to the end of everybody's life.
    #[must_use]
    pub fn set_in_motion(&self) -> Lanes {
        sum(&self.motion)
    }
}

fn sum(fifths: &[Lanes; QUINTILES]) -> Lanes {
    let mut all = ZERO;
    fifths.iter().for_each(|own| add(&mut all, own));
    all
}
