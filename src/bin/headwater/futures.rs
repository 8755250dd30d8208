//! Many futures of a scenario on all cores.

use headwater::error::Faults;
use headwater::inputs::evidence::Evidence;
use headwater::inputs::place::Area;
use headwater::model::draws::Draws;
use headwater::value::answer::{Given, Study};
use headwater::value::ensemble::Ensemble;
use headwater::value::ensemble::record::View;
use headwater::value::ensemble::rows::Rows;
use headwater::value::ensemble::worlds::Worlds;
use rayon::prelude::*;

use crate::progress;

/// Most futures whose every number is kept at once: about 90 kB each.
pub const MOST_KEPT: usize = 10_000;

/// Runs `count` futures of a scenario.
///
/// The rows are in the order of the draw table whatever core ran them, so the same seed gives the same bits.
pub fn futures(
    area: &Area,
    evidence: &Evidence,
    given: &Given,
    (count, seed): (usize, u64),
    view: View,
) -> Result<Rows, Faults> {
    if count > MOST_KEPT {
        let reason = format!("keeps every outcome of every future: at most {MOST_KEPT} at once");
        return Err(Faults::one("--draws", count, reason));
    }
    let scenario = &given.scenario;
    let study = Study::new(area, evidence, scenario)?;
    let draws = Draws::new(evidence, seed, 1..=count)?;
    let worlds = Worlds::new(area, evidence, scenario, study.tables(), &draws, (0, 1));
    let ensemble =
        Ensemble { area, evidence, scenario, baseline: study.baseline(), draws: &draws, worlds: &worlds, view };
    let bar = progress::bar(count, "futures");
    let indices: Vec<usize> = ensemble.indices().collect();
    let all = indices
        .into_par_iter()
        .map(|index| {
            let future = ensemble.future(index);
            bar.inc(1);
            future
        })
        .collect::<Result<Vec<_>, _>>()?;
    bar.finish_and_clear();
    let mut rows = ensemble.empty();
    all.into_iter().for_each(|future| rows.push(future));
    rows.sort();
    Ok(rows)
}
