//! Numbers of quick futures as they come, eight after eight, each one after another. A table of futures has thousands of columns, each
//! somewhere else in memory: to write eight numbers to each of them, again and again, takes longer than to turn all of them at the end.

use super::record::{Block, Part};
use super::rows::{Line, Rows};
use crate::model::quick::{LANES, Lanes};

/// Futures that ran, not yet a table.
#[derive(Debug)]
pub struct Gathered {
    /// How many eights there will be.
    most: usize,
    blocks: Vec<Block>,
    /// Lines of the ledger in order of first use, without numbers.
    lines: Vec<Line>,
    numbers: Vec<Lanes>,
    eights: Vec<Eight>,
}

/// Where the numbers of up to eight futures stand.
#[derive(Debug)]
struct Eight {
    indices: Vec<usize>,
    from: usize,
    /// Number of a line and place of its first year.
    lines: Vec<(usize, usize)>,
}

/// Writes the numbers of eight futures.
#[derive(Debug)]
pub struct Pen<'g> {
    to: &'g mut Gathered,
    /// True if nobody wrote before, and so what the numbers are is not known yet.
    first: bool,
}

impl Gathered {
    /// Nothing yet, with room for so many eights as soon as it is known how long one is.
    pub const fn new(most: usize) -> Gathered {
        Gathered { most, blocks: Vec::new(), lines: Vec::new(), numbers: Vec::new(), eights: Vec::new() }
    }

    /// Begins the futures numbered `indices`.
    pub fn begin(&mut self, indices: &[usize]) -> Pen<'_> {
        if self.eights.len() == 1 {
            // Memory that grows step by step leaves holes that a browser never gets back.
            self.numbers.reserve_exact(self.numbers.len() * self.most.saturating_sub(1));
        }
        let first = self.eights.is_empty();
        self.eights.push(Eight { indices: indices.to_vec(), from: self.numbers.len(), lines: Vec::new() });
        Pen { to: self, first }
    }

    /// All of them as a table, in the order of the draw table; `rows` is one without any.
    pub fn into_rows(self, rows: Rows) -> Rows {
        let in_eight = |eight: usize| (0..self.eights[eight].indices.len()).map(move |lane| (eight, lane));
        let mut order: Vec<(usize, usize)> = (0..self.eights.len()).flat_map(in_eight).collect();
        order.sort_by_key(|(eight, lane)| self.eights[*eight].indices[*lane]);
        let numbers = self.numbers.as_flattened();
        let column = |places: &[Option<usize>], at: usize| -> Vec<f64> {
            places.iter().map(|place| place.map_or(0.0, |place| numbers[place + at * LANES])).collect()
        };
        let places = |from: &dyn Fn(&Eight) -> Option<usize>| -> Vec<Option<usize>> {
            let froms: Vec<Option<usize>> = self.eights.iter().map(from).collect();
            order.iter().map(|(eight, lane)| froms[*eight].map(|from| from * LANES + lane)).collect()
        };
        let own = places(&|eight| Some(eight.from));
        let width = self.blocks.iter().map(|block| block.len).sum();
        let columns = (0..width).map(|at| column(&own, at)).collect();
        let mut lines: Vec<Line> = Vec::with_capacity(self.lines.len());
        for (number, line) in self.lines.into_iter().enumerate() {
            // A future that has no such pounds holds 0.
            let own = places(&|eight| eight.lines.iter().find(|(own, _)| *own == number).map(|(_, place)| *place));
            lines.push(Line { columns: (0..=rows.years).map(|at| column(&own, at)).collect(), ..line });
        }
        lines.sort_by(|a, b| (&a.payer, &a.line).cmp(&(&b.payer, &b.line)));
        let indices = order.iter().map(|(eight, lane)| self.eights[*eight].indices[*lane]).collect();
        Rows { blocks: self.blocks, indices, columns, lines, ..rows }
    }
}

impl Pen<'_> {
    /// Writes the numbers of a block.
    pub fn put(&mut self, group: &str, id: &str, part: Part, values: impl IntoIterator<Item = Lanes>) {
        let from = self.to.numbers.len();
        // Adding 0 turns the -0 of an empty difference into 0.
        self.to.numbers.extend(values.into_iter().map(|value| value.map(|value| value + 0.0)));
        if self.first {
            let len = self.to.numbers.len() - from;
            self.to.blocks.push(Block { group: group.into(), id: id.into(), part, len });
        }
    }

    /// Writes a line of the ledger: pounds by year of the horizon, and after it.
    pub fn line(&mut self, (payer, line, kind): (&str, &str, &str), years: impl Iterator<Item = Lanes>) {
        let lines = &mut self.to.lines;
        let same = |known: &Line| known.payer == payer && known.line == line;
        // Mostly they come in the order of the eight before.
        let next = self.to.eights.last().map_or(0, |eight| eight.lines.len());
        let known = if lines.get(next).is_some_and(same) { Some(next) } else { lines.iter().position(same) };
        let number = known.unwrap_or_else(|| {
            lines.push(Line { payer: payer.into(), line: line.into(), kind: kind.into(), columns: Vec::new() });
            lines.len() - 1
        });
        let place = self.to.numbers.len();
        self.to.numbers.extend(years);
        if let Some(eight) = self.to.eights.last_mut() {
            eight.lines.push((number, place));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_into_the_order_of_the_draws_and_missing_lines_are_nothing() {
        let lanes = |of: f64| -> Lanes { std::array::from_fn(|lane| of + lane as f64) };
        let mut gathered = Gathered::new(2);
        let mut pen = gathered.begin(&[2, 4, 5, 6, 7, 8, 9, 10]);
        pen.put("outcome", "qalys", Part::Year, [lanes(100.0), lanes(200.0)]);
        pen.line(("NHS", "beds", "cash"), [lanes(10.0), lanes(20.0)].into_iter());
        // Only two futures, and another line.
        let mut pen = gathered.begin(&[1, 3]);
        pen.put("outcome", "qalys", Part::Year, [lanes(300.0), lanes(400.0)]);
        pen.line(("Council", "care", "cash"), [lanes(30.0), lanes(40.0)].into_iter());
        let rows = gathered.into_rows(Rows::new(1, false, 7));
        assert_eq!(rows.indices, (1..=10).collect::<Vec<_>>());
        assert_eq!(rows.blocks.len(), 1);
        assert_eq!(rows.columns[0], [300.0, 100.0, 301.0, 101.0, 102.0, 103.0, 104.0, 105.0, 106.0, 107.0]);
        assert_eq!(rows.columns[1][..4], [400.0, 200.0, 401.0, 201.0]);
        let lines: Vec<_> = rows.lines.iter().map(|line| (line.payer.as_str(), &line.columns[1][..4])).collect();
        assert_eq!(lines, [("Council", &[40.0, 0.0, 41.0, 0.0][..]), ("NHS", &[0.0, 20.0, 0.0, 21.0][..])]);
    }
}
