//! `headwater lifetable` on input that will not do.

use super::own_tables::folder;
use crate::support::program::{Folder, assert_says, headwater};

/// The messages for these tables and changes.
#[track_caller]
fn said(folder: &Folder, changes: &[&str]) -> String {
    let dir = folder.text("");
    let mut args = vec!["lifetable", dir.as_str()];
    changes.iter().for_each(|change| args.extend(["--change", change]));
    headwater(&args).faulty()
}

/// The messages after one line of a file was replaced.
#[track_caller]
fn said_after(file: &str, from: &str, to: &str) -> String {
    let tables = folder();
    tables.edit(file, |text| text.replacen(from, to, 1));
    said(&tables, &[])
}

#[test]
fn a_missing_file_or_folder_is_named() {
    let tables = folder();
    std::fs::remove_file(tables.path("population.csv")).unwrap();
    assert_says(&said(&tables, &[]), &["population.csv", "no such file"]);
    assert_says(&headwater(&["lifetable", "nowhere/at/all"]).faulty(), &["nowhere/at/all", "no such file"]);
}

#[test]
fn a_folder_in_the_place_of_a_file_is_named() {
    let tables = folder();
    std::fs::create_dir(tables.path("diseases/asthma.csv")).unwrap();
    assert_says(&said(&tables, &[]), &["asthma.csv", "is a folder, not a file"]);
}

#[test]
fn the_wrong_delimiter_is_recognised() {
    for (mark, name) in [(";", "semicolons"), ("\t", "tabs"), ("|", "bars")] {
        let tables = folder();
        tables.edit("population.csv", |text| text.replace(',', mark));
        assert_says(&said(&tables, &[]), &["population.csv", "line 1", name, "save the file with commas"]);
    }
}

#[test]
fn a_truncated_row_is_named_by_its_line() {
    let tables = folder();
    tables.edit("diseases/heart.csv", |text| text[..text.len() - 40].to_string());
    assert_says(&said(&tables, &[]), &["heart.csv", "line 223", "is the file cut off"]);
}

#[test]
fn a_file_cut_off_between_rows_lacks_ages() {
    let tables = folder();
    tables.edit("population.csv", |text| text.lines().take(200).collect::<Vec<_>>().join("\n"));
    assert_says(&said(&tables, &[]), &["population.csv", "a cohort lives through it", "male, 88"]);
}

#[test]
fn an_empty_file_is_no_table() {
    let tables = folder();
    tables.write("population.csv", "");
    assert_says(&said(&tables, &[]), &["population.csv", "the file is empty"]);
    tables.write("population.csv", "sex,age,population,mortality_rate,disability_rate\n");
    assert_says(&said(&tables, &[]), &["nobody is alive"]);
}

#[test]
fn bytes_that_are_not_utf_8_are_named_by_line() {
    let tables = folder();
    let mut bytes = std::fs::read(tables.path("population.csv")).unwrap();
    let second_line = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    bytes[second_line] = 0xe9; // an e with an accent, as older spreadsheets write it
    tables.write("population.csv", bytes);
    assert_says(&said(&tables, &[]), &["population.csv, line 2", "not UTF-8", "save it as UTF-8"]);
}

#[test]
fn cells_that_cannot_be_are_named_by_line_and_column() {
    for (to, pieces) in [
        ("female,64,-1,", ["population.csv, line 66, population", "must be 0 or more"]),
        ("female,64,NaN,", ["population.csv, line 66, population", "must be 0 or more"]),
        ("female,64,inf,", ["population.csv, line 66, population", "must be 0 or more"]),
        ("female,64,many,", ["population.csv, line 66, population", "must be a number"]),
        ("female,64,,", ["population.csv, line 66, population", "must be a number"]),
        ("F,64,123.5,", ["population.csv, line 66, sex", "must be female or male"]),
        ("female,111,123.5,", ["population.csv, line 66, age", "whole age from 0 to 110"]),
        ("female,64.5,123.5,", ["population.csv, line 66, age", "whole age from 0 to 110"]),
        ("female,63,123.5,", ["population.csv, line 66", "stands twice"]),
    ] {
        assert_says(&said_after("population.csv", "female,64,123.5,", to), &pieces);
    }
}

#[test]
fn a_negative_hazard_or_a_share_above_one_is_refused() {
    let tables = folder();
    tables.edit("diseases/heart.csv", |text| {
        let mut lines: Vec<String> = text.lines().map(String::from).collect();
        lines[1] = "female,0,-0.002,0,0.03,0.002,0.1".into();
        lines[2] = "female,1,0.002,0,0.03,1.2,0.1".into();
        lines[3] = "female,2,0.002,0,0.03,0.002,1.01".into();
        lines.join("\n")
    });
    let said = said(&tables, &[]);
    assert_says(
        &said,
        &["line 2, incidence_rate: must be 0 or more", "line 3, prevalence_share: must be between 0 and 1"],
    );
    assert_says(&said, &["line 4, disability_rate: must be between 0 and 1", "3 faults"]);
}

#[test]
fn columns_too_many_too_few_or_twice_are_named() {
    let header = "sex,age,population,mortality_rate,disability_rate";
    let misspelt = said_after("population.csv", header, "sex,age,people,mortality_rate,disability_rate");
    assert_says(&misspelt, &["the column population is missing", "unknown column", "people"]);
    let twice = said_after("population.csv", header, "sex,age,population,mortality_rate,mortality_rate");
    assert_says(&twice, &["the column disability_rate is missing", "stands twice"]);
}

