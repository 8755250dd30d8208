//! Acute hospital spending of places: the level, and how far the keys that share it out disagree.

use headwater::inputs::place::Place;
use headwater::model::baseline::{acute_keys, acute_spend};

use super::report::{Comparison, Grid, Section, Verdict};
use super::study::Study;
use crate::output::readable;

/// Oldham, its acute spending in pounds in the project's first trial, and how close ours must be, as a ratio.
const TRIAL: (&str, f64, f64) = ("E08000004", 304e6, 0.05);
/// The keys of a place should lie within this of their mean, as a ratio.
const SPREAD: f64 = 0.2;

/// A place with what each key says it spends, in pounds.
struct Shared<'a> {
    place: &'a Place,
    keys: [f64; 3],
}

impl Shared<'_> {
    /// Largest less smallest key over their mean.
    fn spread(&self) -> f64 {
        let (low, high) =
            self.keys.iter().fold((f64::MAX, f64::MIN), |(low, high), key| (low.min(*key), high.max(*key)));
        3.0 * (high - low) / self.keys.iter().sum::<f64>()
    }
}

/// Level and keys.
pub fn acute(study: &Study) -> Section {
    let mut all: Vec<Shared<'_>> = shared(study);
    all.sort_by(|a, b| b.spread().total_cmp(&a.spread()));
    let within = all.iter().filter(|one| one.spread() <= SPREAD).count();
    let (code, trial, tolerance) = TRIAL;
    let ours = study
        .places
        .iter()
        .find(|place| place.code == code)
        .map_or(f64::NAN, |place| acute_spend(place, &study.tables));
    Section {
        title: "Acute hospital spending of places",
        method: "England's acute spending is shared out by the mean of two keys: allocation by need, and residents times the need index. Bed-days are a third key, used here as a check only. Spread is the largest less the smallest, over their mean.",
        comparisons: vec![
            Comparison::new(
                "Acute spending of Oldham, 2024-25 prices",
                format!("about {} in the project's first trial, within {:.0}%", readable(trial), tolerance * 100.0),
                readable(ours),
                Verdict::within(ours / trial - 1.0, tolerance),
            ),
            Comparison::new(
                "Spread of the three keys in each place",
                format!("within about {:.0}%", SPREAD * 100.0),
                format!("{within} of {} places within; {}", all.len(), quantiles(&all)),
                if within == all.len() { Verdict::Met } else { Verdict::Missed },
            )
            .because("the first key follows where practices are, the second where people live, the third how ill they are: the range belongs beside the figure"),
        ],
        grids: vec![worst(&all)],
    }
}

/// What the keys give every place.
fn shared(study: &Study) -> Vec<Shared<'_>> {
    let (total, sums) = (study.tables.acute_spend_gbp, study.tables.acute_key_totals);
    let bed_days = study.sum("bed_days", 0);
    study
        .places
        .iter()
        .zip(&study.runs)
        .map(|(place, run)| {
            let (by_need, by_residents) = acute_keys(place);
            let own = run.get("bed_days").and_then(|series| series.total(0)).unwrap_or(f64::NAN);
            let keys = [by_need / sums.0, by_residents / sums.1, own / bed_days].map(|share| share * total);
            Shared { place, keys }
        })
        .collect()
}

/// The distribution of spreads, which come sorted from the largest.
fn quantiles(all: &[Shared<'_>]) -> String {
    let at = |hundredths: usize| {
        let position = (all.len() - 1) * (100 - hundredths) / 100;
        all.get(position).map_or(f64::NAN, |one| one.spread() * 100.0)
    };
    format!(
        "spread: smallest {:.0}%, a tenth below {:.0}%, half below {:.0}%, nine tenths below {:.0}%, largest {:.0}%",
        at(0),
        at(10),
        at(50),
        at(90),
        at(100)
    )
}

fn worst(all: &[Shared<'_>]) -> Grid {
    let mut grid = Grid::new(&["place", "by need, £m", "by residents, £m", "by bed-days, £m", "spread"]);
    for one in all.iter().take(12) {
        let mut row = vec![one.place.name.clone()];
        row.extend(one.keys.map(|key| format!("{:.0}", key / 1e6)));
        row.push(format!("{:.0}%", one.spread() * 100.0));
        grid.rows.push(row);
    }
    grid
}
