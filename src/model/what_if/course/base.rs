//! The diseases if nothing changes: for as many years as any scenario is followed, or year by year beside a run.

use std::sync::OnceLock;

use super::TAIL;
use super::row::{Row, SMALL};
use crate::inputs::scenario::MOST_YEARS;
use crate::math;
use crate::model::tables::{Cells, DiseaseRates};
use crate::strata::{AGES, QUINTILES};

/// Years anybody is followed: the longest horizon, and the rest of a life.
const FOLLOWED: usize = MOST_YEARS as usize + TAIL;

/// States at the end of a year, by disease: share ill, and share that survived the disease in the year. They are large: only rows
/// and ages that are followed are kept.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct States {
    /// By disease, where its rows begin, and the lowest age kept of each: nobody younger is ever asked for.
    places: Vec<Place>,
    /// Share ill, disease by disease, the sexes it is followed in, fifth by fifth, age by age.
    pub(super) ill: Vec<f64>,
    /// Share of those alive at the start who did not die of the disease, in the same order.
    pub(super) survival: Vec<f64>,
    /// Deaths per person-year, in the same order; worked out when first asked for. Seven digits are enough for what they are taken
    /// off: a run without a change takes nothing.
    dying: OnceLock<Vec<f32>>,
}

/// Where the rows of a disease stand.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Place {
    start: usize,
    from: usize,
    /// Sexes followed.
    sexes: [bool; 2],
}

/// What the diseases do if nothing changes, for as many years as any scenario is followed, or as far as somebody went along.
#[derive(Debug, Clone, PartialEq)]
pub struct BaseCourse {
    /// From year `first`: all, or the last two that were reached.
    years: Vec<States>,
    first: usize,
    pub(super) rates: Vec<Rates>,
    /// Factor on incidence and case fatality by year.
    trends: Vec<f64>,
}

/// Rates of a disease as rows.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Rates {
    pub(super) first: usize,
    /// Followed in women, in men.
    pub(super) sexes: [bool; 2],
    pub(super) incidence: Cells,
    pub(super) remission: Cells,
    pub(super) case_fatality: Cells,
    /// Prevalence people bring with them to the first age.
    pub(super) entry: [[f64; QUINTILES]; 2],
    /// True if anybody ever recovers.
    pub(super) remits: bool,
    /// Highest incidence, remission and case fatality.
    most: [f64; 3],
}

impl Rates {
    fn new(rates: &DiseaseRates) -> Rates {
        let most = |cells: &Cells| cells.iter().flatten().flatten().copied().fold(0.0, f64::max);
        let most = [&rates.incidence_rate, &rates.remission_rate, &rates.case_fatality_rate].map(most);
        let entry = rates.stored_prevalence.map(|fifths| fifths.map(|row| row[rates.first_age]));
        Rates {
            first: rates.first_age,
            sexes: [0, 1].map(|sex| rates.is_of(sex)),
            incidence: rates.incidence_rate,
            remission: rates.remission_rate,
            case_fatality: rates.case_fatality_rate,
            entry,
            remits: most[1] > 0.0,
            most,
        }
    }
}

impl BaseCourse {
    /// Follows every disease from its stationary prevalence under the trend of the evidence.
    #[must_use]
    pub fn new(diseases: &[DiseaseRates], mortality_trend: f64) -> BaseCourse {
        let mut base = BaseCourse::start(diseases, mortality_trend);
        base.years.reserve_exact(FOLLOWED - 1);
        for _ in 1..FOLLOWED {
            base.years.push(base.next());
        }
        base
    }

    /// The same as far as its start. All years are large: who asks for one after another may [`BaseCourse::reach`] each, and has all of
    /// this to work out again in the next run.
    #[must_use]
    pub fn start(diseases: &[DiseaseRates], mortality_trend: f64) -> BaseCourse {
        #[allow(clippy::cast_possible_truncation)] // at most 141
        let trend = |t: usize| math::pow_int(1.0 + mortality_trend, t as u32);
        let mut base = BaseCourse {
            years: Vec::new(),
            first: 0,
            rates: diseases.iter().map(Rates::new).collect(),
            trends: (0..FOLLOWED).map(trend).collect(),
        };
        base.years.push(base.stationary());
        base
    }

    /// Goes on to year `t`, and forgets those before the one before it.
    pub fn reach(&mut self, t: usize) {
        while self.first + self.years.len() <= t {
            let next = self.next();
            self.years.push(next);
            let old = self.years.len() - 2;
            self.years.drain(..old);
            self.first += old;
        }
    }

    /// The end of year `t`, one of those at hand.
    pub(super) fn at_end(&self, t: usize) -> &States {
        &self.years[t - self.first]
    }

