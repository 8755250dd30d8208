//! What the page is told of many futures: the summary of every series it shows, as bare numbers in a fixed order.
//!
//! It says the same as [`super::ranges`], less what no picture, table or file of the page has: discounted sums, money by year,
//! histograms. Rows that several workers ran are never put together: a column is read from every part, put into the order of
//! the draw table, summed up and forgotten. The columns themselves are divided into *shares*, so that each worker sums up one.

use serde_json::{Value, json};

use crate::error::Faults;
use crate::value::ensemble::desk::Desk;
use crate::value::ensemble::ranges::{BrokenEven, PATHS};
use crate::value::ensemble::record::{Block, Part};
use crate::value::ensemble::rows::{Rows, is_gapless};
use crate::value::ensemble::summary::{QUANTILES, Summary};

/// Numbers of one summary: quantiles, mean, shares above and below 0.
const FIGURES: usize = QUANTILES.len() + 3;

/// Copies numbers of a part's share, from a place on, as many as there is room for.
pub type Fetch<'f> = dyn FnMut(usize, usize, &mut [f64]) + 'f;

/// The blocks of every share, the one that ends with the lines of the ledger last. A share is cut only between two ids, so that
/// what is known of one stays together.
#[must_use]
pub fn shares(blocks: &[Block], lines: bool, of: usize) -> Vec<usize> {
    let all: usize = blocks.iter().map(told).sum();
    // The lines of a ledger are about a third of what else is told.
    let all = if lines { all + all / 3 } else { all };
    let (mut found, mut begun, mut sum) = (Vec::with_capacity(of), 0, 0);
    for (at, block) in blocks.iter().enumerate() {
        let anew = at > 0 && (&blocks[at - 1].group, &blocks[at - 1].id) != (&block.group, &block.id);
        if anew && found.len() + 1 < of && sum * of >= all * (found.len() + 1) {
            found.push(at - begun);
            begun = at;
        }
        sum += told(block);
    }
    found.resize(of - 1, 0);
    found.push(blocks.len() - begun);
    found
}

/// How many columns a share has, the lines of the ledger among those of the last one.
#[must_use]
pub fn width(rows: &Rows, cuts: &[usize], share: usize) -> usize {
    let from: usize = cuts.iter().take(share).sum();
    let own = rows.blocks.iter().skip(from).take(cuts.get(share).copied().unwrap_or(0)).map(|block| block.len).sum();
    if share + 1 == cuts.len() { own + rows.lines.len() * (rows.years + 1) } else { own }
}

/// How many columns of a block are told of.
fn told(block: &Block) -> usize {
    match (block.part, block.group.as_str()) {
        (_, "money") => 0,
        (Part::Horizon | Part::Motion, "outcome") => 1,
        _ => block.len,
    }
}

/// What all parts say together of one share. `heads` are the parts without their numbers, which `fetch` reads.
///
/// # Errors
/// A fault if the parts do not belong together, or futures are missing.
pub fn tell(
    heads: &[(Rows, Vec<usize>)],
    share: usize,
    start_year: u32,
    fetch: &mut Fetch<'_>,
) -> Result<(Value, Vec<f64>), Faults> {
    let wrong = || Faults::one("futures", "", "must be an array of what `futures` gave, all of one scenario");
    let ((first, cuts), rest) = heads.split_first().ok_or_else(wrong)?;
    if share >= cuts.len() || rest.iter().any(|(_, other)| other != cuts) {
        return Err(wrong());
    }
    rest.iter().try_for_each(|(other, _)| first.fits(other))?;
    let from: usize = cuts[..share].iter().sum();
    let blocks = &first.blocks[from..from + cuts[share]];
    let lines = if share + 1 == cuts.len() { all_lines(heads) } else { Vec::new() };
    let mut teller = Teller::new(heads, fetch)?;
    let mut offset = 0;
    for block in blocks {
        teller.block(block, offset);
        offset += block.len;
    }
    for (payer, line, _) in &lines {
        let same = |rows: &Rows| rows.lines.iter().position(|l| l.payer == *payer && l.line == *line);
        let at = |rows: &Rows| same(rows).map(|line| offset + line * (first.years + 1));
        teller.line(first.years, &at);
    }
    let block = |block: &Block| json!([block.group, block.id, block.part.word(), block.len]);
    let head = json!({
        "draws": teller.count, "seed": first.seed, "quantiles": levels(), "start_year": start_year,
        "paths": teller.count.min(PATHS), "years": first.years,
        "blocks": blocks.iter().filter(|block| told(block) > 0).map(block).collect::<Value>(),
        "lines": lines.iter().map(|(payer, line, kind)| json!([payer, line, kind])).collect::<Value>(),
    });
    Ok((head, teller.out))
}

/// Names of quantiles and the shares they stand at; the figures of a summary begin with them, in this order.
fn levels() -> Value {
    QUANTILES.iter().map(|(name, share)| json!([name, share])).collect()
}

