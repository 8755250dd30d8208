//! People whose exposure the programmes changed, year after year, and what is left of each risk in them.

use super::{Outcome, Risk, Risks, Weights};
use crate::math;
use crate::model::tables::{Cells, NO_CELLS};
use crate::model::what_if::kernel::Timing;
use crate::model::what_if::stock::{Ageing, add_scaled, lowest_age};
use crate::strata::{AGES, LAST_AGE, QUINTILES};

/// People whose exposure the programmes changed, remembered as long as risk responds to it.
#[derive(Debug, Clone, Default)]
pub struct Changed {
    /// Quitters by year of quitting; those whose curves have all ended are kept together.
    quitters: Vec<Group>,
    /// Quitters weighted by the share of their excess risk that has gone, by curve, from the age `gone_from` up.
    gone: Vec<Box<Cells>>,
    gone_from: usize,
    /// Which of these each outcome of smoking follows: many share a curve.
    curve: Vec<usize>,
    /// Years after which no curve moves any more.
    settled: usize,
    /// People made active, and kg/m2 lost times people, by years ago, this year first; each aged to now.
    active: Vec<Group>,
    bmi: Vec<Group>,
    /// How long extra quitters stay extra; `None` where nobody is made to quit.
    quits: Option<Timing>,
    weights: Option<Box<Weights>>,
}

/// People whose exposure changed in the same year.
#[derive(Debug, Clone)]
struct Group {
    /// Years since.
    years: usize,
    /// None of them is younger.
    lowest: usize,
    people: Box<Cells>,
}

impl Group {
    fn new(people: Box<Cells>) -> Group {
        Group { years: 0, lowest: lowest_age(&people), people }
    }

    fn is_empty(&self) -> bool {
        self.lowest == AGES
    }

    /// Passes a year; each is counted by `kept` of it then, given the years since.
    fn age(&mut self, ageing: Ageing<'_>, kept: impl Fn(usize) -> f64) {
        self.years += 1;
        ageing.from(self.lowest).apply_and_fade(&mut self.people, kept(self.years));
        self.lowest = LAST_AGE.min(self.lowest + 1);
    }
}

/// Longest lag remembered.
const MEMORY: usize = 16;

impl Changed {
    /// Nothing changed yet; `quits` says how long extra quitters stay extra.
    #[must_use]
    pub fn new(quits: Option<Timing>, risks: &Risks) -> Changed {
        let settled = risks.smoking.iter().map(|risk| risk.left.len()).max().unwrap_or(0);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a few years
        let held = quits.map_or(0, |timing| timing.held.ceil() as usize);
        let first_alike =
            |risk: &Risk| risks.smoking.iter().position(|other| other.left == risk.left).unwrap_or_default();
        let curve = risks.smoking.iter().map(first_alike).collect();
        Changed { quits, settled: settled.max(held), curve, ..Changed::default() }
    }

    /// Passes a year with new quitters and the people now active or lighter; `None` where no programme does that.
    pub fn year(
        &mut self,
        quitters: Option<Box<Cells>>,
        active: Option<Box<Cells>>,
        bmi: Option<Box<Cells>>,
        ageing: Option<Ageing<'_>>,
    ) {
        if let Some(ageing) = ageing {
            self.active.iter_mut().chain(&mut self.bmi).for_each(|group| group.age(ageing, |_| 1.0));
            let quits = self.quits;
            let kept = |years: usize| quits.map_or(1.0, |timing| still_extra(timing, years));
            self.quitters.iter_mut().for_each(|group| group.age(ageing, kept));
            self.settle();
        }
        self.quitters.extend(quitters.map(Group::new).filter(|group| !group.is_empty()));
        remember(&mut self.active, active);
        remember(&mut self.bmi, bmi);
    }

    /// Joins the two oldest groups of quitters once nothing tells them apart.
    fn settle(&mut self) {
        while let [first, second, ..] = self.quitters.as_slice() {
            if first.years.min(second.years) < self.settled {
                return;
            }
            let oldest = self.quitters.remove(0);
            if let Some(next) = self.quitters.first_mut() {
                add_scaled(&mut next.people, &oldest.people, 1.0, oldest.lowest);
                next.lowest = next.lowest.min(oldest.lowest);
            }
        }
    }

    /// Works out of how many quitters the excess risk has gone.
    fn count_gone(&mut self, risks: &Risks, youngest: usize) {
        let lowest = self.quitters.iter().map(|group| group.lowest).min();
        self.gone_from = lowest.map_or(AGES, |lowest| lowest.max(youngest));
        self.gone.resize_with(risks.smoking.len(), || Box::new(NO_CELLS));
        for (at, gone) in self.gone.iter_mut().enumerate().filter(|(at, _)| self.curve[*at] == *at) {
            let left = &risks.smoking[at].left;
            let weighted: Vec<(f64, &Cells)> =
                self.quitters.iter().map(|group| (share_gone(left, group.years), &*group.people)).collect();
            sum_weighted(gone, &weighted, self.gone_from);
        }
    }

