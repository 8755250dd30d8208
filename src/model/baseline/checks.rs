//! Whether the model can be true to a place, and what a reader of its numbers has to know.

use super::AGE_65;
use super::part::{exposed_shares, use_of};
use crate::error::Faults;
use crate::inputs::place::{Area, Place};
use crate::model::life_table::life_expectancy;
use crate::model::mortality::PlaceMortality;
use crate::model::population::{Reach, residents_by_band, single_ages};
use crate::model::series;
use crate::model::tables::Tables;
use crate::strata::{SEXES, Sex};

/// Largest miss of a published life expectancy that a fit may have, years.
const FIT_TOLERANCE: f64 = 0.1;
/// Largest part of people exposed that may be lost because nobody can be exposed more than fully.
const LOST_EXPOSED: f64 = 0.005;

pub(super) fn warnings(area: &Area, tables: &Tables, years: usize) -> Vec<String> {
    let mut warnings = Vec::new();
    #[allow(clippy::cast_possible_truncation)]
    let last = tables.start_year + years.saturating_sub(1) as u32;
    for place in area.parts() {
        match residents_by_band(place, last).1 {
            Reach::Projected => {}
            Reach::Held => {
                let until = place.projection.as_ref().and_then(|p| p.years.last().copied()).unwrap_or(0);
                warnings.push(format!(
                    "{}: residents are projected to {until} and held at that level afterwards, so later deaths and use change only with the rates",
                    place.name
                ));
            }
            Reach::NoProjection => {
                warnings.push(format!("{}: no projection, residents are held at mid-2023", place.name))
            }
        }
        if place.healthy_life_expectancy.is_none() {
            warnings.push(format!("{}: healthy life expectancy is not published, so it is not shown", place.name));
        }
        for flag in place.flags.iter().filter(|flag| flag.kind == "donor") {
            warnings.push(format!("{}: {} is that of {}: {}", place.name, flag.path, flag.donor, flag.reason));
        }
    }
    warnings
}

/// Fitted multipliers on mortality of a place by sex: under 65, 65 and over. For reports.
#[must_use]
pub fn fitted_multipliers(place: &Place, tables: &Tables) -> [(f64, f64); 2] {
    let fitted = PlaceMortality::fit(place, tables);
    SEXES.map(|sex: Sex| {
        let multipliers = fitted.multipliers[sex.index()];
        (multipliers.under_65, multipliers.from_65)
    })
}

/// Life expectancy at birth and at 65 of the fitted rates before any trend, by sex: what is compared with the published.
#[must_use]
pub fn fitted_life(place: &Place, tables: &Tables) -> [(f64, f64); 2] {
    let fitted = PlaceMortality::fit(place, tables);
    SEXES.map(|sex: Sex| {
        let mix = &fitted.mix[sex.index()];
        (life_expectancy(mix, 0), life_expectancy(mix, AGE_65))
    })
}

/// Checks that the model can be true to a place: its life expectancy can be reached, its exposures fit inside its people,
/// its money can be brought to one price year. Shipped places pass; a user's own may not.
///
/// # Errors
/// Every published figure the model cannot reproduce.
pub fn check(area: &Area, tables: &Tables) -> Result<(), Faults> {
    let mut faults = Faults::new();
    for place in area.parts() {
        let fitted = fitted_life(place, tables);
        for (sex, (published, (birth, age_65))) in SEXES.iter().zip(place.life_expectancy.iter().zip(fitted)) {
            for (what, wanted, found) in [("birth", published.birth, birth), ("age_65", published.age_65, age_65)] {
                if (wanted - found).abs() > FIT_TOLERANCE {
                    faults.add(
                        format!("{}: life_expectancy.{sex}.{what}", place.code),
                        wanted,
                        format!("cannot be reached with any plausible mortality; the nearest is {found:.1}"),
                    );
                }
            }
        }
        let people = single_ages(&place.population, tables);
        for (pattern, cells) in tables.exposures.iter().zip(exposed_shares(place, tables, &people)) {
            let all: f64 = people.iter().flat_map(|row| &row[pattern.ages.0..=pattern.ages.1]).sum();
            let wanted = place.indicator(&pattern.indicator).unwrap_or(0.0) / 100.0 * all;
            let found = use_of(place, &people, &cells);
            if wanted > 0.0 && (wanted - found) / wanted > LOST_EXPOSED {
                faults.add(
                    format!("{}: indicators.{}", place.code, pattern.indicator),
                    place.indicator(&pattern.indicator).unwrap_or(0.0),
                    "is so high that some groups would be exposed more than fully",
                );
            }
        }
        for (id, datum) in place.money.iter().filter(|(id, _)| series::is_council_money(id)) {
            if let Some(period) = datum.period.as_deref().filter(|period| tables.price_factor(period).is_none()) {
                faults.add(
                    format!("{}: money.{id}.period", place.code),
                    format!("\"{period}\""),
                    "is not a financial year of the table of prices",
                );
            }
        }
    }
    faults.finish(())
}
