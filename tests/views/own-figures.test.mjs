// A figure of one's own is marked in every file that holds results of the model, and in none where all figures are the model's.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { COMPARE_COLUMNS, compareFileRows } from '../../www/elements/compare-file.js';
import { csvText } from '../../www/reasons/csv.js';
import { fileOf, KINDS } from '../../www/reasons/files.js';
import { pictures } from './elements.mjs';
import { document, OLDHAM, overlay, say } from './support.mjs';

const DRAWS = 20;
const OWN = 'stop_smoking.unit_cost';
const FIGURE = { id: OWN, label: 'Cost', value: 250, unit: 'gbp_per_person', status: 'sourced', range: { low: 150, high: 500 } };

/** The default plan with a value inside the range of a figure, and without. */
const plain = overlay('default');
const scenarios = { own: { ...plain, assumptions: { [OWN]: 300 } }, plain };
const plans = Object.fromEntries(
  Object.entries(scenarios).map(([name, scenario]) => {
    const { ranges, ...answer } = document(['run', '--draws', String(DRAWS)], scenario, OLDHAM);
    return [name, { scenario, answer, ranges, evaluation: document(['plan'], scenario, OLDHAM) }];
  }),
);

/** Files of a plan that hold results of the model; the figures used and the plan itself hold what went in. */
const RESULTS = ['results', 'fifths', 'ledger', 'plan', 'plan-json'];
const INPUTS = ['figures', 'scenario'];

const sourceOf = ({ scenario, answer, ranges, evaluation }) => ({
  engine: { plan: async () => evaluation, assumptions: async () => [FIGURE] },
  ...{ scenario, answer, ranges, describe: { switches: [] } },
  fifths: async () => ranges,
});

/** The text of a file of a plan. */
const made = async (kind, plan) => (await fileOf(kind, sourceOf(plan)))[1];

/** Rows of a file as cells by column; the last column is never quoted here. */
const lastCells = (text) => text.trim().split('\r\n').map((line) => line.split(',').at(-1));

/** @param {string} text of a CSV file whose last column is the mark @param {string} own what stands in it */
function assertMark(text, own, name) {
  const [head, ...cells] = lastCells(text);
  assert.equal(head, 'own_figures', name);
  assert.ok(cells.length > 0, name);
  assert.deepEqual([...new Set(cells)], [own], name);
}

test('every file of a plan either holds results and is marked, or is what went in', () => {
  assert.deepEqual([...RESULTS, ...INPUTS].sort(), [...KINDS].sort());
});

for (const [name, own] of [['own', OWN], ['plain', '']]) {
  test(`each of the 5 files of results of a plan says whose figures it stands on: ${name}`, async () => {
    assert.equal(RESULTS.length, 5);
    for (const kind of RESULTS) {
      const text = await made(kind, plans[name]);
      if (kind === 'plan-json') assert.deepEqual(JSON.parse(text).own_figures, own ? [own] : [], kind);
      else assertMark(text, own, kind);
    }
  });
}

test('what went in shows the figure itself: changed among the figures, set in the plan', async () => {
  assert.match(await made('figures', plans.own), /,300,250,.*,within,/);
  assert.match(await made('figures', plans.plain), /,250,250,/);
  assert.deepEqual(JSON.parse(await made('scenario', plans.own)).assumptions, { [OWN]: 300 });
  assert.doesNotMatch(await made('scenario', plans.plain), new RegExp(OWN));
});

/** The marks of a comparison, by plan. */
function comparedMarks(one, other) {
  const runs = { one: one.ranges, other: other.ranges, less: one.ranges, all: DRAWS };
  const rows = compareFileRows(one.answer, { answer: other.answer, name: 'Other' }, runs);
  const text = csvText(COMPARE_COLUMNS, rows);
  assert.equal(lastCells(text)[0], 'own_figures');
  const marks = (side) => new Set(rows.filter((row) => row[COMPARE_COLUMNS.indexOf('plan')] === side).map((row) => row.at(-1)));
  return ['this', 'other', 'this_less_other'].map((side) => [...marks(side)].join());
}

