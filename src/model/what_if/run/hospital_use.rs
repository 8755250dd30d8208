//! Hospital use that programmes avoid, less that of added years of life.

use super::State;
use super::people::started;
use crate::model::tables::Cells;
use crate::model::what_if::effects::{Action, Base, Measure};
use crate::strata::{AGES, QUINTILES};

impl State<'_, '_> {
    /// Hospital use avoided directly, less the use of added years of life. Gives the value of both in pounds.
    pub(super) fn use_hospital(&mut self, t: usize, people: &[Option<Cells>]) -> f64 {
        let acute = self.plan.acute;
        let mut avoided = [[0.0; QUINTILES]; 3];
        if !self.plan.costs.hospital_through_disease {
            self.direct_use(&mut avoided);
        }
        let through_disease = self.plan.costs.hospital_through_disease;
        let delayed = if through_disease { [0.0; QUINTILES] } else { self.delayed_nights(people) };
        let mut value = 0.0;
        let mut added = [[0.0; QUINTILES]; 3];
        if self.plan.costs.added_life.0 {
            for (measure, added) in added.iter_mut().enumerate() {
                *added = self.use_of_added_life(measure);
            }
        }
        for quintile in 0..QUINTILES {
            let [admissions, nights, ae] = avoided.map(|by| by[quintile]);
            let nights = nights + delayed[quintile];
            let with_stay = nights + admissions * acute.bed_days_per_admission;
            self.flows.add(self.ids.use_[0], t, quintile, added[0][quintile] - admissions);
            self.flows.add(self.ids.use_[1], t, quintile, added[1][quintile] - with_stay);
            self.flows.add(self.ids.use_[2], t, quintile, added[2][quintile] - ae);
            value += (admissions - added[0][quintile]) * acute.admission_gbp + nights * acute.bed_day_gbp;
            value += (ae - added[2][quintile]) * acute.ae_gbp;
        }
        if self.plan.costs.hospital_through_disease {
            let admissions: f64 = self.flows.list[self.ids.use_[0]].year(t);
            value = -admissions * acute.admission_gbp;
        }
        value
    }

    /// Effects become ratios on each cell's rate; reach is independent, so ratios multiply and overlap is counted once.
    pub(super) fn direct_use(&self, avoided: &mut [[f64; QUINTILES]; 3]) {
        let mut kept: [Option<Cells>; 3] = [None, None, None];
        for (index, component) in self.plan.components.iter().enumerate() {
            for effect in &component.effects {
                let (measure, rate) = match effect.action {
                    Action::UseRatio { measure, base, share, ratio, .. } if ratio != 1.0 => {
                        (measure, Some((base, share * (1.0 - ratio))))
                    }
                    Action::UseDifference { measure, avoided } if avoided != 0.0 => {
                        (measure, Some((Base::PerPersonYear(avoided), 1.0)))
                    }
                    _ => continue,
                };
                let among_cases = matches!(effect.action, Action::UseRatio { among_cases: true, .. });
                let people = if among_cases {
                    self.is_awake(index).then_some(self.diabetes)
                } else {
                    self.in_effect(index, effect)
                };
                if let (Some((base, size)), Some(people)) = (rate, people) {
                    self.lower_use(&mut kept[slot(measure)], slot(measure), &people, base, size);
                }
            }
        }
        for (measure, kept) in kept.iter().enumerate() {
            let Some(kept) = kept else { continue };
            for quintile in 0..QUINTILES {
                for sex in 0..2 {
                    for age in self.youngest..AGES {
                        let whole =
                            self.base.residents[sex][quintile][age] * self.base.use_rate[measure][sex][quintile][age];
                        avoided[measure][quintile] += whole * (1.0 - kept[sex][quintile][age]);
                    }
                }
            }
        }
    }

    pub(super) fn lower_use(&self, kept: &mut Option<Cells>, measure: usize, people: &Cells, base: Base, size: f64) {
        let cells = kept.get_or_insert([[[1.0; AGES]; QUINTILES]; 2]);
        for sex in 0..2 {
            for quintile in 0..QUINTILES {
                for age in self.youngest..AGES {
                    let concerned = people[sex][quintile][age];
                    if concerned == 0.0 {
                        continue;
                    }
                    let rate = self.base.use_rate[measure][sex][quintile][age];
                    let whole = self.base.residents[sex][quintile][age] * rate;
                    let saved = concerned
                        * size
                        * match base {
                            Base::Place => rate,
                            Base::PerPersonYear(own) => own,
                        };
                    if whole > 0.0 {
                        cells[sex][quintile][age] *= (1.0 - saved / whole).max(0.0);
                    }
                }
            }
        }
    }

    pub(super) fn delayed_nights(&self, people: &[Option<Cells>]) -> [f64; QUINTILES] {
        let mut nights = [0.0; QUINTILES];
        for (index, component) in self.plan.components.iter().enumerate() {
            for effect in &component.effects {
                if let Action::DelayedNightsOnce(each) = effect.action {
                    for (total, own) in nights.iter_mut().zip(started(&people[index])) {
                        *total += own * each;
                    }
                }
            }
        }
        nights
    }

    pub(super) fn use_of_added_life(&self, measure: usize) -> [f64; QUINTILES] {
        std::array::from_fn(|quintile| {
            let mut total = 0.0;
            for sex in 0..2 {
                for age in self.youngest..AGES {
                    let ratio = self.ratio[sex][quintile][age];
                    if ratio != 1.0 {
                        total += self.base.residents[sex][quintile][age]
                            * (ratio - 1.0)
                            * self.base.use_rate[measure][sex][quintile][age];
                    }
                }
            }
            total
        })
    }
}

pub(super) fn slot(measure: Measure) -> usize {
    match measure {
        Measure::Admissions => 0,
        Measure::BedDays => 1,
        Measure::AeAttendances => 2,
    }
}
