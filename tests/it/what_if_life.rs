//! Life expectancy and healthy life expectancy of a period under a plan, and between the fifths.

use headwater::model::what_if::run::WhatIf;

use crate::support::close::assert_close;
use crate::support::shipped::{OLDHAM, area, evidence};
use crate::support::what_if::{new_money, run, run_believing};

const CUT: &str = r#"{"shift":{"share_of_acute":0.01},"funding":"cut_first","programmes":{}}"#;

/// Change in the last year, women and men: life expectancy, healthy life expectancy.
fn last(what_if: &WhatIf) -> [(f64, f64); 2] {
    let (life, healthy) = (what_if.life_expectancy.last(), what_if.healthy_life_expectancy.last());
    let (life, healthy) = (life.expect("years"), healthy.expect("years"));
    [0, 1].map(|sex| (life[sex], healthy[sex].expect("published for Oldham")))
}

/// Utilities of the six diseases and of diabetes times a factor: what only the ill-health side hangs on.
fn decrements(factor: f64) -> Vec<(String, f64)> {
    let diseases = evidence().diseases.iter().filter_map(|disease| disease.parameter("utility_decrement"));
    let ids = diseases.filter(|id| evidence().parameters.get(id).is_some());
    ids.map(|id| (id.to_string(), factor * evidence().value(id).expect("in the pack"))).collect()
}

#[test]
fn quitting_adds_healthy_years_through_longer_life_and_through_less_illness() {
    let json = new_money("stop_smoking", 5e5, 20);
    let believing = |factor: f64| last(&run_believing(&area(&[OLDHAM]), &json, decrements(factor)));
    let [none, half, whole] = [0.0, 0.5, 1.0].map(believing);
    for sex in 0..2 {
        let (life, longer) = none[sex];
        assert!(longer > 0.0 && longer < life, "longer life alone: {longer} healthy of {life}");
        assert_close(whole[sex].0, life, 1e-12, "illness does not move length of life here");
        let (healthier_half, healthier) = (half[sex].1 - longer, whole[sex].1 - longer);
        assert!(healthier > 0.0, "less illness adds nothing");
        assert!((healthier_half / healthier - 0.5).abs() < 0.01, "half the loss, {healthier_half} of {healthier}");
    }
}

#[test]
fn nothing_moved_leaves_healthy_life_expectancy_exactly_where_it_was() {
    let what_if = run(&area(&[OLDHAM]), "{}");
    assert!(what_if.healthy_life_expectancy.iter().flatten().all(|years| *years == Some(0.0)));
    assert!(what_if.life_expectancy_by_fifth.iter().flatten().flatten().all(|years| *years == 0.0));
}

#[test]
fn a_cut_shortens_life_and_healthy_life_in_every_fifth() {
    let what_if = run(&area(&[OLDHAM]), CUT);
    for (life, healthy) in last(&what_if) {
        assert!(healthy < 0.0 && life < healthy, "{life} years, {healthy} of them healthy");
    }
    let fifths = what_if.life_expectancy_by_fifth.last().expect("years");
    assert!(fifths.iter().flatten().all(|years| *years < 0.0), "{fifths:?}");
}

#[test]
fn the_change_of_all_lies_between_those_of_the_fifths() {
    for json in [CUT.to_string(), new_money("stop_smoking", 5e5, 20), new_money("drug_alcohol_treatment", 5e5, 20)] {
        let what_if = run(&area(&[OLDHAM]), &json);
        for (all, fifths) in what_if.life_expectancy.iter().zip(&what_if.life_expectancy_by_fifth) {
            for sex in 0..2 {
                let least = fifths[sex].iter().copied().fold(f64::INFINITY, f64::min);
                let most = fifths[sex].iter().copied().fold(f64::NEG_INFINITY, f64::max);
                assert!(
                    all[sex] >= least - 1e-12 && all[sex] <= most + 1e-12,
                    "{json}: {} of {:?}",
                    all[sex],
                    fifths[sex]
                );
            }
        }
    }
}

#[test]
fn a_place_without_a_published_figure_has_no_change_of_it() {
    let what_if = run(&area(&["E06000053"]), CUT);
    assert!(what_if.healthy_life_expectancy.iter().flatten().all(Option::is_none));
    assert!(
        what_if.life_expectancy.iter().flatten().any(|years| *years < 0.0),
        "life expectancy is known all the same"
    );
    let joined = run(&area(&["E06000053", "E06000052"]), CUT);
    assert!(joined.healthy_life_expectancy.iter().flatten().all(Option::is_none), "nor has an area with it in");
}
