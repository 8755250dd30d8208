//! The mix: over which ages the people of each stream are spread, year by year, taken from one reference future of the world.
//!
//! Futures differ in how many people there are in a stream, hardly in how old they are; so one future is followed by single
//! years of age, and what its people answer per person is held for all others. The reference has the central values of all
//! drawn figures but timings: a tenth of its people come sooner, a tenth keep the effect longer, so that no year is
//! empty in which a future might have somebody.

use super::delivery::{Bases, Till};
use super::footing::{Footing, Track};
use super::layout::{Feed, Kind, Layout, Measured, Strength, Target};
use super::path::{Path, ROWS, rows};
use super::shapes::{normalise, served};
use super::timing;
use super::weights::Weights;
use crate::model::tables::{ByAge, Cells, NO_CELLS};
use crate::model::what_if::effects::Action;
use crate::model::what_if::kernel::Timing;
use crate::model::what_if::plan::Plan;
use crate::strata::{AGES, QUINTILES};

/// One figure by fifth.
pub type ByFifth = [f64; QUINTILES];

/// Answers of one stream, per person in effect.
#[derive(Debug, Clone, Default)]
pub struct Yield {
    /// What is measured, by year.
    pub measured: Vec<ByFifth>,
    /// People of any age, by year of the horizon.
    pub people: Vec<ByFifth>,
}

/// Risk taken away per person of a feed and power of the drawn causal share: by row and group.
pub type Strengths = Vec<Track<[f64; 3]>>;

/// The reference.
#[derive(Debug, Clone, Default)]
pub struct Mix {
    /// By stream.
    pub yields: Vec<Yield>,
    /// By feed and target.
    pub feeds: Vec<Vec<Strengths>>,
    /// Supported last year who are still of an age served, and who are not, by component and year.
    pub stay: Vec<Vec<[ByFifth; 2]>>,
    /// Per case of diabetes avoided: cases alive; hospital users and hospital use by measure; healthy life expectancy by sex.
    pub diabetes: Vec<[ByFifth; 9]>,
}

/// A row of cohorts, all rows one after another.
type Cohorts = Vec<f64>;

struct Walk<'f> {
    path: &'f Path,
    width: usize,
    /// Share of a cohort alive since it was first followed, by year.
    index: Vec<Cohorts>,
}

impl<'f> Walk<'f> {
    fn new(path: &'f Path) -> Walk<'f> {
        let width = path.cohorts();
        let mut walk = Walk { path, width, index: Vec::with_capacity(path.followed) };
        let mut now = vec![1.0; ROWS * width];
        for t in 0..path.followed {
            if t > 0 {
                let (present, first) = path.present(t - 1);
                for (sex, quintile) in rows() {
                    let survival = &path.survival[t - 1][sex][quintile];
                    let row = &mut now[(sex * QUINTILES + quintile) * width..][present.clone()];
                    row.iter_mut().zip(&survival[first..]).for_each(|(alive, share)| *alive *= share);
                }
            }
            walk.index.push(now.clone());
        }
        walk
    }

    /// People by age of a year as people by cohort when first followed.
    fn sown(&self, t: usize, cells: &Cells) -> Cohorts {
        let mut sown = vec![0.0; ROWS * self.width];
        let (present, first) = self.path.present(t);
        for (sex, quintile) in rows() {
            let at = (sex * QUINTILES + quintile) * self.width;
            for (cohort, age) in present.clone().zip(first..) {
                let alive = self.index[t][at + cohort];
                let people = cells[sex][quintile][age];
                sown[at + cohort] = if people > 0.0 && alive > 0.0 { people / alive } else { 0.0 };
            }
        }
        sown
    }

    /// Sum over the people of a row alive in a year, from an age to before another.
    fn visit(&self, t: usize, ages: (usize, usize), row: usize, mut visit: impl FnMut(usize, usize)) {
        let (present, first) = self.path.present(t);
        for (cohort, age) in present.zip(first..) {
            if age >= ages.0 && age <= ages.1 {
                visit(row * self.width + cohort, age);
            }
        }
    }
}

/// Everybody counted in one series of the reference.
struct Sown {
    /// People by year and fifth.
    people: Vec<ByFifth>,
    /// Spread of one person, by year.
    spread: Vec<Cohorts>,
}

/// Timing of the reference: share, and what lag and half-life are multiplied by.
const TIMINGS: [(f64, f64, f64); 3] = [(0.8, 1.0, 1.0), (0.1, 0.0, 1.0), (0.1, 1.0, 3.0)];

fn blend(make: impl Fn(Timing) -> Vec<f64>, timing: Timing) -> Vec<f64> {
    let mut total: Vec<f64> = Vec::new();
    for (share, lag, half_life) in TIMINGS {
        let own = Timing { lag: timing.lag * lag, held: timing.held, half_life: timing.half_life * half_life };
        let list = make(own);
        total.resize(total.len().max(list.len()), 0.0);
        total.iter_mut().zip(list).for_each(|(total, value)| *total += share * value);
    }
    total
}

/// People are never quite absent: where the reference reaches nobody, their spread is known all the same.
const TRACE: f64 = 1e-6;

impl Mix {
    /// Follows the reference.
    #[must_use]
    pub fn new(plan: &Plan<'_>, layout: &Layout, footing: &Footing, weights: &Weights, bases: &Bases) -> Mix {
        let walk = Walk::new(&footing.path);
        let mut mix = Mix {
            yields: vec![Yield::default(); layout.streams.len()],
            stay: vec![Vec::new(); plan.components.len()],
            ..Mix::default()
        };
        let sown = mix.deliver(plan, layout, &walk, bases);
        for stream in 0..layout.streams.len() {
            mix.measure(plan, layout, &walk, &sown, stream);
        }
        mix.feeds =
            layout.feeds.iter().map(|feed| feed_strengths(plan, layout, footing, &walk, &sown, weights, feed)).collect();
        if let Some(line) = layout.diabetes {
            mix.diabetes = follow_diabetes(plan, layout, footing, &walk, &sown, line);
        }
        mix
    }

