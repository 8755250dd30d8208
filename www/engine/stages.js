// @ts-check
// Which futures are run in which order: few before many, the years shown before the end of life.

/** Runs of the first complete answer, and of the last. Both are sizes that the draws cover evenly. */
export const FIRST = 250;
export const FULL = 1000;

/** While a lever moves ranges are made only if they are there within so many milliseconds. */
const DRAGGING = 150;

/** What is nice to have is left out if it would keep the machine busy for longer than this, ms. */
const BUSY = 30_000;

/** A plan must rest for so long before the last stage, so that the next move finds the workers free, ms. */
const REST = 1500;

/** @typedef {{draws: number, whole: boolean, longest?: number, rest?: number}} Stage `whole`: everybody is followed to the
 *   end of life; `longest`: milliseconds beyond which the answer before it is enough; `rest`: milliseconds to wait before it */

/**
 * @param {{of: (whole: boolean, draws: number) => number | null}} speed milliseconds so many draws take, as far as is known
 * @param {{moving: boolean}} how
 * @returns {Stage[]}
 */
export function stagesOf(speed, { moving }) {
  const near = speed.of(false, FIRST);
  if (moving) return near !== null && near <= DRAGGING ? [{ draws: FIRST, whole: false }] : [];
  return [
    { draws: FIRST, whole: true },
    { draws: FULL, whole: true, longest: BUSY, rest: REST },
  ];
}
