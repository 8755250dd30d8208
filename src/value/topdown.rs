//! The same pounds seen from above: what published comparisons of areas say a move between services gains or loses.
//!
//! It uses nothing from the catalogue of programmes. Each pairing is one published price of a healthy year bought in health
//! care and one bought in prevention or social care, each brought from its own price year to the pack's. Beside it stands
//! our own answer, from programmes upwards, and whether the two agree in sign. None of the pairings is called ours.

use serde_json::{Value, json};

use crate::error::Faults;
use crate::inputs::evidence::TopDown;
use crate::model::what_if::values::Values;
use crate::order::sort_short;
use crate::value::report::{self, Input};

const MILLION: f64 = 1e6;

/// One published pairing and what it says of this plan's pounds.
#[derive(Debug, Clone, PartialEq)]
pub struct Pairing {
    /// Id of the record.
    pub id: String,
    /// Its name.
    pub label: String,
    /// What to keep in mind.
    pub caveat: String,
    /// Sources.
    pub sources: Vec<String>,
    /// Pounds per healthy year in health care, in the pack's price year.
    pub health_care: f64,
    /// Pounds per healthy year in prevention or social care, in the pack's price year.
    pub prevention: f64,
    /// Healthy years lost to the cut.
    pub lost: f64,
    /// Healthy years gained by what was spent.
    pub gained: f64,
}

/// What moved inside the horizon, pounds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moved {
    /// Taken out of the hospital budget.
    pub cut: f64,
    /// Spent on programmes.
    pub spent: f64,
}

impl Moved {
    /// Sums the money of a run.
    #[must_use]
    pub fn of(input: &Input<'_>) -> Moved {
        let money = &input.what_if.money;
        Moved { cut: money.iter().map(|year| year.cut).sum(), spent: money.iter().map(|year| year.spent).sum() }
    }

    /// The pounds an answer is stated per million of: what was cut, or what was spent where that is more.
    #[must_use]
    pub fn pounds(self) -> f64 {
        self.cut.max(self.spent)
    }
}

/// Our own answer split into what hangs on the price of health in hospitals and what does not, healthy years set in motion.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BottomUp {
    /// Gained through programmes.
    pub prevention: f64,
    /// Gained and lost through hospital spending and social care, at the price the scenario uses.
    pub through_price: f64,
    /// That price, pounds per healthy year.
    pub price: f64,
}

impl BottomUp {
    /// The net answer at another price: everything bought or lost at that price is inversely proportional to it.
    #[must_use]
    pub fn net_at(self, price: f64) -> f64 {
        self.prevention + self.through_price * self.price / price
    }

    /// The price at which the net answer is 0; `None` if it is never or always 0.
    #[must_use]
    pub fn break_even_price(self) -> Option<f64> {
        let price = -self.through_price * self.price / self.prevention;
        (price.is_finite() && price > 0.0).then_some(price)
    }
}

/// Our answer, `None` where healthy years are not counted.
#[must_use]
pub fn bottom_up(input: &Input<'_>) -> Option<BottomUp> {
    bottom_up_until(input, usize::MAX)
}

/// The same over the first `until` years only.
#[must_use]
pub fn bottom_up_until(input: &Input<'_>, until: usize) -> Option<BottomUp> {
    if report::not_counted(input, "qalys") {
        return None;
    }
    let sum = |id: &str| input.what_if.flows.get(id).map_or(0.0, |flow| flow.sum(until, 0.0));
    Some(BottomUp {
        prevention: sum("qalys_prevention"),
        through_price: sum("qalys_cut") + sum("qalys_capacity") + sum("qalys_social_care"),
        price: input.plan.acute.cost_per_qaly,
    })
}

