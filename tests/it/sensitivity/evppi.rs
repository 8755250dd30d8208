//! The worth of knowing a figure, against a closed form and against a nested Monte Carlo.

use std::f64::consts::PI;

use headwater::math;
use headwater::model::draws::normal;
use headwater::model::draws::stream::Stream;
use headwater::value::sensitivity::evppi::{Noise, Options, Worth, worth_of};
use headwater::value::sensitivity::rank::ranks;

use crate::support::close::assert_close;

/// Even numbers from 0 to 1.
fn uniform(seed: u64, id: &str, rows: usize) -> Vec<f64> {
    let stream = Stream::new(seed, id);
    (0..rows).map(|row| stream.unit(row as u64)).collect()
}

/// The same, one in each of as many equal parts: the chance left is that of their order.
fn stratified(seed: u64, id: &str, rows: usize) -> Vec<f64> {
    ranks(&uniform(seed, id, rows)).into_iter().map(|rank| (rank - 0.5) / rows as f64).collect()
}

fn standard_normal(even: Vec<f64>) -> Vec<f64> {
    even.into_iter().map(normal::quantile).collect()
}

#[track_caller]
fn worth(nets: Vec<Vec<f64>>, known: &[&[f64]]) -> Worth {
    let options = Options::new(nets).expect("options");
    worth_of(&options, known, &Noise::new(options.rows())).expect("enough draws")
}

/// `E max(g, 0) - max(E g, 0)` for g normal with this mean and spread.
fn of_normal(mean: f64, spread: f64) -> f64 {
    let z = mean / spread;
    let density = math::exp(-0.5 * z * z) / (2.0 * PI).sqrt();
    spread * density + mean * normal::cdf(z) - mean.max(0.0)
}

/// A net benefit that is linear in normal figures: knowing a part of them leaves a normal mean, so the worth has a closed
/// form.
const LINEAR: (f64, [f64; 3]) = (-0.4, [1.0, 0.6, 0.0]);

fn linear(even: impl Fn(&str) -> Vec<f64>) -> (Vec<f64>, [Vec<f64>; 3]) {
    let (mean, slopes) = LINEAR;
    let figures = ["a", "b", "c"].map(|id| standard_normal(even(id)));
    let rows = figures[0].len();
    let net = |row: usize| mean + slopes.iter().zip(&figures).map(|(slope, figure)| slope * figure[row]).sum::<f64>();
    ((0..rows).map(net).collect(), figures)
}

#[test]
fn linear_and_normal_has_its_closed_form() {
    let (net, figures) = linear(|id| stratified(7, id, 8_000));
    let (mean, [a, b, _]) = LINEAR;
    for (known, spread) in [(vec![0], a), (vec![1], b), (vec![0, 1], a.hypot(b))] {
        let columns: Vec<&[f64]> = known.iter().map(|at| figures[*at].as_slice()).collect();
        let found = worth(vec![net.clone()], &columns);
        let exact = of_normal(mean, spread);
        let off = (found.value - exact).abs();
        assert!(
            off < 3.5 * found.standard_error,
            "{known:?}: {} is not {exact} (se {})",
            found.value,
            found.standard_error
        );
        assert!(off < 0.05 * exact, "{known:?}: {} is not {exact}", found.value);
        assert!(found.is_clear(), "{known:?}");
    }
    let perfect = Options::new(vec![net]).expect("options").perfect();
    assert_close(perfect, of_normal(mean, a.hypot(b)), 0.03, "perfect information");
}

#[test]
fn a_figure_that_does_nothing_is_worth_no_more_than_its_bias() {
    let (net, figures) = linear(|id| stratified(3, id, 1_000));
    let found = worth(vec![net], &[&figures[2]]);
    assert!(found.value >= 0.0 && !found.is_clear(), "{found:?}");
    assert!(found.value < 0.02, "{found:?}");
}

#[test]
fn figures_that_say_nothing_are_hardly_ever_clear_even_where_choices_are_equal() {
    let clear = (0..200).filter(|seed| {
        let net = standard_normal(uniform(*seed, "net", 300));
        let mean = net.iter().sum::<f64>() / 300.0;
        let even: Vec<f64> = net.iter().map(|net| net - mean).collect();
        worth(vec![even], &[&uniform(*seed, "figure", 300)]).is_clear()
    });
    let clear = clear.count();
    assert!(clear <= 15, "{clear} of 200");
}

#[test]
fn the_standard_error_is_the_spread_over_samples() {
    let samples: Vec<Worth> = (0..200)
        .map(|seed| {
            let (net, figures) = linear(|id| uniform(seed, id, 400));
            worth(vec![net], &[&figures[1]])
        })
        .collect();
    let mean = |get: &dyn Fn(&Worth) -> f64| samples.iter().map(get).sum::<f64>() / samples.len() as f64;
    let middle = mean(&|worth| worth.value);
    let spread = mean(&|worth| (worth.value - middle) * (worth.value - middle)).sqrt();
    let said = mean(&|worth| worth.standard_error);
    assert!((0.75..1.5).contains(&(said / spread)), "said {said}, found {spread}");
    // The estimate errs upwards, and the bias given is of that size: it explains most of it, and is not twice too large.
    let exact = of_normal(LINEAR.0, LINEAR.1[1]);
    let (over, bias) = (middle - exact, mean(&|worth| worth.bias));
    assert!(bias > 0.0 && (over - bias).abs() < 0.15 * exact, "over {over}, bias {bias}, of {exact}");
}

