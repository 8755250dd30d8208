//! `headwater baseline`: shapes of the output, and every number the library's own.

use headwater::strata::{Sex, band_label};
use headwater::value::outcomes::Selection;
use serde_json::Value;

use crate::support::program::{Folder, assert_says, headwater};
use crate::support::shipped;

const HEADER: &str = "place_code,place_name,year,outcome,unit,sex,age_band,imd_quintile,value,own_figures";

/// The rows of a run as cells; names of places may hold commas.
fn csv(args: &[&str]) -> Vec<Vec<String>> {
    let said = headwater(&[&["baseline", "--format", "csv"], args].concat()).done();
    assert_eq!(said.lines().next(), Some(HEADER));
    let cells = |row: Result<csv::StringRecord, csv::Error>| row.unwrap().iter().map(String::from).collect();
    csv::Reader::from_reader(said.as_bytes()).records().map(cells).collect()
}

#[test]
fn csv_holds_every_series_and_year_of_the_library_to_the_last_bit() {
    let rows = csv(&["--place", shipped::OLDHAM, "--years", "3"]);
    let run = shipped::run(&[shipped::OLDHAM], 3);
    let mut expected = Vec::new();
    for series in &run.series {
        let of_sexes = [Some(Sex::Female), Some(Sex::Male)];
        let sexes: &[Option<Sex>] = if series.info.unit == "years" { &of_sexes } else { &[None] };
        for sex in sexes {
            for year in 0..3 {
                let value =
                    shipped::value(&run, &series.info.id, year, Selection { sex: *sex, ..Selection::default() });
                let sex = sex.map_or("all", Sex::word);
                expected.push((series.info.id.clone(), (2026 + year).to_string(), sex.to_string(), value));
            }
        }
    }
    let mut found: Vec<_> = rows
        .iter()
        .map(|row| (row[3].clone(), row[2].clone(), row[5].clone(), row[8].parse::<f64>().unwrap()))
        .collect();
    let order = |a: &(String, String, String, f64), b: &(String, String, String, f64)| {
        (&a.0, &a.2, &a.1).cmp(&(&b.0, &b.2, &b.1))
    };
    // Births are shown by sex: they are held by sex only.
    found.retain(|row| row.0 != "births");
    expected.retain(|row| row.0 != "births");
    found.sort_by(order);
    expected.sort_by(order);
    assert_eq!(found, expected);
    assert!(rows.iter().all(|row| row[0] == shipped::OLDHAM && row[1] == "Oldham" && row.len() == 10));
}

#[test]
fn cells_by_sex_age_and_fifth_add_up_to_the_whole() {
    let rows = csv(&["--place", shipped::OLDHAM, "--years", "1", "--by", "sex,age,quintile", "--outcomes", "deaths"]);
    assert_eq!(rows.len(), 2 * 19 * 5);
    assert_eq!(&rows[0][5..8], ["female", &band_label(0), "1"]);
    let sum: f64 = rows.iter().map(|row| row[8].parse::<f64>().unwrap()).sum();
    let whole = shipped::total(&shipped::run(&[shipped::OLDHAM], 1), "deaths", 0);
    assert!((sum / whole - 1.0).abs() < 1e-12, "{sum} and {whole}");
}

#[test]
fn json_says_what_it_rests_on() {
    let said = headwater(&["baseline", "--place", shipped::OLDHAM, "--years", "2", "--format", "json"]).done();
    let document: Value = serde_json::from_str(&said).unwrap();
    for key in [
        "model",
        "evidence",
        "data",
        "price_year",
        "place",
        "scenario",
        "years",
        "outcomes",
        "flags",
        "warnings",
        "parameters",
    ] {
        assert!(!document[key].is_null(), "{key} is missing");
    }
    assert_eq!(document["years"], serde_json::json!([2026, 2027]));
    assert_eq!(document["place"]["code"], shipped::OLDHAM);
    let run = shipped::run(&[shipped::OLDHAM], 2);
    let outcomes = document["outcomes"].as_object().unwrap();
    assert_eq!(outcomes.len(), run.series.len());
    let known: Vec<&str> =
        document["parameters"].as_array().unwrap().iter().map(|p| p["id"].as_str().unwrap()).collect();
    for series in &run.series {
        let shown = &outcomes[&series.info.id];
        if let Some(total) = series.total(1) {
            assert_eq!(shown["baseline"][1].as_f64(), Some(total), "{}", series.info.id);
        }
        for id in shown["basis"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()) {
            assert!(id.starts_with("place.") || known.contains(&id), "{id} of {} is not told", series.info.id);
        }
    }
}

#[test]
fn a_page_for_the_screen_names_the_place_the_years_and_the_way_on() {
    let said = headwater(&["baseline", "--place", "oldham", "--years", "30"]).done();
    assert_says(
        &said,
        &["Oldham: if nothing changes", "2026", "2036", "2055", "Emergency admissions", "headwater source"],
    );
}

