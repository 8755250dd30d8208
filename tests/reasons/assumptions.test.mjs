// The assumptions explorer: what is found, how a typed value is judged, and what it does to the scenario.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byUse, changeOf, changes, find, judge, row, side, strangers } from '../../www/reasons/assumptions.js';
import { address, outcomesMovedBy, range, sourceView } from '../../www/reasons/source.js';
import { minus } from '../../www/reasons/say.js';

const price = {
  id: 'a.unit_cost',
  label: 'Cost of a café visit',
  kind: 'money',
  unit: 'gbp_per_person',
  value: 250,
  range: { low: 150, high: 500, level: 0.95, status: 'assumed' },
  status: 'assumed',
  group: 'unit_cost',
};
const reach = {
  id: 'a.reach',
  label: 'Reach',
  kind: 'share',
  unit: 'share',
  value: 0.09,
  range: { low: 0.03, high: 0.12 },
  status: 'derived',
  group: 'reach',
};
const fixed = { ...price, id: 'b.effect', label: 'Effect', range: { fixed: 'none is given' }, status: 'sourced', group: '' };
const all = [price, reach, fixed];
const ids = (filter, own) => find(all, filter, own).map((figure) => figure.id);

test('every word must be found, in any order, with or without accents', () => {
  assert.deepEqual(ids({ search: 'CAFE cost' }), ['a.unit_cost']);
  assert.deepEqual(ids({ search: 'cafe nothing' }), []);
  assert.deepEqual(ids({ search: ' ' }), ['a.unit_cost', 'a.reach', 'b.effect']);
});

test('filters by status, topic and own values combine', () => {
  assert.deepEqual(ids({ how: 'assumed' }), ['a.unit_cost']);
  assert.deepEqual(ids({ topic: 'effect' }), ['b.effect']);
  assert.deepEqual(ids({ own: true }, { 'a.reach': 0.1 }), ['a.reach']);
});

test('what most results of the plan use stands first, the rest in the order of the pack', () => {
  const explanation = { outcomes: { deaths: { parameters: ['a.reach', 'b.effect'] }, qalys: { parameters: ['b.effect'] } } };
  const order = (given) => byUse(all, given).map((figure) => figure.id);
  assert.deepEqual(order(explanation), ['b.effect', 'a.reach', 'a.unit_cost']);
  assert.deepEqual(order(null), ['a.unit_cost', 'a.reach', 'b.effect']);
});

test('a figure below zero has a true minus, and one can be typed', () => {
  assert.equal(minus('-0.14% each year'), '\u22120.14% each year');
  assert.equal(minus('2013-14, 18-74'), '2013-14, 18-74');
  const growth = { ...price, kind: 'growth', unit: 'growth_per_year', value: 0.01, range: { low: -0.02, high: 0.02 } };
  assert.deepEqual(judge(growth, '\u22121'), { value: -0.01, verdict: 'within' });
});

test('a changed figure keeps its place in the list', () => {
  assert.deepEqual(ids({}, { 'b.effect': 1 }), ['a.unit_cost', 'a.reach', 'b.effect']);
});

test('a value beyond our range is taken and marked; one that cannot be is not taken', () => {
  assert.deepEqual(judge(price, '300'), { value: 300, verdict: 'within' });
  assert.deepEqual(judge(price, '£1,900'), { value: 1900, verdict: 'beyond' });
  assert.deepEqual(judge(price, '-1'), { value: null, verdict: 'impossible' });
  assert.deepEqual(judge(price, 'lots'), { value: null, verdict: 'not-a-number' });
  assert.deepEqual(judge(fixed, '3'), { value: 3, verdict: 'no-range' });
});

test('shares are typed out of 100, and the ends of a range are inside it', () => {
  assert.deepEqual(judge(reach, '12'), { value: 0.12, verdict: 'within' });
  assert.deepEqual(judge(reach, '101'), { value: null, verdict: 'impossible' });
});

test('an empty box and our own value both mean ours: the key goes', () => {
  assert.equal(judge(price, '  ').verdict, 'ours');
  assert.equal(judge(price, '250').verdict, 'ours');
  assert.equal(changeOf(price, 250).value, undefined);
  assert.equal(changeOf(price, null).value, undefined);
  assert.deepEqual(changeOf(price, 300).keys, ['assumptions', 'a.unit_cost']);
});

test('our own side of rival evidence takes the key out', () => {
  const rival = { id: 'cash', label: 'Cash', default: 'none', options: [] };
  assert.equal(side(rival, 'none').value, undefined);
  assert.deepEqual(side(rival, 'all').keys, ['switches', 'cash']);
});

test('values for figures that are not in the list are named, not lost', () => {
  assert.deepEqual(strangers(all, { 'a.reach': 0.1, 'old.name': 3 }), ['old.name']);
  assert.equal(changes({ assumptions: { x: 1 }, switches: { y: 'z' } }).length, 2);
  assert.deepEqual(changes({}), []);
});

test('a row says what the figure changes in this plan', () => {
  const explanation = { outcomes: { deaths: { parameters: ['a.reach'] }, qalys: { parameters: [] } } };
  assert.deepEqual(row(reach, { 'a.reach': 0.5 }, explanation).changes, ['deaths']);
  assert.equal(row(reach, { 'a.reach': 0.5 }, explanation).verdict, 'beyond');
  assert.deepEqual(outcomesMovedBy('a.reach', null), []);
});

test('a figure without a range says why, and is never given one', () => {
  assert.deepEqual(range(fixed), { none: 'none is given' });
  assert.equal(range(reach).low.args.value, 3);
});

test('only web addresses become links', () => {
  assert.equal(address({ doi: '10.1/x' }), 'https://doi.org/10.1/x');
  assert.equal(address({ url: 'javascript:alert(1)' }), '');
  assert.equal(address({ url: 'https://example.org/a' }), 'https://example.org/a');
});

test('a figure that is only shown says so', () => {
  assert.equal(sourceView({ ...price, used: false }).used, false);
  assert.equal(sourceView({ ...price, role: 'shown' }).used, false);
  assert.equal(sourceView(price).used, true);
});
