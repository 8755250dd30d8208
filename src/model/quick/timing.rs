//! How much of an effect is alive `n` years after somebody is counted in a series.

use super::layout::Kind;
use crate::math;
use crate::model::what_if::kernel::{Kernel, Timing};

/// Shares below this are taken as 0: what is left adds less than this to any total.
const OVER: f64 = 1e-5;
/// A lag beyond anybody's life is as good as never.
const LONGEST_LAG: f64 = 120.0;

/// Shares by years for a series of a kind, as many as are above 0, at most `most`.
#[must_use]
pub fn shares(kind: Kind, timing: Timing, build_up: Option<f64>, most: usize) -> Vec<f64> {
    let mut shares = match kind {
        Kind::Whole | Kind::Children | Kind::Adults => started(&Kernel::new(timing, build_up), most),
        Kind::Now => vec![1.0],
        Kind::Begun | Kind::More => waiting(timing.lag),
        Kind::Aged | Kind::Lost => left(timing, most),
    };
    shares.truncate(most);
    while shares.last().is_some_and(|share| share.abs() < OVER) {
        shares.pop();
    }
    shares
}

fn started(kernel: &Kernel, most: usize) -> Vec<f64> {
    let mut total = vec![0.0; most];
    for term in &kernel.terms {
        let mut share = 0.0;
        for (n, total) in total.iter_mut().enumerate() {
            share = share * term.yearly + term.added.get(n).copied().unwrap_or(0.0);
            *total += term.sign * share;
        }
    }
    total
}

/// Those who wait for the lag are taken off those supported.
fn waiting(lag: f64) -> Vec<f64> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // lags are a few years
    let depth = lag.min(LONGEST_LAG).ceil() as usize;
    #[allow(clippy::cast_precision_loss)]
    (0..depth).map(|n| -(lag - n as f64).clamp(0.0, 1.0)).collect()
}

/// Whole until it was measured, then fading.
fn left(timing: Timing, most: usize) -> Vec<f64> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let held = timing.held.round().min(LONGEST_LAG) as usize;
    let fade = math::exp(-std::f64::consts::LN_2 / timing.half_life);
    let mut share = 1.0;
    (0..most)
        .map(|n| {
            if n > held {
                share *= fade;
            }
            share
        })
        .collect()
}

/// Share of the excess risk gone `n` years after people stopped smoking, times the share still extra.
#[must_use]
pub fn quit(timing: Timing, left: &[f64], most: usize) -> Vec<f64> {
    let at = |n: usize| left.get(n).or(left.last()).copied().unwrap_or(1.0);
    let mut extra = 1.0;
    (0..most)
        .map(|n| {
            #[allow(clippy::cast_precision_loss)]
            let faded = (n as f64 - timing.held).clamp(0.0, 1.0);
            if n > 0 {
                extra *= math::exp(-std::f64::consts::LN_2 / timing.half_life * faded);
            }
            let gone = if n == 0 { 0.25 * (1.0 - at(1)) } else { 1.0 - 0.5 * (at(n) + at(n + 1)) };
            extra * gone
        })
        .collect()
}

/// Shares of something that builds up from `shares` year by year and fades with a half-life.
#[must_use]
pub fn kept(shares: &[f64], half_life: f64, most: usize) -> Vec<f64> {
    let fade = math::exp(-std::f64::consts::LN_2 / half_life);
    let mut now = 0.0;
    (0..most)
        .map(|n| {
            now = now * fade + shares.get(n).copied().unwrap_or(0.0);
            if now < OVER && n > shares.len() {
                now = 0.0;
            }
            now
        })
        .collect()
}
