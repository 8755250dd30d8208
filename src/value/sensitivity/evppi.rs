//! What it would be worth to know a figure, or several: the expected value of partial perfect information.
//!
//! By regression on the draws (Strong, Oakley and Brennan, Medical Decision Making 2014;34:311-326): the net benefit of each
//! option is regressed on the figures of interest; the fitted values stand for its mean given what would be known. The value
//! is the mean, over draws, of the best fitted value, less the best of the means. It is never below 0 and nothing is clamped.
//! It errs upwards, because the best of noisy means is too good; how far is estimated and given, never taken off. What a
//! figure that says nothing would score is found by shuffling the draws.

use crate::model::draws::normal;
use crate::model::draws::stream::Stream;
use crate::value::sensitivity::regression::Regression;
use crate::value::sensitivity::spline;

/// Rounds of the bootstrap behind standard error and bias, and shuffles.
const ROUNDS: usize = 64;
/// Shuffles that stay at or below the noise: 61 of 64, 95%.
const BELOW_NOISE: usize = 61;
/// Knots for one figure alone: quantiles recommended by Harrell for five knots.
const KNOTS: [f64; 5] = [0.05, 0.275, 0.5, 0.725, 0.95];
/// Knots for each figure of a group: a line and one bend.
const KNOTS_IN_GROUP: [f64; 3] = [0.1, 0.5, 0.9];
/// Rows wanted for each column of a regression.
const ROWS_PER_TERM: usize = 10;
/// Largest group whose figures are also taken by pairs.
const PAIRED: usize = 4;

/// Options to choose from: the net benefit of each in every draw, the same draws for all. Doing nothing, 0 in every draw, is
/// always one of them and is not listed.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    nets: Vec<Vec<f64>>,
}

impl Options {
    /// Doing nothing against these; `None` if there is none, if they are not equally long, or have fewer than two draws.
    #[must_use]
    pub fn new(nets: Vec<Vec<f64>>) -> Option<Options> {
        let rows = nets.first().map_or(0, Vec::len);
        (rows > 1 && nets.iter().all(|net| net.len() == rows)).then_some(Options { nets })
    }

    /// Net benefits by option.
    #[must_use]
    pub fn nets(&self) -> &[Vec<f64>] {
        &self.nets
    }

    /// How many draws.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.nets.first().map_or(0, Vec::len)
    }

    /// What it would be worth to know everything.
    #[must_use]
    pub fn perfect(&self) -> f64 {
        worth(&self.nets)
    }

    /// Share of draws in which another option is best than is best on average: how often one would regret the choice.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // at most 100,000 rows
    pub fn regretted(&self) -> f64 {
        let chosen = best_mean(&self.nets).0;
        let rows = 0..self.rows();
        let worse = |row: &usize| best(&self.nets, *row) > at(&self.nets, chosen, *row);
        rows.filter(worse).count() as f64 / self.rows() as f64
    }
}

/// What it would be worth to know some figures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Worth {
    /// Expected value of partial perfect information, in the unit of the net benefit.
    pub value: f64,
    /// Standard error: of the regression by the bootstrap, and of the finite number of draws, together.
    pub standard_error: f64,
    /// Estimated upward bias, not taken off.
    pub bias: f64,
    /// What 95% of shuffles, in which the figures say nothing, stay below.
    pub noise: f64,
    /// Columns of the regression.
    pub terms: usize,
    /// Figures of a group left out because there are too few draws for so many.
    pub left_out: usize,
}

impl Worth {
    /// True if the value is above the noise, and above its bias by more than twice its standard error.
    #[must_use]
    pub fn is_clear(&self) -> bool {
        self.value > self.noise && self.value - self.bias > 2.0 * self.standard_error
    }

    /// Nothing to be gained by knowing.
    const NOTHING: Worth = Worth { value: 0.0, standard_error: 0.0, bias: 0.0, noise: 0.0, terms: 0, left_out: 0 };
}

/// The bootstrap's random numbers and the shuffles, the same for all figures so that their values can be compared.
#[derive(Debug, Clone)]
pub struct Noise {
    rounds: Vec<Vec<f64>>,
    shuffles: Vec<Vec<usize>>,
}

