//! `headwater solve`: from what should be reached to the plan that reaches it.

use headwater::error::Faults;
use headwater::inputs::goal::Goal;
use headwater::inputs::node::Node;
use headwater::inputs::scenario::Scenario;
use headwater::value::answer::{Given, Study};
use headwater::value::backwards::{Ground, Search, document::document};
use serde_json::Value;

use crate::args::{Args, SolveOptions, TextFormat};
use crate::output::{self, readable};
use crate::own::Own;
use crate::packs::Root;
use crate::run::{read_scenarios, word};
use crate::{files, progress};

/// Runs the command.
pub fn run(args: &Args, options: &SolveOptions) -> Result<(), Faults> {
    let root = Root::find(args)?;
    let evidence = root.evidence()?;
    let given = match &options.scenario {
        Some(path) => {
            one(read_scenarios(std::slice::from_ref(path), options.name.as_deref(), options.years, &evidence)?)?
        }
        None => {
            let scenario = Scenario { horizon_years: u32::from(options.years), ..Scenario::default() };
            Given::new(scenario, &Node::Map(vec![("horizon_years".into(), Node::Number(f64::from(options.years)))]))?
        }
    };
    let named = |faults: Faults| faults.under(&options.goal.display().to_string());
    let mut goal = Goal::from_json(&files::read_bytes(&options.goal)?, &evidence).map_err(named)?;
    let (draws, seed) = options.draws.read()?;
    goal.draws = draws.unwrap_or(goal.draws);
    goal.seed = options.draws.seed.as_ref().map_or(goal.seed, |_| seed);
    let area = root.area(options.place.as_deref(), &options.place_file, &root.definitions()?)?;
    let study = Study::new(&evidence, &given.scenario)?;
    let on = Ground { area: &area, evidence: &evidence, study: &study };
    let mut search = Search::new(on, &given.scenario, &goal).map_err(named)?;
    let bar = progress::bar(search.progress().expected, "model runs");
    while !search.is_finished() {
        let now = search.step(on)?;
        bar.set_length(now.expected as u64);
        bar.set_position(now.done as u64);
    }
    bar.finish_and_clear();
    let document = document(&search, on, &given);
    let bytes = match options.format {
        TextFormat::Json => output::json_bytes(&document)?,
        TextFormat::Text => text(&document, &Own::of(&evidence, &given.scenario)).into_bytes(),
    };
    output::write(options.out.as_deref(), &bytes)
}

fn one(mut all: Vec<Given>) -> Result<Given, Faults> {
    match (all.len(), all.pop()) {
        (1, Some(only)) => Ok(only),
        (count, _) => Err(Faults::one("--scenario", count, "holds several scenarios: say which with --name")),
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn number(value: &Value) -> String {
    value.as_f64().map_or("-".into(), readable)
}

fn text(document: &Value, own: &Own) -> String {
    let mut page = format!("{}\n{}", word(&document["place"]["name"]), own.line());
    if document["reachable"] == Value::Bool(false) {
        page.push_str("\nNothing here reaches it. What comes closest:\n");
        page.push_str(&plan(&document["closest"]));
    }
    for solution in list(&document["solutions"]) {
        page.push_str(&plan(solution));
    }
    page.push_str(
        "\nThe figures are the middle line of the model, and a search for the best plan finds the most hopeful estimates: read\n\
         the grades. Gains at the margin are each programme's alone; targets are the whole plan's.\n",
    );
    page
}

fn plan(plan: &Value) -> String {
    let objective = word(&plan["objective"]).replace('_', " ");
    let mut page = format!(
        "\n{objective}: £{} a year once ramped up, £{} by the horizon\n",
        number(&plan["gbp_per_year"]),
        number(&plan["gbp_by_horizon"])
    );
    if let Some(chance) = plan["chance"].as_object() {
        page.push_str(&chance_line(chance));
    }
    for target in list(&plan["targets"]) {
        page.push_str(&target_line(target));
    }
    for row in list(&plan["programmes"]).filter(|row| row["gbp_per_year"].as_f64() > Some(0.0)) {
        page.push_str(&programme_lines(row));
    }
    if let Some(next) = plan["next_best"].as_object() {
        page.push_str(&format!(
            "  next: {}, whose next pound is worth {}p for each one of the plan's last\n",
            word(&next["programme"]),
            next["worth_per_pound"].as_f64().map_or("-".into(), |worth| format!("{:.0}", 100.0 * worth))
        ));
    }
    page
}

fn chance_line(chance: &serde_json::Map<String, Value>) -> String {
    let percent = |value: &Value| value.as_f64().map_or("-".into(), |share| format!("{:.0}%", 100.0 * share));
    format!(
        "  reaches all of it in {} of {} model runs ({} asked); the plan of the middle line, £{} a year, in {}\n",
        percent(&chance["share"]),
        chance["draws"],
        percent(&chance["asked"]),
        number(&chance["without_margin"]["gbp_per_year"]),
        percent(&chance["without_margin"]["share"]),
    )
}

fn target_line(target: &Value) -> String {
    let when =
        target["year"].as_u64().map_or_else(|| word(&target["account"]).replace('_', " "), |year| year.to_string());
    let asked = |key: &str, words: &str| target[key].as_f64().map(|value| format!("{words} {}", readable(value)));
    let asked: Vec<String> =
        [asked("at_least", "at least"), asked("at_most", "at most")].into_iter().flatten().collect();
    let missed = target["short_by"].as_f64().filter(|short| *short > 0.0);
    format!(
        "  {} {} {}, {when}: {} asked{}{}\n",
        number(&target["reached"]),
        word(&target["change"]),
        word(&target["outcome"]).replace('_', " "),
        asked.join(" and "),
        missed.map_or(String::new(), |short| format!(", short by {}", readable(short))),
        target["gbp_for_one_more"]
            .as_f64()
            .map_or(String::new(), |gbp| format!("; one more takes £{} in present value", readable(gbp))),
    )
}

fn programme_lines(row: &Value) -> String {
    let without = match &row["without_it"] {
        Value::Null => String::new(),
        without if without["reached"] == Value::Bool(false) => "; without it nothing reaches the targets".into(),
        without => format!("; without it £{} more in present value", number(&without["gbp_more"])),
    };
    let gains: Vec<String> = list(&row["last_pound"]["gains_per_million"]).map(number).collect();
    let margin =
        if gains.is_empty() { String::new() } else { format!(", last £1m a year gains {}", gains.join(" and ")) };
    format!(
        "  £{} a year: {} (grades {}, {}), {}, room for £{}{margin}{without}\n",
        number(&row["gbp_per_year"]),
        word(&row["label"]),
        word(&row["grade_hospital"]),
        word(&row["grade_outcome"]),
        word(&row["why"]).replace('_', " "),
        number(&row["room_gbp_per_year"]),
    )
}
