// The shape of a change over the years: which of the tested message forms is true of it.

/** @typedef {'nothing'|'too_small'|'gain'|'loss'|'loss_then_gain'|'gain_then_loss'|'mixed'} Shape */

/**
 * @param {number[]} difference plan less "if nothing changes", one figure a year
 * @param {{better: 'up'|'down', least: number}} outcome
 * @returns {Shape}
 */
export function shape(difference, { better, least }) {
  if (difference.every((value) => value === 0)) return 'nothing';
  const signs = difference
    .filter((value) => Math.abs(value) >= least)
    .map((value) => (value > 0 === (better === 'up') ? 1 : -1));
  if (signs.length === 0) return 'too_small';
  const turns = signs.filter((sign, i) => i > 0 && sign !== signs[i - 1]).length;
  if (turns === 0) return signs[0] > 0 ? 'gain' : 'loss';
  if (turns === 1) return signs[0] > 0 ? 'gain_then_loss' : 'loss_then_gain';
  return 'mixed';
}

/** Is one figure better, worse, the same, or too small to say? */
export function side(value, { better, least }) {
  if (value === 0) return 'same';
  if (Math.abs(value) < least) return 'tiny';
  return value > 0 === (better === 'up') ? 'better' : 'worse';
}

/** The word of direction. */
export const direction = (value, least) => (Math.abs(value) < least ? 'none' : value > 0 ? 'more' : 'fewer');
