//! Many futures of one scenario: a table of numbers, one row a future, kept column by column.
//!
//! Two workers may each run some of the rows; [`Rows::append`] and [`Rows::sort`] bring them together in the order of the draw
//! table, so that quantiles do not depend on who ran what.

use serde_json::{Value, json};

use crate::error::Faults;
use crate::value::ensemble::record::{Block, Future, Part};

/// One line of the ledger in every row, 0 where a future has no such line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Payer.
    pub payer: String,
    /// What for.
    pub line: String,
    /// Kind.
    pub kind: String,
    /// Pounds by year of the horizon, and after it in one last column; a number for every row.
    pub columns: Vec<Vec<f64>>,
}

/// A table of futures.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows {
    /// Years of the horizon.
    pub years: usize,
    /// True if everybody was followed to the end of life.
    pub set_in_motion: bool,
    /// Seed of the draw table.
    pub seed: u64,
    /// What the numbers of a row are; empty before the first row.
    pub blocks: Vec<Block>,
    /// Numbers in the draw table, in order.
    pub indices: Vec<usize>,
    /// A number for every row, column after column.
    pub columns: Vec<Vec<f64>>,
    /// Lines of the ledger in order of first use.
    pub lines: Vec<Line>,
}

impl Rows {
    /// No futures yet.
    #[must_use]
    pub fn new(years: usize, set_in_motion: bool, seed: u64) -> Rows {
        let (blocks, indices, columns, lines) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Rows { years, set_in_motion, seed, blocks, indices, columns, lines }
    }

    /// How many futures.
    #[must_use]
    pub fn len(&self) -> usize {
        self.indices.len()
    }

