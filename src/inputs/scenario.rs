//! A scenario: what a person changes, as a sparse overlay on evidence and place.
//!
//! One format for slider, link, preset, file and test. `{}` is the baseline. A shift with `"programmes": {}` is a cut that
//! buys nothing. With `"funding": "new_money"` nothing is cut and programmes take pounds. Everything else has a default
//! from the evidence pack; an unknown or impossible key is a fault that names path, value and reason.

use crate::error::Faults;
use crate::inputs::agreement::Agreement;
use crate::inputs::evidence::{Evidence, Figure, PAYERS, Role};
use crate::inputs::node::Node;
use crate::inputs::reader::{self, Keys};
use crate::inputs::target::Target;
use crate::units::Kind;

/// How much acute spending is moved.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount {
    /// Share of the area's acute hospital spending, 0 to 1.
    ShareOfAcute(f64),
    /// Pounds a year in the pack's price year.
    GbpPerYear(f64),
}

/// How the money is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Funding {
    /// Cut the hospital budget as the plan ramps up.
    CutFirst,
    /// A fund pays for the first years; the budget follows and pays the fund back.
    Bridge,
    /// Hold back growth only: never take more than ageing and demand would have added.
    GrowthOnly,
    /// New money: nothing is cut.
    NewMoney,
}

/// The words for funding routes in files.
pub const FUNDINGS: &[(&str, Funding)] = &[
    ("cut_first", Funding::CutFirst),
    ("bridge", Funding::Bridge),
    ("growth_only", Funding::GrowthOnly),
    ("new_money", Funding::NewMoney),
];

/// Whom the programmes look for first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Targeting {
    /// As each programme reaches people today.
    Universal,
    /// More to poorer fifths, by the slope of the evidence pack, on top of today's reach.
    Proportionate,
    /// The most deprived fifth until its room is full, then the next.
    MostDeprived,
}

/// The words for targeting in files.
pub const TARGETINGS: &[(&str, Targeting)] = &[
    ("universal", Targeting::Universal),
    ("proportionate", Targeting::Proportionate),
    ("most_deprived", Targeting::MostDeprived),
];

/// What one programme gets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Allocation {
    /// Share of what is left after the pounds, 0 to 1.
    Share(f64),
    /// Pounds a year once ramped up.
    GbpPerYear(f64),
}

/// How money is divided over programmes.
#[derive(Debug, Clone, PartialEq)]
pub enum Split {
    /// Named programmes; what is not named gets nothing.
    Named(Vec<(String, Allocation)>),
    /// Best evidence first, each to its cap: by grade for hospital use, then for the direct result, then catalogue order;
    /// grade D and programmes without a hospital effect get nothing.
    EvidenceMix,
}

/// Paying for prevention from what it releases.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reinvest {
    /// Share of released cash that is captured and spent again, 0 to 1.
    pub capture_share: f64,
    /// Years until an agreement sends it back.
    pub delay_years: u32,
}

/// The bridge fund.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bridge {
    /// Years in which the fund pays.
    pub years: u32,
    /// Years of repayment afterwards.
    pub repayment_years: u32,
    /// True if the fund is shown as new money and not paid back.
    pub as_new_money: bool,
}

/// A named scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// Name, may be empty.
    pub name: String,
    /// How much is moved; `None` moves nothing.
    pub amount: Option<Amount>,
    /// First year of the shift.
    pub start_year: Option<u32>,
    /// Years until the shift is complete.
    pub ramp_years: u32,
    /// How the money is found.
    pub funding: Funding,
    /// How it is divided.
    pub split: Split,
    /// Whom programmes look for first.
    pub targeting: Targeting,
    /// Reinvestment; `None` takes the evidence values.
    pub reinvest: Option<Reinvest>,
    /// The bridge fund.
    pub bridge: Bridge,
    /// What payers agreed about costs and released cash.
    pub agreement: Agreement,
    /// Years shown.
    pub horizon_years: u32,
    /// Own values of assumptions, by parameter id.
    pub assumptions: Vec<(String, f64)>,
    /// Sides taken in rival evidence: switch id, option id.
    pub switches: Vec<(String, String)>,
    /// A published ambition that a run measures itself against.
    pub target: Option<Target>,
}

/// Longest horizon.
pub const MOST_YEARS: u32 = 30;
/// Short name under which the price of health in hospitals may be set directly.
pub const COST_PER_QALY: &str = "nhs_cost_per_qaly_gbp";

