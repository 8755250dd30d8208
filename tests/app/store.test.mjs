import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keysOf, owned, valueAt, withValue } from '../../www/app/overlay.js';
import { withoutFaults } from '../../www/app/runner.js';
import { createStore } from '../../www/app/store.js';

const first = { place: { codes: ['E08000004'] }, scenario: { shift: { share_of_acute: 0.01 } } };
const share = (store) => valueAt(store.state.scenario, 'shift.share_of_acute');

function move(store, value, moving) {
  const scenario = withValue(store.state.scenario, 'shift.share_of_acute', value);
  store.set({ scenario }, { label: 'move', path: 'shift.share_of_acute', undoable: true, moving });
}

test('undo and redo bring everything back, reset too', () => {
  const store = createStore(first);
  move(store, 0.02, false);
  store.set({ place: { codes: ['E06000001'] } }, { label: 'place', undoable: true });
  store.reset('reset');
  assert.equal(share(store), 0.01);
  store.undo();
  assert.equal(share(store), 0.02);
  store.undo();
  assert.deepEqual(store.state.place.codes, ['E08000004']);
  store.undo();
  assert.equal(share(store), 0.01);
  store.redo();
  store.redo();
  assert.deepEqual(store.state.place.codes, ['E06000001']);
  assert.equal(share(store), 0.02);
});

test('one drag of a lever is one step back', () => {
  const store = createStore(first);
  for (const value of [0.011, 0.012, 0.013]) move(store, value, true);
  move(store, 0.014, false);
  assert.equal(store.state.undo.length, 1);
  move(store, 0.02, false);
  assert.equal(store.state.undo.length, 2);
  store.undo();
  assert.equal(share(store), 0.014);
  store.undo();
  assert.equal(share(store), 0.01);
});

test('the answer before a change is kept while a lever moves', () => {
  const store = createStore(first);
  store.set({ answer: 'settled' });
  move(store, 0.02, true);
  store.set({ answer: 'on the way' });
  move(store, 0.03, true);
  assert.equal(store.state.before, 'settled');
});

test('a snapshot never changes under whoever holds it', () => {
  const store = createStore(first);
  const held = store.state;
  move(store, 0.05, false);
  assert.equal(held.scenario.shift.share_of_acute, 0.01);
  assert.throws(() => {
    held.scenario = null;
  }, TypeError);
});

test('with nothing to undo, undo does nothing', () => {
  const store = createStore(first);
  assert.equal(store.undo(), null);
  assert.equal(share(store), 0.01);
});

test('ids of parameters and programmes are one key', () => {
  assert.deepEqual(keysOf('assumptions.acute.cashable_share'), ['assumptions', 'acute.cashable_share']);
  assert.deepEqual(keysOf('shift.ramp_years'), ['shift', 'ramp_years']);
});

test('taking the last value out takes its table out; an empty mix stays a mix', () => {
  assert.deepEqual(withValue({ assumptions: { a: 1 } }, 'assumptions.a', null), {});
  assert.deepEqual(withValue({}, 'programmes', {}), { programmes: {} });
});

test('a preset changed by hand loses name, note and ambition', () => {
  assert.deepEqual(owned({ name: 'x', note: 'y', sources: [], target: {}, funding: 'bridge' }), { funding: 'bridge' });
});

test('what the model refuses of a link is taken out, and nothing else', () => {
  const scenario = { programmes: { ghost: { share: 0.1 }, stop_smoking: { share: 0.5 } }, assumptions: { 'no.such': 5 } };
  const faults = [{ path: 'programmes.ghost' }, { path: 'assumptions.no.such' }];
  assert.deepEqual(withoutFaults(scenario, faults), { programmes: { stop_smoking: { share: 0.5 } } });
  assert.equal(withoutFaults(scenario, [{ path: '' }]), null);
});
