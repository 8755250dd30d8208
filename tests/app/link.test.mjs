import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readLink, whyLink, writeLink } from '../../www/app/link.js';
import { same } from '../../www/app/overlay.js';

const folder = new URL('../../presets/', import.meta.url);
const presets = Object.fromEntries(
  readdirSync(folder).map((name) => [name.replace('.json', ''), JSON.parse(readFileSync(new URL(name, folder)))]),
);
const oldham = ['E08000004'];
const start = presets.default;
const goesRound = (scenario) => readLink(writeLink({ codes: oldham, scenario }, presets), presets);

test('every preset goes round through a short link, with its ambition', () => {
  for (const [id, scenario] of Object.entries(presets)) {
    const link = writeLink({ codes: oldham, scenario, model: '0.1.0', evidence: '0.1.0' }, presets);
    const back = readLink(`#${link}`, presets);
    assert.deepEqual(back.faults, [], id);
    assert.ok(same(back.scenario, scenario), `${id}: ${link}`);
    assert.deepEqual(back.scenario.target, scenario.target, id);
    assert.ok(link.length < 300, `${id} takes ${link.length} characters`);
  }
});

test('a full plan of one\'s own goes round in under 900 characters', () => {
  const programmes = Object.fromEntries(
    Object.keys(presets['ambition-hospital-share'].programmes).map((id, at) => [id, { share: (10 + at) / 1000 }]),
  );
  programmes.stop_smoking = { gbp_per_year: 250000 };
  const scenario = {
    shift: { gbp_per_year: 5e6, start_year: 2028, ramp_years: 3 },
    funding: 'bridge',
    targeting: 'proportionate',
    programmes,
    reinvest: { capture_share: 0.35, delay_years: 2 },
    bridge: { years: 4, repayment_years: 12, as_new_money: true },
    horizon_years: 15,
    assumptions: { nhs_cost_per_qaly_gbp: 8000, 'acute.cashable_share': 0.3 },
    switches: { hospital_use_route: 'through_diseases' },
  };
  const link = writeLink({ codes: oldham, scenario }, presets);
  assert.ok(link.length < 900, `${link.length} characters`);
  const back = readLink(link, presets);
  assert.deepEqual(back.faults, []);
  assert.ok(same(back.scenario, scenario), link);
});

test('what the default has and a plan has not is said, so that it stays away', () => {
  assert.ok(same(goesRound({ horizon_years: 20 }).scenario, { horizon_years: 20 }));
  const cut = { ...start, programmes: {} };
  assert.ok(same(goesRound(cut).scenario, cut));
});

test('several places are joined with a plus', () => {
  const link = writeLink({ codes: ['E08000025', 'E08000031'], scenario: start }, presets);
  assert.equal(link, 'w=1&place=E08000025+E08000031');
  assert.deepEqual(readLink(link, presets).codes, ['E08000025', 'E08000031']);
});

test('each fault of a hostile link is named with key, value and reason, and the rest is kept', () => {
  const link = readLink(
    '#w=9&place=E08000004+<script>&shift=2&shift=3&ramp=0.5&fund=theft&p.__proto__=5&p.stop_smoking=140' +
      '&nonsense=1&a.x=1e999&lang=<b>&years=%ZZ&preset=nope',
    presets,
  );
  assert.deepEqual(
    link.faults.map(({ key, value, reason }) => [key, value, reason]).sort(),
    [
      ['a.x', '1e999', 'number'],
      ['fund', 'theft', 'words'],
      ['lang', '<b>', 'language'],
      ['nonsense', '1', 'key'],
      ['p.__proto__', '5', 'key'],
      ['p.stop_smoking', '140', 'range'],
      ['place', '<script>', 'code'],
      ['preset', 'nope', 'preset'],
      ['ramp', '0.5', 'whole'],
      ['shift', '3', 'twice'],
      ['w', '9', 'format'],
      ['years', '%ZZ', 'unreadable'],
    ],
  );
  assert.deepEqual(link.codes, oldham);
  assert.equal(link.scenario.shift.share_of_acute, 0.02);
  assert.equal({}.share, undefined);
});

test('a link as long as a novel is refused, not read', () => {
  const link = readLink(`#${'a'.repeat(5000)}`, presets);
  assert.deepEqual(link.faults.map((fault) => fault.reason), ['long']);
  assert.equal(link.scenario, start);
});

test('an empty link is the default plan and no place', () => {
  assert.deepEqual(readLink('', presets), {
    codes: [],
    model: null,
    evidence: null,
    language: null,
    present: false, seed: null, why: null,
    faults: [],
    scenario: start,
  });
});

test('a link can ask for the reasons for a figure, and none is written with it', () => {
  const link = writeLink({ codes: oldham, scenario: presets.default }, presets);
  for (const outcome of ['deaths', 'life_expectancy_birth.female']) {
    const read = readLink(whyLink(`#${link}`, outcome), presets);
    assert.deepEqual([read.why, read.faults, read.scenario], [outcome, [], start]);
  }
  for (const bad of ['', 'Deaths!', '<b>', 'a'.repeat(90), '__proto__']) {
    const { why, faults } = readLink(`why=${encodeURIComponent(bad)}`, presets);
    assert.deepEqual([why, faults.map(({ key, reason }) => [key, reason])], [null, [['why', 'why']]], bad);
  }
});

test('a seed goes round in the link, its own is left out, and what is no whole number is refused', () => {
  const scenario = presets.default;
  const link = writeLink({ codes: [], scenario, seed: 42 }, presets);
  assert.match(link, /seed=42/);
  assert.equal(readLink(link, presets).seed, 42);
  assert.doesNotMatch(writeLink({ codes: [], scenario, seed: 1 }, presets), /seed/);
  assert.equal(readLink('seed=1', presets).seed, null);
  for (const bad of ['1.5', '-3', 'x', '', '99999999999999999', '9007199254740993']) {
    const read = readLink(`seed=${bad}`, presets);
    assert.equal(read.seed, null, bad);
    assert.deepEqual(read.faults.map(({ key, reason }) => [key, reason]), [['seed', 'seed']], bad);
  }
});
