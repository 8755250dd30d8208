//! People supported for as long as somebody pays: who begins, who leaves, and how long the effect stays with them.

use super::{Ageing, add_scaled, anybody, lowest_age};
use crate::math;
use crate::model::tables::{Cells, NO_CELLS};
use crate::model::what_if::kernel::Timing;
use crate::strata::{AGES, LAST_AGE, QUINTILES};

/// A lag beyond anybody's life is as good as never.
const LONGEST_LAG: f64 = 120.0;

/// People supported for as long as somebody pays.
#[derive(Debug, Clone)]
pub struct Supported {
    lag: f64,
    /// Share of the effect kept a year after support ended.
    fade: f64,
    now: Option<Box<Cells>>,
    /// Those whose support began this year, last year, ..., while the lag lasts. Absent where nobody began.
    recent: Vec<Option<Box<Cells>>>,
    /// Those whose support ended this year, last year, ..., while the effect is held.
    leaving: Vec<Box<Cells>>,
    /// Years for which the effect is held after support.
    held: usize,
    /// Those whose support ended longer ago, counted by what is left of the effect.
    left: Cells,
    /// People in effect this year.
    effect: Cells,
    /// Largest share of effect left in anybody whose support ended.
    share_left: f64,
    /// Nobody counted here is younger.
    lowest: usize,
}

impl Supported {
    pub(super) fn new(timing: Timing) -> Supported {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // lags are a few years
        let whole = |years: f64| years.min(LONGEST_LAG) as usize;
        let depth = whole(timing.lag.ceil()).max(1);
        Supported {
            lag: timing.lag,
            leaving: Vec::new(),
            held: whole(timing.held.round()),
            fade: math::exp(-std::f64::consts::LN_2 / timing.half_life),
            now: None,
            recent: vec![None; depth],
            left: NO_CELLS,
            effect: NO_CELLS,
            share_left: 1.0,
            lowest: AGES,
        }
    }

    pub(super) fn year(&mut self, people: Option<&Cells>, ageing: Option<Ageing<'_>>) {
        if let Some(ageing) = ageing.map(|ageing| ageing.from(self.lowest)) {
            let whole = self.recent.iter_mut().flatten().chain(&mut self.now).chain(&mut self.leaving);
            whole.for_each(|cells| ageing.apply(cells));
            ageing.apply_and_fade(&mut self.left, self.fade);
            self.lowest += 1;
        }
        self.lowest = self.lowest.min(people.map_or(LAST_AGE, lowest_age));
        let supported = self.now.is_some() || people.is_some() || !self.leaving.is_empty();
        self.share_left = if supported { 1.0 } else { self.share_left * self.fade };
        let begun = self.replace(people);
        self.now = people.map(|people| Box::new(*people));
        self.recent.rotate_right(1);
        self.recent[0] = begun;
        self.count_effect();
    }

    /// Those no longer supported join the ones who left; gives those whose support begins.
    fn replace(&mut self, people: Option<&Cells>) -> Option<Box<Cells>> {
        let before = self.now.take();
        let Some(people) = people else {
            self.leave(before);
            return None;
        };
        let before = before.unwrap_or_else(|| Box::new(NO_CELLS));
        let mut begun = Box::new(NO_CELLS);
        let mut gone = Box::new(NO_CELLS);
        let ages = || self.lowest..AGES;
        for quintile in 0..QUINTILES {
            // Within the ages served people go on being supported as long as there are places: only the number counts, not
            // how this year's residents happen to be spread. Those who grow out of the ages leave.
            let served = |sex: usize, age: usize| people[sex][quintile][age] > 0.0;
            let places: f64 = (0..2).map(|sex| people[sex][quintile].iter().sum::<f64>()).sum();
            let there: f64 = (0..2)
                .map(|sex| ages().filter(|age| served(sex, *age)).map(|age| before[sex][quintile][age]).sum::<f64>())
                .sum();
            // New places go where the ages are not yet filled: the youngest, once those there have grown a year older.
            let free = |sex: usize, age: usize| (people[sex][quintile][age] - before[sex][quintile][age]).max(0.0);
            let all_free: f64 = (0..2).map(|sex| ages().map(|age| free(sex, age)).sum::<f64>()).sum();
            let new_share = if places > there { (places - there) / all_free } else { 0.0 };
            let lost_share = if there > places && there > 0.0 { 1.0 - places / there } else { 0.0 };
            for sex in 0..2 {
                for age in ages() {
                    let leaves = if served(sex, age) { lost_share } else { 1.0 };
                    begun[sex][quintile][age] = free(sex, age) * new_share;
                    gone[sex][quintile][age] = before[sex][quintile][age] * leaves;
                }
            }
        }
        self.leave(Some(gone));
        Some(begun)
    }

    /// Support of these people ends this year; it is whole until it was measured and fades after.
    fn leave(&mut self, gone: Option<Box<Cells>>) {
        match gone {
            Some(gone) if anybody(&gone) || !self.leaving.is_empty() => self.leaving.insert(0, gone),
            _ if !self.leaving.is_empty() => self.leaving.insert(0, Box::new(NO_CELLS)),
            _ => {}
        }
        while self.leaving.len() > self.held {
            if let Some(oldest) = self.leaving.pop() {
                add_scaled(&mut self.left, &oldest, 1.0, self.lowest);
            }
        }
        if !self.leaving.iter().any(|cells| anybody(cells)) {
            self.leaving.clear();
        }
    }

    /// What is paid for, less the part still waiting for the lag, plus what is left in those who are gone.
    fn count_effect(&mut self) {
        // The age below holds those who were there a year ago.
        let from = self.lowest.saturating_sub(1);
        for (row, left) in self.effect.iter_mut().flatten().zip(self.left.iter().flatten()) {
            row[from..].copy_from_slice(&left[from..]);
        }
        self.leaving.iter().for_each(|gone| add_scaled(&mut self.effect, gone, 1.0, from));
        if let Some(now) = &self.now {
            add_scaled(&mut self.effect, now, 1.0, from);
        }
        let mut since = 0.0;
        for recent in &self.recent {
            let waiting = (self.lag - since).clamp(0.0, 1.0);
            if let (Some(recent), true) = (recent, waiting > 0.0) {
                add_scaled(&mut self.effect, recent, -waiting, from);
            }
            since += 1.0;
        }
        for row in self.effect.iter_mut().flatten() {
            row[from..].iter_mut().for_each(|value| *value = if *value > 0.0 { *value } else { 0.0 });
        }
    }

    /// People in effect this year.
    pub(super) fn in_effect(&self) -> &Cells {
        &self.effect
    }

    /// True once nobody is supported, waits, or has more than `over` of the effect left.
    pub(super) fn is_over(&self, over: f64) -> bool {
        let waiting = self.now.is_some() || self.recent.iter().any(Option::is_some) || !self.leaving.is_empty();
        !waiting && self.share_left < over
    }
}
