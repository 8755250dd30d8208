//! The mix: over which ages the people of each stream are spread, year by year, and what they answer.
//!
//! Futures differ in how many people there are in a stream and in when they were counted, in nothing else. What is measured of an
//! effect is therefore kept per person, by year and by year of being counted, and a future multiplies it by its people.
//!
//! Risks would need that for every disease and cohort. There, what people answer in year `t`, who were counted `n` years
//! before, is taken as a straight line in `n`, fitted over all `n` with the shares of effect as weights; a future then needs two
//! sums over its people only: how many, and how many times `n`. The weights are those of the central timing, with a tenth that comes at once and a tenth that stays three times as long,
//! so that no year is empty in which a future might have somebody.

use std::ops::Range;
use std::sync::Arc;

use super::footing::Footing;
use super::lanes::{LANES, Lanes};
use super::layout::{ADULT, Feed, Kind, Layout, Measured, Strength, Target};
use super::path::{ROWS, rows};
use super::shapes::{normalise, served};
use super::strengths::{Step, Strengths};
use super::timing::{self, Pace};
use super::walk::{Fit, Walk, by_start, fitted, moments_before};
use super::weights::{Powers, Weights};
use crate::model::baseline::BaseYear;
use crate::model::tables::{ByAge, Cells, NO_CELLS};
use crate::model::what_if::kernel::Timing;
use crate::model::what_if::plan::Plan;
use crate::strata::{AGES, QUINTILES};

/// One figure by fifth.
pub type ByFifth = [f64; QUINTILES];
/// A straight line in the years since people were counted, by fifth: at 0, and per year.
pub type Line = [ByFifth; 2];

/// Answers of one stream, per person in effect, by moment and by year of being counted.
#[derive(Debug, Clone, Default)]
pub struct Yield {
    /// What is measured.
    pub measured: Arc<Moments>,
    /// People of any age, within the horizon.
    pub people: Arc<Moments>,
}

/// Answers by fifth, by moment and year of being counted. Many streams answer alike, and share them.
pub type Moments = Vec<Vec<[f32; QUINTILES]>>;

/// Risk taken away by one stream of a feed.
#[derive(Debug, Clone)]
pub struct Source {
    /// Feed.
    pub feed: usize,
    /// Stream.
    pub stream: usize,
    /// How strongly it works; nothing once the chains have taken it.
    pub strengths: Strengths,
}

/// What a case of diabetes avoided answers: cases alive; hospital users (3) and hospital use (3) by measure; healthy life
/// expectancy by sex (2).
pub const OF_DIABETES: usize = 9;

/// Everybody's answers.
#[derive(Debug, Clone, Default)]
pub struct Mix {
    /// By stream.
    pub yields: Vec<Yield>,
    /// By effect, those before it of which the same is measured in the same people.
    pub alike: Vec<Vec<usize>>,
    /// Risks.
    pub sources: Vec<Source>,
    /// Supported last year who are still of an age served, and who are not, by component and year.
    pub stay: Vec<Vec<[ByFifth; 2]>>,
    /// By stream of the effect that avoids diabetes, and moment.
    pub diabetes: Vec<Vec<[Line; OF_DIABETES]>>,
}

/// Timing of the weights: share, and what lag and half-life are multiplied by.
const TIMINGS: [(f64, f64, f64); 3] = [(0.8, 1.0, 1.0), (0.1, 0.0, 1.0), (0.1, 1.0, 3.0)];

/// The weights by years: `write` puts down the shares of three timings, each in a lane of its own.
fn blend(timing: Timing, build_up: Option<f64>, write: impl FnOnce(&Pace, &mut Vec<Lanes>)) -> Vec<f64> {
    let timings = std::array::from_fn(|lane| {
        let (_, lag, half_life) = TIMINGS[lane.min(TIMINGS.len() - 1)];
        Timing { lag: timing.lag * lag, held: timing.held, half_life: timing.half_life * half_life }
    });
    let mut shares = Vec::new();
    write(&Pace { timing: timings, build_up: [build_up; LANES] }, &mut shares);
    let weight =
        |share: &Lanes| TIMINGS.iter().zip(share).fold(0.0, |sum, ((weight, ..), own)| sum + weight * own.abs());
    shares.iter().map(weight).collect()
}

