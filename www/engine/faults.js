// @ts-check
// What can go wrong outside the model, in the same form as the model's own faults: path, value, reason.
import { t } from '../words/words.js';

/** @typedef {import('../../pkg/headwater.js').Fault} Fault */

/** Carries faults to whoever asked. */
export class EngineError extends Error {
  /** @param {(Fault & {id?: string})[]} faults */
  constructor(faults) {
    super(faults.map(({ path, value, reason }) => `${path} ${value}: ${reason}`).join('; '));
    this.name = 'Faults';
    this.faults = faults;
  }
}

/**
 * One fault with its reason in the reader's language.
 * @param {string} path file or key
 * @param {string} value what was found
 * @param {string} id Fluent message
 * @param {Record<string, string | number>} [args]
 */
export function fault(path, value, id, args = {}) {
  return new EngineError([{ path, value, id, reason: t(id, args) }]);
}
