//! The whole answer to one scenario as one document: what the command line writes and the page shows.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use serde_json::{Map, Value, json};

use crate::error::Faults;
use crate::inputs::evidence::Evidence;
use crate::inputs::node::Node;
use crate::inputs::place::Area;
use crate::inputs::scenario::Scenario;
use crate::model::what_if::ground::{Ground, LazyCourse};
use crate::model::what_if::plan::Plan;
use crate::model::what_if::run::{Part, run as simulate};
use crate::model::{baseline, tables::Tables};
use crate::order::map_of;
use crate::value::outcomes::Outcomes;
use crate::value::report::{self, Input};
use crate::value::{ambition, explanation, fairness, provenance, topdown};

/// A scenario as read, and the overlay as it was given.
#[derive(Debug, Clone)]
pub struct Given {
    /// The scenario.
    pub scenario: Scenario,
    /// The words of the file, so that a result carries what is needed to make it again.
    pub overlay: Value,
    /// Notes for the warnings.
    pub notes: Vec<String>,
}

impl Given {
    /// Reads one scenario from JSON.
    ///
    /// # Errors
    /// All faults of the text.
    pub fn from_json(bytes: &[u8], evidence: &Evidence) -> Result<Given, Faults> {
        let node = Node::from_json(bytes)?;
        let mut faults = Faults::new();
        let scenario = Scenario::read("", &node, evidence, &mut faults);
        faults.finish(scenario).and_then(|scenario| Given::new(scenario, &node))
    }

    /// A scenario with the node it was read from.
    ///
    /// # Errors
    /// A fault if the node cannot be written as JSON.
    pub fn new(scenario: Scenario, overlay: &Node) -> Result<Given, Faults> {
        let overlay = serde_json::to_value(overlay).map_err(|error| Faults::one("", "", error.to_string()))?;
        Ok(Given { scenario, overlay, notes: Vec::new() })
    }
}

/// The evidence under a scenario's assumptions and the sides it takes: the same in every place, so it may be kept while
/// places change.
#[derive(Debug)]
pub struct Beliefs {
    assumptions: Vec<(String, f64)>,
    switches: Vec<(String, String)>,
    tables: Tables,
    course: LazyCourse,
}

impl Beliefs {
    /// Works them out.
    ///
    /// # Errors
    /// As [`Tables::for_scenario`].
    pub fn new(evidence: &Evidence, scenario: &Scenario) -> Result<Beliefs, Faults> {
        let tables = Tables::for_scenario(evidence, scenario)?;
        Ok(Beliefs {
            assumptions: scenario.assumptions.clone(),
            switches: scenario.switches.clone(),
            course: LazyCourse::default(),
            tables,
        })
    }

    /// True if a scenario believes the same.
    #[must_use]
    pub fn carry(&self, scenario: &Scenario) -> bool {
        self.assumptions == scenario.assumptions && self.switches == scenario.switches
    }
}

/// What a scenario stands on in an area: what it believes, and the baseline of its years. It does not depend on the money or
/// on programmes, so it may be kept while those move. It belongs to the first area it is asked about, and must not be asked about
/// another: what it worked out is kept.
#[derive(Debug)]
pub struct Study {
    beliefs: Arc<Beliefs>,
    years: u32,
    /// Code of its area.
    area: OnceLock<String>,
    baseline: OnceLock<Outcomes>,
    start: OnceLock<Outcomes>,
    ground: OnceLock<Ground>,
}

impl Study {
    /// Works it out.
    ///
    /// # Errors
    /// As [`Beliefs::new`].
    pub fn new(evidence: &Evidence, scenario: &Scenario) -> Result<Study, Faults> {
        Ok(Study::under(Arc::new(Beliefs::new(evidence, scenario)?), scenario.horizon_years))
    }

    /// What the scenario believes.
    #[must_use]
    pub const fn beliefs(&self) -> &Arc<Beliefs> {
        &self.beliefs
    }

    /// The tables under the scenario's assumptions.
    #[must_use]
    pub fn tables(&self) -> &Tables {
        &self.beliefs.tables
    }

    fn assert_own(&self, area: &Area) {
        debug_assert_eq!(self.area.get_or_init(|| area.code()), &area.code(), "a study is of one area");
    }

    /// The area if nothing changes; worked out when first asked for: possible futures stand on others.
    #[must_use]
    pub fn ground(&self, area: &Area) -> &Ground {
        self.assert_own(area);
        self.ground.get_or_init(|| Ground::with_course(area, &self.beliefs.tables, self.beliefs.course.clone()))
    }

