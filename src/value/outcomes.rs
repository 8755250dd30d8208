//! Named yearly series. Counts add over strata; life expectancy does not, and is held only for the strata it was computed for.

use crate::strata::{BANDS, QUINTILES, Sex};

/// How a series is broken down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strata {
    /// By sex, age band and fifth; any of them may be summed over.
    Cells,
    /// By sex (or all) and fifth (or all); nothing may be summed.
    SexAndFifth,
    /// By sex (or all); nothing may be summed.
    Sex,
    /// One number a year.
    Total,
}

impl Strata {
    /// Numbers held per year.
    const fn width(self) -> usize {
        match self {
            Strata::Cells => 2 * BANDS * QUINTILES,
            Strata::SexAndFifth => 3 * (QUINTILES + 1),
            Strata::Sex => 3,
            Strata::Total => 1,
        }
    }
}

/// What a series is.
#[derive(Debug, Clone, PartialEq)]
pub struct SeriesInfo {
    /// Stable id, such as `deaths` or `new_cases.chd`.
    pub id: String,
    /// Plain words.
    pub label: String,
    /// Unit.
    pub unit: &'static str,
    /// Breakdown.
    pub strata: Strata,
    /// Ids of the parameters and tables behind it, and `place.` paths of what was counted.
    pub basis: Vec<String>,
}

/// A selection of strata; `None` means all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Selection {
    /// One sex, or all.
    pub sex: Option<Sex>,
    /// One published age band, or all.
    pub band: Option<usize>,
    /// One fifth (0 = most deprived), or all.
    pub quintile: Option<usize>,
}

/// One named series over the years of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What it is.
    pub info: SeriesInfo,
    values: Vec<f64>,
}

impl Series {
    /// An empty series of `years` years.
    #[must_use]
    pub fn new(info: SeriesInfo, years: usize) -> Series {
        let start = match info.strata {
            Strata::Cells => 0.0,
            _ => f64::NAN,
        };
        let values = vec![start; info.strata.width() * years];
        Series { info, values }
    }

    /// The numbers of one year, to be filled: `[sex][band][fifth]` for cells.
    pub(crate) fn year_mut(&mut self, year: usize) -> &mut [f64] {
        let width = self.info.strata.width();
        &mut self.values[year * width..(year + 1) * width]
    }

    /// Sets a value of a series that is not made of cells.
    pub(crate) fn set(&mut self, year: usize, sex: Option<Sex>, quintile: Option<usize>, value: f64) {
        let at = match self.info.strata {
            Strata::Cells => return,
            Strata::SexAndFifth => sex_slot(sex) * (QUINTILES + 1) + quintile.map_or(QUINTILES, |q| q),
            Strata::Sex => sex_slot(sex),
            Strata::Total => 0,
        };
        self.year_mut(year)[at] = value;
    }

    /// The value of a year and selection; `None` if the series has no such breakdown or nothing was counted.
    #[must_use]
    pub fn value(&self, year: usize, selection: Selection) -> Option<f64> {
        let width = self.info.strata.width();
        let values = self.values.get(year * width..(year + 1) * width)?;
        let found = match (self.info.strata, selection) {
            (Strata::Cells, _) => Some(sum_cells(values, selection)),
            (Strata::SexAndFifth, Selection { sex, band: None, quintile }) => {
                values.get(sex_slot(sex) * (QUINTILES + 1) + quintile.map_or(QUINTILES, |q| q)).copied()
            }
            (Strata::Sex, Selection { sex, band: None, quintile: None }) => values.get(sex_slot(sex)).copied(),
            (Strata::Total, Selection { sex: None, band: None, quintile: None }) => values.first().copied(),
            _ => None,
        };
        found.filter(|value| !value.is_nan())
    }

    /// The value of a year for everybody.
    #[must_use]
    pub fn total(&self, year: usize) -> Option<f64> {
        self.value(year, Selection::default())
    }
}

/// Position of a cell of a year.
#[inline]
pub(crate) const fn cell(sex: usize, band: usize, quintile: usize) -> usize {
    (sex * BANDS + band) * QUINTILES + quintile
}

const fn sex_slot(sex: Option<Sex>) -> usize {
    match sex {
        Some(sex) => sex.index(),
        None => 2,
    }
}

fn sum_cells(values: &[f64], selection: Selection) -> f64 {
    let range = |one: Option<usize>, count: usize| one.map_or(0..count, |index| index..index + 1);
    let mut total = 0.0;
    for sex in range(selection.sex.map(Sex::index), 2) {
        for band in range(selection.band, BANDS) {
            for quintile in range(selection.quintile, QUINTILES) {
                total += values[cell(sex, band, quintile)];
            }
        }
    }
    total
}

/// Everything a run says.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcomes {
    /// First year.
    pub start_year: u32,
    /// Number of years.
    pub years: usize,
    /// The series, in order of display.
    pub series: Vec<Series>,
    /// What to keep in mind when reading them.
    pub warnings: Vec<String>,
}

impl Outcomes {
    /// A series by id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Series> {
        self.series.iter().find(|series| series.info.id == id)
    }
}
