//! Keys that several record types share: ages, sex, shares by payer.

use crate::error::Faults;
use crate::inputs::reader::{self, Keys};
use crate::strata::{LAST_AGE, Sex};

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
pub fn read_payers(
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

/// Reads `sex`: `both` is `None`.
pub fn read_sex(keys: &mut Keys<'_>, faults: &mut Faults) -> Option<Sex> {
    const WORDS: &[(&str, Option<Sex>)] = &[("both", None), ("female", Some(Sex::Female)), ("male", Some(Sex::Male))];
    keys.choice("sex", WORDS, None, faults)
}
