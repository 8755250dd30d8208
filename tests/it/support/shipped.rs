//! The packs as committed, read once. A file that is missing or faulty fails the test that asks for it.

use std::path::PathBuf;
use std::sync::LazyLock;

use headwater::inputs::evidence::Evidence;
use headwater::inputs::node::Node;
use headwater::inputs::place::{Area, Definitions, Place};
use headwater::model::baseline;
use headwater::model::tables::Tables;
use headwater::value::outcomes::{Outcomes, Selection};

/// A path inside the project.
pub fn path(inside: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(inside)
}

/// The bytes of a file of the project.
pub fn bytes(inside: &str) -> Vec<u8> {
    std::fs::read(path(inside)).unwrap_or_else(|error| panic!("{inside}: {error}"))
}

/// A JSON file of the project in its common form.
pub fn node(inside: &str) -> Node {
    Node::from_json(&bytes(inside)).unwrap_or_else(|faults| panic!("{inside}: {faults}"))
}

/// The compiled evidence pack.
pub const PACK: &str = "pack/evidence.json";

/// The compiled evidence in its common form.
pub fn pack_node() -> Node {
    static PACK_NODE: LazyLock<Node> = LazyLock::new(|| node(PACK));
    PACK_NODE.clone()
}

/// The shipped evidence.
pub fn evidence() -> &'static Evidence {
    static EVIDENCE: LazyLock<Evidence> =
        LazyLock::new(|| Evidence::from_pack(&bytes(PACK)).unwrap_or_else(|faults| panic!("{faults}")));
    &EVIDENCE
}

/// The shipped evidence as the model reads it.
pub fn tables() -> &'static Tables {
    static TABLES: LazyLock<Tables> =
        LazyLock::new(|| Tables::new(evidence()).unwrap_or_else(|faults| panic!("{faults}")));
    &TABLES
}

/// What the series of the data pack mean.
pub fn definitions() -> &'static Definitions {
    static DEFINITIONS: LazyLock<Definitions> = LazyLock::new(|| {
        Definitions::from_json(&bytes("data/definitions.json")).unwrap_or_else(|faults| panic!("{faults}"))
    });
    &DEFINITIONS
}

/// Code of Oldham.
pub const OLDHAM: &str = "E08000004";
/// Code of England.
pub const ENGLAND: &str = headwater::inputs::place::ENGLAND;

/// A shipped place.
pub fn place(code: &str) -> Place {
    Place::from_json(&bytes(&format!("data/places/{code}.json")), definitions())
        .unwrap_or_else(|faults| panic!("{code}: {faults}"))
}

/// All 153 places, without England, in the order of their codes.
pub fn all_places() -> &'static [Place] {
    static PLACES: LazyLock<Vec<Place>> = LazyLock::new(|| {
        let folder = std::fs::read_dir(path("data/places")).expect("data/places");
        let mut codes: Vec<String> = folder
            .filter_map(|entry| Some(entry.ok()?.path().file_stem()?.to_str()?.to_string()))
            .filter(|code| code != ENGLAND)
            .collect();
        codes.sort();
        assert_eq!(codes.len(), 153, "upper-tier places of England");
        codes.iter().map(|code| place(code)).collect()
    });
    &PLACES
}

/// Places joined into an area.
pub fn area(codes: &[&str]) -> Area {
    Area::join(codes.iter().map(|code| place(code)).collect()).unwrap_or_else(|faults| panic!("{faults}"))
}

/// A run of shipped places on the shipped evidence.
pub fn run(codes: &[&str], years: usize) -> Outcomes {
    baseline::run(&area(codes), tables(), years)
}

/// England for thirty years.
pub fn england() -> &'static Outcomes {
    static RUN: LazyLock<Outcomes> = LazyLock::new(|| run(&[ENGLAND], 30));
    &RUN
}

/// The value of a series; it must be there.
#[track_caller]
pub fn value(outcomes: &Outcomes, id: &str, year: usize, selection: Selection) -> f64 {
    let series = outcomes.get(id).unwrap_or_else(|| panic!("no series {id}"));
    series.value(year, selection).unwrap_or_else(|| panic!("{id}: no value in year {year} for {selection:?}"))
}

/// The value of a series for everybody.
#[track_caller]
pub fn total(outcomes: &Outcomes, id: &str, year: usize) -> f64 {
    value(outcomes, id, year, Selection::default())
}
