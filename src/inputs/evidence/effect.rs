//! A measured effect of a component: a figure, what it acts on, and how far it is believed.

use crate::error::Faults;
use crate::inputs::evidence::common::{read_ages, read_payers, read_sex};
use crate::inputs::evidence::figure::Figure;
use crate::inputs::evidence::provenance::{GRADES, Grade};
use crate::inputs::node::Node;
use crate::inputs::reader::Keys;
use crate::strata::Sex;

/// What an effect changes, a closed list.
pub const CHANNELS: &[(&str, &str)] = &[
    ("quits", "quits"),
    ("activity_level", "activity_level"),
    ("body_weight", "body_weight"),
    ("alcohol_intake", "alcohol_intake"),
    ("type_2_diabetes", "type_2_diabetes"),
    ("cardiovascular_disease", "cardiovascular_disease"),
    ("all_cause_mortality", "all_cause_mortality"),
    ("cause_specific_mortality", "cause_specific_mortality"),
    ("falls", "falls"),
    ("fractures", "fractures"),
    ("emergency_admissions", "emergency_admissions"),
    ("bed_days", "bed_days"),
    ("delayed_bed_days", "delayed_bed_days"),
    ("ae_attendances", "ae_attendances"),
    ("gp_visits", "gp_visits"),
    ("social_care_cost", "social_care_cost"),
    ("health_care_cost", "health_care_cost"),
    ("other_public_cost", "other_public_cost"),
    ("household_income", "household_income"),
    ("employment", "employment"),
    ("mental_health", "mental_health"),
    ("utility", "utility"),
    ("prescribing", "prescribing"),
    ("pregnancy", "pregnancy"),
    ("child_in_care", "child_in_care"),
    ("road_casualties", "road_casualties"),
    ("contraception_use", "contraception_use"),
    ("family_outcomes", "family_outcomes"),
];

/// How the effect combines with its base rate.
pub const MEASURES: &[(&str, &str)] = &[
    ("risk_ratio", "risk_ratio"),
    ("rate_ratio", "rate_ratio"),
    ("hazard_ratio", "hazard_ratio"),
    ("odds_ratio", "odds_ratio"),
    ("cost_ratio", "cost_ratio"),
    ("risk_difference", "risk_difference"),
    ("rate_difference", "rate_difference"),
    ("mean_difference", "mean_difference"),
    ("standardised_difference", "standardised_difference"),
];

const AMONG: &[(&str, &str)] = &[
    ("participant", "participant"),
    ("responder", "responder"),
    ("case", "case"),
    ("person_supported", "person_supported"),
    ("resident", "resident"),
];

const ROUTES: &[(&str, &str)] = &[
    ("hospital_direct", "hospital_direct"),
    ("hospital_via_disease", "hospital_via_disease"),
    ("mortality", "mortality"),
    ("disease", "disease"),
    ("social_care", "social_care"),
    ("money", "money"),
    ("work", "work"),
    ("wellbeing", "wellbeing"),
    ("context", "context"),
];

/// Whether an effect counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// In the central run.
    Used,
    /// An alternative to a used effect, through a switch.
    Rival,
    /// Shown, never used.
    Shown,
}

const ROLES: &[(&str, Role)] = &[("used", Role::Used), ("rival", Role::Rival), ("shown", Role::Shown)];

impl Role {
    /// The word used in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        ROLES.iter().find(|(_, known)| *known == self).map_or("", |(word, _)| word)
    }
}

/// How far an effect is believed by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Belief {
    /// At its published size.
    AsPublished,
    /// Multiplied by the shrinkage parameter (on the log scale for ratios).
    Shrunk,
    /// Set to no effect; the figure stays visible.
    Null,
}

const BELIEFS: &[(&str, Belief)] =
    &[("as_published", Belief::AsPublished), ("shrunk", Belief::Shrunk), ("null", Belief::Null)];

impl Belief {
    /// The word used in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        BELIEFS.iter().find(|(_, known)| *known == self).map_or("", |(word, _)| word)
    }
}