    /// The baseline of the horizon; worked out when first asked for.
    #[must_use]
    pub fn baseline(&self, area: &Area) -> &Outcomes {
        self.assert_own(area);
        self.baseline.get_or_init(|| self.baseline_of(area, self.years))
    }

    /// The same, its first year at least: all that quick futures ask for, and small.
    #[must_use]
    pub fn start(&self, area: &Area) -> &Outcomes {
        self.assert_own(area);
        self.baseline.get().unwrap_or_else(|| self.start.get_or_init(|| self.baseline_of(area, 1)))
    }

    fn baseline_of(&self, area: &Area, years: u32) -> Outcomes {
        baseline::run(area, &self.beliefs.tables, years as usize)
    }

    /// Years of the horizon.
    #[must_use]
    pub const fn years(&self) -> u32 {
        self.years
    }

    /// The same from beliefs already worked out.
    #[must_use]
    pub const fn under(beliefs: Arc<Beliefs>, years: u32) -> Study {
        Study {
            beliefs,
            years,
            area: OnceLock::new(),
            baseline: OnceLock::new(),
            start: OnceLock::new(),
            ground: OnceLock::new(),
        }
    }

    /// A scenario of the same beliefs, resolved.
    ///
    /// # Errors
    /// Faults of the scenario in this area: more money than there is.
    pub fn plan<'a>(&'a self, area: &Area, evidence: &'a Evidence, scenario: &'a Scenario) -> Result<Plan<'a>, Faults> {
        Plan::on(Cow::Borrowed(self.ground(area)), area, &self.beliefs.tables, evidence, scenario)
    }

    /// The same for a scenario of the same area, if it believes the same; its horizon may be another.
    #[must_use]
    pub fn moved_to(self, scenario: &Scenario) -> Option<Study> {
        let years = scenario.horizon_years;
        if !self.beliefs.carry(scenario) {
            return None;
        }
        let baseline = if years == self.years { self.baseline } else { OnceLock::new() };
        Some(Study { years, baseline, ..self })
    }

    /// The same without what it worked out for its area: large, and soon made again.
    #[must_use]
    pub fn without_area(self) -> Study {
        Study::under(self.beliefs, self.years)
    }

    /// Runs a scenario of the same beliefs and years and hands everything to `use_it`.
    ///
    /// # Errors
    /// Faults of the scenario in this area: more money than there is, more patients than beds.
    pub fn run<T>(
        &self,
        area: &Area,
        evidence: &Evidence,
        scenario: &Scenario,
        use_it: impl FnOnce(&Input<'_>) -> Result<T, Faults>,
    ) -> Result<T, Faults> {
        self.run_part(area, evidence, scenario, Part::default(), use_it)
    }

    /// The same with a part of the plan only.
    ///
    /// # Errors
    /// As [`Study::run`].
    pub fn run_part<T>(
        &self,
        area: &Area,
        evidence: &Evidence,
        scenario: &Scenario,
        part: Part<'_>,
        use_it: impl FnOnce(&Input<'_>) -> Result<T, Faults>,
    ) -> Result<T, Faults> {
        let plan = self.plan(area, evidence, scenario)?;
        let what_if = simulate(&plan, part);
        if scenario.target.is_none() {
            // An ambition is run as far as the programmes have room, to see what it would take.
            what_if.check_beds(self.beliefs.tables.start_year)?;
        }
        use_it(&Input { evidence, area, plan: &plan, what_if: &what_if, baseline: self.baseline(area) })
    }
}

/// Runs a scenario in an area and hands everything to `use_it`.
///
/// # Errors
/// As [`Study::new`] and [`Study::run`].
pub fn with_run<T>(
    area: &Area,
    evidence: &Evidence,
    scenario: &Scenario,
    use_it: impl FnOnce(&Input<'_>) -> Result<T, Faults>,
) -> Result<T, Faults> {
    Study::new(evidence, scenario)?.run(area, evidence, scenario, use_it)
}

/// The answer without its explanation, which takes many more runs.
///
/// # Errors
/// As [`topdown::lens`].
pub fn answer(input: &Input<'_>, given: &Given) -> Result<Map<String, Value>, Faults> {
    let mut map = Map::new();
    let info = &input.evidence.info;
    map.insert("model".into(), env!("CARGO_PKG_VERSION").into());
    map.insert("evidence".into(), info.version.clone().into());
    map.insert("price_year".into(), info.price_year.clone().into());
    map.insert("place".into(), json!({ "code": input.area.code(), "name": input.area.name() }));
    map.insert("name".into(), given.scenario.name.clone().into());
    map.insert("scenario".into(), given.overlay.clone());
    map.insert("years".into(), json!(years(input)));
    map.insert("outcomes".into(), report::outcomes(input));
    map.insert("three_kinds".into(), report::three_kinds(input));
    map.insert("ledger".into(), report::ledger(input));
    map.insert("break_even".into(), report::break_even_years(input));
    map.insert("fairness".into(), fairness::fairness(input));
    map.insert("money".into(), report::money(input));
    map.insert("topdown".into(), topdown::lens(input)?);
    map.insert("ambition".into(), ambition::ambition(input));
    map.insert("warnings".into(), json!(warnings(input, &given.notes)));
    map.values_mut().for_each(plain_zeros);
    Ok(map)
}

/// Outcomes of [`glimpse`]: those of the sentence.
const AT_A_GLANCE: [&str; 3] = ["emergency_admissions", "deaths_prevention", "deaths_hospital"];

/// The part of a plan that [`glimpse`] needs. An ambition may be one for any outcome.
#[must_use]
pub fn part_of_glimpse(scenario: &Scenario) -> Part<'static> {
    Part { horizon_only: true, at_a_glance: scenario.target.is_none(), ..Part::default() }
}

/// What the sentence says of the years of the horizon, for a run of [`part_of_glimpse`]: a part of [`answer`], figure for
/// figure the same. What needs whole lives (verdict, both accounts, ledger, fairness) is not in it.
///
/// # Errors
/// As [`topdown::lens`].
pub fn glimpse(input: &Input<'_>, given: &Given) -> Result<Map<String, Value>, Faults> {
    let mut map = Map::new();
    map.insert("place".into(), json!({ "code": input.area.code(), "name": input.area.name() }));
    map.insert("scenario".into(), given.overlay.clone());
    map.insert("years".into(), json!(years(input)));
    let outcomes = AT_A_GLANCE.iter().map(|id| ((*id).to_string(), report::within_horizon(input, id)));
    map.insert("outcomes".into(), map_of(outcomes).into());
    map.insert("money".into(), report::money(input));
    map.insert("topdown".into(), json!({ "under_rival_prices": topdown::deaths_under_rival_prices(input)? }));
    map.insert("ambition".into(), ambition::ambition(input));
    map.values_mut().for_each(plain_zeros);
    Ok(map)
}

/// Turns every -0 into 0. Which of the two a maximum takes is not the same on every processor, and nobody wants to read -0.
pub(super) fn plain_zeros(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(plain_zeros),
        Value::Object(entries) => entries.values_mut().for_each(plain_zeros),
        Value::Number(number) if number.as_f64() == Some(0.0) && number.is_f64() => *value = json!(0.0),
        _ => {}
    }
}

