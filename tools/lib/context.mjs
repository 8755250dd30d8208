// Look-ups shared by all places: rows by key, definitions with their usual period
// and source, who lends a required value, and what is known to be doubtful.

import { fail, number, indexBy, groupBy, commonest, key } from "./read.mjs";
import { DONORS, ENGLAND, REQUIRED_MONEY, leftOutReason } from "./rules.mjs";
import { MONEY } from "./money-names.mjs";

/** Totals in pounds grow with the place; rates, indices and per-head figures do not. */
const isTotal = (id) => id.endsWith("_gbp") && !id.includes("per_head");

function indicatorDefinitions(tables) {
  const rows = groupBy(tables.indicators, (r) => r.indicator_id);
  const definitions = {};
  const leftOut = [];
  for (const d of tables.indicatorDefinitions) {
    const reason = leftOutReason(d);
    if (reason) {
      leftOut.push({ series: d.indicator_id, reason });
      continue;
    }
    const mine = rows.get(d.indicator_id) ?? fail(`indicators.csv: no rows for ${d.indicator_id}`);
    definitions[d.indicator_id] = indicatorDefinition(d, mine);
  }
  return { definitions, leftOut };
}

/** Notes speak of the published figure, not of the working files they were gathered in. */
function plainNote(note) {
  return note.replace(/^British Red Cross \/ \w+ estimate/, "British Red Cross estimate")
    .replace("(imputed=1)", "(flagged)").replace("are not in this copy", "are not in the edition read");
}

function indicatorDefinition(d, rows) {
  const definition = { name: d.name, topic: d.topic, unit: d.unit, period: commonest(rows.map((r) => r.period)),
    source: commonest(rows.map((r) => r.source_id)), good: d.polarity };
  if (!["high", "low", "neutral"].includes(d.polarity)) fail(`polarity of ${d.indicator_id}: ${d.polarity}`);
  const note = plainNote(d.note);
  if (note) definition.note = note;
  // A method used for every place, on the publisher's own figures for its small areas, is part of the
  // definition. A method used for some places only is a flag on those places.
  const method = commonest(rows.filter((r) => r.imputed === "0").map((r) => r.method).filter(Boolean));
  if (method) definition.method = method;
  const quality = [...new Set(rows.map((r) => r.quality_flag).filter(Boolean))].sort();
  if (quality.length > 0) definition.quality = quality;
  return definition;
}

function moneyDefinitions(tables) {
  const rows = groupBy(tables.money.filter((r) => r.place_code !== ENGLAND), (r) => r.measure);
  for (const id of rows.keys()) if (!MONEY[id]) fail(`money.csv: no name for measure ${id}`);
  const definitions = {};
  for (const [id, words] of Object.entries(MONEY)) {
    const mine = rows.get(id) ?? fail(`money.csv: no rows for ${id}`);
    const { name, topic, good, note } = words;
    definitions[id] = { name, topic, unit: mine[0].unit, period: commonest(mine.map((r) => r.period)),
      source: commonest(mine.map((r) => r.source_id)), good, note };
    const method = commonest(mine.filter((r) => r.imputed === "0").map((r) => r.method));
    if (method) definitions[id].method = method;
  }
  return definitions;
}

/** Required values for a place that has none: the donor's, else the mean of its region. */
function lender(tables, rows) {
  const people = new Map(tables.places.map((p) => [p.place_code, number(p.population_2023, "places.csv")]));
  const valueOf = (code, id) => rows.has(key(code, id)) ? number(rows.get(key(code, id)).value, id) : null;
  const mean = (codes, id) => {
    let [top, bottom] = [0, 0];
    for (const code of codes) {
      const value = valueOf(code, id);
      if (value === null) continue;
      top += isTotal(id) ? value : value * people.get(code);
      bottom += people.get(code);
    }
    return bottom > 0 ? top / bottom : fail(`${id}: no value to lend`);
  };
  const rounded = (value) => Number(value.toPrecision(8));
  return function lend(code, id) {
    const size = isTotal(id) ? people.get(code) : 1;
    const per = isTotal(id) ? ", per resident," : "";
    const donor = DONORS[code];
    if (donor && valueOf(donor.code, id) !== null) {
      const value = isTotal(id) ? rounded(mean([donor.code], id) * size) : valueOf(donor.code, id);
      return { value, donor: donor.code,
        reason: `no figure for this place; ${donor.name}'s${per} is used: ${donor.why}` };
    }
    const region = tables.places.find((p) => p.place_code === code);
    const codes = tables.places.filter((p) => p.region_code === region.region_code).map((p) => p.place_code);
    return { value: rounded(mean(codes, id) * size), donor: region.region_code,
      reason: `no figure for this place; the population-weighted mean${per} of ${region.region_name} is used` };
  };
}

