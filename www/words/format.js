// Numbers as people say them. Rounding for speech is decided here and nowhere else: the sentence, the pictures
// and the CSV caption all call these, so they cannot disagree. Tables and CSV carry the model's own figures.
import { locale } from './words.js';

const NO_BREAK = '\u00a0';

/**
 * Rounds to significant figures, two unless told: 31,135 becomes 31,000.
 * @param {number} value any finite number
 * @param {number} [figures]
 */
export function significant(value, figures = 2) {
  return value === 0 ? 0 : Number(value.toPrecision(figures));
}

/**
 * A number of people, stays or nights for speech: two significant figures, never a part of a person.
 * @param {number} value
 */
export function whole(value) {
  return Math.abs(value) < 10 ? Math.round(value) : significant(value);
}

/**
 * @typedef {object} Spoken
 * @property {'fewer' | 'more' | 'same'} way which way the change goes; `same` only when it is exactly 0
 * @property {number} size its rounded size, 0 or more; 0 with a way means "fewer than 1"
 */

/**
 * A change for speech: its direction becomes a word, its size loses the sign.
 * @param {number} difference with the plan minus if nothing changes
 * @returns {Spoken}
 */
export function spoken(difference) {
  if (difference === 0) return { way: 'same', size: 0 };
  return { way: difference < 0 ? 'fewer' : 'more', size: Math.abs(whole(difference)) };
}

const formatters = new Map();

function formatter(tag, options) {
  const key = tag + JSON.stringify(options);
  if (!formatters.has(key)) formatters.set(key, new Intl.NumberFormat(tag, options));
  return formatters.get(key);
}

const write = (tag, value, options) => formatter(tag, options).format(value).replaceAll(' ', NO_BREAK);

function writePounds(tag, value) {
  const size = significant(Math.abs(value));
  const options = size >= 1e6 ? { notation: 'compact', compactDisplay: 'long' } : { maximumFractionDigits: 0 };
  const sign = value < 0 && size > 0 ? '−' : '';
  return `${sign}£${write(tag, size, options)}`;
}

/** A count for speech, such as `31,000`. @param {number} value */
export const count = (value) => write(locale(), whole(value), {});

/** A figure as it is, to so many decimals, for a value box. @param {number} value @param {number} [decimals] */
export const plain = (value, decimals = 0) =>
  write(locale(), value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** Pounds for speech, such as `£3.1 million`. @param {number} value pounds */
export const pounds = (value) => writePounds(locale(), value);

/** A share as a percentage for speech, such as `16%`. @param {number} value 0 to 1 */
export const share = (value) => write(locale(), value, { style: 'percent', maximumSignificantDigits: 2 });

/** A share to a fixed number of decimals, such as `93.2%`. @param {number} value @param {number} [decimals] */
export const percent = (value, decimals = 1) =>
  write(locale(), value, { style: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** A calendar year. @param {number} value */
export const year = (value) => write(locale(), value, { useGrouping: false });

const dates = new Map();

/** A date in words, such as `3 November 2026`. A phone takes a long while to make what writes it. @param {Date} value */
export function date(value) {
  const tag = locale();
  if (!dates.has(tag)) dates.set(tag, new Intl.DateTimeFormat(tag, { dateStyle: 'long' }));
  return dates.get(tag).format(value);
}

/** The functions that Fluent files may call: COUNT, POUNDS, SHARE, PERCENT, YEAR. @param {string} tag */
export function formatFunctions(tag) {
  const read = (argument) => Number(argument.value ?? argument);
  return {
    COUNT: ([value]) => write(tag, whole(read(value)), {}),
    POUNDS: ([value]) => writePounds(tag, read(value)),
    SHARE: ([value]) => write(tag, read(value), { style: 'percent', maximumSignificantDigits: 2 }),
    PERCENT: ([value]) => write(tag, read(value), { style: 'percent', maximumFractionDigits: 1 }),
    YEAR: ([value]) => write(tag, read(value), { useGrouping: false }),
  };
}