/// Everything the answers are worked out from.
struct Desk<'d, 'a> {
    plan: &'d Plan<'a>,
    layout: &'d Layout,
    footing: &'d Footing,
    walk: Walk<'d>,
    /// Spread of one person by series and year.
    spread: Vec<Vec<Vec<f64>>>,
    /// True for measures of hospital use of which everybody has some.
    all_use: [bool; 3],
}

impl Mix {
    /// Works everything out from a plan with central values: its money is not looked at.
    #[must_use]
    pub fn new(plan: &Plan<'_>, layout: &Layout, footing: &Footing, weights: &Weights) -> Mix {
        let walk = Walk::new(&footing.path, footing.clock);
        let mut desk = Desk {
            plan,
            layout,
            footing,
            walk,
            spread: vec![Vec::new(); layout.series.len()],
            all_use: [0, 1, 2].map(|measure| everybody_uses(plan, footing.path.years, measure)),
        };
        let mut mix = Mix::default();
        for component in 0..plan.components.len() {
            desk.reap(component, weights, &mut mix);
        }
        mix.alike = (0..layout.lines.len()).map(|line| alike(layout, &mix.yields, line)).collect();
        mix
    }
}

impl Desk<'_, '_> {
    /// Works out everything about a component. Where its people are spread is large, and forgotten when it is done.
    fn reap(&mut self, component: usize, weights: &Weights, mix: &mut Mix) {
        let layout = self.layout;
        mix.stay.push(self.sow(component));
        for number in (0..layout.lines.len()).filter(|line| layout.lines[*line].component == component) {
            let streams = layout.lines[number].streams.clone();
            for stream in streams.clone() {
                let own = self.measure(stream, &mix.yields);
                mix.yields.push(own);
            }
            for (feed, own) in layout.feeds.iter().enumerate().filter(|(_, feed)| feed.line == number) {
                for stream in streams.clone() {
                    if let Some(kernel) = self.kernel_of_feed(own, stream) {
                        let strengths = self.strengths(own, stream, &kernel, weights);
                        mix.sources.push(Source { feed, stream, strengths });
                    }
                }
            }
            if layout.diabetes == Some(number) {
                mix.diabetes = streams.map(|stream| self.follow_diabetes(stream)).collect();
            }
        }
        layout.of_component[component].clone().for_each(|series| self.spread[series] = Vec::new());
    }

    /// Spreads the people of a component's series in every year; gives who stays where people are supported.
    fn sow(&mut self, component: usize) -> Vec<[ByFifth; 2]> {
        let (plan, path) = (self.plan, &self.footing.path);
        let series = self.layout.of_component[component].clone();
        let kind = self.layout.series[series.start].kind;
        if kind != Kind::Now {
            for index in series {
                let kind = self.layout.series[index].kind;
                for t in 0..path.years {
                    let cells = served(plan, path, t, component, kind);
                    self.spread[index].push(self.walk.sown(t, &cells));
                }
            }
            return Vec::new();
        }
        let mut stay = Vec::new();
        let mut before = NO_CELLS;
        for t in 0..=path.years.min(path.followed - 1) {
            let places = if t < path.years { served(plan, path, t, component, Kind::Now) } else { NO_CELLS };
            let (mut stayed, mut grown) = (NO_CELLS, NO_CELLS);
            for (sex, quintile) in rows().filter(|_| t > 0) {
                for age in 1..AGES {
                    let survived = before[sex][quintile][age - 1] * path.survival[t - 1][sex][quintile][age - 1];
                    let still = t >= path.years || places[sex][quintile][age] > 0.0;
                    let to = if still { &mut stayed } else { &mut grown };
                    to[sex][quintile][age] += survived;
                }
            }
            let mut free = begun(&places, &stayed);
            normalise(&mut free);
            stay.push([normalise(&mut stayed), normalise(&mut grown)]);
            for (index, cells) in series.clone().zip([&places, &free, &places, &grown, &stayed]) {
                self.spread[index].push(self.walk.sown(t, cells));
            }
            before = places;
        }
        stay
    }

