//! Yearly differences by fifth, scenario minus baseline, from the first year to the end of everybody's life.

use crate::math;
use crate::strata::QUINTILES;

/// One quantity by year and fifth.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// Outcome id.
    pub id: String,
    /// Unit.
    pub unit: &'static str,
    /// True if it is health and discounted as health; false for money; counts are discounted as health too.
    pub money: bool,
    /// Differences: year, fifth.
    pub by_year: Vec<[f64; QUINTILES]>,
}

/// All quantities of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Flows {
    /// In order of first use.
    pub list: Vec<Flow>,
    years: usize,
}

impl Flows {
    /// No flows yet, over `years` years.
    #[must_use]
    pub fn new(years: usize) -> Flows {
        Flows { list: Vec::new(), years }
    }

    /// Adds a quantity and gives its position.
    pub fn declare(&mut self, id: impl Into<String>, unit: &'static str) -> usize {
        let money = unit == "gbp";
        self.list.push(Flow { id: id.into(), unit, money, by_year: vec![[0.0; QUINTILES]; self.years] });
        self.list.len() - 1
    }

    /// Adds to a quantity in a year and fifth.
    #[inline]
    pub fn add(&mut self, flow: usize, year: usize, quintile: usize, value: f64) {
        self.list[flow].by_year[year][quintile] += value;
    }

    /// Adds a sum over ages and sexes, by fifth.
    pub fn add_fifths(&mut self, flow: usize, year: usize, values: &[f64; QUINTILES]) {
        for (total, value) in self.list[flow].by_year[year].iter_mut().zip(values) {
            *total += value;
        }
    }

    /// A quantity by id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Flow> {
        self.list.iter().find(|flow| flow.id == id)
    }
}

impl Flow {
    /// Total of a year.
    #[must_use]
    pub fn year(&self, year: usize) -> f64 {
        self.by_year.get(year).map_or(0.0, |fifths| fifths.iter().sum())
    }

    /// Sum from the first year to before `until`, each year discounted by `rate` from the first.
    #[must_use]
    pub fn sum(&self, until: usize, rate: f64) -> f64 {
        let mut factor = 1.0;
        let mut total = 0.0;
        for fifths in self.by_year.iter().take(until) {
            total += factor * fifths.iter().sum::<f64>();
            factor /= 1.0 + rate;
        }
        total
    }

    /// The same by fifth.
    #[must_use]
    pub fn sum_by_fifth(&self, until: usize, rate: f64) -> [f64; QUINTILES] {
        let mut total = [0.0; QUINTILES];
        for (year, fifths) in self.by_year.iter().take(until).enumerate() {
            #[allow(clippy::cast_possible_truncation)]
            let factor = 1.0 / math::pow_int(1.0 + rate, year as u32);
            for (sum, value) in total.iter_mut().zip(fifths) {
                *sum += factor * value;
            }
        }
        total
    }
}

/// Line of care that people no longer need because they die of a smaller hospital budget: below 0 where freed room lets
/// more people live than the cut costs.
pub const CARE_OF_THE_DEAD: &str = "care not needed by people who die of the smaller budget";

/// One line of the ledger: what a payer pays (below 0) or gains (above 0) by year.
#[derive(Debug, Clone, PartialEq)]
pub struct LedgerRow {
    /// Payer.
    pub payer: &'static str,
    /// What for.
    pub line: &'static str,
    /// `transfer` (nets to zero over payers), `spending`, `cost_avoided` (somebody needs less, no cash appears), `capacity`
    /// (room freed in hospital) or `cash`.
    pub kind: &'static str,
    /// Pounds by year of the horizon and after.
    pub by_year: Vec<f64>,
}

/// All lines.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ledger {
    /// In order of first use.
    pub rows: Vec<LedgerRow>,
}

impl Ledger {
    /// Adds to a line; a line is made on first use.
    pub fn add(
        &mut self,
        payer: &'static str,
        line: &'static str,
        kind: &'static str,
        year: usize,
        pounds: f64,
        years: usize,
    ) {
        if pounds == 0.0 {
            return;
        }
        let position = self.rows.iter().position(|row| row.payer == payer && row.line == line).unwrap_or_else(|| {
            self.rows.push(LedgerRow { payer, line, kind, by_year: vec![0.0; years] });
            self.rows.len() - 1
        });
        self.rows[position].by_year[year] += pounds;
    }

    /// What a payer gains or pays in a year: all its lines but room freed, which is never added to pounds.
    #[must_use]
    pub fn net(&self, payer: &str, year: usize) -> f64 {
        let counted = self.rows.iter().filter(|row| row.payer == payer && row.kind != "capacity");
        counted.map(|row| row.by_year[year]).sum()
    }

    /// Sum of all transfers of a year: zero, or the ledger is wrong.
    #[must_use]
    pub fn transfers(&self, year: usize) -> f64 {
        self.rows.iter().filter(|row| row.kind == "transfer").map(|row| row.by_year[year]).sum()
    }
}
