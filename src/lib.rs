//! What if our place spent a little less on acute hospital care and a little more on council-led prevention?
//!
//! This library is the whole model. It reads bytes and returns values: no files, no clock, no global state, no hidden
//! randomness. The command line (`src/bin/headwater`) and the web page (`wasm`) are thin layers over it.
//!
//! # The method on one page
//!
//! *What is counted* in a place (residents, life expectancy, deprivation, need, money) comes from the data pack. *What is
//! believed* (rates of disease, ratios, trends, effects, prices) comes from the evidence pack, where every figure carries
//! its range, source and status. Both are read strictly, once, into types that cannot be invalid.
//!
//! Residents are projected by age and sex and split into national fifths of deprivation. They die at England's rates by
//! single age, times the ratio of their fifth, times two multipliers per sex that make the place's mix of fifths
//! reproduce its published life expectancy at birth and at 65. Six diseases run beside that as three-state processes (well,
//! ill, dead of it), each year solved exactly, from the prevalence their own rates keep up; their deaths hold the
//! official share of all deaths in the first year. Hospital use is England's by age and fifth, scaled to counted totals and
//! to the need of the place. Exposures stay at the level published for the place. Acute spending is England's, shared out
//! by need, and follows bed-days. Joined places are added cell by cell.
//!
//! A general life-table engine runs underneath and on anybody's own tables: cohorts lived with and without a change of
//! incidence, remission, case fatality or mortality, side by side.
//!
//! The equations stand once, in `docs/METHOD.md`; how well they meet the outside world, in `docs/VALIDATION.md`.
//!
//! # The field's terms, and where they are
//!
//! | term | item |
//! | --- | --- |
//! | multi-state life table (PMSLT), cohort | [`model::life_table::run`], [`model::life_table::CohortYear`] |
//! | three-state disease process, exact solution | [`model::three_state::transition`] |
//! | incidence, remission, case fatality (hazards) | [`model::three_state::Hazards`] |
//! | stationary prevalence | [`model::disease::DiseaseTrack::stationary`] |
//! | remaining life expectancy, healthy life expectancy | [`model::life_table::life_expectancy`], [`model::life_table::healthy_life_expectancy`] |
//! | calibration of mortality to a place | [`model::mortality::PlaceMortality::fit`] |
//! | population projection | [`model::population::residents_by_band`] |
//! | baseline, business as usual | [`model::baseline::run`] |
//! | need ratio, hospital use by age, sex and fifth | [`model::tables::HospitalUse`] |
//! | exposure prevalence | [`model::tables::ExposurePattern`] |
//! | acute spending by place | [`model::baseline::acute_spend`] |
//! | outcome series by stratum | [`value::outcomes::Series`] |
//! | deprivation fifth (IMD quintile), age band | [`strata`] |
//! | parameter with uncertainty and provenance | [`inputs::evidence::Evidence`] |
//! | place, joined area | [`inputs::place::Place`], [`inputs::place::Area`] |
//! | draws of a probabilistic sensitivity analysis, Latin hypercube, Gaussian copula | [`model::draws::Draws`] |
//! | one-way sensitivity, threshold analysis, EVPPI | [`value::sensitivity`] |
//! | scenario, as an overlay on the evidence | [`inputs::scenario`] |
//!
//! # Modules in reading order
//!
//! [`strata`] and [`units`] (what things are counted in) · [`error`] (what can be wrong, and how it is said) · [`inputs`]
//! (bytes to evidence and places) · [`model`] (`three_state`, `life_table`, `tables`, `population`, `mortality`, `disease`,
//! `baseline`, then `what_if`; `draws` for how sure anyone can be) · [`value`] (what a run says) · [`math`] (the only transcendental functions).

pub mod error;
pub mod inputs;
pub mod math;
pub mod model;
pub mod order;
pub mod strata;
pub mod sums;
pub mod units;
pub mod value;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
