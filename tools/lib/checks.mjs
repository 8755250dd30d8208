// Checks on the finished pack. Each either passes, adding a line to the report, or
// stops the build with the number that is off.

import { fail, number } from "./read.mjs";
import { ENGLAND, PROJECTION_YEARS } from "./rules.mjs";

export const LIMITS = { index: 12000, place: 6000, map: 60000 };

const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const people = (block) => sum(block.female) + sum(block.male);
const text = (n) => Math.round(n).toLocaleString("en-GB");

function checkPeople(ctx, councils, england, report) {
  const total = sum(councils.map((p) => people(p.population)));
  const listed = sum(ctx.tables.places.map((p) => number(p.population_2023, "places.csv")));
  if (total !== people(england.population)) fail(`residents: places ${total}, England ${people(england.population)}`);
  if (total !== listed) fail(`residents: population.csv ${total}, places.csv ${listed}`);
  report.push(`residents mid-2023: ${text(total)} in 153 places = England`);
  const later = sum(councils.map((p) => sum(p.population_check.persons)));
  const check = sum(england.population_check.persons);
  if (later !== check) fail(`residents 2024: places ${later}, England ${check}`);
  report.push(`residents mid-2024: ${text(later)} in 153 places = England`);
  PROJECTION_YEARS.forEach((year, i) => {
    const at = (p) => sum(p.projection.female[i]) + sum(p.projection.male[i]);
    const ratio = sum(councils.map(at)) / at(england);
    if (Math.abs(ratio - 1) > 0.005) fail(`projection ${year}: places / England = ${ratio}`);
    report.push(`projection ${year}: England ${text(at(england))}, places / England = ${ratio.toFixed(5)}`);
  });
}

function checkMoney(councils, england, definitions, report) {
  for (const id of Object.keys(definitions.money)) {
    const figure = england.money[id];
    if (!figure || definitions.money[id].unit !== "GBP") continue;
    const total = sum(councils.map((p) => p.money[id]?.value ?? 0));
    if (Math.abs(total / figure.value - 1) > 1e-4) fail(`${id}: places ${total}, England ${figure.value}`);
    report.push(`${id}: places £${text(total / 1e6)}m, England £${text(figure.value / 1e6)}m`);
  }
}

/** The same fact stands in two places of the file: they must agree. */
function checkTwice(place) {
  const pairs = [["le_birth_SEX", (s) => place.life_expectancy?.[s].birth], ["le_65_SEX", (s) => place.life_expectancy?.[s].age_65],
    ["hle_birth_SEX", (s) => place.healthy_life_expectancy?.[s]], ["le_birth_SEX_2023_25", (s) => place.life_expectancy_check?.[s]]];
  for (const sex of ["female", "male"]) {
    for (const [stem, block] of pairs) {
      const figure = place.indicators[stem.replace("SEX", sex)];
      if (figure && figure.value !== block(sex)) fail(`${place.code}: ${stem} ${sex} disagrees with its block`);
    }
  }
}

const at = (place, path) => path.split(".").reduce((node, part) => node?.[part], place);

/** Every flag points at something, every missing key has its flag, and only those. */
function checkFlags(place, definitions) {
  const missing = new Set();
  for (const f of place.flags) {
    const there = at(place, f.path) !== undefined;
    if (f.kind === "missing" ? there : !there) fail(`${place.code}: flag ${f.kind} at ${f.path} does not fit the value`);
    if (f.kind === "missing") missing.add(f.path);
    if ((f.kind === "donor") !== (f.donor !== undefined)) fail(`${place.code}: donor flag at ${f.path}`);
  }
  for (const section of ["indicators", "money"]) {
    for (const id of Object.keys(definitions[section])) {
      if (!place[section][id] && !missing.has(`${section}.${id}`)) fail(`${place.code}: ${id} missing without a flag`);
    }
  }
}

function checkSources(places, definitions) {
  const known = (text_) => text_.split(";").every((id) => definitions.sources[id]);
  for (const set of [definitions.indicators, definitions.money]) {
    for (const [id, d] of Object.entries(set)) if (!known(d.source)) fail(`${id}: source ${d.source} not listed`);
  }
  const words = JSON.stringify([places, definitions]);
  const forbidden = words.match(/github|su_sus|su_snpp|_18plus|repositor/i);
  if (forbidden) fail(`the pack must not contain "${forbidden[0]}"`);
}

function checkSizes(output, report) {
  const places = output.sizes("places/");
  const small = places.map((f) => f.brotli);
  const largest = places.reduce((a, b) => (b.brotli > a.brotli ? b : a));
  if (output.size("index.json") > LIMITS.index) fail(`index.json: ${output.size("index.json")} bytes brotli`);
  if (largest.brotli > LIMITS.place) fail(`${largest.path}: ${largest.brotli} bytes brotli`);
  const map = sum(output.sizes("map/").map((f) => f.brotli));
  if (map > LIMITS.map) fail(`map: ${map} bytes brotli`);
  report.push(`places, brotli: max ${largest.brotli} (${largest.path}), mean ${Math.round(sum(small) / small.length)}`);
}

export function checkPack(ctx, places, definitions, output) {
  const report = [];
  const councils = places.filter((p) => p.code !== ENGLAND);
  const england = places.find((p) => p.code === ENGLAND);
  if (councils.length !== 153) fail(`${councils.length} places, not 153`);
  report.push(`places: ${councils.length} and England`);
  checkPeople(ctx, councils, england, report);
  checkMoney(councils, england, definitions, report);
  for (const place of places) {
    checkTwice(place);
    checkFlags(place, definitions);
  }
  checkSources(places, definitions);
  checkSizes(output, report);
  return report;
}
