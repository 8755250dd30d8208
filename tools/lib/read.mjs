// Reading: every table is read once, its columns are checked by name, and a
// missing file or column stops the build with a message that names it.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { csvParse } from "d3-dsv";

/** Stop the build. All checks end here, so that messages look alike. */
export function fail(message) {
  throw new Error(`failed: ${message}`);
}

export function readText(folder, name) {
  const path = join(folder, name);
  if (!existsSync(path)) fail(`file missing: ${name}`);
  return readFileSync(path, "utf8");
}

/** Rows of a CSV file as objects of strings; `columns` are those we rely on. */
export function readTable(folder, name, columns) {
  const rows = csvParse(readText(folder, name));
  for (const column of columns) {
    if (!rows.columns.includes(column)) fail(`${name}: column missing: ${column}`);
  }
  if (rows.length === 0) fail(`${name}: no rows`);
  return rows;
}

/** A number from a cell; an empty cell is null, anything unreadable stops the build. */
export function number(cell, where) {
  if (cell === undefined || cell === "") return null;
  const value = Number(cell);
  if (!Number.isFinite(value)) fail(`${where}: not a number: "${cell}"`);
  return value;
}

/** Map of key -> rows, in file order. */
export function groupBy(rows, key) {
  const groups = new Map();
  for (const row of rows) {
    const k = key(row);
    if (!groups.has(k)) groups.set(k, []);
    groups.get(k).push(row);
  }
  return groups;
}

/** Map of key -> row; a second row with the same key is a fault in the data. */
export function indexBy(rows, key, name) {
  const index = new Map();
  for (const row of rows) {
    const k = key(row);
    if (index.has(k)) fail(`${name}: two rows for ${k}`);
    index.set(k, row);
  }
  return index;
}

/** The commonest string of a list; ties go to the one seen first. */
export function commonest(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best;
  for (const [value, count] of counts) {
    if (best === undefined || count > counts.get(best)) best = value;
  }
  return best;
}

/** One key out of several parts. */
export const key = (...parts) => parts.join("|");

/** All tables the build uses. Nothing here is unlicensed: see rules.mjs. */
export function readAll(folder) {
  const t = (name, ...columns) => readTable(folder, name, columns);
  return {
    places: t("places.csv", "place_code", "place_name", "place_type", "region_code", "region_name",
      "main_icb_code", "population_2023", "imd_2025_rank_of_average_score", "share_pop_imd_q1",
      "share_pop_imd_q5", "code_2025", "predecessor_codes", "small_population_caution"),
    placeIcbs: t("place_icb_lookup.csv", "place_code", "icb_code", "icb_name", "share_of_place"),
    population: t("population.csv", "place_code", "sex", "age_band", "population", "source_id"),
    population2024: t("population_2024.csv", "place_code", "age_band", "population", "source_id"),
    projection: t("population_projection_2022.csv", "place_code", "year", "sex", "age_band",
      "population", "source_id"),
    lifeExpectancy: t("life_expectancy_by_age.csv", "place_code", "sex", "age_from", "ex", "period",
      "source_id"),
    indicators: t("indicators.csv", "place_code", "indicator_id", "value", "lower", "upper", "unit",
      "period", "source_id", "imputed", "method", "quality_flag"),
    indicatorDefinitions: t("indicator_definitions.csv", "indicator_id", "name", "topic", "unit",
      "period", "polarity", "source_id", "note"),
    money: t("money.csv", "place_code", "measure", "value", "unit", "period", "source_id", "imputed",
      "method"),
    spend: t("council_spend_detail.csv", "place_code", "service", "line", "is_subtotal", "gross_gbp",
      "fees_charges_gbp", "income_gbp", "net_gbp", "certified", "imputed", "period", "source_id"),
    hexes: t("hex_layout.csv", "place_code", "q", "r", "moved_or_added", "layout", "source_id"),
    sources: t("sources.csv", "source_id", "publisher", "title", "period", "licence"),
    boundaries: JSON.parse(readText(folder, "boundaries.topojson")),
  };
}
