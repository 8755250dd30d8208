//! What the documents about a scenario promise to the page that reads them.

use headwater::inputs::evidence::Role;
use headwater::inputs::scenario::Scenario;
use headwater::value::provenance;
use serde_json::{Value, json};

use crate::support::shipped::evidence;
use crate::support::what_if::try_scenario;

#[test]
fn every_figure_on_the_list_to_disagree_with_is_taken_at_its_own_value() {
    let list = provenance::assumptions(evidence());
    let ids: Vec<&str> = list.iter().filter_map(|row| row["id"].as_str()).collect();
    assert!(ids.len() > 300, "only {} figures", ids.len());
    let used = evidence().effects.iter().filter(|effect| effect.role == Role::Used);
    for effect in used {
        assert!(ids.contains(&effect.figure.id.as_str()), "{} is used and not on the list", effect.figure.id);
    }
    let own: serde_json::Map<String, Value> =
        list.iter().map(|row| (row["id"].as_str().unwrap_or_default().to_string(), row["value"].clone())).collect();
    assert_eq!(own.len(), list.len(), "an id stands twice");
    let scenario = try_scenario(&json!({ "assumptions": own }).to_string()).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(scenario.assumptions.len(), list.len());
    let left_out = evidence().effects.iter().find(|effect| effect.role == Role::Rival).expect("a rival effect");
    let refused = json!({ "assumptions": { left_out.figure.id.clone(): left_out.figure.value } }).to_string();
    let refused: Result<Scenario, _> = try_scenario(&refused);
    assert!(refused.is_err(), "{} is refused by the reader: so it is not on the list", left_out.figure.id);
}
