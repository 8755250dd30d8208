//! The baseline of the year a run is in.

use crate::math;
use crate::model::baseline::BaseYear;
use crate::model::tables::{Cells, NO_CELLS};
use crate::strata::AGES;

use super::cells::each_row;

/// Residents and mortality of the year, and what follows from them. Within the horizon they are the baseline's; after it
/// everybody grows older, dies at the baseline rate, and nobody joins.
pub(super) struct Now<'p> {
    /// Lowest age with anybody in it: 0 within the horizon.
    pub(super) youngest: usize,
    /// True once all who are left have been in the last age for a year or more.
    pub(super) nobody_arrives: bool,
    /// What does not follow from residents and mortality: hospital use, exposures, factors of deaths.
    pub(super) fixed: &'p BaseYear,
    /// Hospital use over that of `fixed`: 1 but in possible futures in which demand grows otherwise.
    pub(super) demand: f64,
    /// Residents at mid-year.
    pub(super) residents: Cells,
    /// 1 over residents; 0 where there are none.
    pub(super) per_resident: Cells,
    /// 1 over hospital use per resident, by measure; 0 where there is none.
    pub(super) per_use: Box<[Cells; 3]>,
    /// All-cause mortality, per person-year.
    pub(super) mortality: Cells,
    /// Share alive a year later.
    pub(super) survival: Cells,
    /// Years lived in the year per person alive at its start: (1 - exp(-m)) / m.
    pub(super) lived: Cells,
}

impl<'p> Now<'p> {
    /// A year of the horizon.
    pub(super) fn of(year: &'p BaseYear) -> Now<'p> {
        let mut now = Now {
            youngest: 0,
            nobody_arrives: false,
            fixed: year,
            demand: 1.0,
            residents: year.residents,
            per_resident: NO_CELLS,
            per_use: Box::new([NO_CELLS; 3]),
            mortality: year.mortality,
            survival: NO_CELLS,
            lived: NO_CELLS,
        };
        now.invert_use();
        now.work_out();
        now
    }

    /// Moves into the next year of the horizon; `demand` is what hospital use grows by, over the growth in `year`.
    pub(super) fn enter(&mut self, year: &'p BaseYear, demand: f64) {
        self.fixed = year;
        self.demand *= demand;
        self.residents = year.residents;
        self.mortality = year.mortality;
        self.invert_use();
        self.work_out();
    }

    /// Moves a year beyond the horizon: `survival` is what ages residents, `trend` the factor on mortality.
    pub(super) fn grow_old(&mut self, survival: &Cells, trend: f64) {
        self.nobody_arrives = self.youngest == AGES - 1;
        self.youngest = (self.youngest + 1).min(AGES - 1);
        super::super::stock::grow_older(&mut self.residents, survival, self.youngest);
        let youngest = self.youngest;
        each_row(|sex, quintile| {
            self.mortality[sex][quintile][youngest..].iter_mut().for_each(|rate| *rate *= trend);
        });
        self.work_out();
    }

    fn invert_use(&mut self) {
        let demand = self.demand;
        for (per_use, rates) in self.per_use.iter_mut().zip(&self.fixed.use_rate) {
            each_row(|sex, quintile| {
                let row = per_use[sex][quintile].iter_mut().zip(&rates[sex][quintile]);
                row.for_each(|(inverse, rate)| *inverse = if *rate > 0.0 { 1.0 / (rate * demand) } else { 0.0 });
            });
        }
    }

    fn work_out(&mut self) {
        let youngest = self.youngest;
        each_row(|sex, quintile| {
            let residents = &self.residents[sex][quintile];
            let mortality = &self.mortality[sex][quintile];
            let per_resident = &mut self.per_resident[sex][quintile];
            let survival = &mut self.survival[sex][quintile];
            let lived = &mut self.lived[sex][quintile];
            for age in youngest..AGES {
                let people = residents[age];
                per_resident[age] = if people > 0.0 { 1.0 / people } else { 0.0 };
                let (fall, alive) = math::exp_pair_flat(-mortality[age]);
                survival[age] = alive;
                lived[age] = years_lived(mortality[age], fall);
            }
        });
    }
}

/// (1 - exp(-m)) / m from m and exp(-m) - 1.
#[inline(always)]
pub(super) fn years_lived(rate: f64, fall: f64) -> f64 {
    if rate.abs() < 1e-12 { 1.0 } else { -fall / rate }
}
