//! Where each quantity of a run is kept.

use crate::model::what_if::flows::Flows;
use crate::model::what_if::plan::Plan;

/// Positions of the flows.
pub(crate) struct Ids {
    pub(crate) life_years: usize,
    pub(crate) qalys: usize,
    pub(crate) deaths: usize,
    pub(crate) under_75: usize,
    pub(crate) use_: [usize; 3],
    pub(crate) social_care: usize,
    pub(crate) work: usize,
    pub(crate) falls: usize,
    pub(crate) pregnancies: usize,
    pub(crate) in_care: usize,
    pub(crate) diabetes: (usize, usize),
    pub(crate) disease: Vec<[usize; 3]>,
    pub(crate) parts: [usize; 9],
    pub(crate) reached: Vec<usize>,
}

impl Ids {
    pub(crate) fn new(flows: &mut Flows, plan: &Plan<'_>) -> Ids {
        let mut declare = |id: &str, unit: &'static str| flows.declare(id, unit);
        Ids {
            qalys: declare("qalys", "qalys"),
            life_years: declare("life_years", "years"),
            deaths: declare("deaths", "deaths"),
            under_75: declare("deaths_under_75", "deaths"),
            use_: [
                declare("emergency_admissions", "admissions"),
                declare("bed_days", "bed_days"),
                declare("ae_attendances", "attendances"),
            ],
            social_care: declare("social_care_gbp", "gbp"),
            work: declare("people_in_work", "persons"),
            falls: declare("falls", "events"),
            pregnancies: declare("unplanned_pregnancies", "events"),
            in_care: declare("children_in_care", "persons"),
            diabetes: (
                declare("new_cases.type_2_diabetes", "cases"),
                declare("living_with.type_2_diabetes", "persons"),
            ),
            parts: [
                declare("qalys_prevention", "qalys"),
                declare("qalys_cut", "qalys"),
                declare("qalys_capacity", "qalys"),
                declare("qalys_social_care", "qalys"),
                declare("life_years_prevention", "years"),
                declare("life_years_hospital", "years"),
                declare("deaths_prevention", "deaths"),
                declare("deaths_hospital", "deaths"),
                declare("social_care_gbp_hospital", "gbp"),
            ],
            disease: plan
                .tables
                .diseases
                .iter()
                .map(|disease| {
                    [
                        declare(&format!("new_cases.{}", disease.id), "cases"),
                        declare(&format!("living_with.{}", disease.id), "persons"),
                        declare(&format!("deaths.{}", disease.id), "deaths"),
                    ]
                })
                .collect(),
            reached: plan.programmes.iter().map(|p| declare(&format!("people_reached.{}", p.id), "persons")).collect(),
        }
    }
}
