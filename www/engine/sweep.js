// @ts-check
// A scenario in every place, one after another, in the second worker: slow, progressive, and easy to stop.
import { file } from './data.js';

/** Place files fetched ahead of the one at work. */
const AHEAD = 4;

/**
 * @param {{code: string, kind: string}[]} index
 * @param {() => Promise<import('./thread.js').Thread>} behind
 */
export function createSweep(index, behind) {
  let current = 0;

  /** @param {object} scenario @param {(row: any) => void} onrow */
  return function sweep(scenario, onrow) {
    current += 1;
    const own = current;
    const going = () => own === current;
    const done = walk(JSON.stringify(scenario), onrow, going);
    return Object.assign(done, {
      cancel() {
        if (going()) current += 1;
      },
    });
  };

  /** @param {string} scenario @param {(row: any) => void} onrow @param {() => boolean} going */
  async function walk(scenario, onrow, going) {
    const codes = index.filter(({ kind }) => kind !== 'country').map(({ code }) => code);
    const fetched = (/** @type {string} */ code) => file(`places/${code}.json`).catch((error) => error);
    const thread = await behind();
    for (const [position, code] of codes.entries()) {
      if (!going()) return;
      for (const next of codes.slice(position + 1, position + 1 + AHEAD)) fetched(next);
      const row = await glance(thread, code, await fetched(code), scenario);
      if (going()) onrow(row);
    }
  }
}

/**
 * @param {import('./thread.js').Thread} thread @param {string} code @param {Uint8Array | any} bytes
 * @param {string} scenario
 */
async function glance(thread, code, bytes, scenario) {
  try {
    if (!(bytes instanceof Uint8Array)) throw bytes;
    return await thread.call('glance', bytes, scenario);
  } catch (/** @type {any} */ error) {
    if (!error?.faults) throw error;
    return { code, faults: error.faults };
  }
}
