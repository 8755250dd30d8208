//! The numbers kept of eight quick futures, in the order in which [`super::record`] keeps those of one.

use super::record::{Block, Part, View};
use super::rows::Rows;
use crate::inputs::scenario::Funding;
use crate::model::quick::{Answer, LANES, Lanes, Row, Sheet, over};
use crate::model::what_if::flows::CARE_OF_THE_DEAD;
use crate::model::what_if::plan::Plan;
use crate::strata::{QUINTILES, SEXES};
use crate::value::{fairness, report};

/// What the numbers are read with.
#[derive(Debug)]
pub struct Reader<'r> {
    /// What to keep.
    pub view: &'r View,
    /// The plan with central values.
    pub central: &'r Plan<'r>,
    /// Residents by fifth in the first year; `None` where nobody is counted.
    pub people: Option<[f64; QUINTILES]>,
}

/// Figures of eight futures that only the numbers need.
#[derive(Debug, Clone)]
pub struct Prices {
    /// Pounds of health in hospitals by published price: option and pounds.
    pub rivals: Vec<(String, Lanes)>,
    /// The price the scenario takes.
    pub own: Lanes,
    /// Pounds of long-term care per person and year.
    pub per_care_client: Lanes,
}

/// Adds the futures numbered `indices`, as many as there are, to the table.
pub fn push(rows: &mut Rows, indices: &[usize], answer: &Answer<'_>, reader: &Reader<'_>, prices: &Prices) {
    let first = rows.blocks.is_empty();
    let mut pen = Pen { rows, at: 0, count: indices.len(), first };
    // What is counted is decided once for all futures: none looks at its neighbours.
    let cut = reader.central.scenario.funding != Funding::NewMoney && reader.central.full_gbp > 0.0;
    let counted = |id: &str| !report::is_not_counted(reader.central, cut, id);
    for sheet in answer.sheets.iter().filter(|sheet| reader.view.keeps(&sheet.id) && counted(&sheet.id)) {
        outcome(&mut pen, reader.view, sheet);
    }
    levels(&mut pen, answer, prices);
    money(&mut pen, answer);
    payers(&mut pen, answer, reader.view);
    if let Some(people) = &reader.people {
        fairness_figures(&mut pen, answer, people);
    }
    if counted("qalys") {
        estimates(&mut pen, answer, reader.view, prices);
    }
    if reader.view.ledger {
        answer.books.rows.iter().for_each(|row| line(&mut pen, row));
    }
    pen.rows.indices.extend(indices);
    pen.rows.fill_lines();
}

/// Writes column after column.
struct Pen<'r> {
    rows: &'r mut Rows,
    at: usize,
    count: usize,
    first: bool,
}

impl Pen<'_> {
    fn put(&mut self, group: &str, id: &str, part: Part, values: impl IntoIterator<Item = Lanes>) {
        let from = self.at;
        for value in values {
            if self.first {
                let column = self.rows.blank();
                self.rows.columns.push(column);
            }
            // Adding 0 turns the -0 of an empty difference into 0.
            let value = value.map(|value| value + 0.0);
            let column = &mut self.rows.columns[self.at];
            match self.count {
                LANES => column.extend_from_slice(&value),
                count => column.extend_from_slice(&value[..count]),
            }
            self.at += 1;
        }
        if self.first {
            self.rows.blocks.push(Block { group: group.into(), id: id.into(), part, len: self.at - from });
        }
    }
}

fn outcome(pen: &mut Pen<'_>, view: &View, sheet: &Sheet) {
    let years = sheet.horizon_years();
    pen.put("outcome", &sheet.id, Part::Year, (0..years).map(|year| sheet.year(year)));
    pen.put("outcome", &sheet.id, Part::Horizon, [sheet.horizon(), sheet.horizon_discounted]);
    if view.set_in_motion {
        pen.put("outcome", &sheet.id, Part::Motion, [sheet.set_in_motion(), sheet.motion_discounted]);
        pen.put("outcome", &sheet.id, Part::FifthMotion, sheet.motion);
    }
    if view.fifths {
        let fifth = |q: usize| (0..years).map(move |year| sheet.by_year[year][q]);
        pen.put("outcome", &sheet.id, Part::FifthYear, (0..QUINTILES).flat_map(fifth));
    }
}

