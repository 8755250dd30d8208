//! People in whom an effect lives, by sex, fifth and age: they start, age, die at the baseline rate, and the effect fades.

use crate::inputs::evidence::Delivery;
use crate::math;
use crate::model::tables::{Cells, NO_CELLS};
use crate::model::what_if::kernel::{Kernel, Timing};
use crate::strata::{AGES, QUINTILES};

/// Moves everybody one age up, through a year of mortality; `youngest` is the lowest age with anybody in it afterwards.
pub fn grow_older(cells: &mut Cells, survival: &Cells, youngest: usize) {
    let from = youngest.max(1);
    for sex in 0..2 {
        for quintile in 0..QUINTILES {
            let row = &mut cells[sex][quintile];
            let alive = &survival[sex][quintile];
            let open = row[AGES - 1] * alive[AGES - 1];
            for age in (from..AGES).rev() {
                row[age] = row[age - 1] * alive[age - 1];
            }
            row[AGES - 1] += open;
            row[from - 1] = 0.0;
        }
    }
}

/// Share of a cell alive a year later.
#[must_use]
pub fn survival_of(mortality: &Cells) -> Cells {
    mortality.map(|fifths| fifths.map(|row| row.map(|rate| math::exp(-rate))))
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
    /// An empty stock with a timing and an optional build-up in years. What is paid for by the year is held by being paid for.
    #[must_use]
    pub fn new(delivery: Delivery, timing: Timing, build_up: Option<f64>) -> Stock {
        match delivery {
            Delivery::PlaceYear => Stock::Supported(Box::new(Supported::new(timing.lag, timing.half_life))),
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

    /// People in effect this year, each counted by the share of the effect alive in them.
    #[must_use]
    pub fn in_effect(&self) -> Cells {
        match self {
            Stock::Started(stock) => stock.in_effect(),
            Stock::Supported(stock) => stock.in_effect(),
        }
    }
}

/// People who started once.
#[derive(Debug, Clone)]
pub struct Started {
    kernel: Kernel,
    /// People by years since they started, this year first; as many as the kernel's lag needs. Absent where nobody started.
    recent: Vec<Option<Cells>>,
    /// One carried array per exponential of the kernel.
    carried: Vec<Cells>,
}

impl Started {
    fn new(kernel: Kernel) -> Started {
        let depth = kernel.terms.iter().map(|term| term.added.len()).max().unwrap_or(1);
        Started { recent: vec![None; depth], carried: vec![NO_CELLS; kernel.terms.len()], kernel }
    }

    fn year(&mut self, people: Option<&Cells>, ageing: Option<Ageing<'_>>) {
        if let Some(ageing) = ageing {
            self.recent.iter_mut().flatten().chain(&mut self.carried).for_each(|cells| ageing.apply(cells));
        }
        self.recent.rotate_right(1);
        self.recent[0] = people.copied();
        for (term, carried) in self.kernel.terms.iter().zip(&mut self.carried) {
            carried.iter_mut().flatten().flatten().for_each(|value| *value *= term.yearly);
            for (added, recent) in term.added.iter().zip(&self.recent) {
                if let Some(recent) = recent {
                    add_scaled(carried, recent, *added);
                }
            }
        }
    }

    fn in_effect(&self) -> Cells {
        let mut cells = NO_CELLS;
        for (term, carried) in self.kernel.terms.iter().zip(&self.carried) {
            add_scaled(&mut cells, carried, term.sign);
        }
        cells
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
    now: Option<Cells>,
    /// Those whose support began this year, last year, ..., while the lag lasts. Absent where nobody began.
    recent: Vec<Option<Cells>>,
    /// Those whose support ended, counted by what is left of the effect.
    left: Cells,
}

impl Supported {
    fn new(lag: f64, half_life: f64) -> Supported {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // lags are a few years
        let depth = (lag.min(LONGEST_LAG).ceil() as usize).max(1);
        Supported {
            lag,
            fade: math::exp(-std::f64::consts::LN_2 / half_life),
            now: None,
            recent: vec![None; depth],
            left: NO_CELLS,
        }
    }

    fn year(&mut self, people: Option<&Cells>, ageing: Option<Ageing<'_>>) {
        if let Some(ageing) = ageing {
            let all = self.recent.iter_mut().flatten().chain(&mut self.now).chain([&mut self.left]);
            all.for_each(|cells| ageing.apply(cells));
        }
        self.left.iter_mut().flatten().flatten().for_each(|value| *value *= self.fade);
        let begun = self.replace(people);
        self.now = people.copied();
        self.recent.rotate_right(1);
        self.recent[0] = begun;
    }

    /// Those no longer supported join the ones who left; gives those whose support begins.
    fn replace(&mut self, people: Option<&Cells>) -> Option<Cells> {
        let before = self.now.unwrap_or(NO_CELLS);
        let Some(people) = people else {
            add_scaled(&mut self.left, &before, 1.0);
            return None;
        };
        let mut begun = NO_CELLS;
        for quintile in 0..QUINTILES {
            // Within the ages served people go on being supported as long as there are places: only the number counts, not
            // how this year's residents happen to be spread. Those who grow out of the ages leave.
            let served = |sex: usize, age: usize| people[sex][quintile][age] > 0.0;
            let places: f64 = (0..2).map(|sex| people[sex][quintile].iter().sum::<f64>()).sum();
            let there: f64 = (0..2)
                .map(|sex| (0..AGES).filter(|age| served(sex, *age)).map(|age| before[sex][quintile][age]).sum::<f64>())
                .sum();
            let new_share = if places > there { 1.0 - there / places } else { 0.0 };
            let lost_share = if there > places && there > 0.0 { 1.0 - places / there } else { 0.0 };
            for sex in 0..2 {
                for age in 0..AGES {
                    let leaves = if served(sex, age) { lost_share } else { 1.0 };
                    begun[sex][quintile][age] = people[sex][quintile][age] * new_share;
                    self.left[sex][quintile][age] += before[sex][quintile][age] * leaves;
                }
            }
        }
        Some(begun)
    }

    /// What is paid for, less the part still waiting for the lag, plus what is left in those who are gone.
    fn in_effect(&self) -> Cells {
        let mut cells = self.left;
        if let Some(now) = &self.now {
            add_scaled(&mut cells, now, 1.0);
        }
        let mut since = 0.0;
        for recent in &self.recent {
            let waiting = (self.lag - since).clamp(0.0, 1.0);
            if let Some(recent) = recent {
                add_scaled(&mut cells, recent, -waiting);
            }
            since += 1.0;
        }
        cells.iter_mut().flatten().flatten().for_each(|value| *value = value.max(0.0));
        cells
    }
}
