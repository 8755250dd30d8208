//! Money to people in one future, by the exact rules: caps, saturation, people already served, the fund, what is captured.

use super::mix::ByFifth;
use super::path::Path;
use crate::inputs::evidence::Delivery;
use crate::inputs::scenario::Funding;
use crate::model::tables::Cells;
use crate::model::what_if::delivery::{Delivered, basis_units};
use crate::model::what_if::effects::Action;
use crate::model::what_if::money::{Room, Spent, free_units, year_of_money};
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

/// The money side of one future.
#[derive(Debug, Clone)]
pub struct Till {
    first: usize,
    owed: (f64, u32),
    /// Units of one-off deliveries so far, by component.
    taken: Vec<ByFifth>,
    /// Money by year.
    pub money: Vec<MoneyYear>,
    /// Pounds by component, year after year.
    spent: Vec<f64>,
    /// Owed to the fund when the horizon ends.
    pub owed_at_end: f64,
    /// What the money of this year did.
    now: Spent,
}

impl Till {
    /// Nothing spent yet.
    #[must_use]
    pub fn new(plan: &Plan<'_>) -> Till {
        let (money, spent, now) = (Vec::new(), Vec::new(), Spent::default());
        let mut till = Till { first: 0, owed: (0.0, 0), taken: Vec::new(), money, spent, owed_at_end: 0.0, now };
        till.empty(plan);
        till
    }

    /// The same, in the memory of another future.
    pub fn empty(&mut self, plan: &Plan<'_>) {
        self.first = plan.scenario.start_year.map_or(0, |year| year - plan.tables.start_year) as usize;
        self.owed = (0.0, plan.scenario.bridge.repayment_years);
        self.taken.clear();
        self.taken.resize(plan.components.len(), [0.0; QUINTILES]);
        self.money.clear();
        self.spent.clear();
        self.owed_at_end = 0.0;
    }

    /// Spends a year's money and gives what was delivered by component. `demand` is hospital use over that of the ground;
    /// `in_course` gives the people in whom a course still works by component.
    pub fn year(
        &mut self,
        plan: &Plan<'_>,
        bases: &Bases,
        t: usize,
        demand: f64,
        in_course: impl Fn(usize) -> ByFifth,
    ) -> &[Delivered] {
        let mut spent = std::mem::take(&mut self.now);
        let grown = plan.ground.acute_gbp[t] * demand;
        let room = |index: usize| self.room(plan, &bases.list[index], (index, t), &in_course);
        let captured = self.captured(plan, t);
        let mut money = year_of_money(plan, (t, self.first), grown, self.owed, captured, &room, &mut spent);
        for (index, delivered) in spent.delivered.iter().enumerate() {
            self.spent.push(delivered.spent);
            money.spent += delivered.spent;
            if plan.components[index].record.delivery == Delivery::OneOff {
                self.taken[index].iter_mut().zip(delivered.units).for_each(|(taken, units)| *taken += units);
            }
        }
        self.money.push(money);
        self.now = spent;
        &self.now.delivered
    }

    fn room(
        &self,
        plan: &Plan<'_>,
        basis: &Basis,
        (index, t): (usize, usize),
        in_course: impl Fn(usize) -> ByFifth,
    ) -> Room {
        let component = &plan.components[index];
        let units =
            if basis.households { basis.units[t].map(|people| people / plan.household) } else { basis.units[t] };
        let eligible = units.map(|units| units * component.reach.eligible);
        let taken = match basis.taken {
            Taken::Ever => self.taken[index],
            Taken::InCourse => in_course(index).map(|people| people / component.reach.people_per_unit),
        };
        Room { eligible, free: free_units(component.record.delivery, &eligible, &taken) }
    }

    /// Pounds of a component in a year; nothing after the horizon.
    #[must_use]
    pub fn spent(&self, t: usize, component: usize) -> f64 {
        self.spent.get(t * self.taken.len() + component).copied().unwrap_or(0.0)
    }

    fn captured(&self, plan: &Plan<'_>, t: usize) -> f64 {
        let (share, delay) = plan.reinvest;
        let since = (delay as usize).max(1); // cash of a year is known when it is over
        match t.checked_sub(since).and_then(|year| self.money.get(year)) {
            Some(year) => share * year.cash.max(0.0),
            None => 0.0,
        }
    }

    /// Books what hospital activity averted in the year is worth, and carries the fund on.
    pub fn settle(&mut self, plan: &Plan<'_>, t: usize, averted: f64) {
        let released = plan.acute.cashable_share * averted;
        let cash = if released > 0.0 { released * (1.0 - plan.acute.exit_cost_share) } else { released };
        let money = &mut self.money[t];
        (money.averted, money.capacity, money.cash) = (averted, averted - released, cash);
        if plan.scenario.funding == Funding::Bridge && !plan.scenario.bridge.as_new_money {
            let years = self.owed.1.saturating_sub(u32::from(money.repaid > 0.0));
            self.owed = ((self.owed.0 + money.paid_in - money.repaid) * (1.0 + plan.acute.money_rate), years);
            self.owed_at_end = self.owed.0;
        }
    }
}
