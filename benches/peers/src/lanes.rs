//! Our way: eight draws side by side, one chain of age bands (a sex in a fifth) after another, so that everything a chain
//! needs stays close to the processor. The same equations as [`crate::plain`], rearranged without approximation:
//!
//! * the well are the people who are not ill, so they are not kept;
//! * exposure is its start times a factor of fifth, exposure and year, so one factor serves all ages;
//! * what the risk is divided by is folded into the incidence once;
//! * links of no strength are left out;
//! * the hot loop ([`cohort`]) is small, knows its lengths, and checks no index.

use crate::draws::{EFFECT, FACTORS, FATALITY, INCIDENCE, LAG, MORTALITY, REMISSION, RISK};
use crate::lane::{Eight, Lane, WIDTH};
use crate::tables::Tables;
use crate::{BANDS, DISEASES, EXPOSURES, FIFTHS, PROGRAMMES, SERIES, SEXES, TIMES};

mod after;
mod hot;

use hot::{cohort, Band, Links};

/// Runs `out.len() / SERIES` draws, the factors of which stand one after another.
pub fn run(tables: &Tables, factors: &[f64], out: &mut [f64]) {
    let mut block = Block::<Eight>::new();
    for (factors, out) in factors.chunks(WIDTH * FACTORS).zip(out.chunks_mut(WIDTH * SERIES)) {
        block.run(tables, factors, out);
    }
}

/// One lane instead of eight, in whatever arithmetic is asked for.
pub fn run_one<L: Lane>(tables: &Tables, factors: &[f64], out: &mut [f64]) {
    Block::<L>::new().run(tables, factors, out);
}

/// What all chains add up to at a point in time.
#[derive(Clone, Copy)]
struct Sums<L> {
    cases: [L; DISEASES],
    deaths: [L; FIFTHS],
    people: L,
    utility: L,
}

/// Working memory of a block of draws. Band 0 of a chain is the unborn: nobody in it is ill, and births leave it.
struct Block<L> {
    cases: [[L; DISEASES]; BANDS + 1],
    people: [L; BANDS + 1],
    incidence: [[L; DISEASES]; BANDS],
    fatality: [[L; DISEASES]; BANDS],
    exposed: [[f64; EXPOSURES]; BANDS],
    mortality: [f64; BANDS],
    sums: [Sums<L>; TIMES],
}

impl<L: Lane> Block<L> {
    fn new() -> Box<Block<L>> {
        let zero = L::all(0.0);
        let sums = Sums { cases: [zero; DISEASES], deaths: [zero; FIFTHS], people: zero, utility: zero };
        Box::new(Block {
            cases: [[zero; DISEASES]; BANDS + 1],
            people: [zero; BANDS + 1],
            incidence: [[zero; DISEASES]; BANDS],
            fatality: [[zero; DISEASES]; BANDS],
            exposed: [[0.0; EXPOSURES]; BANDS],
            mortality: [0.0; BANDS],
            sums: [sums; TIMES],
        })
    }

    fn run(&mut self, t: &Tables, factors: &[f64], out: &mut [f64]) {
        // A block that is not full repeats its last draw.
        let last = factors.len() / FACTORS - 1;
        let factor = |at: usize| L::from_lanes(|lane| factors[lane.min(last) * FACTORS + at]);
        let zero = L::all(0.0);
        self.sums = [Sums { cases: [zero; DISEASES], deaths: [zero; FIFTHS], people: zero, utility: zero }; TIMES];
        let mut links = Links::new(t, |e, d| factor(RISK + e * DISEASES + d));
        let remission: [L; DISEASES] = std::array::from_fn(|d| L::all(t.remission[d]) * factor(REMISSION + d));
        let nearer: [L; EXPOSURES] = std::array::from_fn(|e| L::all(1.0) / (L::all(t.lag[e]) * factor(LAG + e)));
        let mortality = factor(MORTALITY);
        for fifth in 0..FIFTHS {
            let effect = effects(t, fifth, &factor);
            for sex in 0..SEXES {
                let mut left = [L::all(1.0); EXPOSURES];
                links.pull(&left);
                self.start(t, sex, fifth, &links, &factor);
                for year in 0..TIMES {
                    let now = t.at(year as f64);
                    links.pull(&left);
                    let mortality = L::all(now.mortality) * mortality;
                    self.year(t, fifth, year, &links, &remission, mortality);
                    for e in 0..EXPOSURES {
                        let target = L::all(1.0) - L::all(now.ramp) * effect[e];
                        left[e] = left[e] + (target - left[e]) * nearer[e];
                    }
                }
            }
        }
        after::write(t, &self.sums, &factor, out);
    }

