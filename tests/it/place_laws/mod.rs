//! What must hold for every shipped place.

mod diseases;
mod england;
mod exposures;
mod gaps;
mod ground;
mod joined;
mod magnitudes;
mod published_life;
mod rising;

use std::sync::LazyLock;

use headwater::inputs::place::{Area, Place};
use headwater::model::baseline;
use headwater::model::tables::Tables;
use headwater::strata::{BANDS, QUINTILES, SEXES};
use headwater::value::outcomes::{Outcomes, Selection};
use rayon::prelude::*;

use crate::support::shipped;

/// The first year of every one of the 153 places.
fn first_years() -> &'static [(&'static Place, Outcomes)] {
    static RUNS: LazyLock<Vec<(&'static Place, Outcomes)>> = LazyLock::new(|| first_years_of(shipped::tables()));
    &RUNS
}

/// The first year of every one of the 153 places on other tables.
fn first_years_of(tables: &Tables) -> Vec<(&'static Place, Outcomes)> {
    shipped::all_places().par_iter().map(|place| (place, baseline::run(&alone(place), tables, 1))).collect()
}

/// A place as an area of its own.
fn alone(place: &Place) -> Area {
    Area::join(vec![place.clone()]).unwrap_or_else(|faults| panic!("{faults}"))
}

/// Every cell of sex, band and fifth.
fn cells() -> impl Iterator<Item = Selection> {
    SEXES.into_iter().flat_map(|sex| {
        (0..BANDS).flat_map(move |band| {
            (0..QUINTILES).map(move |quintile| Selection { sex: Some(sex), band: Some(band), quintile: Some(quintile) })
        })
    })
}

/// The diseases by id.
fn diseases() -> impl Iterator<Item = &'static str> {
    shipped::tables().diseases.iter().map(|disease| disease.id.as_str())
}

/// One small city, one large town, one county, one London borough, one with few people of the poorest fifth.
const SAMPLE: [&str; 5] = [shipped::OLDHAM, "E08000003", "E10000017", "E09000030", "E06000041"];
