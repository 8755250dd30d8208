//! A place if nothing changes: people, deaths, diseases, hospital use, exposures and money, year by year.
//!
//! One run reads as the method paragraph: residents of the year by sex, fifth and age; their deaths; the diseases one
//! year on; deaths of each disease held to their official share in the first year; hospital use; exposures; money.
//! Joined places are added cell by cell, so that everything counted is exactly the sum of the parts.

mod checks;
mod counted;
mod money;
mod part;
mod written;

pub use checks::{check, fitted_life, fitted_multipliers};
pub use money::{acute_keys, acute_spend};

use std::sync::Arc;

use counted::YearCells;
use part::Part;

use crate::inputs::place::Area;
use crate::math;
use crate::model::disease::DiseaseBurden;
use crate::model::series;
use crate::model::tables::{Cells, SexAge, Tables};
use crate::value::outcomes::{Outcomes, Series};

/// Ages at which published life expectancy is compared: the second.
const AGE_65: usize = 65;
/// Weight that gives an age nobody of the place has reached a mortality rate all the same.
const NOBODY: f64 = 1e-9;

/// An area made ready to be counted in any year.
#[derive(Debug, Clone)]
pub struct Prepared<'a> {
    parts: Vec<Part<'a>>,
    tables: &'a Tables,
    /// What does not move from year to year, where the area is one place.
    lasting: Option<Lasting>,
}

/// Shares and factors of one place, the same in every year: all years hold the same memory.
#[derive(Debug, Clone)]
struct Lasting {
    exposed: Arc<[Cells]>,
    death_scale: Arc<[Cells]>,
}

/// Rates of one baseline year by sex, fifth and age: what a scenario changes.
#[derive(Debug, Clone, PartialEq)]
pub struct BaseYear {
    /// Residents at mid-year.
    pub residents: Cells,
    /// All-cause mortality, per person-year.
    pub mortality: Cells,
    /// Hospital use per resident: admissions, bed-days, A&E.
    pub use_rate: [Cells; 3],
    /// Share exposed, by exposure.
    pub exposed: Arc<[Cells]>,
    /// Factor on each disease's deaths.
    pub death_scale: Arc<[Cells]>,
    /// Acute hospital spending if care per person stays the same, pounds a year.
    pub acute_gbp: f64,
    /// Share not in good health; `None` where no healthy life expectancy is published for a part.
    pub ill_health: Option<SexAge>,
}

impl<'a> Prepared<'a> {
    /// Fits every place of the area.
    #[must_use]
    pub fn new(area: &'a Area, tables: &'a Tables) -> Prepared<'a> {
        let burden = DiseaseBurden::<1>::stationary(&tables.diseases);
        let mut parts: Vec<Part<'_>> = area.parts().iter().map(|place| Part::new(place, tables)).collect();
        for part in &mut parts {
            part.fit_death_scale(tables, &burden);
        }
        let lasting = if let [part] = parts.as_slice() { Some(part.lasting()) } else { None };
        Prepared { parts, tables, lasting }
    }

    /// The rates of year `t`.
    #[must_use]
    pub fn year(&self, t: u32) -> BaseYear {
        let mut cells = YearCells::new(self.tables);
        if self.lasting.is_some() {
            (cells.exposed, cells.scaled_residents) = (Vec::new(), Vec::new());
        }
        cells.count(&self.parts, self.tables, t);
        let per_resident = |counted: &Cells| {
            let mut rates = *counted;
            for (rate, people) in rates.iter_mut().flatten().flatten().zip(cells.residents.iter().flatten().flatten()) {
                *rate = if *people > 0.0 { *rate / people } else { 0.0 };
            }
            rates
        };
        BaseYear {
            use_rate: [
                per_resident(&cells.hospital[0]),
                per_resident(&cells.hospital[1]),
                per_resident(&cells.hospital[2]),
            ],
            exposed: match &self.lasting {
                Some(lasting) => Arc::clone(&lasting.exposed),
                None => cells.exposed.iter().map(per_resident).collect(),
            },
            death_scale: match &self.lasting {
                Some(lasting) => Arc::clone(&lasting.death_scale),
                None => cells.scaled_residents.iter().map(per_resident).collect(),
            },
            mortality: cells.by_fifth,
            residents: cells.residents,
            acute_gbp: cells.acute_gbp,
            ill_health: self.parts.iter().all(|part| part.ill_health.is_some()).then_some(cells.ill_health),
        }
    }
}

/// Runs an area for `years` years from the pack's start year if nothing changes.
#[must_use]
pub fn run(area: &Area, tables: &Tables, years: usize) -> Outcomes {
    let mut burden = DiseaseBurden::<1>::stationary(&tables.diseases);
    let prepared = Prepared::new(area, tables);
    let mut outcomes = Outcomes {
        start_year: tables.start_year,
        years,
        series: series::catalogue(tables).into_iter().map(|info| Series::new(info, years)).collect(),
        warnings: checks::warnings(area, tables, years),
    };
    let mut cells = YearCells::new(tables);
    for year in 0..years {
        #[allow(clippy::cast_possible_truncation)] // at most a few hundred years
        let t = year as u32;
        if year > 0 {
            burden.step([math::pow_int(1.0 + tables.mortality_trend, t)]);
        }
        cells.count(&prepared.parts, tables, t);
        written::write_year(&mut outcomes, year, &cells, &burden, tables);
    }
    written::write_council_money(&mut outcomes, area, tables);
    outcomes
}
