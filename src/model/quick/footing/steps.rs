//! How one cohort answers in each moment: in all digits as it is worked out, and in seven as the hot loops read it. A year is told by
//! fewer numbers than a span of several, and most moments are years.

use super::{OverYears, Track, flows};
use crate::model::quick::clock::Clock;
use crate::model::quick::linear::Linear;

/// Answers of a disease in one cohort and moment, in people: per person more ill at the start, and per person whose incidence is
/// taken away.
#[derive(Debug, Clone, Copy)]
pub struct DiseaseStep {
    /// Ill at the end of each year, person-years ill, deaths, new cases.
    pub flow: Linear<4>,
    /// Of those ill at the end of a year, the share there at the start of the next.
    pub stay: f64,
    /// Healthy life expectancy lost per person-year ill and unit of utility lost.
    pub healthy: f64,
}

/// Answers of life to deaths in one cohort and moment.
#[derive(Debug, Clone, Copy)]
pub struct LifeStep {
    /// Per person more at the start, and per death: years of life, of healthy life, deaths, deaths before 75, social care
    /// pounds, and hospital use by measure.
    pub flow: Linear<8>,
    /// Of those who die, the share before 75.
    pub young: f64,
    /// Deaths of everybody if nothing changes.
    pub deaths: f64,
    /// Life expectancy of the sex and healthy life expectancy, per death.
    pub expectancy: [f64; 2],
}

impl OverYears for DiseaseStep {
    const NONE: Self = DiseaseStep { flow: Linear::NONE, stay: 0.0, healthy: 0.0 };
    fn over(years: &[Self]) -> Self {
        // Healthy life expectancy is shown within the horizon only, where a moment is a year.
        let first = years.first().copied().unwrap_or(Self::NONE);
        DiseaseStep { flow: flows(years, |year| year.flow), ..first }
    }
}

impl OverYears for LifeStep {
    const NONE: Self = LifeStep { flow: Linear::NONE, young: 0.0, deaths: 0.0, expectancy: [0.0; 2] };
    fn over(years: &[Self]) -> Self {
        let first = years.first().copied().unwrap_or(Self::NONE);
        let deaths = years.iter().map(|year| year.deaths).sum();
        LifeStep { flow: flows(years, |year| year.flow), deaths, ..first }
    }
}

/// A year of a disease, as [`DiseaseStep`]: of those ill at its end the share `stay` is there at the start of the next.
#[derive(Debug, Clone, Copy)]
pub struct DiseaseYear {
    /// Per person more ill at the start.
    pub state: [f32; 4],
    /// Per person whose incidence is taken away.
    pub inflow: [f32; 4],
    /// See [`DiseaseStep`].
    pub stay: f32,
    /// See [`DiseaseStep`].
    pub healthy: f32,
}

/// A year of life, as [`LifeStep`]: most of it answers to the years lived.
#[derive(Debug, Clone, Copy)]
pub struct LifeYear {
    /// Years lived in the year per death in it; per person more at its start, one.
    pub lived: f32,
    /// Healthy years, deaths, deaths before 75 and social care pounds per year lived.
    pub per_year: [f32; 4],
    /// See [`LifeStep`].
    pub young: f32,
    /// Hospital use by measure, per person more at the start.
    pub hospital: [f32; 3],
    /// Of those there at the start and not dead, the share there at the start of the next.
    pub stay: f32,
    /// See [`LifeStep`].
    pub expectancy: [f32; 2],
}

/// A cohort from moment to moment: years first, and spans of several after them.
#[derive(Debug, Clone)]
pub struct Course<Y, S> {
    /// First moment.
    pub from: usize,
    /// One for each moment that is a year.
    pub years: Vec<Y>,
    /// One for each after those.
    pub spans: Vec<S>,
}

/// A disease in a cohort.
pub type DiseaseCourse = Course<DiseaseYear, Linear<4, f32>>;
/// Life in a cohort.
pub type LifeCourse = Course<LifeYear, Linear<8, f32>>;

impl<Y, S> Course<Y, S> {
    /// Nowhere followed.
    pub const fn nowhere(from: usize) -> Self {
        Course { from, years: Vec::new(), spans: Vec::new() }
    }

