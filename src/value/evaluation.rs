//! An evaluation plan: what to count if this scenario is carried out, what should be seen each year, and what reading would
//! show that it is not working.
//!
//! Most effects are small beside the yearly chance variation of what they act on. The plan says so: a reading is called
//! telling only where the expected change is larger than chance alone. Chance is taken as 1.96 times the square root of the
//! count, which is the least it can be.

use serde_json::{Value, json};

use crate::value::report::{self, Input};

/// Half-width of the middle 95% of chance, in standard deviations.
const CHANCE: f64 = 1.96;
/// A programme that reaches less than this share of the people expected is not being delivered as planned.
const DELIVERED: f64 = 0.75;

/// One indicator with its path.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// Id: an outcome, or `people_reached.` or `spending.` and a programme.
    pub id: String,
    /// Plain words.
    pub label: String,
    /// Unit.
    pub unit: String,
    /// Who counts it.
    pub source: String,
    /// Expected each year if nothing changes; `None` where only the change is known.
    pub baseline: Option<Vec<f64>>,
    /// Expected change each year.
    pub change: Vec<f64>,
    /// Reading beyond which it is not working, by year; `None` where no reading of that year could tell.
    pub not_working: Vec<Option<f64>>,
    /// In words.
    pub rule: String,
}

/// Outcomes followed: id, label, who counts them.
const FOLLOWED: [(&str, &str, &str); 9] = [
    (
        "emergency_admissions",
        "Emergency admissions of residents",
        "hospital activity returns for residents of the place",
    ),
    ("bed_days", "Nights in a hospital bed of residents", "hospital activity returns for residents of the place"),
    ("ae_attendances", "A&E attendances of residents", "emergency care returns for residents of the place"),
    ("deaths_under_75", "Deaths before 75", "death registrations"),
    ("deaths", "Deaths", "death registrations"),
    ("new_cases.chd", "New cases of coronary heart disease", "general practice registers"),
    ("new_cases.stroke", "New cases of stroke", "general practice registers"),
    ("new_cases.copd", "New cases of chronic lung disease", "general practice registers"),
    ("social_care_gbp", "Adult social care needed", "the council's yearly return of spending"),
];

/// The indicators of a scenario: money and people of each programme first, then outcomes that the plan moves.
#[must_use]
pub fn indicators(input: &Input<'_>) -> Vec<Indicator> {
    let mut list = Vec::new();
    for (position, programme) in input.plan.programmes.iter().enumerate() {
        list.extend(delivery(input, position, &programme.id, &programme.label));
    }
    list.extend(FOLLOWED.iter().filter_map(|(id, label, source)| outcome(input, id, label, source)));
    list
}

/// Spending and people of a programme that gets money.
fn delivery(input: &Input<'_>, position: usize, id: &str, label: &str) -> Vec<Indicator> {
    let years = input.what_if.years;
    let components = &input.plan.components;
    let spent = |year: usize| -> f64 {
        let row = input.what_if.spent.get(year).map_or(&[] as &[f64], Vec::as_slice);
        row.iter().zip(components).filter(|(_, component)| component.programme == position).map(|(gbp, _)| gbp).sum()
    };
    let pounds: Vec<f64> = (0..years).map(spent).collect();
    if pounds.iter().all(|gbp| *gbp == 0.0) {
        return Vec::new();
    }
    let reached_id = format!("people_reached.{id}");
    let reached = input
        .what_if
        .flows
        .get(&reached_id)
        .map_or(Vec::new(), |flow| (0..years).map(|year| flow.year(year)).collect());
    let delivered = |id: String, label: String, unit: &str, source: &str, path: Vec<f64>, rule: String| Indicator {
        id,
        label,
        unit: unit.into(),
        source: source.into(),
        baseline: None,
        not_working: path.iter().map(|expected| (*expected > 0.0).then_some(DELIVERED * expected)).collect(),
        change: path,
        rule,
    };
    let share = 100.0 * DELIVERED;
    vec![
        delivered(
            format!("spending.{id}"),
            format!("{label}: pounds spent beyond today"),
            "gbp",
            "the accounts of whoever pays for the programme",
            pounds,
            format!("less than {share:.0}% of it spent: the money is not reaching the programme"),
        ),
        delivered(
            reached_id,
            format!("{label}: people reached beyond today"),
            "persons",
            "the programme's own records",
            reached,
            format!(
                "fewer than {share:.0}% of these people two years running: stop and find out why before looking at outcomes"
            ),
        ),
    ]
}

