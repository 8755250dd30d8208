//! How comparisons are written: one row each, with target, ours, result and reason.

/// How a comparison ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Inside the stated tolerance.
    Met,
    /// Outside it.
    Missed,
    /// Another definition, year or unit: shown for its size, not judged.
    Shown,
    /// The packs hold nothing to compare with.
    Gap,
}

impl Verdict {
    const fn word(self) -> &'static str {
        match self {
            Verdict::Met => "met",
            Verdict::Missed => "MISSED",
            Verdict::Shown => "not judged",
            Verdict::Gap => "GAP",
        }
    }

    /// Met if a difference is within a tolerance.
    pub fn within(difference: f64, tolerance: f64) -> Verdict {
        if difference.abs() <= tolerance { Verdict::Met } else { Verdict::Missed }
    }
}

/// One comparison.
#[derive(Debug, Clone)]
pub struct Comparison {
    what: String,
    target: String,
    ours: String,
    verdict: Verdict,
    reason: String,
}

impl Comparison {
    /// What is compared, the target with its tolerance, what the model gives, how it ended. A figure that is not there is
    /// said in words, and such a comparison is a gap whatever its verdict would have been.
    pub fn new(
        what: impl Into<String>,
        target: impl Into<String>,
        ours: impl Into<String>,
        verdict: Verdict,
    ) -> Comparison {
        let (target, ours): (String, String) = (target.into(), ours.into());
        let verdict = if target.contains(HOLE) || ours.contains(HOLE) { Verdict::Gap } else { verdict };
        let (target, ours) = (in_words(&target), in_words(&ours));
        Comparison { what: what.into(), target, ours, verdict, reason: String::new() }
    }

    /// Why it ended so.
    pub fn because(mut self, reason: impl Into<String>) -> Comparison {
        self.reason = reason.into();
        self
    }
}

/// A table of plain cells.
#[derive(Debug, Clone)]
pub struct Grid {
    /// Column names.
    pub header: Vec<String>,
    /// Cells by row.
    pub rows: Vec<Vec<String>>,
}

impl Grid {
    /// A table without rows yet.
    pub fn new(header: &[&str]) -> Grid {
        Grid { header: header.iter().map(ToString::to_string).collect(), rows: Vec::new() }
    }
}

/// One heading with its comparisons and, where useful, the numbers behind them.
#[derive(Debug, Clone)]
pub struct Section {
    /// Heading.
    pub title: &'static str,
    /// What was done, in a sentence or two.
    pub method: &'static str,
    /// The comparisons.
    pub comparisons: Vec<Comparison>,
    /// The numbers behind them.
    pub grids: Vec<Grid>,
}

/// How a number that is not there is printed.
const HOLE: &str = "NaN";

/// The same with such numbers in words.
fn in_words(text: &str) -> String {
    text.replace(HOLE, "not known")
}

/// The largest of absolute differences; not a number if one of them is not, so that a hole cannot look like agreement.
pub fn largest(differences: &[f64]) -> f64 {
    differences.iter().fold(0.0, |worst: f64, one| if *one > worst || one.is_nan() { *one } else { worst })
}

/// A count as a number to divide by or print.
#[allow(clippy::cast_precision_loss)] // counts of places and cells
pub fn count(things: usize) -> f64 {
    things as f64
}

/// `+1.2%` of a ratio to one.
pub fn percent_off(ratio: f64) -> String {
    format!("{:+.1}%", (ratio - 1.0) * 100.0)
}

/// The page as Markdown, a count of results first.
pub fn markdown(sections: &[Section]) -> String {
    let mut page = format!("{}\n", tally(sections));
    for section in sections {
        page += &format!("\n### {}\n\n{}\n", section.title, section.method);
        page += &markdown_grid(&comparison_grid(&section.comparisons));
        for grid in &section.grids {
            page += &markdown_grid(grid);
        }
    }
    page
}

/// The page for a screen.
pub fn text(sections: &[Section]) -> String {
    let mut page = format!("{}\n", tally(sections));
    for section in sections {
        page += &format!("\n{}\n{}\n\n", section.title.to_uppercase(), section.method);
        for one in &section.comparisons {
            page += &format!(
                "  [{}] {}\n      target: {}\n      ours:   {}\n",
                one.verdict.word(),
                one.what,
                one.target,
                one.ours
            );
            if !one.reason.is_empty() {
                page += &format!("      why:    {}\n", one.reason);
            }
        }
        for grid in &section.grids {
            page += &text_grid(grid);
        }
    }
    page
}

fn tally(sections: &[Section]) -> String {
    let count = |verdict: Verdict| {
        sections.iter().flat_map(|section| &section.comparisons).filter(|one| one.verdict == verdict).count()
    };
    format!(
        "{} met, {} missed, {} shown without judgement, {} with nothing published in the packs to compare with.",
        count(Verdict::Met),
        count(Verdict::Missed),
        count(Verdict::Shown),
        count(Verdict::Gap)
    )
}

fn comparison_grid(comparisons: &[Comparison]) -> Grid {
    let mut grid = Grid::new(&["compared", "target", "ours", "result", "why"]);
    for one in comparisons {
        grid.rows.push(vec![
            one.what.clone(),
            one.target.clone(),
            one.ours.clone(),
            one.verdict.word().to_string(),
            one.reason.clone(),
        ]);
    }
    grid
}

fn markdown_grid(grid: &Grid) -> String {
    if grid.rows.is_empty() {
        return String::new();
    }
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let rule = vec!["---".to_string(); grid.header.len()];
    let rows: String = grid.rows.iter().map(|row| in_words(&line(row))).collect();
    format!("\n{}{}{rows}", line(&grid.header), line(&rule))
}

fn text_grid(grid: &Grid) -> String {
    if grid.rows.is_empty() {
        return String::new();
    }
    let lines: Vec<&Vec<String>> = std::iter::once(&grid.header).chain(&grid.rows).collect();
    let width = |column: usize| {
        lines.iter().filter_map(|line| line.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let mut page = String::from("\n");
    for line in &lines {
        page += "  ";
        for (column, cell) in line.iter().enumerate() {
            page += &format!("{:<1$}  ", in_words(cell), width(column));
        }
        page += "\n";
    }
    page
}
