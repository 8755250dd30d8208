//! Over which ages and sexes the people of a series are spread when they are counted.

use super::layout::{ADULT, Kind, splits_families};
use super::path::{Path, rows};
use crate::model::tables::{Cells, NO_CELLS};
use crate::model::what_if::plan::Plan;
use crate::strata::QUINTILES;

/// Share of the people served in each cell, adding to 1 in each fifth where anybody is: like the eligible residents.
#[must_use]
pub fn served(plan: &Plan<'_>, path: &Path, t: usize, component: usize, kind: Kind) -> Cells {
    let record = plan.components[component].record;
    let (mut low, mut high) = (record.ages.0 as usize, record.ages.1 as usize);
    if splits_families(plan, component) {
        match kind {
            Kind::Children => high = ADULT - 1,
            Kind::Adults => low = ADULT,
            _ => {}
        }
    }
    let position = match record.eligible_basis {
        "smokers" => plan.risks.position[0],
        "inactive" => plan.risks.position[1],
        "obese" => plan.risks.position[2],
        _ => None,
    };
    let sexes = if record.eligible_basis == "women_15_44" { 0..1 } else { 0..2 };
    let mut cells = NO_CELLS;
    for quintile in 0..QUINTILES {
        let mut total = 0.0;
        for sex in sexes.clone() {
            for age in low..=high {
                let share = position.map_or(1.0, |at| plan.ground.years[t].exposed[at][sex][quintile][age]);
                cells[sex][quintile][age] = path.residents[t][sex][quintile][age] * share;
                total += cells[sex][quintile][age];
            }
        }
        if total > 0.0 {
            sexes.clone().for_each(|sex| cells[sex][quintile].iter_mut().for_each(|value| *value /= total));
        }
    }
    cells
}

/// Makes cells add to 1 in each fifth; gives what they added to before.
pub fn normalise(cells: &mut Cells) -> [f64; QUINTILES] {
    let total: [f64; QUINTILES] = std::array::from_fn(|q| (0..2).map(|sex| cells[sex][q].iter().sum::<f64>()).sum());
    for (sex, quintile) in rows() {
        if total[quintile] > 0.0 {
            cells[sex][quintile].iter_mut().for_each(|value| *value /= total[quintile]);
        }
    }
    total
}