impl Default for Scenario {
    fn default() -> Self {
        Scenario {
            name: String::new(),
            amount: None,
            start_year: None,
            ramp_years: 5,
            funding: Funding::GrowthOnly,
            split: Split::Named(Vec::new()),
            targeting: Targeting::Universal,
            reinvest: None,
            bridge: Bridge { years: 3, repayment_years: 10, as_new_money: false },
            agreement: Agreement::None,
            horizon_years: 20,
            assumptions: Vec::new(),
            switches: Vec::new(),
            target: None,
        }
    }
}

impl Scenario {
    /// Reads a scenario file: one scenario, or several under `scenarios` by name.
    ///
    /// # Errors
    /// All faults of the file.
    pub fn read_all(node: &Node, evidence: &Evidence) -> Result<Vec<Scenario>, Faults> {
        let mut faults = Faults::new();
        let list = match node.get("scenarios") {
            None => vec![Scenario::read("", node, evidence, &mut faults)],
            Some(named) => {
                let mut top = Keys::open("", node, &mut faults);
                top.optional("scenarios");
                top.done(&mut faults);
                let inner = Keys::open("scenarios", named, &mut faults);
                let read = |(name, node): &(String, Node)| {
                    let mut scenario = Scenario::read(&inner.at(name), node, evidence, &mut faults);
                    if scenario.name.is_empty() {
                        scenario.name.clone_from(name);
                    }
                    scenario
                };
                inner.entries().iter().map(read).collect()
            }
        };
        if list.is_empty() {
            faults.add("scenarios", "", "holds no scenario");
        }
        faults.finish(list)
    }

    /// Reads one scenario, noting its faults.
    pub fn read(path: &str, node: &Node, evidence: &Evidence, faults: &mut Faults) -> Scenario {
        let mut keys = Keys::open(path, node, faults);
        let plain = Scenario::default();
        let mut scenario = Scenario { name: keys.text_or_empty("name", faults), ..plain };
        keys.text_or_empty("note", faults);
        for id in keys.texts_or_empty("sources", faults) {
            if evidence.sources.get(&id).is_none() {
                faults.add(
                    keys.at("sources"),
                    &id,
                    format!("no source has this id; nearest: {}", evidence.sources.nearest(&id)),
                );
            }
        }
        if let Some(node) = keys.optional("target") {
            scenario.target = Some(Target::read(&keys.at("target"), node, faults));
        }
        read_shift(&mut keys, &mut scenario, evidence, faults);
        scenario.funding = optional_word(&mut keys, "funding", FUNDINGS, scenario.funding, faults);
        scenario.targeting = optional_word(&mut keys, "targeting", TARGETINGS, scenario.targeting, faults);
        scenario.split = read_split(&mut keys, evidence, faults);
        scenario.reinvest = read_reinvest(&mut keys, faults);
        read_bridge(&mut keys, &mut scenario.bridge, faults);
        scenario.agreement = Agreement::read(&mut keys, faults);
        if let Some(years) = keys.optional("horizon_years") {
            scenario.horizon_years = reader::whole(&keys.at("horizon_years"), years, 1, MOST_YEARS, faults);
        }
        scenario.assumptions = read_assumptions(&mut keys, evidence, faults);
        scenario.switches = read_switches(&mut keys, evidence, faults);
        scenario.check(&keys, faults);
        keys.done(faults);
        scenario
    }

    /// True if the scenario moves or spends nothing.
    #[must_use]
    pub fn is_baseline(&self) -> bool {
        let spends = match &self.split {
            Split::Named(list) => !list.is_empty(),
            Split::EvidenceMix => true,
        };
        self.amount.is_none() && !(self.funding == Funding::NewMoney && spends)
    }

    fn check(&self, keys: &Keys<'_>, faults: &mut Faults) {
        let Split::Named(list) = &self.split else {
            if self.amount.is_none() {
                faults.add(keys.at("programmes"), "evidence_mix", "needs a shift: how much is there to divide?");
            }
            return;
        };
        let shares: f64 = list.iter().map(|(_, a)| if let Allocation::Share(s) = a { *s } else { 0.0 }).sum();
        let pounds: f64 = list.iter().map(|(_, a)| if let Allocation::GbpPerYear(p) = a { *p } else { 0.0 }).sum();
        if shares > 1.0 + 1e-9 {
            faults.add(keys.at("programmes"), shares, "the shares add to more than 1");
        }
        if let Some(Amount::GbpPerYear(total)) = self.amount
            && pounds > total + 1e-6
        {
            faults.add(keys.at("programmes"), pounds, format!("the pounds add to more than the shift ({total})"));
        }
        let all_pounds = self.funding == Funding::NewMoney && self.amount.is_none();
        if all_pounds && shares > 0.0 {
            faults.add(
                keys.at("programmes"),
                shares,
                "new money without a shift is given in gbp_per_year: a share of what?",
            );
        }
        if self.amount.is_none() && self.funding != Funding::NewMoney && !list.is_empty() {
            faults.add(
                keys.at("shift"),
                "",
                "programmes need money: give a shift, or \"funding\": \"new_money\" with gbp_per_year",
            );
        }
    }
}

