// What a picture says, before it is put into words: message ids with figures that know what they are.
// A view never holds a sentence; charts/say.js turns these into words with the page's own formatters.

/** @typedef {{id: string, args?: Record<string, unknown>}} Message */

/**
 * A figure in a sentence.
 * @param {'count'|'plain'|'pounds'|'share'|'percent'|'year'} kind how it is said
 * @param {number} value
 */
export const figure = (kind, value) => ({ as: kind, value });

/** @returns {Message} */
export const message = (id, args = {}) => ({ id, args });

/** A fixed-length series as a plain array; `null` (not counted) stays `null`. */
export const series = (values) => (values === null || values === undefined ? null : Array.from(values));

export const sum = (values) => values.reduce((total, value) => total + value, 0);

/** The sizes of a series at its ends, with 0 always inside. */
export const extent = (values) => [Math.min(0, ...values), Math.max(0, ...values)];
