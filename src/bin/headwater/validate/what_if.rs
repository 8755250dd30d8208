//! What a scenario changes, against what was published elsewhere: magnitudes of whole plans, and each programme's own result.

mod measures;
mod programmes;
mod published;
mod trial;

use super::report::Section;
use super::study::Study;

/// All comparisons of the what-if side. A run that the packs do not allow becomes a row that says so.
pub fn sections(study: &Study) -> Vec<Section> {
    vec![
        programmes::section(study),
    ]
}
