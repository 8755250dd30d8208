//! What effects do: each effect of the pack becomes one typed action with its numbers resolved.
//!
//! An effect whose channel has no path to an outcome in this model is not dropped silently: it becomes a sentence among the
//! warnings.

use crate::inputs::evidence::{Component, Effect, Evidence, Role};
use crate::model::what_if::kernel::Timing;
use crate::model::what_if::values::{Values, is_ratio};

/// A measure of hospital use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Emergency admissions.
    Admissions,
    /// Bed-days that do not belong to an avoided admission.
    BedDays,
    /// A&E attendances that are not admitted.
    AeAttendances,
}

/// On what rate a hospital effect works.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Base {
    /// The place's own rate in each cell.
    Place,
    /// A rate per person-year among the people concerned.
    PerPersonYear(f64),
}

/// What an effect does, per person in effect and year unless stated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Action {
    /// Multiplies hospital use.
    UseRatio {
        /// Of what.
        measure: Measure,
        /// On what rate.
        base: Base,
        /// Among what share of the people in effect.
        share: f64,
        /// Rate with over rate without.
        ratio: f64,
        /// True if it works among cases of diabetes avoided, not participants.
        among_cases: bool,
    },
    /// Takes a fixed amount of hospital use away.
    UseDifference {
        /// Of what.
        measure: Measure,
        /// Avoided per person in effect and year.
        avoided: f64,
    },
    /// Extra people who stop smoking, per person who takes part.
    Quits(f64),
    /// Extra people who become active, per person in effect.
    Active(f64),
    /// Change of body-mass index, kg/m2, per person in effect.
    Bmi(f64),
    /// Multiplies heart disease and stroke incidence among a share of the people in effect.
    Cardiovascular {
        /// Among what share.
        share: f64,
        /// Rate with over rate without.
        ratio: f64,
    },
    /// Deaths avoided per person in effect and year.
    DeathsAvoided(f64),
    /// New cases of type 2 diabetes avoided per person in effect and year.
    DiabetesAvoided(f64),
    /// Falls avoided per person in effect and year.
    FallsAvoided(f64),
    /// Healthy years gained once, per person who takes part.
    QalysOnce(f64),
    /// Healthy years gained over a lifetime per pound of delivery, spread like the health of hospital spending.
    QalysPerPound(f64),
    /// People in work per person in effect.
    InWork(f64),
    /// Pregnancies avoided per person in effect and year.
    PregnanciesAvoided(f64),
    /// Children kept out of care per person in effect.
    ChildrenInCareAvoided(f64),
    /// Social care pounds saved once, per person who takes part.
    SocialCareOnce(f64),
    /// Hospital nights of waiting avoided once, per person who takes part.
    DelayedNightsOnce(f64),
    /// Other public money saved per person in effect and year.
    OtherMoney(f64),
    /// Household income gained per person in effect and year: a transfer.
    HouseholdIncome(f64),
}

impl Action {
    /// Goes to every number of it.
    pub fn each_number(&mut self, mut visit: impl FnMut(&mut f64)) {
        match self {
            Action::UseRatio { measure: _, base, share, ratio, among_cases: _ } => {
                if let Base::PerPersonYear(rate) = base {
                    visit(rate);
                }
                [share, ratio].into_iter().for_each(visit);
            }
            Action::Cardiovascular { share, ratio } => [share, ratio].into_iter().for_each(visit),
            Action::UseDifference { measure: _, avoided: one }
            | Action::Quits(one)
            | Action::Active(one)
            | Action::Bmi(one)
            | Action::DeathsAvoided(one)
            | Action::DiabetesAvoided(one)
            | Action::FallsAvoided(one)
            | Action::QalysOnce(one)
            | Action::QalysPerPound(one)
            | Action::InWork(one)
            | Action::PregnanciesAvoided(one)
            | Action::ChildrenInCareAvoided(one)
            | Action::SocialCareOnce(one)
            | Action::DelayedNightsOnce(one)
            | Action::OtherMoney(one)
            | Action::HouseholdIncome(one) => visit(one),
        }
    }
}

