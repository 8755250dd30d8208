// Fluent bundles without a browser: text in, words out. words.js holds the ones in use.
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { formatFunctions } from './format.js';

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** @param {string} locale @returns {'ltr' | 'rtl'} */
export function directionOf(locale) {
  return RIGHT_TO_LEFT.has(locale.split('-')[0]) ? 'rtl' : 'ltr';
}

/**
 * One bundle of one language.
 * @param {string} locale a BCP 47 tag, such as `en-GB`
 * @param {string[]} texts the Fluent files
 * @returns {FluentBundle}
 * @throws Error that names the first message defined twice or not understood
 */
export function openBundle(locale, texts) {
  const bundle = new FluentBundle(locale, {
    // Marks that isolate directions are only needed where they can differ.
    useIsolating: directionOf(locale) === 'rtl',
    functions: formatFunctions(locale),
  });
  for (const text of texts) {
    const errors = bundle.addResource(new FluentResource(text));
    if (errors.length > 0) throw errors[0];
  }
  return bundle;
}

/**
 * Picks the language of the page: the first wanted one that is there, by its base language.
 * @param {string[]} wanted in order of preference
 * @param {string[]} available such as `['en', 'cy']`; the first is the fallback
 */
export function negotiate(wanted, available) {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0];
    if (available.includes(base)) return base;
  }
  return available[0];
}
