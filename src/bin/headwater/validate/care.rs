//! Adult social care as people age.

use super::study::Study;
use super::what_if;

/// First and last year of the growth that is read off, within the projection.
const YEARS: (u32, u32) = (2026, 2038);
/// Age from which people are older people.
const OLDER: usize = 65;

/// Growth a year of spending on care of older people if each age goes on costing the same.
pub fn growth(study: &Study) -> Result<f64, String> {
    let spent = |year: u32| -> Result<f64, String> {
        let (residents, cost) = what_if::care(study, (year - study.tables.start_year) as usize)?;
        let older = residents
            .iter()
            .flatten()
            .map(|ages| ages.iter().zip(&cost).skip(OLDER).map(|(people, pounds)| people * pounds).sum::<f64>());
        Ok(older.sum())
    };
    let years = f64::from(YEARS.1 - YEARS.0);
    Ok(headwater::math::pow(spent(YEARS.1)? / spent(YEARS.0)?, 1.0 / years) - 1.0)
}
