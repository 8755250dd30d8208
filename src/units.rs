//! Kinds and units of figures: both closed lists, so that a misspelt unit is an error and never a new unit.

use crate::error::Faults;
use crate::inputs::reader;
use crate::order::best;

/// What a figure is, which fixes the values it may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A part of a whole, 0 to 1.
    Share,
    /// A ratio of two rates, risks or costs, above 0.
    Ratio,
    /// A rate per person-year, per case or per event, 0 or more.
    Rate,
    /// A number of people, events or beds, 0 or more.
    Count,
    /// A length of time, 0 or more.
    Duration,
    /// An amount of money, 0 or more.
    Money,
    /// A change in money, of either sign.
    MoneyChange,
    /// A change in anything else, of either sign.
    Change,
    /// Growth per year, -0.5 to 0.5.
    Growth,
    /// A health-state utility or a decrement of one, -1 to 1.
    Utility,
    /// Percent change per percent change, -10 to 10.
    Elasticity,
}

/// The words for kinds in files.
pub const KINDS: &[(&str, Kind)] = &[
    ("share", Kind::Share),
    ("ratio", Kind::Ratio),
    ("rate", Kind::Rate),
    ("count", Kind::Count),
    ("duration", Kind::Duration),
    ("money", Kind::Money),
    ("money_change", Kind::MoneyChange),
    ("change", Kind::Change),
    ("growth", Kind::Growth),
    ("utility", Kind::Utility),
    ("elasticity", Kind::Elasticity),
];

impl Kind {
    /// The word used in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        KINDS.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| word)
    }

    /// Smallest and largest value of this kind. `Ratio` excludes 0 itself.
    #[must_use]
    pub const fn bounds(self) -> (f64, f64) {
        match self {
            Kind::Share => (0.0, 1.0),
            Kind::Ratio => (f64::MIN_POSITIVE, f64::MAX),
            Kind::Rate | Kind::Count | Kind::Duration | Kind::Money => (0.0, f64::MAX),
            Kind::MoneyChange | Kind::Change => (f64::MIN, f64::MAX),
            Kind::Growth => (-0.5, 0.5),
            Kind::Utility => (-1.0, 1.0),
            Kind::Elasticity => (-10.0, 10.0),
        }
    }

    /// True if `value` can be a figure of this kind.
    #[must_use]
    pub fn holds(self, value: f64) -> bool {
        let (low, high) = self.bounds();
        (low..=high).contains(&value)
    }

    /// The rule in words, for an error.
    #[must_use]
    pub const fn rule(self) -> &'static str {
        match self {
            Kind::Share => "a share must be between 0 and 1",
            Kind::Ratio => "a ratio must be above 0",
            Kind::Rate => "a rate must be 0 or more",
            Kind::Count => "a count must be 0 or more",
            Kind::Duration => "a duration must be 0 or more",
            Kind::Money => "money must be 0 or more",
            Kind::MoneyChange | Kind::Change => "must be a number",
            Kind::Growth => "growth must be between -0.5 and 0.5 a year",
            Kind::Utility => "a utility must be between -1 and 1",
            Kind::Elasticity => "an elasticity must be between -10 and 10",
        }
    }

    /// True for kinds that carry a price year.
    #[must_use]
    pub const fn is_money(self) -> bool {
        matches!(self, Kind::Money | Kind::MoneyChange)
    }
}

/// A unit from the closed list below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit(&'static str);

impl Unit {
    /// The id used in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.0
    }

    /// True for units of money.
    #[must_use]
    pub fn is_money(self) -> bool {
        (self.0.starts_with("gbp") || self.0.starts_with("eur")) && self.0 != "gbp_per_gbp"
    }

    /// Reads a unit id; an unknown one is a fault.
    pub fn read(path: &str, word: &str, faults: &mut Faults) -> Unit {
        match UNITS.iter().find(|unit| **unit == word) {
            Some(unit) => Unit(unit),
            None => {
                faults.add(path, format!("\"{word}\""), format!("unknown unit; nearest known: {}", nearest(word)));
                Unit("ratio")
            }
        }
    }
}

/// The three known units that share the longest beginning with a word.
fn nearest(word: &str) -> String {
    let shared = |unit: &str| unit.chars().zip(word.chars()).take_while(|(a, b)| a == b).count();
    best(UNITS.iter().copied(), 3, shared)
}

/// Reads the pair of kind and unit of a figure or a table column and checks that they agree on being money.
pub fn read_kind_and_unit(keys: &mut reader::Keys<'_>, faults: &mut Faults) -> (Kind, Unit) {
    let before = faults.len();
    let kind = keys.choice("kind", KINDS, Kind::Change, faults);
    let word = keys.text("unit", faults);
    let sound = faults.len() == before;
    let unit = if word.is_empty() { Unit("ratio") } else { Unit::read(&keys.at("unit"), &word, faults) };
    if sound && faults.len() == before && kind.is_money() != unit.is_money() {
        faults.add(keys.at("unit"), unit.id(), format!("the kind is {} and the unit is not", kind.word()));
    }
    (kind, unit)
}

/// Every unit a figure may have.
pub const UNITS: &[&str] = &[
    "share",
    "ratio",
    "per_person_year",
    "per_1000_persons_year",
    "per_1000_persons",
    "per_event",
    "persons",
    "people_per_unit",
    "households",
    "events",
    "events_per_year",
    "years",
    "days",
    "minutes",
    "hours",
    "months",
    "gbp",
    "gbp_per_person",
    "gbp_per_person_year",
    "gbp_per_case_year",
    "gbp_per_year",
    "gbp_per_qaly",
    "gbp_per_wellby",
    "gbp_per_admission",
    "gbp_per_bed_day",
    "gbp_per_attendance",
    "gbp_per_contact",
    "gbp_per_home",
    "gbp_per_household",
    "gbp_per_family",
    "gbp_per_hour",
    "gbp_per_week",
    "gbp_per_day",
    "gbp_per_episode",
    "gbp_per_journey",
    "gbp_per_job_year",
    "gbp_per_client_year",
    "gbp_per_event",
    "qalys",
    "qalys_per_person",
    "qalys_per_billion_gbp",
    "deaths_per_qaly",
    "utility",
    "kg",
    "grams_per_week",
    "standardised_difference",
    "score",
    "beds",
    "patients",
    "admissions_per_person_year",
    "admissions_per_case_year",
    "admissions_per_new_case",
    "admissions_per_person",
    "attendances_per_person_year",
    "attendances_per_person",
    "bed_days_per_case_year",
    "bed_days_per_new_case",
    "bed_days_per_admission",
    "bed_days_per_person",
    "bed_days_per_year",
    "admissions_per_year",
    "attendances_per_year",
    "deaths_per_person_year",
    "deaths_per_person_delayed",
    "deaths_per_year",
    "new_cases_per_person_year",
    "quits_per_person",
    "pregnancies_per_person_year",
    "growth_per_year",
    "elasticity",
    "gbp_per_gbp",
    "index",
    "kg_per_m2",
    "percent",
    "women_per_1000",
    "share_per_year",
    "life_years",
    "deaths",
    "person_years",
    "episodes_per_person_year",
    "probability",
    "eur_per_person",
];
