//! The common model as one reads it: one draw, one table for each quantity, one loop for each equation, in the order of
//! README.md. Slow on purpose; everything else is checked against it.

use crate::draws::{COST, EFFECT, FATALITY, INCIDENCE, LAG, MORTALITY, REMISSION, RISK, UTILITY};
use crate::tables::Tables;
use crate::{BANDS, DISEASES, EXPOSURES, FIFTHS, OUTPUTS, PAYERS, PROGRAMMES, SERIES, SEXES, YEARS};

/// A number for every cohort and disease (or exposure), and for every cohort.
type Cells = [[[[f64; DISEASES]; FIFTHS]; SEXES]; BANDS];
type Cohorts = [[[f64; FIFTHS]; SEXES]; BANDS];

fn cells(mut of: impl FnMut(usize, usize, usize, usize) -> f64) -> Box<Cells> {
    let mut all = Box::new([[[[0.0; DISEASES]; FIFTHS]; SEXES]; BANDS]);
    for a in 0..BANDS {
        for s in 0..SEXES {
            for q in 0..FIFTHS {
                for d in 0..DISEASES {
                    all[a][s][q][d] = of(a, s, q, d);
                }
            }
        }
    }
    all
}

fn cohorts(mut of: impl FnMut(usize, usize, usize) -> f64) -> Box<Cohorts> {
    let mut all = Box::new([[[0.0; FIFTHS]; SEXES]; BANDS]);
    for a in 0..BANDS {
        for s in 0..SEXES {
            for q in 0..FIFTHS {
                all[a][s][q] = of(a, s, q);
            }
        }
    }
    all
}