/// One effect, resolved.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolved {
    /// Id of the effect.
    pub id: String,
    /// What it does.
    pub action: Action,
    /// First and last age it works at.
    pub ages: (usize, usize),
    /// Works in women, in men.
    pub sexes: [bool; 2],
    /// When it comes and goes.
    pub timing: Timing,
    /// Whose cost changes: payer and share.
    pub payers: Vec<(&'static str, f64)>,
}

/// Resolves the used effects of a component; sentences about those with no path go to `warnings`.
pub fn resolve(
    component: &Component,
    rivals: &[String],
    values: &mut Values<'_>,
    warnings: &mut Vec<String>,
) -> Vec<Resolved> {
    let evidence = values.evidence();
    let own = Pace::of(component, values);
    let chosen =
        evidence.effects.iter().filter(|effect| effect.component == component.id && in_use(effect, rivals, evidence));
    note_nights(component, evidence, warnings);
    let mut resolved = Vec::new();
    for effect in chosen {
        let Some(action) = action_of(effect, component, values) else {
            warnings.push(format!(
                "{}: {} is shown and not counted: this model has no path from it to an outcome",
                component.label, effect.figure.label
            ));
            continue;
        };
        resolved.push(Resolved {
            id: effect.figure.id.clone(),
            action,
            ages: (effect.ages.0 as usize, effect.ages.1 as usize),
            sexes: [effect.sex.is_none_or(|sex| sex.index() == 0), effect.sex.is_none_or(|sex| sex.index() == 1)],
            timing: own.timing(effect, values),
            payers: effect.payer_split.clone(),
        });
    }
    resolved
}

/// Lag and half-life of a component: those of its effects that have none of their own.
struct Pace {
    lag: f64,
    half_life: f64,
}

impl Pace {
    fn of(component: &Component, values: &mut Values<'_>) -> Pace {
        Pace {
            lag: component.parameter("onset_lag").map_or(0.0, |id| values.get(id)),
            half_life: component.parameter("half_life").map_or(1.0, |id| values.get(id)),
        }
    }

    fn timing(&self, effect: &Effect, values: &mut Values<'_>) -> Timing {
        let mut own = |id: &str, otherwise: f64| if id.is_empty() { otherwise } else { values.get(id) };
        Timing {
            lag: own(&effect.timing.0, self.lag),
            held: own(&effect.held, 0.0),
            half_life: own(&effect.timing.1, self.half_life),
        }
    }
}

/// Reads the numbers of effects that [`resolve`] found to count, in another future.
pub fn reread(
    component: &Component,
    effects: &[&Effect],
    values: &mut Values<'_>,
    mut read: impl FnMut(Action, Timing),
) {
    let own = Pace::of(component, values);
    for effect in effects {
        if let Some(action) = action_of(effect, component, values) {
            read(action, own.timing(effect, values));
        }
    }
}

/// Where studies looked at nights in hospital and found no clear fall, the nights that go with admissions avoided are too
/// many: a reader has to know.
fn note_nights(component: &Component, evidence: &Evidence, warnings: &mut Vec<String>) {
    let of = |effect: &&Effect| effect.component == component.id;
    let looked = evidence.effects.iter().filter(of).any(|e| e.role == Role::Shown && e.channel == "bed_days");
    let named = format!("{}.bed_days", component.programme);
    let found = evidence.findings.iter().any(|finding| finding.id == named);
    let moved = evidence.effects.iter().filter(of).any(|e| e.role == Role::Used && e.channel == "emergency_admissions");
    if (looked || found) && moved {
        warnings.push(format!(
            "{}: nights in hospital are taken to fall with admissions, although studies found no clear fall of nights",
            component.label
        ));
    }
}

/// Used effects count, unless the scenario puts a rival in their place.
fn in_use(effect: &Effect, rivals: &[String], evidence: &Evidence) -> bool {
    let chosen = |id: &str| rivals.iter().any(|rival| rival == id);
    match effect.role {
        Role::Shown => false,
        Role::Rival => chosen(&effect.figure.id),
        Role::Used => {
            !evidence.effects.iter().any(|other| other.rival_to == effect.figure.id && chosen(&other.figure.id))
        }
    }
}

