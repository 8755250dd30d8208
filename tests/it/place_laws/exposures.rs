//! Exposures of a place stand at its published level.

use headwater::inputs::place::Place;
use headwater::model::baseline;
use headwater::model::population::single_ages;

use super::{alone, shipped};
use crate::support::close::relative;

/// Adults of the base year in the ages an exposure counts.
fn adults(place: &Place, ages: (usize, usize)) -> f64 {
    single_ages(&place.population, shipped::tables()).iter().map(|row| row[ages.0..=ages.1].iter().sum::<f64>()).sum()
}

#[test]
fn every_place_s_exposures_reproduce_its_published_levels() {
    let mut compared = 0;
    for place in shipped::all_places() {
        // Without a projection the residents stay those of the base year, whom the published level describes.
        let still = Place { projection: None, ..place.clone() };
        let run = baseline::run(&alone(&still), shipped::tables(), 1);
        for pattern in &shipped::tables().exposures {
            let exposed = shipped::total(&run, &format!("exposed.{}", pattern.id), 0);
            let level = exposed / adults(place, pattern.ages) * 100.0;
            let published = place.indicator(&pattern.indicator).expect("a required indicator");
            assert!(
                relative(level, published) < 1e-9,
                "{} {}: {level}%, published {published}%",
                place.code,
                pattern.id
            );
            compared += 1;
        }
    }
    assert_eq!(compared, 3 * 153);
}

#[test]
fn nobody_is_exposed_twice() {
    for (place, run) in super::first_years() {
        for cell in super::cells() {
            let people = shipped::value(run, "population", 0, cell);
            for pattern in &shipped::tables().exposures {
                let exposed = shipped::value(run, &format!("exposed.{}", pattern.id), 0, cell);
                assert!(exposed >= 0.0 && exposed <= people * (1.0 + 1e-12), "{} {} {cell:?}", place.code, pattern.id);
            }
        }
    }
}
