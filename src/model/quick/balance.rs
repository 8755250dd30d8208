//! Health lost to the cut and regained through freed room in one future, and the deaths that go with it.

use super::block::Block;
use super::lanes::Lanes;
use crate::math;
use crate::model::what_if::effects::Action;

/// Healthy years by year that hospital spending gives and takes.
#[derive(Debug, Clone)]
pub struct Balance {
    /// Lost to the cut.
    pub lost: Vec<f64>,
    /// Regained through freed room.
    pub regained: Vec<f64>,
    /// Gained through social care.
    pub social: Vec<f64>,
    /// Deaths that go with what is lost beyond what is regained.
    pub deaths: Vec<f64>,
    /// Room freed and cash released, pounds.
    pub released: Vec<(f64, f64)>,
}

impl Balance {
    /// The balance of one lane, from the value of hospital activity averted.
    #[must_use]
    pub fn new(block: &Block<'_, '_>, lane: usize, averted: &[Lanes]) -> Balance {
        let plan = block.plans[lane];
        let acute = &plan.acute;
        let released: Vec<(f64, f64)> = averted
            .iter()
            .map(|averted| {
                let released = acute.cashable_share * averted[lane];
                let cash = if released > 0.0 { released * (1.0 - acute.exit_cost_share) } else { released };
                (averted[lane] - released, cash)
            })
            .collect();
        let till = &block.tills[lane];
        let cut = |t: usize| till.money.get(t).map_or(0.0, |money| if acute.cut_is_free { 0.0 } else { money.cut });
        let spread = |pounds: &dyn Fn(usize) -> f64| -> Vec<f64> {
            // The profile falls by the same factor every year, so each year is the one before times it, and what is new.
            let (first, fade) = if acute.delay_years > 0.0 {
                let fade = math::exp(-1.0 / acute.delay_years);
                (acute.profile(0), fade)
            } else {
                (1.0, 0.0)
            };
            let mut now = 0.0;
            (0..averted.len())
                .map(|t| {
                    now = now * fade + pounds(t) * first;
                    now
                })
                .collect()
        };
        let lost = spread(&|t| cut(t) / acute.cost_per_qaly);
        let regained = spread(&|t| released[t].0 / acute.cost_per_qaly);
        let social = spread(&|t| social_qalys(block, lane, t));
        let deaths =
            lost.iter().zip(&regained).map(|(lost, regained)| (lost - regained) * acute.deaths_per_qaly).collect();
        Balance { lost, regained, social, deaths, released }
    }
}

fn social_qalys(block: &Block<'_, '_>, lane: usize, t: usize) -> f64 {
    let plan = block.plans[lane];
    let Some(spent) = block.tills[lane].spent.get(t) else { return 0.0 };
    let each = |component: usize| {
        plan.components[component].effects.iter().map(|effect| match effect.action {
            Action::QalysPerPound(each) => each,
            _ => 0.0,
        })
    };
    spent.iter().enumerate().map(|(component, pounds)| pounds * each(component).sum::<f64>()).sum()
}
