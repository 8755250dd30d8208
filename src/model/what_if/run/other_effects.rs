//! What effects do besides hospital use and risk: diabetes, falls, work, care, pregnancies, wellbeing, transfers.

use super::cells::by_fifth;
use super::people::started;
use super::{State, TAIL};
use crate::math;
use crate::model::tables::{Cells, NO_CELLS};
use crate::model::what_if::effects::{Action, Resolved};
use crate::model::what_if::plan::Plan;
use crate::model::what_if::stock::Ageing;

impl State<'_, '_> {
    /// Everything else effects do: diabetes, falls, work, care, pregnancies, wellbeing, transfers.
    pub(super) fn other_effects(&mut self, t: usize, people: &[Option<Box<Cells>>]) {
        if let Some(survival) = &self.survival {
            let fade = math::exp(-std::f64::consts::LN_2 / diabetes_half_life(self.plan));
            Ageing { survival, youngest: self.base.youngest }.apply_and_fade(&mut self.diabetes, fade);
        }
        let all = self.years + TAIL;
        let mut social_qalys = 0.0;
        for (index, component) in self.plan.components.iter().enumerate() {
            if !self.is_awake(index) {
                continue;
            }
            let now = started(&people[index]);
            for effect in &component.effects {
                match effect.action {
                    Action::DiabetesAvoided(rate) => {
                        self.count(self.ids.diabetes.0, t, index, effect, -rate);
                        let mut avoided = Some(Box::new(self.diabetes));
                        self.gather(&mut avoided, index, effect, rate);
                        self.diabetes = avoided.map_or(NO_CELLS, |cells| *cells);
                    }
                    Action::FallsAvoided(rate) => {
                        self.count(self.ids.falls, t, index, effect, -rate);
                    }
                    Action::InWork(share) => {
                        let jobs = self.count(self.ids.work, t, index, effect, share);
                        let pounds = jobs * self.plan.costs.per_job;
                        self.ledger.add(
                            "central_government",
                            "benefits not paid to people in work",
                            "transfer",
                            t,
                            pounds,
                            all,
                        );
                        self.ledger.add("households", "benefits no longer received", "transfer", t, -pounds, all);
                    }
                    Action::PregnanciesAvoided(rate) => {
                        let fewer = -self.count(self.ids.pregnancies, t, index, effect, -rate);
                        self.save(t, effect, fewer * self.plan.costs.per_pregnancy, "unplanned pregnancies avoided");
                    }
                    Action::ChildrenInCareAvoided(share) => {
                        let fewer = -self.count(self.ids.in_care, t, index, effect, -share);
                        self.save(t, effect, fewer * self.plan.costs.per_child_in_care, "children kept out of care");
                    }
                    Action::OtherMoney(pounds) => {
                        let people: f64 = self.people_in_effect(index, effect).iter().sum();
                        self.save(t, effect, people * pounds, "other public services needed less");
                    }
                    Action::HouseholdIncome(pounds) => {
                        let people: f64 = self.people_in_effect(index, effect).iter().sum();
                        self.ledger.add("households", "income and debts settled", "transfer", t, people * pounds, all);
                        self.ledger.add(
                            "central_government",
                            "benefits paid and debts written off",
                            "transfer",
                            t,
                            -people * pounds,
                            all,
                        );
                    }
                    Action::QalysOnce(each) => {
                        let gained = now.map(|people| people * each);
                        self.flows.add_fifths(self.ids.qalys, t, &gained);
                        self.flows.add_fifths(self.ids.parts[0], t, &gained);
                    }
                    Action::QalysPerPound(each) => {
                        social_qalys +=
                            each * self.spent.get(t).and_then(|year| year.get(index)).copied().unwrap_or(0.0);
                    }
                    Action::SocialCareOnce(pounds) => {
                        let saved = now.map(|people| -people * pounds);
                        self.flows.add_fifths(self.ids.social_care, t, &saved);
                        self.save(t, effect, -saved.iter().sum::<f64>(), "care needed less after reablement");
                    }
                    _ => {}
                }
            }
        }
        self.social_qalys.push(social_qalys);
        self.count_diabetes(t);
    }

    pub(super) fn count_diabetes(&mut self, t: usize) {
        let fewer = by_fifth(&self.diabetes);
        let (utility, cost) = self.plan.costs.diabetes;
        for (quintile, people) in fewer.iter().enumerate() {
            self.flows.add(self.ids.diabetes.1, t, quintile, -people);
            self.flows.add(self.ids.qalys, t, quintile, people * utility);
            self.flows.add(self.ids.parts[0], t, quintile, people * utility);
        }
        let total: f64 = fewer.iter().sum();
        self.avoid_cost("nhs_other", "disease prevented: care other than emergency stays", t, total * cost);
    }

    /// Adds people in effect times `size` to a flow and gives the sum.
    pub(super) fn count(&mut self, flow: usize, t: usize, component: usize, effect: &Resolved, size: f64) -> f64 {
        let counted = self.people_in_effect(component, effect).map(|people| people * size);
        self.flows.add_fifths(flow, t, &counted);
        counted.iter().sum()
    }

    pub(super) fn save(&mut self, t: usize, effect: &Resolved, pounds: f64, line: &'static str) {
        for (payer, share) in &effect.payers {
            self.ledger.add(payer, line, "cost_avoided", t, pounds * share, self.years + TAIL);
        }
    }
}

/// How long an avoided case of diabetes stays avoided: the half-life of the programme that avoids it.
pub(super) fn diabetes_half_life(plan: &Plan<'_>) -> f64 {
    let component =
        plan.components.iter().find(|c| c.effects.iter().any(|e| matches!(e.action, Action::DiabetesAvoided(_))));
    component.map_or(1.0, |component| component.timing.1)
}
