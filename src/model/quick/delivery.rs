//! Money to people in eight futures, by the exact rules: caps, saturation, people already served, the fund, what is captured.

use super::lanes::{LANES, Lanes, ZERO, add, each, over, product, scaled};
use super::mix::ByFifth;
use super::path::Path;
use crate::inputs::evidence::Delivery;
use crate::inputs::scenario::Funding;
use crate::model::tables::Cells;
use crate::model::what_if::delivery::{Delivered, Room, Terms, basis_units};
use crate::model::what_if::effects::Action;
use crate::model::what_if::money::{Hands, Purse, Spent, free_units, year_of_money};
use crate::model::what_if::plan::Plan;
use crate::model::what_if::run::MoneyYear;
use crate::strata::QUINTILES;

/// What decides who can still be served, the same in all futures of a world.
#[derive(Debug, Clone)]
pub struct Bases {
    /// By component.
    list: Vec<Basis>,
}

#[derive(Debug, Clone)]
struct Basis {
    /// Units by year and fifth, households counted as people.
    units: Vec<ByFifth>,
    households: bool,
    taken: Taken,
}

/// Who has been served already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Taken {
    /// Whoever was served in any year before.
    Ever,
    /// Those in whom a course still works.
    InCourse,
}

impl Bases {
    /// Counts them.
    #[must_use]
    pub fn new(plan: &Plan<'_>, path: &Path) -> Bases {
        let mut known: Vec<(&str, Vec<ByFifth>)> = Vec::new();
        let list = plan.components.iter().map(|component| {
            let basis = component.record.eligible_basis;
            let found = known.iter().find(|(name, _)| *name == basis).map(|(_, units)| units.clone());
            let units = found.unwrap_or_else(|| (0..path.years).map(|t| count(plan, path, basis, t)).collect());
            known.push((basis, units.clone()));
            // People who try to quit may try again.
            let again = component.effects.iter().any(|effect| matches!(effect.action, Action::Quits(_)));
            let course = component.record.delivery == Delivery::Course && !again;
            let taken = if course { Taken::InCourse } else { Taken::Ever };
            Basis { units, households: basis == "households", taken }
        });
        Bases { list: list.collect() }
    }

    /// True if people in whom a course of the component still works cannot begin another.
    #[must_use]
    pub fn waits_for_course(&self, component: usize) -> bool {
        self.list[component].taken == Taken::InCourse
    }
}

fn count(plan: &Plan<'_>, path: &Path, basis: &str, t: usize) -> ByFifth {
    let exposed = |id: &str| {
        let position = plan.tables.exposures.iter().position(|pattern| pattern.id == id)?;
        let mut cells: Cells = path.residents[t];
        let shares = plan.ground.years[t].exposed.get(position)?;
        let pairs = cells.iter_mut().flatten().flatten().zip(shares.iter().flatten().flatten());
        pairs.for_each(|(value, share)| *value *= share);
        Some(cells)
    };
    basis_units(basis, &path.residents[t], exposed, 1.0)
}

/// The money side of eight futures.
#[derive(Debug, Clone, Default)]
pub struct Tills {
    /// Year in which the plan begins.
    first: usize,
    owed: [(f64, u32); LANES],
    /// How far money reaches, by component.
    terms: Vec<Terms<LANES>>,
    /// Share eligible of a basis, and people per unit, by component.
    shares: Vec<[Lanes; 2]>,
    household: Lanes,
    /// Units of one-off deliveries so far, by component.
    taken: Vec<[Lanes; QUINTILES]>,
    /// Money of each future by year.
    pub money: [Vec<MoneyYear>; LANES],
    /// Pounds by component, year after year.
    spent: Vec<Lanes>,
    /// Owed to the fund when the horizon ends.
    pub owed_at_end: Lanes,
    /// What the money of this year did.
    now: Spent<LANES>,
}

