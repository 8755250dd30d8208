//! The hot loop: a year of all diseases in one cohort.

use crate::lane::Lane;
use crate::tables::Tables;
use crate::{DISEASES, EXPOSURES};

/// Links from exposures to diseases, for each disease one after another.
pub struct Links<L> {
    of: [Strength<L>; DISEASES],
}

/// What a disease hangs on.
#[derive(Clone, Copy)]
struct Strength<L> {
    count: usize,
    exposure: [u8; EXPOSURES],
    /// Excess risk of somebody exposed.
    excess: [L; EXPOSURES],
    /// The same times what is left of the exposure this year.
    pull: [L; EXPOSURES],
}

impl<L: Lane> Links<L> {
    /// All that are not nothing; `factor` of exposure and disease.
    pub fn new(t: &Tables, factor: impl Fn(usize, usize) -> L) -> Links<L> {
        let none = [L::all(0.0); EXPOSURES];
        let mut of = [Strength { count: 0, exposure: [0; EXPOSURES], excess: none, pull: none }; DISEASES];
        for (d, strength) in of.iter_mut().enumerate() {
            for e in (0..EXPOSURES).filter(|e| t.excess_risk[*e][d] != 0.0) {
                strength.exposure[strength.count] = e as u8;
                strength.excess[strength.count] = L::all(t.excess_risk[e][d]) * factor(e, d);
                strength.pull[strength.count] = strength.excess[strength.count];
                strength.count += 1;
            }
        }
        Links { of }
    }

    /// What is left of each exposure this year.
    pub fn pull(&mut self, left: &[L; EXPOSURES]) {
        for strength in &mut self.of {
            for at in 0..strength.count {
                strength.pull[at] = strength.excess[at] * left[usize::from(strength.exposure[at])];
            }
        }
    }

    /// Relative risk of each disease where so many are exposed.
    pub fn risk(&self, exposed: &[f64; EXPOSURES]) -> [L; DISEASES] {
        std::array::from_fn(|d| self.of[d].risk(L::all(1.0), exposed))
    }
}

impl<L: Lane> Strength<L> {
    #[inline(always)]
    fn risk(&self, mut risk: L, exposed: &[f64; EXPOSURES]) -> L {
        for (exposure, pull) in self.exposure.iter().zip(&self.pull).take(self.count) {
            // The remainder tells the compiler what is true anyway: there is no ninth exposure.
            let share = exposed[usize::from(*exposure) % EXPOSURES];
            risk = risk * (L::all(1.0) + L::all(share) * *pull);
        }
        risk
    }
}

/// A cohort as a year begins, but for its cases.
pub struct Band<'a, L> {
    pub people: L,
    /// Other mortality this year.
    pub mortality: L,
    /// Share that grows out of the band, and share of the band before that grows into it.
    pub leaving: f64,
    pub entering: f64,
    pub exposed: &'a [f64; EXPOSURES],
    /// By disease: incidence at relative risk 1, case fatality, remission, and cases in the band before.
    pub incidence: &'a [L; DISEASES],
    pub fatality: &'a [L; DISEASES],
    pub remission: &'a [L; DISEASES],
    pub before: &'a [L; DISEASES],
}

/// A year of all diseases: adds the cases to `sums`, moves them on, and gives the share of people who die.
#[inline(never)]
pub fn cohort<L: Lane>(band: &Band<'_, L>, links: &Links<L>, cases: &mut [L; DISEASES], sums: &mut [L; DISEASES]) -> L {
    let (people, one) = (band.people, L::all(1.0));
    let each = one / people;
    let mut die = [L::all(0.0); DISEASES];
    let mut all = L::all(0.0);
    for d in 0..DISEASES {
        die[d] = band.fatality[d] * cases[d];
        all = all + die[d];
    }
    let rate = band.mortality + all * each;
    let stay = one - rate - L::all(band.leaving);
    for d in 0..DISEASES {
        let (ill, well) = (cases[d], people - cases[d]);
        let risk = links.of[d].risk(band.incidence[d], band.exposed);
        sums[d] = sums[d] + ill;
        // Who dies of this disease among the ill is spared the rate that everybody else dies at.
        let moved = ill * (stay - band.remission[d]) + well * (risk - die[d] * each);
        cases[d] = moved + L::all(band.entering) * band.before[d];
    }
    rate
}
