//! Risks lowered: diseases with and without the programmes, other causes, deaths avoided directly.

use super::State;
use super::cells::{dot, each_row};
use crate::model::tables::{Cells, NO_CELLS};
use crate::model::what_if::course::RowChange;
use crate::model::what_if::effects::Action;
use crate::model::what_if::exposure::Outcome;
use crate::strata::{AGES, QUINTILES};

/// Pounds that change with the number of the ill.
#[derive(Default)]
struct Care {
    nhs: f64,
    social: [f64; QUINTILES],
}

impl State<'_, '_> {
    /// Diseases one year on, with and without the programmes; the change of all-cause mortality that follows, per
    /// person-year.
    pub(super) fn change_risks(&mut self, t: usize) -> Box<Cells> {
        let plan = self.plan;
        let mut change = Box::new(NO_CELLS);
        let again = !plan.ground.exposure_is_fixed && t < self.years;
        self.changed.weigh(&plan.risks, &self.base.fixed.exposed, again, self.base.youngest);
        let cardio = self.cardiovascular();
        for disease in 0..plan.tables.diseases.len() {
            let mut kept = self.kept(Outcome::Disease(disease));
            let heart = ["chd", "stroke"].contains(&plan.tables.diseases[disease].id.as_str());
            if let (Some(cardio), true) = (&cardio, heart) {
                combine(&mut kept, cardio);
            }
            if t > 0 {
                self.step_disease(t, disease, kept.as_deref(), &mut change);
            }
        }
        if let Some(kept) = self.kept(Outcome::OtherCauses) {
            self.lower_other_causes(t, &kept, &mut change);
        }
        self.avoid_deaths(&mut change);
        change
    }

    fn kept(&self, outcome: Outcome) -> Option<Box<Cells>> {
        self.changed.kept(outcome, &self.plan.risks, &self.base.per_resident, self.base.youngest)
    }

    /// Share of heart disease and stroke left by treatment.
    fn cardiovascular(&self) -> Option<Box<Cells>> {
        let mut gone: Option<Box<Cells>> = None;
        for (index, component) in self.plan.components.iter().enumerate() {
            for effect in &component.effects {
                let Action::Cardiovascular { share, ratio } = effect.action else { continue };
                self.each_alive(index, effect, |row| {
                    let cells = gone.get_or_insert_with(|| Box::new(NO_CELLS));
                    let own = &mut cells[row.sex][row.quintile][row.from..];
                    let size = row.weight * share * (1.0 - ratio);
                    own.iter_mut().zip(row.shares()).for_each(|(value, share)| *value += size * share);
                });
            }
        }
        gone
    }

    fn step_disease(&mut self, t: usize, disease: usize, kept: Option<&Cells>, change: &mut Cells) {
        let mut care = Care::default();
        let mut row = RowChange::NOTHING;
        let followed = (self.base.youngest, self.base.nobody_arrives);
        for sex in [0, 1] {
            if !self.base_course.follows(disease, sex) {
                continue;
            }
            for quintile in 0..QUINTILES {
                let keep = kept.map(|kept| &kept[sex][quintile]);
                let at = (disease, sex, quintile);
                if self.course.year(&self.base_course, t, at, followed, keep, &mut row) {
                    self.count_disease(t, at, &mut row, &mut change[sex][quintile], &mut care);
                }
            }
        }
        self.flows.add_fifths(self.ids.social_care, t, &care.social);
        self.avoid_cost("nhs_other", "disease prevented: care other than emergency stays", t, -care.nhs);
        self.avoid_cost("council_adult_social_care", "disease prevented", t, -care.social.iter().sum::<f64>());
    }

