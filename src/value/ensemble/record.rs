//! The numbers kept of one future, in one order for all futures of a scenario.

use crate::error::Faults;
use crate::inputs::scenario::payers;
use crate::model::what_if::flows::{Flow, LedgerRow};
use crate::strata::{QUINTILES, SEXES};
use crate::value::fairness;
use crate::value::report::{self, BreakEven, Input};
use crate::value::topdown;

/// What is kept of each future: the fewer series, the less memory and time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Outcomes by id; `None` keeps all.
    pub outcomes: Option<Vec<String>>,
    /// Each outcome by year and fifth too.
    pub fifths: bool,
    /// Every line of the ledger by year.
    pub ledger: bool,
    /// Follow everybody to the end of life. Without it only the years of the horizon are run.
    pub set_in_motion: bool,
}

impl View {
    /// Everything.
    pub const WHOLE: View = View { outcomes: None, fifths: true, ledger: true, set_in_motion: true };

    pub(super) fn keeps(&self, id: &str) -> bool {
        self.outcomes.as_ref().is_none_or(|list| list.iter().any(|known| known == id))
    }
}

/// What a block of numbers is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Difference by year of the horizon.
    Year,
    /// Sum over the horizon: undiscounted, discounted.
    Horizon,
    /// Sum to the end of everybody's life: undiscounted, discounted.
    Motion,
    /// Difference by fifth (most deprived first), then year.
    FifthYear,
    /// Sum to the end of everybody's life by fifth, undiscounted.
    FifthMotion,
    /// A figure without years.
    Single,
    /// Year counted from 0; infinite where never, not a number where nothing was paid.
    BreakEven,
}

const PARTS: [(Part, &str); 7] = [
    (Part::Year, "year"),
    (Part::Horizon, "horizon"),
    (Part::Motion, "motion"),
    (Part::FifthYear, "fifth_year"),
    (Part::FifthMotion, "fifth_motion"),
    (Part::Single, "single"),
    (Part::BreakEven, "break_even"),
];

impl Part {
    /// The word used between workers.
    #[must_use]
    pub fn word(self) -> &'static str {
        PARTS.iter().find(|(part, _)| *part == self).map_or("", |(_, word)| word)
    }

    /// The part a word means.
    #[must_use]
    pub fn parse(word: &str) -> Option<Part> {
        PARTS.iter().find(|(_, known)| *known == word).map(|(part, _)| *part)
    }
}

/// A run of numbers in every row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// `outcome`, `level`, `money`, `kind`, `payer`, `estimate` or `fairness`.
    pub group: String,
    /// Id within the group.
    pub id: String,
    /// What of it.
    pub part: Part,
    /// How many numbers.
    pub len: usize,
}

/// One future: its numbers block after block, and its ledger, whose lines differ from future to future.
#[derive(Debug, Clone, PartialEq)]
pub struct Future {
    /// Number in the draw table.
    pub index: usize,
    /// What the numbers are.
    pub blocks: Vec<Block>,
    /// The numbers.
    pub numbers: Vec<f64>,
    /// Lines by year of the horizon, and after it.
    pub lines: Vec<LedgerRow>,
}

impl Future {
    fn put(&mut self, group: &str, id: &str, part: Part, values: impl IntoIterator<Item = f64>) {
        let from = self.numbers.len();
        // Adding 0 turns the -0 of an empty difference into 0.
        self.numbers.extend(values.into_iter().map(|value| value + 0.0));
        let len = self.numbers.len() - from;
        self.blocks.push(Block { group: group.into(), id: id.into(), part, len });
    }
}

/// Reads the numbers of a run that `view` keeps.
///
/// # Errors
/// As [`topdown::rival_prices`].
pub fn future(index: usize, input: &Input<'_>, view: &View) -> Result<Future, Faults> {
    let mut future = Future { index, blocks: Vec::new(), numbers: Vec::new(), lines: Vec::new() };
    for flow in input.what_if.flows.list.iter().filter(|flow| view.keeps(&flow.id)) {
        if !report::not_counted(input, &flow.id) {
            outcome(&mut future, input, view, flow);
        }
    }
    levels(&mut future, input);
    money(&mut future, input);
    payer_totals(&mut future, input, view);
    fairness_figures(&mut future, input);
    estimates(&mut future, input, view)?;
    if view.ledger {
        future.lines = input.what_if.ledger.rows.iter().map(|row| clip(row, input.what_if.years)).collect();
    }
    Ok(future)
}

