//! Joining places is adding them.

use headwater::inputs::place::Area;
use headwater::strata::{SEXES, Sex};
use headwater::value::outcomes::{Outcomes, Selection, Series, Strata};

use super::{cells, shipped};
use crate::support::close::relative;

/// Three neighbours, one of them a county, of very different sizes and mixes of fifths.
const PARTS: [&str; 3] = [shipped::OLDHAM, "E08000005", "E10000017"];
const YEARS: usize = 30;

/// Floating-point sums in another order.
const SUM: f64 = 1e-9;

/// Series that count things; the others are years of life.
fn adds(series: &Series) -> bool {
    !matches!(series.info.unit, "years")
}

fn selections(series: &Series) -> Vec<Selection> {
    match series.info.strata {
        Strata::Cells => cells().chain([Selection::default()]).collect(),
        Strata::Sex => vec![Selection { sex: Some(Sex::Female), ..Selection::default() }, Selection::default()],
        _ => vec![Selection::default()],
    }
}

#[test]
fn everything_counted_is_the_sum_of_the_parts_in_every_cell_and_year() {
    let parts: Vec<Outcomes> = PARTS.iter().map(|code| shipped::run(&[code], YEARS)).collect();
    let joined = shipped::run(&PARTS, YEARS);
    let mut compared = 0;
    for series in joined.series.iter().filter(|series| adds(series)) {
        let id = &series.info.id;
        for selection in selections(series) {
            for year in 0..YEARS {
                let sum: f64 = parts.iter().map(|part| shipped::value(part, id, year, selection)).sum();
                let whole = shipped::value(&joined, id, year, selection);
                let off = relative(whole, sum);
                assert!(off <= SUM, "{id} year {year} {selection:?}: {whole}, parts {sum}, off by {off:e}");
                compared += 1;
            }
        }
    }
    println!("{compared} sums compared");
    assert!(compared > 20 * 190 * YEARS, "{compared}");
}

#[test]
fn life_expectancy_of_the_whole_lies_between_those_of_the_parts() {
    let parts: Vec<Outcomes> = PARTS.iter().map(|code| shipped::run(&[code], 1)).collect();
    let joined = shipped::run(&PARTS, 1);
    for id in ["life_expectancy_birth", "life_expectancy_65", "healthy_life_expectancy_birth"] {
        for sex in SEXES {
            let of_sex = Selection { sex: Some(sex), ..Selection::default() };
            let of_parts: Vec<f64> = parts.iter().map(|part| shipped::value(part, id, 0, of_sex)).collect();
            let whole = shipped::value(&joined, id, 0, of_sex);
            let (low, high) =
                (of_parts.iter().copied().fold(f64::MAX, f64::min), of_parts.iter().copied().fold(0.0, f64::max));
            assert!(low < whole && whole < high, "{id} {sex}: {whole}, parts {of_parts:?}");
        }
    }
}

#[test]
fn the_order_of_joining_does_not_matter() {
    let one = shipped::run(&PARTS, 5);
    let other = shipped::run(&[PARTS[2], PARTS[0], PARTS[1]], 5);
    for series in &one.series {
        for selection in [Selection { sex: Some(Sex::Male), ..Selection::default() }, Selection::default()] {
            let pair = (series.value(4, selection), other.get(&series.info.id).unwrap().value(4, selection));
            match pair {
                (Some(a), Some(b)) => assert!(relative(a, b) < 1e-12, "{}: {a} and {b}", series.info.id),
                (a, b) => assert_eq!(a, b, "{}", series.info.id),
            }
        }
    }
}

#[test]
fn rates_of_an_area_are_weighted_by_residents_and_pounds_are_added() {
    let area = shipped::area(&PARTS);
    let parts = area.parts();
    let people: f64 = parts.iter().map(|part| part.residents()).sum();
    let smoking: f64 =
        parts.iter().map(|part| part.indicator("smoking_adult_aps").unwrap() * part.residents()).sum::<f64>() / people;
    assert!(relative(area.indicator("smoking_adult_aps").unwrap(), smoking) < SUM);
    let pounds: f64 = parts.iter().map(|part| part.pounds("public_health_net_gbp").unwrap()).sum();
    assert!(relative(area.pounds("public_health_net_gbp").unwrap(), pounds) < SUM);
    let index: f64 =
        parts.iter().map(|part| part.pounds("nhs_need_index_ga").unwrap() * part.residents()).sum::<f64>() / people;
    assert!(relative(area.pounds("nhs_need_index_ga").unwrap(), index) < SUM, "an index is no sum");
    assert!((area.quintile_shares().iter().sum::<f64>() - 1.0).abs() < SUM);
    assert!(relative(area.residents(), people) < SUM);
}

#[test]
fn what_cannot_be_joined_is_refused_with_a_reason() {
    let oldham = || shipped::place(shipped::OLDHAM);
    for (parts, reason) in [
        (Vec::new(), "at least one"),
        (vec![oldham(), oldham()], "stands twice"),
        (vec![oldham(), shipped::place(shipped::ENGLAND)], "already contains"),
    ] {
        let faults = Area::join(parts).unwrap_err();
        assert!(faults.to_string().contains(reason), "{faults}");
    }
}
