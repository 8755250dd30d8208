//! What all futures of one world share: how each five-year cohort answers, year by year, to a little risk taken away and to a
//! death more or less. Every figure is a mean over the single years of age in the cohort that year.
//!
//! A page waits for this once, by code that its browser has not compiled for speed yet: it does so with functions that are called
//! often, not with those that run long. So what is done for a cohort, row or year is a function of its own, never inlined.

mod diseases;
mod dying;
mod expectancy;
mod hospital;
mod lives;
mod steps;

use diseases::tracks_of_one;
use dying::Dying;
use expectancy::Gradients;
use hospital::{bed_days, gone, hospital_shares, hospital_step};
use lives::{life_step, spared};
use steps::LifeStep;
pub use steps::{Course, DiseaseCourse, DiseaseYear, LifeCourse, LifeYear};

use super::clock::Clock;
use super::groups::Groups;
use super::linear::Linear;
use super::path::{Path, ROWS, rows};
use crate::model::tables::ByAge;
use crate::model::what_if::course::BaseCourse;
use crate::model::what_if::plan::Plan;
use crate::strata::{AGES, QUINTILES};

/// Deaths before this age are counted apart.
const PREMATURE: usize = 75;

/// Deaths that go with hospital spending in one cohort and moment.
#[derive(Debug, Clone, Copy)]
pub struct HospitalStep {
    /// Share of all such deaths of the moment.
    pub share: f64,
    /// Per person gone at the start, and per death: deaths, deaths before 75, years not lived, and in them social care pounds,
    /// admissions and A&E attendances.
    pub flow: Linear<6>,
}

/// A step of one year, and several of them as one.
pub trait OverYears: Copy {
    /// A year in which the cohort is not followed.
    const NONE: Self;
    /// The years of a moment as one step.
    fn over(years: &[Self]) -> Self;
}

fn flows<T, const N: usize>(years: &[T], flow: impl Fn(&T) -> Linear<N>) -> Linear<N> {
    Linear::over(years.iter().map(flow))
}

impl OverYears for HospitalStep {
    const NONE: Self = HospitalStep { share: 0.0, flow: Linear::NONE };
    fn over(years: &[Self]) -> Self {
        #[allow(clippy::cast_precision_loss)] // five
        let part = 1.0 / years.len() as f64;
        let share: f64 = years.iter().map(|year| year.share * part).sum();
        // Its own deaths come in as they fall over the years, not in equal parts.
        HospitalStep { share, flow: hospital::over(years, share) }
    }
}

/// Steps of one cohort over the years it is followed in.
#[derive(Debug, Clone)]
pub struct Track<T> {
    /// First moment.
    pub from: usize,
    /// One step a moment.
    pub steps: Vec<T>,
}

impl<T: OverYears> Track<T> {
    /// A track from steps of single years, the first in year `from`.
    #[inline(never)]
    fn new(clock: Clock, from: usize, years: &[T]) -> Track<T> {
        let mut track = Track { from: clock.len(), steps: Vec::new() };
        let outside = |moment: usize| {
            let span = clock.span(moment);
            span.end <= from || span.start >= from + years.len()
        };
        // Kept for long: as large as it has to be.
        track.steps.reserve_exact((0..clock.len()).filter(|moment| !outside(*moment)).count());
        for moment in 0..clock.len() {
            let span = clock.span(moment);
            if outside(moment) {
                continue;
            }
            track.from = track.from.min(moment);
            let year = |year: usize| year.checked_sub(from).and_then(|at| years.get(at)).copied().unwrap_or(T::NONE);
            // Mostly one: a list of its own for each would take longer than all that is done with it.
            let first = [year(span.start)];
            track.steps.push(if span.len() == 1 {
                T::over(&first)
            } else {
                T::over(&span.map(year).collect::<Vec<_>>())
            });
        }
        track
    }
}

/// Everything shared by the futures of a world.
#[derive(Debug, Clone)]
pub struct Footing {
    /// The baseline.
    pub path: Path,
    /// Its moments.
    pub clock: Clock,
    /// The five-year cohorts.
    pub groups: Groups,
    /// By disease, row and group.
    pub diseases: Vec<Vec<DiseaseCourse>>,
    /// By row and group.
    pub lives: Vec<LifeCourse>,
    /// Deaths of everybody if nothing changes, by row and group, in the moments of its life.
    pub deaths: Vec<Vec<f32>>,
    /// By row and group.
    pub hospital: Vec<Track<HospitalStep>>,
    /// Share of health lost or regained by moment and fifth.
    pub use_shares: Vec<[f64; QUINTILES]>,
    /// Bed-days of everybody by year of the horizon.
    pub bed_days: Vec<f64>,
    /// Change of life expectancy and of healthy life expectancy, per death that goes with hospital spending, by year of the
    /// horizon and sex.
    pub hospital_expectancy: Vec<[[f64; 2]; 2]>,
    /// Healthy life expectancy per case-year of diabetes less, by year, row and age, before its utility.
    pub healthy_by_age: Vec<[ByAge; 2]>,
    /// Deaths of causes that are not modelled, per person-year, by year that stands for a moment, and row.
    pub other_deaths: Vec<Vec<ByAge>>,
    /// True if healthy life expectancy is published for the area.
    pub healthy: bool,
}

