//! What effects do directly: people counted, diabetes, hospital use and its value.

use super::{Block, Eight};
use crate::model::quick::lanes::{
    Lanes, NONE, ZERO, above_zero, add_product, add_scaled, double, product, take_product,
};
use crate::model::quick::layout::slot;
use crate::model::quick::lot::Lot;
use crate::model::quick::mix::OF_DIABETES;
use crate::model::what_if::effects::{Action, Base};
use crate::strata::QUINTILES;

impl Block<'_> {
    pub(super) fn count(&mut self, lot: &Lot, line: usize, moment: usize) {
        let span = self.clock().span(moment);
        let own = &self.shared.layout.lines[line];
        if !self.reaches(line) {
            return;
        }
        if self.counts[line].is_empty() {
            self.counts[line] = vec![[ZERO; QUINTILES]; self.measured_for(line)];
        }
        if !std::mem::replace(&mut self.begun[line], true) {
            let before = moment.min(self.counts[line].len());
            self.counts[line][..before].fill([ZERO; QUINTILES]);
        }
        let Some(counts) = self.counts[line].get_mut(moment) else { return };
        match lot.same_as[line] {
            // Effects are counted in their order, and those alike in the same moments: it has been counted this moment.
            Some(earlier) => self.in_effect[line] = self.in_effect[earlier],
            None => {
                let mut people = [NONE; QUINTILES];
                for stream in own.streams.clone() {
                    let series = self.shared.layout.streams[stream].series;
                    let counted = (&self.people[series], &self.spells[series]);
                    if let Some(each) = self.shared.mix.yields[stream].measured.get(moment) {
                        lot.kernel(stream).answer(counted, each, &span, &mut people);
                    }
                }
                self.in_effect[line] = people;
            }
        }
        let people = &self.in_effect[line];
        for ((count, people), weight) in counts.iter_mut().zip(people).zip(&lot.weights[line].0) {
            // Those who wait for the lag are taken off those there; nobody is less than absent.
            *count = product(&double(&above_zero(people)), weight);
        }
    }

    /// Moments in which anything of an effect is measured.
    fn measured_for(&self, line: usize) -> usize {
        let yields = &self.shared.mix.yields[self.shared.layout.lines[line].streams.clone()];
        yields.iter().map(|answers| answers.measured.len()).max().unwrap_or(0).min(self.moments)
    }

    /// Cases of diabetes avoided, and what they answer. They are the people of the effect, who build up and fade.
    pub(super) fn avoid_diabetes(&mut self, lot: &Lot, moment: usize) {
        let Some(line) = self.shared.layout.diabetes.filter(|line| self.reaches(*line)) else { return };
        let span = self.clock().span(moment);
        let own = &self.shared.layout.lines[line];
        let (kernel, rates) = &lot.diabetes;
        for (stream, answers) in own.streams.clone().zip(&self.shared.mix.diabetes) {
            let series = self.shared.layout.streams[stream].series;
            let size = kernel.size((&self.people[series], &self.spells[series]), &span, 0);
            let weights = lot.weights[line].0.each_ref().map(|weight| product(weight, rates));
            let size = size.map(|people| -> [Lanes; QUINTILES] {
                std::array::from_fn(|quintile| product(&double(&people[quintile]), &weights[quintile]))
            });
            for what in 0..OF_DIABETES {
                for quintile in 0..QUINTILES {
                    let sum = &mut self.diabetes[moment][what][quintile];
                    for (order, cases) in size.iter().enumerate() {
                        add_scaled(sum, &cases[quintile], answers[moment][what][order][quintile]);
                    }
                }
            }
        }
    }

    /// Cases of diabetes avoided and alive (0), hospital users among them (1 to 3), their hospital use (4 to 6), healthy life
    /// expectancy by sex (7, 8).
    #[must_use]
    pub fn diabetes(&self, moment: usize, quintile: usize, what: usize) -> &Lanes {
        self.diabetes.get(moment).map_or(&ZERO, |answers| &answers[what][quintile])
    }

    /// Hospital use that programmes avoid directly.
    pub(super) fn avoid_use(&mut self, eight: Eight<'_, '_>, moment: usize) {
        let layout = self.shared.layout;
        let (lot, plan) = (eight.lot, eight.plans[0]);
        for line in 0..layout.lines.len() {
            let action = layout.effect(plan, line).action;
            let Some(measure) = use_measure(action).filter(|_| self.moves(line, action)) else { continue };
            let mut factors = lot.weights[line].1;
            if matches!(action, Action::UseRatio { base: Base::Place, .. }) {
                factors = product(&factors, lot.demand(moment));
            }
            for quintile in 0..QUINTILES {
                let counted = *self.counted_use(action, (line, moment), quintile);
                add_product(&mut self.avoided[measure][moment][quintile], &counted, &factors);
            }
        }
        for (line, own) in layout.lines.iter().enumerate() {
            let Some(people) = self.reached[own.component].get(moment) else { continue };
            let delayed = matches!(layout.effect(plan, line).action, Action::DelayedNightsOnce(_));
            if delayed && !plan.costs.hospital_through_disease {
                (0..QUINTILES).for_each(|q| add_product(&mut self.avoided[1][moment][q], &people[q], &lot.sizes[line]));
            }
        }
    }

    /// True if an effect on hospital use can do anything: those among cases of diabetes hang on another effect.
    fn moves(&self, line: usize, action: Action) -> bool {
        self.reaches(line) || matches!(action, Action::UseRatio { among_cases: true, .. })
    }

    fn counted_use(&self, action: Action, (line, moment): (usize, usize), quintile: usize) -> &Lanes {
        match action {
            Action::UseRatio { measure, base, among_cases: true, .. } => {
                let what = if base == Base::Place { 4 } else { 1 };
                self.diabetes(moment, quintile, what + slot(measure))
            }
            _ => self.counts[line].get(moment).map_or(&ZERO, |counts| &counts[quintile]),
        }
    }

    /// Value of hospital activity averted directly, pounds.
    pub(super) fn value_directly(&self, lot: &Lot, moment: usize) -> Lanes {
        let mut value = ZERO;
        for (avoided, gbp) in self.avoided.iter().zip(&lot.hospital.gbp) {
            avoided[moment].iter().for_each(|avoided| add_product(&mut value, avoided, gbp));
        }
        value
    }

    /// The same through longer lives and diseases.
    pub(super) fn value_through_lives(&self, eight: Eight<'_, '_>, moment: usize) -> Lanes {
        let mut value = ZERO;
        let gbp = &eight.lot.hospital.gbp;
        let through_disease = eight.plans[0].costs.hospital_through_disease;
        for quintile in 0..QUINTILES {
            take_product(&mut value, &self.added_use(eight, 0, (moment, quintile)), &gbp[0]);
            if through_disease {
                take_product(&mut value, &self.disease_use(eight, 0, (moment, quintile)), &gbp[0]);
            } else {
                take_product(&mut value, &self.added_use(eight, 2, (moment, quintile)), &gbp[2]);
            }
        }
        value
    }

    /// Hospital use in added years of life, by measure.
    #[must_use]
    pub fn added_use(&self, eight: Eight<'_, '_>, measure: usize, (moment, quintile): (usize, usize)) -> Lanes {
        if !eight.plans[0].costs.added_life.0 {
            return ZERO;
        }
        product(&double(&self.lives[quintile][moment][5 + measure]), eight.lot.demand(moment))
    }

    /// Hospital use through diseases, where the scenario counts it so: admissions (0), bed-days (1).
    #[must_use]
    pub fn disease_use(&self, eight: Eight<'_, '_>, measure: usize, (moment, quintile): (usize, usize)) -> Lanes {
        let mut used = ZERO;
        if eight.plans[0].costs.hospital_through_disease {
            for ((per_new, stays), sums) in eight.lot.prices.stays.iter().zip(&self.diseases) {
                let cases = double(&sums[quintile][moment][if *per_new { 3 } else { 1 }]);
                add_product(&mut used, &cases, &stays[measure]);
            }
        }
        used
    }
}

fn use_measure(action: Action) -> Option<usize> {
    match action {
        Action::UseRatio { measure, .. } | Action::UseDifference { measure, .. } => Some(slot(measure)),
        _ => None,
    }
}
