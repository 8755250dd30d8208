//! How life expectancy and healthy life expectancy of a year answer to one death, and to illness.

use crate::math;
use crate::model::quick::path::Path;
use crate::model::tables::ByAge;
use crate::model::what_if::plan::Plan;
use crate::strata::{AGES, QUINTILES};

/// How expectancies of a year answer to one death more at each age, and to one person-year of utility lost.
#[derive(Debug, Clone)]
pub struct Gradients {
    /// Life expectancy of the sex.
    pub life: [ByAge; 2],
    /// Healthy life expectancy of the sex; 0 where none is published.
    pub healthy: [ByAge; 2],
    /// The same per unit of utility lost by one resident for the year.
    pub illness: [ByAge; 2],
}

impl Gradients {
    pub fn new(plan: &Plan<'_>, path: &Path, t: usize) -> Gradients {
        let mut all = Gradients { life: [[0.0; AGES]; 2], healthy: [[0.0; AGES]; 2], illness: [[0.0; AGES]; 2] };
        let (residents, mortality) = (&path.residents[t], &path.mortality[t]);
        for sex in 0..2 {
            let people: ByAge = std::array::from_fn(|age| (0..QUINTILES).map(|q| residents[sex][q][age]).sum());
            let per = |age: usize| if people[age] > 0.0 { 1.0 / people[age] } else { 0.0 };
            let mixed: ByAge = std::array::from_fn(|age| {
                let deaths: f64 = (0..QUINTILES).map(|q| residents[sex][q][age] * mortality[sex][q][age]).sum();
                if people[age] > 0.0 { deaths * per(age) } else { mortality[sex][0][age] }
            });
            let slope = slopes_of_expectancy(&mixed, &[0.0; AGES]);
            all.life[sex] = std::array::from_fn(|age| slope.0[age] * per(age));
            if let Some(ill) = plan.ground.years[t].ill_health.as_ref().map(|ill| &ill[sex]) {
                let shape = &plan.tables.ill_health_shape[sex];
                let slope = slopes_of_expectancy(&mixed, ill);
                all.healthy[sex] = std::array::from_fn(|age| slope.0[age] * per(age));
                all.illness[sex] = std::array::from_fn(|age| {
                    // Odds of the place over England's, times the slope of odds at England's share, back to a share.
                    let odds = |share: f64| share / (1.0 - share);
                    let well = (1.0 - ill[age]) / (1.0 - shape[age]);
                    let moved = if shape[age] > 0.0 { odds(ill[age]) / odds(shape[age]) * well * well } else { 0.0 };
                    slope.1[age] * moved * per(age)
                });
            }
        }
        all
    }

    /// Answer to one death spread over cells by `shares`.
    pub fn of_hospital(&self, shares: &[ByAge]) -> [[f64; 2]; 2] {
        [0, 1].map(|sex| {
            let mut sums = [0.0; 2];
            for q in 0..QUINTILES {
                for age in 0..AGES {
                    let own = shares[sex * QUINTILES + q][age];
                    sums[0] += own * self.life[sex][age];
                    sums[1] += own * self.healthy[sex][age];
                }
            }
            sums
        })
    }
}

/// Change of (healthy) years left at birth per change of the mortality rate, and of the share ill, at each age.
fn slopes_of_expectancy(rates: &ByAge, ill: &ByAge) -> (ByAge, ByAge) {
    let stay = rates.map(|rate| math::exp(-rate));
    let mut ahead = [0.0; AGES + 1];
    let last = 1.0 - stay[AGES - 1];
    ahead[AGES] = if last > 0.0 { (1.0 / last - 0.5) * (1.0 - ill[AGES - 1]) } else { 0.0 };
    for age in (0..AGES).rev() {
        ahead[age] = 0.5 * (1.0 + stay[age]) * (1.0 - ill[age]) + stay[age] * ahead[age + 1];
    }
    let mut alive = 1.0;
    let (mut by_rate, mut by_ill) = ([0.0; AGES], [0.0; AGES]);
    for age in 0..AGES {
        by_rate[age] = -alive * stay[age] * (0.5 * (1.0 - ill[age]) + ahead[age + 1]);
        by_ill[age] = -alive * 0.5 * (1.0 + stay[age]);
        alive *= stay[age];
    }
    (by_rate, by_ill)
}