    /// Money to people in the reference, year by year.
    fn deliver(&mut self, plan: &Plan<'_>, layout: &Layout, walk: &Walk<'_>, bases: &Bases) -> Vec<Sown> {
        let path = walk.path;
        let mut sown: Vec<Sown> =
            layout.series.iter().map(|_| Sown { people: Vec::new(), spread: Vec::new() }).collect();
        let mut till = Till::new(plan);
        for t in 0..path.years {
            let taken = |component: usize| {
                let lines = layout.lines.iter().enumerate().filter(|(_, line)| line.component == component);
                lines.fold([0.0; QUINTILES], |most: ByFifth, (_, line)| {
                    let mut people = [0.0; QUINTILES];
                    for stream in line.streams.clone() {
                        let own = self.people_of(plan, layout, walk, &sown, stream, t);
                        (0..QUINTILES).for_each(|q| people[q] += own[q]);
                    }
                    std::array::from_fn(|q| most[q].max(people[q]))
                })
            };
            let units = till.year(plan, bases, t, 1.0, taken);
            till.settle(plan, t, 0.0);
            for (component, units) in units.iter().enumerate() {
                let people = units.map(|units| units * plan.components[component].reach.people_per_unit);
                self.sow(plan, layout, walk, &mut sown, (component, t), &people);
            }
        }
        // Support ends with the horizon.
        if path.followed > path.years {
            for component in 0..plan.components.len() {
                self.sow(plan, layout, walk, &mut sown, (component, path.years), &[0.0; QUINTILES]);
            }
        }
        sown
    }

    /// People of all ages of a stream at the end of the year before `t`.
    fn people_of(
        &self,
        plan: &Plan<'_>,
        layout: &Layout,
        walk: &Walk<'_>,
        sown: &[Sown],
        stream: usize,
        t: usize,
    ) -> ByFifth {
        let mut total = [0.0; QUINTILES];
        let kind = layout.series[layout.streams[stream].series].kind;
        if t == 0 || matches!(kind, Kind::Now | Kind::Begun | Kind::Aged | Kind::Lost) {
            return total;
        }
        let line = layout.streams[stream].line;
        let build_up = plan.components[layout.lines[line].component].build_up;
        let kernel = blend(|timing| timing::shares(kind, timing, build_up, walk.path.followed), layout.effect(plan, line).timing);
        let mut people = vec![0.0; ROWS * walk.width];
        living(walk, &sown[layout.streams[stream].series], &kernel, t - 1, &mut people);
        for (sex, quintile) in rows() {
            let row = sex * QUINTILES + quintile;
            walk.visit(t - 1, (0, AGES), row, |at, _| total[quintile] += people[at]);
        }
        total
    }

