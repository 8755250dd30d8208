//! Arithmetic on cells: sex, fifth, age.

use crate::model::tables::{Cells, NO_CELLS};
use crate::strata::QUINTILES;

/// Sums run in this many lanes side by side, in the same order on every machine.
const LANES: usize = 4;

/// Visits every sex and fifth.
#[inline]
pub(super) fn each_row(mut visit: impl FnMut(usize, usize)) {
    for sex in 0..2 {
        for quintile in 0..QUINTILES {
            visit(sex, quintile);
        }
    }
}

/// Sum of products of two rows.
#[inline]
pub(super) fn dot(one: &[f64], other: &[f64]) -> f64 {
    let mut lanes = [0.0; LANES];
    let (a, b) = (one.chunks_exact(LANES), other.chunks_exact(LANES));
    let rest: f64 = a.remainder().iter().zip(b.remainder()).map(|(x, y)| x * y).sum();
    for (a, b) in a.zip(b) {
        for lane in 0..LANES {
            lanes[lane] += a[lane] * b[lane];
        }
    }
    (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]) + rest
}

/// Sum of a row.
#[inline]
pub(super) fn sum(row: &[f64]) -> f64 {
    let mut lanes = [0.0; LANES];
    let chunks = row.chunks_exact(LANES);
    let rest: f64 = chunks.remainder().iter().sum();
    for chunk in chunks {
        for lane in 0..LANES {
            lanes[lane] += chunk[lane];
        }
    }
    (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]) + rest
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
