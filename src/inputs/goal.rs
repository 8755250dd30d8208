//! A goal: what should be reached, within which limits, and what makes one plan better than another.
//!
//! Working backwards takes a goal and finds the plan. A scenario's own `target` is something else: a published ambition that a
//! given plan is measured against (see [`crate::inputs::target`]).

mod targets;

use crate::error::Faults;
use crate::inputs::evidence::Evidence;
use crate::inputs::node::Node;
use crate::inputs::reader::{self, Keys};
use crate::model::draws::LARGEST_SEED;

pub use targets::{Bound, Direction, Measure, Period};

/// What makes a plan better than another that reaches the same targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Objective {
    /// The fewest pounds spent on programmes.
    LeastCost,
    /// The most for the most deprived fifth, or the smallest gap, within the budget.
    MostEqual,
    /// The fewest pounds a year moved from where the scenario has them.
    LeastChange,
}

/// The words for objectives in files.
pub const OBJECTIVES: &[(&str, Objective)] = &[
    ("least_cost", Objective::LeastCost),
    ("most_equal", Objective::MostEqual),
    ("least_change", Objective::LeastChange),
];

impl Objective {
    /// The word for it in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        OBJECTIVES.iter().find(|(_, known)| *known == self).map_or("", |(word, _)| word)
    }
}

/// What "most equal" means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Equality {
    /// Healthy years set in motion in the most deprived fifth.
    MostDeprivedFifth,
    /// Healthy years set in motion per 1,000 residents in the most deprived fifth, less those in the least deprived.
    Gap,
}

/// The words for it in files.
pub const EQUALITIES: &[(&str, Equality)] =
    &[("most_deprived_fifth", Equality::MostDeprivedFifth), ("gap", Equality::Gap)];

/// What a programme may get.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Limit {
    /// Pounds a year: at least, and at most if there is a most.
    Between(f64, Option<f64>),
    /// Exactly these pounds a year.
    Locked(f64),
    /// What the scenario gives it.
    AsGiven,
}

/// A goal.
#[derive(Debug, Clone, PartialEq)]
pub struct Goal {
    /// Name, may be empty.
    pub name: String,
    /// What should be reached; never empty, never contradictory.
    pub targets: Vec<Bound>,
    /// Objectives asked for, in the order of [`OBJECTIVES`].
    pub objectives: Vec<Objective>,
    /// What "most equal" means.
    pub equality: Equality,
    /// Most pounds a year for all programmes together.
    pub budget: Option<f64>,
    /// Limits by programme; a programme without one may get anything.
    pub limits: Vec<(String, Limit)>,
    /// Share of model runs in which all targets must be reached; `None` asks for the middle line only.
    pub probability: Option<f64>,
    /// Model runs behind that share.
    pub draws: usize,
    /// Seed of those runs.
    pub seed: u64,
}

/// Fewest and most model runs behind a probability, and the number used if none is given.
pub const DRAWS: (u32, u32, u32) = (20, 4000, 250);
/// Most pounds a year that can be meant.
const MOST_GBP: f64 = 1e12;

impl Goal {
    /// Reads a goal file.
    ///
    /// # Errors
    /// All faults of the text: path, value, reason.
    pub fn from_json(bytes: &[u8], evidence: &Evidence) -> Result<Goal, Faults> {
        Goal::read(&Node::from_json(bytes)?, evidence)
    }

    /// Reads a goal.
    ///
    /// # Errors
    /// All its faults, among them targets that contradict each other.
    pub fn read(node: &Node, evidence: &Evidence) -> Result<Goal, Faults> {
        let mut faults = Faults::new();
        let mut keys = Keys::open("", node, &mut faults);
        let name = keys.text_or_empty("name", &mut faults);
        keys.text_or_empty("note", &mut faults);
        let targets = targets::read(&mut keys, &mut faults);
        let objectives = read_objectives(&mut keys, &mut faults);
        let equality = match keys.optional_text("equal_by", &mut faults) {
            Some(word) => reader::pick("equal_by", &word, EQUALITIES, &mut faults),
            None => None,
        };
        let budget = keys.optional_number("budget_gbp_per_year", &mut faults);
        if let Some(gbp) = budget {
            check_pounds("budget_gbp_per_year", gbp, &mut faults);
        }
        let limits = read_limits(&mut keys, evidence, &mut faults);
        check_minimums(&limits, budget, &mut faults);
        let goal = Goal {
            name,
            targets,
            objectives,
            equality: equality.unwrap_or(Equality::MostDeprivedFifth),
            budget,
            limits,
            probability: read_probability(&mut keys, &mut faults),
            draws: read_draws(&mut keys, &mut faults),
            seed: read_seed(&mut keys, &mut faults),
        };
        keys.done(&mut faults);
        faults.finish(goal)
    }
}

