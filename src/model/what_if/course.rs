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
            let r = if REMITS { self.remission[age] } else { 0.0 };
            (lived.ill[age], lived.survival[age]) =
                live::<REMITS>(i, r, self.case_fatality[age] * self.trend, start[age]);
        }
    }
}

/// Share ill and share surviving the disease after a year of incidence, remission and case fatality, from a share ill.
#[inline(always)]
fn live<const REMITS: bool>(i: f64, r: f64, f: f64, ill: f64) -> (f64, f64) {
    let year = transition_flat::<REMITS>(i, r, f);
    let well = 1.0 - ill;
    let well_end = well * year[0] + ill * year[2];
    let ill_end = well * year[1] + ill * year[3];
    let alive = well_end + ill_end;
    // Where nobody can die of it the sum of shares would be 1 but for its last digit, and that would be a death.
    (ill_end / alive, if f > 0.0 { alive } else { 1.0 })
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

/// What a scenario changes in one row of one disease in a year: scenario minus baseline, by age. Ages nobody is in any more
/// hold what was there before.
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

impl RowChange {
    /// Nothing changed.
    pub const NOTHING: RowChange =
        RowChange { ill: [0.0; AGES], living: [0.0; AGES], dying: [0.0; AGES], new: [0.0; AGES] };
}

/// Every age as it is.
const ALL: ByAge = [1.0; AGES];

/// Shares ill by age at the end of even years and of odd years: a year is read from one and written to the other.
type Sides = Box<[ByAge; 2]>;

/// The scenario's side of all diseases: share ill at the end of a year; empty where nothing has changed yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    ill: Vec<[[Option<Sides>; QUINTILES]; 2]>,
}

impl Course {
    /// Nothing has changed yet.
    #[must_use]
    pub fn new(base: &BaseCourse) -> Course {
        Course { ill: base.rates.iter().map(|_| Default::default()).collect() }
    }

    /// One row through year `t` (1 or later) with incidence at each age multiplied by `keep`, the differences written to
    /// `change`; ages below `youngest` are left alone; `nobody_arrives` says that all who are left have been in the last age
    /// for a year or more. False if the row has never been touched and is not now: then nothing is written.
    pub fn year(
        &mut self,
        base: &BaseCourse,
        t: usize,
        (disease, sex, quintile): (usize, usize, usize),
        (youngest, nobody_arrives): (usize, bool),
        keep: Option<&ByAge>,
        change: &mut RowChange,
    ) -> bool {
        let touched = keep.filter(|keep| keep[youngest..].iter().any(|factor| *factor != 1.0));
        let own = &mut self.ill[disease][sex][quintile];
        if touched.is_none() && own.is_none() {
            return false;
        }
        let row = base.row(disease, sex, quintile, base.trend_of(t));
        let (earlier, later) = (&base.years[t - 1], &base.years[t]);
        let states = own.get_or_insert_with(|| Box::new([earlier.ill_row(disease, sex, quintile); 2]));
        let [even, odd] = &mut **states;
        let (before, now) = if t.is_multiple_of(2) { (odd, even) } else { (even, odd) };
        let first = youngest.max(row.first);
        for list in [&mut change.ill, &mut change.living, &mut change.dying, &mut change.new] {
            list[youngest.min(first)..first].fill(0.0);
        }
        let keep = touched.unwrap_or(&ALL);
        let at = |states: &States| states.at(disease, sex, quintile);
        let base_start = &earlier.ill[at(earlier)];
        let base_end = (&later.ill[at(later)], &later.survival[at(later)]);
        let from = if first == row.first {
            let (_, one) = row.compare(first, keep[first], (row.entry, row.entry), row.live(first, row.entry));
            change.put(first, one);
            // Those who reach the first age bring its stored prevalence with them.
            (now[first], change.living[first]) = (row.entry, 0.0);
            first + 1
        } else {
            first
        };
        if nobody_arrives {
            row.stay(keep, (before, base_start), now, change);
            return true;
        }
        let starts = (&before[from - 1..AGES - 1], &base_start[from - 1 - earlier.from..AGES - 1 - earlier.from]);
        let ends = (&base_end.0[from - later.from..], &base_end.1[from - later.from..]);
        if row.remits {
            row.compare_all::<true>(from, keep, starts, ends, now, change);
        } else {
            row.compare_all::<false>(from, keep, starts, ends, now, change);
        }
        true
    }
}

