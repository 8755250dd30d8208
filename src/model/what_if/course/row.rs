//! One disease in one sex and fifth through a year, on one side or on both, a row of ages at a time.

use crate::math;
use crate::model::tables::ByAge;
use crate::strata::AGES;

/// Largest relative change of yearly survival for which the series of the logarithm holds.
pub(super) const SMALL: f64 = 0.1;

/// A row of one disease in one sex and fifth: what is needed for a year.
pub(super) struct Row<'a> {
    pub(super) incidence: &'a ByAge,
    pub(super) remission: &'a ByAge,
    pub(super) case_fatality: &'a ByAge,
    pub(super) first: usize,
    pub(super) entry: f64,
    pub(super) remits: bool,
    /// Highest incidence, remission and case fatality of the disease.
    pub(super) most: [f64; 3],
    /// Factor on incidence and case fatality.
    pub(super) trend: f64,
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

impl RowChange {
    pub(super) fn put(&mut self, age: usize, one: OneChange) {
        self.ill[age] = one.ill;
        self.living[age] = one.living;
        let (survival, base) = one.survival;
        self.dying[age] = -math::ln_1p((survival - base) / base);
        self.new[age] = one.new;
    }
}

/// Scenario minus baseline at one age.
pub(super) struct OneChange {
    ill: f64,
    living: f64,
    dying: f64,
    new: f64,
    /// Share surviving the disease, scenario and baseline: for where the series of the logarithm does not hold.
    survival: (f64, f64),
}

impl Row<'_> {
    /// A year if nothing changes: `start` is the share ill at its start by age from `from`; shares ill at its end, and surviving the
    /// disease, go to `ill` and `survival`, for as many ages as these have.
    #[inline(never)] // a browser makes quick what is called often
    pub(super) fn year(&self, from: usize, start: &[f64], ill: &mut [f64], survival: &mut [f64]) {
        let live = match (self.remits, self.most_change() >= 1.0) {
            (true, true) => Row::live_ages::<true, true>,
            (true, false) => Row::live_ages::<true, false>,
            (false, true) => Row::live_ages::<false, true>,
            (false, false) => Row::live_ages::<false, false>,
        };
        live(self, from, start, ill, survival);
    }

    fn live_ages<const REMITS: bool, const NEAR: bool>(
        &self,
        from: usize,
        start: &[f64],
        ill: &mut [f64],
        survival: &mut [f64],
    ) {
        let count = ill.len();
        let ages = from..from + count;
        let (incidence, remission) = (&self.incidence[ages.clone()], &self.remission[ages.clone()]);
        let case_fatality = &self.case_fatality[ages];
        let (start, survival) = (&start[..count], &mut survival[..count]);
        for index in 0..count {
            let (i, f) = (incidence[index] * self.trend, case_fatality[index] * self.trend);
            let r = if REMITS { remission[index] } else { 0.0 };
            (ill[index], survival[index]) = live::<REMITS, NEAR>(i, r, f, start[index]);
        }
    }

    /// The largest factor on incidence with which the rates of no age add to more than the short way to the exponential allows.
    fn most_change(&self) -> f64 {
        let [incidence, remission, case_fatality] = self.most;
        ((math::NEAR - remission) / self.trend - case_fatality) / (incidence + f64::MIN_POSITIVE)
    }

    /// True if the rates of no age add to more than the short way to the exponential allows.
    fn is_near(&self, keep: &ByAge) -> bool {
        // Without branches, so that many ages are looked at side by side.
        let most = self.most_change();
        most >= 1.0 && keep.iter().fold(true, |near, factor| near & (*factor <= most))
    }
}

