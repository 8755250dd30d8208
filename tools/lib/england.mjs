// England as a place. Where England has no figure of its own, or one that does not
// stand on the same footing as the 153 places, it is derived from them and flagged.

import { fail, number, key } from "./read.mjs";
import { BANDS, ENGLAND, PROJECTION_YEARS, REQUIRED_INDICATORS } from "./rules.mjs";
import { figuresOf, flag, lifeExpectancyOf, optionalBlocks, populationOf, populationCheckOf,
  sharesAddingToOne } from "./place.mjs";

/** Mid-2023 residents times the growth the published England projection shows since its own 2023. */
function projectionOf(ctx, population) {
  const published = (year, sex, band) => {
    const row = ctx.projection.get(key(ENGLAND, String(year), sex, band));
    return row ? number(row.population, "projection") : fail(`projection: England ${year} ${sex} ${band} missing`);
  };
  const paths = (sex, base) => PROJECTION_YEARS.map((year) => BANDS.map((band, i) =>
    Math.round(base[i] * published(year, sex, band) / published(2023, sex, band))));
  return { source: "ons_snpp_2022", base_year: 2023, years: PROJECTION_YEARS,
    female: paths("F", population.female), male: paths("M", population.male) };
}

function quintileShares(ctx) {
  const sums = [0, 0, 0, 0, 0];
  let people = 0;
  for (const p of ctx.tables.places) {
    const residents = Number(p.population_2023);
    people += residents;
    for (let q = 0; q < 5; q += 1) sums[q] += residents * Number(p[`share_pop_imd_q${q + 1}`]);
  }
  return sharesAddingToOne(sums.map((s) => s / people), ENGLAND);
}

/**
 * Council totals. The published England rows add up only the councils that submitted 2024-25, so they
 * leave out Birmingham, Slough and Cumberland; the sum of every council's latest return is used instead.
 */
function councilTotals(ctx, figures, flags) {
  const { rows, definitions } = ctx.moneySet;
  for (const id of Object.keys(definitions)) {
    const england = rows.get(key(ENGLAND, id));
    if (!england || !/^sum of the \d+ upper-tier places/.test(england.method)) continue;
    const mine = ctx.tables.places.map((p) => rows.get(key(p.place_code, id))).filter(Boolean);
    const total = mine.reduce((sum, row) => sum + number(row.value, id), 0);
    const older = mine.filter((row) => row.period !== definitions[id].period).length;
    figures[id] = { value: total };
    flags.push(flag(`money.${id}`, "derived", `sum of the latest return of ${mine.length} councils, ${older} of them for an earlier year; the ${mine.length - older} with a return for ${definitions[id].period} add up to £${(number(england.value, id) / 1e6).toFixed(0)}m`));
  }
}

/** Required figures without an England row: 1 where the unit says so, else the mean of the places. */
function fillRequired(ctx, section, ids, figures, flags) {
  const set = ctx[section === "money" ? "moneySet" : "indicatorSet"];
  for (const id of ids) {
    if (figures[id]) continue;
    let [top, people] = [0, 0];
    for (const p of ctx.tables.places) {
      const row = set.rows.get(key(p.place_code, id));
      if (!row) continue;
      top += number(row.value, id) * Number(p.population_2023);
      people += Number(p.population_2023);
    }
    const mean = top / people;
    const byDefinition = set.definitions[id].unit.includes("England = 1");
    if (byDefinition && Math.abs(mean - 1) > 0.02) fail(`${id}: places average ${mean}, not about 1`);
    figures[id] = { value: byDefinition ? 1 : Number(mean.toFixed(4)) };
    const old = flags.findIndex((f) => f.path === `${section}.${id}` && f.kind === "missing");
    flags.splice(old, 1, flag(`${section}.${id}`, "derived", byDefinition
      ? `England is 1 by the definition of the index; the population-weighted mean of the places is ${mean.toFixed(3)}`
      : "population-weighted mean of the places"));
  }
}

const inOrder = (figures, definitions) =>
  Object.fromEntries(Object.keys(definitions).filter((id) => figures[id]).map((id) => [id, figures[id]]));

export function buildEngland(ctx) {
  const population = populationOf(ctx, ENGLAND);
  const flags = [
    flag("projection", "derived", "residents at mid-2023 times published projection / its own 2023 (which is 0.4% higher), so that England and the places stand on the same base"),
    flag("quintile_shares", "derived", "population-weighted mean of the places"),
  ];
  const place = {
    format: "headwater-place/1", code: ENGLAND, name: "England", kind: "country",
    codes: { since_2025: ENGLAND, predecessors: [] }, region: null, icbs: [], population,
    population_check: populationCheckOf(ctx, ENGLAND),
    projection: projectionOf(ctx, population),
    quintile_shares: quintileShares(ctx),
    life_expectancy: lifeExpectancyOf(ctx, ENGLAND) ?? fail("England: no life expectancy"),
  };
  optionalBlocks(ctx, ENGLAND, place, flags);
  for (const section of ["indicators", "money"]) {
    const found = figuresOf(ctx, ENGLAND, section);
    if (section === "money") councilTotals(ctx, found.figures, found.flags);
    const required = section === "money" ? ctx.requiredMoney : REQUIRED_INDICATORS;
    fillRequired(ctx, section, required, found.figures, found.flags);
    place[section] = inOrder(found.figures, ctx[section === "money" ? "moneySet" : "indicatorSet"].definitions);
    flags.push(...found.flags);
  }
  place.flags = flags;
  return place;
}
