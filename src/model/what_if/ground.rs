//! Everything about an area and its evidence that no lever moves: worked out once, used by every run.

use std::sync::Arc;

use crate::inputs::place::Area;
use crate::inputs::scenario::MOST_YEARS;
use crate::model::baseline::{BaseYear, Prepared};
use crate::model::tables::Tables;
use crate::model::what_if::course::BaseCourse;

/// The baseline of an area as scenarios need it.
#[derive(Debug, Clone)]
pub struct Ground {
    /// Rates and residents of each year of the longest horizon.
    pub years: Vec<BaseYear>,
    /// The diseases if nothing changes: the same in every place.
    pub course: Arc<BaseCourse>,
    /// True if shares exposed stay the same from year to year; in a joined area they move with the residents of its parts.
    pub exposure_is_fixed: bool,
}

impl Ground {
    /// Works everything out.
    #[must_use]
    pub fn new(area: &Area, tables: &Tables) -> Ground {
        Ground::with_course(area, tables, Arc::new(BaseCourse::new(&tables.diseases, tables.mortality_trend)))
    }

    /// The same with a course already worked out from the same tables.
    #[must_use]
    pub fn with_course(area: &Area, tables: &Tables, course: Arc<BaseCourse>) -> Ground {
        let prepared = Prepared::new(area, tables);
        Ground {
            years: (0..MOST_YEARS).map(|year| prepared.year(year)).collect(),
            course,
            exposure_is_fixed: area.parts().len() == 1,
        }
    }
}
