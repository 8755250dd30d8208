//! Did a number move?
//!
//! `tests/golden/oldham_baseline.json` holds **today's output, not external truth**. If a number moves on purpose, say so in
//! CHANGELOG.md under "Numbers changed" and write the file again: `UPDATE_GOLDEN=1 cargo test --features cli golden`.

use headwater::strata::SEXES;
use headwater::value::outcomes::Selection;
use serde_json::{Map, Value, json};

use crate::support::shipped;

const GOLDEN: &str = "tests/golden/oldham_baseline.json";
const ABOUT: &str = "Today's output, not external truth: the baseline of Oldham, to see whether a number moved. Written by \
                     UPDATE_GOLDEN=1 cargo test --features cli golden. Numbers agree to the last bit or not at all.";

/// The first year, ten years on, the last projected year, and one beyond it.
const YEARS: [usize; 4] = [0, 10, 17, 29];

/// Every series for everybody, and years of life by sex.
fn today() -> Value {
    let run = shipped::run(&[shipped::OLDHAM], 30);
    let mut series = Map::new();
    for one in &run.series {
        let mut keep = |name: String, selection: Selection| {
            let values: Vec<Option<f64>> = YEARS.iter().map(|year| one.value(*year, selection)).collect();
            if values.iter().any(Option::is_some) {
                series.insert(name, json!(values));
            }
        };
        keep(one.info.id.clone(), Selection::default());
        if one.info.unit == "years" {
            for sex in SEXES {
                keep(format!("{} {sex}", one.info.id), Selection { sex: Some(sex), ..Selection::default() });
            }
        }
    }
    let years: Vec<usize> = YEARS.iter().map(|year| run.start_year as usize + year).collect();
    json!({ "about": ABOUT, "place": shipped::OLDHAM, "years": years, "series": series })
}

#[test]
fn no_number_of_oldham_s_baseline_moved() {
    let today = today();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let text = serde_json::to_string_pretty(&today).unwrap() + "\n";
        std::fs::write(shipped::path(GOLDEN), text).unwrap();
    }
    let golden: Value = serde_json::from_slice(&shipped::bytes(GOLDEN)).unwrap();
    let (was, is) = (golden["series"].as_object().unwrap(), today["series"].as_object().unwrap());
    let mut moved = Vec::new();
    for name in was.keys().chain(is.keys().filter(|name| !was.contains_key(*name))) {
        if was.get(name) != is.get(name) {
            moved.push(format!("{name}: {:?} became {:?}", was.get(name), is.get(name)));
        }
    }
    assert!(
        moved.is_empty(),
        "{} series moved (see the head of tests/it/golden.rs):\n{}",
        moved.len(),
        moved.join("\n")
    );
    assert_eq!(golden, today, "the head of the file");
}
