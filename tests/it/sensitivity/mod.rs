//! What an answer hangs on: values of information against a closed form and a nested Monte Carlo, rank correlation against
//! worked examples, thresholds and rivals against plain runs.

mod asking;
mod commands;
mod evppi;
mod moved;
mod rank;
mod rivals;
mod threshold;

use std::sync::LazyLock;

use headwater::inputs::place::Area;
use headwater::inputs::scenario::Scenario;
use headwater::value::answer::{Study, with_run};
use headwater::value::sensitivity::about::About;
use headwater::value::sensitivity::question::{Question, Wanted};

use crate::support::shipped::{self, OLDHAM, evidence};
use crate::support::what_if::try_scenario;

/// Money held back from growing hospitals, and programmes whose effects are as published, shrunk and null.
pub const PLAN: &str = r#"{"shift":{"share_of_acute":0.01,"ramp_years":2},"horizon_years":15,
    "programmes":{"stop_smoking":{"share":0.4},"warm_homes":{"share":0.3},"falls_adaptations":{"share":0.2}}}"#;

pub fn oldham() -> &'static Area {
    static AREA: LazyLock<Area> = LazyLock::new(|| shipped::area(&[OLDHAM]));
    &AREA
}

#[track_caller]
pub fn scenario(json: &str) -> Scenario {
    try_scenario(json).unwrap_or_else(|faults| panic!("{json}: {faults}"))
}

pub fn about(id: &str, account: &str) -> About {
    About::read(id, account).unwrap_or_else(|faults| panic!("{faults}"))
}

/// The net benefit that a plain run of the scenario says.
#[track_caller]
pub fn plain(scenario: &Scenario, about: &About) -> f64 {
    with_run(oldham(), evidence(), scenario, |input| Ok(about.of(input)))
        .unwrap_or_else(|faults| panic!("{faults}"))
        .expect("counted")
}

/// Asks and does every step.
#[track_caller]
pub fn asked(json: &str, about: About, wanted: Wanted) -> Question {
    let mut question =
        Question::new(oldham(), evidence(), &scenario(json), about, wanted).unwrap_or_else(|faults| panic!("{faults}"));
    while question.step(oldham(), evidence()).unwrap_or_else(|faults| panic!("{faults}")) {}
    question
}

pub const RIVALS: Wanted = Wanted { rivals: true, figures: false, contributions: 0, seed: 1 };
pub const FIGURES: Wanted = Wanted { rivals: false, figures: true, contributions: 0, seed: 1 };

/// Every figure moved, asked about admissions within the years shown: the fast account.
pub fn admissions() -> &'static Question {
    static ASKED: LazyLock<Question> =
        LazyLock::new(|| asked(PLAN, about("emergency_admissions", "by_horizon"), FIGURES));
    &ASKED
}

/// Every side, asked about healthy years set in motion.
pub fn sides() -> &'static Question {
    static ASKED: LazyLock<Question> = LazyLock::new(|| asked(PLAN, about("qalys", "set_in_motion"), RIVALS));
    &ASKED
}

/// What a scenario stands on.
pub fn study(scenario: &Scenario) -> Study {
    Study::new(evidence(), scenario).unwrap_or_else(|faults| panic!("{faults}"))
}
