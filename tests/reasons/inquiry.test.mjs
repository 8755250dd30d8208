// What an answer hangs on: which steps are asked of the engine, what is kept when it is stopped, and what is never mixed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createInquiry, FUTURES, sidesOf } from '../../www/reasons/inquiry.js';

const row = (option, more = {}) => ({ switch: 'price', option, taken: false, central: -1, ...more });
const rivals = {
  rows: [row('low', { taken: true, central: 1 }), row('high'), row('odd', { central: null, impossible: 'no room' })],
  most_favourable: { central: 2, switches: { price: 'low' } },
  least_favourable: null,
};

/** An engine that writes down what it is asked. `kept`: rows the page has run already. */
function engineOf({ kept = null, central = 1 } = {}) {
  const heard = [];
  let learning = false;
  const known = { central, rivals, thresholds: {}, matters: { futures: null }, contributions: null };
  const long = async (kind, scenario, asked) => {
    heard.push([kind, scenario, asked]);
    return {
      async run(going, onprogress) {
        onprogress({ done: 1, of: 2, finished: false });
        await null;
        if (!going()) return false;
        if (learning) known.matters = { futures: { draws: FUTURES.own } };
        onprogress({ done: 2, of: 2, finished: true });
        return true;
      },
      async futures(going, other, how, onprogress) {
        heard.push(['futures', other, how]);
        onprogress(how.draws);
        await null;
        return going() ? [other] : null;
      },
      async tell(what, ...args) {
        heard.push([what, ...args]);
        learning = what === 'learn';
      },
      found: async () => ({ ...known, contributions: asked.contributions ? { draws: asked.contributions } : null }),
      close: async () => heard.push(['close']),
    };
  };
  return { heard, long, futures: { kept: () => kept } };
}

const asked = { about: 'qalys', account: 'set_in_motion' };
const ask = (inquiry, engine, more = {}) =>
  inquiry.ask({ engine, answer: {}, scenario: { shift: 1 }, place: {}, asked, seed: 7, ...more });

test('sides that give an answer are run, and the combinations there are; never the side that is taken', () => {
  assert.deepEqual(sidesOf({ rivals }), [
    { switches: { price: 'high' }, tell: ['takeRival', 1] },
    { switches: { price: 'low' }, tell: ['takeCombination', 0] },
  ]);
});

test('first sides and figures, then futures of the same seed; only what is asked about is kept of them', async () => {
  const states = [];
  const inquiry = createInquiry((state) => states.push(state));
  const engine = engineOf();
  await ask(inquiry, engine);
  assert.deepEqual(engine.heard[0], ['question', { shift: 1 }, { ...asked, rivals: true, figures: true }]);
  assert.deepEqual(engine.heard[1], [
    'futures',
    { shift: 1 },
    { seed: 7, draws: FUTURES.own, keep: { outcomes: ['qalys'], ledger: false, set_in_motion: true } },
  ]);
  assert.equal(engine.heard[2][0], 'learn');
  assert.equal(inquiry.state.found.matters.futures.draws, FUTURES.own);
  assert.equal(inquiry.state.work, null);
  assert.deepEqual(
    states.filter(({ work }) => work).map(({ work }) => work.stage),
    ['sides', 'sides', 'sides', 'sides', 'runs', 'learn', 'learn', 'learn'],
  );
});

test('learning can be stopped between two steps, and then nothing is said of it', async () => {
  const inquiry = createInquiry((state) => {
    if (state.work?.stage === 'learn') inquiry.stop();
  });
  const engine = engineOf({ kept: ['rows'] });
  await ask(inquiry, engine);
  assert.equal(engine.heard[1][0], 'learn');
  assert.equal(inquiry.state.found.matters.futures, null);
  assert.equal(inquiry.state.work, null);
});

test('futures that the page has run already are not run again', async () => {
  const inquiry = createInquiry(() => {});
  const engine = engineOf({ kept: ['rows'] });
  await ask(inquiry, engine);
  assert.deepEqual(engine.heard[1], ['learn', ['rows'], 7]);
});

test('deeper: each side with its switch set and nothing else changed, then the parts', async () => {
  const inquiry = createInquiry(() => {});
  const engine = engineOf({ kept: ['rows'] });
  await ask(inquiry, engine, { scenario: { shift: 1, switches: { other: 'x' } } });
  await inquiry.deepen();
  const futures = engine.heard.filter(([what]) => what === 'futures').map(([, scenario]) => scenario.switches);
  assert.deepEqual(futures, [
    { other: 'x', price: 'high' },
    { other: 'x', price: 'low' },
  ]);
  assert.deepEqual(
    engine.heard.filter(([what]) => what.startsWith('take')).map(([what, row]) => [what, row]),
    [['takeRival', 1], ['takeCombination', 0]],
  );
  assert.deepEqual(inquiry.state.found.contributions, { draws: FUTURES.parts });
  assert.equal(inquiry.state.found.side_draws, FUTURES.side);
  assert.equal(inquiry.state.deep, true);
});

test('stopped: what comes later is dropped, what was found stays', async () => {
  const inquiry = createInquiry(() => {});
  const engine = engineOf({ kept: ['rows'] });
  await ask(inquiry, engine);
  const { found } = inquiry.state;
  const deeper = inquiry.deepen();
  inquiry.stop();
  await deeper;
  assert.equal(inquiry.state.found, found);
  assert.equal(inquiry.state.deep, false);
  assert.equal(engine.heard.some(([what]) => what === 'takeRival'), false);
});

test('a newer question wins over an older one that ends later', async () => {
  const inquiry = createInquiry(() => {});
  const [first, second] = [engineOf({ central: 1 }), engineOf({ central: 2 })];
  await Promise.all([ask(inquiry, first), ask(inquiry, second)]);
  assert.equal(inquiry.state.found.central, 2);
});

test('what is not counted is not asked further', async () => {
  const inquiry = createInquiry(() => {});
  const engine = engineOf({ central: null });
  await ask(inquiry, engine);
  assert.equal(engine.heard.some(([what]) => what === 'futures' || what === 'learn'), false);
});

test('faults of the scenario are kept as they are said', async () => {
  const inquiry = createInquiry(() => {});
  const faults = [{ path: 'shift', value: '9', reason: 'too much' }];
  const long = () => Promise.reject(Object.assign(new Error('x'), { faults }));
  await ask(inquiry, { long, futures: { kept: () => null } });
  assert.deepEqual(inquiry.state.faults, faults);
  assert.equal(inquiry.state.work, null);
});
