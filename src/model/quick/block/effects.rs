//! What effects do directly: people counted, diabetes, hospital use and its value.

use super::{Block, Shared};
use crate::model::quick::lanes::{LANES, Lanes, ZERO, add_product, add_scaled, each};
use crate::model::quick::layout::slot;
use crate::model::quick::mix::OF_DIABETES;
use crate::model::quick::sizes::{answer, convolve};
use crate::model::quick::timing;
use crate::model::what_if::effects::{Action, Base};
use crate::model::what_if::plan::Plan;
use crate::strata::QUINTILES;

impl Block<'_, '_> {
    pub(super) fn count(&mut self, line: usize, t: usize) {
        let own = &self.shared.layout.lines[line];
        let Some(counts) = self.counts[line].get_mut(t) else { return };
        for stream in own.streams.clone() {
            if let Some(each) = self.shared.mix.yields[stream].measured.get(t) {
                let people = &self.people[self.shared.layout.streams[stream].series];
                answer(people, &self.kernels[stream], each, t, counts);
            }
        }
        for (count, weight) in counts.iter_mut().zip(&self.weights[line].0) {
            for lane in 0..LANES {
                // Those who wait for the lag are taken off those there; nobody is less than absent.
                let there = if count[lane] > 0.0 { count[lane] } else { 0.0 };
                count[lane] = there * weight[lane];
            }
        }
    }

    pub(super) fn follow_none(&self, all: usize) -> Vec<[[Lanes; QUINTILES]; OF_DIABETES]> {
        vec![[[ZERO; QUINTILES]; OF_DIABETES]; if self.shared.layout.diabetes.is_some() { all } else { 0 }]
    }

    /// Cases of diabetes avoided, and what they answer. They are the people of the effect, who build up and fade.
    pub(super) fn avoid_diabetes(&mut self, t: usize) {
        let Some(line) = self.shared.layout.diabetes else { return };
        let own = &self.shared.layout.lines[line];
        for (stream, answers) in own.streams.clone().zip(&self.shared.mix.diabetes) {
            let mut size = [[ZERO; QUINTILES]; 2];
            convolve(&self.people[self.shared.layout.streams[stream].series], &self.diabetes_kernels, t, &mut size);
            for what in 0..OF_DIABETES {
                for quintile in 0..QUINTILES {
                    let sum = &mut self.diabetes[t][what][quintile];
                    for (order, size) in size.iter().enumerate() {
                        let mut cases = size[quintile];
                        for lane in 0..LANES {
                            cases[lane] *= self.weights[line].0[quintile][lane] * self.diabetes_rates[lane];
                        }
                        add_scaled(sum, &cases, answers[t][what][order][quintile]);
                    }
                }
            }
        }
    }

    /// Cases of diabetes avoided and alive (0), hospital users among them (1 to 3), their hospital use (4 to 6), healthy life
    /// expectancy by sex (7, 8).
    #[must_use]
    pub fn diabetes(&self, t: usize, quintile: usize, what: usize) -> Lanes {
        self.diabetes.get(t).map_or(ZERO, |answers| answers[what][quintile])
    }

    /// Hospital use that programmes avoid directly.
    pub(super) fn avoid_use(&mut self, t: usize) {
        let layout = self.shared.layout;
        for line in 0..layout.lines.len() {
            let Some(measure) = use_measure(layout.effect(self.plans[0], line).action) else { continue };
            let place = matches!(layout.effect(self.plans[0], line).action, Action::UseRatio { base: Base::Place, .. });
            let mut factors = self.weights[line].1;
            if place {
                let demand = self.demand[t.min(self.demand.len() - 1)];
                (0..LANES).for_each(|lane| factors[lane] *= demand[lane]);
            }
            for quintile in 0..QUINTILES {
                let counted = self.counted_use(line, t, quintile);
                add_product(&mut self.avoided[measure][t][quintile], &counted, &factors);
            }
        }
        for (line, own) in layout.lines.iter().enumerate() {
            let Some(people) = self.reached[own.component].get(t) else { continue };
            let nights = each(|lane| match layout.effect(self.plans[lane], line).action {
                Action::DelayedNightsOnce(each) if !self.plans[lane].costs.hospital_through_disease => each,
                _ => 0.0,
            });
            (0..QUINTILES).for_each(|q| add_product(&mut self.avoided[1][t][q], &people[q], &nights));
        }
    }

