import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { createRunner } from '../../www/app/runner.js';
import { createStore } from '../../www/app/store.js';

const place = { codes: ['E08000004'], files: [] };

/** An engine that notes what it is asked; `took` is how long a whole answer takes. */
function engineThatTook(took, { faults = null } = {}) {
  const asked = [];
  const say = (ask) => async (scenario) => {
    asked.push(`${ask} ${scenario.share}`);
    if (faults && scenario.share > 5) throw Object.assign(new Error('no'), { faults });
    return { ask, share: scenario.share };
  };
  return { took, asked, setPlace: async () => ({}), run: say('run'), glimpse: say('glimpse') };
}

async function started(engine) {
  const store = createStore({ place, scenario: { share: 0 } });
  const runner = createRunner(engine, store);
  await wait(1);
  return { store, runner };
}

const move = (store, share, moving) =>
  store.set({ scenario: { share } }, { label: 'move', path: 'share', undoable: true, moving });

test('on a slow machine a moving lever gets the sentence, and the whole answer when it rests', async () => {
  const engine = engineThatTook(40);
  const { store, runner } = await started(engine);
  move(store, 1, true);
  await wait(1);
  assert.deepEqual(store.state.moved, { ask: 'glimpse', share: 1 });
  assert.deepEqual(store.state.answer, { ask: 'run', share: 0 });
  move(store, 2, false);
  await wait(1);
  assert.equal(store.state.moved, null);
  assert.deepEqual(store.state.answer, { ask: 'run', share: 2 });
  assert.deepEqual(engine.asked, ['run 0', 'glimpse 1', 'run 2']);
  runner.stop();
});

test('a lever held still under the finger rests too', async () => {
  const engine = engineThatTook(40);
  const { store, runner } = await started(engine);
  move(store, 1, true);
  await wait(300);
  assert.equal(store.state.moved, null);
  assert.deepEqual(store.state.answer, { ask: 'run', share: 1 });
  assert.deepEqual(engine.asked, ['run 0', 'glimpse 1', 'run 1']);
  runner.stop();
});

test('on a quick machine everything follows the lever', async () => {
  const engine = engineThatTook(5);
  const { store, runner } = await started(engine);
  for (const share of [1, 2, 3]) {
    move(store, share, true);
    await wait(1);
  }
  assert.deepEqual(engine.asked, ['run 0', 'run 1', 'run 2', 'run 3']);
  assert.equal(store.state.moved, null);
  runner.stop();
});

test('what cannot be is said at once, and the last whole answer stays, marked as stale', async () => {
  const engine = engineThatTook(40, { faults: [{ path: 'shift', value: '9', reason: 'no' }] });
  const { store, runner } = await started(engine);
  move(store, 1, true);
  await wait(1);
  move(store, 9, true);
  await wait(1);
  assert.equal(store.state.status, 'stale');
  assert.equal(store.state.faults.length, 1);
  assert.equal(store.state.moved, null);
  assert.deepEqual(store.state.answer, { ask: 'run', share: 0 });
  runner.stop();
});
