//! The diseases if nothing changes, for as many years as any scenario is followed.

use std::sync::OnceLock;

use super::TAIL;
use super::row::{Lived, Row, SMALL};
use crate::inputs::scenario::MOST_YEARS;
use crate::math;
use crate::model::tables::{ByAge, Cells, DiseaseRates};
use crate::strata::{AGES, QUINTILES};

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

/// What the diseases do if nothing changes, for as many years as any scenario is followed.
#[derive(Debug, Clone, PartialEq)]
pub struct BaseCourse {
    pub(super) years: Vec<States>,
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
        let longest = MOST_YEARS as usize;
        #[allow(clippy::cast_possible_truncation)] // at most 141
        let trend = |t: usize| math::pow_int(1.0 + mortality_trend, t as u32);
        let mut base = BaseCourse {
            years: Vec::new(),
            rates: diseases.iter().map(Rates::new).collect(),
            trends: (0..longest + TAIL).map(trend).collect(),
        };
        let mut now = base.stationary();
        for t in 0..longest + TAIL {
            let from = t.saturating_sub(longest).min(AGES - 1);
            if t > 0 {
                now = base.next(t, from, &now);
            }
            base.years.push(now.clone());
        }
        base
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
            let mut lived = Lived { ill: [0.0; AGES], survival: [1.0; AGES] };
            let mut before = row.entry;
            for age in row.first..AGES {
                let start = [before; AGES];
                if row.remits {
                    row.step_one::<true>(age, &start, &mut lived);
                } else {
                    row.step_one::<false>(age, &start, &mut lived);
                }
                if age == row.first {
                    lived.ill[age] = row.entry;
                }
                before = lived.ill[age];
            }
            states.put(disease, sex, quintile, &lived);
        });
        states
    }

    fn next(&self, t: usize, from: usize, before: &States) -> States {
        let mut states = self.empty(from);
        let trend = self.trend_of(t);
        self.each_row(|disease, sex, quintile| {
            let row = self.row(disease, sex, quintile, trend);
            let lived = row.year(from, &before.ill_row(disease, sex, quintile), &[1.0; AGES]);
            states.put(disease, sex, quintile, &lived);
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

    /// Deaths of a disease, in a sex in which it is followed, per person-year in year `t`, before calibration to official
    /// counts, from the lowest age kept: that age and the row.
    #[must_use]
    pub fn mortality(&self, t: usize, disease: usize, sex: usize, quintile: usize) -> (usize, &[f32]) {
        let states = &self.years[t];
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
        let states = &self.years[t];
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

    fn put(&mut self, disease: usize, sex: usize, quintile: usize, lived: &Lived) {
        let (at, from) = (self.at(disease, sex, quintile), self.from(disease));
        self.ill[at.clone()].copy_from_slice(&lived.ill[from..]);
        self.survival[at].copy_from_slice(&lived.survival[from..]);
    }

    pub(super) fn ill_row(&self, disease: usize, sex: usize, quintile: usize) -> ByAge {
        let mut row = [0.0; AGES];
        row[self.from(disease)..].copy_from_slice(&self.ill[self.at(disease, sex, quintile)]);
        row
    }
}
