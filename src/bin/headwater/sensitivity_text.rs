//! `headwater sensitivity` for a screen, and as tidy rows.

use headwater::error::Faults;
use serde_json::Value;

use crate::output;
use crate::own::{self, Own};
use crate::run::word;
use crate::sensitivity::{shown, title};

/// Rows of the lists of figures on a screen.
const LISTED: usize = 12;

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The page for a screen.
pub fn text(document: &Value, own: &Own) -> String {
    let about = &document["about"];
    let mut page =
        format!("{}: {} ({})\n", title(document), word(&about["gain"]), word(&about["account"]).replace('_', " "));
    page += &own.line();
    // What would turn the answer comes before the answer: that is what was asked.
    for part in ["rivals", "thresholds"] {
        if let Some(sentence) = document[part]["sentence"].as_str() {
            page += &format!("{sentence}\n");
        }
    }
    page += &format!("Central answer: {} ({})\n", shown(&document["central"]), word(&document["sign"]));
    page += &rivals(&document["rivals"]);
    page += &thresholds(&document["thresholds"]);
    page += &matters(&document["matters"]);
    page += &contributions(&document["contributions"]);
    list(&document["warnings"]).for_each(|warning| page += &format!("Note: {}\n", word(warning)));
    page + "\n"
}

fn over(futures: &Value) -> String {
    match (futures["low90"].as_f64(), futures["high90"].as_f64(), futures["above_zero"].as_f64()) {
        (Some(low), Some(high), Some(share)) => format!(
            "  9 in 10 futures {} to {}; better in {:.0}%",
            output::readable(low),
            output::readable(high),
            100.0 * share
        ),
        _ => String::new(),
    }
}

fn rivals(rivals: &Value) -> String {
    if rivals.is_null() {
        return String::new();
    }
    let mut page = "\nDoes the sign survive rival evidence?\n".to_string();
    for row in list(&rivals["rows"]) {
        let mark = if row["taken"] == true { "*" } else { " " };
        let turned = if row["same_sign"] == false { " TURNS" } else { "" };
        let (switch, label) = (word(&row["switch_label"]), word(&row["label"]));
        page += &format!("{mark} {:>12}  {switch}: {label}{turned}{}\n", shown(&row["central"]), over(&row["futures"]));
    }
    for (key, label) in [("most_favourable", "Most favourable"), ("least_favourable", "Least favourable")] {
        let found = &rivals[key];
        let sides: Vec<String> = found["switches"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(switch, option)| format!("{switch}={}", word(option)))
            .collect();
        page +=
            &format!("  {:>12}  {label}: {}{}\n", shown(&found["central"]), sides.join(", "), over(&found["futures"]));
    }
    page + "(* the side taken)\n"
}

fn thresholds(thresholds: &Value) -> String {
    if thresholds.is_null() {
        return String::new();
    }
    let mut page = format!("\nWhich single figure would turn it ({} looked at)\n", thresholds["asked"]);
    for row in list(&thresholds["rows"]).take(LISTED) {
        let (status, grade) = (word(&row["status"]), word(&row["grade"]));
        page += &format!("  {} [{}; {status}, grade {grade}]\n", word(&row["sentence"]), word(&row["id"]));
    }
    if list(&thresholds["rows"]).next().is_none() {
        page += "  none\n";
    }
    page
}

fn matters(matters: &Value) -> String {
    if matters.is_null() {
        return String::new();
    }
    let mut page =
        "\nWhat matters most (at the low end, at the high end; rank correlation; worth of knowing it)\n".to_string();
    for row in list(&matters["figures"]).take(LISTED) {
        let rank = row["rank_correlation"].as_f64().map_or("-".into(), |rank| format!("{rank:.2}"));
        let worth = &row["evppi"];
        let worth = match worth["value"].as_f64() {
            Some(value) => {
                format!("{} (se {})", output::readable(value), shown(&worth["standard_error"]))
            }
            None => "-".into(),
        };
        page += &format!(
            "  {:>12} {:>12} {rank:>6} {worth:>20}  {} [{}, grade {}]\n",
            shown(&row["at_low"]),
            shown(&row["at_high"]),
            word(&row["label"]),
            word(&row["status"]),
            word(&row["grade"])
        );
    }
    for row in list(&matters["futures"]["groups"]).take(LISTED) {
        let value = shown(&row["evppi"]["value"]);
        page += &format!("  {value:>12}  everything about {} ({} figures)\n", word(&row["label"]), row["figures"]);
    }
    if let Some(sentence) = matters["sentence"].as_str() {
        page += &format!("{sentence}\n");
    }
    page
}

fn contributions(contributions: &Value) -> String {
    if contributions.is_null() {
        return String::new();
    }
    let mut page = format!("\nParts, over {} futures\n", contributions["draws"]);
    for part in list(&contributions["parts"]) {
        page += &format!("  {:>12}  {}{}\n", shown(&part["central"]), word(&part["label"]), over(&part["futures"]));
    }
    page
}

const HEADER: [&str; 9] = ["place_code", "scenario", "about", "account", "part", "id", "measure", "value", own::COLUMN];

/// Tidy rows, one number each.
pub fn csv(documents: &[Value], own: &[Own]) -> Result<Vec<u8>, Faults> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (document, own) in documents.iter().zip(own) {
        let about = &document["about"];
        let head = [&document["place"]["code"], &document["name"], &about["id"], &about["account"]].map(word);
        let mut put = |part: &str, id: String, from: &Value, measures: &[&str]| {
            for measure in measures {
                // A measure may lie one level down: "futures.mean".
                let value = measure.split('.').fold(from, |value, key| &value[key]);
                if !value.is_null() {
                    let cells = [part.to_string(), id.clone(), (*measure).to_string(), word(value), own.cell()];
                    rows.push(head.iter().cloned().chain(cells).collect());
                }
            }
        };
        put("answer", String::new(), document, &["central"]);
        for row in list(&document["rivals"]["rows"]) {
            put("rival", format!("{}={}", word(&row["switch"]), word(&row["option"])), row, &RIVAL);
        }
        for key in ["most_favourable", "least_favourable"] {
            put("combination", key.into(), &document["rivals"][key], &RIVAL);
        }
        for row in list(&document["thresholds"]["rows"]) {
            put("threshold", word(&row["id"]), row, &["value", "low", "high", "flips_at", "distance", "within"]);
        }
        for row in list(&document["matters"]["figures"]) {
            put("figure", word(&row["id"]), row, &FIGURE);
        }
        for row in list(&document["matters"]["futures"]["groups"]) {
            put("group", word(&row["id"]), row, &["evppi.value", "evppi.standard_error", "evppi.bias"]);
        }
        for row in list(&document["contributions"]["parts"]) {
            let id =
                row["programme"].as_str().map_or(word(&row["channel"]), |id| format!("{id}.{}", word(&row["channel"])));
            put("contribution", id, row, &RIVAL);
        }
    }
    output::csv_bytes(&HEADER, rows)
}

const RIVAL: [&str; 6] =
    ["central", "futures.low90", "futures.middle", "futures.high90", "futures.mean", "futures.above_zero"];
const FIGURE: [&str; 6] =
    ["at_low", "at_high", "rank_correlation", "evppi.value", "evppi.standard_error", "evppi.bias"];
