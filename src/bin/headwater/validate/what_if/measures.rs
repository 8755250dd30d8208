//! What is read off a run, by the words of the table of published results.

use headwater::model::what_if::run::WhatIf;

use super::trial::{Ran, whole};
use crate::validate::study::Study;

/// Years whose sum is taken: all of them where `until` is `None`.
#[derive(Clone, Copy)]
pub struct Span {
    /// Before this year.
    pub until: Option<f64>,
}

impl Span {
    fn years(self, run: &WhatIf) -> usize {
        let all = run.flows.list.first().map_or(0, |flow| flow.by_year.len());
        self.until.map_or(all, whole).min(all)
    }
}

/// A measure of a run divided by what the row names; an error says what is not known.
pub fn value(study: &Study, ran: &Ran, (measure, per): (&str, &str), span: Span) -> Result<f64, String> {
    Ok(above(study, ran, measure, span)? / below(study, ran, per, span)?)
}

fn above(study: &Study, ran: &Ran, measure: &str, span: Span) -> Result<f64, String> {
    let run = &ran.what_if;
    let years = span.years(run);
    let (kind, of) = measure.split_once(':').unwrap_or((measure, ""));
    let yearly = |sign: f64| -> Result<Vec<f64>, String> {
        let flows: Vec<Vec<f64>> = of.split('+').map(|id| flow(run, id)).collect::<Result<_, _>>()?;
        Ok((0..years).map(|year| sign * flows.iter().map(|flow| flow[year]).sum::<f64>()).collect())
    };
    Ok(match kind {
        "spent" => run.money.iter().map(|year| year.spent).sum(),
        "quitters" => reached(run) * ran.quit_share,
        "avoided" => yearly(-1.0)?.iter().sum(),
        "mean" => yearly(-1.0)?.iter().sum::<f64>() / count(years),
        "most" if of == "hospital_gbp" => most(&hospital(run, years)),
        "most" => most(&yearly(-1.0)?),
        "most_more" => most(&yearly(1.0)?),
        "hospital_gbp" => hospital(run, years).iter().sum(),
        "public_gbp" => public(run, years).iter().sum(),
        "line" => line(run, of, years).iter().sum(),
        "most_line" => most(&line(run, of, years)),
        "share_of_lifetime" => yearly(1.0)?.iter().sum::<f64>() / flow(run, of)?.iter().sum::<f64>(),
        "payback" => payback(run, years),
        "effect_left" => effect_left(ran, of, years)?,
        "deaths_ratio" => 1.0 + flow(run, "deaths")?[..years].iter().sum::<f64>() / expected(study, run, of, years)?,
        id => flow(run, id)?[..years].iter().sum(),
    })
}

fn below(study: &Study, ran: &Ran, per: &str, span: Span) -> Result<f64, String> {
    let run = &ran.what_if;
    let mut total = 1.0;
    for part in per.split('*').filter(|part| !part.is_empty()) {
        let (part, divisor) = part.split_once('/').unwrap_or((part, ""));
        total *= match part {
            "person" => reached(run),
            "person_last" => people(run).last().copied().unwrap_or(0.0),
            "pound" => run.money.iter().map(|year| year.spent).sum(),
            "quitter" => reached(run) * ran.quit_share,
            "qaly" => discounted(run, "qalys_prevention", ran.discount_health, span.years(run))?,
            "admission" => -flow(run, "emergency_admissions")?[..span.years(run)].iter().sum::<f64>(),
            id => study.published(id).ok_or_else(|| format!("no parameter {id}"))?,
        };
        total /= match divisor {
            "" => 1.0,
            "k" => ran.cost_per_qaly,
            number => number.parse().map_err(|_| format!("\"{number}\" is no number"))?,
        };
    }
    Ok(total)
}

/// A flow by year.
pub fn flow(run: &WhatIf, id: &str) -> Result<Vec<f64>, String> {
    let found = run.flows.get(id).ok_or_else(|| format!("no outcome {id}"))?;
    Ok((0..found.by_year.len()).map(|year| found.year(year)).collect())
}

