//! The six diseases of a scenario beside those of the baseline, a row of ages at a time.
//!
//! [`BaseCourse`] is what the diseases do if nothing changes. It depends on the evidence alone, not on a place and not on a
//! scenario, so it is worked out once and kept. A scenario then carries only its own side ([`Course`]) and compares.
//!
//! The step is the one of [`crate::model::three_state`], written without branches and over the flat functions of
//! [`crate::math`], so that it becomes vector instructions; the two agree to 1e-13 (`tests/it/oracles/course.rs`). Both sides
//! take the same code path, so a disease that nothing changes differs by exactly 0.

use crate::inputs::scenario::MOST_YEARS;
use crate::math;
use crate::model::tables::{ByAge, Cells, DiseaseRates};
use crate::strata::{AGES, QUINTILES, SEXES};

/// Years followed after the horizon: a newborn of the last year reaches the last age.
pub const TAIL: usize = 111;
/// Largest relative change of yearly survival for which the series of the logarithm holds.
const SMALL: f64 = 0.1;

/// States at the end of a year, by disease: share ill, and share that survived the disease in the year.
#[derive(Debug, Clone, PartialEq)]
struct States {
    /// Lowest age kept: nobody younger is ever asked for.
    from: usize,
    /// Share ill, `[disease][sex][fifth][age from `from`]`.
    ill: Vec<f64>,
    /// Share of those alive at the start who did not die of the disease, in the same order.
    survival: Vec<f64>,
}

/// What the diseases do if nothing changes, for as many years as any scenario is followed.
#[derive(Debug, Clone, PartialEq)]
pub struct BaseCourse {
    years: Vec<States>,
    rates: Vec<Rates>,
    trend: f64,
}

/// Rates of a disease as rows.
#[derive(Debug, Clone, PartialEq)]
struct Rates {
    first: usize,
    /// Followed in women, in men.
    sexes: [bool; 2],
    incidence: Cells,
    remission: Cells,
    case_fatality: Cells,
    /// Prevalence people bring with them to the first age.
    entry: [[f64; QUINTILES]; 2],
    /// True if anybody ever recovers.
    remits: bool,
}

impl Rates {
    fn new(rates: &DiseaseRates) -> Rates {
        let entry = rates.stored_prevalence.map(|fifths| fifths.map(|row| row[rates.first_age]));
        Rates {
            first: rates.first_age,
            sexes: SEXES.map(|sex| rates.sexes.contains(&sex)),
            incidence: rates.incidence_rate,
            remission: rates.remission_rate,
            case_fatality: rates.case_fatality_rate,
            entry,
            remits: rates.remission_rate.iter().flatten().flatten().any(|rate| *rate > 0.0),
        }
    }
}

/// A row of one disease in one sex and fifth: what is needed for a year.
struct Row<'a> {
    incidence: &'a ByAge,
    remission: &'a ByAge,
    case_fatality: &'a ByAge,
    first: usize,
    entry: f64,
    remits: bool,
    /// Factor on incidence and case fatality.
    trend: f64,
}

/// One year of one row: share ill at the end, share surviving the disease.
#[derive(Clone, Copy)]
struct Lived {
    ill: ByAge,
    survival: ByAge,
}

impl Row<'_> {
    /// Everybody from age `from` a year older: `before` is the share ill by age a year ago, `keep` the factor on incidence.
    fn year(&self, from: usize, before: &ByAge, keep: &ByAge) -> Lived {
        let mut start = [self.entry; AGES];
        start[self.first + 1..].copy_from_slice(&before[self.first..AGES - 1]);
        let mut lived = Lived { ill: [0.0; AGES], survival: [1.0; AGES] };
        let from = from.max(self.first);
        if self.remits {
            self.step::<true>(from, &start, keep, &mut lived)
        } else {
            self.step::<false>(from, &start, keep, &mut lived)
        }
        // Those who reach the first age bring its stored prevalence with them.
        if from == self.first {
            lived.ill[self.first] = self.entry;
        }
        lived
    }

    #[inline(always)]
    fn step<const REMITS: bool>(&self, from: usize, start: &ByAge, keep: &ByAge, lived: &mut Lived) {
        for age in from..AGES {
            let i = self.incidence[age] * self.trend * keep[age];
            let f = self.case_fatality[age] * self.trend;
            let r = if REMITS { self.remission[age] } else { 0.0 };
            let year = transition_flat::<REMITS>(i, r, f);
            let (ill, well) = (start[age], 1.0 - start[age]);
            let well_end = well * year[0] + ill * year[2];
            let ill_end = well * year[1] + ill * year[3];
            let alive = well_end + ill_end;
            // Where nobody can die of it the sum of shares would be 1 but for its last digit, and that would be a death.
            lived.survival[age] = if f > 0.0 { alive } else { 1.0 };
            lived.ill[age] = ill_end / alive;
        }
    }
}

