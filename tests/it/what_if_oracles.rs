//! What a scenario changes, worked out again another way: by numerical integration, by hand from the pack, and by following
//! every cohort to its end.

use headwater::inputs::place::Area;
use headwater::math;
use headwater::model::disease::DiseaseBurden;
use headwater::model::tables::{Cells, NO_CELLS};
use headwater::model::three_state::{Hazards, State, advance};
use headwater::model::what_if::delivery::{LAST_USEFUL, reached};
use headwater::model::what_if::exposure::{Changed, Outcome, Risk};
use headwater::model::what_if::kernel::{Kernel, Timing};
use headwater::model::what_if::plan::Plan;
use headwater::model::what_if::run::WhatIf;
use headwater::strata::{AGES, LAST_AGE, SEXES};

use crate::support::close::assert_close;
use crate::support::shipped::{OLDHAM, area, evidence};
use crate::support::what_if::{accounts, in_year, new_money, run, with_run};

/// Effect alive in year `n` by the midpoint rule: people start evenly through year 0, the year's mean is taken.
fn by_midpoints(n: usize, timing: Timing, build_up: Option<f64>) -> f64 {
    const STEPS: usize = 400;
    let alive = |x: f64| {
        let since = x - timing.lag;
        let built = build_up.map_or(1.0, |years| 1.0 - math::pow(2.0, -since / years));
        // Where start and time share a slice, half of it is after the start.
        let passed = if since.abs() < 1e-9 { 0.5 } else { f64::from(since > 0.0) };
        let faded = (x - timing.lag.max(timing.held)).max(0.0);
        passed * math::pow(2.0, -faded / timing.half_life) * built
    };
    let middle = |step: usize| (step as f64 + 0.5) / STEPS as f64;
    let mut total = 0.0;
    for start in 0..STEPS {
        for time in 0..STEPS {
            total += alive(n as f64 + middle(time) - middle(start));
        }
    }
    total / (STEPS * STEPS) as f64
}

#[test]
fn kernel_is_the_mean_over_starts_and_the_year() {
    for (lag, held, half_life, build_up) in [
        (0.0, 0.0, 1.0, None),
        (0.5, 0.0, 23.1, Some(5.0)),
        (0.25, 0.0, 2.0, None),
        (1.0, 0.5, 5.0, None),
        (2.6, 0.0, 10.0, Some(1.5)),
        (0.75, 0.0, 1e9, None),
        (0.5, 5.0, 5.0, None),
        (0.5, 1.0, 23.1, Some(5.0)),
        (0.3, 1.75, 2.0, Some(0.7)),
        (0.0, 3.2, 0.5, None),
    ] {
        let timing = Timing { lag, held, half_life };
        let kernel = Kernel::new(timing, build_up);
        for n in 0..8 {
            let slow = by_midpoints(n, timing, build_up);
            assert!((kernel.share(n) - slow).abs() < 1e-5, "{timing:?}, year {n}: {} not {slow}", kernel.share(n));
        }
        // Once everybody is past the lag nothing but fading is left, and all of it together is the area under e(x): whole
        // from the lag to the time it was measured, then fading, less what is still to be built up.
        let all: f64 = (0..4000).map(|n| kernel.share(n)).sum();
        let fade = std::f64::consts::LN_2 / half_life;
        let whole = (held - lag).max(0.0);
        let unbuilt = |years: f64| {
            let build = std::f64::consts::LN_2 / years;
            let left = math::exp(-build * whole);
            (1.0 - left) / build + left / (fade + build)
        };
        let area = whole + 1.0 / fade - build_up.map_or(0.0, unbuilt);
        assert!(half_life > 100.0 || (all / area - 1.0).abs() < 1e-9, "area {area}, sum {all}");
    }
}

