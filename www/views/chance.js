// A share of model runs in words, always with its number: "very likely: more than 9 in 10 model runs".
import { chanceOf } from '../words/range.js';
import { message } from './figures.js';

/** @param {number} share of model runs, 0 to 1 */
export const countWords = (share) => {
  const { tenths, edge } = chanceOf(share);
  return message('chance-count', { tenths, edge });
};

/** The number alone, where words beside it say of what. @param {number} share of model runs, 0 to 1 */
export const tenthsWords = (share) => {
  const { tenths, edge } = chanceOf(share);
  return message('chance-tenths', { tenths, edge });
};

/** @param {number} share of model runs, 0 to 1 */
export const chance = (share) => {
  const { word, tenths, edge } = chanceOf(share);
  return message('chance', { word, count: message('chance-count', { tenths, edge }) });
};

/**
 * How likely it is that there is a change for the better at all.
 * @param {{above_zero: number, below_zero: number}|null} summary @param {{better: 'up'|'down'}} facts
 */
export function chanceWords(summary, { better }) {
  if (!summary || summary.above_zero + summary.below_zero === 0) return null;
  const share = better === 'up' ? summary.above_zero : summary.below_zero;
  return message('pic-chance', { way: better === 'up' ? 'more' : 'fewer', chance: chance(share) });
}
