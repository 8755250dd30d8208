//! `headwater sensitivity`: does the sign survive rival evidence, which figure would turn it, what is most worth knowing.

use headwater::error::Faults;
use headwater::inputs::evidence::Evidence;
use headwater::inputs::place::Area;
use headwater::value::ensemble::record::View;
use headwater::value::ensemble::rows::Rows;
use headwater::value::sensitivity::about::About;
use headwater::value::sensitivity::document::document;
use headwater::value::sensitivity::question::{Question, Task, Wanted};
use rayon::prelude::*;
use serde_json::{Value, json};

use crate::args::{Args, Format};
use crate::futures::{Engine, futures};
use crate::output;
use crate::own::{self, Own};
use crate::packs::Root;
use crate::progress;
use crate::run::{Given, read_scenarios, word};
use crate::sensitivity_options::SensitivityOptions;
use crate::sensitivity_text::{csv, text};

/// Futures run under each side of a dispute unless told otherwise, and futures split into parts.
const RIVAL_DRAWS: usize = 100;
const PARTS: usize = 50;

/// What is asked of every scenario.
struct Asked<'a> {
    area: &'a Area,
    evidence: &'a Evidence,
    about: About,
    draws: Option<usize>,
    rival_draws: usize,
    contributions: usize,
    seed: u64,
}

/// Runs the command.
pub fn run(args: &Args, options: &SensitivityOptions) -> Result<(), Faults> {
    let about = About::read(&options.about, &options.account)?;
    let (draws, seed) = options.draws.read()?;
    let own = options.numbers()?;
    let root = Root::find(args)?;
    let evidence = root.evidence()?;
    let given = read_scenarios(&options.scenario, options.name.as_deref(), options.years, &evidence)?;
    let area = root.area(options.place.as_deref(), &options.place_file, &root.definitions()?)?;
    let asked = Asked {
        area: &area,
        evidence: &evidence,
        about,
        draws,
        rival_draws: draws.map_or(0, |count| own.rivals.unwrap_or(RIVAL_DRAWS).min(count)),
        contributions: draws.map_or(0, |count| own.contributions.unwrap_or(PARTS).min(count)),
        seed,
    };
    let mut documents = answers(&asked, &given)?;
    let own = Own::of_each(&evidence, &given);
    for (document, own) in documents.iter_mut().zip(&own) {
        document[own::COLUMN] = own.json();
    }
    let bytes = match options.format {
        Format::Text => {
            documents.iter().zip(&own).map(|(document, own)| text(document, own)).collect::<String>().into_bytes()
        }
        Format::Csv => csv(&documents, &own)?,
        Format::Json if documents.len() == 1 => output::json_bytes(&documents[0])?,
        Format::Json => output::json_bytes(&Value::Array(documents))?,
    };
    output::write(options.out.as_deref(), &bytes)
}

fn answers(asked: &Asked<'_>, given: &[Given]) -> Result<Vec<Value>, Faults> {
    let rows = given.iter().map(|given| asked.ensemble(given)).collect::<Result<Vec<_>, _>>()?;
    let mut documents = Vec::new();
    for (number, given) in given.iter().enumerate() {
        let mut question = asked.question(given)?;
        if let (Some(own), true) = (&rows[number], question.is_open()) {
            let others = rows.iter().enumerate().filter(|(other, _)| *other != number);
            let others: Vec<Rows> = others.filter_map(|(_, rows)| rows.clone()).collect();
            question.learn(asked.evidence, own, &others, asked.seed)?;
        }
        asked.rival_futures(given, &mut question)?;
        let mut whole = document(&question, asked.evidence);
        whole["place"] = json!({ "code": asked.area.code(), "name": asked.area.name() });
        whole["name"] = json!(given.scenario.name);
        whole["warnings"] = json!(given.notes);
        documents.push(whole);
    }
    Ok(documents)
}

impl Asked<'_> {
    /// Does all steps of a question on all cores.
    fn question(&self, given: &Given) -> Result<Question, Faults> {
        let wanted = Wanted { rivals: true, figures: true, contributions: self.contributions, seed: self.seed };
        let mut question = Question::new(self.area, self.evidence, &given.scenario, self.about.clone(), wanted)?;
        let bar = progress::bar(question.progress().1, "runs with one thing moved");
        loop {
            let tasks: Vec<Task> = question.tasks();
            if tasks.is_empty() {
                break;
            }
            let done = tasks
                .into_par_iter()
                .map(|task| {
                    let done = question.work(self.area, self.evidence, task);
                    bar.inc(1);
                    done
                })
                .collect::<Result<Vec<_>, _>>()?;
            done.into_iter().for_each(|done| question.take(done));
        }
        bar.finish_and_clear();
        Ok(question)
    }

    fn view(&self) -> View {
        View {
            outcomes: Some(self.about.outcome().map(str::to_string).into_iter().collect()),
            fifths: false,
            ledger: false,
            set_in_motion: !self.about.horizon_only(),
        }
    }

    fn ensemble(&self, given: &Given) -> Result<Option<Rows>, Faults> {
        let run = |count| futures(self.area, self.evidence, given, (count, self.seed), (Engine::Exact, self.view()));
        self.draws.map(run).transpose()
    }

    /// Many futures under every side of every dispute, and under both combinations.
    fn rival_futures(&self, given: &Given, question: &mut Question) -> Result<(), Faults> {
        if self.rival_draws == 0 || !question.is_open() {
            return Ok(());
        }
        let bar = progress::bar(question.sides() + 2, "sides of disputes, many futures each");
        let as_it_stands = self.rival(given)?;
        for at in 0..question.sides() {
            bar.inc(1);
            if question.rivals[at].net().is_none() {
                continue;
            }
            if question.rivals[at].taken {
                question.take_rival(at, &as_it_stands)?;
            } else if let Some(scenario) = question.rival_scenario(at) {
                let rows = self.rival(&Given { scenario, ..given.clone() })?;
                question.take_rival(at, &rows)?;
            }
        }
        for at in 0..2 {
            bar.inc(1);
            if let Some(scenario) = question.combination_scenario(at) {
                let rows = self.rival(&Given { scenario, ..given.clone() })?;
                question.take_combination(at, &rows)?;
            }
        }
        bar.finish_and_clear();
        Ok(())
    }

    fn rival(&self, given: &Given) -> Result<Rows, Faults> {
        futures(self.area, self.evidence, given, (self.rival_draws, self.seed), (Engine::Exact, self.view()))
    }
}

/// A number of a document for people, or why there is none.
pub fn shown(value: &Value) -> String {
    value.as_f64().map_or("not counted".into(), output::readable)
}

/// Name of place and scenario.
pub fn title(document: &Value) -> String {
    format!("{}, {}", word(&document["place"]["name"]), word(&document["name"]))
}
