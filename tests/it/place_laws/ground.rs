//! What does not move from year to year in one place, and what of it moves in a joined area.

use std::sync::Arc;

use headwater::model::baseline::BaseYear;
use headwater::model::tables::Cells;
use headwater::model::what_if::ground::Ground;

use crate::support::shipped::{area, tables};

const OLDHAM: &str = "E08000004";
const RICHMOND: &str = "E09000027";

fn years(codes: &[&str]) -> Vec<BaseYear> {
    Ground::new(&area(codes), tables()).years.to_vec()
}

fn every(cells: &Cells) -> impl Iterator<Item = f64> {
    cells.iter().flatten().flatten().copied()
}

#[test]
fn shares_and_factors_of_one_place_are_the_same_in_every_year() {
    let years = years(&[OLDHAM]);
    for year in &years {
        assert!(Arc::ptr_eq(&year.exposed, &years[0].exposed) && Arc::ptr_eq(&year.death_scale, &years[0].death_scale));
    }
    // An age that nobody has reached has the place's share too: whoever comes into it later is asked about this one.
    let with_rates = every(&years[0].death_scale[0]).filter(|scale| *scale > 0.0).count();
    assert!(with_rates > 500, "{with_rates}");
}

#[test]
fn a_joined_area_weighs_those_of_its_parts_by_the_residents_of_the_year() {
    let [one, other, both] = [&[OLDHAM][..], &[RICHMOND], &[OLDHAM, RICHMOND]].map(years);
    for (t, year) in both.iter().enumerate() {
        let weighed = |own: &dyn Fn(&BaseYear) -> Vec<f64>| {
            let people = [&one[t], &other[t]].map(|part| every(&part.residents).collect::<Vec<_>>());
            let (left, right) = (own(&one[t]), own(&other[t]));
            for (at, value) in own(year).into_iter().enumerate() {
                let (a, b) = (people[0][at], people[1][at]);
                let expected = if a + b > 0.0 { (a * left[at] + b * right[at]) / (a + b) } else { 0.0 };
                assert!((value - expected).abs() <= 1e-12 * expected.abs(), "year {t}, {at}: {value}, not {expected}");
            }
        };
        for exposure in 0..year.exposed.len() {
            weighed(&|year| every(&year.exposed[exposure]).collect());
        }
        for disease in 0..year.death_scale.len() {
            weighed(&|year| every(&year.death_scale[disease]).collect());
        }
    }
    let moved = every(&both[0].exposed[0]).zip(every(&both[29].exposed[0])).any(|(then, later)| then != later);
    assert!(moved, "residents of the two places grow alike");
}

#[test]
fn a_ground_of_money_has_the_money_and_no_years() {
    let ground = Ground::new(&area(&[OLDHAM]), tables());
    let money = ground.of_money();
    assert!(money.years.is_empty());
    assert_eq!(money.acute_gbp, ground.acute_gbp);
    let of_years: Vec<f64> = ground.years.iter().map(|year| year.acute_gbp).collect();
    assert_eq!(*money.acute_gbp, *of_years);
}
