// The rules of the pictures: forms, bounds, beads, files.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { grow } from '../../www/views/bounds.js';
import { csv } from '../../www/views/csv.js';
import { fanView } from '../../www/views/fan.js';
import { FIGURES, mapView } from '../../www/views/map.js';
import { peopleView } from '../../www/views/people.js';
import { shape } from '../../www/views/shape.js';
import { onlyJust, tenths } from '../../www/views/tenths.js';
import { say, words } from './support.mjs';

const fewer = { better: 'down', least: 0.5 };

test('each shape of a change has its form', () => {
  const forms = {
    nothing: [0, 0, 0],
    too_small: [0, 0.4, -0.4],
    gain: [0, -1, -2],
    loss: [0.1, 1, 2],
    loss_then_gain: [1, 0, -1],
    gain_then_loss: [-1, 0, 1],
    mixed: [1, -1, 1],
  };
  for (const [form, values] of Object.entries(forms)) assert.equal(shape(values, fewer), form);
  assert.equal(shape([0, 1, 2], { better: 'up', least: 0.5 }), 'gain');
});

/** A made-up answer of a made-up place. */
function made(difference, { later = 0, parts = {}, baseline = 100, residents = 1000 } = {}) {
  const years = difference.map((_, i) => 2026 + i);
  const flat = (value) => years.map(() => value);
  const outcome = (values, more) => ({
    unit: 'deaths', part_of: null, baseline: flat(baseline), scenario: values.map((value) => baseline + value), difference: values,
    by_horizon: { undiscounted: 0 }, set_in_motion: { undiscounted: later }, unknown: null, ...more,
  });
  return {
    years, place: { code: 'X', name: 'Northmoor' }, topdown: {},
    outcomes: {
      stays: outcome(difference), life_years: { baseline: flat(residents) },
      ...Object.fromEntries(Object.entries(parts).map(([id, values]) => [id, outcome(values, { part_of: 'stays', baseline: null })])),
    },
  };
}

test('a gain that later turns into a loss is not titled a gain', () => {
  assert.equal(fanView(made([0, -2]), { outcome: 'stays' }).form, 'gain');
  assert.equal(fanView(made([0, -2], { later: 9 }), { outcome: 'stays' }).form, 'gain_now');
});

test('a range says its direction in words, and both directions when it holds zero', () => {
  const shares = { above_zero: [0, 0.2], below_zero: [0, 0.8] };
  const bands = (low, high) => ({ low90: [low, low], low50: [low, low], high50: [high, high], high90: [high, high], ...shares });
  const ranges = (low, high) => ({ draws: 250, levels: {}, outcomes: { deaths: { difference: bands(low, high) } } });
  const given = (low, high) => {
    const answer = made([0, -20]);
    answer.outcomes.deaths = answer.outcomes.stays;
    return say(fanView(answer, { outcome: 'deaths', ranges: ranges(low, high) }).summary);
  };
  assert.match(given(-30, -10), /about 20 fewer\. In 9 of 10 model runs: between 10 and 30 fewer,/);
  assert.match(given(-30, 10), /about 20 fewer\. In 9 of 10 model runs: between 30 fewer and 10 more,/);
  assert.match(given(-20.2, -19.8), /In 9 of 10 model runs: 20 fewer,/);
  assert.match(given(-30, -0.2), /between 0 and 30 fewer/);
  assert.match(given(0, 0), /model runs: no change/);
});

test('people: 100 from one in 100, 1,000 below, and words alone below one in 1,000', () => {
  const of = (change) => peopleView(made([change]), { outcome: 'stays' });
  assert.deepEqual([of(-20).marks.of, of(-20).form], [100, 'gain']);
  assert.deepEqual([of(-3).marks.of, of(-3).marks.helped], [1000, 3]);
  assert.deepEqual([of(-0.3).marks.of, of(-0.3).form], [100, 'too_small']);
  assert.deepEqual([of(0).marks.of, of(0).form], [100, 'nothing']);
  assert.equal(of(30).marks.harmed, 3);
});

