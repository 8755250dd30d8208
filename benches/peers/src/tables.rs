//! The figures of the common model, read from the one file that all engines read.

use crate::{BANDS, DISEASES, EXPOSURES, FIFTHS, PAYERS, PROGRAMMES, SEXES};
use std::collections::HashMap;

const TEXT: &str = include_str!("../model/tables.txt");

type Grid<const ROWS: usize, const COLUMNS: usize> = [[f64; COLUMNS]; ROWS];

/// A yearly probability as the product of three factors.
pub struct Rate {
    pub age: Grid<BANDS, DISEASES>,
    pub sex: Grid<SEXES, DISEASES>,
    pub fifth: Grid<FIFTHS, DISEASES>,
}

/// Everything but the draws. The file says what each table is.
pub struct Tables {
    pub exposure_age: Grid<BANDS, EXPOSURES>,
    pub exposure_sex: Grid<SEXES, EXPOSURES>,
    pub exposure_fifth: Grid<FIFTHS, EXPOSURES>,
    pub excess_risk: Grid<EXPOSURES, DISEASES>,
    pub incidence: Rate,
    pub fatality: Rate,
    pub remission: [f64; DISEASES],
    pub mortality_age: [f64; BANDS],
    pub mortality_sex: [f64; SEXES],
    pub mortality_fifth: [f64; FIFTHS],
    pub prevalence_age: Grid<BANDS, DISEASES>,
    pub people_age: [f64; BANDS],
    pub people_sex: [f64; SEXES],
    pub people_fifth: [f64; FIFTHS],
    pub births: Grid<SEXES, FIFTHS>,
    pub leaving: [f64; BANDS],
    pub coverage: [f64; PROGRAMMES],
    pub effect: Grid<PROGRAMMES, EXPOSURES>,
    pub gradient: Grid<PROGRAMMES, FIFTHS>,
    pub lag: [f64; EXPOSURES],
    pub bed_days: [f64; DISEASES],
    pub case_cost: [f64; DISEASES],
    pub utility_loss: [f64; DISEASES],
    pub utility_age: [f64; BANDS],
    pub programme_cost: [f64; PROGRAMMES],
    pub payer_share: Grid<PAYERS, DISEASES>,
    pub payer_programme: [f64; PAYERS],
    pub payer_waiting: [f64; PAYERS],
    pub ramp_start: f64,
    pub ramp_years: f64,
    pub mortality_improvement: f64,
    pub capacity_start: f64,
    pub capacity_growth: f64,
    pub capacity_delay: f64,
    pub waiting_start: f64,
    pub discount_rate: f64,
}

impl Rate {
    /// In a cohort, for a disease.
    pub fn of(&self, age: usize, sex: usize, fifth: usize, disease: usize) -> f64 {
        self.age[age][disease] * self.sex[sex][disease] * self.fifth[fifth][disease]
    }
}

impl Tables {
    /// Reads them; a file that does not fit is a mistake in this folder, so it ends the program.
    pub fn read() -> Tables {
        let text = Text::of(TEXT);
        let rate = |name: &str| Rate {
            age: text.grid(&format!("{name}_age")),
            sex: text.grid(&format!("{name}_sex")),
            fifth: text.grid(&format!("{name}_fifth")),
        };
        Tables {
            exposure_age: text.grid("exposure_age"),
            exposure_sex: text.grid("exposure_sex"),
            exposure_fifth: text.grid("exposure_fifth"),
            excess_risk: text.grid("excess_risk"),
            incidence: rate("incidence"),
            fatality: rate("fatality"),
            remission: text.row("remission"),
            mortality_age: text.row("mortality_age"),
            mortality_sex: text.row("mortality_sex"),
            mortality_fifth: text.row("mortality_fifth"),
            prevalence_age: text.grid("prevalence_age"),
            people_age: text.row("people_age"),
            people_sex: text.row("people_sex"),
            people_fifth: text.row("people_fifth"),
            births: text.grid("births"),
            leaving: text.row("leaving"),
            coverage: text.row("coverage"),
            effect: text.grid("effect"),
            gradient: text.grid("gradient"),
            lag: text.row("lag"),
            bed_days: text.row("bed_days"),
            case_cost: text.row("case_cost"),
            utility_loss: text.row("utility_loss"),
            utility_age: text.row("utility_age"),
            programme_cost: text.row("programme_cost"),
            payer_share: text.grid("payer_share"),
            payer_programme: text.row("payer_programme"),
            payer_waiting: text.row("payer_waiting"),
            ramp_start: text.one("ramp_start"),
            ramp_years: text.one("ramp_years"),
            mortality_improvement: text.one("mortality_improvement"),
            capacity_start: text.one("capacity_start"),
            capacity_growth: text.one("capacity_growth"),
            capacity_delay: text.one("capacity_delay"),
            waiting_start: text.one("waiting_start"),
            discount_rate: text.one("discount_rate"),
        }
    }

