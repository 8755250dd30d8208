//! Targets of a goal: how much of which outcome, when, for whom; and the fault if two cannot both hold.

use crate::error::Faults;
use crate::inputs::node::Node;
use crate::inputs::reader::{self, Keys};
use crate::strata::QUINTILES;

/// Which way an outcome should move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Below the baseline.
    Fewer,
    /// Above the baseline.
    More,
}

/// The words for directions in files.
pub const DIRECTIONS: &[(&str, Direction)] = &[("fewer", Direction::Fewer), ("more", Direction::More)];

impl Direction {
    /// Factor from a change (scenario minus baseline) to what the target counts.
    #[must_use]
    pub const fn sign(self) -> f64 {
        match self {
            Direction::Fewer => -1.0,
            Direction::More => 1.0,
        }
    }

    /// The word for it in files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Direction::Fewer => "fewer",
            Direction::More => "more",
        }
    }
}

/// When an outcome is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// In this calendar year.
    Year(u32),
    /// Summed over the years shown, undiscounted.
    ByHorizon,
    /// Followed to the end of everybody's life, undiscounted.
    SetInMotion,
}

/// The words for the two accounts in files.
const ACCOUNTS: &[(&str, Period)] = &[("by_horizon", Period::ByHorizon), ("set_in_motion", Period::SetInMotion)];

impl Period {
    /// The word for an account; empty for a year.
    #[must_use]
    pub fn word(self) -> &'static str {
        ACCOUNTS.iter().find(|(_, known)| *known == self).map_or("", |(word, _)| word)
    }
}

/// One number of a run: the change of an outcome in a period, of everybody or of one fifth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Outcome id.
    pub outcome: String,
    /// When.
    pub period: Period,
    /// Fifth, 0 = most deprived; `None` for everybody.
    pub fifth: Option<usize>,
}

/// A target: bounds on one measure, in its own direction.
#[derive(Debug, Clone, PartialEq)]
pub struct Bound {
    /// What is counted.
    pub measure: Measure,
    /// Which way.
    pub direction: Direction,
    /// At least this many.
    pub at_least: Option<f64>,
    /// At most this many.
    pub at_most: Option<f64>,
}

impl Bound {
    /// Lowest and highest change (scenario minus baseline) that meets it.
    fn interval(&self) -> (f64, f64) {
        let (least, most) = (self.at_least.unwrap_or(f64::NEG_INFINITY), self.at_most.unwrap_or(f64::INFINITY));
        match self.direction {
            Direction::More => (least, most),
            Direction::Fewer => (-most, -least),
        }
    }
}

/// Reads `targets`.
pub(super) fn read(keys: &mut Keys<'_>, faults: &mut Faults) -> Vec<Bound> {
    let nodes = keys.list("targets", faults);
    if nodes.is_empty() {
        faults.add("targets", "", "holds no target: what should be reached?");
    }
    let bounds: Vec<Bound> =
        nodes.iter().enumerate().map(|(index, node)| read_one(&format!("targets[{index}]"), node, faults)).collect();
    check_contradictions(&bounds, faults);
    bounds
}

fn read_one(path: &str, node: &Node, faults: &mut Faults) -> Bound {
    let mut keys = Keys::open(path, node, faults);
    let outcome = keys.words("outcome", faults);
    let direction = keys.choice("change", DIRECTIONS, Direction::More, faults);
    let at_least = keys.optional_number("at_least", faults);
    let at_most = keys.optional_number("at_most", faults);
    for (key, value) in [("at_least", at_least), ("at_most", at_most)] {
        if let Some(value) = value.filter(|value| *value < 0.0) {
            faults.add(keys.at(key), value, "must be 0 or more: fewer or more is said apart from it");
        }
    }
    match (at_least, at_most) {
        (None, None) => faults.add(path, node, "must say how many, at least or at most (at_least, at_most, or both)"),
        (Some(least), Some(most)) if least > most => {
            faults.add(path, node, format!("contradicts itself: nothing is at least {least} and at most {most}"));
        }
        _ => {}
    }
    let period = read_period(&mut keys, node, faults);
    let at_fifth = keys.at("fifth");
    #[allow(clippy::cast_possible_truncation)] // 5
    let fifth = keys.optional("fifth").map(|node| reader::whole(&at_fifth, node, 1, QUINTILES as u32, faults));
    keys.done(faults);
    let fifth = fifth.map(|fifth| fifth as usize - 1);
    Bound { measure: Measure { outcome, period, fifth }, direction, at_least, at_most }
}

fn read_period(keys: &mut Keys<'_>, node: &Node, faults: &mut Faults) -> Period {
    let at_year = keys.at("year");
    let year = keys.optional("year").map(|node| reader::whole(&at_year, node, 1900, 2200, faults));
    let account = keys.optional_text("account", faults);
    match (year, account) {
        (Some(year), None) => Period::Year(year),
        (None, Some(word)) => reader::pick(&keys.at("account"), &word, ACCOUNTS, faults).unwrap_or(Period::ByHorizon),
        _ => {
            faults.add(keys.path(), node, "must say when: year, or account (by_horizon or set_in_motion), one of them");
            Period::ByHorizon
        }
    }
}

/// Bounds on the same measure must leave something between them.
fn check_contradictions(bounds: &[Bound], faults: &mut Faults) {
    for (index, bound) in bounds.iter().enumerate() {
        let (low, high) = bound.interval();
        let clash = bounds[..index].iter().position(|other| {
            let (other_low, other_high) = other.interval();
            other.measure == bound.measure && low.max(other_low) > high.min(other_high)
        });
        if let Some(other) = clash.filter(|_| low <= high) {
            let reason = format!("contradicts targets[{other}]: no change of {} is both", bound.measure.outcome);
            faults.add(format!("targets[{index}]"), words(bound), reason);
        }
    }
}

fn words(bound: &Bound) -> String {
    let part = |word: &str, value: Option<f64>| value.map(|value| format!("{word} {value}"));
    let parts = [part("at least", bound.at_least), part("at most", bound.at_most)];
    format!("{} {}", parts.into_iter().flatten().collect::<Vec<_>>().join(" and "), bound.direction.word())
}
