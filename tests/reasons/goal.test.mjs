// Working backwards: what the form sends, and which control a refusal belongs to.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldOf, faultsByControl, goalOf, typedNumber } from '../../www/reasons/goal.js';
import { createSearch } from '../../www/reasons/search.js';

const aim = { outcome: 'deaths', change: 'fewer', bound: 'at_least', many: '1,200', when: '2036', fifth: '' };
const form = { aims: [aim], probability: '', budget: '', limits: {} };

test('typed text is a number, nothing, or itself', () => {
  assert.equal(typedNumber(' £1,200.5 '), 1200.5);
  assert.equal(typedNumber('  '), undefined);
  assert.equal(typedNumber('lots'), 'lots');
  assert.equal(typedNumber('0'), 0);
});

test('a goal holds what was asked and nothing else', () => {
  assert.deepEqual(goalOf(form, 3), {
    targets: [{ outcome: 'deaths', change: 'fewer', at_least: 1200, year: 2036 }],
    objectives: ['least_cost', 'most_equal', 'least_change'],
    programmes: {},
  });
});

test('accounts, fifths, the other bound, money, locks and a probability with its seed', () => {
  const second = { ...aim, bound: 'at_most', many: '', when: 'set_in_motion', fifth: '1' };
  const limits = {
    a: { kind: 'free', locked: '5' },
    b: { kind: 'locked', locked: '' },
    c: { kind: 'between', min: '10', max: '' },
    d: { kind: 'as_in_plan' },
  };
  const goal = goalOf({ ...form, aims: [second], probability: '0.8', budget: '2,000,000', limits }, 3);
  // A number that is missing goes as the text it is: the engine refuses it by name.
  assert.deepEqual(goal.targets, [{ outcome: 'deaths', change: 'fewer', at_most: '', account: 'set_in_motion', fifth: 1 }]);
  assert.equal(goal.budget_gbp_per_year, 2_000_000);
  assert.deepEqual(goal.programmes, {
    b: { locked_gbp_per_year: '' },
    c: { min_gbp_per_year: 10 },
    d: { as_in_scenario: true },
  });
  assert.deepEqual([goal.probability, goal.seed], [0.8, 3]);
  // Each takes many model runs there: the others on request.
  assert.deepEqual(goal.objectives, ['least_cost']);
});

test('each refusal belongs to a control; what belongs to none is kept', () => {
  const paths = [
    'goal: targets[1].at_least',
    'goal: targets[0]',
    'goal: budget_gbp_per_year',
    'goal: programmes.stop_smoking.locked_gbp_per_year',
    'goal: probability',
    'shift.share_of_acute',
  ];
  const found = faultsByControl(paths.map((path) => ({ path, value: '', reason: '' })));
  assert.deepEqual(Object.keys(found).sort(), ['', 'aims[0]', 'aims[1]', 'budget', 'limits.stop_smoking', 'probability']);
  assert.equal(found[''][0].path, 'shift.share_of_acute');
});

/** A search that goes on until it is let go. */
const endless = () => ({
  async run(going, onprogress) {
    for (let done = 1; going(); done += 1) {
      onprogress({ done, expected: 10, finished: false });
      await new Promise((resolve) => setImmediate(resolve));
    }
    return false;
  },
  found: async () => ({ reachable: true }),
  close: async () => {},
});

test('a search that is stopped finds nothing, and says nothing later', async () => {
  const states = [];
  const search = createSearch((state) => states.push(state));
  const asked = search.ask({ engine: { long: async () => endless() }, answer: {}, scenario: {}, place: {}, goal: {} });
  await new Promise((resolve) => setTimeout(resolve, 20));
  search.stop();
  await asked;
  assert.equal(search.state.found, null);
  assert.equal(search.state.work, null);
  assert.ok(states.some(({ work }) => work?.done > 0));
});

/** A search that finds this at once, or is refused. */
const at = (found) => ({ run: async () => true, found: async () => found, close: async () => {} });
const asked = (search, long, objective = 'least_cost', more = false) =>
  search.ask({ engine: { long }, answer: {}, scenario: {}, place: {}, goal: { objectives: [objective] } }, more);

test('what was found stays until another search has found something: a stop or a refusal takes nothing away', async () => {
  const search = createSearch(() => {});
  const first = { reachable: true, solutions: [{ objective: 'least_cost' }], runs: 3, tried: ['least_cost'] };
  await asked(search, async () => at(first));
  const about = search.state.at;
  const second = asked(search, async () => endless());
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.deepEqual(search.state.found, first, 'shown while another is looked for');
  assert.notEqual(search.state.asking, null);
  search.stop();
  await second;
  assert.deepEqual([search.state.found, search.state.at, search.state.asking], [first, about, null]);
  await asked(search, async () => {
    throw { faults: [{ path: 'goal: budget_gbp_per_year', value: '-3', reason: 'no' }] };
  });
  assert.deepEqual([search.state.found, search.state.at, search.state.faults.length], [first, about, 1]);
  const nearest = { reachable: true, solutions: [{ objective: 'least_change' }], runs: 4 };
  await asked(search, async () => at(nearest), 'least_change', true);
  assert.equal(search.state.at, about, 'another plan for the same goal');
  assert.deepEqual(search.state.found.solutions.map(({ objective }) => objective), ['least_cost', 'least_change']);
  assert.deepEqual([search.state.found.runs, search.state.found.tried], [7, ['least_cost', 'least_change']]);
  const third = { reachable: false };
  await asked(search, async () => at(third));
  assert.equal(search.state.found.reachable, false);
});

test('every field that can be refused has a name on the form', () => {
  const keys = ['targets[1].at_least', 'targets[0].year', 'budget_gbp_per_year', 'probability', 'seed', 'programmes.x.max_gbp_per_year'];
  for (const key of keys) assert.notEqual(fieldOf(`goal: ${key}`), '', key);
  assert.equal(fieldOf('goal: targets[0]'), '', 'a whole aim is named by its own heading');
});
