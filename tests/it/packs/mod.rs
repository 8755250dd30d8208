//! Broken data is refused: every fault is reported, with the path to it and the reason, and nothing becomes zero.

mod documents;
mod evidence;
mod evidence_links;
mod place_faults;
mod shipped_packs;
mod slim;

use headwater::error::Faults;
use headwater::inputs::evidence::Evidence;
use headwater::inputs::node::Node;

use crate::support::nodes::assert_fault;
use crate::support::shipped;

/// The faults of the shipped evidence after it was spoilt.
#[track_caller]
fn faults_of(spoil: impl FnOnce(&mut Node)) -> Faults {
    let mut pack = shipped::pack_node();
    spoil(&mut pack);
    match Evidence::from_node(&pack) {
        Ok(_) => panic!("the spoilt pack was accepted"),
        Err(faults) => faults,
    }
}

/// Fails unless spoiling the shipped evidence gives a fault with this in its path and that in its reason.
#[track_caller]
fn refused(spoil: impl FnOnce(&mut Node), path: &str, reason: &str) {
    assert_fault(&faults_of(spoil), path, reason);
}