    fn kernel(&self, stream: usize) -> Vec<f64> {
        let stream = self.layout.streams[stream];
        let build_up = self.plan.components[self.layout.lines[stream.line].component].build_up;
        let kind = self.layout.series[stream.series].kind;
        let most = self.footing.path.followed;
        let timing = self.layout.effect(self.plan, stream.line).timing;
        blend(timing, build_up, |pace, shares| timing::shares(kind, pace, most, shares))
    }

    /// The year in which nearly all people of a stream are counted: support is lost when the horizon ends.
    fn most(&self, stream: usize) -> Option<usize> {
        let kind = self.layout.series[self.layout.streams[stream].series].kind;
        (kind == Kind::Lost).then_some(self.footing.path.years)
    }

    fn kernel_of_feed(&self, feed: &Feed, stream: usize) -> Option<Vec<f64>> {
        let timing = self.layout.effect(self.plan, feed.line).timing;
        let kernel = match &feed.left {
            Some(left) => blend(timing, None, |pace, shares| {
                timing::quit(&pace.timing, left, self.footing.path.followed, shares);
            }),
            None => self.kernel(stream),
        };
        (!kernel.is_empty()).then_some(kernel)
    }

    /// What is measured of a stream, where everybody who is counted uses hospitals: how many.
    fn measured(&self, stream: usize) -> Measured {
        match self.layout.lines[self.layout.streams[stream].line].measured {
            Measured::Users(measure) if self.all_use[measure] => Measured::Count,
            measured => measured,
        }
    }

    /// True if the same is measured of the same people in both streams.
    fn alike(&self, one: usize, other: usize) -> bool {
        let effect = |stream: usize| self.layout.effect(self.plan, self.layout.streams[stream].line);
        self.measured(one) == self.measured(other)
            && effect(one).ages == effect(other).ages
            && effect(one).sexes == effect(other).sexes
    }

    /// What a stream answers per person; `known` are the answers of those before it.
    fn measure(&self, stream: usize, known: &[Yield]) -> Yield {
        let path = &self.footing.path;
        let kernel = self.kernel(stream);
        let own = self.layout.streams[stream];
        let line = &self.layout.lines[own.line];
        let effect = self.layout.effect(self.plan, own.line);
        let spread = &self.spread[own.series];
        let course = matches!(self.layout.series[own.series].kind, Kind::Whole | Kind::Children | Kind::Adults);
        let clock = self.footing.clock;
        let last = (spread.len() + kernel.len()).min(path.followed);
        // Children pass through the ages of an effect within years; with everybody else little happens in five.
        // Who is supported now is counted anew each year; every other effect may stay longer in a future than by the central timing.
        let reach = if self.layout.series[own.series].kind == Kind::Now { 1 } else { usize::MAX };
        let every_year = (self.plan.components[line.component].record.ages.1 as usize) < ADULT;
        let earlier = (0..stream).filter(|earlier| self.layout.streams[*earlier].series == own.series);
        let measured = || {
            by_start((&self.walk, clock), spread, effect.ages, (reach, last, every_year), |t, rates| {
                let year = &self.plan.ground.years[t.min(path.years - 1)];
                for (sex, quintile) in rows().filter(|(sex, _)| effect.sexes[*sex]) {
                    self.walk.visit(t, effect.ages, sex * QUINTILES + quintile, |at, age| {
                        rates[at] = match line.measured {
                            Measured::Use(measure) => year.use_rate[measure][sex][quintile][age],
                            Measured::Users(measure) => one_if(year.use_rate[measure][sex][quintile][age] > 0.0),
                            _ => 1.0,
                        };
                    });
                }
            })
        };
        let people = || {
            by_start((&self.walk, clock), spread, (0, AGES), (reach, last.min(path.years), false), |t, rates| {
                (0..ROWS).for_each(|row| self.walk.visit(t, (0, AGES), row, |at, _| rates[at] = 1.0));
            })
        };
        let mut answers = Yield::default();
        if line.measured != Measured::Nothing {
            let alike = earlier.clone().filter(|earlier| self.alike(*earlier, stream)).map(|at| &known[at].measured);
            answers.measured =
                first_moments(alike, moments_before(clock, last)).unwrap_or_else(|| Arc::new(measured()));
        }
        if course {
            let same = earlier.map(|at| &known[at].people);
            answers.people =
                first_moments(same, moments_before(clock, last.min(path.years))).unwrap_or_else(|| Arc::new(people()));
        }
        answers
    }

