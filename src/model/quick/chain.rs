//! The hot loops: cohorts from moment to moment, eight futures side by side.

use super::bends::Bend;
use super::footing::{DiseaseStep, LifeStep};
use super::lanes::{NONE, Singles, above_zero, add, add_scaled, in_lanes, next_turn};
use super::linear::Linear;
use super::mix::Step;

/// One source of risk taken away: how strongly its people count by moment, and the people in effect (how many, and times years
/// since they were counted).
pub type Tied<'t> = (&'t [Step], &'t [[Singles; 2]]);

/// Most sources that are taken together.
pub const TIES: usize = 4;

/// `fall`, and `part` of futures that stand at `y` in the range of the causal share.
#[inline(always)]
fn with_bent(fall: &Singles, part: &Singles, [first, second]: &Bend, y: &Singles) -> Singles {
    let mut sum = *fall;
    in_lanes!(lane => sum[lane] += part[lane] * (1.0 + y[lane] * (first + y[lane] * second)));
    sum
}

/// Functions that add the risk taken away by so many sources at once, so that `fall` is read and written once for all of them: as it
/// is, and bent.
macro_rules! risks {
    ($plain:ident, $bent:ident: $($tie:ident)*) => {
        #[inline(never)]
        fn $plain(fall: &mut [Singles], [$($tie),*]: [Tied<'_>; risks!(@count $($tie)*)]) {
            let end = fall.len();
            $(let $tie = (&$tie.0[..end], &$tie.1[..end]);)*
            for moment in 0..end {
                let mut sum = fall[moment];
                $(risks!(@add sum, $tie, moment);)*
                fall[moment] = sum;
                next_turn();
            }
        }

        #[inline(never)]
        fn $bent(
            fall: &mut [Singles],
            [$($tie),*]: [Tied<'_>; risks!(@count $($tie)*)],
            (bends, position): (&[Bend], &Singles),
        ) {
            let (end, y) = (fall.len(), *position);
            $(let $tie = (&$tie.0[..end], &$tie.1[..end]);)*
            let bends = &bends[..end];
            for moment in 0..end {
                let mut part = NONE;
                $(risks!(@add part, $tie, moment);)*
                fall[moment] = with_bent(&fall[moment], &part, &bends[moment], &y);
                next_turn();
            }
        }
    };
    (@add $sum:ident, $tie:ident, $moment:ident) => {
        let ([level, slope], [all, since]) = ($tie.0[$moment], &$tie.1[$moment]);
        in_lanes!(lane => $sum[lane] += all[lane] * level + since[lane] * slope);
    };
    (@count) => { 0 };
    (@count $first:ident $($rest:ident)*) => { 1 + risks!(@count $($rest)*) };
}

risks!(one, one_bent: a);
risks!(two, two_bent: a b);
risks!(three, three_bent: a b c);
risks!(four, four_bent: a b c d);

/// Adds the risk taken away by one to [`TIES`] sources, each for as many moments as `fall` has. Where it goes with an exposure it is
/// given for the middle of the range of its causal share: `bends` is how it grows along the range, and where each future stands.
pub fn add_risks(fall: &mut [Singles], ties: &[Tied<'_>], bends: Option<(&[Bend], &Singles)>) {
    const _: () = assert!(TIES == 4);
    match (ties, bends) {
        ([a], None) => one(fall, [*a]),
        ([a, b], None) => two(fall, [*a, *b]),
        ([a, b, c], None) => three(fall, [*a, *b, *c]),
        ([a, b, c, d], None) => four(fall, [*a, *b, *c, *d]),
        ([a], Some(bends)) => one_bent(fall, [*a], bends),
        ([a, b], Some(bends)) => two_bent(fall, [*a, *b], bends),
        ([a, b, c], Some(bends)) => three_bent(fall, [*a, *b, *c], bends),
        ([a, b, c, d], Some(bends)) => four_bent(fall, [*a, *b, *c, *d], bends),
        _ => {}
    }
}

/// Adds the risk taken away through one exposure, `part` in the middle of the range of its causal share.
#[inline(never)]
pub fn add_bent(fall: &mut [Singles], part: &[Singles], (bends, position): (&[Bend], &Singles)) {
    let y = *position;
    for ((fall, part), bend) in fall.iter_mut().zip(part).zip(bends) {
        *fall = with_bent(fall, part, bend, &y);
        next_turn();
    }
}

/// Takes deaths away directly; nobody can be kept from more deaths than there are.
#[inline(never)]
pub fn take_lives(steps: &[LifeStep<f32>], avoided: &[Singles], deaths: &mut [Singles]) {
    for ((step, avoided), dead) in steps.iter().zip(avoided).zip(deaths) {
        let (mut left, mut taken) = (*dead, NONE);
        in_lanes!(lane => taken[lane] = step.deaths + left[lane]);
        // Diseases may have saved more than die already: then nothing is left to be taken, and nothing given back.
        let most = above_zero(&taken);
        in_lanes!(lane => taken[lane] = if avoided[lane] < most[lane] { avoided[lane] } else { most[lane] });
        in_lanes!(lane => left[lane] -= taken[lane]);
        *dead = left;
        next_turn();
    }
}

/// One answer of a step in each lane.
macro_rules! answers {
    ($step:expr, $number:expr, $state:expr, $inflow:expr) => {{
        let (a, b): (f32, f32) = ($step.state[$number], $step.inflow[$number]);
        let mut answer = NONE;
        in_lanes!(lane => answer[lane] = a * $state[lane] + b * $inflow[lane]);
        answer
    }};
}

#[inline(always)]
fn carry<const N: usize>(step: &Linear<N, f32>, state: &mut Singles, inflow: &Singles) {
    let (a, b) = step.next;
    in_lanes!(lane => state[lane] = a * state[lane] + b * inflow[lane]);
}

/// What diseases change in one fifth and moment: ill at the end of the year, person-years ill, deaths, new cases.
pub type DiseaseSums = [Singles; 4];

/// Moves one cohort from moment to moment, `fall` taken off its incidence; what follows is added to `sums`, deaths to `deaths`,
/// and loss of healthy life expectancy to `healthy` for as many moments as that has.
#[inline(never)]
pub fn follow_disease(
    steps: &[DiseaseStep<f32>],
    fall: &[Singles],
    sums: &mut [DiseaseSums],
    deaths: &mut [Singles],
    healthy: &mut [Singles],
) {
    let mut ill = NONE;
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
pub type LifeSums = [Singles; 8];

/// Moves one cohort from moment to moment with `deaths` more or fewer; what follows is added to `sums`, and within the horizon
/// to `expectancy`: of the sex, and healthy.
#[inline(never)]
pub fn follow_lives(
    steps: &[LifeStep<f32>],
    deaths: &[Singles],
    sums: &mut [LifeSums],
    expectancy: &mut [[Singles; 2]],
) {
    let mut more = NONE;
    let mut expectancy = expectancy.iter_mut();
    for ((step, dead), sums) in steps.iter().zip(deaths).zip(sums) {
        for (answer, sum) in sums.iter_mut().enumerate() {
            add(sum, &answers!(step.flow, answer, more, dead));
            next_turn();
        }
        if let Some(expectancy) = expectancy.next() {
            for (own, per_death) in expectancy.iter_mut().zip(step.expectancy) {
                add_scaled(own, dead, per_death);
            }
        }
        carry(&step.flow, &mut more, dead);
    }
}

#[cfg(test)]
#[allow(clippy::cast_precision_loss)] // small numbers
mod tests {
    use super::*;
    use crate::model::quick::lanes::LANES;

    const MOMENTS: usize = 3;

    fn numbers(seed: usize) -> Singles {
        std::array::from_fn(|lane| ((seed * 37 + lane * 11) % 23) as f32 * 0.37 - 2.1)
    }

    fn sources(count: usize) -> Vec<(Vec<Step>, Vec<[Singles; 2]>)> {
        let people = |source: usize, moment: usize| [numbers(7 * source + moment), numbers(5 * source + moment + 3)];
        let step = |source: usize, moment: usize| [0.3 + source as f32 * 0.7, 0.01 * moment as f32 - 0.2];
        let of = |source: usize| {
            let moments = 0..MOMENTS;
            (moments.clone().map(|m| step(source, m)).collect(), moments.map(|m| people(source, m)).collect())
        };
        (0..count).map(of).collect()
    }

    /// As it is written in METHOD: source by source, and then bent.
    fn one_by_one(sources: &[(Vec<Step>, Vec<[Singles; 2]>)], bends: Option<(&[Bend], &Singles)>) -> Vec<Singles> {
        let sum = |moment: usize, lane: usize| {
            let start = numbers(moment)[lane];
            let own = |sum: f32, (steps, people): &(Vec<Step>, Vec<[Singles; 2]>)| {
                let ([level, slope], [all, since]) = (steps[moment], people[moment]);
                sum + (all[lane] * level + since[lane] * slope)
            };
            match bends {
                None => sources.iter().fold(start, own),
                Some((bends, y)) => {
                    let ([first, second], y) = (bends[moment], y[lane]);
                    start + sources.iter().fold(0.0, own) * (1.0 + y * (first + y * second))
                }
            }
        };
        (0..MOMENTS).map(|moment| std::array::from_fn(|lane| sum(moment, lane))).collect()
    }

    #[test]
    fn sources_together_take_away_what_they_take_away_one_by_one() {
        let bends: Vec<Bend> = (0..MOMENTS).map(|moment| [0.4 - 0.1 * moment as f32, 0.05]).collect();
        let y = std::array::from_fn(|lane| lane as f32 * 0.25 - 1.0);
        for count in 1..=TIES {
            let sources = sources(count);
            let ties: Vec<Tied<'_>> = sources.iter().map(|(steps, people)| (&steps[..], &people[..])).collect();
            for bends in [None, Some((&bends[..], &y))] {
                let mut fall: Vec<Singles> = (0..MOMENTS).map(numbers).collect();
                add_risks(&mut fall, &ties, bends);
                assert_eq!(fall, one_by_one(&sources, bends), "{count}, {}", bends.is_some());
            }
        }
    }

    #[test]
    fn added_up_one_after_another_and_then_bent_they_have_the_same_bits() {
        let bends: Vec<Bend> = vec![[0.3, -0.1]; MOMENTS];
        let y = [0.5; LANES];
        let sources = sources(TIES);
        let ties: Vec<Tied<'_>> = sources.iter().map(|(steps, people)| (&steps[..], &people[..])).collect();
        let (mut together, mut apart) = (vec![NONE; MOMENTS], vec![NONE; MOMENTS]);
        add_risks(&mut together, &ties, Some((&bends, &y)));
        let mut part = vec![NONE; MOMENTS];
        ties.chunks(1).for_each(|tie| add_risks(&mut part, tie, None));
        add_bent(&mut apart, &part, (&bends, &y));
        assert_eq!(together, apart);
    }
}
