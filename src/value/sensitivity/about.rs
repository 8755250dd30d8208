//! What is asked about: one net benefit of a scenario, counted so that above 0 is better.

use crate::error::Faults;
use crate::inputs::scenario::payers;
use crate::value::ensemble::record::Part;
use crate::value::ensemble::rows::Rows;
use crate::value::report::{self, Input};

/// Outcomes that can be asked about: id, which way is better, words after a number of gain and of loss.
const OUTCOMES: [(&str, f64, [&str; 2]); 6] = [
    ("qalys", 1.0, ["healthy years gained", "healthy years lost"]),
    ("life_years", 1.0, ["years of life gained", "years of life lost"]),
    ("deaths_under_75", -1.0, ["deaths before 75 avoided", "more deaths before 75"]),
    ("emergency_admissions", -1.0, ["emergency admissions avoided", "more emergency admissions"]),
    ("bed_days", -1.0, ["nights in hospital avoided", "more nights in hospital"]),
    ("ae_attendances", -1.0, ["A&E attendances avoided", "more A&E attendances"]),
];
/// Start of the id of a payer's net money.
const NET: &str = "net_gbp.";

/// Over which years a net benefit is added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Account {
    /// The years shown.
    ByHorizon,
    /// To the end of everybody's life.
    SetInMotion,
}

/// The words for accounts.
pub const ACCOUNTS: [(&str, Account); 2] =
    [("set_in_motion", Account::SetInMotion), ("by_horizon", Account::ByHorizon)];

impl Account {
    /// The word used in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        ACCOUNTS.iter().find(|(_, account)| *account == self).map_or("", |(word, _)| word)
    }
}

/// Which way a net benefit points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Better than doing nothing.
    Gain,
    /// Worse.
    Loss,
    /// Exactly the same.
    None,
}

impl Sign {
    /// The sign of a net benefit.
    #[must_use]
    pub fn of(net: f64) -> Sign {
        match net {
            net if net > 0.0 => Sign::Gain,
            net if net < 0.0 => Sign::Loss,
            _ => Sign::None,
        }
    }

    /// The word used in files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Sign::Gain => "gain",
            Sign::Loss => "loss",
            Sign::None => "none",
        }
    }
}

/// A net benefit: an outcome or a payer's money, undiscounted, over an account.
#[derive(Debug, Clone, PartialEq)]
pub struct About {
    /// `qalys`, another outcome, or `net_gbp.` and a payer.
    pub id: String,
    /// Over which years.
    pub account: Account,
    group: &'static str,
    inner: String,
    direction: f64,
    /// Words that fit after the size of a gain, and of a loss.
    pub labels: [String; 2],
}

impl About {
    /// What `id` and an account mean.
    ///
    /// # Errors
    /// A fault if either word is none of the known ones, which are listed.
    pub fn read(id: &str, account: &str) -> Result<About, Faults> {
        let mut faults = Faults::new();
        let known = ACCOUNTS.iter().find(|(word, _)| *word == account).map(|(_, account)| *account);
        if known.is_none() {
            faults.add("account", account, format!("must be one of: {}", ACCOUNTS.map(|(word, _)| word).join(", ")));
        }
        let account = known.unwrap_or(Account::SetInMotion);
        let payer = id.strip_prefix(NET).and_then(|payer| payers().find(|known| *known == payer));
        let about = |group, inner: &str, direction, labels| About {
            id: id.into(),
            account,
            group,
            inner: inner.into(),
            direction,
            labels,
        };
        let outcome = OUTCOMES.iter().find(|(known, ..)| *known == id);
        let found = match (outcome, payer) {
            (Some((id, direction, labels)), _) => Some(about("outcome", id, *direction, labels.map(str::to_string))),
            (None, Some(payer)) => {
                let who = payer.replace('_', " ");
                let labels = ["gained", "paid"].map(|word| format!("pounds {word} by {who}"));
                Some(about("payer", payer, 1.0, labels))
            }
            (None, None) => None,
        };
        match found {
            Some(about) => faults.finish(about),
            None => {
                faults.add("about", id, format!("must be one of: {}", About::all().join(", ")));
                Err(faults)
            }
        }
    }

    /// Every id that can be asked about.
    #[must_use]
    pub fn all() -> Vec<String> {
        let outcomes = OUTCOMES.iter().map(|(id, ..)| (*id).to_string());
        outcomes.chain(payers().map(|payer| format!("{NET}{payer}"))).collect()
    }

    /// True if only the years shown need to be run.
    #[must_use]
    pub fn horizon_only(&self) -> bool {
        self.account == Account::ByHorizon
    }

    /// Unit of the net benefit.
    #[must_use]
    pub fn unit(&self) -> &'static str {
        match (self.group, self.inner.as_str()) {
            ("payer", _) => "gbp",
            (_, "qalys") => "qalys",
            (_, "life_years") => "years",
            _ => "count",
        }
    }

    /// Outcome id if it is one that is explained by contributions.
    #[must_use]
    pub fn outcome(&self) -> Option<&str> {
        (self.group == "outcome").then_some(self.inner.as_str())
    }

    /// 1 where more is better, -1 where less is.
    #[must_use]
    pub const fn direction(&self) -> f64 {
        self.direction
    }

    /// The net benefit of a run; `None` where it is not counted.
    #[must_use]
    pub fn of(&self, input: &Input<'_>) -> Option<f64> {
        let until = if self.horizon_only() { input.what_if.years } else { usize::MAX };
        if self.group == "payer" {
            let ledger = &input.what_if.ledger;
            let followed = ledger.rows.first().map_or(0, |row| row.by_year.len());
            return Some((0..followed.min(until)).map(|year| ledger.net(&self.inner, year)).sum::<f64>() + 0.0);
        }
        if report::not_counted(input, &self.inner) {
            return None;
        }
        // Adding 0 turns the -0 of an empty difference into 0.
        input.what_if.flows.get(&self.inner).map(|flow| self.direction * flow.sum(until, 0.0) + 0.0)
    }

    /// The net benefit in every future of an ensemble, in the order of its rows.
    ///
    /// # Errors
    /// A fault if the rows do not hold it.
    pub fn over(&self, rows: &Rows) -> Result<Vec<f64>, Faults> {
        let part = if self.horizon_only() { Part::Horizon } else { Part::Motion };
        let values = rows.figure(self.group, &self.inner, part, 0).ok_or_else(|| {
            Faults::one(
                "draws",
                &self.id,
                format!("these futures do not hold it {}", self.account.word().replace('_', " ")),
            )
        })?;
        if values.iter().any(|value| !value.is_finite()) {
            return Err(Faults::one("draws", &self.id, "is not a number in some of these futures"));
        }
        Ok(values.into_iter().map(|value| self.direction * value + 0.0).collect())
    }
}
