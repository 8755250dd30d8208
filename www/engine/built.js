// @ts-check
// Fetches the first answer of the default plan in a place, worked out when the page was made.
import { readBuilt } from '../views/first-screen.js';
import { bytesOf } from './data.js';

/** What this page was made of (scripts/page/stamp.mjs); put in by the bundler. */
const STAMP = typeof HEADWATER_STAMP === 'string' ? HEADWATER_STAMP : '';

/** The main page holds that of its example. @param {string} code */
const inside = (code) => document.querySelector(`script[data-first="${code}"]`)?.textContent;

/** @param {string} code */
const outside = async (code) => new TextDecoder().decode(await bytesOf(`places/${code}/first.json`));

/**
 * @param {string} code of the place
 * @returns {Promise<import('../views/first-screen.js').Built | null>} null where there is none, it is not whole, or it was not
 *   made with this page
 */
export async function builtAnswer(code) {
  try {
    return readBuilt(JSON.parse(inside(code) ?? (await outside(code))), code, STAMP);
  } catch {
    return null;
  }
}