/// Everybody who started in year 0 has the whole effect until the first of them passes the time at which it was measured.
#[test]
fn an_effect_is_whole_until_it_was_measured_and_halves_after() {
    let timing = Timing { lag: 0.5, held: 5.0, half_life: 5.0 };
    let (held, faded) = (Kernel::new(timing, None), Kernel::new(Timing { held: 0.0, ..timing }, None));
    for n in 2..=4 {
        assert_close(held.share(n), 1.0, 1e-12, "held");
        assert!(faded.share(n) < 0.85, "without a time it fades from the onset");
    }
    assert!(held.share(5) < 1.0 && held.share(5) > 0.97);
    for n in 6..40 {
        assert_close(held.share(n + 5) / held.share(n), 0.5, 1e-9, "halves in a half-life");
        assert_close(held.share(n) / faded.share(n), math::pow(2.0, 4.5 / 5.0), 1e-9, "4.5 years behind");
    }
}

#[test]
fn delivery_curve_is_smooth_and_ends() {
    let step = 1e-6;
    let people = |x: f64| reached(x * 7.0 * 100.0, 7.0, 100.0);
    assert_close(
        people(0.5 + step) - people(0.5 - step),
        2.0 * step * 100.0,
        1e-9,
        "the same slope on both sides of a half",
    );
    assert_close(people(0.3), 30.0, 1e-12, "every pound the same below a half");
    // 1 - 0.5 exp(-1.15 / 0.5) = 1 - 0.5 x 0.1002588 = 0.9498706
    assert_close(people(LAST_USEFUL), 94.987_06, 1e-6, "where money stops");
    assert_close(LAST_USEFUL, 1.65, 0.0, "where money stops");
}

#[test]
fn the_wait_of_hospital_health_adds_to_one() {
    with_run(&area(&[OLDHAM]), "{}", |plan, _| {
        let all: f64 = (0..141).map(|n| plan.acute.profile(n)).sum();
        let mean: f64 = (0..141).map(|n| (n as f64 + 0.5) * plan.acute.profile(n)).sum();
        assert_close(all, 1.0, 1e-6, "sum");
        assert_close(mean, 7.0, 0.01, "mean wait in years");
    });
}

/// Men of 50 in fifth 2: (sum p RR - sum p' RR) / sum p RR, the unexposed at RR 1.
#[test]
fn fraction_of_a_cell_by_its_definition() {
    with_run(&area(&[OLDHAM]), "{}", |plan, _| {
        let base = plan.ground.years[0].clone();
        let (sex, quintile, age) = (1, 1, 50);
        let position = plan.risks.position[1].expect("inactivity");
        let risk = plan.risks.inactivity.iter().find(|risk| risk.excess[sex][age] > 0.0).expect("a risk at 50");
        let mut active: Cells = NO_CELLS;
        active[sex][quintile][age] = 0.01 * base.residents[sex][quintile][age];
        let mut changed = Changed::new(None, &plan.risks);
        for _ in 0..=risk.lag {
            changed.year(None, Some(Box::new(active)), None, None);
        }
        changed.weigh(&plan.risks, &base.exposed, false, 0);
        let per_resident = base.residents.map(|fifths| fifths.map(|row| row.map(|people| 1.0 / people)));
        let kept = changed.kept(risk.outcome, &plan.risks, &per_resident, 0).expect("something changed");
        let (p, rr) = (base.exposed[position][sex][quintile][age], 1.0 + risk.excess[sex][age]);
        let mean = |p: f64| p * rr + (1.0 - p);
        assert_close(1.0 - kept[sex][quintile][age], (mean(p) - mean(p - 0.01)) / mean(p), 1e-12, "fraction");
        assert_eq!(kept[sex][quintile][age + 1], 1.0);
    });
}

