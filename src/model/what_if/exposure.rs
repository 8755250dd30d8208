//! Risk taken away: how a change of exposure lowers the incidence of each disease and deaths of other causes.
//!
//! For a categorical exposure the potential impact fraction is (sum p RR - sum p' RR) / sum p RR per sex, fifth and age.
//! Several exposures on one outcome combine as 1 - product of (1 - PIF). Relative risks from observation are raised to the
//! power of the causal share; smoking has its own. After quitting, the excess risk fades along the chosen curve, which
//! takes the place of a lag.

use crate::inputs::evidence::{Evidence, Table};
use crate::math;
use crate::model::tables::{Cells, NO_CELLS, SexAge, Tables};
use crate::model::what_if::kernel::Timing;
use crate::model::what_if::stock::{Ageing, add_scaled, lowest_age};
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

/// People whose exposure the programmes changed, remembered as long as risk responds to it.
#[derive(Debug, Clone, Default)]
pub struct Changed {
    /// Quitters by year of quitting; those whose curves have all ended are kept together.
    quitters: Vec<Group>,
    /// Quitters weighted by the share of their excess risk that has gone, by curve, from the age `gone_from` up.
    gone: Vec<Box<Cells>>,
    gone_from: usize,
    /// Which of these each outcome of smoking follows: many share a curve.
    curve: Vec<usize>,
    /// Years after which no curve moves any more.
    settled: usize,
    /// People made active, and kg/m2 lost times people, by years ago, this year first; each aged to now.
    active: Vec<Group>,
    bmi: Vec<Group>,
    /// How long extra quitters stay extra; `None` where nobody is made to quit.
    quits: Option<Timing>,
    weights: Option<Box<Weights>>,
}

/// People whose exposure changed in the same year.
#[derive(Debug, Clone)]
struct Group {
    /// Years since.
    years: usize,
    /// None of them is younger.
    lowest: usize,
    people: Box<Cells>,
}

impl Group {
    fn new(people: Box<Cells>) -> Group {
        Group { years: 0, lowest: lowest_age(&people), people }
    }

    fn is_empty(&self) -> bool {
        self.lowest == AGES
    }

    /// Passes a year; each is counted by `kept` of it then, given the years since.
    fn age(&mut self, ageing: Ageing<'_>, kept: impl Fn(usize) -> f64) {
        self.years += 1;
        ageing.from(self.lowest).apply_and_fade(&mut self.people, kept(self.years));
        self.lowest = LAST_AGE.min(self.lowest + 1);
    }
}

/// Longest lag remembered.
const MEMORY: usize = 16;

impl Changed {
    /// Nothing changed yet; `quits` says how long extra quitters stay extra.
    #[must_use]
    pub fn new(quits: Option<Timing>, risks: &Risks) -> Changed {
        let settled = risks.smoking.iter().map(|risk| risk.left.len()).max().unwrap_or(0);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a few years
        let held = quits.map_or(0, |timing| timing.held.ceil() as usize);
        let first_alike =
            |risk: &Risk| risks.smoking.iter().position(|other| other.left == risk.left).unwrap_or_default();
        let curve = risks.smoking.iter().map(first_alike).collect();
        Changed { quits, settled: settled.max(held), curve, ..Changed::default() }
    }

    /// Passes a year with new quitters and the people now active or lighter; `None` where no programme does that.
    pub fn year(
        &mut self,
        quitters: Option<Box<Cells>>,
        active: Option<Box<Cells>>,
        bmi: Option<Box<Cells>>,
        ageing: Option<Ageing<'_>>,
    ) {
        if let Some(ageing) = ageing {
            self.active.iter_mut().chain(&mut self.bmi).for_each(|group| group.age(ageing, |_| 1.0));
            let quits = self.quits;
            let kept = |years: usize| quits.map_or(1.0, |timing| still_extra(timing, years));
            self.quitters.iter_mut().for_each(|group| group.age(ageing, kept));
            self.settle();
        }
        self.quitters.extend(quitters.map(Group::new).filter(|group| !group.is_empty()));
        remember(&mut self.active, active);
        remember(&mut self.bmi, bmi);
    }

    /// Joins the two oldest groups of quitters once nothing tells them apart.
    fn settle(&mut self) {
        while let [first, second, ..] = self.quitters.as_slice() {
            if first.years.min(second.years) < self.settled {
                return;
            }
            let oldest = self.quitters.remove(0);
            if let Some(next) = self.quitters.first_mut() {
                add_scaled(&mut next.people, &oldest.people, 1.0, oldest.lowest);
                next.lowest = next.lowest.min(oldest.lowest);
            }
        }
    }

    /// Works out of how many quitters the excess risk has gone, for [`Changed::kept`]; nobody is younger than `youngest`.
    pub fn count_gone(&mut self, risks: &Risks, youngest: usize) {
        let lowest = self.quitters.iter().map(|group| group.lowest).min();
        self.gone_from = lowest.map_or(AGES, |lowest| lowest.max(youngest));
        self.gone.resize_with(risks.smoking.len(), || Box::new(NO_CELLS));
        for (at, gone) in self.gone.iter_mut().enumerate().filter(|(at, _)| self.curve[*at] == *at) {
            let left = &risks.smoking[at].left;
            let weighted: Vec<(f64, &Cells)> =
                self.quitters.iter().map(|group| (share_gone(left, group.years), &*group.people)).collect();
            sum_weighted(gone, &weighted, self.gone_from);
        }
    }

