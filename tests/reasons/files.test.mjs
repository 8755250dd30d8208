// Files made on the page: CSV that any program reads, the model's own figures in it, scenario files opened with care.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wrap } from '../../www/charts/save-svg.js';
import { csvText, field } from '../../www/reasons/csv.js';
import { LARGEST, readScenarios, scenarioText } from '../../www/reasons/scenario-file.js';
import { COLUMNS, figureRows, fileName, ledgerRows, planRows, resultRows } from '../../www/reasons/tables.js';

const answer = {
  model: '1',
  evidence: '2',
  price_year: '2024-25',
  name: 'Mine',
  place: { code: 'E1+E2', name: 'A, "B"' },
  years: [2026, 2027],
  outcomes: {
    deaths: {
      unit: 'deaths',
      baseline: Float64Array.of(10.5, 11),
      scenario: Float64Array.of(10.5, 10.9),
      difference: Float64Array.of(0, -0.1),
      by_horizon: { undiscounted: -0.1 },
      set_in_motion: { undiscounted: -0.001 },
      by_quintile: [1, 2, 3, 4, 5].map((q) => [0, -0.01 * q]),
      set_in_motion_by_quintile: Float64Array.of(1, 2, 3, 4, 5),
      unknown: '',
    },
    qalys: { unit: 'qalys', baseline: null, scenario: null, difference: null, unknown: 'no route' },
  },
  ledger: [{ payer: 'nhs', line: 'programmes', kind: 'spending', gbp: [0, -5], after_horizon_gbp: -1 }],
};
const at = (columns, row, name) => row[COLUMNS[columns].indexOf(name)];
const rows = resultRows(answer, 'not counted');
const of = (outcome, group, period) =>
  rows.find((row) => at('results', row, 'outcome') === outcome && at('results', row, 'group') === group && at('results', row, 'period') === period);

test('lines end in CR LF and quotes are doubled, as RFC 4180 has it', () => {
  assert.equal(csvText(['a', 'b'], [['x,y', 'say "hi"'], ['two\nlines', 1.5]]), 'a,b\r\n"x,y","say ""hi"""\r\n"two\nlines",1.5\r\n');
});

