// What the components of the first screen read of an answer, and no more: small enough to be worked out for every place when
// the page is made, and to be there before the model is. Build, page and tests pick it by this one function.

/** Keys that are read of one outcome. */
const LINE = ['unit', 'part_of', 'unknown', 'baseline', 'scenario', 'difference', 'by_horizon', 'set_in_motion'];

/**
 * The keys, level by level. `true`: the whole value; in brackets: of each of its parts. Of some series the sentence reads one
 * year only, but a part of a series would not be the same document.
 */
const KEYS = {
  model: true,
  evidence: true,
  place: true,
  scenario: true,
  years: true,
  outcomes: {
    emergency_admissions: Object.fromEntries(LINE.map((key) => [key, true])),
    life_years: { unit: true, part_of: true, baseline: true },
    deaths_prevention: { unit: true, part_of: true, difference: true },
  },
  money: {
    acute_hospital_gbp: true,
    full_shift_gbp_per_year: true,
    share_of_public_health_spending: true,
    cut: true,
  },
  topdown: {
    verdict: true,
    cut_gbp: true,
    bottom_up: { price_used_gbp_per_qaly: true },
    under_rival_prices: [
      { option: true, label: true, better: true, gbp_per_qaly: true, qalys_net: true, deaths_hospital: true },
    ],
  },
};

/** The slider of the main lever: it can be moved before the model is there. */
const SLIDERS = ['slider.shift_share'];

/** Series as plain lists, as they are in a file. */
const plain = (value) => (ArrayBuffer.isView(value) ? Array.from(value) : value);

/** @param {any} keys @param {any} value @param {string} path for the message */
function pick(keys, value, path) {
  if (value === undefined) throw new TypeError(`${path} is missing`);
  if (keys === true) return plain(value);
  if (Array.isArray(keys)) return Array.from(value, (each, i) => pick(keys[0], each, `${path}.${i}`));
  if (value === null || typeof value !== 'object') throw new TypeError(`${path} has no parts`);
  return Object.fromEntries(
    Object.entries(keys).map(([key, inner]) => [key, pick(inner, value[key], `${path}.${key}`)]),
  );
}

/**
 * The part of an answer that the first screen reads: same keys, same values.
 * @param {object} answer of the engine, or what this function made of one
 * @throws TypeError if something is missing
 */
export const firstOf = (answer) => pick(KEYS, answer, 'answer');

/**
 * What is written for a place when the page is made.
 * @param {object} answer of the default plan @param {{about: {data: string}, describe: {sliders: {id: string}[]}}} model
 * @param {string} stamp of what it was made of (scripts/page/stamp.mjs)
 */
export function builtOf(answer, { about, describe }, stamp) {
  const sliders = describe.sliders.filter(({ id }) => SLIDERS.includes(id));
  return { stamp, data: about.data, sliders, answer: firstOf(answer) };
}

const full = (list, count) => Array.isArray(list) && list.length === count && list.every(Number.isFinite);

/** @typedef {{stamp: string, data: string, sliders: any[], answer: any}} Built */

/** Whether every series is there, all of as many years. */
function isWhole({ years, outcomes, money, topdown }) {
  const { emergency_admissions: stays, life_years: residents, deaths_prevention: deaths } = outcomes;
  const own = [stays.baseline, stays.scenario, stays.difference, residents.baseline, deaths.difference, money.cut];
  const rivals = topdown.under_rival_prices.map((rival) => rival.deaths_hospital);
  return years.length > 0 && [years, ...own, ...rivals].every((each) => full(each, years.length));
}

/**
 * What was written when the page was made, if it is whole, of this place and made with this page; otherwise null, and the page
 * waits for the model.
 * @param {any} built @param {string} code of the place @param {string} stamp it must bear
 * @returns {Built | null}
 */
export function readBuilt(built, code, stamp) {
  if (!stamp || built?.stamp !== stamp) return null;
  try {
    const answer = firstOf(built.answer);
    const known = SLIDERS.every((id) => built.sliders.some((slider) => slider.id === id));
    return known && answer.place.code === code && isWhole(answer) ? { ...built, answer } : null;
  } catch {
    return null;
  }
}

/** Whether it was made with the versions the model has: otherwise it goes. @param {any} built @param {any} about of the engine */
export const isOf = ({ data, answer }, about) =>
  data === about.data && answer.model === about.model && answer.evidence === about.evidence;