    /// After the last moment.
    pub const fn end(&self) -> usize {
        self.from + self.years.len() + self.spans.len()
    }

    /// Years and spans after so many moments.
    pub fn after(&self, moments: usize) -> (&[Y], &[S]) {
        let years = self.years.len().min(moments);
        let spans = self.spans.len().min(moments - years);
        (&self.years[years..], &self.spans[spans..])
    }

    fn new<T>(track: &Track<T>, clock: Clock, year: impl Fn(&T) -> Y, span: impl Fn(&T) -> S) -> Self {
        let years = (track.from..).zip(&track.steps).take_while(|(moment, _)| clock.span(*moment).len() == 1).count();
        let (years, spans) = track.steps.split_at(years);
        Course { from: track.from, years: years.iter().map(year).collect(), spans: spans.iter().map(span).collect() }
    }
}

impl Track<DiseaseStep> {
    /// In seven digits.
    #[allow(clippy::cast_possible_truncation)] // meant
    pub fn course(&self, clock: Clock) -> DiseaseCourse {
        let year = |step: &DiseaseStep| {
            let Linear { state, inflow, .. } = step.flow.single();
            DiseaseYear { state, inflow, stay: step.stay as f32, healthy: step.healthy as f32 }
        };
        Course::new(self, clock, year, |step| step.flow.single())
    }
}

impl Track<LifeStep> {
    /// In seven digits.
    #[allow(clippy::cast_possible_truncation)] // meant
    pub fn lives(&self, clock: Clock) -> LifeCourse {
        let year = |step: &LifeStep| {
            debug_assert!(
                step.flow.state[0] == 1.0 && step.flow.inflow[5..] == [0.0; 3],
                "a year of life is told otherwise"
            );
            let Linear { state: [_, per_year @ .., one, two, three], inflow: [lived, ..], next } = step.flow.single();
            let expectancy = step.expectancy.map(|years| years as f32);
            LifeYear {
                lived,
                per_year,
                young: step.young as f32,
                hospital: [one, two, three],
                stay: next.0,
                expectancy,
            }
        };
        Course::new(self, clock, year, |step| step.flow.single())
    }

