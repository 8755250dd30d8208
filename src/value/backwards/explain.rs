//! Why these programmes: what each gains a pound at the margin, what binds, what would be next, what going without costs.
//!
//! Figures here come from the curves, that is from each programme run alone. The whole plan, with overlap, is in the
//! document's targets.

use super::choose::{Aim, Question};
use super::curve::{Curve, Knot};
use super::pass::{Found, aim};
use super::search::Search;
use crate::inputs::goal::{Limit, Objective};

/// Pounds a year that count as none.
const NOTHING: f64 = 0.5;
/// A price that counts as none, in units of the aim for one unit of the need.
const NO_PRICE: f64 = 1e-7;

/// Why a programme gets what it gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The goal fixes its pounds.
    Locked,
    /// It gets nothing: others do more for the pound.
    NotUsed,
    /// Only because the goal says at least this.
    Minimum,
    /// In part: it is the last to be called on.
    InPart,
    /// All that the goal allows.
    Limit,
    /// All that it has room for.
    Room,
}

impl Why {
    /// The word for it in documents.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Why::Locked => "locked",
            Why::NotUsed => "not_used",
            Why::Minimum => "at_your_minimum",
            Why::InPart => "in_part",
            Why::Limit => "at_your_limit",
            Why::Room => "no_more_room",
        }
    }
}

/// Going without a programme.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Without {
    /// The same targets would take this many pounds more within the horizon, discounted.
    CostsMore(f64),
    /// Nothing would reach them.
    OutOfReach,
}

/// A plan and the search it came from.
#[derive(Debug, Clone, Copy)]
pub struct Explained<'a> {
    /// The search.
    pub search: &'a Search,
    /// The plan.
    pub found: &'a Found,
}

