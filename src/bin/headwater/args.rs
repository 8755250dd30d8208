//! What can be asked on the command line, with help that teaches.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::draw_options::{DrawOptions, DrawsOptions};
use crate::sensitivity_options::SensitivityOptions;

/// What if our place spent a little less on acute hospital care and a little more on prevention?
#[derive(Debug, Parser)]
#[command(
    name = "headwater",
    version,
    about = "What if our place spent a little less on acute hospital care and a little more on prevention?",
    long_about = "Headwater runs a public what-if model of health spending for England's 153 upper-tier council areas.\n\n\
        Start with:\n  headwater places oldham\n  headwater baseline --place E08000004 --years 30\n  headwater source deaths\n\n\
        Exit codes: 0 done, 1 an input has faults (each is printed with path, value and reason), 2 the command was not understood."
)]
pub struct Args {
    /// Folder that holds `data/`, `evidence/` and `pack/`; found by looking upwards from here if not given
    #[arg(long, global = true, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Find places by name or code, or show everything counted in one
    Places(PlacesOptions),
    /// A place if nothing changes: people, deaths, diseases, hospital use, exposures and money, year by year
    Baseline(BaselineOptions),
    /// A scenario in a place: who gains, who loses, when, and who pays
    Run(RunOptions),
    /// Several scenarios of one place side by side, with the score of a shared-outcomes framework if you have one
    Compare(CompareOptions),
    /// Every place with every scenario, in parallel, to a table; carries on where it was stopped
    Sweep(SweepOptions),
    /// Why an answer is what it is: the biggest reasons, every part, and the way from pounds to people and back
    Explain(ExplainOptions),
    /// What the answer hangs on: rival evidence, the figure that would turn it, what is most worth knowing
    Sensitivity(SensitivityOptions),
    /// How to find out whether a scenario works: what to count, what to expect each year, what would show that it fails
    Plan(PlanOptions),
    /// Work backwards: from what should be reached to the plan that reaches it, the cheapest, the most equal, the nearest
    Solve(SolveOptions),
    /// The table of draws: one value of every uncertain figure for each possible future
    Draws(DrawsOptions),
    /// How far the quantiles of 250, 1,000 and 4,000 futures lie from those of many more
    Convergence(ConvergenceOptions),
    /// Run the life-table engine on your own tables
    Lifetable(LifetableOptions),
    /// Where a figure comes from: its value, range, status and sources
    Source(SourceOptions),
    /// Explain every fault of a file or folder: a place (JSON or CSV), an evidence folder, a compiled pack, life tables
    Check(CheckOptions),
    /// Build or verify the packs the model reads
    Pack(PackOptions),
    /// Compare the baseline with everything published that the packs hold, and say what is met and what is missed
    Validate(ValidateOptions),
}

/// How a result is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For reading on a screen
    Text,
    /// One document with everything
    Json,
    /// Tidy rows, one number each
    Csv,
}

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// One document with everything
    Json,
    /// Tidy rows
    Csv,
}

/// Options of `places`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  headwater places                     all 153 places and England\n  headwater places york                names that contain \"york\"\n  headwater places --show E08000004    everything counted in Oldham, with period, source and flags"
)]
pub struct PlacesOptions {
    /// Part of a name, or a code old or new
    pub query: Option<String>,
    /// Show every figure counted in one place
    #[arg(long, value_name = "CODE", conflicts_with = "query")]
    pub show: Option<String>,
    /// How to write it
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

/// A breakdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum By {
    /// Female, male
    Sex,
    /// Published five-year age bands, 90 and over open
    Age,
    /// National fifths of deprivation, 1 = most deprived
    Quintile,
}

