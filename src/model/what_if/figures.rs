//! What futures differ in: the numbers of a plan that are drawn. They hang on no money, so they are kept from one position of a
//! lever to the next; names, payers and records are those of the plan with central values.

mod repeats;

use std::sync::Arc;

use repeats::{Keeper, Numbers};

use crate::error::Faults;
use crate::inputs::evidence::{Effect, Evidence};
use crate::model::draws::Draw;
use crate::model::what_if::acute::AcuteValues;
use crate::model::what_if::costs::Costs;
use crate::model::what_if::delivery::Reach;
use crate::model::what_if::effects;
use crate::model::what_if::exposure::Risks;
use crate::model::what_if::plan::{self, ComponentPlan, Plan};
use crate::model::what_if::values::Values;

/// The figures of one future. Hundreds are kept, so of programmes only numbers are: all else is the same in every future.
#[derive(Debug, Clone)]
pub struct Figures {
    /// Those of all components, one after another, in the order in which [`each_number`] comes to them.
    components: Numbers,
    acute: AcuteValues,
    costs: Costs,
    bmi_gap: f64,
    discount: (f64, f64),
    demand: f64,
    total_growth: Option<f64>,
    household: f64,
    /// Causal share of smoking, and of what was observed of other exposures.
    pub causal: [f64; 2],
}

/// Goes to every number of a component that is drawn, always in the same order.
fn each_number(component: &mut ComponentPlan<'_>, mut visit: impl FnMut(&mut f64)) {
    let ComponentPlan { record, programme: _, reach, effects, build_up, timing: (lag, half_life) } = component;
    reach.each_number(record.deprivation_acts_on_effect, &mut visit);
    build_up.iter_mut().chain([lag, half_life]).for_each(&mut visit);
    for effect in effects {
        effect.action.each_number(&mut visit);
        effect.timing.each_number(&mut visit);
    }
}

/// Reads the figures of one future after another. What every future has in common is looked up once.
#[derive(Debug)]
pub struct FiguresReader<'r, 'a> {
    central: &'r Plan<'a>,
    /// The components of the future at hand.
    components: Vec<ComponentPlan<'a>>,
    /// The effects that count, by component.
    effects: Vec<Vec<&'a Effect>>,
    /// Numbers of all components.
    numbers: Vec<f64>,
    keeper: Keeper,
    /// The figures of the future at hand.
    pub values: Values<'a>,
}

impl<'r, 'a> FiguresReader<'r, 'a> {
    /// A reader for futures of the plan with central values.
    #[must_use]
    pub fn new(central: &'r Plan<'a>, evidence: &'a Evidence) -> Self {
        let known = central
            .components
            .iter()
            .map(|component| component.effects.iter().filter_map(|effect| evidence.effects.get(&effect.id)).collect());
        FiguresReader {
            central,
            components: central.components.clone(),
            effects: known.collect(),
            numbers: Vec::new(),
            keeper: Keeper::default(),
            values: Values::new(evidence, central.tables, central.scenario),
        }
    }

    /// The figures of a future.
    pub fn read(&mut self, draw: Draw<'a>) -> Figures {
        let FiguresReader { central, components, effects, numbers, keeper, values } = self;
        values.turn_to(draw);
        numbers.clear();
        for (component, known) in components.iter_mut().zip(effects) {
            let record = component.record;
            (component.timing, component.build_up) = plan::pace(record, values);
            component.reach = Reach::new(record, central.scenario.targeting, values);
            let mut own = component.effects.iter_mut();
            effects::reread(record, known, values, |action, timing| {
                if let Some(effect) = own.next() {
                    (effect.action, effect.timing) = (action, timing);
                }
            });
            debug_assert!(own.next().is_none(), "an effect of {} is missing in this future", record.id);
            each_number(component, |number| numbers.push(*number));
        }
        Figures {
            components: keeper.keep(numbers),
            acute: AcuteValues::new(central.scenario, values),
            costs: Costs::beside((&central.costs.utility, &central.costs.care_by_age), values),
            bmi_gap: values.get("exposure.obesity_bmi_gap"),
            discount: plan::discount(values),
            demand: plan::demand(central.tables, values),
            total_growth: plan::total_growth(values),
            household: values.get("base.people_per_household"),
            causal: causal(values),
        }
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// Parameters the model needs and the pack has not.
    pub fn finish(self) -> Result<(), Faults> {
        self.values.finish().map(|_| ())
    }
}

impl Figures {
    /// How many numbers of its components are kept, fewer than they have (`repeats.rs`).
    #[must_use]
    pub const fn kept(&self) -> usize {
        self.components.kept()
    }

    /// Pounds of hospital spending behind one quality-adjusted life-year.
    #[must_use]
    pub const fn cost_per_qaly(&self) -> f64 {
        self.acute.cost_per_qaly
    }

    /// Pounds of council social care per person with long-term support and year.
    #[must_use]
    pub const fn per_care_client(&self) -> f64 {
        self.costs.per_care_client
    }
}

/// Causal share of smoking, and of what was observed of other exposures.
pub fn causal(values: &mut Values<'_>) -> [f64; 2] {
    [values.get("belief.causal_share_smoking"), values.switched("causal_share")]
}

impl<'a> Plan<'a> {
    /// A plan of the same money, programmes and beliefs that takes the figures of one future after another
    /// ([`Plan::take`]). It has no relative risks, no warnings, and no list of what was looked up.
    #[must_use]
    pub fn for_figures(&self) -> Plan<'a> {
        Plan {
            scenario: self.scenario,
            ground: self.ground.clone(),
            tables: self.tables,
            programmes: Arc::clone(&self.programmes),
            components: self.components.clone(),
            acute: self.acute,
            risks: Risks::none(self.risks.bmi_gap, self.risks.position),
            costs: self.costs.clone(),
            acute_gbp: self.acute_gbp,
            full_gbp: self.full_gbp,
            reinvest: self.reinvest,
            discount: self.discount,
            future: None,
            demand: self.demand,
            total_growth: self.total_growth,
            household: self.household,
            used: Vec::new(),
            warnings: Vec::new(),
        }
    }

    /// Takes the figures of a future; its money stays. `room` is for their numbers.
    pub fn take(&mut self, figures: &Figures, room: &mut Vec<f64>) {
        figures.components.write(room);
        let mut numbers = room.iter();
        for component in &mut self.components {
            each_number(component, |own| {
                debug_assert!(!numbers.as_slice().is_empty(), "figures of another plan");
                if let Some(number) = numbers.next() {
                    *own = *number;
                }
            });
        }
        debug_assert!(numbers.as_slice().is_empty(), "figures of another plan");
        self.acute = AcuteValues { cut_is_free: self.acute.cut_is_free, ..figures.acute };
        self.costs.clone_from(&figures.costs);
        self.risks.bmi_gap = figures.bmi_gap;
        self.discount = figures.discount;
        self.demand = figures.demand;
        self.total_growth = figures.total_growth;
        self.household = figures.household;
    }
}
