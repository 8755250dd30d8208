// Two plans in the same model runs: how often one is ahead is counted over pairs, and sentence, table and file say the same.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { COMPARE_COLUMNS, compareFileRows } from '../../www/elements/compare-file.js';
import { compareRanges, compareSentence } from '../../www/elements/compare-ranges.js';
import { compareRows } from '../../www/elements/compare-rows.js';
import { comparedKey, createPairing } from '../../www/elements/late/pairing.js';
import { createPairs } from '../../www/engine/pairs.js';
import { FIRST, FULL } from '../../www/engine/stages.js';
import { indexOfYear, rangeText } from '../../www/words/answer.js';
import { t } from '../../www/words/words.js';
import { answer, OLDHAM } from './support.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = process.env.HEADWATER ?? `${root}target/release/headwater`;
const DRAWS = 60;

const kept = new Map();

/** What the native program says of two presets in the same futures. */
function pair(one, other) {
  const key = `${one} ${other}`;
  if (!kept.has(key)) {
    const files = [one, other].flatMap((name) => ['--scenario', `presets/${name}.json`]);
    const args = ['compare', '--place', OLDHAM, ...files, '--draws', String(DRAWS), '--format', 'json'];
    const said = JSON.parse(execFileSync(program, args, { cwd: root, maxBuffer: 1e8, encoding: 'utf8' }));
    const [first, second] = said.scenarios.map(({ ranges }) => ranges);
    const less = said.pairs[0].differences;
    kept.set(key, { one: first, other: second, less, draws: DRAWS, all: DRAWS });
  }
  return kept.get(key);
}

test('a plan against another is a difference of pairs: it says more than two bands that lie on each other', () => {
  const [mine, other] = [answer('default'), answer('shift-2')];
  const runs = pair('default', 'shift-2');
  const at = indexOfYear(mine);
  const [a, b, less] = [runs.one, runs.other, runs.less].map(({ outcomes }) => outcomes.emergency_admissions.difference);
  assert.ok(a.low90[at] < b.high90[at], 'the bands overlap');
  assert.ok(less.above_zero[at] > 0.9, `and yet twice the money is ahead in nearly every run: ${less.above_zero[at]}`);
  const found = compareRanges(mine, other, runs);
  assert.ok(found.emergency_admissions.against.includes(rangeText(less.low90[at], less.high90[at])));
  assert.match(found.emergency_admissions.against, /This plan has fewer in (fewer than )?1.in.10.model.runs\./);
  assert.ok(found.emergency_admissions.under[0][0].includes(rangeText(a.low90[at], a.high90[at])));
  assert.ok(found.emergency_admissions.under[1][0].includes(rangeText(b.low90[at], b.high90[at])));
});

test('every row with a range is a row of the table, and all deaths have none', () => {
  const [mine, other] = [answer('default'), answer('best-evidenced')];
  const ids = compareRows(mine, other).map(({ id }) => id);
  const found = compareRanges(mine, other, pair('default', 'best-evidenced'));
  assert.deepEqual(Object.keys(found).filter((id) => !ids.includes(id)), []);
  assert.ok(!('deaths' in found));
  assert.deepEqual(compareRanges(mine, other, null), {});
});

const sentence = (runs, name) => {
  const { id, args } = compareSentence(runs, name);
  return t(id, args).replaceAll('\u00a0', ' ');
};

test('who gains more healthy years is said under the hardest estimate and the kindest', () => {
  const runs = pair('default', 'new-money');
  const shares = Object.values(runs.less.estimates).map(({ set_in_motion: all }) => all.above_zero);
  assert.ok(Math.max(...shares) < 0.05);
  assert.equal(
    sentence(runs, 'New money'),
    'In fewer than 1 in 10 model runs this plan gains more healthy years than “New money”, whichever published estimate is right.',
  );
  const [least, ...others] = Object.keys(runs.less.estimates);
  const split = structuredClone(runs);
  for (const id of [least, ...others]) {
    Object.assign(split.less.estimates[id].set_in_motion, { above_zero: id === least ? 0.2 : 0.7, below_zero: 0.3 });
  }
  assert.match(sentence(split, 'Other'), /in 2 in 10 model runs under .* favours it least\. .* favours it most, in 7 in 10 model runs\.$/);
  assert.match(sentence(pair('default', 'default'), 'The same'), /^Neither this plan nor “The same”/);
  assert.equal(compareSentence(null, 'none'), null);
});

test('plans that begin in different years are not set against each other by year', () => {
  const mine = answer('default');
  const later = { ...mine, scenario: { ...mine.scenario, shift: { ...mine.scenario.shift, start_year: 2029 } } };
  assert.equal(compareRanges(mine, later, pair('default', 'shift-2')).bed_days.against, '–');
});

