//! The answer to a question as a document: what the command line writes and the page shows. Parts that were not asked for, or
//! are not done, are null.

use serde_json::{Map, Value, json};

use crate::inputs::evidence::Evidence;
use crate::value::ensemble::summary::Summary;
use crate::value::sensitivity::about::Sign;
use crate::value::sensitivity::contributions;
use crate::value::sensitivity::evppi::Worth;
use crate::value::sensitivity::figures::Figure;
use crate::value::sensitivity::learn::Learnt;
use crate::value::sensitivity::price::Price;
use crate::value::sensitivity::question::Question;
use crate::value::sensitivity::rivals::{Central, Combination, Rival, survival};
use crate::value::sensitivity::threshold::Flip;
use crate::value::sensitivity::words;

/// Sides named in the sentence about rival evidence.
const NAMED: usize = 4;

/// All that is known of the answer.
#[must_use]
pub fn document(question: &Question, evidence: &Evidence) -> Value {
    let about = &question.about;
    json!({
        "about": {
            "id": about.id, "account": about.account.word(), "unit": about.unit(),
            "gain": about.labels[0], "loss": about.labels[1], "choices": crate::value::sensitivity::about::About::all(),
        },
        "central": question.central,
        "sign": question.central.map(|net| Sign::of(net).word()),
        "rivals": rivals(question),
        "thresholds": thresholds(question, evidence),
        "matters": matters(question),
        "contributions": parts(question),
    })
}

fn central(central: &Central) -> Map<String, Value> {
    let impossible = match central {
        Central::Impossible(reason) => Some(reason),
        _ => None,
    };
    let mut map = Map::new();
    map.insert("central".into(), json!(central.net()));
    map.insert("sign".into(), json!(central.net().map(|net| Sign::of(net).word())));
    map.insert("impossible".into(), json!(impossible));
    map
}

/// The table and the sentence about rival evidence.
fn rivals(question: &Question) -> Value {
    let Some(ours) = question.central.filter(|_| question.rivals.iter().all(|rival| rival.central.is_some())) else {
        return Value::Null;
    };
    let rows: Vec<Value> = question.rivals.iter().map(|rival| row(rival, ours)).collect();
    let survival = survival(&question.rivals, ours);
    let turns: Vec<Value> =
        survival.turns.iter().map(|rival| json!({ "switch": rival.switch, "option": rival.option })).collect();
    json!({
        "rows": rows, "of": survival.of, "idle": survival.idle, "same": survival.same, "turns": turns,
        "most_favourable": question.combinations[0].as_ref().map(|found| combination(found, ours)),
        "least_favourable": question.combinations[1].as_ref().map(|found| combination(found, ours)),
        "sentence": rival_sentence(question, ours),
    })
}

fn row(rival: &Rival, ours: f64) -> Value {
    let mut map = rival.central.as_ref().map(central).unwrap_or_default();
    map.insert("switch".into(), json!(rival.switch));
    map.insert("option".into(), json!(rival.option));
    map.insert("switch_label".into(), json!(rival.switch_label));
    map.insert("question".into(), json!(rival.question));
    map.insert("label".into(), json!(rival.label));
    map.insert("taken".into(), json!(rival.taken));
    map.insert("default".into(), json!(rival.default));
    map.insert("same_sign".into(), json!(rival.net().map(|net| Sign::of(net) == Sign::of(ours))));
    map.insert("futures".into(), json!(rival.futures.map(|futures| futures.document())));
    map.into()
}

fn combination(found: &Combination, ours: f64) -> Value {
    let mut map = central(&found.central);
    let sides: Map<String, Value> =
        found.sides.iter().map(|(switch, option)| (switch.clone(), option.clone().into())).collect();
    map.insert("switches".into(), sides.into());
    map.insert("joint".into(), json!(found.joint));
    map.insert("same_sign".into(), json!(found.central.net().map(|net| Sign::of(net) == Sign::of(ours))));
    map.insert("futures".into(), json!(found.futures.map(|futures| futures.document())));
    map.into()
}

fn rival_sentence(question: &Question, ours: f64) -> String {
    if Sign::of(ours) == Sign::None {
        return "Nothing is gained or lost, so no dispute can turn the answer.".into();
    }
    let survival = survival(&question.rivals, ours);
    let mut text = format!(
        "The sign stays the same under {} of {} rival choices that move the answer ({} more do not)",
        survival.same, survival.of, survival.idle
    );
    let mut named: Vec<String> =
        survival.turns.iter().take(NAMED).map(|rival| format!("\"{}: {}\"", rival.switch_label, rival.label)).collect();
    if survival.turns.len() > NAMED {
        named.push(format!("{} more", survival.turns.len() - NAMED));
    }
    text += &if named.is_empty() { ".".to_string() } else { format!("; it turns under {}.", words::list(&named)) };
    let ends = [("in its favour", 0), ("against it", 1)].map(|(way, at)| {
        let net = question.combinations[at].as_ref()?.central.net()?;
        Some(format!("with every dispute settled {way}: {}", words::net(&question.about, net)))
    });
    if let [Some(most), Some(least)] = ends {
        let mut most = most;
        most.replace_range(0..1, "W");
        text += &format!(" {most}; {least}.");
    }
    text + &in_futures(question)
}

