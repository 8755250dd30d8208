//! Diseases followed as three-state processes, conditions known by multipliers, and the exposures behind them.

use crate::error::Faults;
use crate::inputs::evidence::common::{read_ages, read_sex};
use crate::inputs::evidence::figure::{optional_choice, read_id};
use crate::inputs::node::Node;
use crate::inputs::reader::Keys;
use crate::strata::Sex;

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
const DISEASE_PARAMETERS: [&str; 9] = [
    "utility_decrement",
    "nhs_cost",
    "nhs_cost_rival",
    "social_care_cost",
    "admissions_per_case_year",
    "bed_days_per_case_year",
    "admissions_per_new_case",
    "bed_days_per_new_case",
    "registered_share",
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