test('text that a spreadsheet would run is disarmed; negative numbers stay numbers', () => {
  for (const text of ['=1+1', '+1', '-2+3+cmd', '@SUM(A1)', '\tx', '\uFF1D1']) assert.ok(field(text).replace(/^"/, '').startsWith("'"), text);
  assert.equal(field(-2.5), '-2.5');
  assert.equal(field('E08000004'), 'E08000004');
});

test('nothing is an empty cell, never 0, and there is no minus nought', () => {
  assert.deepEqual([null, undefined, Number.NaN, -0, 0].map(field), ['', '', '', '0', '0']);
});

test('the file has no byte-order mark', () => {
  assert.equal(new TextEncoder().encode(csvText(['a'], []))[0], 'a'.charCodeAt(0));
});

test('each result says at which address its reasons are', () => {
  const href = 'https://example.org/p/#w=1&place=E1';
  const found = resultRows(answer, '', null, href);
  assert.ok(found.length > 10);
  for (const row of found) assert.equal(at('results', row, 'why'), `${href}&why=${at('results', row, 'outcome')}`);
  assert.ok(rows.every((row) => at('results', row, 'why') === ''));
});

test('results carry the figures of the answer, unrounded', () => {
  const row = of('deaths', 'all', 2027);
  assert.equal(at('results', row, 'if_nothing_changes'), 11);
  assert.equal(at('results', row, 'with_this_plan'), 10.9);
  assert.equal(at('results', row, 'change'), -0.1);
});

test('both accounts and every fifth have rows', () => {
  assert.equal(at('results', of('deaths', 'all', 'by_horizon'), 'change'), -0.1);
  assert.equal(at('results', of('deaths', 'all', 'set_in_motion'), 'change'), -0.001);
  assert.equal(at('results', of('deaths', 5, 2027), 'change'), -0.05);
  assert.equal(at('results', of('deaths', 1, 'set_in_motion'), 'change'), 1);
});

test('what is not counted says so beside an empty cell', () => {
  const row = of('qalys', 'all', 2027);
  assert.equal(at('results', row, 'change'), null);
  assert.equal(at('results', row, 'note'), 'no route; not counted');
});

test('every row has as many cells as its table has columns', () => {
  const figures = [{ id: 'a', label: 'A', value: 1, unit: 'share', status: 'assumed', range: { low: 0, high: 1 }, source: ['s'] }];
  const rivals = [{ id: 'r', label: 'R', default: 'x', options: [{ id: 'x', label: 'X' }] }];
  const plan = { place: answer.place, scenario: 'Mine', years: [2026], indicators: [{ id: 'i', expected_without_plan: null, expected_change: [1] }] };
  const tables = { results: rows, ledger: ledgerRows(answer), figures: figureRows(figures, rivals, {}), plan: planRows(plan, {}) };
  for (const [name, list] of Object.entries(tables)) {
    assert.ok(list.length > 0, name);
    for (const row of list) assert.equal(row.length, COLUMNS[name].length, name);
  }
});

test('a figure of yours stands beside ours, and says whether it is beyond our range', () => {
  const figures = [{ id: 'a', label: 'A', value: 0.5, unit: 'share', status: 'assumed', range: { low: 0.2, high: 0.6 } }];
  const [row] = figureRows(figures, [], { assumptions: { a: 0.9 } });
  assert.deepEqual(['value_used', 'our_value', 'changed', 'how_we_know'].map((name) => at('figures', row, name)), [0.9, 0.5, 'beyond', 'assumed']);
});

test('every row of results, ledger and evaluation plan names the figures and sides of yours', () => {
  const scenario = { assumptions: { 'a.b': 0.1 }, switches: { belief: 'as_published' } };
  const plan = { place: answer.place, scenario: 'Mine', years: [2026], indicators: [{ id: 'i', expected_change: [1] }] };
  const of = (own) => ({
    results: resultRows({ ...answer, scenario: own }, 'not counted'),
    ledger: ledgerRows({ ...answer, scenario: own }),
    plan: planRows(plan, own),
  });
  const cells = (own) => new Set(Object.entries(of(own)).flatMap(([name, list]) => list.map((row) => at(name, row, 'own_figures'))));
  assert.deepEqual([...cells(scenario)], ['a.b; belief']);
  assert.deepEqual([...cells({})], ['']);
});

test('a scenario file opens to what was saved', () => {
  const scenario = { shift: { share_of_acute: 0.02 }, assumptions: { 'a.b': 0.1 } };
  const { scenarios, faults } = readScenarios(scenarioText(scenario));
  assert.deepEqual(scenarios[0].scenario, scenario);
  assert.deepEqual(faults, []);
});

test('several scenarios of one file are all found by name', () => {
  const text = JSON.stringify({ scenarios: { one: {}, two: { funding: 'cut_first' } } });
  assert.deepEqual(readScenarios(text).scenarios.map((item) => item.name), ['one', 'two']);
});

test('what is no scenario file says why and yields nothing', () => {
  const reason = (text) => readScenarios(text).faults[0].reason;
  assert.equal(reason('{"shift":'), 'file-not-json');
  assert.equal(reason('[1]'), 'file-not-scenario');
  assert.equal(reason('{"scenarios": []}'), 'file-not-scenarios');
  assert.equal(reason('{"scenarios": {}}'), 'file-no-scenario');
  assert.equal(reason(' '.repeat(LARGEST + 1)), 'file-too-large');
  assert.deepEqual(readScenarios('nonsense').scenarios, []);
});

test('a byte-order mark from another program is no fault', () => {
  assert.deepEqual(readScenarios('\uFEFF{}').faults, []);
});

test('file names hold nothing that a system refuses', () => {
  assert.equal(fileName('results', 'E1+E2/../x', 'csv'), 'headwater-results-E1-E2..x.csv');
});

test('words of a saved picture break into lines, none longer than there is room, and none is lost', () => {
  const text = 'A gain in these years, a loss later, in Bournemouth, Christchurch and Poole';
  const lines = wrap(text, 20);
  assert.ok(lines.every((line) => line.length <= 20));
  assert.equal(lines.join(' '), text);
  assert.deepEqual(wrap('Bournemouth', 4), ['Bournemouth']);
});