/// All published pairings, valued for these pounds.
///
/// # Errors
/// Parameters a pairing names and the pack has not.
pub fn pairings(input: &Input<'_>, moved: Moved) -> Result<Vec<Pairing>, Faults> {
    let mut values = Values::new(input.evidence, input.plan.tables, input.plan.scenario);
    let named = |record: &&TopDown| !record.health_care.is_empty() && !record.prevention.is_empty();
    let list = input
        .evidence
        .topdown
        .iter()
        .filter(named)
        .map(|record| {
            let (health_care, prevention) = (values.get(&record.health_care), values.get(&record.prevention));
            Pairing {
                id: record.id.clone(),
                label: record.label.clone(),
                caveat: record.caveat.clone(),
                sources: record.sources.clone(),
                health_care,
                prevention,
                lost: moved.cut / health_care,
                gained: moved.spent / prevention,
            }
        })
        .collect();
    values.finish().map(|_| list)
}

/// The lens as a document.
///
/// # Errors
/// As [`pairings`].
pub fn lens(input: &Input<'_>) -> Result<Value, Faults> {
    let moved = Moved::of(input);
    let pairings = pairings(input, moved)?;
    let ours = bottom_up(input);
    let rivals = rivals(input, ours)?;
    let per_million = |qalys: f64| (moved.pounds() > 0.0).then(|| qalys * MILLION / moved.pounds());
    let seen: Vec<Value> = pairings
        .iter()
        .map(|pairing| {
            json!({
                "id": pairing.id, "label": pairing.label, "caveat": pairing.caveat, "sources": pairing.sources,
                "health_care_gbp_per_qaly": pairing.health_care, "prevention_gbp_per_qaly": pairing.prevention,
                "qalys_lost": pairing.lost, "qalys_gained": pairing.gained, "qalys_net": pairing.gained - pairing.lost,
                "qalys_net_per_1m_moved": per_million(pairing.gained - pairing.lost),
                "qalys_gained_per_1m_spent": MILLION / pairing.prevention,
                "qalys_lost_per_1m_cut": MILLION / pairing.health_care,
            })
        })
        .collect();
    Ok(json!({
        "price_year": input.evidence.info.price_year,
        "cut_gbp": moved.cut,
        "spent_gbp": moved.spent,
        "pairings": seen,
        "bottom_up": ours.map(|ours| json!({
            "qalys_net": ours.net_at(ours.price),
            "qalys_net_per_1m_moved": per_million(ours.net_at(ours.price)),
            "qalys_prevention_per_1m_spent": (moved.spent > 0.0).then(|| ours.prevention * MILLION / moved.spent),
            "price_used_gbp_per_qaly": ours.price,
            "break_even_gbp_per_qaly": ours.break_even_price(),
        })),
        "under_rival_prices": rivals,
        "verdict": verdict(&rivals),
        "sentence": sentence(moved, ours, &pairings),
    }))
}

/// One published price of health in hospitals.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RivalPrice<'a> {
    /// Option of the switch.
    pub option: &'a str,
    /// In words.
    pub label: &'a str,
    /// Pounds per healthy year, in the pack's price year.
    pub gbp_per_qaly: f64,
}

/// Every published price of health in hospitals, in the pack's order.
///
/// # Errors
/// Parameters an option names and the pack has not.
pub fn rival_prices<'a>(input: &Input<'a>) -> Result<Vec<RivalPrice<'a>>, Faults> {
    prices(Values::new(input.evidence, input.plan.tables, input.plan.scenario).in_future(input.plan.future))
}

/// The same by the figures of one scenario or future.
///
/// # Errors
/// As [`rival_prices`].
pub fn prices(mut values: Values<'_>) -> Result<Vec<RivalPrice<'_>>, Faults> {
    let list = read_prices(&mut values);
    values.finish().map(|_| list)
}

/// The same; parameters that are missing are noted among the values.
pub(super) fn read_prices<'a>(values: &mut Values<'a>) -> Vec<RivalPrice<'a>> {
    let switch = values.evidence().switches.get("nhs_cost_per_qaly");
    let options = switch.map_or(&[][..], |switch| &switch.options);
    let mut list = Vec::with_capacity(options.len());
    for option in options {
        let gbp_per_qaly = values.get(&option.points_at);
        list.push(RivalPrice { option: &option.id, label: &option.label, gbp_per_qaly });
    }
    list
}

