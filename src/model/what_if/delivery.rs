//! Money to people: who is eligible, how many can be reached, and the money that could not be used.

use crate::inputs::evidence::Component;
use crate::inputs::scenario::Targeting;
use crate::math::{larger, smaller};
use crate::model::tables::Cells;
use crate::model::what_if::values::Values;
use crate::strata::{AGES, QUINTILES};

/// Spending per unit of cap beyond which no more people come: money stops here.
pub const LAST_USEFUL: f64 = 1.65;
/// Up to this part of the cap every pound reaches as many people as the first.
const EASY: f64 = 0.5;

/// How a component turns money into people: everything resolved.
#[derive(Debug, Clone, PartialEq)]
pub struct Reach {
    /// Pounds per unit of delivery.
    pub unit_cost: f64,
    /// People per unit.
    pub people_per_unit: f64,
    /// Share of the people who are children; `None` where they are like the residents served.
    pub children: Option<f64>,
    /// Largest share of the eligible that can be reached in a year, beyond today's services.
    pub room: f64,
    /// Share that is eligible, of the basis.
    pub eligible: f64,
    /// Relative reach by fifth.
    pub weights: [f64; QUINTILES],
    /// Relative size of effect by fifth, mean 1 over people equally spread.
    pub effect_weights: [f64; QUINTILES],
}

impl Reach {
    /// Resolves a component.
    pub fn new(component: &Component, targeting: Targeting, values: &mut Values<'_>) -> Reach {
        let mut get = |role: &str| component.parameter(role).map(|id| values.get(id));
        let unit_cost = get("unit_cost").unwrap_or(1.0);
        let room = (get("max_reach").unwrap_or(0.0) - get("reach_today").unwrap_or(0.0)).max(0.0);
        let ratio = get("reach_ratio_deprived").unwrap_or(1.0);
        let people_per_unit = get("people_per_unit").unwrap_or(1.0);
        let children = get("children_per_unit").map(|children| (children / people_per_unit).min(1.0));
        let eligible = get("eligible").unwrap_or(0.0);
        let slope = slope_of(ratio);
        let flat = [1.0; QUINTILES];
        let (reach, effect) = if component.deprivation_acts_on_effect { (flat, slope) } else { (slope, flat) };
        let aimed = aim(targeting, values);
        let mean = effect.iter().sum::<f64>() / 5.0;
        Reach {
            unit_cost,
            people_per_unit,
            children,
            room,
            eligible,
            weights: std::array::from_fn(|q| reach[q] * aimed[q]),
            effect_weights: effect.map(|weight| weight / mean),
        }
    }

    /// Spends `money` in a year on people by fifth, given the eligible units by fifth.
    #[must_use]
    pub fn spend(
        &self,
        money: f64,
        eligible: &[f64; QUINTILES],
        free: &[f64; QUINTILES],
        one_by_one: bool,
    ) -> Delivered {
        let caps: [f64; QUINTILES] = std::array::from_fn(|q| self.cap(eligible[q], free[q]));
        let limits = caps.map(|cap| cap * self.unit_cost * LAST_USEFUL);
        let spent =
            if one_by_one { fill_in_order(money, &limits) } else { share_out(money, eligible, &self.weights, &limits) };
        let units: [f64; QUINTILES] = std::array::from_fn(|q| reached(spent[q], self.unit_cost, caps[q]));
        let total: f64 = spent.iter().sum();
        Delivered { units, spent: total, returned: larger(money - total, 0.0) }
    }

    /// The most that can be spent in a year.
    #[must_use]
    pub fn most(&self, eligible: &[f64; QUINTILES], free: &[f64; QUINTILES]) -> f64 {
        (0..QUINTILES).map(|q| self.cap(eligible[q], free[q]) * self.unit_cost * LAST_USEFUL).sum()
    }

    /// Units that can be reached in a year.
    fn cap(&self, eligible: f64, free: f64) -> f64 {
        larger(smaller(eligible * self.room, free), 0.0)
    }
}

/// What a year's money bought.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Delivered {
    /// Units of delivery by fifth.
    pub units: [f64; QUINTILES],
    /// Pounds spent.
    pub spent: f64,
    /// Pounds that could not be used.
    pub returned: f64,
}

