//! A published ambition as a record: what should be reached, by when. A run says how far it gets.

use crate::error::Faults;
use crate::inputs::node::Node;
use crate::inputs::reader::Keys;

/// The share of all health and care spending that hospitals take, in place of an outcome id.
pub const HOSPITAL_SHARE: &str = "hospital_share_of_spending";

/// What should be reached.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Wanted {
    /// A yearly change as a share of the baseline of the same year: -0.15 is 15% fewer.
    ChangeShare(f64),
    /// A level that should not be passed, for the hospital share.
    Below(f64),
}

/// A published ambition.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// Outcome id, or [`HOSPITAL_SHARE`].
    pub outcome: String,
    /// What should be reached.
    pub goal: Wanted,
    /// Years from the start of the shift by which it should be reached.
    pub within_years: u32,
    /// Who set it, and where this was read; empty if only remembered.
    pub published: String,
}

impl Target {
    /// Reads a `target` of a scenario.
    pub fn read(path: &str, node: &Node, faults: &mut Faults) -> Target {
        let mut keys = Keys::open(path, node, faults);
        let outcome = keys.words("outcome", faults);
        let share = keys.optional_number("change_share", faults);
        let below = keys.optional_number("below", faults);
        let goal = match (share, below, outcome == HOSPITAL_SHARE) {
            (Some(share), None, false) => {
                if !(-1.0..=1.0).contains(&share) || share == 0.0 {
                    faults.add(
                        keys.at("change_share"),
                        share,
                        "must be between -1 and 1 and not 0 (-0.15 is 15% fewer)",
                    );
                }
                Wanted::ChangeShare(share)
            }
            (None, Some(below), true) => {
                if !(0.0..=1.0).contains(&below) {
                    faults.add(keys.at("below"), below, "must be a share between 0 and 1");
                }
                Wanted::Below(below)
            }
            _ => {
                let reason = "give below for hospital_share_of_spending, change_share for any other outcome";
                faults.add(keys.path(), &outcome, reason);
                Wanted::Below(1.0)
            }
        };
        let target = Target {
            goal,
            within_years: keys.whole("within_years", 1, 30, faults),
            published: keys.text_or_empty("published", faults),
            outcome,
        };
        keys.done(faults);
        target
    }
}
