//! One year of money: what programmes are given, what they can use, what goes back. In one run, or in several side by side: then
//! plans differ in what is drawn, never in programmes or in how money is divided.

use crate::inputs::evidence::Delivery;
use crate::inputs::scenario::{Allocation, Split, Targeting};
use crate::math::{self, larger, smaller};
use crate::model::what_if::acute::{YearMoney, money_of_year};
use crate::model::what_if::delivery::{Delivered, Each, Room, Terms};
use crate::model::what_if::plan::Plan;
use crate::model::what_if::run::MoneyYear;
use crate::strata::QUINTILES;

/// Through what money reaches people.
#[derive(Clone, Copy)]
pub struct Hands<'h, 'a, const N: usize> {
    /// The plan of each run.
    pub plans: [&'h Plan<'a>; N],
    /// How far money reaches, by component.
    pub terms: &'h [Terms<N>],
    /// Room by component: asked for only where there is money.
    pub room: &'h dyn Fn(usize) -> Room<N>,
}

impl<'h, 'a, const N: usize> Hands<'h, 'a, N> {
    /// The plan of the first run, for what is the same in all.
    fn plan(&self) -> &'h Plan<'a> {
        const { assert!(N > 0) };
        self.plans[0]
    }
}

/// How a year finds its money.
#[derive(Debug, Clone, Copy)]
pub struct Purse<const N: usize> {
    /// What hospitals would spend this year.
    pub acute_gbp: Each<N>,
    /// The debt to a bridge fund, and the payments left.
    pub owed: [(f64, u32); N],
    /// Cash released earlier that comes back.
    pub captured: Each<N>,
}

/// What a year's money did.
#[derive(Debug, Clone, Default)]
pub struct Spent<const N: usize> {
    /// By component.
    pub delivered: Vec<Delivered<N>>,
    /// Pounds given to each programme.
    gifts: Vec<Each<N>>,
}

/// The money of year `t` and what it did, where the plan begins in year `first`: found, spent on programmes, and what could
/// not be used. What it did is written to `spent`, over that of another year.
#[must_use]
pub fn year_of_money<const N: usize>(
    hands: Hands<'_, '_, N>,
    (t, first): (usize, usize),
    purse: &Purse<N>,
    spent: &mut Spent<N>,
) -> [MoneyYear; N] {
    let mut money = [MoneyYear::default(); N];
    let (mut budget, mut ramp) = ([0.0; N], [0.0; N]);
    let begun = t.checked_sub(first);
    if let Some(since) = begun {
        for lane in 0..N {
            let year = found(hands.plans[lane], (t, since), purse, lane);
            budget[lane] = year.for_programmes() + purse.captured[lane];
            money[lane] = MoneyYear {
                target: year.cut + year.paid_in,
                cut: year.cut,
                paid_in: year.paid_in,
                repaid: year.repaid,
                captured: purse.captured[lane],
                ..MoneyYear::default()
            };
            let full = hands.plans[lane].full_gbp;
            ramp[lane] = if full > 0.0 { budget[lane] / full } else { 0.0 };
        }
    }
    let (returned, unallocated) = spend(hands, (&budget, &ramp), spent);
    if begun.is_some() {
        for lane in 0..N {
            give_back(&mut money[lane], returned[lane], unallocated[lane]);
        }
    }
    money
}

/// What a year finds, `since` years after the plan began.
fn found<const N: usize>(plan: &Plan<'_>, (t, since): (usize, usize), purse: &Purse<N>, lane: usize) -> YearMoney {
    #[allow(clippy::cast_possible_truncation)] // at most 30
    let (t, since) = (t as u32, since as u32);
    let growth = match plan.total_growth {
        Some(yearly) => math::pow_int(1.0 + yearly, t),
        None => purse.acute_gbp[lane] / plan.acute_gbp,
    };
    let (owed, rate) = (purse.owed[lane], plan.acute.money_rate);
    money_of_year(plan.scenario, plan.full_gbp, plan.acute_gbp, since, growth, owed, rate)
}

/// What could not be used goes back where it came from: first the cut is smaller, then less is paid in.
fn give_back(money: &mut MoneyYear, returned: f64, unallocated: f64) {
    (money.returned, money.unallocated) = (returned, unallocated);
    if money.cut <= 0.0 {
        // Without a cut, money that no programme is given stays where it is.
        money.returned += money.unallocated;
        money.unallocated = 0.0;
    }
    let to_hospital = money.returned.min(money.cut);
    let to_fund = (money.returned - to_hospital).min(money.paid_in);
    money.cut -= to_hospital;
    money.paid_in -= to_fund;
}

