//! What would be most worth knowing: rank correlation and worth of each figure and group, over the futures of an ensemble.

use crate::error::Faults;
use crate::model::draws::Draws;
use crate::value::ensemble::summary::Summary;
use crate::value::sensitivity::evppi::{Noise, Options, Worth, worth_of};
use crate::value::sensitivity::figures::Figure;
use crate::value::sensitivity::groups::Group;
use crate::value::sensitivity::rank::spearman;

/// Fewest futures from which anything is said.
pub const FEWEST: usize = 30;

/// Over the futures of an ensemble.
#[derive(Debug, Clone, PartialEq)]
pub struct Learnt {
    /// How many futures.
    pub draws: usize,
    /// Seed of their draws.
    pub seed: u64,
    /// The net benefit of the scenario.
    pub summary: Option<Summary>,
    /// What it would be worth to know everything.
    pub perfect: f64,
    /// Share of futures in which another choice than the one that is best on average would have been better.
    pub regretted: f64,
    /// Scenarios to choose from, beside doing nothing.
    pub options: usize,
    /// Each figure: rank correlation with the scenario's net benefit, and worth; `None` for one that moves nothing.
    pub figures: Vec<Option<(Option<f64>, Option<Worth>)>>,
    /// Each group.
    pub groups: Vec<(Group, Option<Worth>)>,
}

/// Learning from futures, one figure or group at a time, so that whoever asked may stop in between.
#[derive(Debug, Clone)]
pub struct Learning {
    seed: u64,
    options: Options,
    noise: Noise,
    /// Draws of each figure.
    drawn: Vec<Vec<f64>>,
    /// Figures still to be looked at, last first.
    figures_left: Vec<usize>,
    /// Groups still to be looked at, last first.
    groups_left: Vec<Group>,
    figures: Vec<Option<(Option<f64>, Option<Worth>)>>,
    groups: Vec<(Group, Option<Worth>)>,
}

impl Learning {
    /// Begins: `nets` holds the net benefit of the scenario and of any others one may choose instead, each in the futures
    /// numbered `indices`, which are rows of `draws`. `moves` says which figures move anything; the others are left out.
    ///
    /// # Errors
    /// Faults if there are fewer than [`FEWEST`] futures, the draws are of other numbers, or scenarios were run in different
    /// futures.
    pub fn new(
        (figures, moves): (&[Figure], &[bool]),
        mut groups: Vec<Group>,
        nets: Vec<Vec<f64>>,
        (draws, seed): (&Draws, u64),
        indices: &[usize],
    ) -> Result<Learning, Faults> {
        let count = indices.len();
        if count < FEWEST {
            return Err(Faults::one("draws", count, format!("at least {FEWEST} futures are needed to rank figures")));
        }
        let wrong = || Faults::one("draws", count, "the scenarios were not run in the same futures");
        if nets.iter().any(|net| net.len() != count) {
            return Err(wrong());
        }
        let column = |figure: &Figure| -> Option<Vec<f64>> {
            indices.iter().map(|index| draws.row(*index)?.values().get(figure.column).copied()).collect()
        };
        let drawn: Vec<Vec<f64>> = figures
            .iter()
            .map(|figure| column(figure).ok_or_else(|| Faults::one("draws", &figure.id, "is not in this draw table")))
            .collect::<Result<_, _>>()?;
        groups.reverse();
        Ok(Learning {
            seed,
            options: Options::new(nets).ok_or_else(wrong)?,
            noise: Noise::new(count),
            drawn,
            figures_left: (0..figures.len()).rev().filter(|at| moves[*at]).collect(),
            groups_left: groups,
            figures: vec![None; figures.len()],
            groups: Vec::new(),
        })
    }

    /// Figures and groups still to be looked at.
    #[must_use]
    pub fn left(&self) -> usize {
        self.figures_left.len() + self.groups_left.len()
    }

    /// Figures and groups in all.
    #[must_use]
    pub fn all(&self) -> usize {
        self.left() + self.figures.iter().flatten().count() + self.groups.len()
    }

    /// Looks at the next figure or group. Does nothing once all are known.
    pub fn step(&mut self) {
        let worth = |members: &[&[f64]]| worth_of(&self.options, members, &self.noise);
        if let Some(at) = self.figures_left.pop() {
            let rank = self.options.nets().first().and_then(|net| spearman(&self.drawn[at], net));
            self.figures[at] = Some((rank, worth(&[&self.drawn[at]])));
        } else if let Some(group) = self.groups_left.pop() {
            let members: Vec<&[f64]> = group.members.iter().map(|at| self.drawn[*at].as_slice()).collect();
            let worth = worth(&members);
            self.groups.push((group, worth));
        }
    }

    /// What was learnt so far.
    #[must_use]
    pub fn learnt(self) -> Learnt {
        let nets = self.options.nets();
        Learnt {
            draws: nets.first().map_or(0, Vec::len),
            seed: self.seed,
            summary: nets.first().and_then(|net| Summary::of(net)),
            perfect: self.options.perfect(),
            regretted: self.options.regretted(),
            options: nets.len(),
            figures: self.figures,
            groups: self.groups,
        }
    }
}
