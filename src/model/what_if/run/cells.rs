//! Arithmetic on cells: sex, fifth, age.

use crate::model::tables::{Cells, NO_CELLS};
use crate::strata::QUINTILES;
pub(super) use crate::sums::{dot, sum};

/// Visits every sex and fifth.
#[inline]
pub(super) fn each_row(mut visit: impl FnMut(usize, usize)) {
    for sex in 0..2 {
        for quintile in 0..QUINTILES {
            visit(sex, quintile);
        }
    }
}

/// Sums over ages and sexes, by fifth.
pub(super) fn by_fifth(cells: &Cells) -> [f64; QUINTILES] {
    std::array::from_fn(|quintile| sum(&cells[0][quintile]) + sum(&cells[1][quintile]))
}

/// Sum of all cells from an age up.
pub(super) fn total(cells: &Cells, from: usize) -> f64 {
    cells.iter().flatten().map(|row| sum(&row[from..])).sum()
}

/// Products cell by cell.
pub(super) fn times(one: &Cells, other: &Cells) -> Cells {
    let mut cells = NO_CELLS;
    each_row(|sex, quintile| {
        let rows = one[sex][quintile].iter().zip(&other[sex][quintile]);
        cells[sex][quintile].iter_mut().zip(rows).for_each(|(value, (a, b))| *value = a * b);
    });
    cells
}

/// Sum of products of all cells.
pub(super) fn product(one: &Cells, other: &Cells) -> f64 {
    let mut total = 0.0;
    each_row(|sex, quintile| total += dot(&one[sex][quintile], &other[sex][quintile]));
    total
}
