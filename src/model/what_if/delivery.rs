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
/// Of a year's money, a part so small is nothing.
const NOTHING_LEFT: f64 = 1e-12;

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

    /// Goes to every number that is drawn. Where deprivation does not act on effects their sizes are flat in every future.
    pub fn each_number(&mut self, acts_on_effect: bool, mut visit: impl FnMut(&mut f64)) {
        let Reach { unit_cost, people_per_unit, children, room, eligible, weights, effect_weights } = self;
        [unit_cost, people_per_unit, room, eligible].into_iter().for_each(&mut visit);
        children.iter_mut().chain(weights).for_each(&mut visit);
        effect_weights.iter_mut().filter(|_| acts_on_effect).for_each(visit);
    }
}

/// One figure in each of several runs side by side: in one with the exact engine, in eight with quick futures.
pub type Each<const N: usize> = [f64; N];

/// Room left in a component, by fifth.
#[derive(Debug, Clone, Copy)]
pub struct Room<const N: usize> {
    /// Eligible units.
    pub eligible: [Each<N>; QUINTILES],
    /// Units that may still be served: cumulative for a one-off, people not already in effect for a course.
    pub free: [Each<N>; QUINTILES],
}

/// What a year's money bought.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Delivered<const N: usize> {
    /// Units of delivery by fifth.
    pub units: [Each<N>; QUINTILES],
    /// Pounds spent.
    pub spent: Each<N>,
    /// Pounds that could not be used.
    pub returned: Each<N>,
}

impl<const N: usize> Delivered<N> {
    /// Nothing.
    pub const NOTHING: Delivered<N> = Delivered { units: [[0.0; N]; QUINTILES], spent: [0.0; N], returned: [0.0; N] };
}

/// What decides how far money reaches in a component.
#[derive(Debug, Clone, Copy)]
pub struct Terms<const N: usize> {
    unit_cost: Each<N>,
    room: Each<N>,
    weights: [Each<N>; QUINTILES],
}

impl<const N: usize> Terms<N> {
    /// Takes them from each run.
    #[must_use]
    pub fn of(reaches: [&Reach; N]) -> Terms<N> {
        Terms {
            unit_cost: reaches.map(|reach| reach.unit_cost),
            room: reaches.map(|reach| reach.room),
            weights: std::array::from_fn(|q| reaches.map(|reach| reach.weights[q])),
        }
    }

    /// Spends the money of a year.
    #[must_use]
    pub fn spend(&self, money: &Each<N>, room: &Room<N>, one_by_one: bool) -> Delivered<N> {
        let caps = self.caps(room);
        let limits = self.limits(&caps);
        let spent = if one_by_one { fill_in_order(money, &limits) } else { self.share_out(money, room, &limits) };
        let mut delivered = Delivered::NOTHING;
        for q in 0..QUINTILES {
            delivered.units[q] = units_reached(&spent[q], &self.unit_cost, &caps[q]);
            for lane in 0..N {
                delivered.spent[lane] += spent[q][lane];
            }
        }
        for lane in 0..N {
            delivered.returned[lane] = larger(money[lane] - delivered.spent[lane], 0.0);
        }
        delivered
    }

    /// The most that can be spent in a year.
    #[must_use]
    pub fn most(&self, room: &Room<N>) -> Each<N> {
        let mut most = [0.0; N];
        for limit in self.limits(&self.caps(room)) {
            for lane in 0..N {
                most[lane] += limit[lane];
            }
        }
        most
    }

    /// Units that can be reached in a year.
    fn caps(&self, room: &Room<N>) -> [Each<N>; QUINTILES] {
        let mut caps = [[0.0; N]; QUINTILES];
        for q in 0..QUINTILES {
            for lane in 0..N {
                caps[q][lane] = larger(smaller(room.eligible[q][lane] * self.room[lane], room.free[q][lane]), 0.0);
            }
        }
        caps
    }

    /// Pounds beyond which no more people come.
    fn limits(&self, caps: &[Each<N>; QUINTILES]) -> [Each<N>; QUINTILES] {
        let mut limits = [[0.0; N]; QUINTILES];
        for q in 0..QUINTILES {
            for lane in 0..N {
                limits[q][lane] = caps[q][lane] * self.unit_cost[lane] * LAST_USEFUL;
            }
        }
        limits
    }

    /// Divides money by eligible people and weights; what a full fifth cannot take goes to the others.
    fn share_out(&self, money: &Each<N>, room: &Room<N>, limits: &[Each<N>; QUINTILES]) -> [Each<N>; QUINTILES] {
        let mut spent = [[0.0; N]; QUINTILES];
        let mut left = *money;
        for _ in 0..QUINTILES {
            // Mostly all is gone after one round.
            if left.iter().zip(money).all(|(left, money)| *left <= *money * NOTHING_LEFT) {
                break;
            }
            let (mut open, mut total) = ([[0.0; N]; QUINTILES], [0.0; N]);
            for q in 0..QUINTILES {
                for lane in 0..N {
                    let own = room.eligible[q][lane] * self.weights[q][lane];
                    open[q][lane] = if spent[q][lane] < limits[q][lane] { own } else { 0.0 };
                    total[lane] += open[q][lane];
                }
            }
            // Pounds per unit that is open and its weight.
            let mut each = [0.0; N];
            for lane in 0..N {
                let more = left[lane] > money[lane] * NOTHING_LEFT && total[lane] > 0.0;
                each[lane] = if more { left[lane] / total[lane] } else { 0.0 };
            }
            if each.iter().all(|pounds| *pounds <= 0.0) {
                break;
            }
            for q in 0..QUINTILES {
                for lane in 0..N {
                    let share = each[lane] * open[q][lane];
                    let take = larger(smaller(share, limits[q][lane] - spent[q][lane]), 0.0);
                    spent[q][lane] += take;
                    left[lane] -= take;
                }
            }
        }
        spent
    }
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
    let [units] = units_reached(&[spent], &[unit_cost], &[cap]);
    units
}

/// The same in several runs.
fn units_reached<const N: usize>(spent: &Each<N>, unit_cost: &Each<N>, caps: &Each<N>) -> Each<N> {
    let (mut part, mut units) = ([0.0; N], [0.0; N]);
    for lane in 0..N {
        let some = caps[lane] > 0.0 && spent[lane] > 0.0;
        part[lane] = if some { spent[lane] / (unit_cost[lane] * caps[lane]) } else { 0.0 };
        units[lane] = caps[lane] * part[lane];
    }
    if part.iter().any(|part| *part > EASY) {
        for lane in 0..N {
            let left = crate::math::exp_pair_flat(-(part[lane] - EASY) / EASY).1;
            let beyond = caps[lane] * (1.0 - 0.5 * left);
            units[lane] = if part[lane] > EASY { beyond } else { units[lane] };
        }
    }
    units
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

fn fill_in_order<const N: usize>(money: &Each<N>, limits: &[Each<N>; QUINTILES]) -> [Each<N>; QUINTILES] {
    let mut left = *money;
    let mut spent = *limits;
    for take in spent.iter_mut() {
        for lane in 0..N {
            take[lane] = smaller(left[lane], take[lane]);
            left[lane] -= take[lane];
        }
    }
    spent
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
