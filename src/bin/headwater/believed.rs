//! What `headwater baseline` is told to believe: figures and sides of a reader's own, given one by one.

use headwater::error::Faults;
use headwater::inputs::evidence::Evidence;
use headwater::inputs::node::Node;
use headwater::inputs::scenario::Scenario;

use crate::args::BaselineOptions;
use crate::own::Own;

/// The evidence as believed.
pub struct Believed {
    /// With changed figures.
    pub evidence: Evidence,
    /// Holds the sides taken and nothing else.
    pub sides: Scenario,
    /// A sentence for each changed figure, for the warnings.
    pub notes: Vec<String>,
    /// What the reader set.
    pub own: Own,
}

impl Believed {
    /// Reads the options.
    pub fn read(ours: &Evidence, options: &BaselineOptions) -> Result<Believed, Faults> {
        let (evidence, assumptions, notes) = assume(ours, &options.assume)?;
        let sides = Scenario { switches: read_sides(&options.take, &evidence)?, ..Scenario::default() };
        let own = Own::of(ours, &Scenario { assumptions, ..sides.clone() });
        Ok(Believed { evidence, sides, notes, own })
    }
}

/// Figures that were set: the evidence with them, each with its value, and each as a sentence.
type Assumed = (Evidence, Vec<(String, f64)>, Vec<String>);

fn assume(ours: &Evidence, changes: &[String]) -> Result<Assumed, Faults> {
    let mut faults = Faults::new();
    let (mut evidence, mut list, mut notes) = (ours.clone(), Vec::new(), Vec::new());
    for change in changes {
        let parsed = change.split_once('=').and_then(|(id, value)| Some((id, value.parse::<f64>().ok()?)));
        let Some((id, value)) = parsed.filter(|(_, value)| value.is_finite()) else {
            faults.add("--assume", change, "must be ID=VALUE with a number");
            continue;
        };
        if changes.iter().filter(|other| other.split_once('=').is_some_and(|(known, _)| known == id)).count() > 1 {
            faults.add(format!("--assume {id}"), value, "is given more than once");
            continue;
        }
        match evidence.with_value(id, value) {
            Ok((changed, beyond)) => {
                let ours = evidence.value(id).unwrap_or(f64::NAN);
                let mark = if beyond { ", beyond its stated range" } else { "" };
                notes.push(format!("changed assumption: {id} is {value} instead of {ours}{mark}"));
                list.push((id.to_string(), value));
                evidence = changed;
            }
            Err(found) => faults.extend(found),
        }
    }
    faults.finish((evidence, list, notes))
}

/// Sides taken in rival evidence that the baseline rests on.
fn read_sides(sides: &[String], evidence: &Evidence) -> Result<Vec<(String, String)>, Faults> {
    let entries = sides.iter().map(|side| {
        let (switch, option) = side.split_once('=').unwrap_or((side, ""));
        (switch.to_string(), Node::Text(option.to_string()))
    });
    let overlay = Node::Map(vec![("switches".into(), Node::Map(entries.collect()))]);
    let mut faults = Faults::new();
    let scenario = Scenario::read("--take", &overlay, evidence, &mut faults);
    faults.finish(scenario.switches)
}
