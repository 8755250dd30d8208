//! Scenarios run in places, for tests of what a scenario changes.

use std::borrow::Cow;
use std::sync::{Arc, LazyLock, Mutex};

use headwater::error::Faults;
use headwater::inputs::evidence::Role;
use headwater::inputs::node::Node;
use headwater::inputs::place::Area;
use headwater::inputs::scenario::Scenario;
use headwater::model::tables::Tables;
use headwater::model::what_if::course::BaseCourse;
use headwater::model::what_if::ground::Ground;
use headwater::model::what_if::plan::Plan;
use headwater::model::what_if::run::{Part, WhatIf, run as simulate};

use super::shipped::{evidence, tables};

/// A scenario from its JSON, or what is wrong with it.
pub fn try_scenario(json: &str) -> Result<Scenario, Faults> {
    let node = Node::from_json(json.as_bytes())?;
    let mut faults = Faults::new();
    let scenario = Scenario::read("", &node, evidence(), &mut faults);
    faults.finish(scenario)
}

/// Runs a scenario in an area and hands over the plan and what came of it, or the faults of scenario or plan.
pub fn attempt<R>(area: &Area, json: &str, look: impl FnOnce(&Plan<'_>, &WhatIf) -> R) -> Result<R, Faults> {
    attempt_scenario(area, &try_scenario(json)?, look)
}

fn attempt_scenario<R>(
    area: &Area,
    scenario: &Scenario,
    look: impl FnOnce(&Plan<'_>, &WhatIf) -> R,
) -> Result<R, Faults> {
    let own = tables_of(scenario)?;
    let tables = own.as_ref().unwrap_or_else(|| tables());
    let kept = own.is_none().then(|| ground(area));
    let ground = kept.as_ref().map_or_else(|| Cow::Owned(Ground::new(area, tables)), |kept| Cow::Borrowed(&kept.1));
    let plan = Plan::on(ground, area, tables, evidence(), scenario)?;
    Ok(look(&plan, &simulate(&plan, Part::default())))
}

/// Tables of a scenario, `None` where they are the shipped ones.
fn tables_of(scenario: &Scenario) -> Result<Option<Tables>, Faults> {
    if scenario.assumptions.is_empty() && scenario.switches.is_empty() {
        return Ok(None);
    }
    Ok(Some(Tables::for_scenario(evidence(), scenario)?).filter(|own| own != tables()))
}

/// Areas whose ground is kept: more than the tests that run side by side ask for, far fewer than all places.
const KEPT: usize = 8;

/// What no lever moves in an area on the shipped tables, worked out once for the areas asked for last.
pub fn ground(area: &Area) -> Arc<(Area, Ground)> {
    static COURSE: LazyLock<Arc<BaseCourse>> =
        LazyLock::new(|| Arc::new(BaseCourse::new(&tables().diseases, tables().mortality_trend)));
    static GROUNDS: Mutex<Vec<Arc<(Area, Ground)>>> = Mutex::new(Vec::new());
    let grounds = || GROUNDS.lock().expect("no test panics while it holds the grounds");
    if let Some(kept) = grounds().iter().find(|kept| kept.0 == *area) {
        return kept.clone();
    }
    let made = Arc::new((area.clone(), Ground::with_course(area, tables(), COURSE.clone())));
    let mut list = grounds();
    if list.len() == KEPT {
        list.remove(0);
    }
    list.push(made.clone());
    made
}

/// The same where the plan must be possible.
#[track_caller]
pub fn with_run<R>(area: &Area, json: &str, look: impl FnOnce(&Plan<'_>, &WhatIf) -> R) -> R {
    attempt(area, json, look).unwrap_or_else(|faults| panic!("{json}: {faults}"))
}

/// What came of a scenario.
#[track_caller]
pub fn run(area: &Area, json: &str) -> WhatIf {
    with_run(area, json, |_, what_if| what_if.clone())
}

/// What came of a scenario with other sizes of effects or values of parameters.
#[track_caller]
pub fn run_believing(area: &Area, json: &str, own: Vec<(String, f64)>) -> WhatIf {
    let mut scenario = try_scenario(json).unwrap_or_else(|faults| panic!("{json}: {faults}"));
    scenario.assumptions.extend(own);
    attempt_scenario(area, &scenario, |_, what_if| what_if.clone()).unwrap_or_else(|faults| panic!("{json}: {faults}"))
}

/// Undiscounted sum of a flow: inside the horizon, and set in motion.
#[track_caller]
pub fn accounts(what_if: &WhatIf, id: &str) -> (f64, f64) {
    let flow = what_if.flows.get(id).unwrap_or_else(|| panic!("no flow {id}"));
    (flow.sum(what_if.years, 0.0), flow.sum(usize::MAX, 0.0))
}

/// A flow in one year, all fifths.
#[track_caller]
pub fn in_year(what_if: &WhatIf, id: &str, year: usize) -> f64 {
    what_if.flows.get(id).unwrap_or_else(|| panic!("no flow {id}")).year(year)
}

/// New money for one programme from the first year.
pub fn new_money(programme: &str, pounds: f64, years: usize) -> String {
    format!(
        r#"{{"funding":"new_money","shift":{{"gbp_per_year":{pounds},"ramp_years":1}},"horizon_years":{years},
            "programmes":{{"{programme}":{{"share":1.0}}}}}}"#
    )
}

/// Ids of the programmes of the pack.
pub fn programmes() -> Vec<String> {
    evidence().programmes.iter().map(|programme| programme.id.clone()).collect()
}

/// Values that take away every used effect of a programme: ratios of 1, differences of 0.
pub fn no_effects(programme: &str) -> Vec<(String, f64)> {
    let used = evidence().effects.iter().filter(|effect| effect.programme == programme && effect.role == Role::Used);
    used.map(|effect| (effect.figure.id.clone(), if effect.measure.ends_with("_ratio") { 1.0 } else { 0.0 })).collect()
}