/// Why the answer is what it is, and short records of every figure behind it.
///
/// # Errors
/// As [`explanation::explanation`].
pub fn reasons(input: &Input<'_>) -> Result<Map<String, Value>, Faults> {
    let used: Vec<&str> = input.plan.used.iter().map(String::as_str).collect();
    let mut map = Map::new();
    map.insert("explanation".into(), explanation::explanation(input)?);
    map.insert("parameters".into(), provenance::summaries(input.evidence, &used).into());
    map.values_mut().for_each(plain_zeros);
    Ok(map)
}

/// Answer and reasons in one document.
///
/// # Errors
/// As [`with_run`], [`answer`] and [`reasons`].
pub fn document(area: &Area, evidence: &Evidence, given: &Given) -> Result<Value, Faults> {
    with_run(area, evidence, &given.scenario, |input| {
        let mut map = answer(input, given)?;
        map.extend(reasons(input)?);
        Ok(Value::Object(map))
    })
}

/// Calendar years shown.
#[must_use]
pub fn years(input: &Input<'_>) -> Vec<usize> {
    (0..input.what_if.years).map(|year| input.plan.tables.start_year as usize + year).collect()
}

/// Everything to keep in mind, each sentence once.
#[must_use]
pub fn warnings(input: &Input<'_>, notes: &[String]) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    let all = notes.iter().chain(&input.baseline.warnings).chain(&input.what_if.warnings).cloned();
    for warning in all.chain(report::reasons_for_null(input)) {
        if !list.contains(&warning) {
            list.push(warning);
        }
    }
    list
}
