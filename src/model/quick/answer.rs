//! The answer of one future in the shape the exact engine gives.

use super::balance::Balance;
use super::block::Block;
use super::books::Books;
use crate::model::what_if::effects::Action;
use crate::model::what_if::flows::Flows;
use crate::model::what_if::run::ids::Ids;
use crate::model::what_if::run::{TAIL, WhatIf};
use crate::strata::QUINTILES;

/// Writes the answer of one lane.
#[must_use]
pub fn answer(block: &Block<'_, '_>, lane: usize) -> WhatIf {
    let path = &block.shared.footing.path;
    let mut pen = Pen {
        block,
        lane,
        flows: Flows::new(path.years + TAIL),
        balance: &block.balances[lane],
        books: Books::new(path.years),
    };
    let ids = Ids::new(&mut pen.flows, block.plans[lane]);
    for t in 0..path.followed {
        pen.year(&ids, t);
    }
    pen.finish(&ids)
}

struct Pen<'b, 's, 'a> {
    block: &'b Block<'s, 'a>,
    lane: usize,
    flows: Flows,
    balance: &'b Balance,
    books: Books,
}

impl Pen<'_, '_, '_> {
    fn year(&mut self, ids: &Ids, t: usize) {
        let (block, lane) = (self.block, self.lane);
        let plan = block.plans[lane];
        let costs = &plan.costs;
        self.books.spending(block, lane, t);
        self.people(ids, t);
        let mut social_through_disease = 0.0;
        let mut nhs = 0.0;
        let (mut added_care, mut dead_care) = (0.0, [0.0; 3]);
        let shares = block.shared.footing.use_shares[t];
        let (lost, regained, social) = (self.balance.lost[t], self.balance.regained[t], self.balance.social[t]);
        for q in 0..QUINTILES {
            let mut healthy = 0.0;
            let mut care = 0.0;
            for (disease, years) in block.diseases.iter().enumerate() {
                let [living, ill, dying, new] = years[q][t].map(|value| value[lane]);
                let [new_id, living_id, deaths_id] = ids.disease[disease];
                self.flows.add(new_id, t, q, new);
                self.flows.add(living_id, t, q, living);
                self.flows.add(deaths_id, t, q, dying);
                healthy -= ill * costs.decrement[disease];
                nhs += ill * costs.nhs_other[disease];
                care += ill * costs.social_care[disease];
            }
            social_through_disease += care;
            let [years, utility, deaths, under, care_years, ..] = block.lives[q][t].map(|value| value[lane]);
            healthy += utility;
            self.flows.add(ids.life_years, t, q, years);
            self.flows.add(ids.parts[4], t, q, years);
            self.flows.add(ids.deaths, t, q, deaths);
            self.flows.add(ids.parts[6], t, q, deaths);
            self.flows.add(ids.under_75, t, q, under);
            if costs.added_life.1 {
                care += care_years;
                added_care += care_years;
            }
            let diabetes = block.diabetes(t, q, 0)[lane];
            self.flows.add(ids.diabetes.1, t, q, -diabetes);
            healthy += diabetes * costs.diabetes.0;
            nhs -= diabetes * costs.diabetes.1;
            let admissions = block.avoided[0][t][q][lane];
            let with_stay = block.avoided[1][t][q][lane] + admissions * plan.acute.bed_days_per_admission;
            let direct = [admissions, with_stay, block.avoided[2][t][q][lane]];
            for measure in 0..3 {
                let through = if measure < 2 { block.disease_use(measure, t, q, lane) } else { 0.0 };
                let added = block.added_use(measure, t, q, lane);
                self.flows.add(ids.use_[measure], t, q, through + added - direct[measure]);
            }
            self.flows.add(ids.qalys, t, q, healthy + (regained - lost + social) * shares[q]);
            self.flows.add(ids.parts[0], t, q, healthy);
            self.flows.add(ids.parts[1], t, q, -lost * shares[q]);
            self.flows.add(ids.parts[2], t, q, regained * shares[q]);
            self.flows.add(ids.parts[3], t, q, social * shares[q]);
            let [dead, young, missing, pounds, stays, visits] = block.hospital[q][t].map(|value| value[lane]);
            self.flows.add(ids.deaths, t, q, dead);
            self.flows.add(ids.parts[7], t, q, dead);
            self.flows.add(ids.under_75, t, q, young);
            self.flows.add(ids.life_years, t, q, -missing);
            self.flows.add(ids.parts[5], t, q, -missing);
            if costs.added_life.1 {
                care -= pounds;
                self.flows.add(ids.parts[8], t, q, -pounds);
            }
            for (total, own) in dead_care.iter_mut().zip([pounds, stays, visits]) {
                *total += own;
            }
            self.flows.add(ids.social_care, t, q, care);
        }
        self.books.care(plan, t, (nhs, social_through_disease, added_care));
        self.effects(ids, t);
        let demand = block.demand[t.min(block.demand.len() - 1)][lane];
        let stays = dead_care[1] * plan.acute.admission_gbp + dead_care[2] * plan.acute.ae_gbp;
        self.books.hospital(plan, t, self.balance.released[t], (stays * demand, dead_care[0]));
        self.books.fund(block, lane, t);
    }

    fn people(&mut self, ids: &Ids, t: usize) {
        for (component, reached) in self.block.reached.iter().enumerate() {
            let Some(people) = reached.get(t) else { continue };
            let id = ids.reached[self.block.plans[self.lane].components[component].programme];
            (0..QUINTILES).for_each(|q| self.flows.add(id, t, q, people[q][self.lane]));
        }
    }

    /// Everything effects do besides risk and hospital use.
    fn effects(&mut self, ids: &Ids, t: usize) {
        let (block, lane) = (self.block, self.lane);
        let plan = block.plans[lane];
        for (line, own) in block.shared.layout.lines.iter().enumerate() {
            let effect = block.shared.layout.effect(plan, line);
            let counted: [f64; QUINTILES] =
                std::array::from_fn(|q| block.counts[line].get(t).map_or(0.0, |counts| counts[q][lane]));
            let started: [f64; QUINTILES] =
                std::array::from_fn(|q| block.reached[own.component].get(t).map_or(0.0, |people| people[q][lane]));
            let all: f64 = counted.iter().sum();
            let mut flow = |id: usize, people: &[f64; QUINTILES], size: f64| {
                self.flows.add_fifths(id, t, &people.map(|people| people * size));
            };
            match effect.action {
                Action::DiabetesAvoided(rate) => flow(ids.diabetes.0, &counted, -rate),
                Action::FallsAvoided(rate) => flow(ids.falls, &counted, -rate),
                Action::InWork(share) => {
                    flow(ids.work, &counted, share);
                    self.books.work(t, all * share * plan.costs.per_job);
                }
                Action::PregnanciesAvoided(rate) => {
                    flow(ids.pregnancies, &counted, -rate);
                    let pounds = all * rate * plan.costs.per_pregnancy;
                    self.books.save(t, effect, pounds, "unplanned pregnancies avoided");
                }
                Action::ChildrenInCareAvoided(share) => {
                    flow(ids.in_care, &counted, -share);
                    let pounds = all * share * plan.costs.per_child_in_care;
                    self.books.save(t, effect, pounds, "children kept out of care");
                }
                Action::OtherMoney(pounds) => {
                    self.books.save(t, effect, all * pounds, "other public services needed less");
                }
                Action::HouseholdIncome(pounds) => self.books.income(t, all * pounds),
                Action::QalysOnce(each) => {
                    flow(ids.qalys, &started, each);
                    flow(ids.parts[0], &started, each);
                }
                Action::SocialCareOnce(pounds) => {
                    flow(ids.social_care, &started, -pounds);
                    let saved = started.iter().sum::<f64>() * pounds;
                    self.books.save(t, effect, saved, "care needed less after reablement");
                }
                _ => {}
            }
        }
    }

    fn finish(mut self, ids: &Ids) -> WhatIf {
        let (block, lane) = (self.block, self.lane);
        let footing = block.shared.footing;
        let years = footing.path.years;
        let plan = block.plans[lane];
        let mut run = WhatIf {
            years,
            money: block.tills[lane].money.clone(),
            spent: block.tills[lane].spent.clone(),
            life_expectancy: Vec::new(),
            healthy_life_expectancy: Vec::new(),
            life_expectancy_by_fifth: Vec::new(),
            occupancy: Vec::new(),
            warnings: Vec::new(),
            flows: Flows::new(0),
            ledger: Default::default(),
        };
        for t in 0..years {
            let money = &mut run.money[t];
            (money.capacity, money.cash) = self.balance.released[t];
            let (mut life, mut healthy) = ([0.0; 2], [None; 2]);
            let mut by_fifth = [[0.0; QUINTILES]; 2];
            let published = plan.ground.years[t].ill_health.is_some();
            for sex in 0..2 {
                let hospital = footing.hospital_expectancy[t][sex];
                let dead = self.balance.deaths[t];
                let of = |q: usize, kind: usize| block.expectancy[sex * QUINTILES + q][t][kind][lane];
                life[sex] = (0..QUINTILES).map(|q| of(q, 0)).sum::<f64>() + dead * hospital[0];
                by_fifth[sex] = std::array::from_fn(|q| of(q, 1) + dead * hospital[2 + q]);
                if published {
                    let through_deaths = (0..QUINTILES).map(|q| of(q, 2)).sum::<f64>() + dead * hospital[1];
                    healthy[sex] = Some(through_deaths + self.through_illness(sex, t));
                }
            }
            run.life_expectancy.push(life);
            run.healthy_life_expectancy.push(healthy);
            run.life_expectancy_by_fifth.push(by_fifth);
            run.occupancy.push(self.beds(ids, t, run.money[t].cut));
        }
        run.ledger = self.books.ledger();
        run.flows = std::mem::replace(&mut self.flows, Flows::new(0));
        run
    }

    /// Change of healthy life expectancy through diseases and diabetes.
    fn through_illness(&self, sex: usize, t: usize) -> f64 {
        let costs = &self.block.plans[self.lane].costs;
        let diseases = self.block.healthy.iter().zip(&costs.decrement);
        let through = diseases.map(|(years, lost)| years[sex][t][self.lane] * lost).sum::<f64>();
        let cases: f64 = (0..QUINTILES).map(|q| self.block.diabetes(t, q, 7 + sex)[self.lane]).sum();
        through - cases * costs.diabetes.0
    }

    /// Share of beds in use: baseline and scenario.
    fn beds(&self, ids: &Ids, t: usize, cut: f64) -> (f64, f64) {
        let plan = self.block.plans[self.lane];
        let bed_days = &self.block.shared.footing.bed_days;
        let start = plan.costs.occupancy_start;
        let in_use = bed_days[t] * self.block.demand[t][self.lane];
        let open = in_use / start;
        let moved = self.flows.list[ids.use_[1]].year(t);
        let closed = bed_days[0] / start * cut / plan.acute_gbp;
        (in_use / open, (in_use + moved) / (open - closed))
    }
}