    /// Sets a chain up as it is at the start.
    fn start(&mut self, t: &Tables, sex: usize, fifth: usize, links: &Links<L>, factor: &impl Fn(usize) -> L) {
        self.people[0] = L::all(t.births[sex][fifth]);
        let incidence: [L; DISEASES] = std::array::from_fn(|d| factor(INCIDENCE + d));
        let fatality: [L; DISEASES] = std::array::from_fn(|d| factor(FATALITY + d));
        for a in 0..BANDS {
            let people = t.people(a, sex, fifth);
            self.people[a + 1] = L::all(people);
            self.mortality[a] = t.mortality(a, sex, fifth);
            self.exposed[a] = std::array::from_fn(|e| t.exposed(a, sex, fifth, e));
            let risk = links.risk(&self.exposed[a]);
            for d in 0..DISEASES {
                self.cases[a + 1][d] = L::all(people * t.prevalence(a, fifth, d));
                self.incidence[a][d] = L::all(t.incidence.of(a, sex, fifth, d)) * incidence[d] / risk[d];
                self.fatality[a][d] = L::all(t.fatality.of(a, sex, fifth, d)) * fatality[d];
            }
        }
    }

    /// A year of a chain, the oldest first: each band takes from the one before it what that had when the year began.
    fn year(
        &mut self,
        t: &Tables,
        fifth: usize,
        year: usize,
        links: &Links<L>,
        remission: &[L; DISEASES],
        mortality: L,
    ) {
        let sums = &mut self.sums[year];
        for a in (0..BANDS).rev() {
            let (before, now) = self.cases.split_at_mut(a + 1);
            let (people, entering) = (self.people[a + 1], if a == 0 { 1.0 } else { t.leaving[a - 1] });
            let band = Band {
                people,
                mortality: L::all(self.mortality[a]) * mortality,
                leaving: t.leaving[a],
                entering,
                exposed: &self.exposed[a],
                incidence: &self.incidence[a],
                fatality: &self.fatality[a],
                remission,
                before: &before[a],
            };
            let died = cohort(&band, links, &mut now[0], &mut sums.cases);
            let deaths = people * died;
            sums.people = sums.people + people;
            sums.utility = sums.utility + people * L::all(t.utility_age[a]);
            sums.deaths[fifth] = sums.deaths[fifth] + deaths;
            let stayed = people - people * L::all(t.leaving[a]) - deaths;
            self.people[a + 1] = stayed + L::all(entering) * self.people[a];
        }
    }
}

/// How much of each exposure the programmes take away in a fifth.
fn effects<L: Lane>(t: &Tables, fifth: usize, factor: &impl Fn(usize) -> L) -> [L; EXPOSURES] {
    let mut effect = [L::all(0.0); EXPOSURES];
    for p in 0..PROGRAMMES {
        let reach = L::all(t.coverage[p] * t.gradient[p][fifth]) * factor(EFFECT + p);
        for e in (0..EXPOSURES).filter(|e| t.effect[p][*e] != 0.0) {
            effect[e] = effect[e] + L::all(t.effect[p][e]) * reach;
        }
    }
    effect
}
