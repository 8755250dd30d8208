//! Looks things up in the evidence, spreads table rows over cells, and notes every hole.

use super::{Cells, SexAge};
use crate::error::Faults;
use crate::inputs::evidence::{Evidence, Table};
use crate::strata::{AGES, LAST_AGE, QUINTILES, Sex};

/// Looks things up in the evidence and notes what is missing.
pub(super) struct Needs<'a> {
    pub(super) evidence: &'a Evidence,
    pub(super) faults: Faults,
}

impl<'a> Needs<'a> {
    pub(super) fn value(&mut self, id: &str) -> f64 {
        match self.evidence.value(id) {
            Ok(value) => value,
            Err(faults) => {
                self.faults.extend(faults);
                1.0
            }
        }
    }

    pub(super) fn table(&mut self, id: &str) -> Option<&'a Table> {
        let table = self.evidence.tables.get(id);
        if table.is_none() {
            self.faults.add(format!("table {id}"), "", "the model needs this table and the pack has none");
        }
        table
    }

    pub(super) fn price_factor(&mut self, id: &str, factors: &[(String, f64)]) -> f64 {
        let year = self.evidence.parameters.get(id).and_then(|figure| figure.price_year.as_ref());
        let found = year.and_then(|year| factors.iter().find(|(known, _)| known == year.word()));
        match found {
            Some((_, factor)) => *factor,
            None => {
                self.faults.add(format!("parameter {id}.price_year"), "", "is not in the table of prices");
                1.0
            }
        }
    }

    /// Spreads the rows of `column` over cells; rows may give `age` or `age_low`/`age_high`, and `sex` may be `both`.
    pub(super) fn fill(&mut self, table: &Table, column: &str, keep: impl Fn(usize) -> bool) -> Grid {
        let mut grid = Grid { cells: [[[f64::NAN; AGES]; QUINTILES]; 2] };
        let Some(values) = table.numbers(column) else {
            self.faults.add(format!("table {}", table.id), column, "the model needs this column");
            return grid;
        };
        for (row, value) in values.iter().enumerate().filter(|(row, _)| keep(*row)) {
            match cell_of(table, row) {
                Some(target) => grid.set(&target, *value),
                None => self.faults.add(
                    format!("table {} row {}", table.id, row + 1),
                    table.cell("age", row),
                    "sex, fifth or age cannot be read",
                ),
            }
        }
        grid
    }

    pub(super) fn complete(&mut self, table: &str, column: &str, grid: &Grid, sexes: &[Sex], from: usize, to: usize) {
        if let Some((sex, quintile, age)) = grid.first_hole(sexes, from, to) {
            self.faults.add(
                format!("table {table}, column {column}"),
                format!("{sex}, fifth {}, age {age}", quintile + 1),
                "the table has no value here and the model needs one",
            );
        }
    }
}

/// The cells a row speaks of.
pub(super) struct Target {
    pub(super) sexes: Vec<usize>,
    pub(super) quintiles: Vec<usize>,
    pub(super) ages: (usize, usize),
}

/// A grid under construction; NaN marks a hole.
pub(super) struct Grid {
    pub(super) cells: Cells,
}

impl Grid {
    pub(super) fn set(&mut self, target: &Target, value: f64) {
        for sex in &target.sexes {
            for quintile in &target.quintiles {
                for age in target.ages.0..=target.ages.1.min(LAST_AGE) {
                    self.cells[*sex][*quintile][age] = value;
                }
            }
        }
    }

    /// Holds the value of `age` for every later age.
    pub(super) fn hold_beyond(&mut self, age: usize) {
        for row in self.cells.iter_mut().flatten() {
            let last = row[age];
            row[age..].fill(last);
        }
    }

    pub(super) fn first_hole(&self, sexes: &[Sex], from: usize, to: usize) -> Option<(Sex, usize, usize)> {
        for sex in sexes {
            for (quintile, row) in self.cells[sex.index()].iter().enumerate() {
                if let Some(age) = (from..=to).find(|age| row[*age].is_nan()) {
                    return Some((*sex, quintile, age));
                }
            }
        }
        None
    }

    /// The same cells with holes read as zero.
    pub(super) fn or_zero(mut self) -> Cells {
        for value in self.cells.iter_mut().flatten().flatten() {
            if value.is_nan() {
                *value = 0.0;
            }
        }
        self.cells
    }

    /// One fifth's row per sex, for tables that are the same in every fifth.
    pub(super) fn first_fifth(&self) -> SexAge {
        [self.cells[0][0], self.cells[1][0]]
    }
}

fn cell_of(table: &Table, row: usize) -> Option<Target> {
    let sexes = match table.word("sex", row) {
        None | Some("both") => vec![0, 1],
        Some(word) => vec![Sex::parse(word)?.index()],
    };
    let quintiles = match key(table, "imd_quintile", row).as_deref() {
        None | Some("all") => (0..QUINTILES).collect(),
        Some(word) => vec![word.parse::<usize>().ok().filter(|q| (1..=QUINTILES).contains(q))? - 1],
    };
    let age = |name: &str| key(table, name, row).and_then(|text| text.parse::<usize>().ok());
    let ages = match age("age") {
        Some(age) => (age, age),
        None => (age("age_low")?, age("age_high")?),
    };
    (ages.0 <= ages.1 && ages.1 <= LAST_AGE).then_some(Target { sexes, quintiles, ages })
}

/// A key cell as text, whether the column holds words or numbers.
pub(super) fn key(table: &Table, name: &str, row: usize) -> Option<String> {
    table.column(name)?;
    Some(table.cell(name, row))
}
