// While a lever moves, pictures and bands follow together where the machine keeps up, and wait where it does not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { rangesOf } from '../../www/app/ranges.js';
import { createRunner } from '../../www/app/runner.js';
import { createStore } from '../../www/app/store.js';

const place = { codes: ['E08000004'], files: [] };

/** An engine whose whole answers take `took` and whose futures answer at once, if they are quick. */
function engineWith({ took = 20, quick = true } = {}) {
  const asked = [];
  let tired = false;
  const futures = {
    get follow() {
      return quick && !tired;
    },
    tire(is) {
      tired = is;
    },
    drop() {},
    quick,
    late: 5,
    async ask(scenario, how, heard) {
      asked.push({ share: JSON.parse(scenario).share, ...how });
      await wait(futures.late);
      const { share } = JSON.parse(scenario);
      const answer = { share, years: [2026] };
      heard({ ranges: { of: share }, draws: 250, whole: false, answer });
      return true;
    },
  };
  const say = (ask) => async ({ share }) => ({ ask, share, years: [2026] });
  return { took, asked, futures, setPlace: async () => ({}), run: say('run'), glimpse: say('glimpse') };
}

async function dragged(engine) {
  const store = createStore({ place, scenario: { share: 0 } });
  createRunner(engine, store);
  await wait(20);
  store.set({ scenario: { share: 1 } }, { label: 'move', path: 'share', undoable: true, moving: true });
  await wait(40);
  return store;
}

test('a whole answer and the ranges of the same plan come together', async () => {
  const engine = engineWith();
  const { state } = await dragged(engine);
  assert.deepEqual([state.moving, state.answer.share, state.moved], [true, 1, null]);
  assert.equal(rangesOf(state).ranges.of, 1);
  assert.equal(engine.asked.length, 1);
  assert.ok(engine.asked[0].moving && engine.asked[0].outcomes.includes('emergency_admissions'));
});

test('on a machine that cannot keep up only the sentence follows', async () => {
  const engine = engineWith({ quick: false });
  const { state } = await dragged(engine);
  assert.deepEqual([state.answer.share, state.moved.share], [0, 1]);
  assert.equal(engine.asked.length, 0);
});

test('what is too slow twice in a row is left in peace until the lever rests', async () => {
  const engine = engineWith();
  engine.futures.late = 420;
  const store = await dragged(engine);
  const move = (share, moving) =>
    store.set({ scenario: { share } }, { label: 'move', path: 'share', undoable: true, moving });
  move(2, true);
  await wait(440);
  assert.equal(store.state.answer.share, 1);
  await wait(460);
  assert.equal(store.state.answer.share, 2);
  for (const share of [3, 4]) {
    move(share, true);
    await wait(60);
  }
  assert.equal(engine.asked.length, 2);
  move(5, false);
  await wait(20);
  move(6, true);
  await wait(20);
  assert.equal(engine.asked.filter(({ moving }) => moving).length, 3);
});

test('one that is slow once, as the first of a visit is, does not end the others', async () => {
  const engine = engineWith();
  engine.futures.late = 420;
  const store = await dragged(engine);
  const move = (share) =>
    store.set({ scenario: { share } }, { label: 'move', path: 'share', undoable: true, moving: true });
  engine.futures.late = 20;
  move(2);
  await wait(600);
  for (const share of [3, 4, 5]) {
    move(share);
    await wait(200);
  }
  const followed = engine.asked.filter(({ moving }) => moving).map(({ share }) => share);
  assert.deepEqual([...new Set(followed)], [1, 2, 3, 4, 5]);
  assert.equal(store.state.answer.share, 5);
});

test('the quickest machine is kept company too, and where the lever stops is answered with its ranges', async () => {
  const engine = engineWith({ took: 5 });
  engine.futures.late = 60;
  const store = await dragged(engine);
  store.set({ scenario: { share: 2 } }, { label: 'move', path: 'share', undoable: true, moving: true });
  await wait(400);
  const { state } = store;
  assert.deepEqual([state.moving, state.answer.share, rangesOf(state).ranges.of], [true, 2, 2]);
});

test('what the newest position was refused for stays said', async () => {
  const engine = engineWith();
  engine.futures.late = 60;
  const { glimpse } = engine;
  engine.glimpse = async (scenario) => {
    if (scenario.share > 5) throw Object.assign(new Error('no'), { faults: [{ path: 'shift', value: '6', reason: 'too much' }] });
    return glimpse(scenario);
  };
  const store = await dragged(engine);
  store.set({ scenario: { share: 6 } }, { label: 'move', path: 'share', undoable: true, moving: true });
  await wait(100);
  assert.deepEqual(store.state.faults.map(({ reason }) => reason), ['too much']);
});

test('what was asked in one place is not shown in another', async () => {
  const engine = engineWith();
  engine.futures.late = 60;
  const store = await dragged(engine);
  store.set({ place: { codes: ['E09000027'], files: [] } }, { label: 'place', undoable: true, moving: true });
  await wait(80);
  assert.notEqual(store.state.answered?.place, place);
});

test('while a whole answer is under way no other is asked for', async () => {
  const engine = engineWith();
  engine.futures.late = 100;
  const store = await dragged(engine);
  for (let share = 2; share < 8; share += 1) {
    store.set({ scenario: { share } }, { label: 'move', path: 'share', undoable: true, moving: true });
    await wait(5);
  }
  assert.equal(engine.asked.length, 1);
  assert.equal(store.state.moved.share, 7);
});
