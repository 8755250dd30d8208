//! One figure at a time: ends of ranges against plain runs, and which figures are moved at all.

use headwater::inputs::evidence::Belief;
use headwater::value::sensitivity::figures::Figure;

use super::{PLAN, admissions, plain, scenario};
use crate::support::close::assert_close;
use crate::support::shipped::evidence;

fn at_end(figure: &Figure, end: f64) -> f64 {
    let mut own = scenario(PLAN);
    own.assumptions.push((figure.id.clone(), figure.as_assumption(end)));
    plain(&own, &admissions().about)
}

#[test]
fn ends_of_ranges_are_what_plain_runs_with_these_values_say() {
    let question = admissions();
    let central = question.central.expect("counted");
    assert_eq!(central, plain(&scenario(PLAN), &question.about), "the central answer is that of a plain run");
    let mut checked = 0;
    for (figure, moved) in question.figures.iter().zip(&question.moved) {
        let bar = moved.expect("done").bar;
        if bar.is_still(central) {
            continue;
        }
        for (net, end) in [(bar.low, figure.range.0), (bar.high, figure.range.1)] {
            assert_close(net.expect("counted"), at_end(figure, end), 1e-7, &format!("{} at {end}", figure.id));
        }
        checked += 1;
    }
    assert!(checked > 20, "{checked} figures move it");
}

#[test]
fn weak_effects_are_among_them_and_shrunk_at_their_ends_too() {
    let weak = admissions().figures.iter().find(|figure| {
        let effect = evidence().effects.get(&figure.id);
        effect.is_some_and(|effect| effect.belief.0 == Belief::Shrunk)
    });
    let weak = weak.expect("a shrunk effect in the plan");
    let (end, taken) = (weak.range.0, weak.as_assumption(weak.range.0));
    assert!((taken - end).abs() > 1e-9, "{}: {taken} is {end}", weak.id);
}

#[test]
fn a_figure_the_scenario_sets_itself_is_not_moved() {
    let json = PLAN.replacen('{', r#"{"assumptions":{"stop_smoking.half_life":20},"#, 1);
    let question = super::asked(
        &json,
        super::about("emergency_admissions", "by_horizon"),
        headwater::value::sensitivity::question::Wanted { figures: false, ..super::FIGURES },
    );
    assert!(admissions().figures.iter().any(|figure| figure.id == "stop_smoking.half_life"));
    assert!(question.figures.iter().all(|figure| figure.id != "stop_smoking.half_life"));
}