fn read_shift(keys: &mut Keys<'_>, scenario: &mut Scenario, evidence: &Evidence, faults: &mut Faults) {
    let Some(node) = keys.optional("shift") else { return };
    let mut inner = Keys::open(keys.at("shift"), node, faults);
    let share = inner.optional_number("share_of_acute", faults);
    let pounds = inner.optional_number("gbp_per_year", faults);
    scenario.amount = match (share, pounds) {
        (Some(_), Some(_)) => {
            faults.add(inner.path(), "", "give share_of_acute or gbp_per_year, not both");
            None
        }
        (Some(share), None) => {
            if !(0.0..=1.0).contains(&share) {
                faults.add(inner.at("share_of_acute"), share, "must be between 0 and 1 (0.01 is one percent)");
            }
            Some(Amount::ShareOfAcute(share))
        }
        (None, Some(pounds)) => {
            if !(0.0..=1e12).contains(&pounds) {
                faults.add(inner.at("gbp_per_year"), pounds, "must be pounds a year, 0 or more");
            }
            Some(Amount::GbpPerYear(pounds))
        }
        (None, None) => {
            faults.add(inner.path(), "", "must say how much: share_of_acute or gbp_per_year");
            None
        }
    };
    let first = evidence.info.start_year;
    if let Some(year) = inner.optional("start_year") {
        scenario.start_year = Some(reader::whole(&inner.at("start_year"), year, first, first + MOST_YEARS - 1, faults));
    }
    if let Some(years) = inner.optional("ramp_years") {
        scenario.ramp_years = reader::whole(&inner.at("ramp_years"), years, 1, MOST_YEARS, faults);
    }
    inner.done(faults);
}

