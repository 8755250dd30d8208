//! Everything about an area and its evidence that no lever moves: worked out once, used by every run.

use std::sync::{Arc, OnceLock};

use crate::inputs::place::Area;
use crate::inputs::scenario::MOST_YEARS;
use crate::model::baseline::{BaseYear, Prepared};
use crate::model::tables::Tables;
use crate::model::what_if::course::BaseCourse;

/// The baseline of an area as scenarios need it. Clones share it.
#[derive(Debug, Clone)]
pub struct Ground {
    /// Rates and residents of each year of the longest horizon.
    pub years: Arc<Vec<BaseYear>>,
    course: LazyCourse,
    /// True if shares exposed stay the same from year to year; in a joined area they move with the residents of its parts.
    pub exposure_is_fixed: bool,
}

/// The diseases if nothing changes, the same in every place: worked out when first asked for, and shared by clones. They are
/// large, and not every question needs them.
#[derive(Debug, Clone, Default)]
pub struct LazyCourse(Arc<OnceLock<Arc<BaseCourse>>>);

impl From<Arc<BaseCourse>> for LazyCourse {
    fn from(course: Arc<BaseCourse>) -> LazyCourse {
        LazyCourse(Arc::new(OnceLock::from(course)))
    }
}

impl Ground {
    /// Works everything out.
    #[must_use]
    pub fn new(area: &Area, tables: &Tables) -> Ground {
        Ground::with_course(area, tables, LazyCourse::default())
    }

    /// The same with the course of the same tables, which others may share.
    #[must_use]
    pub fn with_course(area: &Area, tables: &Tables, course: impl Into<LazyCourse>) -> Ground {
        let prepared = Prepared::new(area, tables);
        Ground {
            years: Arc::new((0..MOST_YEARS).map(|year| prepared.year(year)).collect()),
            course: course.into(),
            exposure_is_fixed: area.parts().len() == 1,
        }
    }

    /// The diseases if nothing changes, from the tables that the ground was worked out from.
    #[must_use]
    pub fn course(&self, tables: &Tables) -> &BaseCourse {
        self.course.0.get_or_init(|| Arc::new(BaseCourse::new(&tables.diseases, tables.mortality_trend)))
    }

    /// The same ground, where a course that is not yet worked out will not stay behind when this is gone.
    #[must_use]
    pub fn apart(&self) -> Ground {
        let course = self.course.0.get().map_or_else(LazyCourse::default, |known| Arc::clone(known).into());
        Ground { course, ..self.clone() }
    }
}
