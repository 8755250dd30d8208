//! How lives of a cohort answer to deaths, and how people kept alive are spread over its ages.

use super::diseases::STRIDE;
use super::expectancy::Gradients;
use super::{Ages, LifeStep, PREMATURE, fixed, mean};
use crate::math;
use crate::model::quick::linear::Linear;
use crate::model::quick::path::{Path, ROWS, rows};
use crate::model::tables::ByAge;
use crate::model::what_if::plan::Plan;
use crate::strata::AGES;

#[inline(never)]
pub fn life_step(
    plan: &Plan<'_>,
    path: &Path,
    gradients: &[Gradients],
    (spared, kept): (&ByAge, &ByAge),
    (sex, quintile): (usize, usize),
    t: usize,
    ages: Ages,
) -> LifeStep {
    let residents = &path.residents[t][sex][quintile];
    let mortality = &path.mortality[t][sex][quintile];
    let dying = |age: usize| residents[age] * mortality[age] * kept[age];
    let young = |age: usize| if age < PREMATURE { 1.0 } else { 0.0 };
    let year = fixed(plan, path, t);
    let of = |ages: &Ages, value: &dyn Fn(usize) -> f64| mean(ages.clone(), |a| spared[a], value);
    let next = |age: usize| {
        let later = path.residents.get(t + 1).filter(|_| age + 1 < AGES && residents[age] > 0.0);
        later.map_or(0.0, |later| later[sex][quintile][age + 1] / residents[age])
    };
    let (lived, carried) = (
        mean(ages.clone(), dying, |a| slope_of_lived(mortality[a], path.lived[t][sex][quintile][a])),
        of(&ages, &next),
    );
    // Per year lived: healthy years, deaths, deaths before 75, pounds of social care.
    let utility = of(&ages, &|a| plan.costs.utility[sex][quintile][a]);
    let deaths = of(&ages, &|a| mortality[a]);
    let under_75 = (of(&ages, &|a| mortality[a] * young(a)), mean(ages.clone(), dying, young));
    let care = of(&ages, &|a| plan.costs.care_by_age[a]);
    let use_rate = [0, 1, 2].map(|measure| of(&ages, &|a| year.use_rate[measure][sex][quintile][a]));
    let per_year = [1.0, utility, deaths, under_75.0, care];
    let state = std::array::from_fn(|at| if at < 5 { per_year[at] } else { use_rate[at - 5] });
    let own = [0.0, 0.0, 1.0, under_75.1, 0.0];
    let inflow = std::array::from_fn(|at| if at < 5 { per_year[at] * lived + own[at] } else { 0.0 });
    LifeStep {
        flow: Linear { state, inflow, next: (carried, -carried) },
        young: under_75.1,
        deaths: ages.clone().map(|age| residents[age] * mortality[age]).sum(),
        expectancy: gradients.get(t).map_or([0.0; 2], |g| {
            let of = |list: &ByAge| mean(ages.clone(), dying, |a| list[a]);
            [of(&g.life[sex]), of(&g.healthy[sex])]
        }),
    }
}

/// People kept alive by year, row and age, if the same small share of such deaths were avoided in each year of the horizon: how they
/// are spread, whatever their number.
pub fn spared(path: &Path, avoidable: &[Vec<ByAge>]) -> Vec<Vec<ByAge>> {
    let mut now = vec![[0.0; AGES]; ROWS];
    let mut list = Vec::with_capacity(path.followed);
    for t in 0..path.followed {
        let mut weights = now.clone();
        for (row, at) in rows().enumerate() {
            spare(path, (t, at), &avoidable[t / STRIDE][row], &mut now[row], &mut weights[row]);
        }
        list.push(weights);
    }
    list
}

/// The same of one row and year: who is kept alive in it, and what those of before count in it.
#[inline(never)]
fn spare(
    path: &Path,
    (t, (sex, quintile)): (usize, (usize, usize)),
    kept: &ByAge,
    now: &mut ByAge,
    weights: &mut ByAge,
) {
    let share = if t < path.years { 1.0 } else { 0.05 };
    let (residents, mortality) = (&path.residents[t][sex][quintile], &path.mortality[t][sex][quintile]);
    let dying: ByAge = std::array::from_fn(|age| residents[age] * mortality[age] * kept[age]);
    (0..AGES).for_each(|age| weights[age] += 1e-3 * dying[age]);
    for age in (1..AGES).rev() {
        let own = now[age - 1] + share * dying[age - 1];
        let later = path.residents.get(t + 1).map_or(0.0, |later| later[sex][quintile][age]);
        now[age] = if residents[age - 1] > 0.0 { own * later / residents[age - 1] } else { 0.0 };
    }
    now[0] = 0.0;
}

/// Change of (1 - exp(-m)) / m with m, over itself.
fn slope_of_lived(rate: f64, lived: f64) -> f64 {
    if rate < 1e-6 {
        return -0.5;
    }
    // d/dm [(1 - e^-m) / m] = (e^-m - lived) / m
    (math::exp(-rate) - lived) / (rate * lived)
}