fn read_draws(keys: &mut Keys<'_>, faults: &mut Faults) -> usize {
    let (least, most, plain) = DRAWS;
    let draws = keys.optional("draws").map_or(plain, |node| reader::whole("draws", node, least, most, faults));
    draws as usize
}

fn read_seed(keys: &mut Keys<'_>, faults: &mut Faults) -> u64 {
    let Some(node) = keys.optional("seed") else { return 1 };
    let before = faults.len();
    let seed = reader::number("seed", node, faults);
    #[allow(clippy::cast_precision_loss)] // 2^53, held exactly
    let largest = LARGEST_SEED as f64;
    if faults.len() == before && (seed.trunc() != seed || !(0.0..=largest).contains(&seed)) {
        faults.add("seed", seed, format!("must be a whole number from 0 to {LARGEST_SEED}"));
        return 1;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // whole, 0 to 2^53
    let seed = seed as u64;
    seed
}

fn read_probability(keys: &mut Keys<'_>, faults: &mut Faults) -> Option<f64> {
    let share = keys.optional_number("probability", faults)?;
    if !(0.5..=0.99).contains(&share) {
        faults.add("probability", share, "must be between 0.5 and 0.99 (0.8 is 8 in 10 model runs)");
    }
    Some(share)
}

fn read_objectives(keys: &mut Keys<'_>, faults: &mut Faults) -> Vec<Objective> {
    let all = || OBJECTIVES.iter().map(|(_, objective)| *objective);
    if keys.optional("objectives").is_none() {
        return all().collect();
    }
    let words = keys.texts("objectives", faults);
    if words.is_empty() {
        faults.add("objectives", "", "must name at least one: least_cost, most_equal, least_change");
    }
    let asked: Vec<Objective> = words
        .iter()
        .enumerate()
        .filter_map(|(index, word)| reader::pick(&format!("objectives[{index}]"), word, OBJECTIVES, faults))
        .collect();
    all().filter(|objective| asked.contains(objective)).collect()
}

fn check_pounds(path: &str, gbp: f64, faults: &mut Faults) {
    if !(0.0..=MOST_GBP).contains(&gbp) {
        faults.add(path, gbp, "must be pounds a year, 0 or more");
    }
}

fn read_limits(keys: &mut Keys<'_>, evidence: &Evidence, faults: &mut Faults) -> Vec<(String, Limit)> {
    let path = keys.at("programmes");
    let Some(node) = keys.optional("programmes") else { return Vec::new() };
    let inner = Keys::open(&path, node, faults);
    let mut list = Vec::new();
    for (id, node) in inner.entries() {
        let at = inner.at(id);
        if evidence.programmes.get(id).is_none() {
            faults.add(&at, node, format!("no programme has this id; nearest: {}", evidence.programmes.nearest(id)));
        }
        list.push((id.clone(), read_limit(&at, node, faults)));
    }
    list
}

fn read_limit(path: &str, node: &Node, faults: &mut Faults) -> Limit {
    let mut keys = Keys::open(path, node, faults);
    let mut pounds = |key: &'static str, faults: &mut Faults| {
        let gbp = keys.optional_number(key, faults);
        if let Some(gbp) = gbp {
            check_pounds(&keys.at(key), gbp, faults);
        }
        gbp
    };
    let min = pounds("min_gbp_per_year", faults);
    let max = pounds("max_gbp_per_year", faults);
    let locked = pounds("locked_gbp_per_year", faults);
    let as_given = keys.flag("as_in_scenario", false, faults);
    keys.done(faults);
    match (min, max, locked, as_given) {
        (None, None, Some(gbp), false) => Limit::Locked(gbp),
        (None, None, None, true) => Limit::AsGiven,
        (_, _, None, false) => {
            let least = min.unwrap_or(0.0);
            if let Some(most) = max.filter(|most| *most < least) {
                faults.add(path, format!("{least} to {most}"), "contradicts itself: the least is above the most");
            }
            Limit::Between(least, max)
        }
        _ => {
            let reason = "give min_gbp_per_year and max_gbp_per_year, or locked_gbp_per_year, or as_in_scenario";
            faults.add(path, node, reason);
            Limit::AsGiven
        }
    }
}

/// A budget below what the limits already promise contradicts them.
fn check_minimums(limits: &[(String, Limit)], budget: Option<f64>, faults: &mut Faults) {
    let promised: f64 = limits
        .iter()
        .map(|(_, limit)| match limit {
            Limit::Between(least, _) | Limit::Locked(least) => *least,
            Limit::AsGiven => 0.0,
        })
        .sum();
    // A budget below nothing was refused already: what it is too little for is no second fault.
    if let Some(budget) = budget.filter(|budget| *budget >= 0.0 && promised > *budget + 1e-6) {
        faults.add(
            "budget_gbp_per_year",
            budget,
            format!("is too little for the programmes: their least and locked pounds already add to {promised} a year"),
        );
    }
}
