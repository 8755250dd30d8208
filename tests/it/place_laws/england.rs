//! Places add up to England.

use headwater::strata::{BANDS, SEXES};
use headwater::value::outcomes::Selection;

use super::{diseases, first_years, shipped};

/// Sum of a series over all places in 2026, relative to England's, less 1.
fn missed(id: &str, selection: Selection) -> f64 {
    let sum: f64 = first_years().iter().map(|(_, run)| shipped::value(run, id, 0, selection)).sum();
    sum / shipped::value(shipped::england(), id, 0, selection) - 1.0
}

#[track_caller]
fn assert_adds_up(id: &str, tolerance: f64) {
    let off = missed(id, Selection::default());
    println!("{id:<40} {off:+.5}");
    assert!(off.abs() <= tolerance, "{id}: places miss England by {off:+.5}, allowed {tolerance}");
}

#[test]
fn residents_add_up_in_every_age_band() {
    assert_adds_up("population", 0.0001);
    assert_adds_up("births", 0.0005);
    for sex in SEXES {
        for band in 0..BANDS {
            // The projections of places are carried from sub-ICB areas and rounded to whole people.
            let off = missed("population", Selection { sex: Some(sex), band: Some(band), quintile: None });
            assert!(off.abs() < 0.001, "{sex} band {band}: {off:+.5}");
        }
    }
}

#[test]
fn hospital_use_adds_up() {
    // Scaled to add up exactly on residents of mid-2023; by 2026 places have grown a little differently from England.
    for id in ["emergency_admissions", "bed_days", "ae_attendances", "occupied_beds"] {
        assert_adds_up(id, 0.002);
    }
}

#[test]
fn acute_spending_adds_up() {
    // Two keys normalised over all places; the totals are kept to nine digits.
    assert_adds_up("money.acute_hospital_gbp", 1e-8);
}

#[test]
fn council_money_adds_up() {
    // Three councils' latest returns are of earlier years: as places they are brought up to 2024-25 prices, while England's
    // figure is the publisher's sum of every council's latest return as it stands.
    for id in ["money.public_health_net_gbp", "money.adult_social_care_net_gbp", "money.childrens_social_care_net_gbp"]
    {
        assert_adds_up(id, 0.003);
    }
}

#[test]
fn deaths_add_up() {
    // Every place is fitted to its own two published life expectancies, England to England's; in between the shapes by age
    // and fifth differ. Under 75 the fit hangs on the rounding of both.
    assert_adds_up("deaths", 0.002);
    assert_adds_up("deaths_under_75", 0.01);
    // COPD and lung cancer lean most on the poorest fifths: see below on mixing fifths at all ages alike.
    for disease in diseases() {
        assert_adds_up(&format!("deaths.{disease}"), 0.015);
    }
}

#[test]
fn people_with_a_disease_add_up_as_far_as_mixing_fifths_at_all_ages_alike_lets_them() {
    // A place's mix of fifths is held the same at all ages. In truth the old live in richer fifths within a place as well as
    // between places; adding places keeps only the second part, which England as one place has not. Up to 2.1% for lung
    // cancer, the steepest by fifth.
    for disease in diseases() {
        assert_adds_up(&format!("living_with.{disease}"), 0.025);
        assert_adds_up(&format!("new_cases.{disease}"), 0.025);
    }
}

#[test]
fn people_exposed_add_up_as_far_as_published_levels_do() {
    // England's level and the places' are separate published estimates of a survey.
    for exposure in &shipped::tables().exposures {
        assert_adds_up(&format!("exposed.{}", exposure.id), 0.015);
    }
}
