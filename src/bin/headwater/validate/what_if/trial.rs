//! One scenario run for a comparison, with what the comparison needs to know of its plan.

use headwater::error::Faults;
use headwater::inputs::evidence::{Component, PriceYear};
use headwater::inputs::node::Node;
use headwater::inputs::place::{Area, Place};
use headwater::inputs::scenario::Scenario;
use headwater::model::tables::Tables;
use headwater::model::what_if::effects::Action;
use headwater::model::what_if::kernel::Kernel;
use headwater::model::what_if::plan::Plan;
use headwater::model::what_if::run::{Part, WhatIf, run as simulate};
use serde_json::{Map, Value, json};

use crate::validate::study::Study;

/// Oldham, the place of the first trial and of the sizes in the evidence.
pub const OLDHAM: &str = "E08000004";

/// A run and the figures of its plan.
pub struct Ran {
    /// What the run says.
    pub what_if: WhatIf,
    /// Pounds per healthy year of hospital spending.
    pub cost_per_qaly: f64,
    /// Yearly discount of health.
    pub discount_health: f64,
    /// Lasting extra quitters per person who takes part.
    pub quit_share: f64,
    /// Effects with their kernels, by id.
    pub kernels: Vec<(String, Kernel)>,
}

/// Runs a scenario, given as its JSON, in a place.
pub fn run(study: &Study, place: &Place, overlay: &Value) -> Result<Ran, Faults> {
    look(study, place, overlay, |plan, what_if| {
        let quits = |action: &Action| if let Action::Quits(share) = action { *share } else { 0.0 };
        let effects =
            || plan.components.iter().flat_map(|component| component.effects.iter().map(move |e| (component, e)));
        Ran {
            cost_per_qaly: plan.acute.cost_per_qaly,
            discount_health: plan.discount.1,
            quit_share: effects().map(|(_, effect)| quits(&effect.action)).sum(),
            kernels: effects().map(|(c, e)| (e.id.clone(), Kernel::new(e.timing, c.build_up))).collect(),
            what_if: what_if.clone(),
        }
    })
}

/// Runs a scenario and hands over the plan and what came of it.
pub fn look<R>(
    study: &Study,
    place: &Place,
    overlay: &Value,
    see: impl FnOnce(&Plan<'_>, &WhatIf) -> R,
) -> Result<R, Faults> {
    let node = Node::from_json(overlay.to_string().as_bytes())?;
    let mut faults = Faults::new();
    let scenario = Scenario::read("", &node, &study.evidence, &mut faults);
    let scenario = faults.finish(scenario)?;
    let area = Area::join(vec![place.clone()])?;
    let tables = Tables::for_scenario(&study.evidence, &scenario)?;
    let plan = Plan::new(&area, &tables, &study.evidence, &scenario)?;
    Ok(see(&plan, &simulate(&plan, Part::default())))
}

/// The default plan of the project at another share of acute spending: growth held back, best evidence first.
pub fn best_evidenced(share: f64, years: u32, funding: &str) -> Value {
    json!({
        "shift": { "share_of_acute": share, "ramp_years": 5 },
        "funding": funding,
        "programmes": "evidence_mix",
        "horizon_years": years,
    })
}

/// The place of a code, England among them.
pub fn place<'a>(study: &'a Study, code: &str) -> Result<&'a Place, Faults> {
    std::iter::once(&study.england)
        .chain(&study.places)
        .find(|place| place.code == code)
        .ok_or_else(|| Faults::one("place", code, "is not in the data pack"))
}

/// New money for one programme from the first year on.
pub fn one_programme(programme: &str, pounds: f64, years: f64, own: &str, as_published: bool) -> Value {
    let mut scenario = json!({
        "funding": "new_money",
        "shift": { "gbp_per_year": pounds, "ramp_years": 1 },
        "horizon_years": whole(years),
        "programmes": { programme: { "share": 1.0 } },
    });
    let (mut assumptions, mut switches) = (Map::new(), Map::new());
    for (id, value) in own.split(';').filter_map(|pair| pair.split_once('=')) {
        match value.trim().parse::<f64>() {
            Ok(number) => assumptions.insert(id.trim().into(), json!(number)),
            Err(_) => switches.insert(id.trim().into(), json!(value.trim())),
        };
    }
    if as_published {
        switches.insert("belief".into(), json!("as_published"));
    }
    scenario["assumptions"] = Value::Object(assumptions);
    scenario["switches"] = Value::Object(switches);
    scenario
}

/// Years as a whole number: tables hold numbers only.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a few years
pub fn whole(years: f64) -> usize {
    if years.is_finite() { years.round().clamp(0.0, 1000.0) as usize } else { 0 }
}

/// The component a trial pays for: the one named, else the first of the programme that money goes to.
pub fn component<'a>(study: &'a Study, programme: &str, named: &str) -> Option<&'a Component> {
    let mut own = study.evidence.components.iter().filter(|component| component.programme == programme);
    own.find(|c| if named.is_empty() { c.default_split.0 > 0.0 } else { c.id == named })
}

/// Pounds a year, of today, that pay for units of a component through its programme's split.
pub fn pounds_for(study: &Study, component: &Component, units: f64) -> f64 {
    let Some(figure) = component.parameter("unit_cost").and_then(|id| study.evidence.parameters.get(id)) else {
        return f64::NAN;
    };
    let factor = match &figure.price_year {
        Some(PriceYear::Financial(year)) => study.tables.price_factor(year).unwrap_or(1.0),
        _ => 1.0,
    };
    units * figure.value * factor / component.default_split.0
}

/// Assumptions that leave the other components of a programme no room, so that their share of the money goes back.
pub fn without_the_others(study: &Study, component: &Component) -> String {
    let others =
        study.evidence.components.iter().filter(|c| c.programme == component.programme && c.id != component.id);
    others.filter_map(|other| Some(format!(";{}=0", other.parameter("max_reach")?))).collect()
}
