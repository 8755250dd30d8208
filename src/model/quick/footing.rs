//! What all futures of one world share: how each five-year cohort answers, year by year, to a little risk taken away and to a
//! death more or less. Every figure is a mean over the single years of age in the cohort that year.

use super::groups::Groups;
use super::path::{Path, ROWS, rows};
use crate::math;
use crate::model::tables::ByAge;
use crate::model::what_if::course::Slopes;
use crate::model::what_if::exposure::Outcome;
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
            let weights = (&spared[t][at], &avoidable[t / STRIDE][at]);
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

/// How much each age counts when risk is taken away: the share exposed times the excess risk of the disease.
fn at_risk(plan: &Plan<'_>, path: &Path, t: usize, outcome: Outcome, (sex, quintile): (usize, usize)) -> ByAge {
    let risks = &plan.risks;
    let mut weight = [0.0; AGES];
    let exposed = &fixed(plan, path, t).exposed;
    for (list, position) in [&risks.smoking, &risks.inactivity, &risks.obesity].into_iter().zip(risks.position) {
        let (Some(risk), Some(at)) = (list.iter().find(|risk| risk.outcome == outcome), position) else {
            continue;
        };
        for age in 0..AGES {
            let (share, excess) = (exposed[at][sex][quintile][age], risk.excess[sex][age]);
            weight[age] += share * excess / (1.0 + share * excess);
        }
    }
    weight.map(|weight| weight.max(0.0) + 1e-9)
}

/// Slopes are worked out in every so many years and joined by straight lines: they change with the trend of rates only.
const STRIDE: usize = 5;

/// Slopes of one disease, sex and fifth in every year from 1.
fn slopes(plan: &Plan<'_>, path: &Path, at: (usize, usize, usize)) -> Vec<Slopes> {
    let course = &plan.ground.course;
    let mut list: Vec<Slopes> = Vec::with_capacity(path.followed);
    let mut before = 1;
    for t in 1..path.followed {
        if (t - 1) % STRIDE != 0 && t + 1 != path.followed {
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

fn diseases(plan: &Plan<'_>, path: &Path, groups: &Groups, gradients: &[Gradients]) -> Vec<Vec<Track<DiseaseStep>>> {
    let course = &plan.ground.course;
    (0..plan.tables.diseases.len())
        .map(|disease| {
            let empty = || Track { from: path.followed, steps: Vec::new() };
            let mut list: Vec<Track<DiseaseStep>> = (0..ROWS * groups.members.len()).map(|_| empty()).collect();
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
                        let track = &mut list[(sex * QUINTILES + quintile) * groups.members.len() + group];
                        track.from = track.from.min(t);
                        let mut step = disease_step(&slopes, scale, residents, &risk, healthy, ages.clone());
                        step.carried = carried(path, (sex, quintile), t, ages);
                        track.steps.push(step);
                    }
                }
            }
            list
        })
        .collect()
}

/// Means over the ages of a cohort: of answers to what was before weighted by the ill, of answers to risk by those at risk.
fn disease_step(
    slopes: &Slopes,
    scale: &ByAge,
    residents: &ByAge,
    risk: &ByAge,
    healthy: Option<&ByAge>,
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
    DiseaseStep {
        living: (sums[0] * ill, sums[5] * exposed),
        carried: 0.0,
        ill: (sums[1] * ill, sums[6] * exposed),
        dying: (sums[2] * ill, sums[7] * exposed),
        new: (sums[3] * ill, sums[8] * exposed),
        healthy: sums[4] * ill,
    }
}

fn life_step(
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
    LifeStep {
        deaths: ages.clone().map(|age| residents[age] * mortality[age]).sum(),
        carried: of(&ages, &next),
        lived: mean(ages.clone(), dying, |a| slope_of_lived(mortality[a], path.lived[t][sex][quintile][a])),
        mortality: of(&ages, &|a| mortality[a]),
        utility: of(&ages, &|a| plan.costs.utility[sex][quintile][a]),
        care: of(&ages, &|a| plan.costs.care_by_age[a]),
        under_75: (of(&ages, &|a| mortality[a] * young(a)), mean(ages.clone(), dying, young)),
        use_rate: [0, 1, 2].map(|measure| of(&ages, &|a| year.use_rate[measure][sex][quintile][a])),
        expectancy: gradients.get(t).map_or([0.0; 3], |g| {
            let of = |list: &ByAge| mean(ages.clone(), dying, |a| list[a]);
            [of(&g.life[sex]), of(&g.by_fifth[sex][quintile]), of(&g.healthy[sex])]
        }),
    }
}

/// How deaths that can be avoided fall over ages, by row, as a share of all deaths there: those of the diseases and of other
/// causes that go with an exposure, and a little of all. In every so many years.
fn avoidable(plan: &Plan<'_>, path: &Path) -> Vec<Vec<ByAge>> {
    let course = &plan.ground.course;
    let year = |t: usize| -> Vec<ByAge> {
        let row = |(sex, quintile): (usize, usize)| {
            let mortality = &path.mortality[t][sex][quintile];
            let mut other = *mortality;
            let mut avoided = [0.0; AGES];
            for disease in (0..plan.tables.diseases.len()).filter(|disease| course.follows(*disease, sex)) {
                let (lowest, dying) = course.mortality(t, disease, sex, quintile);
                let scale = &fixed(plan, path, t).death_scale[disease][sex][quintile];
                let risk = at_risk(plan, path, t, Outcome::Disease(disease), (sex, quintile));
                for age in path.youngest(t)..AGES {
                    let own = dying[age - lowest] * scale[age];
                    avoided[age] += own * risk[age];
                    other[age] -= own;
                }
            }
            let risk = at_risk(plan, path, t, Outcome::OtherCauses, (sex, quintile));
            std::array::from_fn(|age| {
                let all = avoided[age] + other[age].max(0.0) * risk[age];
                if mortality[age] > 0.0 { all / mortality[age] + 0.01 } else { 0.01 }
            })
        };
        rows().map(row).collect()
    };
    (0..path.followed.div_ceil(STRIDE)).map(|number| year(number * STRIDE)).collect()
}

