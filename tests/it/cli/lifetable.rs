//! `headwater lifetable`: the contract others compare their engines with.

use headwater::model::life_table::{Change, DiseaseChange, run};

use super::own_tables::{folder, inputs, write};
use crate::support::program::{Folder, headwater};

const HEADER: &str = "sex,start_age,year,age,\
    alive_base,deaths_base,person_years_base,healthy_years_base,mortality_rate_base,disability_rate_base,\
    alive_changed,deaths_changed,person_years_changed,healthy_years_changed,mortality_rate_changed,disability_rate_changed,\
    heart_prevalence_base,heart_prevalence_changed,lung.copd_prevalence_base,lung.copd_prevalence_changed";

/// The output for these tables and further arguments.
fn output(folder: &Folder, more: &[&str]) -> String {
    let dir = folder.text("");
    let mut args = vec!["lifetable", &dir, "--format", "csv"];
    args.extend(more);
    headwater(&args).done()
}

#[test]
fn columns_and_rows_are_those_of_the_contract() {
    let said = output(&folder(), &[]);
    let mut lines = said.lines();
    assert_eq!(lines.next(), Some(HEADER));
    let keys: Vec<String> = lines.map(|line| line.splitn(5, ',').take(4).collect::<Vec<_>>().join(",")).collect();
    // Cohorts of age 0, 64, 30 and 110 live 111, 47, 81 and 1 years.
    assert_eq!(keys.len(), 111 + 47 + 81 + 1);
    assert_eq!(keys[0], "female,0,0,0");
    assert_eq!(keys[110], "female,0,110,110");
    assert_eq!(keys[111], "female,64,0,64");
    assert_eq!(keys[111 + 47], "male,30,0,30");
    assert_eq!(keys[111 + 47 + 81], "male,110,0,110");
}

#[test]
fn every_number_is_the_engine_s_own_to_the_last_bit() {
    let said = output(&folder(), &["--change", "heart.incidence=0.8", "--change", "mortality=0.95"]);
    let mut rows = said.lines().skip(1);
    let inputs = inputs();
    let mut change = Change { mortality: 0.95, diseases: vec![DiseaseChange::NONE; 2] };
    change.diseases[0].incidence = 0.8;
    run(&inputs, &change, 110, |row| {
        let cells: Vec<f64> = rows.next().unwrap().split(',').skip(4).map(|cell| cell.parse().unwrap()).collect();
        let side = |s: headwater::model::life_table::Side| {
            [s.alive, s.deaths, s.person_years, s.healthy_years, s.mortality_rate, s.disability_rate]
        };
        let mut expected: Vec<f64> = side(row.base).into_iter().chain(side(row.changed)).collect();
        expected.extend(row.prevalence.iter().flat_map(|(base, changed)| [*base, *changed]));
        assert_eq!(cells, expected, "{} {} {}", row.sex, row.start_age, row.year);
    })
    .unwrap();
    assert_eq!(rows.next(), None);
}

#[test]
fn numbers_have_seventeen_significant_digits() {
    let said = output(&folder(), &["--until-age", "70"]);
    for cell in said.lines().skip(1).flat_map(|line| line.split(',').skip(4)) {
        let digits = cell.split('e').next().unwrap().chars().filter(char::is_ascii_digit).count();
        assert_eq!(digits, 17, "{cell}");
    }
}

#[test]
fn nothing_changed_shows_both_sides_alike() {
    for line in output(&folder(), &[]).lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        assert_eq!(cells[4..10], cells[10..16], "{line}");
        assert_eq!((cells[16], cells[18]), (cells[17], cells[19]), "{line}");
    }
}

#[test]
fn the_last_age_lives_by_the_rates_of_the_age_before() {
    let said = output(&folder(), &[]);
    let at = |age: &str| said.lines().find(|line| line.starts_with(&format!("female,64,{age},"))).unwrap().to_string();
    let mortality = |line: &str| line.split(',').nth(8).unwrap().to_string();
    assert_eq!(mortality(&at("46")), mortality(&at("45")), "ages 110 and 109");
    assert_ne!(mortality(&at("45")), mortality(&at("44")));
}

