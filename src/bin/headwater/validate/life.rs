//! Life expectancy: the fit, a later period the fit did not see, and the fifths of England.

use headwater::inputs::place::Place;
use headwater::math;
use headwater::model::baseline::fitted_life;
use headwater::model::life_table::life_expectancy;
use headwater::model::mortality::{FIT_YEAR, PlaceMortality};
use headwater::strata::{QUINTILES, SEXES, Sex};

use super::report::{Comparison, Grid, Section, Verdict, count};
use super::study::Study;

/// Every place must reproduce its published life expectancy to this, in years.
const FIT_TOLERANCE: f64 = 0.1;
/// The later period: a mean difference over places beyond this, in years, says the level is off.
const LATER_TOLERANCE: f64 = 0.2;
/// Middle of 2023-25, the later period.
const LATER_YEAR: u32 = 2024;
/// Gap between the poorest and richest fifth: beyond this, in years, the fifths are off.
const GAP_TOLERANCE: f64 = 0.3;

/// The published figures every place is fitted to.
pub fn fit(study: &Study) -> Section {
    let mut comparisons = Vec::new();
    for (what, at_65) in [("at birth", false), ("at 65", true)] {
        for sex in SEXES {
            let differences: Vec<(f64, &str)> = study
                .places
                .iter()
                .map(|place| {
                    let ours = fitted_life(place, &study.tables)[sex.index()];
                    let published = place.life_expectancy[sex.index()];
                    let gap = if at_65 { ours.1 - published.age_65 } else { ours.0 - published.birth };
                    (gap, place.name.as_str())
                })
                .collect();
            let (worst, name) = largest(&differences);
            comparisons.push(Comparison::new(
                format!("Life expectancy {what}, {sex}, 2021-2023, {} places", differences.len()),
                format!("published, within {FIT_TOLERANCE} years"),
                format!("largest difference {worst:.1e} years ({name})"),
                Verdict::within(worst, FIT_TOLERANCE),
            ));
        }
    }
    Section {
        title: "Life expectancy the model is fitted to",
        method: "Rates of mid-2022 before any trend against the published period 2021-2023. Two multipliers per sex and place meet two figures exactly, so this shows that the fit works, not that the model is right.",
        comparisons,
        grids: Vec::new(),
    }
}

fn largest<'a>(differences: &[(f64, &'a str)]) -> (f64, &'a str) {
    let mut worst = (0.0_f64, "");
    for (gap, name) in differences {
        if gap.abs() >= worst.0.abs() {
            worst = (*gap, name);
        }
    }
    worst
}

/// A period the fit did not see, at the trended rates of its middle year.
pub fn later_period(study: &Study) -> Section {
    let mut comparisons = Vec::new();
    let mut grid = Grid::new(&["place", "sex", "published 2023-25", "model, mid-2024", "difference"]);
    for sex in SEXES {
        let mut gaps: Vec<(f64, &Place)> =
            study.places.iter().filter_map(|place| Some((later_gap(study, place, sex)?, place))).collect();
        let mean = gaps.iter().map(|(gap, _)| gap).sum::<f64>() / count(gaps.len());
        let beyond = gaps.iter().filter(|(gap, _)| gap.abs() > 0.5).count();
        gaps.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
        let (worst, name) = gaps.first().map_or((f64::NAN, ""), |(gap, place)| (*gap, place.name.as_str()));
        comparisons.push(
            Comparison::new(
                format!("Life expectancy at birth, {sex}, 2023-2025, {} places", gaps.len()),
                format!("published; mean difference within {LATER_TOLERANCE} years"),
                format!("mean {mean:+.2} years; largest {worst:+.2} ({name}); {beyond} places beyond half a year"),
                Verdict::within(mean, LATER_TOLERANCE),
            )
            .because("the fit period, 2021-2023, holds two pandemic years; the assumed fall of the trend does not make up for them"),
        );
        let country = later_gap(study, &study.england, sex).map(|gap| (gap, &study.england));
        for (gap, place) in country.into_iter().chain(gaps.into_iter().take(5)) {
            let published = place.life_expectancy_check.map_or(f64::NAN, |pair| pair[sex.index()]);
            grid.rows.push(vec![
                place.name.clone(),
                sex.to_string(),
                format!("{published:.1}"),
                format!("{:.2}", published + gap),
                format!("{gap:+.2}"),
            ]);
        }
    }
    Section {
        title: "Life expectancy in a later period",
        method: "Model rates carried by the trend from mid-2022 to mid-2024 against the published period 2023-2025, which nothing was fitted to. England and the five largest differences for each sex.",
        comparisons,
        grids: vec![grid],
    }
}

/// Model minus published; `None` where no later figure is published.
fn later_gap(study: &Study, place: &Place, sex: Sex) -> Option<f64> {
    let published = place.life_expectancy_check?[sex.index()];
    let fitted = PlaceMortality::fit(place, &study.tables);
    let trend = math::pow_int(1.0 + study.tables.mortality_trend, LATER_YEAR - FIT_YEAR);
    let rates = fitted.mix[sex.index()].map(|rate| rate * trend);
    Some(life_expectancy(&rates, 0) - published)
}

/// England by fifth against the table the ratios come from.
pub fn fifths(study: &Study) -> Section {
    let fitted = PlaceMortality::fit(&study.england, &study.tables);
    let mut comparisons = Vec::new();
    let mut grid =
        Grid::new(&["sex", "fifth (1 = most deprived)", "published 2014-16", "model, mid-2022", "difference"]);
    for sex in SEXES {
        let published = published_fifths(study, sex);
        let ours = fitted.rate[sex.index()].map(|rates| life_expectancy(&rates, 0));
        comparisons.push(compare_gaps(sex, &published, &ours));
        for (index, (own, known)) in ours.iter().zip(&published).enumerate() {
            grid.rows.push(vec![
                sex.to_string(),
                (index + 1).to_string(),
                format!("{known:.2}"),
                format!("{own:.2}"),
                format!("{:+.2}", own - known),
            ]);
        }
    }
    Section {
        title: "Life expectancy of the fifths",
        method: "England's rates by fifth, before any trend, against the published table of 2014-16. The levels differ by period; the gap is what the ratios must keep.",
        comparisons,
        grids: vec![grid],
    }
}

/// Published life expectancy at birth by fifth, 2014-16.
fn published_fifths(study: &Study, sex: Sex) -> [f64; QUINTILES] {
    let word = if sex == Sex::Female { "women" } else { "men" };
    std::array::from_fn(|index| {
        let words = format!("life expectancy at birth, {word}, IMD quintile {}", index + 1);
        study.target(&words).unwrap_or(f64::NAN)
    })
}

fn compare_gaps(sex: Sex, published: &[f64; QUINTILES], ours: &[f64; QUINTILES]) -> Comparison {
    let gap = |life: &[f64; QUINTILES]| life[QUINTILES - 1] - life[0];
    Comparison::new(
        format!("Gap in life expectancy, richest fifth less poorest, {sex}"),
        format!("{:.2} years (2014-16), within {GAP_TOLERANCE}", gap(published)),
        format!("{:.2} years (mid-2022)", gap(ours)),
        Verdict::within(gap(ours) - gap(published), GAP_TOLERANCE),
    )
    .because("ratios of 2014-16 on the rates of 2021-23")
}
