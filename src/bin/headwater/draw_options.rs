//! `--draws` and `--seed`, shared by every command that knows them.

use std::fmt::Display;
use std::path::PathBuf;

use headwater::error::Faults;
use headwater::model::draws::{LARGEST_SEED, MOST};

use crate::args::TableFormat;

/// Options of draws. Read as text, so that every fault is said in the same three parts as any other.
#[derive(Debug, clap::Args)]
pub struct DrawOptions {
    /// Number of draws, 1 to 100,000; 250, 1,000, 4,000 and 16,000 cover every range most evenly
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    pub draws: Option<String>,
    /// Seed of the draws, a whole number: the same seed gives the same draws [default: 1]
    #[arg(long, value_name = "S", allow_hyphen_values = true)]
    pub seed: Option<String>,
}

/// Options of the command `draws`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Row 0 holds the central values. Values are in the unit and price year of each record.\n\nExamples:\n  headwater draws --draws 1000 --seed 1 --out draws.csv\n  headwater draws --draws 250 --format json"
)]
pub struct DrawsOptions {
    /// How many, and from which seed (default: 1,000)
    #[command(flatten)]
    pub asked: DrawOptions,
    /// How to write it
    #[arg(long, value_enum, default_value = "csv")]
    pub format: TableFormat,
    /// Write to a file instead of the screen; the file appears only when it is complete
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

impl DrawOptions {
    /// The number of draws, if asked for, and the seed.
    pub fn read(&self) -> Result<(Option<usize>, u64), Faults> {
        let mut faults = Faults::new();
        let draws = self.draws.as_deref().map(|text| whole("--draws", text, 1, MOST, &mut faults));
        let seed = self.seed.as_deref().map_or(1, |text| whole("--seed", text, 0, LARGEST_SEED, &mut faults));
        faults.finish((draws, seed))
    }
}

/// A whole number written in digits, within `low..=high`.
pub fn whole<T>(path: &str, text: &str, low: T, high: T, faults: &mut Faults) -> T
where
    T: Copy + PartialOrd + Display + std::str::FromStr,
{
    match text.trim().parse::<T>() {
        Ok(value) if value >= low && value <= high => value,
        _ => {
            faults.add(path, text, format!("must be a whole number from {low} to {high}, in digits"));
            low
        }
    }
}