/// A small model with a bend and a product: three uniform figures.
fn bent(x: f64, y: f64, z: f64) -> f64 {
    3.0 * x * y - 1.5 * z + x * x - 0.4
}

/// By two loops: the mean over `outer` values of what is known of the best of the means over `inner` values of the rest.
fn nested(known: [bool; 3], outer: usize, inner: usize) -> f64 {
    let streams = ["x", "y", "z"].map(|id| Stream::new(99, id));
    let outside = ["x", "y", "z"].map(|id| stratified(98, id, outer));
    let (mut best, mut all) = (0.0, 0.0);
    for out in 0..outer {
        let fixed = [0, 1, 2].map(|figure| outside[figure][out]);
        let mut mean = 0.0;
        for step in 0..inner {
            let counter = (out * inner + step) as u64;
            let at = |figure: usize| if known[figure] { fixed[figure] } else { streams[figure].unit(counter) };
            mean += bent(at(0), at(1), at(2)) / inner as f64;
        }
        best += mean.max(0.0) / outer as f64;
        all += mean / outer as f64;
    }
    best - all.max(0.0)
}

#[test]
fn a_small_model_agrees_with_a_nested_monte_carlo() {
    let rows = 8_000;
    let figures = ["x", "y", "z"].map(|id| stratified(5, id, rows));
    let net: Vec<f64> = (0..rows).map(|row| bent(figures[0][row], figures[1][row], figures[2][row])).collect();
    for known in [[true, false, false], [false, true, false], [false, false, true], [true, true, false]] {
        let columns: Vec<&[f64]> =
            figures.iter().zip(known).filter(|(_, known)| *known).map(|(figure, _)| figure.as_slice()).collect();
        let (found, by_loops) = (worth(vec![net.clone()], &columns), nested(known, 4_000, 1_000));
        let off = (found.value - by_loops).abs();
        assert!(off < 0.006, "{known:?}: {} by regression, {by_loops} by two loops ({found:?})", found.value);
        assert!(by_loops > 0.02, "{known:?}: {by_loops} would not show a mistake");
    }
}

#[test]
fn among_several_options_it_is_about_which_is_best() {
    let rows = 6_000;
    let figures = ["x", "y", "z"].map(|id| stratified(11, id, rows));
    // Both beat doing nothing in every draw, so only the choice between them can be regretted.
    let first: Vec<f64> = figures[0].iter().map(|x| 5.0 + x).collect();
    let second: Vec<f64> = figures[1].iter().map(|y| 5.0 + y).collect();
    let nets = vec![first.clone(), second];
    // The mean of the larger of two even numbers is 2/3; of one even number and 1/2 it is 5/8.
    assert_close(Options::new(nets.clone()).expect("options").perfect(), 2.0 / 3.0 - 0.5, 0.05, "everything");
    let found = worth(nets.clone(), &[&figures[0]]);
    assert_close(found.value, 5.0 / 8.0 - 0.5, 0.01, "the first");
    // Where two options are equal on average, any noise makes one of them look better: shuffles show how much.
    let third = worth(nets, &[&figures[2]]);
    assert!(third.value < 0.01 && third.noise > 0.0 && !third.is_clear(), "a third that does nothing: {third:?}");
    assert_eq!(worth(vec![first], &[&figures[0]]).value, 0.0, "alone it is always done");
}

#[test]
fn where_no_draw_changes_the_choice_it_is_exactly_nothing() {
    let figure = uniform(1, "x", 500);
    let net: Vec<f64> = figure.iter().map(|x| x + 0.1).collect();
    assert_eq!(
        worth(vec![net.clone()], &[&figure]),
        Worth { value: 0.0, standard_error: 0.0, bias: 0.0, noise: 0.0, terms: 0, left_out: 0 }
    );
    let loss: Vec<f64> = net.iter().map(|net| -net).collect();
    assert_eq!(worth(vec![loss], &[&figure]).value, 0.0);
}

#[test]
fn columns_that_do_not_fit_are_refused() {
    let options = Options::new(vec![vec![1.0, -1.0, 1.0, -1.0]]).expect("options");
    assert_eq!(worth_of(&options, &[&[1.0, 2.0]], &Noise::new(4)), None);
    assert_eq!(worth_of(&options, &[&[1.0, 2.0, 3.0, 4.0]], &Noise::new(4)), None, "four draws bear no curve");
    assert_eq!(Options::new(vec![vec![1.0, 2.0], vec![1.0]]), None);
    assert_eq!(Options::new(Vec::new()), None);
}

#[test]
fn a_figure_that_takes_one_value_is_worth_nothing() {
    let net = standard_normal(uniform(1, "n", 100));
    assert_eq!(worth(vec![net], &[&[2.0; 100]]).value, 0.0);
}