fn discounted(run: &WhatIf, id: &str, rate: f64, until: usize) -> Result<f64, String> {
    Ok(run.flows.get(id).ok_or_else(|| format!("no outcome {id}"))?.sum(until, rate))
}

/// People reached by year, all programmes.
fn people(run: &WhatIf) -> Vec<f64> {
    let flows = run.flows.list.iter().filter(|flow| flow.id.starts_with("people_reached."));
    let flows: Vec<_> = flows.collect();
    (0..run.years).map(|year| flows.iter().map(|flow| flow.year(year)).sum()).collect()
}

fn reached(run: &WhatIf) -> f64 {
    people(run).iter().sum()
}

fn rows(run: &WhatIf, years: usize, wanted: impl Fn(&str, &str, &str) -> bool) -> Vec<f64> {
    let rows: Vec<_> = run.ledger.rows.iter().filter(|row| wanted(row.payer, row.line, row.kind)).collect();
    (0..years).map(|year| rows.iter().map(|row| row.by_year[year]).sum()).collect()
}

/// Hospital activity averted, pounds by year: room and cash.
pub fn hospital(run: &WhatIf, years: usize) -> Vec<f64> {
    rows(run, years, |_, _, kind| kind == "capacity" || kind == "cash")
}

/// What all public payers need less, pounds by year.
pub fn public(run: &WhatIf, years: usize) -> Vec<f64> {
    rows(run, years, |payer, _, kind| payer != "households" && ["capacity", "cash", "cost_avoided"].contains(&kind))
}

/// The part of [`public`] that falls to the NHS.
pub fn nhs(run: &WhatIf, years: usize) -> Vec<f64> {
    rows(run, years, |payer, _, kind| payer.starts_with("nhs_") && ["capacity", "cash", "cost_avoided"].contains(&kind))
}

/// Gains under a line of the ledger: what one side loses in a transfer is left out.
fn line(run: &WhatIf, of: &str, years: usize) -> Vec<f64> {
    rows(run, years, |_, line, _| line.starts_with(of))
}

fn most(yearly: &[f64]) -> f64 {
    yearly.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}

/// First year by whose end the NHS has saved what was spent; infinite if never.
fn payback(run: &WhatIf, years: usize) -> f64 {
    let spent: f64 = run.money.iter().map(|year| year.spent).sum();
    let mut back = 0.0;
    for (year, pounds) in nhs(run, years).iter().enumerate() {
        back += pounds;
        if back >= spent {
            return count(year + 1);
        }
    }
    f64::INFINITY
}

/// Effect alive in a year after the start, over the most of the years before.
fn effect_left(ran: &Ran, id: &str, year: usize) -> Result<f64, String> {
    let (_, kernel) = ran.kernels.iter().find(|(known, _)| known == id).ok_or_else(|| format!("no effect {id}"))?;
    let before: Vec<f64> = (0..=year).map(|n| kernel.share(n)).collect();
    Ok(kernel.share(year) / most(&before))
}

/// Deaths of the people reached in these years at England's rates of an age range such as `40-74`, all starting at once.
fn expected(study: &Study, run: &WhatIf, ages: &str, years: usize) -> Result<f64, String> {
    let bad = || format!("\"{ages}\" is no range of ages");
    let (low, high) = ages.split_once('-').ok_or_else(bad)?;
    let (low, high): (usize, usize) = (low.parse().map_err(|_| bad())?, high.parse().map_err(|_| bad())?);
    let sum = |series: &str| -> f64 {
        let group = |band| headwater::value::outcomes::Selection { band: Some(band), ..Default::default() };
        (low / 5..=high / 5).map(|band| study.england_of(series, 0, group(band))).sum()
    };
    Ok(reached(run) * count(years) * sum("deaths") / sum("population"))
}

/// A number of things.
#[allow(clippy::cast_precision_loss)] // years
fn count(things: usize) -> f64 {
    things as f64
}
