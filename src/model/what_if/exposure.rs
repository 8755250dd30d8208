//! Risk taken away: how a change of exposure lowers the incidence of each disease and deaths of other causes.
//!
//! For a categorical exposure the potential impact fraction is (sum p RR - sum p' RR) / sum p RR per sex, fifth and age.
//! Several exposures on one outcome combine as 1 - product of (1 - PIF). Relative risks from observation are raised to the
//! power of the causal share; smoking has its own. After quitting, the excess risk fades along the chosen curve, which
//! takes the place of a lag.

mod changed;

pub use changed::Changed;

use crate::inputs::evidence::{Evidence, Table};
use crate::math;
use crate::model::tables::{Cells, NO_CELLS, SexAge, Tables};
use crate::model::what_if::values::Values;
use crate::order::sort_short;
use crate::strata::{AGES, LAST_AGE, QUINTILES, Sex};

/// What a risk acts on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A three-state disease, by position.
    Disease(usize),
    /// Deaths of causes that are not modelled as diseases.
    OtherCauses,
}

/// Excess risk of one outcome among the exposed.
#[derive(Debug, Clone, PartialEq)]
pub struct Risk {
    /// What it acts on.
    pub outcome: Outcome,
    /// Relative risk minus 1, by sex and age; 0 where none is known. Below 0 it would protect.
    pub excess: SexAge,
    /// Years before the outcome responds.
    pub lag: usize,
    /// Share of the excess risk left by years since quitting, for smoking.
    pub left: Vec<f64>,
}

/// The three exposures as the model uses them.
#[derive(Debug, Clone, PartialEq)]
pub struct Risks {
    /// Current smoking against never.
    pub smoking: Vec<Risk>,
    /// Inactive against active.
    pub inactivity: Vec<Risk>,
    /// Obese against not, over `bmi_gap`.
    pub obesity: Vec<Risk>,
    /// kg/m2 between the obese and the rest, over which the obesity risks are stated.
    pub bmi_gap: f64,
    /// Positions of the exposures in the tables.
    pub position: [Option<usize>; 3],
}

impl Risks {
    /// No relative risks at all.
    pub(crate) const fn none(bmi_gap: f64, position: [Option<usize>; 3]) -> Risks {
        Risks { smoking: Vec::new(), inactivity: Vec::new(), obesity: Vec::new(), bmi_gap, position }
    }

    /// Resolves the relative risks under a scenario's beliefs.
    pub fn new(tables: &Tables, values: &mut Values<'_>) -> Risks {
        let observed = values.switched("causal_share");
        let smoking_share = values.get("belief.causal_share_smoking");
        let curve = values.side("quit_decay").to_string();
        let evidence = values.evidence();
        let mut smoking = read_risks(evidence, tables, "smoking", smoking_share);
        for risk in &mut smoking {
            risk.left = quit_curve(evidence, tables, &curve, risk.outcome);
        }
        let position = |id: &str| tables.exposures.iter().position(|pattern| pattern.id == id);
        Risks {
            smoking,
            inactivity: read_risks(evidence, tables, "inactivity", observed),
            obesity: read_risks(evidence, tables, "obesity", observed),
            bmi_gap: values.get("exposure.obesity_bmi_gap"),
            position: [position("smoking"), position("inactivity"), position("obesity")],
        }
    }
}

fn read_risks(evidence: &Evidence, tables: &Tables, exposure: &str, causal_share: f64) -> Vec<Risk> {
    let table = evidence.exposures.get(exposure).and_then(|record| evidence.tables.get(&record.relative_risks));
    let Some(table) = table else { return Vec::new() };
    let mut risks: Vec<Risk> = Vec::new();
    for row in 0..table.rows() {
        let Some(outcome) = outcome_of(table, row, tables) else { continue };
        if table.word("exposure", row) != Some(exposure) {
            continue;
        }
        let (Some(ages), Some(rr)) = (ages_of(table, row), table.numbers("rr").and_then(|rr| rr.get(row))) else {
            continue;
        };
        let position = risks.iter().position(|risk| risk.outcome == outcome).unwrap_or_else(|| {
            risks.push(Risk { outcome, excess: [[0.0; AGES]; 2], lag: lag_of(table, row), left: Vec::new() });
            risks.len() - 1
        });
        let excess = math::pow(*rr, causal_share) - 1.0;
        for sex in sexes_of(table, row) {
            risks[position].excess[sex][ages.0..=ages.1].fill(excess);
        }
    }
    risks
}

