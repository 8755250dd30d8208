//! The hot loops: cohorts through the years, eight futures side by side.

use super::footing::{DiseaseStep, HospitalStep, LifeStep};
use super::lanes::{LANES, Lanes, ZERO};

/// Moves one cohort through the years from `from` on: `fall` is the people whose incidence is taken away by year; what follows is
/// added to `sums`, deaths to `deaths`, and loss of healthy life expectancy to `healthy` for as many years as that has.
#[inline(never)]
pub fn follow_disease(
    steps: &[DiseaseStep],
    fall: &[Lanes],
    sums: &mut [[Lanes; 4]],
    deaths: &mut [Lanes],
    healthy: &mut [Lanes],
) {
    let mut ill = ZERO;
    let mut healthy = healthy.iter_mut();
    for (((step, fall), sums), deaths) in steps.iter().zip(fall).zip(sums).zip(deaths) {
        let [living, years, dying, new] = sums;
        let mut after = ZERO;
        let mut during = ZERO;
        for lane in 0..LANES {
            after[lane] = step.living.0 * ill[lane] + step.living.1 * fall[lane];
            during[lane] = step.ill.0 * ill[lane] + step.ill.1 * fall[lane];
        }
        for lane in 0..LANES {
            living[lane] += after[lane];
            years[lane] += during[lane];
        }
        for lane in 0..LANES {
            let dead = step.dying.0 * ill[lane] + step.dying.1 * fall[lane];
            dying[lane] += dead;
            deaths[lane] += dead;
        }
        for lane in 0..LANES {
            new[lane] += step.new.0 * ill[lane] + step.new.1 * fall[lane];
        }
        if let Some(healthy) = healthy.next() {
            for lane in 0..LANES {
                healthy[lane] += step.healthy * during[lane];
            }
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