/// The lines of all parts, in an order that does not depend on that of the parts.
fn all_lines(heads: &[(Rows, Vec<usize>)]) -> Vec<(&str, &str, &str)> {
    let mut all: Vec<(&str, &str, &str)> = Vec::new();
    for line in heads.iter().flat_map(|(rows, _)| &rows.lines) {
        if !all.iter().any(|(payer, known, _)| *payer == line.payer && *known == line.line) {
            all.push((&line.payer, &line.line, &line.kind));
        }
    }
    crate::order::sort_short(&mut all, |a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    all
}

/// Reads columns and sums them up, one after another.
struct Teller<'t, 'f> {
    fetch: &'t mut Fetch<'f>,
    heads: &'t [(Rows, Vec<usize>)],
    /// Of every part, where its rows stand in the order of the draw table.
    places: Vec<Vec<usize>>,
    count: usize,
    /// The columns of one block, part after part.
    read: Vec<f64>,
    column: Vec<f64>,
    desk: Desk,
    out: Vec<f64>,
}

impl<'t, 'f> Teller<'t, 'f> {
    fn new(heads: &'t [(Rows, Vec<usize>)], fetch: &'t mut Fetch<'f>) -> Result<Teller<'t, 'f>, Faults> {
        let all = || heads.iter().flat_map(|(rows, _)| &rows.indices).copied();
        let (count, least) = (all().count(), all().min().unwrap_or(0));
        is_gapless(all(), count)?;
        let places = heads.iter().map(|(rows, _)| rows.indices.iter().map(|index| index - least).collect()).collect();
        let (read, column, out) = (Vec::new(), vec![0.0; count], Vec::new());
        Ok(Teller { fetch, heads, places, count, read, column, desk: Desk::default(), out })
    }

    /// Reads so many columns of every part, each part's own beginning at `at`; nothing of a part that does not hold them.
    fn read(&mut self, columns: usize, at: &dyn Fn(&Rows) -> Option<usize>) {
        self.read.clear();
        self.read.resize(columns * self.count, 0.0);
        let mut from = 0;
        for (number, (rows, _)) in self.heads.iter().enumerate() {
            let to = from + columns * rows.len();
            if let Some(at) = at(rows) {
                (self.fetch)(number, at * rows.len(), &mut self.read[from..to]);
            }
            from = to;
        }
    }

    /// Puts one of the columns read into the order of the draw table.
    fn take(&mut self, columns: usize, at: usize) {
        let mut from = 0;
        for places in &self.places {
            let own = &self.read[from + at * places.len()..][..places.len()];
            for (place, value) in places.iter().zip(own) {
                self.column[*place] = *value;
            }
            from += columns * places.len();
        }
    }

    fn sum_up(&mut self, columns: usize, at: usize) -> [f64; FIGURES] {
        self.take(columns, at);
        self.desk.sum_up(&self.column).map_or([f64::NAN; FIGURES], figures)
    }

    fn block(&mut self, block: &Block, offset: usize) {
        let columns = told(block);
        if columns == 0 {
            return;
        }
        self.read(columns, &|_| Some(offset));
        match block.part {
            Part::Year => self.series(columns, (0, columns), block.group == "outcome"),
            Part::FifthYear => {
                let years = self.heads[0].0.years.max(1);
                (0..columns).step_by(years).for_each(|from| self.series(columns, (from, years), false));
            }
            Part::Horizon | Part::Motion | Part::FifthMotion | Part::Single => {
                for at in 0..columns {
                    let figures = self.sum_up(columns, at);
                    self.out.extend(figures);
                }
            }
            Part::BreakEven => {
                self.take(columns, 0);
                let BrokenEven { by_year, never, nothing_paid, quantiles } = BrokenEven::of(&self.column);
                #[allow(clippy::cast_precision_loss)] // at most 141
                self.out.extend([never, nothing_paid, by_year.len() as f64]);
                self.out.extend(by_year);
                self.out.extend(quantiles);
            }
        }
    }

    /// A line of the ledger: its years, their sum, and all after them.
    fn line(&mut self, years: usize, at: &dyn Fn(&Rows) -> Option<usize>) {
        self.read(years + 1, at);
        self.series(years + 1, (0, years), false);
        let mut sums = vec![0.0; self.count];
        for year in 0..years {
            self.take(years + 1, year);
            sums.iter_mut().zip(&self.column).for_each(|(sum, pounds)| *sum += pounds);
        }
        let horizon = self.desk.sum_up(&sums).map_or([f64::NAN; FIGURES], figures);
        self.out.extend(horizon);
        let after = self.sum_up(years + 1, years);
        self.out.extend(after);
    }

    /// Several columns of those read as series: one list for each figure, then, if wanted, the first futures, each a line.
    fn series(&mut self, columns: usize, (from, len): (usize, usize), paths: bool) {
        let begun = self.out.len();
        let paths = if paths { self.count.min(PATHS) } else { 0 };
        self.out.resize(begun + (FIGURES + paths) * len, 0.0);
        for at in 0..len {
            let figures = self.sum_up(columns, from + at);
            let all = figures.iter().chain(&self.column[..paths]);
            self.out[begun + at..].iter_mut().step_by(len).zip(all).for_each(|(out, value)| *out = *value);
        }
    }
}

fn figures(summary: Summary) -> [f64; FIGURES] {
    let [a, b, c, d, e] = summary.quantiles;
    [a, b, c, d, e, summary.mean, summary.above_zero, summary.below_zero]
}
