//! Mortality of a place: England's single-year table, the ratio of each fifth, and two multipliers per sex fitted so that
//! the place's mix of fifths reproduces its published life expectancy at birth and at 65.

use crate::inputs::place::Place;
use crate::math;
use crate::model::life_table::{healthy_life_expectancy, life_expectancy};
use crate::model::tables::{ByAge, Cells, NO_CELLS, SexAge, Tables};
use crate::strata::{AGES, QUINTILES, SEXES};

/// Age from which the second multiplier holds.
pub const OLD_AGE: usize = 65;
/// Mid-year on which the fitted rates are centred.
pub const FIT_YEAR: u32 = 2022;

/// Largest and smallest multiplier tried, as logarithms: a tenth to ten times England.
const SEARCH: (f64, f64) = (-std::f64::consts::LN_10, std::f64::consts::LN_10);
/// Halvings of the search: 4.6 / 2^48 is below the last digit that matters.
const HALVINGS: u32 = 48;

/// Fitted multipliers of one sex.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Multipliers {
    /// Under 65.
    pub under_65: f64,
    /// 65 and over.
    pub from_65: f64,
}

/// Mortality of a place at mid-2022, before any trend.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceMortality {
    /// By sex, fifth and age, per person-year.
    pub rate: Cells,
    /// By sex and age, the fifths mixed as in the place.
    pub mix: SexAge,
    /// Fitted multipliers by sex.
    pub multipliers: [Multipliers; 2],
}

impl PlaceMortality {
    /// Fits a place.
    #[must_use]
    pub fn fit(place: &Place, tables: &Tables) -> PlaceMortality {
        let mut fitted = PlaceMortality {
            rate: NO_CELLS,
            mix: [[0.0; AGES]; 2],
            multipliers: [Multipliers { under_65: 1.0, from_65: 1.0 }; 2],
        };
        for sex in SEXES {
            let s = sex.index();
            let unscaled = unscaled_mix(tables, s, &place.quintile_shares);
            let target = place.life_expectancy[s];
            let from_65 = solve(target.age_65, |factor| {
                life_expectancy(&apply(&unscaled, Multipliers { under_65: 1.0, from_65: factor }), OLD_AGE)
            });
            let under_65 = solve(target.birth, |factor| {
                life_expectancy(&apply(&unscaled, Multipliers { under_65: factor, from_65 }), 0)
            });
            let multipliers = Multipliers { under_65, from_65 };
            fitted.multipliers[s] = multipliers;
            fitted.mix[s] = apply(&unscaled, multipliers);
            for quintile in 0..QUINTILES {
                let own: ByAge =
                    std::array::from_fn(|age| tables.mortality[s][age] * tables.mortality_ratio[s][quintile][age]);
                fitted.rate[s][quintile] = apply(&own, multipliers);
            }
        }
        fitted
    }
}

fn unscaled_mix(tables: &Tables, sex: usize, shares: &[f64; QUINTILES]) -> ByAge {
    std::array::from_fn(|age| {
        let ratio: f64 = (0..QUINTILES).map(|q| shares[q] * tables.mortality_ratio[sex][q][age]).sum();
        tables.mortality[sex][age] * ratio
    })
}

fn apply(rates: &ByAge, multipliers: Multipliers) -> ByAge {
    std::array::from_fn(|age| rates[age] * if age < OLD_AGE { multipliers.under_65 } else { multipliers.from_65 })
}

/// The factor at which a falling function reaches `target`, by halving on the log scale.
fn solve(target: f64, falling: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = SEARCH;
    for _ in 0..HALVINGS {
        let middle = 0.5 * (low + high);
        if falling(math::exp(middle)) > target {
            low = middle;
        } else {
            high = middle;
        }
    }
    math::exp(0.5 * (low + high))
}

/// Share not in good health by age, for one sex: England's shape with its odds scaled so that healthy life expectancy at
/// birth is the published one.
///
/// Odds keep every share between 0 and 1 whatever the scale.
#[must_use]
pub fn fit_ill_health(published: f64, mix: &ByAge, shape: &ByAge) -> ByAge {
    let scaled = |factor: f64| -> ByAge { std::array::from_fn(|age| scale_odds(shape[age], factor)) };
    scaled(solve(published, |factor| healthy_life_expectancy(mix, &scaled(factor), 0)))
}

fn scale_odds(share: f64, factor: f64) -> f64 {
    factor * share / (1.0 - share + factor * share)
}