fn outcome_of(table: &Table, row: usize, tables: &Tables) -> Option<Outcome> {
    match table.word("outcome_id", row)? {
        "other_causes" => Some(Outcome::OtherCauses),
        id => tables.diseases.iter().position(|disease| disease.id == id).map(Outcome::Disease),
    }
}

fn ages_of(table: &Table, row: usize) -> Option<(usize, usize)> {
    let age = |name: &str| table.cell(name, row).parse::<usize>().ok().filter(|age| *age <= LAST_AGE);
    Some((age("age_low")?, age("age_high")?))
}

fn sexes_of(table: &Table, row: usize) -> Vec<usize> {
    match table.word("sex", row).and_then(Sex::parse) {
        Some(sex) => vec![sex.index()],
        None => vec![0, 1],
    }
}

fn lag_of(table: &Table, row: usize) -> usize {
    let years = table.numbers("lag_years").and_then(|lags| lags.get(row)).copied().filter(|lag| lag.is_finite());
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a few years, 0 or more
    years.map_or(0, |lag| lag.max(0.0).round() as usize)
}

/// Share of excess risk left by whole years since quitting: the published points joined by straight lines. It ends at the
/// last published year; the last value stays.
fn quit_curve(evidence: &Evidence, tables: &Tables, curve: &str, outcome: Outcome) -> Vec<f64> {
    let name = match outcome {
        Outcome::OtherCauses => "other_causes",
        Outcome::Disease(index) => &tables.diseases[index].id,
    };
    let Some(table) = evidence.tables.get("quit_decay") else { return vec![1.0] };
    let (years, left) = (table.numbers("years_since_quitting"), table.numbers("excess_risk_left"));
    let mut points: Vec<(f64, f64)> = (0..table.rows())
        .filter(|row| table.word("curve", *row) == Some(curve) && table.word("outcome", *row) == Some(name))
        .filter_map(|row| {
            let year = years
                .and_then(|y| y.get(row).copied())
                .or_else(|| table.cell("years_since_quitting", row).parse().ok())?;
            Some((year, *left?.get(row)?))
        })
        .collect();
    sort_short(&mut points, |a, b| a.0.total_cmp(&b.0));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // published years, a few tens
    let last = points.last().map_or(0, |(year, _)| year.ceil() as usize);
    #[allow(clippy::cast_precision_loss)]
    (0..=last).map(|year| interpolate(&points, year as f64)).collect()
}

fn interpolate(points: &[(f64, f64)], x: f64) -> f64 {
    let Some(after) = points.iter().position(|(at, _)| *at >= x) else { return points.last().map_or(1.0, |(_, y)| *y) };
    let (x1, y1) = points[after];
    if after == 0 || x1 == x {
        return y1;
    }
    let (x0, y0) = points[after - 1];
    y0 + (y1 - y0) * (x - x0) / (x1 - x0)
}

/// Share of risk taken away per share of residents whose exposure changed, by exposure and outcome.
#[derive(Debug, Clone, PartialEq)]
struct Weights {
    smoking: Vec<Cells>,
    inactivity: Vec<Cells>,
    obesity: Vec<Cells>,
}

impl Weights {
    fn new(risks: &Risks, exposed: &[Cells]) -> Weights {
        let share = |exposure: usize| risks.position[exposure].and_then(|at| exposed.get(at));
        let of = |list: &[Risk], exposure: usize, weight: fn(f64, f64, f64) -> f64| -> Vec<Cells> {
            let Some(share) = share(exposure) else { return Vec::new() };
            list.iter()
                .map(|risk| weighted(risk, share, |excess, share| weight(excess, share, risks.bmi_gap)))
                .collect()
        };
        Weights {
            smoking: of(&risks.smoking, 0, |excess, share, _| excess / (1.0 + share * excess)),
            inactivity: of(&risks.inactivity, 1, |excess, share, _| excess / (1.0 + share * excess)),
            // First order in the change: ln(RR) per kg/m2 times the mean change over residents, among the obese.
            obesity: of(&risks.obesity, 2, |excess, share, gap| {
                math::ln(1.0 + excess) / gap * (1.0 + excess) / (1.0 + share * excess)
            }),
        }
    }
}

fn weighted(risk: &Risk, share: &Cells, weight: impl Fn(f64, f64) -> f64) -> Cells {
    let mut cells = NO_CELLS;
    for sex in 0..2 {
        for quintile in 0..QUINTILES {
            for age in 0..AGES {
                cells[sex][quintile][age] = weight(risk.excess[sex][age], share[sex][quintile][age]);
            }
        }
    }
    cells
}