    /// Deaths of everybody, in seven digits.
    #[allow(clippy::cast_possible_truncation)] // meant
    pub fn deaths(&self) -> Vec<f32> {
        self.steps.iter().map(|step| step.deaths as f32).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::quick::chain::{follow_disease, follow_lives};
    use crate::model::quick::lanes::{LANES, NONE, Singles};

    /// Years of the horizon 4, single ones 9, then spans of five and one of two.
    const CLOCK: Clock = Clock::new(4, 16);
    const FROM: usize = 2;

    fn some(number: usize) -> f64 {
        #[allow(clippy::cast_precision_loss)]
        let share = ((number * 37) % 101) as f64 / 101.0;
        0.1 + 0.8 * share
    }

    fn life(year: usize) -> LifeStep {
        let [lived, young] = [-0.4 * some(year), some(year + 1)];
        let per_year: [f64; 4] = std::array::from_fn(|at| some(7 * year + at));
        let own = [0.0, 1.0, young, 0.0];
        let state = std::array::from_fn(|at| match at {
            0 => 1.0,
            1..5 => per_year[at - 1],
            _ => some(year + 11 * at),
        });
        let inflow = std::array::from_fn(|at| match at {
            0 => lived,
            1..5 => per_year[at - 1] * lived + own[at - 1],
            _ => 0.0,
        });
        let stay = some(3 * year);
        LifeStep {
            flow: Linear { state, inflow, next: (stay, -stay) },
            young,
            deaths: some(year),
            expectancy: [0.5, 0.25],
        }
    }

    fn disease(year: usize) -> DiseaseStep {
        let [state, inflow] = [5, 13].map(|k| std::array::from_fn(|at| some(k * year + at)));
        let stay = some(year + 2);
        DiseaseStep { flow: Linear { state, inflow, next: (stay * state[0], stay * inflow[0]) }, stay, healthy: 0.5 }
    }

    /// What comes in in each moment, the same in every lane.
    fn inflows() -> Vec<Singles> {
        #[allow(clippy::cast_possible_truncation)]
        (FROM..CLOCK.len()).map(|moment| [some(19 * moment) as f32; LANES]).collect()
    }

    /// The answers of every moment in all digits, each moment by its one step.
    fn answers<const N: usize>(flows: impl Iterator<Item = Linear<N>>, inflows: &[Singles]) -> Vec<[f64; N]> {
        let mut there = 0.0;
        let each = flows.zip(inflows).map(|(flow, inflow)| {
            let inflow = f64::from(inflow[0]);
            let answers = std::array::from_fn(|at| flow.state[at] * there + flow.inflow[at] * inflow);
            there = flow.next.0 * there + flow.next.1 * inflow;
            answers
        });
        each.collect()
    }

    fn assert_near<const N: usize>(sums: &[[Singles; N]], answers: &[[f64; N]]) {
        assert_eq!(sums.len(), answers.len());
        for (moment, (sums, answers)) in sums.iter().zip(answers).enumerate() {
            for (number, (sum, answer)) in sums.iter().zip(answers).enumerate() {
                let gap = (f64::from(sum[0]) - answer).abs();
                assert!(gap < 1e-5 * (1.0 + answer.abs()), "moment {moment}, {number}: {} instead of {answer}", sum[0]);
            }
        }
    }

    fn track<T: OverYears>(step: impl Fn(usize) -> T) -> Track<T> {
        let years: Vec<T> = (FROM..16).map(step).collect();
        Track::new(CLOCK, FROM, &years)
    }

    #[test]
    fn a_life_told_by_fewer_numbers_answers_the_same() {
        let track = track(life);
        let course = track.lives(CLOCK);
        assert_eq!((course.from, course.years.len(), course.spans.len(), course.end()), (FROM, 7, 2, CLOCK.len()));
        let deaths = inflows();
        let all = answers(track.steps.iter().map(|step| step.flow), &deaths);
        let (mut sums, mut expectancy) = (vec![[NONE; 8]; deaths.len()], vec![[NONE; 2]; 2]);
        follow_lives(course.after(0), &deaths, &mut sums, &mut expectancy);
        assert_near(&sums, &all);
        assert!((expectancy[1][1][0] - 0.25 * deaths[1][0]).abs() < 1e-6);
    }

    #[test]
    fn a_disease_told_by_fewer_numbers_answers_the_same() {
        let track = track(disease);
        let course = track.course(CLOCK);
        let fall = inflows();
        let all = answers(track.steps.iter().map(|step| step.flow), &fall);
        let (mut sums, mut deaths, mut healthy) = (vec![[NONE; 4]; fall.len()], vec![NONE; fall.len()], vec![NONE; 2]);
        follow_disease(course.after(0), &fall, &mut sums, &mut deaths, &mut healthy);
        assert_near(&sums, &all);
        assert!(deaths.iter().zip(&sums).all(|(deaths, sums)| *deaths == sums[2]));
        assert!((healthy[1][0] - 0.5 * sums[1][1][0]).abs() < 1e-6);
    }

    #[test]
    fn a_course_is_taken_up_anywhere() {
        let (track, fall) = (track(disease), inflows());
        let course = track.course(CLOCK);
        for skip in 0..=fall.len() {
            let all = answers(track.steps[skip..].iter().map(|step| step.flow), &fall[skip..]);
            let (mut sums, mut deaths) = (vec![[NONE; 4]; all.len()], vec![NONE; all.len()]);
            follow_disease(course.after(skip), &fall[skip..], &mut sums, &mut deaths, &mut []);
            assert_near(&sums, &all);
        }
        // And left off before its end.
        let (mut sums, mut deaths) = (vec![[NONE; 4]; 3], vec![NONE; 3]);
        follow_disease(course.after(0), &fall[..3], &mut sums, &mut deaths, &mut []);
        assert_near(&sums, &answers(track.steps.iter().map(|step| step.flow), &fall)[..3]);
    }
}
