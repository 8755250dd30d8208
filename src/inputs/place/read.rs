//! Reads one place from its common form.

use std::collections::BTreeMap;

use super::{BySexBand, Datum, Definition, Definitions, FORMAT, Flag, Place, Projection, PublishedLife};
use crate::error::Faults;
use crate::inputs::node::Node;
use crate::inputs::reader::{self, Keys};
use crate::strata::{BANDS, SEXES, Sex};

const FLAG_KINDS: &[(&str, &str)] = &[
    ("aggregated", "aggregated"),
    ("modelled", "modelled"),
    ("area_average", "area_average"),
    ("donor", "donor"),
    ("doubtful", "doubtful"),
    ("older_period", "older_period"),
    ("missing", "missing"),
    ("derived", "derived"),
];

/// Indicators without which the model cannot run a place.
const NEEDED_INDICATORS: [&str; 4] =
    ["iod25_acute_morbidity", "smoking_adult_aps", "adult_obesity", "adult_inactive_2024_25"];

/// Money measures without which the model cannot run a place.
const NEEDED_MONEY: [&str; 5] = [
    "nhs_core_allocation_need_share_gbp",
    "nhs_need_index_ga",
    "nhs_need_index_overall",
    "public_health_net_gbp",
    "adult_social_care_net_gbp",
];

/// More money than this for every resident is a slip of the keyboard.
const MOST_POUNDS_PER_HEAD: f64 = 100_000.0;

/// More people than this in one band of one sex is a slip of the keyboard, not a place in England.
const MOST_PEOPLE: f64 = 1e8;

impl Place {
    /// Reads a place file.
    ///
    /// # Errors
    /// All faults of the file: unreadable JSON, a wrong format, missing or unknown keys, impossible values.
    pub fn from_json(bytes: &[u8], definitions: &Definitions) -> Result<Place, Faults> {
        Place::from_node(&Node::from_json(bytes)?, definitions)
    }

    /// Reads a place from its common form.
    ///
    /// # Errors
    /// All faults.
    pub fn from_node(node: &Node, definitions: &Definitions) -> Result<Place, Faults> {
        let mut faults = Faults::new();
        let mut keys = Keys::open("", node, &mut faults);
        let format = keys.text("format", &mut faults);
        if format != FORMAT {
            faults.add("format", format!("\"{format}\""), format!("this program reads {FORMAT}"));
        }
        let (population, population_year, population_source) = read_population(&mut keys, &mut faults);
        let place = Place {
            code: read_code(&mut keys, &mut faults),
            name: keys.words("name", &mut faults),
            kind: keys.words("kind", &mut faults),
            region: read_region(&mut keys, &mut faults),
            icbs: read_icbs(&mut keys, &mut faults),
            codes: read_codes(&mut keys, &mut faults),
            population,
            population_year,
            population_source,
            population_check: read_population_check(&mut keys, &mut faults),
            projection: read_projection(&mut keys, population_year, &mut faults),
            quintile_shares: read_shares(&mut keys, &mut faults),
            life_expectancy: read_life(&mut keys, &mut faults),
            healthy_life_expectancy: read_pair(&mut keys, "healthy_life_expectancy", &mut faults),
            life_expectancy_check: read_pair(&mut keys, "life_expectancy_check", &mut faults),
            indicators: read_data(&mut keys, "indicators", &definitions.indicators, &NEEDED_INDICATORS, &mut faults),
            money: read_data(&mut keys, "money", &definitions.money, &NEEDED_MONEY, &mut faults),
            flags: read_flags(&mut keys, &mut faults),
        };
        keys.done(&mut faults);
        check_levels(&place, &mut faults);
        faults.finish(place)
    }
}

fn read_code(keys: &mut Keys<'_>, faults: &mut Faults) -> String {
    let code = keys.words("code", faults);
    let sound = code.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    if !sound {
        faults.add(keys.at("code"), format!("\"{code}\""), "a code is letters, digits, - and _ only");
    }
    code
}

fn read_region(keys: &mut Keys<'_>, faults: &mut Faults) -> Option<(String, String)> {
    let node = keys.optional("region").filter(|node| **node != Node::Null)?;
    let mut inner = Keys::open(keys.at("region"), node, faults);
    let region = (inner.words("code", faults), inner.words("name", faults));
    inner.done(faults);
    Some(region)
}

