//! Programmes as people know them, and the components that are delivered and paid for.

use crate::error::Faults;
use crate::inputs::evidence::common::{read_ages, read_payers};
use crate::inputs::evidence::figure::read_id;
use crate::inputs::evidence::provenance::{GRADES, Grade};
use crate::inputs::node::Node;
use crate::inputs::reader::Keys;

/// A council-led programme as people know it.
#[derive(Debug, Clone, PartialEq)]
pub struct Programme {
    /// Id.
    pub id: String,
    /// Order in the catalogue.
    pub order: u32,
    /// Name.
    pub label: String,
    /// Other names people search for.
    pub also_called: Vec<String>,
    /// What it is, who it is for, who pays, who saves, how it reaches hospitals; best evidence, caveats, unknowns.
    pub texts: Vec<(&'static str, String)>,
    /// Grade of the evidence for the direct result.
    pub grade_outcome: Grade,
    /// Grade of the evidence for hospital use.
    pub grade_hospital: Grade,
    /// How it may be used: `core`, `core_with_wide_range`, `no_hospital_effect_by_default` or `flow_only`.
    pub usage: Usage,
    /// Source ids.
    pub sources: Vec<String>,
}

/// How far the evidence lets a programme count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Usage {
    /// Counted.
    Core,
    /// Counted, with a range that dominates.
    CoreWithWideRange,
    /// No effect on hospital use unless the user argues otherwise.
    NoHospitalEffectByDefault,
    /// Moves people through hospital faster; prevents nothing.
    FlowOnly,
}

const USAGES: &[(&str, Usage)] = &[
    ("core", Usage::Core),
    ("core_with_wide_range", Usage::CoreWithWideRange),
    ("no_hospital_effect_by_default", Usage::NoHospitalEffectByDefault),
    ("flow_only", Usage::FlowOnly),
];

impl Usage {
    /// The word used in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        USAGES.iter().find(|(_, known)| *known == self).map_or("", |(word, _)| word)
    }
}

const PROGRAMME_TEXTS: [&str; 8] = ["what", "target", "pays", "saves", "hospital_route", "best", "caveats", "unknown"];

impl Programme {
    /// Reads a `[[programme]]`.
    pub fn read(path: &str, node: &Node, faults: &mut Faults) -> Programme {
        let mut keys = Keys::open(path, node, faults);
        let programme = Programme {
            id: read_id(&mut keys, faults),
            order: keys.whole("order", 1, 999, faults),
            label: keys.words("label", faults),
            also_called: keys.texts_or_empty("also_called", faults),
            texts: PROGRAMME_TEXTS.map(|key| (key, keys.words(key, faults))).to_vec(),
            grade_outcome: keys.choice("grade_outcome", GRADES, Grade::D, faults),
            grade_hospital: keys.choice("grade_hospital", GRADES, Grade::D, faults),
            usage: keys.choice("use", USAGES, Usage::Core, faults),
            sources: keys.texts("source", faults),
        };
        keys.done(faults);
        programme
    }
}

/// How a component reaches people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// A person takes part once and the effect fades.
    Course,
    /// The effect lasts while it is paid for, then fades.
    PlaceYear,
    /// Cumulative coverage, then the money has nowhere to go.
    OneOff,
}

const DELIVERIES: &[(&str, Delivery)] =
    &[("course", Delivery::Course), ("place_year", Delivery::PlaceYear), ("one_off", Delivery::OneOff)];

impl Delivery {
    /// The word used in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        DELIVERIES.iter().find(|(_, known)| *known == self).map_or("", |(word, _)| word)
    }
}

/// Whose share `eligible` is.
pub const ELIGIBLE_BASES: &[(&str, &str)] = &[
    ("population", "population"),
    ("households", "households"),
    ("age_65_plus", "age_65_plus"),
    ("smokers", "smokers"),
    ("obese", "obese"),
    ("inactive", "inactive"),
    ("adults", "adults"),
    ("care_home_residents", "care_home_residents"),
    ("women_15_44", "women_15_44"),
    ("under_5", "under_5"),
];

/// What a programme delivers and pays for.
#[derive(Debug, Clone, PartialEq)]
pub struct Component {
    /// Id.
    pub id: String,
    /// Programme it belongs to.
    pub programme: String,
    /// Name.
    pub label: String,
    /// How it reaches people.
    pub delivery: Delivery,
    /// First and last age served.
    pub ages: (u32, u32),
    /// What one unit of cost buys.
    pub unit_of_delivery: String,
    /// Ids of the parameters that drive it, by role (`unit_cost`, `max_reach`, ...).
    pub parameters: Vec<(&'static str, String)>,
    /// Whose share `eligible` is.
    pub eligible_basis: &'static str,
    /// True if the deprivation ratio describes the size of effect, not who is reached.
    pub deprivation_acts_on_effect: bool,
    /// True if relapse is already inside the published estimate.
    pub relapse_inside_estimate: bool,
    /// Share of the programme's money by default, and why.
    pub default_split: (f64, String),
    /// Who pays for delivery: shares adding to 1.
    pub cost_payer: Vec<(&'static str, f64)>,
}

const COMPONENT_PARAMETERS: [&str; 7] =
    ["eligible", "unit_cost", "max_reach", "reach_today", "onset_lag", "half_life", "reach_ratio_deprived"];
const COMPONENT_OPTIONAL: [&str; 6] =
    ["build_up", "persistence", "counterfactual", "people_per_unit", "children_per_unit", "retention"];

impl Component {
    /// Reads a `[[component]]`.
    pub fn read(path: &str, node: &Node, faults: &mut Faults) -> Component {
        let mut keys = Keys::open(path, node, faults);
        let id = read_id(&mut keys, faults);
        let programme = keys.words("programme", faults);
        let label = keys.words("label", faults);
        let delivery = keys.choice("delivery", DELIVERIES, Delivery::Course, faults);
        let ages = read_ages(&mut keys, faults);
        let unit_of_delivery = keys.words("unit_of_delivery", faults);
        let mut parameters: Vec<(&'static str, String)> =
            COMPONENT_PARAMETERS.map(|key| (key, keys.words(key, faults))).to_vec();
        for key in COMPONENT_OPTIONAL {
            if let Some(parameter) = keys.optional_text(key, faults) {
                parameters.push((key, parameter));
            }
        }
        let component = Component {
            id,
            programme,
            label,
            delivery,
            ages,
            unit_of_delivery,
            parameters,
            eligible_basis: keys.choice("eligible_basis", ELIGIBLE_BASES, "population", faults),
            deprivation_acts_on_effect: keys.choice(
                "deprivation_acts_on",
                &[("reach", false), ("effect", true)],
                false,
                faults,
            ),
            relapse_inside_estimate: keys.flag("relapse_inside_estimate", false, faults),
            default_split: (keys.number_in("default_split", 0.0, 1.0, faults), keys.words("split_reason", faults)),
            cost_payer: read_payers(&mut keys, "cost_payer", false, faults),
        };
        keys.done(faults);
        component
    }

    /// The id of the parameter in a role, if the component has one.
    #[must_use]
    pub fn parameter(&self, role: &str) -> Option<&str> {
        self.parameters.iter().find(|(name, _)| *name == role).map(|(_, id)| id.as_str())
    }
}
