//! Many futures of one scenario: a table of numbers, one row a future.
//!
//! Two workers may each run some of the rows; [`Rows::append`] and [`Rows::sort`] bring them together in the order of the draw
//! table, so that quantiles do not depend on who ran what.

use serde_json::{Value, json};

use crate::error::Faults;
use crate::value::ensemble::record::{Block, Future, Part};

/// One line of the ledger in every row, 0 where a future has no such line: the years of the horizon, and after it.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Payer.
    pub payer: String,
    /// What for.
    pub line: String,
    /// Kind.
    pub kind: String,
    /// Pounds, row after row.
    pub pounds: Vec<f64>,
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
    /// Numbers, row after row.
    pub numbers: Vec<f64>,
    /// Lines of the ledger in order of first use.
    pub lines: Vec<Line>,
}

impl Rows {
    /// No futures yet.
    #[must_use]
    pub fn new(years: usize, set_in_motion: bool, seed: u64) -> Rows {
        let (blocks, indices, numbers, lines) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Rows { years, set_in_motion, seed, blocks, indices, numbers, lines }
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
        self.blocks.iter().map(|block| block.len).sum()
    }

    /// Adds a future.
    pub fn push(&mut self, future: Future) {
        if self.blocks.is_empty() {
            self.blocks = future.blocks;
        }
        let per_row = self.years + 1;
        for row in &future.lines {
            let line = self.line(row.payer, row.line, row.kind);
            self.lines[line].pounds.extend(&row.by_year);
        }
        self.indices.push(future.index);
        self.numbers.extend(future.numbers);
        let all = self.len() * per_row;
        self.lines.iter_mut().for_each(|line| line.pounds.resize(all, 0.0));
    }

    fn line(&mut self, payer: &str, line: &str, kind: &str) -> usize {
        let known = self.lines.iter().position(|known| known.payer == payer && known.line == line);
        known.unwrap_or_else(|| {
            let pounds = vec![0.0; self.len() * (self.years + 1)];
            self.lines.push(Line { payer: payer.into(), line: line.into(), kind: kind.into(), pounds });
            self.lines.len() - 1
        })
    }

    /// Adds the futures of another table of the same scenario.
    ///
    /// # Errors
    /// A fault if the two do not hold the same numbers.
    pub fn append(&mut self, other: Rows) -> Result<(), Faults> {
        if self.blocks.is_empty() {
            self.blocks.clone_from(&other.blocks);
        }
        if self.years != other.years || self.seed != other.seed || (!other.is_empty() && self.blocks != other.blocks) {
            return Err(Faults::one("draws", "", "these rows are of different scenarios, views or seeds"));
        }
        for line in &other.lines {
            let at = self.line(&line.payer, &line.line, &line.kind);
            self.lines[at].pounds.extend(&line.pounds);
        }
        self.indices.extend(other.indices);
        self.numbers.extend(other.numbers);
        let all = self.len() * (self.years + 1);
        self.lines.iter_mut().for_each(|line| line.pounds.resize(all, 0.0));
        Ok(())
    }

    /// Puts rows into the order of the draw table, and lines into an order that does not depend on that of the rows.
    pub fn sort(&mut self) {
        let mut order: Vec<usize> = (0..self.len()).collect();
        order.sort_by_key(|row| self.indices[*row]);
        self.numbers = permuted(&self.numbers, self.width(), &order);
        for line in &mut self.lines {
            line.pounds = permuted(&line.pounds, self.years + 1, &order);
        }
        self.indices = order.iter().map(|row| self.indices[*row]).collect();
        self.lines.sort_by(|a, b| (&a.payer, &a.line).cmp(&(&b.payer, &b.line)));
    }

    /// One number of a block in every row.
    #[must_use]
    pub fn column(&self, block: usize, at: usize) -> Vec<f64> {
        let width = self.width();
        let from: usize = self.blocks[..block].iter().map(|block| block.len).sum();
        self.numbers.chunks_exact(width.max(1)).map(|row| row[from + at]).collect()
    }

    /// A single figure in every row, by group, id, part and place within the block.
    #[must_use]
    pub fn figure(&self, group: &str, id: &str, part: Part, at: usize) -> Option<Vec<f64>> {
        let same = |block: &Block| block.group == group && block.id == id && block.part == part && at < block.len;
        self.blocks.iter().position(same).map(|block| self.column(block, at))
    }

    /// For another thread: what the numbers are, and the numbers (rows, then lines).
    #[must_use]
    pub fn to_parts(&self) -> (Value, Vec<f64>) {
        let block = |b: &Block| json!([b.group, b.id, b.part.word(), b.len]);
        let head = json!({
            "years": self.years, "set_in_motion": self.set_in_motion, "seed": self.seed, "indices": self.indices,
            "blocks": self.blocks.iter().map(block).collect::<Vec<_>>(),
            "lines": self.lines.iter().map(|line| json!([line.payer, line.line, line.kind])).collect::<Vec<_>>(),
        });
        let mut numbers = self.numbers.clone();
        self.lines.iter().for_each(|line| numbers.extend(&line.pounds));
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
        let (own, mut rest) = numbers.split_at_checked(rows.len() * rows.width())?;
        rows.numbers = own.to_vec();
        for line in head["lines"].as_array()? {
            let (pounds, after) = rest.split_at_checked(rows.len() * (rows.years + 1))?;
            let (payer, name, kind) = (word(&line[0])?, word(&line[1])?, word(&line[2])?);
            rows.lines.push(Line { payer, line: name, kind, pounds: pounds.to_vec() });
            rest = after;
        }
        rest.is_empty().then_some(rows)
    }
}

fn permuted(numbers: &[f64], width: usize, order: &[usize]) -> Vec<f64> {
    order.iter().flat_map(|row| numbers[row * width..(row + 1) * width].iter().copied()).collect()
}