/// Housing First in Kent with £500,000 of new money, in the year 2026, worked out from the pack in a plain script:
///
/// * residents 2026: a third of the way from 2025 to 2028 = 1,648,629 (fifths 15.89, 20.79, 26.40, 21.29, 15.63%)
/// * room: residents x 0.0004 x (0.15 - 0.0375); money by residents x 4^((3-q)/4)
/// * a place: £14,000 of 2021-22 x 109.552 / 93.629 = £16,380.91
/// * spending over unit cost x room is 0.745, 0.527, 0.373, 0.263, 0.186 for rooms of 11.79, 15.42, 19.59, 15.79, 11.60; above
///   0.5 people are room x (1 - 0.5 exp(-(x - 0.5) / 0.5)): 8.178 + 8.114 + 7.296 + 4.160 + 2.160 = 29.908
/// * in the first year 0.75 of it works (a quarter of a year's lag): admissions 1.2 x (1 - 0.82), A&E 4 x (1 - 0.63) a person
/// * an admission £2,931 of 2016-17 x 109.552 / 84.335, A&E £114 of 2023-24 x 109.552 / 105.298
#[test]
fn housing_first_by_hand() {
    let json = new_money("housing_first", 5e5, 12);
    let what_if = run(&area(&["E10000016"]), &json);
    let people = in_year(&what_if, "people_reached.housing_first", 0);
    assert_close(people, HAND.0, 1e-3, "people with a home");
    assert_close(in_year(&what_if, "emergency_admissions", 0), -HAND.1, 1e-3, "admissions");
    assert_close(in_year(&what_if, "ae_attendances", 0), -HAND.2, 1e-3, "A&E");
    assert_close(in_year(&what_if, "bed_days", 0), -5.79 * HAND.1, 1e-3, "bed-days");
    assert_close(what_if.money[0].averted, HAND.3, 1e-3, "pounds of hospital activity");
    let other =
        what_if.ledger.rows.iter().filter(|row| row.line.starts_with("other public")).map(|row| row.by_year[0]).sum();
    assert_close(other, HAND.4, 1e-3, "other public money, a quarter of the published £9,000");
    for year in 1..12 {
        let steady = in_year(&what_if, "people_reached.housing_first", year) * 1.2 * 0.18;
        let avoided = -in_year(&what_if, "emergency_admissions", year);
        assert!(
            avoided > 0.97 * steady && avoided < 1.06 * steady,
            "year {year}: {avoided}, supported people avoid {steady}"
        );
    }
}

/// Stop smoking in Kent, £500,000 once: 500,000 / 250 = 2,000 take part while no fifth is past half its room; 0.05 x 0.65 of
/// them stop for good: 65. Each avoids 0.05 admissions a year at full effect, which is half built after 5 years and halves in
/// 23.1 after the first year, when they were counted: in year 10 1.625e-3 x 2^(-9 / 23.1) x (1 - 2^(-9.5 / 5)) x 2,000 = 1.82,
/// less those who died.
#[test]
fn stop_smoking_by_hand() {
    let what_if = run(&area(&["E10000016"]), &new_money("stop_smoking", 5e5, 1));
    assert_close(in_year(&what_if, "people_reached.stop_smoking", 0), 2000.0, 1e-3, "people who take part");
    let alone = new_money("stop_smoking", 5e5, 1).replacen('{', r#"{"switches":{"added_life_costs":"left_out"},"#, 1);
    let avoided = -in_year(&run(&area(&["E10000016"]), &alone), "emergency_admissions", 10);
    assert!(avoided > 0.8 * 1.82 && avoided < 1.82, "{avoided} admissions avoided in year 10");
    // Those who live longer use hospitals too.
    assert!(-in_year(&what_if, "emergency_admissions", 10) < avoided);
    let (_, years) = accounts(&what_if, "life_years_prevention");
    let (_, qalys) = accounts(&what_if, "qalys_prevention");
    // Quitting at 40 is worth about 9 years; ages up to the oldest, and half of the extra quits gone in 23 years.
    assert!(years / 65.0 > 2.0 && years / 65.0 < 7.0, "{years} years of life for 65 who stop");
    assert!(qalys > 0.5 * years && qalys < 0.95 * years, "{qalys} healthy years of {years}");
}

/// Warm homes with more money than use: each year 0.05 - 0.0125 of eligible homes, times 0.94987, until few are left.
#[test]
fn warm_homes_add_up_to_the_eligible() {
    with_run(&area(&[OLDHAM]), &new_money("warm_homes", 1e9, 30), |plan, what_if| {
        let flow = what_if.flows.get("people_reached.warm_homes").expect("a flow");
        let residents = |year: usize| plan.ground.years[year].residents.iter().flatten().flatten().sum::<f64>();
        let mut homes = 0.0;
        for year in 0..20 {
            homes += flow.year(year) / 2.36;
            let hand: f64 = (0..=year).map(|t| 0.13 * residents(t) / 2.36 * 0.0375 * 0.949_870_6).sum();
            assert_close(homes / hand, 1.0, 1e-6, &format!("homes treated by year {year}"));
        }
        let all: f64 = flow.sum(30, 0.0) / 2.36;
        let eligible = 0.13 * residents(29) / 2.36;
        assert!(all > 0.95 * eligible && all <= eligible * (1.0 + 1e-9), "{all} homes of {eligible}");
        assert!(what_if.money[29].spent < 0.3 * what_if.money[0].spent, "in the end the money has nowhere to go");
    });
}

/// Years of life from one year of stop smoking, by following every cohort of Oldham on its own, not by survival ratios.
#[test]
fn one_year_of_quitting_followed_cohort_by_cohort() {
    let area: Area = area(&[OLDHAM]);
    with_run(&area, &new_money("stop_smoking", 2e5, 1), |plan, what_if| {
        let (years, deaths) = Followed::new(plan, what_if).everybody();
        assert_close(accounts(what_if, "life_years_prevention").1 / years, 1.0, 2e-3, "years of life");
        let premature = accounts(what_if, "deaths_under_75").1;
        assert!(deaths < 0.0 && premature < 0.0, "deaths before 75: {premature}, followed {deaths}");
    });
}

/// What following a cohort needs.
struct Followed<'a> {
    plan: &'a Plan<'a>,
    base: headwater::model::baseline::BaseYear,
    start: DiseaseBurden<'a, 1>,
    quitters: Cells,
    fade: f64,
}