/// The same in order of price.
fn in_order<'a>(input: &Input<'a>) -> Result<Vec<RivalPrice<'a>>, Faults> {
    let mut rows = rival_prices(input)?;
    sort_short(&mut rows, |a, b| a.gbp_per_qaly.total_cmp(&b.gbp_per_qaly));
    Ok(rows)
}

/// Deaths by year of the horizon that go with hospital spending at another price: they move with it as its health does.
fn deaths_at(input: &Input<'_>, price: f64) -> Vec<f64> {
    let deaths = input.what_if.flows.get("deaths_hospital");
    let year = |year: usize| deaths.map_or(0.0, |flow| flow.year(year)) * input.plan.acute.cost_per_qaly / price + 0.0;
    (0..input.what_if.years).map(year).collect()
}

/// The net answer under each published price of health in hospitals, in order of price.
fn rivals(input: &Input<'_>, ours: Option<BottomUp>) -> Result<Vec<Value>, Faults> {
    let Some(ours) = ours else { return Ok(Vec::new()) };
    let row = |rival: RivalPrice<'_>| {
        let net = ours.net_at(rival.gbp_per_qaly) + 0.0;
        json!({
            "option": rival.option, "label": rival.label, "gbp_per_qaly": rival.gbp_per_qaly, "qalys_net": net,
            "better": net > 0.0, "deaths_hospital": deaths_at(input, rival.gbp_per_qaly),
        })
    };
    Ok(in_order(input)?.into_iter().map(row).collect())
}

/// Of [`rivals`], what needs no whole lives.
///
/// # Errors
/// As [`lens`].
pub(super) fn deaths_under_rival_prices(input: &Input<'_>) -> Result<Vec<Value>, Faults> {
    if report::not_counted(input, "qalys") {
        return Ok(Vec::new());
    }
    let row = |rival: RivalPrice<'_>| json!({ "option": rival.option, "deaths_hospital": deaths_at(input, rival.gbp_per_qaly) });
    Ok(in_order(input)?.into_iter().map(row).collect())
}

fn verdict(rivals: &[Value]) -> Value {
    if rivals.is_empty() || rivals.iter().all(|row| row["qalys_net"] == 0.0) {
        return Value::Null;
    }
    let better = rivals.iter().filter(|row| row["better"] == true).count();
    json!(format!(
        "better for health under {better} of the {} published estimates of what hospital money buys",
        rivals.len()
    ))
}

/// Whether the view from above and the one from below agree in sign.
#[must_use]
pub fn sentence(moved: Moved, ours: Option<BottomUp>, pairings: &[Pairing]) -> String {
    if moved.pounds() <= 0.0 {
        return "No money is moved, so there is nothing to value.".into();
    }
    let net = |pairing: &Pairing| pairing.gained - pairing.lost;
    let gains = pairings.iter().filter(|pairing| net(pairing) > 0.0).count();
    let above = format!(
        "Of {} published pairings, {gains} say the same pounds gain health and {} say they lose it",
        pairings.len(),
        pairings.len() - gains
    );
    let Some(ours) = ours else {
        return format!("{above}; from programmes upwards the health is not counted, so the two cannot be compared.");
    };
    let own = ours.net_at(ours.price);
    let same = pairings.iter().filter(|pairing| (net(pairing) > 0.0) == (own > 0.0)).count();
    let word = if own > 0.0 { "a gain" } else { "a loss" };
    let agree = match same {
        0 => "the two disagree in sign".to_string(),
        all if all == pairings.len() => "the two agree in sign".to_string(),
        some => format!("it agrees in sign with {some} and not with {}: the sign is disputed", pairings.len() - some),
    };
    let size = (own * MILLION / moved.pounds()).abs();
    let digits = usize::from(size < 10.0);
    format!("{above}. From programmes upwards it is {word} of {size:.digits$} healthy years per £1m moved; {agree}.")
}