impl Explained<'_> {
    fn curve(&self, programme: usize) -> &Curve {
        &self.search.curves[programme]
    }

    /// What a programme does alone with the plan's money.
    #[must_use]
    pub fn alone(&self, programme: usize) -> Option<Knot> {
        self.curve(programme).at(self.found.gbp[programme])
    }

    /// What its next pound a year gains; `None` where it can use no more.
    #[must_use]
    pub fn next_pound(&self, programme: usize) -> Option<Knot> {
        self.curve(programme).next_pound(self.found.gbp[programme])
    }

    /// What its last pound a year gained; `None` where it gets nothing beyond its minimum.
    #[must_use]
    pub fn last_pound(&self, programme: usize) -> Option<Knot> {
        self.curve(programme).last_pound(self.found.gbp[programme])
    }

    /// Why a programme gets what it gets.
    #[must_use]
    pub fn why(&self, programme: usize) -> Why {
        let one = &self.search.setup.candidates[programme];
        let gbp = self.found.gbp[programme];
        let (low, high) = one.range;
        match one.limit {
            Limit::Locked(_) | Limit::AsGiven => Why::Locked,
            _ if gbp <= NOTHING => Why::NotUsed,
            _ if gbp >= high - NOTHING && high < one.room => Why::Limit,
            _ if gbp >= high - NOTHING => Why::Room,
            _ if low > 0.0 && gbp <= low + NOTHING => Why::Minimum,
            _ => Why::InPart,
        }
    }

    /// What a step along a curve is worth for each pound it uses, in pounds: 1 at the margin, more for a programme that is
    /// used to the full, less for one that is not used. `None` where the objective does not weigh pounds.
    #[must_use]
    pub fn worth_per_pound(&self, step: &Knot) -> Option<f64> {
        let needs = &self.found.needs;
        let priced = needs.iter().zip(&self.found.choice.prices);
        let targets: f64 = priced.map(|(need, price)| price * need.sign * step.values[need.value]).sum();
        match self.found.objective {
            _ if !self.found.reached => None,
            // Prices are in millions of pounds used.
            Objective::LeastCost => (step.spent > 0.0).then(|| targets * 1e6 / step.spent),
            Objective::MostEqual => {
                let Aim::Most(value, unit) = aim(Objective::MostEqual, &self.search.setup, &self.search.curves) else {
                    return None;
                };
                let budget = self.found.choice.budget_price;
                (budget > 0.0).then(|| (targets + step.values[value] / unit) / budget)
            }
            Objective::LeastChange => None,
        }
    }

    /// The programme that would be called on next: of those not in use to the full, nor the last called on, the one whose
    /// next pound is worth most.
    #[must_use]
    pub fn next_best(&self) -> Option<(usize, Knot, f64)> {
        let open =
            (0..self.found.gbp.len()).filter(|programme| matches!(self.why(*programme), Why::NotUsed | Why::Minimum));
        let weighed = open.filter_map(|programme| {
            let step = self.next_pound(programme)?;
            let worth = self.worth_per_pound(&step).filter(|worth| *worth > 0.0)?;
            Some((programme, step, worth))
        });
        weighed.max_by(|a, b| a.2.total_cmp(&b.2))
    }

    /// True if a target holds the plan back: with less of it the plan would be better.
    #[must_use]
    pub fn target_binds(&self, target: usize) -> bool {
        self.sides(target).any(|(price, unit)| price * unit > NO_PRICE)
    }

    /// Pounds within the horizon, discounted, that one more unit of a target would take; `None` where it does not bind or
    /// the plan is not the cheapest.
    #[must_use]
    pub fn gbp_for_one_more(&self, target: usize) -> Option<f64> {
        let cheapest = self.found.objective == Objective::LeastCost && self.found.reached;
        let price: f64 = self.sides(target).map(|(price, _)| price).sum();
        (cheapest && self.target_binds(target)).then_some(price * 1e6)
    }

    /// Price and unit of each side of a target.
    fn sides(&self, target: usize) -> impl Iterator<Item = (f64, f64)> {
        let sides = self.search.setup.sides.iter().zip(&self.found.choice.prices);
        sides.filter(move |(side, _)| side.target == target).map(|(side, price)| (*price, side.need.unit))
    }

    /// True if the budget holds the plan back.
    #[must_use]
    pub fn budget_binds(&self) -> bool {
        self.found.choice.budget_price * 1e6 > NO_PRICE
    }

    /// What the cheapest plan without this programme (or with no more than its minimum) would take; `None` for programmes
    /// that get nothing, and for plans that are not the cheapest.
    #[must_use]
    pub fn without(&self, programme: usize) -> Option<Without> {
        let cheapest = self.found.objective == Objective::LeastCost && self.found.reached;
        if !cheapest || matches!(self.why(programme), Why::NotUsed | Why::Locked | Why::Minimum) {
            return None;
        }
        let mut curves = self.search.curves.clone();
        curves[programme].knots.truncate(1);
        let needs = &self.found.needs;
        let question = Question { curves: &curves, needs, most_gbp: self.found.most_gbp, aim: Aim::LeastSpent };
        let more = |cost: f64| Without::CostsMore(((cost - self.found.choice.cost) * 1e6).max(0.0));
        Some(question.best().map_or(Without::OutOfReach, |choice| more(choice.cost)))
    }

    /// The most of a target that could be had if it were the only one, in its own direction; by the curves, so without
    /// overlap.
    #[must_use]
    pub fn most_alone(&self, target: usize) -> f64 {
        let bound = &self.search.goal.targets[target];
        let sign = bound.direction.sign();
        let unit = self.search.setup.sides.iter().find(|side| side.target == target).map_or(1.0, |side| side.need.unit);
        let most = Aim::Most(target, sign * unit);
        let curves = &self.search.curves;
        let question = Question { curves, needs: &[], most_gbp: self.found.most_gbp, aim: most };
        let choice = question.best().unwrap_or_default();
        let of = |(curve, gbp): (&Curve, &f64)| curve.at(*gbp).map_or(0.0, |knot| knot.values[target]);
        sign * curves.iter().zip(&choice.gbp).map(of).sum::<f64>()
    }
}
