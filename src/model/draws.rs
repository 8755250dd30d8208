//! Draws: for each possible future, one value of every figure that has a range.
//!
//! One table for an evidence pack and a seed: row 0 holds the central values, rows 1 and up the draws. The same row serves
//! the baseline, every scenario and every position of a slider, so that differences are differences of the scenario alone. A
//! row's values depend on the seed, the figure's own record and the groups it belongs to, never on which other rows or
//! figures are asked for. The rules stand in `docs/METHOD.md`, "Draws".
//!
//! Values are in the record's own unit and price year.

mod belief;
pub mod beta;
mod correlate;
pub mod gamma;
mod interpolation;
pub mod normal;
pub mod score;
mod shape;
mod strata;
pub mod stream;

use std::ops::RangeInclusive;

pub use belief::{Belief, STEPS};
pub use shape::{Interval, Shape};
pub use strata::BLOCK;

use crate::error::Faults;
use crate::inputs::evidence::{Evidence, Figure};
use correlate::Group;
use stream::Stream;

/// Most draws that can be asked for.
pub const MOST: usize = 100_000;
/// Largest seed: whole numbers up to here survive JSON and JavaScript.
pub const LARGEST_SEED: u64 = 1 << 53;

/// Which registry of the evidence a figure belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// `evidence.parameters`.
    Parameter,
    /// `evidence.effects`: the effect's figure.
    Effect,
}

/// A figure that is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Id of the figure.
    pub id: String,
    /// Registry it belongs to.
    pub owner: Owner,
    /// Position in that registry.
    pub position: usize,
}

/// A joint table of draws; row 0 holds the central values, rows 1 and up are draws.
#[derive(Debug, Clone, PartialEq)]
pub struct Draws {
    columns: Vec<Column>,
    /// Column by position in `evidence.parameters` and `evidence.effects`.
    parameters: Vec<Option<usize>>,
    effects: Vec<Option<usize>>,
    rows: RangeInclusive<usize>,
    /// Numbers of the rows that were kept, where not all were.
    kept: Option<Vec<usize>>,
    seed: u64,
    central: Vec<f64>,
    /// Row by row.
    values: Vec<f64>,
}

/// One row of the draws.
#[derive(Debug, Clone, Copy)]
pub struct Draw<'d> {
    draws: &'d Draws,
    values: &'d [f64],
}

impl Draw<'_> {
    /// The value of a parameter, by position in `evidence.parameters`; `None` if it is not drawn: use its central value.
    #[inline]
    #[must_use]
    pub fn parameter(&self, position: usize) -> Option<f64> {
        self.draws.parameters.get(position).copied().flatten().and_then(|column| self.values.get(column).copied())
    }

    /// The value of an effect's figure, by position in `evidence.effects`; `None` if it is not drawn: use its central value.
    #[inline]
    #[must_use]
    pub fn effect(&self, position: usize) -> Option<f64> {
        self.draws.effects.get(position).copied().flatten().and_then(|column| self.values.get(column).copied())
    }

    /// All values, in the order of [`Draws::columns`].
    #[must_use]
    pub fn values(&self) -> &[f64] {
        self.values
    }
}

impl Draws {
    /// Rows `rows` of the draws, counted from 1, and row 0. Two workers may each make their part: the same number stands in
    /// the same row whatever part is asked for. Drawn are parameters with `input = true` and figures of effects, both
    /// where they have a range. Give the pack as published: a figure set to a value of one's own is not drawn.
    ///
    /// # Errors
    /// Faults if the rows are not within 1 to [`MOST`], the seed is above [`LARGEST_SEED`], or a record's interval cannot be
    /// held by its family.
    pub fn new(evidence: &Evidence, seed: u64, rows: RangeInclusive<usize>) -> Result<Draws, Faults> {
        check_request(seed, &rows)?;
        let figures = drawn(evidence);
        let columns: Vec<Column> = figures.iter().map(|(column, _)| column.clone()).collect();
        let beliefs = beliefs(&figures)?;
        let groups = groups(evidence, &columns)?;
        let streams: Vec<Stream> = columns.iter().map(|column| Stream::new(seed, &column.id)).collect();
        let values = table(&streams, &beliefs, &groups, &rows);
        Ok(Draws {
            parameters: positions(&columns, Owner::Parameter, evidence.parameters.len()),
            effects: positions(&columns, Owner::Effect, evidence.effects.len()),
            central: figures.iter().map(|(_, figure)| figure.value).collect(),
            columns,
            rows,
            kept: None,
            seed,
            values,
        })
    }

    /// Forgets the rows that are not wanted, such as those that another worker runs: the table is large.
    pub fn keep(&mut self, wanted: impl Fn(Draw<'_>) -> bool) {
        let kept: Vec<usize> = self.rows.clone().filter(|index| self.row(*index).is_some_and(&wanted)).collect();
        self.values = kept.iter().filter_map(|index| self.row(*index)).flat_map(|draw| draw.values).copied().collect();
        self.kept = Some(kept);
    }

    /// A row: 0 is central, any other its draw; `None` if it was not asked for, or not kept.
    #[must_use]
    pub fn row(&self, index: usize) -> Option<Draw<'_>> {
        if index == 0 {
            return Some(Draw { draws: self, values: &self.central });
        }
        if !self.rows.contains(&index) {
            return None;
        }
        let place = match &self.kept {
            None => index - self.rows.start(),
            Some(kept) => kept.binary_search(&index).ok()?,
        };
        let start = place * self.columns.len();
        Some(Draw { draws: self, values: self.values.get(start..start + self.columns.len())? })
    }

