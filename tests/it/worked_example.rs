//! The worked example of docs/METHOD.md: every number in its tables is the one the model gives.

use headwater::math;
use headwater::model::baseline::BaseYear;
use headwater::model::disease::DiseaseBurden;
use headwater::model::three_state::{Hazards, State, advance};
use headwater::model::what_if::delivery::{eligible_units, reached};
use headwater::model::what_if::exposure::Outcome;
use headwater::model::what_if::kernel::Kernel;
use headwater::model::what_if::plan::Plan;
use headwater::model::what_if::run::WhatIf;

use crate::support::shipped::{OLDHAM, area, bytes};
use crate::support::what_if::{accounts, in_year, new_money, with_run};

/// Money a year, and years.
const MONEY: (f64, usize) = (5e5, 3);
/// The cell of the disease route: men, poorest fifth, their age in 2027.
const CELL: (usize, usize, usize) = (1, 0, 61);

/// The section of the page.
fn section() -> String {
    let page = String::from_utf8(bytes("docs/METHOD.md")).unwrap();
    let start = page.find("### Worked example").expect("the section is there");
    page[start..].split("\n## ").next().unwrap().to_string()
}

/// Fails unless the row of a step ends with these numbers, written with as many decimals as the page has.
#[track_caller]
fn assert_row(section: &str, step: &str, ours: &[f64]) {
    let row = section.lines().find(|line| line.starts_with(&format!("| {step} |"))).expect(step);
    let cell = row.trim_end_matches([' ', '|']).rsplit('|').next().unwrap().trim();
    let said: Vec<&str> = cell.split("; ").collect();
    assert_eq!(said.len(), ours.len(), "{step}: {cell}");
    for (text, own) in said.iter().zip(ours) {
        let plain = text.replace(',', "");
        let decimals = plain.split_once('.').map_or(0, |(_, digits)| digits.len());
        assert_eq!(plain, format!("{own:.decimals$}"), "{step}");
    }
}

#[test]
fn money_to_people_to_hospital() {
    let section = section();
    with_run(&area(&[OLDHAM]), &new_money("stop_smoking", MONEY.0, MONEY.1), |plan, what_if| {
        let component = &plan.components[0];
        let base = &plan.ground.years[0];
        let smokers =
            eligible_units(component.record, &component.reach, &base.residents, |_| Some(smokers(plan, base)), 1.0);
        assert_row(&section, "smokers, 2026", &smokers);
        let room = smokers.map(|people| people * component.reach.room);
        assert_row(&section, "room", &room);
        let weights: [f64; 5] = std::array::from_fn(|q| smokers[q] * math::pow(1.5, (2.0 - q as f64) / 4.0));
        let pounds = weights.map(|weight| MONEY.0 * weight / weights.iter().sum::<f64>());
        assert_row(&section, "pounds", &pounds);
        let people: [f64; 5] = std::array::from_fn(|q| reached(pounds[q], component.reach.unit_cost, room[q]));
        assert_row(&section, "people", &people);
        assert_row(&section, "people, all fifths", &[in_year(what_if, "people_reached.stop_smoking", 0)]);
        let quitters = people.iter().sum::<f64>() * 0.05 * 0.65;
        assert_row(&section, "lasting quitters", &[quitters]);
        let hospital =
            component.effects.iter().find(|effect| effect.id == "stop_smoking.hosp_default").expect("an effect");
        let kernel = Kernel::new(hospital.timing, component.build_up);
        assert_row(&section, "K(0), K(1), K(2)", &[0, 1, 2].map(|n| kernel.share(n)));
        assert_row(&section, "admissions avoided, 2026", &[quitters * 0.05 * kernel.share(0)]);
        assert_row(&section, "pounds of hospital activity, 2026", &[what_if.money[0].averted]);
    });
}

fn smokers(plan: &Plan<'_>, base: &BaseYear) -> headwater::model::tables::Cells {
    let mut cells = base.residents;
    let shares = &base.exposed[plan.risks.position[0].expect("smoking")];
    for (people, share) in cells.iter_mut().flatten().flatten().zip(shares.iter().flatten().flatten()) {
        *people *= share;
    }
    cells
}

