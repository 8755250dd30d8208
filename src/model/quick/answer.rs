//! The answers of eight futures: what the exact engine says of one.

mod levels;
mod sheet;

pub use levels::Levels;
pub use sheet::Sheet;

use super::block::{Block, Eight};
use super::books::Books;
use super::lanes::{Lanes, ZERO, add, add_product, double, each, product, scaled, take_product};
use super::lot::Lot;
use crate::model::what_if::effects::Action;
use crate::model::what_if::flows::Flows;
use crate::model::what_if::plan::Plan;
use crate::model::what_if::run::MoneyYear;
use crate::model::what_if::run::ids::Ids;
use crate::strata::QUINTILES;

/// Everything that is said of eight futures.
#[derive(Debug)]
pub struct Answer<'b> {
    /// Outcomes in the order of the exact engine.
    pub sheets: Vec<Sheet>,
    /// Money of each future by year.
    pub money: [&'b [MoneyYear]; super::LANES],
    /// Expectancies and beds.
    pub levels: Levels,
    /// The ledger.
    pub books: Books,
}

/// Writes the answers, by year and fifth too where `fifths` are wanted. The memory of `sheets`, of another eight of the same world, is used again.
#[must_use]
pub fn answer<'b>(block: &'b Block<'_>, eight: Eight<'_, '_>, fifths: bool, sheets: Vec<Sheet>) -> Answer<'b> {
    let mut flows = Flows::new(0);
    let ids = Ids::new(&mut flows, eight.plans[0]);
    let sheets = Sheet::for_all(&flows, (block.clock().years, fifths), sheets);
    let mut pen = Pen { block, eight, ids: &ids, sheets, books: Books::new(block.clock()) };
    for moment in 0..block.moments {
        pen.moment(moment);
    }
    let levels = Levels::new(block, eight, pen.sheets.get(ids.use_[1]));
    let money = std::array::from_fn(|lane| block.tills.money[lane].as_slice());
    Answer { sheets: pen.sheets, money, levels, books: pen.books }
}

struct Pen<'p, 's, 'a> {
    block: &'p Block<'s>,
    eight: Eight<'p, 'a>,
    ids: &'p Ids,
    sheets: Vec<Sheet>,
    books: Books,
}

/// Pounds of care that a moment changes.
#[derive(Default, Clone, Copy)]
struct Care {
    /// NHS outside hospitals, social care through diseases, social care in added years.
    through: [Lanes; 3],
    /// Of those who died of hospital spending: social care pounds, admissions, attendances.
    dead: [Lanes; 3],
}

