//! England's pattern of exposures by sex, age and fifth.

use super::needs::{Grid, Needs, Target, key};
use super::{Cells, NO_CELLS};
use crate::strata::{AGES, LAST_AGE, QUINTILES, SEXES};

/// An exposure's England pattern.
#[derive(Debug, Clone, PartialEq)]
pub struct ExposurePattern {
    /// Id.
    pub id: String,
    /// Name.
    pub label: String,
    /// Indicator its level in a place is normalised to, in percent.
    pub indicator: String,
    /// First and last age counted.
    pub ages: (usize, usize),
    /// Relative level by sex, fifth and age; only ratios matter.
    pub shape: Cells,
}

pub(super) fn exposures(need: &mut Needs<'_>) -> Vec<ExposurePattern> {
    let records: Vec<_> = need.evidence.exposures.iter().collect();
    records
        .into_iter()
        .map(|exposure| {
            let ages = (exposure.ages.0 as usize, exposure.ages.1 as usize);
            let by_age = exposure_grid(need, &exposure.by_age, &exposure.id, ages, true);
            let by_quintile = exposure_grid(need, &exposure.by_quintile, &exposure.id, ages, false);
            let mut shape = NO_CELLS;
            for sex in 0..2 {
                for quintile in 0..QUINTILES {
                    for age in ages.0..=ages.1 {
                        shape[sex][quintile][age] = by_age[sex][quintile][age] * by_quintile[sex][quintile][age];
                    }
                }
            }
            ExposurePattern {
                id: exposure.id.clone(),
                label: exposure.label.clone(),
                indicator: exposure.indicator.clone(),
                ages,
                shape,
            }
        })
        .collect()
}

fn exposure_grid(need: &mut Needs<'_>, table: &str, exposure: &str, ages: (usize, usize), by_age: bool) -> Cells {
    let Some(table) = need.table(table) else { return NO_CELLS };
    let keep: Vec<bool> = (0..table.rows()).map(|row| table.word("exposure", row) == Some(exposure)).collect();
    let keep = |row: usize| keep.get(row).copied().unwrap_or(false);
    if by_age {
        let grid = need.fill(table, "ratio_to_all", keep);
        need.complete(&table.id, "ratio_to_all", &grid, &SEXES, ages.0, ages.1);
        return grid.or_zero();
    }
    let mut grid = Grid { cells: [[[f64::NAN; AGES]; QUINTILES]; 2] };
    let values = table.numbers("ratio_to_all").unwrap_or(&[]);
    for (row, value) in values.iter().enumerate().filter(|(row, _)| keep(*row)) {
        if let Some(quintile @ 1..=QUINTILES) =
            key(table, "imd_quintile", row).and_then(|text| text.parse::<usize>().ok())
        {
            grid.set(&Target { sexes: vec![0, 1], quintiles: vec![quintile - 1], ages: (0, LAST_AGE) }, *value);
        }
    }
    need.complete(&table.id, "ratio_to_all", &grid, &SEXES, ages.0, ages.1);
    grid.or_zero()
}
