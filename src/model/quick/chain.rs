//! The hot loops: cohorts from moment to moment, eight futures side by side.

use super::footing::{DiseaseStep, LifeStep};
use super::lanes::{Lanes, ZERO, add, add_scaled, in_lanes};
use super::linear::Linear;
use super::mix::Step;

/// Adds the risk taken away by one source: `people` in effect by moment (how many, and times years since they were counted),
/// `steps` how strongly they count, `position` where each future stands in the range of the causal share.
#[inline(never)]
pub fn add_risk(fall: &mut [Lanes], steps: &[Step], people: &[[Lanes; 2]], position: &Lanes) {
    let y = *position;
    for ((fall, step), [all, since]) in fall.iter_mut().zip(steps).zip(people) {
        let [s0, s1, s2, r0, r1] =
            [f64::from(step[0]), f64::from(step[1]), f64::from(step[2]), f64::from(step[3]), f64::from(step[4])];
        let mut sum = *fall;
        in_lanes!(lane => {
            let level = s0 + y[lane] * (s1 + y[lane] * s2);
            sum[lane] += all[lane] * level + since[lane] * (r0 + y[lane] * r1)
        });
        *fall = sum;
    }
}

/// The same of a source that hangs on no causal share.
#[inline(never)]
pub fn add_plain(fall: &mut [Lanes], steps: &[Step], people: &[[Lanes; 2]]) {
    for ((fall, step), [all, since]) in fall.iter_mut().zip(steps).zip(people) {
        let (level, slope) = (f64::from(step[0]), f64::from(step[3]));
        let mut sum = *fall;
        in_lanes!(lane => sum[lane] += all[lane] * level + since[lane] * slope);
        *fall = sum;
    }
}

/// Takes deaths away directly; nobody can be kept from more deaths than there are.
#[inline(never)]
pub fn take_lives(steps: &[LifeStep], avoided: &[Lanes], deaths: &mut [Lanes]) {
    for ((step, avoided), dead) in steps.iter().zip(avoided).zip(deaths) {
        let mut left = *dead;
        in_lanes!(lane => {
            let most = step.deaths + left[lane];
            left[lane] -= if avoided[lane] < most { avoided[lane] } else { most }
        });
        *dead = left;
    }
}

/// One answer of a step in each lane.
macro_rules! answers {
    ($step:expr, $number:expr, $state:expr, $inflow:expr) => {{
        let (a, b): (f64, f64) = ($step.state[$number], $step.inflow[$number]);
        let mut answer = ZERO;
        in_lanes!(lane => answer[lane] = a * $state[lane] + b * $inflow[lane]);
        answer
    }};
}

#[inline(always)]
fn carry<const N: usize>(step: &Linear<N>, state: &mut Lanes, inflow: &Lanes) {
    let (a, b) = step.next;
    in_lanes!(lane => state[lane] = a * state[lane] + b * inflow[lane]);
}

/// What diseases change in one fifth and moment: ill at the end of the year, person-years ill, deaths, new cases.
pub type DiseaseSums = [Lanes; 4];

/// Moves one cohort from moment to moment, `fall` taken off its incidence; what follows is added to `sums`, deaths to `deaths`,
/// and loss of healthy life expectancy to `healthy` for as many moments as that has.
#[inline(never)]
pub fn follow_disease(
    steps: &[DiseaseStep],
    fall: &[Lanes],
    sums: &mut [DiseaseSums],
    deaths: &mut [Lanes],
    healthy: &mut [Lanes],
) {
    let mut ill = ZERO;
    let mut healthy = healthy.iter_mut();
    for (((step, fall), sums), deaths) in steps.iter().zip(fall).zip(sums).zip(deaths) {
        let flow = &step.flow;
        let (during, dead) = (answers!(flow, 1, ill, fall), answers!(flow, 2, ill, fall));
        add(&mut sums[0], &answers!(flow, 0, ill, fall));
        add(&mut sums[1], &during);
        add(&mut sums[2], &dead);
        add(&mut sums[3], &answers!(flow, 3, ill, fall));
        add(deaths, &dead);
        if let Some(healthy) = healthy.next() {
            add_scaled(healthy, &during, step.healthy);
        }
        carry(flow, &mut ill, fall);
    }
}

/// What deaths change in one fifth and moment: years of life, of healthy life, deaths, deaths before 75, social care pounds,
/// and admissions, bed-days and attendances in added life.
pub type LifeSums = [Lanes; 8];

/// Moves one cohort from moment to moment with `deaths` more or fewer; what follows is added to `sums`, and within the horizon
/// to `expectancy`: of the sex, of the fifth, healthy.
#[inline(never)]
pub fn follow_lives(steps: &[LifeStep], deaths: &[Lanes], sums: &mut [LifeSums], expectancy: &mut [[Lanes; 3]]) {
    let mut more = ZERO;
    let mut expectancy = expectancy.iter_mut();
    for ((step, dead), sums) in steps.iter().zip(deaths).zip(sums) {
        for (answer, sum) in sums.iter_mut().enumerate() {
            add(sum, &answers!(step.flow, answer, more, dead));
        }
        if let Some(expectancy) = expectancy.next() {
            for (own, per_death) in expectancy.iter_mut().zip(step.expectancy) {
                add_scaled(own, dead, per_death);
            }
        }
        carry(&step.flow, &mut more, dead);
    }
}
