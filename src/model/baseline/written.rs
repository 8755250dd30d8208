//! What was counted, written into the series of a run.

use super::AGE_65;
use super::counted::YearCells;
use super::money::council_money;
use crate::inputs::place::Area;
use crate::model::disease::{AgeYear, DiseaseBurden};
use crate::model::life_table::{healthy_life_expectancy, life_expectancy};
use crate::model::series;
use crate::model::tables::{Cells, DAYS, Tables, bands};
use crate::strata::{AGES, QUINTILES, SEXES};
use crate::value::outcomes::{Outcomes, Series, cell};

/// Deaths before this age are counted apart.
const PREMATURE: usize = 75;

/// Writes one year of every series. The order of writing is the order of [`series::catalogue`].
pub(super) fn write_year(
    outcomes: &mut Outcomes,
    year: usize,
    cells: &YearCells,
    burden: &DiseaseBurden<'_, 1>,
    tables: &Tables,
) {
    let mut all = outcomes.series.iter_mut();
    let mut next = |write: &mut dyn FnMut(&mut Series)| {
        if let Some(series) = all.next() {
            write(series);
        }
    };
    next(&mut |series| sum_ages(series, year, &cells.residents, 0..AGES));
    next(&mut |series| {
        for sex in SEXES {
            series.set(year, Some(sex), None, cells.births[sex.index()]);
        }
        series.set(year, None, None, cells.births[0] + cells.births[1]);
    });
    next(&mut |series| sum_ages(series, year, &cells.deaths, 0..AGES));
    next(&mut |series| sum_ages(series, year, &cells.deaths, 0..PREMATURE));
    next(&mut |series| write_life(series, year, cells, 0));
    next(&mut |series| write_life(series, year, cells, AGE_65));
    next(&mut |series| {
        for sex in SEXES {
            let s = sex.index();
            series.set(year, Some(sex), None, healthy_life_expectancy(&cells.mix[s], &cells.ill_health[s], 0));
        }
    });
    for index in 0..tables.diseases.len() {
        next(&mut |series| write_disease(series, year, burden, index, &cells.residents, |of| of.prevalence[0]));
        next(&mut |series| {
            write_disease(series, year, burden, index, &cells.residents, |of| {
                of.incidence_rate[0] * (1.0 - of.mean_prevalence[0])
            });
        });
        next(&mut |series| {
            write_disease(series, year, burden, index, &cells.scaled_residents[index], |of| of.mortality_rate[0])
        });
    }
    for measure in &cells.hospital {
        next(&mut |series| sum_ages(series, year, measure, 0..AGES));
    }
    next(&mut |series| {
        sum_ages(series, year, &cells.hospital[1], 0..AGES);
        series.year_mut(year).iter_mut().for_each(|value| *value /= DAYS);
    });
    for exposed in &cells.exposed {
        next(&mut |series| sum_ages(series, year, exposed, 0..AGES));
    }
    next(&mut |series| series.set(year, None, None, cells.acute_gbp));
}

fn sum_ages(series: &mut Series, year: usize, cells: &Cells, ages: std::ops::Range<usize>) {
    let band_of = bands();
    let values = series.year_mut(year);
    for sex in 0..2 {
        for quintile in 0..QUINTILES {
            for age in ages.clone() {
                values[cell(sex, band_of[age], quintile)] += cells[sex][quintile][age];
            }
        }
    }
}

fn write_disease(
    series: &mut Series,
    year: usize,
    burden: &DiseaseBurden<'_, 1>,
    disease: usize,
    people: &Cells,
    rate: impl Fn(&AgeYear<1>) -> f64,
) {
    let band_of = bands();
    let values = series.year_mut(year);
    for sex in 0..2 {
        for quintile in 0..QUINTILES {
            for (age, of) in burden.by_age(disease, sex, quintile).iter().enumerate() {
                values[cell(sex, band_of[age], quintile)] += people[sex][quintile][age] * rate(of);
            }
        }
    }
}

fn write_life(series: &mut Series, year: usize, cells: &YearCells, age: usize) {
    for sex in SEXES {
        let s = sex.index();
        series.set(year, Some(sex), None, life_expectancy(&cells.mix[s], age));
        for quintile in 0..QUINTILES {
            series.set(year, Some(sex), Some(quintile), life_expectancy(&cells.by_fifth[s][quintile], age));
        }
    }
}

/// Council money is held, in real terms, at the latest return.
pub(super) fn write_council_money(outcomes: &mut Outcomes, area: &Area, tables: &Tables) {
    for series in &mut outcomes.series {
        let id = series.info.id.clone();
        let Some(measure) = id.strip_prefix("money.").filter(|measure| *measure != series::ACUTE) else { continue };
        let value = council_money(area, measure, tables).unwrap_or(f64::NAN);
        for year in 0..outcomes.years {
            series.set(year, None, None, value);
        }
    }
}
