//! Draws: the table every possible future is run on.

mod commands;
mod convergence;
mod families;
mod groups;
mod kept;
mod records;
mod references;
mod streams;

use headwater::inputs::evidence::{Evidence, Figure};
use headwater::inputs::node::Node;
use headwater::model::draws::{Column, Draws, Owner};

/// Draws, which must work.
#[track_caller]
fn draws(evidence: &Evidence, seed: u64, rows: std::ops::RangeInclusive<usize>) -> Draws {
    Draws::new(evidence, seed, rows).unwrap_or_else(|faults| panic!("{faults}"))
}

/// Evidence from the shipped pack after a change that must be sound.
#[track_caller]
fn changed(change: impl FnOnce(&mut Node)) -> Evidence {
    let mut pack = crate::support::shipped::pack_node();
    change(&mut pack);
    Evidence::from_node(&pack).unwrap_or_else(|faults| panic!("{faults}"))
}

/// The record behind a column.
fn figure<'e>(evidence: &'e Evidence, column: &Column) -> &'e Figure {
    let found = match column.owner {
        Owner::Parameter => evidence.parameters.iter().nth(column.position),
        Owner::Effect => evidence.effects.iter().nth(column.position).map(|effect| &effect.figure),
    };
    found.unwrap_or_else(|| panic!("{} points nowhere", column.id))
}

/// Pearson correlation.
#[allow(clippy::cast_precision_loss)] // thousands
fn correlation(a: &[f64], b: &[f64]) -> f64 {
    assert_eq!(a.len(), b.len());
    let mean = |list: &[f64]| list.iter().sum::<f64>() / list.len() as f64;
    let (mean_a, mean_b) = (mean(a), mean(b));
    let sum = |f: &dyn Fn(f64, f64) -> f64| -> f64 { a.iter().zip(b).map(|(x, y)| f(x - mean_a, y - mean_b)).sum() };
    sum(&|x, y| x * y) / (sum(&|x, _| x * x) * sum(&|_, y| y * y)).sqrt()
}

/// The place of each value in order of size, from 0.
#[allow(clippy::cast_precision_loss)] // thousands
fn ranks(list: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..list.len()).collect();
    order.sort_by(|one, other| list[*one].total_cmp(&list[*other]));
    let mut ranks = vec![0.0; list.len()];
    for (rank, position) in order.into_iter().enumerate() {
        ranks[position] = rank as f64;
    }
    ranks
}
