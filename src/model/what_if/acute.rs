//! The hospital side: how much budget is moved and when, what that costs in health, and what freed room gives back.

use crate::inputs::scenario::{Amount, Funding, Scenario};
use crate::math;
use crate::model::what_if::values::Values;

/// Figures of the hospital side, resolved.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AcuteValues {
    /// Pounds of hospital spending behind one quality-adjusted life-year.
    pub cost_per_qaly: f64,
    /// Share of the value of averted activity that can become cash.
    pub cashable_share: f64,
    /// Mean wait, years, before health lost or gained through hospital spending shows.
    pub delay_years: f64,
    /// Deaths that go with one quality-adjusted life-year of hospital spending.
    pub deaths_per_qaly: f64,
    /// Pounds per emergency admission.
    pub admission_gbp: f64,
    /// Bed-days per emergency admission.
    pub bed_days_per_admission: f64,
    /// Pounds per bed-day freed without an admission.
    pub bed_day_gbp: f64,
    /// Pounds per A&E attendance that is not admitted.
    pub ae_gbp: f64,
    /// Winter peak over the yearly mean of beds in use.
    pub winter_factor: f64,
    /// Real interest and discount rate of money.
    pub money_rate: f64,
    /// Part of released cash used up by closing capacity.
    pub exit_cost_share: f64,
    /// True if growth forgone is taken to cost no health.
    pub cut_is_free: bool,
    /// True if health lost falls by need (deaths) instead of hospital use.
    pub loss_by_need: bool,
}

impl AcuteValues {
    /// Resolves the hospital side of a scenario.
    pub fn new(scenario: &Scenario, values: &mut Values<'_>) -> AcuteValues {
        AcuteValues {
            cost_per_qaly: values.cost_per_qaly(),
            cashable_share: values.switched("cashable_share"),
            delay_years: values.get("base.acute_loss_delay_years"),
            deaths_per_qaly: values.get("base.deaths_per_qaly_of_hospital_spend"),
            admission_gbp: values.get("acute.cost_per_emergency_admission"),
            bed_days_per_admission: values.get("acute.bed_days_per_emergency_admission"),
            bed_day_gbp: values.get("acute.cost_per_emergency_bed_day") * values.get("acute.extra_day_share"),
            ae_gbp: values.get("unit_cost.ae_basic"),
            winter_factor: values.get("base.winter_peak_factor"),
            money_rate: values.get("value.discount_money"),
            exit_cost_share: values.get("acute.exit_cost_share"),
            cut_is_free: scenario.funding == Funding::GrowthOnly && values.side("growth_forgone") == "free",
            loss_by_need: values.side("loss_falls_on") == "need",
        }
    }

    /// Share of a lifetime's health that shows `n` years after the pound: an exponential with the mean wait.
    #[must_use]
    pub fn profile(&self, n: usize) -> f64 {
        if self.delay_years <= 0.0 {
            return if n == 0 { 1.0 } else { 0.0 };
        }
        #[allow(clippy::cast_precision_loss)]
        let (from, to) = (n as f64 / self.delay_years, (n + 1) as f64 / self.delay_years);
        math::exp(-from) - math::exp(-to)
    }
}

/// The money of one year before programmes are asked what they can use.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct YearMoney {
    /// Taken out of the hospital budget.
    pub cut: f64,
    /// Paid in by a bridge fund, or as new money.
    pub paid_in: f64,
    /// Paid back to the bridge fund.
    pub repaid: f64,
}

impl YearMoney {
    /// What programmes can have.
    #[must_use]
    pub fn for_programmes(&self) -> f64 {
        (self.cut + self.paid_in - self.repaid).max(0.0)
    }
}

/// The shift in pounds a year once complete.
#[must_use]
pub fn full_shift(scenario: &Scenario, acute_gbp: f64) -> f64 {
    match scenario.amount {
        Some(Amount::ShareOfAcute(share)) => share * acute_gbp,
        Some(Amount::GbpPerYear(pounds)) => pounds,
        None => 0.0,
    }
}

/// The money of year `t` after the start of the shift.
///
/// `acute_gbp` is hospital spending at the start, `growth` what it would be this year over the start, `owed` what the bridge
/// fund is owed and in how many payments, `rate` its real interest.
#[must_use]
pub fn money_of_year(
    scenario: &Scenario,
    full: f64,
    acute_gbp: f64,
    t: u32,
    growth: f64,
    owed: (f64, u32),
    rate: f64,
) -> YearMoney {
    let ramp = |t: u32| full * (f64::from(t + 1) / f64::from(scenario.ramp_years)).min(1.0);
    match scenario.funding {
        Funding::CutFirst => YearMoney { cut: ramp(t), ..YearMoney::default() },
        Funding::NewMoney => YearMoney { paid_in: ramp(t), ..YearMoney::default() },
        Funding::GrowthOnly => {
            // Rounding in the first year is no growth.
            let grown = acute_gbp * (growth - 1.0);
            let room = if grown < 1.0 { 0.0 } else { grown };
            YearMoney { cut: ramp(t).min(room), ..YearMoney::default() }
        }
        Funding::Bridge if t < scenario.bridge.years => YearMoney { paid_in: ramp(t), ..YearMoney::default() },
        Funding::Bridge => {
            let cut = ramp(t - scenario.bridge.years);
            YearMoney { cut, paid_in: 0.0, repaid: payment(owed, rate).min(cut) }
        }
    }
}

/// This year's payment to the fund: the equal real payment that clears what is owed today in the payments left, the first
/// of them now. A budget too small pays what it can; the rest stays owed with interest.
fn payment((owed, payments): (f64, u32), rate: f64) -> f64 {
    if owed <= 0.0 {
        return 0.0;
    }
    let count = payments.max(1);
    if rate <= 0.0 {
        return owed / f64::from(count);
    }
    owed * rate / (1.0 - 1.0 / math::pow_int(1.0 + rate, count)) / (1.0 + rate)
}