/// Divides a budget over the programmes and delivers it; `ramp` is the share of the full plan reached this year. Gives what was given
/// to programmes that could not use it, and what was given to no programme.
fn spend<const N: usize>(
    hands: Hands<'_, '_, N>,
    (budget, ramp): (&Each<N>, &Each<N>),
    spent: &mut Spent<N>,
) -> (Each<N>, Each<N>) {
    let plan = hands.plan();
    spent.gifts.clear();
    spent.gifts.resize(plan.programmes.len(), [0.0; N]);
    give(hands, (budget, ramp), &mut spent.gifts);
    spent.delivered.clear();
    for (index, component) in plan.components.iter().enumerate() {
        let share = component.record.default_split.0;
        let money = spent.gifts[component.programme].map(|gift| gift * share);
        spent.delivered.push(deliver(hands, index, &money));
    }
    let (mut returned, mut unallocated) = ([0.0; N], [0.0; N]);
    for lane in 0..N {
        let given: f64 = spent.gifts.iter().map(|gift| gift[lane]).sum();
        let used: f64 = spent.delivered.iter().map(|delivered| delivered.spent[lane]).sum();
        let left = larger(budget[lane] - given, 0.0);
        returned[lane] = larger(given - used, 0.0);
        // A mix that is filled to its caps has no use for the rest; money that a split names nobody for is given to nobody.
        if plan.scenario.split == Split::EvidenceMix {
            returned[lane] += left;
        } else {
            unallocated[lane] = left;
        }
    }
    (returned, unallocated)
}

/// Delivers money through one component.
#[must_use]
pub fn deliver<const N: usize>(hands: Hands<'_, '_, N>, index: usize, money: &Each<N>) -> Delivered<N> {
    let in_order = hands.plan().scenario.targeting == Targeting::MostDeprived;
    if money.iter().all(|pounds| *pounds <= 0.0) {
        return Delivered::NOTHING;
    }
    hands.terms[index].spend(&money.map(|pounds| larger(pounds, 0.0)), &(hands.room)(index), in_order)
}

/// Pounds for each programme: named pounds first, shares divide the rest; the evidence mix fills programmes in order.
fn give<const N: usize>(hands: Hands<'_, '_, N>, (budget, ramp): (&Each<N>, &Each<N>), gifts: &mut [Each<N>]) {
    let plan = hands.plan();
    let mix = plan.programmes.iter().all(|programme| programme.allocation.is_none());
    if mix {
        fill(hands, budget, gifts);
        return;
    }
    let pounds = |allocation: Option<Allocation>, lane: usize| match allocation {
        Some(Allocation::GbpPerYear(pounds)) => pounds * ramp[lane],
        _ => 0.0,
    };
    for lane in 0..N {
        let named: f64 = plan.programmes.iter().map(|programme| pounds(programme.allocation, lane)).sum();
        // A year that holds less than the named pounds shrinks them all alike.
        let scale = if named > budget[lane] && named > 0.0 { budget[lane] / named } else { 1.0 };
        let rest = larger(budget[lane] - named * scale, 0.0);
        for (gift, programme) in gifts.iter_mut().zip(plan.programmes.iter()) {
            gift[lane] = match programme.allocation {
                Some(Allocation::Share(share)) => share * rest,
                other => pounds(other, lane) * scale,
            };
        }
    }
}

fn fill<const N: usize>(hands: Hands<'_, '_, N>, budget: &Each<N>, gifts: &mut [Each<N>]) {
    let mut left = *budget;
    for (position, gift) in gifts.iter_mut().enumerate() {
        if left.iter().all(|left| *left <= 0.0) {
            break;
        }
        let most = most(hands, position);
        for lane in 0..N {
            let most = if most[lane].is_finite() { most[lane] } else { 0.0 };
            gift[lane] = if left[lane] > 0.0 { smaller(left[lane], most) } else { 0.0 };
            left[lane] -= gift[lane];
        }
    }
}

/// The most a programme can use in a year: its split is fixed, so the component that fills first limits it.
fn most<const N: usize>(hands: Hands<'_, '_, N>, programme: usize) -> Each<N> {
    let mut most = [f64::INFINITY; N];
    for (index, component) in hands.plan().components.iter().enumerate() {
        let share = component.record.default_split.0;
        if component.programme == programme && share > 0.0 {
            let own = hands.terms[index].most(&(hands.room)(index));
            for lane in 0..N {
                most[lane] = smaller(most[lane], own[lane] / share);
            }
        }
    }
    most
}

/// Units that may still be served, from those already served or in effect.
#[must_use]
pub fn free_units<const N: usize>(
    delivery: Delivery,
    eligible: &[Each<N>; QUINTILES],
    taken: &[Each<N>; QUINTILES],
) -> [Each<N>; QUINTILES] {
    let mut free = *eligible;
    if delivery != Delivery::PlaceYear {
        for q in 0..QUINTILES {
            for lane in 0..N {
                free[q][lane] = larger(free[q][lane] - taken[q][lane], 0.0);
            }
        }
    }
    free
}
