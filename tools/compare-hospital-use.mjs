#!/usr/bin/env node
// Compares the model's hospital use with a local table that states no licence and is
// therefore never shipped. Prints Markdown for docs/VALIDATION.md: only differences
// between the two, never the table's own figures.
//
//   headwater baseline --all-places --years 1 --by sex,age --format csv --out baseline.csv \
//     --outcomes population,emergency_admissions,bed_days,ae_attendances
//   node tools/compare-hospital-use.mjs PATH/activity_by_age.csv baseline.csv
//
// Table and model are each divided by an expectation: their own residents aged 18 and
// over times England's rate by sex and age in the table. What is compared is then how far
// a place lies above or below England for its age and sex. The model's band 15-19 is split
// with England's use by single age from evidence/tables.

import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fail, groupBy, key, number, readTable } from "./lib/read.mjs";

/** `shape`: the column of evidence/tables/hospital_use.csv that spreads the measure by age. */
const MEASURES = [
  { name: "Emergency admissions", model: "emergency_admissions", table: ["emergency_admissions"],
    shape: "emergency_episodes_per_person", flags: ["emergency_admissions_ratio_18plus"],
    note: "The model spreads admissions by the emergency episodes of 2011-12; one admission of an old person holds more episodes." },
  { name: "Bed-days", model: "bed_days", table: ["emergency_bed_days", "elective_bed_days"],
    shape: "emergency_cost_per_person_gbp_2011_12", flags: ["emergency_bed_days_ratio_18plus", "elective_bed_days_ratio_18plus"],
    note: "Emergency and planned bed-days of the table together, as the model's bed-days are all general and acute beds in use." },
  { name: "A&E attendances", model: "ae_attendances", table: ["ae_walk_in", "ae_ambulance"],
    shape: "emergency_episodes_per_person", flags: ["ae_walk_in_ratio_18plus", "ae_ambulance_ratio_18plus"],
    note: "The table holds major departments only, the model all types; its spread by age is an assumption." },
];
const WORST = 10;
const ADULT_AGE = 18;

/** England is the yardstick, not a place; the table's row for Isles of Scilly is incomplete. */
const NOT_COMPARED = new Set(["E92000001", "E06000053"]);

const table = (path, columns) => readTable(dirname(path), basename(path), columns);
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const mean = (numbers) => sum(numbers) / numbers.length;
const ageFrom = (band) => Number.parseInt(band, 10);

/** Table rows as cells: place, sex, first age of the band (18, 25, 30 ...), residents, use. Empty use is null. */
function tableCells(rows, measure) {
  return rows.map((r) => {
    const parts = measure.table.map((column) => number(r[column], r.place_code));
    return { code: r.place_code, sex: r.sex === "F" ? "female" : "male", age: ageFrom(r.age_band),
      people: number(r.population, r.place_code), use: parts.includes(null) ? null : sum(parts) };
  });
}

/** Share of England's 15-19 band that falls on ages 18 and 19: of residents, and of a shape column's use. */
function adultShares(shape) {
  const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "evidence", "tables");
  const people = new Map(readTable(folder, "population_england.csv", ["sex", "age", "population"])
    .map((r) => [key(r.sex, r.age), Number(r.population)]));
  const rates = groupBy(readTable(folder, "hospital_use.csv", ["sex", "age", "population", shape]), (r) => key(r.sex, r.age));
  const rate = (k) => sum(rates.get(k).map((r) => r.population * r[shape])) / sum(rates.get(k).map((r) => Number(r.population)));
  const share = (sex, weight) => {
    const of = (ages) => sum(ages.map((age) => weight(key(sex, age))));
    return of([18, 19]) / of([15, 16, 17, 18, 19]);
  };
  return Object.fromEntries(["female", "male"].map((sex) => [sex,
    { people: share(sex, (k) => people.get(k)), use: share(sex, (k) => people.get(k) * rate(k)) }]));
}

/** Model rows as the same cells: bands 20-24 and the adult part of 15-19 make 18-24. */
function modelCells(rows, measure) {
  const adult = adultShares(measure.shape);
  const cells = new Map();
  for (const r of rows) {
    const age = ageFrom(r.age_band);
    if (age < 15 || ![measure.model, "population"].includes(r.outcome)) continue;
    const what = r.outcome === "population" ? "people" : "use";
    const k = key(r.place_code, r.sex, age <= 20 ? ADULT_AGE : age);
    const cell = cells.get(k) ?? { code: r.place_code, sex: r.sex, age: age <= 20 ? ADULT_AGE : age, people: 0, use: 0 };
    cell[what] += number(r.value, r.place_code) * (age === 15 ? adult[r.sex][what] : 1);
    cells.set(k, cell);
  }
  return [...cells.values()];
}

/** England's rate by sex and age in the table. */
function englandRates(cells) {
  const groups = groupBy(cells.filter((c) => c.use !== null), (c) => key(c.sex, c.age));
  return new Map([...groups].map(([k, list]) => [k, sum(list.map((c) => c.use)) / sum(list.map((c) => c.people))]));
}

/** Log of use over expected use by place; places with an empty cell are left out. */
function logRatios(cells, rates) {
  const ratios = new Map();
  for (const [code, list] of groupBy(cells, (c) => c.code)) {
    if (list.length !== rates.size || list.some((c) => c.use === null)) continue;
    ratios.set(code, { use: sum(list.map((c) => c.use)), expected: sum(list.map((c) => c.people * rates.get(key(c.sex, c.age)))) });
  }
  return ratios;
}

