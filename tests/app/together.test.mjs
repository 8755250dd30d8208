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
  const futures = {
    quick,
    async ask(scenario, how, heard) {
      asked.push({ share: JSON.parse(scenario).share, ...how });
      await wait(5);
      heard({ ranges: { of: JSON.parse(scenario).share }, draws: 250, whole: false });
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
  for (const slow of [{ quick: false }, { took: 400 }]) {
    const engine = engineWith(slow);
    const { state } = await dragged(engine);
    assert.deepEqual([state.answer.share, state.moved.share], [0, 1], JSON.stringify(slow));
    assert.equal(engine.asked.length, 0);
  }
});

test('between two whole answers a lever has room to move', async () => {
  const engine = engineWith();
  const store = await dragged(engine);
  for (let share = 2; share < 8; share += 1) {
    store.set({ scenario: { share } }, { label: 'move', path: 'share', undoable: true, moving: true });
    await wait(5);
  }
  assert.equal(engine.asked.length, 1);
  assert.equal(store.state.moved.share, 7);
});