/// A measured effect of a component: a figure and what it acts on.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// The figure with its provenance.
    pub figure: Figure,
    /// Programme.
    pub programme: String,
    /// Component.
    pub component: String,
    /// What was measured, in the study's words.
    pub outcome: String,
    /// What it changes.
    pub channel: &'static str,
    /// How it combines with the base rate.
    pub measure: &'static str,
    /// Parameter or table it acts on; `none` only if shown.
    pub base_rate: String,
    /// Among whom.
    pub among: &'static str,
    /// Parameter that gives the share of participants who respond, if among responders.
    pub responder_share: String,
    /// First and last age.
    pub ages: (u32, u32),
    /// One sex, or both.
    pub sex: Option<Sex>,
    /// Used, rival or shown.
    pub role: Role,
    /// The used effect this one is an alternative to.
    pub rival_to: String,
    /// Which route to outcomes it belongs to.
    pub route: &'static str,
    /// How far it is believed by default, and why.
    pub belief: (Belief, String),
    /// Its own grade.
    pub grade: Grade,
    /// Study design.
    pub design: String,
    /// Whose cost changes.
    pub payer_split: Vec<(&'static str, f64)>,
    /// Parameters that override the component's timing: onset lag, half-life.
    pub timing: (String, String),
    /// Parameter that gives the years after which the difference was measured: it is held to then, and fades after. Empty
    /// where the source states no time, and the effect fades from its onset.
    pub held: String,
}

impl Effect {
    /// Reads an `[[effect]]`.
    pub fn read(path: &str, node: &Node, faults: &mut Faults) -> Effect {
        let mut keys = Keys::open(path, node, faults);
        let figure = Figure::read_keys(&mut keys, faults);
        let effect = Effect {
            figure,
            programme: keys.words("programme", faults),
            component: keys.words("component", faults),
            outcome: keys.words("outcome", faults),
            channel: keys.choice("channel", CHANNELS, "quits", faults),
            measure: keys.choice("measure", MEASURES, "risk_ratio", faults),
            base_rate: keys.words("base_rate", faults),
            among: keys.choice("among", AMONG, "participant", faults),
            responder_share: keys.text_or_empty("responder_share", faults),
            ages: read_ages(&mut keys, faults),
            sex: read_sex(&mut keys, faults),
            role: keys.choice("role", ROLES, Role::Shown, faults),
            rival_to: keys.text_or_empty("rival_to", faults),
            route: keys.choice("route", ROUTES, "context", faults),
            belief: (keys.choice("belief", BELIEFS, Belief::Null, faults), keys.text_or_empty("belief_reason", faults)),
            grade: keys.choice("grade", GRADES, Grade::D, faults),
            design: keys.text("design", faults),
            payer_split: read_payers(&mut keys, "payer_split", true, faults),
            timing: (keys.text_or_empty("onset_lag", faults), keys.text_or_empty("half_life", faults)),
            held: keys.text_or_empty("held", faults),
        };
        effect.check_alone(&keys, faults);
        keys.done(faults);
        effect
    }

    /// What can be said about an effect without looking at other records.
    fn check_alone(&self, keys: &Keys<'_>, faults: &mut Faults) {
        if self.role != Role::Shown && self.base_rate == "none" {
            faults.add(
                keys.at("base_rate"),
                "none",
                "an effect that is used needs a base rate; without one it can only be shown",
            );
        }
        if self.role != Role::Shown && !self.figure.provenance.input {
            faults.add(keys.at("role"), "input = false", "an effect that is not an input can only be shown");
        }
        if self.role == Role::Rival && self.rival_to.is_empty() {
            faults.add(keys.at("rival_to"), "", "a rival must say which used effect it is an alternative to");
        }
        if self.belief.0 != Belief::AsPublished && self.belief.1.trim().is_empty() {
            faults.add(keys.at("belief_reason"), "", "an effect that is not taken as published must say why");
        }
        if self.among == "responder" && self.role != Role::Shown && self.responder_share.is_empty() {
            faults.add(keys.at("responder_share"), "", "an effect among responders needs the share who respond");
        }
    }
}
