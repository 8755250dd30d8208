//! Healthy life expectancy of a period, and life expectancy of each fifth: what the year's rates would give a newborn.
//!
//! The share not in good health at an age is England's utility lost at that age with its odds scaled to the place (METHOD
//! B1, 3). A disease that moves adds its own utility lost to England's, at the same odds.

use super::State;
use crate::model::life_table::{healthy_life_expectancy, life_expectancy};
use crate::model::tables::{ByAge, Cells};
use crate::strata::{AGES, QUINTILES};

impl State<'_, '_> {
    /// Change of healthy life expectancy at birth; `None` where the place has no published figure to start from.
    pub(super) fn healthy_life_change(&self, sex: usize, base: &ByAge, changed: &ByAge) -> Option<f64> {
        let ill = &self.base.fixed.ill_health.as_ref()?[sex];
        let shape = &self.plan.tables.ill_health_shape[sex];
        let moved: ByAge = std::array::from_fn(|age| moved_share(ill[age], shape[age], self.utility_lost(sex, age)));
        Some(healthy_life_expectancy(changed, &moved, 0) - healthy_life_expectancy(base, ill, 0))
    }

    /// Change of life expectancy at birth in each fifth.
    pub(super) fn life_change_by_fifth(&self, sex: usize, change: &Cells) -> [f64; QUINTILES] {
        std::array::from_fn(|quintile| {
            let (base, moved) = (&self.base.mortality[sex][quintile], &change[sex][quintile]);
            if moved.iter().all(|rate| *rate == 0.0) {
                return 0.0;
            }
            let changed: ByAge = std::array::from_fn(|age| (base[age] + moved[age]).max(0.0));
            life_expectancy(&changed, 0) - life_expectancy(base, 0)
        })
    }

    /// Utility lost per resident of an age beyond the baseline, through the diseases followed and type 2 diabetes.
    fn utility_lost(&self, sex: usize, age: usize) -> f64 {
        let sum = |cells: &Cells| (0..QUINTILES).map(|quintile| cells[sex][quintile][age]).sum::<f64>();
        let people = sum(&self.base.residents);
        let lost = self.illness[sex][age] - sum(&self.diabetes) * self.plan.costs.diabetes.0;
        if people > 0.0 { lost / people } else { 0.0 }
    }
}

/// The share not in good health once England's utility lost moves by `more`, the odds scaled as they are in the place.
fn moved_share(ill: f64, shape: f64, more: f64) -> f64 {
    if more == 0.0 {
        return ill;
    }
    let odds = |share: f64| share / (1.0 - share);
    let moved = odds(ill) / odds(shape) * odds((shape + more).clamp(0.0, NEARLY_ALL));
    moved / (1.0 + moved)
}

/// Above this share odds lose their digits; no age comes near it.
const NEARLY_ALL: f64 = 1.0 - 1e-9;

/// Nobody moved yet.
pub(super) const NO_ILLNESS: [ByAge; 2] = [[0.0; AGES]; 2];
