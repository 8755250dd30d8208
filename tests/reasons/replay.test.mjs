// The last change retold: steps follow from the difference of two answers, both sides told, nothing made up.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { retell } from '../../www/reasons/replay.js';

const flow = (values, all) => ({ difference: values, set_in_motion: { undiscounted: all } });
const made = (scale, place = 'E1', years = [2026, 2027]) => ({
  place: { code: place },
  years,
  money: { full_shift_gbp_per_year: 3e6 * scale, cut: [0, 3e6 * scale], could_not_be_used: [0, 0] },
  three_kinds: { cash_released_gbp_by_horizon: 0 },
  outcomes: {
    'people_reached.stop_smoking': flow([0, 1900 * scale], 0),
    'people_reached.falls': flow([0, 10 * scale], 0),
    'new_cases.chd': flow([0, -3 * scale], -9),
    emergency_admissions: flow([0, -28 * scale], 50),
    bed_days: flow([0, -160 * scale], 50),
    deaths_under_75: flow([0, -0.2 * scale], 50),
    qalys_prevention: flow([0, 1], 2600 * scale),
    qalys_cut: flow([0, -9], -3000 * scale),
  },
});
const programmes = [{ id: 'stop_smoking', label: 'Stop-smoking services' }];
const tell = (before, answer) => retell({ before, answer, programmes });
const find = (story, id) => story.steps.find((step) => step.id === id);

test('from money to people to stays, in the order of cause', () => {
  const { steps } = tell(made(0), made(1));
  const ids = steps.map((step) => step.id);
  const order = ['replay-moved', 'replay-people', 'replay-illness', 'replay-emergency_admissions', 'replay-bed_days'];
  assert.deepEqual(
    ids.filter((id) => order.includes(id)),
    order,
  );
});

test('each step says the new answer less the one before', () => {
  const story = tell(made(1), made(1.5));
  assert.equal(find(story, 'replay-moved').args.n, 1.5e6);
  assert.equal(find(story, 'replay-emergency_admissions').args.n, 14);
  assert.equal(find(story, 'replay-emergency_admissions').args.direction, 'fewer');
});

test('the loss is always told beside the gain', () => {
  const story = tell(made(0), made(1));
  assert.ok(find(story, 'replay-qalys_prevention'));
  assert.equal(find(story, 'replay-qalys_cut').args.direction, 'fewer');
  assert.equal(story.steps.at(-1).id, 'replay-end');
});

test('people are named by the programme that changed most', () => {
  const { args } = find(tell(made(0), made(1)), 'replay-people');
  assert.equal(args.programme, 'Stop-smoking services');
  assert.equal(args.n, 1910);
});

test('what is too small to count is not a step', () => {
  assert.equal(find(tell(made(0), made(1)), 'replay-deaths_under_75'), undefined);
});

test('nothing moved tells no story, and another place has none', () => {
  assert.equal(tell(made(1), made(1)).state, 'same');
  assert.equal(tell(made(1), made(1, 'E2')).state, 'other-place');
  assert.equal(tell(null, made(1)).state, 'none');
});

test('runs of different length are compared in the last year both show', () => {
  const story = tell(made(0), made(1, 'E1', [2026, 2027, 2028]));
  assert.equal(story.year, 2027);
});

test('what was not counted before or after is no step', () => {
  const unknown = made(1);
  unknown.outcomes.qalys_prevention = { difference: null, set_in_motion: null };
  assert.equal(find(tell(made(0), unknown), 'replay-qalys_prevention'), undefined);
});

test('no cash is said, not left out', () => {
  assert.ok(find(tell(made(0), made(1)), 'replay-no-cash'));
});
