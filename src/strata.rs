//! The strata everything is counted in: sex, single year of age, national fifth of deprivation.

use std::fmt;

/// The last single year of age; everybody older is counted here.
pub const LAST_AGE: usize = 110;
/// Number of single years of age, 0 to 110.
pub const AGES: usize = LAST_AGE + 1;
/// National fifths of deprivation; index 0 is the most deprived (published as fifth 1).
pub const QUINTILES: usize = 5;
/// Published age bands: 0-4, 5-9, ... 85-89, 90 and over.
pub const BANDS: usize = 19;
/// First age of the open band.
pub const OPEN_BAND_AGE: usize = 90;

/// Sex as published in the sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    /// Women and girls.
    Female,
    /// Men and boys.
    Male,
}

/// Both sexes in storage order.
pub const SEXES: [Sex; 2] = [Sex::Female, Sex::Male];

impl Sex {
    /// Position in arrays by sex.
    #[must_use]
    pub const fn index(self) -> usize {
        match self {
            Sex::Female => 0,
            Sex::Male => 1,
        }
    }

    /// The word used in files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Sex::Female => "female",
            Sex::Male => "male",
        }
    }

    /// Reads the word used in files.
    #[must_use]
    pub fn parse(word: &str) -> Option<Sex> {
        SEXES.into_iter().find(|sex| sex.word() == word)
    }
}

impl fmt::Display for Sex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// The published age band (0 to 18) of a single year of age.
///
/// ```
/// assert_eq!(headwater::strata::band_of(4), 0);
/// assert_eq!(headwater::strata::band_of(107), 18);
/// ```
#[must_use]
pub const fn band_of(age: usize) -> usize {
    if age >= OPEN_BAND_AGE { BANDS - 1 } else { age / 5 }
}

/// Inclusive first and last single age of a published band.
#[must_use]
pub const fn band_ages(band: usize) -> (usize, usize) {
    if band + 1 >= BANDS { (OPEN_BAND_AGE, LAST_AGE) } else { (band * 5, band * 5 + 4) }
}

/// The label of a published band, such as `85-89` or `90+`.
#[must_use]
pub fn band_label(band: usize) -> String {
    let (low, high) = band_ages(band);
    if high == LAST_AGE { format!("{low}+") } else { format!("{low}-{high}") }
}
