//! The best amounts for each programme, given its curve: exact for curves made of straight pieces.
//!
//! Each programme is a mix of its knots with weights that add to 1, so targets, budget and cost are linear in the weights and
//! the simplex method finds the best mix. Where a programme gives more for its later pounds than for its first, the mix may
//! join knots that are not neighbours, which no real plan can: then both sides of a knot between them are tried (branch and
//! bound), so the answer is the best plan, not a promise.

use super::curve::{Curve, Knot};
use super::simplex::{Problem, Row, Solution};

/// Pounds in one unit of the problem, so that its numbers are of the order of 1.
const MILLION: f64 = 1e6;
/// Weights below this are 0.
const NO_WEIGHT: f64 = 1e-7;
/// A mix of knots further from the curve than this share of what is asked is no plan.
const OFF_CURVE: f64 = 1e-5;
/// Problems solved before the best found so far is taken.
const MOST_NODES: usize = 600;
/// What a pound counts where something else is minimised: it only decides between equals.
const TIE: f64 = 1e-6;

/// A value that must be reached: `sign` times the sum of a value over programmes is at least `at_least`.
#[derive(Debug, Clone, PartialEq)]
pub struct Need {
    /// Position among the values of a knot.
    pub value: usize,
    /// 1 or -1.
    pub sign: f64,
    /// The bound.
    pub at_least: f64,
    /// What counts as one unit of it when needs are weighed against each other; above 0.
    pub unit: f64,
}

/// What makes one plan better.
#[derive(Debug, Clone, PartialEq)]
pub enum Aim {
    /// Fewest pounds used.
    LeastSpent,
    /// Most of this value, in this unit.
    Most(usize, f64),
    /// Fewest pounds a year away from these.
    Nearest(Vec<f64>),
    /// Smallest largest shortfall, in units of the needs.
    Closest,
}

/// A problem over curves.
#[derive(Debug)]
pub struct Question<'a> {
    /// One per programme; each has a knot at least.
    pub curves: &'a [Curve],
    /// What must be reached.
    pub needs: &'a [Need],
    /// Most pounds a year together.
    pub most_gbp: f64,
    /// What makes a plan better.
    pub aim: Aim,
}

/// The best plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Choice {
    /// Pounds a year by programme.
    pub gbp: Vec<f64>,
    /// What it counts in the aim: millions of pounds, or units.
    pub cost: f64,
    /// What one more of each need would add to that.
    pub prices: Vec<f64>,
    /// What one more pound a year of budget would take off it.
    pub budget_price: f64,
}

impl Choice {
    /// The least each programme may get.
    #[must_use]
    pub fn least(curves: &[Curve], needs: usize) -> Choice {
        Choice {
            gbp: curves.iter().map(|curve| curve.ends().0).collect(),
            prices: vec![0.0; needs],
            ..Choice::default()
        }
    }
}

/// First and last knot allowed, by programme.
type Ranges = Vec<(usize, usize)>;