/// The exact transition shares of a year without a branch: well to well, well to ill, ill to well, ill to ill. See
/// [`crate::model::three_state`] for the formula; without remission it is simpler.
#[inline(always)]
fn transition_flat<const REMITS: bool>(i: f64, r: f64, f: f64) -> [f64; 4] {
    let gap = i - f;
    let q = if REMITS { (gap * gap + 2.0 * r * (i + f) + r * r).sqrt() } else { gap.abs() };
    let slow = if REMITS { -2.0 * i * f / (i + r + f + q + f64::MIN_POSITIVE) } else { -(if i < f { i } else { f }) };
    let scale = math::exp_pair_flat(slow).1;
    let (fall, fast) = math::exp_pair_flat(-q);
    let mean = if q > 0.0 { -fall / (q + f64::MIN_POSITIVE) } else { 1.0 };
    let difference = r - gap;
    let small = if REMITS { 2.0 * i * r / (q * (q + difference.abs()) + f64::MIN_POSITIVE) } else { 0.0 };
    let large = 1.0 - small;
    let u = if difference >= 0.0 { large } else { small };
    let v = 1.0 - u;
    [scale * (u + fast * v), scale * mean * i, scale * mean * r, scale * (v + fast * u)]
}

impl BaseCourse {
    /// Follows every disease from its stationary prevalence under the trend of the evidence.
    #[must_use]
    pub fn new(diseases: &[DiseaseRates], mortality_trend: f64) -> BaseCourse {
        let mut base =
            BaseCourse { years: Vec::new(), rates: diseases.iter().map(Rates::new).collect(), trend: mortality_trend };
        let longest = MOST_YEARS as usize;
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

    fn row(&self, disease: usize, sex: usize, quintile: usize, trend: f64) -> Row<'_> {
        let rates = &self.rates[disease];
        Row {
            incidence: &rates.incidence[sex][quintile],
            remission: &rates.remission[sex][quintile],
            case_fatality: &rates.case_fatality[sex][quintile],
            first: rates.first,
            entry: rates.entry[sex][quintile],
            remits: rates.remits,
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
        let size = self.rates.len() * 2 * QUINTILES * (AGES - from);
        States { from, ill: vec![0.0; size], survival: vec![1.0; size] }
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

    /// Factor on incidence and case fatality in year `t`.
    #[must_use]
    pub fn trend_of(&self, t: usize) -> f64 {
        #[allow(clippy::cast_possible_truncation)] // at most 141
        let years = t as u32;
        math::pow_int(1.0 + self.trend, years)
    }

    /// Deaths of a disease per person-year in year `t`, before calibration to official counts; 0 below the ages kept.
    #[must_use]
    pub fn mortality(&self, t: usize, disease: usize, sex: usize, quintile: usize) -> ByAge {
        let mut rate = self.years[t].survival_row(disease, sex, quintile).map(|share| -math::ln_1p_flat(share - 1.0));
        for (rate, share) in rate.iter_mut().zip(self.years[t].survival_row(disease, sex, quintile)) {
            if share < 1.0 - SMALL {
                *rate = -math::ln(share);
            }
        }
        rate
    }
}

impl Row<'_> {
    /// One age of the stationary start.
    fn step_one<const REMITS: bool>(&self, age: usize, start: &ByAge, lived: &mut Lived) {
        let mut one = *lived;
        self.step::<REMITS>(age, start, &[1.0; AGES], &mut one);
        lived.ill[age] = one.ill[age];
        lived.survival[age] = one.survival[age];
    }
}

impl States {
    fn at(&self, disease: usize, sex: usize, quintile: usize) -> std::ops::Range<usize> {
        let width = AGES - self.from;
        let start = ((disease * 2 + sex) * QUINTILES + quintile) * width;
        start..start + width
    }

    fn put(&mut self, disease: usize, sex: usize, quintile: usize, lived: &Lived) {
        let at = self.at(disease, sex, quintile);
        self.ill[at.clone()].copy_from_slice(&lived.ill[self.from..]);
        self.survival[at].copy_from_slice(&lived.survival[self.from..]);
    }

    fn ill_row(&self, disease: usize, sex: usize, quintile: usize) -> ByAge {
        let mut row = [0.0; AGES];
        row[self.from..].copy_from_slice(&self.ill[self.at(disease, sex, quintile)]);
        row
    }

