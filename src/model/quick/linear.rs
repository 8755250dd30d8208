//! One step of something that is carried from moment to moment and answers in proportion: to what is there at its start, and
//! to what comes in during it.

/// `N` answers to a state and to an inflow, and what is there at the start of the next moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Linear<const N: usize, T = f64> {
    /// Per unit there at the start.
    pub state: [T; N],
    /// Per unit that comes in.
    pub inflow: [T; N],
    /// At the start of the next moment: per unit there, per unit that came in.
    pub next: (T, T),
}

impl<const N: usize> Linear<N> {
    /// Nothing answers and nothing stays.
    pub const NONE: Linear<N> = Linear { state: [0.0; N], inflow: [0.0; N], next: (0.0, 0.0) };

    /// Several years as one step, whose inflow comes in equal parts.
    #[must_use]
    pub fn over(mut years: impl ExactSizeIterator<Item = Linear<N>>) -> Linear<N> {
        let count = years.len();
        if count == 1 {
            return years.next().unwrap_or(Linear::NONE);
        }
        #[allow(clippy::cast_precision_loss)] // five
        let part = 1.0 / count as f64;
        let mut all = Linear::NONE;
        all.next = (1.0, 0.0);
        for year in years {
            let (there, came) = all.next;
            for answer in 0..N {
                all.state[answer] += year.state[answer] * there;
                all.inflow[answer] += year.state[answer] * came + year.inflow[answer] * part;
            }
            all.next = (year.next.0 * there, year.next.0 * came + year.next.1 * part);
        }
        all
    }

    /// In seven digits.
    #[must_use]
    #[allow(clippy::cast_possible_truncation)] // meant
    pub fn single(&self) -> Linear<N, f32> {
        let single = |answers: [f64; N]| answers.map(|answer| answer as f32);
        Linear {
            state: single(self.state),
            inflow: single(self.inflow),
            next: (self.next.0 as f32, self.next.1 as f32),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_one_by_one_and_together_say_the_same() {
        let year = |k: f64| Linear { state: [0.5 * k, 2.0], inflow: [1.0, k], next: (0.9 - 0.1 * k, 0.4) };
        let years = [year(1.0), year(2.0), year(3.0)];
        let (mut there, inflow) = (7.0, 6.0);
        let mut sums = [0.0; 2];
        for year in &years {
            for (answer, sum) in sums.iter_mut().enumerate() {
                *sum += year.state[answer] * there + year.inflow[answer] * inflow / 3.0;
            }
            there = year.next.0 * there + year.next.1 * inflow / 3.0;
        }
        let once = Linear::over(years.iter().copied());
        for (answer, sum) in sums.iter().enumerate() {
            assert!((once.state[answer] * 7.0 + once.inflow[answer] * inflow - sum).abs() < 1e-12);
        }
        assert!((once.next.0 * 7.0 + once.next.1 * inflow - there).abs() < 1e-12);
    }
}
