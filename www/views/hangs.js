// What an answer hangs on: words that all its pictures share. The figures are the model's own.
import { figure, message } from './figures.js';

/** Smallest differences that words can carry: half a person, or 500 pounds. */
const LEAST = { gbp: 500, other: 0.5 };

export const isMoney = ({ id }) => id.startsWith('net_gbp.');

/** Whether two amounts are told apart in words. */
export const differs = (about, one, other) => Math.abs(one - other) >= (isMoney(about) ? LEAST.gbp : LEAST.other);

const wayOf = (value) => (value === 0 ? 'none' : value > 0 ? 'gain' : 'loss');

/** A net benefit in words: which way, and how much. @param {{id: string}} about @param {number|null} value */
export function netWords(about, value) {
  if (value === null || value === undefined) return message('change-not-counted');
  const amount = figure(isMoney(about) ? 'pounds' : 'count', Math.abs(value));
  return message(`turns-net-${isMoney(about) ? 'gbp' : about.id}`, { way: wayOf(value), amount });
}

/** A range of net benefits in words. */
export const rangeWords = (about, low, high) =>
  message('turns-range', { low: netWords(about, low), high: netWords(about, high) });

/** An amount that can only be gained, such as what it is worth to know something. */
export const worthWords = (about, value) => netWords(about, Math.max(0, value));

/** Of what, for whom and over which years. */
export const subtitle = ({ about }, place) =>
  message('turns-subtitle', { thing: thingOf(about.id), place, account: about.account.replaceAll('_', '-') });

/** What is asked about. @param {string} id */
export function thingOf(id) {
  const [family, payer] = id.split('.');
  return family === 'net_gbp'
    ? message('turns-thing-gbp', { payer: message(`pic-payer-${payer}`) })
    : message(`pic-noun-${id}`);
}
