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
    /// Rates and residents of each year of the longest horizon; none where only what money asks for was kept.
    pub years: Arc<Vec<BaseYear>>,
    /// Acute hospital spending of each of them if care per person stays the same, pounds: all that money asks for.
    pub acute_gbp: Arc<[f64]>,
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
        let years: Vec<BaseYear> = (0..MOST_YEARS).map(|year| prepared.year(year)).collect();
        Ground {
            acute_gbp: years.iter().map(|year| year.acute_gbp).collect(),
            years: Arc::new(years),
            course: course.into(),
            exposure_is_fixed: area.parts().len() == 1,
        }
    }

    /// The diseases if nothing changes, from the tables that the ground was worked out from.
    #[must_use]
    pub fn course(&self, tables: &Tables) -> &BaseCourse {
        self.course.0.get_or_init(|| Arc::new(BaseCourse::new(&tables.diseases, tables.mortality_trend)))
    }

    /// The same, if it is at hand.
    #[must_use]
    pub fn course_at_hand(&self) -> Option<&BaseCourse> {
        self.course.0.get().map(Arc::as_ref)
    }

    /// What money asks for, and no people: the years are large, and a future whose answers are worked out needs them no more.
    #[must_use]
    pub fn of_money(&self) -> Ground {
        Ground { years: Arc::default(), course: LazyCourse::default(), ..self.clone() }
    }
}
