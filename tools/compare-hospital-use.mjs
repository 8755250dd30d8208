#!/usr/bin/env node
// Compares the model's hospital use with a local table that states no licence and is
// therefore never shipped. Prints Markdown for docs/VALIDATION.md: only differences
// between the two, never the table's own figures.
//
//   node tools/compare-hospital-use.mjs PATH/activity_by_age.csv BASELINE.csv
//
// BASELINE.csv is the output of `headwater baseline --all-places --years 1 --format csv`;
// its columns place_code, emergency_admissions and bed_days are read, first row of a place.
//
// Both sides are divided by the same expectation: the residents aged 18 and over of each
// place times England's rate by sex and age in the table. What is compared is then how far
// a place lies above or below England for its age and sex.

import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fail, groupBy, number, readTable } from "./lib/read.mjs";

const MEASURES = [
  { name: "Emergency admissions", table: "emergency_admissions", model: "emergency_admissions", flag: "emergency_admissions_ratio_18plus" },
  { name: "Emergency bed days", table: "emergency_bed_days", model: "bed_days", flag: "emergency_bed_days_ratio_18plus" },
];
const WORST = 10;

/** England is the yardstick, not a place; the table's row for Isles of Scilly is incomplete. */
const NOT_COMPARED = new Set(["E92000001", "E06000053"]);

const table = (path, columns) => readTable(dirname(path), basename(path), columns);
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const mean = (numbers) => sum(numbers) / numbers.length;

/** Observed and expected activity per place; places with an empty cell are left out. */
function observedAndExpected(rows, column) {
  const cells = groupBy(rows.filter((r) => r[column] !== ""), (r) => `${r.sex} ${r.age_band}`);
  const rate = new Map([...cells].map(([cell, list]) =>
    [cell, sum(list.map((r) => Number(r[column]))) / sum(list.map((r) => Number(r.population)))]));
  const places = new Map();
  for (const [code, list] of groupBy(rows, (r) => r.place_code)) {
    if (list.length !== cells.size || list.some((r) => r[column] === "")) continue;
    places.set(code, { observed: sum(list.map((r) => number(r[column], code))),
      expected: sum(list.map((r) => number(r.population, code) * rate.get(`${r.sex} ${r.age_band}`))) });
  }
  return places;
}

/** First row of each place in the model's output. */
function firstRows(rows) {
  return new Map([...groupBy(rows, (r) => r.place_code)].map(([code, list]) => [code, list[0]]));
}

/** Log ratios to England, table beside model, for every place that both know. */
function logRatios(activity, baseline, measure) {
  const places = [...observedAndExpected(activity, measure.table)]
    .filter(([code]) => baseline.has(code))
    .map(([code, v]) => ({ code, ...v, model: number(baseline.get(code)[measure.model], code) }));
  if (places.length < 10) fail(`only ${places.length} places in both files`);
  const expected = sum(places.map((p) => p.expected));
  const table_ = sum(places.map((p) => p.observed)) / expected;
  const model = sum(places.map((p) => p.model)) / expected;
  return places.map((p) => ({ code: p.code, table: Math.log(p.observed / p.expected / table_),
    model: Math.log(p.model / p.expected / model) }));
}

function correlation(points) {
  const [x, y] = [mean(points.map((p) => p.table)), mean(points.map((p) => p.model))];
  const top = sum(points.map((p) => (p.table - x) * (p.model - y)));
  return top / Math.sqrt(sum(points.map((p) => (p.table - x) ** 2)) * sum(points.map((p) => (p.model - y) ** 2)));
}

/** Places whose figures the table's readers marked as implausible, where that list is at hand. */
function doubtfulPlaces(path, indicator) {
  if (!existsSync(join(dirname(path), "indicators.csv"))) return new Set();
  const rows = readTable(dirname(path), "indicators.csv", ["place_code", "indicator_id", "quality_flag"]);
  return new Set(rows.filter((r) => r.indicator_id === indicator && r.quality_flag).map((r) => r.place_code));
}

function placeNames(path) {
  if (!existsSync(join(dirname(path), "places.csv"))) return new Map();
  return new Map(readTable(dirname(path), "places.csv", ["place_code", "place_name"]).map((r) => [r.place_code, r.place_name]));
}

function report(measure, points, doubtful, names) {
  const sound = points.filter((p) => !doubtful.has(p.code));
  const gap = (p) => p.model - p.table;
  const within = (share) => sound.filter((p) => Math.abs(gap(p)) <= Math.log(1 + share)).length;
  const worst = [...points].sort((a, b) => Math.abs(gap(b)) - Math.abs(gap(a)) || (a.code < b.code ? -1 : 1)).slice(0, WORST);
  return [`### ${measure.name}`, "",
    `Correlation of the log ratios: ${correlation(sound).toFixed(2)} over ${sound.length} places (${correlation(points).toFixed(2)} over all ${points.length}, with the ${points.length - sound.length} whose figures in the table are implausible). Typical difference (root mean square of the log): ${Math.sqrt(mean(sound.map((p) => gap(p) ** 2))).toFixed(2)}; ${within(0.1)} places within 10%, ${within(0.25)} within 25%.`, "",
    "| place | model against table | table implausible here |", "| --- | --- | --- |",
    ...worst.map((p) => `| ${names.get(p.code) ?? p.code} | ${gap(p) >= 0 ? "+" : "−"}${Math.abs((Math.exp(gap(p)) - 1) * 100).toFixed(0)}% | ${doubtful.has(p.code) ? "yes" : ""} |`), ""];
}

function main() {
  const [activityPath, baselinePath] = process.argv.slice(2);
  if (!activityPath || !baselinePath) {
    throw new Error("usage: node tools/compare-hospital-use.mjs PATH/activity_by_age.csv BASELINE.csv");
  }
  const activity = table(activityPath, ["place_code", "sex", "age_band", "population", ...MEASURES.map((m) => m.table)])
    .filter((r) => !NOT_COMPARED.has(r.place_code));
  const baseline = firstRows(table(baselinePath, ["place_code", ...MEASURES.map((m) => m.model)]));
  const names = placeNames(activityPath);
  const lines = ["## Hospital use: model against a table that is not shipped", "",
    "The table (adults, 2023) states no licence, so only differences from it are printed. Both sides are compared with what England's rates by age and sex would give.", ""];
  for (const measure of MEASURES) {
    const points = logRatios(activity, baseline, measure);
    lines.push(...report(measure, points, doubtfulPlaces(activityPath, measure.flag), names));
  }
  console.log(lines.join("\n"));
}

try {
  main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
