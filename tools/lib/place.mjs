// One place in the shipped format (docs/PLACE_FORMAT.md). A value is either taken
// from a table as it stands or flagged; nothing is filled without a flag.

import { fail, number, key } from "./read.mjs";
import { BANDS, PROJECTION_YEARS, REQUIRED_INDICATORS, DONORS, kindOfMethod, missingReason } from "./rules.mjs";

export const flag = (path, kind, reason, donor) =>
  donor === undefined ? { path, kind, reason } : { path, kind, donor, reason };

/** Nineteen counts of one sex from a lookup keyed by parts + band. */
function bands(lookup, name, ...parts) {
  return BANDS.map((band) => {
    const row = lookup.get(key(...parts, band));
    if (!row) fail(`${name}: no row for ${parts.join(" ")} ${band}`);
    return number(row.population, name);
  });
}

export function populationOf(ctx, code) {
  const both = (sex) => bands(ctx.population, "population.csv", code, sex);
  return { period: "mid-2023", source: "ons_mye_2023", female: both("F"), male: both("M") };
}

export function populationCheckOf(ctx, code) {
  const persons = bands(ctx.population2024, "population_2024.csv", code);
  return { period: "mid-2024", source: "ons_mye_2024", persons };
}

export function projectionOf(ctx, code) {
  const paths = (sex) => PROJECTION_YEARS.map((year) =>
    bands(ctx.projection, "population_projection_2022.csv", code, String(year), sex));
  return { source: "ons_snpp_2022", base_year: 2023, years: PROJECTION_YEARS,
    female: paths("F"), male: paths("M") };
}

/** Shares in ten-thousandths; the largest takes the rounding, so that they add to 1. */
export function sharesAddingToOne(shares, code) {
  const units = shares.map((s) => Math.round(s * 10000));
  const over = units.reduce((a, b) => a + b, 0) - 10000;
  if (Math.abs(over) > 3) fail(`places.csv: fifths of ${code} miss 1 by ${over / 10000}`);
  units[units.indexOf(Math.max(...units))] -= over;
  return units.map((u) => u / 10000);
}

/** Published life expectancy of 2021-2023 at birth and at 65, or null. */
export function lifeExpectancyOf(ctx, code) {
  const at = (sex, age) => ctx.lifeExpectancy.get(key(code, sex, age));
  if (!at("F", "0")) return null;
  const one = (sex) => ({ birth: number(at(sex, "0").ex, code), age_65: number(at(sex, "65").ex, code) });
  const { period, source_id: source } = at("F", "0");
  return { period, source, female: one("F"), male: one("M") };
}

/** A two-sex block read from a pair of indicators; null unless both are there. */
function pairOf(ctx, code, stem) {
  const row = (sex) => ctx.indicators.get(key(code, stem.replace("*", sex)));
  const [f, m] = [row("female"), row("male")];
  if (!f || !m) return null;
  return { block: { period: f.period, source: f.source_id, female: number(f.value, stem),
    male: number(m.value, stem) }, row: f };
}

/** One figure: value, interval, and period or source where they are not the definition's. */
export function figureOf(row, definition) {
  const figure = { value: number(row.value, `${row.place_code} value`) };
  const low = number(row.lower, "lower");
  const high = number(row.upper, "upper");
  if (low !== null) figure.low = low;
  if (high !== null) figure.high = high;
  if (row.period !== definition.period) figure.period = row.period;
  if (row.source_id !== definition.source) figure.source = row.source_id;
  return figure;
}

/** Flags that an indicator row carries: how it was imputed, and any doubt about it. */
function indicatorFlags(row, path) {
  const flags = [];
  if (row.imputed === "1") flags.push(flag(path, kindOfMethod(row.method), row.method));
  if (row.quality_flag) flags.push(flag(path, "doubtful", row.quality_flag));
  return flags;
}

function moneyFlags(ctx, row, path, definition) {
  const flags = [];
  if (row.imputed === "1") flags.push(flag(path, kindOfMethod(row.method), row.method));
  if (row.period !== definition.period) {
    flags.push(flag(path, "older_period", `no ${definition.period} figure for this council: ${row.period} used`));
  }
  if (row.source_id === "mhclg_ro3_2024_25" && ctx.uncertified.has(row.place_code)) {
    flags.push(flag(path, "doubtful", "from a 2024-25 return that was not certified when published"));
  }
  const note = ctx.doubtfulMoney.get(key(row.place_code, row.measure));
  if (note) flags.push(flag(path, "doubtful", note));
  return flags;
}

