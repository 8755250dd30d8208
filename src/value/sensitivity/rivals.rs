//! Does the sign survive rival evidence? The net benefit under every side of every dispute, one at a time, and under all
//! sides chosen for or against the plan.
//!
//! The most and the least favourable combination take, in each dispute, the side that alone gives the highest or lowest
//! central answer, and are then run jointly. Sides may work on each other, so the joint run need not be the extreme: where a
//! single side alone goes further, that one stands as the combination, and `joint` says so.

use crate::error::Faults;
use crate::inputs::evidence::Evidence;
use crate::inputs::scenario::Scenario;
use crate::value::ensemble::summary::Summary;
use crate::value::sensitivity::about::Sign;
use crate::value::sensitivity::probe::Probe;

/// One side of one dispute.
#[derive(Debug, Clone, PartialEq)]
pub struct Rival {
    /// Switch.
    pub switch: String,
    /// Option.
    pub option: String,
    /// Name of the dispute.
    pub switch_label: String,
    /// What is in dispute.
    pub question: String,
    /// The side in words.
    pub label: String,
    /// True if the scenario takes this side already.
    pub taken: bool,
    /// True if the pack takes this side unless told otherwise.
    pub default: bool,
    /// What came of it; `None` before it was run.
    pub central: Option<Central>,
    /// Over many futures, where they were given.
    pub futures: Option<Summary>,
}

/// The central answer under a side or a combination.
#[derive(Debug, Clone, PartialEq)]
pub enum Central {
    /// Net benefit.
    Net(f64),
    /// Not counted.
    NotCounted,
    /// The plan is impossible under it, and why.
    Impossible(String),
}

impl Central {
    /// From what a run said.
    #[must_use]
    pub fn of(run: Result<Option<f64>, Faults>) -> Central {
        match run {
            Ok(Some(net)) => Central::Net(net),
            Ok(None) => Central::NotCounted,
            Err(faults) => Central::Impossible(faults.to_string()),
        }
    }

    /// The net benefit, if there is one.
    #[must_use]
    pub const fn net(&self) -> Option<f64> {
        match self {
            Central::Net(net) => Some(*net),
            _ => None,
        }
    }
}

/// A side in each dispute, run together.
#[derive(Debug, Clone, PartialEq)]
pub struct Combination {
    /// Sides other than those the scenario takes.
    pub sides: Vec<(String, String)>,
    /// What came of it.
    pub central: Central,
    /// False if a single side alone goes further than all together, and stands here in their place.
    pub joint: bool,
    /// Over many futures, where they were given.
    pub futures: Option<Summary>,
}

/// Every side of every dispute, in the order of the pack.
#[must_use]
pub fn sides(evidence: &Evidence, scenario: &Scenario) -> Vec<Rival> {
    let mut list = Vec::new();
    for switch in evidence.switches.iter() {
        let chosen = scenario.switches.iter().find(|(id, _)| *id == switch.id).map(|(_, option)| option.as_str());
        let taken = chosen.unwrap_or(&switch.default);
        list.extend(switch.options.iter().map(|option| Rival {
            switch: switch.id.clone(),
            option: option.id.clone(),
            switch_label: switch.label.clone(),
            question: switch.question.clone(),
            label: option.label.clone(),
            taken: option.id == taken,
            default: option.id == switch.default,
            central: None,
            futures: None,
        }));
    }
    list
}

impl Rival {
    /// The switch and its option.
    #[must_use]
    pub fn side(&self) -> (String, String) {
        (self.switch.clone(), self.option.clone())
    }

    /// Runs the scenario on this side: what a plain run of it says.
    #[must_use]
    pub fn run(&self, probe: &Probe<'_>) -> Central {
        Central::of(probe.with_sides(&[self.side()]))
    }

    /// The central net benefit, if it was run and there is one.
    #[must_use]
    pub fn net(&self) -> Option<f64> {
        self.central.as_ref().and_then(Central::net)
    }
}

/// Answers closer than this share of the larger are the same: what is left of adding up in another order.
const SAME: f64 = 1e-9;

/// In each dispute, the side that is best (`direction` 1) or worst (-1) alone; where none is better than the one taken, that
/// one, which is left out of the list.
#[must_use]
pub fn chosen(rivals: &[Rival], direction: f64) -> Vec<(String, String)> {
    let mut sides: Vec<(String, String)> = Vec::new();
    for taken in rivals.iter().filter(|rival| rival.taken) {
        let Some(ours) = taken.net() else { continue };
        let mut best = (ours, taken);
        for rival in rivals.iter().filter(|rival| rival.switch == taken.switch) {
            if let Some(net) = rival.net()
                && (net - best.0) * direction > SAME * net.abs().max(best.0.abs())
            {
                best = (net, rival);
            }
        }
        if !best.1.taken {
            sides.push(best.1.side());
        }
    }
    sides
}

/// Runs the sides of [`chosen`] together.
#[must_use]
pub fn combination(probe: &Probe<'_>, rivals: &[Rival], direction: f64) -> Combination {
    let sides = chosen(rivals, direction);
    let central = Central::of(probe.with_sides(&sides));
    let further = |net: f64| central.net().is_none_or(|joint| (net - joint) * direction > 0.0);
    let alone = rivals.iter().filter_map(|rival| Some((rival.net()?, rival))).filter(|(net, _)| further(*net));
    match alone.max_by(|a, b| (a.0 * direction).total_cmp(&(b.0 * direction))) {
        None => Combination { sides, central, joint: true, futures: None },
        Some((net, rival)) => {
            let sides = if rival.taken { Vec::new() } else { vec![rival.side()] };
            Combination { sides, central: Central::Net(net), joint: false, futures: None }
        }
    }
}

/// How the sign fares over the sides the scenario does not take.
#[derive(Debug, Clone, PartialEq)]
pub struct Survival<'r> {
    /// Sides that give another central answer than that of the scenario.
    pub of: usize,
    /// Sides that change nothing here.
    pub idle: usize,
    /// Sides under which the sign is that of the scenario.
    pub same: usize,
    /// Sides under which it is another.
    pub turns: Vec<&'r Rival>,
}

/// Counts the signs; `central` is the answer of the scenario as it stands.
#[must_use]
pub fn survival(rivals: &[Rival], central: f64) -> Survival<'_> {
    let others = rivals.iter().filter(|rival| !rival.taken && rival.net().is_some());
    let differs = |rival: &&Rival| rival.net().is_some_and(|net| Sign::of(net) != Sign::of(central));
    let turns: Vec<&Rival> = others.clone().filter(differs).collect();
    let idle = others
        .clone()
        .filter(|rival| rival.net().is_some_and(|net| (net - central).abs() <= SAME * central.abs()))
        .count();
    let of = others.count() - idle;
    Survival { of, idle, same: of - turns.len(), turns }
}
