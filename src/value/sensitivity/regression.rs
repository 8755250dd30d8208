//! Least squares: the mean of several results given a few columns, with the noise of that mean.

use nalgebra::{Cholesky, DMatrix, DVector, Dyn};

/// A column whose own part, after the columns before it, is less than this share of it says nothing new.
const NOTHING_NEW: f64 = 1e-8;

/// A regression of results on a constant and columns.
#[derive(Debug, Clone)]
pub struct Regression {
    /// Rows by columns, the constant first.
    design: DMatrix<f64>,
    factor: Cholesky<f64, Dyn>,
}

impl Regression {
    /// On these columns, each standardised and as long as the results. Columns that follow from those before them are left
    /// out.
    ///
    /// `None` if there are not at least two more rows than columns.
    #[must_use]
    pub fn new(columns: &[Vec<f64>], rows: usize) -> Option<Regression> {
        let mut kept: Vec<&[f64]> = Vec::new();
        let ones = vec![1.0; rows];
        kept.push(&ones);
        let mut basis: Vec<Vec<f64>> = vec![ones.clone()];
        for column in columns.iter().filter(|column| column.len() == rows) {
            let rest = without(column, &basis);
            if dot(&rest, &rest) > NOTHING_NEW * dot(column, column) {
                kept.push(column);
                basis.push(rest);
            }
        }
        if rows < kept.len() + 2 {
            return None;
        }
        let design = DMatrix::from_fn(rows, kept.len(), |row, column| kept[column][row]);
        let factor = Cholesky::new(design.tr_mul(&design))?;
        Some(Regression { design, factor })
    }

    /// Columns without the constant.
    #[must_use]
    pub fn terms(&self) -> usize {
        self.design.ncols() - 1
    }

    /// The part of results that the columns explain: their projection on the columns.
    #[must_use]
    pub fn fitted(&self, results: &[f64]) -> Vec<f64> {
        let right = self.design.tr_mul(&DVector::from_column_slice(results));
        (&self.design * self.factor.solve(&right)).as_slice().to_vec()
    }
}

/// What is left of a column after its projection on columns at right angles to each other.
fn without(column: &[f64], basis: &[Vec<f64>]) -> Vec<f64> {
    let mut rest = column.to_vec();
    for other in basis {
        let share = dot(&rest, other) / dot(other, other);
        rest.iter_mut().zip(other).for_each(|(value, other)| *value -= share * other);
    }
    rest
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
