/**
 * Numbers as messages: which Fluent message says an amount or a change in its unit, and with which arguments.
 * No words here; rounding is that of `words/format.js`, and that of the messages.
 */
import { significant } from '../words/format.js';

/** @typedef {{id: string, args: Object<string, string|number>}} Message */

/** Units with words of their own; any other is said as number and unit name. */
const UNITS = new Set(
  (
    'share share_per_year probability growth_per_year ratio years days months hours minutes gbp gbp_per_person ' +
    'gbp_per_person_year gbp_per_case_year gbp_per_year gbp_per_qaly gbp_per_admission gbp_per_bed_day gbp_per_attendance ' +
    'gbp_per_contact gbp_per_home gbp_per_household gbp_per_family gbp_per_hour gbp_per_week gbp_per_day gbp_per_episode ' +
    'gbp_per_journey gbp_per_job_year gbp_per_client_year gbp_per_event gbp_per_wellby gbp_per_gbp persons households ' +
    'events events_per_year admissions attendances bed_days cases deaths qalys utility beds patients admissions_per_person_year ' +
    'admissions_per_case_year admissions_per_new_case admissions_per_year attendances_per_year bed_days_per_year ' +
    'bed_days_per_admission bed_days_per_case_year bed_days_per_new_case kg kg_per_m2_persons people_per_unit index attendances_per_person_year attendances_per_person ' +
    'bed_days_per_person deaths_per_person_year deaths_per_person_delayed deaths_per_qaly deaths_per_year ' +
    'new_cases_per_person_year per_person_year per_1000_persons pregnancies_per_person_year quits_per_person ' +
    'qalys_per_person qalys_per_billion_gbp grams_per_week kg_per_m2 women_per_1000 elasticity'
  ).split(' '),
);

/** Units said out of 100 people or pounds. */
const HUNDREDTHS = new Set(['share', 'share_per_year', 'probability', 'growth_per_year']);

/** A share as "out of 100", without the noise of binary fractions; other units unchanged. */
export function shown(value, unit) {
  return HUNDREDTHS.has(unit) ? Number((value * 100).toPrecision(12)) : value;
}

/** The opposite of `shown`: what a person typed, in the unit of the evidence. */
export function typed(value, unit) {
  return HUNDREDTHS.has(unit) ? Number((value / 100).toPrecision(12)) : value;
}

/** Whether a unit is typed and shown out of 100. */
export function isHundredths(unit) {
  return HUNDREDTHS.has(unit);
}

/** An exact figure of the evidence with its unit. @returns {Message} */
export function amount(value, unit) {
  return amountShown(shown(value, unit), unit);
}

function amountShown(value, unit) {
  if (!UNITS.has(unit)) return { id: 'amount-other', args: { value, unit: unit.replaceAll('_', ' ') } };
  return { id: `amount-${unit}`, args: { value } };
}

/** Digits beyond which two figures that still look alike are left so. */
const MOST_DIGITS = 6;

/**
 * Figures of one thing for a sentence: as few digits as the page uses for speech, and more only where two that differ would look
 * the same. @param {number[]} values @param {string} unit @returns {Message[]}
 */
export function spokenAmounts(values, unit) {
  const exact = values.map((value) => shown(value, unit));
  const different = (list) => new Set(list).size;
  let rounded = exact;
  for (let digits = 2; digits <= MOST_DIGITS; digits += 1) {
    rounded = exact.map((value) => significant(value, digits));
    if (different(rounded) === different(exact)) break;
  }
  return rounded.map((value) => amountShown(value, unit));
}

/** Smallest changes that words can carry. */
const LEAST = { gbp: 500, other: 0.5 };

/** Words of a change: `more`, `fewer`, `tiny` (not nothing, but too small to say) or `none` (exactly nothing). */
export function direction(value, least) {
  if (value === 0) return 'none';
  if (Math.abs(value) < least) return 'tiny';
  return value > 0 ? 'more' : 'fewer';
}

/**
 * A change in a sentence, its sign in a word: "about 15 fewer". `null` is not counted, never 0.
 * @param {number|null|undefined} value
 * @param {string} unit
 * @param {number} [least] the smallest change that words can carry; below 0.5 it is said with decimals
 * @returns {Message}
 */
export function change(value, unit, least = LEAST[unit] ?? LEAST.other) {
  if (value === null || value === undefined) return { id: 'change-not-counted', args: {} };
  const args = { direction: direction(value, least), n: Math.abs(value) };
  if (unit === 'gbp') return { id: 'change-gbp', args };
  return { id: least < LEAST.other ? 'change-small' : 'change-count', args };
}
