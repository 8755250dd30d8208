//! Options of `headwater sensitivity`.

use std::path::PathBuf;

use headwater::error::Faults;
use headwater::model::draws::MOST;

use crate::args::Format;
use crate::draw_options::{DrawOptions, whole};

/// Options of `sensitivity`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Without --draws it says what single figures and sides of disputes do to the central answer; with it also how often the sign holds, and what would be most worth knowing.\nSeveral scenarios are each answered, and are then the choices, beside doing nothing, for what is worth knowing.\n\nExamples:\n  headwater sensitivity --place E08000004 --scenario presets/default.json\n  headwater sensitivity --place E08000004 --scenario presets/default.json --about emergency_admissions --account by_horizon\n  headwater sensitivity --place E08000004 --scenario presets/default.json --draws 1000 --seed 1 --format json --out sensitivity.json"
)]
pub struct SensitivityOptions {
    /// Code of a place, or several joined into one: E08000004+E08000005
    #[arg(long, value_name = "CODE[+CODE...]", required_unless_present = "place_file")]
    pub place: Option<String>,
    /// Your own place file; may be repeated, and joins with --place
    #[arg(long, value_name = "FILE")]
    pub place_file: Vec<PathBuf>,
    /// Scenario file, with one scenario or several by name; may be repeated
    #[arg(long, value_name = "FILE", required = true)]
    pub scenario: Vec<PathBuf>,
    /// Only the scenario of this name
    #[arg(long)]
    pub name: Option<String>,
    /// What is asked about: qalys, another outcome, or net_gbp.PAYER
    #[arg(long, value_name = "ID", default_value = "qalys")]
    pub about: String,
    /// Over which years: set_in_motion (to the end of everybody's life) or by_horizon (the years shown)
    #[arg(long, value_name = "WORD", default_value = "set_in_motion")]
    pub account: String,
    /// How many possible futures, and from which seed
    #[command(flatten)]
    pub draws: DrawOptions,
    /// Futures under each side of a dispute, at most as many as --draws; 0 for none [default: 100]
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    pub rival_draws: Option<String>,
    /// Futures split into contributions, at most as many as --draws; 0 for none [default: 50]
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    pub contribution_draws: Option<String>,
    /// Years shown, whatever the scenario's own horizon; a warning says so where they differ
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u8).range(1..=30))]
    pub years: u8,
    /// How to write it
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
    /// Write to a file instead of the screen; the file appears only when it is complete
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Numbers of futures besides those of the ensemble.
#[derive(Debug, Clone, Copy)]
pub struct Numbers {
    /// Under each side of a dispute.
    pub rivals: Option<usize>,
    /// Split into contributions.
    pub contributions: Option<usize>,
}

impl SensitivityOptions {
    /// Reads them.
    pub fn numbers(&self) -> Result<Numbers, Faults> {
        let mut faults = Faults::new();
        let mut read =
            |path: &str, text: &Option<String>| text.as_deref().map(|text| whole(path, text, 0, MOST, &mut faults));
        let rivals = read("--rival-draws", &self.rival_draws);
        let contributions = read("--contribution-draws", &self.contribution_draws);
        if self.draws.draws.is_none() {
            let given = [("--rival-draws", &self.rival_draws), ("--contribution-draws", &self.contribution_draws)];
            for (path, text) in given.into_iter().filter_map(|(path, text)| Some((path, text.as_ref()?))) {
                faults.add(path, text, "needs --draws: how many futures are there to take from?");
            }
        }
        faults.finish(Numbers { rivals, contributions })
    }
}
