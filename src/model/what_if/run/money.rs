//! Money of a year: found, spent on programmes, what could not be used, the fund, and who books it.

use super::{MoneyYear, State, TAIL};
use crate::inputs::evidence::Delivery;
use crate::inputs::scenario::Funding;
use crate::model::tables::Cells;
use crate::model::what_if::money::{Hands, Purse, Spent, deliver, year_of_money};
use crate::model::what_if::stock::anybody;

impl State<'_, '_> {
    /// Money to people by component and cell. Nothing is paid after the horizon.
    pub(super) fn deliver(&mut self, t: usize) -> Vec<Option<Box<Cells>>> {
        let plan = self.plan;
        let mut people: Vec<Option<Box<Cells>>> = vec![None; plan.components.len()];
        if t >= self.years {
            return people;
        }
        let rooms = self.rooms();
        let room = |index: usize| rooms[index];
        let hands = Hands { plans: [plan], terms: &self.terms, room: &room };
        let (mut money, spent) = match self.part.only {
            Some((programme, fixed)) => (MoneyYear::default(), self.only_one(t, programme, fixed, hands)),
            None => self.full_year(t, hands),
        };
        let mut by_component = Vec::with_capacity(plan.components.len());
        for (index, delivered) in spent.delivered.iter().enumerate() {
            let ([pounds], units) = (delivered.spent, delivered.units.map(|[units]| units));
            by_component.push(pounds);
            money.spent += pounds;
            let reached = units.map(|units| units * plan.components[index].reach.people_per_unit);
            self.flows.add_fifths(self.ids.reached[plan.components[index].programme], t, &reached);
            if plan.components[index].record.delivery == Delivery::OneOff {
                for (taken, units) in self.taken[index].iter_mut().zip(units) {
                    *taken += units;
                }
            }
            people[index] = Some(Box::new(self.spread(index, &reached))).filter(|cells| anybody(cells));
        }
        self.book_spending(t, &by_component, &money);
        self.money.push(money);
        self.spent.push(by_component);
        people
    }

    fn full_year(&self, t: usize, hands: Hands<'_, '_, 1>) -> (MoneyYear, Spent<1>) {
        let acute_gbp = [self.base.fixed.acute_gbp * self.base.demand];
        let purse = Purse { acute_gbp, owed: [self.owed], captured: [self.captured(t)] };
        let mut spent = Spent::default();
        let [money] = year_of_money(hands, (t, self.first), &purse, &mut spent);
        (money, spent)
    }

    fn only_one(&self, t: usize, programme: usize, fixed: &[Vec<f64>], hands: Hands<'_, '_, 1>) -> Spent<1> {
        let given = |index: usize| {
            let own = self.plan.components[index].programme == programme;
            if own { fixed.get(t).and_then(|year| year.get(index)).copied().unwrap_or(0.0) } else { 0.0 }
        };
        let mut spent = Spent::default();
        for index in 0..self.plan.components.len() {
            spent.delivered.push(deliver(hands, index, &[given(index)]));
        }
        spent
    }

    /// Carries the bridge fund a year on: interest, what was lent, what came back. What is still owed when the horizon ends
    /// is paid in the year after it.
    pub(super) fn settle_fund(&mut self, t: usize) {
        if self.plan.scenario.funding != Funding::Bridge || self.plan.scenario.bridge.as_new_money {
            return;
        }
        let (rate, all) = (self.plan.acute.money_rate, self.years + TAIL);
        if let Some(money) = self.money.get(t) {
            let years = self.owed.1.saturating_sub(u32::from(money.repaid > 0.0));
            self.owed = ((self.owed.0 + money.paid_in - money.repaid) * (1.0 + rate), years);
        } else if t == self.years && self.owed.0 > 0.0 {
            self.ledger.add("nhs_hospital", "paid back to the fund", "transfer", t, -self.owed.0, all);
            self.ledger.add("central_government", "paid back by the hospital budget", "transfer", t, self.owed.0, all);
            self.owed = (0.0, 0);
        }
    }

    /// Cash released earlier that an agreement sends back to prevention this year.
    pub(super) fn captured(&self, t: usize) -> f64 {
        let (share, delay) = self.plan.reinvest;
        let since = (delay as usize).max(1); // cash of a year is known when it is over
        match t.checked_sub(since).and_then(|year| self.money.get(year)) {
            Some(year) => share * year.cash.max(0.0),
            None => 0.0,
        }
    }

    pub(super) fn book_spending(&mut self, t: usize, by_component: &[f64], money: &MoneyYear) {
        let all = self.years + TAIL;
        for (component, pounds) in by_component.iter().enumerate() {
            for (payer, share) in self.delivery_payers(component).to_vec() {
                self.ledger.add(payer, "programmes", "spending", t, -pounds * share, all);
                if money.cut + money.captured > 0.0 || money.paid_in > 0.0 {
                    self.ledger.add(payer, "money for programmes", "transfer", t, pounds * share, all);
                }
            }
        }
        let funded: f64 = by_component.iter().sum();
        if money.target + money.captured <= 0.0 {
            return;
        }
        let from_hospital = (funded - money.paid_in - money.captured).max(0.0);
        let from_fund = (funded - from_hospital - money.captured).max(0.0);
        self.ledger.add(
            "nhs_hospital",
            "budget moved to programmes",
            "transfer",
            t,
            -from_hospital - money.captured.min(funded),
            all,
        );
        self.ledger.add("central_government", "fund or new money", "transfer", t, -from_fund, all);
        self.ledger.add("nhs_hospital", "paid back to the fund", "transfer", t, -money.repaid, all);
        self.ledger.add("central_government", "paid back by the hospital budget", "transfer", t, money.repaid, all);
        self.ledger.add("nhs_hospital", "cut and given to no programme", "transfer", t, -money.unallocated, all);
        self.ledger.add("central_government", "cut and given to no programme", "transfer", t, money.unallocated, all);
    }

    /// Books what a payer needs to spend less (below 0: more) because of changed need.
    pub(super) fn avoid_cost(&mut self, payer: &'static str, line: &'static str, t: usize, pounds: f64) {
        self.ledger.add(payer, line, "cost_avoided", t, pounds, self.years + TAIL);
    }
}
