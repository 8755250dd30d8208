//! Many futures of a scenario on all cores.

use headwater::error::Faults;
use headwater::inputs::evidence::Evidence;
use headwater::inputs::place::Area;
use headwater::model::draws::{Draws, STEPS};
use headwater::value::answer::{Given, Study};
use headwater::value::ensemble::Ensemble;
use headwater::value::ensemble::quick::Ready;
use headwater::value::ensemble::record::View;
use headwater::value::ensemble::rows::Rows;
use headwater::value::ensemble::worlds::Worlds;
use indicatif::ProgressBar;
use rayon::prelude::*;

use crate::progress;

/// Most futures whose every number is kept at once: about 90 kB each.
pub const MOST_KEPT: usize = 10_000;

/// How futures are run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Each by the engine of the central answer.
    Exact,
    /// All together to first order, as on the page.
    Quick,
}

/// Runs `count` futures of a scenario.
///
/// The rows are in the order of the draw table whatever core ran them, so the same seed gives the same bits.
pub fn futures(
    area: &Area,
    evidence: &Evidence,
    given: &Given,
    (count, seed): (usize, u64),
    (engine, view): (Engine, View),
) -> Result<Rows, Faults> {
    if view == View::WHOLE && count > MOST_KEPT {
        let reason = format!("keeps every outcome of every future: at most {MOST_KEPT} at once");
        return Err(Faults::one("--draws", count, reason));
    }
    let scenario = &given.scenario;
    let study = Study::new(evidence, scenario)?;
    let draws = Draws::new(evidence, seed, 1..=count)?;
    let bar = progress::bar(count, "futures");
    let with = |part: (usize, usize)| -> Result<Rows, Faults> {
        let worlds = Worlds::new(evidence, scenario, study.tables(), &draws, part);
        let (draws, worlds, baseline, view) = (&draws, &worlds, study.baseline(area), view.clone());
        run(&Ensemble { area, evidence, scenario, baseline, draws, worlds, view }, engine, &bar)
    };
    let baselines = STEPS.iter().map(|(_, steps)| *steps).product();
    let parts = match engine {
        Engine::Exact => vec![with((0, 1))],
        // Futures of one baseline share most of the work: each baseline goes to one core.
        Engine::Quick => (0..baselines).into_par_iter().map(|part| with((part, baselines))).collect(),
    };
    bar.finish_and_clear();
    let mut rows = Rows::new(scenario.horizon_years as usize, view.set_in_motion, seed);
    for part in parts {
        rows.append(part?)?;
    }
    rows.sort();
    Ok(rows)
}

fn run(ensemble: &Ensemble<'_>, engine: Engine, bar: &ProgressBar) -> Result<Rows, Faults> {
    if engine == Engine::Quick {
        let rows = Ready::new(ensemble)?.run(ensemble)?;
        bar.inc(rows.len() as u64);
        return Ok(rows);
    }
    let indices: Vec<usize> = ensemble.indices().collect();
    let each = |index: usize| {
        let future = ensemble.future(index);
        bar.inc(1);
        future
    };
    let all = indices.into_par_iter().map(each).collect::<Result<Vec<_>, _>>()?;
    let mut rows = ensemble.empty(all.len());
    all.into_iter().for_each(|future| rows.push(future));
    Ok(rows)
}
