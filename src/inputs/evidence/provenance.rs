//! Where a figure comes from, how sure anyone can be of it, and how far it may be trusted.

use crate::error::Faults;
use crate::inputs::reader::Keys;
use crate::units::Kind;

/// How a figure is known. `Recalled` and `Assumed` look different from the others wherever they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Read in the source.
    Sourced,
    /// Arithmetic on sourced figures, described in the note.
    Derived,
    /// From memory, not read again.
    Recalled,
    /// Our judgement.
    Assumed,
}

/// The words for statuses in files.
pub const STATUSES: &[(&str, Status)] = &[
    ("sourced", Status::Sourced),
    ("derived", Status::Derived),
    ("recalled", Status::Recalled),
    ("assumed", Status::Assumed),
];

impl Status {
    /// The word used in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        STATUSES.iter().find(|(_, status)| *status == self).map_or("", |(word, _)| word)
    }

    /// True if the figure needs a rationale because no source stands behind its value.
    #[must_use]
    pub const fn needs_rationale(self) -> bool {
        matches!(self, Status::Recalled | Status::Assumed)
    }
}

/// Shape of the belief between low and high.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Shares.
    Beta,
    /// Positive amounts.
    Gamma,
    /// Ratios.
    Lognormal,
    /// Differences.
    Normal,
    /// Anywhere between two hard ends.
    Uniform,
    /// Between two hard ends, most likely at the central value.
    Triangular,
}

const FAMILIES: &[(&str, Family)] = &[
    ("beta", Family::Beta),
    ("gamma", Family::Gamma),
    ("lognormal", Family::Lognormal),
    ("normal", Family::Normal),
    ("uniform", Family::Uniform),
    ("triangular", Family::Triangular),
];

impl Family {
    /// The word used in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        FAMILIES.iter().find(|(_, family)| *family == self).map_or("", |(word, _)| word)
    }
}

/// How sure anyone can be of a value.
#[derive(Debug, Clone, PartialEq)]
pub enum Uncertainty {
    /// A range with a shape; `level` is the share of belief between `low` and `high`.
    Range {
        /// Shape.
        family: Family,
        /// Lower end.
        low: f64,
        /// Upper end.
        high: f64,
        /// Share of belief between the ends: 0.95 for an interval, 1 for hard ends.
        level: f64,
        /// How the ends are known.
        status: Status,
    },
    /// No range, and why.
    Fixed(String),
}

impl Uncertainty {
    /// True for a range.
    #[must_use]
    pub const fn is_range(&self) -> bool {
        matches!(self, Uncertainty::Range { .. })
    }
}

/// Which way is better for people when the figure rises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoodDirection {
    /// More is better.
    Up,
    /// Less is better.
    Down,
    /// Neither.
    Neither,
}

const DIRECTIONS: &[(&str, GoodDirection)] =
    &[("up", GoodDirection::Up), ("down", GoodDirection::Down), ("neither", GoodDirection::Neither)];

impl GoodDirection {
    /// The word used in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        DIRECTIONS.iter().find(|(_, known)| *known == self).map_or("", |(word, _)| word)
    }
}

/// Grade of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Systematic review of trials, very strong quasi-experiment, complete official statistics.
    A,
    /// One good trial or quasi-experiment, dated statistics.
    B,
    /// Weak, mixed or modelled.
    C,
    /// No evidence of effect, null, or judgement.
    D,
}

/// The words for grades in files.
pub const GRADES: &[(&str, Grade)] = &[("A", Grade::A), ("B", Grade::B), ("C", Grade::C), ("D", Grade::D)];

impl Grade {
    /// The letter used in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        GRADES.iter().find(|(_, grade)| *grade == self).map_or("", |(word, _)| word)
    }
}

const SEEN_VIA: &[(&str, &str)] = &[
    ("primary", "primary"),
    ("copy", "copy"),
    ("secondary", "secondary"),
    ("model_output", "model_output"),
    ("none", "none"),
];

/// Where a figure comes from and how far it may be trusted: the same keys on every figure and table.
#[derive(Debug, Clone, PartialEq)]
pub struct Provenance {
    /// Population, place and subgroup the figure was measured in.
    pub applies_to: String,
    /// Ids of sources; empty only if recalled or assumed.
    pub sources: Vec<String>,
    /// Table, page or abstract.
    pub locator: String,
    /// How the central value is known.
    pub status: Status,
    /// Why this value, where no source stands behind it.
    pub rationale: String,
    /// How the source was read: primary, copy, secondary, `model_output` or none.
    pub seen_via: &'static str,
    /// Grade of evidence behind the value.
    pub quality: Grade,
    /// Year and month of the last check.
    pub checked: String,
    /// Which way is better when the figure rises.
    pub good_direction: GoodDirection,
    /// False if the figure is shown and never used.
    pub input: bool,
    /// Anything a reader needs.
    pub note: String,
}

