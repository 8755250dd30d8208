// Ranges stand beside the plan they are of, come in stages, and are asked for when a plan rests.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLive } from '../../www/app/live.js';
import { createRanges, rangesOf } from '../../www/app/ranges.js';
import { MOST_SEED, readSeed } from '../../www/app/seed.js';
import { createStore } from '../../www/app/store.js';
import { pace } from '../../www/engine/pace.js';
import { inAll } from '../../www/engine/in-all.js';
import { FIRST, FULL, stagesOf } from '../../www/engine/stages.js';

const place = { codes: ['E1'], files: [] };

/** A page with futures that answer when told to. */
function bench({ quick = false, follow = false } = {}) {
  const asked = [];
  let dropped = 0;
  const futures = {
    quick,
    follow,
    ask: (scenario, how, heard) =>
      new Promise((resolve, reject) => asked.push({ scenario: JSON.parse(scenario), how, heard, resolve, reject })),
    drop: () => {
      dropped += 1;
    },
  };
  const store = createStore({ place, scenario: { n: 0 } });
  const ranges = createRanges({ futures }, store);
  const answer = (moving = false) => {
    const { scenario } = store.state;
    store.set({ answer: { years: [1, 2] }, answered: { place, scenario }, faults: [], moving });
  };
  const move = (n, moving = false) => store.set({ scenario: { n } }, { undoable: true, path: 'x', moving });
  return { asked, store, ranges, answer, move, drops: () => dropped };
}

const found = (draws) => ({ draws });

test('a plan that is answered is asked once, and its ranges stand beside it stage by stage', () => {
  const { asked, store, answer } = bench();
  assert.equal(asked.length, 0);
  answer();
  assert.deepEqual(asked.map(({ scenario, how }) => [scenario, how]), [[{ n: 0 }, { seed: 1, moving: false }]]);
  assert.equal(rangesOf(store.state).doubt, 'working');
  asked[0].heard({ ranges: found(250), draws: 250, whole: false });
  assert.equal(rangesOf(store.state).draws, 250);
  assert.equal(rangesOf(store.state).ranges.of, FULL, 'the years shown alone are not all that will be said');
  asked[0].heard({ ranges: found(1000), draws: 1000, whole: true });
  assert.equal(rangesOf(store.state).ranges.draws, 1000);
  assert.equal(rangesOf(store.state).ranges.of, undefined);
  assert.equal(asked.length, 1);
});

test('a new position drops what is in flight, and old ranges are the outline of the plan before, never its own', () => {
  const { asked, store, answer, move, drops } = bench();
  answer();
  asked[0].heard({ ranges: found(250), draws: 250, whole: true });
  move(1, true);
  assert.ok(drops() >= 1);
  // The pictures still show the answer before: its ranges stay with it.
  assert.equal(rangesOf(store.state).ranges.draws, 250);
  answer(true);
  const shown = rangesOf(store.state);
  assert.deepEqual([shown.ranges, shown.stale.draws, shown.doubt], [null, 250, 'moving']);
  assert.equal(asked.length, 1, 'nothing runs while the lever moves');
  move(2);
  answer();
  assert.deepEqual(asked[1].scenario, { n: 2 });
  asked[1].heard({ ranges: found(250), draws: 250, whole: false });
  assert.equal(rangesOf(store.state).stale, null);
});

test('where ranges follow a lever they are not asked for apart, and what was under way for the plan before is dropped', () => {
  const { asked, answer, move, drops } = bench({ follow: true });
  answer();
  move(1, true);
  answer(true);
  assert.deepEqual([asked.length, drops()], [1, 1]);
  move(1);
  answer();
  assert.deepEqual(asked[1].how, { seed: 1, moving: false });
});

test('a quick machine without a core to spare makes ranges where the lever pauses', () => {
  const { asked, answer, move } = bench({ quick: true });
  answer();
  move(1, true);
  answer(true);
  assert.deepEqual(asked[1].how, { seed: 1, moving: true });
});

test('a plan one comes back to has its ranges at once and is not asked again when they are whole', () => {
  const { asked, store, answer, move } = bench();
  answer();
  asked[0].heard({ ranges: found(FULL), draws: FULL, whole: true });
  move(0);
  answer();
  assert.equal(asked.length, 1);
  assert.equal(rangesOf(store.state).draws, FULL);
});

test('ranges of another place are no outline', () => {
  const { asked, store, answer } = bench();
  answer();
  asked[0].heard({ ranges: found(250), draws: 250, whole: true });
  const other = { codes: ['E2'], files: [] };
  store.set({ place: other, answered: { place: other, scenario: store.state.scenario } });
  assert.deepEqual([rangesOf(store.state).ranges, rangesOf(store.state).stale], [null, null]);
});

