//! People in whom an effect lives, by sex, fifth and age: they start, age, die at the baseline rate, and the effect fades.

use crate::inputs::evidence::Delivery;
use crate::math;
use crate::model::tables::{Cells, NO_CELLS};
use crate::model::what_if::kernel::Kernel;
use crate::strata::{AGES, QUINTILES};

/// Moves everybody one age up, through a year of mortality.
pub fn grow_older(cells: &mut Cells, survival: &Cells) {
    for sex in 0..2 {
        for quintile in 0..QUINTILES {
            let row = &mut cells[sex][quintile];
            let open = row[AGES - 1] * survival[sex][quintile][AGES - 1];
            for age in (1..AGES).rev() {
                row[age] = row[age - 1] * survival[sex][quintile][age - 1];
            }
            row[AGES - 1] += open;
            row[0] = 0.0;
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

/// People carrying an effect of one component.
#[derive(Debug, Clone)]
pub enum Stock {
    /// A course or a one-off: people start once, the effect comes and fades.
    Started(Started),
    /// A place for a year: the effect lasts while paid for, then fades.
    Supported(Supported),
}

impl Stock {
    /// An empty stock with a lag, a half-life and an optional build-up, in years.
    #[must_use]
    pub fn new(delivery: Delivery, lag: f64, half_life: f64, build_up: Option<f64>) -> Stock {
        match delivery {
            Delivery::PlaceYear => Stock::Supported(Supported::new(lag, half_life)),
            Delivery::Course | Delivery::OneOff => Stock::Started(Started::new(Kernel::new(lag, half_life, build_up))),
        }
    }

    /// Passes a year: those already there age through `survival` (`None` in the first year), then `people` start, or are
    /// supported this year.
    pub fn year(&mut self, people: &Cells, survival: Option<&Cells>) {
        match self {
            Stock::Started(stock) => stock.year(people, survival),
            Stock::Supported(stock) => stock.year(people, survival),
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
    /// People by years since they started, this year first; as many as the kernel's lag needs.
    recent: Vec<Cells>,
    /// One carried array per exponential of the kernel.
    carried: Vec<Cells>,
}

impl Started {
    fn new(kernel: Kernel) -> Started {
        let depth = kernel.terms.iter().map(|term| term.added.len()).max().unwrap_or(1);
        Started { recent: vec![NO_CELLS; depth], carried: vec![NO_CELLS; kernel.terms.len()], kernel }
    }

    fn year(&mut self, people: &Cells, survival: Option<&Cells>) {
        if let Some(survival) = survival {
            for cells in self.recent.iter_mut().chain(&mut self.carried) {
                grow_older(cells, survival);
            }
        }
        self.recent.rotate_right(1);
        self.recent[0] = *people;
        for (term, carried) in self.kernel.terms.iter().zip(&mut self.carried) {
            carried.iter_mut().flatten().flatten().for_each(|value| *value *= term.yearly);
            for (added, recent) in term.added.iter().zip(&self.recent) {
                add_scaled(carried, recent, *added);
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

/// People supported for as long as somebody pays.
#[derive(Debug, Clone)]
pub struct Supported {
    lag: f64,
    /// Share of the effect kept a year after support ended.
    fade: f64,
    now: Cells,
    /// Those whose support began this year, last year, ..., while the lag lasts.
    recent: Vec<Cells>,
    /// Those whose support ended, counted by what is left of the effect.
    left: Cells,
}

impl Supported {
    fn new(lag: f64, half_life: f64) -> Supported {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // lags are a few years
        let depth = (lag.ceil() as usize).max(1);
        Supported {
            lag,
            fade: math::exp(-std::f64::consts::LN_2 / half_life),
            now: NO_CELLS,
            recent: vec![NO_CELLS; depth],
            left: NO_CELLS,
        }
    }

    fn year(&mut self, people: &Cells, survival: Option<&Cells>) {
        if let Some(survival) = survival {
            for cells in self.recent.iter_mut().chain([&mut self.now, &mut self.left]) {
                grow_older(cells, survival);
            }
        }
        self.left.iter_mut().flatten().flatten().for_each(|value| *value *= self.fade);
        let mut begun = NO_CELLS;
        for sex in 0..2 {
            for quintile in 0..QUINTILES {
                for age in 0..AGES {
                    let change = people[sex][quintile][age] - self.now[sex][quintile][age];
                    begun[sex][quintile][age] = change.max(0.0);
                    self.left[sex][quintile][age] += (-change).max(0.0);
                }
            }
        }
        self.now = *people;
        self.recent.rotate_right(1);
        self.recent[0] = begun;
    }

    /// What is paid for, less the part still waiting for the lag, plus what is left in those who are gone.
    fn in_effect(&self) -> Cells {
        let mut cells = self.now;
        add_scaled(&mut cells, &self.left, 1.0);
        let mut since = 0.0;
        for recent in &self.recent {
            let waiting = (self.lag - since).clamp(0.0, 1.0);
            add_scaled(&mut cells, recent, -waiting);
            since += 1.0;
        }
        cells.iter_mut().flatten().flatten().for_each(|value| *value = value.max(0.0));
        cells
    }
}
