//! People living with the six diseases: the stationary start, GP registers, and growth.

use headwater::model::disease::DiseaseBurden;
use headwater::model::population::single_ages;
use headwater::model::tables::{DiseaseRates, SexAge};
use headwater::strata::{AGES, QUINTILES, Sex};
use headwater::value::outcomes::Selection;

use super::report::{Comparison, Grid, Section, Verdict, largest, percent_off};
use super::study::Study;
use crate::output::readable;

/// The stationary number of people living with a disease must be this close to the stored one, as a ratio.
const STATIONARY_TOLERANCE: f64 = 0.1;
/// People living with a disease must be this close to the registers, as a ratio.
const REGISTER_TOLERANCE: f64 = 0.2;
/// Ages at which stored and stationary prevalence are compared one by one: those the calibration was made for.
const COMPARED_AGES: std::ops::RangeInclusive<usize> = 40..=89;
/// Last age the source stores.
const LAST_STORED: usize = 89;
/// Diseases that have a register of their own, and its name.
const REGISTERS: [(&str, &str); 3] = [("chd", "chd"), ("stroke", "stroke_or_tia"), ("copd", "copd")];
/// Cancers among the six diseases, which share one register with all other cancers.
const CANCERS: [&str; 3] = ["lung_cancer", "colorectal_cancer", "breast_cancer"];
/// Years run without a trend to see whether prevalence moves by itself.
const DRIFT_YEARS: u32 = 30;
/// Years over which the published growth of major illness runs, 2019 to 2040, and its last year.
const GROWTH: (f64, u32) = (21.0, 2040);

/// Prevalence the calibrated rates produce against the one the source stores.
pub fn stationary(study: &Study) -> Section {
    let people = single_ages(&study.england.population, &study.tables);
    let mut burden = DiseaseBurden::<1>::stationary(&study.tables.diseases);
    let start = prevalence(study, &burden);
    let mut comparisons = Vec::new();
    let mut grid =
        Grid::new(&["disease", "stored", "stationary", "ratio", "age with the largest difference", "ratio there"]);
    for (disease, ours) in study.tables.diseases.iter().zip(&start) {
        let at = |age: usize| cases(study, &people, disease, ours, age);
        let (comparison, row) = compare_stationary(&disease.id, at);
        comparisons.push(comparison);
        grid.rows.push(row);
    }
    for _ in 0..DRIFT_YEARS {
        burden.step([1.0]);
    }
    let drift = drift(&start, &prevalence(study, &burden));
    comparisons.push(Comparison::new(
        format!("Prevalence at any age after {DRIFT_YEARS} years without a trend"),
        "the same as at the start: it must not drift by itself",
        format!("largest change {drift:.1e}"),
        Verdict::within(drift, 0.0),
    ));
    Section {
        title: "Stationary start against stored prevalence",
        method: "The model starts from the prevalence its own calibrated rates keep up, so that nothing moves without a cause. Both are put on England's residents of mid-2023; beyond 89 the source stores nothing.",
        comparisons,
        grids: vec![grid],
    }
}

/// One disease: all ages together, and the age furthest apart. `at` gives stored and stationary cases of an age.
fn compare_stationary(id: &str, at: impl Fn(usize) -> (f64, f64)) -> (Comparison, Vec<String>) {
    let (stored, ours) = (0..=LAST_STORED).map(&at).fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    let ratio = |age: usize| at(age).1 / at(age).0;
    let far = |age: &usize| (ratio(*age) - 1.0).abs();
    let worst = COMPARED_AGES.max_by(|a, b| far(a).total_cmp(&far(b))).unwrap_or(LAST_STORED);
    let comparison = Comparison::new(
        format!("People living with {id}, stationary start, residents of mid-2023 up to {LAST_STORED}"),
        format!("{} stored, within {:.0}%", readable(stored), STATIONARY_TOLERANCE * 100.0),
        format!("{} ({})", readable(ours), percent_off(ours / stored)),
        Verdict::within(ours / stored - 1.0, STATIONARY_TOLERANCE),
    );
    let row = vec![
        id.to_string(),
        readable(stored),
        readable(ours),
        format!("{:.3}", ours / stored),
        worst.to_string(),
        format!("{:.2}", ratio(worst)),
    ];
    (comparison, row)
}

/// Prevalence by disease, sex, fifth and age.
type Prevalence = Vec<Vec<[f64; AGES]>>;

fn prevalence(study: &Study, burden: &DiseaseBurden<'_, 1>) -> Prevalence {
    let of = |disease: usize, sex: usize, quintile: usize| -> [f64; AGES] {
        let years = burden.by_age(disease, sex, quintile);
        std::array::from_fn(|age| years[age].prevalence[0])
    };
    (0..study.tables.diseases.len())
        .map(|disease| (0..2).flat_map(|sex| (0..QUINTILES).map(move |q| of(disease, sex, q))).collect())
        .collect()
}

/// Stored and stationary cases at one age.
fn cases(study: &Study, people: &SexAge, disease: &DiseaseRates, ours: &[[f64; AGES]], age: usize) -> (f64, f64) {
    let mut sum = (0.0, 0.0);
    for sex in disease.sexes.iter().map(|sex: &Sex| sex.index()) {
        for quintile in 0..QUINTILES {
            let residents = people[sex][age] * study.england.quintile_shares[quintile];
            sum.0 += residents * disease.stored_prevalence[sex][quintile][age];
            sum.1 += residents * ours[sex * QUINTILES + quintile][age];
        }
    }
    sum
}

