// A range of a change and a chance, as people say them: which form is true, and the rounded ends. Rounding for speech is
// that of format.js; the words are messages `range-*` and `chance-*`. Sentence, pictures, tables and files all come here.
import { whole } from './format.js';

/** @typedef {'fewer'|'more'|'across'|'one-fewer'|'one-more'|'none'} RangeForm */

/**
 * Both ends of a range of changes, rounded, without signs.
 * @param {number} low @param {number} high `low` is at most `high`
 * @param {(value: number) => number} [round] how a size is rounded for speech
 * @returns {{form: RangeForm, least: number, most: number, fewer: number, more: number}}
 *   `least` and `most` are sizes on one side; `fewer` and `more` are the two ends of a range that holds zero
 */
export function rangeOf(low, high, round = whole) {
  const [from, to] = [round(low) + 0, round(high) + 0];
  const [least, most] = [from, to].map(Math.abs).sort((a, b) => a - b);
  return { form: formOf(from, to), least, most, fewer: Math.max(0, -from), more: Math.max(0, to) };
}

function formOf(from, to) {
  if (from === 0 && to === 0) return 'none';
  if (from === to) return from < 0 ? 'one-fewer' : 'one-more';
  if (from < 0 && to > 0) return 'across';
  return from < 0 ? 'fewer' : 'more';
}

/** How many model runs there are, and of how many where more are to come: arguments of every message that says so. */
export const runsArgs = ({ draws, of = draws }) => ({ draws, of, state: of > draws ? 'first' : 'all' });

/** Words of chance, from the least: each holds for shares up to its own. Never without the number beside it. */
const CHANCES = [
  [0.05, 'very-unlikely'],
  [0.25, 'unlikely'],
  [0.45, 'rather-unlikely'],
  [0.55, 'even'],
  [0.75, 'rather-likely'],
  [0.95, 'likely'],
  [1, 'very-likely'],
];

const DUST = 1e-9;

/**
 * A share of model runs as a word of the fixed table and a count out of ten. No set of runs proves that something cannot
 * happen: beyond 9.5 in 10 the count is "more than 9", below 0.5 it is "fewer than 1".
 * @param {number} share 0 to 1
 * @returns {{word: string, tenths: number, edge: 'low'|'high'|'no'}}
 */
export function chanceOf(share) {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share of model runs: ${share} is not within 0 to 1`);
  const even = Math.abs(share - 0.5) <= 0.05 + DUST;
  const word = even ? 'even' : CHANCES.find(([most]) => share <= most + (share < 0.5 ? -DUST : DUST))?.[1];
  const edge = share < 0.05 - DUST ? 'low' : share > 0.95 + DUST ? 'high' : 'no';
  const tenths = even ? 5 : Math.min(9, Math.max(1, Math.round(share * 10)));
  return { word: word ?? 'very-likely', tenths, edge };
}