/// Lasting quitters of a year in a cell: its part of the fifth's smokers.
fn quitters(plan: &Plan<'_>, what_if: &WhatIf, year: u32, (sex, fifth, age): (usize, usize, usize)) -> f64 {
    let cells = smokers(plan, &plan.ground.years[year as usize]);
    let all: f64 = (0..2).map(|sex| cells[sex][fifth][18..].iter().sum::<f64>()).sum();
    let people = what_if.flows.get("people_reached.stop_smoking").expect("a flow").by_year[year as usize][fifth];
    people * cells[sex][fifth][age] / all * 0.05 * 0.65
}

/// Years lived in a year per person alive at its start.
fn lived(rate: f64) -> f64 {
    -math::exp_m1(-rate) / rate
}

#[test]
fn quitters_to_lung_cancer_in_one_cell() {
    let section = section();
    with_run(&area(&[OLDHAM]), &new_money("stop_smoking", MONEY.0, MONEY.1), |plan, what_if| {
        let (sex, fifth, age) = CELL;
        let (before, now) = (&plan.ground.years[0], &plan.ground.years[1]);
        let residents = now.residents[sex][fifth][age];
        let share = now.exposed[plan.risks.position[0].expect("smoking")][sex][fifth][age];
        assert_row(&section, "residents", &[residents]);
        assert_row(&section, "share smoking", &[share]);
        let first = quitters(plan, what_if, 0, (sex, fifth, age - 1));
        let second = quitters(plan, what_if, 1, CELL);
        let rate = before.mortality[sex][fifth][age - 1];
        let carried = math::exp(-rate) * lived(now.mortality[sex][fifth][age]) / lived(rate);
        let left = first * carried; // counted after a year: until then all of them are extra
        assert_row(&section, "quitters of 2026", &[first]);
        assert_row(&section, "left of them a year later", &[left]);
        assert_row(&section, "quitters of 2027", &[second]);
        let lung = plan.tables.diseases.iter().position(|disease| disease.id == "lung_cancer").expect("lung cancer");
        let risk = plan.risks.smoking.iter().find(|risk| risk.outcome == Outcome::Disease(lung)).expect("a risk");
        let gone = [0.25 * (1.0 - risk.left[1]), 1.0 - 0.5 * (risk.left[1] + risk.left[2])];
        assert_row(&section, "risk gone", &gone);
        let excess = risk.excess[sex][age];
        let fraction = (second * gone[0] + left * gone[1]) / residents * excess / (1.0 + share * excess);
        assert_row(&section, "PIF", &[fraction]);
        let start =
            DiseaseBurden::<1>::stationary(&plan.tables.diseases).by_age(lung, sex, fifth)[age - 1].prevalence[0];
        assert_row(&section, "prevalence at 60", &[start]);
        let rates = &plan.tables.diseases[lung];
        let trend = 1.0 + plan.tables.mortality_trend;
        let survival = |factor: f64| {
            let hazards = Hazards {
                incidence: [rates.incidence_rate[sex][fifth][age] * trend * factor],
                remission: [rates.remission_rate[sex][fifth][age]],
                case_fatality: [rates.case_fatality_rate[sex][fifth][age] * trend],
            };
            advance(&hazards, &mut State::with_prevalence([start])).survival_share[0]
        };
        let (base, changed) = (survival(1.0), survival(1.0 - fraction));
        assert_row(&section, "S, base and changed", &[base, changed]);
        let scale = now.death_scale[lung][sex][fifth][age];
        assert_row(&section, "change of mortality", &[scale * (math::ln(base) - math::ln(changed))]);
    });
}

#[test]
fn outcomes_by_year_and_set_in_motion() {
    let section = section();
    with_run(&area(&[OLDHAM]), &new_money("stop_smoking", MONEY.0, MONEY.1), |_, what_if| {
        for id in ["life_years_prevention", "qalys_prevention", "emergency_admissions", "bed_days", "qalys_capacity"] {
            let by_year = [0, 1, 2].map(|year| in_year(what_if, id, year));
            let [first, second, third] = by_year;
            assert_row(&section, &format!("`{id}`"), &[first, second, third, accounts(what_if, id).1]);
        }
    });
}
