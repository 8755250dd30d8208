//! The hospital budget: health lost to the cut and regained through freed room, deaths that go with it, and beds.

use super::cells::{dot, each_row, product, sum, times, total};
use super::{PREMATURE, State, TAIL};
use crate::model::tables::{Cells, NO_CELLS};
use crate::model::what_if::flows::CARE_OF_THE_DEAD;
use crate::strata::{AGES, QUINTILES};

/// Care of a year in the years of life that hospital spending costs: pounds of social care by fifth, hospital use.
#[derive(Default)]
struct Care {
    social: [f64; QUINTILES],
    admissions: f64,
    attendances: f64,
}

impl State<'_, '_> {
    /// Health lost to the cut and regained through freed room, on one curve; room or cash, never both; beds.
    pub(super) fn settle_hospital(&mut self, t: usize, averted: f64, mortality: &Cells) {
        let acute = self.plan.acute;
        let all = self.years + TAIL;
        let released = acute.cashable_share * averted;
        let capacity = averted - released;
        let cash = if released > 0.0 { released * (1.0 - acute.exit_cost_share) } else { released };
        if let Some(money) = self.money.get_mut(t) {
            money.averted = averted;
            money.cash = cash;
            money.capacity = capacity;
        }
        let cut = self.money.get(t).map_or(0.0, |money| money.cut);
        self.cuts.push(cut);
        self.averted.push(capacity);
        self.ledger.add("nhs_hospital", "room freed, not cash", "capacity", t, capacity, all);
        self.ledger.add("nhs_hospital", "cash released", "cash", t, cash, all);
        self.share_cash(t, cash);
        if self.part.without_hospital {
            return;
        }
        let flow = |pounds: &[f64]| -> f64 { (0..=t).map(|year| pounds[year] * self.profile[t - year]).sum() };
        let lost = if acute.cut_is_free { 0.0 } else { flow(&self.cuts) / acute.cost_per_qaly };
        let regained = flow(&self.averted) / acute.cost_per_qaly;
        let social = flow(&self.social_qalys);
        let from = self.base.youngest;
        let used = self.used();
        let all_used = total(&used, from);
        for quintile in 0..QUINTILES {
            let used: f64 = (0..2).map(|sex| sum(&used[sex][quintile][from..])).sum();
            let own = if all_used > 0.0 { used / all_used } else { 0.0 };
            self.flows.add(self.ids.qalys, t, quintile, (regained - lost + social) * own);
            self.flows.add(self.ids.parts[1], t, quintile, -lost * own);
            self.flows.add(self.ids.parts[2], t, quintile, regained * own);
            self.flows.add(self.ids.parts[3], t, quintile, social * own);
        }
        // Deaths fall where people use hospitals and are near death: a bed lost costs the frail their life first.
        let dying = times(&used, &self.base.mortality);
        let each = (lost - regained) * acute.deaths_per_qaly / total(&dying, from).max(f64::MIN_POSITIVE);
        self.hospital_deaths(t, each, &dying, mortality);
        if t < self.years {
            self.beds(t, cut);
        }
    }

    /// Deaths that go with health lost or regained fall on cells by their hospital use and mortality, `each` times `dying`; the
    /// dead are followed as if alive.
    fn hospital_deaths(&mut self, t: usize, each: f64, dying: &Cells, mortality: &Cells) {
        let from = self.base.youngest;
        let mut rate = NO_CELLS;
        let mut care = Care::default();
        each_row(|sex, quintile| {
            let (survival, lived) = (&self.base.survival[sex][quintile], &self.base.lived[sex][quintile]);
            let per_resident = &self.base.per_resident[sex][quintile];
            let dead = &mut self.hospital_dead[sex][quintile];
            let (mut moved, mut missing) = ([0.0; AGES], [0.0; AGES]);
            for age in from..AGES {
                let own = each * dying[sex][quintile][age];
                let gone = dead[age];
                // Those already gone would have died some day: each death counts once, now instead of then.
                moved[age] = own - gone * (1.0 - survival[age]);
                missing[age] = gone * lived[age] + 0.5 * own;
                // Whoever dies in addition would have lived to the end of the year: ageing leaves all of them.
                dead[age] += own / survival[age];
                rate[sex][quintile][age] = mortality[sex][quintile][age] + own * per_resident[age];
            }
            let deaths = sum(&moved[from..]);
            self.flows.add(self.ids.deaths, t, quintile, deaths);
            self.flows.add(self.ids.parts[7], t, quintile, deaths);
            if self.part.at_a_glance {
                return;
            }
            let years = -sum(&missing[from..]);
            self.flows.add(self.ids.under_75, t, quintile, sum(&moved[from.min(PREMATURE)..PREMATURE]));
            self.flows.add(self.ids.life_years, t, quintile, years);
            self.flows.add(self.ids.parts[5], t, quintile, years);
            let use_rate = |measure: usize| &self.base.fixed.use_rate[measure][sex][quintile][from..];
            care.social[quintile] += dot(&missing[from..], &self.plan.costs.care_by_age[from..]);
            care.admissions += dot(&missing[from..], use_rate(0)) * self.base.demand;
            care.attendances += dot(&missing[from..], use_rate(2)) * self.base.demand;
        });
        if self.part.at_a_glance {
            return;
        }
        self.care_of_the_dead(t, &care);
        if t < self.years {
            self.count_life_expectancy(&rate);
        }
    }

    /// Care that the dead no longer need, under the same switch as the care of longer lives. Social care is a saving of the
    /// council; hospital care is room for others, and has its own line because the price of health in hospitals was
    /// measured with it: it buys no second health and never becomes cash.
    fn care_of_the_dead(&mut self, t: usize, care: &Care) {
        let all = self.years + TAIL;
        let (hospital, social) = self.plan.costs.added_life;
        if hospital {
            let acute = self.plan.acute;
            let pounds = care.admissions * acute.admission_gbp + care.attendances * acute.ae_gbp;
            self.ledger.add("nhs_hospital", CARE_OF_THE_DEAD, "capacity", t, pounds, all);
        }
        if social {
            let saved = care.social.map(|pounds| -pounds);
            self.flows.add_fifths(self.ids.social_care, t, &saved);
            self.flows.add_fifths(self.ids.parts[8], t, &saved);
            let pounds = care.social.iter().sum();
            self.ledger.add("council_adult_social_care", CARE_OF_THE_DEAD, "cost_avoided", t, pounds, all);
        }
    }

    /// Bed-days of each cell: where hospital care falls. Where the loss is taken to follow need, deaths.
    fn used(&self) -> Cells {
        let by = if self.plan.acute.loss_by_need { &self.base.mortality } else { &self.base.fixed.use_rate[1] };
        times(&self.base.residents, by)
    }

    /// Beds open follow the budget, beds in use follow need and what programmes avert.
    pub(super) fn beds(&mut self, t: usize, cut: f64) {
        let needed = product(&self.base.residents, &self.base.fixed.use_rate[1]) * self.base.demand;
        let growth = needed / self.bed_days_start;
        let start = self.plan.costs.occupancy_start;
        let in_use = self.bed_days_start * growth;
        let open = self.bed_days_start / start * growth;
        let moved = self.flows.list[self.ids.use_[1]].year(t);
        let closed = self.bed_days_start / start * cut / self.plan.acute_gbp;
        self.occupancy.push((in_use / open, (in_use + moved) / (open - closed)));
    }
}
