//! Draws against the records they come from.

use headwater::inputs::evidence::{Family, Uncertainty};
use headwater::math;
use headwater::model::draws::{Belief, Owner, STEPS, normal};

use super::{draws, figure};
use crate::support::shipped;

/// Forty blocks.
const COUNT: usize = 10_000;

/// Mean of a belief by a closed form; `None` where there is none (beta, gamma: held against another program in `families`).
///
/// Normal and lognormal are two halves that meet at the central value, each with the spread of its own side of the interval.
fn closed_mean(figure: &headwater::inputs::evidence::Figure) -> Option<f64> {
    let Uncertainty::Range { family, low, high, level, .. } = figure.uncertainty else { return None };
    let z = 1.959_963_984_540_054;
    match family {
        Family::Normal if level == 0.95 => {
            let (below, above) = ((figure.value - low) / z, (high - figure.value) / z);
            Some(figure.value + (above - below) / (2.0 * std::f64::consts::PI).sqrt())
        }
        Family::Uniform => Some(0.5 * (low + high)),
        Family::Triangular if level == 1.0 => Some((low + figure.value + high) / 3.0),
        Family::Lognormal if level == 0.95 => {
            let (below, above) = (math::ln(figure.value / low) / z, math::ln(high / figure.value) / z);
            let half = |sd: f64, side: f64| math::exp(0.5 * sd * sd) * normal::cdf(side * sd);
            Some(figure.value * (half(above, 1.0) + half(below, -1.0)))
        }
        _ => None,
    }
}

#[test]
fn every_figure_with_a_range_is_drawn_and_no_other() {
    let evidence = shipped::evidence();
    let table = draws(evidence, 1, 1..=1);
    let (central, first) = (table.row(0).unwrap(), table.row(1).unwrap());
    for (position, figure) in evidence.parameters.iter().enumerate() {
        let wanted = figure.provenance.input && figure.uncertainty.is_range() && figure.not_drawn.is_empty();
        assert_eq!(first.parameter(position).is_some(), wanted, "{}", figure.id);
        assert_eq!(central.parameter(position), wanted.then_some(figure.value), "{}", figure.id);
        assert_eq!(evidence.parameters.position(&figure.id), Some(position));
    }
    for (position, effect) in evidence.effects.iter().enumerate() {
        let wanted = effect.figure.uncertainty.is_range();
        assert_eq!(first.effect(position).is_some(), wanted, "{}", effect.figure.id);
        assert_eq!(central.effect(position), wanted.then_some(effect.figure.value), "{}", effect.figure.id);
    }
    let owners = |owner| table.columns().iter().filter(|column| column.owner == owner).count();
    assert!(owners(Owner::Parameter) > 250 && owners(Owner::Effect) > 80, "{}", table.columns().len());
}

#[test]
fn draws_stay_in_the_bounds_of_their_kind_and_hard_ends() {
    let evidence = shipped::evidence();
    let table = draws(evidence, 7, 1..=COUNT);
    for column in table.columns() {
        let figure = figure(evidence, column);
        let Uncertainty::Range { low, high, level, .. } = figure.uncertainty else { panic!("{}", column.id) };
        for value in table.values(&column.id).unwrap() {
            assert!(figure.kind.holds(value), "{}: {value} is no {}", column.id, figure.kind.word());
            assert!(level < 1.0 || (low..=high).contains(&value), "{}: {value}", column.id);
        }
    }
}

#[test]
fn half_of_the_belief_lies_on_each_side_of_the_central_value() {
    let evidence = shipped::evidence();
    let mut checked = 0;
    for column in draws(evidence, 1, 1..=1).columns() {
        let figure = figure(evidence, column);
        let Uncertainty::Range { family, low, high, level, .. } = figure.uncertainty else { panic!("{}", column.id) };
        if matches!(family, Family::Uniform | Family::Triangular) {
            continue; // the central value is the likeliest one, or none in particular
        }
        let belief = Belief::of(figure).unwrap_or_else(|faults| panic!("{faults}")).expect("a range");
        let tail = 0.5 * (1.0 - level);
        for (p, value) in [(tail, low), (0.5, figure.value), (1.0 - tail, high)] {
            let off = (belief.quantile(p) - value).abs() / (high - low);
            assert!(off < 1e-7, "{}: {} at {p}, not {value}", column.id, belief.quantile(p));
        }
        checked += 1;
    }
    assert!(checked > 200, "{checked}");
}

/// 10,000 draws are 10,000 strata taken once each but for the last refinement, so shares are right to a few draws: 0.0005.
#[test]
#[allow(clippy::cast_precision_loss)] // thousands
fn intervals_of_the_draws_are_those_of_the_records() {
    let evidence = shipped::evidence();
    let table = draws(evidence, 11, 1..=COUNT);
    for column in table.columns().iter().filter(|column| STEPS.iter().all(|(id, _)| *id != column.id)) {
        let Uncertainty::Range { low, high, level, .. } = figure(evidence, column).uncertainty else { panic!() };
        let values = table.values(&column.id).unwrap();
        let share = |is: &dyn Fn(f64) -> bool| values.iter().filter(|value| is(**value)).count() as f64 / COUNT as f64;
        let tail = 0.5 * (1.0 - level);
        let (below, above) = (share(&|value| value < low), share(&|value| value > high));
        assert!((below - tail).abs() < 5e-4, "{}: {below} below {low}", column.id);
        assert!((above - tail).abs() < 5e-4, "{}: {above} above {high}", column.id);
    }
}

/// The mean of 10,000 draws, to a thousandth of the interval's width.
#[test]
#[allow(clippy::cast_precision_loss)] // thousands
fn means_of_the_draws_are_those_of_the_records() {
    let evidence = shipped::evidence();
    let table = draws(evidence, 13, 1..=COUNT);
    let mut closed = 0;
    for column in table.columns() {
        let figure = figure(evidence, column);
        let Uncertainty::Range { low, high, .. } = figure.uncertainty else { panic!("{}", column.id) };
        let values = table.values(&column.id).unwrap();
        let mean = values.iter().sum::<f64>() / COUNT as f64;
        let belief = Belief::of(figure).unwrap_or_else(|faults| panic!("{faults}")).expect("a range").mean();
        let expected = closed_mean(figure).unwrap_or(belief);
        closed += usize::from(closed_mean(figure).is_some());
        for expected in [expected, belief] {
            let off = (mean - expected).abs() / (high - low);
            assert!(off < 1e-3, "{}: mean {mean}, not {expected} ({off} of the width)", column.id);
        }
    }
    assert!(closed > 280, "{closed} records have a mean in closed form");
}

#[test]
fn a_figure_with_steps_takes_that_many_values_evenly_and_keeps_its_mean() {
    let table = draws(shipped::evidence(), 3, 1..=1_000);
    for (id, steps) in STEPS {
        let values = table.values(id).unwrap();
        let mut distinct = values.clone();
        distinct.sort_by(f64::total_cmp);
        distinct.dedup();
        assert_eq!(distinct.len(), steps, "{id}");
        for block in values.chunks(250) {
            for value in &distinct {
                let times = block.iter().filter(|drawn| *drawn == value).count();
                let even = 250 / steps;
                assert!((even - 1..=even + 1).contains(&times), "{id}: {value} stands {times} times in a block");
            }
        }
        let figure = shipped::evidence().parameters.get(id).unwrap();
        let mean = distinct.iter().sum::<f64>() / distinct.len() as f64;
        assert!((mean - closed_mean(figure).unwrap()).abs() < 1e-7, "{id}: {mean}");
    }
}
