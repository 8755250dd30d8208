// One finished page for each place, for browsers without script: the sentence, two pictures and two tables of the default
// scenario, made by the same model, the same views and the same words as the page that moves.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rows as indexRows } from '../../www/engine/index-rows.js';
import { builtOf } from '../../www/views/first-screen.js';
import { openBundle } from '../../www/words/bundle.js';
import { use } from '../../www/words/words.js';
import { at } from '../lib/project.mjs';
import { loadWasm, VECTORS } from '../lib/wasm.mjs';
import { EVIDENCE } from './data.mjs';
import { englishTexts } from './fluent.mjs';
import { firstAnswer, firstFigures, listPage, placePage } from './place-page.mjs';
import { stamp } from './stamp.mjs';

const bytes = (file) => new Uint8Array(readFileSync(file));

/** The model on the same files as the page. */
async function openModel() {
  const { Model } = await loadWasm(VECTORS);
  return new Model(bytes(join(EVIDENCE, 'evidence.json')), bytes(at('data', 'definitions.json')));
}

/** The default scenario's answer in a place. */
function answerIn(model, code, scenario) {
  const place = model.place([bytes(at('data', 'places', `${code}.json`))]);
  try {
    return place.run(scenario);
  } finally {
    place.free();
  }
}

/** The style sheet of these pages: the page's colours, and what little they need on top. */
function style() {
  return ['tokens.css', 'static.css'].map((name) => readFileSync(at('www', 'styles', name), 'utf8')).join('\n');
}

/** Puts the example's answer into the main page: as text until there are scripts, as figures until there is the model. */
function writeFirst(out, text, figures) {
  const file = join(out, 'index.html');
  const html = readFileSync(file, 'utf8');
  const end = html.lastIndexOf('</hw-app>');
  if (end < 0) throw new Error('index.html has no <hw-app> to put the first answer into');
  writeFileSync(file, `${html.slice(0, end)}${text}\n    ${figures}\n    ${html.slice(end)}`);
}

/**
 * Writes `places/<code>/index.html` and `first.json` for every place but England, the list `places/index.html`, and the
 * example's answer into the main page.
 * @param {string} out folder of the built page
 * @returns {Promise<number>} how many places
 */
export async function writePlaces(out) {
  use([openBundle('en-GB', englishTexts())]);
  const model = await openModel();
  const scenario = readFileSync(at('presets', 'default.json'), 'utf8');
  const index = indexRows(JSON.parse(readFileSync(at('data', 'index.json'), 'utf8')));
  const places = index.filter(({ kind }) => kind !== 'country');
  const made = { about: model.about(), describe: model.describe() };
  const mark = stamp();
  const firstOf = (answer) => JSON.stringify(builtOf(answer, made, mark));
  const folder = join(out, 'places');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'places.css'), style());
  for (const place of places) {
    mkdirSync(join(folder, place.code), { recursive: true });
    const answer = answerIn(model, place.code, scenario);
    writeFileSync(join(folder, place.code, 'index.html'), placePage(place, answer));
    writeFileSync(join(folder, place.code, 'first.json'), firstOf(answer));
  }
  writeFileSync(join(folder, 'index.html'), listPage(places));
  const example = index.find(({ kind }) => kind === 'country');
  const answer = answerIn(model, example.code, scenario);
  writeFirst(out, firstAnswer(example, answer), firstFigures(example, firstOf(answer)));
  model.free();
  return places.length;
}