/// Percent in words: what is not all or none is not called so.
fn percent(of: f64) -> String {
    match of {
        _ if of > 0.0 && of < 1.0 => "under 1%".into(),
        _ if of > 99.0 && of < 100.0 => "over 99%".into(),
        _ => format!("{of:.0}%"),
    }
}

/// In how many possible futures it is better, under single sides and under both combinations; nothing where none were run.
fn in_futures(question: &Question) -> String {
    let better = |summary: Option<Summary>| summary.map(|summary| 100.0 * summary.above_zero);
    let others = question.rivals.iter().filter(|rival| !rival.taken);
    let mut sides: Vec<f64> = others.filter_map(|rival| better(rival.futures)).collect();
    sides.sort_by(f64::total_cmp);
    let (Some(least), Some(most)) = (sides.first(), sides.last()) else { return String::new() };
    let (least, most) = (percent(*least), percent(*most));
    let mut text = format!(
        " Of possible futures it is better in {least} with the hardest other side and in {most} with the kindest"
    );
    let ends = [0, 1].map(|at| better(question.combinations[at].as_ref()?.futures));
    if let [Some(favour), Some(against)] = ends {
        let (favour, against) = (percent(favour), percent(against));
        text +=
            &format!(", in {favour} with every dispute settled in its favour, in {against} with every one against it");
    }
    text + "."
}

/// Which single figure would turn the answer.
fn thresholds(question: &Question, evidence: &Evidence) -> Value {
    let Some(ours) = question.central.filter(|_| done(question)) else { return Value::Null };
    let mut rows: Vec<(Flip, Value)> = Vec::new();
    for (figure, moved) in question.figures.iter().zip(&question.moved) {
        if let Some(flip) = moved.and_then(|moved| moved.flip) {
            rows.push((flip, flipping(figure, flip)));
        }
    }
    if let Some((price, flip)) = question.price.as_ref().and_then(|price| Some((price, price.flip()?))) {
        rows.push((flip, price_row(price, flip, evidence)));
    }
    rows.sort_by(|(a, _), (b, _)| b.within.cmp(&a.within).then(a.distance.total_cmp(&b.distance)));
    let asked = question.figures.len();
    let within = rows.iter().filter(|(flip, _)| flip.within).count();
    let sentence = match (Sign::of(ours), rows.first()) {
        (Sign::None, _) => "Nothing is gained or lost, so no figure can turn the answer.".to_string(),
        (_, None) => {
            format!(
                "None of the {asked} figures with a range would turn the answer alone, in its range or well beyond it."
            )
        }
        (_, Some((_, nearest))) => nearest["sentence"].as_str().unwrap_or_default().to_string(),
    };
    let rows: Vec<Value> = rows.into_iter().map(|(_, row)| row).collect();
    json!({ "rows": rows, "asked": asked, "within": within, "sentence": sentence })
}

fn done(question: &Question) -> bool {
    question.moved.iter().all(Option::is_some)
}

fn flipping(figure: &Figure, flip: Flip) -> Value {
    let mut map = named(figure);
    map.insert("flips_at".into(), json!(figure.shown(flip.value)));
    map.insert("as_assumption".into(), json!(figure.as_assumption(flip.value)));
    add_flip(&mut map, flip);
    let [flipped, central] = [flip.value, figure.central].map(|value| words::value(figure, value));
    map.insert("sentence".into(), json!(words::believe(&figure.label, &flipped, &central, flip.within)));
    map.into()
}

fn add_flip(map: &mut Map<String, Value>, flip: Flip) {
    map.insert("within".into(), json!(flip.within));
    map.insert("distance".into(), json!(flip.distance));
}

fn price_row(price: &Price, flip: Flip, evidence: &Evidence) -> Value {
    let record = evidence.parameters.get(&price.parameter);
    let mut map = Map::new();
    map.insert("id".into(), json!(Price::ID));
    map.insert("label".into(), json!(price.label));
    map.insert("unit".into(), json!("gbp_per_qaly"));
    map.insert("kind".into(), json!("money"));
    map.insert("value".into(), json!(price.ours.price));
    map.insert("low".into(), json!(price.range.0));
    map.insert("high".into(), json!(price.range.1));
    map.insert("level".into(), Value::Null);
    map.insert("status".into(), json!(record.map(|record| record.provenance.status.word())));
    map.insert("grade".into(), json!(record.map(|record| record.provenance.quality.word())));
    map.insert("heading".into(), json!(record.map(|record| &record.group)));
    map.insert("programme".into(), Value::Null);
    map.insert("flips_at".into(), json!(flip.value));
    map.insert("as_assumption".into(), json!(flip.value));
    add_flip(&mut map, flip);
    let label = format!("{}: pounds for a healthy year", price.label);
    let [flipped, central] = [flip.value, price.ours.price].map(words::pounds);
    map.insert("sentence".into(), json!(words::believe(&label, &flipped, &central, flip.within)));
    map.into()
}

