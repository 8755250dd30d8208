// @ts-check
// Which futures are run in which order: few before many, the years shown before the end of life.

/** Runs of the first complete answer, and of the last. Both are sizes that the draws cover evenly. */
export const FIRST = 250;
export const FULL = 1000;
/**
 * So many are run at once: what a worker holds of them goes to the page before the next, a newer question goes first after
 * each, and the same rows asked for again, of the years shown too, find what they share ready.
 */
export const AT_ONCE = FIRST;

/** While a lever moves ranges are made only if they are there within so many milliseconds; of all runs, within so many. */
const DRAGGING = 150;
const DRAGGING_ALL = 60;

/** What is nice to have is left out if it would keep the machine busy for longer than this, ms. */
const BUSY = 30_000;

/** A plan must rest for so long before the last stage, so that the next move finds the workers free, ms. */
export const REST = 1500;
/** Workers that are free again within this time need no rest before it, ms. */
const SOON = 250;

/** @typedef {{draws: number, whole: boolean, longest?: number, rest?: number}} Stage `whole`: everybody is followed to the
 *   end of life; `longest`: milliseconds beyond which the answer before it is enough; `rest`: milliseconds to wait before it */

/**
 * @param {{of: (whole: boolean, draws: number) => number | null}} speed milliseconds so many draws take, as far as is known
 * @param {{moving: boolean}} how
 * @returns {Stage[]}
 */
export function stagesOf(speed, { moving }) {
  if (moving) {
    const draws = [FULL, FIRST].find((draws) =>
      within(speed.of(false, draws), draws === FULL ? DRAGGING_ALL : DRAGGING),
    );
    return draws ? [{ draws, whole: false }] : [];
  }
  const rest = within(speed.of(true, FULL - FIRST), SOON) ? 0 : REST;
  return [
    { draws: FIRST, whole: true },
    { draws: FULL, whole: true, longest: BUSY, rest },
  ];
}

/** @param {number | null} took @param {number} most @returns {boolean} */
const within = (took, most) => took !== null && took <= most;
