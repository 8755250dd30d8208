//! The ledger of eight futures: line by line, who pays and who gains.

use super::block::{Block, Eight};
use super::clock::Clock;
use super::lanes::{LANES, Lanes, ZERO, add, each, is_zero, product, scaled};
use crate::inputs::agreement::Agreement;
use crate::inputs::scenario::{Funding, payers};
use crate::math::{larger, smaller};
use crate::model::what_if::flows::CARE_OF_THE_DEAD;

/// One line: what a payer pays (below 0) or gains.
#[derive(Debug, Clone)]
pub struct Row {
    /// Payer.
    pub payer: &'static str,
    /// What for.
    pub line: &'static str,
    /// Kind, as in the exact engine's ledger.
    pub kind: &'static str,
    /// Pounds by year of the horizon.
    pub by_year: Vec<Lanes>,
    /// After it.
    pub after: Lanes,
    now: Lanes,
}

/// All lines of one payer together, without room freed.
#[derive(Debug, Clone)]
pub struct Payer {
    /// Payer.
    pub payer: &'static str,
    /// Pounds within the horizon, and to the end of everybody's life.
    pub net: [Lanes; 2],
    /// Year in which the running total stops being a loss, counted from 0; infinite where never, not a number where nothing
    /// was paid.
    pub break_even: Lanes,
}

/// A ledger in the making.
#[derive(Debug, Clone)]
pub struct Books {
    /// Lines by payer and name: in order of first use a sum over them would hang on what other futures use first.
    pub rows: Vec<Row>,
    /// Payers in the order of the scenario's list.
    pub payers: Vec<Payer>,
    clock: Clock,
}

/// A running total below this is a loss, pounds.
const LOSS: f64 = -0.5;

impl Books {
    /// Nothing booked.
    #[must_use]
    pub fn new(clock: Clock) -> Books {
        let payer = |payer| Payer { payer, net: [ZERO; 2], break_even: [f64::NAN; LANES] };
        Books { rows: Vec::new(), payers: payers().map(payer).collect(), clock }
    }

    /// Books pounds in the moment that is open.
    pub fn add(&mut self, payer: &'static str, line: &'static str, kind: &'static str, pounds: &Lanes) {
        if is_zero(pounds) {
            return;
        }
        // The names are the same literals each time: their places tell them apart faster than their letters.
        let same = |row: &Row| std::ptr::eq(row.line, line) && std::ptr::eq(row.payer, payer);
        let alike = |row: &Row| row.line == line && row.payer == payer;
        let at = self.rows.iter().position(same).or_else(|| self.rows.iter().position(alike));
        let at = at.unwrap_or_else(|| {
            let by_year = vec![ZERO; self.clock.years];
            let at = self.rows.partition_point(|row| (row.payer, row.line) < (payer, line));
            self.rows.insert(at, Row { payer, line, kind, by_year, after: ZERO, now: ZERO });
            at
        });
        add(&mut self.rows[at].now, pounds);
    }

    /// Pounds that one gives and another gets.
    fn pass(
        &mut self,
        (from, line_of_from): (&'static str, &'static str),
        to: (&'static str, &'static str),
        p: &Lanes,
    ) {
        self.add(from, line_of_from, "transfer", &scaled(p, -1.0));
        self.add(to.0, to.1, "transfer", p);
    }

    /// Ends a moment: totals by payer, and whether they have broken even.
    pub fn close(&mut self, moment: usize) {
        for payer in &mut self.payers {
            let mut net = ZERO;
            for row in self.rows.iter().filter(|row| row.payer == payer.payer && row.kind != "capacity") {
                add(&mut net, &row.now);
            }
            payer.close(self.clock, moment, &net);
        }
        for row in &mut self.rows {
            match row.by_year.get_mut(moment) {
                Some(year) => *year = row.now,
                None => add(&mut row.after, &row.now),
            }
            row.now = ZERO;
        }
    }

