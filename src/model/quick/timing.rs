//! How much of an effect is alive `n` years after somebody is counted in a series, with eight timings side by side.

use super::lanes::{LANES, Lanes, ZERO, each};
use super::layout::Kind;
use crate::math;
use crate::model::what_if::kernel::{Kernel, Term, Timing};

/// Shares below this are taken as 0: what is left adds less than this to any total.
const OVER: f64 = 1e-5;
/// A lag beyond anybody's life is as good as never.
const LONGEST_LAG: f64 = 120.0;

/// When an effect comes and goes in eight futures, and how long it builds up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pace {
    /// When it comes and goes.
    pub timing: [Timing; LANES],
    /// Build-up in years.
    pub build_up: [Option<f64>; LANES],
}

/// Writes shares by years for a series of a kind, as many as are above 0 in any future, at most `most`.
pub fn shares(kind: Kind, pace: &Pace, most: usize, shares: &mut Vec<Lanes>) {
    shares.clear();
    match kind {
        Kind::Whole | Kind::Children | Kind::Adults => started(pace, most, shares),
        Kind::Now => shares.push([1.0; LANES]),
        Kind::Begun | Kind::More => waiting(pace, shares),
        Kind::Aged | Kind::Lost => left(pace, most, shares),
    }
    shares.truncate(most);
    trim(shares);
}

/// True if an effect comes and goes in the same way in people of either kind.
pub const fn alike(one: Kind, other: Kind) -> bool {
    way(one) == way(other)
}

const fn way(kind: Kind) -> u8 {
    match kind {
        Kind::Whole | Kind::Children | Kind::Adults => 0,
        Kind::Now => 1,
        Kind::Begun | Kind::More => 2,
        Kind::Aged | Kind::Lost => 3,
    }
}

/// In each future takes what comes after the last share that counts for 0. A share that is still rising when the list ends
/// counts: more comes after it.
fn trim(shares: &mut Vec<Lanes>) {
    let mut over = [true; LANES];
    let mut longest = 0;
    if let [.., before, last] = &shares[..] {
        over = std::array::from_fn(|lane| last[lane].abs() <= before[lane].abs());
    }
    for (n, share) in shares.iter_mut().enumerate().rev() {
        for lane in 0..LANES {
            over[lane] &= share[lane].abs() < OVER;
            share[lane] = if over[lane] { 0.0 } else { share[lane] };
        }
        if longest == 0 && over.contains(&false) {
            longest = n + 1;
        }
    }
    shares.truncate(longest);
}

fn started(pace: &Pace, most: usize, shares: &mut Vec<Lanes>) {
    let kernels: [Kernel; LANES] = std::array::from_fn(|lane| Kernel::new(pace.timing[lane], pace.build_up[lane]));
    shares.resize(most, ZERO);
    // The part that build-up takes away is never more than the first: where that is over, all is.
    add_term(&kernels.each_ref().map(|kernel| kernel.terms.first()), shares, true);
    add_term(&kernels.each_ref().map(|kernel| kernel.terms.get(1)), shares, false);
}

/// Adds one exponential to the shares; with `ends` they end where it is over.
fn add_term(terms: &[Option<&Term>; LANES], shares: &mut Vec<Lanes>, ends: bool) {
    let of = |get: fn(&Term) -> f64| each(|lane| terms[lane].map_or(0.0, get));
    let (yearly, sign) = (of(|term| term.yearly), of(|term| term.sign));
    let depth = terms.iter().flatten().map(|term| term.added.len()).max().unwrap_or(0);
    let mut share = ZERO;
    let mut end = if depth == 0 { 0 } else { shares.len() };
    for (n, total) in shares[..end].iter_mut().enumerate() {
        if n < depth {
            let added = |lane: usize| terms[lane].and_then(|term| term.added.get(n).copied()).unwrap_or(0.0);
            (0..LANES).for_each(|lane| share[lane] = share[lane] * yearly[lane] + added(lane));
        } else {
            (0..LANES).for_each(|lane| share[lane] *= yearly[lane]);
        }
        (0..LANES).for_each(|lane| total[lane] += sign[lane] * share[lane]);
        if ends && n >= depth && share.iter().all(|share| *share < OVER) {
            end = n;
            break;
        }
    }
    if ends {
        shares.truncate(end);
    }
}

/// Those who wait for the lag are taken off those supported.
fn waiting(pace: &Pace, shares: &mut Vec<Lanes>) {
    let lags: Lanes = pace.timing.map(|timing| timing.lag);
    let longest = lags.iter().fold(0.0, |longest: f64, lag| longest.max(lag.min(LONGEST_LAG)));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // lags are a few years
    let depth = longest.ceil() as usize;
    #[allow(clippy::cast_precision_loss)]
    let share = |n: usize| lags.map(|lag| -(lag - n as f64).clamp(0.0, 1.0));
    shares.extend((0..depth).map(share));
}

/// Whole until it was measured, then fading.
fn left(pace: &Pace, most: usize, shares: &mut Vec<Lanes>) {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let held = pace.timing.map(|timing| timing.held.round().min(LONGEST_LAG) as usize);
    let fade = pace.timing.map(|timing| fade(timing.half_life));
    let mut share = [1.0; LANES];
    for n in 0..most {
        for lane in 0..LANES {
            share[lane] *= if n > held[lane] { fade[lane] } else { 1.0 };
        }
        shares.push(share);
    }
}

/// What is left of something after a year.
fn fade(half_life: f64) -> f64 {
    math::exp(-std::f64::consts::LN_2 / half_life)
}

/// Writes the share of the excess risk gone `n` years after people stopped smoking, times the share still extra.
pub fn quit(timing: &[Timing; LANES], left: &[f64], most: usize, shares: &mut Vec<Lanes>) {
    let at = |n: usize| left.get(n).or(left.last()).copied().unwrap_or(1.0);
    let fade = timing.map(|timing| fade(timing.half_life));
    let mut extra = [1.0; LANES];
    shares.clear();
    for n in 0..most {
        for lane in 0..LANES {
            extra[lane] *= faded(&timing[lane], fade[lane], n);
        }
        let gone = if n == 0 { 0.25 * (1.0 - at(1)) } else { 1.0 - 0.5 * (at(n) + at(n + 1)) };
        shares.push(extra.map(|extra| extra * gone));
    }
}

/// What is left of those who stay stopped from year `n - 1` to `n`: in the year in which fading begins a part of it.
fn faded(timing: &Timing, fade: f64, n: usize) -> f64 {
    #[allow(clippy::cast_precision_loss)]
    let share = (n as f64 - timing.held).clamp(0.0, 1.0);
    if n == 0 || share == 0.0 {
        1.0
    } else if share == 1.0 {
        fade
    } else {
        math::exp(-std::f64::consts::LN_2 / timing.half_life * share)
    }
}

/// Makes of shares those of something that builds up from them year by year and fades with a half-life.
pub fn kept(half_life: &Lanes, most: usize, shares: &mut Vec<Lanes>) {
    let fade = half_life.map(fade);
    let built: [usize; LANES] =
        std::array::from_fn(|lane| shares.iter().rposition(|share| share[lane] != 0.0).map_or(0, |last| last + 1));
    shares.resize(most, ZERO);
    let mut now = ZERO;
    for (n, share) in shares.iter_mut().enumerate() {
        for lane in 0..LANES {
            now[lane] = now[lane] * fade[lane] + share[lane];
            if now[lane] < OVER && n > built[lane] {
                now[lane] = 0.0;
            }
        }
        *share = now;
    }
}