impl Noise {
    /// For this many draws.
    #[must_use]
    pub fn new(rows: usize) -> Noise {
        let round = |round: usize| {
            let stream = Stream::new(round as u64, "evppi.bootstrap");
            (0..rows).map(|row| normal::quantile(stream.unit(row as u64))).collect()
        };
        let rounds: Vec<Vec<f64>> = (0..ROUNDS).map(round).collect();
        let shuffle = |numbers: &Vec<f64>| {
            let mut order: Vec<usize> = (0..rows).collect();
            order.sort_by(|a, b| numbers[*a].total_cmp(&numbers[*b]));
            order
        };
        Noise { shuffles: rounds.iter().map(shuffle).collect(), rounds }
    }
}

/// The worth of knowing the figures whose draws are `known`; `None` if a column is not as long as the options or too few
/// draws are there for any regression. Figures that take one value only are worth nothing.
#[must_use]
pub fn worth_of(options: &Options, known: &[&[f64]], noise: &Noise) -> Option<Worth> {
    let rows = options.rows();
    if known.iter().any(|values| values.len() != rows) || noise.rounds.iter().any(|round| round.len() != rows) {
        return None;
    }
    if options.perfect() == 0.0 {
        return Some(Worth::NOTHING); // no draw would change the choice
    }
    let (columns, left_out) = terms(options, known);
    if columns.is_empty() {
        return Some(Worth { left_out, ..Worth::NOTHING });
    }
    let regression = Regression::new(&columns, rows)?;
    let fitted: Vec<Vec<f64>> = options.nets.iter().map(|net| regression.fitted(net)).collect();
    let value = worth(&fitted);
    let (spread, bias) = bootstrap(options, &regression, &fitted, noise, value);
    let sampling = sampling_error(&fitted);
    let standard_error = (spread * spread + sampling * sampling).sqrt();
    let noise = shuffled(options, &regression, noise);
    Some(Worth { value, standard_error, bias, noise, terms: regression.terms(), left_out })
}

/// Columns of the regression, and how many figures had no room.
fn terms(options: &Options, known: &[&[f64]]) -> (Vec<Vec<f64>>, usize) {
    if let [only] = known {
        return (spline::columns(only, &KNOTS), 0);
    }
    let room = options.rows() / ROWS_PER_TERM;
    let fits = (room / 2).max(1);
    let kept = most_telling(options, known, fits);
    let mut columns: Vec<Vec<f64>> = kept.iter().flat_map(|values| spline::columns(values, &KNOTS_IN_GROUP)).collect();
    if kept.len() <= PAIRED {
        columns.extend(pairs(&kept).into_iter().take(room.saturating_sub(columns.len())));
    }
    (columns, known.len() - kept.len())
}

/// The figures that go most with any option over the draws, in the order given.
fn most_telling<'k>(options: &Options, known: &[&'k [f64]], count: usize) -> Vec<&'k [f64]> {
    if known.len() <= count {
        return known.to_vec();
    }
    let strength = |values: &[f64]| {
        let each = options.nets.iter().filter_map(|net| super::rank::spearman(values, net));
        each.fold(0.0, |most: f64, found| most.max(found.abs()))
    };
    let mut order: Vec<(usize, f64)> = known.iter().map(|values| strength(values)).enumerate().collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    order.truncate(count);
    order.sort_by_key(|(at, _)| *at);
    order.into_iter().map(|(at, _)| known[at]).collect()
}

/// Products of two figures each.
fn pairs(known: &[&[f64]]) -> Vec<Vec<f64>> {
    let all: Vec<Vec<f64>> = known.iter().filter_map(|values| spline::standardised(values)).collect();
    let mut products = Vec::new();
    for (at, one) in all.iter().enumerate() {
        for other in &all[at + 1..] {
            let product: Vec<f64> = one.iter().zip(other).map(|(a, b)| a * b).collect();
            products.extend(spline::standardised(&product));
        }
    }
    products
}

