// What an answer hangs on, in pictures: the real model's findings about the default plan, and the rare forms by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv } from '../../www/views/csv.js';
import { netWords } from '../../www/views/hangs.js';
import { mattersView } from '../../www/views/matters.js';
import { survivesView } from '../../www/views/survives.js';
import { turningView } from '../../www/views/turning.js';
import { contributionsView } from '../../www/views/contributions.js';
import { headline } from '../../www/reasons/turns.js';
import { document, OLDHAM, say, words } from './support.mjs';

const args = ['--draws', '60', '--rival-draws', '2', '--contribution-draws', '2'];
const found = document(['sensitivity', ...args], 'default', OLDHAM);
const about = { id: 'qalys', account: 'set_in_motion' };
const views = () => [survivesView, turningView, mattersView, contributionsView].map((see) => see(found, 'Oldham'));

test('every view can be said, and its title has up to 10 words', () => {
  for (const view of views()) {
    assert.ok(words(say(view.message)) <= 10, say(view.message));
    for (const line of [view.subtitle, view.summary, ...view.notes].filter(Boolean)) assert.ok(say(line).length > 0);
    assert.equal(csv(view, say).trim().split('\r\n').length, view.rows.length + 1, view.name);
  }
});

test('rows stand from the hardest on the plan to the kindest, between worst and best', () => {
  const { list } = survivesView(found, 'Oldham');
  const values = list.map(({ central }) => central).filter((value) => value !== null);
  assert.deepEqual(values, [...values].sort((one, other) => one - other));
  assert.deepEqual([list[0].kind, list.at(-1).kind], ['least-favourable', 'most-favourable']);
  assert.equal(list.filter(({ kind }) => kind === 'now').length, 1);
});

test('each side and both combinations have the share of model runs beside the middle answer, of a number that is said', () => {
  const view = survivesView({ ...found, side_draws: 100 }, 'Oldham');
  assert.match(say(view.notes.at(-1)), /100 model runs for each side, and from 60 for the plan as you have it now/);
  assert.match(say(survivesView(found, 'Oldham').notes.at(-1)), /many model runs/);
  const sides = view.list.filter(({ central }) => central !== null);
  assert.ok(['least-favourable', 'side', 'now', 'most-favourable'].every((kind) => sides.some((row) => row.kind === kind)));
  for (const row of sides) {
    assert.match(say(row.runs).replaceAll('\u00a0', ' '), /^In 9 of 10 model runs from .+ to .+\. Better in (under 1|over 9|\d) in 10\.$/, row.label);
  }
  const rows = view.rows.filter(({ central, low }) => central !== null && low !== null);
  for (const row of rows) assert.ok(row.share >= 0 && row.share <= 1 && row.low <= row.high, row.side);
});

test('a row is marked as turning it exactly where the engine says the sign is another', () => {
  const { list } = survivesView(found, 'Oldham');
  for (const row of list) assert.equal(/turns$/.test(row.form), row.same_sign === false, row.label);
  assert.ok(list.some(({ form }) => /turns$/.test(form)));
});

test('sides that make no difference are counted, not drawn; the table has every one', () => {
  const view = survivesView(found, 'Oldham');
  const tried = found.rivals.rows.filter(({ taken }) => !taken).length;
  assert.equal(view.list.filter(({ kind }) => kind === 'side').length + view.still, tried);
  assert.equal(view.rows.length, found.rivals.rows.length + 3);
});

test('figures within their range are told from those beyond it, with ours beside where it turns', () => {
  const view = turningView(found, 'Oldham');
  assert.equal(view.within.length, found.thresholds.within);
  assert.equal(view.within.length + view.beyond.length, found.thresholds.rows.length);
  const [first] = [...view.within, ...view.beyond];
  assert.match(say(first.believe), /^You would have to believe that “.+” is .+ and not .+$/);
});

