// The number the draws start from: the same seed gives the same model runs.

/** The seed until somebody sets another. */
export const SEED = 1;

/** The largest whole number that everything counts exactly. */
export const MOST_SEED = Number.MAX_SAFE_INTEGER;

/** A seed as it was typed or stands in a link; null if it is not a whole number in range. @param {string} text */
export function readSeed(text) {
  const bare = text.trim().replaceAll(/[\s,\u00a0]/g, '');
  const number = Number(bare);
  return /^\d{1,16}$/.test(bare) && number <= MOST_SEED ? number : null;
}
