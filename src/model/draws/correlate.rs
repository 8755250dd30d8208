//! Figures that belong together: the same strata, in an order that makes their ranks go together.
//!
//! A Gaussian copula by the method of Iman and Conover (1982), block by block. The normal scores of the members' own
//! shuffles are mixed by Cholesky factors, first of their chance correlation (to take it out), then of the wanted one; each
//! member's strata are then put in the order of its mixed scores. Each member keeps every stratum once, so its own
//! distribution does not move at all, and the first member keeps even its order.

use nalgebra::{Cholesky, DMatrix, DVector};

use crate::model::draws::normal;
use crate::model::draws::strata::BLOCK;

/// A group of columns and the factor of their wanted correlation.
#[derive(Debug, Clone)]
pub struct Group {
    /// Columns of the draws, in the order of the matrix.
    pub columns: Vec<usize>,
    factor: DMatrix<f64>,
}

impl Group {
    /// Of these columns with this correlation matrix; `None` if it is not positive definite.
    #[must_use]
    pub fn new(columns: Vec<usize>, matrix: &[Vec<f64>]) -> Option<Group> {
        let size = columns.len();
        let matrix = DMatrix::from_fn(size, size, |row, column| matrix[row][column]);
        Some(Group { columns, factor: Cholesky::new(matrix)?.l() })
    }

    /// Puts the strata of the members (one list of [`BLOCK`] each, by row) in correlated order.
    pub fn reorder(&self, strata: &mut [Vec<usize>], scores: &[f64]) {
        let size = self.columns.len();
        let own = DMatrix::from_fn(size, BLOCK, |member, row| scores[strata[self.columns[member]][row]]);
        #[allow(clippy::cast_precision_loss)] // 250
        let chance = &own * own.transpose() / own.row(0).norm_squared();
        // Independent shuffles of 250 are never near to being the same; if they were, their order would stay.
        let Some(chance) = Cholesky::new(chance) else { return };
        let mut mixed = own;
        for row in 0..BLOCK {
            let mut column = DVector::from_column_slice(mixed.column(row).as_slice());
            chance.l_dirty().solve_lower_triangular_mut(&mut column);
            mixed.set_column(row, &(&self.factor * column));
        }
        for (member, column) in self.columns.iter().enumerate().skip(1) {
            let mut order: Vec<usize> = (0..BLOCK).collect();
            order.sort_by(|one, other| mixed[(member, *one)].total_cmp(&mixed[(member, *other)]));
            for (stratum, row) in order.into_iter().enumerate() {
                strata[*column][row] = stratum;
            }
        }
    }
}

/// The normal score of the middle of each stratum.
#[must_use]
#[allow(clippy::cast_precision_loss)] // 250
pub fn scores() -> Vec<f64> {
    (0..BLOCK).map(|stratum| normal::quantile((stratum as f64 + 0.5) / BLOCK as f64)).collect()
}
