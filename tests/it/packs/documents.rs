//! Documents that are not even documents.

use headwater::inputs::evidence::Evidence;
use headwater::inputs::node::Node;
use headwater::inputs::place::Place;

use super::{faults_of, refused};
use crate::support::nodes::{assert_fault, at, items, remove, set, text};
use crate::support::shipped;

#[test]
fn a_truncated_pack_is_refused_with_line_and_column() {
    let whole = shipped::bytes(shipped::PACK);
    for part in [0, 1, 2, whole.len() / 2, whole.len() - 3] {
        let faults = Evidence::from_pack(&whole[..part]).unwrap_err();
        assert_fault(&faults, "line 1, column", "not valid JSON");
    }
}

#[test]
fn bytes_that_are_not_text_are_refused() {
    let mut bytes = shipped::bytes(shipped::PACK);
    bytes[1000] = 0xff;
    assert_fault(&Evidence::from_pack(&bytes).unwrap_err(), "", "not UTF-8");
    assert_fault(&Place::from_json(&[0xff, 0xfe, b'{'], shipped::definitions()).unwrap_err(), "", "not UTF-8");
}

#[test]
fn something_after_the_end_is_refused() {
    assert_fault(&Node::from_json(b"{} {}").unwrap_err(), "line 1, column 4", "not valid JSON");
}

#[test]
fn a_document_nested_without_end_is_refused_and_does_not_crash() {
    let deep = "[".repeat(100_000);
    assert_fault(&Node::from_json(deep.as_bytes()).unwrap_err(), "line 1", "not valid JSON");
}

#[test]
fn a_number_too_large_to_hold_is_refused() {
    assert_fault(&Node::from_json(b"{\"value\": 1e999}").unwrap_err(), "line 1", "not valid JSON");
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    assert_eq!(Node::from_json("\u{feff}[1]".as_bytes()).unwrap(), Node::List(vec![Node::Number(1.0)]));
}

#[test]
fn another_format_version_is_refused_by_name() {
    refused(|pack| set(pack, "format", text("headwater-evidence/2")), "format", "headwater-evidence/1");
    refused(|pack| remove(pack, "format"), "format", "required and missing");
}

#[test]
fn a_pack_that_is_no_table_is_refused() {
    for document in [Node::Null, Node::List(Vec::new()), Node::Number(1.0), text("pack")] {
        assert_fault(&Evidence::from_node(&document).unwrap_err(), "", "must be a table of keys");
    }
}

#[test]
fn an_unknown_record_type_is_refused() {
    refused(|pack| set(pack, "paramter", Node::List(Vec::new())), "paramter", "unknown key");
}

#[test]
fn a_record_that_is_no_table_is_refused() {
    refused(|pack| items(at(pack, "parameter")).push(Node::Number(3.0)), "parameter[", "must be a table of keys");
}

#[test]
fn all_faults_of_a_pack_are_reported_at_once() {
    let faults = faults_of(|pack| {
        set(pack, "format", text("other"));
        for (position, record) in items(at(pack, "parameter")).iter_mut().enumerate().take(40) {
            match position % 4 {
                0 => set(record, "unit", text("furlongs")),
                1 => remove(record, "source"),
                2 => set(record, "misspelt", Node::Null),
                _ => set(record, "value", Node::Number(f64::NAN)),
            }
        }
    });
    let count = |reason: &str| faults.iter().filter(|fault| fault.reason.contains(reason)).count();
    assert_eq!(count("this program reads"), 1);
    assert_eq!(count("unknown unit"), 10);
    assert_eq!(count("required and missing"), 10, "{faults}");
    assert_eq!(count("unknown key"), 10);
    assert_eq!(count("finite"), 10);
    for fault in faults.iter() {
        assert!(!fault.path.is_empty() && !fault.reason.is_empty(), "{fault:?}");
    }
}
