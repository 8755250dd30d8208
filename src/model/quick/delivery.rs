//! Money to people in one future, by the exact rules: caps, saturation, people already served, the fund, what is captured.

use super::mix::ByFifth;
use super::path::Path;
use crate::inputs::evidence::Delivery;
use crate::inputs::scenario::Funding;
use crate::model::tables::Cells;
use crate::model::what_if::delivery::basis_units;
use crate::model::what_if::effects::Action;
use crate::model::what_if::money::{Room, free_units, year_of_money};
use crate::model::what_if::plan::Plan;
use crate::model::what_if::run::MoneyYear;
use crate::strata::QUINTILES;

/// Units of each component's basis by year and fifth, households counted as people.
#[derive(Debug, Clone)]
pub struct Bases {
    /// By component and year.
    units: Vec<Vec<ByFifth>>,
}

impl Bases {
    /// Counts them.
    #[must_use]
    pub fn new(plan: &Plan<'_>, path: &Path) -> Bases {
        let mut known: Vec<(&str, Vec<ByFifth>)> = Vec::new();
        let units = plan.components.iter().map(|component| {
            let basis = component.record.eligible_basis;
            if let Some((_, units)) = known.iter().find(|(name, _)| *name == basis) {
                return units.clone();
            }
            let units: Vec<ByFifth> = (0..path.years).map(|t| count(plan, path, basis, t)).collect();
            known.push((basis, units.clone()));
            units
        });
        Bases { units: units.collect() }
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
    /// Pounds by year and component.
    pub spent: Vec<Vec<f64>>,
    /// Owed to the fund when the horizon ends.
    pub owed_at_end: f64,
}

impl Till {
    /// Nothing spent yet.
    #[must_use]
    pub fn new(plan: &Plan<'_>) -> Till {
        Till {
            first: plan.scenario.start_year.map_or(0, |year| year - plan.tables.start_year) as usize,
            owed: (0.0, plan.scenario.bridge.repayment_years),
            taken: vec![[0.0; QUINTILES]; plan.components.len()],
            money: Vec::new(),
            spent: Vec::new(),
            owed_at_end: 0.0,
        }
    }

    /// Spends a year's money and gives the units delivered by component. `demand` is hospital use over that of the ground;
    /// `in_course` gives the people in whom a course still works by component.
    pub fn year(
        &mut self,
        plan: &Plan<'_>,
        bases: &Bases,
        t: usize,
        demand: f64,
        in_course: impl Fn(usize) -> ByFifth,
    ) -> Vec<ByFifth> {
        let room = self.room(plan, bases, t, in_course);
        let grown = plan.ground.years[t].acute_gbp * demand;
        let (mut money, spent) = year_of_money(plan, (t, self.first), grown, self.owed, self.captured(plan, t), &room);
        let mut units = Vec::with_capacity(plan.components.len());
        let mut by_component = Vec::with_capacity(plan.components.len());
        for (index, delivered) in spent.delivered.iter().enumerate() {
            by_component.push(delivered.spent);
            money.spent += delivered.spent;
            if plan.components[index].record.delivery == Delivery::OneOff {
                self.taken[index].iter_mut().zip(delivered.units).for_each(|(taken, units)| *taken += units);
            }
            units.push(delivered.units);
        }
        self.money.push(money);
        self.spent.push(by_component);
        units
    }

    fn room(&self, plan: &Plan<'_>, bases: &Bases, t: usize, in_course: impl Fn(usize) -> ByFifth) -> Room {
        let eligible: Vec<ByFifth> = plan
            .components
            .iter()
            .zip(&bases.units)
            .map(|(component, units)| {
                let per = if component.record.eligible_basis == "households" { plan.household } else { 1.0 };
                units[t].map(|units| units / per * component.reach.eligible)
            })
            .collect();
        let free = eligible.iter().zip(&plan.components).enumerate().map(|(index, (eligible, component))| {
            let again = component.effects.iter().any(|effect| matches!(effect.action, Action::Quits(_)));
            let taken = if component.record.delivery != Delivery::Course || again {
                self.taken[index]
            } else {
                in_course(index).map(|people| people / component.reach.people_per_unit)
            };
            free_units(component.record.delivery, eligible, &taken)
        });
        let free = free.collect();
        Room { eligible, free }
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
