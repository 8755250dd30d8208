//! What moves in a scenario, the same in all its futures: who is reached (series), in whom an effect lives (streams), and
//! which risks answer (feeds).

use crate::inputs::evidence::Delivery;
use crate::model::what_if::effects::{Action, Base, Measure, Resolved};
use crate::model::what_if::exposure::{Outcome, Risk};
use crate::model::what_if::plan::Plan;

/// People counted by the year in which something happens to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Start, of all ages served alike.
    Whole,
    /// Start, the children of families.
    Children,
    /// Start, the adults of families.
    Adults,
    /// Are supported this year.
    Now,
    /// Begin to be supported in place of those who left.
    Begun,
    /// Begin to be supported because there are more places.
    More,
    /// Are supported no longer because they grew out of the ages served.
    Aged,
    /// Are supported no longer because there are fewer places.
    Lost,
}

/// One count of people of one component.
#[derive(Debug, Clone, Copy)]
pub struct Series {
    /// Which people.
    pub kind: Kind,
}

/// What is measured of the people in whom an effect lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measured {
    /// How many.
    Count,
    /// How many of those who use hospitals at all.
    Users(usize),
    /// Their hospital use at the place's own rates.
    Use(usize),
    /// Nothing.
    Nothing,
}

/// One effect.
#[derive(Debug, Clone)]
pub struct Line {
    /// Component, and place among its effects.
    pub component: usize,
    /// See `component`.
    pub effect: usize,
    /// What is measured.
    pub measured: Measured,
    /// Its streams: one for each series of the component.
    pub streams: std::ops::Range<usize>,
}

/// People of a series in whom an effect lives.
#[derive(Debug, Clone, Copy)]
pub struct Stream {
    /// Effect.
    pub line: usize,
    /// Series.
    pub series: usize,
}

/// What a feed reaches.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Target {
    /// Incidence of a disease.
    Disease(usize),
    /// Deaths of causes that are not modelled.
    OtherCauses,
    /// Deaths themselves.
    Deaths,
}

/// How strongly a target answers to a person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Strength {
    /// By the excess risk of an exposure (0 smoking, 1 inactivity, 2 obesity), and its place in that list of risks.
    Risk(usize, usize),
    /// By the size of the effect alone.
    Plain,
}

/// A risk taken away.
#[derive(Debug, Clone)]
pub struct Feed {
    /// Effect.
    pub line: usize,
    /// Years before the target answers.
    pub lag: usize,
    /// For those who stop smoking: share of the excess risk left by years since.
    pub left: Option<Vec<f64>>,
    /// What answers.
    pub targets: Vec<(Target, Strength)>,
}

/// Everything that moves.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// People.
    pub series: Vec<Series>,
    /// Series of each component.
    pub of_component: Vec<std::ops::Range<usize>>,
    /// Effects.
    pub lines: Vec<Line>,
    /// People in whom they live.
    pub streams: Vec<Stream>,
    /// Risks.
    pub feeds: Vec<Feed>,
    /// The effect that avoids diabetes.
    pub diabetes: Option<usize>,
}

/// Age at which a person of a family is no child any more.
pub const ADULT: usize = 18;

impl Layout {
    /// Reads a plan.
    #[must_use]
    pub fn new(plan: &Plan<'_>) -> Layout {
        let mut layout = Layout::default();
        for (index, component) in plan.components.iter().enumerate() {
            let kinds: &[Kind] = match component.record.delivery {
                Delivery::PlaceYear => &[Kind::Now, Kind::Begun, Kind::More, Kind::Aged, Kind::Lost],
                _ if splits_families(plan, index) => &[Kind::Children, Kind::Adults],
                _ => &[Kind::Whole],
            };
            let from = layout.series.len();
            layout.series.extend(kinds.iter().map(|kind| Series { kind: *kind }));
            let series = from..layout.series.len();
            for (number, effect) in component.effects.iter().enumerate() {
                let line = layout.lines.len();
                let first = layout.streams.len();
                layout.streams.extend(series.clone().map(|series| Stream { line, series }));
                let streams = first..layout.streams.len();
                layout.lines.push(Line { component: index, effect: number, measured: measured(effect), streams });
                layout.feeds.extend(feeds(plan, line, effect));
                if matches!(effect.action, Action::DiabetesAvoided(_)) {
                    layout.diabetes.get_or_insert(line);
                }
            }
            layout.of_component.push(series);
        }
        layout
    }

