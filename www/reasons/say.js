/** Messages to words: an `{id, args}` of the pure parts through Fluent; changes and names of outcomes. */
import { about } from '../views/outcomes.js';
import { t } from '../words/words.js';
import { change } from './amounts.js';

/** A true minus before a figure, as in tables. */
export const minus = (text) => text.replaceAll(/(^|[\s£])-(?=[\d£])/g, '$1\u2212');

/** @param {{id: string, args?: object}|null} message */
export function say(message) {
  return message ? minus(t(message.id, message.args)) : '';
}

/** What an outcome is called in the middle of a sentence. */
export function noun(outcome) {
  return say(about(outcome).noun);
}

/** A change of an outcome in words: "about 15 fewer". */
export function sayChange(outcome, value, unit) {
  return say(change(value, unit, unit === 'gbp' ? undefined : about(outcome).least));
}

/** The year whose prices a figure is told in, or that nobody stated it. */
export function prices(year) {
  return t('source-prices-of', { year: year.replaceAll(' ', '-') });
}