fn outcome(future: &mut Future, input: &Input<'_>, view: &View, flow: &Flow) {
    let years = input.what_if.years;
    let rate = report::discount_rate(input, flow);
    future.put("outcome", &flow.id, Part::Year, (0..years).map(|year| flow.year(year)));
    future.put("outcome", &flow.id, Part::Horizon, [flow.sum(years, 0.0), flow.sum(years, rate)]);
    if view.set_in_motion {
        let all = usize::MAX;
        future.put("outcome", &flow.id, Part::Motion, [flow.sum(all, 0.0), flow.sum(all, rate)]);
        future.put("outcome", &flow.id, Part::FifthMotion, flow.sum_by_fifth(all, 0.0));
    }
    if view.fifths {
        let fifth = |q: usize| (0..years).map(move |year| flow.by_year[year][q]);
        future.put("outcome", &flow.id, Part::FifthYear, (0..QUINTILES).flat_map(fifth));
    }
}

fn levels(future: &mut Future, input: &Input<'_>) {
    let run = input.what_if;
    for sex in SEXES {
        let (s, word) = (sex.index(), sex.word());
        let life = run.life_expectancy.iter().map(|by_sex| by_sex[s]);
        future.put("level", &format!("life_expectancy_birth.{word}"), Part::Year, life);
        let healthy: Option<Vec<f64>> = run.healthy_life_expectancy.iter().map(|by_sex| by_sex[s]).collect();
        if let Some(healthy) = healthy {
            future.put("level", &format!("healthy_life_expectancy_birth.{word}"), Part::Year, healthy);
        }
    }
    let more_full = run.occupancy.iter().map(|(base, scenario)| scenario - base);
    future.put("level", "occupancy", Part::Year, more_full);
    if let Some(flow) = run.flows.get("social_care_gbp") {
        let each = input.plan.costs.per_care_client;
        future.put("level", "social_care_need", Part::Year, (0..run.years).map(|year| flow.year(year) / each));
    }
}

fn money(future: &mut Future, input: &Input<'_>) {
    for (id, get) in report::MONEY {
        future.put("money", id, Part::Year, input.what_if.money.iter().map(get));
    }
    for kind in ["capacity", "cash"] {
        future.put("kind", kind, Part::Single, [report::sum_of_kind(input, kind)]);
    }
}

fn payer_totals(future: &mut Future, input: &Input<'_>, view: &View) {
    let (ledger, years) = (&input.what_if.ledger, input.what_if.years);
    let followed = ledger.rows.first().map_or(0, |row| row.by_year.len());
    for payer in payers() {
        let net: Vec<f64> = (0..followed).map(|year| ledger.net(payer, year)).collect();
        let horizon = net.get(..years).unwrap_or(&[]).iter().sum::<f64>();
        future.put("payer", payer, Part::Horizon, [horizon]);
        if view.set_in_motion {
            future.put("payer", payer, Part::Motion, [net.iter().sum::<f64>()]);
            let year = match report::break_even(input, payer) {
                #[allow(clippy::cast_precision_loss)] // at most 141
                BreakEven::Year(year) => year as f64,
                BreakEven::Never => f64::INFINITY,
                BreakEven::NothingPaid => f64::NAN,
            };
            future.put("payer", payer, Part::BreakEven, [year]);
        }
    }
}

fn fairness_figures(future: &mut Future, input: &Input<'_>) {
    let Some(fifths) = fairness::by_fifth(input) else { return };
    let none = |value: Option<f64>| value.unwrap_or(f64::NAN);
    future.put("fairness", "qalys_per_1000", Part::Single, fifths.rate.map(none));
    future.put("fairness", "gap", Part::Single, [none(fifths.gap)]);
    future.put("fairness", "slope_index", Part::Single, [none(fifths.slope)]);
}

/// Healthy years under each published price of health in hospitals: one run holds them all.
fn estimates(future: &mut Future, input: &Input<'_>, view: &View) -> Result<(), Faults> {
    let accounts = [(Part::Horizon, input.what_if.years), (Part::Motion, usize::MAX)];
    let prices = topdown::rival_prices(input)?;
    for (part, until) in accounts.into_iter().filter(|(part, _)| *part == Part::Horizon || view.set_in_motion) {
        let Some(ours) = topdown::bottom_up_until(input, until) else { continue };
        for price in &prices {
            future.put("estimate", price.option, part, [ours.net_at(price.gbp_per_qaly)]);
        }
    }
    Ok(())
}

/// A line of the ledger by year of the horizon, with everything after it in one last number.
fn clip(row: &LedgerRow, years: usize) -> LedgerRow {
    let mut by_year = row.by_year.get(..years).unwrap_or(&row.by_year).to_vec();
    by_year.push(row.by_year.iter().skip(years).sum());
    LedgerRow { by_year, ..row.clone() }
}
