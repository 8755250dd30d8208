//! Documents taken apart and spoilt on purpose.

use headwater::error::Faults;
use headwater::inputs::node::Node;

/// The value at a path of keys and positions, such as `population.female.3`.
pub fn at<'a>(node: &'a mut Node, path: &str) -> &'a mut Node {
    path.split('.').fold(node, |inner, step| match inner {
        Node::Map(entries) => {
            let found = entries.iter_mut().find(|(key, _)| key == step);
            &mut found.unwrap_or_else(|| panic!("no key {step} on the way to {path}")).1
        }
        Node::List(items) => {
            let position: usize = step.parse().unwrap_or_else(|_| panic!("{step} is no position, in {path}"));
            &mut items[position]
        }
        other => panic!("{step} of {path} is inside {}", other.kind()),
    })
}

/// The entries of a table of keys.
pub fn entries(node: &mut Node) -> &mut Vec<(String, Node)> {
    match node {
        Node::Map(entries) => entries,
        other => panic!("expected a table of keys, not {}", other.kind()),
    }
}

/// The items of a list.
pub fn items(node: &mut Node) -> &mut Vec<Node> {
    match node {
        Node::List(items) => items,
        other => panic!("expected a list, not {}", other.kind()),
    }
}

/// The record of a type with an id, in a compiled evidence pack.
pub fn record<'a>(pack: &'a mut Node, kind: &str, id: &str) -> &'a mut Node {
    let is_it = |node: &&mut Node| node.get("id") == Some(&Node::Text(id.into()));
    items(at(pack, kind)).iter_mut().find(is_it).unwrap_or_else(|| panic!("the pack has no {kind} {id}"))
}

/// Sets a key of a table, adding it if it is not there.
pub fn set(node: &mut Node, key: &str, value: Node) {
    let entries = entries(node);
    match entries.iter_mut().find(|(known, _)| known == key) {
        Some((_, old)) => *old = value,
        None => entries.push((key.into(), value)),
    }
}

/// Takes a key out of a table; it must have been there.
pub fn remove(node: &mut Node, key: &str) {
    let entries = entries(node);
    let before = entries.len();
    entries.retain(|(known, _)| known != key);
    assert_eq!(entries.len() + 1, before, "no key {key} to remove");
}

/// Gives a key another name; it must have been there.
pub fn rename(node: &mut Node, key: &str, other: &str) {
    let entry = entries(node).iter_mut().find(|(known, _)| known == key);
    entry.unwrap_or_else(|| panic!("no key {key} to rename")).0 = other.into();
}

/// Text.
pub fn text(value: &str) -> Node {
    Node::Text(value.into())
}

/// Fails unless some fault has this in its path and that in its reason.
#[track_caller]
pub fn assert_fault(faults: &Faults, path: &str, reason: &str) {
    let found = faults.iter().any(|fault| fault.path.contains(path) && fault.reason.contains(reason));
    assert!(found, "no fault with path \"{path}\" and reason \"{reason}\" among:\n{faults}");
}