    /// Works out how much each changed share counts, given the shares exposed; again only where these move.
    pub fn weigh(&mut self, risks: &Risks, exposed: &[Cells], again: bool) {
        if self.weights.is_none() || again {
            self.weights = Some(Box::new(Weights::new(risks, exposed)));
        }
    }

    /// What is left of an outcome's risk in each cell, 0 to 1, or above 1 where a relative risk protects; `None` where nothing
    /// changed. `per_resident` is 1 over residents; cells below `youngest` are left at 1.
    #[must_use]
    pub fn kept(&self, outcome: Outcome, risks: &Risks, per_resident: &Cells, youngest: usize) -> Option<Box<Cells>> {
        let of = |list: &[Risk]| list.iter().position(|risk| risk.outcome == outcome);
        let weights = self.weights.as_deref()?;
        let mut kept: Option<Box<Cells>> = None;
        if let Some(at) = of(&risks.smoking)
            && let (false, Some(weight)) = (self.quitters.is_empty(), weights.smoking.get(at))
        {
            let from = self.gone_from;
            lower(&mut kept, &self.gone[self.curve[at]], per_resident, weight, from, 1.0);
        }
        if let Some(at) = of(&risks.inactivity)
            && let (Some(active), Some(weight)) =
                (self.active.get(risks.inactivity[at].lag), weights.inactivity.get(at))
        {
            lower(&mut kept, &active.people, per_resident, weight, youngest.max(active.lowest), 1.0);
        }
        if let Some(at) = of(&risks.obesity)
            && let (Some(lost), Some(weight)) = (self.bmi.get(risks.obesity[at].lag), weights.obesity.get(at))
        {
            lower(&mut kept, &lost.people, per_resident, weight, youngest.max(lost.lowest), f64::INFINITY);
        }
        kept
    }
}

/// Share of the excess risk that has gone in the year `years` after that of quitting.
fn share_gone(left: &[f64], years: usize) -> f64 {
    let at = |year: usize| left.get(year).or(left.last()).copied().unwrap_or(1.0);
    // In the year of quitting people have stopped for half a year on average.
    if years == 0 { 0.25 * (1.0 - at(1)) } else { 1.0 - 0.5 * (at(years) + at(years + 1)) }
}

/// Sum of weighted cells in their order, from the age `from` up. Four at a time: the sum is read and written less often.
fn sum_weighted(total: &mut Cells, weighted: &[(f64, &Cells)], from: usize) {
    total.iter_mut().flatten().for_each(|row| row[from..].fill(0.0));
    let fours = weighted.chunks_exact(4);
    let rest = fours.remainder();
    for four in fours {
        let [(f0, c0), (f1, c1), (f2, c2), (f3, c3)] = [four[0], four[1], four[2], four[3]];
        for sex in 0..2 {
            for quintile in 0..QUINTILES {
                let [a, b, c, d] = [c0, c1, c2, c3].map(|cells| &cells[sex][quintile]);
                let own = &mut total[sex][quintile];
                for age in from..AGES {
                    own[age] = own[age] + f0 * a[age] + f1 * b[age] + f2 * c[age] + f3 * d[age];
                }
            }
        }
    }
    rest.iter().for_each(|(factor, cells)| add_scaled(total, cells, *factor, from));
}

/// Share of last year's extra quitters still extra `years` after they quit: all until the time at which they were counted,
/// then fewer as others would have stopped by themselves.
fn still_extra(timing: Timing, years: usize) -> f64 {
    #[allow(clippy::cast_precision_loss)] // a few tens of years
    let faded = (years as f64 - timing.held).clamp(0.0, 1.0);
    math::exp(-std::f64::consts::LN_2 / timing.half_life * faded)
}

fn remember(list: &mut Vec<Group>, now: Option<Box<Cells>>) {
    if now.is_none() && list.is_empty() {
        return;
    }
    list.insert(0, Group::new(now.unwrap_or_else(|| Box::new(NO_CELLS))));
    list.truncate(MEMORY);
}

/// Multiplies what is left of a risk by 1 - (changed people over residents, at most `most`) x weight, never below 0.
fn lower(kept: &mut Option<Box<Cells>>, changed: &Cells, per_resident: &Cells, weight: &Cells, from: usize, most: f64) {
    let cells = kept.get_or_insert_with(|| Box::new([[[1.0; AGES]; QUINTILES]; 2]));
    for sex in 0..2 {
        for quintile in 0..QUINTILES {
            let row = &mut cells[sex][quintile];
            let (changed, per_resident) = (&changed[sex][quintile], &per_resident[sex][quintile]);
            let weight = &weight[sex][quintile];
            for age in from..AGES {
                let share = changed[age] * per_resident[age];
                let left = 1.0 - if share < most { share } else { most } * weight[age];
                row[age] *= if left > 0.0 { left } else { 0.0 };
            }
        }
    }
}
