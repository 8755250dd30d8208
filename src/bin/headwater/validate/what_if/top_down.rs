//! A billion pounds more, and the published pairings: what comparisons of areas say, beside the model.

use std::fmt::Display;

use headwater::error::Faults;
use headwater::inputs::evidence::{Component, Uncertainty};
use headwater::inputs::place::Area;
use headwater::value::report::Input;
use headwater::value::topdown::{self, Moved, Pairing};
use serde_json::{Value, json};

use super::measures::flow;
use super::published::short;
use super::trial::{look, run};
use crate::output::readable;
use crate::validate::report::{Comparison, Grid, Section, Verdict, count};
use crate::validate::study::Study;

const BILLION: f64 = 1e9;
/// Published arithmetic against the lens of the command: this many healthy years apart, as the published are rounded.
const LENS_TOLERANCE: f64 = 1.0;
/// Pairings of the pack, and the figure of the same pair under `topdown.net_shift_per_1m`.
const PAIRS: [(&str, &str); 6] = [
    ("nhs_vs_public_health_2020", "optimistic_3800_vs_13500"),
    ("pair_conservative_2020", "conservative_4845_vs_14912"),
    ("three_way_2021", "same_paper_2021_20655_vs_18836"),
    ("pair_social_care_2021", "to_social_care_7800_vs_18836"),
    ("pair_mixed", "mixed_4845_vs_8000"),
    ("pair_cautious", "cautious_20655_vs_8000"),
];

/// England with £1bn more for prevention, and £1bn less for hospitals, in pounds of the study's year.
pub fn billion(study: &Study) -> Section {
    let pounds = BILLION * study.tables.price_factor("2013-14").unwrap_or(f64::NAN);
    let mut comparisons = vec![
        prevention(study, pounds, "into the best-evidenced mix", &json!("evidence_mix")),
        prevention(
            study,
            pounds,
            "evenly into the programmes that the public health grant pays most of",
            &grant(study),
        ),
    ];
    let options = study.evidence.switches.get("nhs_cost_per_qaly").map_or(&[][..], |switch| &switch.options);
    comparisons.extend(options.iter().map(|option| hospital(study, pounds, &option.id, &option.label)));
    Section {
        title: "A billion pounds more or less",
        method: "England, one year. Prevention: new money; healthy years are followed to the end of everybody's life and stated per billion used. Hospitals: the same pounds taken out and given to nobody, under each published price of a healthy year. All at 2013-14 prices, as the study has them.",
        comparisons,
        grids: Vec::new(),
    }
}

/// Pounds of 2013-14 for a healthy year through the best-evidenced mix with a billion of new money.
pub fn cost_per_healthy_year(study: &Study) -> Result<f64, String> {
    let pounds = BILLION * study.tables.price_factor("2013-14").unwrap_or(f64::NAN);
    let (gained, _) = mix(study, pounds, &json!("evidence_mix")).map_err(|faults| faults.to_string())?;
    Ok(BILLION / gained)
}

/// Healthy years from new money for the best-evidenced mix, stated for all of it, and the part that could be used.
fn mix(study: &Study, pounds: f64, programmes: &Value) -> Result<(f64, f64), Faults> {
    let overlay = json!({
        "funding": "new_money", "shift": { "gbp_per_year": pounds, "ramp_years": 1 }, "horizon_years": 1,
        "programmes": programmes,
    });
    run(study, &study.england, &overlay).map(|ran| {
        let spent: f64 = ran.what_if.money.iter().map(|year| year.spent).sum();
        let gained: f64 = flow(&ran.what_if, "qalys_prevention").map_or(f64::NAN, |years| years.iter().sum());
        (gained * pounds / spent, spent / pounds)
    })
}

/// Equal shares for programmes of which the grant pays at least half.
fn grant(study: &Study) -> Value {
    let paid = |component: &&Component| {
        component.default_split.0 > 0.0
            && component.cost_payer.iter().any(|(payer, share)| *payer == "council_public_health" && *share >= 0.5)
    };
    let mut ids: Vec<&str> = study.evidence.components.iter().filter(paid).map(|c| c.programme.as_str()).collect();
    ids.dedup();
    let share = 1.0 / count(ids.len());
    ids.iter().map(|id| ((*id).to_string(), json!({ "share": share }))).collect::<serde_json::Map<_, _>>().into()
}

fn prevention(study: &Study, pounds: f64, into: &str, programmes: &Value) -> Comparison {
    let ours = mix(study, pounds, programmes);
    let said = |(gained, used): (f64, f64)| format!("{} ({:.0}% of it can be used)", readable(gained), 100.0 * used);
    against(
        study,
        format!("Healthy years for £1bn more for public health, {into}"),
        "topdown.nhs_vs_public_health_2020.qalys_per_1bn_public_health",
        ours.map(|found| (found.0, said(found))),
    )
    .because("half of the programmes have no route to healthy years in the evidence, and each reaches few people. The published figure comes from comparing areas and fell to about a quarter when the same team added social care")
}