    /// Counts a year's people of a component in its series.
    fn sow(
        &mut self,
        plan: &Plan<'_>,
        layout: &Layout,
        walk: &Walk<'_>,
        sown: &mut [Sown],
        (component, t): (usize, usize),
        people: &ByFifth,
    ) {
        let path = walk.path;
        let series = layout.of_component[component].clone();
        let trace = |people: &ByFifth| people.map(|people| people + TRACE);
        if layout.series[series.start].kind != Kind::Now {
            if t < path.years {
                let children = plan.components[component].reach.children.unwrap_or(1.0);
                for index in series {
                    let kind = layout.series[index].kind;
                    let share = match kind {
                        Kind::Children => children,
                        Kind::Adults => 1.0 - children,
                        _ => 1.0,
                    };
                    sown[index].spread.push(walk.sown(t, &served(plan, path, t, component, kind)));
                    sown[index].people.push(trace(&people.map(|people| people * share)));
                }
            }
            return;
        }
        let places = if t < path.years { served(plan, path, t, component, Kind::Now) } else { NO_CELLS };
        let (mut stayed, mut grown) = (NO_CELLS, NO_CELLS);
        if t > 0 {
            let before = served(plan, path, t - 1, component, Kind::Now);
            for (sex, quintile) in rows() {
                for age in 1..AGES {
                    let survived = before[sex][quintile][age - 1] * path.survival[t - 1][sex][quintile][age - 1];
                    let still = t >= path.years || places[sex][quintile][age] > 0.0;
                    let to = if still { &mut stayed } else { &mut grown };
                    to[sex][quintile][age] += survived;
                }
            }
        }
        let earlier = if t > 0 { sown[series.start].people[t - 1] } else { [0.0; QUINTILES] };
        let now = trace(people);
        let mut free = places;
        for (sex, quintile) in rows() {
            for age in 0..AGES {
                let there = earlier[quintile] * stayed[sex][quintile][age];
                let own = now[quintile] * places[sex][quintile][age] - there;
                free[sex][quintile][age] = if own > 0.0 { own } else { 0.0 };
            }
        }
        normalise(&mut free);
        let (stays, grows) = (normalise(&mut stayed), normalise(&mut grown));
        self.stay[component].push([stays, grows]);
        let gone: [ByFifth; 2] = [
            std::array::from_fn(|q| earlier[q] * grows[q]),
            std::array::from_fn(|q| (earlier[q] * stays[q] - people[q]).max(0.0)),
        ];
        let begun: ByFifth = std::array::from_fn(|q| (people[q] - earlier[q] * stays[q]).max(0.0));
        let all = [(*people, &places), (begun, &free), (gone[0], &grown), (gone[1], &stayed)];
        for (index, (people, cells)) in series.zip(all) {
            sown[index].people.push(trace(&people));
            sown[index].spread.push(walk.sown(t, cells));
        }
    }

