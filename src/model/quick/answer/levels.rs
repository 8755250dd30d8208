//! Expectancies and beds of eight futures, by year of the horizon.

use crate::model::quick::block::{Block, Eight};
use crate::model::quick::lanes::{Lanes, ZERO, add, add_product, add_scaled, double, each, scaled, take_product};
use crate::strata::QUINTILES;

use super::Sheet;

/// What is a level, not a sum.
#[derive(Debug, Clone)]
pub struct Levels {
    /// Change of life expectancy at birth by year and sex.
    pub life: Vec<[Lanes; 2]>,
    /// The same of healthy life expectancy; `None` where none is published.
    pub healthy: Vec<Option<[Lanes; 2]>>,
    /// Change of the share of beds in use.
    pub occupancy: Vec<Lanes>,
}

impl Levels {
    /// Reads them; `bed_days` is the quantity of that name.
    pub(super) fn new(block: &Block<'_>, eight: Eight<'_, '_>, bed_days: Option<&Sheet>) -> Levels {
        let years = 0..block.clock().years;
        Levels {
            life: years.clone().map(|t| [0, 1].map(|sex| life(block, sex, t))).collect(),
            healthy: years.clone().map(|t| healthy(block, eight, t)).collect(),
            occupancy: years.map(|t| occupancy(block, eight, bed_days, t)).collect(),
        }
    }
}

fn expectancy(block: &Block<'_>, sex: usize, t: usize, kind: usize) -> Lanes {
    let mut all = ZERO;
    (0..QUINTILES).for_each(|q| add(&mut all, &double(&block.expectancy[sex * QUINTILES + q][t][kind])));
    all
}

fn life(block: &Block<'_>, sex: usize, t: usize) -> Lanes {
    let mut years = expectancy(block, sex, t, 0);
    let per_death = block.shared.footing.hospital_expectancy[t][sex][0];
    add_scaled(&mut years, &block.balance.deaths[t], per_death);
    years
}

fn healthy(block: &Block<'_>, eight: Eight<'_, '_>, t: usize) -> Option<[Lanes; 2]> {
    block.shared.footing.healthy.then(|| {
        [0, 1].map(|sex| {
            let mut years = expectancy(block, sex, t, 1);
            let per_death = block.shared.footing.hospital_expectancy[t][sex][1];
            add_scaled(&mut years, &block.balance.deaths[t], per_death);
            for (lost, case) in block.healthy.iter().zip(&eight.lot.prices.case) {
                add_product(&mut years, &double(&lost[sex][t]), &case[0]);
            }
            for q in 0..QUINTILES {
                take_product(&mut years, block.diabetes(t, q, 7 + sex), &eight.lot.prices.diabetes[0]);
            }
            years
        })
    })
}

/// Share of beds in use: scenario minus baseline.
fn occupancy(block: &Block<'_>, eight: Eight<'_, '_>, bed_days: Option<&Sheet>, t: usize) -> Lanes {
    let plan = eight.plans[0];
    let ground = &block.shared.footing.bed_days;
    let in_use = scaled(&eight.lot.demand[t], ground[t]);
    let moved = bed_days.map_or(ZERO, |sheet| sheet.year(t));
    each(|lane| {
        let start = eight.lot.prices.occupancy_start[lane];
        let open = in_use[lane] / start;
        let cut = block.tills.money[lane][t].cut;
        let closed = ground[0] / start * cut / plan.acute_gbp;
        (in_use[lane] + moved[lane]) / (open - closed) - in_use[lane] / open
    })
}
