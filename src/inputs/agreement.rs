//! Agreements between payers about the money of programmes: a pooled budget, or a gain-share.
//!
//! Both say who holds which pounds. Neither changes what is spent on whom, so neither moves a life or a bed.

use crate::error::Faults;
use crate::inputs::evidence::PAYERS;
use crate::inputs::node::Node;
use crate::inputs::reader::{self, Keys};

/// What payers agreed about the cost of programmes and the hospital cash that they release.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Agreement {
    /// Nothing: each programme is run by its own payers, and released cash stays with the hospital.
    #[default]
    None,
    /// One pot: costs and released cash are shared by agreed shares, which add to 1.
    Pool(Vec<(&'static str, f64)>),
    /// The hospital passes this share of released cash, 0 to 1, to those who run the programmes.
    GainShare(f64),
}

impl Agreement {
    /// Reads `pool` and `gain_share` of a scenario; a scenario has one of them at most.
    pub fn read(keys: &mut Keys<'_>, faults: &mut Faults) -> Agreement {
        let pool = keys.optional("pool").map(|node| read_pool(&keys.at("pool"), node, faults));
        let share = keys.optional("gain_share").map(|node| read_share(keys.at("gain_share"), node, faults));
        match (pool, share) {
            (Some(_), Some(share)) => {
                faults.add(
                    keys.at("gain_share"),
                    share,
                    "a pool shares the released cash already: give one of the two",
                );
                Agreement::None
            }
            (Some(pool), None) => Agreement::Pool(pool),
            (None, Some(share)) => Agreement::GainShare(share),
            (None, None) => Agreement::None,
        }
    }
}

fn read_pool(path: &str, node: &Node, faults: &mut Faults) -> Vec<(&'static str, f64)> {
    let inner = Keys::open(path, node, faults);
    let mut shares = Vec::new();
    for (payer, node) in inner.entries() {
        let at = inner.at(payer);
        let before = faults.len();
        let share = reader::number(&at, node, faults);
        if faults.len() == before && !(0.0..=1.0).contains(&share) {
            faults.add(&at, share, "must be between 0 and 1");
        }
        if let Some(payer) = reader::pick(&at, payer, PAYERS, faults) {
            shares.push((payer, share));
        }
    }
    let total: f64 = shares.iter().map(|(_, share)| share).sum();
    if (total - 1.0).abs() > 1e-9 {
        faults.add(path, total, "the shares of the payers must add to 1");
    }
    shares
}

fn read_share(path: String, node: &Node, faults: &mut Faults) -> f64 {
    let mut inner = Keys::open(path, node, faults);
    let share = inner.number_in("share", 0.0, 1.0, faults);
    inner.done(faults);
    share
}
