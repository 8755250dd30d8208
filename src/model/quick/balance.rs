//! Health lost to the cut and regained through freed room, and the deaths that go with it.

use super::block::{Block, Eight};
use super::clock::Clock;
use super::lanes::{LANES, Lanes, ZERO, add_product, each};
use super::lot::Hospital;
use crate::model::what_if::effects::Action;

/// Healthy years by moment that hospital spending gives and takes, in eight futures.
#[derive(Debug, Clone, Default)]
pub struct Balance {
    /// Lost to the cut.
    pub lost: Vec<Lanes>,
    /// Regained through freed room.
    pub regained: Vec<Lanes>,
    /// Gained through social care.
    pub social: Vec<Lanes>,
    /// Deaths that go with what is lost beyond what is regained.
    pub deaths: Vec<Lanes>,
    /// Room freed and cash released, pounds.
    pub released: Vec<(Lanes, Lanes)>,
}

impl Balance {
    /// The balance, from the value of hospital activity averted.
    #[must_use]
    pub fn new(block: &Block<'_>, eight: Eight<'_, '_>, averted: &[Lanes]) -> Balance {
        let (clock, hospital) = ((block.clock(), block.moments), &eight.lot.hospital);
        let free = eight.plans[0].acute.cut_is_free;
        let released: Vec<(Lanes, Lanes)> = averted.iter().map(|averted| released(hospital, averted)).collect();
        let worth = |pounds: &Lanes| each(|lane| pounds[lane] / hospital.cost_per_qaly[lane]);
        let cut =
            |t: usize| each(|lane| block.tills.money[lane].get(t).map_or(0.0, |m| if free { 0.0 } else { m.cut }));
        let lost = spread(clock, hospital, |t| worth(&cut(t)));
        let regained = spread(clock, hospital, |t| worth(&released[t].0));
        let social = spread(clock, hospital, |t| social_qalys(block, eight, t));
        let deaths = lost
            .iter()
            .zip(&regained)
            .map(|(lost, regained)| each(|lane| (lost[lane] - regained[lane]) * hospital.deaths_per_qaly[lane]))
            .collect();
        Balance { lost, regained, social, deaths, released }
    }
}

/// Room and cash.
fn released(hospital: &Hospital, averted: &Lanes) -> (Lanes, Lanes) {
    let (mut room, mut cash) = (ZERO, ZERO);
    for lane in 0..LANES {
        let released = hospital.cashable[lane] * averted[lane];
        cash[lane] = if released > 0.0 { released * (1.0 - hospital.exit[lane]) } else { released };
        room[lane] = averted[lane] - released;
    }
    (room, cash)
}

/// Health of a moment's pounds over the years in which it shows.
fn spread((clock, moments): (Clock, usize), hospital: &Hospital, health: impl Fn(usize) -> Lanes) -> Vec<Lanes> {
    let (first, fade) = &hospital.shows;
    let mut now = ZERO;
    (0..moments)
        .map(|moment| {
            let span = clock.span(moment);
            #[allow(clippy::cast_precision_loss)] // five at most
            let part = 1.0 / span.len() as f64;
            let new = health(moment);
            let mut all = ZERO;
            for _ in span {
                for lane in 0..LANES {
                    now[lane] = now[lane] * fade[lane] + new[lane] * part * first[lane];
                    all[lane] += now[lane];
                }
            }
            all
        })
        .collect()
}

/// Healthy years that a year's pounds of social care will bring.
fn social_qalys(block: &Block<'_>, eight: Eight<'_, '_>, t: usize) -> Lanes {
    let layout = block.shared.layout;
    let mut sum = ZERO;
    for (line, own) in layout.lines.iter().enumerate() {
        if matches!(layout.effect(eight.plans[0], line).action, Action::QalysPerPound(_)) {
            add_product(&mut sum, &block.tills.spent(t, own.component), &eight.lot.sizes[line]);
        }
    }
    sum
}
