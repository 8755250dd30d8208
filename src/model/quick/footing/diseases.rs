//! How diseases of a cohort answer to risk taken away and to people more ill.

use super::expectancy::Gradients;
use super::{Ages, DiseaseStep, Track, carried, fixed};
use crate::model::quick::clock::Clock;
use crate::model::quick::groups::Groups;
use crate::model::quick::linear::Linear;
use crate::model::quick::path::{Path, ROWS};
use crate::model::tables::ByAge;
use crate::model::what_if::course::Slopes;
use crate::model::what_if::effects::Action;
use crate::model::what_if::exposure::Outcome;
use crate::model::what_if::plan::Plan;
use crate::strata::{AGES, QUINTILES};

/// The exposures whose risks are taken away, for how ages count within a cohort: smoking where anybody is made to quit, for no
/// other moves as many deaths; otherwise all.
fn moved(plan: &Plan<'_>) -> std::ops::Range<usize> {
    let mut effects = plan.components.iter().flat_map(|component| &component.effects);
    if effects.any(|effect| matches!(effect.action, Action::Quits(_))) { 0..1 } else { 0..3 }
}

/// How much each age counts when risk is taken away: the share exposed times the excess risk of the outcome.
pub fn at_risk(plan: &Plan<'_>, path: &Path, t: usize, outcome: Outcome, (sex, quintile): (usize, usize)) -> ByAge {
    let risks = &plan.risks;
    let mut weight = [0.0; AGES];
    let exposed = &fixed(plan, path, t).exposed;
    for exposure in moved(plan) {
        let list = [&risks.smoking, &risks.inactivity, &risks.obesity][exposure];
        let (Some(risk), Some(at)) = (list.iter().find(|risk| risk.outcome == outcome), risks.position[exposure])
        else {
            continue;
        };
        for age in 0..AGES {
            let (share, excess) = (exposed[at][sex][quintile][age], risk.excess[sex][age]);
            weight[age] += share * excess / (1.0 + share * excess);
        }
    }
    weight.map(|weight| weight.max(0.0) + 1e-6)
}

/// Slopes are worked out in every so many years and joined by straight lines: they change with the trend of rates only.
pub const STRIDE: usize = 5;

/// Slopes of one disease, sex and fifth in every year from 1.
fn slopes(plan: &Plan<'_>, path: &Path, at: (usize, usize, usize)) -> Vec<Slopes> {
    let course = plan.course();
    let mut list: Vec<Slopes> = Vec::with_capacity(path.followed);
    let mut before = 1;
    for t in 1..path.followed {
        if !(t - 1).is_multiple_of(STRIDE) && t + 1 != path.followed {
            continue;
        }
        // Ages that somebody is in between the two years are wanted in both.
        let now = course.slopes(t, at, path.youngest(before));
        if let Some(last) = list.last().cloned() {
            for between in before + 1..t {
                #[allow(clippy::cast_precision_loss)] // a few years
                let share = (between - before) as f64 / (t - before) as f64;
                list.push(last.between(&now, share));
            }
        }
        list.push(now);
        before = t;
    }
    list
}

pub fn diseases(
    plan: &Plan<'_>,
    (path, clock): (&Path, Clock),
    groups: &Groups,
    gradients: &[Gradients],
) -> Vec<Vec<Track<DiseaseStep>>> {
    let course = plan.course();
    (0..plan.tables.diseases.len())
        .map(|disease| {
            let mut list: Vec<(usize, Vec<DiseaseStep>)> =
                vec![(path.followed, Vec::new()); ROWS * groups.members.len()];
            for (sex, quintile) in course.rows(disease) {
                let mut risk = at_risk(plan, path, 0, Outcome::Disease(disease), (sex, quintile));
                for (t, slopes) in (1..).zip(slopes(plan, path, (disease, sex, quintile))) {
                    if t < path.years && !plan.ground.exposure_is_fixed {
                        risk = at_risk(plan, path, t, Outcome::Disease(disease), (sex, quintile));
                    }
                    let scale = &fixed(plan, path, t).death_scale[disease][sex][quintile];
                    let residents = &path.residents[t][sex][quintile];
                    let healthy = gradients.get(t).map(|gradients| &gradients.illness[sex]);
                    for group in 0..groups.members.len() {
                        let ages = groups.ages(group, path, t);
                        if ages.end <= course.first_age(disease) {
                            continue;
                        }
                        let (from, years) = &mut list[(sex * QUINTILES + quintile) * groups.members.len() + group];
                        *from = (*from).min(t);
                        let stay = carried(path, (sex, quintile), t, ages.clone());
                        years.push(disease_step(&slopes, scale, residents, &risk, (healthy, stay), ages));
                    }
                }
            }
            list.iter().map(|(from, years)| Track::new(clock, *from, years)).collect()
        })
        .collect()
}

/// Means over the ages of a cohort: of answers to what was before weighted by the ill, of answers to risk by those at risk.
/// `stay` of those ill at the end of the year are there at the start of the next.
fn disease_step(
    slopes: &Slopes,
    scale: &ByAge,
    residents: &ByAge,
    risk: &ByAge,
    (healthy, stay): (Option<&ByAge>, f64),
    ages: Ages,
) -> DiseaseStep {
    let (start, fall) = (&slopes.start, &slopes.fall);
    let mut sums = [0.0; 9];
    let (mut ill, mut exposed) = (0.0, 0.0);
    for age in ages {
        let (own, at_risk) = (residents[age] * slopes.base[age], residents[age] * risk[age]);
        ill += own;
        exposed += at_risk;
        let answers = [
            own * start.living[age],
            own * start.ill[age],
            own * start.dying[age] * scale[age],
            own * start.new[age],
            own * healthy.map_or(0.0, |healthy| healthy[age]),
            at_risk * fall.living[age],
            at_risk * fall.ill[age],
            at_risk * fall.dying[age] * scale[age],
            at_risk * fall.new[age],
        ];
        sums.iter_mut().zip(answers).for_each(|(sum, answer)| *sum += answer);
    }
    let per = |total: f64| if total > 0.0 { 1.0 / total } else { 0.0 };
    let (ill, exposed) = (per(ill), per(exposed));
    let (state, inflow) = ([0, 1, 2, 3].map(|at| sums[at] * ill), [5, 6, 7, 8].map(|at| sums[at] * exposed));
    let next = (stay * state[0], stay * inflow[0]);
    DiseaseStep { flow: Linear { state, inflow, next }, healthy: sums[4] * ill }
}
