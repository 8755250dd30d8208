//! Choices: rival evidence, controls, published pairings, and what nobody found.

use crate::error::Faults;
use crate::inputs::evidence::figure::read_id;
use crate::inputs::node::Node;
use crate::inputs::reader::Keys;
use crate::units::Unit;

/// One side of a disagreement.
#[derive(Debug, Clone, PartialEq)]
pub struct SwitchOption {
    /// Id within the switch.
    pub id: String,
    /// Plain words.
    pub label: String,
    /// Parameter or table that holds the figure, if it is one.
    pub points_at: String,
    /// A plain number, if the option is not a record.
    pub value: Option<f64>,
    /// Anything a reader needs.
    pub note: String,
}

/// Rival evidence: a choice between figures that are themselves records.
#[derive(Debug, Clone, PartialEq)]
pub struct Switch {
    /// Id.
    pub id: String,
    /// Name.
    pub label: String,
    /// What is in dispute.
    pub question: String,
    /// Option used unless the user chooses otherwise.
    pub default: String,
    /// Why that default.
    pub why: String,
    /// The sides.
    pub options: Vec<SwitchOption>,
}

impl Switch {
    /// Reads a `[[switch]]`.
    pub fn read(path: &str, node: &Node, faults: &mut Faults) -> Switch {
        let mut keys = Keys::open(path, node, faults);
        let option_path = keys.at("option");
        let options: Vec<SwitchOption> = keys
            .list("option", faults)
            .iter()
            .enumerate()
            .map(|(index, node)| read_option(&format!("{option_path}[{index}]"), node, faults))
            .collect();
        let switch = Switch {
            id: read_id(&mut keys, faults),
            label: keys.words("label", faults),
            question: keys.words("question", faults),
            default: keys.words("default", faults),
            why: keys.words("why", faults),
            options,
        };
        if switch.options.len() < 2 {
            faults.add(&option_path, switch.options.len(), "rival evidence needs at least two options");
        }
        if !switch.options.iter().any(|option| option.id == switch.default) {
            faults.add(keys.at("default"), format!("\"{}\"", switch.default), "is not one of the options");
        }
        keys.done(faults);
        switch
    }
}

fn read_option(path: &str, node: &Node, faults: &mut Faults) -> SwitchOption {
    let mut keys = Keys::open(path, node, faults);
    let parameter = keys.text_or_empty("parameter", faults);
    let table = keys.text_or_empty("table", faults);
    let value = keys.optional_number("value", faults);
    let given = usize::from(!parameter.is_empty()) + usize::from(!table.is_empty()) + usize::from(value.is_some());
    if given > 1 {
        faults.add(path, given, "an option points at one of parameter, table or value");
    }
    let option = SwitchOption {
        id: read_id(&mut keys, faults),
        label: keys.words("label", faults),
        points_at: if parameter.is_empty() { table } else { parameter },
        value,
        note: keys.text_or_empty("note", faults),
    };
    keys.done(faults);
    option
}

/// Bounds, step and words of a control: the page draws it, the pack owns it.
#[derive(Debug, Clone, PartialEq)]
pub struct Slider {
    /// Id.
    pub id: String,
    /// Name.
    pub label: String,
    /// Key of the scenario it sets.
    pub scenario_key: String,
    /// Unit.
    pub unit: Unit,
    /// Smallest value, largest value, step, starting value.
    pub range: (f64, f64, f64, f64),
    /// Why the range ends there.
    pub reason: String,
    /// Parameter it overrides, or empty.
    pub parameter: String,
}

impl Slider {
    /// Reads a `[[slider]]`.
    pub fn read(path: &str, node: &Node, faults: &mut Faults) -> Slider {
        let mut keys = Keys::open(path, node, faults);
        let before = faults.len();
        let range = (
            keys.number("min", faults),
            keys.number("max", faults),
            keys.number("step", faults),
            keys.number("default", faults),
        );
        if faults.len() == before {
            let (min, max, step, default) = range;
            if min >= max {
                faults.add(keys.at("max"), max, format!("must be above min ({min})"));
            }
            if !(step > 0.0 && step <= max - min) {
                faults.add(keys.at("step"), step, "must be above 0 and no longer than the slider");
            }
            if !(min..=max).contains(&default) {
                faults.add(keys.at("default"), default, format!("must be between {min} and {max}"));
            }
        }
        let unit_word = keys.words("unit", faults);
        let slider = Slider {
            id: read_id(&mut keys, faults),
            label: keys.words("label", faults),
            scenario_key: keys.words("scenario_key", faults),
            unit: Unit::read(&keys.at("unit"), &unit_word, faults),
            range,
            reason: keys.words("reason", faults),
            parameter: keys.text_or_empty("parameter", faults),
        };
        keys.done(faults);
        slider
    }
}

/// A published area-level pairing of health care and prevention spending.
#[derive(Debug, Clone, PartialEq)]
pub struct TopDown {
    /// Id.
    pub id: String,
    /// Name.
    pub label: String,
    /// What to keep in mind.
    pub caveat: String,
    /// Parameter: cost per QALY of health care, or empty.
    pub health_care: String,
    /// Parameter: cost per QALY of prevention, or empty.
    pub prevention: String,
    /// All its figures.
    pub figures: Vec<String>,
    /// Source ids.
    pub sources: Vec<String>,
}

impl TopDown {
    /// Reads a `[[topdown]]`.
    pub fn read(path: &str, node: &Node, faults: &mut Faults) -> TopDown {
        let mut keys = Keys::open(path, node, faults);
        let topdown = TopDown {
            id: read_id(&mut keys, faults),
            label: keys.words("label", faults),
            caveat: keys.words("caveat", faults),
            health_care: keys.text("health_care", faults),
            prevention: keys.text("prevention", faults),
            figures: keys.texts("figures", faults),
            sources: keys.texts("source", faults),
        };
        keys.done(faults);
        topdown
    }
}

/// Something nobody found.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// Id.
    pub id: String,
    /// Part of the pack it belongs to.
    pub section: String,
    /// What is missing.
    pub missing: String,
    /// How much it matters.
    pub priority: String,
    /// Where it may exist.
    pub place: String,
}

impl Gap {
    /// Reads a `[[gap]]`.
    pub fn read(path: &str, node: &Node, faults: &mut Faults) -> Gap {
        let mut keys = Keys::open(path, node, faults);
        let gap = Gap {
            id: read_id(&mut keys, faults),
            section: keys.text("section", faults),
            missing: keys.words("missing", faults),
            priority: keys.text("priority", faults),
            place: keys.text("where", faults),
        };
        keys.done(faults);
        gap
    }
}