    /// Spending of a year and where it comes from.
    pub fn spending(&mut self, block: &Block<'_>, eight: Eight<'_, '_>, t: usize) {
        if t >= self.clock.years {
            return;
        }
        let plan = eight.plans[0];
        let money = |get: &dyn Fn(&crate::model::what_if::run::MoneyYear) -> f64| {
            each(|lane| block.tills.money[lane].get(t).map_or(0.0, get))
        };
        let moved = money(&|m| f64::from(u8::from(m.cut + m.captured > 0.0 || m.paid_in > 0.0)));
        let mut funded = ZERO;
        // By payer: each line is looked for once.
        let mut paid: Vec<(&'static str, Lanes)> = Vec::new();
        for component in 0..plan.components.len() {
            let pounds = block.tills.spent(t, component);
            add(&mut funded, &pounds);
            let payers = match &plan.scenario.agreement {
                Agreement::Pool(partners) => partners,
                Agreement::None | Agreement::GainShare(_) => &plan.components[component].record.cost_payer,
            };
            for (payer, share) in payers {
                let own = scaled(&pounds, *share);
                match paid.iter_mut().find(|(known, _)| std::ptr::eq(*known, *payer)) {
                    Some((_, all)) => add(all, &own),
                    None => paid.push((payer, own)),
                }
            }
        }
        for (payer, own) in paid {
            self.add(payer, "programmes", "spending", &scaled(&own, -1.0));
            self.add(payer, "money for programmes", "transfer", &product(&own, &moved));
        }
        self.funded(&funded, [money(&|m| m.target), money(&|m| m.paid_in), money(&|m| m.captured)]);
        // Without money to move nothing is paid back or left over either.
        let on = |pounds: Lanes, target: &Lanes| each(|lane| if target[lane] > 0.0 { pounds[lane] } else { 0.0 });
        let target = money(&|m| m.target + m.captured);
        let (hospital, fund) = ("nhs_hospital", "central_government");
        let repaid = on(money(&|m| m.repaid), &target);
        self.pass((hospital, "paid back to the fund"), (fund, "paid back by the hospital budget"), &repaid);
        let given = "cut and given to no programme";
        self.pass((hospital, given), (fund, given), &on(money(&|m| m.unallocated), &target));
    }

    /// Where the money of programmes comes from: hospitals, and a fund or new money.
    fn funded(&mut self, funded: &Lanes, [target, paid_in, captured]: [Lanes; 3]) {
        let (mut moved, mut fund) = (ZERO, ZERO);
        for lane in 0..LANES {
            if target[lane] + captured[lane] > 0.0 {
                let from_hospital = larger(funded[lane] - paid_in[lane] - captured[lane], 0.0);
                let from_fund = larger(funded[lane] - from_hospital - captured[lane], 0.0);
                moved[lane] = -from_hospital - smaller(captured[lane], funded[lane]);
                fund[lane] = -from_fund;
            }
        }
        self.add("nhs_hospital", "budget moved to programmes", "transfer", &moved);
        self.add("central_government", "fund or new money", "transfer", &fund);
    }

    /// What is owed to a fund when the horizon ends is paid in the year after it.
    pub fn fund(&mut self, block: &Block<'_>, eight: Eight<'_, '_>, moment: usize) {
        if moment == self.clock.years && eight.plans[0].scenario.funding == Funding::Bridge {
            let owed = block.tills.owed_at_end.map(|owed| larger(owed, 0.0));
            let (hospital, fund) = ("nhs_hospital", "central_government");
            self.pass((hospital, "paid back to the fund"), (fund, "paid back by the hospital budget"), &owed);
        }
    }

    /// Care that changes with illness and with longer lives, pounds more: NHS outside hospitals, social care through diseases,
    /// social care in added years of life.
    pub fn care(&mut self, eight: Eight<'_, '_>, [nhs, social, added]: [&Lanes; 3]) {
        let line = "disease prevented: care other than emergency stays";
        self.add("nhs_other", line, "cost_avoided", &scaled(nhs, -1.0));
        self.add("council_adult_social_care", "disease prevented", "cost_avoided", &scaled(social, -1.0));
        if eight.plans[0].costs.added_life.1 {
            let line = "care in added years of life";
            self.add("council_adult_social_care", line, "cost_avoided", &scaled(added, -1.0));
        }
    }

    /// Room and cash of hospitals, and care that people who die of the smaller budget no longer need: in hospital, and social.
    pub fn hospital(&mut self, eight: Eight<'_, '_>, (room, cash): &(Lanes, Lanes), (stays, social): (&Lanes, &Lanes)) {
        self.add("nhs_hospital", "room freed, not cash", "capacity", room);
        self.add("nhs_hospital", "cash released", "cash", cash);
        self.share_cash(eight, cash);
        let costs = &eight.plans[0].costs;
        if costs.added_life.0 {
            self.add("nhs_hospital", CARE_OF_THE_DEAD, "capacity", stays);
        }
        if costs.added_life.1 {
            self.add("council_adult_social_care", CARE_OF_THE_DEAD, "cost_avoided", social);
        }
    }

    /// Passes on cash under an agreement.
    fn share_cash(&mut self, eight: Eight<'_, '_>, cash: &Lanes) {
        let captured = eight.plans[0].reinvest.0;
        let free = cash.map(|cash| if cash > 0.0 { cash * (1.0 - captured) } else { cash });
        match &eight.plans[0].scenario.agreement {
            Agreement::None => {}
            Agreement::Pool(partners) => {
                let partners: Vec<(&'static str, Lanes)> =
                    partners.iter().map(|(payer, share)| (*payer, [*share; LANES])).collect();
                self.pass_on("released cash of the pool", &free, &partners);
            }
            Agreement::GainShare(share) => {
                let running = self.running_programmes();
                self.pass_on("gain-share of released cash", &free.map(|free| free.max(0.0) * share), &running);
            }
        }
    }

    fn pass_on(&mut self, line: &'static str, pounds: &Lanes, receivers: &[(&'static str, Lanes)]) {
        let mut given = ZERO;
        for (payer, share) in receivers {
            let own = each(|lane| pounds[lane] * share[lane]);
            add(&mut given, &own);
            self.add(payer, line, "transfer", &own);
        }
        self.add("nhs_hospital", line, "transfer", &scaled(&given, -1.0));
    }

