//! A place from somebody's own file, as JSON and as a table.

use std::fmt::Write as _;

use headwater::inputs::place::Place;
use headwater::strata::{BANDS, SEXES, band_label};

use crate::support::nodes::{set, text};
use crate::support::program::{Folder, assert_says, headwater};
use crate::support::shipped;

/// Oldham under a code of its own, as JSON.
fn as_json() -> String {
    let mut place = shipped::node("data/places/E08000004.json");
    set(&mut place, "code", text("our_town"));
    set(&mut place, "name", text("Our Town"));
    serde_json::to_string(&place).unwrap()
}

/// The same figures as a table of `field,value`.
fn as_table(place: &Place) -> String {
    let mut rows = String::from("field,value\ncode,our_town\nname,Our Town\npopulation.period,mid-2023\n");
    let mut row = |field: String, value: f64| writeln!(rows, "{field},{value}").unwrap();
    for sex in SEXES {
        let s = sex.index();
        for band in 0..BANDS {
            row(format!("population.{sex}.{}", band_label(band)), place.population[s][band]);
        }
        let projection = place.projection.as_ref().unwrap();
        for (year, residents) in projection.years.iter().zip(&projection.residents) {
            for band in 0..BANDS {
                row(format!("projection.{year}.{sex}.{}", band_label(band)), residents[s][band]);
            }
        }
        row(format!("life_expectancy.{sex}.birth"), place.life_expectancy[s].birth);
        row(format!("life_expectancy.{sex}.age_65"), place.life_expectancy[s].age_65);
        row(format!("healthy_life_expectancy.{sex}"), place.healthy_life_expectancy.unwrap()[s]);
    }
    for (fifth, share) in place.quintile_shares.iter().enumerate() {
        row(format!("quintile_shares.{}", fifth + 1), *share);
    }
    for (id, datum) in &place.indicators {
        row(format!("indicators.{id}"), datum.value);
    }
    for (id, datum) in &place.money {
        row(format!("money.{id}"), datum.value);
    }
    rows
}

fn written() -> Folder {
    let folder = Folder::new();
    folder.write("ours.json", as_json());
    folder.write("ours.csv", as_table(&shipped::place(shipped::OLDHAM)));
    folder
}

/// The values of every row of a baseline, in order.
fn values(args: &[&str]) -> Vec<String> {
    let said = headwater(&[&["baseline", "--years", "3", "--format", "csv"], args].concat()).done();
    said.lines().skip(1).map(|line| line.splitn(3, ',').nth(2).unwrap().to_string()).collect()
}

#[test]
fn the_same_figures_give_the_same_baseline_from_a_shipped_place_a_json_file_and_a_table() {
    let folder = written();
    let ours = values(&["--place", shipped::OLDHAM]);
    assert_eq!(values(&["--place-file", &folder.text("ours.json")]), ours);
    assert_eq!(values(&["--place-file", &folder.text("ours.csv")]), ours);
}

#[test]
fn a_sound_file_passes_check() {
    let folder = written();
    for file in ["ours.json", "ours.csv"] {
        assert_says(&headwater(&["check", &folder.text(file)]).done(), &["the place Our Town", "No faults"]);
    }
}

#[test]
fn check_lists_every_fault_of_a_json_file() {
    let folder = written();
    folder.edit("ours.json", |text| {
        text.replacen("\"birth\":80.5", "\"birth\":8.05", 1)
            .replacen("\"quintile_shares\":[0.5559", "\"quintile_shares\":[0.9559", 1)
            .replacen("\"claimant_rate\"", "\"claimants\"", 1)
            .replacen("\"format\"", "\"fromat\"", 1)
            .replacen("\"female\":[7859", "\"female\":[-7859", 1)
    });
    let said = headwater(&["check", &folder.text("ours.json")]).faulty();
    assert_says(&said, &["life_expectancy.female.birth", "quintile_shares: the five shares must add to 1"]);
    assert_says(
        &said,
        &["indicators.claimants: no such series", "fromat: unknown key", "format: required and missing"],
    );
    assert_says(&said, &["population.female[0]", "ours.json"]);
}

#[test]
fn check_lists_every_fault_of_a_table() {
    let folder = written();
    folder.edit("ours.csv", |text| {
        text.replacen("population.male.0-4,", "population.male.0-5,", 1).replacen(
            "life_expectancy.male.birth,76.6",
            "life_expectancy.male.birth,seventy",
            1,
        ) + "name,Our Other Town\nindicators.happines,3\n"
    });
    let said = headwater(&["check", &folder.text("ours.csv")]).faulty();
    assert_says(&said, &["population.male.0-5", "not understood", "name", "stands twice"]);
    // These two were known from the fields alone; what the values are worth is told once every field is understood.
    folder.edit("ours.csv", |text| text.replacen("0-5,", "0-4,", 1).replacen("name,Our Other Town\n", "", 1));
    let said = headwater(&["check", &folder.text("ours.csv")]).faulty();
    assert_says(&said, &["life_expectancy.male.birth: must be a number", "indicators.happines: no such series"]);
}

#[test]
fn a_table_with_a_field_too_few_names_it() {
    let folder = written();
    folder.edit("ours.csv", |text| text.replacen("population.male.85-89,1279\n", "", 1));
    assert_says(
        &headwater(&["check", &folder.text("ours.csv")]).faulty(),
        &["population.male[17]", "must be a number"],
    );
    let folder = written();
    folder.edit("ours.csv", |text| text.replacen("money.nhs_need_index_ga,", "money.nhs_need_index_gb,", 1));
    assert_says(
        &headwater(&["check", &folder.text("ours.csv")]).faulty(),
        &["money.nhs_need_index_ga", "cannot run without it"],
    );
}

#[test]
fn nobody_s_own_place_can_pass_for_a_shipped_one() {
    let folder = written();
    folder.edit("ours.json", |text| text.replacen("our_town", shipped::OLDHAM, 1));
    for args in [["check", "ours.json"], ["baseline", "ours.json"]] {
        let file = folder.text(args[1]);
        let said = if args[0] == "check" {
            headwater(&["check", &file])
        } else {
            headwater(&["baseline", "--place-file", &file])
        };
        assert_says(&said.faulty(), &["is the code of a shipped place"]);
    }
}

#[test]
fn a_life_expectancy_no_mortality_can_reach_is_told() {
    let folder = written();
    folder.edit("ours.json", |text| {
        text.replacen("\"age_65\":19.6", "\"age_65\":34.9", 1).replacen("\"birth\":80.5", "\"birth\":99.8", 1)
    });
    assert_says(
        &headwater(&["check", &folder.text("ours.json")]).faulty(),
        &["life_expectancy.female", "cannot be reached"],
    );
}