impl Footing {
    /// Works everything out from a plan of the world: its money is not looked at.
    #[must_use]
    pub fn new(plan: &Plan<'_>) -> Footing {
        let years = plan.scenario.horizon_years as usize;
        let path = Path::new(&plan.ground, plan.tables.mortality_trend, years);
        let groups = Groups::new(&path);
        let clock = Clock::new(path.years, path.followed);
        let expectancy: Vec<Gradients> = (0..years).map(|t| Gradients::new(plan, &path, t)).collect();
        let shares = hospital_shares(plan, &path);
        let mut footing = Footing {
            diseases: Vec::new(),
            lives: Vec::new(),
            deaths: Vec::new(),
            hospital: Vec::new(),
            use_shares: (0..clock.len()).map(|moment| shares[clock.middle(moment)].1).collect(),
            clock,
            bed_days: (0..years).map(|t| bed_days(plan, &path, t)).collect(),
            hospital_expectancy: (0..years).map(|t| expectancy[t].of_hospital(&shares[t].0)).collect(),
            healthy_by_age: expectancy.iter().map(|gradients| gradients.illness).collect(),
            other_deaths: Vec::new(),
            healthy: plan.ground.years[0].ill_health.is_some(),
            path,
            groups,
        };
        let mut dying = Dying::new(&footing.path, clock);
        for disease in 0..plan.tables.diseases.len() {
            // One after another: each is large where it is followed, and none needs the others.
            let course = BaseCourse::new(&plan.tables.diseases[disease..=disease], plan.tables.mortality_trend);
            dying.add(plan, &footing.path, disease, &course);
            let one = (disease, &course);
            footing.diseases.push(tracks_of_one(plan, (&footing.path, clock), &footing.groups, &expectancy, one));
        }
        let avoidable = dying.avoidable(plan, &footing.path);
        footing.other_deaths = dying.other(clock);
        let lives = lives(plan, (&footing.path, clock), &footing.groups, (&expectancy, &avoidable));
        (footing.lives, footing.deaths) = lives.into_iter().unzip();
        let gone = gone(&footing.path, &shares);
        let step = |row: (usize, usize), t: usize, ages: Ages| {
            let at = row.0 * QUINTILES + row.1;
            hospital_step(plan, &footing.path, (&shares[t].0[at], &gone[t][at]), row, t, ages)
        };
        footing.hospital = tracks((&footing.path, clock), &footing.groups, step, |track| track);
        footing
    }
}

fn lives(
    plan: &Plan<'_>,
    (path, clock): (&Path, Clock),
    groups: &Groups,
    (expectancy, avoidable): (&[Gradients], &[Vec<ByAge>]),
) -> Vec<(LifeCourse, Vec<f32>)> {
    let spared = spared(path, avoidable);
    let step = |row: (usize, usize), t: usize, ages: Ages| {
        let at = row.0 * QUINTILES + row.1;
        let weights = (&spared[t][at], &avoidable[t / diseases::STRIDE][at]);
        life_step(plan, path, expectancy, weights, row, t, ages)
    };
    tracks((path, clock), groups, step, |track| (track.lives(clock), track.deaths()))
}

type Ages = std::ops::Range<usize>;

/// The steps of every row and group over the years in which the group has anybody alive, each track in the form in which it is kept.
fn tracks<T: OverYears, U>(
    (path, clock): (&Path, Clock),
    groups: &Groups,
    mut step: impl FnMut((usize, usize), usize, Ages) -> T,
    form: impl Fn(Track<T>) -> U,
) -> Vec<U> {
    let mut list = Vec::with_capacity(ROWS * groups.members.len());
    let mut years = Vec::with_capacity(path.followed);
    for row in rows() {
        for group in 0..groups.members.len() {
            let mut from = path.followed;
            years.clear();
            for t in 0..path.followed {
                let ages = groups.ages(group, path, t);
                if !ages.is_empty() {
                    from = from.min(t);
                    years.push(step(row, t, ages));
                }
            }
            list.push(form(Track::new(clock, from, &years)));
        }
    }
    list
}

/// Mean of `value` over ages, weighted by `weight`; 0 where there is no weight.
fn mean(ages: Ages, weight: impl Fn(usize) -> f64, value: impl Fn(usize) -> f64) -> f64 {
    let (mut total, mut all) = (0.0, 0.0);
    for age in ages {
        let own = weight(age);
        total += own * value(age);
        all += own;
    }
    if all > 0.0 { total / all } else { 0.0 }
}

/// People in the next year per person in this, of those who are still of an age that is followed.
fn carried(path: &Path, (sex, quintile): (usize, usize), t: usize, ages: Ages) -> f64 {
    if t + 1 >= path.followed {
        return 0.0;
    }
    let now: f64 = path.residents[t][sex][quintile][ages.clone()].iter().sum();
    let (from, to) = (ages.start + 1, (ages.end + 1).min(AGES));
    let next: f64 = if from < to { path.residents[t + 1][sex][quintile][from..to].iter().sum() } else { 0.0 };
    if now > 0.0 { next / now } else { 0.0 }
}

fn fixed<'p>(plan: &'p Plan<'_>, path: &Path, t: usize) -> &'p crate::model::baseline::BaseYear {
    &plan.ground.years[t.min(path.years - 1)]
}
