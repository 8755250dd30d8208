//! Figures of a run that can be worked on paper from the packs, and sizes known from outside.

use headwater::inputs::place::Place;
use headwater::model::baseline;
use headwater::model::tables::Tables;
use headwater::strata::Sex;
use headwater::value::outcomes::{Outcomes, Selection};

use super::{alone, cells, shipped};
use crate::support::close::{assert_close, relative};

fn oldham_with(tables: &Tables, years: usize) -> Outcomes {
    baseline::run(&alone(&shipped::place(shipped::OLDHAM)), tables, years)
}

/// The value of a parameter of the shipped evidence.
fn parameter(id: &str) -> f64 {
    shipped::evidence().value(id).unwrap_or_else(|faults| panic!("{faults}"))
}

/// A year of the deflator series.
fn deflator(year: &str) -> f64 {
    let prices = shipped::evidence().tables.get("prices").expect("prices");
    let is_it =
        |row: &usize| prices.word("series", *row) == Some("gdp_deflator") && prices.word("year", *row) == Some(year);
    prices.numbers("index").expect("index")[(0..prices.rows()).find(is_it).expect("the year")]
}

#[test]
fn residents_between_published_years_lie_on_a_straight_line() {
    // Girls under five in Oldham: 7,492 in 2025 and 7,270 in 2028, so 7,492 - 222 / 3 = 7,418 in 2026; 7,269 in 2033, so
    // 7,270 - 1 / 5 = 7,269.8 in 2029.
    let run = shipped::run(&[shipped::OLDHAM], 4);
    let girls = Selection { sex: Some(Sex::Female), band: Some(0), quintile: None };
    assert_close(shipped::value(&run, "population", 0, girls), 7418.0, 1e-12, "2026");
    assert_close(shipped::value(&run, "population", 2, girls), 7270.0, 1e-12, "2028");
    assert_close(shipped::value(&run, "population", 3, girls), 7269.8, 1e-12, "2029");
    let born = shipped::value(&run, "births", 0, Selection { sex: Some(Sex::Female), ..Selection::default() });
    assert_close(born, 7418.0 / 5.0, 1e-12, "births: one fifth of the under-fives");
}

#[test]
fn residents_of_a_fifth_are_the_place_s_share_of_it() {
    let run = shipped::run(&[shipped::OLDHAM], 1);
    let all = shipped::total(&run, "population", 0);
    for (quintile, share) in shipped::place(shipped::OLDHAM).quintile_shares.into_iter().enumerate() {
        let fifth =
            shipped::value(&run, "population", 0, Selection { quintile: Some(quintile), ..Selection::default() });
        assert_close(fifth, share * all, 1e-12, "residents of a fifth");
    }
}

#[test]
fn death_rates_of_2026_stand_four_years_of_trend_below_the_published() {
    // Published life expectancy is that of 2021-2023, centred on mid-2022.
    let trend = parameter("base.mortality_trend_share");
    let still = oldham_with(&Tables { mortality_trend: 0.0, ..shipped::tables().clone() }, 2);
    let moving = oldham_with(shipped::tables(), 2);
    for cell in cells() {
        for (year, years) in [(0, 4), (1, 5)] {
            let expected = shipped::value(&still, "deaths", year, cell) * headwater::math::pow_int(1.0 + trend, years);
            assert_close(shipped::value(&moving, "deaths", year, cell), expected, 1e-12, "deaths");
        }
    }
}

#[test]
fn hospital_use_per_person_grows_by_its_own_rate_and_by_nothing_else() {
    let growth = parameter("acute.growth_non_demographic");
    let run = shipped::run(&[shipped::OLDHAM], 11);
    for id in ["emergency_admissions", "bed_days", "ae_attendances"] {
        for cell in cells() {
            let rate = |year| shipped::value(&run, id, year, cell) / shipped::value(&run, "population", year, cell);
            assert!(relative(rate(10) / rate(0), headwater::math::pow_int(1.0 + growth, 10)) < 1e-12, "{id} {cell:?}");
        }
    }
}

