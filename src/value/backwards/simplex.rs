//! A linear programme solved exactly: the simplex method on a dense table, in two phases.
//!
//! Small problems only (a few dozen rows, a few hundred columns). Deterministic: the same problem takes the same steps, with
//! nothing but sums, products and quotients, so native and WebAssembly runs agree bit for bit.

/// Anything smaller counts as 0; coefficients are expected to be of the order of 1.
const TINY: f64 = 1e-9;
/// Steps after which the rule that cannot cycle is used.
const PATIENCE: usize = 400;
/// Steps after which a problem is given up; no problem of this size takes a tenth of them.
const MOST_STEPS: usize = 20_000;

/// One row: the sum of coefficients times columns is at least a bound.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// One coefficient per column.
    pub coefficients: Vec<f64>,
    /// The bound.
    pub at_least: f64,
}

/// Find columns of 0 or more that meet every row at the least cost.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Problem {
    /// Cost of one unit of each column.
    pub cost: Vec<f64>,
    /// Rows.
    pub rows: Vec<Row>,
}

/// The cheapest columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Solution {
    /// Value of each column.
    pub columns: Vec<f64>,
    /// Their cost.
    pub cost: f64,
    /// Price of each row: what one more unit of its bound adds to the cost; 0 where the row does not bind.
    pub prices: Vec<f64>,
}

impl Problem {
    /// The cheapest columns; `None` if nothing meets all rows, or if the cost has no bottom.
    ///
    /// ```
    /// use headwater::value::backwards::simplex::{Problem, Row};
    /// // Two programmes that give 3 and 2 a pound; at least 12, of the first at most 2.
    /// let problem = Problem {
    ///     cost: vec![1.0, 1.0],
    ///     rows: vec![
    ///         Row { coefficients: vec![3.0, 2.0], at_least: 12.0 },
    ///         Row { coefficients: vec![-1.0, 0.0], at_least: -2.0 },
    ///     ],
    /// };
    /// let best = problem.solve().unwrap();
    /// assert_eq!(best.columns, [2.0, 3.0]);
    /// assert_eq!(best.prices, [0.5, 0.5]); // the last unit comes from the second programme
    /// ```
    #[must_use]
    pub fn solve(&self) -> Option<Solution> {
        let mut table = Table::new(self);
        if table.artificial > 0 {
            table.price(&table.artificial_cost());
            table.improve(table.width())?;
            if table.cost() > 1e-7 {
                return None;
            }
            table.drive_out();
        }
        let mut cost = self.cost.clone();
        cost.resize(table.width(), 0.0);
        table.price(&cost);
        table.improve(table.width() - table.artificial)?;
        let columns = table.columns(self.cost.len());
        let spent = columns.iter().zip(&self.cost).map(|(column, cost)| column * cost).sum();
        let prices = (0..self.rows.len()).map(|row| table.reduced[self.cost.len() + row].max(0.0)).collect();
        Some(Solution { columns, cost: spent, prices })
    }
}

/// Rows of columns, then one surplus per row, then artificial columns; the last entry of a row is its right-hand side.
struct Table {
    rows: Vec<Vec<f64>>,
    /// Column that each row holds.
    basis: Vec<usize>,
    /// Reduced costs, the last one minus the cost.
    reduced: Vec<f64>,
    artificial: usize,
}

impl Table {
    fn new(problem: &Problem) -> Table {
        let (own, count) = (problem.cost.len(), problem.rows.len());
        let artificial = problem.rows.iter().filter(|row| row.at_least > 0.0).count();
        let width = own + count + artificial;
        let mut next = own + count;
        let mut rows = Vec::with_capacity(count);
        let mut basis = Vec::with_capacity(count);
        for (index, row) in problem.rows.iter().enumerate() {
            let sign = if row.at_least > 0.0 { 1.0 } else { -1.0 };
            let mut line: Vec<f64> = row.coefficients.iter().map(|value| sign * value).collect();
            line.resize(width + 1, 0.0);
            line[own + index] = -sign;
            line[width] = sign * row.at_least;
            if row.at_least > 0.0 {
                line[next] = 1.0;
                basis.push(next);
                next += 1;
            } else {
                basis.push(own + index);
            }
            rows.push(line);
        }
        Table { rows, basis, reduced: vec![0.0; width + 1], artificial }
    }

    fn width(&self) -> usize {
        self.reduced.len() - 1
    }

    fn cost(&self) -> f64 {
        -self.reduced[self.width()]
    }

    fn artificial_cost(&self) -> Vec<f64> {
        let first = self.width() - self.artificial;
        (0..self.width()).map(|column| if column < first { 0.0 } else { 1.0 }).collect()
    }

    /// Works the reduced costs out anew.
    fn price(&mut self, cost: &[f64]) {
        self.reduced = cost.to_vec();
        self.reduced.push(0.0);
        for (line, held) in self.rows.iter().zip(&self.basis) {
            let each = cost[*held];
            if each != 0.0 {
                self.reduced.iter_mut().zip(line).for_each(|(reduced, value)| *reduced -= each * value);
            }
        }
    }

    /// Steps until no column below `allowed` makes it cheaper.
    fn improve(&mut self, allowed: usize) -> Option<()> {
        for step in 0..MOST_STEPS {
            let Some(entering) = self.entering(allowed, step >= PATIENCE) else { return Some(()) };
            let leaving = self.leaving(entering)?;
            self.pivot(leaving, entering);
        }
        None
    }

    /// The column that gains most, or, so as never to cycle, the first that gains.
    fn entering(&self, allowed: usize, first: bool) -> Option<usize> {
        let gains = (0..allowed).filter(|column| self.reduced[*column] < -TINY);
        if first {
            return gains.into_iter().next();
        }
        gains.min_by(|a, b| self.reduced[*a].total_cmp(&self.reduced[*b]))
    }

    /// The row that runs out first; of equal ones that with the lowest column.
    fn leaving(&self, entering: usize) -> Option<usize> {
        let last = self.width();
        let ratio = |row: usize| self.rows[row][last] / self.rows[row][entering];
        let open = (0..self.rows.len()).filter(|row| self.rows[*row][entering] > TINY);
        open.min_by(|a, b| ratio(*a).total_cmp(&ratio(*b)).then(self.basis[*a].cmp(&self.basis[*b])))
    }

    fn pivot(&mut self, row: usize, column: usize) {
        let by = self.rows[row][column];
        self.rows[row].iter_mut().for_each(|value| *value /= by);
        let pivot = self.rows[row].clone();
        let lines = self.rows.iter_mut().enumerate().filter(|(index, _)| *index != row).map(|(_, line)| line);
        for line in lines.chain(std::iter::once(&mut self.reduced)) {
            let factor = line[column];
            if factor != 0.0 {
                line.iter_mut().zip(&pivot).for_each(|(value, pivot)| *value -= factor * pivot);
            }
        }
        self.basis[row] = column;
    }

    /// Artificial columns that are still held at 0 give way to any other column of their row.
    fn drive_out(&mut self) {
        let first = self.width() - self.artificial;
        for row in 0..self.rows.len() {
            if self.basis[row] >= first
                && let Some(column) = (0..first).find(|column| self.rows[row][*column].abs() > TINY)
            {
                self.pivot(row, column);
            }
        }
    }

    fn columns(&self, count: usize) -> Vec<f64> {
        let mut values = vec![0.0; count];
        for (line, held) in self.rows.iter().zip(&self.basis) {
            if let Some(value) = values.get_mut(*held) {
                *value = line[line.len() - 1].max(0.0);
            }
        }
        values
    }
}
