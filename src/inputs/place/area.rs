//! One place or several joined: counts are sums, rates are weighted by the people they describe.

use super::Place;
use crate::error::Faults;

/// One or more places treated as one. The parts are kept, so that everything counted is exactly their sum.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    parts: Vec<Place>,
}

impl Area {
    /// Joins places.
    ///
    /// # Errors
    /// A fault if there are none, one stands twice, or England is joined with a part of itself.
    pub fn join(parts: Vec<Place>) -> Result<Area, Faults> {
        let mut faults = Faults::new();
        if parts.is_empty() {
            faults.add("place", "", "name at least one place");
        }
        for (index, part) in parts.iter().enumerate() {
            if parts.iter().take(index).any(|earlier| earlier.code == part.code) {
                faults.add("place", &part.code, "stands twice");
            }
        }
        if parts.len() > 1 && parts.iter().any(Place::is_country) {
            faults.add("place", super::ENGLAND, "England already contains the other places: run it alone");
        }
        faults.finish(Area { parts })
    }

    /// The places it is made of.
    #[must_use]
    pub fn parts(&self) -> &[Place] {
        &self.parts
    }

    /// Codes joined by `+`.
    #[must_use]
    pub fn code(&self) -> String {
        self.parts.iter().map(|part| part.code.as_str()).collect::<Vec<_>>().join("+")
    }

    /// Names as one would say them.
    #[must_use]
    pub fn name(&self) -> String {
        let names: Vec<&str> = self.parts.iter().map(|part| part.name.as_str()).collect();
        match names.split_last() {
            Some((last, [])) => (*last).to_string(),
            Some((last, others)) => format!("{} and {last}", others.join(", ")),
            None => String::new(),
        }
    }

    /// Residents at the base year.
    #[must_use]
    pub fn residents(&self) -> f64 {
        self.parts.iter().map(Place::residents).sum()
    }

    /// An indicator of the area: the mean of its places weighted by residents; `None` if any place lacks it.
    ///
    /// Exact for shares of residents, an approximation for age-standardised rates.
    #[must_use]
    pub fn indicator(&self, id: &str) -> Option<f64> {
        let mut total = 0.0;
        for part in &self.parts {
            total += part.indicator(id)? * part.residents();
        }
        Some(total / self.residents())
    }

    /// A sum of money over the area: pounds add up; `None` if any place lacks it. Indices and amounts per head are weighted
    /// by residents instead.
    #[must_use]
    pub fn pounds(&self, id: &str) -> Option<f64> {
        let is_total = id.ends_with("_gbp") && !id.ends_with("_per_head_gbp");
        let mut total = 0.0;
        for part in &self.parts {
            let weight = if is_total { 1.0 } else { part.residents() / self.residents() };
            total += part.pounds(id)? * weight;
        }
        Some(total)
    }

    /// The mix of fifths, weighted by residents.
    #[must_use]
    pub fn quintile_shares(&self) -> [f64; 5] {
        let mut shares = [0.0; 5];
        for part in &self.parts {
            for (share, own) in shares.iter_mut().zip(part.quintile_shares) {
                *share += own * part.residents() / self.residents();
            }
        }
        shares
    }
}