fn read_icbs(keys: &mut Keys<'_>, faults: &mut Faults) -> Vec<(String, String, f64)> {
    let path = keys.at("icbs");
    let nodes = keys.list_or_empty("icbs", faults);
    let read = |(index, node): (usize, &Node)| {
        let mut inner = Keys::open(format!("{path}[{index}]"), node, faults);
        let icb =
            (inner.words("code", faults), inner.words("name", faults), inner.number_in("share", 0.0, 1.0, faults));
        inner.done(faults);
        icb
    };
    nodes.iter().enumerate().map(read).collect()
}

fn read_codes(keys: &mut Keys<'_>, faults: &mut Faults) -> (String, Vec<String>) {
    let Some(node) = keys.optional("codes") else { return (String::new(), Vec::new()) };
    let mut inner = Keys::open(keys.at("codes"), node, faults);
    let codes = (inner.text_or_empty("since_2025", faults), inner.texts_or_empty("predecessors", faults));
    inner.done(faults);
    codes
}

fn read_population(keys: &mut Keys<'_>, faults: &mut Faults) -> (BySexBand, u32, String) {
    let empty = [[0.0; BANDS]; 2];
    let Some(node) = keys.required("population", faults) else { return (empty, 2023, String::new()) };
    let mut inner = Keys::open("population", node, faults);
    let period = inner.words("period", faults);
    let source = inner.text("source", faults);
    let population = SEXES.map(|sex| read_bands(&mut inner, sex, faults));
    inner.done(faults);
    if population.iter().flatten().sum::<f64>() <= 0.0 {
        faults.add("population", 0, "there is nobody in this place");
    }
    let year =
        period.rsplit(|c: char| !c.is_ascii_digit()).find(|part| part.len() == 4).and_then(|year| year.parse().ok());
    if year != Some(2023) {
        faults.add(
            "population.period",
            format!("\"{period}\""),
            "must be \"mid-2023\": the base year of the projections",
        );
    }
    (population, 2023, source)
}

fn read_bands(keys: &mut Keys<'_>, sex: Sex, faults: &mut Faults) -> [f64; BANDS] {
    let values = keys.numbers(sex.word(), BANDS, faults);
    bands(&keys.at(sex.word()), &values, faults)
}

fn bands(path: &str, values: &[f64], faults: &mut Faults) -> [f64; BANDS] {
    let mut bands = [0.0; BANDS];
    for (index, (band, value)) in bands.iter_mut().zip(values).enumerate() {
        if !(0.0..=MOST_PEOPLE).contains(value) {
            faults.add(
                format!("{path}[{index}]"),
                value,
                format!("people in an age band must be between 0 and {MOST_PEOPLE}"),
            );
        }
        *band = *value;
    }
    bands
}

fn read_population_check(keys: &mut Keys<'_>, faults: &mut Faults) -> Option<[f64; BANDS]> {
    let node = keys.optional("population_check").filter(|node| **node != Node::Null)?;
    let mut inner = Keys::open("population_check", node, faults);
    inner.text("period", faults);
    inner.text("source", faults);
    let persons = inner.numbers("persons", BANDS, faults);
    inner.done(faults);
    Some(bands("population_check.persons", &persons, faults))
}

fn read_projection(keys: &mut Keys<'_>, base_year: u32, faults: &mut Faults) -> Option<Projection> {
    let node = keys.required("projection", faults)?;
    if *node == Node::Null {
        return None;
    }
    let mut inner = Keys::open("projection", node, faults);
    let source = inner.text("source", faults);
    inner.whole("base_year", base_year, base_year, faults);
    let years: Vec<u32> = inner
        .list("years", faults)
        .iter()
        .enumerate()
        .map(|(index, node)| reader::whole(&format!("projection.years[{index}]"), node, base_year + 1, 2150, faults))
        .collect();
    if years.is_empty() || years.windows(2).any(|pair| pair[0] >= pair[1]) {
        faults.add(
            "projection.years",
            format!("{years:?}"),
            "must be one or more years, each later than the one before",
        );
    }
    let by_sex = SEXES.map(|sex| read_years(&mut inner, sex, years.len(), faults));
    inner.done(faults);
    let residents = (0..years.len())
        .map(|year| SEXES.map(|sex| by_sex[sex.index()].get(year).copied().unwrap_or([0.0; BANDS])))
        .collect();
    Some(Projection { source, years, residents })
}

