// The tables beside the places: the list of places, the definitions, and the
// lines of council spending.

import { fail, number, groupBy, key } from "./read.mjs";
import { ENGLAND, VERSION, assertLicensed } from "./rules.mjs";

/** Position of a value in a list, adding it when new: keeps repeated words out of the rows. */
function intern(list, value) {
  const text = JSON.stringify(value);
  const found = list.findIndex((item) => JSON.stringify(item) === text);
  return found >= 0 ? found : list.push(value) - 1;
}

export function buildIndex(ctx, places) {
  const lists = { regions: [], kinds: [], icbs: [] };
  const byCode = new Map(ctx.tables.places.map((p) => [p.place_code, p]));
  const rows = places.map((place) => {
    const row = byCode.get(place.code);
    const others = [place.codes.since_2025, ...place.codes.predecessors].filter((c) => c !== place.code);
    const people = [...place.population.female, ...place.population.male].reduce((a, b) => a + b, 0);
    return [place.code, place.name, intern(lists.kinds, place.kind),
      place.region ? intern(lists.regions, [place.region.code, place.region.name]) : null,
      place.icbs.map((icb) => intern(lists.icbs, [icb.code, icb.name])), people,
      row ? number(row.imd_2025_rank_of_average_score, place.code) : null,
      row && row.small_population_caution === "1" ? 1 : 0, others];
  });
  return { format: "headwater-index/1", version: VERSION,
    columns: ["code", "name", "kind", "region", "icbs", "population_2023", "imd_2025_rank", "caution", "other_codes"],
    ...lists, rows };
}

/** Definitions and the sources that the pack's figures name. */
export function buildDefinitions(ctx, places) {
  const used = usedSources(ctx, places);
  const sources = {};
  for (const source of ctx.tables.sources) {
    if (!used.has(source.source_id)) continue;
    sources[source.source_id] = { publisher: source.publisher.replace(/^(British Red Cross) \(.*\)$/, "$1"),
      title: source.title, period: source.period === "see repository" ? "2020-2022 approx." : source.period,
      licence: assertLicensed(source) };
    used.delete(source.source_id);
  }
  if (used.size > 0) fail(`sources.csv: no row for ${[...used].join(", ")}`);
  return { format: "headwater-definitions/1", version: VERSION,
    indicators: ctx.indicatorSet.definitions, money: ctx.moneySet.definitions, sources };
}

function usedSources(ctx, places) {
  const used = new Set(["ons_lookups", "ons_boundaries_2023", "oi_hexmaps", "census_2021_lsoa", "mhclg_iod_2025"]);
  const add = (text) => text.split(";").forEach((id) => used.add(id));
  for (const set of [ctx.indicatorSet, ctx.moneySet]) {
    for (const definition of Object.values(set.definitions)) add(definition.source);
  }
  for (const place of places) {
    for (const block of ["population", "population_check", "projection", "life_expectancy",
      "healthy_life_expectancy", "life_expectancy_check"]) {
      if (place[block]) add(place[block].source);
    }
    for (const figure of [...Object.values(place.indicators), ...Object.values(place.money)]) {
      if (figure.source) add(figure.source);
    }
  }
  for (const row of ctx.tables.spend) add(row.source_id);
  return used;
}

/** Names of the lines, once for all councils; `adds` is false for totals and "of which" lines. */
function spendLines(rows) {
  const lines = new Map();
  for (const r of rows) {
    const id = key(r.service, r.line);
    if (!lines.has(id)) lines.set(id, { service: r.service, line: r.line, adds: r.is_subtotal === "0" });
  }
  return lines;
}

/**
 * Council spending by line: one file of names, one small file per council, because a reader looks at
 * one or two councils and all of them together weigh sixty times as much.
 */
export function buildSpend(ctx) {
  const lines = spendLines(ctx.tables.spend);
  const codes = ctx.tables.places.map((p) => p.place_code);
  const groups = groupBy(ctx.tables.spend, (r) => r.place_code);
  const columns = ["gross_gbp", "fees_charges_gbp", "income_gbp"];
  const councils = new Map();
  for (const code of [...codes, ENGLAND]) {
    if (!groups.has(code)) continue;
    const rows = new Map(groups.get(code).map((r) => [key(r.service, r.line), r]));
    councils.set(code, { code, flags: spendFlags(groups.get(code)[0]), rows: [...lines.keys()].map((id) => {
      const row = rows.get(id);
      return row ? spendRow(row, columns) : null;
    }) });
  }
  const absent = codes.filter((code) => !groups.has(code));
  const head = { format: "headwater-spend/1", version: VERSION, period: ctx.tables.spend[0].period,
    source: ctx.tables.spend[0].source_id, columns, net: "gross_gbp - income_gbp (income includes fees and charges)",
    lines: [...lines.values()],
    missing: absent.map((code) => ({ code, reason: "2024-25 return not submitted" })) };
  return { head, councils };
}

function spendRow(row, columns) {
  const where = `council_spend_detail.csv ${row.place_code}`;
  const values = columns.map((c) => number(row[c], where));
  if (Math.abs(values[0] - values[2] - number(row.net_gbp, where)) > 1) fail(`${where}: net is not gross less income`);
  return values;
}

function spendFlags(row) {
  if (row.imputed === "1") return [{ kind: "modelled", reason: "England with the publisher's estimates for missing returns" }];
  if (row.certified === "0") return [{ kind: "doubtful", reason: "the return was not certified when published" }];
  return [];
}