test('the file of a comparison marks each plan with its own figures, and the difference with those of both', () => {
  const { own, plain: without } = plans;
  const another = { ...without, answer: { ...without.answer, scenario: { ...plain, assumptions: { b: 1 } } } };
  assert.deepEqual(comparedMarks(own, without), [OWN, '', OWN]);
  assert.deepEqual(comparedMarks(without, own), ['', OWN, OWN]);
  assert.deepEqual(comparedMarks(own, own), [OWN, OWN, OWN]);
  assert.deepEqual(comparedMarks(own, another), [OWN, 'b', `${OWN}; b`]);
  assert.deepEqual(comparedMarks(without, without), ['', '', '']);
});

/** What pictures of other questions need beside the answer: what the engine finds of the default plan. */
const asked = ['--draws', '30', '--rival-draws', '2', '--contribution-draws', '2'];
const found = document(['sensitivity', ...asked], plain, OLDHAM);
const programme = { label: 'Stop smoking', gbp_per_year: 2, gbp_per_year_in_scenario: 1, why: 'no_more_room', limits: {}, without_it: null };

/** A picture of an answer, as it stands on the page. */
function pictureOf(Kind, { answer, ranges }, more = {}) {
  return Object.assign(new Kind(), { answer, ranges, found, plan: { programmes: [programme] }, ...more });
}

const kinds = await pictures();

test('each of the 18 pictures has the mark in its file, and none without a figure of one’s own', () => {
  assert.equal(Object.keys(kinds).length, 18);
  for (const [name, Kind] of Object.entries(kinds)) {
    const [head, ...cells] = lastCells(pictureOf(Kind, plans.own).csv());
    assert.equal(head, say({ id: 'pic-col-yours' }), name);
    assert.ok(cells.length > 0, name);
    assert.deepEqual([...new Set(cells)], [OWN], name);
    assert.doesNotMatch(pictureOf(Kind, plans.plain).csv(), new RegExp(`${OWN}|${head}`), name);
  }
});

test('each of the 4 drawings that can be saved has the mark in its words', () => {
  const drawn = Object.values(kinds).filter(({ oneDrawing }) => oneDrawing);
  assert.equal(drawn.length, 4);
  for (const Kind of drawn) {
    assert.match(pictureOf(Kind, plans.own).drawingWords().note, /^With 1 figure of your own/, Kind.name);
    assert.doesNotMatch(pictureOf(Kind, plans.plain).drawingWords().note, /of your own/, Kind.name);
  }
});

test('a picture with another plan in it marks the figures of each', () => {
  const fan = (one, other) => pictureOf(kinds.HwFan, one, { compare: { answer: other.answer, name: 'Other' } });
  const ofOther = fan(plans.plain, plans.own);
  assert.match(ofOther.csv(), new RegExp(`,"Figures of your own, other plan: Other"\r\n(.*,${OWN.replace('.', '\\.')}\r\n)+$`));
  assert.match(ofOther.drawingWords().note, /^The other plan, “Other”, has 1 figure of your own/);
  const ofBoth = fan(plans.own, plans.own);
  assert.match(ofBoth.csv().split('\r\n')[1], new RegExp(`,${OWN},${OWN}$`));
  assert.match(ofBoth.drawingWords().note, /^With 1 figure of your own\. The other plan/);
  assert.doesNotMatch(fan(plans.own, plans.plain).csv(), /other plan: Other.*other plan: Other/);
  assert.doesNotMatch(fan(plans.plain, plans.plain).drawingWords().note, /of your own/);
});

/** Every place in the page's code where a text is handed to the browser as a file. */
function saved() {
  const www = new URL('../../www/', import.meta.url);
  const files = readdirSync(www, { recursive: true }).filter((name) => name.endsWith('.js') && name !== 'charts/save.js');
  const count = (name) => readFileSync(new URL(name, www), 'utf8').match(/\bsaveText\(|createObjectURL\(/g)?.length ?? 0;
  return Object.fromEntries(files.map((name) => [name.replaceAll('\\', '/'), count(name)]).filter(([, n]) => n > 0));
}

test('files are saved in 5 places, all of them known here: what people aim for holds no results', () => {
  assert.deepEqual(saved(), {
    'charts/picture.js': 2,
    'elements/late/hw-compare.js': 1,
    'reasons/hw-downloads.js': 1,
    'reasons/hw-weights.js': 1,
  });
});