    /// Makes ready for [`Changed::kept`]: of how many quitters the risk has gone, nobody being younger than `youngest`, and
    /// how much each changed share counts, given the shares exposed; that again only where these move.
    pub fn weigh(&mut self, risks: &Risks, exposed: &[Cells], again: bool, youngest: usize) {
        self.count_gone(risks, youngest);
        if self.weights.is_none() || again {
            self.weights = Some(Box::new(Weights::new(risks, exposed)));
        }
    }

    /// What is left of an outcome's risk in each cell, 0 to 1, or above 1 where a relative risk protects; `None` where nothing
    /// changed. `per_resident` is 1 over residents; cells below `youngest` are left at 1.
    #[must_use]
    pub fn kept(&self, outcome: Outcome, risks: &Risks, per_resident: &Cells, youngest: usize) -> Option<Box<Cells>> {
        let of = |list: &[Risk]| list.iter().position(|risk| risk.outcome == outcome);
        let weights = self.weights.as_deref()?;
        let mut kept: Option<Box<Cells>> = None;
        if let Some(at) = of(&risks.smoking)
            && let (false, Some(weight)) = (self.quitters.is_empty(), weights.smoking.get(at))
        {
            lower(&mut kept, &self.gone[self.curve[at]], per_resident, weight, self.gone_from, 1.0);
        }
        if let Some(at) = of(&risks.inactivity)
            && let (Some(active), Some(weight)) =
                (self.active.get(risks.inactivity[at].lag), weights.inactivity.get(at))
        {
            lower(&mut kept, &active.people, per_resident, weight, youngest.max(active.lowest), 1.0);
        }
        if let Some(at) = of(&risks.obesity)
            && let (Some(lost), Some(weight)) = (self.bmi.get(risks.obesity[at].lag), weights.obesity.get(at))
        {
            lower(&mut kept, &lost.people, per_resident, weight, youngest.max(lost.lowest), f64::INFINITY);
        }
        kept
    }
}

/// Share of the excess risk that has gone in the year `years` after that of quitting.
fn share_gone(left: &[f64], years: usize) -> f64 {
    let at = |year: usize| left.get(year).or(left.last()).copied().unwrap_or(1.0);
    // In the year of quitting people have stopped for half a year on average.
    if years == 0 { 0.25 * (1.0 - at(1)) } else { 1.0 - 0.5 * (at(years) + at(years + 1)) }
}

/// Sum of weighted cells in their order, from the age `from` up. Four at a time: the sum is read and written less often.
fn sum_weighted(total: &mut Cells, weighted: &[(f64, &Cells)], from: usize) {
    total.iter_mut().flatten().for_each(|row| row[from..].fill(0.0));
    let fours = weighted.chunks_exact(4);
    let rest = fours.remainder();
    for four in fours {
        let [(f0, c0), (f1, c1), (f2, c2), (f3, c3)] = [four[0], four[1], four[2], four[3]];
        for sex in 0..2 {
            for quintile in 0..QUINTILES {
                let [a, b, c, d] = [c0, c1, c2, c3].map(|cells| &cells[sex][quintile]);
                let own = &mut total[sex][quintile];
                for age in from..AGES {
                    own[age] = own[age] + f0 * a[age] + f1 * b[age] + f2 * c[age] + f3 * d[age];
                }
            }
        }
    }
    rest.iter().for_each(|(factor, cells)| add_scaled(total, cells, *factor, from));
}

/// Share of last year's extra quitters still extra `years` after they quit: all until the time at which they were counted,
/// then fewer as others would have stopped by themselves.
fn still_extra(timing: Timing, years: usize) -> f64 {
    #[allow(clippy::cast_precision_loss)] // a few tens of years
    let faded = (years as f64 - timing.held).clamp(0.0, 1.0);
    math::exp(-std::f64::consts::LN_2 / timing.half_life * faded)
}

fn remember(list: &mut Vec<Group>, now: Option<Box<Cells>>) {
    if now.is_none() && list.is_empty() {
        return;
    }
    list.insert(0, Group::new(now.unwrap_or_else(|| Box::new(NO_CELLS))));
    list.truncate(MEMORY);
}

/// Multiplies what is left of a risk by 1 - (changed people over residents, at most `most`) x weight, never below 0.
fn lower(kept: &mut Option<Box<Cells>>, changed: &Cells, per_resident: &Cells, weight: &Cells, from: usize, most: f64) {
    let cells = kept.get_or_insert_with(|| Box::new([[[1.0; AGES]; QUINTILES]; 2]));
    for sex in 0..2 {
        for quintile in 0..QUINTILES {
            let row = &mut cells[sex][quintile];
            let (changed, per_resident) = (&changed[sex][quintile], &per_resident[sex][quintile]);
            let weight = &weight[sex][quintile];
            for age in from..AGES {
                let share = changed[age] * per_resident[age];
                let left = 1.0 - if share < most { share } else { most } * weight[age];
                row[age] *= if left > 0.0 { left } else { 0.0 };
            }
        }
    }
}