fn outcome(input: &Input<'_>, id: &str, label: &str, source: &str) -> Option<Indicator> {
    let flow = input.what_if.flows.get(id)?;
    let years = input.what_if.years;
    let change: Vec<f64> = (0..years).map(|year| flow.year(year) + 0.0).collect();
    if change.iter().all(|value| *value == 0.0) {
        return None;
    }
    let baseline = report::baseline(input, id);
    // Pounds are not events: chance is judged for counts only.
    let counts = baseline.as_ref().filter(|_| flow.unit != "gbp");
    let not_working: Vec<Option<f64>> = match counts {
        Some(base) => base.iter().zip(&change).map(|(base, change)| telling(*base, *change)).collect(),
        None => vec![None; years],
    };
    let rule = rule(input, &not_working, counts, &change);
    Some(Indicator {
        id: id.into(),
        label: label.into(),
        unit: flow.unit.into(),
        source: source.into(),
        baseline,
        change,
        not_working,
        rule,
    })
}

/// The reading that would show no effect: the baseline itself, where the expected change is more than chance.
#[must_use]
pub fn telling(baseline: f64, change: f64) -> Option<f64> {
    (change.abs() > CHANCE * baseline.max(0.0).sqrt()).then_some(baseline)
}

fn rule(input: &Input<'_>, not_working: &[Option<f64>], counts: Option<&Vec<f64>>, change: &[f64]) -> String {
    if let Some(first) = not_working.iter().position(Option::is_some) {
        let side = if change[first] < 0.0 { "at or above" } else { "at or below" };
        return format!(
            "from {}: a reading {side} the path without the plan",
            input.plan.tables.start_year as usize + first
        );
    }
    let last = change.len() - 1;
    match counts.and_then(|base| base.get(last)) {
        Some(base) => format!(
            "no single year can tell: the change expected by {} ({:.1}) is smaller than chance ({:.0}); judge by delivery, and by \
             comparison with similar places over several years",
            input.plan.tables.start_year as usize + last,
            change[last],
            CHANCE * base.max(0.0).sqrt(),
        ),
        None => {
            "the expected change is ours; what chance does to it is not known, so compare with similar places".into()
        }
    }
}

/// The plan as a document.
#[must_use]
pub fn plan(input: &Input<'_>) -> Value {
    let start = input.plan.tables.start_year as usize;
    let rows = indicators(input);
    json!({
        "place": { "code": input.area.code(), "name": input.area.name() },
        "scenario": input.plan.scenario.name,
        "years": (0..input.what_if.years).map(|year| start + year).collect::<Vec<_>>(),
        "how_to_read": "Delivery is judged first: people reached can be counted at once. Outcomes follow late and are mostly smaller than chance.",
        "indicators": rows.iter().map(|row| json!({
            "id": row.id, "label": row.label, "unit": row.unit, "source": row.source, "expected_without_plan": row.baseline,
            "expected_change": row.change, "expected_with_plan": with_plan(row), "not_working_reading": row.not_working, "rule": row.rule,
        })).collect::<Vec<_>>(),
    })
}

/// What should be read each year: the baseline and the change, or the change alone where it starts from nothing.
#[must_use]
pub fn with_plan(row: &Indicator) -> Vec<f64> {
    match &row.baseline {
        Some(base) => base.iter().zip(&row.change).map(|(base, change)| base + change).collect(),
        None => row.change.clone(),
    }
}
