//! People reached by programmes, and those in whom an effect lives this year.

use super::State;
use super::cells::{by_fifth, sum, times};
use crate::inputs::evidence::Delivery;
use crate::model::tables::{Cells, NO_CELLS};
use crate::model::what_if::delivery::{Room, basis_units};
use crate::model::what_if::effects::{Action, Resolved};
use crate::model::what_if::kernel::Timing;
use crate::model::what_if::money::free_units;
use crate::model::what_if::plan::Plan;
use crate::model::what_if::stock::{Ageing, Stock, add_scaled};
use crate::strata::QUINTILES;

/// People in effect of one component under one timing.
pub(super) struct Group {
    component: usize,
    timing: Timing,
    stock: Stock,
    /// False until anybody was ever reached: nothing to carry yet.
    awake: bool,
    /// True once the effect is over for good.
    over: bool,
}

/// One row of the people in whom an effect lives: only the ages and the sex it works in.
pub(super) struct Alive<'g> {
    pub(super) sex: usize,
    pub(super) quintile: usize,
    /// Relative size of the effect in this fifth.
    pub(super) weight: f64,
    /// First age of the slices.
    pub(super) from: usize,
    pub(super) people: &'g [f64],
    /// 1 over residents.
    pub(super) per_resident: &'g [f64],
}

impl<'g> Alive<'g> {
    /// People as shares of residents, by age.
    #[inline]
    pub(super) fn shares(&self) -> impl Iterator<Item = f64> + use<'g> {
        self.people.iter().zip(self.per_resident).map(|(people, per)| people * per)
    }
}

/// Age at which a person of a family is no child any more.
const ADULT: usize = 18;

impl State<'_, '_> {
    /// Who is eligible, and how many of them are still to be served.
    pub(super) fn rooms(&self) -> Vec<Room<1>> {
        let plan = self.plan;
        let exposed = |id: &str| {
            let position = plan.tables.exposures.iter().position(|pattern| pattern.id == id)?;
            Some(times(&self.base.residents, self.base.fixed.exposed.get(position)?))
        };
        // Many components share a basis: each is counted once.
        let mut known: Vec<(&str, [f64; QUINTILES])> = Vec::new();
        let mut rooms = Vec::with_capacity(plan.components.len());
        for (index, component) in plan.components.iter().enumerate() {
            let basis = component.record.eligible_basis;
            let found = known.iter().find(|(name, _)| *name == basis).map(|(_, units)| *units);
            let units = found.unwrap_or_else(|| basis_units(basis, &self.base.residents, exposed, plan.household));
            known.push((basis, units));
            let eligible = units.map(|units| [units * component.reach.eligible]);
            let taken = self.taken_in(index).map(|units| [units]);
            let free = free_units(component.record.delivery, &eligible, &taken);
            rooms.push(Room { eligible, free });
        }
        rooms
    }

    /// Units already served: homes treated, or people in whom a course still works. People who try to quit may try again.
    fn taken_in(&self, index: usize) -> [f64; QUINTILES] {
        let component = &self.plan.components[index];
        let again = component.effects.iter().any(|effect| matches!(effect.action, Action::Quits(_)));
        if component.record.delivery != Delivery::Course || again {
            return self.taken[index];
        }
        let own = self.groups.iter().filter(|group| group.component == index && group.awake);
        own.map(|group| by_fifth(group.stock.in_effect()).map(|people| people / component.reach.people_per_unit))
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
                add_scaled(&mut cells, &adults, 1.0, ADULT);
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
        let sexes = if women_only { 0..1 } else { 0..2 };
        for quintile in (0..QUINTILES).filter(|quintile| people[*quintile] > 0.0) {
            let mut total = 0.0;
            for sex in sexes.clone() {
                let row = &mut cells[sex][quintile][low..=high];
                row.copy_from_slice(&self.base.residents[sex][quintile][low..=high]);
                if let Some(at) = position {
                    let shares = &self.base.fixed.exposed[at][sex][quintile][low..=high];
                    row.iter_mut().zip(shares).for_each(|(value, share)| *value *= share);
                }
                total += sum(row);
            }
            let each = if total > 0.0 { people[quintile] / total } else { 0.0 };
            for sex in sexes.clone() {
                cells[sex][quintile][low..=high].iter_mut().for_each(|value| *value *= each);
            }
        }
        cells
    }

