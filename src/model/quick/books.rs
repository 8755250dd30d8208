//! The ledger of one future: line by line, who pays and who gains.

use super::block::Block;
use crate::inputs::agreement::Agreement;
use crate::inputs::scenario::Funding;
use crate::model::what_if::effects::Resolved;
use crate::model::what_if::flows::{CARE_OF_THE_DEAD, Ledger, LedgerRow};
use crate::model::what_if::plan::Plan;
use crate::model::what_if::run::TAIL;

/// Rows in the making.
#[derive(Debug, Clone)]
pub struct Books {
    rows: Vec<LedgerRow>,
    years: usize,
}

impl Books {
    /// Nothing booked; `years` of the horizon.
    #[must_use]
    pub const fn new(years: usize) -> Books {
        Books { rows: Vec::new(), years }
    }

    fn add(&mut self, payer: &'static str, line: &'static str, kind: &'static str, t: usize, pounds: f64) {
        if pounds == 0.0 {
            return;
        }
        // The names are the same literals each time: their places tell them apart faster than their letters.
        let same = |row: &LedgerRow| std::ptr::eq(row.line, line) && std::ptr::eq(row.payer, payer);
        let at = self
            .rows
            .iter()
            .position(same)
            .or_else(|| self.rows.iter().position(|row| row.line == line && row.payer == payer));
        let at = at.unwrap_or_else(|| {
            self.rows.push(LedgerRow { payer, line, kind, by_year: vec![0.0; self.years + TAIL] });
            self.rows.len() - 1
        });
        self.rows[at].by_year[t] += pounds;
    }

    /// Spending of a year and where it comes from.
    pub fn spending(&mut self, block: &Block<'_, '_>, lane: usize, t: usize) {
        let plan = block.plans[lane];
        let (Some(money), Some(spent)) = (block.tills[lane].money.get(t), block.tills[lane].spent.get(t)) else {
            return;
        };
        for (component, pounds) in spent.iter().enumerate() {
            let payers = match &plan.scenario.agreement {
                Agreement::Pool(partners) => partners,
                Agreement::None | Agreement::GainShare(_) => &plan.components[component].record.cost_payer,
            };
            for (payer, share) in payers {
                self.add(payer, "programmes", "spending", t, -pounds * share);
                if money.cut + money.captured > 0.0 || money.paid_in > 0.0 {
                    self.add(payer, "money for programmes", "transfer", t, pounds * share);
                }
            }
        }
        let funded: f64 = spent.iter().sum();
        if money.target + money.captured <= 0.0 {
            return;
        }
        let from_hospital = (funded - money.paid_in - money.captured).max(0.0);
        let from_fund = (funded - from_hospital - money.captured).max(0.0);
        let moved = -from_hospital - money.captured.min(funded);
        self.add("nhs_hospital", "budget moved to programmes", "transfer", t, moved);
        self.add("central_government", "fund or new money", "transfer", t, -from_fund);
        self.pass("paid back to the fund", "paid back by the hospital budget", t, money.repaid);
        let (given, unallocated) = ("cut and given to no programme", money.unallocated);
        self.pass(given, given, t, unallocated);
    }

    /// Pounds that pass from the hospital budget to central government.
    fn pass(&mut self, from: &'static str, to: &'static str, t: usize, pounds: f64) {
        self.add("nhs_hospital", from, "transfer", t, -pounds);
        self.add("central_government", to, "transfer", t, pounds);
    }

    /// What is owed to a fund when the horizon ends is paid in the year after it.
    pub fn fund(&mut self, block: &Block<'_, '_>, lane: usize, t: usize) {
        let scenario = block.plans[lane].scenario;
        let owed = block.tills[lane].owed_at_end;
        if t == self.years && scenario.funding == Funding::Bridge && owed > 0.0 {
            self.pass("paid back to the fund", "paid back by the hospital budget", t, owed);
        }
    }