    /// Share exposed at the start.
    pub fn exposed(&self, age: usize, sex: usize, fifth: usize, exposure: usize) -> f64 {
        self.exposure_age[age][exposure] * self.exposure_sex[sex][exposure] * self.exposure_fifth[fifth][exposure]
    }

    /// People at the start.
    pub fn people(&self, age: usize, sex: usize, fifth: usize) -> f64 {
        self.people_age[age] * self.people_sex[sex] * self.people_fifth[fifth]
    }

    /// Share with a disease at the start.
    pub fn prevalence(&self, age: usize, fifth: usize, disease: usize) -> f64 {
        self.prevalence_age[age][disease] * self.incidence.fifth[fifth][disease]
    }

    /// Other causes of death, a year, before any improvement.
    pub fn mortality(&self, age: usize, sex: usize, fifth: usize) -> f64 {
        self.mortality_age[age] * self.mortality_sex[sex] * self.mortality_fifth[fifth]
    }

    /// What all programmes cost a year at full strength.
    pub fn programmes_cost(&self) -> f64 {
        self.coverage.iter().zip(&self.programme_cost).map(|(coverage, cost)| coverage * cost).sum()
    }

    /// How far programmes have come, and what mortality and money are multiplied by, `years` after the start.
    pub fn at(&self, years: f64) -> Moment {
        Moment {
            ramp: ((years - self.ramp_start) / self.ramp_years).clamp(0.0, 1.0),
            mortality: (-self.mortality_improvement * years).exp(),
            discount: (-self.discount_rate * years).exp(),
            capacity: self.capacity_start * (1.0 + self.capacity_growth * years),
        }
    }
}

/// What depends on the year alone.
#[derive(Clone, Copy)]
pub struct Moment {
    pub ramp: f64,
    pub mortality: f64,
    pub discount: f64,
    /// The capacity that is aimed at.
    pub capacity: f64,
}

struct Text<'a>(HashMap<&'a str, Vec<f64>>);

impl<'a> Text<'a> {
    fn of(text: &'a str) -> Text<'a> {
        let mut found: HashMap<&str, Vec<f64>> = HashMap::new();
        let mut name = "";
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((title, _)) = line.split_once(':') {
                name = title;
            } else {
                let numbers = line.split(' ').map(|number| number.parse::<f64>().expect("a number"));
                found.entry(name).or_default().extend(numbers);
            }
        }
        Text(found)
    }

    fn row<const N: usize>(&self, name: &str) -> [f64; N] {
        let found = self.0.get(name).unwrap_or_else(|| panic!("no table {name}"));
        found.as_slice().try_into().unwrap_or_else(|_| panic!("{name}: {} numbers, not {N}", found.len()))
    }

    fn grid<const ROWS: usize, const COLUMNS: usize>(&self, name: &str) -> Grid<ROWS, COLUMNS> {
        let found = self.0.get(name).unwrap_or_else(|| panic!("no table {name}"));
        assert!(found.len() == ROWS * COLUMNS, "{name}: {} numbers", found.len());
        std::array::from_fn(|row| std::array::from_fn(|column| found[row * COLUMNS + column]))
    }

    fn one(&self, name: &str) -> f64 {
        self.row::<1>(name)[0]
    }
}
