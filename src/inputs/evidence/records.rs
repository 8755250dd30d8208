//! The records around the figures: sources, programmes, what they deliver, what was found, diseases, exposures, rival
//! switches and sliders. Each type is read here, key by key; links between records are checked in `links.rs`.

use crate::error::Faults;
use crate::inputs::evidence::figure::{Figure, GRADES, Grade, optional_choice, read_id};
use crate::inputs::node::Node;
use crate::inputs::reader::{self, Keys};
use crate::strata::{LAST_AGE, Sex};
use crate::units::Unit;

/// Where a figure was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Author.
    pub author: String,
    /// Year or period, as text.
    pub year: String,
    /// Publisher or journal.
    pub publisher: String,
    /// DOI, if there is one.
    pub doi: String,
    /// Publisher's address.
    pub url: String,
    /// Licence in words.
    pub licence: String,
    /// False if the licence forbids commercial use: such a source may check, never feed.
    pub may_be_input: bool,
    /// Study design.
    pub design: String,
    /// Anything a reader needs.
    pub note: String,
}

impl Source {
    /// Reads a `[[source]]`.
    pub fn read(path: &str, node: &Node, faults: &mut Faults) -> Source {
        let mut keys = Keys::open(path, node, faults);
        let source = Source {
            id: keys.words("id", faults),
            title: keys.words("title", faults),
            author: keys.text("author", faults),
            year: keys.text("year", faults),
            publisher: keys.text("publisher", faults),
            doi: keys.text("doi", faults),
            url: keys.text("url", faults),
            licence: keys.text("licence", faults),
            may_be_input: keys.choice(
                "commercial_use",
                &[("yes", true), ("unknown", true), ("no", false)],
                true,
                faults,
            ),
            design: keys.text("design", faults),
            note: keys.text("note", faults),
        };
        keys.text("seen_via", faults);
        keys.done(faults);
        source
    }
}

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

/// Who pays or gains, a closed list.
pub const PAYERS: &[(&str, &str)] = &[
    ("nhs_hospital", "nhs_hospital"),
    ("nhs_other", "nhs_other"),
    ("council_public_health", "council_public_health"),
    ("council_adult_social_care", "council_adult_social_care"),
    ("council_childrens", "council_childrens"),
    ("council_housing", "council_housing"),
    ("council_other", "council_other"),
    ("central_government", "central_government"),
    ("households", "households"),
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
const COMPONENT_OPTIONAL: [&str; 5] = ["build_up", "persistence", "counterfactual", "people_per_unit", "retention"];

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

/// Reads `ages = [low, high]`, inclusive.
pub fn read_ages(keys: &mut Keys<'_>, faults: &mut Faults) -> (u32, u32) {
    let path = keys.at("ages");
    #[allow(clippy::cast_possible_truncation)] // LAST_AGE is 110
    const LAST: u32 = LAST_AGE as u32;
    let items = keys.list("ages", faults);
    let [low, high] = items else {
        faults.add(&path, items.len(), "must be two whole ages: [low, high]");
        return (0, LAST);
    };
    let low = reader::whole(&format!("{path}[0]"), low, 0, LAST, faults);
    let high = reader::whole(&format!("{path}[1]"), high, 0, LAST, faults);
    if low > high {
        faults.add(&path, format!("[{low}, {high}]"), "the ages are the wrong way round");
    }
    (low, high)
}

/// Reads a table of payer to share; shares must add to 1, or the table may be empty where `may_be_empty`.
fn read_payers(
    keys: &mut Keys<'_>,
    key: &'static str,
    may_be_empty: bool,
    faults: &mut Faults,
) -> Vec<(&'static str, f64)> {
    let path = keys.at(key);
    let Some(node) = keys.required(key, faults) else { return Vec::new() };
    let inner = Keys::open(&path, node, faults);
    let mut shares = Vec::new();
    for (payer, share) in inner.entries() {
        let at = inner.at(payer);
        let value = reader::number(&at, share, faults);
        if !(0.0..=1.0).contains(&value) {
            faults.add(&at, value, "a share must be between 0 and 1");
        }
        if let Some(payer) = reader::pick(&at, payer, PAYERS, faults) {
            shares.push((payer, value));
        }
    }
    let total: f64 = shares.iter().map(|(_, share)| share).sum();
    let empty_is_fine = may_be_empty && inner.entries().is_empty();
    if !empty_is_fine && (total - 1.0).abs() > 1e-9 {
        faults.add(&path, total, "the shares of the payers must add to 1");
    }
    shares
}

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

/// Reads `sex`: `both` is `None`.
pub fn read_sex(keys: &mut Keys<'_>, faults: &mut Faults) -> Option<Sex> {
    const WORDS: &[(&str, Option<Sex>)] = &[("both", None), ("female", Some(Sex::Female)), ("male", Some(Sex::Male))];
    keys.choice("sex", WORDS, None, faults)
}

/// A result that must not be lost: null results, published returns to check against, context. Never an input.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Id.
    pub id: String,
    /// Programme, or empty.
    pub programme: String,
    /// `null_result`, `external_check` or `context`.
    pub kind: &'static str,
    /// What was found.
    pub text: String,
    /// Source ids.
    pub sources: Vec<String>,
}

impl Finding {
    /// Reads a `[[finding]]`.
    pub fn read(path: &str, node: &Node, faults: &mut Faults) -> Finding {
        const KINDS: &[(&str, &str)] =
            &[("null_result", "null_result"), ("external_check", "external_check"), ("context", "context")];
        let mut keys = Keys::open(path, node, faults);
        let finding = Finding {
            id: read_id(&mut keys, faults),
            programme: keys.text("programme", faults),
            kind: keys.choice("kind", KINDS, "context", faults),
            text: keys.words("text", faults),
            sources: keys.texts("source", faults),
        };
        keys.done(faults);
        finding
    }
}