    /// A row of values of one's own, in the order of [`Draws::columns`]: for a run with single figures moved. `None` if their
    /// number is another.
    #[must_use]
    pub fn own_row<'d>(&'d self, values: &'d [f64]) -> Option<Draw<'d>> {
        (values.len() == self.columns.len()).then_some(Draw { draws: self, values })
    }

    /// The column of a figure; `None` if it is not drawn.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.id == id)
    }

    /// The seed.
    #[must_use]
    pub const fn seed(&self) -> u64 {
        self.seed
    }

    /// Numbers of the draws asked for.
    #[must_use]
    pub fn rows(&self) -> RangeInclusive<usize> {
        self.rows.clone()
    }

    /// How many of them are kept.
    #[must_use]
    pub fn held(&self) -> usize {
        self.kept.as_ref().map_or_else(|| self.rows.clone().count(), Vec::len)
    }

    /// The figures that are drawn: parameters, then effects, each in pack order.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// One figure over all rows kept, without row 0; `None` if it is not drawn.
    #[must_use]
    pub fn values(&self, id: &str) -> Option<Vec<f64>> {
        let column = self.position(id)?;
        Some(self.values.chunks_exact(self.columns.len()).filter_map(|row| row.get(column).copied()).collect())
    }
}

fn check_request(seed: u64, rows: &RangeInclusive<usize>) -> Result<(), Faults> {
    let mut faults = Faults::new();
    if *rows.start() == 0 || rows.is_empty() || *rows.end() > MOST {
        faults.add(
            "draws",
            format!("{} to {}", rows.start(), rows.end()),
            format!("the numbers of draws must be within 1 to {MOST}"),
        );
    }
    if seed > LARGEST_SEED {
        faults.add("seed", seed, format!("must be a whole number from 0 to {LARGEST_SEED}"));
    }
    faults.finish(())
}

/// Every figure with a range: parameters that are used, then effects.
fn drawn(evidence: &Evidence) -> Vec<(Column, &Figure)> {
    let parameters = evidence.parameters.iter().enumerate().filter(|(_, figure)| figure.is_drawn_parameter());
    let effects = evidence.effects.iter().map(|effect| &effect.figure).enumerate();
    let effects = effects.filter(|(_, figure)| figure.uncertainty.is_range());
    let column =
        |owner| move |(position, figure): (usize, &'_ Figure)| Column { id: figure.id.clone(), owner, position };
    parameters
        .map(|pair| (column(Owner::Parameter)(pair), pair.1))
        .chain(effects.map(|pair| (column(Owner::Effect)(pair), pair.1)))
        .collect()
}

fn beliefs(figures: &[(Column, &Figure)]) -> Result<Vec<Belief>, Faults> {
    let mut faults = Faults::new();
    let mut beliefs = Vec::with_capacity(figures.len());
    for (_, figure) in figures {
        match Belief::of(figure) {
            Ok(belief) => beliefs.extend(belief),
            Err(found) => faults.extend(found),
        }
    }
    faults.finish(beliefs)
}

/// The loader has checked members and matrices; a group that fails here names itself all the same.
fn groups(evidence: &Evidence, columns: &[Column]) -> Result<Vec<Group>, Faults> {
    let mut faults = Faults::new();
    let mut groups = Vec::new();
    for record in &evidence.correlations {
        let members: Vec<usize> =
            record.members.iter().filter_map(|id| columns.iter().position(|column| column.id == *id)).collect();
        match Group::new(members, &record.matrix) {
            Some(group) if group.columns.len() == record.members.len() => groups.push(group),
            _ => faults.add(format!("correlation {}", record.id), "", "its members cannot be drawn together"),
        }
    }
    faults.finish(groups)
}

fn positions(columns: &[Column], owner: Owner, count: usize) -> Vec<Option<usize>> {
    let mut found = vec![None; count];
    for (index, column) in columns.iter().enumerate().filter(|(_, column)| column.owner == owner) {
        found[column.position] = Some(index);
    }
    found
}

/// The values of rows, row by row.
fn table(streams: &[Stream], beliefs: &[Belief], groups: &[Group], rows: &RangeInclusive<usize>) -> Vec<f64> {
    let scores = correlate::scores();
    let mut values = Vec::with_capacity(rows.clone().count() * streams.len());
    for block in (rows.start() - 1) / BLOCK..=(rows.end() - 1) / BLOCK {
        let number = block as u64;
        let mut strata: Vec<Vec<usize>> = streams.iter().map(|stream| strata::shuffled(*stream, number)).collect();
        for group in groups {
            group.reorder(&mut strata, &scores);
        }
        for index in (0..BLOCK).filter(|index| rows.contains(&(block * BLOCK + index + 1))) {
            for ((stream, belief), strata) in streams.iter().zip(beliefs).zip(&strata) {
                values.push(belief.quantile(strata::place(*stream, number, strata[index])));
            }
        }
    }
    values
}
