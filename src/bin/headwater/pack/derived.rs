//! Figures that tie places, registers and the model to each other: worked out from the packs, written as records.

use headwater::error::Faults;
use headwater::inputs::evidence::Evidence;
use headwater::inputs::place::Place;
use headwater::model::baseline::acute_keys;
use headwater::model::disease::DiseaseBurden;
use headwater::model::population::single_ages;
use headwater::model::tables::Tables;
use headwater::strata::QUINTILES;

/// Diseases whose hospital use is published per case on a GP register.
const REGISTERED: [&str; 1] = ["copd"];

/// Totals over the places that tie them to England.
#[derive(Debug, Clone, PartialEq)]
pub struct Derived {
    /// Mean need of all places for admissions, bed-days, A&E.
    morbidity_means: [f64; 3],
    /// Sums of the two keys of acute spending.
    acute_keys: (f64, f64),
    /// By disease with hospital use per registered case: id, and registered cases over cases of the model.
    registered: Vec<(String, f64)>,
}

impl Derived {
    /// Anything that lets the tables load: no total depends on it.
    pub fn guess() -> Derived {
        let registered = REGISTERED.map(|disease| (disease.to_string(), 1.0)).to_vec();
        Derived { morbidity_means: [100.0; 3], acute_keys: (1.0, 1.0), registered }
    }
}

/// Works the totals out.
pub fn derive(evidence: &Evidence, places: &[Place]) -> Result<Derived, Faults> {
    let tables = Tables::new(evidence)?;
    let mut keys = (0.0, 0.0);
    let mut expected = [0.0; 3];
    let mut weighted = [0.0; 3];
    for place in places {
        let (by_need, by_residents) = acute_keys(place);
        keys = (keys.0 + by_need, keys.1 + by_residents);
        let people = single_ages(&place.population, &tables);
        let morbidity = place.indicator("iod25_acute_morbidity").unwrap_or(f64::NAN);
        for (measure, rates) in tables.hospital.measures().iter().enumerate() {
            let own: f64 =
                people.iter().flatten().zip(rates.mean.iter().flatten()).map(|(people, rate)| people * rate).sum();
            expected[measure] += own;
            weighted[measure] += own * morbidity;
        }
    }
    let morbidity_means = std::array::from_fn(|measure| weighted[measure] / expected[measure]);
    Ok(Derived { morbidity_means, acute_keys: keys, registered: registered_shares(evidence, &tables) })
}

/// People on GP registers for each one that the model's rates find, England: the share on the register over the share
/// living with the disease at the stationary start among the residents of mid-2023.
fn registered_shares(evidence: &Evidence, tables: &Tables) -> Vec<(String, f64)> {
    let Some(table) = evidence.tables.get("register_prevalence") else { return Vec::new() };
    let shares = table.numbers("prevalence_share").unwrap_or(&[]);
    let burden = DiseaseBurden::<1>::stationary(&tables.diseases);
    let people = &tables.england_population;
    let mut found = Vec::new();
    for (index, disease) in tables.diseases.iter().enumerate() {
        let all = |row: &usize| {
            table.cell("condition", *row) == disease.id.as_str() && table.cell("imd_quintile", *row) == "all"
        };
        let on_register = (0..table.rows()).find(all).and_then(|row| shares.get(row));
        let (true, Some(on_register)) = (REGISTERED.contains(&disease.id.as_str()), on_register) else { continue };
        let mut living = 0.0;
        for (sex, ages) in people.iter().enumerate() {
            for quintile in 0..QUINTILES {
                // National fifths: each holds a fifth of England.
                let fifth = 1.0 / QUINTILES as f64;
                let by_age = burden.by_age(index, sex, quintile);
                living +=
                    ages.iter().zip(by_age).map(|(people, year)| fifth * people * year.prevalence[0]).sum::<f64>();
            }
        }
        found.push((disease.id.clone(), on_register * people.iter().flatten().sum::<f64>() / living));
    }
    found
}

/// The records of the derived totals. Nine significant digits: far below what the data can tell, and stable to compare.
pub fn text(derived: &Derived) -> String {
    let mut text =
        "# Written by `headwater pack build` from data/: figures that tie places, registers and the model.\n"
            .to_string();
    for (measure, what, value) in [
        ("admissions", "emergency admissions", derived.morbidity_means[0]),
        ("bed_days", "bed-days", derived.morbidity_means[1]),
        ("ae", "A&E attendances", derived.morbidity_means[2]),
    ] {
        let label = format!("Average need for emergency care over all places, weighted by expected {what}");
        let note = "Sum over places of expected use times the place's ratio, over the sum of expected use. Dividing by it makes places add up to England.";
        text += &record(
            &format!("morbidity_mean_{measure}"),
            &label,
            ("ratio", "index"),
            value,
            &places("mhclg_iod_2025"),
            note,
            "",
        );
    }
    let note = "Sum over places of the need-based allocation times the general and acute index over the overall index.";
    text += &record(
        "acute_key_need_gbp",
        "Sum of the first key that shares out acute spending",
        ("money", "gbp_per_year"),
        derived.acute_keys.0,
        &places("nhse_allocations_2025_26"),
        note,
        "price_year = \"2025-26\"\n",
    );
    let note = "Sum over places of residents at mid-2023 times the general and acute index.";
    text += &record(
        "acute_key_residents",
        "Sum of the second key that shares out acute spending",
        ("count", "persons"),
        derived.acute_keys.1,
        &places("nhse_aif_2024_25"),
        note,
        "",
    );
    for (disease, share) in &derived.registered {
        let note = "Share of patients on the register of 2019-20 over the share of England's residents of mid-2023 living with it at the start of the model. Hospital use published per registered case is multiplied by it.";
        text += &record(
            &format!("{disease}_registered_share"),
            "People on GP registers for each person the model's rates find",
            ("ratio", "ratio"),
            *share,
            &REGISTERS,
            note,
            "",
        );
    }
    text
}

/// Where a figure comes from: source, what it applies to, place in the source, quality, why it has no range.
struct Origin {
    source: &'static str,
    applies_to: &'static str,
    locator: &'static str,
    quality: &'static str,
    fixed: &'static str,
}

const fn places(source: &'static str) -> Origin {
    Origin {
        source,
        applies_to: "the 153 places of the data pack",
        locator: "data/places",
        quality: "A",
        fixed: "a sum that ties places to England, not a measurement",
    }
}

const REGISTERS: Origin = Origin {
    source: "s201",
    applies_to: "England, patients of GP practices 2019-20 and residents of mid-2023",
    locator: "table register_prevalence and the start of the model",
    quality: "B",
    fixed: "a complete count over what the model itself finds",
};

fn record(id: &str, label: &str, kind: (&str, &str), value: f64, from: &Origin, note: &str, more: &str) -> String {
    let rounded: f64 = format!("{value:.8e}").parse().unwrap_or(value);
    format!(
        "\n[[parameter]]\nid = \"derived.{id}\"\nlabel = \"{label}\"\nkind = \"{}\"\nunit = \"{}\"\nvalue = {rounded}\n\
         uncertainty = {{ fixed = \"{}\" }}\napplies_to = \"{}\"\n\
         source = [\"{}\"]\nlocator = \"{}\"\nstatus = \"derived\"\nseen_via = \"copy\"\nquality = \"{}\"\nchecked = \"2026-11\"\n\
         good_direction = \"neither\"\n{more}note = \"{note}\"\n",
        kind.0, kind.1, from.fixed, from.applies_to, from.source, from.locator, from.quality
    )
}