/** All shipped figures of one kind (indicators or money) with their flags. */
function figuresOf(ctx, code, section) {
  const { rows, definitions } = ctx[section === "money" ? "moneySet" : "indicatorSet"];
  const figures = {};
  const flags = [];
  for (const [id, definition] of Object.entries(definitions)) {
    const path = `${section}.${id}`;
    const row = rows.get(key(code, id));
    if (!row) {
      flags.push(flag(path, "missing", missingReason(code, id, definition.source)));
      continue;
    }
    figures[id] = figureOf(row, definition);
    flags.push(...(section === "money" ? moneyFlags(ctx, row, path, definition) : indicatorFlags(row, path)));
  }
  return { figures, flags };
}

/** Take a life expectancy from the donor where the place has none. */
function lifeExpectancyWithDonor(ctx, code, flags) {
  const own = lifeExpectancyOf(ctx, code);
  if (own) return own;
  const donor = DONORS[code] ?? fail(`${code}: no life expectancy and no donor`);
  flags.push(flag("life_expectancy", "donor", `no figure for this place; ${donor.name}'s is used: ${donor.why}`, donor.code));
  return lifeExpectancyOf(ctx, donor.code);
}

/** Blocks that the model does not require: present, or missing with a flag. */
function optionalBlocks(ctx, code, place, flags) {
  const hle = pairOf(ctx, code, "hle_birth_*");
  if (hle) place.healthy_life_expectancy = hle.block;
  else flags.push(flag("healthy_life_expectancy", "missing", "no figure for this place; nothing was filled in"));
  const check = pairOf(ctx, code, "le_birth_*_2023_25");
  if (!check) {
    flags.push(flag("life_expectancy_check", "missing", "no figure for this place; nothing was filled in"));
    return;
  }
  place.life_expectancy_check = check.block;
  if (check.row.imputed === "1") {
    flags.push(flag("life_expectancy_check", kindOfMethod(check.row.method), check.row.method));
  }
}

/** Fill a required figure that is missing, from the donor or from the region; always flagged. */
function fillRequired(ctx, code, section, figures, flags) {
  const set = ctx[section === "money" ? "moneySet" : "indicatorSet"];
  for (const id of section === "money" ? ctx.requiredMoney : REQUIRED_INDICATORS) {
    if (figures[id]) continue;
    const path = `${section}.${id}`;
    const lent = set.lend(code, id);
    figures[id] = { value: lent.value };
    const old = flags.findIndex((f) => f.path === path && f.kind === "missing");
    flags.splice(old, 1, flag(path, "donor", lent.reason, lent.donor));
  }
}

/** The keys of `figures` in the order of the definitions, so that files stay stable. */
function ordered(figures, definitions) {
  const sorted = {};
  for (const id of Object.keys(definitions)) if (figures[id]) sorted[id] = figures[id];
  return sorted;
}

export function buildPlace(ctx, row) {
  const code = row.place_code;
  const flags = [];
  if (row.small_population_caution === "1") {
    flags.push(flag("population", "doubtful", "very small population: rates are noisy, many sources leave the place out, and model results for it are unreliable"));
  }
  flags.push(flag("projection", "derived", "residents at mid-2023 times the growth of the sub-ICB area(s) the place lies in (ONS 2022-based, same sex and age band); the place's own path inside its area is not known"));
  const place = {
    format: "headwater-place/1", code, name: row.place_name, kind: row.place_type,
    codes: { since_2025: row.code_2025, predecessors: ctx.predecessors.get(code) },
    region: { code: row.region_code, name: row.region_name },
    icbs: ctx.icbsOf(code),
    population: populationOf(ctx, code),
    population_check: populationCheckOf(ctx, code),
    projection: projectionOf(ctx, code),
    quintile_shares: sharesAddingToOne([1, 2, 3, 4, 5].map((q) => number(row[`share_pop_imd_q${q}`], code)), code),
    life_expectancy: lifeExpectancyWithDonor(ctx, code, flags),
  };
  optionalBlocks(ctx, code, place, flags);
  for (const section of ["indicators", "money"]) {
    const found = figuresOf(ctx, code, section);
    fillRequired(ctx, code, section, found.figures, found.flags);
    place[section] = ordered(found.figures, ctx[section === "money" ? "moneySet" : "indicatorSet"].definitions);
    flags.push(...found.flags);
  }
  place.flags = flags;
  return place;
}

export { figuresOf, optionalBlocks };
