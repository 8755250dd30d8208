//! `headwater validate`: every comparison with something published, of a place if nothing changes and of what a plan
//! changes, run again and said plainly.
//!
//! Targets come from the packs: the table of validation targets, England's totals, what is counted in places. Where the
//! packs hold no figure to compare with, the row says so instead of leaving the comparison out. A missed target is a
//! finding to read, not a failure of the program, so the exit code stays 0.

mod care;
mod causes;
mod deaths;
mod diseases;
mod hospital;
mod life;
mod money;
mod people;
mod report;
mod study;
mod sums;
mod targets;
mod what_if;

use headwater::error::Faults;

use crate::args::{Args, ReportFormat, ValidateOptions};
use crate::output;
use crate::packs::Root;

use report::{Section, markdown, text};
use study::Study;

/// Runs the command.
pub fn run(args: &Args, options: &ValidateOptions) -> Result<(), Faults> {
    let study = Study::new(&Root::find(args)?)?;
    let mut sections: Vec<Section> = vec![
        life::fit(&study),
        life::later_period(&study),
        life::fifths(&study),
        people::population(&study),
        deaths::total(&study),
        deaths::fifths(&study),
        causes::counts(&study),
        causes::shares(&study),
        diseases::stationary(&study),
        diseases::registers(&study),
        diseases::growth(&study),
        hospital::totals(&study),
        hospital::beds(&study),
        money::acute(&study),
        sums::england(&study),
        sums::joined(&study)?,
    ];
    sections.push(targets::section(&study));
    sections.extend(what_if::sections(&study));
    let page = match options.format {
        ReportFormat::Text => text(&sections),
        ReportFormat::Markdown => markdown(&sections),
    };
    output::write(options.out.as_deref(), page.as_bytes())
}
