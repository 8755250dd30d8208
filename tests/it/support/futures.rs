//! Possible futures of a scenario, for tests.

use headwater::error::Faults;
use headwater::inputs::place::Area;
use headwater::model::draws::Draws;
use headwater::value::answer::Study;
use headwater::value::ensemble::Ensemble;
use headwater::value::ensemble::record::View;
use headwater::value::ensemble::rows::Rows;
use headwater::value::ensemble::worlds::Worlds;

use super::shipped::evidence;
use super::what_if::try_scenario;

/// Enough of each future for most tests, and quick: the years of the horizon only.
pub fn horizon() -> View {
    View { outcomes: None, fifths: false, ledger: true, set_in_motion: false }
}

/// Hands over the ensemble of a scenario on rows `first` to `last` of a seed, this worker's part of them.
#[track_caller]
pub fn with_ensemble<R>(
    (area, json): (&Area, &str),
    (seed, first, last): (u64, usize, usize),
    part: (usize, usize),
    view: View,
    look: impl FnOnce(&Ensemble<'_>) -> R,
) -> R {
    let made = || -> Result<R, Faults> {
        let scenario = try_scenario(json)?;
        let study = Study::new(evidence(), &scenario)?;
        let draws = Draws::new(evidence(), seed, first..=last)?;
        let worlds = Worlds::new(evidence(), &scenario, study.tables(), &draws, part);
        let baseline = study.baseline(area);
        let (draws, worlds, scenario) = (&draws, &worlds, &scenario);
        Ok(look(&Ensemble { area, evidence: evidence(), scenario, baseline, draws, worlds, view }))
    };
    made().unwrap_or_else(|faults| panic!("{json}: {faults}"))
}

/// Rows of a whole ensemble.
#[track_caller]
pub fn rows(scenario: (&Area, &str), which: (u64, usize, usize), view: View) -> Rows {
    with_ensemble(scenario, which, (0, 1), view, |ensemble| ensemble.run().unwrap_or_else(|faults| panic!("{faults}")))
}