test('people: parts that pull both ways are both drawn, and nobody is lost', () => {
  const { marks, form } = peopleView(made([0], { parts: { stays_a: [-30], stays_b: [20] } }), { outcome: 'stays' });
  assert.equal(form, 'mixed');
  assert.deepEqual([marks.before, marks.helped, marks.harmed, marks.after], [10, 3, 2, 9]);
});

test('an axis only grows, holds zero inside, and is not filled by a speck', () => {
  const first = grow(null, [-28, 0], 0.5);
  assert.ok(first.low <= -28 && first.high > 0);
  assert.equal(grow(first, [-3, 0], 0.5), first);
  const wider = grow(first, [-90, 40], 0.5);
  assert.ok(wider.low <= -90 && wider.high >= 40);
  const speck = grow(null, [-0.01, 0.01], 0.5);
  assert.ok(speck.high >= 0.5 && speck.low <= -0.5);
});

test('ten beads always, never ten of one kind, and near-ties are ties', () => {
  for (let percent = 0; percent <= 100; percent += 1) {
    const { better, worse, verdict } = tenths(percent / 100);
    assert.equal(better + worse, 10);
    assert.ok(better >= 1 && worse >= 1);
    assert.equal(verdict === 'tie', percent >= 45 && percent <= 55, `${percent}%`);
  }
  assert.deepEqual(tenths(0.97), { better: 9, worse: 1, verdict: 'better', beyond: true });
  assert.throws(() => tenths(1.2), RangeError);
  assert.throws(() => tenths(Number.NaN), RangeError);
  assert.ok(onlyJust(9, 100, 91));
  assert.ok(!onlyJust(11, 100, 89));
  assert.ok(!onlyJust(0, 0, 0));
});

test('a file quotes what needs it, and disarms what a spreadsheet would run', () => {
  const columns = [{ key: 'a', label: { id: 'pic-col-what' } }, { key: 'b', label: { id: 'pic-col-year' }, places: 2 }];
  const view = { columns, rows: [{ a: '=1+1', b: -0.001 }, { a: 'x, "y"', b: null }, { a: '-5', b: -5 }, { a: '-2+3', b: 1 }] };
  assert.equal(csv(view, say), 'What,Year\r\n\'=1+1,0.00\r\n"x, ""y""",not counted\r\n-5,-5.00\r\n\'-2+3,1.00\r\n');
});

test('a map puts every place on a step, and an unknown figure on none', () => {
  const places = Array.from({ length: 8 }, (_, i) => ({ code: `E${i}`, name: `P${i}`, region: 'R', imd_2025_rank: i ? i : null }));
  const view = mapView(places, { figure: 'imd_2025_rank' });
  assert.equal(view.rows[0].step, 'none');
  assert.equal(view.rows[1].step, 'even4');
  assert.ok(view.rows.slice(1).every((row) => view.key.some((step) => step.step === row.step)));
  for (const figure of FIGURES) assert.ok(words(say(mapView(places, { figure }).message)) <= 16);
});

test('a plan on the map: the better way is blue whichever sign it has', () => {
  const results = new Map([
    ['A', { residents: 1000, outcomes: { qalys: { set_in_motion: { undiscounted: 5 } }, bed_days: { set_in_motion: { undiscounted: 5 } } } }],
  ]);
  const step = (figure) => mapView([{ code: 'A', name: 'A', region: 'R' }], { figure, results }).rows[0].step;
  assert.equal(step('qalys'), 'better2');
  assert.equal(step('bed_days'), 'worse2');
});

test('no forbidden word is in the words of the pictures', () => {
  const text = readFileSync(new URL('../../www/i18n/en/pictures.ftl', import.meta.url), 'utf8');
  const said = text.split('\n').filter((line) => !line.startsWith('#')).map((line) => line.replace(/^[\w-]+ = /, '').replaceAll(/\$\w+|\[\w+\]/g, ''));
  for (const line of said) assert.doesNotMatch(line, /\b(QALYs?|baseline|BAU|PIF|efficien\w*|saves?|up to|business as usual)\b/i);
});
