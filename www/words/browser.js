// Puts the English words of the sentence in use at once. Those of the pictures are fetched with the first of them, the words of
// everything else with the first part that needs them, and other languages when asked for.
import { FluentResource } from '@fluent/bundle';
import { directionOf, negotiate, openBundle } from './bundle.js';
import { use } from './words.js';

// The options of a glob are read by the bundler and must stand as they are.
const first = import.meta.glob(['../i18n/en/voice.ftl', '../i18n/en/frame.ftl'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const pictures = import.meta.glob(['../i18n/en/pictures.ftl', '../i18n/en/ranges.ftl'], {
  query: '?raw',
  import: 'default',
});
const later = import.meta.glob(
  [
    '../i18n/en/*.ftl',
    '!../i18n/en/voice.ftl',
    '!../i18n/en/frame.ftl',
    '!../i18n/en/pictures.ftl',
    '!../i18n/en/ranges.ftl',
  ],
  { query: '?raw', import: 'default' },
);
const others = import.meta.glob(['../i18n/*/*.ftl', '!../i18n/en/*.ftl'], { query: '?raw', import: 'default' });
const english = openBundle('en-GB', Object.values(first));

const languageOf = (path) => path.split('/').at(-2);

/** Languages that have words, English first. */
export const languages = ['en', ...new Set(Object.keys(others).map(languageOf))];

/**
 * Speaks the best language there is for what is wanted, and marks the document with it.
 * @param {string[]} wanted such as `['cy', ...navigator.languages]`
 */
export async function speak(wanted) {
  const language = negotiate(wanted, languages);
  use([english]);
  if (language !== 'en') use([await load(language), english]);
  document.documentElement.lang = language === 'en' ? 'en-GB' : language;
  document.documentElement.dir = directionOf(language);
}

async function load(language) {
  const files = Object.entries(others).filter(([path]) => languageOf(path) === language);
  const texts = await Promise.all(files.map(([, open]) => open()));
  return openBundle(language, texts);
}

/** Fetches English words once; if that fails they are fetched again when they are next wanted. */
function course(files) {
  let learnt = null;
  return () => {
    learnt ??= Promise.all(Object.values(files).map((open) => open())).then((texts) => {
      for (const text of texts) english.addResource(new FluentResource(text));
    });
    learnt.catch(() => {
      learnt = null;
    });
    return learnt;
  };
}

/** The words of the pictures, which the first screen waits for. */
export const learnPictures = course(pictures);
const learnRest = course(later);

/** The rest of the English words; every part of the page but the first pictures waits for them before it speaks. */
export const learn = () => Promise.all([learnPictures(), learnRest()]);

use([english]);