fn hospital(study: &Study, pounds: f64, option: &str, label: &str) -> Comparison {
    let overlay = json!({
        "funding": "cut_first", "shift": { "gbp_per_year": pounds, "ramp_years": 1 }, "horizon_years": 1,
        "programmes": {}, "switches": { "nhs_cost_per_qaly": option },
    });
    let ours = run(study, &study.england, &overlay)
        .map(|ran| -flow(&ran.what_if, "qalys").map_or(f64::NAN, |years| years.iter().sum::<f64>()));
    against(
        study,
        format!("Healthy years lost with £1bn less for hospitals, at {label}"),
        "topdown.nhs_vs_public_health_2020.qalys_per_1bn_nhs",
        ours.map(|lost| (lost, readable(lost))),
    )
    .because("the five prices are the published ones and lie further apart than the range of this one study")
}

/// A figure with its words against the range of a parameter.
fn against<E: Display>(study: &Study, what: String, parameter: &str, ours: Result<(f64, String), E>) -> Comparison {
    let Some(figure) = study.evidence.parameters.get(parameter) else {
        return Comparison::new(what, "the pack has no such figure", "not run", Verdict::Gap);
    };
    let (low, high) = match &figure.uncertainty {
        Uncertainty::Range { low, high, .. } => (*low, *high),
        Uncertainty::Fixed(_) => (figure.value, figure.value),
    };
    let target = format!("{} ({} to {})", readable(figure.value), readable(low), readable(high));
    match ours {
        Ok((ours, words)) => {
            let met = (low..=high).contains(&ours);
            Comparison::new(what, target, words, if met { Verdict::Met } else { Verdict::Missed })
        }
        Err(reason) => Comparison::new(what, target, "could not be run", Verdict::Gap).because(reason.to_string()),
    }
}

/// The published pairings as the command's lens values them.
pub fn pairings(study: &Study) -> Section {
    let overlay = json!({
        "funding": "cut_first", "shift": { "gbp_per_year": 1e6, "ramp_years": 1 }, "horizon_years": 1,
        "programmes": { "stop_smoking": { "share": 1.0 } },
    });
    let (mut comparisons, mut grid) = (Vec::new(), Grid::new(&["pairing", "net healthy years per £1m moved"]));
    match lens(study, &overlay) {
        Ok((moved, pairings)) => {
            for pairing in &pairings {
                let net = (pairing.gained - pairing.lost) * 1e6 / moved.pounds();
                grid.rows.push(vec![pairing.label.clone(), short(net)]);
                comparisons.extend(compare_pairing(study, pairing, net));
            }
        }
        Err(faults) => comparisons.push(
            Comparison::new("Pairings", "published", "could not be run", Verdict::Gap).because(faults.to_string()),
        ),
    }
    Section {
        title: "Published pairings",
        method: "The lens of `headwater run` on £1m moved, against the arithmetic on the published pairs in the pack. The lens brings each price from its own year to today's; the published differences stand at old prices, so ours are taken back there.",
        comparisons,
        grids: vec![grid],
    }
}

fn lens(study: &Study, overlay: &Value) -> Result<(Moved, Vec<Pairing>), Faults> {
    look(study, &study.england, overlay, |plan, what_if| {
        let area = Area::join(vec![study.england.clone()])?;
        let input = Input { evidence: &study.evidence, area: &area, plan, what_if, baseline: &study.england_run };
        let moved = Moved::of(&input);
        Ok((moved, topdown::pairings(&input, moved)?))
    })?
}

/// Our net figure beside the one of the pack for the same pair, at the pack's prices; `None` if the pack has none.
fn compare_pairing(study: &Study, pairing: &Pairing, net: f64) -> Option<Comparison> {
    let (_, suffix) = PAIRS.iter().find(|(id, _)| *id == pairing.id)?;
    let known = study.evidence.parameters.get(&format!("topdown.net_shift_per_1m.{suffix}"))?;
    let year = known.price_year.as_ref().map_or("", |year| year.word());
    let ours = net * study.tables.price_factor(year)?;
    let price_year = |id: &String| study.evidence.parameters.get(id).and_then(|figure| figure.price_year.clone());
    let record = study.evidence.topdown.get(&pairing.id)?;
    let same_year = price_year(&record.health_care) == price_year(&record.prevention);
    Some(
        Comparison::new(
            format!("Net healthy years per £1m moved: {}", pairing.label),
            format!("{} at {year} prices", short(known.value)),
            short(ours),
            if same_year { Verdict::within(ours - known.value, LENS_TOLERANCE) } else { Verdict::Shown },
        )
        .because(if same_year {
            ""
        } else {
            "the pack's own difference sets pounds of two years side by side; the lens does not"
        }),
    )
}