    /// Care that changes with illness and with longer lives, pounds more: NHS outside hospitals, social care through diseases,
    /// social care in added years of life.
    pub fn care(&mut self, plan: &Plan<'_>, t: usize, (nhs, social, added): (f64, f64, f64)) {
        let line = "disease prevented: care other than emergency stays";
        self.add("nhs_other", line, "cost_avoided", t, -nhs);
        self.add("council_adult_social_care", "disease prevented", "cost_avoided", t, -social);
        if plan.costs.added_life.1 {
            self.add("council_adult_social_care", "care in added years of life", "cost_avoided", t, -added);
        }
    }

    /// Room and cash of hospitals, and care that people who die of the smaller budget no longer need: in hospital, and social.
    pub fn hospital(&mut self, plan: &Plan<'_>, t: usize, (room, cash): (f64, f64), (stays, social): (f64, f64)) {
        self.add("nhs_hospital", "room freed, not cash", "capacity", t, room);
        self.add("nhs_hospital", "cash released", "cash", t, cash);
        self.share_cash(plan, t, cash);
        if plan.costs.added_life.0 {
            self.add("nhs_hospital", CARE_OF_THE_DEAD, "capacity", t, stays);
        }
        if plan.costs.added_life.1 {
            self.add("council_adult_social_care", CARE_OF_THE_DEAD, "cost_avoided", t, social);
        }
    }

    /// Passes on the cash of a year under an agreement.
    fn share_cash(&mut self, plan: &Plan<'_>, t: usize, cash: f64) {
        let free = if cash > 0.0 { cash * (1.0 - plan.reinvest.0) } else { cash };
        match &plan.scenario.agreement {
            Agreement::None => {}
            Agreement::Pool(partners) => self.pass_on(t, "released cash of the pool", free, partners),
            Agreement::GainShare(share) => {
                let running = self.running_programmes();
                self.pass_on(t, "gain-share of released cash", free.max(0.0) * share, &running);
            }
        }
    }

    fn pass_on(&mut self, t: usize, line: &'static str, pounds: f64, receivers: &[(&'static str, f64)]) {
        if receivers.is_empty() {
            return;
        }
        self.add("nhs_hospital", line, "transfer", t, -pounds);
        for (payer, share) in receivers {
            self.add(payer, line, "transfer", t, pounds * share);
        }
    }

    /// Payers by their share of all that the delivery of programmes has cost so far.
    fn running_programmes(&self) -> Vec<(&'static str, f64)> {
        let rows = self.rows.iter().filter(|row| row.kind == "spending");
        let paid: Vec<(&'static str, f64)> = rows.map(|row| (row.payer, -row.by_year.iter().sum::<f64>())).collect();
        let total: f64 = paid.iter().map(|(_, pounds)| pounds).sum();
        if total > 0.0 { paid.into_iter().map(|(payer, pounds)| (payer, pounds / total)).collect() } else { Vec::new() }
    }

    /// Benefits not paid to people in work.
    pub fn work(&mut self, t: usize, pounds: f64) {
        self.add("central_government", "benefits not paid to people in work", "transfer", t, pounds);
        self.add("households", "benefits no longer received", "transfer", t, -pounds);
    }

    /// Income gained by households.
    pub fn income(&mut self, t: usize, pounds: f64) {
        self.add("households", "income and debts settled", "transfer", t, pounds);
        self.add("central_government", "benefits paid and debts written off", "transfer", t, -pounds);
    }

    /// What payers need to spend less because of an effect.
    pub fn save(&mut self, t: usize, effect: &Resolved, pounds: f64, line: &'static str) {
        for (payer, share) in &effect.payers {
            self.add(payer, line, "cost_avoided", t, pounds * share);
        }
    }

    /// The ledger.
    #[must_use]
    pub fn ledger(&mut self) -> Ledger {
        Ledger { rows: std::mem::take(&mut self.rows) }
    }
}