/// People reached in a fifth: every pound the same up to half the cap, then each reaches fewer.
///
/// ```
/// use headwater::model::what_if::delivery::reached;
/// assert_eq!(reached(50.0, 1.0, 100.0), 50.0);
/// assert!(reached(165.0, 1.0, 100.0) < 100.0);
/// ```
#[must_use]
pub fn reached(spent: f64, unit_cost: f64, cap: f64) -> f64 {
    if cap <= 0.0 || spent <= 0.0 {
        return 0.0;
    }
    let x = spent / (unit_cost * cap);
    if x <= EASY { cap * x } else { cap * (1.0 - 0.5 * crate::math::exp(-(x - EASY) / EASY)) }
}

/// Weights by fifth from the ratio of the most to the least deprived: r^((3-q)/4), q = 1 the most deprived.
fn slope_of(ratio: f64) -> [f64; QUINTILES] {
    #[allow(clippy::cast_precision_loss)] // 0 to 4
    std::array::from_fn(|q| crate::math::pow(ratio, (2.0 - q as f64) / 4.0))
}

fn aim(targeting: Targeting, values: &mut Values<'_>) -> [f64; QUINTILES] {
    match targeting {
        Targeting::Universal | Targeting::MostDeprived => [1.0; QUINTILES],
        Targeting::Proportionate => slope_of(values.get("delivery.proportionate_ratio")),
    }
}

/// Divides money by eligible people and weights; what a full fifth cannot take goes to the others.
fn share_out(money: f64, eligible: &[f64; 5], weights: &[f64; 5], limits: &[f64; 5]) -> [f64; 5] {
    let mut spent = [0.0; 5];
    let mut left = money;
    for _ in 0..QUINTILES {
        let open: [f64; 5] = std::array::from_fn(|q| if spent[q] < limits[q] { eligible[q] * weights[q] } else { 0.0 });
        let total: f64 = open.iter().sum();
        if left <= 0.0 || total <= 0.0 {
            break;
        }
        let round = left;
        for q in 0..QUINTILES {
            let take = larger(smaller(round * open[q] / total, limits[q] - spent[q]), 0.0);
            spent[q] += take;
            left -= take;
        }
        if left <= money * 1e-12 {
            break;
        }
    }
    spent
}

fn fill_in_order(money: f64, limits: &[f64; 5]) -> [f64; 5] {
    let mut left = money;
    limits.map(|limit| {
        let take = smaller(left, limit);
        left -= take;
        take
    })
}

/// Units eligible in each fifth of an area: the share of the basis the component names.
#[must_use]
pub fn eligible_units(
    component: &Component,
    reach: &Reach,
    residents: &Cells,
    exposed: impl Fn(&str) -> Option<Cells>,
    people_per_household: f64,
) -> [f64; QUINTILES] {
    basis_units(component.eligible_basis, residents, exposed, people_per_household).map(|units| units * reach.eligible)
}

/// Units of a basis in each fifth of an area: people of some ages, people exposed, or households.
#[must_use]
pub fn basis_units(
    basis: &str,
    residents: &Cells,
    exposed: impl Fn(&str) -> Option<Cells>,
    people_per_household: f64,
) -> [f64; QUINTILES] {
    let (ages, divide) = match basis {
        "households" => (0..AGES, people_per_household),
        "age_65_plus" => (65..AGES, 1.0),
        "adults" => (18..AGES, 1.0),
        "under_5" => (0..5, 1.0),
        "women_15_44" => (15..45, 1.0),
        _ => (0..AGES, 1.0),
    };
    let counted = match basis {
        "smokers" => exposed("smoking"),
        "obese" => exposed("obesity"),
        "inactive" => exposed("inactivity"),
        _ => None,
    };
    let cells = counted.as_ref().unwrap_or(residents);
    let sexes = if basis == "women_15_44" { 0..1 } else { 0..2 };
    std::array::from_fn(|q| {
        let people: f64 = sexes.clone().map(|sex| cells[sex][q][ages.clone()].iter().sum::<f64>()).sum();
        people / divide
    })
}
