// @ts-check
// How long futures take on this machine, measured as they run.

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
  };
}
