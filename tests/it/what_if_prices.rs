//! What the answer says under each published price of health in hospitals, against runs that take that side.

use headwater::value::answer::{Given, Study, answer};
use serde_json::Value;

use crate::support::close::assert_close;
use crate::support::shipped::{OLDHAM, area, evidence};

fn answered(json: &str) -> Value {
    let (area, evidence) = (area(&[OLDHAM]), evidence());
    let given = Given::from_json(json.as_bytes(), evidence).expect("a sound scenario");
    let study = Study::new(evidence, &given.scenario).expect("complete tables");
    let map = study.run(&area, evidence, &given.scenario, |input| answer(input, &given)).expect("a possible plan");
    Value::Object(map)
}

const PLAN: &str =
    r#""shift":{"share_of_acute":0.01},"programmes":{"stop_smoking":{"share":0.5},"warm_homes":{"share":0.5}}"#;

#[test]
fn each_price_says_what_a_run_under_it_says() {
    let whole = answered(&format!("{{{PLAN}}}"));
    let rivals = whole["topdown"]["under_rival_prices"].as_array().expect("rivals");
    assert_eq!(rivals.len(), 5);
    for rival in rivals {
        let option = rival["option"].as_str().expect("an id");
        let own = answered(&format!(r#"{{{PLAN},"switches":{{"nhs_cost_per_qaly":"{option}"}}}}"#));
        let net = own["outcomes"]["qalys"]["set_in_motion"]["undiscounted"].as_f64().expect("a number");
        assert_close(rival["qalys_net"].as_f64().expect("a number"), net, 1e-9, &format!("{option}: healthy years"));
        let deaths = own["outcomes"]["deaths_hospital"]["difference"].as_array().expect("a series");
        for (year, (ours, theirs)) in
            rival["deaths_hospital"].as_array().expect("a series").iter().zip(deaths).enumerate()
        {
            let (ours, theirs) = (ours.as_f64().expect("a number"), theirs.as_f64().expect("a number"));
            assert_close(ours, theirs, 1e-9, &format!("{option}: deaths of year {year}"));
        }
    }
}
