//! `headwater convergence`: how far the quantiles of few futures lie from those of many.
//!
//! Rows of the draw table refine each other: any 250 in order are complete by themselves, any 1,000 and 4,000 too. So one run
//! of many futures holds many runs of few, and the error of a run of few is seen, not guessed.

use headwater::error::Faults;
use headwater::value::ensemble::record::{Part, View};
use headwater::value::ensemble::rows::Rows;
use headwater::value::ensemble::summary::quantile;
use serde_json::{Value, json};

use crate::args::{Args, ConvergenceOptions, TableFormat};
use crate::futures::{Engine, futures};
use crate::output;
use crate::own::{self, Own};
use crate::packs::Root;
use crate::run::read_scenarios;

/// Runs of few whose errors are shown.
const FEW: [usize; 3] = [250, 1_000, 4_000];
/// Quantiles compared.
const QUANTILES: [f64; 3] = [0.05, 0.5, 0.95];
/// Figures compared: id, account.
const FIGURES: [(&str, Part); 6] = [
    ("emergency_admissions", Part::Horizon),
    ("deaths", Part::Horizon),
    ("qalys", Part::Horizon),
    ("qalys", Part::Motion),
    ("qalys_prevention", Part::Motion),
    ("social_care_gbp", Part::Motion),
];

/// Runs the command.
pub fn run(args: &Args, options: &ConvergenceOptions) -> Result<(), Faults> {
    let root = Root::find(args)?;
    let evidence = root.evidence()?;
    let given = read_scenarios(std::slice::from_ref(&options.scenario), None, options.years, &evidence)?;
    let given = given.first().ok_or_else(|| Faults::one("--scenario", "", "holds no scenario"))?;
    let area = root.area(options.place.as_deref(), &[], &root.definitions()?)?;
    let (draws, seed) = options.draws.read()?;
    let count = draws.unwrap_or(64_000);
    if count < 2 * FEW[2] || count % FEW[2] != 0 {
        return Err(Faults::one("--draws", count, format!("must be a multiple of {}, at least two of them", FEW[2])));
    }
    let mut outcomes: Vec<String> = FIGURES.iter().map(|(id, _)| (*id).to_string()).collect();
    outcomes.dedup();
    let view = View { outcomes: Some(outcomes), fifths: false, ledger: false, set_in_motion: true };
    let rows = futures(&area, &evidence, given, (count, seed), (Engine::Quick, view))?;
    let table: Vec<Value> = FIGURES.iter().filter_map(|(id, part)| figure(&rows, id, *part)).collect();
    let own = Own::of(&evidence, &given.scenario);
    let bytes = match options.format {
        TableFormat::Json => {
            output::json_bytes(&json!({ "draws": count, "seed": seed, "own_figures": own.json(), "figures": table }))?
        }
        TableFormat::Csv => {
            let marked = |row: Vec<String>| row.into_iter().chain([own.cell()]);
            output::csv_bytes(&HEADER, table.iter().flat_map(csv_rows).map(marked))?
        }
    };
    output::write(options.out.as_deref(), &bytes)
}

const HEADER: [&str; 7] = ["outcome", "account", "quantile", "value", "draws", "error_share_of_middle_90", own::COLUMN];

/// Root mean square error of each quantile in runs of few, as a share of the width between the 5% and the 95% quantile.
fn figure(rows: &Rows, id: &str, part: Part) -> Option<Value> {
    let all = rows.figure("outcome", id, part, 0)?;
    let whole = quantiles(&all);
    let width = whole[2] - whole[0];
    let few = FEW.map(|count| {
        let runs: Vec<[f64; 3]> = all.chunks_exact(count).map(quantiles).collect();
        let errors: Vec<f64> = (0..3)
            .map(|at| {
                let squares: f64 = runs.iter().map(|run| (run[at] - whole[at]) * (run[at] - whole[at])).sum();
                #[allow(clippy::cast_precision_loss)] // a few hundred runs
                let mean = squares / runs.len() as f64;
                mean.sqrt() / width
            })
            .collect();
        json!({ "draws": count, "runs": runs.len(), "error_share_of_middle_90": errors })
    });
    let account = if part == Part::Motion { "set_in_motion" } else { "by_horizon" };
    Some(json!({ "outcome": id, "account": account, "quantiles": QUANTILES, "values": whole, "few": few }))
}

fn quantiles(values: &[f64]) -> [f64; 3] {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    QUANTILES.map(|p| quantile(&sorted, p))
}

fn csv_rows(figure: &Value) -> Vec<Vec<String>> {
    let word = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_string);
    let mut rows = Vec::new();
    for few in figure["few"].as_array().into_iter().flatten() {
        for at in 0..QUANTILES.len() {
            let number = |list: &str| figure[list][at].to_string();
            let error = few["error_share_of_middle_90"][at].to_string();
            let head = [word(&figure["outcome"]), word(&figure["account"]), number("quantiles"), number("values")];
            rows.push(head.into_iter().chain([few["draws"].to_string(), error]).collect());
        }
    }
    rows
}
