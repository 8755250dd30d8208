//! People reached by programmes, and those in whom an effect lives this year.

use super::cells::{add_some, by_fifth, times};
use super::{Group, State};
use crate::inputs::evidence::Delivery;
use crate::model::tables::{Cells, NO_CELLS};
use crate::model::what_if::delivery::eligible_units;
use crate::model::what_if::effects::{Action, Resolved};
use crate::model::what_if::kernel::Timing;
use crate::model::what_if::money::{Room, free_units};
use crate::model::what_if::plan::Plan;
use crate::model::what_if::stock::{Ageing, Stock, add_scaled};
use crate::strata::QUINTILES;

/// Age at which a person of a family is no child any more.
const ADULT: usize = 18;

impl State<'_, '_> {
    /// Who is eligible, and how many of them are still to be served.
    pub(super) fn room(&self) -> Room {
        let plan = self.plan;
        let exposed = |id: &str| {
            let position = plan.tables.exposures.iter().position(|pattern| pattern.id == id)?;
            Some(times(&self.base.residents, self.base.exposed.get(position)?))
        };
        let eligible: Vec<[f64; QUINTILES]> = plan
            .components
            .iter()
            .map(|component| {
                eligible_units(component.record, &component.reach, &self.base.residents, exposed, plan.household)
            })
            .collect();
        let free = eligible
            .iter()
            .zip(&plan.components)
            .enumerate()
            .map(|(index, (eligible, component))| {
                free_units(component.record.delivery, eligible, &self.taken_in(index))
            })
            .collect();
        Room { eligible, free }
    }

    /// Units already served: homes treated, or people in whom a course still works. People who try to quit may try again.
    pub(super) fn taken_in(&self, index: usize) -> [f64; QUINTILES] {
        let component = &self.plan.components[index];
        let again = component.effects.iter().any(|effect| matches!(effect.action, Action::Quits(_)));
        if component.record.delivery != Delivery::Course || again {
            return self.taken[index];
        }
        let own = self.groups.iter().filter(|group| group.component == index && group.awake);
        own.map(|group| by_fifth(&group.now).map(|people| people / component.reach.people_per_unit))
            .fold([0.0; QUINTILES], |most, people| std::array::from_fn(|q| most[q].max(people[q])))
    }

    /// Spreads people over the ages and sexes a component serves, like its eligible residents; where it serves families,
    /// children and adults each like those of their age.
    pub(super) fn spread(&self, index: usize, people: &[f64; QUINTILES]) -> Cells {
        let component = self.plan.components[index].record;
        let (low, high) = (component.ages.0 as usize, component.ages.1 as usize);
        match self.plan.components[index].reach.children {
            Some(children) if low < ADULT && high >= ADULT => {
                let mut cells = self.spread_over(index, &people.map(|all| all * children), (low, ADULT - 1));
                let adults = self.spread_over(index, &people.map(|all| all * (1.0 - children)), (ADULT, high));
                add_scaled(&mut cells, &adults, 1.0);
                cells
            }
            _ => self.spread_over(index, people, (low, high)),
        }
    }

    fn spread_over(&self, index: usize, people: &[f64; QUINTILES], (low, high): (usize, usize)) -> Cells {
        let component = self.plan.components[index].record;
        let women_only = component.eligible_basis == "women_15_44";
        let position = match component.eligible_basis {
            "smokers" => self.plan.risks.position[0],
            "inactive" => self.plan.risks.position[1],
            "obese" => self.plan.risks.position[2],
            _ => None,
        };
        let mut cells = NO_CELLS;
        for quintile in 0..QUINTILES {
            let weight = |sex: usize, age: usize| {
                let share = position.map_or(1.0, |at| self.base.exposed[at][sex][quintile][age]);
                if women_only && sex == 1 { 0.0 } else { self.base.residents[sex][quintile][age] * share }
            };
            let total: f64 = (0..2).map(|sex| (low..=high).map(|age| weight(sex, age)).sum::<f64>()).sum();
            if total <= 0.0 || people[quintile] <= 0.0 {
                continue;
            }
            for sex in 0..2 {
                for age in low..=high {
                    cells[sex][quintile][age] = people[quintile] * weight(sex, age) / total;
                }
            }
        }
        cells
    }

    pub(super) fn start_people(&mut self, people: &[Option<Cells>]) {
        let ageing = self.survival.as_ref().map(|survival| Ageing { survival, youngest: self.youngest });
        for group in &mut self.groups {
            let starting = people[group.component].as_ref();
            group.awake |= starting.is_some();
            if group.awake {
                group.stock.year(starting, ageing);
                group.now = group.stock.in_effect();
            }
        }
        let plan = self.plan;
        let mut quitters: Option<Cells> = None;
        let mut active: Option<Cells> = None;
        let mut bmi: Option<Cells> = None;
        for (index, component) in plan.components.iter().enumerate() {
            for effect in &component.effects {
                match effect.action {
                    Action::Quits(share) => add_some(&mut quitters, people[index], share),
                    Action::Active(share) => add_some(&mut active, self.in_effect(index, effect), share),
                    Action::Bmi(change) => add_some(&mut bmi, self.in_effect(index, effect), -change),
                    _ => {}
                }
            }
        }
        self.changed.year(quitters, active, bmi, ageing);
    }

    pub(super) fn is_awake(&self, component: usize) -> bool {
        self.groups.iter().any(|group| group.component == component && group.awake)
    }

    /// People in whom an effect is alive this year; `None` if the component never reached anybody.
    pub(super) fn in_effect(&self, component: usize, effect: &Resolved) -> Option<Cells> {
        let of = |group: &&Group| group.component == component && group.timing == effect.timing;
        let mut cells = self.groups.iter().find(of).filter(|group| group.awake)?.now;
        let weights = &self.plan.components[component].reach.effect_weights;
        for sex in 0..2 {
            for quintile in 0..QUINTILES {
                let row = &mut cells[sex][quintile];
                if !effect.sexes[sex] {
                    row.fill(0.0);
                    continue;
                }
                row[..effect.ages.0].fill(0.0);
                row[effect.ages.1 + 1..].fill(0.0);
                row[effect.ages.0..=effect.ages.1].iter_mut().for_each(|value| *value *= weights[quintile]);
            }
        }
        Some(cells)
    }

    pub(super) fn people_in_effect(&self, component: usize, effect: &Resolved) -> [f64; QUINTILES] {
        self.in_effect(component, effect).map_or([0.0; QUINTILES], |cells| by_fifth(&cells))
    }
}

pub(super) fn groups(plan: &Plan<'_>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (index, component) in plan.components.iter().enumerate() {
        for effect in &component.effects {
            if groups.iter().any(|group| group.component == index && group.timing == effect.timing) {
                continue;
            }
            let stock = Stock::new(component.record.delivery, effect.timing, component.build_up);
            groups.push(Group { component: index, timing: effect.timing, stock, awake: false, now: NO_CELLS });
        }
    }
    groups
}

/// How long extra quitters stay extra: from the effect that makes them.
pub(super) fn quits(plan: &Plan<'_>) -> Option<Timing> {
    let mut effects = plan.components.iter().flat_map(|component| &component.effects);
    effects.find(|effect| matches!(effect.action, Action::Quits(_))).map(|effect| effect.timing)
}

/// People who started this year, by fifth.
pub(super) fn started(people: &Option<Cells>) -> [f64; QUINTILES] {
    people.as_ref().map_or([0.0; QUINTILES], by_fifth)
}