fn read_years(keys: &mut Keys<'_>, sex: Sex, count: usize, faults: &mut Faults) -> Vec<[f64; BANDS]> {
    let path = keys.at(sex.word());
    let rows = keys.list(sex.word(), faults);
    if rows.len() != count {
        faults.add(&path, rows.len(), format!("must have one list per projected year: {count}"));
    }
    let read = |(index, row): (usize, &Node)| {
        let at = format!("{path}[{index}]");
        let values = reader::numbers(&at, row, BANDS, faults);
        bands(&at, &values, faults)
    };
    rows.iter().enumerate().map(read).collect()
}

fn read_shares(keys: &mut Keys<'_>, faults: &mut Faults) -> [f64; 5] {
    let values = keys.numbers("quintile_shares", 5, faults);
    let mut shares = [0.0; 5];
    for (index, (share, value)) in shares.iter_mut().zip(&values).enumerate() {
        if !(0.0..=1.0).contains(value) {
            faults.add(format!("quintile_shares[{index}]"), value, "a share must be between 0 and 1");
        }
        *share = *value;
    }
    let total: f64 = shares.iter().sum();
    if (total - 1.0).abs() > 1e-6 {
        faults.add("quintile_shares", total, "the five shares must add to 1");
    }
    shares
}

fn read_life(keys: &mut Keys<'_>, faults: &mut Faults) -> [PublishedLife; 2] {
    let nothing = PublishedLife { birth: 80.0, age_65: 20.0 };
    let Some(node) = keys.required("life_expectancy", faults) else { return [nothing; 2] };
    let mut inner = Keys::open("life_expectancy", node, faults);
    inner.text("period", faults);
    inner.text("source", faults);
    let life = SEXES.map(|sex| {
        let path = inner.at(sex.word());
        let Some(node) = inner.required(sex.word(), faults) else { return nothing };
        let mut one = Keys::open(path, node, faults);
        let life = PublishedLife {
            birth: one.number_in("birth", 50.0, 100.0, faults),
            age_65: one.number_in("age_65", 5.0, 35.0, faults),
        };
        one.done(faults);
        life
    });
    inner.done(faults);
    life
}

fn read_pair(keys: &mut Keys<'_>, key: &'static str, faults: &mut Faults) -> Option<[f64; 2]> {
    let node = keys.optional(key).filter(|node| **node != Node::Null)?;
    let mut inner = Keys::open(key, node, faults);
    inner.text("period", faults);
    inner.text("source", faults);
    let pair = SEXES.map(|sex| inner.number_in(sex.word(), 20.0, 100.0, faults));
    inner.done(faults);
    Some(pair)
}

fn read_data(
    keys: &mut Keys<'_>,
    key: &'static str,
    known: &BTreeMap<String, Definition>,
    needed: &[&str],
    faults: &mut Faults,
) -> BTreeMap<String, Datum> {
    let Some(node) = keys.required(key, faults) else { return BTreeMap::new() };
    let list = Keys::open(key, node, faults);
    let mut data = BTreeMap::new();
    for (id, node) in list.entries() {
        let path = list.at(id);
        if !known.contains_key(id) {
            faults.add(&path, node, "no such series is defined; data/definitions.json lists them");
        }
        data.insert(id.clone(), read_datum(&path, node, faults));
    }
    for id in needed {
        if !data.contains_key(*id) {
            faults.add(list.at(id), "", "required and missing: the model cannot run without it");
        }
    }
    data
}