/** Old codes by which a place may be known; never the code of another of today's places. */
function predecessors(places) {
  const today = new Set(places.map((p) => p.place_code));
  return new Map(places.map((p) => [p.place_code,
    (p.predecessor_codes.match(/E\d{8}/g) ?? []).filter((code) => !today.has(code))]));
}

function icbLookup(tables) {
  const groups = groupBy(tables.placeIcbs, (r) => r.place_code);
  const shorten = (name) => name.replace(/^NHS /, "").replace(/ Integrated Care Board$/, "");
  return (code) => (groups.get(code) ?? fail(`place_icb_lookup.csv: no row for ${code}`))
    .map((r) => ({ code: r.icb_code, name: shorten(r.icb_name), share: number(r.share_of_place, code) }))
    .sort((a, b) => b.share - a.share || (a.code < b.code ? -1 : 1));
}

/**
 * Practice lists against residents. Weighted lists divided by need give list size; where that is far
 * from the residents, the practices serve people from elsewhere (or residents go elsewhere), and the
 * NHS share of the place is doubtful. Returns notes by "place|measure".
 */
function doubtfulLists(tables, rows) {
  const value = (code, id) => number(rows.get(key(code, id)).value, id);
  const share = "nhs_core_allocation_need_share_gbp";
  const need = tables.places.map((p) => Number(p.population_2023) * value(p.place_code, "nhs_need_index_overall"));
  const money = tables.places.map((p) => value(p.place_code, share));
  const sum = (xs) => xs.reduce((a, b) => a + b, 0);
  const perNeed = sum(money) / sum(need);
  const notes = new Map();
  tables.places.forEach((p, i) => {
    const ratio = money[i] / need[i] / perNeed;
    if (ratio >= 0.8 && ratio <= 1.25) return;
    notes.set(key(p.place_code, share), `practice lists in the place are about ${ratio.toFixed(1)} times what its residents and need index suggest: they serve another population than the residents`);
  });
  return notes;
}

export function buildContext(tables) {
  const { definitions, leftOut } = indicatorDefinitions(tables);
  const indicators = indexBy(tables.indicators, (r) => key(r.place_code, r.indicator_id), "indicators.csv");
  const money = indexBy(tables.money, (r) => key(r.place_code, r.measure), "money.csv");
  const byBand = (rows, name, ...columns) =>
    indexBy(rows, (r) => key(...columns.map((c) => r[c]), r.age_band), name);
  return {
    tables, indicators, leftOut,
    population: byBand(tables.population, "population.csv", "place_code", "sex"),
    population2024: byBand(tables.population2024, "population_2024.csv", "place_code"),
    projection: byBand(tables.projection, "population_projection_2022.csv", "place_code", "year", "sex"),
    lifeExpectancy: indexBy(tables.lifeExpectancy, (r) => key(r.place_code, r.sex, r.age_from), "life_expectancy_by_age.csv"),
    indicatorSet: { rows: indicators, definitions, lend: lender(tables, indicators) },
    moneySet: { rows: money, definitions: moneyDefinitions(tables), lend: lender(tables, money) },
    requiredMoney: REQUIRED_MONEY,
    predecessors: predecessors(tables.places),
    icbsOf: icbLookup(tables),
    uncertified: new Set(tables.spend.filter((r) => r.certified === "0").map((r) => r.place_code)),
    doubtfulMoney: doubtfulLists(tables, money),
  };
}