/// Options of `baseline`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  headwater baseline --place E08000004 --years 30\n  headwater baseline --place E08000004+E08000005 --format csv --by sex,quintile\n  headwater baseline --all-places --years 10 --format csv --out baseline.csv\n  headwater baseline --place-file ours.json --assume base.mortality_trend_share=0"
)]
pub struct BaselineOptions {
    /// Code of a place, or several joined into one: E08000004+E08000005
    #[arg(long, value_name = "CODE[+CODE...]", required_unless_present_any = ["place_file", "all_places"])]
    pub place: Option<String>,
    /// Your own place file (JSON or CSV, see docs/PLACE_FORMAT.md); may be repeated, and joins with --place
    #[arg(long, value_name = "FILE")]
    pub place_file: Vec<PathBuf>,
    /// Every place, each on its own, in parallel
    #[arg(long, conflicts_with_all = ["place", "place_file"])]
    pub all_places: bool,
    /// Number of years, from the first year of the evidence pack
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u16).range(1..=100))]
    pub years: u16,
    /// Break the counts down, separated by commas
    #[arg(long, value_enum, value_delimiter = ',')]
    pub by: Vec<By>,
    /// Only these outcomes, separated by commas (default: all)
    #[arg(long, value_delimiter = ',', value_name = "ID")]
    pub outcomes: Vec<String>,
    /// Change an assumption for this run: ID=VALUE; may be repeated
    #[arg(long, value_name = "ID=VALUE", allow_hyphen_values = true)]
    pub assume: Vec<String>,
    /// Take a side in rival evidence: SWITCH=OPTION, for example demand_growth=elicited; may be repeated
    #[arg(long, value_name = "SWITCH=OPTION")]
    pub take: Vec<String>,
    /// How to write it
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
    /// Write to a file instead of the screen; the file appears only when it is complete
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Options of `run`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "A scenario is a JSON file; {} is the baseline. Example:\n  {\"shift\": {\"share_of_acute\": 0.01, \"ramp_years\": 5}, \"funding\": \"growth_only\", \"programmes\": \"evidence_mix\"}\n\nExamples:\n  headwater run --place E08000004 --scenario presets/default.json --years 20"
)]
pub struct RunOptions {
    /// Code of a place, or several joined into one: E08000004+E08000005
    #[arg(long, value_name = "CODE[+CODE...]", required_unless_present = "place_file")]
    pub place: Option<String>,
    /// Your own place file; may be repeated, and joins with --place
    #[arg(long, value_name = "FILE")]
    pub place_file: Vec<PathBuf>,
    /// Scenario file, with one scenario or several by name
    #[arg(long, value_name = "FILE")]
    pub scenario: PathBuf,
    /// Only the scenario of this name
    #[arg(long)]
    pub name: Option<String>,
    /// Years shown, whatever the scenario's own horizon; a warning says so where they differ
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u8).range(1..=30))]
    pub years: u8,
    /// Ranges of every outcome over this many possible futures
    #[command(flatten)]
    pub draws: DrawOptions,
    /// Run futures as the page does: all together to first order, many times faster (docs/VALIDATION.md says how near)
    #[arg(long, requires = "draws")]
    pub quick: bool,
    /// How to write it
    #[arg(long, value_enum, default_value = "json")]
    pub format: TableFormat,
    /// Write to a file instead of the screen; the file appears only when it is complete
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Options of `convergence`.
#[derive(Debug, clap::Args)]
pub struct ConvergenceOptions {
    /// Code of a place, or several joined into one: E08000004+E08000005
    #[arg(long, value_name = "CODE[+CODE...]")]
    pub place: Option<String>,
    /// Scenario file
    #[arg(long, value_name = "FILE")]
    pub scenario: PathBuf,
    /// Years shown
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u8).range(1..=30))]
    pub years: u8,
    /// How many futures to compare with: a multiple of 4,000 [default: 64,000]
    #[command(flatten)]
    pub draws: DrawOptions,
    /// How to write it
    #[arg(long, value_enum, default_value = "csv")]
    pub format: TableFormat,
    /// Write to a file instead of the screen; the file appears only when it is complete
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Options of `compare`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  headwater compare --place E08000004 --scenario presets/default.json --scenario presets/new-money.json\n  headwater compare --place E08000004 --scenario presets/default.json --framework ours.json\n\nA framework: {\"name\": \"Ours\", \"outcomes\": [{\"outcome\": \"deaths_under_75\", \"target_change\": -10, \"year\": 2040, \"weight\": 2}]}"
)]
pub struct CompareOptions {
    /// Code of a place, or several joined into one: E08000004+E08000005
    #[arg(long, value_name = "CODE[+CODE...]", required_unless_present = "place_file")]
    pub place: Option<String>,
    /// Your own place file; may be repeated, and joins with --place
    #[arg(long, value_name = "FILE")]
    pub place_file: Vec<PathBuf>,
    /// Scenario file; may be repeated, and each may hold several scenarios
    #[arg(long, value_name = "FILE", required = true)]
    pub scenario: Vec<PathBuf>,
    /// Shared-outcomes framework: chosen outcomes, local targets, weights
    #[arg(long, value_name = "FILE")]
    pub framework: Option<PathBuf>,
    /// Possible futures: ranges of each scenario, and of the first less each of the others in the same futures
    #[command(flatten)]
    pub draws: DrawOptions,
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

/// Options of `sweep`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "What is done is kept in FILE.progress until the table is written: if the command is stopped, give it again.\n\nExamples:\n  headwater sweep --out sweep.csv\n  headwater sweep --scenario presets/default.json --out sweep.csv --out sweep.parquet"
)]
pub struct SweepOptions {
    /// Scenario file; may be repeated (default: every preset)
    #[arg(long, value_name = "FILE")]
    pub scenario: Vec<PathBuf>,
    /// Code of a place; may be repeated (default: all 153)
    #[arg(long, value_name = "CODE[+CODE...]")]
    pub place: Vec<String>,
    /// Years shown, whatever the scenarios' own horizons
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u8).range(1..=30))]
    pub years: u8,
    /// Stop after this many runs; the same command carries on
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// Table to write, .csv or .parquet; may be repeated
    #[arg(long, value_name = "FILE", required = true)]
    pub out: Vec<PathBuf>,
}

