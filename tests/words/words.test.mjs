import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { directionOf, negotiate, openBundle } from '../../www/words/bundle.js';
import { count, percent, pounds, share, significant, spoken, year } from '../../www/words/format.js';
import { bind, has, rich, t, use } from '../../www/words/words.js';

const folder = new URL('../../www/i18n/en/', import.meta.url);
const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
const english = openBundle('en-GB', texts);
use([english]);

const gap = '\u00a0';

test('two significant figures, and no part of a person', () => {
  assert.equal(significant(31135), 31000);
  assert.equal(count(31135), '31,000');
  assert.equal(count(16.39), '16');
  assert.equal(count(6.97), '7');
  assert.equal(count(0), '0');
});

test('a change says its direction and never a sign', () => {
  assert.deepEqual(spoken(-16.39), { way: 'fewer', size: 16 });
  assert.deepEqual(spoken(3.13), { way: 'more', size: 3 });
  assert.deepEqual(spoken(-0.2), { way: 'fewer', size: 0 });
  assert.deepEqual(spoken(0), { way: 'same', size: 0 });
});

test('pounds read as people say them, on one line', () => {
  assert.equal(pounds(3094286.97), `£3.1${gap}million`);
  assert.equal(pounds(746049120), `£750${gap}million`);
  assert.equal(pounds(1.24e9), `£1.2${gap}billion`);
  assert.equal(pounds(999999), `£1${gap}million`);
  assert.equal(pounds(122823), '£120,000');
  assert.equal(pounds(-52), '−£52');
});

test('shares and years', () => {
  assert.equal(share(0.15646), '16%');
  assert.equal(share(0.000529), '0.053%');
  assert.equal(percent(0.93197), '93.2%');
  assert.equal(year(2036), '2036');
});

test('a message missing, or missing an argument, is an error and not a blank', () => {
  const broken = openBundle('en-GB', ['greeting = Hello { $name }']);
  use([broken]);
  assert.throws(() => t('no-such-message'), /no-such-message/);
  assert.throws(() => t('greeting'), /name/);
  assert.equal(has('greeting'), true);
  use([english]);
});

test('marks come out as runs, and never in plain text', () => {
  use([openBundle('en-GB', ['sure = a <better>few</better> of <nb>{ $n }</nb>.'])]);
  assert.equal(t('sure', { n: 5 }), 'a few of 5.');
  assert.deepEqual(rich('sure', { n: 5 }), [
    { text: 'a ', mark: null },
    { text: 'few', mark: 'better' },
    { text: ' of ', mark: null },
    { text: '5', mark: 'nb' },
    { text: '.', mark: null },
  ]);
  use([english]);
});

test('ranges do not break over a line', () => assert.equal(bind('40 to 210'), `40${gap}to${gap}210`));

test('a language is found by its base, else English; directions are known', () => {
  assert.equal(negotiate(['cy-GB', 'en'], ['en', 'cy']), 'cy');
  assert.equal(negotiate(['fr'], ['en', 'cy']), 'en');
  assert.equal(directionOf('ar-EG'), 'rtl');
  assert.equal(directionOf('cy'), 'ltr');
});

test('no message is defined twice, in whatever file', () => {
  const ids = texts.flatMap((text) => [...text.matchAll(/^([a-z][\w-]*) *=/gm)].map((hit) => hit[1]));
  assert.deepEqual(ids.filter((id, at) => ids.indexOf(id) !== at), []);
});
