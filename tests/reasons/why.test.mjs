// "Why this number": what the panel chooses and arranges of the model's explanation.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { change, shown, typed } from '../../www/reasons/amounts.js';
import { chainView, linkWords } from '../../www/reasons/links.js';
import { howWeKnow, tally, weakest } from '../../www/reasons/status.js';
import { catalogueOf, figureOf, restOf, whyView } from '../../www/reasons/why.js';

const answer = {
  years: [2026, 2027],
  outcomes: {
    emergency_admissions: {
      unit: 'admissions',
      baseline: [100, 101],
      difference: [0, -15],
      by_horizon: { undiscounted: -15 },
      set_in_motion: { undiscounted: 4 },
      unknown: 'not known',
    },
    people_in_work: { unit: 'persons', baseline: null, difference: [0, 2] },
    qalys_cut: { unit: 'qalys', part_of: 'qalys', baseline: null, difference: [0, -3] },
  },
};

const explanation = {
  outcomes: {
    emergency_admissions: {
      unit: 'admissions',
      total: { by_horizon: -15, set_in_motion: 4 },
      parameters: ['a.unit_cost', 'a.effect', 'place.population', 'table:use'],
      contributions: [
        { programme: 'a', channel: 'quits', by_horizon: 5, set_in_motion: 20 },
        { programme: 'a', channel: 'emergency_admissions', by_horizon: -18, set_in_motion: -15 },
        { programme: null, channel: 'hospital_cut', by_horizon: 0, set_in_motion: 0 },
        { programme: 'b', channel: 'falls', by_horizon: -4, set_in_motion: -2 },
        { programme: null, channel: 'overlap', by_horizon: 2, set_in_motion: 1 },
      ],
    },
    qalys: { unit: 'qalys', total: null, contributions: null, parameters: [] },
  },
  chain: [
    { programme: 'c', label: 'Programme C', links: [], health_counted: false },
    {
      programme: 'a',
      label: 'Programme A',
      health_counted: true,
      links: [
        { link: 'money', label: 'nhs hospital: room freed, not cash', unit: 'gbp', by_horizon: 9, set_in_motion: 9 },
        { link: 'spending', label: 'Pounds spent', unit: 'gbp', by_horizon: 7, set_in_motion: 7 },
        { link: 'exposure', label: 'Extra people', unit: 'persons', by_horizon: 3, set_in_motion: 3 },
      ],
    },
  ],
};
const figures = [
  { id: 'a.unit_cost', label: 'Price', unit: 'gbp_per_person', status: 'sourced' },
  { id: 'a.effect', label: 'Effect', unit: 'ratio', status: 'assumed' },
];
const catalogue = catalogueOf({ parameters: figures });
const view = (question, account = 'by_horizon') => whyView({ answer, explanation, catalogue, question, account });

test('the figure asked about is that of its year, with the size of the whole beside it', () => {
  const figure = figureOf(answer, { outcome: 'emergency_admissions', year: 2027 });
  assert.equal(figure.value, -15);
  assert.equal(figure.out_of, 101);
  assert.equal(figure.side, 'better');
});

test('a year that is not shown falls back to the last one, and says which', () => {
  assert.equal(figureOf(answer, { outcome: 'emergency_admissions', year: 2099 }).year, 2027);
});

test('an outcome nobody counted before has no "out of", and no outcome has no figure', () => {
  assert.equal(figureOf(answer, { outcome: 'people_in_work', year: 2027 }).out_of, null);
  assert.equal(figureOf(answer, { outcome: 'nonsense' }), null);
});

test('the account set in motion is asked for by name', () => {
  assert.equal(figureOf(answer, { outcome: 'emergency_admissions', figure: 'set_in_motion' }).value, 4);
});

test('reasons are the three biggest parts by size, with their side, and never the overlap', () => {
  const { reasons } = view({ outcome: 'emergency_admissions', year: 2027 });
  assert.deepEqual(
    reasons.map((part) => [part.channel, part.side]),
    [
      ['emergency_admissions', 'better'],
      ['quits', 'worse'],
      ['falls', 'better'],
    ],
  );
});