fn read_datum(path: &str, node: &Node, faults: &mut Faults) -> Datum {
    let mut keys = Keys::open(path, node, faults);
    let value = keys.number("value", faults);
    let (low, high) = (keys.optional_number("low", faults), keys.optional_number("high", faults));
    if low.is_some() != high.is_some() {
        faults.add(path, low.or(high).unwrap_or(0.0), "an interval needs both low and high");
    }
    let interval = low.zip(high);
    if let Some((low, high)) = interval
        && low > high
    {
        faults.add(path, format!("{low} to {high}"), "the interval is the wrong way round: low is above high");
    }
    let datum = Datum {
        value,
        interval,
        period: keys.optional_text("period", faults),
        source: keys.optional_text("source", faults),
    };
    keys.done(faults);
    datum
}

fn read_flags(keys: &mut Keys<'_>, faults: &mut Faults) -> Vec<Flag> {
    let nodes = keys.list("flags", faults);
    let read = |(index, node): (usize, &Node)| {
        let mut inner = Keys::open(format!("flags[{index}]"), node, faults);
        let flag = Flag {
            path: inner.words("path", faults),
            kind: inner.choice("kind", FLAG_KINDS, "doubtful", faults),
            reason: inner.words("reason", faults),
            donor: inner.text_or_empty("donor", faults),
        };
        inner.done(faults);
        if (flag.kind == "donor") == flag.donor.is_empty() {
            faults.add(format!("flags[{index}].donor"), &flag.donor, "stands with the kind donor, and only there");
        }
        flag
    };
    nodes.iter().enumerate().map(read).collect()
}

/// Levels the model multiplies by must be possible: a percentage inside 0 to 100, money and indices above 0.
fn check_levels(place: &Place, faults: &mut Faults) {
    if place.name.chars().any(char::is_control) {
        faults.add("name", place.name.escape_debug(), "must not hold line breaks or control characters");
    }
    for id in ["nhs_need_index_ga", "nhs_need_index_overall"] {
        if let Some(value) = place.pounds(id).filter(|value| !(0.1..=10.0).contains(value)) {
            faults.add(format!("money.{id}.value"), value, "is an index with England at 1: between 0.1 and 10");
        }
    }
    let most = MOST_POUNDS_PER_HEAD * place.residents().max(1.0);
    for (id, datum) in &place.money {
        if datum.value.abs() > most {
            faults.add(
                format!("money.{id}.value"),
                datum.value,
                format!("is more than {MOST_POUNDS_PER_HEAD} pounds for every resident"),
            );
        }
    }
    if let Some(projection) = &place.projection {
        for (year, residents) in projection.years.iter().zip(&projection.residents) {
            if residents.iter().flatten().sum::<f64>() <= 0.0 {
                faults.add(format!("projection, {year}"), 0, "nobody is projected to live here");
            }
        }
    }
    if let Some(healthy) = place.healthy_life_expectancy {
        for ((sex, healthy), life) in SEXES.iter().zip(healthy).zip(&place.life_expectancy) {
            if healthy >= life.birth {
                faults.add(
                    format!("healthy_life_expectancy.{sex}"),
                    healthy,
                    format!("must be below life expectancy ({})", life.birth),
                );
            }
        }
    }
    for id in ["smoking_adult_aps", "adult_obesity", "adult_inactive_2024_25"] {
        if let Some(value) = place.indicator(id)
            && !(0.0..=100.0).contains(&value)
        {
            faults.add(format!("indicators.{id}.value"), value, "is a percentage: between 0 and 100");
        }
    }
    if let Some(value) = place.indicator("iod25_acute_morbidity")
        && !(10.0..=1000.0).contains(&value)
    {
        faults.add(
            "indicators.iod25_acute_morbidity.value",
            value,
            "is a ratio with England near 100: between 10 and 1,000",
        );
    }
    for id in NEEDED_MONEY {
        if let Some(value) = place.pounds(id)
            && value <= 0.0
        {
            faults.add(format!("money.{id}.value"), value, "must be above 0");
        }
    }
    for (sex, life) in SEXES.iter().zip(&place.life_expectancy) {
        // Somebody aged 65 was born 65 years ago: expecting less at birth than 45 plus what is left at 65 is a slip.
        if life.birth > 65.0 + life.age_65 {
            faults.add(
                format!("life_expectancy.{sex}"),
                life.birth,
                format!("life expectancy at birth cannot exceed 65 plus that at 65 ({})", life.age_65),
            );
        }
    }
}
