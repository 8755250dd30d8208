//! Hospital use that programmes avoid, less that of added years of life.

use super::State;
use super::cells::{dot, each_row, times};
use super::people::started;
use crate::model::tables::Cells;
use crate::model::what_if::effects::{Action, Base, Measure, Resolved};
use crate::strata::{AGES, QUINTILES};

impl State<'_, '_> {
    /// Hospital use avoided directly, less the use of added years of life. Gives the value of both in pounds.
    pub(super) fn use_hospital(&mut self, t: usize, people: &[Option<Box<Cells>>]) -> f64 {
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
    fn direct_use(&self, avoided: &mut [[f64; QUINTILES]; 3]) {
        let mut kept: [Option<Box<Cells>>; 3] = [None, None, None];
        for (index, component) in self.plan.components.iter().enumerate() {
            for effect in &component.effects {
                match effect.action {
                    Action::UseRatio { measure, base, share, ratio, among_cases: true } if ratio != 1.0 => {
                        self.lower_among_cases(
                            &mut kept[slot(measure)],
                            index,
                            slot(measure),
                            base,
                            share * (1.0 - ratio),
                        );
                    }
                    Action::UseRatio { measure, base, share, ratio, .. } if ratio != 1.0 => {
                        self.lower_use(
                            &mut kept[slot(measure)],
                            (index, effect),
                            slot(measure),
                            base,
                            share * (1.0 - ratio),
                        );
                    }
                    Action::UseDifference { measure, avoided } if avoided != 0.0 => {
                        let base = Base::PerPersonYear(avoided);
                        self.lower_use(&mut kept[slot(measure)], (index, effect), slot(measure), base, 1.0);
                    }
                    _ => {}
                }
            }
        }
        let from = self.base.youngest;
        for (measure, kept) in kept.iter().enumerate() {
            let Some(kept) = kept else { continue };
            each_row(|sex, quintile| {
                let gone = kept[sex][quintile].map(|kept| 1.0 - kept);
                let used =
                    self.base.residents[sex][quintile].iter().zip(&self.base.fixed.use_rate[measure][sex][quintile]);
                let mut whole = [0.0; AGES];
                whole.iter_mut().zip(used).for_each(|(value, (people, rate))| *value = people * rate);
                avoided[measure][quintile] += dot(&whole[from..], &gone[from..]) * self.base.demand;
            });
        }
    }

    fn lower_use(
        &self,
        kept: &mut Option<Box<Cells>>,
        (component, effect): (usize, &Resolved),
        measure: usize,
        base: Base,
        size: f64,
    ) {
        self.each_alive(component, effect, |row| {
            let cells = kept.get_or_insert_with(|| Box::new(WHOLE));
            let own = &mut cells[row.sex][row.quintile][row.from..];
            let per_use = &self.base.per_use[measure][row.sex][row.quintile][row.from..];
            lower(own, row.shares(), per_use, base, size * row.weight);
        });
    }

    /// An effect among the cases of diabetes that programmes avoid.
    fn lower_among_cases(
        &self,
        kept: &mut Option<Box<Cells>>,
        component: usize,
        measure: usize,
        base: Base,
        size: f64,
    ) {
        if !self.is_awake(component) {
            return;
        }
        let cells = kept.get_or_insert_with(|| Box::new(WHOLE));
        let cases = times(&self.diabetes, &self.base.per_resident);
        let from = self.base.youngest;
        each_row(|sex, quintile| {
            let per_use = &self.base.per_use[measure][sex][quintile][from..];
            let shares = cases[sex][quintile][from..].iter().copied();
            lower(&mut cells[sex][quintile][from..], shares, per_use, base, size);
        });
    }

    pub(super) fn delayed_nights(&self, people: &[Option<Box<Cells>>]) -> [f64; QUINTILES] {
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

    fn use_of_added_life(&self, measure: usize) -> [f64; QUINTILES] {
        let from = self.base.youngest;
        let rate = &self.base.fixed.use_rate[measure];
        std::array::from_fn(|quintile| {
            let used = |sex: usize| dot(&self.more[sex][quintile][from..], &rate[sex][quintile][from..]);
            (used(0) + used(1)) * self.base.demand
        })
    }
}

/// All of everybody's use.
const WHOLE: Cells = [[[1.0; AGES]; QUINTILES]; 2];

/// Multiplies what is left of use by 1 - (share of residents concerned) x size, on the place's rate or on one of their own.
fn lower(kept: &mut [f64], shares: impl Iterator<Item = f64>, per_use: &[f64], base: Base, size: f64) {
    let rows = kept.iter_mut().zip(shares).zip(per_use);
    match base {
        Base::Place => rows.for_each(|((kept, share), per_use)| {
            let left = if *per_use > 0.0 { 1.0 - size * share } else { 1.0 };
            *kept *= if left > 0.0 { left } else { 0.0 };
        }),
        Base::PerPersonYear(own) => rows.for_each(|((kept, share), per_use)| {
            let left = 1.0 - size * own * share * per_use;
            *kept *= if left > 0.0 { left } else { 0.0 };
        }),
    }
}

pub(super) fn slot(measure: Measure) -> usize {
    match measure {
        Measure::Admissions => 0,
        Measure::BedDays => 1,
        Measure::AeAttendances => 2,
    }
}
