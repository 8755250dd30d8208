//! A custom place as a table of two columns, `field,value`, for people who keep their figures in a spreadsheet.
//!
//! A field is the path of the same value in a place file, with age bands and years in words:
//! `population.female.0-4`, `projection.2028.male.90+`, `quintile_shares.1`, `indicators.smoking_adult_aps`. See
//! `docs/PLACE_FORMAT.md`.

use std::path::Path;

use headwater::error::Faults;
use headwater::inputs::node::Node;
use headwater::strata::{BANDS, band_label};

use crate::files::Table;

/// A place with every indicator and projected year has under 2,000 figures.
const MOST_ROWS: usize = 5_000;

/// Reads the table into the common form of a place.
pub fn read(path: &Path) -> Result<Node, Faults> {
    let table = Table::read(path, b',')?;
    build(&table).map_err(|faults| faults.under(&path.display().to_string()))
}

fn build(table: &Table) -> Result<Node, Faults> {
    let mut faults = Faults::new();
    if table.header != ["field", "value"] {
        return Err(Faults::one("line 1", table.header.join(","), "the header must be field,value"));
    }
    if table.rows.len() > MOST_ROWS {
        return Err(Faults::one(
            format!("line {MOST_ROWS}"),
            table.rows.len(),
            "has more rows than a place has figures: is it the right file?",
        ));
    }
    let mut years: Vec<String> = Vec::new();
    for row in &table.rows {
        if let Some(year) =
            row.first().and_then(|field| field.strip_prefix("projection.")).and_then(|rest| rest.split('.').next())
            && year.parse::<u32>().is_ok()
            && !years.contains(&year.to_string())
        {
            years.push(year.to_string());
        }
    }
    years.sort();
    let mut root = Node::Map(vec![("format".into(), Node::Text("headwater-place/1".into()))]);
    let mut seen = std::collections::BTreeSet::new();
    for (row, line) in table.rows.iter().zip(&table.lines) {
        let [field, value] = row.as_slice() else { continue };
        let at = format!("line {line}, {field}");
        if !seen.insert(field.as_str()) {
            faults.add(&at, value, "this field stands twice");
            continue;
        }
        match steps(field, &years) {
            Some(steps) => put(&mut root, &steps, cell(value)),
            None => {
                faults.add(&at, value, "this field is not understood; docs/PLACE_FORMAT.md lists the fields of a table")
            }
        }
    }
    add_implied(&mut root, &years);
    faults.finish(root)
}

/// One step into the document: a key, or a place in a list.
enum Step {
    Key(String),
    Item(usize),
}

/// The path of a field in the common form.
fn steps(field: &str, years: &[String]) -> Option<Vec<Step>> {
    let parts: Vec<&str> = field.splitn(4, '.').collect();
    let key = |text: &str| Step::Key(text.to_string());
    let band = |text: &str| (0..BANDS).find(|band| band_label(*band) == text).map(Step::Item);
    match parts.as_slice() {
        [top @ ("code" | "name" | "kind")] => Some(vec![key(top)]),
        ["population" | "projection" | "life_expectancy" | "healthy_life_expectancy", "source" | "period"] => {
            Some(parts.iter().map(|part| key(part)).collect())
        }
        ["population", sex, age] => Some(vec![key("population"), key(sex), band(age)?]),
        ["projection", year, sex, age] => {
            let position = years.iter().position(|known| known == year)?;
            Some(vec![key("projection"), key(sex), Step::Item(position), band(age)?])
        }
        ["quintile_shares", number] => {
            let number: usize = number.parse().ok()?;
            (1..=5).contains(&number).then(|| vec![key("quintile_shares"), Step::Item(number - 1)])
        }
        ["life_expectancy", sex, what] => Some(vec![key("life_expectancy"), key(sex), key(what)]),
        ["healthy_life_expectancy", sex] => Some(vec![key("healthy_life_expectancy"), key(sex)]),
        [block @ ("indicators" | "money"), id] => Some(vec![key(block), key(id), key("value")]),
        [block @ ("indicators" | "money"), id, part] => Some(vec![key(block), key(id), key(part)]),
        _ => None,
    }
}

fn cell(text: &str) -> Node {
    text.parse().map_or_else(|_| Node::Text(text.to_string()), Node::Number)
}

fn put(node: &mut Node, steps: &[Step], value: Node) {
    let Some((step, rest)) = steps.split_first() else {
        *node = value;
        return;
    };
    match step {
        Step::Key(key) => {
            if !matches!(node, Node::Map(_)) {
                *node = Node::Map(Vec::new());
            }
            let Node::Map(entries) = node else { return };
            let position = entries.iter().position(|(known, _)| known == key).unwrap_or_else(|| {
                entries.push((key.clone(), Node::Null));
                entries.len() - 1
            });
            if let Some((_, inner)) = entries.get_mut(position) {
                put(inner, rest, value);
            }
        }
        Step::Item(index) => {
            if !matches!(node, Node::List(_)) {
                *node = Node::List(Vec::new());
            }
            let Node::List(items) = node else { return };
            while items.len() <= *index {
                items.push(Node::Null);
            }
            if let Some(inner) = items.get_mut(*index) {
                put(inner, rest, value);
            }
        }
    }
}

/// What a table need not say: the base year, the years seen, no flags.
fn add_implied(root: &mut Node, years: &[String]) {
    let set = |root: &mut Node, keys: &[&str], value: Node| {
        let steps: Vec<Step> = keys.iter().map(|key| Step::Key((*key).to_string())).collect();
        put(root, &steps, value);
    };
    if let Some(Node::Map(entries)) = root.get("population")
        && !entries.iter().any(|(key, _)| key == "source")
    {
        set(root, &["population", "source"], Node::Text("user".into()));
    }
    if years.is_empty() {
        set(root, &["projection"], Node::Null);
    } else {
        let numbers = years.iter().map(|year| cell(year)).collect();
        set(root, &["projection", "years"], Node::List(numbers));
        set(root, &["projection", "base_year"], Node::Number(2023.0));
        if root.get("projection").and_then(|p| p.get("source")).is_none() {
            set(root, &["projection", "source"], Node::Text("user".into()));
        }
    }
    for block in ["life_expectancy", "healthy_life_expectancy"] {
        for key in ["period", "source"] {
            if root.get(block).is_some_and(|node| node.get(key).is_none()) {
                set(root, &[block, key], Node::Text(String::new()));
            }
        }
    }
    if root.get("kind").is_none() {
        set(root, &["kind"], Node::Text("custom place".into()));
    }
    set(root, &["flags"], Node::List(Vec::new()));
}