test('figures are said in as few digits as tell them apart, and no unit is an id, in words or in the table', () => {
  const view = turningView(found, 'Oldham');
  assert.ok(view.rows.length > 0);
  for (const row of view.rows) {
    for (const key of ['flips_at', 'value', 'low', 'high']) {
      const said = say(row[key]);
      assert.doesNotMatch(said, /[a-z]_[a-z]/, said);
      const digits = said.match(/\d[\d,]*(\.\d+)?/)[0].replace(/[,.]/g, '').replace(/^0+|0+$/g, '');
      assert.ok(digits.length <= 4, `${row.label}: ${said}`);
    }
    assert.notEqual(say(row.flips_at), say(row.value), row.label);
  }
  assert.equal(view.columns.some(({ key }) => key === 'unit'), false);
});

test('the headline counts the sides and names the nearest figure', () => {
  const lines = headline(found).map(say);
  const [sides, ends] = lines;
  const figure = lines.at(-1);
  const { least_favourable: against, most_favourable: favour } = found.rivals;
  for (const { central } of [against, favour]) assert.ok(ends.includes(say(netWords(found.about, central))), ends);
  assert.match(lines[2].replaceAll('\u00a0', ' '), /hardest single side.*With every dispute against it: (under 1|over 9|\d) in 10/);
  const without = (row) => ({ ...row, futures: null });
  const bare = { ...found.rivals, rows: found.rivals.rows.map(without) };
  assert.equal(headline({ ...found, rivals: bare }).length, lines.length - 1);
  assert.match(sides, new RegExp(`${found.rivals.same} of the ${found.rivals.of} other sides`));
  assert.ok(figure.includes(found.thresholds.rows[0].label));
  const none = { ...found, thresholds: { rows: [], within: 0, asked: 3 }, sign: 'gain' };
  assert.match(headline(none).map(say).join(' '), /more good than harm.*No figure turns it alone\.$/);
});

test('every figure worth knowing has the grade of its evidence as the engine gives it, drawn, in the table and in the file', () => {
  const view = mattersView(found, 'Oldham');
  const grades = found.matters.figures.map(({ grade }) => grade);
  assert.ok(new Set(grades).size > 1, 'grades that differ');
  for (const grade of grades) assert.match(grade, /^[A-D]$/);
  assert.deepEqual(view.list.map(({ grade }) => grade), grades.slice(0, view.list.length));
  assert.deepEqual(view.rows.map(({ grade }) => grade), grades);
  assert.equal(say(view.columns.at(-1).label), 'Strength');
  const [, ...lines] = csv(view, say).trim().split('\r\n');
  assert.deepEqual(lines.map((line) => line.split(',').at(-1)), grades);
});

test('what cannot be told from chance is not given a worth', () => {
  const view = mattersView(found, 'Oldham');
  for (const [i, row] of view.list.entries())
    assert.equal(/too little/.test(say(row.worth)), !found.matters.figures[i].evppi.clear);
  const before = mattersView({ ...found, matters: { ...found.matters, futures: null } }, 'Oldham');
  assert.equal(before.summary, null);
  assert.equal(before.columns.some(({ key }) => key === 'worth'), false);
});

test('net benefits: direction is a word; nothing, less than one and not counted are told apart', () => {
  assert.equal(say(netWords(about, 12.4)), '12 healthy years gained');
  assert.equal(say(netWords(about, -0.2)), 'fewer than 1 healthy years lost');
  assert.equal(say(netWords(about, 0)), 'no change');
  assert.equal(say(netWords(about, null)), 'not counted');
  assert.equal(say(netWords({ id: 'net_gbp.nhs_hospital' }, -1_234_567)), '£1.2\u00a0million worse off');
  for (const id of found.about.choices) assert.ok(say(netWords({ id }, 5)).length > 0, id);
});

test('a plan without any other side to try, and one where nothing moves, have their forms', () => {
  const empty = { ...found, rivals: { ...found.rivals, rows: [], of: 0, same: 0, most_favourable: null, least_favourable: null } };
  assert.match(say(survivesView(empty, 'Oldham').message), /No side/);
  assert.match(say(turningView({ ...found, thresholds: { rows: [], within: 0, asked: 4 } }, 'Oldham').message), /No single figure/);
  const still = { ...found, matters: { figures: [], still: 4, futures: null } };
  assert.match(say(mattersView(still, 'Oldham').message), /No figure/);
});
