//! Arithmetic on cells: sex, fifth, age.

use crate::model::tables::{Cells, NO_CELLS};
use crate::model::what_if::stock::add_scaled;
use crate::strata::QUINTILES;

pub(super) fn add(total: &mut Option<Cells>, cells: &Cells, factor: f64) {
    add_scaled(total.get_or_insert(NO_CELLS), cells, factor);
}

pub(super) fn add_some(total: &mut Option<Cells>, cells: Option<Cells>, factor: f64) {
    if let Some(cells) = cells {
        add(total, &cells, factor);
    }
}

pub(super) fn by_fifth(cells: &Cells) -> [f64; QUINTILES] {
    std::array::from_fn(|quintile| (0..2).map(|sex| cells[sex][quintile].iter().sum::<f64>()).sum())
}

pub(super) fn times(one: &Cells, other: &Cells) -> Cells {
    let mut cells = *one;
    for (value, factor) in cells.iter_mut().flatten().flatten().zip(other.iter().flatten().flatten()) {
        *value *= factor;
    }
    cells
}

pub(super) fn divide(one: &Cells, other: &Cells) -> Cells {
    let mut cells = *one;
    for (value, whole) in cells.iter_mut().flatten().flatten().zip(other.iter().flatten().flatten()) {
        *value = if *whole > 0.0 { *value / whole } else { 0.0 };
    }
    cells
}

pub(super) fn product(one: &Cells, other: &Cells) -> f64 {
    one.iter().flatten().flatten().zip(other.iter().flatten().flatten()).map(|(a, b)| a * b).sum()
}
