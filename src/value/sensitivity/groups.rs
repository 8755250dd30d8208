//! Figures that one would look into together: a programme, a heading of the assumptions, today's reach.

use crate::inputs::evidence::Evidence;
use crate::value::sensitivity::figures::Figure;

/// Roles of components whose figures are looked into together, whatever the programme, and words for them.
const ROLES: [(&str, &str); 5] = [
    ("reach_today", "reach today"),
    ("max_reach", "the most that can be reached"),
    ("unit_cost", "unit costs of programmes"),
    ("onset_lag", "how soon effects come"),
    ("half_life", "how fast effects fade"),
];

/// A named group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// `programme.` and its id, `heading.` and its word, or `role.` and its word.
    pub id: String,
    /// Words that fit after "everything about".
    pub label: String,
    /// Positions among the figures.
    pub members: Vec<usize>,
}

/// Groups of at least two of the figures that move the answer.
#[must_use]
pub fn groups(evidence: &Evidence, figures: &[Figure], moves: &[bool]) -> Vec<Group> {
    let members = |keep: &dyn Fn(&Figure) -> bool| -> Vec<usize> {
        figures.iter().enumerate().filter(|(at, figure)| moves[*at] && keep(figure)).map(|(at, _)| at).collect()
    };
    let mut list = Vec::new();
    for (role, label) in ROLES {
        let of_role = |id: &str| evidence.components.iter().any(|component| component.parameter(role) == Some(id));
        let members = members(&|figure| of_role(&figure.id));
        list.push(Group { id: format!("role.{role}"), label: label.into(), members });
    }
    for programme in evidence.programmes.iter() {
        let members = members(&|figure| figure.programme == programme.id);
        list.push(Group { id: format!("programme.{}", programme.id), label: programme.label.clone(), members });
    }
    let mut headings: Vec<&str> = figures.iter().map(|figure| figure.heading.as_str()).collect();
    headings.sort_unstable();
    headings.dedup();
    for heading in headings.into_iter().filter(|heading| !heading.is_empty()) {
        let members = members(&|figure| figure.heading == heading);
        list.push(Group { id: format!("heading.{heading}"), label: heading.replace('_', " "), members });
    }
    list.retain(|group| group.members.len() > 1);
    list
}
