//! The hot loops: cohorts through the years, eight futures side by side.

use super::footing::{DiseaseStep, HospitalStep, LifeStep};
use super::lanes::{LANES, Lanes, ZERO, add, add_scaled};
use super::mix::Step;

/// A source of risk taken away in one cohort.
#[derive(Debug, Clone, Copy)]
pub struct Fed<'f> {
    /// First year.
    pub from: usize,
    /// How strongly people count, from that year on.
    pub steps: &'f [Step],
    /// People by year, and people times years since they were counted.
    pub people: &'f [[Lanes; 2]],
    /// Where each future stands in the range of the causal share.
    pub position: Lanes,
}

impl Fed<'_> {
    /// Adds the risk taken away in year `t`.
    #[inline(always)]
    fn add(&self, t: usize, sum: &mut Lanes) {
        let (Some(step), Some(people)) = (self.steps.get(t.wrapping_sub(self.from)), self.people.get(t)) else {
            return;
        };
        let [s0, s1, s2, r0, r1] = step.map(f64::from);
        let (y, all, since) = (self.position, people[0], people[1]);
        for lane in 0..LANES {
            let level = s0 + y[lane] * (s1 + y[lane] * s2);
            sum[lane] += all[lane] * level + since[lane] * (r0 + y[lane] * r1);
        }
    }
}

/// Takes deaths away directly, from year `from` on; nobody can be kept from more deaths than there are.
#[inline(never)]
pub fn take_lives(from: usize, steps: &[LifeStep], fed: &[Fed<'_>], deaths: &mut [Lanes]) {
    for (t, (step, dead)) in (from..).zip(steps.iter().zip(deaths)) {
        let mut avoided = ZERO;
        fed.iter().for_each(|fed| fed.add(t, &mut avoided));
        for lane in 0..LANES {
            let most = step.deaths + dead[lane];
            dead[lane] -= if avoided[lane] < most { avoided[lane] } else { most };
        }
    }
}

/// Moves one cohort through the years from `from` on, `fed` taking incidence away; what follows is added to `sums` (ill at the end
/// of the year, person-years ill, deaths, new cases), deaths to `deaths`, and loss of healthy life expectancy to `healthy` for as
/// many years as that has.
#[inline(never)]
pub fn follow_disease(
    from: usize,
    steps: &[DiseaseStep],
    fed: &[Fed<'_>],
    sums: &mut [[Lanes; 4]],
    deaths: &mut [Lanes],
    healthy: &mut [Lanes],
) {
    let mut ill = ZERO;
    let mut healthy = healthy.iter_mut();
    for (t, ((step, sums), deaths)) in (from..).zip(steps.iter().zip(sums).zip(deaths)) {
        let mut fall = ZERO;
        fed.iter().for_each(|fed| fed.add(t, &mut fall));
        let (mut after, mut during, mut dead, mut new) = (ZERO, ZERO, ZERO, ZERO);
        for lane in 0..LANES {
            after[lane] = step.living.0 * ill[lane] + step.living.1 * fall[lane];
            during[lane] = step.ill.0 * ill[lane] + step.ill.1 * fall[lane];
            dead[lane] = step.dying.0 * ill[lane] + step.dying.1 * fall[lane];
            new[lane] = step.new.0 * ill[lane] + step.new.1 * fall[lane];
        }
        add(&mut sums[0], &after);
        add(&mut sums[1], &during);
        add(&mut sums[2], &dead);
        add(&mut sums[3], &new);
        add(deaths, &dead);
        if let Some(healthy) = healthy.next() {
            add_scaled(healthy, &during, step.healthy);
        }
        for lane in 0..LANES {
            ill[lane] = step.carried * after[lane];
        }
    }
}

/// What deaths change in one fifth and year: years of life, of healthy life, deaths, deaths before 75, social care pounds, and
/// admissions, bed-days and attendances in added life.
pub type LifeSums = [Lanes; 8];

/// Moves one cohort through the years with `deaths` more or fewer; what follows is added to `sums`, and within the horizon to
/// `expectancy`: of the sex, of the fifth, healthy.
#[inline(never)]
pub fn follow_lives(steps: &[LifeStep], deaths: &[Lanes], sums: &mut [LifeSums], expectancy: &mut [[Lanes; 3]]) {
    let mut more = ZERO;
    let mut expectancy = expectancy.iter_mut();
    for ((step, dead), sums) in steps.iter().zip(deaths).zip(sums) {
        let mut years = ZERO;
        for lane in 0..LANES {
            years[lane] = more[lane] + step.lived * dead[lane];
        }
        for lane in 0..LANES {
            sums[0][lane] += years[lane];
            sums[1][lane] += step.utility * years[lane];
            sums[4][lane] += step.care * years[lane];
        }
        for lane in 0..LANES {
            sums[2][lane] += step.mortality * years[lane] + dead[lane];
            sums[3][lane] += step.under_75.0 * years[lane] + step.under_75.1 * dead[lane];
        }
        for measure in 0..3 {
            for lane in 0..LANES {
                sums[5 + measure][lane] += step.use_rate[measure] * more[lane];
            }
        }
        if let Some(expectancy) = expectancy.next() {
            for kind in 0..3 {
                for lane in 0..LANES {
                    expectancy[kind][lane] += step.expectancy[kind] * dead[lane];
                }
            }
        }
        for lane in 0..LANES {
            more[lane] = (more[lane] - dead[lane]) * step.carried;
        }
    }
}

/// What hospital deaths change in one fifth and year: deaths, deaths before 75, years not lived, and social care pounds, admissions
/// and attendances in them.
pub type HospitalSums = [Lanes; 6];

/// Moves those who died of hospital spending (below 0: lived) through the years as if alive: each death counts once, now instead of
/// then. `deaths` are those of everybody in the year.
#[inline(never)]
pub fn follow_hospital(steps: &[HospitalStep], deaths: &[Lanes], sums: &mut [HospitalSums]) {
    let mut gone = ZERO;
    for ((step, deaths), sums) in steps.iter().zip(deaths).zip(sums) {
        let mut own = ZERO;
        let mut missing = ZERO;
        for lane in 0..LANES {
            own[lane] = step.share * deaths[lane];
            missing[lane] = step.lived * gone[lane] + 0.5 * own[lane];
        }
        for lane in 0..LANES {
            sums[0][lane] += own[lane] - step.would_die.0 * gone[lane];
            sums[1][lane] += step.would_die.2 * own[lane] - step.would_die.1 * gone[lane];
            sums[2][lane] += missing[lane];
        }
        for kind in 0..3 {
            for lane in 0..LANES {
                sums[3 + kind][lane] += step.care[kind] * missing[lane];
            }
        }
        for lane in 0..LANES {
            // Whoever dies in addition would have lived to the end of the year.
            gone[lane] = gone[lane] - step.would_die.0 * gone[lane] + own[lane];
        }
    }
}
