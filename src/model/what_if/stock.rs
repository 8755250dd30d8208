//! People in whom an effect lives, by sex, fifth and age: they start, age, die at the baseline rate, and the effect fades.

use crate::inputs::evidence::Delivery;
use crate::math;
use crate::model::tables::{Cells, NO_CELLS};
use crate::model::what_if::kernel::{Kernel, Timing};
use crate::strata::{AGES, QUINTILES};

/// Moves everybody one age up, through a year of mortality; `youngest` is the lowest age with anybody in it afterwards.
pub fn grow_older(cells: &mut Cells, survival: &Cells, youngest: usize) {
    grow_older_and_fade(cells, survival, youngest, 1.0);
}

/// The same with everybody counted `kept` as much as before.
pub fn grow_older_and_fade(cells: &mut Cells, survival: &Cells, youngest: usize, kept: f64) {
    let from = youngest.max(1);
    for sex in 0..2 {
        for quintile in 0..QUINTILES {
            let row = &mut cells[sex][quintile];
            let alive = &survival[sex][quintile];
            let stay = row[AGES - 1] * alive[AGES - 1] * kept;
            // From the oldest down, so that nobody is moved twice and no copy is needed.
            for age in (from..AGES).rev() {
                row[age] = row[age - 1] * alive[age - 1] * kept;
            }
            row[AGES - 1] += stay;
            row[from - 1] = 0.0;
        }
    }
}

/// Adds `factor` times other cells.
pub fn add_scaled(cells: &mut Cells, other: &Cells, factor: f64) {
    for (value, more) in cells.iter_mut().flatten().flatten().zip(other.iter().flatten().flatten()) {
        *value += factor * more;
    }
}

/// True if anybody is counted.
#[must_use]
pub fn anybody(cells: &Cells) -> bool {
    cells.iter().flatten().flatten().any(|people| *people != 0.0)
}

/// What a year does to those already there: nobody in the first year; afterwards they age and some die.
#[derive(Debug, Clone, Copy)]
pub struct Ageing<'a> {
    /// Share of each cell alive a year later.
    pub survival: &'a Cells,
    /// Lowest age with anybody in it.
    pub youngest: usize,
}

impl Ageing<'_> {
    /// Ages an array of people in place.
    pub fn apply(&self, cells: &mut Cells) {
        grow_older(cells, self.survival, self.youngest);
    }

    /// The same with everybody counted `kept` as much as before.
    pub fn apply_and_fade(&self, cells: &mut Cells, kept: f64) {
        grow_older_and_fade(cells, self.survival, self.youngest, kept);
    }
}

/// People carrying an effect of one component.
#[derive(Debug, Clone)]
pub enum Stock {
    /// A course or a one-off: people start once, the effect comes and fades.
    Started(Started),
    /// A place for a year: the effect lasts while paid for, then fades.
    Supported(Box<Supported>),
}

impl Stock {
    /// An empty stock with a timing and an optional build-up in years. What is paid for by the year is whole while paid for;
    /// its time of measuring counts from the end of support.
    #[must_use]
    pub fn new(delivery: Delivery, timing: Timing, build_up: Option<f64>) -> Stock {
        match delivery {
            Delivery::PlaceYear => Stock::Supported(Box::new(Supported::new(timing))),
            Delivery::Course | Delivery::OneOff => Stock::Started(Started::new(Kernel::new(timing, build_up))),
        }
    }

    /// Passes a year: those already there age, then `people` start, or are supported this year (`None`: nobody).
    pub fn year(&mut self, people: Option<&Cells>, ageing: Option<Ageing<'_>>) {
        match self {
            Stock::Started(stock) => stock.year(people, ageing),
            Stock::Supported(stock) => stock.year(people, ageing),
        }
    }

    /// People in effect this year, each counted by the share of the effect alive in them; cells below the youngest age hold
    /// nothing of meaning.
    #[must_use]
    pub fn in_effect(&self) -> &Cells {
        match self {
            Stock::Started(stock) => stock.in_effect(),
            Stock::Supported(stock) => &stock.effect,
        }
    }

    /// True once nobody waits for the effect any more and less than 1e-10 of it is left in those who had it.
    #[must_use]
    pub fn is_over(&self) -> bool {
        match self {
            Stock::Started(stock) => stock.recent.iter().all(Option::is_none) && stock.left < OVER,
            Stock::Supported(stock) => {
                let waiting =
                    stock.now.is_some() || stock.recent.iter().any(Option::is_some) || !stock.leaving.is_empty();
                !waiting && stock.share_left < OVER
            }
        }
    }
}

/// Share of an effect at which it is over: what is left adds less than this share to any total.
const OVER: f64 = 1e-10;

