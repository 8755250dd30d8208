// Shared outcomes: the page's score is the command line's, and what is not counted says so.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { aimFaults, brought, choices, frameworkText, reached, readFramework, score, whole } from '../../www/reasons/framework.js';

// Output of the command line on the day it was made, not truth from outside: did the two sums part ways?
const golden = JSON.parse(readFileSync(fileURLToPath(new URL('framework-oldham.json', import.meta.url))));
const { answer, framework } = golden;
const near = (a, b) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

test('the score and its drivers are those of headwater compare --framework', () => {
  const found = score(framework, answer);
  assert.ok(near(found.score, golden.score), `${found.score}`);
  for (const { aim, change, points } of found.drivers) {
    assert.ok(near(points, golden.points[aim.outcome]), aim.outcome);
    assert.ok(near(change, golden.changes[aim.outcome]), aim.outcome);
  }
});

test('drivers come biggest first, whatever their sign', () => {
  const sizes = score(framework, answer).drivers.map(({ points }) => Math.abs(points));
  assert.deepEqual(sizes, [...sizes].sort((a, b) => b - a));
});

test('an overshot target counts once, and so does one missed by far', () => {
  assert.equal(reached(-10, -2), 1);
  assert.equal(reached(10, -2), -1);
  assert.equal(reached(-1, -2), 0.5);
});

test('what is not counted reaches nothing, keeps its weight, and the share of weight is said', () => {
  const aims = [
    { outcome: 'deaths', target_change: -5, weight: 1, account: 'by_horizon', quintile: 2 },
    { outcome: 'nowhere', target_change: 1, weight: 3 },
  ];
  const found = score({ outcomes: aims }, answer);
  assert.equal(found.share_of_weight_not_counted, 0.75);
  assert.equal(found.drivers.find(({ aim }) => aim.outcome === 'nowhere').change, null);
});

test('a year that is not shown is not counted, rather than taken from another year', () => {
  assert.equal(brought({ outcome: 'deaths', year: 2099 }, answer), null);
});

test('a target of nothing and a weight of nothing are faults, and such aims are left out of the score', () => {
  assert.deepEqual(Object.keys(aimFaults({ target_change: 0, weight: 0 })), ['target_change', 'weight']);
  assert.equal(whole({ outcomes: [{ outcome: 'deaths', target_change: 0, weight: 1 }] }).outcomes.length, 0);
});

test('a file opens to what was saved', () => {
  const { framework: found, faults } = readFramework(frameworkText(framework), Object.keys(answer.outcomes));
  assert.deepEqual(faults, []);
  assert.deepEqual(found, framework);
});

test('every fault of a file is named by field', () => {
  const aim = { outcome: 'x', target_change: 0, weight: -1, year: 2030, account: 'by_horizon', quintile: 9, colour: 1 };
  const { framework: none, faults } = readFramework(JSON.stringify({ outcomes: [aim] }), ['deaths']);
  assert.equal(none, null);
  const fields = ['colour', 'outcome', 'quintile', 'target_change', 'weight', 'year'];
  assert.deepEqual(faults.map(({ path }) => path.split('.').at(-1)).sort(), fields);
  assert.equal(readFramework('{', []).faults[0].reason, 'file-not-json');
  assert.equal(readFramework('{"outcomes":[]}', []).faults[0].path, 'outcomes');
});

test('only whole outcomes that are counted can be chosen', () => {
  const outcomes = { a: { difference: [1] }, b: { difference: [1], part_of: 'a' }, c: { difference: null }, 'people_reached.x': { difference: [1] } };
  assert.deepEqual(choices({ outcomes }), ['a']);
});
