//! What one programme does for its money: exact runs at some amounts, straight lines between them.

/// A run of one programme on its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Knot {
    /// Pounds a year once ramped up.
    pub gbp: f64,
    /// Pounds it used within the horizon, discounted as money.
    pub spent: f64,
    /// What was measured.
    pub values: Vec<f64>,
}

impl Knot {
    /// The point a share of the way to another.
    fn towards(&self, other: &Knot, share: f64) -> Knot {
        let mix = |a: f64, b: f64| a + share * (b - a);
        Knot {
            gbp: mix(self.gbp, other.gbp),
            spent: mix(self.spent, other.spent),
            values: self.values.iter().zip(&other.values).map(|(a, b)| mix(*a, *b)).collect(),
        }
    }

    /// What each further pound a year gains on the way to another knot; `spent` is pounds used for it.
    fn slope(&self, other: &Knot) -> Knot {
        let width = other.gbp - self.gbp;
        Knot {
            gbp: 1.0,
            spent: (other.spent - self.spent) / width,
            values: self.values.iter().zip(&other.values).map(|(a, b)| (b - a) / width).collect(),
        }
    }
}

/// Knots of one programme, in order of money; never empty once runs were made.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Curve {
    /// The knots.
    pub knots: Vec<Knot>,
    /// Stretches that need no more runs: a straight line over them is good enough.
    pub straight: Vec<(f64, f64)>,
}

impl Curve {
    /// Adds a run; one at the same pounds takes the place of the old.
    pub fn add(&mut self, knot: Knot) {
        match self.knots.binary_search_by(|known| known.gbp.total_cmp(&knot.gbp)) {
            Ok(same) => self.knots[same] = knot,
            Err(place) => self.knots.insert(place, knot),
        }
    }

    /// Least and most pounds.
    #[must_use]
    pub fn ends(&self) -> (f64, f64) {
        (self.knots.first().map_or(0.0, |knot| knot.gbp), self.knots.last().map_or(0.0, |knot| knot.gbp))
    }

    /// The knots on either side of an amount: the same twice at a knot or beyond the ends.
    fn around(&self, gbp: f64) -> Option<(&Knot, &Knot)> {
        let after = self.knots.partition_point(|knot| knot.gbp < gbp);
        let high = self.knots.get(after).or(self.knots.last())?;
        let low = if high.gbp <= gbp || after == 0 { high } else { self.knots.get(after - 1)? };
        Some((low, high))
    }

    /// What an amount does.
    #[must_use]
    pub fn at(&self, gbp: f64) -> Option<Knot> {
        let (low, high) = self.around(gbp)?;
        if high.gbp <= low.gbp {
            return Some(low.clone());
        }
        Some(low.towards(high, (gbp - low.gbp) / (high.gbp - low.gbp)))
    }

    /// Pounds to the nearest run.
    #[must_use]
    pub fn gap(&self, gbp: f64) -> f64 {
        self.around(gbp).map_or(f64::INFINITY, |(low, high)| (gbp - low.gbp).abs().min((high.gbp - gbp).abs()))
    }

    /// The stretches between runs that an amount lies in or touches, nearer to a run than `near`, of those not known to be
    /// straight.
    pub fn open(&self, gbp: f64, near: f64) -> impl Iterator<Item = (f64, f64)> {
        let known = |from: f64, to: f64| self.straight.iter().any(|(low, high)| *low <= from && to <= *high);
        let stretches = self.knots.windows(2).map(|pair| (pair[0].gbp, pair[1].gbp));
        stretches.filter(move |(from, to)| from - near <= gbp && gbp <= to + near && !known(*from, *to))
    }

    /// What the next pound a year gains; `None` where there is no more room.
    #[must_use]
    pub fn next_pound(&self, gbp: f64) -> Option<Knot> {
        let after = self.knots.partition_point(|knot| knot.gbp <= gbp);
        let (low, high) = (self.knots.get(after.checked_sub(1)?)?, self.knots.get(after)?);
        Some(low.slope(high))
    }

    /// What the last pound a year gained; `None` at the least there is.
    #[must_use]
    pub fn last_pound(&self, gbp: f64) -> Option<Knot> {
        let after = self.knots.partition_point(|knot| knot.gbp < gbp);
        let (low, high) = (self.knots.get(after.checked_sub(1)?)?, self.knots.get(after)?);
        Some(low.slope(high))
    }
}
