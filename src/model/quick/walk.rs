//! Cohorts by year of birth on their way through the years, and straight lines fitted to the people in them.

use super::clock::Clock;
use super::mix::ByFifth;
use super::path::{Path, ROWS, rows};
use crate::model::tables::Cells;
use crate::strata::QUINTILES;
use crate::sums::dot;

/// Survival of cohorts.
#[derive(Debug)]
pub struct Walk<'f> {
    path: &'f Path,
    /// Cohorts in a row.
    pub width: usize,
    /// Share of a cohort alive since it was first followed, by year; rows one after another.
    index: Vec<Vec<f64>>,
    /// The same by moment: mean of its years. Survival of the old bends too much within five years to be read in the middle.
    mean: Vec<Vec<f64>>,
}

impl<'f> Walk<'f> {
    /// Walks a path.
    #[must_use]
    pub fn new(path: &'f Path, clock: Clock) -> Walk<'f> {
        let width = path.cohorts();
        let mut walk = Walk { path, width, index: Vec::with_capacity(path.followed), mean: Vec::new() };
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
        walk.mean = (0..clock.len()).map(|moment| walk.mean_of(clock.span(moment))).collect();
        walk
    }

    fn mean_of(&self, span: std::ops::Range<usize>) -> Vec<f64> {
        #[allow(clippy::cast_precision_loss)] // five at most
        let part = 1.0 / span.len() as f64;
        let mut mean = vec![0.0; ROWS * self.width];
        for t in span {
            mean.iter_mut().zip(&self.index[t]).for_each(|(mean, alive)| *mean += part * alive);
        }
        mean
    }

    /// People by age of a year as people by cohort when first followed.
    #[must_use]
    pub fn sown(&self, t: usize, cells: &Cells) -> Vec<f64> {
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

    /// The cohorts alive in a year within ages from first to last.
    fn among(&self, t: usize, ages: (usize, usize)) -> std::ops::Range<usize> {
        let (present, first) = self.path.present(t);
        let from = present.start + ages.0.saturating_sub(first);
        let to = present.end.min((present.start + ages.1 + 1).saturating_sub(first));
        from..to.max(from)
    }

    /// Visits the cohorts of a row alive in a year, within ages from first to last: place and age.
    pub fn visit(&self, t: usize, ages: (usize, usize), row: usize, mut visit: impl FnMut(usize, usize)) {
        let (present, first) = self.path.present(t);
        let skip = ages.0.saturating_sub(first);
        for (cohort, age) in present.zip(first..).skip(skip) {
            if age > ages.1 {
                break;
            }
            visit(row * self.width + cohort, age);
        }
    }
}

/// People of a stream by cohort, as a straight line in the years since they were counted.
#[derive(Debug, Clone)]
pub struct Fit {
    /// Per person counted just now.
    pub level: Vec<f64>,
    /// More per year since.
    pub slope: Vec<f64>,
}

/// What `answer` makes of a stream in every moment, in the year that stands for it: `spread` is one person by year of being
/// counted, `kernel` the weights by years since, with the one year in which nearly everybody is counted, where there is one. The
/// people are those of `lag` years ago; moments without any, and those from year `to` on, answer as if there were none.
pub fn fitted<T: Default>(
    (walk, clock): (&Walk<'_>, Clock),
    spread: &[Vec<f64>],
    (kernel, most): (&[f64], Option<usize>),
    (lag, to): (usize, usize),
    mut answer: impl FnMut(usize, &Fit) -> T,
) -> Vec<T> {
    let empty = || vec![0.0; ROWS * walk.width];
    let mut fit = Fit { level: empty(), slope: empty() };
    let moment = |moment: usize| {
        let t = clock.middle(moment);
        if clock.span(moment).start >= to || t < lag {
            return T::default();
        }
        fit_lines(walk, spread, (kernel, most), (t - lag, t, moment), &mut fit);
        answer(t, &fit)
    };
    (0..clock.len()).map(moment).collect()
}

/// What one person counted in each year answers in moments that begin before year `to`, by fifth: `rate` fills in the answer of
/// each cohort of `ages` in a year, `reach` is how many years the effect stays at most, in any future. A moment is answered by the year that
/// stands for it, or by the mean of all its years.
pub fn by_start(
    (walk, clock): (&Walk<'_>, Clock),
    spread: &[Vec<f64>],
    ages: (usize, usize),
    (reach, to, every_year): (usize, usize, bool),
    mut rate: impl FnMut(usize, &mut [f64]),
) -> Vec<Vec<[f32; QUINTILES]>> {
    let mut rates = vec![0.0; ROWS * walk.width];
    let served: Vec<std::ops::Range<usize>> = spread.iter().map(|people| served(people, walk.width)).collect();
    let mut year = |t: usize, alive: &[f64]| -> Vec<ByFifth> {
        let among = walk.among(t, ages);
        rates.fill(0.0);
        rate(t, &mut rates);
        rates.iter_mut().zip(alive).for_each(|(rate, alive)| *rate *= alive);
        let of = |s: usize, quintile: usize| -> f64 {
            let cohorts = among.start.max(served[s].start)..among.end.min(served[s].end);
            let row = |sex: usize| {
                let at = (sex * QUINTILES + quintile) * walk.width;
                let range = at + cohorts.start.min(cohorts.end)..at + cohorts.end;
                dot(&rates[range.clone()], &spread[s][range])
            };
            row(0) + row(1)
        };
        let there = |s: usize| s <= t && t - s < reach;
        let counted = |s: usize| std::array::from_fn(|quintile| if there(s) { of(s, quintile) } else { 0.0 });
        (0..spread.len()).map(counted).collect()
    };
    (0..moments_before(clock, to))
        .map(|moment| {
            if !every_year {
                return singles(&year(clock.middle(moment), &walk.mean[moment]));
            }
            let span = clock.span(moment);
            #[allow(clippy::cast_precision_loss)] // five at most
            let part = 1.0 / span.len() as f64;
            let mut mean = vec![[0.0; QUINTILES]; spread.len()];
            for t in span {
                let pairs = mean.iter_mut().flatten().zip(year(t, &walk.index[t]).into_iter().flatten());
                pairs.for_each(|(mean, own)| *mean += part * own);
            }
            singles(&mean)
        })
        .collect()
}

#[allow(clippy::cast_possible_truncation)] // seven digits are more than the method has
fn singles(figures: &[ByFifth]) -> Vec<[f32; QUINTILES]> {
    // Nobody is counted after the moment: what is kept of a list ends there.
    let last =
        figures.iter().rposition(|by_fifth| by_fifth.iter().any(|figure| *figure != 0.0)).map_or(0, |last| last + 1);
    figures[..last].iter().map(|by_fifth| by_fifth.map(|figure| figure as f32)).collect()
}

/// How many moments begin before a year.
pub fn moments_before(clock: Clock, to: usize) -> usize {
    (0..clock.len()).take_while(|moment| clock.span(*moment).start < to).count()
}

/// The cohorts with anybody in any row.
fn served(people: &[f64], width: usize) -> std::ops::Range<usize> {
    let anybody = |cohort: &usize| people.iter().skip(*cohort).step_by(width).any(|people| *people != 0.0);
    let first = (0..width).find(anybody);
    first.map_or(0..0, |first| first..(first..width).rev().find(anybody).map_or(first, |last| last + 1))
}

/// Weight of years in which hardly anybody is counted.
const RARE: f64 = 0.01;

/// Weighted least squares over the years since people were counted.
fn fit_lines(
    walk: &Walk<'_>,
    spread: &[Vec<f64>],
    (kernel, most): (&[f64], Option<usize>),
    (then, t, moment): (usize, usize, usize),
    fit: &mut Fit,
) {
    fit.level.fill(0.0);
    fit.slope.fill(0.0);
    #[allow(clippy::cast_precision_loss)] // at most 141
    let since = |s: usize| (then - s) as f64;
    let weights: Vec<(usize, f64)> = (0..spread.len().min(then + 1))
        .filter_map(|s| Some((s, *kernel.get(then - s)? * if most.is_none_or(|most| most == s) { 1.0 } else { RARE })))
        .filter(|(_, weight)| *weight > 0.0)
        .collect();
    let all: f64 = weights.iter().map(|(_, weight)| weight).sum();
    if all <= 0.0 {
        return;
    }
    let middle = weights.iter().map(|(s, weight)| weight * since(*s)).sum::<f64>() / all;
    let width =
        weights.iter().map(|(s, weight)| weight * (since(*s) - middle) * (since(*s) - middle)).sum::<f64>() / all;
    let (present, _) = walk.path.present(t);
    for (s, weight) in weights {
        let slope = if width > 1e-9 { weight * (since(s) - middle) / (all * width) } else { 0.0 };
        let level = weight / all - middle * slope;
        for row in 0..ROWS {
            let range = row * walk.width + present.start..row * walk.width + present.end;
            let pairs = fit.level[range.clone()].iter_mut().zip(&mut fit.slope[range.clone()]).zip(&spread[s][range]);
            pairs.for_each(|((at, per_year), people)| {
                *at += level * people;
                *per_year += slope * people;
            });
        }
    }
    let pairs = fit.level.iter_mut().zip(&mut fit.slope).zip(&walk.mean[moment]);
    pairs.for_each(|((level, slope), alive)| {
        *level *= alive;
        *slope *= alive;
    });
}