fn drift(start: &Prevalence, end: &Prevalence) -> f64 {
    let pairs = start.iter().flatten().flatten().zip(end.iter().flatten().flatten());
    largest(&pairs.map(|(before, after)| (after - before).abs()).collect::<Vec<f64>>())
}

/// GP registers of 2019-20.
pub fn registers(study: &Study) -> Section {
    let mut grid =
        Grid::new(&["disease", "register: poorest against richest fifth", "model: poorest against richest fifth"]);
    for (disease, condition) in REGISTERS {
        let series = format!("living_with.{disease}");
        let fifth = |quintile: usize| {
            let group = Selection { quintile: Some(quintile), ..Selection::default() };
            study.england_of(&series, 0, group) / study.england_of("population", 0, group)
        };
        grid.rows.push(vec![
            disease.to_string(),
            format!("{:.2}", register(study, condition, "1") / register(study, condition, "5")),
            format!("{:.2}", fifth(0) / fifth(QUINTILES - 1)),
        ]);
    }
    let mut comparisons: Vec<Comparison> =
        REGISTERS.into_iter().map(|(disease, condition)| compare_register(study, disease, condition)).collect();
    comparisons.push(cancers(study));
    Section {
        title: "People living with disease against GP registers",
        method: "Registers hold people whose disease a practice has recorded, in 2019-20. The second table compares fifths as they are, not adjusted for age: in the model every fifth has the same ages, in life poorer fifths are younger, so the model's crude slope is steeper.",
        comparisons,
        grids: vec![grid],
    }
}

fn compare_register(study: &Study, disease: &str, condition: &str) -> Comparison {
    let ours = study.england(&format!("living_with.{disease}"), 0) / study.england("population", 0);
    let known = register(study, condition, "all");
    Comparison::new(
        format!("Share of residents living with {disease}, {}", study.tables.start_year),
        format!("{:.2}% on GP registers 2019-20, within {:.0}%", known * 100.0, REGISTER_TOLERANCE * 100.0),
        format!("{:.2}% ({})", ours * 100.0, percent_off(ours / known)),
        Verdict::within(ours / known - 1.0, REGISTER_TOLERANCE),
    )
    .because(reason(disease))
}

fn cancers(study: &Study) -> Comparison {
    let ours: f64 = CANCERS.iter().map(|cancer| study.england(&format!("living_with.{cancer}"), 0)).sum();
    Comparison::new(
        "Share of residents living with lung, bowel or breast cancer",
        format!("{:.2}% on the register of all cancers", register(study, "cancer", "all") * 100.0),
        format!("{:.2}%", ours / study.england("population", 0) * 100.0),
        Verdict::Shown,
    )
    .because("three cancers against all of them")
}

fn reason(disease: &str) -> &'static str {
    match disease {
        "chd" => {
            "rates of a published model, base about 2013, not counts of patients; ours also has the ageing since 2019-20"
        }
        "stroke" => "the register adds transient attacks; ours has the ageing since 2019-20",
        _ => "the source's COPD is known to lie far above registers: trust its ratios and its slope, not its level",
    }
}

fn register(study: &Study, condition: &str, fifth: &str) -> f64 {
    let Some(table) = study.table("register_prevalence") else { return f64::NAN };
    let row = (0..table.rows())
        .find(|row| table.word("condition", *row) == Some(condition) && table.cell("imd_quintile", *row) == fifth);
    row.and_then(|row| table.numbers("prevalence_share")?.get(row).copied()).unwrap_or(f64::NAN)
}

/// People living with the six diseases in England, somebody with two counted twice.
fn living(study: &Study, year: usize) -> f64 {
    study.tables.diseases.iter().map(|disease| study.england(&format!("living_with.{}", disease.id), year)).sum()
}

/// The year up to which growth is read off.
fn last_year(study: &Study) -> usize {
    study.at(GROWTH.1).min(study.england_run.years - 1)
}

/// Growth over the years of the published projection, at the model's number a year.
pub fn more_in_21_years(study: &Study) -> f64 {
    let end = last_year(study);
    (living(study, end) - living(study, 0)) / super::report::count(end) * GROWTH.0
}

/// Growth of the number of people living with the six diseases.
pub fn growth(study: &Study) -> Section {
    let (first, last) = (living(study, 0), living(study, last_year(study)));
    Section {
        title: "Growth of illness",
        method: "People living with each of the six diseases, added up (somebody with two counts twice), over the years of the run; stretched to the 21 years of the published projection at the same number a year.",
        comparisons: vec![
            Comparison::new(
                "The baseline rises",
                format!("more people living with the six diseases in {} than in {}", GROWTH.1, study.tables.start_year),
                format!("{} more ({})", readable(last - first), percent_off(last / first)),
                if last > first { Verdict::Met } else { Verdict::Missed },
            ),
            Comparison::new(
                "People living with major illness, 2019 to 2040",
                format!(
                    "{} in 2040 as published: {}",
                    readable(study.figure("england.major_illness_2040")),
                    study.note("england.major_illness_2040")
                ),
                format!("{} more over 21 years at the model's rate a year", readable(more_in_21_years(study))),
                Verdict::Shown,
            )
            .because("another definition of illness, and other years: six diseases here"),
        ],
        grids: Vec::new(),
    }
}