    fn counted_use(&self, line: usize, t: usize, quintile: usize) -> Lanes {
        match self.shared.layout.effect(self.plans[0], line).action {
            Action::UseRatio { measure, base, among_cases: true, .. } => {
                let what = if base == Base::Place { 4 } else { 1 };
                self.diabetes(t, quintile, what + slot(measure))
            }
            _ => self.counts[line].get(t).map_or(ZERO, |counts| counts[quintile]),
        }
    }

    /// Value of hospital activity averted in a year, pounds: directly, or through longer lives and diseases.
    pub(super) fn value(&self, t: usize, through_lives: bool) -> Lanes {
        let mut value = ZERO;
        for lane in 0..LANES {
            let (acute, costs) = (&self.plans[lane].acute, &self.plans[lane].costs);
            for quintile in 0..QUINTILES {
                if through_lives {
                    let added = [0, 1, 2].map(|measure| self.added_use(measure, t, quintile, lane));
                    value[lane] -= if costs.hospital_through_disease {
                        (added[0] + self.disease_use(0, t, quintile, lane)) * acute.admission_gbp
                    } else {
                        added[0] * acute.admission_gbp + added[2] * acute.ae_gbp
                    };
                } else {
                    let [admissions, nights, ae] = [0, 1, 2].map(|measure| self.avoided[measure][t][quintile][lane]);
                    value[lane] += admissions * acute.admission_gbp + nights * acute.bed_day_gbp + ae * acute.ae_gbp;
                }
            }
        }
        value
    }

    /// Hospital use in added years of life.
    #[must_use]
    pub fn added_use(&self, measure: usize, t: usize, quintile: usize, lane: usize) -> f64 {
        let plan = self.plans[lane];
        if !plan.costs.added_life.0 {
            return 0.0;
        }
        self.lives[quintile][t][5 + measure][lane] * self.demand[t.min(self.demand.len() - 1)][lane]
    }

    /// Hospital use through diseases, where the scenario counts it so: admissions (0), bed-days (1).
    #[must_use]
    pub fn disease_use(&self, measure: usize, t: usize, quintile: usize, lane: usize) -> f64 {
        let costs = &self.plans[lane].costs;
        if !costs.hospital_through_disease {
            return 0.0;
        }
        let used = costs.hospital.iter().zip(&self.diseases).map(|((per_new, admissions, bed_days), years)| {
            let cases = years[quintile][t][if *per_new { 3 } else { 1 }][lane];
            cases * if measure == 0 { admissions } else { bed_days }
        });
        used.sum()
    }
}

fn use_measure(action: Action) -> Option<usize> {
    match action {
        Action::UseRatio { measure, .. } | Action::UseDifference { measure, .. } => Some(slot(measure)),
        _ => None,
    }
}

pub(super) fn use_factor(shared: Shared<'_>, plan: &Plan<'_>, line: usize) -> f64 {
    if plan.costs.hospital_through_disease {
        return 0.0;
    }
    match shared.layout.effect(plan, line).action {
        Action::UseRatio { base: Base::Place, share, ratio, .. } => share * (1.0 - ratio),
        Action::UseRatio { base: Base::PerPersonYear(own), share, ratio, .. } => own * share * (1.0 - ratio),
        Action::UseDifference { avoided, .. } => avoided,
        _ => 0.0,
    }
}

pub(super) fn diabetes_rate(shared: Shared<'_>, plan: &Plan<'_>) -> f64 {
    match shared.layout.diabetes.map(|line| shared.layout.effect(plan, line).action) {
        Some(Action::DiabetesAvoided(rate)) => rate,
        _ => 0.0,
    }
}

pub(super) fn diabetes_kernels(shared: Shared<'_>, plans: &[&Plan<'_>; LANES]) -> Vec<Lanes> {
    let Some(line) = shared.layout.diabetes else { return Vec::new() };
    let component = shared.layout.lines[line].component;
    let all = shared.footing.path.followed;
    let lists: Vec<Vec<f64>> = plans
        .iter()
        .map(|plan| {
            let own = &plan.components[component];
            let kind = shared.layout.series[shared.layout.of_component[component].start].kind;
            let shares = timing::shares(kind, shared.layout.effect(plan, line).timing, own.build_up, all);
            timing::kept(&shares, own.timing.1, all)
        })
        .collect();
    (0..all).map(|n| each(|lane| lists[lane][n])).collect()
}
