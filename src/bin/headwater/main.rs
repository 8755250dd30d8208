//! The native command line: the same model as in the browser, for analysts and tests.

mod args;
mod baseline;
mod believed;
mod check;
mod compare;
mod compare_futures;
mod convergence;
mod draw_options;
mod draws;
mod evidence_files;
mod explain;
mod files;
mod futures;
mod lifetable;
mod output;
mod own;
mod pack;
mod packs;
mod place_csv;
mod places;
mod plan_command;
mod progress;
mod provenance;
mod run;
mod sensitivity;
mod sensitivity_options;
mod sensitivity_text;
mod solve;
mod sweep;
mod validate;
mod weights;

use std::process::ExitCode;

use clap::Parser;
use headwater::error::Faults;

use args::{Args, Command};

/// The input has faults; each was printed.
const FAULTY_INPUT: u8 = 1;
/// Faults printed of one input; a file with more has one cause, not hundreds.
const MOST_SHOWN: usize = 200;

fn main() -> ExitCode {
    let args = Args::parse();
    let done = match &args.command {
        Command::Places(options) => places::run(&args, options),
        Command::Baseline(options) => baseline::run(&args, options),
        Command::Run(options) => run::run(&args, options),
        Command::Compare(options) => compare::run(&args, options),
        Command::Sweep(options) => sweep::run(&args, options),
        Command::Explain(options) => explain::run(&args, options),
        Command::Sensitivity(options) => sensitivity::run(&args, options),
        Command::Plan(options) => plan_command::run(&args, options),
        Command::Solve(options) => solve::run(&args, options),
        Command::Convergence(options) => convergence::run(&args, options),
        Command::Draws(options) => draws::run(&args, options),
        Command::Lifetable(options) => lifetable::run(options),
        Command::Source(options) => provenance::run(&args, options),
        Command::Check(options) => check::run(&args, options),
        Command::Pack(options) => pack::run(&args, options),
        Command::Validate(options) => validate::run(&args, options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(faults) => {
            report(&faults);
            ExitCode::from(FAULTY_INPUT)
        }
    }
}

fn report(faults: &Faults) {
    for fault in faults.iter().take(MOST_SHOWN) {
        eprintln!("{fault}");
    }
    if faults.len() > MOST_SHOWN {
        eprintln!("... and {} more", faults.len() - MOST_SHOWN);
    }
    if faults.len() > 1 {
        eprintln!("{} faults", faults.len());
    }
}