/// Options of `explain`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  headwater explain --place E08000004 --scenario presets/default.json\n  headwater explain --place E08000004 --scenario presets/default.json --outcome emergency_admissions"
)]
pub struct ExplainOptions {
    /// Code of a place, or several joined into one: E08000004+E08000005
    #[arg(long, value_name = "CODE[+CODE...]", required_unless_present = "place_file")]
    pub place: Option<String>,
    /// Your own place file; may be repeated, and joins with --place
    #[arg(long, value_name = "FILE")]
    pub place_file: Vec<PathBuf>,
    /// Scenario file, with one scenario or several by name
    #[arg(long, value_name = "FILE")]
    pub scenario: PathBuf,
    /// Only the scenario of this name
    #[arg(long)]
    pub name: Option<String>,
    /// Which outcome to explain on the screen
    #[arg(long, value_name = "ID", default_value = "qalys")]
    pub outcome: String,
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

/// Options of `plan`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  headwater plan --place E08000004 --scenario presets/default.json --format csv --out evaluation.csv"
)]
pub struct PlanOptions {
    /// Code of a place, or several joined into one: E08000004+E08000005
    #[arg(long, value_name = "CODE[+CODE...]", required_unless_present = "place_file")]
    pub place: Option<String>,
    /// Your own place file; may be repeated, and joins with --place
    #[arg(long, value_name = "FILE")]
    pub place_file: Vec<PathBuf>,
    /// Scenario file, with one scenario or several by name
    #[arg(long, value_name = "FILE")]
    pub scenario: PathBuf,
    /// Only the scenario of this name
    #[arg(long)]
    pub name: Option<String>,
    /// Years shown, whatever the scenario's own horizon; a warning says so where they differ
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u8).range(1..=30))]
    pub years: u8,
    /// How to write it
    #[arg(long, value_enum, default_value = "csv")]
    pub format: TableFormat,
    /// Write to a file instead of the screen; the file appears only when it is complete
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// How a page or a document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TextFormat {
    /// For reading on a screen
    Text,
    /// One document with everything
    Json,
}

