//! Where memory is short the diseases of the baseline are worked out beside each run and forgotten: every number stays the same.

use headwater::model::what_if::course::{BaseCourse, TAIL};
use headwater::model::what_if::run::Part;
use headwater::strata::QUINTILES;
use headwater::value::answer::{self, Given, Study};

use crate::support::shipped::{OLDHAM, area, evidence, tables};

const SCILLY: &str = "E06000053";
const CORNWALL: &str = "E06000052";

fn scenarios() -> Vec<String> {
    let pack = evidence();
    let share = 1.0 / pack.programmes.len() as f64;
    let all: Vec<String> = pack.programmes.iter().map(|each| format!(r#""{}":{{"share":{share}}}"#, each.id)).collect();
    let all = format!(r#""shift":{{"share_of_acute":0.02}},"programmes":{{{}}}"#, all.join(","));
    vec![
        format!("{{{all},\"horizon_years\":30}}"),
        format!(r#"{{{all},"horizon_years":7,"assumptions":{{"base.mortality_trend_share":-0.02}}}}"#),
        format!(r#"{{{all},"switches":{{"hospital_route":"disease"}}}}"#),
        r#"{"shift":{"share_of_acute":0.01},"programmes":"evidence_mix"}"#.to_string(),
        "{}".to_string(),
    ]
}

#[test]
fn diseases_worked_out_beside_a_run_change_no_bit() {
    let pack = evidence();
    for codes in [&[OLDHAM][..], &[CORNWALL, SCILLY]] {
        let place = area(codes);
        for json in scenarios() {
            let given = Given::from_json(json.as_bytes(), pack).unwrap();
            let study = Study::new(pack, &given.scenario).unwrap();
            let said = |course_beside: bool| {
                let whole = Part { course_beside, ..Part::default() };
                let brief = Part { course_beside, ..answer::part_of_glimpse(&given.scenario) };
                let said = study.run_part(&place, pack, &given.scenario, whole, |input| answer::answer(input, &given));
                let seen = study.run_part(&place, pack, &given.scenario, brief, |input| answer::glimpse(input, &given));
                (said.unwrap(), seen.unwrap())
            };
            let kept = || study.ground(&place).course_at_hand().is_some();
            let beside = said(true);
            assert!(!kept(), "{json}: all years were kept");
            assert!(beside == said(false), "{json}");
            assert!(kept(), "{json}: nothing was kept for the next run");
        }
    }
}

#[test]
fn a_course_that_is_gone_along_with_is_the_one_that_is_kept() {
    let (diseases, trend) = (&tables().diseases, tables().mortality_trend);
    let all = BaseCourse::new(diseases, trend);
    let mut along = BaseCourse::start(diseases, trend);
    let mut leaping = BaseCourse::start(diseases, trend);
    let mut compared = 0;
    for t in 0..30 + TAIL {
        along.reach(t);
        if t % 7 == 0 {
            leaping.reach(t);
        }
        for disease in 0..diseases.len() {
            for sex in [0, 1].into_iter().filter(|sex| all.follows(disease, *sex)) {
                for quintile in 0..QUINTILES {
                    let at = (disease, sex, quintile);
                    assert_eq!(along.mortality(t, disease, sex, quintile), all.mortality(t, disease, sex, quintile));
                    if t % 7 == 0 {
                        let (own, other) =
                            (leaping.mortality(t, disease, sex, quintile), along.mortality(t, disease, sex, quintile));
                        assert_eq!(own, other, "year {t}");
                    }
                    if t > 0 {
                        let (own, other) = (along.slopes(t, at, 0), all.slopes(t, at, 0));
                        assert_eq!((own.start, own.fall, own.base), (other.start, other.fall, other.base), "year {t}");
                    }
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 141 * 6 * QUINTILES, "{compared} rows");
}
