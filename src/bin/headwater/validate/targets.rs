//! Every row of the table of validation targets, so that none can be passed over: met, missed, shown, or a gap with its reason.

use headwater::inputs::evidence::Table;
use headwater::math;
use headwater::model::life_table::life_expectancy;
use headwater::model::mortality::PlaceMortality;
use headwater::model::tables::Cells;
use headwater::strata::{QUINTILES, SEXES, Sex};

use super::report::{Comparison, Section, Verdict, count};
use super::study::Study;
use super::what_if;
use super::{care, causes, deaths, hospital};
use crate::output::readable;

/// Life expectancy of a fifth, and slope and gap, in years.
const LIFE_TOLERANCE: f64 = 0.3;
/// Gap in quality-adjusted life expectancy, in years.
const QUALITY_TOLERANCE: f64 = 0.5;
/// Money, as a ratio.
const MONEY_TOLERANCE: f64 = 0.1;
/// Share of deaths.
const SHARE_TOLERANCE: f64 = 0.01;

/// One row of the table.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    table: &'a Table,
    row: usize,
}

impl<'a> Row<'a> {
    fn text(self, column: &str) -> &'a str {
        self.table.word(column, self.row).unwrap_or("")
    }

    fn number(self, column: &str) -> f64 {
        self.table.numbers(column).and_then(|numbers| numbers.get(self.row)).copied().unwrap_or(f64::NAN)
    }

    fn words(self) -> String {
        let number = |column| self.number(column);
        let figure = if number("value").is_finite() {
            plain(number("value"))
        } else {
            format!("{} to {}", plain(number("low")), plain(number("high")))
        };
        format!(
            "{figure} {}, {} ({}, {})",
            self.text("unit"),
            self.text("year"),
            self.text("source"),
            self.text("status")
        )
    }

    fn compare(self, ours: impl Into<String>, verdict: Verdict) -> Comparison {
        Comparison::new(self.text("target"), self.words(), ours, verdict)
    }

    fn near(self, ours: f64, tolerance: f64) -> Comparison {
        self.compare(plain(ours), Verdict::within(ours - self.number("value"), tolerance))
    }

    fn inside(self, ours: f64) -> Comparison {
        let met = (self.number("low")..=self.number("high")).contains(&ours);
        self.compare(plain(ours), if met { Verdict::Met } else { Verdict::Missed })
    }

    fn gap(self, why: &str) -> Comparison {
        self.compare("not compared", Verdict::Gap).because(why)
    }
}

fn plain(value: f64) -> String {
    if value.abs() < 1.0 { format!("{value:.3}") } else { readable(value) }
}

/// All rows.
pub fn section(study: &Study) -> Section {
    let table = study.table("validation_targets");
    let rows = table.map_or(Vec::new(), |table| (0..table.rows()).map(|row| Row { table, row }).collect::<Vec<_>>());
    let fitted = PlaceMortality::fit(&study.england, &study.tables);
    Section {
        title: "Every row of the table of validation targets",
        method: "Row by row, in the order of the table. Some are treated at more length above.",
        comparisons: rows.into_iter().map(|row| compare(study, &fitted, row)).collect(),
        grids: Vec::new(),
    }
}

fn compare(study: &Study, fitted: &PlaceMortality, row: Row<'_>) -> Comparison {
    let target = row.text("target");
    match row.text("part") {
        "life_table" => life(fitted, row),
        "quality_of_life" => row
            .near(quality_gap(study, fitted), QUALITY_TOLERANCE)
            .because("ours is set on the gap of an earlier study, quality.gap_2010, which is free to use; this one is a check"),
        "disease_burden" => row
            .compare(
                format!("{} more with one of six diseases over 21 years", readable(super::diseases::more_in_21_years(study))),
                Verdict::Shown,
            )
            .because("another definition of illness; ours rises too"),
        "hospital" if target.starts_with("excess") => row
            .compare(
                readable(excess_cost(study)),
                Verdict::within(excess_cost(study) / row.number("value") - 1.0, MONEY_TOLERANCE),
            )
            .because("the cost of 2011-12 above that of the least deprived fifth, same age and sex, in the table the model's hospital use is shaped by"),
        "hospital" => beds(study, row),
        "social_care" => care::growth(study).map_or_else(
            |reason| row.compare("could not be run", Verdict::Gap).because(reason),
            |ours| row.near(ours, 0.005).because("ours is ageing alone at today's cost of care; the projection holds more than ageing, and its parts are not in the packs"),
        ),
        "prevention_value" => what_if::cost_per_healthy_year(study).map_or_else(
            |reason| row.compare("could not be run", Verdict::Gap).because(reason),
            |ours| row.inside(ours).because("the catalogue from below, without the programmes whose healthy years are not counted. The same authors' three-way model of 2021 implies far more than this range too"),
        ),
        "acute_cut" => prices(study, row),
        "harm_of_waits" => row.gap("by design: occupancy is shown and warned about, and adds no deaths to those of the budget"),
        "deaths_by_cause" => cause(study, row),
        _ => row.gap("no comparison is written for this row"),
    }
}

fn life(fitted: &PlaceMortality, row: Row<'_>) -> Comparison {
    let target = row.text("target");
    let sex = if target.contains("women") { Sex::Female } else { Sex::Male };
    let years = fitted.rate[sex.index()].map(|rates| life_expectancy(&rates, 0));
    if let Some(fifth) = target.split("quintile ").nth(1).and_then(|word| word.trim().parse::<usize>().ok()) {
        let ours = fifth.checked_sub(1).and_then(|index| years.get(index)).copied().unwrap_or(f64::NAN);
        return row.near(ours, LIFE_TOLERANCE).because("rates of 2021-23 with the ratios of 2014-16");
    }
    let slope = slope(&years);
    if target.starts_with("slope") {
        return row.near(slope, LIFE_TOLERANCE).because("our slope is across fifths, the published across tenths");
    }
    row.compare(format!("{} between fifths; our slope is {}", plain(years[4] - years[0]), plain(slope)), Verdict::Shown)
        .because("the ends of tenths lie further apart than those of fifths")
}