test('the biggest reasons and all other parts make the total that is named', () => {
  for (const account of ['by_horizon', 'set_in_motion']) {
    const { reasons, rest, total } = view({ outcome: 'emergency_admissions', year: 2027 }, account);
    assert.equal(reasons.reduce((sum, part) => sum + part.value, rest.value), total);
    assert.equal(rest.overlap, true);
  }
  assert.equal(restOf([], [], 'emergency_admissions'), null);
});

test('reasons follow the account', () => {
  assert.equal(view({ outcome: 'emergency_admissions' }, 'set_in_motion').reasons[0].channel, 'quits');
});

test('parts with the overlap add up to the total, and parts that are nothing are left out', () => {
  const { parts, total } = view({ outcome: 'emergency_admissions', year: 2027 });
  assert.equal(
    parts.reduce((sum, part) => sum + part.value, 0),
    total,
  );
  assert.equal(parts.at(-1).overlap, true);
  assert.ok(!parts.some((part) => part.channel === 'hospital_cut'));
});

test('what the model does not count has no parts: null, not an empty list', () => {
  assert.equal(view({ outcome: 'qalys_cut', year: 2027 }).parts, null);
});

test('a part of an outcome is explained by the whole it belongs to', () => {
  assert.equal(view({ outcome: 'qalys_cut', year: 2027 }).outcome, 'qalys');
});

test('figures behind are named, those of the place count as measured, tables without status as nothing', () => {
  const found = view({ outcome: 'emergency_admissions', year: 2027 });
  assert.deepEqual(
    found.figures.map((figure) => figure.status),
    ['sourced', 'assumed', 'published', ''],
  );
  assert.deepEqual(
    found.known.map((row) => row.count),
    [2, 0, 1],
  );
});

test('the chain runs from money to money, programmes behind the figure first', () => {
  const { chains } = view({ outcome: 'emergency_admissions', year: 2027 });
  assert.equal(chains[0].programme, 'a');
  assert.deepEqual(
    chains[0].stops.map((stop) => stop.kind),
    ['spending', 'exposure', 'money'],
  );
});

test('a stop is as sure as the weakest of its own figures', () => {
  const [spending, exposure, money] = chainView(explanation.chain[1], 'by_horizon', figures).stops;
  assert.deepEqual([spending.how, exposure.how, money.how], ['measured', 'assumed', 'worked-out']);
});

test('links are named by their words', () => {
  assert.equal(linkWords('A&E attendances'), 'link-a-e-attendances');
  assert.equal(linkWords('nhs hospital: room freed, not cash'), 'link-nhs-hospital-room-freed-not-cash');
});

test('what nobody re-read, and any unknown status, is drawn as assumed', () => {
  assert.equal(howWeKnow('recalled'), 'assumed');
  assert.equal(howWeKnow('guesswork'), 'assumed');
  assert.equal(weakest([]), null);
  assert.equal(weakest(['sourced', 'derived']), 'worked-out');
  assert.equal(
    tally(['']).reduce((sum, row) => sum + row.count, 0),
    0,
  );
});

test('not counted is never said as no change', () => {
  assert.equal(change(null, 'qalys').id, 'change-not-counted');
  assert.equal(change(0, 'qalys').args.direction, 'none');
  assert.equal(change(-0.2, 'qalys').args.direction, 'tiny');
  assert.equal(change(-400, 'gbp').args.direction, 'tiny');
});

test('shares are shown out of 100 and typed back without noise', () => {
  for (const value of [0.07, 0.29, 0.575, 0.001, 1]) assert.equal(typed(shown(value, 'share'), 'share'), value);
  assert.equal(shown(0.07, 'share'), 7);
  assert.equal(shown(0.07, 'ratio'), 0.07);
});
