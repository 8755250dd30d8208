//! What all futures of one world share: how each five-year cohort answers, year by year, to a little risk taken away and to a
//! death more or less. Every figure is a mean over the single years of age in the cohort that year.

mod diseases;
mod expectancy;
mod hospital;
mod lives;

use diseases::diseases;
use expectancy::Gradients;
use hospital::{bed_days, gone, hospital_shares, hospital_step};
use lives::{avoidable, life_step, spared};

use super::groups::Groups;
use super::path::{Path, ROWS, rows};
use crate::model::tables::ByAge;
use crate::model::what_if::plan::Plan;
use crate::strata::{AGES, QUINTILES};

/// Deaths before this age are counted apart.
const PREMATURE: usize = 75;

/// Answers of a disease in one cohort and year, in people: per person more ill at the start (`..ill`), and per person whose
/// incidence is taken away (`..fall`).
#[derive(Debug, Clone, Copy, Default)]
pub struct DiseaseStep {
    /// Ill at the end of the year.
    pub living: (f64, f64),
    /// Ill at the start of the next year per person ill at the end of this.
    pub carried: f64,
    /// Person-years ill.
    pub ill: (f64, f64),
    /// Deaths.
    pub dying: (f64, f64),
    /// New cases.
    pub new: (f64, f64),
    /// Healthy life expectancy lost per person-year ill and unit of utility lost.
    pub healthy: f64,
}

/// Answers of life to deaths in one cohort and year.
#[derive(Debug, Clone, Copy, Default)]
pub struct LifeStep {
    /// People more at the start of the next year per person more at the end of this.
    pub carried: f64,
    /// Years of life in the year of death per death.
    pub lived: f64,
    /// Deaths of everybody if nothing changes.
    pub deaths: f64,
    /// Deaths per person-year.
    pub mortality: f64,
    /// Utility and social care pounds per person-year.
    pub utility: f64,
    /// See `utility`.
    pub care: f64,
    /// Deaths before 75 per person-year; share of deaths that are before 75.
    pub under_75: (f64, f64),
    /// Hospital use per person-year.
    pub use_rate: [f64; 3],
    /// Life expectancy of the sex, of the fifth, and healthy life expectancy, per death.
    pub expectancy: [f64; 3],
}

/// Deaths that go with hospital spending in one cohort and year.
#[derive(Debug, Clone, Copy, Default)]
pub struct HospitalStep {
    /// Share of all such deaths of the year.
    pub share: f64,
    /// Share of those gone who would have died this year: all, and before 75; share of deaths before 75.
    pub would_die: (f64, f64, f64),
    /// Years lived per person alive at the start.
    pub lived: f64,
    /// Social care pounds, admissions and A&E attendances per person-year.
    pub care: [f64; 3],
}

/// Steps of one cohort over the years it is followed in.
#[derive(Debug, Clone, Default)]
pub struct Track<T> {
    /// First year.
    pub from: usize,
    /// One step a year.
    pub steps: Vec<T>,
}

/// Everything shared by the futures of a world.
#[derive(Debug, Clone)]
pub struct Footing {
    /// The baseline.
    pub path: Path,
    /// The five-year cohorts.
    pub groups: Groups,
    /// By disease, row and group.
    pub diseases: Vec<Vec<Track<DiseaseStep>>>,
    /// By row and group.
    pub lives: Vec<Track<LifeStep>>,
    /// By row and group.
    pub hospital: Vec<Track<HospitalStep>>,
    /// Share of health lost or regained by year and fifth.
    pub use_shares: Vec<[f64; QUINTILES]>,
    /// Bed-days of everybody by year of the horizon.
    pub bed_days: Vec<f64>,
    /// Change of life expectancy, of the same by fifth, and of healthy life expectancy, per death that goes with hospital
    /// spending, by year of the horizon and sex.
    pub hospital_expectancy: Vec<[[f64; 2 + QUINTILES]; 2]>,
    /// Healthy life expectancy per case-year of diabetes less, by year, row and age, before its utility.
    pub healthy_by_age: Vec<[ByAge; 2]>,
}

impl Footing {
    /// Works everything out from a plan of the world: its money is not looked at.
    #[must_use]
    pub fn new(plan: &Plan<'_>, horizon_only: bool) -> Footing {
        let years = plan.scenario.horizon_years as usize;
        let path = Path::new(&plan.ground, plan.tables.mortality_trend, years, horizon_only);
        let groups = Groups::new(&path);
        let expectancy: Vec<Gradients> = (0..years).map(|t| Gradients::new(plan, &path, t)).collect();
        let shares = hospital_shares(plan, &path);
        let mut footing = Footing {
            diseases: Vec::new(),
            lives: Vec::new(),
            hospital: Vec::new(),
            use_shares: shares.iter().map(|(_, by_fifth)| *by_fifth).collect(),
            bed_days: (0..years).map(|t| bed_days(plan, &path, t)).collect(),
            hospital_expectancy: (0..years).map(|t| expectancy[t].of_hospital(&path, t, &shares[t].0)).collect(),
            healthy_by_age: expectancy.iter().map(|gradients| gradients.illness).collect(),
            path,
            groups,
        };
        footing.diseases = diseases(plan, &footing.path, &footing.groups, &expectancy);
        let avoidable = avoidable(plan, &footing.path);
        let spared = spared(&footing.path, &avoidable);
        footing.lives = tracks(&footing.path, &footing.groups, |row, t, ages| {
            let at = row.0 * QUINTILES + row.1;
            let weights = (&spared[t][at], &avoidable[t / diseases::STRIDE][at]);
            life_step(plan, &footing.path, &expectancy, weights, row, t, ages)
        });
        let gone = gone(&footing.path, &shares);
        footing.hospital = tracks(&footing.path, &footing.groups, |row, t, ages| {
            let at = row.0 * QUINTILES + row.1;
            hospital_step(plan, &footing.path, (&shares[t].0[at], &gone[t][at]), row, t, ages)
        });
        footing
    }
}

type Ages = std::ops::Range<usize>;

/// One step for every row, group and year in which the group has anybody alive.
fn tracks<T>(path: &Path, groups: &Groups, mut step: impl FnMut((usize, usize), usize, Ages) -> T) -> Vec<Track<T>>
where
    T: Default,
{
    let mut list = Vec::with_capacity(ROWS * groups.members.len());
    for row in rows() {
        for group in 0..groups.members.len() {
            let mut track = Track { from: path.followed, steps: Vec::new() };
            for t in 0..path.followed {
                let ages = groups.ages(group, path, t);
                if !ages.is_empty() {
                    track.from = track.from.min(t);
                    track.steps.push(step(row, t, ages));
                }
            }
            list.push(track);
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
