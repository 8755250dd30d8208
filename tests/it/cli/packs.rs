//! `headwater pack`, and adding to the model by data alone.

use std::sync::LazyLock;

use crate::support::program::{Folder, Said, assert_says, headwater};
use crate::support::shipped;

/// A copy of everything the program reads.
fn copy() -> Folder {
    let copy = Folder::new();
    for folder in ["data", "evidence", "pack"] {
        copy.copy(folder);
    }
    copy
}

fn verify(copy: &Folder) -> Said {
    headwater(&["pack", "verify", "--root", &copy.text("")])
}

#[test]
fn the_committed_packs_are_whole_up_to_date_and_add_up() {
    assert_says(
        &headwater(&["pack", "verify"]).done(),
        &["up to date", "right hash", "153 places", "add up to England"],
    );
}

#[test]
fn every_kind_of_tampering_is_found_at_once() {
    let copy = copy();
    copy.edit("data/places/E08000004.json", |text| text.replacen("7859", "7860", 1));
    copy.edit("data/map/hex.json", |text| text + " ");
    copy.edit("evidence/base_rates.toml", |text| text.replacen("label = \"", "label = \"Our ", 1));
    std::fs::remove_file(copy.path("data/spend/E08000004.json")).unwrap();
    copy.write("data/places/E99999999.json", "{}");
    let said = verify(&copy).faulty();
    assert_says(&said, &["data/places/E08000004.json", "does not have the hash of the manifest", "data/map/hex.json"]);
    assert_says(&said, &["pack/evidence.json", "is not what evidence/ compiles to"]);
    assert_says(&said, &["E08000004.json", "no such file", "E99999999.json", "not in its manifest"]);
}

#[test]
fn places_that_no_longer_add_up_are_found_even_with_the_right_hash() {
    let copy = copy();
    copy.edit("data/places/E08000004.json", |text| text.replacen("[7859,", "[9859,", 1));
    assert_says(&verify(&copy).faulty(), &["residents", "do not add up to England"]);
}

#[test]
fn a_damaged_pack_is_found() {
    let copy = copy();
    let pack = std::fs::read(copy.path("pack/evidence.json")).unwrap();
    copy.write("pack/evidence.json", &pack[..pack.len() / 2]);
    assert_says(&verify(&copy).faulty(), &["pack/evidence.json", "is not what evidence/ compiles to"]);
    let said = headwater(&["baseline", "--place", "oldham", "--root", &copy.text("")]).faulty();
    assert_says(&said, &["pack/evidence.json", "line 1, column", "not valid JSON"]);
}

/// Rows of a table again under another key in their first column.
fn again(text: &str, key: &str, other: &str) -> String {
    let rows = text.lines().filter_map(|line| Some(format!("{other},{}\n", line.strip_prefix(&format!("{key},"))?)));
    format!("{}\n{}", text.trim_end(), rows.collect::<String>())
}

/// A copy with a seventh disease and a fourth exposure, by records and rows alone, compiled.
fn extended() -> &'static Folder {
    static EXTENDED: LazyLock<Folder> = LazyLock::new(|| {
        let copy = copy();
        for table in ["disease_rates", "incidence_calibration", "deaths_by_cause"] {
            copy.edit(&format!("evidence/tables/{table}.csv"), |text| again(&text, "copd", "asthma"));
        }
        copy.edit("evidence/diseases.toml", |text| {
            let start = text.find("[[disease]]\nid = \"copd\"").expect("the record of COPD");
            let record = text[start..].split("\n\n").next().expect("a record");
            let record = record
                .replace("id = \"copd\"", "id = \"asthma\"")
                .replace("_key = \"copd\"", "_key = \"asthma\"")
                .replace("order = 3", "order = 7");
            format!("{text}\n{record}\n")
        });
        for table in ["exposure_by_age", "exposure_by_quintile"] {
            copy.edit(&format!("evidence/tables/{table}.csv"), |text| again(&text, "smoking", "vaping"));
        }
        copy.edit("evidence/exposures.toml", |text| {
            let start = text.find("[[exposure]]\nid = \"smoking\"").expect("the record of smoking");
            let record = text[start..].split("\n\n").next().expect("a record");
            format!(
                "{text}\n{}\n",
                record.replace("id = \"smoking\"", "id = \"vaping\"").replace("order = 1", "order = 4")
            )
        });
        headwater(&["pack", "build", "--root", &copy.text("")]).done();
        copy
    });
    &EXTENDED
}

/// The values of an outcome of Oldham in the extended copy.
fn outcome(id: &str) -> Vec<String> {
    let root = extended().text("");
    let args = ["baseline", "--root", &root, "--place", "oldham", "--years", "5", "--format", "csv", "--outcomes", id];
    headwater(&args).done().lines().skip(1).map(|line| line.rsplit(',').nth(1).unwrap().to_string()).collect()
}

#[test]
fn a_disease_is_added_by_editing_data_only() {
    for measure in ["living_with", "new_cases", "deaths"] {
        let added = outcome(&format!("{measure}.asthma"));
        assert_eq!(added.len(), 5);
        assert_eq!(added, outcome(&format!("{measure}.copd")), "the same rates under another name, {measure}");
    }
    let run = shipped::run(&[shipped::OLDHAM], 1);
    assert_eq!(outcome("living_with.chd")[0].parse::<f64>().unwrap(), shipped::total(&run, "living_with.chd", 0));
    assert_says(
        &headwater(&["source", "deaths.asthma", "--root", &extended().text("")]).done(),
        &["What stands behind it", "table:disease_rates"],
    );
}

#[test]
fn an_exposure_is_added_by_editing_data_only() {
    let added = outcome("exposed.vaping");
    assert_eq!(added.len(), 5);
    assert_eq!(added, outcome("exposed.smoking"));
}

#[test]
fn what_was_added_compiles_to_a_pack_that_verifies_but_for_nothing() {
    assert_says(&verify(extended()).done(), &["up to date", "add up to England"]);
}

#[test]
fn an_exposure_whose_level_no_place_has_is_refused_rather_than_counted_as_nobody() {
    for (indicator, reason) in
        [("smoking_adult_apz", "no such series is defined"), ("cancer_early_stage", "has no value of it")]
    {
        let copy = copy();
        copy.edit("evidence/exposures.toml", |text| {
            text.replacen("\"smoking_adult_aps\"", &format!("\"{indicator}\""), 1)
        });
        for action in ["build", "verify"] {
            let said = headwater(&["pack", action, "--root", &copy.text("")]).faulty();
            assert_says(&said, &["exposure smoking.indicator", indicator, reason]);
        }
    }
}

#[test]
fn pack_page_writes_a_slim_part_and_its_prose_that_fit_together() {
    let folder = Folder::new();
    let out = folder.path("page");
    let said = headwater(&["pack", "page", out.to_str().unwrap()]).done();
    assert_says(&said, &["evidence.json: ", "provenance.json: ", " bytes"]);
    let [slim, prose] = ["evidence.json", "provenance.json"].map(|name| std::fs::read(out.join(name)).unwrap());
    let (evidence, words) = headwater::inputs::evidence::slim::read(&slim, Some(&prose)).unwrap();
    assert!(words);
    assert_eq!(evidence.parameters.len(), shipped::evidence().parameters.len());
}
