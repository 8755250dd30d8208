//! How much of an effect is alive in each year after people start.
//!
//! People start evenly through a year. A person's effect is nothing before the lag `L`, is held until the time `y` at which
//! it was measured, then fades by half every `h` years, optionally rising towards its full size with half the way done
//! after `b` years. The share in year `n` after the start year is the mean over start times and over the year:
//!
//! ```text
//! K(n) = integral of (1 - |x - n|) e(x) dx over n-1 .. n+1,
//! e(x) = 2^(-max(0, x-H)/h) [1 - 2^(-(x-L)/b)] for x >= L,   H = the later of L and y
//! ```
//!
//! Both parts are exponentials, so after H each year is the one before times a constant. That lets a stock of people be
//! carried in one array per exponential instead of one per start year, exactly.

use crate::math;

/// A lag beyond anybody's life is as good as never.
const LONGEST_LAG: f64 = 120.0;

/// When an effect comes and goes, years after a person starts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Timing {
    /// Nothing happens before; 0 or more.
    pub lag: f64,
    /// The effect is held to then; 0 where it fades from its onset.
    pub held: f64,
    /// Time in which half of it fades; above 0.
    pub half_life: f64,
}

impl Timing {
    /// Time at which fading begins.
    #[must_use]
    pub fn fades_from(&self) -> f64 {
        self.held.max(self.lag)
    }

    /// Goes to every number of it.
    pub fn each_number(&mut self, visit: impl FnMut(&mut f64)) {
        let Timing { lag, held, half_life } = self;
        [lag, held, half_life].into_iter().for_each(visit);
    }
}

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
    /// The kernel of a timing and an optional build-up in years, above 0.
    #[must_use]
    pub fn new(timing: Timing, build_up: Option<f64>) -> Kernel {
        let mut terms = vec![Term::new(timing, 0.0, 1.0)];
        if let Some(years) = build_up.filter(|years| *years > 0.0) {
            terms.push(Term::new(timing, std::f64::consts::LN_2 / years, -1.0));
        }
        Kernel { terms }
    }

    /// The share of effect in year `n` after the start year.
    ///
    /// ```
    /// use headwater::model::what_if::kernel::{Kernel, Timing};
    /// // No lag and hardly any fading: people who start evenly through a year are there for half of it.
    /// let kernel = Kernel::new(Timing { lag: 0.0, held: 0.0, half_life: 1e9 }, None);
    /// assert!((kernel.share(0) - 0.5).abs() < 1e-6);
    /// assert!((kernel.share(1) - 1.0).abs() < 1e-6);
    /// ```
    #[must_use]
    pub fn share(&self, n: usize) -> f64 {
        self.terms.iter().map(|term| term.sign * term.share(n)).sum()
    }
}

impl Term {
    /// `build` is the hazard at which what is still missing is built up; 0 for the part that is there from the onset.
    fn new(timing: Timing, build: f64, sign: f64) -> Term {
        let fade = std::f64::consts::LN_2 / timing.half_life + build;
        let yearly = math::exp(-fade);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // lags are a few years
        let last = timing.fades_from().min(LONGEST_LAG).ceil() as usize + 1;
        let mut added = Vec::with_capacity(last + 1);
        let mut before = 0.0;
        for n in 0..=last {
            #[allow(clippy::cast_precision_loss)]
            let share = mean_share(n as f64, timing, build, fade);
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

/// Integral of (1 - |x - n|) e(x) over the part of n-1 .. n+1 after the lag, where e falls with `build` from the lag to the
/// time of fading, and with `fade` after it.
fn mean_share(n: f64, timing: Timing, build: f64, fade: f64) -> f64 {
    let (lag, turn) = (timing.lag, timing.fades_from());
    let triangle = |from: f64, to: f64, origin: f64, hazard: f64| {
        let inside = |x: f64| x.clamp(from, to);
        let rising = segment(inside(n - 1.0), inside(n), 1.0 - n, 1.0, origin, hazard);
        rising + segment(inside(n), inside(n + 1.0), 1.0 + n, -1.0, origin, hazard)
    };
    let held = triangle(lag, turn, lag, build);
    held + math::exp(-build * (turn - lag)) * triangle(turn, f64::INFINITY, turn, fade)
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