    fn survival_row(&self, disease: usize, sex: usize, quintile: usize) -> ByAge {
        let mut row = [1.0; AGES];
        row[self.from..].copy_from_slice(&self.survival[self.at(disease, sex, quintile)]);
        row
    }
}

/// What a scenario changes in one row of one disease in a year: scenario minus baseline, by age.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RowChange {
    /// Mean prevalence over the year.
    pub ill: ByAge,
    /// Prevalence at its end.
    pub living: ByAge,
    /// Deaths of the disease per person-year.
    pub dying: ByAge,
    /// New cases per resident.
    pub new: ByAge,
}

/// The scenario's side of all diseases: share ill at the end of the latest year; empty where nothing has changed yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    ill: Vec<[[Option<Box<ByAge>>; QUINTILES]; 2]>,
}

impl Course {
    /// Nothing has changed yet.
    #[must_use]
    pub fn new(base: &BaseCourse) -> Course {
        Course { ill: base.rates.iter().map(|_| Default::default()).collect() }
    }

    /// One row through year `t` (1 or later) with incidence at each age multiplied by `keep`; ages below `youngest` are left
    /// alone; `nobody_arrives` says that all who are left have been in the last age for a year or more. `None` if the row has never been touched and is not now.
    pub fn year(
        &mut self,
        base: &BaseCourse,
        t: usize,
        (disease, sex, quintile): (usize, usize, usize),
        (youngest, nobody_arrives): (usize, bool),
        keep: Option<&ByAge>,
    ) -> Option<RowChange> {
        let changed = keep.filter(|keep| keep.iter().any(|factor| *factor != 1.0));
        let own = &mut self.ill[disease][sex][quintile];
        if changed.is_none() && own.is_none() {
            return None;
        }
        let row = base.row(disease, sex, quintile, base.trend_of(t));
        let mut before_base = base.years[t - 1].ill_row(disease, sex, quintile);
        let mut before = own.as_deref().copied().unwrap_or(before_base);
        let keep = changed.unwrap_or(&[1.0; AGES]);
        if nobody_arrives {
            // Those who stay in the last age bring their own prevalence, not that of people who would have reached it.
            before[AGES - 2] = before[AGES - 1];
            before_base[AGES - 2] = before_base[AGES - 1];
        }
        let lived = row.year(youngest, &before, keep);
        let plain = if nobody_arrives {
            row.year(youngest, &before_base, &[1.0; AGES])
        } else {
            Lived {
                ill: base.years[t].ill_row(disease, sex, quintile),
                survival: base.years[t].survival_row(disease, sex, quintile),
            }
        };
        let change = row.change(youngest.max(base.years[t].from), (&before, &before_base), (&lived, &plain), keep);
        match own {
            Some(own) => **own = lived.ill,
            None => *own = Some(Box::new(lived.ill)),
        }
        Some(change)
    }
}

impl Row<'_> {
    /// Differences of two ways to live a year, by age.
    fn change(&self, from: usize, before: (&ByAge, &ByAge), lived: (&Lived, &Lived), keep: &ByAge) -> RowChange {
        let mut change = RowChange { ill: [0.0; AGES], living: [0.0; AGES], dying: [0.0; AGES], new: [0.0; AGES] };
        let from = from.max(self.first);
        let mut start = [[self.entry; AGES]; 2];
        start[0][self.first + 1..].copy_from_slice(&before.0[self.first..AGES - 1]);
        start[1][self.first + 1..].copy_from_slice(&before.1[self.first..AGES - 1]);
        let mut largest = 0.0_f64;
        for age in from..AGES {
            let mean = |side: usize, lived: &Lived| {
                (start[side][age] + lived.ill[age] * lived.survival[age]) / (1.0 + lived.survival[age])
            };
            let (scenario, base) = (mean(0, lived.0), mean(1, lived.1));
            let incidence = self.incidence[age] * self.trend;
            change.ill[age] = scenario - base;
            change.living[age] = lived.0.ill[age] - lived.1.ill[age];
            change.new[age] = incidence * (keep[age] * (1.0 - scenario) - (1.0 - base));
            let relative = (lived.0.survival[age] - lived.1.survival[age]) / lived.1.survival[age];
            change.dying[age] = -math::ln_1p_flat(relative);
            let size = relative.abs();
            largest = if size > largest { size } else { largest };
        }
        if largest > SMALL {
            for age in from..AGES {
                change.dying[age] =
                    -math::ln_1p((lived.0.survival[age] - lived.1.survival[age]) / lived.1.survival[age]);
            }
        }
        change
    }
}