/// Standard deviation and bias of the worth over rounds in which each residual, times a random number of mean 0 and variance
/// 1, is put back on its fitted value (a wild bootstrap: it keeps what options share, and residuals of unequal size).
#[allow(clippy::cast_precision_loss)] // at most 100,000 rows
fn bootstrap(options: &Options, regression: &Regression, fitted: &[Vec<f64>], noise: &Noise, value: f64) -> (f64, f64) {
    let rows = options.rows() as f64;
    let wider = (rows / (rows - regression.terms() as f64 - 1.0)).sqrt();
    let round = |numbers: &Vec<f64>| {
        let shaken = |(net, fitted): (&Vec<f64>, &Vec<f64>)| -> Vec<f64> {
            let left = net.iter().zip(fitted).zip(numbers).map(|((net, fitted), z)| (net - fitted) * wider * z);
            let noise = regression.fitted(&left.collect::<Vec<f64>>());
            noise.iter().zip(fitted).map(|(noise, fitted)| fitted + noise).collect()
        };
        let again: Vec<Vec<f64>> = options.nets.iter().zip(fitted).map(shaken).collect();
        worth(&again)
    };
    let values: Vec<f64> = noise.rounds.iter().map(round).collect();
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let square = values.iter().map(|found| (found - mean) * (found - mean)).sum::<f64>() / (values.len() as f64 - 1.0);
    (square.sqrt(), mean - value)
}

/// What all but a few shuffles stay below: the results of the draws, those of one draw together, dealt out anew, so that the
/// figures say nothing of them.
fn shuffled(options: &Options, regression: &Regression, noise: &Noise) -> f64 {
    let round = |order: &Vec<usize>| {
        let dealt = |net: &Vec<f64>| regression.fitted(&order.iter().map(|row| net[*row]).collect::<Vec<f64>>());
        worth(&options.nets.iter().map(dealt).collect::<Vec<_>>())
    };
    let mut values: Vec<f64> = noise.shuffles.iter().map(round).collect();
    values.sort_unstable_by(f64::total_cmp);
    values.get(BELOW_NOISE - 1).copied().unwrap_or(0.0)
}

/// Standard error of the mean over draws of what would be gained.
#[allow(clippy::cast_precision_loss)] // at most 100,000 rows
fn sampling_error(nets: &[Vec<f64>]) -> f64 {
    let chosen = best_mean(nets).0;
    let rows = nets.first().map_or(0, Vec::len);
    let gains: Vec<f64> = (0..rows).map(|row| best(nets, row) - at(nets, chosen, row)).collect();
    let count = rows as f64;
    let mean = gains.iter().sum::<f64>() / count;
    let square = gains.iter().map(|gain| (gain - mean) * (gain - mean)).sum::<f64>() / (count - 1.0);
    (square / count).sqrt()
}

/// Mean of the best, less the best mean. Taken row by row, so that it is exactly 0 where one option is best in every row.
#[allow(clippy::cast_precision_loss)] // at most 100,000 rows
fn worth(nets: &[Vec<f64>]) -> f64 {
    let chosen = best_mean(nets).0;
    let rows = nets.first().map_or(0, Vec::len);
    (0..rows).map(|row| best(nets, row) - at(nets, chosen, row)).sum::<f64>() / rows as f64
}

/// The option of the best mean; `None` is doing nothing.
#[allow(clippy::cast_precision_loss)] // at most 100,000 rows
fn best_mean(nets: &[Vec<f64>]) -> (Option<usize>, f64) {
    let means = nets.iter().map(|net| net.iter().sum::<f64>() / net.len() as f64).enumerate();
    means.fold((None, 0.0), |best, (option, mean)| if mean > best.1 { (Some(option), mean) } else { best })
}

fn best(nets: &[Vec<f64>], row: usize) -> f64 {
    nets.iter().map(|net| net[row]).fold(0.0, f64::max)
}

fn at(nets: &[Vec<f64>], option: Option<usize>, row: usize) -> f64 {
    option.map_or(0.0, |option| nets[option][row])
}