    /// True if there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.indices.is_empty()
    }

    /// Numbers in a row.
    #[must_use]
    pub fn width(&self) -> usize {
        self.columns.len()
    }

    /// Adds a future.
    pub fn push(&mut self, future: Future) {
        if self.blocks.is_empty() {
            self.blocks = future.blocks;
            self.columns = vec![Vec::new(); future.numbers.len()];
        }
        self.columns.iter_mut().zip(future.numbers).for_each(|(column, number)| column.push(number));
        for row in &future.lines {
            let line = self.line(row.payer, row.line, row.kind);
            self.lines[line].columns.iter_mut().zip(&row.by_year).for_each(|(column, pounds)| column.push(*pounds));
        }
        self.indices.push(future.index);
        self.fill_lines();
    }

    /// The line of a payer, with as many rows as there are; made on first use.
    pub(super) fn line(&mut self, payer: &str, line: &str, kind: &str) -> usize {
        let known = self.lines.iter().position(|known| known.payer == payer && known.line == line);
        known.unwrap_or_else(|| {
            let columns = vec![vec![0.0; self.len()]; self.years + 1];
            self.lines.push(Line { payer: payer.into(), line: line.into(), kind: kind.into(), columns });
            self.lines.len() - 1
        })
    }

    /// Rows without a line hold 0 there.
    pub(super) fn fill_lines(&mut self) {
        let rows = self.len();
        self.lines.iter_mut().flat_map(|line| &mut line.columns).for_each(|column| column.resize(rows, 0.0));
    }

    /// Adds the futures of another table of the same scenario.
    ///
    /// # Errors
    /// A fault if the two do not hold the same numbers.
    pub fn append(&mut self, other: Rows) -> Result<(), Faults> {
        let strange = !self.blocks.is_empty() && !other.is_empty() && self.blocks != other.blocks;
        if self.years != other.years || self.seed != other.seed || strange {
            return Err(Faults::one("draws", "", "these rows are of different scenarios, views or seeds"));
        }
        for line in &other.lines {
            let at = self.line(&line.payer, &line.line, &line.kind);
            let pairs = self.lines[at].columns.iter_mut().zip(&line.columns);
            pairs.for_each(|(column, more)| column.extend(more));
        }
        if self.blocks.is_empty() {
            (self.blocks, self.columns) = (other.blocks, other.columns);
        } else {
            self.columns.iter_mut().zip(&other.columns).for_each(|(column, more)| column.extend(more));
        }
        self.indices.extend(other.indices);
        self.fill_lines();
        Ok(())
    }

    /// Puts rows into the order of the draw table, and lines into an order that does not depend on that of the rows.
    pub fn sort(&mut self) {
        self.lines.sort_by(|a, b| (&a.payer, &a.line).cmp(&(&b.payer, &b.line)));
        if self.indices.is_sorted() {
            return;
        }
        let mut order: Vec<usize> = (0..self.len()).collect();
        order.sort_by_key(|row| self.indices[*row]);
        let mut old = Vec::with_capacity(order.len());
        for column in self.columns.iter_mut().chain(self.lines.iter_mut().flat_map(|line| &mut line.columns)) {
            old.clone_from(column);
            column.iter_mut().zip(&order).for_each(|(number, row)| *number = old[*row]);
        }
        self.indices = order.iter().map(|row| self.indices[*row]).collect();
    }

    /// The columns of a block.
    #[must_use]
    pub fn block(&self, block: usize) -> &[Vec<f64>] {
        let from: usize = self.blocks[..block].iter().map(|block| block.len).sum();
        &self.columns[from..from + self.blocks[block].len]
    }

    /// One number of a block in every row.
    #[must_use]
    pub fn column(&self, block: usize, at: usize) -> &[f64] {
        &self.block(block)[at]
    }

    /// A single figure in every row, by group, id, part and place within the block.
    #[must_use]
    pub fn figure(&self, group: &str, id: &str, part: Part, at: usize) -> Option<Vec<f64>> {
        let same = |block: &Block| block.group == group && block.id == id && block.part == part && at < block.len;
        self.blocks.iter().position(same).map(|block| self.column(block, at).to_vec())
    }

    /// For another thread: what the numbers are, and the numbers (columns, then those of the lines).
    #[must_use]
    pub fn to_parts(&self) -> (Value, Vec<f64>) {
        let block = |b: &Block| json!([b.group, b.id, b.part.word(), b.len]);
        let head = json!({
            "years": self.years, "set_in_motion": self.set_in_motion, "seed": self.seed, "indices": self.indices,
            "blocks": self.blocks.iter().map(block).collect::<Vec<_>>(),
            "lines": self.lines.iter().map(|line| json!([line.payer, line.line, line.kind])).collect::<Vec<_>>(),
        });
        let columns = self.columns.iter().chain(self.lines.iter().flat_map(|line| &line.columns));
        let mut numbers = Vec::with_capacity(self.len() * (self.width() + self.lines.len() * (self.years + 1)));
        columns.for_each(|column| numbers.extend(column));
        (head, numbers)
    }

    /// Back from [`Rows::to_parts`]; `None` if the two do not belong together.
    #[must_use]
    pub fn from_parts(head: &Value, numbers: &[f64]) -> Option<Rows> {
        let whole = |value: &Value| value.as_u64().and_then(|whole| usize::try_from(whole).ok());
        let word = |value: &Value| value.as_str().map(str::to_string);
        let mut rows = Rows::new(whole(&head["years"])?, head["set_in_motion"].as_bool()?, head["seed"].as_u64()?);
        rows.indices = head["indices"].as_array()?.iter().map(whole).collect::<Option<_>>()?;
        let block = |b: &Value| {
            Some(Block {
                group: word(&b[0])?,
                id: word(&b[1])?,
                part: Part::parse(b[2].as_str()?)?,
                len: whole(&b[3])?,
            })
        };
        rows.blocks = head["blocks"].as_array()?.iter().map(block).collect::<Option<_>>()?;
        let mut rest = numbers;
        let mut take = |columns: usize, rows: usize| -> Option<Vec<Vec<f64>>> {
            let (own, after) = rest.split_at_checked(columns.checked_mul(rows)?)?;
            rest = after;
            Some(if rows == 0 {
                vec![Vec::new(); columns]
            } else {
                own.chunks_exact(rows).map(<[f64]>::to_vec).collect()
            })
        };
        let width = rows.blocks.iter().map(|block| block.len).sum();
        rows.columns = take(width, rows.indices.len())?;
        for line in head["lines"].as_array()? {
            let columns = take(rows.years + 1, rows.indices.len())?;
            rows.lines.push(Line { payer: word(&line[0])?, line: word(&line[1])?, kind: word(&line[2])?, columns });
        }
        rest.is_empty().then_some(rows)
    }
}