    /// What a stream answers per person.
    fn measure(&mut self, plan: &Plan<'_>, layout: &Layout, walk: &Walk<'_>, sown: &[Sown], stream: usize) {
        let path = walk.path;
        let Some(kernel) = stream_kernel(plan, layout, path, stream) else { return };
        let line = &layout.lines[layout.streams[stream].line];
        let effect = layout.effect(plan, layout.streams[stream].line);
        let own = &sown[layout.streams[stream].series];
        let course = matches!(
            layout.series[layout.streams[stream].series].kind,
            Kind::Whole | Kind::Children | Kind::Adults
        );
        let last = (own.people.len() + kernel.len()).min(path.followed);
        let until = if line.measured == Measured::Nothing { last.min(path.years) } else { last };
        let mut people = vec![0.0; ROWS * walk.width];
        for t in 0..until {
            let size = living(walk, own, &kernel, t, &mut people);
            let per = |total: ByFifth| std::array::from_fn(|q| if size[q] != 0.0 { total[q] / size[q] } else { 0.0 });
            if line.measured != Measured::Nothing {
                let year = &plan.ground.years[t.min(path.years - 1)];
                let mut total = [0.0; QUINTILES];
                for (sex, quintile) in rows().filter(|(sex, _)| effect.sexes[*sex]) {
                    walk.visit(t, effect.ages, sex * QUINTILES + quintile, |at, age| {
                        total[quintile] += people[at]
                            * match line.measured {
                                Measured::Use(measure) => year.use_rate[measure][sex][quintile][age],
                                Measured::Users(measure) => {
                                    f64::from(u8::from(year.use_rate[measure][sex][quintile][age] > 0.0))
                                }
                                _ => 1.0,
                            };
                    });
                }
                self.yields[stream].measured.push(per(total));
            }
            if t < path.years && course {
                let mut total = [0.0; QUINTILES];
                for (sex, quintile) in rows() {
                    walk.visit(t, (0, AGES), sex * QUINTILES + quintile, |at, _| total[quintile] += people[at]);
                }
                self.yields[stream].people.push(per(total));
            }
        }
    }
}

fn stream_kernel(plan: &Plan<'_>, layout: &Layout, path: &Path, stream: usize) -> Option<Vec<f64>> {
    let stream = layout.streams[stream];
    let effect = layout.effect(plan, stream.line);
    let build_up = plan.components[layout.lines[stream.line].component].build_up;
    let kind = layout.series[stream.series].kind;
    let kernel = blend(|timing| timing::shares(kind, timing, build_up, path.followed), effect.timing);
    (!kernel.is_empty()).then_some(kernel)
}

/// Those of a series in whom something lives in year `t`, by cohort; gives their number had nobody died.
fn living(walk: &Walk<'_>, sown: &Sown, kernel: &[f64], t: usize, people: &mut [f64]) -> ByFifth {
    people.fill(0.0);
    let mut size = [0.0; QUINTILES];
    for s in 0..sown.people.len().min(t + 1) {
        let Some(share) = kernel.get(t - s).filter(|share| **share != 0.0) else { continue };
        for quintile in 0..QUINTILES {
            let weight = sown.people[s][quintile] * share;
            size[quintile] += weight;
            for sex in 0..2 {
                let at = (sex * QUINTILES + quintile) * walk.width..(sex * QUINTILES + quintile + 1) * walk.width;
                let rows = people[at.clone()].iter_mut().zip(&sown.spread[s][at]);
                rows.for_each(|(people, spread)| *people += weight * spread);
            }
        }
    }
    people.iter_mut().zip(&walk.index[t]).for_each(|(people, alive)| *people *= alive);
    size
}

/// All streams of an effect together, `lag` years ago; for those who stop smoking one series with the curve of their risk.
fn living_in_feed(
    plan: &Plan<'_>,
    layout: &Layout,
    walk: &Walk<'_>,
    sown: &[Sown],
    feed: &Feed,
    kernels: &[Option<Vec<f64>>],
    t: usize,
    people: &mut [f64],
    one: &mut [f64],
) -> ByFifth {
    people.fill(0.0);
    let mut size = [0.0; QUINTILES];
    let line = &layout.lines[feed.line];
    let effect = layout.effect(plan, feed.line);
    for (stream, kernel) in line.streams.clone().zip(kernels) {
        let Some(kernel) = kernel else { continue };
        // Their ages when the exposure changed decide whether the effect works in them.
        let own = living(walk, &sown[layout.streams[stream].series], kernel, t - feed.lag, one);
        (0..QUINTILES).for_each(|q| size[q] += own[q]);
        for row in 0..ROWS {
            let works = feed.left.is_some() || effect.sexes[row / QUINTILES];
            let ages = if feed.left.is_some() { (0, AGES) } else { effect.ages };
            if works {
                walk.visit(t - feed.lag, ages, row, |at, _| {
                    let alive = walk.index[t - feed.lag][at];
                    if alive > 0.0 {
                        people[at] += one[at] * walk.index[t][at] / alive;
                    }
                });
            }
        }
    }
    size
}

fn feed_strengths(
    plan: &Plan<'_>,
    layout: &Layout,
    footing: &Footing,
    walk: &Walk<'_>,
    sown: &[Sown],
    weights: &Weights,
    feed: &Feed,
) -> Vec<Strengths> {
    let path = walk.path;
    let effect = layout.effect(plan, feed.line);
    let kernels: Vec<Option<Vec<f64>>> = layout.lines[feed.line]
        .streams
        .clone()
        .map(|stream| match &feed.left {
            Some(left) => Some(blend(|timing| timing::quit(timing, left, path.followed), effect.timing)),
            None => stream_kernel(plan, layout, path, stream),
        })
        .collect();
    let count = footing.groups.members.len();
    let empty = || Track { from: path.followed, steps: Vec::new() };
    let mut strengths: Vec<Strengths> =
        feed.targets.iter().map(|_| (0..ROWS * count).map(|_| empty()).collect()).collect();
    let mut people = vec![0.0; ROWS * walk.width];
    let mut one = people.clone();
    for t in feed.lag..path.followed {
        let size = living_in_feed(plan, layout, walk, sown, feed, &kernels, t, &mut people, &mut one);
        if size.iter().all(|size| *size == 0.0) {
            continue;
        }
        for ((target, strength), tracks) in feed.targets.iter().zip(&mut strengths) {
            for (sex, quintile) in rows() {
                let row = sex * QUINTILES + quintile;
                if size[quintile] == 0.0 || matches!(target, Target::Disease(d) if !plan.ground.course.follows(*d, sex)) {
                    continue;
                }
                let other = other_deaths(plan, path, *target, t, (sex, quintile));
                for group in 0..count {
                    let ages = footing.groups.ages(group, path, t);
                    let mut sums = [0.0; 3];
                    for age in ages {
                        let at = row * walk.width + (age + path.years - 1 - t);
                        let weight = match strength {
                            Strength::Risk(exposure, risk) => weights.at(*exposure, *risk, t, (sex, quintile), age),
                            Strength::Plain => [1.0, 0.0, 0.0],
                        };
                        let size = people[at] * other.map_or(1.0, |rate| rate[age]);
                        (0..3).for_each(|power| sums[power] += size * weight[power]);
                    }
                    let track = &mut tracks[row * count + group];
                    if track.steps.is_empty() && sums == [0.0; 3] {
                        continue;
                    }
                    track.from = track.from.min(t);
                    track.steps.resize(t - track.from, [0.0; 3]);
                    track.steps.push(sums.map(|sum| sum / size[quintile]));
                }
            }
        }
    }
    strengths
}

/// Deaths of causes that are not modelled, per person-year, where these are the target.
fn other_deaths(plan: &Plan<'_>, path: &Path, target: Target, t: usize, (sex, quintile): (usize, usize)) -> Option<ByAge> {
    if target != Target::OtherCauses {
        return None;
    }
    let mut other = path.mortality[t][sex][quintile];
    let year = &plan.ground.years[t.min(path.years - 1)];
    for disease in (0..plan.tables.diseases.len()).filter(|disease| plan.ground.course.follows(*disease, sex)) {
        let dying = plan.ground.course.mortality(t, disease, sex, quintile);
        for age in path.youngest(t)..AGES {
            other[age] -= year.death_scale[disease][sex][quintile][age] * dying[age];
        }
    }
    Some(other.map(|rate| rate.max(0.0)))
}

/// Cases of diabetes avoided, as long as they stay avoided.
fn follow_diabetes(
    plan: &Plan<'_>,
    layout: &Layout,
    footing: &Footing,
    walk: &Walk<'_>,
    sown: &[Sown],
    line: usize,
) -> Vec<[ByFifth; 9]> {
    let path = walk.path;
    let effect = layout.effect(plan, line);
    let Action::DiabetesAvoided(_) = effect.action else { return Vec::new() };
    let half_life = plan.components[layout.lines[line].component].timing.1;
    let fade = crate::math::exp(-std::f64::consts::LN_2 / half_life);
    let mut cases = vec![0.0; ROWS * walk.width];
    let mut people = cases.clone();
    let mut size = [0.0; QUINTILES];
    let mut list = Vec::with_capacity(path.followed);
    for t in 0..path.followed {
        cases.iter_mut().for_each(|value| *value *= fade);
        size.iter_mut().for_each(|value| *value *= fade);
        for stream in layout.lines[line].streams.clone() {
            let Some(kernel) = stream_kernel(plan, layout, path, stream) else { continue };
            living(walk, &sown[layout.streams[stream].series], &kernel, t, &mut people);
            for (sex, quintile) in rows().filter(|(sex, _)| effect.sexes[*sex]) {
                walk.visit(t, effect.ages, sex * QUINTILES + quintile, |at, _| {
                    size[quintile] += people[at];
                    if walk.index[t][at] > 0.0 {
                        cases[at] += people[at] / walk.index[t][at];
                    }
                });
            }
        }
        let mut sums = [[0.0; QUINTILES]; 9];
        let year = &plan.ground.years[t.min(path.years - 1)];
        for (sex, quintile) in rows() {
            walk.visit(t, (0, AGES), sex * QUINTILES + quintile, |at, age| {
                let own = cases[at] * walk.index[t][at];
                sums[0][quintile] += own;
                for measure in 0..3 {
                    let rate = year.use_rate[measure][sex][quintile][age];
                    sums[1 + measure][quintile] += if rate > 0.0 { own } else { 0.0 };
                    sums[4 + measure][quintile] += own * rate;
                }
                if let Some(healthy) = footing.healthy_by_age.get(t) {
                    sums[7 + sex][quintile] += own * healthy[sex][age];
                }
            });
        }
        list.push(sums.map(|sum| std::array::from_fn(|q| if size[q] > 0.0 { sum[q] / size[q] } else { 0.0 })));
    }
    list
}