impl<'a> Followed<'a> {
    fn new(plan: &'a Plan<'a>, what_if: &WhatIf) -> Followed<'a> {
        let base = plan.ground.years[0].clone();
        let value = |id: &str| evidence().value(id).expect("in the pack");
        let share = 0.05 * value("stop_smoking.persistence_share");
        let smoking = &base.exposed[plan.risks.position[0].expect("smoking")];
        let reached = what_if.flows.get("people_reached.stop_smoking").expect("a flow").by_year[0];
        let mut quitters = NO_CELLS;
        for quintile in 0..5 {
            let smokers = |sex: usize, age: usize| base.residents[sex][quintile][age] * smoking[sex][quintile][age];
            let all: f64 = (0..2).map(|sex| (18..AGES).map(|age| smokers(sex, age)).sum::<f64>()).sum();
            for sex in 0..2 {
                for age in 18..AGES {
                    quitters[sex][quintile][age] = reached[quintile] * share * smokers(sex, age) / all;
                }
            }
        }
        let start = DiseaseBurden::stationary(&plan.tables.diseases);
        let fade = math::pow(0.5, 1.0 / value("stop_smoking.half_life"));
        Followed { plan, base, start, quitters, fade }
    }

    /// Extra years lived and change of deaths before 75.
    fn everybody(&self) -> (f64, f64) {
        let mut total = (0.0, 0.0);
        for sex in SEXES {
            for quintile in 0..5 {
                for age in 0..AGES {
                    let (years, deaths) = self.cohort(sex.index(), quintile, age);
                    total = (total.0 + years, total.1 + deaths);
                }
            }
        }
        total
    }

    fn cohort(&self, sex: usize, quintile: usize, start_age: usize) -> (f64, f64) {
        let lived = |rate: f64| -math::exp_m1(-rate) / rate;
        let people = self.base.residents[sex][quintile][start_age];
        let quit = self.quitters[sex][quintile][start_age] / people;
        if quit == 0.0 {
            return (0.0, 0.0);
        }
        let mut states: Vec<[State<1>; 2]> = (0..self.plan.tables.diseases.len())
            .map(|disease| [State::with_prevalence(self.start.by_age(disease, sex, quintile)[start_age].prevalence); 2])
            .collect();
        let alive = people / lived(self.base.mortality[sex][quintile][start_age]);
        let mut alive = (alive, alive);
        let mut gained = (0.0, 0.0);
        for t in 0..=(LAST_AGE - start_age) {
            let age = start_age + t;
            let trend = math::pow_int(1.0 + self.plan.tables.mortality_trend, t as u32);
            let rate = self.base.mortality[sex][quintile][age] * trend;
            // Counted after a year: until then all of them are extra.
            let now = quit * math::pow_int(self.fade, t.saturating_sub(1) as u32);
            let changed = rate + self.change(&mut states, (sex, quintile, age), t, now, rate);
            let deaths = (alive.0 * -math::exp_m1(-rate), alive.1 * -math::exp_m1(-changed));
            gained.0 += alive.1 * lived(changed) - alive.0 * lived(rate);
            gained.1 += if age < 75 { deaths.1 - deaths.0 } else { 0.0 };
            alive = (alive.0 - deaths.0, alive.1 - deaths.1);
        }
        gained
    }

    /// Share of an outcome's risk that is gone when `quit` of the people stopped smoking `t` years ago.
    fn fraction(&self, risk: &Risk, (sex, quintile, age): (usize, usize, usize), t: usize, quit: f64) -> f64 {
        let left = |year: usize| risk.left.get(year).or(risk.left.last()).copied().expect("a curve");
        let gone = if t == 0 { 0.25 * (1.0 - left(1)) } else { 1.0 - 0.5 * (left(t) + left(t + 1)) };
        let smoking = self.base.exposed[self.plan.risks.position[0].expect("smoking")][sex][quintile][age];
        let excess = risk.excess[sex][age];
        quit * gone * excess / (1.0 + smoking * excess)
    }

    /// Change of all-cause mortality in year `t`; the diseases move one year on from year 1.
    fn change(&self, states: &mut [[State<1>; 2]], cell: (usize, usize, usize), t: usize, quit: f64, rate: f64) -> f64 {
        let (sex, quintile, age) = cell;
        let trend = math::pow_int(1.0 + self.plan.tables.mortality_trend, t as u32);
        let (mut change, mut modelled) = (0.0, 0.0);
        for (index, rates) in self.plan.tables.diseases.iter().enumerate() {
            if !rates.sexes.contains(&SEXES[sex]) || age < rates.first_age {
                continue;
            }
            let scale = self.base.death_scale[index][sex][quintile][age];
            let risk = self.plan.risks.smoking.iter().find(|risk| risk.outcome == Outcome::Disease(index));
            let kept = 1.0 - risk.map_or(0.0, |risk| self.fraction(risk, cell, t, quit));
            if age == rates.first_age {
                states[index] = [State::with_prevalence([rates.stored_prevalence[sex][quintile][age]]); 2];
            }
            let mut died = [0.0; 2];
            for (lane, factor) in [1.0, kept].into_iter().enumerate() {
                if t == 0 {
                    died[lane] = self.start.by_age(index, sex, quintile)[age].mortality_rate[0];
                    continue;
                }
                let hazards = Hazards {
                    incidence: [trend * factor * rates.incidence_rate[sex][quintile][age]],
                    remission: [rates.remission_rate[sex][quintile][age]],
                    case_fatality: [trend * rates.case_fatality_rate[sex][quintile][age]],
                };
                died[lane] = -math::ln(advance(&hazards, &mut states[index][lane]).survival_share[0]);
            }
            modelled += scale * died[0];
            change += scale * (died[1] - died[0]);
        }
        let other = self.plan.risks.smoking.iter().find(|risk| risk.outcome == Outcome::OtherCauses);
        change - other.map_or(0.0, |risk| self.fraction(risk, cell, t, quit)) * (rate - modelled).max(0.0)
    }
}

/// People, admissions, A&E attendances, pounds of hospital activity and other public pounds of the first year.
const HAND: (f64, f64, f64, f64, f64) = (29.907_54, 4.845_022, 33.197_37, 22_384.32, 50_468.98);
