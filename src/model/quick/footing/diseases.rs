//! How diseases of a cohort answer to risk taken away and to people more ill.

use super::expectancy::Gradients;
use super::steps::DiseaseStep;
use super::{Ages, Course, DiseaseCourse, Track, carried, fixed};
use crate::model::quick::clock::Clock;
use crate::model::quick::groups::Groups;
use crate::model::quick::linear::Linear;
use crate::model::quick::path::{Path, ROWS};
use crate::model::tables::ByAge;
use crate::model::what_if::course::{BaseCourse, Slopes};
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

/// Visits the slopes of the disease that a course holds, in one sex and fifth, in every year from 1.
fn each_year(course: &BaseCourse, path: &Path, (sex, quintile): (usize, usize), mut visit: impl FnMut(usize, &Slopes)) {
    let at = (0, sex, quintile);
    let mut last: Option<(usize, Slopes)> = None;
    let mut between = Slopes::NONE;
    for t in 1..path.followed {
        if !(t - 1).is_multiple_of(STRIDE) && t + 1 != path.followed {
            continue;
        }
        // Ages that somebody is in between the two years are wanted in both.
        let before = last.as_ref().map_or(1, |(before, _)| *before);
        let now = course.slopes(t, at, path.youngest(before));
        if let Some((before, last)) = &last {
            for year in before + 1..t {
                #[allow(clippy::cast_precision_loss)] // a few years
                let share = (year - before) as f64 / (t - before) as f64;
                between.join(last, &now, share);
                visit(year, &between);
            }
        }
        visit(t, &now);
        last = Some((t, now));
    }
}

/// How the cohorts of every row and group answer in one disease, which its course holds alone.
pub fn tracks_of_one(
    plan: &Plan<'_>,
    (path, clock): (&Path, Clock),
    groups: &Groups,
    gradients: &[Gradients],
    (disease, course): (usize, &BaseCourse),
) -> Vec<DiseaseCourse> {
    let count = groups.members.len();
    let mut list = vec![Course::nowhere(clock.len()); ROWS * count];
    for (sex, quintile) in course.rows(0) {
        let row = (sex * QUINTILES + quintile) * count;
        let own = tracks_of((plan, path, clock), groups, gradients, (disease, course), (sex, quintile));
        list[row..row + count].iter_mut().zip(own).for_each(|(track, own)| *track = own);
    }
    list
}

/// The cohorts of one disease, sex and fifth.
fn tracks_of(
    (plan, path, clock): (&Plan<'_>, &Path, Clock),
    groups: &Groups,
    gradients: &[Gradients],
    (disease, course): (usize, &BaseCourse),
    (sex, quintile): (usize, usize),
) -> Vec<DiseaseCourse> {
    let first_age = course.first_age(0);
    let mut list = vec![(path.followed, Vec::new()); groups.members.len()];
    let mut risk = at_risk(plan, path, 0, Outcome::Disease(disease), (sex, quintile));
    each_year(course, path, (sex, quintile), |t, slopes| {
        if t < path.years && !plan.ground.exposure_is_fixed {
            risk = at_risk(plan, path, t, Outcome::Disease(disease), (sex, quintile));
        }
        let scale = &fixed(plan, path, t).death_scale[disease][sex][quintile];
        let residents = &path.residents[t][sex][quintile];
        let healthy = gradients.get(t).map(|gradients| &gradients.illness[sex]);
        for (group, (from, years)) in list.iter_mut().enumerate() {
            let ages = groups.ages(group, path, t);
            if ages.end <= first_age {
                continue;
            }
            *from = (*from).min(t);
            let stay = carried(path, (sex, quintile), t, ages.clone());
            years.push(disease_step(slopes, scale, residents, &risk, (healthy, stay), ages));
        }
    });
    list.iter().map(|(from, years)| Track::new(clock, *from, years).course(clock)).collect()
}

/// Means over the ages of a cohort: of answers to what was before weighted by the ill, of answers to risk by those at risk.
/// `stay` of those ill at the end of the year are there at the start of the next.
#[inline(never)]
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
        sums[0] += own * start.living[age];
        sums[1] += own * start.ill[age];
        sums[2] += own * start.dying[age] * scale[age];
        sums[3] += own * start.new[age];
        sums[4] += own * healthy.map_or(0.0, |healthy| healthy[age]);
        sums[5] += at_risk * fall.living[age];
        sums[6] += at_risk * fall.ill[age];
        sums[7] += at_risk * fall.dying[age] * scale[age];
        sums[8] += at_risk * fall.new[age];
    }
    let per = |total: f64| if total > 0.0 { 1.0 / total } else { 0.0 };
    let (ill, exposed) = (per(ill), per(exposed));
    let (state, inflow) = ([0, 1, 2, 3].map(|at| sums[at] * ill), [5, 6, 7, 8].map(|at| sums[at] * exposed));
    let next = (stay * state[0], stay * inflow[0]);
    DiseaseStep { flow: Linear { state, inflow, next }, stay, healthy: sums[4] * ill }
}
