//! Parts add up: places to England, and joined places to their parts.

use headwater::error::Faults;
use headwater::inputs::place::Area;
use headwater::model::baseline;
use headwater::value::outcomes::{Outcomes, SeriesInfo, Strata};

use super::report::{Comparison, Grid, Section, Verdict, percent_off};
use super::study::Study;
use crate::output::readable;

/// Sum of the places against England: what both are fitted or scaled to apart must agree to this, as a ratio.
const ENGLAND_TOLERANCE: f64 = 0.01;
/// Joined places against the sum of their parts, as a ratio: rounding of the last digits only.
const JOINED_TOLERANCE: f64 = 1e-9;
/// Counts compared between the sum of the places and England.
const COUNTS: [&str; 12] = [
    "population",
    "births",
    "deaths",
    "deaths_under_75",
    "living_with.chd",
    "emergency_admissions",
    "bed_days",
    "ae_attendances",
    "exposed.smoking",
    "exposed.inactivity",
    "exposed.obesity",
    "money.acute_hospital_gbp",
];

/// The 153 places against England run as one place.
pub fn england(study: &Study) -> Section {
    let last = study.england_run.years - 1;
    let mut comparisons = Vec::new();
    let mut grid =
        Grid::new(&["series", "sum of places, first year", "England, first year", "ratio", "ratio, last year"]);
    for series in COUNTS {
        let (sum, whole) = (study.sum(series, 0), study.england(series, 0));
        let later = study.sum(series, last) / study.england(series, last);
        let worst = if (later - 1.0).abs() > (sum / whole - 1.0).abs() { later } else { sum / whole };
        comparisons.push(
            Comparison::new(
                format!("Sum of 153 places over England: {series}"),
                format!("1, within {:.0}%, first and last year", ENGLAND_TOLERANCE * 100.0),
                percent_off(worst),
                Verdict::within(worst - 1.0, ENGLAND_TOLERANCE),
            )
            .because(if series.starts_with("exposed.") {
                "England's own published level against the levels of the places"
            } else {
                ""
            }),
        );
        grid.rows.push(vec![
            series.to_string(),
            readable(sum),
            readable(whole),
            format!("{:.4}", sum / whole),
            format!("{later:.4}"),
        ]);
    }
    Section {
        title: "Places against England",
        method: "England is run as a place of its own, with its own life expectancy, projection and levels; the places are run one by one and added up.",
        comparisons,
        grids: vec![grid],
    }
}

/// All places joined into one area against the sum of the single runs.
pub fn joined(study: &Study) -> Result<Section, Faults> {
    let together = baseline::run(&Area::join(study.places.clone())?, &study.tables, study.england_run.years);
    let counted = furthest(study, &together, |info| info.strata == Strata::Cells || info.id == "births");
    let money = furthest(study, &together, |info| info.id.starts_with("money."));
    let compare = |what: &str, (off, at): (f64, String)| {
        Comparison::new(
            format!("Largest difference of {what} from the sum of the places"),
            format!("none, within {JOINED_TOLERANCE:.0e} of itself"),
            format!("{off:.1e} of itself ({at})"),
            Verdict::within(off, JOINED_TOLERANCE),
        )
    };
    Ok(Section {
        title: "Joined places",
        method: "All 153 places joined into one area, every series that adds up and every year, against the sum of the single runs.",
        comparisons: vec![compare("anything counted", counted), compare("money", money)],
        grids: Vec::new(),
    })
}

/// The series and year of a joined run that lie furthest from the sum of the places, as a ratio.
fn furthest(study: &Study, together: &Outcomes, wanted: impl Fn(&SeriesInfo) -> bool) -> (f64, String) {
    let mut worst = (0.0_f64, String::new());
    for series in together.series.iter().filter(|series| wanted(&series.info)) {
        for year in 0..together.years {
            let ratio = series.total(year).unwrap_or(f64::NAN) / study.sum(&series.info.id, year);
            let off = (ratio - 1.0).abs();
            if off >= worst.0 || off.is_nan() {
                worst = (off, format!("{}, year {}", series.info.id, year + 1));
            }
        }
    }
    worst
}
