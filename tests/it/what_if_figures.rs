//! What is kept of a future is all that makes its plan: laid into another plan, it gives the plan that is resolved anew.

use std::borrow::Cow;

use headwater::model::draws::Draws;
use headwater::model::what_if::figures::FiguresReader;
use headwater::model::what_if::plan::Plan;
use headwater::value::answer::Study;

use crate::support::shipped::{OLDHAM, area, evidence};
use crate::support::what_if::try_scenario;

/// Every programme, with children and without, courses and one-offs, effects that deprivation acts on; two kinds of targeting; the
/// other side of every dispute.
fn scenarios() -> Vec<String> {
    let pack = evidence();
    let share = 1.0 / pack.programmes.len() as f64;
    let all: Vec<String> = pack.programmes.iter().map(|each| format!(r#""{}":{{"share":{share}}}"#, each.id)).collect();
    let of = |more: &str| format!(r#"{{"shift":{{"share_of_acute":0.02}},"programmes":{{{}}}{more}}}"#, all.join(","));
    let sides: Vec<String> = pack
        .switches
        .iter()
        .filter_map(|switch| {
            let other = switch.options.iter().rfind(|option| option.id != switch.default)?;
            Some(format!(r#""{}":"{}""#, switch.id, other.id))
        })
        .collect();
    vec![of(""), of(r#","targeting":"proportionate""#), of(&format!(r#","switches":{{{}}}"#, sides.join(",")))]
}

#[test]
fn figures_of_a_future_are_those_of_its_own_plan() {
    let (place, pack) = (area(&[OLDHAM]), evidence());
    let draws = Draws::new(pack, 1, 1..=24).unwrap();
    for json in scenarios() {
        let scenario = try_scenario(&json).unwrap_or_else(|faults| panic!("{json}: {faults}"));
        let study = Study::new(pack, &scenario).unwrap();
        let central = study.plan(&place, pack, &scenario).unwrap();
        let mut reader = FiguresReader::new(&central, pack);
        let (mut plan, mut room) = (central.for_figures(), Vec::new());
        let (mut moved, mut kept) = (0, Vec::new());
        // One after another in the same plan, as futures run: nothing of the one before may stay.
        for draw in draws.rows().filter_map(|row| draws.row(row)) {
            let figures = reader.read(draw);
            kept.push(figures.kept());
            plan.take(&figures, &mut room);
            let ground = Cow::Borrowed(study.ground(&place));
            let own = Plan::in_future(Some(draw), ground, &place, study.tables(), pack, &scenario).unwrap();
            for ((kept, own), central) in plan.components.iter().zip(&own.components).zip(&central.components) {
                assert_eq!(kept.reach, own.reach, "{}", own.record.id);
                assert_eq!((kept.build_up, kept.timing), (own.build_up, own.timing), "{}", own.record.id);
                assert_eq!(kept.effects, own.effects, "{}", own.record.id);
                moved += usize::from(kept.reach != central.reach) + usize::from(kept.effects != central.effects);
            }
            assert_eq!(plan.acute, own.acute);
            assert_eq!((&plan.costs, plan.risks.bmi_gap), (&own.costs, own.risks.bmi_gap));
            assert_eq!((plan.discount, plan.demand), (own.discount, own.demand));
            assert_eq!((plan.total_growth, plan.household), (own.total_growth, own.household));
        }
        reader.finish().unwrap();
        // The first are kept whole; of the others, what repeats itself is kept once.
        assert!(kept[8..].iter().all(|kept_of| 10 * kept_of < 6 * kept[0]), "{kept:?}");
        assert!(moved > 24 * central.components.len(), "{moved} of {json}: draws hardly move a plan");
    }
}
