// @ts-check
// The first question, asked as soon as the model can answer it: place and plan go to the worker together, so that it need not
// wait for a page that is busy drawing. Whoever then asks the very same gets this answer; where anything is amiss it is
// forgotten, and whoever asks hears what is wrong.
import { file } from './data.js';

/** @typedef {{codes: string[], scenario: object, shown: boolean}} First `shown`: an answer to it is on screen already */
/** @typedef {import('./thread.js').Thread} Thread */
/**
 * @typedef {object} Early
 * @property {string[]} codes
 * @property {Uint8Array[]} files of the place
 * @property {any} summary of the place
 * @property {string} scenario JSON
 * @property {Promise<{answer: any, took: number} | null>} run
 */

/**
 * @param {Thread} thread being opened @param {Promise<unknown>} opened @param {() => First} first what is wanted by then
 * @returns {Promise<Early | null>} once the place is there
 */
export async function askEarly(thread, opened, first) {
  try {
    const { codes } = first();
    const files = await filesOf(codes);
    await opened;
    const { codes: wanted, scenario } = first();
    if (String(wanted) !== String(codes)) return null;
    const text = JSON.stringify(scenario);
    const start = performance.now();
    // Both at once: neither waits for what the page does with the other.
    const seated = thread.seat(files);
    const run = thread.call('run', text).then(
      // With the place's own time in it, so rather too long than too short.
      (answer) => ({ answer, took: performance.now() - start }),
      () => null,
    );
    return { codes, files, summary: await seated, scenario: text, run };
  } catch {
    return null;
  }
}

/** @param {string[]} codes */
const filesOf = (codes) => Promise.all(codes.map((code) => file(`places/${code}.json`)));
