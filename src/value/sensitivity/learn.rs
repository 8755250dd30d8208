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

/// Learns from futures: `nets` holds the net benefit of the scenario and of any others one may choose instead, each in the
/// futures numbered `indices`, which are rows of `draws`. `moves` says which figures move anything; the others are left out.
///
/// # Errors
/// Faults if there are fewer than [`FEWEST`] futures, the draws are of other numbers, or scenarios were run in different futures.
pub fn learn(
    (figures, moves): (&[Figure], &[bool]),
    groups: Vec<Group>,
    nets: Vec<Vec<f64>>,
    (draws, seed): (&Draws, u64),
    indices: &[usize],
) -> Result<Learnt, Faults> {
    let count = indices.len();
    if count < FEWEST {
        return Err(Faults::one("draws", count, format!("at least {FEWEST} futures are needed to rank figures")));
    }
    let summary = nets.first().and_then(|net| Summary::of(net));
    let wrong = || Faults::one("draws", count, "the scenarios were not run in the same futures");
    if nets.iter().any(|net| net.len() != count) {
        return Err(wrong());
    }
    let options = Options::new(nets.clone()).ok_or_else(wrong)?;
    let noise = Noise::new(count);
    let column = |figure: &Figure| -> Option<Vec<f64>> {
        indices.iter().map(|index| draws.row(*index)?.values().get(figure.column).copied()).collect()
    };
    let drawn: Vec<Vec<f64>> = figures
        .iter()
        .map(|figure| column(figure).ok_or_else(|| Faults::one("draws", &figure.id, "is not in this draw table")))
        .collect::<Result<_, _>>()?;
    let known = |at: usize| {
        let net = nets.first()?;
        moves[at].then(|| (spearman(&drawn[at], net), worth_of(&options, &[&drawn[at]], &noise)))
    };
    let of_group = |group: Group| {
        let members: Vec<&[f64]> = group.members.iter().map(|at| drawn[*at].as_slice()).collect();
        let worth = worth_of(&options, &members, &noise);
        (group, worth)
    };
    Ok(Learnt {
        draws: count,
        seed,
        summary,
        perfect: options.perfect(),
        regretted: options.regretted(),
        options: nets.len(),
        figures: (0..figures.len()).map(known).collect(),
        groups: groups.into_iter().map(of_group).collect(),
    })
}