    /// Payers by their share of all that the delivery of programmes has cost so far.
    fn running_programmes(&self) -> Vec<(&'static str, Lanes)> {
        let paid = |row: &Row| {
            let mut pounds = row.now;
            row.by_year.iter().for_each(|year| add(&mut pounds, year));
            (row.payer, scaled(&pounds, -1.0))
        };
        let paid: Vec<(&'static str, Lanes)> =
            self.rows.iter().filter(|row| row.kind == "spending").map(paid).collect();
        let mut total = ZERO;
        paid.iter().for_each(|(_, pounds)| add(&mut total, pounds));
        let share = |pounds: &Lanes, lane: usize| if total[lane] > 0.0 { pounds[lane] / total[lane] } else { 0.0 };
        paid.iter().map(|(payer, pounds)| (*payer, each(|lane| share(pounds, lane)))).collect()
    }

    /// Benefits not paid to people in work.
    pub fn work(&mut self, pounds: &Lanes) {
        let to = ("central_government", "benefits not paid to people in work");
        self.pass(("households", "benefits no longer received"), to, pounds);
    }

    /// Income gained by households.
    pub fn income(&mut self, pounds: &Lanes) {
        let to = ("households", "income and debts settled");
        self.pass(("central_government", "benefits paid and debts written off"), to, pounds);
    }

    /// What payers need to spend less because of an effect.
    pub fn save(&mut self, payers: &[(&'static str, f64)], pounds: &Lanes, line: &'static str) {
        for (payer, share) in payers {
            self.add(payer, line, "cost_avoided", &scaled(pounds, *share));
        }
    }
}

impl Payer {
    fn close(&mut self, clock: Clock, moment: usize, net: &Lanes) {
        let before = self.net[1];
        add(&mut self.net[1], net);
        if moment < clock.years {
            add(&mut self.net[0], net);
        }
        let span = clock.span(moment);
        for lane in 0..LANES {
            let (total, year) = (self.net[1][lane], &mut self.break_even[lane]);
            if total < LOSS && year.is_nan() {
                *year = f64::INFINITY;
            } else if *year == f64::INFINITY && total >= 0.0 {
                // Within several years the total is taken to move in a straight line.
                #[allow(clippy::cast_precision_loss)] // at most 141
                let (first, years) = (span.start as f64, span.len() as f64);
                let covered = (-before[lane] / net[lane] * years).ceil() - 1.0;
                *year = first + if covered > 0.0 { covered } else { 0.0 };
            }
        }
    }
}