#[test]
fn all_places_are_run_each_on_its_own() {
    let rows = csv(&["--all-places", "--years", "1", "--outcomes", "population"]);
    assert_eq!(rows.len(), 154, "153 places and England");
    let sum: f64 = rows.iter().filter(|row| row[0] != shipped::ENGLAND).map(|row| row[8].parse::<f64>().unwrap()).sum();
    let england: f64 = rows.iter().find(|row| row[0] == shipped::ENGLAND).unwrap()[8].parse().unwrap();
    assert!((sum / england - 1.0).abs() < 1e-3, "{sum} and {england}");
}

#[test]
fn places_joined_on_the_command_line_are_their_sum() {
    let value = |place: &str| -> f64 {
        csv(&["--place", place, "--years", "1", "--outcomes", "emergency_admissions"])[0][8].parse().unwrap()
    };
    let joined = value("E08000004+E08000005");
    assert!((joined / (value("E08000004") + value("E08000005")) - 1.0).abs() < 1e-9);
}

#[test]
fn an_unknown_place_is_answered_with_a_suggestion() {
    let said = headwater(&["baseline", "--place", "york"]);
    assert_eq!(said.code, 0, "a whole name finds it: {}", said.err);
    assert_says(&headwater(&["baseline", "--place", "oldh"]).faulty(), &["oldh", "did you mean E08000004 Oldham"]);
    assert_says(
        &headwater(&["baseline", "--place", "E08000004+E99999999"]).faulty(),
        &["E99999999", "no place has this code"],
    );
    assert_says(&headwater(&["baseline", "--place", "E08000004+E08000004"]).faulty(), &["stands twice"]);
    assert_says(&headwater(&["baseline", "--place", "E92000001+E08000004"]).faulty(), &["already contains"]);
}

#[test]
fn an_unknown_outcome_is_answered_with_those_there_are() {
    let said = headwater(&["baseline", "--place", "oldham", "--outcomes", "deths"]).faulty();
    assert_says(&said, &["deths", "no such outcome", "deaths_under_75"]);
}

#[test]
fn an_assumption_is_changed_and_told_and_marked_beyond_its_range() {
    let with = |value: &str| {
        let change = format!("base.mortality_trend_share={value}");
        headwater(&[
            "baseline",
            "--place",
            "oldham",
            "--years",
            "5",
            "--outcomes",
            "deaths",
            "--format",
            "csv",
            "--assume",
            &change,
        ])
    };
    let (inside, beyond) = (with("-0.005"), with("0.05"));
    assert_says(&inside.err, &["changed assumption: base.mortality_trend_share is -0.005 instead of -0.01"]);
    assert!(!inside.err.contains("beyond its stated range"), "{}", inside.err);
    assert_says(&beyond.err, &["beyond its stated range"]);
    let last = |said: &str| said.lines().last().unwrap().rsplit(',').nth(1).unwrap().parse::<f64>().unwrap();
    assert!(last(&beyond.done()) > last(&inside.done()), "more deaths where rates rise");
}

#[test]
fn an_assumption_that_makes_no_sense_is_refused() {
    for (change, pieces) in [
        ("base.mortality_trend=0", ["base.mortality_trend", "nearest: base.mortality_trend_share"]),
        ("base.mortality_trend_share", ["base.mortality_trend_share", "must be ID=VALUE"]),
        ("base.mortality_trend_share=NaN", ["base.mortality_trend_share", "must be ID=VALUE with a number"]),
        ("base.mortality_trend_share=5", ["base.mortality_trend_share", "growth must be between"]),
        ("acute.ae_shape_emergency_share=1.2", ["acute.ae_shape_emergency_share", "between 0 and 1"]),
    ] {
        assert_says(&headwater(&["baseline", "--place", "oldham", "--assume", change]).faulty(), &pieces);
    }
}

#[test]
fn out_is_written_whole_or_not_at_all() {
    let folder = Folder::new();
    let out = folder.text("baseline.csv");
    let args = ["baseline", "--place", "oldham", "--years", "1", "--format", "csv", "--out", &out];
    assert_eq!(headwater(&args).done(), "");
    assert!(std::fs::read_to_string(&out).unwrap().starts_with(HEADER));
    assert_eq!(folder.files(), ["baseline.csv"]);
    std::fs::remove_file(&out).unwrap();
    headwater(&[&args[..], &["--outcomes", "deths"]].concat()).faulty();
    assert_eq!(folder.files(), Vec::<String>::new());
}

#[test]
fn a_missing_pack_is_named() {
    let folder = Folder::new();
    let root = folder.text("");
    assert_says(&headwater(&["baseline", "--place", "oldham", "--root", &root]).faulty(), &[".json", "no such file"]);
}