impl<'p, 'a> Pen<'p, '_, 'a> {
    fn plan(&self) -> &'p Plan<'a> {
        self.eight.plans[0]
    }

    fn lot(&self) -> &'p Lot {
        self.eight.lot
    }

    fn put(&mut self, flow: usize, quintile: usize, value: &Lanes) {
        self.sheets[flow].add(quintile, value);
    }

    fn moment(&mut self, t: usize) {
        let (block, lot) = (self.block, self.lot());
        self.books.spending(block, self.eight, t);
        self.people(t);
        let mut care = Care::default();
        for quintile in 0..QUINTILES {
            self.fifth(t, quintile, &mut care);
        }
        self.books.care(self.eight, [&care.through[0], &care.through[1], &care.through[2]]);
        self.effects(t);
        let [social, admissions, visits] = &care.dead;
        let mut stays = product(admissions, &lot.hospital.gbp[0]);
        add_product(&mut stays, visits, &lot.hospital.gbp[2]);
        self.books.hospital(self.eight, &block.balance.released[t], (&product(&stays, lot.demand(t)), social));
        self.books.fund(block, self.eight, t);
        self.books.close(t);
        let discount = [&lot.discount[0][t], &lot.discount[1][t]];
        let within = t < block.clock().years;
        self.sheets.iter_mut().for_each(|sheet| sheet.close(within.then_some(t), discount));
    }

    fn people(&mut self, t: usize) {
        for (component, reached) in self.block.reached.iter().enumerate() {
            let Some(people) = reached.get(t) else { continue };
            let id = self.ids.reached[self.plan().components[component].programme];
            (0..QUINTILES).for_each(|q| self.put(id, q, &people[q]));
        }
    }

    fn fifth(&mut self, t: usize, q: usize, care: &mut Care) {
        let (block, ids, prices) = (self.block, self.ids, &self.lot().prices);
        let counts_care = self.plan().costs.added_life.1;
        let mut healthy = ZERO;
        let mut social = ZERO;
        for (disease, sums) in block.diseases.iter().enumerate() {
            let [living, ill, dying, new] = &sums[q][t].map(|sum| double(&sum));
            let [new_id, living_id, deaths_id] = ids.disease[disease];
            self.put(new_id, q, new);
            self.put(living_id, q, living);
            self.put(deaths_id, q, dying);
            let [decrement, nhs, own] = &prices.case[disease];
            take_product(&mut healthy, ill, decrement);
            add_product(&mut care.through[0], ill, nhs);
            add_product(&mut social, ill, own);
        }
        add(&mut care.through[1], &social);
        let [years, utility, deaths, under, care_years, ..] = &block.lives[q][t].map(|sum| double(&sum));
        add(&mut healthy, utility);
        self.put(ids.life_years, q, years);
        self.put(ids.parts[4], q, years);
        self.put(ids.deaths, q, deaths);
        self.put(ids.parts[6], q, deaths);
        self.put(ids.under_75, q, under);
        if counts_care {
            add(&mut social, care_years);
            add(&mut care.through[2], care_years);
        }
        let diabetes = block.diabetes(t, q, 0);
        self.put(ids.diabetes.1, q, &scaled(diabetes, -1.0));
        add_product(&mut healthy, diabetes, &prices.diabetes[0]);
        take_product(&mut care.through[0], diabetes, &prices.diabetes[1]);
        self.hospital_use(t, q);
        self.health(t, q, &healthy);
        self.died_of_spending(t, q, &mut social, care);
        self.put(ids.social_care, q, &social);
    }

    fn hospital_use(&mut self, t: usize, q: usize) {
        let (block, eight) = (self.block, self.eight);
        let admissions = &block.avoided[0][t][q];
        let mut nights = block.avoided[1][t][q];
        add_product(&mut nights, admissions, &self.lot().hospital.nights);
        for (measure, direct) in [admissions, &nights, &block.avoided[2][t][q]].into_iter().enumerate() {
            let mut used = block.added_use(eight, measure, (t, q));
            if measure < 2 {
                add(&mut used, &block.disease_use(eight, measure, (t, q)));
            }
            let used = each(|lane| used[lane] - direct[lane]);
            self.put(self.ids.use_[measure], q, &used);
        }
    }

    /// Healthy years, and how much of them comes which way.
    fn health(&mut self, t: usize, q: usize, healthy: &Lanes) {
        let balance = &self.block.balance;
        let share = self.block.shared.footing.use_shares[t][q];
        let parts = [
            *healthy,
            scaled(&balance.lost[t], -share),
            scaled(&balance.regained[t], share),
            scaled(&balance.social[t], share),
        ];
        for (id, part) in self.ids.parts.into_iter().zip(&parts) {
            self.put(id, q, part);
            self.put(self.ids.qalys, q, part);
        }
    }

    fn died_of_spending(&mut self, t: usize, q: usize, social: &mut Lanes, care: &mut Care) {
        let ids = self.ids;
        let [dead, young, missing, pounds, stays, visits] = &self.block.hospital[q][t];
        self.put(ids.deaths, q, dead);
        self.put(ids.parts[7], q, dead);
        self.put(ids.under_75, q, young);
        let fewer = scaled(missing, -1.0);
        self.put(ids.life_years, q, &fewer);
        self.put(ids.parts[5], q, &fewer);
        if self.plan().costs.added_life.1 {
            let less = scaled(pounds, -1.0);
            add(social, &less);
            self.put(ids.parts[8], q, &less);
        }
        for (total, own) in care.dead.iter_mut().zip([pounds, stays, visits]) {
            add(total, own);
        }
    }

    /// Everything effects do besides risk and hospital use.
    fn effects(&mut self, t: usize) {
        let (block, lot, plan, ids) = (self.block, self.lot(), self.plan(), self.ids);
        let [per_job, per_pregnancy, per_child] = &lot.prices.per;
        for (line, own) in block.shared.layout.lines.iter().enumerate().filter(|(line, _)| block.reaches(*line)) {
            let effect = block.shared.layout.effect(plan, line);
            let counted = block.counts[line].get(t);
            let started = block.reached[own.component].get(t);
            let size = &lot.sizes[line];
            match effect.action {
                Action::DiabetesAvoided(_) => drop(self.flow(ids.diabetes.0, counted, size, -1.0)),
                Action::FallsAvoided(_) => drop(self.flow(ids.falls, counted, size, -1.0)),
                Action::InWork(_) => {
                    let jobs = self.flow(ids.work, counted, size, 1.0);
                    self.books.work(&product(&jobs, per_job));
                }
                Action::PregnanciesAvoided(_) => {
                    let fewer = self.flow(ids.pregnancies, counted, size, -1.0);
                    let pounds = scaled(&product(&fewer, per_pregnancy), -1.0);
                    self.books.save(&effect.payers, &pounds, "unplanned pregnancies avoided");
                }
                Action::ChildrenInCareAvoided(_) => {
                    let fewer = self.flow(ids.in_care, counted, size, -1.0);
                    let pounds = scaled(&product(&fewer, per_child), -1.0);
                    self.books.save(&effect.payers, &pounds, "children kept out of care");
                }
                Action::OtherMoney(_) => {
                    let pounds = total(counted, size);
                    self.books.save(&effect.payers, &pounds, "other public services needed less");
                }
                Action::HouseholdIncome(_) => self.books.income(&total(counted, size)),
                Action::QalysOnce(_) => {
                    self.flow(ids.qalys, started, size, 1.0);
                    self.flow(ids.parts[0], started, size, 1.0);
                }
                Action::SocialCareOnce(_) => {
                    let more = self.flow(ids.social_care, started, size, -1.0);
                    let line = "care needed less after reablement";
                    self.books.save(&effect.payers, &scaled(&more, -1.0), line);
                }
                _ => {}
            }
        }
    }

    /// Adds people times the size of their effect to a quantity; gives their sum.
    fn flow(&mut self, id: usize, people: Option<&[Lanes; QUINTILES]>, size: &Lanes, sign: f64) -> Lanes {
        let mut all = ZERO;
        for (quintile, people) in people.into_iter().flatten().enumerate() {
            let own = scaled(&product(people, size), sign);
            add(&mut all, &own);
            self.put(id, quintile, &own);
        }
        all
    }
}

fn total(people: Option<&[Lanes; QUINTILES]>, size: &Lanes) -> Lanes {
    let mut all = ZERO;
    people.into_iter().flatten().for_each(|people| add_product(&mut all, people, size));
    all
}
