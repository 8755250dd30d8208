//! What a plan holds that does not hang on how much money moves: kept from one position of a lever to the next.

use std::borrow::Cow;
use std::sync::Arc;

use crate::model::what_if::acute::AcuteValues;
use crate::model::what_if::costs::Costs;
use crate::model::what_if::delivery::Reach;
use crate::model::what_if::effects::Resolved;
use crate::model::what_if::exposure::Risks;
use crate::model::what_if::ground::Ground;
use crate::model::what_if::plan::{ComponentPlan, Plan};

/// The figures of a plan.
#[derive(Debug)]
pub struct Figures {
    components: Vec<ComponentFigures>,
    acute: AcuteValues,
    costs: Costs,
    bmi_gap: f64,
    discount: (f64, f64),
    demand: f64,
    total_growth: Option<f64>,
    household: f64,
}

type ComponentFigures = (Reach, Vec<Resolved>, Option<f64>, (f64, f64));

impl<'a> Plan<'a> {
    /// Keeps the figures, without relative risks.
    #[must_use]
    pub fn into_figures(self) -> Figures {
        let component = |c: ComponentPlan<'_>| (c.reach, c.effects, c.build_up, c.timing);
        Figures {
            components: self.components.into_iter().map(component).collect(),
            acute: self.acute,
            costs: self.costs,
            bmi_gap: self.risks.bmi_gap,
            discount: self.discount,
            demand: self.demand,
            total_growth: self.total_growth,
            household: self.household,
        }
    }

    /// A plan of these figures that moves the money of `other`, a plan of the same programmes and beliefs. It has no relative
    /// risks, no warnings, and no list of what was looked up.
    #[must_use]
    pub fn with_figures(figures: Figures, other: &Plan<'a>, ground: &'a Ground) -> Plan<'a> {
        let component = |((reach, effects, build_up, timing), known): (ComponentFigures, &ComponentPlan<'a>)| {
            ComponentPlan { record: known.record, programme: known.programme, reach, effects, build_up, timing }
        };
        Plan {
            scenario: other.scenario,
            ground: Cow::Borrowed(ground),
            tables: other.tables,
            programmes: Arc::clone(&other.programmes),
            components: figures.components.into_iter().zip(&other.components).map(component).collect(),
            acute: AcuteValues { cut_is_free: other.acute.cut_is_free, ..figures.acute },
            risks: Risks::none(figures.bmi_gap, other.risks.position),
            costs: figures.costs,
            acute_gbp: other.acute_gbp,
            full_gbp: other.full_gbp,
            reinvest: other.reinvest,
            discount: figures.discount,
            future: None,
            demand: figures.demand,
            total_growth: figures.total_growth,
            household: figures.household,
            used: Vec::new(),
            warnings: Vec::new(),
        }
    }
}
