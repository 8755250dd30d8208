//! Agreements between payers: who books the cost of programmes, and who holds the cash that hospitals release.
//!
//! Every passage of money is a transfer that one payer makes and others receive. What programmes do is not touched.

use super::{State, TAIL};
use crate::inputs::agreement::Agreement;

/// Shares of payers that add to 1.
type Shares = Vec<(&'static str, f64)>;

impl State<'_, '_> {
    /// Who pays for the delivery of a component: its own payers, or the partners of the pool.
    pub(super) fn delivery_payers(&self, component: usize) -> &[(&'static str, f64)] {
        match &self.plan.scenario.agreement {
            Agreement::Pool(partners) => partners,
            Agreement::None | Agreement::GainShare(_) => &self.plan.components[component].record.cost_payer,
        }
    }

    /// Passes on the cash of a year. What is captured for prevention is spoken for already. A pool also shares what is
    /// lacking once longer lives need more than programmes avert; a gain-share passes on gains only.
    pub(super) fn share_cash(&mut self, t: usize, cash: f64) {
        let free = if cash > 0.0 { cash * (1.0 - self.plan.reinvest.0) } else { cash };
        match &self.plan.scenario.agreement {
            Agreement::None => {}
            Agreement::Pool(partners) => self.pass_on(t, "released cash of the pool", free, partners.clone()),
            Agreement::GainShare(share) => {
                let running = self.running_programmes();
                self.pass_on(t, "gain-share of released cash", free.max(0.0) * share, running);
            }
        }
    }

    fn pass_on(&mut self, t: usize, line: &'static str, pounds: f64, receivers: Shares) {
        if receivers.is_empty() {
            return;
        }
        let all = self.years + TAIL;
        self.ledger.add("nhs_hospital", line, "transfer", t, -pounds, all);
        for (payer, share) in receivers {
            self.ledger.add(payer, line, "transfer", t, pounds * share, all);
        }
    }

    /// Payers by their share of all that the delivery of programmes has cost so far.
    fn running_programmes(&self) -> Shares {
        let rows = self.ledger.rows.iter().filter(|row| row.kind == "spending");
        let paid: Shares = rows.map(|row| (row.payer, -row.by_year.iter().sum::<f64>())).collect();
        let total: f64 = paid.iter().map(|(_, pounds)| pounds).sum();
        if total > 0.0 { paid.into_iter().map(|(payer, pounds)| (payer, pounds / total)).collect() } else { Vec::new() }
    }
}
