//! Everything the comparisons read: the packs, England, every place, and a run of each.

use headwater::error::Faults;
use headwater::inputs::evidence::{Evidence, Table};
use headwater::inputs::place::{Area, ENGLAND, Place};
use headwater::model::baseline;
use headwater::model::population::residents_by_band;
use headwater::model::tables::Tables;
use headwater::value::outcomes::{Outcomes, Selection};
use rayon::prelude::*;

use crate::packs::Root;
use crate::progress;

/// Years run for every place: long enough to reach the end of the published projection.
const YEARS: usize = 20;

/// Loaded once, read by every comparison.
pub struct Study {
    /// What is believed.
    pub evidence: Evidence,
    /// The same, as the model reads it.
    pub tables: Tables,
    /// England as a place.
    pub england: Place,
    /// The 153 places.
    pub places: Vec<Place>,
    /// England if nothing changes.
    pub england_run: Outcomes,
    /// Every place if nothing changes, in the order of `places`.
    pub runs: Vec<Outcomes>,
}

impl Study {
    /// Loads the packs and runs England and every place.
    pub fn new(root: &Root) -> Result<Study, Faults> {
        let definitions = root.definitions()?;
        let evidence = root.evidence()?;
        let tables = Tables::new(&evidence)?;
        let index = root.index()?;
        let bar = progress::bar(index.len(), "places");
        let read: Vec<(Place, Outcomes)> = index
            .par_iter()
            .map(|entry| {
                let place = root.place(&entry.code, &definitions)?;
                let outcomes = baseline::run(&Area::join(vec![place.clone()])?, &tables, YEARS);
                bar.inc(1);
                Ok((place, outcomes))
            })
            .collect::<Result<_, Faults>>()?;
        bar.finish_and_clear();
        let (country, others): (Vec<_>, Vec<_>) = read.into_iter().partition(|(place, _)| place.code == ENGLAND);
        let Some((england, england_run)) = country.into_iter().next() else {
            return Err(Faults::one("data/index.json", ENGLAND, "England is not in the index"));
        };
        if others.is_empty() {
            return Err(Faults::one("data/index.json", "", "lists no place but England: there is nothing to add up"));
        }
        let (places, runs) = others.into_iter().unzip();
        Ok(Study { evidence, tables, england, places, england_run, runs })
    }

    /// A parameter of the pack, also one that is only shown; not a number if the pack has none, so that the row shows it.
    pub fn figure(&self, id: &str) -> f64 {
        self.published(id).unwrap_or(f64::NAN)
    }

    /// A published count, where the pack has it.
    pub fn published(&self, id: &str) -> Option<f64> {
        self.evidence.parameters.get(id).map(|figure| figure.value)
    }

    /// The note of a parameter.
    pub fn note(&self, id: &str) -> String {
        self.evidence.parameters.get(id).map_or(String::new(), |figure| figure.provenance.note.clone())
    }

    /// A table of the pack.
    pub fn table(&self, id: &str) -> Option<&Table> {
        self.evidence.tables.get(id)
    }

    /// The published target whose description starts with `words`.
    pub fn target(&self, words: &str) -> Option<f64> {
        let table = self.table("validation_targets")?;
        let row =
            (0..table.rows()).find(|row| table.word("target", *row).is_some_and(|text| text.starts_with(words)))?;
        table.numbers("value")?.get(row).copied().filter(|value| value.is_finite())
    }

    /// A series of England, total of a year of the run.
    pub fn england(&self, series: &str, year: usize) -> f64 {
        self.england_of(series, year, Selection::default())
    }

    /// A series of England for a year and a group of people.
    pub fn england_of(&self, series: &str, year: usize, selection: Selection) -> f64 {
        self.england_run.get(series).and_then(|found| found.value(year, selection)).unwrap_or(f64::NAN)
    }

    /// Sum of a series over the 153 places.
    pub fn sum(&self, series: &str, year: usize) -> f64 {
        self.runs.iter().map(|run| run.get(series).and_then(|found| found.total(year)).unwrap_or(f64::NAN)).sum()
    }

    /// Position in the run of a calendar year.
    pub fn at(&self, year: u32) -> usize {
        year.saturating_sub(self.tables.start_year) as usize
    }
}

/// Residents of a place at the middle of a year, also before the first year of a run.
pub fn residents(place: &Place, year: u32) -> f64 {
    residents_by_band(place, year).0.iter().flatten().sum()
}