/// Options of `solve`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "A goal is a JSON file (docs/METHOD.md, B8). Example:\n  {\"targets\": [{\"outcome\": \"emergency_admissions\", \"change\": \"fewer\", \"at_least\": 20, \"year\": 2036},\n               {\"outcome\": \"deaths_hospital\", \"change\": \"more\", \"at_most\": 3, \"account\": \"by_horizon\"}],\n   \"objectives\": [\"least_cost\", \"most_equal\", \"least_change\"],\n   \"programmes\": {\"warm_homes\": {\"max_gbp_per_year\": 500000}, \"stop_smoking\": {\"locked_gbp_per_year\": 200000}}}\n\nExamples:\n  headwater solve --place E08000004 --goal goal.json --scenario presets/default.json"
)]
pub struct SolveOptions {
    /// Code of a place, or several joined into one: E08000004+E08000005
    #[arg(long, value_name = "CODE[+CODE...]", required_unless_present = "place_file")]
    pub place: Option<String>,
    /// Your own place file; may be repeated, and joins with --place
    #[arg(long, value_name = "FILE")]
    pub place_file: Vec<PathBuf>,
    /// Goal file: targets, objectives, limits of programmes
    #[arg(long, value_name = "FILE")]
    pub goal: PathBuf,
    /// Scenario that gives everything but the money: start, ramp, funding, targeting, beliefs (default: growth held back)
    #[arg(long, value_name = "FILE")]
    pub scenario: Option<PathBuf>,
    /// Only the scenario of this name
    #[arg(long)]
    pub name: Option<String>,
    /// Years shown, whatever the scenario's own horizon
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u8).range(1..=30))]
    pub years: u8,
    /// Model runs behind a goal's probability, and their seed, instead of the goal's own
    #[command(flatten)]
    pub draws: DrawOptions,
    /// How to write it
    #[arg(long, value_enum, default_value = "text")]
    pub format: TextFormat,
    /// Write to a file instead of the screen; the file appears only when it is complete
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Options of `lifetable`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "DIR/population.csv:    sex,age,population,mortality_rate,disability_rate   (single years 0 to 110)\nDIR/diseases/NAME.csv: sex,age,incidence_rate,remission_rate,case_fatality_rate,prevalence_share,disability_rate\n\nEvery row with population above 0 is a cohort; the others only give rates.\n\nExamples:\n  headwater lifetable tables --format csv\n  headwater lifetable tables --change chd.incidence=0.9 --change mortality=0.99 --until-age 95 --format csv"
)]
pub struct LifetableOptions {
    /// Folder with population.csv and diseases/
    pub dir: PathBuf,
    /// KEY=FACTOR, repeated once per KEY; KEY is `mortality`, `NAME.incidence`, `NAME.remission` or `NAME.case_fatality`
    #[arg(long, value_name = "KEY=FACTOR")]
    pub change: Vec<String>,
    /// Last age lived
    #[arg(long, default_value_t = 110, value_parser = clap::value_parser!(u8).range(0..=110))]
    pub until_age: u8,
    /// How to write it
    #[arg(long, value_enum, default_value = "csv")]
    pub format: TableFormat,
    /// Write to a file instead of the screen; the file appears only when it is complete
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Options of `source`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  headwater source emergency_admissions              what stands behind an outcome\n  headwater source stop_smoking.unit_cost            a figure: value, range, status, why, sources\n  headwater source indicators.smoking_adult_aps --place E08000004\n  headwater source elons2015                         a source"
)]
pub struct SourceOptions {
    /// Id of an outcome, parameter, effect, table, programme, source, or a `place.` path
    pub id: String,
    /// Show what was counted in this place
    #[arg(long, value_name = "CODE")]
    pub place: Option<String>,
}

/// Options of `check`.
#[derive(Debug, clap::Args)]
pub struct CheckOptions {
    /// File or folder
    pub path: PathBuf,
}

/// Options of `pack`.
#[derive(Debug, clap::Args)]
pub struct PackOptions {
    /// What to do with the packs
    #[command(subcommand)]
    pub action: PackAction,
}

/// Actions of `pack`.
#[derive(Debug, Clone, Subcommand)]
pub enum PackAction {
    /// Compile evidence/ to pack/evidence.json, with totals taken from data/
    Build,
    /// Check that the compiled packs are whole, up to date and add up
    Verify,
    /// Split the compiled evidence into what every visitor of the page loads, and what only the curious load
    Page {
        /// Folder to write evidence.json and provenance.json to
        out: PathBuf,
    },
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For reading on a screen
    Text,
    /// Tables for a page of documentation
    Markdown,
}

/// Options of `validate`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Runs England and all places, which takes a few seconds. A missed target is a finding to read, so the exit code stays 0.\n\nExamples:\n  headwater validate\n  headwater validate --format markdown --out comparisons.md"
)]
pub struct ValidateOptions {
    /// How to write it
    #[arg(long, value_enum, default_value = "text")]
    pub format: ReportFormat,
    /// Write to a file instead of the screen; the file appears only when it is complete
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}
