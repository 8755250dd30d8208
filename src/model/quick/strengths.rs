//! How strongly the people of a source take risk away, until the chains take it over in the order in which they run.

use std::ops::Range;

/// Risk taken away per person of a feed, in the middle of the range of the causal share: at 0 years, and per year since.
pub type Step = [f32; 2];

/// How strongly a source works, by target of the feed, row and group. In two lists: one for each track would be thousands.
#[derive(Debug, Clone, Default)]
pub struct Strengths {
    /// First moment of each track, and its steps' place.
    tracks: Vec<(usize, Range<usize>)>,
    steps: Vec<Step>,
    /// Tracks of a target.
    width: usize,
}

impl Strengths {
    /// First moment and steps of a track: from the first that is not 0 to the last.
    #[must_use]
    pub fn of(&self, target: usize, row: usize) -> (usize, &[Step]) {
        let (from, steps) = &self.tracks[target * self.width + row];
        (*from, &self.steps[steps.clone()])
    }

    /// Takes the steps of all tracks out of a list by moment; moments before anybody is in effect hold nothing.
    pub(super) fn new(moments: &[Vec<Step>], (targets, width): (usize, usize)) -> Strengths {
        let ends = |at: usize| {
            let moved = |moment: &Vec<Step>| moment.get(at).is_some_and(|step| *step != [0.0; 2]);
            let from = moments.iter().position(moved)?;
            Some(from..moments.iter().rposition(moved).map_or(from, |last| last + 1))
        };
        let ends: Vec<Option<Range<usize>>> = (0..targets * width).map(ends).collect();
        let all = ends.iter().flatten().map(ExactSizeIterator::len).sum();
        let (mut tracks, mut steps) = (Vec::with_capacity(ends.len()), Vec::with_capacity(all));
        for (at, ends) in ends.into_iter().enumerate() {
            let (start, own) = (steps.len(), ends.unwrap_or(0..0));
            let step = |moment: &Vec<Step>| moment.get(at).copied().unwrap_or([0.0; 2]);
            steps.extend(moments[own.clone()].iter().map(step));
            tracks.push((own.start, start..steps.len()));
        }
        Strengths { tracks, steps, width }
    }
}
