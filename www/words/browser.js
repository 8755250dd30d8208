// Puts the English words in use at once; other languages are fetched when asked for.
import { negotiate, directionOf, openBundle } from './bundle.js';
import { use } from './words.js';

const english = import.meta.glob('../i18n/en/*.ftl', { query: '?raw', import: 'default', eager: true });
const others = import.meta.glob(['../i18n/*/*.ftl', '!../i18n/en/*.ftl'], { query: '?raw', import: 'default' });
const fallback = openBundle('en-GB', Object.values(english));

const languageOf = (path) => path.split('/').at(-2);

/** Languages that have words, English first. */
export const languages = ['en', ...new Set(Object.keys(others).map(languageOf))];

/**
 * Speaks the best language there is for what is wanted, and marks the document with it.
 * @param {string[]} wanted such as `['cy', ...navigator.languages]`
 */
export async function speak(wanted) {
  const language = negotiate(wanted, languages);
  use([fallback]);
  if (language !== 'en') use([await load(language), fallback]);
  document.documentElement.lang = language === 'en' ? 'en-GB' : language;
  document.documentElement.dir = directionOf(language);
}

async function load(language) {
  const files = Object.entries(others).filter(([path]) => languageOf(path) === language);
  const texts = await Promise.all(files.map(([, open]) => open()));
  return openBundle(language, texts);
}

use([fallback]);
