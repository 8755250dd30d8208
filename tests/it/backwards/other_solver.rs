//! Another way to the same answer: every corner of small linear problems, and dynamic programming over curves.

use headwater::value::backwards::choose::{Aim, Need, Question};
use headwater::value::backwards::curve::{Curve, Knot};
use headwater::value::backwards::simplex::{Problem, Row};
use nalgebra::{DMatrix, DVector};
use proptest::prelude::*;

/// The cheapest corner: every choice of as many rows and walls as there are columns, solved as equations.
fn by_corners(problem: &Problem) -> Option<f64> {
    let count = problem.cost.len();
    let walls: Vec<(Vec<f64>, f64)> = problem
        .rows
        .iter()
        .map(|row| (row.coefficients.clone(), row.at_least))
        .chain((0..count).map(|column| ((0..count).map(|c| f64::from(u8::from(c == column))).collect(), 0.0)))
        .collect();
    let mut best: Option<f64> = None;
    for chosen in combinations(walls.len(), count) {
        let matrix = DMatrix::from_fn(count, count, |row, column| walls[chosen[row]].0[column]);
        let side = DVector::from_fn(count, |row, _| walls[chosen[row]].1);
        let Some(corner) = matrix.lu().solve(&side) else { continue };
        let inside = walls
            .iter()
            .all(|(row, bound)| row.iter().zip(corner.iter()).map(|(a, x)| a * x).sum::<f64>() >= bound - 1e-7);
        let cost: f64 = problem.cost.iter().zip(corner.iter()).map(|(cost, x)| cost * x).sum();
        if inside && best.is_none_or(|best| cost < best) {
            best = Some(cost);
        }
    }
    best
}

fn combinations(of: usize, count: usize) -> Vec<Vec<usize>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    (count - 1..of)
        .flat_map(|last| {
            combinations(last, count - 1).into_iter().map(move |mut chosen| {
                chosen.push(last);
                chosen
            })
        })
        .collect()
}

/// Problems with costs above 0, so that there is always a bottom.
fn problems() -> impl Strategy<Value = Problem> {
    (1_usize..5, 1_usize..5).prop_flat_map(|(columns, rows)| {
        let row = (prop::collection::vec(-3_i32..4, columns), -6_i32..7);
        let row = row.prop_map(|(coefficients, bound)| Row {
            coefficients: coefficients.into_iter().map(f64::from).collect(),
            at_least: f64::from(bound),
        });
        let cost = prop::collection::vec((1_i32..9).prop_map(f64::from), columns);
        (cost, prop::collection::vec(row, rows)).prop_map(|(cost, rows)| Problem { cost, rows })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn the_simplex_method_finds_the_cheapest_corner(problem in problems()) {
        let found = problem.solve();
        let corner = by_corners(&problem);
        prop_assert_eq!(found.is_some(), corner.is_some(), "{:?}", problem);
        if let (Some(found), Some(corner)) = (found, corner) {
            prop_assert!((found.cost - corner).abs() < 1e-6, "{} or {}", found.cost, corner);
            for row in &problem.rows {
                let sum: f64 = row.coefficients.iter().zip(&found.columns).map(|(a, x)| a * x).sum();
                prop_assert!(sum >= row.at_least - 1e-6);
            }
            // Strong duality: the prices of the rows explain the whole cost.
            let priced: f64 = problem.rows.iter().zip(&found.prices).map(|(row, price)| row.at_least * price).sum();
            prop_assert!((priced - found.cost).abs() < 1e-6, "prices say {priced}, cost is {}", found.cost);
        }
    }
}

/// A curve over whole millions of pounds with whole gains, in any shape that does not fall.
fn curves() -> impl Strategy<Value = Vec<Curve>> {
    let curve = prop::collection::vec(0_u32..6, 1..5).prop_map(|steps| {
        let mut curve = Curve::default();
        let mut total = 0.0;
        curve.add(Knot { gbp: 0.0, spent: 0.0, values: vec![0.0] });
        for (index, step) in steps.iter().enumerate() {
            total += f64::from(*step);
            let gbp = 1e6 * (index + 1) as f64;
            curve.add(Knot { gbp, spent: gbp, values: vec![total] });
        }
        curve
    });
    prop::collection::vec(curve, 1..5)
}

/// Parts of a million in which money is given: fine enough for every corner, as gains are whole numbers below 60.
const FINE: usize = 60;

/// The least money for a need, by giving each programme in turn every amount.
fn by_tables(curves: &[Curve], need: f64) -> Option<f64> {
    let most: usize = curves.iter().map(|curve| (curve.ends().1 / 1e6) as usize * FINE).sum();
    let mut best = vec![0.0_f64; most + 1];
    for curve in curves {
        let mut with = best.clone();
        let own = (curve.ends().1 / 1e6) as usize * FINE;
        for total in 0..=most {
            for given in 0..=own.min(total) {
                let gain = curve.at(given as f64 / FINE as f64 * 1e6).unwrap().values[0];
                with[total] = with[total].max(best[total - given] + gain);
            }
        }
        best = with;
    }
    best.iter().position(|gain| *gain >= need - 1e-9).map(|total| total as f64 / FINE as f64)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn choosing_on_curves_finds_what_dynamic_programming_finds(curves in curves(), need in 1_u32..25) {
        let need = f64::from(need);
        let needs = [Need { value: 0, sign: 1.0, at_least: need, unit: need }];
        let choice = Question { curves: &curves, needs: &needs, most_gbp: 1e9, aim: Aim::LeastSpent }.best();
        let table = by_tables(&curves, need);
        prop_assert_eq!(choice.is_some(), table.is_some());
        if let (Some(choice), Some(table)) = (choice, table) {
            // The table rounds up to the next part of a million.
            prop_assert!(choice.cost <= table + 1e-6, "{} or {}", choice.cost, table);
            prop_assert!(choice.cost >= table - 1.0 / FINE as f64 - 1e-6, "{} or {}", choice.cost, table);
            let real: f64 = curves.iter().zip(&choice.gbp).map(|(curve, gbp)| curve.at(*gbp).unwrap().values[0]).sum();
            prop_assert!(real >= need - 1e-3, "promised {need}, gives {real}");
        }
    }
}
