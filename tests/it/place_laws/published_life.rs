//! Every place reproduces its published life expectancy.

use headwater::model::baseline::fitted_life;
use headwater::model::tables::Tables;
use headwater::strata::SEXES;
use headwater::value::outcomes::Selection;

use super::{first_years_of, shipped};

/// Years. Half of what one decimal of the published figures can tell would be 0.05; model.md asks for 0.1.
const WITHIN: f64 = 0.1;

#[test]
fn every_place_reproduces_its_published_life_expectancy_at_birth_and_at_65() {
    let england = shipped::place(shipped::ENGLAND);
    let mut compared = 0;
    let mut worst = 0.0_f64;
    for place in shipped::all_places().iter().chain([&england]) {
        for (sex, (birth, age_65)) in SEXES.iter().zip(fitted_life(place, shipped::tables())) {
            let published = place.life_expectancy[sex.index()];
            for (what, found, expected) in [("birth", birth, published.birth), ("65", age_65, published.age_65)] {
                let off = (found - expected).abs();
                assert!(off <= WITHIN, "{} {}, {sex} at {what}: {found}, published {expected}", place.code, place.name);
                worst = worst.max(off);
                compared += 1;
            }
        }
    }
    println!("{compared} published life expectancies reproduced, the worst within {worst:.1e} years");
    assert_eq!(compared, 4 * 154);
}

#[test]
fn what_a_run_shows_is_the_published_figure_where_rates_have_no_trend() {
    let tables = Tables { mortality_trend: 0.0, ..shipped::tables().clone() };
    let mut compared = 0;
    for (place, run) in first_years_of(&tables) {
        for sex in SEXES {
            let of_sex = Selection { sex: Some(sex), ..Selection::default() };
            let published = place.life_expectancy[sex.index()];
            let mut shown = vec![("life_expectancy_birth", published.birth), ("life_expectancy_65", published.age_65)];
            if let Some(healthy) = place.healthy_life_expectancy {
                shown.push(("healthy_life_expectancy_birth", healthy[sex.index()]));
            }
            for (id, expected) in shown {
                let found = shipped::value(&run, id, 0, of_sex);
                assert!((found - expected).abs() <= WITHIN, "{} {id} {sex}: {found}, published {expected}", place.code);
                compared += 1;
            }
        }
    }
    // 153 places with two figures for each sex, 151 of them with healthy life expectancy as well.
    assert_eq!(compared, 2 * (2 * 153 + 151));
}

#[test]
fn poorer_fifths_live_shorter_in_every_place() {
    for (place, run) in super::first_years() {
        for sex in SEXES {
            let life: Vec<f64> = (0..5)
                .map(|quintile| {
                    let of = Selection { sex: Some(sex), band: None, quintile: Some(quintile) };
                    shipped::value(run, "life_expectancy_birth", 0, of)
                })
                .collect();
            assert!(life.windows(2).all(|pair| pair[0] < pair[1]), "{} {sex}: {life:?}", place.code);
        }
    }
}