test('another seed is another question; a failure is told of its own plan only', async () => {
  const { asked, store, answer, move } = bench();
  answer();
  store.set({ seed: 7 });
  assert.equal(asked[1].how.seed, 7);
  asked[1].reject(new Error('no room'));
  await new Promise(setImmediate);
  assert.equal(rangesOf(store.state).doubt, 'failed');
  assert.ok(store.state.answer, 'the answer stays');
  move(3);
  answer();
  assert.equal(rangesOf(store.state).doubt, 'working');
});

test('trying again asks again', async () => {
  const { asked, store, ranges, answer } = bench();
  answer();
  asked[0].reject(new Error('no room'));
  await new Promise(setImmediate);
  ranges.retry();
  assert.equal(asked.length, 2);
  assert.equal(rangesOf(store.state).doubt, 'working');
});

test('few before many, and while a lever moves the years shown, where they keep up', () => {
  const of = (near) => ({ of: (whole, draws) => (whole || near === null ? null : (near * draws) / FIRST) });
  const drawn = (speed, moving = false) => stagesOf(speed, { moving }).map(({ draws, whole }) => [draws, whole]);
  assert.deepEqual(drawn(of(null)), [[FIRST, true], [FULL, true]]);
  assert.deepEqual(drawn(of(20)), [[FIRST, true], [FULL, true]]);
  assert.deepEqual(drawn(of(null), true), []);
  assert.deepEqual(drawn(of(900), true), []);
  assert.deepEqual(drawn(of(40), true), [[FIRST, false]]);
});

test('what futures take is measured as they run', () => {
  const speed = pace();
  assert.equal(speed.of(true, FIRST), null);
  speed.ran(true, FIRST, 5000);
  speed.ran(true, FIRST, 250);
  assert.equal(speed.of(true, FIRST), 250, 'a quicker measurement counts at once');
  speed.ran(true, FIRST, 750);
  assert.equal(speed.of(true, FIRST), 500, 'a slower one by half');
  assert.equal(speed.of(false, FIRST), null);
});

test('a seed is a whole number that everything counts exactly', () => {
  assert.equal(readSeed(' 1,000 '), 1000);
  assert.equal(readSeed(String(MOST_SEED)), MOST_SEED);
  for (const bad of ['', '-1', '1.5', 'x', '1e3', String(MOST_SEED + 1)]) assert.equal(readSeed(bad), null, bad);
});

test('what is added to the polite region is said once, with what was still to be said', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const heard = [];
  const live = createLive((text) => heard.push(text));
  live.say('Answer.');
  live.add('Ranges.');
  context.mock.timers.tick(1000);
  assert.deepEqual(heard, ['Answer. Ranges.']);
  live.add('More.');
  live.add('');
  context.mock.timers.tick(1000);
  assert.deepEqual(heard, ['Answer. Ranges.', 'More.']);
});

test('a first stage says of how many it is until they are there, and only while they are being made', async () => {
  const { asked, store, answer, move } = bench();
  answer();
  asked[0].heard({ ranges: found(250), draws: 250, whole: true, all: 1000 });
  assert.deepEqual(rangesOf(store.state).ranges, { draws: 250, of: 1000 });
  assert.equal(rangesOf(store.state).ranges, rangesOf(store.state).ranges, 'the same object, so that nothing is drawn twice');
  // Under the finger nothing more comes of this plan: what is there is what there is.
  move(1, true);
  assert.deepEqual(rangesOf(store.state).ranges, { draws: 250 });
  move(2);
  answer();
  asked[1].heard({ ranges: found(250), draws: 250, whole: true, all: 1000 });
  asked[1].heard({ ranges: found(1000), draws: 1000, whole: true, all: 1000 });
  assert.deepEqual(rangesOf(store.state).ranges, { draws: 1000 });
});

test('runs that fail after the first stage are promised no more', async () => {
  const { asked, store, answer } = bench();
  answer();
  asked[0].heard({ ranges: found(250), draws: 250, whole: true, all: 1000 });
  asked[0].reject(new Error('no room'));
  await new Promise(setImmediate);
  assert.deepEqual([rangesOf(store.state).ranges, rangesOf(store.state).doubt], [{ draws: 250 }, 'failed']);
});

test('a thousand runs are promised only by a machine that will make them', () => {
  const stages = stagesOf(pace(), { moving: false });
  const first = { draws: FIRST, whole: true };
  const speed = (each) => ({ of: (_, draws) => each * draws });
  assert.equal(inAll(stages, speed(4), first), FULL);
  assert.equal(inAll(stages, speed(400), first), FIRST);
  assert.equal(inAll(stages, speed(4), { draws: FULL, whole: true }), FULL);
  assert.equal(inAll([{ draws: FIRST, whole: false }], speed(4), { draws: FIRST, whole: false }), FIRST);
});