    /// Sums a figure over people, by fifth.
    fn line(
        &self,
        t: usize,
        fit: &Fit,
        ages: (usize, usize),
        sexes: [bool; 2],
        value: impl Fn((usize, usize), usize) -> f64,
    ) -> Line {
        let mut sums = [[0.0; QUINTILES]; 2];
        for (sex, quintile) in rows().filter(|(sex, _)| sexes[*sex]) {
            self.walk.visit(t, ages, sex * QUINTILES + quintile, |at, age| {
                let value = value((sex, quintile), age);
                sums[0][quintile] += fit.level[at] * value;
                sums[1][quintile] += fit.slope[at] * value;
            });
        }
        sums
    }

    /// Risk taken away by a stream of a feed, for every target, row and group.
    fn strengths(&self, feed: &Feed, stream: usize, kernel: &[f64], weights: &Weights) -> Strengths {
        let (path, groups, clock) = (&self.footing.path, &self.footing.groups, self.footing.clock);
        let effect = self.layout.effect(self.plan, feed.line);
        let spread = &self.spread[self.layout.streams[stream].series];
        let count = groups.members.len();
        let last = (spread.len() + kernel.len() + feed.lag).min(path.followed);
        // Their ages when the exposure changed decide whether the effect works in them.
        let quits = feed.left.is_some();
        let works = |sex: usize| quits || effect.sexes[sex];
        let ages = if quits { (0, AGES) } else { effect.ages };
        let years: Vec<Vec<Step>> =
            fitted((&self.walk, clock), spread, (kernel, self.most(stream)), (feed.lag, last), |t, fit| {
                let within: Vec<Range<usize>> = (0..count)
                    .map(|group| {
                        clip(groups.ages(group, path, t), (ages.0 + feed.lag, ages.1.saturating_add(feed.lag)))
                    })
                    .collect();
                let mut steps = vec![[0.0; 2]; feed.targets.len() * ROWS * count];
                let of_targets = steps.chunks_exact_mut(ROWS * count);
                for ((target, strength), steps) in feed.targets.iter().zip(of_targets) {
                    let weights = |row| match strength {
                        Strength::Risk(exposure, risk) => Some(weights.row(*exposure, *risk, t, row)),
                        Strength::Plain => None,
                    };
                    for (row, steps) in rows().zip(steps.chunks_exact_mut(count)).filter(|(row, _)| works(row.0)) {
                        self.steps_of_row((t, row, *target), fit, weights(row), &within, steps);
                    }
                }
                steps
            });
        Strengths::new(&years, (feed.targets.len(), ROWS * count))
    }

    /// The same of one target, year and row; `within` are the ages of each group in which the effect works.
    #[inline(never)] // called often: see `footing`
    fn steps_of_row(
        &self,
        (t, (sex, quintile), target): (usize, (usize, usize), Target),
        fit: &Fit,
        weights: Option<&[Powers]>,
        within: &[Range<usize>],
        steps: &mut [Step],
    ) {
        if matches!(target, Target::Disease(d) if !self.plan.tables.diseases[d].is_of(sex)) {
            return;
        }
        let row = sex * QUINTILES + quintile;
        let rates = if target == Target::OtherCauses { &self.footing.other_deaths[t][row] } else { &ONES };
        for (ages, step) in within.iter().zip(steps).filter(|(ages, _)| !ages.is_empty()) {
            let at = row * self.walk.width + (ages.start + self.footing.path.years - 1 - t);
            let people = (&fit.level[at..at + ages.len()], &fit.slope[at..at + ages.len()]);
            let rates = &rates[ages.clone()];
            let sums = match weights {
                Some(weights) => weighted(people, rates, weights.get(ages.clone()).unwrap_or(&[])),
                None => plain(people, rates),
            };
            #[allow(clippy::cast_possible_truncation)] // seven digits are more than the method has
            let own = sums.map(|sum| sum as f32);
            *step = own;
        }
    }

