//! Residents and births against estimates the model does not use.

use headwater::inputs::place::Place;
use headwater::model::population::residents_by_band;
use headwater::strata::{BANDS, band_label};

use super::report::{Comparison, Grid, Section, Verdict, percent_off};
use super::study::{Study, residents};
use crate::output::readable;

/// The newest estimate of residents, one year after the base.
const CHECK_YEAR: u32 = 2024;
/// Residents of England a year after the base must be this close, as a ratio.
const TOLERANCE: f64 = 0.005;

/// Residents of mid-2024 estimated since, against the straight line the model draws from mid-2023 to the projection.
pub fn population(study: &Study) -> Section {
    let mut off: Vec<(f64, &Place)> =
        study.places.iter().filter_map(|place| Some((check_ratio(place)?, place))).collect();
    off.sort_by(|a, b| (b.0 - 1.0).abs().total_cmp(&(a.0 - 1.0).abs()));
    let within = off.iter().filter(|(ratio, _)| (ratio - 1.0).abs() <= 0.01).count();
    let mut worst = Grid::new(&["place", "estimate mid-2024", "model mid-2024", "model against estimate"]);
    for (ratio, place) in off.iter().take(10) {
        let known = estimate(place);
        worst.rows.push(vec![place.name.clone(), readable(known), readable(ratio * known), percent_off(*ratio)]);
    }
    Section {
        title: "Residents and births",
        method: "The model draws a straight line from the estimate of mid-2023 to the projection's first year, 2025. The estimate of mid-2024 was published since and is used nowhere.",
        comparisons: vec![
            compare_england(&study.england),
            Comparison::new(
                format!("Residents of each place, mid-2024, {} places", off.len()),
                "estimated; shown for its size",
                format!("{within} within 1%; ten largest differences below"),
                Verdict::Shown,
            ),
            Comparison::new(
                format!("Births in England, {}", study.tables.start_year),
                "no count of births is in the packs",
                readable(study.england("births", 0)),
                Verdict::Gap,
            )
            .because("births are one fifth of the children under five, so they lag real births by about two and a half years"),
        ],
        grids: vec![worst, by_band(&study.england)],
    }
}

fn compare_england(england: &Place) -> Comparison {
    let (ratio, known) = (check_ratio(england).unwrap_or(f64::NAN), estimate(england));
    Comparison::new(
        "Residents of England, mid-2024",
        format!("{} estimated, within {:.1}%", readable(known), TOLERANCE * 100.0),
        format!("{} ({})", readable(ratio * known), percent_off(ratio)),
        Verdict::within(ratio - 1.0, TOLERANCE),
    )
    .because("the projection's own 2023 lies 0.4% above the base it is scaled to (docs/PLACE_FORMAT.md), and the newer estimate lies higher still")
}

/// Residents of mid-2024 as estimated; not a number without an estimate.
fn estimate(place: &Place) -> f64 {
    place.population_check.map_or(f64::NAN, |bands| bands.iter().sum())
}

/// Model over estimate, all ages; `None` without an estimate.
fn check_ratio(place: &Place) -> Option<f64> {
    let estimated: f64 = place.population_check?.iter().sum();
    Some(residents(place, CHECK_YEAR) / estimated)
}

fn by_band(england: &Place) -> Grid {
    let mut grid = Grid::new(&["England, age", "estimate mid-2024", "model mid-2024", "model against estimate"]);
    let Some(estimated) = england.population_check else { return grid };
    let (model, _) = residents_by_band(england, CHECK_YEAR);
    for band in 0..BANDS {
        let ours = model[0][band] + model[1][band];
        grid.rows.push(vec![
            band_label(band),
            readable(estimated[band]),
            readable(ours),
            percent_off(ours / estimated[band]),
        ]);
    }
    grid
}
