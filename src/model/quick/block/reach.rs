//! Money to people, and people in whom effects live.

use std::ops::Range;

use super::{Block, Eight};
use crate::model::quick::lanes::{NONE, Singles, add, double, each, in_lanes, is_zero, product, scaled, single};
use crate::model::quick::layout::Kind;
use crate::model::quick::lot::Lot;
use crate::strata::QUINTILES;

impl Block<'_> {
    /// Money to people.
    pub(super) fn deliver(&mut self, eight: Eight<'_, '_>, t: usize) {
        self.wait_for_courses(t);
        let waiting = &self.waiting;
        let in_course = |component: usize| waiting[component].each_ref().map(double);
        let people = self.tills.year(eight.plans, self.shared.bases, t, &eight.lot.demand[t], in_course);
        self.reached.iter_mut().zip(people).for_each(|(reached, people)| reached[t] = people);
        (0..self.reached.len()).for_each(|component| self.sow(eight, component, t));
    }

    /// People in whom a course still works after the year before `t`, whatever their age: the most of any of its effects.
    fn wait_for_courses(&mut self, t: usize) {
        let Some(before) = t.checked_sub(1) else { return };
        let layout = self.shared.layout;
        for line in &layout.lines {
            let component = line.component;
            let nobody = self.spells[layout.of_component[component].clone()].iter().all(Range::is_empty);
            if nobody || !self.shared.bases.waits_for_course(component) {
                continue;
            }
            for (quintile, most) in self.waiting[component].iter_mut().enumerate() {
                let mut all = NONE;
                for there in &self.there[line.streams.clone()] {
                    if let Some(people) = there.get(before) {
                        add(&mut all, &people[quintile]);
                    }
                }
                if line.effect == 0 {
                    *most = NONE;
                }
                in_lanes!(lane => most[lane] = if all[lane] > most[lane] { all[lane] } else { most[lane] });
            }
        }
    }

    /// Counts the people that a year's money reached.
    fn sow(&mut self, eight: Eight<'_, '_>, component: usize, t: usize) {
        let layout = self.shared.layout;
        let first = layout.of_component[component].start;
        let kind = layout.series[first].kind;
        let nobody = self.reached[component][t].iter().all(is_zero);
        if nobody && (kind != Kind::Now || self.spells[first].is_empty()) {
            return;
        }
        let children = || each(|lane| eight.plans[lane].components[component].reach.children.unwrap_or(1.0));
        for quintile in 0..QUINTILES {
            let own = self.reached[component][t][quintile];
            match kind {
                Kind::Now => self.support(component, t, quintile, &single(&own)),
                Kind::Children => {
                    let children = children();
                    self.people[first][t][quintile] = single(&product(&own, &children));
                    self.people[first + 1][t][quintile] = single(&each(|lane| own[lane] * (1.0 - children[lane])));
                }
                _ => self.people[first][t][quintile] = single(&own),
            }
        }
        self.note_people(component, t);
    }

    /// Places of a year: who stays, who begins, who is gone.
    fn support(&mut self, component: usize, t: usize, quintile: usize, places: &Singles) {
        let first = self.shared.layout.of_component[component].start;
        let before = if t > 0 { self.people[first][t - 1][quintile] } else { NONE };
        let [stay, grow] = self.shared.mix.stay[component][t].map(|share| share[quintile]);
        #[allow(clippy::cast_possible_truncation)] // seven digits are more than the method has
        let [stay, grow, leave] = [stay, grow, 1.0 - stay].map(|share| share as f32);
        let (mut begun, mut more, mut lost) = (NONE, NONE, NONE);
        in_lanes!(lane => {
            let free = places[lane] - before[lane] * stay;
            if free > 0.0 {
                // More places are filled like all places; the others by whoever has come of age.
                more[lane] = places[lane] - before[lane];
                begun[lane] = before[lane] * leave;
            } else {
                lost[lane] = -free;
            }
        });
        let own = [*places, begun, more, scaled(&before, grow), lost];
        own.into_iter().zip(first..).for_each(|(own, series)| self.people[series][t][quintile] = own);
    }

    /// Support ends with the horizon.
    pub(super) fn end_support(&mut self) {
        let layout = self.shared.layout;
        for component in 0..self.reached.len() {
            let first = layout.of_component[component].start;
            if layout.series[first].kind == Kind::Now && !self.spells[first].is_empty() {
                let years = self.shared.footing.path.years;
                (0..QUINTILES).for_each(|quintile| self.support(component, years, quintile, &NONE));
                self.note_people(component, years);
            }
        }
    }

    /// Notes in which series of a component there is anybody this year, in any of the eight.
    fn note_people(&mut self, component: usize, t: usize) {
        for series in self.shared.layout.of_component[component].clone() {
            if self.people[series][t].iter().any(|people| !is_zero(people)) {
                let spell = &mut self.spells[series];
                let from = if spell.start < spell.end { spell.start } else { t };
                *spell = from..t + 1;
            }
        }
    }

    /// People of any age in whom a course works this year, where that decides who can begin another. The most of any effect is
    /// wanted: effects that come and go alike need to be followed once.
    pub(super) fn live_on(&mut self, lot: &Lot, stream: usize, moment: usize) {
        let layout = self.shared.layout;
        let own = layout.streams[stream];
        let waits = self.shared.bases.waits_for_course(layout.lines[own.line].component);
        if !self.is_used(stream) || !waits || lot.repeats(layout, stream) {
            return;
        }
        let people = (&self.people[own.series], &self.spells[own.series]);
        let per_person = &self.shared.mix.yields[stream].people;
        let there = &mut self.there[stream];
        there.resize(per_person.len(), [NONE; QUINTILES]);
        if let (Some(there), Some(each)) = (there.get_mut(moment), per_person.get(moment)) {
            lot.kernel(stream).answer(people, each, &self.shared.footing.clock.span(moment), there);
        }
    }
}
