//! Risks lowered: diseases with and without the programmes, other causes, deaths avoided directly.

use super::cells::{add, divide};
use super::{State, TAIL};
use crate::math;
use crate::model::tables::{Cells, NO_CELLS};
use crate::model::what_if::effects::Action;
use crate::model::what_if::exposure::Outcome;
use crate::strata::{AGES, QUINTILES};

impl State<'_, '_> {
    /// Diseases one year on, with and without the programmes; the change of all-cause mortality that follows, per
    /// person-year.
    pub(super) fn change_risks(&mut self, t: usize) -> Cells {
        let plan = self.plan;
        let mut change = NO_CELLS;
        let cardio = self.cardiovascular();
        if !self.diseases_move && (!self.changed.is_empty() || cardio.is_some()) {
            self.diseases_move = true;
            for earlier in 1..t {
                self.burden.step([self.disease_trend(earlier); 2]);
            }
        }
        if self.diseases_move {
            let heart = |id: &str| id == "chd" || id == "stroke";
            for disease in 0..plan.tables.diseases.len() {
                let mut fraction = self.changed.fraction(
                    Outcome::Disease(disease),
                    &plan.risks,
                    &self.base.residents,
                    &self.base.exposed,
                );
                if let (Some(cardio), true) = (&cardio, heart(&plan.tables.diseases[disease].id)) {
                    fraction = Some(combine(fraction, cardio));
                }
                self.step_disease(t, disease, fraction.as_ref(), &mut change);
            }
            if let Some(fraction) =
                self.changed.fraction(Outcome::OtherCauses, &plan.risks, &self.base.residents, &self.base.exposed)
            {
                self.lower_other_causes(&fraction, &mut change);
            }
        }
        self.avoid_deaths(&mut change);
        change
    }

    /// Share of heart disease and stroke taken away by treatment.
    pub(super) fn cardiovascular(&self) -> Option<Cells> {
        let mut total: Option<Cells> = None;
        for (index, component) in self.plan.components.iter().enumerate() {
            for effect in &component.effects {
                if let (Action::Cardiovascular { share, ratio }, Some(people)) =
                    (effect.action, self.in_effect(index, effect))
                {
                    add(&mut total, &divide(&people, &self.base.residents), share * (1.0 - ratio));
                }
            }
        }
        total
    }

    pub(super) fn disease_trend(&self, t: usize) -> f64 {
        #[allow(clippy::cast_possible_truncation)] // at most 141
        let years = t as u32;
        math::pow_int(1.0 + self.plan.tables.mortality_trend, years)
    }

    pub(super) fn step_disease(&mut self, t: usize, disease: usize, fraction: Option<&Cells>, change: &mut Cells) {
        let plan = self.plan;
        let trend = self.disease_trend(t);
        let (decrement, nhs, care) =
            (plan.costs.decrement[disease], plan.costs.nhs_other[disease], plan.costs.social_care[disease]);
        let mut pounds = (0.0, [0.0; QUINTILES]);
        for sex in 0..2 {
            for quintile in 0..QUINTILES {
                let Some(track) = self.burden.track_mut(disease, sex, quintile) else { continue };
                if t > 0 {
                    track.step_changed([trend; 2], self.youngest, |age| {
                        [1.0, 1.0 - fraction.map_or(0.0, |cells| cells[sex][quintile][age])]
                    });
                }
                for (age, year) in track.by_age().iter().enumerate().skip(self.youngest) {
                    let ill = year.mean_prevalence[1] - year.mean_prevalence[0];
                    let dying = year.mortality_rate[1] - year.mortality_rate[0];
                    if ill == 0.0 && dying == 0.0 {
                        continue;
                    }
                    let residents = self.base.residents[sex][quintile][age];
                    let scale = self.base.death_scale[disease][sex][quintile][age];
                    change[sex][quintile][age] += scale * dying;
                    let new = year.incidence_rate[1] * (1.0 - year.mean_prevalence[1])
                        - year.incidence_rate[0] * (1.0 - year.mean_prevalence[0]);
                    let [new_id, living_id, deaths_id] = self.ids.disease[disease];
                    self.flows.add(new_id, t, quintile, residents * new);
                    self.flows.add(living_id, t, quintile, residents * (year.prevalence[1] - year.prevalence[0]));
                    self.flows.add(deaths_id, t, quintile, residents * scale * dying);
                    let healthy = -residents * self.ratio[sex][quintile][age] * ill * decrement;
                    self.flows.add(self.ids.qalys, t, quintile, healthy);
                    self.flows.add(self.ids.parts[0], t, quintile, healthy);
                    pounds.0 += residents * ill * nhs;
                    pounds.1[quintile] += residents * ill * care;
                    if plan.costs.hospital_through_disease {
                        let (per_new, admissions, bed_days) = plan.costs.hospital[disease];
                        let cases = residents * if per_new { new } else { ill };
                        self.flows.add(self.ids.use_[0], t, quintile, cases * admissions);
                        self.flows.add(self.ids.use_[1], t, quintile, cases * bed_days);
                    }
                }
            }
        }
        self.flows.add_fifths(self.ids.social_care, t, &pounds.1);
        let all = self.years + TAIL;
        self.ledger.add(
            "nhs_other",
            "disease prevented: care other than emergency stays",
            "cost_avoided",
            t,
            -pounds.0,
            all,
        );
        self.ledger.add(
            "council_adult_social_care",
            "disease prevented",
            "cost_avoided",
            t,
            -pounds.1.iter().sum::<f64>(),
            all,
        );
    }

    /// A relative risk for other causes works on all deaths less those of the modelled diseases.
    pub(super) fn lower_other_causes(&mut self, fraction: &Cells, change: &mut Cells) {
        for sex in 0..2 {
            for quintile in 0..QUINTILES {
                for age in self.youngest..AGES {
                    let share = fraction[sex][quintile][age];
                    if share == 0.0 {
                        continue;
                    }
                    let modelled: f64 = (0..self.plan.tables.diseases.len())
                        .map(|d| {
                            self.base.death_scale[d][sex][quintile][age]
                                * self.burden.by_age(d, sex, quintile)[age].mortality_rate[0]
                        })
                        .sum();
                    let other = (self.base.mortality[sex][quintile][age] - modelled).max(0.0);
                    change[sex][quintile][age] -= share * other;
                }
            }
        }
    }

    pub(super) fn avoid_deaths(&self, change: &mut Cells) {
        for (index, component) in self.plan.components.iter().enumerate() {
            for effect in &component.effects {
                if let (Action::DeathsAvoided(rate), Some(people)) = (effect.action, self.in_effect(index, effect)) {
                    for sex in 0..2 {
                        for quintile in 0..QUINTILES {
                            for age in self.youngest..AGES {
                                let residents = self.base.residents[sex][quintile][age];
                                if residents > 0.0 {
                                    let avoided = people[sex][quintile][age] * rate / residents;
                                    // Nobody can be kept from more deaths than there are.
                                    let most = self.base.mortality[sex][quintile][age] + change[sex][quintile][age];
                                    change[sex][quintile][age] -= avoided.min(most.max(0.0));
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Two independent fractions of one risk: what both leave is the product of what each leaves.
pub(super) fn combine(one: Option<Cells>, other: &Cells) -> Cells {
    let mut cells = one.unwrap_or(NO_CELLS);
    for (value, more) in cells.iter_mut().flatten().flatten().zip(other.iter().flatten().flatten()) {
        *value = 1.0 - (1.0 - *value) * (1.0 - more);
    }
    cells
}
