//! People in whom an effect lives, by sex, fifth and age: they start, age, die at the baseline rate, and the effect fades.

mod supported;

use supported::Supported;

use crate::inputs::evidence::Delivery;
use crate::model::tables::{ByAge, Cells, NO_CELLS};
use crate::model::what_if::kernel::{Kernel, Timing};
use crate::strata::{AGES, LAST_AGE, QUINTILES};

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
            // A copy costs less than what it allows: several ages at once.
            let before = *row;
            let moved = before[from - 1..].iter().zip(&alive[from - 1..]);
            row[from..].iter_mut().zip(moved).for_each(|(now, (then, alive))| *now = then * alive * kept);
            row[AGES - 1] += before[AGES - 1] * alive[AGES - 1] * kept;
            row[from - 1] = 0.0;
        }
    }
}

/// Adds `factor` times other cells, from the age `from` up: below it the others hold nothing.
pub fn add_scaled(cells: &mut Cells, other: &Cells, factor: f64, from: usize) {
    for (row, more) in cells.iter_mut().flatten().zip(other.iter().flatten()) {
        row[from..].iter_mut().zip(&more[from..]).for_each(|(value, more)| *value += factor * more);
    }
}

/// Lowest age at which anybody is counted; the number of ages if nobody is.
#[must_use]
pub fn lowest_age(cells: &Cells) -> usize {
    let first = |row: &[f64; AGES]| row.iter().position(|people| *people != 0.0);
    cells.iter().flatten().filter_map(first).min().unwrap_or(AGES)
}

/// True if anybody is counted.
#[must_use]
pub fn anybody(cells: &Cells) -> bool {
    // A row at a time, without a branch: mostly nobody is. The bits of 0 and -0 differ in the first alone.
    let all = |row: &ByAge| row.iter().fold(0, |bits, people| bits | people.to_bits() << 1);
    cells.iter().flatten().any(|row| all(row) != 0)
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
    /// The same for people of whom nobody is younger than `lowest`: what is below need not be touched.
    #[must_use]
    pub fn from(self, lowest: usize) -> Self {
        Ageing { youngest: self.youngest.max(lowest.min(LAST_AGE)), ..self }
    }

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
            Stock::Supported(stock) => stock.in_effect(),
        }
    }

    /// True once nobody waits for the effect any more and less than 1e-10 of it is left in those who had it.
    #[must_use]
    pub fn is_over(&self) -> bool {
        match self {
            Stock::Started(stock) => stock.recent.iter().all(Option::is_none) && stock.left < OVER,
            Stock::Supported(stock) => stock.is_over(OVER),
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
    /// Nobody counted here is younger.
    lowest: usize,
    /// People in effect, where more than one exponential makes them up.
    effect: Option<Box<Cells>>,
    /// Largest share of effect left in anybody who no longer waits.
    left: f64,
}

impl Started {
    fn new(kernel: Kernel) -> Started {
        let depth = kernel.terms.iter().map(|term| term.added.len()).max().unwrap_or(1);
        let effect = (kernel.terms.len() > 1).then(|| Box::new(NO_CELLS));
        let carried = vec![NO_CELLS; kernel.terms.len()];
        Started { recent: vec![None; depth], carried, lowest: AGES, kernel, effect, left: 1.0 }
    }

    fn year(&mut self, people: Option<&Cells>, ageing: Option<Ageing<'_>>) {
        let ageing = ageing.map(|ageing| ageing.from(self.lowest));
        if let Some(ageing) = ageing {
            self.recent.iter_mut().flatten().for_each(|cells| ageing.apply(cells));
            self.lowest += 1;
        }
        self.lowest = self.lowest.min(people.map_or(LAST_AGE, lowest_age));
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
                    add_scaled(carried, recent, *added, self.lowest);
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
        // The age below holds those who were there a year ago.
        let from = self.lowest.saturating_sub(1);
        effect.iter_mut().flatten().for_each(|row| row[from..].fill(0.0));
        for (term, carried) in self.kernel.terms.iter().zip(&self.carried) {
            add_scaled(effect, carried, term.sign, from);
        }
    }
}