test('the file has a row for each plan and for one less the other, with runs and seed', () => {
  const [mine, other] = [answer('default'), answer('shift-2')];
  const runs = { ...pair('default', 'shift-2'), all: 1000 };
  const rows = compareFileRows(mine, { answer: other, name: 'Two' }, runs);
  const at = (row, name) => row[COMPARE_COLUMNS.indexOf(name)];
  assert.ok(rows.every((row) => row.length === COMPARE_COLUMNS.length));
  const stays = rows.filter((row) => at(row, 'outcome') === 'emergency_admissions');
  assert.deepEqual(stays.map((row) => at(row, 'plan')), ['this', 'other', 'this_less_other']);
  const { difference } = runs.less.outcomes.emergency_admissions;
  const year = indexOfYear(mine);
  assert.deepEqual([at(stays[2], 'low90'), at(stays[2], 'share_below_zero')], [difference.low90[year], difference.below_zero[year]]);
  assert.deepEqual([at(stays[2], 'change'), at(stays[2], 'draws'), at(stays[2], 'draws_in_all'), at(stays[2], 'seed')], [null, DRAWS, 1000, 1]);
});

const place = { codes: ['E1'], files: [] };
const page = (more) => {
  const scenario = { n: 0 };
  const key = `1 ${JSON.stringify([place.codes, [], scenario])}`;
  const ranges = { key, found: {}, first: {}, draws: 250 };
  const answered = { scenario, place };
  const compare = { scenario: { n: 1 }, answer: {}, place };
  return { scenario, place, answered, compare, moving: false, faults: [], seed: null, ranges, rangesFailed: null, answer: { years: [1] }, ...more };
};

test('both plans are asked once, when both rest and the page has its own ranges, and dropped when one changes', async () => {
  const asked = [];
  let dropped = 0;
  const pairs = { ask: (...args) => new Promise((resolve) => asked.push({ args, resolve })), drop: () => (dropped += 1) };
  const pairing = createPairing(() => {});
  const follow = (state) => void pairing.follow({ pairs }, state);
  follow(page({ ranges: null }));
  follow(page({ moving: true }));
  follow(page({ compare: { ...page().compare, answer: null } }));
  assert.equal(asked.length, 0);
  follow(page());
  follow(page());
  assert.deepEqual(asked.map(({ args }) => args.slice(0, 3)), [[{ n: 0 }, { n: 1 }, 1]]);
  asked[0].args[3]({ draws: 250 });
  assert.deepEqual(pairing.state.found, { draws: 250 });
  follow(page({ moving: true }));
  assert.deepEqual([pairing.state.found, dropped], [null, 1]);
  asked[0].args[3]({ draws: 1000 });
  assert.equal(pairing.state.found, null, 'what comes late is of another comparison');
  assert.notEqual(comparedKey(page()), comparedKey(page({ seed: 7 })));
});

test('what failed is asked again when somebody wants it, and only then', async () => {
  let asked = 0;
  const pairs = {
    ask: async (_one, _other, _seed, heard) => {
      asked += 1;
      heard({ draws: asked });
      if (asked === 1) throw new Error('the worker died');
    },
    drop: () => {},
  };
  const pairing = createPairing(() => {});
  await pairing.follow({ pairs }, page());
  assert.deepEqual([asked, pairing.state.failed, pairing.state.found], [1, true, { draws: 1 }]);
  await pairing.follow({ pairs }, page());
  assert.equal(asked, 1);
  await pairing.again({ pairs }, page());
  assert.deepEqual([asked, pairing.state.failed, pairing.state.found], [2, false, { draws: 2 }]);
});

test('both plans run the same futures: the same seed and the same rows, few before many', async () => {
  const calls = [];
  const ask = async (name, _place, ...args) => {
    calls.push([name, ...args.map((arg) => (Array.isArray(arg) ? [...arg] : arg))]);
    // Rows of two baselines.
    return name === 'futures' ? [{ rows: args[1] }, { rows: args[1] }] : { of: name };
  };
  const heard = [];
  const done = await createPairs(() => [], ask).ask({ a: 1 }, { b: 2 }, 9, (found) => heard.push([found.draws, found.all]));
  assert.ok(done);
  assert.deepEqual(heard, [[FIRST, FULL], [FULL, FULL]]);
  const rows = (scenario) =>
    calls.filter(([name, plan]) => name === 'futures' && plan === JSON.stringify(scenario))
      .map(([, , { seed, first, last }]) => [seed, first, last]);
  assert.deepEqual(rows({ a: 1 }), rows({ b: 2 }));
  assert.deepEqual(rows({ a: 1 }).map(([, first, last]) => [first, last]), [[1, 250], [251, 500], [501, 750], [751, 1000]]);
  const told = calls.filter(([name]) => name === 'ranges').map(([, parts]) => parts.map(({ rows: { first } }) => first));
  const few = [1, 1];
  const all = [1, 1, 251, 251, 501, 501, 751, 751];
  assert.deepEqual(told, [few, few, all, all], 'every part is told of, once');
});
