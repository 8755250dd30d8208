//! Families against other people's tables and another program.

use headwater::inputs::evidence::Family;
use headwater::model::draws::beta::Beta;
use headwater::model::draws::gamma::Gamma;
use headwater::model::draws::{Belief, Interval, Shape, normal};

use super::references::{BETA, CHI_SQUARE, GAMMA, MEANS, NORMAL};
use crate::support::close::relative;
use crate::support::nodes::{assert_fault, record, set, text};
use headwater::error::Faults;
use headwater::inputs::node::Node;

/// What the code promises of a quantile.
const ACCURATE: f64 = 1e-9;

#[track_caller]
fn same(found: f64, expected: f64, tolerance: f64, what: &str) {
    assert!(relative(found, expected) < tolerance, "{what}: {found:e}, not {expected:e}");
}

#[test]
fn quantiles_are_those_of_another_program() {
    for (share, z) in NORMAL {
        same(normal::quantile(share), z, 1e-13, "normal");
        same(normal::cdf(z), share, 1e-12, "normal, below");
    }
    for (a, b, share, value) in BETA {
        let shape = Shape::Beta(Beta::new(a, b));
        same(shape.quantile(share), value, ACCURATE, &format!("beta {a} {b} at {share}"));
        same(shape.below(value), share, ACCURATE, &format!("beta {a} {b} below {value}"));
    }
    for (shape, share, value) in GAMMA {
        let of_shape = Shape::Gamma(Gamma::new(shape), 0.0);
        same(of_shape.quantile(share), value, ACCURATE, &format!("gamma {shape} at {share}"));
        same(of_shape.below(value), share, ACCURATE, &format!("gamma {shape} below {value}"));
    }
}

#[test]
fn quantiles_are_those_of_the_chi_square_table() {
    for (degrees, share, value) in CHI_SQUARE {
        let found = 2.0 * Shape::Gamma(Gamma::new(degrees / 2.0), 0.0).quantile(share);
        assert!((found - value).abs() <= 5.1e-4, "{degrees} at {share}: {found}");
    }
}

#[test]
fn closed_forms_of_the_beta_are_met() {
    for p in [1e-9, 0.01, 0.3, 0.7, 0.999_999] {
        same(Shape::Beta(Beta::new(1.0, 1.0)).quantile(p), p, 1e-12, "uniform");
        same(Shape::Beta(Beta::new(4.0, 1.0)).quantile(p), p.sqrt().sqrt(), 1e-12, "power");
        let arcsine = (std::f64::consts::FRAC_PI_2 * p * 0.5).tan();
        let sine = 2.0 * arcsine / (1.0 + arcsine * arcsine);
        same(Shape::Beta(Beta::new(0.5, 0.5)).quantile(p), sine * sine, 1e-11, "arcsine");
    }
}

fn family(word: &str) -> Family {
    let all = [Family::Beta, Family::Gamma, Family::Lognormal, Family::Normal, Family::Uniform, Family::Triangular];
    all.into_iter().find(|family| family.word() == word).expect("a family")
}

fn equal_tails(low: f64, high: f64, level: f64) -> Interval {
    let tail = 0.5 * (1.0 - level);
    Interval { low: (low, tail), high: (high, 1.0 - tail) }
}

#[test]
fn the_mean_of_a_fitted_member_is_that_of_another_program() {
    for (word, low, high, level, mean) in MEANS {
        let shape = Shape::fit(family(word), 0.5 * (low + high), equal_tails(low, high, level)).expect("a member");
        // The middles of 20,000 equal parts: what they leave out is the bend of the last part at each end.
        let found = (0..20_000).map(|part| shape.quantile((f64::from(part) + 0.5) / 20_000.0)).sum::<f64>() / 20_000.0;
        same(found, mean, 2e-5, &format!("{word} {low} to {high}"));
    }
}