    pub(super) fn row(&self, disease: usize, sex: usize, quintile: usize, trend: f64) -> Row<'_> {
        let rates = &self.rates[disease];
        Row {
            incidence: &rates.incidence[sex][quintile],
            remission: &rates.remission[sex][quintile],
            case_fatality: &rates.case_fatality[sex][quintile],
            first: rates.first,
            entry: rates.entry[sex][quintile],
            remits: rates.remits,
            most: rates.most,
            trend,
        }
    }

    /// True if the disease is followed in this sex.
    #[must_use]
    pub fn follows(&self, disease: usize, sex: usize) -> bool {
        self.rates[disease].sexes[sex]
    }

    /// Year 0: what the rates themselves keep up, age after age.
    fn stationary(&self) -> States {
        let mut states = self.empty(0);
        self.each_row(|disease, sex, quintile| {
            let row = self.row(disease, sex, quintile, 1.0);
            let (ill, survival) = states.row_mut(disease, sex, quintile);
            let mut before = row.entry;
            for ((age, ill), survival) in (row.first..AGES).zip(ill).zip(survival) {
                (*ill, *survival) = row.live(age, before);
                // Those who reach the first age bring its stored prevalence with them.
                if age == row.first {
                    *ill = row.entry;
                }
                before = *ill;
            }
        });
        states
    }

    /// The year after the last at hand.
    fn next(&self) -> States {
        let t = self.first + self.years.len();
        let before = self.at_end(t - 1);
        let from = t.saturating_sub(MOST_YEARS as usize).min(AGES - 1);
        let mut states = self.empty(from);
        let trend = self.trend_of(t);
        self.each_row(|disease, sex, quintile| {
            let row = self.row(disease, sex, quintile, trend);
            let start = &before.ill[before.at(disease, sex, quintile)];
            let (from, earliest) = (states.from(disease), before.from(disease));
            let (ill, survival) = states.row_mut(disease, sex, quintile);
            if from > row.first {
                row.year(from, &start[from - 1 - earliest..], ill, survival);
                return;
            }
            // Those who reach the first age bring its stored prevalence with them.
            row.year(from, &[row.entry], &mut ill[..1], &mut survival[..1]);
            ill[0] = row.entry;
            row.year(from + 1, start, &mut ill[1..], &mut survival[1..]);
        });
        states
    }

    fn empty(&self, from: usize) -> States {
        let mut size = 0;
        let place = |rates: &Rates| {
            let place = Place { start: size, from: from.max(rates.first), sexes: rates.sexes };
            let followed = rates.sexes.iter().filter(|followed| **followed).count();
            size += followed * QUINTILES * (AGES - place.from);
            place
        };
        let places = self.rates.iter().map(place).collect();
        States { places, ill: vec![0.0; size], survival: vec![1.0; size], dying: OnceLock::new() }
    }

    fn each_row(&self, mut visit: impl FnMut(usize, usize, usize)) {
        for disease in 0..self.rates.len() {
            for sex in (0..2).filter(|sex| self.rates[disease].sexes[*sex]) {
                for quintile in 0..QUINTILES {
                    visit(disease, sex, quintile);
                }
            }
        }
    }

    /// Factor on incidence and case fatality in year `t`, one of those any scenario is followed for.
    #[must_use]
    pub fn trend_of(&self, t: usize) -> f64 {
        self.trends[t]
    }

    /// Deaths of a disease, in a sex in which it is followed, per person-year in year `t`, one of those at hand, before calibration
    /// to official counts, from the lowest age kept: that age and the row.
    #[must_use]
    pub fn mortality(&self, t: usize, disease: usize, sex: usize, quintile: usize) -> (usize, &[f32]) {
        let states = self.at_end(t);
        #[allow(clippy::cast_possible_truncation)] // meant
        let rate = |share: &f64| death_rate(*share) as f32;
        let dying = states.dying.get_or_init(|| states.survival.iter().map(rate).collect());
        (states.from(disease), &dying[states.at(disease, sex, quintile)])
    }
}

impl BaseCourse {
    /// The same, worked out and not kept.
    pub fn mortality_once(
        &self,
        t: usize,
        disease: usize,
        (sex, quintile): (usize, usize),
    ) -> (usize, impl Iterator<Item = f64> + '_) {
        let states = self.at_end(t);
        let survival = &states.survival[states.at(disease, sex, quintile)];
        (states.from(disease), survival.iter().map(|share| death_rate(*share)))
    }
}

/// Deaths per person-year from the share that survives the year.
fn death_rate(share: f64) -> f64 {
    if share < 1.0 - SMALL { -math::ln(share) } else { -math::ln_1p_flat(share - 1.0) }
}

impl States {
    /// Lowest age kept of a disease.
    pub(super) fn from(&self, disease: usize) -> usize {
        self.places[disease].from
    }

    /// Where a row of a sex in which the disease is followed stands, from its lowest age.
    pub(super) fn at(&self, disease: usize, sex: usize, quintile: usize) -> std::ops::Range<usize> {
        let Place { start, from, sexes } = self.places[disease];
        debug_assert!(sexes[sex], "disease {disease} is not followed in sex {sex}");
        let width = AGES - from;
        let before = sexes[..sex].iter().filter(|followed| **followed).count();
        let start = start + (before * QUINTILES + quintile) * width;
        start..start + width
    }

    /// A row of a sex in which the disease is followed, from its lowest age: share ill, and share surviving.
    fn row_mut(&mut self, disease: usize, sex: usize, quintile: usize) -> (&mut [f64], &mut [f64]) {
        let at = self.at(disease, sex, quintile);
        (&mut self.ill[at.clone()], &mut self.survival[at])
    }
}