    pub(super) fn start_people(&mut self, people: &[Option<Box<Cells>>]) {
        let youngest = self.base.youngest;
        let ageing = self.survival.as_ref().map(|survival| Ageing { survival, youngest });
        for group in &mut self.groups {
            let starting = people[group.component].as_deref();
            group.awake |= starting.is_some();
            if group.awake && (!group.over || starting.is_some()) {
                group.stock.year(starting, ageing);
                group.over = group.stock.is_over();
            }
        }
        let mut quitters: Option<Box<Cells>> = None;
        let mut active: Option<Box<Cells>> = None;
        let mut bmi: Option<Box<Cells>> = None;
        for (index, component) in self.plan.components.iter().enumerate() {
            for effect in &component.effects {
                match effect.action {
                    Action::Quits(share) => {
                        if let Some(people) = &people[index] {
                            let total = quitters.get_or_insert_with(|| Box::new(NO_CELLS));
                            add_scaled(total, people, share, 0);
                        }
                    }
                    Action::Active(share) => self.gather(&mut active, index, effect, share),
                    Action::Bmi(change) => self.gather(&mut bmi, index, effect, -change),
                    _ => {}
                }
            }
        }
        self.changed.year(quitters, active, bmi, ageing);
    }

    /// Adds people in effect, times `factor`, to cells that stay absent while there are none.
    pub(super) fn gather(&self, total: &mut Option<Box<Cells>>, component: usize, effect: &Resolved, factor: f64) {
        self.each_alive(component, effect, |row| {
            let cells = total.get_or_insert_with(|| Box::new(NO_CELLS));
            let own = &mut cells[row.sex][row.quintile][row.from..];
            own.iter_mut().zip(row.people).for_each(|(value, people)| *value += factor * row.weight * people);
        });
    }

    pub(super) fn is_awake(&self, component: usize) -> bool {
        self.groups.iter().any(|group| group.component == component && group.awake)
    }

    /// Visits the rows of the people in whom an effect is alive this year; none if the component never reached anybody.
    pub(super) fn each_alive(&self, component: usize, effect: &Resolved, mut visit: impl FnMut(Alive<'_>)) {
        let of = |group: &&Group| group.component == component && group.timing == effect.timing;
        let Some(group) = self.groups.iter().find(of).filter(|group| group.awake && !group.over) else { return };
        let from = effect.ages.0.max(self.base.youngest);
        if from > effect.ages.1 {
            return;
        }
        let weights = &self.plan.components[component].reach.effect_weights;
        for sex in (0..2).filter(|sex| effect.sexes[*sex]) {
            for quintile in 0..QUINTILES {
                visit(Alive {
                    sex,
                    quintile,
                    weight: weights[quintile],
                    from,
                    people: &group.stock.in_effect()[sex][quintile][from..=effect.ages.1],
                    per_resident: &self.base.per_resident[sex][quintile][from..=effect.ages.1],
                });
            }
        }
    }

    pub(super) fn people_in_effect(&self, component: usize, effect: &Resolved) -> [f64; QUINTILES] {
        let mut total = [0.0; QUINTILES];
        self.each_alive(component, effect, |row| total[row.quintile] += row.weight * sum(row.people));
        total
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
            groups.push(Group { component: index, timing: effect.timing, stock, awake: false, over: false });
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
pub(super) fn started(people: &Option<Box<Cells>>) -> [f64; QUINTILES] {
    people.as_deref().map_or([0.0; QUINTILES], by_fifth)
}
