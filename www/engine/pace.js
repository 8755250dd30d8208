// @ts-check
// How long futures take on this machine, measured as they run, and how many to ask for at once.

/** Sizes of a chunk: each divides the first stage, so that the same rows are asked for again. */
const CHUNKS = [25, 50, 125, 250];
/** A newer question waits for at most about this long, ms. */
const LONGEST = 500;
/** How much a new measurement counts against the ones before. */
const NEW = 0.5;

export function pace() {
  /** @type {Map<boolean, number>} milliseconds for each draw */
  const measured = new Map();

  return {
    /** @param {boolean} whole @param {number} draws @param {number} milliseconds they took together */
    ran(whole, draws, milliseconds) {
      const each = milliseconds / draws;
      const before = measured.get(whole);
      measured.set(whole, before === undefined ? each : before + NEW * (each - before));
    },
    /** @param {boolean} whole @param {number} draws @returns {number | null} milliseconds; null while nothing is known */
    of(whole, draws) {
      const each = measured.get(whole);
      return each === undefined ? null : each * draws;
    },
    /** How many draws to ask for at once. @param {boolean} whole */
    chunk(whole) {
      const each = measured.get(whole);
      if (each === undefined) return CHUNKS[0];
      return CHUNKS.findLast((size) => size * each <= LONGEST) ?? CHUNKS[0];
    },
  };
}