fn levels(pen: &mut Pen<'_>, answer: &Answer<'_>, prices: &Prices) {
    let levels = &answer.levels;
    for sex in SEXES {
        let (s, word) = (sex.index(), sex.word());
        let id = format!("life_expectancy_birth.{word}");
        pen.put("level", &id, Part::Year, levels.life.iter().map(|by_sex| by_sex[s]));
        let healthy: Option<Vec<Lanes>> = levels.healthy.iter().map(|by_sex| by_sex.map(|sexes| sexes[s])).collect();
        if let Some(healthy) = healthy {
            pen.put("level", &format!("healthy_life_expectancy_birth.{word}"), Part::Year, healthy);
        }
    }
    pen.put("level", "occupancy", Part::Year, levels.occupancy.iter().copied());
    if let Some(sheet) = sheet(answer, "social_care_gbp") {
        let clients = |year: usize| over(&sheet.year(year), &prices.per_care_client);
        pen.put("level", "social_care_need", Part::Year, (0..sheet.horizon_years()).map(clients));
    }
}

fn money(pen: &mut Pen<'_>, answer: &Answer<'_>) {
    let years = answer.money[0].len();
    for (id, get) in report::MONEY {
        let year = |year: usize| std::array::from_fn(|lane| answer.money[lane].get(year).map_or(0.0, get));
        pen.put("money", id, Part::Year, (0..years).map(year));
    }
    for kind in ["capacity", "cash"] {
        let mut sum = [0.0; LANES];
        for row in answer.books.rows.iter().filter(|row| row.kind == kind && row.line != CARE_OF_THE_DEAD) {
            row.by_year.iter().for_each(|year| sum.iter_mut().zip(year).for_each(|(sum, pounds)| *sum += pounds));
        }
        pen.put("kind", kind, Part::Single, [sum]);
    }
}

fn payers(pen: &mut Pen<'_>, answer: &Answer<'_>, view: &View) {
    for payer in &answer.books.payers {
        pen.put("payer", payer.payer, Part::Horizon, [payer.net[0]]);
        if view.set_in_motion {
            pen.put("payer", payer.payer, Part::Motion, [payer.net[1]]);
            pen.put("payer", payer.payer, Part::BreakEven, [payer.break_even]);
        }
    }
}

fn fairness_figures(pen: &mut Pen<'_>, answer: &Answer<'_>, people: &[f64; QUINTILES]) {
    let Some(sheet) = sheet(answer, "qalys") else { return };
    let of = |lane: usize| fairness::of(*people, &sheet.motion.map(|fifth| fifth[lane]));
    let all: [fairness::ByFifth; LANES] = std::array::from_fn(of);
    let each = |get: &dyn Fn(&fairness::ByFifth) -> Option<f64>| -> Lanes {
        std::array::from_fn(|lane| get(&all[lane]).unwrap_or(f64::NAN))
    };
    let rates: [Lanes; QUINTILES] = std::array::from_fn(|q| each(&|fifths| fifths.rate[q]));
    pen.put("fairness", "qalys_per_1000", Part::Single, rates);
    pen.put("fairness", "gap", Part::Single, [each(&|fifths| fifths.gap)]);
    pen.put("fairness", "slope_index", Part::Single, [each(&|fifths| fifths.slope)]);
}

/// Healthy years under each published price of health in hospitals: what is bought or lost at a price goes with it.
fn estimates(pen: &mut Pen<'_>, answer: &Answer<'_>, view: &View, prices: &Prices) {
    type Account = fn(&Sheet) -> Lanes;
    let accounts: [(Part, Account); 2] = [(Part::Horizon, Sheet::horizon), (Part::Motion, Sheet::set_in_motion)];
    for (part, sum) in accounts.into_iter().filter(|(part, _)| *part == Part::Horizon || view.set_in_motion) {
        let of = |id: &str| sheet(answer, id).map_or([0.0; LANES], sum);
        let prevention = of("qalys_prevention");
        let [cut, capacity, social] = ["qalys_cut", "qalys_capacity", "qalys_social_care"].map(of);
        for (option, price) in &prices.rivals {
            let net = |lane: usize| {
                let through = cut[lane] + capacity[lane] + social[lane];
                prevention[lane] + through * prices.own[lane] / price[lane]
            };
            pen.put("estimate", option, part, [std::array::from_fn(net)]);
        }
    }
}

/// A line of the ledger; a future that has no such pounds holds 0.
fn line(pen: &mut Pen<'_>, row: &Row) {
    let at = pen.rows.line(row.payer, row.line, row.kind);
    let count = pen.count;
    let columns = &mut pen.rows.lines[at].columns;
    for (column, year) in columns.iter_mut().zip(row.by_year.iter().chain([&row.after])) {
        column.extend(&year[..count]);
    }
}

fn sheet<'a>(answer: &'a Answer<'_>, id: &str) -> Option<&'a Sheet> {
    answer.sheets.iter().find(|sheet| sheet.id == id)
}