/// A disease followed as a three-state process, or a condition known only by multipliers.
#[derive(Debug, Clone, PartialEq)]
pub struct Disease {
    /// Id.
    pub id: String,
    /// Name.
    pub label: String,
    /// Order of display.
    pub order: u32,
    /// ICD-10 codes.
    pub icd10: String,
    /// Tables and the key that picks this disease's rows: rates, incidence calibration, deaths by cause. Empty for a
    /// condition without a three-state process.
    pub tables: Vec<(&'static str, String, String)>,
    /// One sex, or both.
    pub sex: Option<Sex>,
    /// Ids of parameters by role.
    pub parameters: Vec<(&'static str, String)>,
    /// True if hospital use is counted per new case; false if per case-year. Never both.
    pub hospital_per_new_case: bool,
    /// Data-pack indicator of recorded prevalence, or empty.
    pub register_indicator: String,
    /// Anything a reader needs.
    pub note: String,
}

const DISEASE_TABLES: [(&str, &str); 3] =
    [("rates", "rates_key"), ("calibration", "calibration_key"), ("deaths", "deaths_key")];
const DISEASE_PARAMETERS: [&str; 8] = [
    "utility_decrement",
    "nhs_cost",
    "nhs_cost_rival",
    "social_care_cost",
    "admissions_per_case_year",
    "bed_days_per_case_year",
    "admissions_per_new_case",
    "bed_days_per_new_case",
];
const HOSPITAL_BASES: &[(&str, bool)] = &[("case_year", false), ("new_case", true)];

impl Disease {
    /// Reads a `[[disease]]`.
    pub fn read(path: &str, node: &Node, faults: &mut Faults) -> Disease {
        let mut keys = Keys::open(path, node, faults);
        let mut disease = Disease::read_common(&mut keys, faults);
        disease.tables =
            DISEASE_TABLES.map(|(table, key)| (table, keys.words(table, faults), keys.words(key, faults))).to_vec();
        disease.sex = read_sex(&mut keys, faults);
        disease.hospital_per_new_case = keys.choice("hospital_basis", HOSPITAL_BASES, false, faults);
        for required in ["utility_decrement", "nhs_cost"] {
            if disease.parameter(required).is_none() {
                faults.add(keys.at(required), "", "required and missing");
            }
        }
        keys.done(faults);
        disease
    }

    /// Reads a `[[condition]]`.
    pub fn read_condition(path: &str, node: &Node, faults: &mut Faults) -> Disease {
        let mut keys = Keys::open(path, node, faults);
        let mut condition = Disease::read_common(&mut keys, faults);
        condition.register_indicator = keys.text("register_indicator", faults);
        if let Some(per_new_case) = optional_choice(&mut keys, "hospital_basis", HOSPITAL_BASES, faults) {
            condition.hospital_per_new_case = per_new_case;
        }
        keys.done(faults);
        condition
    }

    fn read_common(keys: &mut Keys<'_>, faults: &mut Faults) -> Disease {
        let mut parameters = Vec::new();
        for role in DISEASE_PARAMETERS {
            if let Some(id) = keys.optional_text(role, faults) {
                parameters.push((role, id));
            }
        }
        Disease {
            id: read_id(keys, faults),
            label: keys.words("label", faults),
            order: keys.whole("order", 1, 999, faults),
            icd10: keys.text("icd10", faults),
            tables: Vec::new(),
            sex: None,
            parameters,
            hospital_per_new_case: false,
            register_indicator: String::new(),
            note: keys.text_or_empty("note", faults),
        }
    }

    /// The id of the parameter in a role, if there is one.
    #[must_use]
    pub fn parameter(&self, role: &str) -> Option<&str> {
        self.parameters.iter().find(|(name, _)| *name == role).map(|(_, id)| id.as_str())
    }

    /// The table in a role and the key that picks this disease's rows.
    #[must_use]
    pub fn table(&self, role: &str) -> Option<(&str, &str)> {
        self.tables.iter().find(|(name, _, _)| *name == role).map(|(_, table, key)| (table.as_str(), key.as_str()))
    }
}

/// A behaviour or circumstance that raises disease risk.
#[derive(Debug, Clone, PartialEq)]
pub struct Exposure {
    /// Id.
    pub id: String,
    /// Name.
    pub label: String,
    /// Order of display.
    pub order: u32,
    /// Data-pack indicator the place's level is normalised to, in percent.
    pub indicator: String,
    /// First and last age counted.
    pub ages: (u32, u32),
    /// Parameter: level in England.
    pub england_level: String,
    /// Table: ratio to all by sex and age.
    pub by_age: String,
    /// Table: ratio to all by fifth.
    pub by_quintile: String,
    /// Table of relative risks.
    pub relative_risks: String,
    /// Parameter: lag before disease responds.
    pub lag: String,
    /// Anything a reader needs.
    pub note: String,
}

impl Exposure {
    /// Reads an `[[exposure]]`.
    pub fn read(path: &str, node: &Node, faults: &mut Faults) -> Exposure {
        let mut keys = Keys::open(path, node, faults);
        let exposure = Exposure {
            id: read_id(&mut keys, faults),
            label: keys.words("label", faults),
            order: keys.whole("order", 1, 999, faults),
            indicator: keys.words("indicator", faults),
            ages: read_ages(&mut keys, faults),
            england_level: keys.words("england_level", faults),
            by_age: keys.words("by_age", faults),
            by_quintile: keys.words("by_quintile", faults),
            relative_risks: keys.words("relative_risks", faults),
            lag: keys.words("lag", faults),
            note: keys.text_or_empty("note", faults),
        };
        keys.done(faults);
        exposure
    }
}

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
