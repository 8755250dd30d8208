//! What a place spends in the first year.

use crate::inputs::place::{Area, Place};
use crate::model::tables::Tables;

/// A council total in the pack's price year: an older return is brought up by the deflator.
pub(super) fn council_money(area: &Area, measure: &str, tables: &Tables) -> Option<f64> {
    let mut total = 0.0;
    for place in area.parts() {
        let datum = place.money.get(measure)?;
        let factor = datum.period.as_deref().map_or(Some(1.0), |period| tables.price_factor(period))?;
        total += datum.value * factor;
    }
    Some(total)
}

/// Acute hospital spending of a place in the first year, pounds of the pack's price year: England's total shared out by the
/// mean of two keys, each made to add to 1 over all places.
#[must_use]
pub fn acute_spend(place: &Place, tables: &Tables) -> f64 {
    if place.is_country() {
        return tables.acute_spend_gbp;
    }
    let (by_need, by_residents) = acute_keys(place);
    let share = 0.5 * (by_need / tables.acute_key_totals.0 + by_residents / tables.acute_key_totals.1);
    tables.acute_spend_gbp * share
}

/// The two keys of a place: allocation by need with the general-and-acute index in place of the overall one, and residents
/// times the general-and-acute index.
#[must_use]
pub fn acute_keys(place: &Place) -> (f64, f64) {
    let money = |id: &str| place.pounds(id).unwrap_or(0.0);
    let acute_index = money("nhs_need_index_ga");
    let by_need = money("nhs_core_allocation_need_share_gbp") * acute_index / money("nhs_need_index_overall");
    (by_need, place.residents() * acute_index)
}
