//! What is counted in a place: people, deaths, money and circumstances, read strictly.
//!
//! Shipped places and a user's own file are one format (`docs/PLACE_FORMAT.md`) and pass through the same checks. A value
//! that is not simply published for the place carries a flag; a missing one is absent and flagged, never filled here.

mod area;
mod definitions;
mod read;

pub use area::Area;
pub use definitions::{Definition, Definitions, PublishedSource};

use std::collections::BTreeMap;

use crate::strata::BANDS;

/// Format of place files this program reads.
pub const FORMAT: &str = "headwater-place/1";

/// Code of England as a place.
pub const ENGLAND: &str = "E92000001";

/// Values by sex (index as in [`crate::strata::Sex::index`]) and published age band.
pub type BySexBand = [[f64; BANDS]; 2];

/// A value with its interval and, where they differ from the definition's, period and source.
#[derive(Debug, Clone, PartialEq)]
pub struct Datum {
    /// Value in the definition's unit.
    pub value: f64,
    /// 95% interval, where published.
    pub interval: Option<(f64, f64)>,
    /// Period, if not the definition's.
    pub period: Option<String>,
    /// Source, if not the definition's.
    pub source: Option<String>,
}

/// Why a value is not simply published for this place.
#[derive(Debug, Clone, PartialEq)]
pub struct Flag {
    /// The value or block it speaks of.
    pub path: String,
    /// One of the kinds of `docs/PLACE_FORMAT.md`.
    pub kind: &'static str,
    /// In words.
    pub reason: String,
    /// The place or region whose value stands in, for kind `donor`.
    pub donor: String,
}

/// Residents projected by the publisher, by year, sex and band.
#[derive(Debug, Clone, PartialEq)]
pub struct Projection {
    /// Source id.
    pub source: String,
    /// Published years, rising.
    pub years: Vec<u32>,
    /// Residents at mid-year, one entry per published year.
    pub residents: Vec<BySexBand>,
}

/// Life expectancy in years for one sex.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PublishedLife {
    /// At birth.
    pub birth: f64,
    /// At 65, remaining.
    pub age_65: f64,
}

/// One place.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Kind of council, `country`, or a user's own word.
    pub kind: String,
    /// Region code and name, if any.
    pub region: Option<(String, String)>,
    /// Integrated care boards: code, name, share of residents.
    pub icbs: Vec<(String, String, f64)>,
    /// Code in use since 2025, and older codes.
    pub codes: (String, Vec<String>),
    /// Residents at mid-2023.
    pub population: BySexBand,
    /// Year of `population`.
    pub population_year: u32,
    /// Source of `population`.
    pub population_source: String,
    /// Residents by band at mid-2024, a check only.
    pub population_check: Option<[f64; BANDS]>,
    /// Projection; `None` holds the population at its base, and every answer says so.
    pub projection: Option<Projection>,
    /// Share of residents in each national fifth of deprivation, 1 = most deprived; adds to 1.
    pub quintile_shares: [f64; 5],
    /// Published life expectancy by sex, 2021-2023.
    pub life_expectancy: [PublishedLife; 2],
    /// Published healthy life expectancy at birth by sex, if any.
    pub healthy_life_expectancy: Option<[f64; 2]>,
    /// Life expectancy at birth by sex in a later period, a check only.
    pub life_expectancy_check: Option<[f64; 2]>,
    /// Indicators by id.
    pub indicators: BTreeMap<String, Datum>,
    /// Money by measure.
    pub money: BTreeMap<String, Datum>,
    /// Everything to know about doubtful, borrowed or missing values.
    pub flags: Vec<Flag>,
}

impl Place {
    /// All residents at the base year.
    #[must_use]
    pub fn residents(&self) -> f64 {
        self.population.iter().flatten().sum()
    }

    /// The value of an indicator.
    #[must_use]
    pub fn indicator(&self, id: &str) -> Option<f64> {
        self.indicators.get(id).map(|datum| datum.value)
    }

    /// The value of a money measure.
    #[must_use]
    pub fn pounds(&self, id: &str) -> Option<f64> {
        self.money.get(id).map(|datum| datum.value)
    }

    /// True for England as a whole, which is its own reference wherever a place is compared with England.
    #[must_use]
    pub fn is_country(&self) -> bool {
        self.kind == "country"
    }
}
