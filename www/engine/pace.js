// @ts-check
// How long futures take on this machine, measured as they run, and how many to ask for at once.
import { FIRST } from './stages.js';

/** A newer question waits for at most about this long if it can be helped, ms. */
const LONGEST = 2000;
/** How much a slower measurement counts against the ones before; a quicker one counts at once. */
const SLOWER = 0.5;

export function pace() {
  /** @type {Map<boolean, number>} milliseconds for each draw */
  const measured = new Map();

  /** @param {boolean} whole @param {number} draws @returns {number | null} milliseconds; null while nothing is known */
  const of = (whole, draws) => {
    const each = measured.get(whole);
    return each === undefined ? null : each * draws;
  };

  return {
    of,

    /** @param {boolean} whole @param {number} draws @param {number} milliseconds they took together */
    ran(whole, draws, milliseconds) {
      const each = milliseconds / draws;
      const before = measured.get(whole);
      // The first rows of a plan also work out what all rows share, which the next plan finds ready.
      const slower = before !== undefined && each > before;
      measured.set(whole, slower ? before + SLOWER * (each - before) : each);
    },

    /**
     * How many of those that are left to ask for at once. Never fewer than the first stage: rows that are asked for together
     * share what is worked out before them, and the same rows asked for again find it ready.
     * @param {boolean} whole @param {number} left
     */
    chunk(whole, left) {
      const all = of(whole, left);
      return all !== null && all <= LONGEST ? left : Math.min(left, FIRST);
    },
  };
}
