//! Place-wide plans: nobody has shown one to lower admissions, and life expectancy hardly moves.

use headwater::inputs::place::Place;
use headwater::value::outcomes::Outcomes;
use rayon::prelude::*;

use super::measures::flow;
use super::published::{compare, short};
use super::trial::{OLDHAM, best_evidenced, run};
use crate::validate::report::{Comparison, Grid, Section, Verdict};
use crate::validate::study::Study;

/// Share of acute spending the largest preset moves, and years of its run.
const LARGEST: (f64, u32) = (0.05, 30);
/// Years of the published growth of admissions.
const GROWTH_YEARS: usize = 5;
/// Twelve places as unlike each other as they come, and Newham, where the plan moves life expectancy most of all 153.
const PLACES: [&str; 13] = [
    "E06000009",
    "E09000027",
    "E08000004",
    "E08000025",
    "E06000052",
    "E06000053",
    "E09000001",
    "E09000012",
    "E06000017",
    "E10000016",
    "E06000065",
    "E08000031",
    "E09000025",
];

/// No place-wide programme has been shown to lower admissions; life expectancy hardly moves.
pub fn section(study: &Study) -> Section {
    let chosen = |(place, _): &(&Place, &Outcomes)| PLACES.contains(&place.code.as_str());
    let all: Vec<Tried> = study
        .places
        .par_iter()
        .zip(&study.runs)
        .filter(chosen)
        .map(|(place, base)| tried(study, place, base))
        .collect();
    let mut sorted: Vec<&Tried> = all.iter().collect();
    sorted.sort_by(|a, b| b.life.abs().total_cmp(&a.life.abs()));
    let mut grid = Grid::new(&[
        "place",
        "life expectancy after 30 years, 5% moved, years",
        "growth of admissions in 5 years, with over without",
    ]);
    for one in &sorted {
        grid.rows.push(vec![one.name.clone(), short(one.life), format!("{:.4}", one.growth)]);
    }
    let oldham = all
        .iter()
        .find(|one| one.code == OLDHAM)
        .map_or(Err("Oldham is not in the data pack"), |one| Ok(one.life.abs()));
    let most = |of: fn(&Tried) -> f64| all.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
    let least = |of: fn(&Tried) -> f64| all.iter().map(of).fold(f64::INFINITY, f64::min);
    let falling = all.iter().filter(|one| one.falls).count();
    Section {
        title: "Place-wide plans",
        method: "Thirteen contrasting places with 5% of acute spending moved by the project's own rules: growth held back, best evidence first, 30 years. The largest effect of any of them is compared, but for life expectancy that of Oldham, where the design had its figure.",
        comparisons: vec![
            compare::<String>(study, "plans.vanguard_growth", &Ok(least(|one| one.growth))),
            Comparison::new(
                "Places where admissions after five years are lower than at the start because of the plan",
                "none: no place-wide programme in England has been shown to lower them",
                format!("{falling} of {}", all.len()),
                if falling == 0 { Verdict::Met } else { Verdict::Missed },
            ),
            compare(study, "plans.life_expectancy", &oldham)
                .because("a loss, at the price of the central row: the cut costs more life than the programmes give back in these years. As new money the same programmes add half as much"),
            compare::<String>(study, "plans.alarm", &Ok(most(|one| one.life.abs())))
                .because("the largest change of the thirteen, and it is a loss"),
        ],
        grids: vec![grid],
    }
}

/// What 5% does in a place.
struct Tried {
    code: String,
    name: String,
    /// Growth of admissions over five years with the plan, over growth without.
    growth: f64,
    /// True if admissions are lower after five years with the plan, and would not be without.
    falls: bool,
    /// Change of life expectancy, the larger of the two sexes, in the last year.
    life: f64,
}

fn tried(study: &Study, place: &Place, base: &Outcomes) -> Tried {
    let run = run(study, place, &best_evidenced(LARGEST.0, LARGEST.1, "growth_only"));
    let series = base.get("emergency_admissions");
    let before = |year: usize| series.and_then(|series| series.total(year)).unwrap_or(f64::NAN);
    let Ok(ran) = run else {
        return Tried {
            code: place.code.clone(),
            name: place.name.clone(),
            growth: f64::NAN,
            falls: true,
            life: f64::NAN,
        };
    };
    let moved = flow(&ran.what_if, "emergency_admissions").unwrap_or_default();
    let with = |year: usize| before(year) + moved.get(year).copied().unwrap_or(f64::NAN);
    let life = ran
        .what_if
        .life_expectancy
        .last()
        .map_or(f64::NAN, |sexes| if sexes[0].abs() > sexes[1].abs() { sexes[0] } else { sexes[1] });
    Tried {
        code: place.code.clone(),
        name: place.name.clone(),
        growth: with(GROWTH_YEARS) / with(0) / (before(GROWTH_YEARS) / before(0)),
        falls: with(GROWTH_YEARS) < with(0) && before(GROWTH_YEARS) >= before(0),
        life,
    }
}
