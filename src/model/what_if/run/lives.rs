//! Lives: years lived and deaths that follow from changed mortality, period life expectancy, and growing older.

use super::{PREMATURE, State, TAIL};
use crate::math;
use crate::model::baseline::BaseYear;
use crate::model::life_table::life_expectancy;
use crate::model::tables::{ByAge, Cells};
use crate::model::what_if::stock::{Ageing, survival_of};
use crate::strata::{AGES, QUINTILES};

impl State<'_, '_> {
    /// Deaths, years of life and of healthy life that follow from the change of mortality.
    pub(super) fn live(&mut self, t: usize, change: &Cells) {
        let mut care = [0.0; QUINTILES];
        for sex in 0..2 {
            for quintile in 0..QUINTILES {
                for age in self.youngest..AGES {
                    let (moved, ratio) = (change[sex][quintile][age], self.ratio[sex][quintile][age]);
                    if moved == 0.0 && ratio == 1.0 {
                        continue;
                    }
                    let residents = self.base.residents[sex][quintile][age];
                    let rate = self.base.mortality[sex][quintile][age];
                    let mean = ratio * years_lived(rate + moved) / years_lived(rate);
                    let more = residents * (mean - 1.0);
                    let deaths = more * rate + residents * mean * moved;
                    let healthy = more * self.plan.costs.utility[sex][quintile][age];
                    self.flows.add(self.ids.life_years, t, quintile, more);
                    self.flows.add(self.ids.parts[4], t, quintile, more);
                    self.flows.add(self.ids.qalys, t, quintile, healthy);
                    self.flows.add(self.ids.parts[0], t, quintile, healthy);
                    self.flows.add(self.ids.deaths, t, quintile, deaths);
                    self.flows.add(self.ids.parts[6], t, quintile, deaths);
                    if age < PREMATURE {
                        self.flows.add(self.ids.under_75, t, quintile, deaths);
                    }
                    care[quintile] += more * self.plan.costs.care_by_age[age];
                }
            }
        }
        if self.plan.costs.added_life.1 {
            self.flows.add_fifths(self.ids.social_care, t, &care);
            let total: f64 = care.iter().sum();
            self.ledger.add(
                "council_adult_social_care",
                "care in added years of life",
                "cost_avoided",
                t,
                -total,
                self.years + TAIL,
            );
        }
    }

    pub(super) fn life_expectancy_change(&self, sex: usize, change: &Cells) -> f64 {
        let mix = |with: bool| -> ByAge {
            std::array::from_fn(|age| {
                let people: f64 = (0..QUINTILES).map(|q| self.base.residents[sex][q][age]).sum();
                let rate = |q: usize| {
                    let moved = if with { change[sex][q][age] } else { 0.0 };
                    self.base.residents[sex][q][age] * (self.base.mortality[sex][q][age] + moved)
                };
                let deaths: f64 = (0..QUINTILES).map(rate).sum();
                if people > 0.0 { (deaths / people).max(0.0) } else { self.base.mortality[sex][0][age] }
            })
        };
        life_expectancy(&mix(true), 0) - life_expectancy(&mix(false), 0)
    }

    /// Everybody a year older.
    pub(super) fn age(&mut self, change: &Cells) {
        for sex in 0..2 {
            for quintile in 0..QUINTILES {
                let moved = &change[sex][quintile];
                let ratio = &mut self.ratio[sex][quintile];
                let oldest = ratio[AGES - 1];
                for age in (self.youngest + 1..AGES).rev() {
                    ratio[age] = ratio[age - 1] * kept(moved[age - 1]);
                }
                // The last age holds those who reach it and those who stay: their ratios mix by their numbers.
                if let Some((reach, stay)) = open_age(&self.base, sex, quintile) {
                    let last = AGES - 1;
                    ratio[last] = (reach * ratio[last] + stay * oldest * kept(moved[last])) / (reach + stay);
                }
                ratio[self.youngest] = 1.0;
            }
        }
        let mut survival = survival_of(&self.base.mortality);
        Ageing { survival: &survival, youngest: self.youngest }.apply(&mut self.hospital_dead);
        // Residents and stocks are years lived in a year: next year's over this year's.
        let trend = 1.0 + self.plan.tables.mortality_trend;
        for sex in 0..2 {
            for quintile in 0..QUINTILES {
                let rates = &self.base.mortality[sex][quintile];
                for age in 0..AGES {
                    let next = rates[(age + 1).min(AGES - 1)] * trend;
                    survival[sex][quintile][age] *= years_lived(next) / years_lived(rates[age]);
                }
            }
        }
        self.survival = Some(survival);
    }
}

/// What a change of mortality leaves of a group in a year; exactly 1 where nothing changed.
pub(super) fn kept(change: f64) -> f64 {
    if change == 0.0 { 1.0 } else { math::exp(-change) }
}

/// People who reach the last age next year, and those who stay in it, in the baseline; `None` if there is nobody.
pub(super) fn open_age(base: &BaseYear, sex: usize, quintile: usize) -> Option<(f64, f64)> {
    let alive = |age: usize| base.residents[sex][quintile][age] * math::exp(-base.mortality[sex][quintile][age]);
    let (reach, stay) = (alive(AGES - 2), alive(AGES - 1));
    (reach + stay > 0.0).then_some((reach, stay))
}

/// Years lived in a year per person alive at its start, at a constant mortality: (1 - exp(-m)) / m.
pub(super) fn years_lived(rate: f64) -> f64 {
    if rate.abs() < 1e-12 { 1.0 } else { -math::exp_m1(-rate) / rate }
}