fn action_of(effect: &Effect, component: &Component, values: &mut Values<'_>) -> Option<Action> {
    let size = values.believed(effect);
    let ratio = is_ratio(effect.measure);
    let share = if effect.responder_share.is_empty() { 1.0 } else { values.get(&effect.responder_share) };
    let action = match effect.channel {
        "emergency_admissions" | "bed_days" | "ae_attendances" => {
            // Responders who relapse no longer avoid anything.
            let lasting = if effect.among == "responder" { kept(component, values) } else { 1.0 };
            hospital_action(effect, size, share * lasting, values)
        }
        "quits" => Action::Quits(extra_share(effect, size, values) * kept(component, values)),
        "activity_level" => Action::Active(extra_share(effect, size, values)),
        "body_weight" => Action::Bmi(size * values.get("exposure.bmi_per_kg")),
        "cardiovascular_disease" if ratio => Action::Cardiovascular { share, ratio: size },
        "all_cause_mortality" | "cause_specific_mortality" if ratio => {
            Action::DeathsAvoided(values.get(&effect.base_rate) * share * (1.0 - size))
        }
        "type_2_diabetes" if ratio => Action::DiabetesAvoided(values.get(&effect.base_rate) * (1.0 - size)),
        "falls" if ratio => Action::FallsAvoided(values.get(&effect.base_rate) * (1.0 - size)),
        "utility" if effect.figure.unit.id() == "qalys_per_person" && effect.base_rate.starts_with("topdown.") => {
            Action::QalysPerPound(per_pound(effect, component, size, values))
        }
        "utility" => Action::QalysOnce(size * share),
        "employment" => Action::InWork(extra_share(effect, size, values)),
        "pregnancy" if !ratio => Action::PregnanciesAvoided(size),
        "child_in_care" if ratio => Action::ChildrenInCareAvoided(values.get(&effect.base_rate) * (1.0 - size)),
        "social_care_cost" if ratio => Action::SocialCareOnce(values.get(&effect.base_rate) * (1.0 - size)),
        "delayed_bed_days" if ratio => Action::DelayedNightsOnce(values.get(&effect.base_rate) * (1.0 - size)),
        "other_public_cost" if !ratio => Action::OtherMoney(-size),
        "household_income" if !ratio => Action::HouseholdIncome(size),
        _ => return None,
    };
    Some(action)
}

fn hospital_action(effect: &Effect, size: f64, share: f64, values: &mut Values<'_>) -> Action {
    let measure = match effect.channel {
        "bed_days" => Measure::BedDays,
        "ae_attendances" => Measure::AeAttendances,
        _ => Measure::Admissions,
    };
    if !is_ratio(effect.measure) {
        return Action::UseDifference { measure, avoided: size * share };
    }
    let place = values.evidence().tables.get(&effect.base_rate).is_some();
    let base = if place { Base::Place } else { Base::PerPersonYear(values.get(&effect.base_rate)) };
    Action::UseRatio { measure, base, share, ratio: size, among_cases: effect.among == "case" }
}

/// Share of participants for whom something changes: a difference as it stands; a ratio or odds ratio on its base share.
fn extra_share(effect: &Effect, size: f64, values: &mut Values<'_>) -> f64 {
    if !is_ratio(effect.measure) {
        return size;
    }
    let base = values.get(&effect.base_rate);
    if effect.measure == "odds_ratio" {
        let odds = size * base / (1.0 - base);
        return odds / (1.0 + odds) - base;
    }
    (base * (size - 1.0)).min(1.0 - base)
}

/// Share that does not relapse, unless the estimate already contains relapse.
fn kept(component: &Component, values: &mut Values<'_>) -> f64 {
    match component.parameter("persistence") {
        Some(id) if !component.relapse_inside_estimate => values.get(id),
        _ => 1.0,
    }
}

/// Healthy years per pound of council social care: the same study as one of the estimates of hospital spending, moved
/// together with the price of health in hospitals that the scenario uses.
fn per_pound(effect: &Effect, component: &Component, size: f64, values: &mut Values<'_>) -> f64 {
    let unit = component.parameter("unit_cost").map_or(0.0, |id| values.get(id));
    let social = if size != 0.0 { unit / size } else { 0.0 };
    let health = values.get("topdown.three_way_2021.implied_healthcare_cost_per_qaly");
    let used = values.cost_per_qaly();
    if effect.belief.0 == crate::inputs::evidence::Belief::Null || social <= 0.0 {
        return 0.0;
    }
    health / (social * used)
}
