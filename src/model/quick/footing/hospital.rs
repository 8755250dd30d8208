//! Where deaths that go with hospital spending fall, and what follows for those who die.

use super::{Ages, HospitalStep, PREMATURE, fixed, mean};
use crate::model::quick::linear::Linear;
use crate::model::quick::path::{Path, ROWS, rows};
use crate::model::tables::ByAge;
use crate::model::what_if::plan::Plan;
use crate::strata::{AGES, QUINTILES};

#[inline(never)]
pub fn hospital_step(
    plan: &Plan<'_>,
    path: &Path,
    (shares, gone): (&ByAge, &ByAge),
    (sex, quintile): (usize, usize),
    t: usize,
    ages: Ages,
) -> HospitalStep {
    let (alive, lived) = (&path.alive[t][sex][quintile], &path.lived[t][sex][quintile]);
    let year = fixed(plan, path, t);
    let young = |age: usize| if age < PREMATURE { 1.0 } else { 0.0 };
    let of = |weight: &dyn Fn(usize) -> f64, value: &dyn Fn(usize) -> f64| mean(ages.clone(), weight, value);
    let missing = |age: usize| gone[age] * lived[age] + 0.5 * shares[age];
    let gone = |age: usize| gone[age];
    // Hardly anybody is left at the last age followed: they are taken to die in it.
    let dies = |age: usize| if age + 1 < AGES { 1.0 - alive[age] } else { 1.0 };
    let die = of(&gone, &dies);
    let young_die = (of(&gone, &|a| dies(a) * young(a)), of(&|a| shares[a], &young));
    let years = (of(&gone, &|a| lived[a]), 0.5);
    let care = [
        of(&missing, &|a| plan.costs.care_by_age[a]),
        of(&missing, &|a| year.use_rate[0][sex][quintile][a]),
        of(&missing, &|a| year.use_rate[2][sex][quintile][a]),
    ];
    let state = [-die, -young_die.0, years.0, care[0] * years.0, care[1] * years.0, care[2] * years.0];
    let inflow = [1.0, young_die.1, years.1, care[0] * years.1, care[1] * years.1, care[2] * years.1];
    // Whoever dies in addition would have lived to the end of the year.
    HospitalStep { share: shares[ages].iter().sum(), flow: Linear { state, inflow, next: (1.0 - die, 1.0) } }
}

/// Several years as one step: of all deaths of those years, each year brings its own share.
pub fn over(years: &[HospitalStep], share: f64) -> Linear<6> {
    #[allow(clippy::cast_precision_loss)] // five
    let count = years.len() as f64;
    let weighted = |year: &HospitalStep| {
        let weight = if share > 0.0 { year.share / share } else { 1.0 / count };
        let (stay, came) = year.flow.next;
        let inflow = year.flow.inflow.map(|answer| answer * weight);
        Linear { state: year.flow.state, inflow, next: (stay, came * weight) }
    };
    Linear::over(years.iter().map(weighted))
}

/// Those who died of hospital spending and would be alive, by year, row and age, if one in all died of it in each year of the
/// horizon: how they are spread, whatever their number.
pub fn gone(path: &Path, shares: &[Shares]) -> Vec<Vec<ByAge>> {
    let mut now = vec![[0.0; AGES]; ROWS];
    let mut list = Vec::with_capacity(path.followed);
    for t in 0..path.followed {
        list.push(now.clone());
        let one = if t < path.years { 1.0 } else { 0.05 };
        for (sex, quintile) in rows() {
            let row = sex * QUINTILES + quintile;
            let alive = &path.alive[t][sex][quintile];
            for age in (1..AGES).rev() {
                now[row][age] = now[row][age - 1] * alive[age - 1] + one * shares[t].0[row][age - 1];
            }
            now[row][0] = 0.0;
        }
    }
    list
}

/// Where hospital deaths fall by row and age, and where health falls by fifth.
pub type Shares = (Vec<ByAge>, [f64; QUINTILES]);

pub fn hospital_shares(plan: &Plan<'_>, path: &Path) -> Vec<Shares> {
    (0..path.followed)
        .map(|t| {
            let by = if plan.acute.loss_by_need { &path.mortality[t] } else { &fixed(plan, path, t).use_rate[1] };
            let mut health = [0.0; QUINTILES];
            let mut dying = vec![[0.0; AGES]; ROWS];
            let (mut all, mut deaths) = (0.0, 0.0);
            for (sex, quintile) in rows() {
                for age in path.youngest(t)..AGES {
                    let used = path.residents[t][sex][quintile][age] * by[sex][quintile][age];
                    let dead = used * path.mortality[t][sex][quintile][age];
                    health[quintile] += used;
                    dying[sex * QUINTILES + quintile][age] = dead;
                    all += used;
                    deaths += dead;
                }
            }
            let per = |total: f64| if total > 0.0 { 1.0 / total } else { 0.0 };
            let (all, deaths) = (per(all), per(deaths));
            dying.iter_mut().flatten().for_each(|value| *value *= deaths);
            (dying, health.map(|used| used * all))
        })
        .collect()
}

pub fn bed_days(plan: &Plan<'_>, path: &Path, t: usize) -> f64 {
    rows()
        .map(|(sex, quintile)| {
            let rates = &plan.ground.years[t].use_rate[1][sex][quintile];
            path.residents[t][sex][quintile].iter().zip(rates).map(|(people, rate)| people * rate).sum::<f64>()
        })
        .sum()
}