/// What every row of a figure says of it.
fn named(figure: &Figure) -> Map<String, Value> {
    let mut map = Map::new();
    map.insert("id".into(), json!(figure.id));
    map.insert("label".into(), json!(figure.label));
    map.insert("unit".into(), json!(figure.unit));
    map.insert("kind".into(), json!(figure.kind.word()));
    map.insert("value".into(), json!(figure.shown(figure.central)));
    map.insert("low".into(), json!(figure.shown(figure.range.0)));
    map.insert("high".into(), json!(figure.shown(figure.range.1)));
    map.insert("level".into(), json!(figure.level));
    map.insert("status".into(), json!(figure.status));
    map.insert("grade".into(), json!(figure.grade));
    map.insert("heading".into(), json!(figure.heading));
    map.insert("programme".into(), json!((!figure.programme.is_empty()).then_some(&figure.programme)));
    map
}

/// What moves the answer most, and what would be most worth to know.
fn matters(question: &Question) -> Value {
    let moved = !question.moved.is_empty() && done(question);
    let Some(ours) = question.central.filter(|_| moved || question.learnt.is_some()) else { return Value::Null };
    let moves = question.moves();
    let mut rows: Vec<(f64, f64, Value)> = Vec::new();
    for (at, figure) in question.figures.iter().enumerate().filter(|(at, _)| moves[*at]) {
        let mut map = named(figure);
        let bar = question.moved[at].map(|moved| moved.bar);
        let swing = bar.map(|bar| bar.swing(ours));
        map.insert("at_low".into(), json!(bar.and_then(|bar| bar.low)));
        map.insert("at_high".into(), json!(bar.and_then(|bar| bar.high)));
        map.insert("swing".into(), json!(swing));
        let known = question.learnt.as_ref().and_then(|learnt| learnt.figures[at]);
        map.insert("rank_correlation".into(), json!(known.and_then(|(rank, _)| rank)));
        let worth = known.and_then(|(_, worth)| worth);
        map.insert("evppi".into(), worth.map_or(Value::Null, worth_of));
        rows.push((worth.map_or(0.0, |worth| worth.value), swing.unwrap_or(0.0), map.into()));
    }
    rows.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.total_cmp(&a.1)));
    let still = moves.iter().filter(|moves| !**moves).count();
    let figures: Vec<Value> = rows.into_iter().map(|(_, _, row)| row).collect();
    let learnt = question.learnt.as_ref();
    let sentence = learnt.map(|learnt| sentence(question, learnt, &figures));
    json!({
        "still": still, "figures": figures, "futures": learnt.map(over_futures), "sentence": sentence,
    })
}

fn over_futures(learnt: &Learnt) -> Value {
    let mut groups: Vec<(f64, Value)> = learnt
        .groups
        .iter()
        .map(|(group, worth)| {
            let value = worth.map_or(0.0, |worth| worth.value);
            let worth = worth.map_or(Value::Null, worth_of);
            (value, json!({ "id": group.id, "label": group.label, "figures": group.members.len(), "evppi": worth }))
        })
        .collect();
    groups.sort_by(|a, b| b.0.total_cmp(&a.0));
    json!({
        "draws": learnt.draws, "seed": learnt.seed, "options": learnt.options,
        "summary": learnt.summary.map(|summary| summary.document()),
        "evpi": learnt.perfect, "regretted": learnt.regretted,
        "groups": groups.into_iter().map(|(_, group)| group).collect::<Vec<_>>(),
    })
}

fn worth_of(worth: Worth) -> Value {
    json!({
        "value": worth.value, "standard_error": worth.standard_error, "bias": worth.bias, "noise": worth.noise,
        "clear": worth.is_clear(),
        "terms": worth.terms, "left_out": worth.left_out,
    })
}

fn sentence(question: &Question, learnt: &Learnt, figures: &[Value]) -> String {
    let draws = learnt.draws;
    if learnt.perfect == 0.0 {
        return format!(
            "In all {draws} possible futures the same choice is best, so knowing any of these figures better would not change it."
        );
    }
    let clear: Vec<String> = figures
        .iter()
        .filter(|row| row["evppi"]["clear"] == true)
        .take(3)
        .map(|row| format!("\"{}\"", row["label"].as_str().unwrap_or_default()))
        .collect();
    let percent = words::number(100.0 * learnt.regretted);
    let regret = format!(
        "In {percent}% of {draws} possible futures another choice than the best on average would be better; knowing everything \
         would be worth {} on average.",
        words::net(&question.about, learnt.perfect)
    );
    match clear.as_slice() {
        [] => format!("{regret} No single figure alone is clearly worth knowing."),
        some => format!("{regret} What we would most want to know: {}.", words::list(some)),
    }
}

fn parts(question: &Question) -> Value {
    let mut known = question.parts.iter();
    let Some(Some(central)) = known.next() else { return Value::Null };
    let futures: Vec<_> = known.flatten().cloned().collect();
    contributions::document(&question.about, central, &futures)
}