impl Question<'_> {
    /// The best plan; `None` if nothing meets the needs.
    #[must_use]
    pub fn best(&self) -> Option<Choice> {
        let mut open: Vec<Ranges> = vec![self.curves.iter().map(|curve| (0, curve.knots.len() - 1)).collect()];
        let mut best: Option<Choice> = None;
        let mut relaxed: Option<Choice> = None;
        for _ in 0..MOST_NODES {
            let Some(ranges) = open.pop() else { break };
            let Some(mut solution) = self.problem(&ranges).solve() else { continue };
            // The problem counts from the first knots; what those cost themselves is the same for all its plans.
            solution.cost += self.first_cost(&ranges);
            if best.as_ref().is_some_and(|best| solution.cost >= best.cost - 1e-9) {
                continue;
            }
            let mixes = self.mixes(&ranges, &solution.columns);
            match self.off_curve(&mixes) {
                None => best = Some(self.choice(&mixes, &solution)),
                Some((programme, knot)) => {
                    relaxed.get_or_insert_with(|| self.choice(&mixes, &solution));
                    let (low, high) = ranges[programme];
                    for range in [(low, knot), (knot, high)] {
                        let mut part = ranges.clone();
                        part[programme] = range;
                        open.push(part);
                    }
                }
            }
        }
        best.or(relaxed)
    }

    /// One column per knot beyond the first of each range: how far to go from the first to it. Then, if the aim is to come
    /// close, one for the largest shortfall.
    fn problem(&self, ranges: &Ranges) -> Problem {
        let starts: Vec<&Knot> = self.curves.iter().zip(ranges).map(|(curve, range)| &curve.knots[range.0]).collect();
        let steps = || {
            self.curves.iter().zip(ranges).enumerate().flat_map(|(programme, (curve, range))| {
                curve.knots[range.0 + 1..=range.1].iter().map(move |knot| (programme, knot))
            })
        };
        let elastic = self.aim == Aim::Closest;
        let line = |get: &dyn Fn(usize, &Knot) -> f64, last: f64| -> Vec<f64> {
            let own = steps().map(|(programme, knot)| get(programme, knot) - get(programme, starts[programme]));
            own.chain(elastic.then_some(last)).collect()
        };
        let already =
            |get: &dyn Fn(usize, &Knot) -> f64| starts.iter().enumerate().map(|(p, knot)| get(p, knot)).sum::<f64>();
        let mut problem = Problem { cost: line(&|p, knot| self.worth(p, knot), 1.0), rows: Vec::new() };
        for need in self.needs {
            let get = |_: usize, knot: &Knot| need.sign * knot.values[need.value] / need.unit;
            let at_least = need.at_least / need.unit - already(&get);
            problem.rows.push(Row { coefficients: line(&get, 1.0), at_least });
        }
        let gbp = |_: usize, knot: &Knot| -knot.gbp / MILLION;
        problem.rows.push(Row { coefficients: line(&gbp, 0.0), at_least: -self.most_gbp / MILLION - already(&gbp) });
        for programme in 0..self.curves.len() {
            let own = steps().map(|(owner, _)| if owner == programme { -1.0 } else { 0.0 });
            problem.rows.push(Row { coefficients: own.chain(elastic.then_some(0.0)).collect(), at_least: -1.0 });
        }
        problem
    }

    fn first_cost(&self, ranges: &Ranges) -> f64 {
        let first = self.curves.iter().zip(ranges).enumerate();
        first.map(|(programme, (curve, range))| self.worth(programme, &curve.knots[range.0])).sum()
    }

    /// What a knot counts in the aim.
    fn worth(&self, programme: usize, knot: &Knot) -> f64 {
        let spent = knot.spent / MILLION;
        match &self.aim {
            Aim::LeastSpent => spent,
            Aim::Most(value, unit) => TIE * spent - knot.values[*value] / unit,
            Aim::Nearest(from) => TIE * spent + (knot.gbp - from[programme]).abs() / MILLION,
            Aim::Closest => TIE * spent,
        }
    }

    /// Weights by programme: position of the knot, weight.
    fn mixes(&self, ranges: &Ranges, columns: &[f64]) -> Vec<Vec<(usize, f64)>> {
        let mut columns = columns.iter();
        let mix = |(first, last): (usize, usize)| {
            let later: Vec<(usize, f64)> = (first + 1..=last).zip(columns.by_ref().copied()).collect();
            let rest = 1.0 - later.iter().map(|(_, weight)| weight).sum::<f64>();
            std::iter::once((first, rest)).chain(later).filter(|(_, weight)| *weight > NO_WEIGHT).collect()
        };
        ranges.iter().copied().map(mix).collect()
    }

    /// The programme whose mix is furthest from its curve, and a knot to part it at; `None` if all are plans.
    fn off_curve(&self, mixes: &[Vec<(usize, f64)>]) -> Option<(usize, usize)> {
        let mut worst = (OFF_CURVE, None);
        for (programme, mix) in mixes.iter().enumerate() {
            let (Some((first, _)), Some((last, _))) = (mix.first(), mix.last()) else { continue };
            if last - first < 2 {
                continue;
            }
            let knots = &self.curves[programme].knots;
            let gbp: f64 = mix.iter().map(|(knot, weight)| weight * knots[*knot].gbp).sum();
            let Some(real) = self.curves[programme].at(gbp) else { continue };
            let off = |get: &dyn Fn(&Knot) -> f64| {
                let mixed: f64 = mix.iter().map(|(knot, weight)| weight * get(&knots[*knot])).sum();
                (mixed - get(&real)).abs()
            };
            let needs = self.needs.iter().map(|need| off(&|knot| knot.values[need.value] / need.unit));
            let distance = needs.fold(off(&|knot| self.worth(programme, knot)), f64::max);
            if distance > worst.0 {
                let middle = (first + 1..*last)
                    .min_by(|a, b| (knots[*a].gbp - gbp).abs().total_cmp(&(knots[*b].gbp - gbp).abs()));
                worst = (distance, middle.map(|knot| (programme, knot)));
            }
        }
        worst.1
    }

    fn choice(&self, mixes: &[Vec<(usize, f64)>], solution: &Solution) -> Choice {
        let gbp = mixes
            .iter()
            .zip(self.curves)
            .map(|(mix, curve)| mix.iter().map(|(knot, weight)| weight * curve.knots[*knot].gbp).sum::<f64>());
        Choice {
            gbp: gbp.collect(),
            cost: solution.cost,
            prices: self.needs.iter().zip(&solution.prices).map(|(need, price)| price / need.unit).collect(),
            budget_price: solution.prices.get(self.needs.len()).map_or(0.0, |price| price / MILLION),
        }
    }
}
