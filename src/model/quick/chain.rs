//! The hot loops: cohorts from moment to moment, eight futures side by side.

use super::bends::Bend;
use super::footing::{DiseaseYear, LifeYear};
use super::lanes::{NONE, Singles, above_zero, add, add_scaled, in_lanes, next_turn};
use super::linear::Linear;
use super::strengths::Step;

/// One source of risk taken away: how strongly its people count by moment, and the people in effect (how many, and times years
/// since they were counted).
pub type Tied<'t> = (&'t [Step], &'t [[Singles; 2]]);

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

/// Adds the risk taken away by some sources, each for as many moments as `fall` has; `tied` gives what there is to know of one. Where
/// it goes with an exposure it is given for the middle of the range of its causal share: `bends` is how it grows along the range, and
/// where each future stands. Of more than four sources it is added up in `part`.
#[inline(always)]
pub fn add_risks<'t, T>(
    (fall, part): (&mut [Singles], &mut [Singles]),
    (ties, tied): (&[T], impl Fn(&T) -> Tied<'t>),
    bends: Option<(&[Bend], &Singles)>,
) {
    match (ties, bends) {
        ([a], None) => one(fall, [tied(a)]),
        ([a, b], None) => two(fall, [tied(a), tied(b)]),
        ([a, b, c], None) => three(fall, [tied(a), tied(b), tied(c)]),
        ([a, b, c, d], None) => four(fall, [tied(a), tied(b), tied(c), tied(d)]),
        ([a], Some(bends)) => one_bent(fall, [tied(a)], bends),
        ([a, b], Some(bends)) => two_bent(fall, [tied(a), tied(b)], bends),
        ([a, b, c], Some(bends)) => three_bent(fall, [tied(a), tied(b), tied(c)], bends),
        ([a, b, c, d], Some(bends)) => four_bent(fall, [tied(a), tied(b), tied(c), tied(d)], bends),
        (many, None) => many.iter().for_each(|tie| one(fall, [tied(tie)])),
        (many, Some(bends)) => {
            // Bent once, when all are added up: so it does not matter how many there are of which nobody is in.
            part.fill(NONE);
            many.iter().for_each(|tie| one(part, [tied(tie)]));
            add_bent(fall, part, bends);
        }
    }
}

/// Adds the risk taken away through one exposure, `part` in the middle of the range of its causal share.
#[inline(never)]
fn add_bent(fall: &mut [Singles], part: &[Singles], (bends, position): (&[Bend], &Singles)) {
    let y = *position;
    for ((fall, part), bend) in fall.iter_mut().zip(part).zip(bends) {
        *fall = with_bent(fall, part, bend, &y);
        next_turn();
    }
}

/// Takes deaths away directly; nobody can be kept from more deaths than there are.
#[inline(never)]
pub fn take_lives(everybody: &[f32], avoided: &[Singles], deaths: &mut [Singles]) {
    for ((all, avoided), dead) in everybody.iter().zip(avoided).zip(deaths) {
        let (mut left, mut taken) = (*dead, NONE);
        in_lanes!(lane => taken[lane] = all + left[lane]);
        // Diseases may have saved more than die already: then nothing is left to be taken, and nothing given back.
        let most = above_zero(&taken);
        in_lanes!(lane => taken[lane] = if avoided[lane] < most[lane] { avoided[lane] } else { most[lane] });
        in_lanes!(lane => left[lane] -= taken[lane]);
        *dead = left;
        next_turn();
    }
}