    /// Cases of diabetes avoided by those of a stream, as long as they stay avoided.
    fn follow_diabetes(&self, stream: usize) -> Vec<[Line; OF_DIABETES]> {
        let path = &self.footing.path;
        let component = self.layout.lines[self.layout.streams[stream].line].component;
        let half_life = self.plan.components[component].timing.1;
        let mut shares: Vec<Lanes> = self.kernel(stream).into_iter().map(|share| [share; LANES]).collect();
        timing::kept(&[half_life; LANES], path.followed, &mut shares);
        let kernel: Vec<f64> = shares.into_iter().map(|share| share[0]).collect();
        let spread = &self.spread[self.layout.streams[stream].series];
        fitted((&self.walk, self.footing.clock), spread, (&kernel, None), (0, path.followed), |t, fit| {
            let year = &self.plan.ground.years[t.min(path.years - 1)];
            let healthy = self.footing.healthy_by_age.get(t);
            std::array::from_fn(|what| {
                self.line(t, fit, (0, AGES), [true; 2], |(sex, quintile), age| match what {
                    0 => 1.0,
                    1..=3 => one_if(year.use_rate[what - 1][sex][quintile][age] > 0.0),
                    4..=6 => year.use_rate[what - 4][sex][quintile][age],
                    _ if what - 7 == sex => healthy.map_or(0.0, |healthy| healthy[sex][age]),
                    _ => 0.0,
                })
            })
        })
    }
}

/// The effects before one of its component of which streams of the same people answer the same.
fn alike(layout: &Layout, yields: &[Yield], line: usize) -> Vec<usize> {
    let own = &layout.lines[line];
    let measured = |line: usize| &yields[layout.lines[line].streams.clone()];
    let same = |earlier: &usize| {
        let pairs = measured(*earlier).iter().zip(measured(line));
        layout.lines[*earlier].component == own.component
            && pairs.clone().all(|(one, other)| one.measured == other.measured)
    };
    (0..line).filter(same).collect()
}

/// True if nobody is without hospital use of a measure in any year.
fn everybody_uses(plan: &Plan<'_>, years: usize, measure: usize) -> bool {
    let all = |year: &BaseYear| year.use_rate[measure].iter().flatten().flatten().all(|rate| *rate > 0.0);
    plan.ground.years[..years].iter().all(all)
}

/// So many first moments of the first list that has as many.
fn first_moments<'y>(mut lists: impl Iterator<Item = &'y Arc<Moments>>, count: usize) -> Option<Arc<Moments>> {
    let list = lists.find(|list| list.len() >= count)?;
    Some(if list.len() == count { Arc::clone(list) } else { Arc::new(list[..count].to_vec()) })
}

/// No rate.
const ONES: ByAge = [1.0; AGES];

/// Ages of a cohort from the first to the last at which an effect works.
fn clip(ages: Range<usize>, (first, last): (usize, usize)) -> Range<usize> {
    let (from, to) = (ages.start.max(first), ages.end.min(last.saturating_add(1)));
    from..to.max(from)
}

/// Risk taken away by people of a cohort: per person now, per year since; in the middle of the range of the causal share.
fn weighted((level, slope): (&[f64], &[f64]), rates: &[f64], weights: &[Powers]) -> [f64; 2] {
    let mut sums = [0.0; 2];
    for (((level, slope), rate), weight) in level.iter().zip(slope).zip(rates).zip(weights) {
        sums[0] += level * rate * weight[0];
        sums[1] += slope * rate * weight[0];
    }
    sums
}

/// The same of an effect that hangs on no causal share.
fn plain((level, slope): (&[f64], &[f64]), rates: &[f64]) -> [f64; 2] {
    let mut sums = [0.0; 2];
    for ((level, slope), rate) in level.iter().zip(slope).zip(rates) {
        sums[0] += level * rate;
        sums[1] += slope * rate;
    }
    sums
}

fn one_if(yes: bool) -> f64 {
    f64::from(u8::from(yes))
}

/// Who begins to be supported when there are as many places as before: the ages that are not yet filled.
fn begun(places: &Cells, stayed: &Cells) -> Cells {
    let mut free = NO_CELLS;
    for (sex, quintile) in rows() {
        for age in 0..AGES {
            let own = places[sex][quintile][age] - stayed[sex][quintile][age];
            free[sex][quintile][age] = if own > 0.0 { own } else { 0.0 };
        }
    }
    free
}