/// People who started once.
#[derive(Debug, Clone)]
pub struct Started {
    kernel: Kernel,
    /// People by years since they started, this year first; as many as the kernel's lag needs. Absent where nobody started.
    recent: Vec<Option<Box<Cells>>>,
    /// One carried array per exponential of the kernel.
    carried: Vec<Cells>,
    /// People in effect, where more than one exponential makes them up.
    effect: Option<Box<Cells>>,
    /// Largest share of effect left in anybody who no longer waits.
    left: f64,
}

impl Started {
    fn new(kernel: Kernel) -> Started {
        let depth = kernel.terms.iter().map(|term| term.added.len()).max().unwrap_or(1);
        let effect = (kernel.terms.len() > 1).then(|| Box::new(NO_CELLS));
        Started { recent: vec![None; depth], carried: vec![NO_CELLS; kernel.terms.len()], kernel, effect, left: 1.0 }
    }

    fn year(&mut self, people: Option<&Cells>, ageing: Option<Ageing<'_>>) {
        if let Some(ageing) = ageing {
            self.recent.iter_mut().flatten().for_each(|cells| ageing.apply(cells));
        }
        self.recent.rotate_right(1);
        self.recent[0] = people.map(|people| Box::new(*people));
        let waiting = self.recent.iter().any(Option::is_some);
        let slowest = self.kernel.terms.iter().map(|term| term.yearly).fold(0.0, f64::max);
        self.left = if waiting { 1.0 } else { self.left * slowest };
        for (term, carried) in self.kernel.terms.iter().zip(&mut self.carried) {
            if let Some(ageing) = ageing {
                ageing.apply_and_fade(carried, term.yearly);
            }
            for (added, recent) in term.added.iter().zip(&self.recent) {
                if let Some(recent) = recent {
                    add_scaled(carried, recent, *added);
                }
            }
        }
        self.add_terms();
    }

    /// One exponential is carried as it is; of two, the difference stands in `effect`.
    fn in_effect(&self) -> &Cells {
        match (self.carried.as_slice(), &self.effect) {
            ([only], None) => only,
            (_, Some(effect)) => effect,
            _ => &NO_CELLS,
        }
    }

    fn add_terms(&mut self) {
        let Some(effect) = &mut self.effect else { return };
        **effect = NO_CELLS;
        for (term, carried) in self.kernel.terms.iter().zip(&self.carried) {
            add_scaled(effect, carried, term.sign);
        }
    }
}

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
}

impl Supported {
    fn new(timing: Timing) -> Supported {
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
        }
    }

    fn year(&mut self, people: Option<&Cells>, ageing: Option<Ageing<'_>>) {
        if let Some(ageing) = ageing {
            let whole = self.recent.iter_mut().flatten().chain(&mut self.now).chain(&mut self.leaving);
            whole.for_each(|cells| ageing.apply(cells));
            ageing.apply_and_fade(&mut self.left, self.fade);
        }
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
        for quintile in 0..QUINTILES {
            // Within the ages served people go on being supported as long as there are places: only the number counts, not
            // how this year's residents happen to be spread. Those who grow out of the ages leave.
            let served = |sex: usize, age: usize| people[sex][quintile][age] > 0.0;
            let places: f64 = (0..2).map(|sex| people[sex][quintile].iter().sum::<f64>()).sum();
            let there: f64 = (0..2)
                .map(|sex| (0..AGES).filter(|age| served(sex, *age)).map(|age| before[sex][quintile][age]).sum::<f64>())
                .sum();
            // New places go where the ages are not yet filled: the youngest, once those there have grown a year older.
            let free = |sex: usize, age: usize| (people[sex][quintile][age] - before[sex][quintile][age]).max(0.0);
            let all_free: f64 = (0..2).map(|sex| (0..AGES).map(|age| free(sex, age)).sum::<f64>()).sum();
            let new_share = if places > there { (places - there) / all_free } else { 0.0 };
            let lost_share = if there > places && there > 0.0 { 1.0 - places / there } else { 0.0 };
            for sex in 0..2 {
                for age in 0..AGES {
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
                add_scaled(&mut self.left, &oldest, 1.0);
            }
        }
        if !self.leaving.iter().any(|cells| anybody(cells)) {
            self.leaving.clear();
        }
    }

    /// What is paid for, less the part still waiting for the lag, plus what is left in those who are gone.
    fn count_effect(&mut self) {
        self.effect = self.left;
        self.leaving.iter().for_each(|gone| add_scaled(&mut self.effect, gone, 1.0));
        if let Some(now) = &self.now {
            add_scaled(&mut self.effect, now, 1.0);
        }
        let mut since = 0.0;
        for recent in &self.recent {
            let waiting = (self.lag - since).clamp(0.0, 1.0);
            if let (Some(recent), true) = (recent, waiting > 0.0) {
                add_scaled(&mut self.effect, recent, -waiting);
            }
            since += 1.0;
        }
        let cells = self.effect.iter_mut().flatten().flatten();
        cells.for_each(|value| *value = if *value > 0.0 { *value } else { 0.0 });
    }
}