impl Row<'_> {
    /// A year at one age on both sides: `start` is the share ill of scenario and baseline, `end` the baseline's share ill and
    /// surviving at the end. Gives the scenario's share ill at the end.
    #[inline(always)]
    fn compare_one<const REMITS: bool, const NEAR: bool>(
        &self,
        age: usize,
        keep: f64,
        start: (f64, f64),
        end: (f64, f64),
    ) -> (f64, OneChange) {
        let incidence = self.incidence[age] * self.trend;
        let f = self.case_fatality[age] * self.trend;
        let r = if REMITS { self.remission[age] } else { 0.0 };
        let (ill, survival) = live::<REMITS, NEAR>(incidence * keep, r, f, start.0);
        // Mean prevalence is (start + end x survival) / (1 + survival): both sides and the logarithm share one division.
        let (own, other, sum) = (1.0 + survival, 1.0 + end.1, survival + end.1);
        let per = 1.0 / (own * other * sum);
        let scenario = (start.0 + ill * survival) * other * sum * per;
        let base = (start.1 + end.0 * end.1) * own * sum * per;
        let change = OneChange {
            ill: scenario - base,
            living: ill - end.0,
            dying: -math::ln_from_share_flat((survival - end.1) * (own * other) * per),
            new: incidence * (keep * (1.0 - scenario) - (1.0 - base)),
            survival: (survival, end.1),
        };
        (ill, change)
    }

    /// A year at one age if nothing changes.
    pub(super) fn live(&self, age: usize, start: f64) -> (f64, f64) {
        let (i, f) = (self.incidence[age] * self.trend, self.case_fatality[age] * self.trend);
        if self.remits {
            live::<true, false>(i, self.remission[age], f, start)
        } else {
            live::<false, false>(i, 0.0, f, start)
        }
    }

    pub(super) fn compare(&self, age: usize, keep: f64, start: (f64, f64), end: (f64, f64)) -> (f64, OneChange) {
        if self.remits {
            self.compare_one::<true, false>(age, keep, start, end)
        } else {
            self.compare_one::<false, false>(age, keep, start, end)
        }
    }

    /// All ages from `from`.
    pub(super) fn compare_all(
        &self,
        from: usize,
        keep: &ByAge,
        starts: (&[f64], &[f64]),
        ends: (&[f64], &[f64]),
        now: &mut ByAge,
        change: &mut RowChange,
    ) {
        let compare = match (self.remits, self.is_near(keep)) {
            (true, true) => Row::compare_ages::<true, true>,
            (true, false) => Row::compare_ages::<true, false>,
            (false, true) => Row::compare_ages::<false, true>,
            (false, false) => Row::compare_ages::<false, false>,
        };
        compare(self, from, keep, starts, ends, now, change);
    }

    fn compare_ages<const REMITS: bool, const NEAR: bool>(
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
            let (start, end) = ((own[index], base[index]), (end[index], survival[index]));
            let (ill, one) = self.compare_one::<REMITS, NEAR>(age, keep[age], start, end);
            now[age] = ill;
            change.ill[age] = one.ill;
            change.living[age] = one.living;
            change.dying[age] = one.dying;
            change.new[age] = one.new;
            let (survival, base) = one.survival;
            beyond |= u64::from((survival - base).abs() > SMALL * base);
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
    pub(super) fn stay(
        &self,
        keep: &ByAge,
        (before, base_before): (&ByAge, &[f64]),
        now: &mut ByAge,
        change: &mut RowChange,
    ) {
        let last = AGES - 1;
        let (own, base) = (before[last], base_before[base_before.len() - 1]);
        let end = self.live(last, base);
        let (ill, one) = self.compare(last, keep[last], (own, base), end);
        now[last] = ill;
        change.put(last, one);
    }
}

/// Share ill and share surviving the disease after a year of incidence, remission and case fatality, from a share ill.
/// `NEAR`: no sum of the three is beyond [`math::NEAR`].
#[inline(always)]
fn live<const REMITS: bool, const NEAR: bool>(i: f64, r: f64, f: f64, ill: f64) -> (f64, f64) {
    let year = transition_flat::<REMITS, NEAR>(i, r, f);
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
fn transition_flat<const REMITS: bool, const NEAR: bool>(i: f64, r: f64, f: f64) -> [f64; 4] {
    let gap = i - f;
    let q = if REMITS { (gap * gap + 2.0 * r * (i + f) + r * r).sqrt() } else { gap.abs() };
    let difference = r - gap;
    // Three divisors share one division: a division takes as long as many products.
    let (sum, width) = (i + r + f + q + TINY, q + difference.abs() + TINY);
    let (per, per_q) = if REMITS {
        let per = 1.0 / (sum * width * (q + TINY));
        (per, sum * width * per)
    } else {
        (0.0, 1.0 / (q + TINY))
    };
    let slow = if REMITS { -2.0 * i * f * (width * (q + TINY)) * per } else { -(if i < f { i } else { f }) };
    let small = if REMITS { 2.0 * i * r * sum * per } else { 0.0 };
    let exp = if NEAR { math::exp_pair_near } else { math::exp_pair_flat };
    let (scale, (fall, fast)) = (exp(slow).1, exp(-q));
    let mean = if q > 0.0 { -fall * per_q } else { 1.0 };
    let large = 1.0 - small;
    let u = if difference >= 0.0 { large } else { small };
    let v = 1.0 - u;
    [scale * (u + fast * v), scale * mean * i, scale * mean * r, scale * (v + fast * u)]
}

/// Keeps a divisor from being 0; no rate per year comes near it, and three of it are still above the smallest number.
const TINY: f64 = 1e-100;
