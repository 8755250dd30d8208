//! What is counted in a place.

use std::collections::BTreeSet;

use headwater::inputs::place::{Area, BySexBand, Place};
use headwater::model::series::catalogue;

use super::{areas, assert_honest, moved, named_behind, runs};
use crate::support::shipped;

/// The areas with every place in them changed.
fn changed(change: impl Fn(&mut Place)) -> Vec<Area> {
    let with = |area: &Area| {
        let mut parts = area.parts().to_vec();
        parts.iter_mut().for_each(&change);
        Area::join(parts).unwrap_or_else(|faults| panic!("{faults}"))
    };
    areas().iter().map(with).collect()
}

#[track_caller]
fn honest(id: &str, change: impl Fn(&mut Place)) {
    assert_honest(id, &runs(&changed(change), shipped::tables()));
}

/// A little down, by a different amount in each place: where places are compared, an equal change would cancel.
fn little_less(place: &Place) -> f64 {
    if place.code == shipped::OLDHAM { 0.99 } else { 0.97 }
}

/// Fewer people in every band, the young most.
fn shrink(bands: &mut BySexBand, factor: f64) {
    for row in bands {
        for (band, people) in row.iter_mut().enumerate() {
            *people *= if band < 10 { factor } else { 0.5 * (1.0 + factor) };
        }
    }
}

#[test]
fn residents_move_exactly_the_series_that_name_them() {
    honest("place.population", |place| {
        let factor = little_less(place);
        shrink(&mut place.population, factor);
    });
    honest("place.projection", |place| {
        let factor = little_less(place);
        place.projection.iter_mut().flat_map(|p| &mut p.residents).for_each(|bands| shrink(bands, factor));
    });
}

#[test]
fn the_mix_of_fifths_moves_exactly_the_series_that_name_it() {
    honest("place.quintile_shares", |place| {
        place.quintile_shares[0] -= 0.01;
        place.quintile_shares[2] += 0.01;
    });
}

#[test]
fn published_years_of_life_move_exactly_the_series_that_name_them() {
    honest("place.life_expectancy", |place| {
        for life in &mut place.life_expectancy {
            life.birth += 0.3;
            life.age_65 += 0.2;
        }
    });
    honest("place.healthy_life_expectancy", |place| {
        for years in place.healthy_life_expectancy.iter_mut().flatten() {
            *years += 0.3;
        }
    });
}

#[test]
fn every_indicator_and_sum_of_money_behind_a_series_moves_exactly_the_series_that_name_it() {
    let behind: BTreeSet<String> = catalogue(shipped::tables()).into_iter().flat_map(|info| info.basis).collect();
    let mut nudged = 0;
    for path in behind.iter().filter_map(|id| id.strip_prefix("place.indicators.")) {
        honest(&format!("place.indicators.{path}"), |place| {
            let factor = little_less(place);
            place.indicators.get_mut(path).unwrap().value *= factor;
        });
        nudged += 1;
    }
    for path in behind.iter().filter_map(|id| id.strip_prefix("place.money.")) {
        honest(&format!("place.money.{path}"), |place| {
            let factor = little_less(place);
            place.money.get_mut(path).unwrap().value *= factor;
        });
        nudged += 1;
    }
    assert!(nudged >= 9, "{nudged}");
}

#[test]
fn everything_else_counted_in_a_place_moves_nothing() {
    let outcomes = runs(
        &changed(|place| {
            for (id, datum) in &mut place.indicators {
                if named_behind(&format!("place.indicators.{id}")).is_empty() {
                    datum.value *= 0.9;
                }
                datum.interval = None;
            }
            for (id, datum) in &mut place.money {
                if named_behind(&format!("place.money.{id}")).is_empty() {
                    datum.value *= 0.9;
                }
            }
            place.population_check = None;
            place.life_expectancy_check = None;
        }),
        shipped::tables(),
    );
    assert_eq!(moved(&outcomes), BTreeSet::new());
}

#[test]
fn every_id_behind_a_series_leads_somewhere() {
    let evidence = shipped::evidence();
    let blocks = ["population", "projection", "quintile_shares", "life_expectancy", "healthy_life_expectancy"];
    for info in catalogue(shipped::tables()) {
        assert!(!info.basis.is_empty(), "{} names nothing", info.id);
        let distinct: BTreeSet<&String> = info.basis.iter().collect();
        assert_eq!(distinct.len(), info.basis.len(), "{} names something twice: {:?}", info.id, info.basis);
        for id in &info.basis {
            let known = match (id.strip_prefix("table:"), id.strip_prefix("place.")) {
                (Some(table), _) => evidence.tables.get(table).is_some(),
                (_, Some(path)) => {
                    blocks.contains(&path)
                        || path
                            .strip_prefix("indicators.")
                            .is_some_and(|id| shipped::definitions().indicators.contains_key(id))
                        || path.strip_prefix("money.").is_some_and(|id| shipped::definitions().money.contains_key(id))
                }
                _ => evidence.parameters.get(id).is_some(),
            };
            assert!(known, "{}: {id} leads nowhere", info.id);
        }
    }
}