impl Tills {
    /// Nothing spent yet, in the memory of other futures.
    pub fn empty(&mut self, plans: &[&Plan<'_>; LANES]) {
        let first = plans[0];
        self.first = first.scenario.start_year.map_or(0, |year| year - first.tables.start_year) as usize;
        self.owed = plans.map(|plan| (0.0, plan.scenario.bridge.repayment_years));
        let reach = |component: usize| plans.map(|plan| &plan.components[component].reach);
        let components = 0..first.components.len();
        self.terms.clear();
        self.terms.extend(components.clone().map(|component| Terms::of(reach(component))));
        self.shares.clear();
        let shares =
            |component| [reach(component).map(|own| own.eligible), reach(component).map(|own| own.people_per_unit)];
        self.shares.extend(components.clone().map(shares));
        self.household = plans.map(|plan| plan.household);
        self.taken.clear();
        self.taken.resize(components.len(), [ZERO; QUINTILES]);
        self.money.iter_mut().for_each(Vec::clear);
        self.spent.clear();
        self.owed_at_end = ZERO;
    }

    /// Spends a year's money and gives the people reached by component. `demand` is hospital use over that of the ground;
    /// `in_course` gives the people in whom a course still works by component.
    pub fn year(
        &mut self,
        plans: [&Plan<'_>; LANES],
        bases: &Bases,
        t: usize,
        demand: &Lanes,
        in_course: impl Fn(usize) -> [Lanes; QUINTILES],
    ) -> impl Iterator<Item = [Lanes; QUINTILES]> {
        let mut spent = std::mem::take(&mut self.now);
        let purse = Purse {
            acute_gbp: scaled(demand, plans[0].ground.acute_gbp[t]),
            owed: self.owed,
            captured: each(|lane| self.captured(plans[lane], lane, t)),
        };
        let room = |index: usize| self.room(plans[0], &bases.list[index], (index, t), &in_course);
        let hands = Hands { plans, terms: &self.terms, room: &room };
        let mut money = year_of_money(hands, (t, self.first), &purse, &mut spent);
        for (index, delivered) in spent.delivered.iter().enumerate() {
            self.spent.push(delivered.spent);
            for (money, pounds) in money.iter_mut().zip(delivered.spent) {
                money.spent += pounds;
            }
            if plans[0].components[index].record.delivery == Delivery::OneOff {
                self.taken[index].iter_mut().zip(&delivered.units).for_each(|(taken, units)| add(taken, units));
            }
        }
        self.money.iter_mut().zip(money).for_each(|(years, money)| years.push(money));
        self.now = spent;
        let people = |(delivered, [_, per_unit]): (&Delivered<LANES>, &[Lanes; 2])| {
            delivered.units.map(|units| product(&units, per_unit))
        };
        self.now.delivered.iter().zip(&self.shares).map(people)
    }

    fn room(
        &self,
        plan: &Plan<'_>,
        basis: &Basis,
        (index, t): (usize, usize),
        in_course: impl Fn(usize) -> [Lanes; QUINTILES],
    ) -> Room<LANES> {
        let [share, per_unit] = &self.shares[index];
        let eligible = basis.units[t].map(|people| {
            let mut units = [people; LANES];
            if basis.households {
                units = over(&units, &self.household);
            }
            product(&units, share)
        });
        let taken = match basis.taken {
            Taken::Ever => self.taken[index],
            Taken::InCourse => in_course(index).map(|people| over(&people, per_unit)),
        };
        Room { eligible, free: free_units(plan.components[index].record.delivery, &eligible, &taken) }
    }

    /// Pounds of a component in a year; nothing after the horizon.
    #[must_use]
    pub fn spent(&self, t: usize, component: usize) -> Lanes {
        self.spent.get(t * self.taken.len() + component).copied().unwrap_or(ZERO)
    }

    fn captured(&self, plan: &Plan<'_>, lane: usize, t: usize) -> f64 {
        let (share, delay) = plan.reinvest;
        let since = (delay as usize).max(1); // cash of a year is known when it is over
        match t.checked_sub(since).and_then(|year| self.money[lane].get(year)) {
            Some(year) => share * year.cash.max(0.0),
            None => 0.0,
        }
    }

    /// Books what hospital activity averted in the year is worth, and carries the fund on.
    pub fn settle(&mut self, plans: [&Plan<'_>; LANES], t: usize, averted: &Lanes) {
        for (lane, plan) in plans.into_iter().enumerate() {
            let averted = averted[lane];
            let released = plan.acute.cashable_share * averted;
            let cash = if released > 0.0 { released * (1.0 - plan.acute.exit_cost_share) } else { released };
            let money = &mut self.money[lane][t];
            (money.averted, money.capacity, money.cash) = (averted, averted - released, cash);
            if plan.scenario.funding == Funding::Bridge && !plan.scenario.bridge.as_new_money {
                let (owed, payments) = self.owed[lane];
                let payments = payments.saturating_sub(u32::from(money.repaid > 0.0));
                self.owed[lane] = ((owed + money.paid_in - money.repaid) * (1.0 + plan.acute.money_rate), payments);
                self.owed_at_end[lane] = self.owed[lane].0;
            }
        }
    }
}
