//! How much of an effect is alive in each year after people start.
//!
//! People start evenly through a year. A person's effect is nothing before the lag `L`, then fades by half every `h`
//! years, optionally rising towards its full size with half the way done after `b` years. The share in year `n` after the
//! start year is the mean over start times and over the year:
//!
//! ```text
//! K(n) = integral of (1 - |x - n|) e(x) dx over n-1 .. n+1,   e(x) = 2^(-(x-L)/h) [1 - 2^(-(x-L)/b)] for x >= L
//! ```
//!
//! Both parts are exponentials, so after the lag each year is the one before times a constant. That lets a stock of people
//! be carried in one array per exponential instead of one per start year, exactly.

use crate::math;

/// A lag beyond anybody's life is as good as never.
const LONGEST_LAG: f64 = 120.0;

/// One exponential of a kernel: explicit shares while the lag passes, then a constant yearly factor.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// Share that survives one more year once the lag has passed.
    pub yearly: f64,
    /// What new people add in years 0, 1, ... after their start beyond `yearly` times the year before.
    pub added: Vec<f64>,
    /// +1, or -1 for the part that build-up takes away.
    pub sign: f64,
}

/// A kernel as one or two exponentials.
#[derive(Debug, Clone, PartialEq)]
pub struct Kernel {
    /// Its parts; their sum is the share of effect.
    pub terms: Vec<Term>,
}

impl Kernel {
    /// The kernel of a lag, a half-life and an optional build-up, all in years; lag 0 or more, the others above 0.
    #[must_use]
    pub fn new(lag: f64, half_life: f64, build_up: Option<f64>) -> Kernel {
        let fade = std::f64::consts::LN_2 / half_life;
        let mut terms = vec![Term::new(lag, fade, 1.0)];
        if let Some(years) = build_up.filter(|years| *years > 0.0) {
            terms.push(Term::new(lag, fade + std::f64::consts::LN_2 / years, -1.0));
        }
        Kernel { terms }
    }

    /// The share of effect in year `n` after the start year.
    ///
    /// ```
    /// use headwater::model::what_if::kernel::Kernel;
    /// // No lag and hardly any fading: people who start evenly through a year are there for half of it.
    /// let kernel = Kernel::new(0.0, 1e9, None);
    /// assert!((kernel.share(0) - 0.5).abs() < 1e-6);
    /// assert!((kernel.share(1) - 1.0).abs() < 1e-6);
    /// ```
    #[must_use]
    pub fn share(&self, n: usize) -> f64 {
        self.terms.iter().map(|term| term.sign * term.share(n)).sum()
    }
}

impl Term {
    fn new(lag: f64, fade: f64, sign: f64) -> Term {
        let yearly = math::exp(-fade);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // lags are a few years
        let last = lag.min(LONGEST_LAG).ceil() as usize + 1;
        let mut added = Vec::with_capacity(last + 1);
        let mut before = 0.0;
        for n in 0..=last {
            #[allow(clippy::cast_precision_loss)]
            let share = mean_share(n as f64, lag, fade);
            added.push(share - yearly * before);
            before = share;
        }
        Term { yearly, added, sign }
    }

    fn share(&self, n: usize) -> f64 {
        let mut share = 0.0;
        for year in 0..=n {
            share = share * self.yearly + self.added.get(year).copied().unwrap_or(0.0);
        }
        share
    }
}

/// Integral of (1 - |x - n|) exp(-fade (x - lag)) over the part of n-1 .. n+1 after the lag.
fn mean_share(n: f64, lag: f64, fade: f64) -> f64 {
    let rising = segment((n - 1.0).max(lag), n.max(lag), 1.0 - n, 1.0, lag, fade);
    let falling = segment(n.max(lag), (n + 1.0).max(lag), 1.0 + n, -1.0, lag, fade);
    rising + falling
}

/// Integral of (a + b x) exp(-fade (x - lag)) from `from` to `to`.
fn segment(from: f64, to: f64, a: f64, b: f64, lag: f64, fade: f64) -> f64 {
    if to <= from {
        return 0.0;
    }
    let width = to - from;
    let start = a + b * from;
    let scale = math::exp(-fade * (from - lag));
    // Integral over 0..width of (start + b y) exp(-fade y) dy; a series where the fade is too slow for the closed form.
    let z = fade * width;
    if z < 1e-4 {
        let flat = width * (1.0 - z / 2.0 + z * z / 6.0);
        let slope = width * width * (0.5 - z / 3.0 + z * z / 8.0);
        return scale * (start * flat + b * slope);
    }
    let left = -math::exp_m1(-z);
    let flat = left / fade;
    let slope = (left - z * math::exp(-z)) / (fade * fade);
    scale * (start * flat + b * slope)
}
