//! Money to people, and people in whom effects live.

use super::{Block, Eight, Table};
use crate::model::quick::delivery::Till;
use crate::model::quick::lanes::LANES;
use crate::model::quick::layout::{Kind, Layout};
use crate::model::quick::lot::Lot;
use crate::model::quick::mix::ByFifth;
use crate::model::what_if::plan::Plan;
use crate::strata::QUINTILES;

impl Block<'_> {
    /// Money to people.
    pub(super) fn deliver(&mut self, eight: Eight<'_, '_>, t: usize) {
        for lane in 0..LANES {
            let plan = eight.plans[lane];
            let units = {
                let (there, layout) = (&self.there, self.shared.layout);
                let in_course = |component: usize| in_course(there, layout, (component, t), lane);
                let till: &mut Till = &mut self.tills[lane];
                till.year(plan, self.shared.bases, t, eight.lot.demand[t][lane], in_course)
            };
            for (component, units) in units.iter().enumerate() {
                let people = units.map(|units| units * plan.components[component].reach.people_per_unit);
                self.sow(plan, component, (t, lane), &people);
            }
        }
    }

    fn sow(&mut self, plan: &Plan<'_>, component: usize, (t, lane): (usize, usize), people: &ByFifth) {
        let first = self.shared.layout.of_component[component].start;
        for quintile in 0..QUINTILES {
            let own = people[quintile];
            self.reached[component][t][quintile][lane] = own;
            match self.shared.layout.series[first].kind {
                Kind::Now => self.support(component, t, (lane, quintile), own),
                Kind::Children => {
                    let children = plan.components[component].reach.children.unwrap_or(1.0);
                    self.people[first][t][quintile][lane] = own * children;
                    self.people[first + 1][t][quintile][lane] = own * (1.0 - children);
                }
                _ => self.people[first][t][quintile][lane] = own,
            }
        }
    }

    /// Places of a year: who stays, who begins, who is gone.
    fn support(&mut self, component: usize, t: usize, (lane, quintile): (usize, usize), places: f64) {
        let first = self.shared.layout.of_component[component].start;
        let before = if t > 0 { self.people[first][t - 1][quintile][lane] } else { 0.0 };
        let [stay, grow] = self.shared.mix.stay[component][t].map(|share| share[quintile]);
        let there = before * stay;
        let begun = (places - there).max(0.0);
        // More places are filled like all places; the others by whoever has come of age.
        let more = if begun > 0.0 { places - before } else { 0.0 };
        self.people[first][t][quintile][lane] = places;
        self.people[first + 1][t][quintile][lane] = begun - more;
        self.people[first + 2][t][quintile][lane] = more;
        self.people[first + 3][t][quintile][lane] = before * grow;
        self.people[first + 4][t][quintile][lane] = (there - places).max(0.0);
    }

    /// Support ends with the horizon.
    pub(super) fn end_support(&mut self) {
        let years = self.shared.footing.path.years;
        for component in 0..self.reached.len() {
            if self.shared.layout.series[self.shared.layout.of_component[component].start].kind == Kind::Now {
                for lane in 0..LANES {
                    (0..QUINTILES).for_each(|quintile| self.support(component, years, (lane, quintile), 0.0));
                }
            }
        }
    }

    /// People of any age in whom a course works this year.
    pub(super) fn live_on(&mut self, lot: &Lot, stream: usize, moment: usize) {
        if !self.is_used(stream) {
            return;
        }
        let people = &self.people[self.shared.layout.streams[stream].series];
        let per_person = self.shared.mix.yields[stream].people.get(moment);
        if let (Some(there), Some(each)) = (self.there[stream].get_mut(moment), per_person) {
            lot.kernels[stream].answer(people, each, &self.shared.footing.clock.span(moment), there);
        }
    }
}

/// People in whom a course still works after the year before `t`, whatever their age.
fn in_course(there: &[Table], layout: &Layout, (component, t): (usize, usize), lane: usize) -> ByFifth {
    let mut most = [0.0; QUINTILES];
    if t == 0 {
        return most;
    }
    for line in layout.lines.iter().filter(|line| line.component == component) {
        for (quintile, most) in most.iter_mut().enumerate() {
            let of = |stream: usize| there[stream].get(t - 1).map_or(0.0, |people| people[quintile][lane]);
            *most = line.streams.clone().map(of).sum::<f64>().max(*most);
        }
    }
    most
}
