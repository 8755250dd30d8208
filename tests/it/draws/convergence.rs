//! How many futures are enough: what `headwater convergence` says of runs of few against many.

use serde_json::Value;

use crate::support::close::assert_close;
use crate::support::program::headwater;
use crate::support::shipped::OLDHAM;

const DEFAULT: &str = "presets/default.json";
/// Two runs of 4,000, eight of 1,000, 32 of 250.
const MANY: &str = "8000";

fn document(command: &[&str]) -> Value {
    let common = ["--place", OLDHAM, "--scenario", DEFAULT, "--years", "4", "--draws", MANY, "--format", "json"];
    serde_json::from_str(&headwater(&[command, &common].concat()).done()).unwrap()
}

fn list(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

#[test]
fn quantiles_come_nearer_to_those_of_many_as_futures_grow_more() {
    let found = document(&["convergence"]);
    let figures = found["figures"].as_array().unwrap();
    let mean = |few: usize| {
        let errors: Vec<f64> =
            figures.iter().flat_map(|figure| list(&figure["few"][few]["error_share_of_middle_90"])).collect();
        assert_eq!(errors.len(), 3 * figures.len());
        (errors.iter().sum::<f64>() / errors.len() as f64, errors.iter().copied().fold(0.0, f64::max))
    };
    let [few, more, most] = [0, 1, 2].map(mean);
    // Chance alone would halve them with four times as many; many are only twice as many as the most.
    assert!(more.0 < 0.7 * few.0 && most.0 < 0.7 * more.0, "{few:?}, {more:?}, {most:?}");
    // A thousand, as the page runs, are within a twentieth of the width of the band, whatever the figure.
    assert!(few.1 < 0.1 && more.1 < 0.05, "{few:?}, {more:?}");
    let runs = |at: usize| figures[0]["few"][at]["runs"].as_u64().unwrap();
    assert_eq!([runs(0), runs(1), runs(2)], [32, 8, 2]);
}

#[test]
fn what_few_are_compared_with_are_the_ranges_of_so_many_futures() {
    let (found, ranges) = (document(&["convergence"]), document(&["run", "--quick"]));
    for figure in found["figures"].as_array().unwrap() {
        let (id, account) = (figure["outcome"].as_str().unwrap(), figure["account"].as_str().unwrap());
        let told = &ranges["ranges"]["outcomes"][id][account]["undiscounted"];
        for (name, value) in ["low90", "middle", "high90"].into_iter().zip(list(&figure["values"])) {
            let wanted = told[name].as_f64().unwrap();
            assert_close(value, wanted, 1e-12 * wanted.abs().max(1.0), &format!("{id} {account} {name}"));
        }
    }
}