fn optional_word<T: Copy>(
    keys: &mut Keys<'_>,
    key: &'static str,
    words: &[(&'static str, T)],
    default: T,
    faults: &mut Faults,
) -> T {
    let Some(word) = keys.optional_text(key, faults) else { return default };
    reader::pick(&keys.at(key), &word, words, faults).unwrap_or(default)
}

fn read_split(keys: &mut Keys<'_>, evidence: &Evidence, faults: &mut Faults) -> Split {
    let path = keys.at("programmes");
    let Some(node) = keys.optional("programmes") else { return Split::Named(Vec::new()) };
    if let Node::Text(word) = node {
        if word != "evidence_mix" {
            faults.add(&path, node, "must be a table of programmes, or \"evidence_mix\"");
        }
        return Split::EvidenceMix;
    }
    let inner = Keys::open(&path, node, faults);
    let mut list = Vec::new();
    for (id, node) in inner.entries() {
        let at = inner.at(id);
        if evidence.programmes.get(id).is_none() {
            faults.add(&at, node, format!("no programme has this id; nearest: {}", evidence.programmes.nearest(id)));
        }
        list.push((id.clone(), read_allocation(&at, node, faults)));
    }
    Split::Named(list)
}

fn read_allocation(path: &str, node: &Node, faults: &mut Faults) -> Allocation {
    let mut keys = Keys::open(path, node, faults);
    let share = keys.optional_number("share", faults);
    let pounds = keys.optional_number("gbp_per_year", faults);
    keys.done(faults);
    match (share, pounds) {
        (Some(share), None) => {
            if !(0.0..=1.0).contains(&share) {
                faults.add(format!("{path}.share"), share, "must be between 0 and 1");
            }
            Allocation::Share(share)
        }
        (None, Some(pounds)) => {
            if !(0.0..=1e12).contains(&pounds) {
                faults.add(format!("{path}.gbp_per_year"), pounds, "must be pounds a year, 0 or more");
            }
            Allocation::GbpPerYear(pounds)
        }
        _ => {
            faults.add(path, node, "give share or gbp_per_year, one of them");
            Allocation::Share(0.0)
        }
    }
}

fn read_reinvest(keys: &mut Keys<'_>, faults: &mut Faults) -> Option<Reinvest> {
    let node = keys.optional("reinvest")?;
    let mut inner = Keys::open(keys.at("reinvest"), node, faults);
    let reinvest = Reinvest {
        capture_share: inner.number_in("capture_share", 0.0, 1.0, faults),
        delay_years: inner.whole("delay_years", 0, MOST_YEARS, faults),
    };
    inner.done(faults);
    Some(reinvest)
}

fn read_bridge(keys: &mut Keys<'_>, bridge: &mut Bridge, faults: &mut Faults) {
    let Some(node) = keys.optional("bridge") else { return };
    let mut inner = Keys::open(keys.at("bridge"), node, faults);
    if let Some(years) = inner.optional("years") {
        bridge.years = reader::whole(&inner.at("years"), years, 0, 10, faults);
    }
    if let Some(years) = inner.optional("repayment_years") {
        bridge.repayment_years = reader::whole(&inner.at("repayment_years"), years, 1, MOST_YEARS, faults);
    }
    bridge.as_new_money = inner.flag("as_new_money", bridge.as_new_money, faults);
    inner.done(faults);
}

fn read_assumptions(keys: &mut Keys<'_>, evidence: &Evidence, faults: &mut Faults) -> Vec<(String, f64)> {
    let Some(node) = keys.optional("assumptions") else { return Vec::new() };
    let inner = Keys::open(keys.at("assumptions"), node, faults);
    let mut list = Vec::new();
    for (id, node) in inner.entries() {
        let at = inner.at(id);
        let before = faults.len();
        let value = reader::number(&at, node, faults);
        if faults.len() > before {
            continue;
        }
        match evidence.parameters.get(id) {
            _ if id == COST_PER_QALY => {
                if value <= 0.0 {
                    faults.add(&at, value, "money for one healthy year must be above 0");
                }
            }
            None if evidence.effects.get(id).is_some() => check_effect(evidence, id, value, &at, faults),
            None => faults.add(
                &at,
                value,
                format!("no parameter has this id, and no effect; nearest: {}", evidence.parameters.nearest(id)),
            ),
            Some(figure) if divides(id, figure) && value <= 0.0 => {
                faults.add(&at, value, "must be above 0: other figures are divided by it");
            }
            Some(figure) if !figure.kind.holds(value) => faults.add(&at, value, figure.kind.rule()),
            Some(figure) if !figure.provenance.input => {
                faults.add(&at, value, "this figure is shown only: changing it would change nothing");
            }
            Some(_) => {}
        }
        list.push((id.clone(), value));
    }
    list
}

/// An effect may be argued with like any figure, unless it is only shown.
fn check_effect(evidence: &Evidence, id: &str, value: f64, at: &str, faults: &mut Faults) {
    let Some(effect) = evidence.effects.get(id) else { return };
    if effect.role == Role::Shown {
        faults.add(at, value, "this effect is shown only: changing it would change nothing");
    } else if effect.role == Role::Rival {
        let used = &effect.rival_to;
        faults.add(at, value, format!("a rival estimate that no run uses: give this value to {used} instead"));
    } else if !effect.figure.kind.holds(value) {
        faults.add(at, value, effect.figure.kind.rule());
    }
}

/// Figures that stand under a fraction: times over which something fades or waits, prices of health, totals.
#[must_use]
pub fn divides(id: &str, figure: &Figure) -> bool {
    let waits = id.contains("lag") || id.ends_with("measured_after_years");
    let fades = figure.kind == Kind::Duration && !waits && figure.value > 0.0;
    let scales = ["exposure.obesity_bmi_gap", "base.people_per_household", "social_care.long_term_cost_per_client"]
        .contains(&id);
    fades
        || scales
        || id.starts_with("england.")
        || id.starts_with("derived.")
        || id.starts_with("acute.k_")
        || id.ends_with("unit_cost")
}

fn read_switches(keys: &mut Keys<'_>, evidence: &Evidence, faults: &mut Faults) -> Vec<(String, String)> {
    let Some(node) = keys.optional("switches") else { return Vec::new() };
    let inner = Keys::open(keys.at("switches"), node, faults);
    let mut list = Vec::new();
    for (id, node) in inner.entries() {
        let at = inner.at(id);
        let option = reader::text(&at, node, faults);
        match evidence.switches.get(id) {
            None => {
                faults.add(&at, &option, format!("no switch has this id; nearest: {}", evidence.switches.nearest(id)))
            }
            Some(switch) if !switch.options.iter().any(|known| known.id == option) => {
                let known: Vec<&str> = switch.options.iter().map(|known| known.id.as_str()).collect();
                faults.add(&at, &option, format!("must be one of: {}", known.join(", ")));
            }
            Some(_) => {}
        }
        list.push((id.clone(), option));
    }
    list
}

/// The payers, in order of display.
pub fn payers() -> impl Iterator<Item = &'static str> {
    PAYERS.iter().map(|(payer, _)| *payer)
}
