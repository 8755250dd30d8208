// Ranges of the parts of a total: asked for, told as the panel counts, left off when something else is asked.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comesApart, createPartRuns, NO_RUNS, rangesByPart } from '../../www/reasons/part-runs.js';

const futures = { low90: 1, low50: 2, middle: 3, high50: 4, high90: 5, mean: 3, above_zero: 1, below_zero: 0 };
const contributions = {
  draws: 50,
  parts: [
    { programme: 'a', channel: 'quits', central: 3, futures },
    { programme: null, channel: 'hospital_cut', central: -3, futures: { ...futures, low90: -9, high90: -7 } },
    { programme: null, channel: 'overlap', central: 0, futures: null },
  ],
};

/** An engine whose question goes on in so many turns. */
function engineOf(turns, { fault = null, late = null, said = [] } = {}) {
  return {
    said,
    async long(kind, scenario, asked) {
      said.push({ kind, scenario, asked });
      if (fault) throw fault;
      return {
        async run(going, onprogress) {
          for (let done = 1; done <= turns; done += 1) {
            await Promise.resolve();
            if (!going()) return false;
            onprogress({ done, of: turns, finished: done === turns });
          }
          return true;
        },
        found: async () => {
          if (late) throw late;
          return { contributions };
        },
        close: async () => said.push('closed'),
      };
    },
  };
}

test('the range of a part is that of the figure itself: what is better counts as less where less is better', () => {
  const admissions = rangesByPart(contributions, 'emergency_admissions');
  const quits = admissions.of({ programme: 'a', channel: 'quits' });
  assert.deepEqual([quits.low90, quits.high90, quits.below_zero], [-5, -1, 1]);
  const cut = admissions.of({ programme: '', channel: 'hospital_cut' });
  assert.deepEqual([cut.low90, cut.high90], [7, 9]);
  const qalys = rangesByPart(contributions, 'qalys').of({ programme: 'a', channel: 'quits' });
  assert.deepEqual([qalys.low90, qalys.high90], [1, 5]);
  for (const part of [{ programme: '', channel: 'overlap' }, { programme: 'b', channel: 'quits' }])
    assert.equal(admissions.of(part), null);
  assert.ok(comesApart('qalys') && !comesApart('people_in_work'));
});

test('one question is asked for one outcome and account, told as it goes on, and closed', async () => {
  const states = [];
  const engine = engineOf(3);
  const what = { outcome: 'bed_days', account: 'set_in_motion', seed: 7 };
  await createPartRuns((state) => states.push(state)).ask(engine, { years: 1 }, what);
  const [{ kind, scenario, asked }, closed] = engine.said;
  assert.deepEqual([kind, scenario, closed], ['question', { years: 1 }, 'closed']);
  assert.deepEqual(asked, { about: 'bed_days', account: 'set_in_motion', contributions: 50, seed: 7 });
  assert.deepEqual(states.map(({ work }) => work?.done).filter((done) => done !== undefined), [0, 1, 2, 3]);
  assert.equal(states.at(-1).found.draws, 50);
});

test('what is forgotten comes no more, and what was wrong is said', async () => {
  let state = NO_RUNS;
  const runs = createPartRuns((now) => {
    state = now;
  });
  const engine = engineOf(5);
  const asked = runs.ask(engine, {}, { outcome: 'qalys', account: 'by_horizon', seed: 1 });
  await Promise.resolve();
  runs.forget();
  await asked;
  assert.equal(state, NO_RUNS);
  assert.equal(engine.said.at(-1), 'closed');
  await runs.ask(engineOf(1, { fault: new Error('gone') }), {}, { outcome: 'qalys', account: 'by_horizon', seed: 1 });
  assert.deepEqual(state, { ...NO_RUNS, fault: 'gone' });
  const broken = engineOf(1, { late: new Error('lost') });
  await runs.ask(broken, {}, { outcome: 'qalys', account: 'by_horizon', seed: 1 });
  assert.deepEqual([state.fault, broken.said.at(-1)], ['lost', 'closed']);
});