/// Runs one draw: `factors` of [`crate::draws`], `out` as [`SERIES`] numbers, [`OUTPUTS`] for each point in time.
pub fn run(t: &Tables, factors: &[f64], out: &mut [f64]) {
    assert!(out.len() == SERIES);
    let f = |at: usize| factors[at];
    let effect: [[f64; EXPOSURES]; FIFTHS] = std::array::from_fn(|q| {
        std::array::from_fn(|e| {
            (0..PROGRAMMES).map(|p| t.coverage[p] * f(EFFECT + p) * t.effect[p][e] * t.gradient[p][q]).sum()
        })
    });
    let risk = |e: usize, d: usize| t.excess_risk[e][d] * f(RISK + e * DISEASES + d);
    let start = cells(|a, s, q, e| t.exposed(a, s, q, e));
    let risk_start = cells(|a, s, q, d| (0..EXPOSURES).map(|e| 1.0 + start[a][s][q][e] * risk(e, d)).product::<f64>());
    let incidence_rate = cells(|a, s, q, d| t.incidence.of(a, s, q, d) * f(INCIDENCE + d));
    let fatality_rate = cells(|a, s, q, d| t.fatality.of(a, s, q, d) * f(FATALITY + d));
    let mortality = cohorts(|a, s, q| t.mortality(a, s, q) * f(MORTALITY));

    let mut exposure = start.clone();
    let mut people = cohorts(|a, s, q| t.people(a, s, q));
    let mut cases = cells(|a, s, q, d| people[a][s][q] * t.prevalence(a, q, d));
    let mut well = cells(|a, s, q, d| people[a][s][q] * (1.0 - t.prevalence(a, q, d)));
    let (mut capacity, mut waiting) = (t.capacity_start, t.waiting_start);
    let (mut ledger, mut lived) = ([0.0; PAYERS], 0.0);

    for year in 0..=YEARS {
        let now = t.at(year as f64);
        let target = cells(|a, s, q, e| start[a][s][q][e] * (1.0 - now.ramp * effect[q][e]));
        let relative_risk = cells(|a, s, q, d| {
            (0..EXPOSURES).map(|e| 1.0 + exposure[a][s][q][e] * risk(e, d)).product::<f64>() / risk_start[a][s][q][d]
        });
        let fall_ill = cells(|a, s, q, d| well[a][s][q][d] * incidence_rate[a][s][q][d] * relative_risk[a][s][q][d]);
        let recover = cells(|a, s, q, d| cases[a][s][q][d] * t.remission[d] * f(REMISSION + d));
        let die_of = cells(|a, s, q, d| cases[a][s][q][d] * fatality_rate[a][s][q][d]);
        let disease_rate = cohorts(|a, s, q| die_of[a][s][q].iter().sum::<f64>() / people[a][s][q]);
        let other_rate = cells(|a, s, q, d| {
            mortality[a][s][q] * now.mortality + disease_rate[a][s][q] - die_of[a][s][q][d] / people[a][s][q]
        });
        let deaths = cohorts(|a, s, q| people[a][s][q] * (mortality[a][s][q] * now.mortality + disease_rate[a][s][q]));
        let well_leave = cells(|a, s, q, d| well[a][s][q][d] * t.leaving[a]);
        let cases_leave = cells(|a, s, q, d| cases[a][s][q][d] * t.leaving[a]);
        let people_leave = cohorts(|a, s, q| people[a][s][q] * t.leaving[a]);
        let well_enter = cells(|a, s, q, d| if a == 0 { t.births[s][q] } else { well_leave[a - 1][s][q][d] });
        let cases_enter = cells(|a, s, q, d| if a == 0 { 0.0 } else { cases_leave[a - 1][s][q][d] });
        let people_enter = cohorts(|a, s, q| if a == 0 { t.births[s][q] } else { people_leave[a - 1][s][q] });

        let mut cases_of = [0.0; DISEASES];
        cells(|a, s, q, d| {
            cases_of[d] += cases[a][s][q][d];
            0.0
        });
        let (mut all, mut utility, mut deaths_in) = (0.0, 0.0, [0.0; FIFTHS]);
        cohorts(|a, s, q| {
            all += people[a][s][q];
            utility += people[a][s][q] * t.utility_age[a];
            deaths_in[q] += deaths[a][s][q];
            0.0
        });
        let demand = (0..DISEASES).map(|d| cases_of[d] * t.bed_days[d]).sum::<f64>() / 365.0;

        let row = &mut out[year * OUTPUTS..][..OUTPUTS];
        row[0] = all;
        row[1] = deaths_in.iter().sum();
        row[2..10].copy_from_slice(&cases_of);
        row[10..15].copy_from_slice(&deaths_in);
        row[15..].copy_from_slice(&[demand, capacity, waiting, ledger.iter().sum(), lived]);
        if year == YEARS {
            break;
        }

        let unmet = (demand - capacity).max(0.0);
        let cleared = (waiting * 0.5).min((capacity - demand).max(0.0));
        let cost: [f64; DISEASES] = std::array::from_fn(|d| cases_of[d] * t.case_cost[d] * f(COST + d));
        let programmes = now.ramp * t.programmes_cost();
        let lost: f64 = (0..DISEASES).map(|d| cases_of[d] * t.utility_loss[d] * f(UTILITY + d)).sum();

        well = cells(|a, s, q, d| {
            well[a][s][q][d] + well_enter[a][s][q][d] - well_leave[a][s][q][d] - fall_ill[a][s][q][d]
                + recover[a][s][q][d]
                - other_rate[a][s][q][d] * well[a][s][q][d]
        });
        cases = cells(|a, s, q, d| {
            cases[a][s][q][d] + cases_enter[a][s][q][d] - cases_leave[a][s][q][d] + fall_ill[a][s][q][d]
                - recover[a][s][q][d]
                - die_of[a][s][q][d]
                - other_rate[a][s][q][d] * cases[a][s][q][d]
        });
        people = cohorts(|a, s, q| people[a][s][q] + people_enter[a][s][q] - people_leave[a][s][q] - deaths[a][s][q]);
        exposure = cells(|a, s, q, e| {
            exposure[a][s][q][e] + (target[a][s][q][e] - exposure[a][s][q][e]) / (t.lag[e] * f(LAG + e))
        });
        for (y, held) in ledger.iter_mut().enumerate() {
            let care: f64 = (0..DISEASES).map(|d| t.payer_share[y][d] * cost[d]).sum();
            *held += (care + t.payer_programme[y] * programmes + t.payer_waiting[y] * waiting) * now.discount;
        }
        lived += (utility - lost) * now.discount;
        let next = capacity + (now.capacity - capacity) / t.capacity_delay;
        waiting += unmet - cleared;
        capacity = next;
    }
}