    /// Counts what a year changed in one row of one disease.
    fn count_disease(
        &mut self,
        t: usize,
        (disease, sex, quintile): (usize, usize, usize),
        row: &mut RowChange,
        change: &mut [f64; AGES],
        care: &mut Care,
    ) {
        let costs = &self.plan.costs;
        let from = self.base.youngest;
        let residents = &self.base.residents[sex][quintile][from..];
        let scale = &self.base.fixed.death_scale[disease][sex][quintile];
        for age in from..AGES {
            row.dying[age] *= scale[age];
            change[age] += row.dying[age];
        }
        if self.part.at_a_glance && !costs.hospital_through_disease {
            return;
        }
        for ((lost, people), ill) in self.illness[sex][from..].iter_mut().zip(residents).zip(&row.ill[from..]) {
            *lost += people * ill * costs.decrement[disease];
        }
        let new = dot(residents, &row.new[from..]);
        let ill = dot(residents, &row.ill[from..]);
        let more_ill = ill + dot(&self.more[sex][quintile][from..], &row.ill[from..]);
        let [new_id, living_id, deaths_id] = self.ids.disease[disease];
        self.flows.add(new_id, t, quintile, new);
        self.flows.add(living_id, t, quintile, dot(residents, &row.living[from..]));
        self.flows.add(deaths_id, t, quintile, dot(residents, &row.dying[from..]));
        self.flows.add(self.ids.qalys, t, quintile, -more_ill * costs.decrement[disease]);
        self.flows.add(self.ids.parts[0], t, quintile, -more_ill * costs.decrement[disease]);
        care.nhs += ill * costs.nhs_other[disease];
        care.social[quintile] += ill * costs.social_care[disease];
        if costs.hospital_through_disease {
            let (per_new, admissions, bed_days) = costs.hospital[disease];
            let cases = if per_new { new } else { ill };
            self.flows.add(self.ids.use_[0], t, quintile, cases * admissions);
            self.flows.add(self.ids.use_[1], t, quintile, cases * bed_days);
        }
    }

    /// A relative risk for other causes works on all deaths less those of the modelled diseases.
    fn lower_other_causes(&mut self, t: usize, kept: &Cells, change: &mut Cells) {
        let diseases = 0..self.plan.tables.diseases.len();
        let course = &self.base_course;
        each_row(|sex, quintile| {
            let (first, kept) = (self.base.youngest, &kept[sex][quintile]);
            let Some(first) = (first..AGES).find(|age| kept[*age] != 1.0) else { return };
            let mut other = self.base.mortality[sex][quintile];
            for disease in diseases.clone().filter(|disease| course.follows(*disease, sex)) {
                let scale = &self.base.fixed.death_scale[disease][sex][quintile];
                let (from, dying) = course.mortality(t, disease, sex, quintile);
                let first = first.max(from);
                let rows = scale[first..].iter().zip(&dying[first - from..]);
                let taken = other[first..].iter_mut().zip(rows);
                taken.for_each(|(other, (scale, dying))| *other -= scale * f64::from(*dying));
            }
            for age in first..AGES {
                let other = if other[age] > 0.0 { other[age] } else { 0.0 };
                change[sex][quintile][age] -= (1.0 - kept[age]) * other;
            }
        });
    }

    fn avoid_deaths(&self, change: &mut Cells) {
        for (index, component) in self.plan.components.iter().enumerate() {
            for effect in &component.effects {
                let Action::DeathsAvoided(rate) = effect.action else { continue };
                self.each_alive(index, effect, |row| {
                    let mortality = &self.base.mortality[row.sex][row.quintile][row.from..];
                    let change = &mut change[row.sex][row.quintile][row.from..];
                    for ((change, mortality), share) in change.iter_mut().zip(mortality).zip(row.shares()) {
                        // Nobody can be kept from more deaths than there are.
                        let most = (mortality + *change).max(0.0);
                        *change -= (row.weight * rate * share).min(most);
                    }
                });
            }
        }
    }
}

/// Two independent changes of one risk: what both leave is the product of what each leaves.
fn combine(kept: &mut Option<Box<Cells>>, gone: &Cells) {
    let cells = kept.get_or_insert_with(|| Box::new([[[1.0; AGES]; QUINTILES]; 2]));
    each_row(|sex, quintile| {
        let rows = cells[sex][quintile].iter_mut().zip(&gone[sex][quintile]);
        rows.for_each(|(kept, gone)| *kept *= 1.0 - gone);
    });
}