#[test]
fn england_s_residents_of_mid_2023_make_the_national_totals() {
    let england = Place { projection: None, ..shipped::place(shipped::ENGLAND) };
    let run = baseline::run(&alone(&england), shipped::tables(), 1);
    for (id, total) in [
        ("emergency_admissions", parameter("england.emergency_admissions")),
        ("ae_attendances", parameter("england.ae_attendances")),
        ("occupied_beds", parameter("england.beds_occupied_2023_24")),
    ] {
        assert!(
            relative(shipped::total(&run, id, 0), total) < 1e-6,
            "{id}: {} of {total}",
            shipped::total(&run, id, 0)
        );
    }
}

#[test]
fn a_place_s_hospital_use_does_not_depend_on_its_mix_of_fifths_which_its_need_already_contains() {
    let oldham = shipped::place(shipped::OLDHAM);
    let rich = Place { quintile_shares: [0.0, 0.0, 0.1, 0.2, 0.7], ..oldham.clone() };
    let (one, other) = (oldham_with(shipped::tables(), 1), baseline::run(&alone(&rich), shipped::tables(), 1));
    for id in ["emergency_admissions", "bed_days", "ae_attendances"] {
        assert_close(shipped::total(&other, id, 0), shipped::total(&one, id, 0), 1e-12, id);
    }
    // Within the place the poorest use most.
    for id in ["emergency_admissions", "bed_days"] {
        let rate = |quintile| {
            let of = Selection { quintile: Some(quintile), ..Selection::default() };
            shipped::value(&one, id, 0, of) / shipped::value(&one, "population", 0, of)
        };
        assert!(rate(0) > rate(2) && rate(2) > rate(4), "{id}");
    }
}

#[test]
fn acute_spending_is_england_s_in_this_year_s_prices_shared_out() {
    let figure = shipped::evidence().parameters.get("england.acute_spend").expect("acute spending");
    let year = figure.price_year.as_ref().expect("money has a price year").word();
    let expected = figure.value * deflator("2024-25") / deflator(year);
    assert_close(shipped::total(shipped::england(), "money.acute_hospital_gbp", 0), expected, 1e-12, "England");
    // model.md B1: about £75bn for England, about £304m for Oldham in a trial on the same data.
    assert!((70e9..80e9).contains(&expected), "{expected}");
    let oldham = shipped::total(&shipped::run(&[shipped::OLDHAM], 1), "money.acute_hospital_gbp", 0);
    assert!((290e6..320e6).contains(&oldham), "{oldham}");
}

#[test]
fn an_older_council_return_is_brought_to_this_year_s_prices() {
    // Slough's latest return is for 2023-24: £7,786,000 of public health.
    let slough = shipped::run(&["E06000039"], 1);
    let expected = 7_786_000.0 * deflator("2024-25") / deflator("2023-24");
    assert_close(shipped::total(&slough, "money.public_health_net_gbp", 0), expected, 1e-12, "Slough");
    assert_eq!(shipped::total(&shipped::run(&[shipped::OLDHAM], 1), "money.public_health_net_gbp", 0), 19_776_000.0);
}

#[test]
fn oldham_is_of_the_size_of_the_trial() {
    // model.md B9: about 32,000 emergency admissions and 376 beds, ageing adding 25 beds by 2031. The trial used another
    // source for local use; the same order of size is what can be asked.
    let run = shipped::run(&[shipped::OLDHAM], 6);
    let (admissions, beds) =
        (shipped::total(&run, "emergency_admissions", 0), shipped::total(&run, "occupied_beds", 0));
    assert!((27_000.0..37_000.0).contains(&admissions), "{admissions}");
    assert!((330.0..430.0).contains(&beds), "{beds}");
    let more = shipped::total(&run, "occupied_beds", 5) - beds;
    assert!((10.0..40.0).contains(&more), "{more} more by 2031");
}
