import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { changed } from '../../www/app/complete.js';
import { compareRows } from '../../www/elements/compare-rows.js';
import { decimalsOf, nudge, readTyped, snap } from '../../www/elements/lever-math.js';
import { findPlaces, fold } from '../../www/elements/place-search.js';
import { findProgrammes, givenOut, inOrder, mixOf, programmeView } from '../../www/elements/programme-view.js';
import { openBundle } from '../../www/words/bundle.js';
import { use } from '../../www/words/words.js';

const folder = new URL('../../www/i18n/en/', import.meta.url);
use([openBundle('en-GB', readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8')))]);

const shift = { min: 0, max: 0.05, step: 0.001, unit: 'share' };

test('a lever holds its value on a step and inside its ends', () => {
  assert.equal(snap(0.01234, shift), 0.012);
  assert.equal(snap(9, shift), 0.05);
  assert.equal(nudge(0.029, 1, shift), 0.03);
  assert.equal(nudge(0, -10, shift), 0);
  assert.equal(decimalsOf(0.001, 'share'), 1);
  assert.equal(decimalsOf(1, 'years'), 0);
});

test('typed numbers are read as people type them, and refused with a reason', () => {
  assert.deepEqual(readTyped(' 2.5 % ', shift), { value: 0.025 });
  assert.deepEqual(readTyped('£1,200', { min: 0, max: 5000, unit: 'gbp_per_year' }), { value: 1200 });
  assert.deepEqual(readTyped('−1', shift), { reason: 'too-low' });
  assert.deepEqual(readTyped('5.1', shift), { reason: 'too-high' });
  for (const text of ['', 'two', '1e9', '0x10', '1.2.3']) assert.deepEqual(readTyped(text, shift), { reason: 'not-a-number' });
});

const places = [
  { code: 'E1', name: 'Southend-on-Sea', region: 'East of England' },
  { code: 'E2', name: 'Bournemouth, Christchurch and Poole', region: 'South West' },
  { code: 'E3', name: 'Poole Test', region: 'South West' },
  { code: 'E4', name: 'Herefordshire, County of', region: 'West Midlands' },
];
const found = (typed, chosen) => findPlaces(places, typed, chosen).map(({ code }) => code);

test('a place is found by any word of its name, by its region, and whatever the spelling of "and"', () => {
  assert.deepEqual(found('poole'), ['E3', 'E2']);
  assert.deepEqual(found('christchurch & poole'), ['E2']);
  assert.deepEqual(found('south west'), ['E2', 'E3']);
  assert.deepEqual(found('southend on'), ['E1']);
  assert.deepEqual(found('oole'), []);
  assert.deepEqual(found('poole', ['E3']), ['E2']);
  assert.equal(fold('Tŷ & Môr'), 'ty and mor');
});

const programme = (id, more = {}) => ({
  id,
  label: id,
  order: 1,
  also_called: [],
  texts: { what: 'what it is' },
  grade_outcome: 'B',
  grade_hospital: 'D',
  use: 'core',
  components: [],
  null_results: [],
  ...more,
});

test('a programme is found by the other names people give it', () => {
  const list = [programme('nursing', { also_called: ['Focused Care (Oldham)'] }), programme('smoking')];
  assert.deepEqual(findProgrammes(list, 'focused care').map(({ id }) => id), ['nursing']);
  assert.equal(findProgrammes(list, '').length, 2);
});

test('one\'s own mix starts as the model divided the money, all of it', () => {
  const chain = [
    { programme: 'a', links: [{ link: 'spending', by_horizon: 1 }] },
    { programme: 'b', links: [{ link: 'spending', by_horizon: 2 }] },
    { programme: 'c', links: [{ link: 'people', by_horizon: 9 }] },
  ];
  assert.deepEqual(mixOf(chain), { b: { share: 0.667 }, a: { share: 0.333 } });
  assert.equal(givenOut(mixOf(chain)), 1);
  assert.deepEqual(mixOf([]), {});
});

test('programmes with money come first, then the order of the pack', () => {
  const list = [programme('late', { order: 3 }), programme('early', { order: 1 }), programme('paid', { order: 2 })];
  assert.deepEqual(inOrder(list, null, { paid: { share: 1 } }).map(({ id }) => id), ['paid', 'early', 'late']);
});

test('a null is only called well tested where the evidence on hospital stays is good', () => {
  const none = { use: 'no_hospital_effect_by_default' };
  assert.equal(programmeView(programme('x', none), null).wellTested, false);
  assert.equal(programmeView(programme('x', { ...none, grade_hospital: 'A' }), null).wellTested, true);
  assert.equal(programmeView(programme('x'), null).nothingShown, false);
});

test('what nobody knows about a programme is left out of its card, never shown as 0', () => {
  const figures = { max_reach: { value: 0.1, unit: 'share_per_year', status: 'assumed' } };
  const view = programmeView(programme('x', { components: [{ figures, unit_of_delivery: 'person' }] }), null);
  assert.deepEqual(view.costs, []);
  assert.equal(view.caps[0].today, null);
  assert.equal(view.reached, null);
});

const sliders = [
  { id: 'a', scenario_key: 'reinvest.capture_share', default: 0 },
  { id: 'b', scenario_key: 'reinvest.delay_years', default: 2 },
  { id: 'c', scenario_key: 'assumptions.x.y', default: 0.5 },
];

test('a lever leaves a scenario that can be run', () => {
  assert.deepEqual(changed({}, 'shift.share_of_acute', 0.02, sliders), {
    shift: { share_of_acute: 0.02 },
    programmes: 'evidence_mix',
  });
  assert.deepEqual(changed({}, 'reinvest.capture_share', 0.3, sliders).reinvest, { capture_share: 0.3, delay_years: 2 });
  assert.equal(changed({}, 'shift.start_year', 2030, sliders).shift.share_of_acute, 0);
});

test('pounds and a share of the budget never stand side by side', () => {
  const inPounds = { shift: { gbp_per_year: 5 }, programmes: {} };
  assert.deepEqual(changed(inPounds, 'shift.share_of_acute', 0.01, sliders).shift, { share_of_acute: 0.01 });
});

test('an assumption put back to our value leaves the plan, so that the link stays short', () => {
  assert.deepEqual(changed({ assumptions: { 'x.y': 0.9 } }, 'assumptions.x.y', 0.5, sliders), {});
});

test('a comparison says the least and the most of the estimates, never the sign of one', () => {
  const series = { baseline: [100], difference: [-3] };
  const answer = {
    years: [2026],
    place: { name: 'Northmoor' },
    scenario: {},
    money: { cut: [1], full_shift_gbp_per_year: 1e6, could_not_be_used: [0] },
    topdown: { verdict: 'said', under_rival_prices: [{ better: false, qalys_net: -500 }, { better: true, qalys_net: 40 }] },
    outcomes: { emergency_admissions: series, bed_days: series, deaths_under_75: series, deaths: { baseline: null, difference: null } },
  };
  const text = compareRows(answer, null).map(({ label, cells }) => [label, ...cells].join(' | '));
  assert.ok(text.includes('Healthy years, over whole lives | none | from about 500 lost to about 40 gained, by the published estimates'));
  assert.ok(text.includes('All deaths in 2026 | not counted | not counted'));
});

test('a comparison tells all deaths from the least to the most of the estimates', () => {
  const series = (difference, baseline = [100]) => ({ baseline, difference: [difference] });
  const answer = {
    years: [2026],
    scenario: {},
    place: { name: 'Northmoor' },
    money: { cut: [1], full_shift_gbp_per_year: 1e6, could_not_be_used: [0] },
    topdown: { verdict: 'said', under_rival_prices: [2, 8].map((deaths) => ({ better: false, deaths_hospital: [deaths] })) },
    outcomes: {
      emergency_admissions: series(-3),
      bed_days: series(-3),
      deaths_under_75: series(1),
      deaths: series(2),
      deaths_hospital: series(3, null),
    },
  };
  const row = compareRows(answer, null).find(({ label }) => label === 'All deaths in 2026');
  assert.equal(row.cells[1], 'from about 1 more to about 7 more, by the published estimates');
});
