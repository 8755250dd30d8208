//! Many futures of one scenario: a table of numbers, one row a future, kept column by column.
//!
//! Two workers may each run some of the rows; [`Rows::append`] and [`Rows::sort`] bring them together in the order of the draw
//! table, so that quantiles do not depend on who ran what. Ranges for the page are made without that ([`super::told`]).

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

    /// The same, with room for so many in all.
    #[must_use]
    pub fn with_room(mut self, rows: usize) -> Rows {
        let more = rows.saturating_sub(self.len());
        self.indices.reserve_exact(more);
        let lines = self.lines.iter_mut().flat_map(|line| &mut line.columns);
        self.columns.iter_mut().chain(lines).for_each(|column| column.reserve_exact(more));
        self
    }

    /// An empty column, with room for as many rows as the table has: growing a thousand columns step by step leaves holes in
    /// memory that a browser never gets back.
    pub(super) fn blank(&self) -> Vec<f64> {
        Vec::with_capacity(self.indices.capacity())
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
            self.columns = future.numbers.iter().map(|_| self.blank()).collect();
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
            let mut columns: Vec<Vec<f64>> = (0..=self.years).map(|_| self.blank()).collect();
            columns.iter_mut().for_each(|column| column.resize(self.len(), 0.0));
            self.lines.push(Line { payer: payer.into(), line: line.into(), kind: kind.into(), columns });
            self.lines.len() - 1
        })
    }

    /// Rows without a line hold 0 there.
    pub(super) fn fill_lines(&mut self) {
        let rows = self.len();
        self.lines.iter_mut().flat_map(|line| &mut line.columns).for_each(|column| column.resize(rows, 0.0));
    }

    /// Whether another table is of the same scenario.
    ///
    /// # Errors
    /// A fault if the two do not hold the same numbers.
    pub fn fits(&self, other: &Rows) -> Result<(), Faults> {
        let strange = !self.blocks.is_empty() && !other.is_empty() && self.blocks != other.blocks;
        if self.years != other.years || self.seed != other.seed || strange {
            return Err(Faults::one("draws", "", "these rows are of different scenarios, views or seeds"));
        }
        Ok(())
    }

    /// Adds the futures of another table of the same scenario.
    ///
    /// # Errors
    /// A fault if the two do not hold the same numbers.
    pub fn append(&mut self, other: Rows) -> Result<(), Faults> {
        self.fits(&other)?;
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

    /// Every column: those of the blocks, then those of the lines.
    pub fn all_columns(&self) -> impl Iterator<Item = &Vec<f64>> {
        self.columns.iter().chain(self.lines.iter().flat_map(|line| &line.columns))
    }

    /// What the numbers are, for another thread.
    #[must_use]
    pub fn head(&self) -> Value {
        let block = |b: &Block| json!([b.group, b.id, b.part.word(), b.len]);
        json!({
            "years": self.years, "set_in_motion": self.set_in_motion, "seed": self.seed, "indices": self.indices,
            "blocks": self.blocks.iter().map(block).collect::<Vec<_>>(),
            "lines": self.lines.iter().map(|line| json!([line.payer, line.line, line.kind])).collect::<Vec<_>>(),
        })
    }

    /// A table of what [`Rows::head`] gave, still without numbers.
    #[must_use]
    pub fn from_head(head: &Value) -> Option<Rows> {
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
        let line = |line: &Value| {
            Some(Line { payer: word(&line[0])?, line: word(&line[1])?, kind: word(&line[2])?, columns: Vec::new() })
        };
        rows.lines = head["lines"].as_array()?.iter().map(line).collect::<Option<_>>()?;
        Some(rows)
    }

    /// Back from [`Rows::head`] and the numbers of [`Rows::all_columns`], which may come in several pieces, each of whole columns;
    /// `None` if they do not belong together.
    #[must_use]
    pub fn from_parts(head: &Value, pieces: &[&[f64]]) -> Option<Rows> {
        let mut rows = Rows::from_head(head)?;
        let (count, width) = (rows.len(), rows.blocks.iter().map(|block| block.len).sum::<usize>());
        let all = width + rows.lines.len() * (rows.years + 1);
        let numbers: usize = pieces.iter().map(|piece| piece.len()).sum();
        if all.checked_mul(count) != Some(numbers) || pieces.iter().any(|piece| piece.len() % count.max(1) != 0) {
            return None;
        }
        let mut columns: Vec<Vec<f64>> = match count {
            0 => vec![Vec::new(); all],
            _ => pieces.iter().flat_map(|piece| piece.chunks_exact(count)).map(<[f64]>::to_vec).collect(),
        };
        let mut lines = columns.split_off(width).into_iter();
        rows.columns = columns;
        let years = rows.years;
        rows.lines.iter_mut().for_each(|line| line.columns = lines.by_ref().take(years + 1).collect());
        Some(rows)
    }
}

/// Whether so many futures stand one after another in the draw table, each once.
///
/// # Errors
/// A fault if not.
pub fn is_gapless(indices: impl Iterator<Item = usize>, count: usize) -> Result<(), Faults> {
    let all: Vec<usize> = indices.collect();
    let least = all.iter().copied().min().unwrap_or(0);
    let mut seen = vec![false; count];
    let fresh = |index: &usize| seen.get_mut(index - least).is_some_and(|seen| !std::mem::replace(seen, true));
    if all.iter().all(fresh) {
        return Ok(());
    }
    let reason = "futures are missing or stand twice: every part of every run belongs to it, once";
    Err(Faults::one("futures", count, reason))
}