    /// The effect of a line in a plan.
    #[must_use]
    pub fn effect<'p>(&self, plan: &'p Plan<'_>, line: usize) -> &'p Resolved {
        let line = &self.lines[line];
        &plan.components[line.component].effects[line.effect]
    }
}

/// True if a component reaches children and adults in shares of their own.
pub fn splits_families(plan: &Plan<'_>, component: usize) -> bool {
    let component = &plan.components[component];
    let (low, high) = component.record.ages;
    component.reach.children.is_some() && (low as usize) < ADULT && high as usize >= ADULT
}

pub fn slot(measure: Measure) -> usize {
    match measure {
        Measure::Admissions => 0,
        Measure::BedDays => 1,
        Measure::AeAttendances => 2,
    }
}

fn measured(effect: &Resolved) -> Measured {
    match effect.action {
        Action::UseRatio { among_cases: true, .. } => Measured::Nothing,
        Action::UseRatio { measure, base: Base::Place, .. } => Measured::Use(slot(measure)),
        Action::UseRatio { measure, .. } | Action::UseDifference { measure, .. } => Measured::Users(slot(measure)),
        Action::DiabetesAvoided(_)
        | Action::FallsAvoided(_)
        | Action::InWork(_)
        | Action::PregnanciesAvoided(_)
        | Action::ChildrenInCareAvoided(_)
        | Action::OtherMoney(_)
        | Action::HouseholdIncome(_) => Measured::Count,
        _ => Measured::Nothing,
    }
}

fn target(outcome: Outcome) -> Target {
    match outcome {
        Outcome::Disease(disease) => Target::Disease(disease),
        Outcome::OtherCauses => Target::OtherCauses,
    }
}

fn feeds(plan: &Plan<'_>, line: usize, effect: &Resolved) -> Vec<Feed> {
    let risks = &plan.risks;
    match effect.action {
        Action::Quits(_) => by(0, &risks.smoking, line, |risk| (0, Some(risk.left.clone()))),
        Action::Active(_) => by(1, &risks.inactivity, line, |risk| (risk.lag, None)),
        Action::Bmi(_) => by(2, &risks.obesity, line, |risk| (risk.lag, None)),
        Action::Cardiovascular { .. } => {
            let heart = |id: &str| ["chd", "stroke"].contains(&id);
            let diseases = plan.tables.diseases.iter().enumerate().filter(|(_, disease)| heart(&disease.id));
            let targets = diseases.map(|(disease, _)| (Target::Disease(disease), Strength::Plain)).collect();
            vec![Feed { line, lag: 0, left: None, targets }]
        }
        Action::DeathsAvoided(_) => {
            vec![Feed { line, lag: 0, left: None, targets: vec![(Target::Deaths, Strength::Plain)] }]
        }
        _ => Vec::new(),
    }
}

/// One feed for all risks that answer at the same pace.
fn by(exposure: usize, risks: &[Risk], line: usize, pace: impl Fn(&Risk) -> (usize, Option<Vec<f64>>)) -> Vec<Feed> {
    let mut feeds: Vec<Feed> = Vec::new();
    for (index, risk) in risks.iter().enumerate() {
        let (lag, left) = pace(risk);
        let target = (target(risk.outcome), Strength::Risk(exposure, index));
        match feeds.iter_mut().find(|feed| feed.lag == lag && feed.left == left) {
            Some(feed) => feed.targets.push(target),
            None => feeds.push(Feed { line, lag, left, targets: vec![target] }),
        }
    }
    feeds
}