/** Table beside model for every place that both know, each relative to all these places together. */
function points(fromTable, fromModel) {
  const codes = [...fromTable.keys()].filter((code) => fromModel.has(code));
  if (codes.length < 10) fail(`only ${codes.length} places in both files`);
  const level = (side) => Math.log(sum(codes.map((c) => side.get(c).use)) / sum(codes.map((c) => side.get(c).expected)));
  const [tableLevel, modelLevel] = [level(fromTable), level(fromModel)];
  const log = (side, code) => Math.log(side.get(code).use / side.get(code).expected);
  return codes.map((code) => ({ code, table: log(fromTable, code) - tableLevel, model: log(fromModel, code) - modelLevel }));
}

function correlation(list) {
  const [x, y] = [mean(list.map((p) => p.table)), mean(list.map((p) => p.model))];
  const top = sum(list.map((p) => (p.table - x) * (p.model - y)));
  return top / Math.sqrt(sum(list.map((p) => (p.table - x) ** 2)) * sum(list.map((p) => (p.model - y) ** 2)));
}

/** Share of adult use at an age and over, per 100, if the model's rates by age met the table's residents. */
function shareFrom(cells, residents, age) {
  const rate = new Map([...groupBy(cells.filter((c) => c.use !== null), (c) => key(c.sex, c.age))]
    .map(([k, list]) => [k, sum(list.map((c) => c.use)) / sum(list.map((c) => c.people))]));
  const use = residents.map((c) => ({ age: c.age, use: c.people * rate.get(key(c.sex, c.age)) }));
  return 100 * sum(use.filter((c) => c.age >= age).map((c) => c.use)) / sum(use.map((c) => c.use));
}

/** Places whose figures the table's readers marked as implausible, where that list is at hand. */
function doubtfulPlaces(path, indicators) {
  if (!existsSync(join(dirname(path), "indicators.csv"))) return new Set();
  const rows = readTable(dirname(path), "indicators.csv", ["place_code", "indicator_id", "quality_flag"]);
  return new Set(rows.filter((r) => indicators.includes(r.indicator_id) && r.quality_flag).map((r) => r.place_code));
}

const signed = (value, digits) => `${value >= 0 ? "+" : "−"}${Math.abs(value).toFixed(digits)}`;

function report(measure, list, doubtful, names, byAge) {
  const sound = list.filter((p) => !doubtful.has(p.code));
  const gap = (p) => p.model - p.table;
  const percent = (p) => `${signed((Math.exp(gap(p)) - 1) * 100, 0)}%`;
  const name = (p) => names.get(p.code) ?? p.code;
  const within = (share) => sound.filter((p) => Math.abs(gap(p)) <= Math.log(1 + share)).length;
  const byGap = (a, b) => Math.abs(gap(b)) - Math.abs(gap(a)) || (a.code < b.code ? -1 : 1);
  const worst = [...sound].sort(byGap).slice(0, WORST);
  const leftOut = list.filter((p) => doubtful.has(p.code)).sort(byGap).map((p) => `${name(p)} ${percent(p)}`);
  return [`#### ${measure.name}`, "",
    `Correlation of the log ratios: ${correlation(sound).toFixed(2)} over ${sound.length} places. Typical difference (root mean square of the log): ${Math.sqrt(mean(sound.map((p) => gap(p) ** 2))).toFixed(2)}; ${within(0.1)} places within 10%, ${within(0.25)} within 25%. Share of adult use at 65 and over: model ${signed(byAge.from65, 1)} points against the table; at 85 and over ${signed(byAge.from85, 1)}. ${measure.note}`, "",
    `Left out, as the table is marked implausible there: ${leftOut.join(", ") || "none"} (with them the correlation is ${correlation(list).toFixed(2)} over ${list.length}).`, "",
    "| the ten furthest apart | model against table |", "| --- | --- |",
    ...worst.map((p) => `| ${name(p)} | ${percent(p)} |`), ""];
}

function compare(measure, activity, baseline, activityPath, names) {
  const fromTable = tableCells(activity, measure);
  const fromModel = modelCells(baseline, measure);
  const rates = englandRates(fromTable);
  const list = points(logRatios(fromTable, rates), logRatios(fromModel, rates));
  const difference = (age) => shareFrom(fromModel, fromTable, age) - shareFrom(fromTable, fromTable, age);
  const byAge = { from65: difference(65), from85: difference(85) };
  return report(measure, list, doubtfulPlaces(activityPath, measure.flags), names, byAge);
}

function main() {
  const [activityPath, baselinePath] = process.argv.slice(2);
  if (!activityPath || !baselinePath) {
    throw new Error("usage: node tools/compare-hospital-use.mjs PATH/activity_by_age.csv BASELINE.csv");
  }
  const kept = (r) => !NOT_COMPARED.has(r.place_code);
  const activity = table(activityPath, ["place_code", "sex", "age_band", "population", ...MEASURES.flatMap((m) => m.table)]).filter(kept);
  const baseline = table(baselinePath, ["place_code", "place_name", "outcome", "sex", "age_band", "value"]).filter(kept);
  for (const outcome of ["population", ...MEASURES.map((m) => m.model)]) {
    if (!baseline.some((r) => r.outcome === outcome && r.sex !== "all" && r.age_band !== "all")) {
      fail(`${basename(baselinePath)}: no rows of ${outcome} by sex and age: see the command at the top of this program`);
    }
  }
  const names = new Map(baseline.map((r) => [r.place_code, r.place_name]));
  for (const measure of MEASURES) console.log(compare(measure, activity, baseline, activityPath, names).join("\n"));
}

try {
  main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