#[test]
fn both_ends_of_an_interval_hold() {
    for (word, low, high, level) in [
        ("normal", -3.0, 9.0, 0.5),
        ("lognormal", 0.2, 40.0, 0.9),
        ("gamma", 1e-6, 2.0, 0.8),
        ("gamma", 999.0, 1001.0, 0.95),
        ("beta", 1e-4, 0.9999, 0.9),
        ("beta", 0.114, 0.117, 0.95),
        ("beta", 0.90, 0.999, 0.99),
        ("uniform", 2.0, 3.0, 0.8),
        ("triangular", 0.1, 1.0, 0.95),
        ("triangular", 0.1, 1.0, 0.2),
        ("triangular", 0.1, 1.0, 1.0),
    ] {
        let shape = Shape::fit(family(word), 0.8f64.clamp(low, high), equal_tails(low, high, level));
        let shape = shape.unwrap_or_else(|| panic!("no {word} from {low} to {high}"));
        let tail = 0.5 * (1.0 - level);
        for (end, share) in [(low, tail), (high, 1.0 - tail)] {
            assert!((shape.below(end) - share).abs() < 1e-9, "{word} {low} to {high}: {} below", shape.below(end));
            if share > 0.0 && share < 1.0 {
                same(shape.quantile(share), end, 1e-8, &format!("{word} {low} to {high}"));
            }
        }
    }
}

/// The belief of a record of the pack after its family, kind and ends were changed.
fn belief_of(kind: &str, family: &str, value: f64, (low, high): (f64, f64)) -> Result<Belief, Faults> {
    let evidence = super::changed(|pack| {
        let share = record(pack, "parameter", "acute.capture_share");
        set(share, "kind", text(kind));
        set(share, "value", Node::Number(value));
        let range = [("family", text(family)), ("low", Node::Number(low)), ("high", Node::Number(high))];
        let rest = [("level", Node::Number(0.95)), ("status", text("assumed"))];
        let all = range.into_iter().chain(rest).map(|(key, node)| (key.to_string(), node));
        set(share, "uncertainty", Node::Map(all.collect()));
    });
    let figure = evidence.parameters.get("acute.capture_share").expect("the record");
    Belief::of(figure).map(|belief| belief.expect("a range"))
}

#[test]
fn a_family_that_would_leave_its_kind_is_cut_and_still_holds_its_interval() {
    for (kind, family, value, ends, bounds) in [
        ("share", "normal", 0.1, (0.01, 0.2), (0.0, 1.0)),
        ("share", "lognormal", 0.5, (0.2, 0.97), (0.0, 1.0)),
        ("rate", "normal", 0.1, (0.01, 0.2), (0.0, f64::MAX)),
        ("share", "gamma", 0.5, (0.3, 0.96), (0.0, 1.0)),
    ] {
        let belief = belief_of(kind, family, value, ends).unwrap_or_else(|faults| panic!("{faults}"));
        same(belief.quantile(0.025), ends.0, 1e-6, family);
        same(belief.quantile(0.975), ends.1, 1e-6, family);
        for p in [1e-14, 1e-9, 0.5, 1.0 - 1e-9, 1.0 - 1e-14] {
            let drawn = belief.quantile(p);
            assert!((bounds.0..=bounds.1).contains(&drawn), "{kind} {family}: {drawn} at {p}");
        }
        // Cut, not clamped: the ends hold no heap of draws.
        assert!(belief.quantile(1e-3) > bounds.0 && belief.quantile(1e-3) > belief.quantile(1e-4));
    }
}

#[test]
fn an_interval_no_member_holds_is_refused_by_name() {
    match belief_of("share", "normal", 0.1, (0.0, 0.2)) {
        Ok(belief) => panic!("accepted as {belief:?}"),
        Err(faults) => assert_fault(&faults, "acute.capture_share.uncertainty", "no normal distribution of a share"),
    }
}

#[test]
fn a_central_value_at_an_end_is_refused() {
    match belief_of("rate", "lognormal", 0.1, (0.1, 0.2)) {
        Ok(belief) => panic!("accepted as {belief:?}"),
        Err(faults) => assert_fault(&faults, "acute.capture_share.uncertainty", "inside the interval"),
    }
}

#[test]
fn an_interval_without_width_is_one_value() {
    let belief = belief_of("share", "beta", 0.3, (0.3, 0.3)).unwrap_or_else(|faults| panic!("{faults}"));
    assert!([1e-12, 0.2, 0.999].into_iter().all(|p| belief.quantile(p) == 0.3));
}
