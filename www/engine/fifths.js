// @ts-check
// What model runs say of each fifth in each year: a hundred times the figures that pictures need, so it is asked only by
// somebody who wants it, of the very futures the page shows. Nothing here computes.
import { AT_ONCE } from './stages.js';

/** Lines of the ledger are not of fifths; everything else is as in the futures of the page, so that they are the same. */
const KEEP = { fifths: true, ledger: false, set_in_motion: true };

/** @param {() => Uint8Array[]} files of the place the page shows @param {import('./pairs.js').Ask} ask asks the second worker */
export function createFifths(files, ask) {
  /**
   * @param {object} scenario @param {{seed: number, draws: number}} runs those of the page
   * @returns {Promise<import('../../pkg/headwater.js').Ranges>}
   */
  return async function fifths(scenario, { seed, draws }) {
    const place = files();
    const parts = [];
    for (let first = 1; first <= draws; first += AT_ONCE) {
      const asked = { ...KEEP, seed, first, last: Math.min(draws, first + AT_ONCE - 1) };
      parts.push(...(await ask('futures', place, JSON.stringify(scenario), asked)));
    }
    return ask('ranges', false, parts, seed);
  };
}
