//! What people die of if nothing changes: of the modelled diseases, as far as it can be avoided, and of everything else. Added up
//! disease by disease, each of which is forgotten before the next is followed.

use super::diseases::{STRIDE, at_risk};
use super::fixed;
use crate::model::quick::clock::Clock;
use crate::model::quick::path::{Path, ROWS, rows};
use crate::model::tables::ByAge;
use crate::model::what_if::course::BaseCourse;
use crate::model::what_if::exposure::Outcome;
use crate::model::what_if::plan::Plan;
use crate::strata::{AGES, QUINTILES};

/// Rates of death per person-year by row, in the years that are asked for; nothing in the others.
#[derive(Debug)]
pub struct Dying {
    /// Of the diseases followed so far, times how much each age counts when risk is taken away; in every so many years.
    avoided: Vec<Vec<ByAge>>,
    /// Of what is none of them, in these years and in those that stand for a moment.
    other: Vec<Vec<ByAge>>,
}

impl Dying {
    /// Everybody dies of something else: no disease was followed yet.
    pub fn new(path: &Path, clock: Clock) -> Dying {
        let mut asked: Vec<bool> = (0..path.followed).map(|t| t.is_multiple_of(STRIDE)).collect();
        (0..clock.len()).for_each(|moment| asked[clock.middle(moment)] = true);
        let rates = |t: usize| rows().map(|(sex, quintile)| path.mortality[t][sex][quintile]).collect();
        Dying {
            avoided: (0..path.followed).step_by(STRIDE).map(|_| vec![[0.0; AGES]; ROWS]).collect(),
            other: asked.iter().enumerate().map(|(t, asked)| if *asked { rates(t) } else { Vec::new() }).collect(),
        }
    }

    /// Takes a disease out of everything else; `course` holds it alone.
    pub fn add(&mut self, plan: &Plan<'_>, path: &Path, disease: usize, course: &BaseCourse) {
        for (t, other) in self.other.iter_mut().enumerate().filter(|(_, other)| !other.is_empty()) {
            for (sex, quintile) in course.rows(0) {
                let row = sex * QUINTILES + quintile;
                let avoided = t.is_multiple_of(STRIDE).then(|| {
                    let risk = at_risk(plan, path, t, Outcome::Disease(disease), (sex, quintile));
                    (&mut self.avoided[t / STRIDE][row], risk)
                });
                let scale = &fixed(plan, path, t).death_scale[disease][sex][quintile];
                take_out(course, (t, sex, quintile), (scale, path.youngest(t)), &mut other[row], avoided);
            }
        }
    }

    /// How deaths that can be avoided fall over ages, by row, as a share of all deaths there: those of the diseases and of other
    /// causes that go with an exposure, and a little of all. In every so many years.
    pub fn avoidable(&self, plan: &Plan<'_>, path: &Path) -> Vec<Vec<ByAge>> {
        let row = |number: usize, (sex, quintile): (usize, usize)| -> ByAge {
            let (t, row) = (number * STRIDE, sex * QUINTILES + quintile);
            let mortality = &path.mortality[t][sex][quintile];
            let (avoided, other) = (&self.avoided[number][row], &self.other[t][row]);
            let risk = at_risk(plan, path, t, Outcome::OtherCauses, (sex, quintile));
            std::array::from_fn(|age| {
                let all = avoided[age] + other[age].max(0.0) * risk[age];
                if mortality[age] > 0.0 { all / mortality[age] + 0.001 } else { 0.001 }
            })
        };
        (0..self.avoided.len()).map(|number| rows().map(|at| row(number, at)).collect()).collect()
    }

    /// Deaths of causes that are not modelled, by year that stands for a moment, and row.
    pub fn other(mut self, clock: Clock) -> Vec<Vec<ByAge>> {
        let mut list = vec![Vec::new(); self.other.len()];
        for t in (0..clock.len()).map(|moment| clock.middle(moment)) {
            list[t] = std::mem::take(&mut self.other[t]);
            list[t].iter_mut().flatten().for_each(|rate| *rate = rate.max(0.0));
        }
        list
    }
}

/// Takes what the disease of a course kills by age off everything else, and adds what can be avoided of it.
#[inline(never)]
fn take_out(
    course: &BaseCourse,
    (t, sex, quintile): (usize, usize, usize),
    (scale, youngest): (&ByAge, usize),
    other: &mut ByAge,
    mut avoided: Option<(&mut ByAge, ByAge)>,
) {
    let (from, dying) = course.mortality_once(t, 0, (sex, quintile));
    for (age, dying) in (from..).zip(dying).skip(youngest.saturating_sub(from)) {
        let own = dying * scale[age];
        other[age] -= own;
        if let Some((avoided, risk)) = &mut avoided {
            avoided[age] += own * risk[age];
        }
    }
}
