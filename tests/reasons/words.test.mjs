// Messages whose ids are put together from the model's own names: each has words. (That every other id has words, and every
// message is asked for, is checked for the whole page by scripts/checks/words.mjs.)
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { LINK_WORDS } from '../../www/reasons/link-words.js';
import { COLUMNS } from '../../www/reasons/tables.js';
import { meaning } from '../../www/reasons/outcomes.js';
import { openBundle } from '../../www/words/bundle.js';
import { has, t, use } from '../../www/words/words.js';

const www = fileURLToPath(new URL('../../www', import.meta.url));
const evidence = JSON.parse(readFileSync(fileURLToPath(new URL('../../pack/evidence.json', import.meta.url))));
const read = (path) => readFileSync(`${www}/${path}`, 'utf8');
const files = readdirSync(`${www}/i18n/en`).map((name) => read(`i18n/en/${name}`));
use([openBundle('en-GB', files)]);

test('every link of the chain, channel, status and strength of the evidence has words', () => {
  const channels = evidence.effect.map((effect) => `channel-${effect.channel}`);
  const statuses = evidence.parameter.map((figure) => `status-${figure.status}`);
  const grades = evidence.parameter.map((figure) => `grade-${figure.quality}`);
  const ids = new Set([...LINK_WORDS, ...channels, ...statuses, ...grades]);
  assert.deepEqual(
    [...ids].filter((id) => !has(id)),
    [],
  );
});

test('every outcome of the pictures says what is counted', () => {
  const outcomes = [...read('i18n/en/pictures.ftl').matchAll(/^pic-noun-([\w-]+) =/gm)].map((match) => match[1]);
  assert.ok(outcomes.length > 30);
  assert.deepEqual(
    outcomes.map((outcome) => meaning(outcome.replaceAll('-', '.'))).filter((id) => !has(id)),
    [],
  );
});

test('a share is said out of 100, a change by a word and not a sign', () => {
  assert.equal(t('amount-share', { value: 7 }), '7 in 100');
  assert.equal(t('change-count', { direction: 'fewer', n: 15.2 }), 'about 15 fewer');
  assert.equal(t('change-gbp', { direction: 'fewer', n: 378881 }), 'about £380,000 less');
});

test('every column of every file has a heading', () => {
  const ids = Object.values(COLUMNS).flat().map((column) => `csv-${column}`);
  assert.deepEqual(
    ids.filter((id) => !has(id)),
    [],
  );
});

test('every fault of a file has words', () => {
  const ids = [...`${read('reasons/scenario-file.js')}${read('reasons/framework.js')}`.matchAll(/'((?:file|weights-fault)-[\w-]+)'/g)].map((match) => match[1]);
  assert.ok(ids.length >= 5);
  assert.deepEqual(
    ids.filter((id) => !has(id)),
    [],
  );
});
