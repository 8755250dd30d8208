//! One year of money: what programmes are given, what they can use, what goes back.

use crate::inputs::evidence::Delivery;
use crate::inputs::scenario::{Allocation, Split, Targeting};
use crate::math;
use crate::model::what_if::acute::money_of_year;
use crate::model::what_if::delivery::Delivered;
use crate::model::what_if::plan::Plan;
use crate::model::what_if::run::MoneyYear;
use crate::strata::QUINTILES;

/// Room left in a component.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// Eligible units by fifth.
    pub eligible: [f64; QUINTILES],
    /// Units that may still be served by fifth: cumulative for a one-off, people not already in effect for a course.
    pub free: [f64; QUINTILES],
}

/// Room by component: asked for only where there is money.
pub type Rooms<'r> = &'r dyn Fn(usize) -> Room;

/// What a year's money did.
#[derive(Debug, Clone, Default)]
pub struct Spent {
    /// By component.
    pub delivered: Vec<Delivered>,
    /// Pounds given to each programme.
    pub gifts: Vec<f64>,
    /// Given to programmes that could not use it.
    pub returned: f64,
    /// Given to no programme.
    pub unallocated: f64,
}

/// The money of year `t` and what it did, where the plan begins in year `first`: found, spent on programmes, and what could
/// not be used. `acute_gbp` is what hospitals would spend this year, `owed` the debt to a bridge fund and the payments left,
/// `captured` the cash released earlier that comes back. What it did is written to `spent`, over that of another year.
#[must_use]
pub fn year_of_money(
    plan: &Plan<'_>,
    (t, first): (usize, usize),
    acute_gbp: f64,
    owed: (f64, u32),
    captured: f64,
    room: Rooms<'_>,
    spent: &mut Spent,
) -> MoneyYear {
    let Some(since) = t.checked_sub(first) else {
        spend(plan, (0.0, 0.0), room, spent);
        return MoneyYear::default();
    };
    #[allow(clippy::cast_possible_truncation)] // at most 30
    let (t, since) = (t as u32, since as u32);
    let growth = match plan.total_growth {
        Some(yearly) => math::pow_int(1.0 + yearly, t),
        None => acute_gbp / plan.acute_gbp,
    };
    let year = money_of_year(plan.scenario, plan.full_gbp, plan.acute_gbp, since, growth, owed, plan.acute.money_rate);
    let budget = year.for_programmes() + captured;
    let ramp = if plan.full_gbp > 0.0 { budget / plan.full_gbp } else { 0.0 };
    spend(plan, (budget, ramp), room, spent);
    if year.cut <= 0.0 {
        // Without a cut, money that no programme is given stays where it is.
        spent.returned += spent.unallocated;
        spent.unallocated = 0.0;
    }
    // What could not be used goes back where it came from: first the cut is smaller, then less is paid in.
    let back_to_hospital = spent.returned.min(year.cut);
    let back_to_fund = (spent.returned - back_to_hospital).min(year.paid_in);
    MoneyYear {
        target: year.cut + year.paid_in,
        cut: year.cut - back_to_hospital,
        paid_in: year.paid_in - back_to_fund,
        repaid: year.repaid,
        captured,
        returned: spent.returned,
        unallocated: spent.unallocated,
        ..MoneyYear::default()
    }
}

/// Divides `budget` over the programmes and delivers it. `ramp` is the share of the full plan reached this year.
fn spend(plan: &Plan<'_>, (budget, ramp): (f64, f64), room: Rooms<'_>, spent: &mut Spent) {
    spent.gifts.clear();
    spent.gifts.resize(plan.programmes.len(), 0.0);
    give(plan, (budget, ramp), room, &mut spent.gifts);
    spent.delivered.clear();
    for (index, component) in plan.components.iter().enumerate() {
        let money = spent.gifts[component.programme] * component.record.default_split.0;
        spent.delivered.push(deliver(plan, index, money, room));
    }
    let given: f64 = spent.gifts.iter().sum();
    let used: f64 = spent.delivered.iter().map(|d| d.spent).sum();
    let left = (budget - given).max(0.0);
    // A mix that is filled to its caps has no use for the rest; money that a split names nobody for is given to nobody.
    let (no_use, unallocated) = if plan.scenario.split == Split::EvidenceMix { (left, 0.0) } else { (0.0, left) };
    (spent.returned, spent.unallocated) = ((given - used).max(0.0) + no_use, unallocated);
}

/// Delivers money through one component.
#[must_use]
pub fn deliver(plan: &Plan<'_>, index: usize, money: f64, room: Rooms<'_>) -> Delivered {
    if money <= 0.0 {
        return Delivered::default();
    }
    let in_order = plan.scenario.targeting == Targeting::MostDeprived;
    let Room { eligible, free } = room(index);
    plan.components[index].reach.spend(money, &eligible, &free, in_order)
}

/// Pounds for each programme: named pounds first, shares divide the rest; the evidence mix fills programmes in order.
fn give(plan: &Plan<'_>, (budget, ramp): (f64, f64), room: Rooms<'_>, gifts: &mut [f64]) {
    let mix = plan.programmes.iter().all(|programme| programme.allocation.is_none());
    if mix {
        fill(plan, budget, room, gifts);
        return;
    }
    let pounds = |allocation: Option<Allocation>| match allocation {
        Some(Allocation::GbpPerYear(pounds)) => pounds * ramp,
        _ => 0.0,
    };
    let named: f64 = plan.programmes.iter().map(|programme| pounds(programme.allocation)).sum();
    // A year that holds less than the named pounds shrinks them all alike.
    let scale = if named > budget && named > 0.0 { budget / named } else { 1.0 };
    let rest = (budget - named * scale).max(0.0);
    for (gift, programme) in gifts.iter_mut().zip(plan.programmes.iter()) {
        *gift = match programme.allocation {
            Some(Allocation::Share(share)) => share * rest,
            other => pounds(other) * scale,
        };
    }
}

fn fill(plan: &Plan<'_>, budget: f64, room: Rooms<'_>, gifts: &mut [f64]) {
    let mut left = budget;
    for (position, gift) in gifts.iter_mut().enumerate() {
        if left <= 0.0 {
            break;
        }
        let most = most(plan, position, room);
        *gift = left.min(if most.is_finite() { most } else { 0.0 });
        left -= *gift;
    }
}

/// The most a programme can use in a year: its split is fixed, so the component that fills first limits it.
fn most(plan: &Plan<'_>, programme: usize, room: Rooms<'_>) -> f64 {
    let mut most = f64::INFINITY;
    for (index, component) in plan.components.iter().enumerate() {
        let share = component.record.default_split.0;
        if component.programme == programme && share > 0.0 {
            let Room { eligible, free } = room(index);
            most = math::smaller(most, component.reach.most(&eligible, &free) / share);
        }
    }
    most
}

/// Units that may still be served, from those already served or in effect.
#[must_use]
pub fn free_units(delivery: Delivery, eligible: &[f64; QUINTILES], taken: &[f64; QUINTILES]) -> [f64; QUINTILES] {
    match delivery {
        Delivery::PlaceYear => *eligible,
        Delivery::Course | Delivery::OneOff => std::array::from_fn(|q| math::larger(eligible[q] - taken[q], 0.0)),
    }
}