/// People kept alive by year, row and age, if the same small share of such deaths were avoided in each year of the horizon: how they
/// are spread, whatever their number.
fn spared(path: &Path, avoidable: &[Vec<ByAge>]) -> Vec<Vec<ByAge>> {
    let mut now = vec![[0.0; AGES]; ROWS];
    let mut list = Vec::with_capacity(path.followed);
    for t in 0..path.followed {
        let share = if t < path.years { 1.0 } else { 0.05 };
        let mut weights = now.clone();
        for (sex, quintile) in rows() {
            let row = sex * QUINTILES + quintile;
            let (residents, mortality) = (&path.residents[t][sex][quintile], &path.mortality[t][sex][quintile]);
            let kept = &avoidable[t / STRIDE][row];
            let dying: ByAge = std::array::from_fn(|age| residents[age] * mortality[age] * kept[age]);
            (0..AGES).for_each(|age| weights[row][age] += 1e-3 * dying[age]);
            for age in (1..AGES).rev() {
                let own = now[row][age - 1] + share * dying[age - 1];
                let later = path.residents.get(t + 1).map_or(0.0, |later| later[sex][quintile][age]);
                now[row][age] = if residents[age - 1] > 0.0 { own * later / residents[age - 1] } else { 0.0 };
            }
            now[row][0] = 0.0;
        }
        list.push(weights);
    }
    list
}

/// Change of (1 - exp(-m)) / m with m, over itself.
fn slope_of_lived(rate: f64, lived: f64) -> f64 {
    if rate < 1e-6 {
        return -0.5;
    }
    // d/dm [(1 - e^-m) / m] = (e^-m - lived) / m
    (math::exp(-rate) - lived) / (rate * lived)
}

fn hospital_step(
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
    HospitalStep {
        share: shares[ages.clone()].iter().sum(),
        would_die: (of(&gone, &dies), of(&gone, &|a| dies(a) * young(a)), of(&|a| shares[a], &young)),
        lived: of(&gone, &|a| lived[a]),
        care: [
            of(&missing, &|a| plan.costs.care_by_age[a]),
            of(&missing, &|a| year.use_rate[0][sex][quintile][a]),
            of(&missing, &|a| year.use_rate[2][sex][quintile][a]),
        ],
    }
}

/// Those who died of hospital spending and would be alive, by year, row and age, if one in all died of it in each year of the
/// horizon: how they are spread, whatever their number.
fn gone(path: &Path, shares: &[Shares]) -> Vec<Vec<ByAge>> {
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
type Shares = (Vec<ByAge>, [f64; QUINTILES]);

fn hospital_shares(plan: &Plan<'_>, path: &Path) -> Vec<Shares> {
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

fn bed_days(plan: &Plan<'_>, path: &Path, t: usize) -> f64 {
    rows()
        .map(|(sex, quintile)| {
            let rates = &plan.ground.years[t].use_rate[1][sex][quintile];
            path.residents[t][sex][quintile].iter().zip(rates).map(|(people, rate)| people * rate).sum::<f64>()
        })
        .sum()
}

/// How expectancies of a year answer to one death more at each age, and to one person-year of utility lost.
#[derive(Debug, Clone)]
struct Gradients {
    /// Life expectancy of the sex.
    life: [ByAge; 2],
    /// Life expectancy of the fifth.
    by_fifth: [[ByAge; QUINTILES]; 2],
    /// Healthy life expectancy of the sex; 0 where none is published.
    healthy: [ByAge; 2],
    /// The same per unit of utility lost by one resident for the year.
    illness: [ByAge; 2],
}

impl Gradients {
    fn new(plan: &Plan<'_>, path: &Path, t: usize) -> Gradients {
        let mut all = Gradients {
            life: [[0.0; AGES]; 2],
            by_fifth: [[[0.0; AGES]; QUINTILES]; 2],
            healthy: [[0.0; AGES]; 2],
            illness: [[0.0; AGES]; 2],
        };
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
            for q in 0..QUINTILES {
                let slope = slopes_of_expectancy(&mortality[sex][q], &[0.0; AGES]);
                let own = &residents[sex][q];
                all.by_fifth[sex][q] =
                    std::array::from_fn(|age| if own[age] > 0.0 { slope.0[age] / own[age] } else { 0.0 });
            }
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
    fn of_hospital(&self, path: &Path, t: usize, shares: &[ByAge]) -> [[f64; 2 + QUINTILES]; 2] {
        let _ = (path, t);
        [0, 1].map(|sex| {
            let mut sums = [0.0; 2 + QUINTILES];
            for q in 0..QUINTILES {
                for age in 0..AGES {
                    let own = shares[sex * QUINTILES + q][age];
                    sums[0] += own * self.life[sex][age];
                    sums[1] += own * self.healthy[sex][age];
                    sums[2 + q] += own * self.by_fifth[sex][q][age];
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