#[test]
fn rows_in_any_order_give_the_same_output() {
    let sorted = output(&folder(), &["--change", "heart.incidence=0.5"]);
    let mixed = Folder::new();
    // 97 shares no factor with 222, so this visits every row once, far from its neighbours.
    write(&mixed, |keys| *keys = (0..keys.len()).map(|at| keys[at * 97 % keys.len()]).collect());
    assert_eq!(output(&mixed, &["--change", "heart.incidence=0.5"]), sorted);
}

#[test]
fn changes_in_any_order_give_the_same_output() {
    let changes = ["mortality=1.1", "heart.case_fatality=0.7", "lung.copd.remission=1.4"];
    let args = |order: [usize; 3]| order.map(|at| ["--change", changes[at]]).concat();
    let tables = folder();
    assert_eq!(output(&tables, &args([0, 1, 2])), output(&tables, &args([2, 0, 1])));
}

#[test]
fn until_age_ends_with_the_row_of_that_age_and_changes_no_other() {
    let tables = folder();
    let whole = output(&tables, &[]);
    let until = output(&tables, &["--until-age", "95"]);
    let kept: Vec<&str> = whole
        .lines()
        .filter(|line| line.split(',').nth(3).unwrap().parse::<u32>().map_or(true, |age| age <= 95))
        .collect();
    assert_eq!(until.lines().collect::<Vec<_>>(), kept);
    assert!(until.lines().last().unwrap().starts_with("male,30,65,95,"));
}

#[test]
fn without_diseases_the_folder_may_be_empty_or_missing() {
    let (empty, missing) = (folder(), folder());
    for name in ["heart", "lung.copd"] {
        std::fs::remove_file(empty.path(&format!("diseases/{name}.csv"))).unwrap();
    }
    std::fs::remove_dir_all(missing.path("diseases")).unwrap();
    let said = output(&empty, &["--change", "mortality=0.5"]);
    assert_eq!(said, output(&missing, &["--change", "mortality=0.5"]));
    assert!(said.lines().next().unwrap().ends_with("disability_rate_changed"));
    assert_eq!(said.lines().count(), 1 + 111 + 47 + 81 + 1);
}

#[test]
fn a_table_from_a_spreadsheet_reads_the_same() {
    let spreadsheet = folder();
    for file in ["population.csv", "diseases/heart.csv"] {
        spreadsheet.edit(file, |text| format!("\u{feff}{}", text.replace('\n', "\r\n").replace(',', " , ")));
    }
    assert_eq!(output(&spreadsheet, &[]), output(&folder(), &[]));
}

#[test]
fn json_says_the_same_as_csv() {
    let tables = folder();
    let dir = tables.text("");
    let said = headwater(&["lifetable", &dir, "--until-age", "66", "--format", "json"]).done();
    let rows: Vec<serde_json::Map<String, serde_json::Value>> = serde_json::from_str(&said).unwrap();
    let csv = output(&tables, &["--until-age", "66"]);
    let header: Vec<&str> = csv.lines().next().unwrap().split(',').collect();
    assert_eq!(rows.len(), csv.lines().count() - 1);
    for (row, line) in rows.iter().zip(csv.lines().skip(1)) {
        assert_eq!(row.len(), header.len());
        for (name, cell) in header.iter().zip(line.split(',')) {
            match row[*name].as_f64() {
                Some(number) => assert_eq!(number, cell.parse::<f64>().unwrap(), "{name}"),
                None => assert_eq!(row[*name], cell),
            }
        }
    }
}

#[test]
fn out_writes_the_whole_file_and_nothing_else() {
    let tables = folder();
    let (dir, out) = (tables.text(""), tables.text("result.csv"));
    let before = tables.files();
    assert_eq!(headwater(&["lifetable", &dir, "--out", &out]).done(), "");
    assert_eq!(std::fs::read_to_string(&out).unwrap(), output(&tables, &[]));
    std::fs::remove_file(&out).unwrap();
    assert_eq!(tables.files(), before, "something else was left behind");
}
