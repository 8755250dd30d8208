//! Rows of the table of published results: what was found, and how the model tries it.

use headwater::inputs::evidence::Table;

use crate::output::readable;
use crate::validate::report::{Comparison, Verdict};
use crate::validate::study::Study;

/// The table of the evidence pack.
const TABLE: &str = "published_results";
/// A published figure without a range: this much more or less, as a ratio.
const ABOUT: f64 = 0.25;
/// A figure of which only the order is comparable: half to double.
const ORDER: f64 = 2.0;

/// One row.
#[derive(Clone, Copy)]
pub struct Published<'a> {
    table: &'a Table,
    row: usize,
}

/// All rows, in the order of the table.
pub fn all(study: &Study) -> Vec<Published<'_>> {
    study.table(TABLE).map_or(Vec::new(), |table| (0..table.rows()).map(|row| Published { table, row }).collect())
}

/// A row by id.
pub fn find<'a>(study: &'a Study, id: &str) -> Option<Published<'a>> {
    all(study).into_iter().find(|row| row.text("row") == id)
}

/// The comparison of a figure with a row by id; a figure that could not be had, or a row that is not there, is a gap.
pub fn compare<E: std::fmt::Display>(study: &Study, id: &str, ours: &Result<f64, E>) -> Comparison {
    match (find(study, id), ours) {
        (Some(row), Ok(ours)) => row.compare(study, *ours),
        (Some(row), Err(reason)) => {
            Comparison::new(row.text("target"), row.target(study), "could not be run", Verdict::Gap)
                .because(reason.to_string())
        }
        (None, _) => Comparison::new(id, format!("no row in the table {TABLE}"), "not run", Verdict::Gap),
    }
}

impl<'a> Published<'a> {
    /// A word of the row.
    pub fn text(self, column: &str) -> &'a str {
        self.table.word(column, self.row).unwrap_or("")
    }

    /// A number of the row; `None` where the cell is empty.
    pub fn number(self, column: &str) -> Option<f64> {
        self.table.numbers(column)?.get(self.row).copied().filter(|number| number.is_finite())
    }

    /// Value, low and high in pounds of today where they are money, else as they stand.
    pub fn figures(self, study: &Study) -> [Option<f64>; 3] {
        let factor = study.tables.price_factor(self.text("price_year")).unwrap_or(1.0);
        ["value", "low", "high"].map(|column| self.number(column).map(|number| number * factor))
    }

    /// The target in words: figure, range, unit, source and status.
    pub fn target(self, study: &Study) -> String {
        let [value, low, high] = self.figures(study);
        let range = match (low, high) {
            (Some(low), Some(high)) => format!("{} to {}", short(low), short(high)),
            _ => String::new(),
        };
        let figure = match value {
            Some(value) if range.is_empty() => short(value),
            Some(value) => format!("{} ({range})", short(value)),
            None => range,
        };
        let today = if self.text("price_year").is_empty() { "" } else { " of today" };
        let source = if self.text("source").is_empty() { "no source" } else { self.text("source") };
        let words = [self.limit(), &figure, self.text("unit")];
        let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        let text = format!("{}{today} ({source}, {})", words.join(" "), self.text("status"));
        text.trim_start().to_string()
    }

    fn limit(self) -> &'static str {
        match self.text("rule") {
            "about" => "about",
            "order" => "of the order of",
            "at_least" => "at least",
            "at_most" => "at most",
            "above_0" => "more than nothing",
            "below_0" => "less than nothing",
            _ => "",
        }
    }

    /// The comparison of our figure with this row.
    pub fn compare(self, study: &Study, ours: f64) -> Comparison {
        Comparison::new(self.text("target"), self.target(study), short(ours), self.judge(study, ours))
            .because(self.text("why"))
    }

    /// How our figure stands to the target.
    pub fn judge(self, study: &Study, ours: f64) -> Verdict {
        let [value, low, high] = self.figures(study);
        let value = value.unwrap_or(f64::NAN);
        let met = match self.text("rule") {
            "within" => low.is_some_and(|low| ours >= low) && high.is_some_and(|high| ours <= high),
            "about" => (ours / value - 1.0).abs() <= ABOUT,
            "order" => ours <= value * ORDER && ours >= value / ORDER,
            "at_least" => ours >= value,
            "at_most" => ours <= value,
            "none" => ours == 0.0,
            "above_0" => ours > 0.0,
            "below_0" => ours < 0.0,
            _ => return Verdict::Shown,
        };
        if met { Verdict::Met } else { Verdict::Missed }
    }
}

/// A number in few digits, small ones too.
pub fn short(value: f64) -> String {
    if value == f64::INFINITY {
        "never".into()
    } else if value == 0.0 {
        "0".into()
    } else if value.abs() < 0.1 {
        let digits = if value.abs() < 0.001 { 6 } else { 4 };
        let text = format!("{value:.digits$}");
        text.trim_end_matches('0').trim_end_matches('.').to_string()
    } else {
        readable(value)
    }
}
