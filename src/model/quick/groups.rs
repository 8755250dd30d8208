//! Five-year cohorts: the groups in which futures are run.

use super::path::Path;

/// Years of birth in one group.
const WIDTH: usize = 5;

/// Cohorts by five years of age in the first year (the last group also holds 110), and births by five years.
#[derive(Debug, Clone)]
pub struct Groups {
    /// Members: cohorts of consecutive years of birth.
    pub members: Vec<std::ops::Range<usize>>,
}

impl Groups {
    /// Groups of a path.
    #[must_use]
    pub fn new(path: &Path) -> Groups {
        let births = path.years - 1;
        let mut members = Vec::new();
        let mut from = births;
        while from < path.cohorts() {
            let rest = path.cohorts() - from;
            let width = if rest < 2 * WIDTH { rest } else { WIDTH };
            members.push(from..from + width);
            from += width;
        }
        let mut to = births;
        while to > 0 {
            members.push(to.saturating_sub(WIDTH)..to);
            to = to.saturating_sub(WIDTH);
        }
        Groups { members }
    }

    /// The ages of a group's members that are alive in a year.
    #[must_use]
    pub fn ages(&self, group: usize, path: &Path, t: usize) -> std::ops::Range<usize> {
        let (present, first) = path.present(t);
        let members = &self.members[group];
        let (from, to) = (members.start.max(present.start), members.end.min(present.end));
        if from >= to { 0..0 } else { from - present.start + first..to - present.start + first }
    }
}
