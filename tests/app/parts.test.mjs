// A worker gives rows of futures in parts, one for each baseline. Whoever gathers them keeps every part, once.
import assert from 'node:assert/strict';
import test from 'node:test';
import { createFifths } from '../../www/engine/fifths.js';
import { createLong } from '../../www/engine/long.js';
import { AT_ONCE } from '../../www/engine/stages.js';

/** A worker whose futures stand on two baselines; the first question finds only one of them. */
function worker() {
  const told = [];
  const ask = async (name, _place, ...args) => {
    if (name !== 'futures') {
      told.push([name, ...args]);
      return { of: name };
    }
    const { first, last } = args[1];
    return first === 1 ? [[first, last, 0]] : [0, 1].map((baseline) => [first, last, baseline]);
  };
  return { ask, told };
}

test('ranges by fifth are of every part', async () => {
  const { ask, told } = worker();
  const last = 2 * AT_ONCE;
  await createFifths(() => [], ask)({ a: 1 }, { seed: 9, draws: last });
  const all = [
    [1, AT_ONCE, 0],
    [AT_ONCE + 1, last, 0],
    [AT_ONCE + 1, last, 1],
  ];
  assert.deepEqual(told, [['ranges', all, 9]]);
});

test('a question is told every part', async () => {
  const { ask } = worker();
  const question = await createLong(() => [], ask)('question', {}, {});
  const done = [];
  const how = { seed: 9, draws: 25, keep: {} };
  const parts = await question.futures(
    () => true,
    {},
    how,
    (last) => done.push(last),
  );
  assert.deepEqual(parts, [
    [1, 10, 0],
    [11, 20, 0],
    [11, 20, 1],
    [21, 25, 0],
    [21, 25, 1],
  ]);
  assert.deepEqual(done, [10, 20, 25]);
});
