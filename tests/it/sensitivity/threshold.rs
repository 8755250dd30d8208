//! The value at which a sign changes: on functions with a known root, and in the model against plain runs.

use headwater::error::Faults;
use headwater::value::sensitivity::about::Sign;
use headwater::value::sensitivity::price::Price;
use headwater::value::sensitivity::threshold::{Flip, Side, search};

use super::{FIGURES, PLAN, about, admissions, asked, plain, scenario, sides};

/// Searches a function from a centre within a range and limits; gives the flip and how often the function was asked.
fn found(net: impl Fn(f64) -> f64, centre: f64, range: (f64, f64), limits: (f64, f64)) -> (Option<Flip>, usize) {
    let mut runs = 0;
    let sides = [
        Side { end: (range.0, Some(net(range.0))), limit: limits.0 },
        Side { end: (range.1, Some(net(range.1))), limit: limits.1 },
    ];
    let mut counted = |x: f64| -> Result<Option<f64>, Faults> {
        runs += 1;
        Ok(Some(net(x)))
    };
    let flip = search(&mut counted, (centre, net(centre)), sides).expect("no run fails");
    (flip, runs)
}

#[test]
fn a_root_within_the_range_is_found_in_few_runs() {
    let (flip, runs) = found(|x| x * x - 2.0, 1.0, (0.0, 2.0), (0.0, 10.0));
    let flip = flip.expect("a flip");
    assert!((flip.value - 2.0_f64.sqrt()).abs() < 2e-7 && flip.within, "{flip:?}");
    assert!((flip.distance - (2.0_f64.sqrt() - 1.0) / 2.0).abs() < 2e-7, "{flip:?}");
    assert!(flip.value * flip.value > 2.0, "the value given has the turned sign");
    assert!(runs <= 12, "{runs} runs");
}

#[test]
fn a_sign_that_turns_and_turns_back_is_found() {
    // Below 0 only between 0.4 and 0.6 of the way to the end.
    let (flip, _) = found(|x| (x - 0.4) * (x - 0.6) + 1e-4, 0.0, (-1.0, 1.0), (-1.0, 1.0));
    let flip = flip.expect("a flip");
    assert!(flip.within && (flip.value - 0.4).abs() < 1e-2, "{flip:?}");
}

#[test]
fn coming_to_nothing_is_not_a_change_of_sign() {
    assert_eq!(found(|x| (1.0 - x).max(0.0), 0.5, (0.0, 2.0), (0.0, 10.0)).0, None);
    assert_eq!(found(|x| 1.0 - x, 0.5, (0.0, 1.0), (0.0, 1.0)).0, None);
}

#[test]
fn the_nearer_of_two_is_given() {
    let (flip, _) = found(|x| (x - 0.9) * (x + 0.3), 0.0, (-1.0, 1.0), (-1.0, 1.0));
    assert!((flip.expect("a flip").value + 0.3).abs() < 2e-7, "{flip:?}");
}

#[test]
fn an_end_that_cannot_be_told_does_not_hide_the_other_side() {
    let sides = [Side { end: (-1.0, None), limit: -1.0 }, Side { end: (1.0, Some(-1.0)), limit: 1.0 }];
    let mut net = |x: f64| -> Result<Option<f64>, Faults> { Ok((x > -0.8).then_some(0.5 - 1.5 * x)) };
    let flip = search(&mut net, (0.0, 0.5), sides).unwrap().expect("a flip");
    assert!((flip.value - 1.0 / 3.0).abs() < 1e-6, "{flip:?}");
}

#[test]
fn a_step_is_found_where_it_is() {
    let (flip, _) = found(|x| if x < 0.7 { 1.0 } else { -1.0 }, 0.2, (0.0, 1.0), (0.0, 1.0));
    assert!((flip.expect("a flip").value - 0.7).abs() < 2e-7, "{flip:?}");
}

#[test]
fn beyond_the_range_it_is_followed_to_the_limits_and_no_further() {
    let line = |x: f64| 5.0 - x;
    let (flip, _) = found(line, 1.0, (0.0, 2.0), (0.0, 10.0));
    assert!(flip.is_some_and(|flip| !flip.within && (flip.value - 5.0).abs() < 1e-6), "{flip:?}");
    assert_eq!(found(line, 1.0, (0.0, 2.0), (0.0, 4.0)).0, None);
    assert_eq!(found(|_| 1.0, 1.0, (0.0, 2.0), (0.0, 10.0)), (None, 0), "what moves nothing is not followed");
}

/// Net benefit of the plan with one figure set to a value of one's own.
fn with_own(id: &str, value: f64, about: &headwater::value::sensitivity::about::About) -> f64 {
    let mut own = scenario(PLAN);
    own.assumptions.push((id.into(), value));
    plain(&own, about)
}

#[test]
fn the_price_of_health_turns_it_where_the_published_comparison_says() {
    let question = sides();
    let price = question.price.as_ref().expect("asked about healthy years");
    let flip = price.flip().expect("a break-even price");
    assert_eq!(Some(flip.value), price.ours.break_even_price());
    for (nudge, below) in [(1.0 - 1e-6, true), (1.0 + 1e-6, false)] {
        let net = with_own(Price::ID, flip.value * nudge, &question.about);
        assert_eq!(net < 0.0, below, "a lower price loses more to the cut: {net} at {} times", nudge);
    }
}

#[test]
fn each_figure_turns_a_plain_run_at_its_value_and_not_before() {
    let question = admissions();
    let central = question.central.expect("counted");
    let flips: Vec<_> = question
        .figures
        .iter()
        .zip(&question.moved)
        .filter_map(|(figure, moved)| Some((figure, moved.expect("done").flip?)))
        .collect();
    assert!(flips.len() >= 3, "{} figures turn it", flips.len());
    for (figure, flip) in flips {
        let before = figure.central + (flip.value - figure.central) * (1.0 - 1e-5);
        let net = with_own(&figure.id, figure.as_assumption(before), &question.about);
        assert_eq!(Sign::of(net), Sign::of(central), "{}: too early at {} ({net})", figure.id, flip.value);
        // A little beyond, where its kind allows.
        let beyond = figure.central + (flip.value - figure.central) * (1.0 + 1e-5);
        if figure.kind.holds(figure.as_assumption(beyond)) {
            let net = with_own(&figure.id, figure.as_assumption(beyond), &question.about);
            assert!(net * central < 0.0, "{}: not turned at {} ({net})", figure.id, flip.value);
        }
    }
}

#[test]
fn a_plan_that_does_nothing_has_nothing_to_turn() {
    let question = asked("{}", about("qalys", "set_in_motion"), FIGURES);
    assert_eq!((question.central, question.progress()), (Some(0.0), (0, 0)));
}