/// Reads `uncertainty`; `central` is checked to lie inside the range and the ends inside the kind.
pub fn read_uncertainty(keys: &mut Keys<'_>, central: Option<(Kind, f64)>, faults: &mut Faults) -> Uncertainty {
    let path = keys.at("uncertainty");
    let Some(node) = keys.required("uncertainty", faults) else {
        return Uncertainty::Fixed(String::new());
    };
    let mut inner = Keys::open(&path, node, faults);
    if node.get("fixed").is_some() {
        let why = inner.words("fixed", faults);
        inner.done(faults);
        return Uncertainty::Fixed(why);
    }
    let before = faults.len();
    let family = inner.choice("family", FAMILIES, Family::Normal, faults);
    let low = inner.number("low", faults);
    let high = inner.number("high", faults);
    let level = inner.number("level", faults);
    let status = inner.choice("status", STATUSES, Status::Assumed, faults);
    inner.done(faults);
    if faults.len() == before {
        check_range(&path, family, (low, high, level), central, faults);
    }
    Uncertainty::Range { family, low, high, level, status }
}

fn check_range(
    path: &str,
    family: Family,
    (low, high, level): (f64, f64, f64),
    central: Option<(Kind, f64)>,
    faults: &mut Faults,
) {
    if low > high {
        faults.add(path, format!("{low} to {high}"), "the interval is the wrong way round: low is above high");
    }
    let hard = matches!(family, Family::Uniform | Family::Triangular);
    if !(level > 0.0 && (level < 1.0 || (hard && level == 1.0))) {
        faults.add(format!("{path}.level"), level, "must be above 0 and below 1 (1 only for uniform and triangular)");
    }
    if family == Family::Lognormal && low <= 0.0 {
        faults.add(format!("{path}.low"), low, "a lognormal range must stay above 0");
    }
    if family == Family::Gamma && low <= 0.0 {
        faults.add(format!("{path}.low"), low, "a gamma range must stay above 0");
    }
    if family == Family::Beta && !(low > 0.0 && high < 1.0) {
        faults.add(path, format!("{low} to {high}"), "a beta range must stay above 0 and below 1");
    }
    let Some((kind, value)) = central else { return };
    if low <= high && !(low..=high).contains(&value) {
        faults.add(path, format!("{low} to {high}"), format!("the central value {value} is outside its own range"));
    }
    for (name, end) in [("low", low), ("high", high)] {
        let zero_ratio_end = kind == Kind::Ratio && end == 0.0 && family != Family::Lognormal;
        if !kind.holds(end) && !zero_ratio_end {
            faults.add(format!("{path}.{name}"), end, kind.rule());
        }
    }
}

/// Reads the keys of provenance and checks that status, source and rationale agree.
pub fn read_provenance(keys: &mut Keys<'_>, faults: &mut Faults) -> Provenance {
    let provenance = Provenance {
        applies_to: keys.words("applies_to", faults),
        sources: keys.texts("source", faults),
        locator: keys.text("locator", faults),
        status: keys.choice("status", STATUSES, Status::Assumed, faults),
        rationale: keys.text_or_empty("rationale", faults),
        seen_via: keys.choice("seen_via", SEEN_VIA, "none", faults),
        quality: keys.choice("quality", GRADES, Grade::D, faults),
        checked: keys.words("checked", faults),
        good_direction: keys.choice("good_direction", DIRECTIONS, GoodDirection::Neither, faults),
        input: keys.flag("input", true, faults),
        note: keys.text_or_empty("note", faults),
    };
    check_provenance(keys, &provenance, faults);
    provenance
}

fn check_provenance(keys: &Keys<'_>, provenance: &Provenance, faults: &mut Faults) {
    let status = provenance.status;
    if provenance.sources.is_empty() && !status.needs_rationale() {
        faults.add(keys.at("source"), "[]", format!("a {} figure must name its source", status.word()));
    }
    if status.needs_rationale() && provenance.rationale.trim().is_empty() {
        faults.add(keys.at("rationale"), "", format!("a figure that is {} must say why this value", status.word()));
    }
    if status == Status::Sourced && provenance.seen_via == "none" {
        faults.add(
            keys.at("seen_via"),
            "none",
            "a sourced figure was read somewhere: say primary, copy, secondary or model_output",
        );
    }
    if !provenance.checked.is_empty() && !is_year_month(&provenance.checked) {
        faults.add(
            keys.at("checked"),
            format!("\"{}\"", provenance.checked),
            "must be a year and month such as \"2026-11\"",
        );
    }
}

fn is_year_month(text: &str) -> bool {
    let Some((year, month)) = text.split_once('-') else { return false };
    let month_number = month.parse::<u32>().unwrap_or(0);
    year.len() == 4 && year.parse::<u32>().is_ok() && month.len() == 2 && (1..=12).contains(&month_number)
}