/// One answer to what is there and to what comes in, in each lane.
macro_rules! answer {
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

/// Moves one cohort from moment to moment, years first and then spans, `fall` taken off its incidence; what follows is added to `sums`,
/// deaths to `deaths`, and loss of healthy life expectancy to `healthy` for as many moments as that has.
#[inline(never)]
pub fn follow_disease(
    (years, spans): (&[DiseaseYear], &[Linear<4, f32>]),
    fall: &[Singles],
    sums: &mut [DiseaseSums],
    deaths: &mut [Singles],
    healthy: &mut [Singles],
) {
    let mut ill = NONE;
    let mut healthy = healthy.iter_mut();
    for (((step, fall), sums), deaths) in years.iter().zip(fall).zip(&mut *sums).zip(&mut *deaths) {
        let (end, during, dead) =
            (answer!(step, 0, ill, fall), answer!(step, 1, ill, fall), answer!(step, 2, ill, fall));
        add(&mut sums[0], &end);
        add(&mut sums[1], &during);
        add(&mut sums[2], &dead);
        add(&mut sums[3], &answer!(step, 3, ill, fall));
        add(deaths, &dead);
        if let Some(healthy) = healthy.next() {
            add_scaled(healthy, &during, step.healthy);
        }
        in_lanes!(lane => ill[lane] = step.stay * end[lane]);
        next_turn();
    }
    let later = years.len().min(fall.len());
    for (((step, fall), sums), deaths) in
        spans.iter().zip(&fall[later..]).zip(&mut sums[later..]).zip(&mut deaths[later..])
    {
        let dead = answer!(step, 2, ill, fall);
        add(&mut sums[0], &answer!(step, 0, ill, fall));
        add(&mut sums[1], &answer!(step, 1, ill, fall));
        add(&mut sums[2], &dead);
        add(&mut sums[3], &answer!(step, 3, ill, fall));
        add(deaths, &dead);
        carry(step, &mut ill, fall);
        next_turn();
    }
}

/// What deaths change in one fifth and moment: years of life, of healthy life, deaths, deaths before 75, social care pounds,
/// and admissions, bed-days and attendances in added life.
pub type LifeSums = [Singles; 8];

/// Moves one cohort from moment to moment, years first and then spans, with `deaths` more or fewer; what follows is added to `sums`, and
/// within the horizon to `expectancy`: of the sex, and healthy.
#[inline(never)]
pub fn follow_lives(
    (years, spans): (&[LifeYear], &[Linear<8, f32>]),
    deaths: &[Singles],
    sums: &mut [LifeSums],
    expectancy: &mut [[Singles; 2]],
) {
    let mut more = NONE;
    let mut expectancy = expectancy.iter_mut();
    for ((step, dead), sums) in years.iter().zip(deaths).zip(&mut *sums) {
        live(step, &more, dead, sums);
        if let Some(expectancy) = expectancy.next() {
            for (own, per_death) in expectancy.iter_mut().zip(step.expectancy) {
                add_scaled(own, dead, per_death);
            }
        }
        in_lanes!(lane => more[lane] = step.stay * (more[lane] - dead[lane]));
    }
    let later = years.len().min(deaths.len());
    for ((step, dead), sums) in spans.iter().zip(&deaths[later..]).zip(&mut sums[later..]) {
        for (number, sum) in sums.iter_mut().enumerate() {
            add(sum, &answer!(step, number, more, dead));
            next_turn();
        }
        carry(step, &mut more, dead);
    }
}

/// One year of `more` people, in which `dead` more die.
#[inline(always)]
fn live(step: &LifeYear, more: &Singles, dead: &Singles, sums: &mut LifeSums) {
    let [healthy, die, die_young, care] = step.per_year;
    let mut lived = NONE;
    in_lanes!(lane => lived[lane] = more[lane] + step.lived * dead[lane]);
    add(&mut sums[0], &lived);
    add_scaled(&mut sums[1], &lived, healthy);
    let (mut all, mut young) = (NONE, NONE);
    in_lanes!(lane => all[lane] = die * lived[lane] + dead[lane]);
    in_lanes!(lane => young[lane] = die_young * lived[lane] + step.young * dead[lane]);
    add(&mut sums[2], &all);
    add(&mut sums[3], &young);
    add_scaled(&mut sums[4], &lived, care);
    next_turn();
    for (sum, each) in sums[5..].iter_mut().zip(step.hospital) {
        add_scaled(sum, more, each);
        next_turn();
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

    type Sources = Vec<(Vec<Step>, Vec<[Singles; 2]>)>;

    fn sources(count: usize) -> Sources {
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
        // Up to four in one go, and more.
        for count in 0..=9 {
            let (sources, numbered) = (sources(count), (0..count).collect::<Vec<usize>>());
            let tied = |source: &usize| (&sources[*source].0[..], &sources[*source].1[..]);
            for bends in [None, Some((&bends[..], &y))] {
                let mut fall: Vec<Singles> = (0..MOMENTS).map(numbers).collect();
                // What the cohort before left behind.
                let mut part = vec![[7.0; LANES]; MOMENTS];
                add_risks((&mut fall, &mut part), (&numbered, tied), bends);
                assert_eq!(fall, one_by_one(&sources, bends), "{count}, {}", bends.is_some());
            }
        }
    }
}
