//! `headwater check` on everything that is not a place.

use super::own_tables;
use crate::support::program::{Folder, assert_says, headwater};

#[test]
fn the_evidence_folder_and_the_compiled_pack_are_sound_and_alike() {
    let folder = headwater(&["check", "evidence"]).done();
    let pack = headwater(&["check", "pack/evidence.json"]).done();
    assert_says(&folder, &["evidence: evidence", "parameters", "No faults"]);
    assert_eq!(folder.split_once(": ").unwrap().1, pack.split_once(": ").unwrap().1);
}

#[test]
fn life_tables_are_checked_without_being_run() {
    let tables = own_tables::folder();
    assert_says(&headwater(&["check", &tables.text("")]).done(), &["4 cohorts and 2 diseases", "No faults"]);
    tables.edit("population.csv", |text| text.replacen("female,64,123.5,", "female,64,-123.5,", 1));
    assert_says(&headwater(&["check", &tables.text("")]).faulty(), &["line 66, population", "must be 0 or more"]);
}

#[test]
fn every_fault_of_an_evidence_folder_is_told_with_its_file() {
    let copy = Folder::new();
    copy.copy("evidence");
    copy.edit("evidence/base_rates.toml", |text| text.replacen("good_direction", "goood_direction", 1));
    copy.edit("evidence/acute.toml", |text| text.replacen("unit = \"share\"", "unit = \"shares\"", 1));
    copy.edit("evidence/programmes/stop_smoking.toml", |text| text.replacen("base_rate = \"", "base_rate = \"no_", 1));
    copy.edit("evidence/tables/mortality_england.csv", |text| text.replacen("male,0,0.004764", "male,0,lots", 1));
    let said = headwater(&["check", &copy.text("evidence")]).faulty();
    assert_says(
        &said,
        &["base_rates.toml: parameter", "goood_direction: unknown key", "good_direction: required and missing"],
    );
    assert_says(&said, &["acute.toml: parameter", "unknown unit; nearest known: share"]);
    assert_says(&said, &["effect stop_smoking.", "base_rate: no parameter or table has this id"]);
    assert_says(&said, &["tables/mortality_england.csv, column mortality_rate, row 1: must be a number"]);
}

#[test]
fn toml_that_is_none_and_records_that_are_none_are_told_by_file_and_line() {
    let copy = Folder::new();
    copy.copy("evidence");
    copy.edit("evidence/model.toml", |text| format!("[[parameter]\n{text}"));
    copy.edit("evidence/diseases.toml", |text| text.replacen("[[disease]]", "[[desease]]", 1));
    copy.edit("evidence/sliders.toml", |text| format!("{text}\n[gap]\nid = \"one\"\n"));
    let said = headwater(&["check", &copy.text("evidence")]).faulty();
    assert_says(&said, &["model.toml: line 1: not valid TOML", "diseases.toml: desease: unknown record type"]);
    assert_says(&said, &["sliders.toml: gap: write [[gap]], with two brackets"]);
}

#[test]
fn what_is_no_input_at_all_is_told_so() {
    let folder = Folder::new();
    folder.write("notes.txt", "hello");
    folder.write("broken.json", "{\"format\": ");
    folder.write("one.toml", "");
    folder.write("empty/notes.txt", "");
    for (file, reason) in [
        ("notes.txt", "neither .json nor .csv"),
        ("broken.json", "not valid JSON"),
        ("one.toml", "name their folder instead"),
        ("nowhere.json", "no such file"),
        ("nowhere.xyz", "no such file"),
        ("empty", "no TOML file in this folder"),
    ] {
        assert_says(&headwater(&["check", &folder.text(file)]).faulty(), &[reason]);
    }
}

#[test]
fn a_pack_of_two_gigabytes_is_refused_at_once() {
    let folder = Folder::new();
    let path = folder.write("huge.json", "");
    std::fs::OpenOptions::new().write(true).open(path).unwrap().set_len(2 << 30).unwrap();
    assert_says(&headwater(&["check", &folder.text("huge.json")]).faulty(), &["2147 MB", "larger than any input"]);
}

#[test]
fn help_teaches_every_command() {
    for command in ["places", "baseline", "lifetable", "source", "check", "pack"] {
        let said = headwater(&[command, "--help"]).done();
        assert_says(&said, &["Usage: headwater", "--help"]);
    }
    assert_says(&headwater(&["--help"]).done(), &["Start with:", "headwater baseline", "Exit codes"]);
    assert_says(&headwater(&["lifetable", "--help"]).done(), &["population.csv", "--change chd.incidence=0.9"]);
}