/// Least squares over the middles of the fifths: years from the poorest to the richest end.
fn slope(years: &[f64; QUINTILES]) -> f64 {
    let middle = |index: usize| (count(index) + 0.5) / count(QUINTILES) - 0.5;
    let (mut above, mut below) = (0.0, 0.0);
    for (index, life) in years.iter().enumerate() {
        above += middle(index) * life;
        below += middle(index) * middle(index);
    }
    above / below
}

/// Gap in quality-adjusted life expectancy at birth, richest less poorest fifth, mean of the sexes, England's rates.
fn quality_gap(study: &Study, fitted: &PlaceMortality) -> f64 {
    let Ok(utility) = what_if::utility(study) else { return f64::NAN };
    SEXES
        .map(|sex| 0.5 * (quality(fitted, &utility, sex, QUINTILES - 1) - quality(fitted, &utility, sex, 0)))
        .iter()
        .sum()
}

fn quality(fitted: &PlaceMortality, utility: &Cells, sex: Sex, quintile: usize) -> f64 {
    let (mut alive, mut total) = (1.0, 0.0);
    for (rate, worth) in fitted.rate[sex.index()][quintile].iter().zip(&utility[sex.index()][quintile]) {
        let deaths = alive * -math::exp_m1(-rate);
        total += (alive - 0.5 * deaths) * worth;
        alive -= deaths;
    }
    total
}

/// Inpatient cost above that of the least deprived fifth of the same age and sex, pounds of 2011-12.
fn excess_cost(study: &Study) -> f64 {
    let Some(table) = study.table("hospital_use") else { return f64::NAN };
    let numbers = |column: &str| table.numbers(column).unwrap_or(&[]);
    let (emergency, planned) =
        (numbers("emergency_cost_per_person_gbp_2011_12"), numbers("elective_cost_per_person_gbp_2011_12"));
    let people = numbers("population");
    let cell = |row: usize| (table.cell("sex", row), table.cell("age", row));
    let least: Vec<usize> = (0..table.rows()).filter(|row| table.cell("imd_quintile", *row) == "5").collect();
    let excess = |row: usize| -> Option<f64> {
        let other = least.iter().find(|other| cell(**other) == cell(row))?;
        Some(
            people.get(row)?
                * (emergency.get(row)? + planned.get(row)? - emergency.get(*other)? - planned.get(*other)?),
        )
    };
    (0..table.rows()).map(|row| excess(row).unwrap_or(f64::NAN)).sum()
}

fn beds(study: &Study, row: Row<'_>) -> Comparison {
    let (ours, elicited) = (hospital::extra_beds(study, "primary"), hospital::extra_beds(study, "elicited"));
    let words = format!("{} by ageing alone; {} with the experts' growth", readable(ours), readable(elicited));
    let met = (row.number("low")..=row.number("high")).contains(&ours);
    row.compare(words, if met { Verdict::Met } else { Verdict::Missed }).because(
        "the central run takes a little less use each year per person of the same age; with the growth that experts expect it lies inside",
    )
}

fn prices(study: &Study, row: Row<'_>) -> Comparison {
    let Some(switch) = study.evidence.switches.get("nhs_cost_per_qaly") else { return row.gap("no such switch") };
    let price = |id: &str| study.evidence.parameters.get(id).map_or(f64::NAN, |figure| figure.value);
    let all: Vec<f64> = switch.options.iter().map(|option| price(&option.points_at)).collect();
    let range = row.number("low")..=row.number("high");
    let central = switch.options.iter().position(|option| option.id == switch.default).map_or(f64::NAN, |at| all[at]);
    let beyond: Vec<String> = all.iter().filter(|price| !range.contains(price)).map(|price| readable(*price)).collect();
    row.compare(
        format!(
            "{} for the arithmetic of the central row; of five shown, beyond it: {}",
            readable(central),
            beyond.join(", ")
        ),
        if range.contains(&central) { Verdict::Met } else { Verdict::Missed },
    )
    .because("at the prices of each study; the two beyond are rivals published since or resting on other assumptions")
}

fn cause(study: &Study, row: Row<'_>) -> Comparison {
    let label = row.text("target").to_lowercase();
    let names = [
        ("chd", "chd"),
        ("stroke", "stroke"),
        ("copd", "copd"),
        ("lung", "lung_cancer"),
        ("colorectal", "colorectal_cancer"),
        ("breast", "breast_cancer"),
    ];
    let Some((_, id)) = names.iter().find(|(word, _)| label.starts_with(word)) else {
        return row.gap("not followed as a disease of its own: inside the deaths of other causes");
    };
    let ours = study.england(&format!("deaths.{id}"), 0);
    let (then, now) = (row.number("value") / causes::all_official(study), ours / deaths::adults(study, "deaths"));
    row.compare(
        format!(
            "{} in {}: {:.1}% of deaths at 20 and over, then {:.1}%",
            readable(ours),
            study.tables.start_year,
            100.0 * now,
            100.0 * then
        ),
        Verdict::within(now - then, SHARE_TOLERANCE),
    )
    .because("judged by the share of deaths, within one point: all deaths are more and older now")
}
