//! Share of a risk that goes with one person's exposure, as a quadratic in the drawn causal share.
//!
//! A relative risk counts as RR^x - 1 with the causal share x of the future; around the middle of its range the weight of a
//! person is w0 + w1 y + w2 y^2, exact at both ends and in the middle (y = -1, 0, 1).

use crate::inputs::evidence::{Evidence, Uncertainty};
use crate::math;
use crate::model::what_if::exposure::Risk;
use crate::model::what_if::figures::causal;
use crate::model::what_if::plan::Plan;
use crate::model::what_if::values::Values;
use crate::strata::AGES;

/// Exposures whose risks are taken away: smoking, inactivity, obesity.
pub const EXPOSURES: usize = 3;

/// A weight's three coefficients.
pub type Powers = [f64; 3];

/// Weights by exposure, risk and cell.
#[derive(Debug, Clone)]
pub struct Weights {
    /// Middle and half the width of the range of each exposure's causal share, over the central share.
    ranges: [(f64, f64); EXPOSURES],
    /// The central causal share of smoking, and of what was observed of other exposures.
    central: [f64; 2],
    /// By exposure, risk, year (one where shares exposed stay), sex, fifth and age.
    table: [Vec<Vec<Vec<Powers>>>; EXPOSURES],
}

impl Weights {
    /// Works them out around the central plan of a world.
    #[must_use]
    pub fn new(plan: &Plan<'_>, evidence: &Evidence) -> Weights {
        let risks = &plan.risks;
        let others = observed(plan, evidence);
        let central = causal(&mut Values::new(evidence, plan.tables, plan.scenario));
        let ranges = [range(evidence, "belief.causal_share_smoking"), others, others];
        let years = if plan.ground.exposure_is_fixed { 1 } else { plan.scenario.horizon_years as usize };
        let of = |exposure: usize, list: &[Risk]| -> Vec<Vec<Vec<Powers>>> {
            let Some(at) = risks.position[exposure] else { return Vec::new() };
            let year = |risk: &Risk, t: usize| {
                let exposed = &plan.ground.years[t].exposed[at];
                let mut table = Vec::with_capacity(10 * AGES);
                for sex in 0..2 {
                    for shares in &exposed[sex] {
                        for age in 0..AGES {
                            table.push(powers(exposure, risk.excess[sex][age], shares[age], ranges[exposure]));
                        }
                    }
                }
                table
            };
            list.iter().map(|risk| (0..years).map(|t| year(risk, t)).collect()).collect()
        };
        Weights { ranges, central, table: [of(0, &risks.smoking), of(1, &risks.inactivity), of(2, &risks.obesity)] }
    }

    /// The weight of a person in a row, by age; none where there is no such risk.
    #[must_use]
    pub fn row(&self, exposure: usize, risk: usize, t: usize, (sex, quintile): (usize, usize)) -> &[Powers] {
        let at = (sex * 5 + quintile) * AGES;
        let year = self.table[exposure].get(risk).and_then(|years| years.get(t.min(years.len() - 1)));
        year.map_or(&[], |year| &year[at..at + AGES])
    }

    /// Forgets the weights themselves, which are large, and keeps the ranges.
    pub fn forget(&mut self) {
        self.table = Default::default();
    }

    /// Where a future stands in the range of each exposure: y, from its causal shares.
    #[must_use]
    pub fn positions(&self, causal: [f64; 2]) -> [f64; EXPOSURES] {
        [0, 1, 2].map(|exposure: usize| {
            let (own, central) = (causal[exposure.min(1)], self.central[exposure.min(1)]);
            let (middle, half) = self.ranges[exposure];
            if central == 0.0 { 0.0 } else { (own / central - middle) / half }
        })
    }
}

fn observed(plan: &Plan<'_>, evidence: &Evidence) -> (f64, f64) {
    let values = Values::new(evidence, plan.tables, plan.scenario);
    let side = values.side("causal_share");
    let option = evidence.switches.get("causal_share").and_then(|s| s.options.iter().find(|option| option.id == side));
    option.map_or(FIXED, |option| range(evidence, &option.points_at))
}

/// A range for shares that are not drawn.
const FIXED: (f64, f64) = (1.0, 0.5);

fn range(evidence: &Evidence, id: &str) -> (f64, f64) {
    let Some(figure) = evidence.parameters.get(id).filter(|figure| figure.value > 0.0) else { return FIXED };
    match figure.uncertainty {
        Uncertainty::Range { low, high, .. } if high > low => {
            (0.5 * (low + high) / figure.value, 0.5 * (high - low) / figure.value)
        }
        _ => FIXED,
    }
}

fn powers(exposure: usize, excess: f64, share: f64, (middle, half): (f64, f64)) -> Powers {
    if excess == 0.0 {
        return [0.0; 3];
    }
    let log = math::ln(1.0 + excess);
    let at = |y: f64| {
        let excess = math::exp(log * (middle + half * y)) - 1.0;
        let risk = excess / (1.0 + share * excess);
        // Obesity works through weight: ln(RR) for each kg/m2 of the gap.
        if exposure == 2 { log * (middle + half * y) * (1.0 + excess) / (1.0 + share * excess) } else { risk }
    };
    let (low, centre, high) = (at(-1.0), at(0.0), at(1.0));
    [centre, 0.5 * (high - low), 0.5 * (high + low) - centre]
}
