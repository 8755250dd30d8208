// What many model runs say, ready for words and pictures: the one place that reads the `Ranges` document of the engine.
import { rangeOf, runsArgs } from '../words/range.js';
import { significant, whole } from '../words/format.js';
import { figure, message, series } from './figures.js';

/** Ends of the two bands, from the lowest. */
export const BANDS = ['low90', 'low50', 'high50', 'high90'];

const KEPT = [...BANDS, 'above_zero', 'below_zero'];

/**
 * One outcome over the years: both bands, and the share of runs in which it is above or below zero.
 * @param {object|null} ranges of the engine @param {string} outcome
 * @returns {Record<string, number[]>|null} null if these runs do not say
 */
export function bandsOf(ranges, outcome) {
  const found = ranges?.outcomes[outcome]?.difference ?? ranges?.levels[outcome]?.difference;
  if (!found) return null;
  const bands = Object.fromEntries(KEPT.map((key) => [key, series(found[key])]));
  return BANDS.every((key) => bands[key]?.every(Number.isFinite)) ? bands : null;
}

/** One year of bands, as a summary. */
export const atYear = (bands, i) => bands && Object.fromEntries(KEPT.map((key) => [key, bands[key]?.[i]]));

/**
 * A sum of one outcome: inside the years shown, or with all that is set in motion.
 * @param {object|null} ranges @param {string} outcome @param {'by_horizon'|'set_in_motion'} account
 */
export const sumOf = (ranges, outcome, account) => ranges?.outcomes[outcome]?.[account]?.undiscounted ?? null;

/** Whether these runs follow everybody to the end of life: without it nothing is known of what comes after the years shown. */
export const isFollowed = (ranges) => Object.values(ranges?.payers ?? {}).some((payer) => payer.set_in_motion);

/** The same figure seen from the other side: fewer nights in use are nights freed. */
export function turned(summary) {
  if (!summary) return null;
  const { low90, low50, high50, high90, above_zero, below_zero } = summary;
  return {
    low90: 0 - high90,
    low50: 0 - high50,
    high50: 0 - low50,
    high90: 0 - low90,
    above_zero: below_zero,
    below_zero: above_zero,
  };
}

/** Every end of a summary divided: years of a fifth to years for each 1,000 people. */
export const divided = (summary, by) =>
  summary && { ...summary, ...Object.fromEntries(BANDS.map((key) => [key, summary[key] / by])) };

const nearest = (least) => (value) => (Math.abs(value) < least ? 0 : significant(value));

/** How the ends of a range of such figures are rounded: as the figure itself is said. */
function rounder(kind, least) {
  if (kind === 'pounds') return nearest(Math.max(least, 1));
  return least < 0.5 ? nearest(least) : whole;
}

/**
 * A range in words: "between 3 and 41 fewer".
 * @param {number} low @param {number} high
 * @param {{kind?: string, least?: number, words?: 'change'|'years'|'nights'|'money'|'bare'}} [how] `words`: what the two sides
 *   are called
 */
export function rangeWords(low, high, { kind = 'count', least = 0.5, words = 'change' } = {}) {
  const { form, ...ends } = rangeOf(low, high, rounder(kind, least));
  const said = kind === 'count' && least < 0.5 ? 'plain' : kind === 'count' ? 'end' : kind;
  const sizes = Object.fromEntries(Object.entries(ends).map(([key, value]) => [key, figure(said, value)]));
  return message(`range-${words}`, { form, ...sizes });
}

/** The words of the wider band of a summary. */
export const wide = (summary, how) => rangeWords(summary.low90, summary.high90, how);

/** Columns of the four ends, for a table twin. */
export const bandColumns = (places, prefix = '') =>
  BANDS.map((key) => ({ key: `${prefix}${key}`, label: message(`pic-col-${key}`), places, signed: true }));

/** Cells of the four ends; a word where the runs do not say. */
export const bandCells = (summary, prefix = '') =>
  Object.fromEntries(BANDS.map((key) => [`${prefix}${key}`, summary?.[key] ?? message('pic-no-range')]));

/**
 * What a picture says of its ranges when it has them, and why not when it has none.
 * @param {object|null} ranges @param {string} doubt `working`, `failed` or `off` @param {boolean} [has] whether this picture
 *   could use them: what follows everybody to the end of life comes later than the years shown
 */
export const rangesNote = (ranges, doubt, has = Boolean(ranges)) =>
  has ? message('pic-ranges-are', runsArgs(ranges)) : message('pic-no-ranges', { state: ranges ? 'working' : doubt });
