//! What a run that stops at the horizon would say of whole lives.
//!
//! Following everybody to the end of life takes three times as long as the years shown, and only equality asks for it. What a
//! programme does alone is nearly a sum of two parts: one that grows with the people it reaches, one with the pounds that the
//! hospital side goes without. So equality over whole lives is taken as `a` times equality over the years shown plus `b`
//! times pounds used, with `a` and `b` such that two runs of the programme that did follow lives come out exactly. It
//! only chooses between plans: what is printed of a plan is read off a run of it.

use super::curve::Knot;

/// Two runs whose two parts are nearer to each other in proportion than this do not tell them apart.
const APART: f64 = 1e-3;

/// What is known of one programme: years shown, pounds used, whole lives.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Lives {
    known: Vec<(f64, f64, f64)>,
}

impl Lives {
    /// Takes in a run that followed lives.
    pub(super) fn learn(&mut self, knot: &Knot, years_shown: usize, whole_lives: usize) {
        if knot.spent > 0.0 {
            self.known.push((knot.values[years_shown], knot.spent, knot.values[whole_lives]));
        }
    }

    /// True if two runs followed lives.
    pub(super) fn are_known(&self) -> bool {
        self.known.len() > 1
    }

    /// Whole lives of a run that did not.
    pub(super) fn of(&self, shown: f64, spent: f64) -> f64 {
        let [first, .., last] = self.known.as_slice() else {
            return self.known.first().map_or(shown, |one| one.2 / one.1 * spent);
        };
        let det = first.0 * last.1 - last.0 * first.1;
        let size = (first.0 * last.1).abs() + (last.0 * first.1).abs();
        if det.abs() <= APART * size {
            // Both parts grow alike: along the line through the origin and either run.
            return last.2 / last.1 * spent;
        }
        let a = (first.2 * last.1 - last.2 * first.1) / det;
        let b = (first.0 * last.2 - last.0 * first.2) / det;
        a * shown + b * spent
    }
}
