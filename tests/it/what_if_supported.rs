//! People supported for as long as somebody pays: who begins, who leaves, and how long the effect stays.

use headwater::inputs::evidence::Delivery;
use headwater::model::tables::{Cells, NO_CELLS};
use headwater::model::what_if::kernel::Timing;
use headwater::model::what_if::stock::{Ageing, Stock};
use headwater::strata::AGES;

use crate::support::close::assert_close;
use crate::support::shipped::{OLDHAM, area, evidence};
use crate::support::what_if::{accounts, new_money, run, run_believing, with_run};

const NOBODY_DIES: Cells = [[[1.0; AGES]; 5]; 2];

/// A hundred places at each age under five, for `years` years, then none for `after` years: people in effect by age.
fn places_for_young_children(timing: Timing, years: usize, after: usize) -> [f64; AGES] {
    let mut places = NO_CELLS;
    places[0][0][..5].fill(100.0);
    let mut stock = Stock::new(Delivery::PlaceYear, timing, None);
    for year in 0..years + after {
        let ageing = (year > 0).then_some(Ageing { survival: &NOBODY_DIES, youngest: 0 });
        stock.year((year < years).then_some(&places), ageing);
    }
    stock.in_effect()[0][0]
}

#[test]
fn whoever_was_supported_from_birth_has_the_whole_effect_until_it_was_measured() {
    let timing = Timing { lag: 5.0, held: 10.0, half_life: 15.0 };
    let by_age = places_for_young_children(timing, 30, 0);
    for (age, people) in by_age.iter().enumerate() {
        // The first to leave, at five, are from the first year of the places, so nobody is older than 33.
        let expected = match age {
            0..=4 => 0.0,
            5..=15 => 100.0,
            16..=25 => 100.0 * headwater::math::pow(0.5, (age as f64 - 15.0) / 15.0),
            _ => continue,
        };
        assert_close(*people, expected, 1e-9, &format!("people in effect at {age}"));
    }
}

#[test]
fn a_wait_that_age_has_served_is_not_served_twice() {
    let [short, long] = [0.5, 5.0].map(|lag| {
        let timing = Timing { lag, held: 10.0, half_life: 15.0 };
        places_for_young_children(timing, 30, 0)[5..=15].iter().sum::<f64>()
    });
    assert_close(long, short, 1e-9, "all of them began at birth, five years before five");
}

#[test]
fn after_the_money_those_who_were_supported_keep_what_was_measured() {
    let timing = Timing { lag: 0.0, held: 3.0, half_life: 2.0 };
    let total = |after: usize| places_for_young_children(timing, 10, after).iter().sum::<f64>();
    // The last places leave in the first year without money and are whole for three years; then half goes in two.
    let last_leavers =
        |after: usize| places_for_young_children(timing, 10, after)[after..after + 5].iter().sum::<f64>();
    for after in 1..=3 {
        assert_close(last_leavers(after), 500.0, 1e-9, "whole");
    }
    assert_close(last_leavers(6), 500.0 * headwater::math::pow(0.5, 1.0), 1e-9, "half after two years of fading");
    assert!(total(20) < total(5) && total(60) < 1e-3);
}

/// 2.2 of the 3.7 people of a family are children: 32% fewer of them in care, on a base share of 0.025, while all are in
/// effect. A year of 1,000 families at most moves 1,000 x 2.2 x 0.32 x 0.025 = 17.6 children.
#[test]
fn children_of_supported_families_are_counted_as_children() {
    let value = |id: &str| evidence().value(id).expect("in the pack");
    let area = area(&[OLDHAM]);
    let json = new_money("intensive_families", 3e5, 1).replacen('{', r#"{"switches":{"belief":"as_published"},"#, 1);
    with_run(&area, &json, |plan, what_if| {
        let people: f64 = what_if.flows.get("people_reached.intensive_families").expect("a flow").year(0);
        let families = people / plan.components[0].reach.people_per_unit;
        let most = families * value("base.children_per_family") * (1.0 - 0.68) * value("base.child_in_care_share");
        // Held from the first to 1.75 years: in the second year nearly all of it is there, and hardly a child dies or is 18.
        let second = -what_if.flows.get("children_in_care").expect("a flow").year(1);
        assert!(second > 0.45 * most && second < most, "{second} of at most {most}");
    });
    let own = vec![("base.children_per_family".to_string(), 1.1)];
    let half = accounts(&run_believing(&area, &json, own), "children_in_care").1;
    let whole = with_run(&area, &json, |_, what_if| accounts(what_if, "children_in_care").1);
    assert_close(whole / half, 2.0, 1e-9, "twice the children, twice the effect");
}

/// Two programmes whose studies looked at nights and found no clear fall; falls work has no such study.
#[test]
fn nights_that_studies_did_not_find_are_said() {
    let said = |programme: &str| {
        let warnings = run(&area(&[OLDHAM]), &new_money(programme, 1e5, 1)).warnings;
        warnings.iter().any(|warning| warning.contains("no clear fall of nights"))
    };
    assert!(said("housing_first") && said("care_home_support"));
    assert!(!said("falls_adaptations") && !said("stop_smoking"));
}
