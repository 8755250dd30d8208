//! Lives: years lived and deaths that follow from changed mortality, period life expectancy, and growing older.

use super::cells::{dot, each_row, sum};
use super::now::{Now, years_lived};
use super::{PREMATURE, State};
use crate::math;
use crate::model::life_table::life_expectancy;
use crate::model::tables::{ByAge, Cells};
use crate::model::what_if::stock::Ageing;
use crate::strata::{AGES, QUINTILES};

impl State<'_, '_> {
    /// Deaths, years of life and of healthy life that follow from the change of mortality.
    pub(super) fn live(&mut self, t: usize, change: &Cells) {
        let youngest = self.base.youngest;
        let mut care = [0.0; QUINTILES];
        each_row(|sex, quintile| {
            let residents = &self.base.residents[sex][quintile];
            let (rate, lived) = (&self.base.mortality[sex][quintile], &self.base.lived[sex][quintile]);
            let (moved, ratio) = (&change[sex][quintile], &self.ratio[sex][quintile]);
            let (mut more, mut deaths) = ([0.0; AGES], [0.0; AGES]);
            for age in youngest..AGES {
                let (fall, _) = math::exp_pair_flat(-(rate[age] + moved[age]));
                let mean = ratio[age] * years_lived(rate[age] + moved[age], fall) / lived[age];
                more[age] = residents[age] * (mean - 1.0);
                deaths[age] = more[age] * rate[age] + residents[age] * mean * moved[age];
            }
            let dead = sum(&deaths[youngest..]);
            self.flows.add(self.ids.deaths, t, quintile, dead);
            self.flows.add(self.ids.parts[6], t, quintile, dead);
            if self.part.at_a_glance {
                return;
            }
            let years = sum(&more[youngest..]);
            let healthy = dot(&more[youngest..], &self.plan.costs.utility[sex][quintile][youngest..]);
            self.flows.add(self.ids.life_years, t, quintile, years);
            self.flows.add(self.ids.parts[4], t, quintile, years);
            self.flows.add(self.ids.qalys, t, quintile, healthy);
            self.flows.add(self.ids.parts[0], t, quintile, healthy);
            self.flows.add(self.ids.under_75, t, quintile, sum(&deaths[youngest.min(PREMATURE)..PREMATURE]));
            care[quintile] += dot(&more[youngest..], &self.plan.costs.care_by_age[youngest..]);
        });
        if self.plan.costs.added_life.1 {
            self.flows.add_fifths(self.ids.social_care, t, &care);
            self.avoid_cost("council_adult_social_care", "care in added years of life", t, -care.iter().sum::<f64>());
        }
    }

    /// Life expectancy, healthy life expectancy, and life expectancy by fifth of the year, with and without the change.
    pub(super) fn count_life_expectancy(&mut self, change: &Cells) {
        let mixes = [0, 1].map(|sex| (self.mix(sex, None), self.mix(sex, Some(change))));
        let life = mixes.each_ref().map(|(base, changed)| life_expectancy(changed, 0) - life_expectancy(base, 0));
        let healthy = [0, 1].map(|sex| self.healthy_life_change(sex, &mixes[sex].0, &mixes[sex].1));
        self.life_expectancy.push(life);
        self.healthy_life_expectancy.push(healthy);
        self.life_expectancy_by_fifth.push([0, 1].map(|sex| self.life_change_by_fifth(sex, change)));
    }

    /// Mortality of all fifths together by age.
    fn mix(&self, sex: usize, change: Option<&Cells>) -> ByAge {
        std::array::from_fn(|age| {
            let people: f64 = (0..QUINTILES).map(|q| self.base.residents[sex][q][age]).sum();
            let rate = |q: usize| {
                let moved = change.map_or(0.0, |change| change[sex][q][age]);
                self.base.residents[sex][q][age] * (self.base.mortality[sex][q][age] + moved)
            };
            let deaths: f64 = (0..QUINTILES).map(rate).sum();
            if people > 0.0 { (deaths / people).max(0.0) } else { self.base.mortality[sex][0][age] }
        })
    }

    /// Everybody a year older.
    pub(super) fn age(&mut self, change: &Cells) {
        let youngest = self.base.youngest;
        // Residents and stocks are years lived in a year: next year's over this year's.
        let trend = 1.0 + self.plan.tables.mortality_trend;
        let mut survival = self.base.survival;
        Ageing { survival: &survival, youngest }.apply(&mut self.hospital_dead);
        each_row(|sex, quintile| {
            let open = open_age(&self.base, sex, quintile);
            grow_ratio(&mut self.ratio[sex][quintile], &change[sex][quintile], youngest, open);
            let (rates, lived) = (&self.base.mortality[sex][quintile], &self.base.lived[sex][quintile]);
            for age in youngest..AGES {
                let next = rates[(age + 1).min(AGES - 1)] * trend;
                survival[sex][quintile][age] *= years_lived(next, math::exp_pair_flat(-next).0) / lived[age];
            }
        });
        self.survival = Some(survival);
    }

    /// People alive beyond the baseline's at the start of the year.
    pub(super) fn count_more(&mut self) {
        each_row(|sex, quintile| {
            for age in self.base.youngest..AGES {
                self.more[sex][quintile][age] =
                    self.base.residents[sex][quintile][age] * (self.ratio[sex][quintile][age] - 1.0);
            }
        });
    }
}

/// Alive in the scenario over alive in the baseline, a year on.
fn grow_ratio(ratio: &mut ByAge, moved: &ByAge, youngest: usize, open: Option<(f64, f64)>) {
    let before = *ratio;
    let last = AGES - 1;
    for age in youngest + 1..AGES {
        ratio[age] = before[age - 1] * math::exp_pair_flat(-moved[age - 1]).1;
    }
    // The last age holds those who reach it and those who stay: their ratios mix by their numbers.
    if let Some((reach, stay)) = open {
        let stayed = before[last] * math::exp_pair_flat(-moved[last]).1;
        ratio[last] = (reach * ratio[last] + stay * stayed) / (reach + stay);
    }
    ratio[youngest] = 1.0;
}

/// People who reach the last age next year, and those who stay in it, in the baseline; `None` if there is nobody.
fn open_age(base: &Now<'_>, sex: usize, quintile: usize) -> Option<(f64, f64)> {
    let alive = |age: usize| base.residents[sex][quintile][age] * base.survival[sex][quintile][age];
    let (reach, stay) = (alive(AGES - 2), alive(AGES - 1));
    (reach + stay > 0.0).then_some((reach, stay))
}