/// Scenario minus baseline at one age.
struct OneChange {
    ill: f64,
    living: f64,
    dying: f64,
    new: f64,
    /// Change of yearly survival over the baseline's, where the series of the logarithm may not hold.
    relative: f64,
}

impl RowChange {
    fn put(&mut self, age: usize, one: OneChange) {
        self.ill[age] = one.ill;
        self.living[age] = one.living;
        self.dying[age] = -math::ln_1p(one.relative);
        self.new[age] = one.new;
    }
}

impl Row<'_> {
    /// A year at one age on both sides: `start` is the share ill of scenario and baseline, `end` the baseline's share ill and
    /// surviving at the end. Gives the scenario's share ill at the end.
    #[inline(always)]
    fn compare_one<const REMITS: bool>(
        &self,
        age: usize,
        keep: f64,
        start: (f64, f64),
        end: (f64, f64),
    ) -> (f64, OneChange) {
        let incidence = self.incidence[age] * self.trend;
        let f = self.case_fatality[age] * self.trend;
        let r = if REMITS { self.remission[age] } else { 0.0 };
        let (ill, survival) = live::<REMITS>(incidence * keep, r, f, start.0);
        let scenario = (start.0 + ill * survival) / (1.0 + survival);
        let base = (start.1 + end.0 * end.1) / (1.0 + end.1);
        let relative = (survival - end.1) / end.1;
        let change = OneChange {
            ill: scenario - base,
            living: ill - end.0,
            dying: -math::ln_1p_flat(relative),
            new: incidence * (keep * (1.0 - scenario) - (1.0 - base)),
            relative,
        };
        (ill, change)
    }

    /// A year at one age if nothing changes.
    fn live(&self, age: usize, start: f64) -> (f64, f64) {
        let (i, f) = (self.incidence[age] * self.trend, self.case_fatality[age] * self.trend);
        if self.remits { live::<true>(i, self.remission[age], f, start) } else { live::<false>(i, 0.0, f, start) }
    }

    fn compare(&self, age: usize, keep: f64, start: (f64, f64), end: (f64, f64)) -> (f64, OneChange) {
        if self.remits {
            self.compare_one::<true>(age, keep, start, end)
        } else {
            self.compare_one::<false>(age, keep, start, end)
        }
    }

    /// All ages from `from`.
    #[inline(always)]
    fn compare_all<const REMITS: bool>(
        &self,
        from: usize,
        keep: &ByAge,
        starts: (&[f64], &[f64]),
        ends: (&[f64], &[f64]),
        now: &mut ByAge,
        change: &mut RowChange,
    ) {
        let count = AGES - from;
        let (own, base) = (&starts.0[..count], &starts.1[..count]);
        let (end, survival) = (&ends.0[..count], &ends.1[..count]);
        let mut beyond = 0_u64;
        for index in 0..count {
            let age = from + index;
            let (ill, one) =
                self.compare_one::<REMITS>(age, keep[age], (own[index], base[index]), (end[index], survival[index]));
            now[age] = ill;
            change.ill[age] = one.ill;
            change.living[age] = one.living;
            change.dying[age] = one.dying;
            change.new[age] = one.new;
            beyond |= u64::from(one.relative.abs() > SMALL);
        }
        if beyond != 0 {
            for index in 0..count {
                let start = (own[index], base[index]);
                let (_, one) = self.compare(from + index, keep[from + index], start, (end[index], survival[index]));
                change.put(from + index, one);
            }
        }
    }

    /// The last age where nobody arrives: those who stay bring their own prevalence, not that of people who would have
    /// reached it.
    fn stay(&self, keep: &ByAge, (before, base_before): (&ByAge, &[f64]), now: &mut ByAge, change: &mut RowChange) {
        let last = AGES - 1;
        let (own, base) = (before[last], base_before[base_before.len() - 1]);
        let end = self.live(last, base);
        let (ill, one) = self.compare(last, keep[last], (own, base), end);
        now[last] = ill;
        change.put(last, one);
    }
}