#[test]
fn faults_of_all_files_are_reported_at_once() {
    let tables = folder();
    tables.edit("population.csv", |text| text.replacen("female,0,1000", "female,0,-1000", 1));
    tables.edit("diseases/heart.csv", |text| text.replacen("sex,age", "sex,years", 1));
    tables.edit("diseases/lung.copd.csv", |text| text.replacen("male,7,", "mail,7,", 1));
    assert_says(&said(&tables, &[]), &["population.csv", "heart.csv", "lung.copd.csv", "female or male"]);
}

#[test]
fn changes_that_make_no_sense_are_refused() {
    let tables = folder();
    for (change, pieces) in [
        ("asthma.incidence=0.5", ["asthma.incidence", "NAME one of: heart, lung.copd"]),
        ("heart.prevalence=0.5", ["heart.prevalence", "must be mortality, or NAME.incidence"]),
        ("heart=0.5", ["heart", "must be mortality, or NAME.incidence"]),
        ("heart.incidence", ["heart.incidence", "must be KEY=FACTOR"]),
        ("heart.incidence=half", ["heart.incidence", "a number, 0 or more"]),
        ("heart.incidence=-1", ["heart.incidence", "a number, 0 or more"]),
        ("heart.incidence=NaN", ["heart.incidence", "a number, 0 or more"]),
        ("heart.incidence=inf", ["heart.incidence", "a number, 0 or more"]),
        ("heart.incidence=", ["heart.incidence", "a number, 0 or more"]),
    ] {
        assert_says(&said(&tables, &[change]), &pieces);
    }
    let twice = said(&tables, &["mortality=0.9", "mortality=0.9"]);
    assert_says(&twice, &["mortality", "given twice"]);
    let both = said(&tables, &["asthma.incidence=0.5", "mortality=x"]);
    assert_says(&both, &["asthma.incidence", "--change mortality", "2 faults"]);
}

#[test]
fn a_change_that_drives_mortality_below_zero_names_cohort_and_year() {
    let tables = folder();
    // Nobody dies of anything, but heart disease still kills: without it there would be fewer deaths than none.
    tables.edit("population.csv", |text| {
        let zero = |line: &str| {
            let cells: Vec<&str> = line.split(',').collect();
            if cells[0] == "sex" {
                line.to_string()
            } else {
                format!("{},{},{},0,{}", cells[0], cells[1], cells[2], cells[4])
            }
        };
        text.lines().map(zero).collect::<Vec<_>>().join("\n")
    });
    let said = said(&tables, &["heart.incidence=0"]);
    assert_says(&said, &["cohort female aged 0 at start, year 1", "all-cause mortality negative"]);
}

#[test]
fn a_change_that_drives_disability_above_one_names_cohort_and_year() {
    let tables = folder();
    tables.edit("population.csv", |text| {
        let full = |line: &str| {
            let cells: Vec<&str> = line.split(',').collect();
            if cells[0] == "sex" {
                line.to_string()
            } else {
                format!("{},{},{},{},1", cells[0], cells[1], cells[2], cells[3])
            }
        };
        text.lines().map(full).collect::<Vec<_>>().join("\n")
    });
    let said = said(&tables, &["heart.incidence=3"]);
    assert_says(&said, &["cohort female aged 0 at start, year 1", "disability outside 0 to 1"]);
}

#[test]
fn a_file_of_two_gigabytes_is_refused_at_once() {
    let tables = folder();
    let file = std::fs::OpenOptions::new().write(true).open(tables.path("diseases/heart.csv")).unwrap();
    file.set_len(2 << 30).unwrap(); // sparse: it takes no room
    assert_says(&said(&tables, &[]), &["heart.csv", "2147 MB", "is larger than any input"]);
}

#[test]
fn a_failed_run_leaves_no_file_and_does_not_touch_an_old_one() {
    let tables = folder();
    let (dir, out) = (tables.text(""), tables.text("result.csv"));
    let before = tables.files();
    headwater(&["lifetable", &dir, "--change", "nothing=1", "--out", &out]).faulty();
    // Fails after the first rows are computed.
    tables.edit("population.csv", |text| {
        text.replacen("male,30,1000000,", "male,30,1000000,0", 1).replace("female,0,1000,", "female,0,1000,0")
    });
    assert_eq!(tables.files(), before);
    tables.write("result.csv", "an earlier result");
    headwater(&["lifetable", &dir, "--change", "heart.incidence=x", "--out", &out]).faulty();
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "an earlier result");
    let nowhere = tables.text("no/such/folder/result.csv");
    assert_says(&headwater(&["lifetable", &dir, "--out", &nowhere]).faulty(), &["result.csv", "could not be written"]);
    std::fs::remove_file(&out).unwrap();
    assert_eq!(tables.files(), before, "something was left behind");
}

#[test]
fn a_command_not_understood_ends_with_code_two() {
    for args in [
        vec!["lifetable"],
        vec!["lifetables", "."],
        vec!["lifetable", ".", "--until-age", "111"],
        vec!["lifetable", ".", "--format", "xml"],
        vec!["lifetable", ".", "--chnage", "mortality=1"],
    ] {
        let said = headwater(&args);
        assert_eq!(said.code, 2, "{args:?}: {}", said.err);
        assert!(said.out.is_empty() && said.err.contains("help"), "{args:?}: {}", said.err);
    }
}
