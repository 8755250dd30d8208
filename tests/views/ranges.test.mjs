// Ranges: what the model runs say is in words, table, file and drawing alike, and nowhere more sure than they are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fanMarks } from '../../www/charts/marks/fan.js';
import { boxOf } from '../../www/charts/marks/ledger.js';
import { rangeBarMarks } from '../../www/charts/marks/range-bar.js';
import { columnMarks } from '../../www/charts/marks/when.js';
import { COLUMNS, fifthRows, ledgerRows, resultRows } from '../../www/reasons/tables.js';
import { bedsView } from '../../www/views/beds.js';
import { breakEvenView, everShare } from '../../www/views/breakeven.js';
import { csv } from '../../www/views/csv.js';
import { fairnessView } from '../../www/views/fairness.js';
import { fanView } from '../../www/views/fan.js';
import { kindsView } from '../../www/views/kinds.js';
import { ledgerLines } from '../../www/views/ledger-table.js';
import { ledgerView } from '../../www/views/ledger.js';
import { linesOf, partedOf, peopleOf } from '../../www/views/outcomes.js';
import { partsView } from '../../www/views/parts.js';
import { peopleView } from '../../www/views/people.js';
import { BANDS, bandsOf, turned, wide } from '../../www/views/ranges.js';
import { rivalsView, verdictWords } from '../../www/views/rivals.js';
import { whenView } from '../../www/views/when.js';
import { wholeView } from '../../www/views/whole.js';
import { wireView } from '../../www/views/wire.js';
import { soFar } from '../../www/views/so-far.js';
import { marked } from '../../www/views/yours.js';
import { answerSentences, indexOfYear, rangeText, spokenRanges } from '../../www/words/answer.js';
import { chanceOf, rangeOf } from '../../www/words/range.js';
import { t } from '../../www/words/words.js';
import { ranged, say, words } from './support.mjs';

const DRAWS = 40;
const { answer: given, ranges } = ranged('default', DRAWS);

/** The same runs without the end of life, as the first stage has them. */
const near = ranged('default', DRAWS, { whole: false }).ranges;

const VIEWS = {
  beds: bedsView, breakeven: breakEvenView, fairness: fairnessView, kinds: kindsView, ledger: ledgerView, rivals: rivalsView,
  when: whenView, wire: wireView,
};

/** Every picture with some ranges. */
function views(of) {
  const each = (view, ids) => ids.map((outcome) => view(given, { outcome, ranges: of }));
  return [
    ...Object.values(VIEWS).map((view) => view(given, { ranges: of })),
    ...each(fanView, linesOf(given)),
    ...each(peopleView, peopleOf(given)),
    ...each(partsView, partedOf(given)),
  ];
}

const numbers = (view, key) => view.rows.map((row) => row[key]).filter((value) => typeof value === 'number');

test('every picture that runs speak of has both bands in its table, in order, and says so in words', () => {
  for (const view of views(ranges)) {
    const keys = view.columns.map(({ key }) => key);
    if (view.form === 'not_counted' || ['wire', 'breakeven'].includes(view.name)) continue;
    const prefix = view.name === 'when' ? 'health' : '';
    for (const band of BANDS) assert.ok(keys.includes(`${prefix}${band}`), `${view.name} lacks ${band}`);
    for (const row of view.rows) {
      const ends = BANDS.map((band) => row[`${prefix}${band}`]);
      if (ends.some((end) => typeof end !== 'number')) continue;
      assert.deepEqual(ends, [...ends].sort((a, b) => a - b), `${view.name}: ${ends}`);
    }
    assert.equal(view.notes.at(-1).id, 'pic-ranges-are', view.name);
  }
});

test('without runs every picture says why it has no range, and its table has none', () => {
  for (const doubt of ['working', 'moving', 'failed', 'off']) {
    for (const [name, view] of Object.entries(VIEWS)) {
      const shown = view(given, { doubt });
      assert.equal(shown.notes.at(-1).id, 'pic-no-ranges', name);
      assert.ok(say(shown.notes.at(-1)).startsWith('How sure this is'), name);
      assert.ok(!shown.columns.some(({ key }) => BANDS.includes(key)), name);
    }
  }
});

test('runs of the years shown alone are never told as runs to the end of life', () => {
  for (const view of [kindsView, rivalsView, fairnessView, wireView]) {
    const { notes, rows } = view(given, { ranges: near });
    if (view !== kindsView) assert.equal(notes.at(-1).id, 'pic-no-ranges');
    assert.ok(rows.every((row) => typeof row.share !== 'number'));
  }
  assert.equal(kindsView(given, { ranges: near }).kinds.find(({ key }) => key === 'health').range, null);
  assert.equal(everShare(near, 'nhs_hospital'), null);
});

test('the fan: words, readings, table, file and drawing hold the ends of the engine', () => {
  const outcome = 'emergency_admissions';
  const at = indexOfYear(given);
  const view = fanView(given, { outcome, ranges, at });
  const { difference } = ranges.outcomes[outcome];
  for (const band of BANDS) assert.deepEqual(numbers(view, band), Array.from(difference[band]));
  const words_ = rangeText(difference.low90[at], difference.high90[at]);
  assert.ok(say(view.summary).includes(words_), say(view.summary));
  assert.ok(say(view.readings[at]).includes(words_));
  const line = csv(view, say).split('\r\n')[at + 1].split(',');
  assert.deepEqual(line.slice(4, 8).map(Number), BANDS.map((band) => Number(difference[band][at].toFixed(2))));
  assert.equal(Number(line[8]), Number(difference.below_zero[at].toFixed(2)));
  const bounds = { low: -100, high: 10 };
  const marks = fanMarks(view.marks, bounds, 700, 100);
  const y = (value) => marks.zero + ((value - 0) / (bounds.low - 0)) * (marks.floor - marks.zero);
  const wideOne = marks.brackets.find(({ key }) => key === 'nine');
  assert.ok(Math.abs(wideOne.y0 - y(difference.high90.at(-1))) < 1e-6);
  assert.ok(Math.abs(wideOne.y1 - y(difference.low90.at(-1))) < 1e-6);
});

test('the answer, the fan and the people say one range of one year', () => {
  const at = indexOfYear(given);
  const sentence = answerSentences(given, 'Oldham', ranges).map(({ id, args }) => t(id, args)).join(' ');
  const { low90, high90, below_zero: share } = ranges.outcomes.emergency_admissions.difference;
  const range = rangeText(low90[at], high90[at]);
  assert.ok(sentence.includes(`it is ${range}.`), sentence);
  assert.ok(say(fanView(given, { outcome: 'emergency_admissions', ranges, at }).summary).includes(range));
  assert.ok(say(peopleView(given, { outcome: 'emergency_admissions', ranges, at }).range).includes(range));
  const { tenths, edge } = chanceOf(share[at]);
  assert.ok(sentence.includes(edge === 'high' ? 'more than 9\u00a0in\u00a010' : `${tenths}\u00a0in\u00a010`), sentence);
  assert.equal(spokenRanges(given, ranges), `Ranges are ready. In 9 of 10 model runs it is ${range}. ${t('answer-chance', answerSentences(given, 'Oldham', ranges)[2].args)}`);
});

test('without runs the answer has no range and its words do not change', () => {
  const roles = answerSentences(given, 'Oldham').map(({ role }) => role);
  assert.ok(!roles.includes('range') && !roles.includes('within'));
  assert.equal(spokenRanges(given, { outcomes: {}, estimates: {} }), '');
});

test('the share of runs under each estimate is the one of the engine: beads, words, table; and none is called ours', () => {
  const rivals = rivalsView(given, { ranges });
  const wire = wireView(given, { ranges });
  const list = rivals.groups.find(({ key }) => key === 'prices').list;
  assert.equal(list.length, 5);
  for (const each of list) {
    const share = ranges.estimates[each.option].set_in_motion.above_zero;
    assert.equal(each.share, share);
    assert.equal(each.runs.better + each.runs.worse, 10);
    assert.equal(rivals.rows.find((row) => row.option === each.option).share, share);
    assert.equal(wire.runs.find((row) => row.option === each.option).share, share);
    assert.ok(!/\bour/i.test(say(verdictWords(each))));
  }
  const within = answerSentences(given, 'Oldham', ranges).find(({ role }) => role === 'within');
  const shares = list.map((each) => each.share);
  const { tenths, edge } = chanceOf(Math.max(...shares));
  assert.ok(within.args.high.includes(edge === 'no' ? String(tenths) : '9'), within.args.high);
});

test('a verdict that most runs do not share says so', () => {
  assert.match(say(verdictWords({ verdict: 'better', close: false, runs: { verdict: 'worse' } })), /middle run, not in most/);
  assert.match(say(verdictWords({ verdict: 'worse', close: false, runs: { verdict: 'tie' } })), /middle run, not in most/);
  assert.equal(say(verdictWords({ verdict: 'better', close: false, runs: { verdict: 'better' } })), 'Better');
  assert.equal(say(verdictWords({ verdict: 'better', close: true, runs: null })), 'Better, only just');
});

test('twenty futures stand in drawing, words, table and file, and in place of the bands', () => {
  const view = fanView(given, { outcome: 'emergency_admissions', ranges, future: 6 });
  const { paths } = ranges.outcomes.emergency_admissions;
  assert.equal(view.marks.paths.list.length, 20);
  assert.equal(view.marks.bands, null);
  paths.forEach((path, i) => assert.deepEqual(numbers(view, `future${i + 1}`), Array.from(path)));
  assert.match(say(view.future), /^Future 7 of 20\. In 2045:/);
  const marks = fanMarks(view.marks, { low: -100, high: 10 }, 500, 100);
  assert.equal(marks.futures.split('M').length - 1, 20);
  assert.ok(marks.futures.includes(marks.future));
  assert.equal(fanView(given, { outcome: 'life_expectancy_birth.female', ranges, future: 0 }).marks.paths, null);
});

test('every picture but those of pounds asks why of a figure that the answer has', () => {
  const ofPounds = new Set(['breakeven', 'ledger']);
  for (const [name, view] of Object.entries({ ...VIEWS, fan: fanView, whole: wholeView })) {
    const { why } = view(given, { outcome: 'deaths', ranges });
    if (ofPounds.has(name)) assert.equal(why, null, name);
    else assert.ok(why.outcome in given.outcomes && (why.year === null || given.years.includes(why.year)), name);
  }
});

test('bands of the plan before are an outline, never the bands of this one', () => {
  const view = fanView(given, { outcome: 'emergency_admissions', stale: ranges });
  assert.equal(view.marks.bands, null);
  assert.ok(view.marks.before.low90.length > 0);
  assert.ok(!view.columns.some(({ key }) => BANDS.includes(key)));
  assert.equal(fanView(given, { outcome: 'emergency_admissions', stale: ranges, ranges }).marks.before, null);
});

test('each payer’s chance of having its money back only grows with the years, and ends at the chance of ever', () => {
  const { payers, rows, columns } = breakEvenView(given, { ranges });
  assert.ok(payers.length > 0);
  for (const { payer, steps, ever, never } of payers) {
    const shares = [...steps.map((step) => step.share), ever];
    assert.deepEqual(shares, [...shares].sort((a, b) => a - b), payer);
    const { break_even: found } = ranges.payers[payer];
    assert.ok(Math.abs(ever + never + found.nothing_paid - 1) < 1e-9, payer);
  }
  const ofYears = columns.slice(2, 6).map(({ key }) => key);
  assert.deepEqual(ofYears, BANDS);
  for (const { key } of columns.slice(6)) assert.ok(rows.every((row) => typeof row[key] === 'number'), key);
  assert.equal(breakEvenView(given, {}).columns.length, 2);
});

test('the year in which a payer has its money back is told with its range, and that it may be never', () => {
  const word = (year) => (year === 'never' ? 'never' : String(year));
  const forms = new Set();
  for (const plan of ['default', 'ambition-hospital-share', 'new-money']) {
    const { answer: own, ranges: of } = ranged(plan, DRAWS);
    const { payers, rows } = breakEvenView(own, { ranges: of });
    for (const [at, { payer, range }] of payers.entries()) {
      const { quantiles: back } = of.payers[payer].break_even;
      assert.deepEqual(BANDS.map((band) => (typeof rows[at][band] === 'string' ? rows[at][band] : say(rows[at][band]))), BANDS.map((band) => word(back[band])), payer);
      const form = back.low90 === 'never' ? 'none' : back.high90 === 'never' ? 'open' : back.low90 === back.high90 ? 'one' : '';
      const wanted = { open: `from ${back.low90} to never`, one: `in ${back.low90}.`, '': `${back.low90} and ${back.high90}` };
      if (form === 'none') assert.equal(range, null, payer);
      else assert.ok(say(range).includes(wanted[form]), say(range));
      forms.add(form);
    }
  }
  assert.ok(['none', 'open', 'one'].every((form) => forms.has(form)), [...forms].join());
});

test('health and room reach as far in the ledger, the kinds and the year pictures', () => {
  const health = ranges.outcomes.qalys.by_horizon.undiscounted;
  const room = turned(ranges.outcomes.bed_days.by_horizon.undiscounted);
  const [hospital, , , , people] = ledgerView(given, { ranges }).groups;
  assert.deepEqual(BANDS.map((band) => people.ranges.health[band]), BANDS.map((band) => health[band]));
  assert.deepEqual(BANDS.map((band) => hospital.ranges.room[band]), BANDS.map((band) => room[band]));
  const [, , kind] = kindsView(given, { ranges }).kinds;
  assert.deepEqual(BANDS.map((band) => kind.range[band]), BANDS.map((band) => room[band]));
  const [, ofHealth, ofRoom] = whenView(given, { ranges }).accounts;
  assert.equal(ofHealth.insideRange.low90, health.low90);
  assert.equal(ofRoom.insideRange.high90, room.high90);
});

test('every message of a picture with ranges has words, and titles stay short', () => {
  function* messages(value) {
    if (Array.isArray(value)) for (const each of value) yield* messages(each);
    else if (value && typeof value === 'object') {
      if (typeof value.id === 'string' && value.args) yield value;
      for (const each of Object.values(value)) yield* messages(each);
    }
  }
  for (const view of [...views(ranges), ...views(near)]) {
    assert.ok(words(say(view.message)) <= 10, view.name);
    for (const message of messages(view)) say(message);
    for (const row of view.rows) for (const { key } of view.columns) assert.ok(key in row, `${view.name} ${key}`);
  }
});

test('a range is rounded as its figure is, and an end that rounds to nothing is nothing', () => {
  assert.deepEqual(rangeOf(-41.4, -3.2), { form: 'fewer', least: 3, most: 41, fewer: 41, more: 0 });
  assert.deepEqual(rangeOf(-0.3, 12.2), { form: 'more', least: 0, most: 12, fewer: 0, more: 12 });
  assert.equal(rangeOf(-0.3, 0.3).form, 'none');
  assert.equal(rangeOf(-3, 4).form, 'across');
  assert.equal(rangeOf(119.6, 120.4).form, 'one-more');
  const summary = { low90: -0.0004, high90: 0.031 };
  assert.match(say(wide(summary, { kind: 'count', least: 0.005 })), /between 0 and 0\.031 more/);
  assert.match(say(wide({ low90: -2e6, high90: 3e5 }, { kind: 'pounds', least: 500 })), /between £2.million fewer and £300,000 more/);
});

test('a word of chance never stands without its number, and nothing is ever certain', () => {
  const cases = [
    [0, 'very-unlikely', 'low'], [0.04, 'very-unlikely', 'low'], [0.1, 'unlikely', 'no'], [0.3, 'rather-unlikely', 'no'],
    [0.45, 'even', 'no'], [0.5, 'even', 'no'], [0.55, 'even', 'no'], [0.6, 'rather-likely', 'no'], [0.8, 'likely', 'no'],
    [0.951, 'very-likely', 'high'], [1, 'very-likely', 'high'],
  ];
  for (const [share, word, edge] of cases) {
    const found = chanceOf(share);
    assert.deepEqual([found.word, found.edge], [word, edge], String(share));
    assert.ok(found.tenths >= 1 && found.tenths <= 9);
  }
  assert.throws(() => chanceOf(Number.NaN), RangeError);
});

test('the files of results and of who pays carry the ends, the shares, the runs and the seed', () => {
  const at = (name, row) => row[COLUMNS.results.indexOf(name)];
  const rows = resultRows(given, 'not counted', ranges);
  const row = rows.find((each) => at('outcome', each) === 'deaths' && at('group', each) === 'all' && at('period', each) === given.years[7]);
  const { difference } = ranges.outcomes.deaths;
  for (const band of BANDS) assert.equal(at(band, row), difference[band][7]);
  assert.deepEqual([at('share_below_zero', row), at('draws', row), at('seed', row)], [difference.below_zero[7], DRAWS, 1]);
  const total = rows.find((each) => at('outcome', each) === 'qalys' && at('period', each) === 'set_in_motion' && at('group', each) === 'all');
  assert.equal(at('low90', total), ranges.outcomes.qalys.set_in_motion.undiscounted.low90);
  assert.ok(resultRows(given, '').every((each) => at('low90', each) === null && at('draws', each) === null));
  assert.ok(rows.every((each) => each.length === COLUMNS.results.length));
  const ledger = ledgerRows(given, ranges);
  assert.ok(ledger.every((each) => each.length === COLUMNS.ledger.length));
  const known = ranges.ledger.find(({ kind }) => kind === 'capacity');
  const line = ledger.find((each) => each[6] === known.payer && each[7] === known.line && each[9] === given.years[12]);
  assert.equal(line[COLUMNS.ledger.indexOf('high90')], known.gbp.high90[12]);
});

test('figures of one’s own are marked in every picture, its table and its file', () => {
  const own = { ...given, scenario: { ...given.scenario, assumptions: { 'a.b': 1 }, switches: { c: 'd' } } };
  for (const view of Object.values(VIEWS)) {
    const shown = marked(view(own, { ranges }), own);
    assert.equal(say(shown.mark), 'With 2 figures of your own');
    assert.ok(csv(shown, say).split('\r\n').slice(1, -1).every((line) => line.endsWith(',a.b; c')), shown.name);
    assert.equal(marked(view(given, { ranges }), given).mark, undefined);
  }
});

test('drawn ranges stay in their room and in order', () => {
  const range = { low90: -4, low50: -1, high50: 2, high90: 5 };
  const marks = rangeBarMarks(range, 1, { low: -5, high: 5 }, 0, 100);
  assert.ok(marks.wide.x <= marks.close.x && marks.close.x <= marks.middle);
  assert.ok(marks.wide.x >= 0 && marks.wide.x + marks.wide.width <= 100);
  assert.equal(marks.zero, 50);
  assert.deepEqual(boxOf({ low90: -8, high90: -2 }, 10, 100), { from: 20, width: 60 });
  assert.deepEqual(boxOf({ low90: -1, high90: 6 }, 10, 100), { from: 0, width: 60 });
  const { reach } = columnMarks([1, 2], { low: 0, high: 4 }, 100, 80, [{ low90: 0, high90: 3 }, { low90: 2, high90: 2 }]);
  assert.equal(reach.split('V').length - 1, 1);
});

test('bands that are not whole are no bands', () => {
  assert.equal(bandsOf(null, 'deaths'), null);
  assert.equal(bandsOf({ outcomes: {}, levels: {} }, 'deaths'), null);
  const difference = Object.fromEntries([...BANDS, 'above_zero', 'below_zero'].map((band) => [band, [0, Number.NaN]]));
  assert.equal(bandsOf({ outcomes: { deaths: { difference } }, levels: {} }, 'deaths'), null);
});

test('both sides of the people picture reach as far in words as in the table', () => {
  const view = peopleView(given, { outcome: 'deaths', ranges });
  const side = (key) => view.rows.find((row) => row.what.id === `pic-people-row-${key}`);
  for (const [key, id] of [['helped', 'deaths_prevention'], ['harmed', 'deaths_hospital']]) {
    const { low90, high90 } = ranges.outcomes[id].difference;
    const sizes = [low90.at(-1), high90.at(-1)].map(Math.abs).sort((a, b) => a - b);
    assert.deepEqual([side(key).low90, side(key).high90], sizes, key);
    assert.ok(say(view.range).includes(say(wide({ low90: sizes[0], high90: sizes[1] }, { words: 'bare' }))), say(view.range));
  }
});

test('while more runs are to come, note, table, file and what is spoken say of how many; with all there, none does', () => {
  const first = { ...ranges, of: 1000 };
  for (const view of views(first)) {
    const note = view.notes.find(({ id }) => id === 'pic-ranges-are');
    if (!note) continue;
    assert.match(say(note), /so far the first 40 of 1,000 runs/, view.name);
    const text = csv(soFar(view), say).split('\r\n')[0];
    assert.match(text, /\(first 40 of 1,000\)/, view.name);
  }
  for (const view of views(ranges)) assert.doesNotMatch(csv(soFar(view), say), /\(first /, view.name);
  assert.match(spokenRanges(given, first), /^Ranges are ready, so far from the first 40 of 1,000 model runs\. /);
  assert.match(spokenRanges(given, ranges), /^Ranges are ready\. /);
  const at = COLUMNS.results.indexOf('draws_in_all');
  const told = (of) => new Set(resultRows(given, '', of).map((row) => row[at]).filter((value) => value !== null));
  assert.deepEqual([[...told(first)], [...told(ranges)]], [[1000], [DRAWS]]);
});

test('each line of the ledger has a range for every year, for the years together and for what comes after', () => {
  const lines = ledgerLines(given, ranges);
  const money = lines.slice(0, given.ledger.length);
  for (const [i, { periods }] of money.entries()) {
    const line = given.ledger[i];
    const found = ranges.ledger.find(({ payer, line: name }) => payer === line.payer && name === line.line);
    assert.equal(periods.length, given.years.length + 2);
    assert.deepEqual(periods.slice(1, -1).map(({ period }) => period), Array.from(given.years));
    assert.ok(Math.abs(periods[0].amount - line.gbp.reduce((all, gbp) => all + gbp, 0)) < 1e-6);
    assert.equal(periods[0].range.low90, found.by_horizon_gbp.low90);
    assert.equal(periods[7].range.high90, found.gbp.high90[6]);
    assert.equal(periods.at(-1).range.low50, found.after_horizon_gbp.low50);
  }
  // A range of a sum is no sum of ranges: it is narrower, or as wide.
  const width = ({ low90, high90 }) => high90 - low90;
  const programmes = money.find(({ periods }) => width(periods[0].range) > 0);
  const years = programmes.periods.slice(1, -1).reduce((all, { range }) => all + width(range), 0);
  assert.ok(width(programmes.periods[0].range) <= years * (1 + 1e-9));
  // The file has the same.
  const text = csv(ledgerView(given, { ranges }), say).split('\r\n');
  assert.equal(text.length - 2, lines.reduce((all, { periods }) => all + periods.length, 0));
  assert.match(text[0], /^Who,What for,Kind,Unit,Years,Amount,"9 in 10 model runs, from"/);
  // While only the years shown are run nothing is said of what comes after them.
  assert.ok(ledgerLines(given, near).every(({ periods }) => periods.at(-1).range === null));
  assert.ok(ledgerLines(given, null).every(({ periods }) => periods.every(({ range }) => range === null)));
});

test('the file of fifths has a range for each fifth in each year, of the same runs', () => {
  const rows = fifthRows(given, 'not counted', ranges);
  const at = (name, row) => row[COLUMNS.fifths.indexOf(name)];
  const counted = Object.values(given.outcomes).filter(({ by_quintile: fifths }) => fifths);
  assert.equal(rows.length, counted.length * 5 * given.years.length);
  const row = rows.find((each) => at('outcome', each) === 'qalys' && at('group', each) === 1 && at('period', each) === given.years[9]);
  const found = ranges.outcomes.qalys.by_quintile[0];
  assert.deepEqual(BANDS.map((band) => at(band, row)), BANDS.map((band) => found[band][9]));
  assert.deepEqual([at('draws', row), at('share_above_zero', row)], [DRAWS, found.above_zero[9]]);
  assert.ok(fifthRows(given, '', { ...ranges, outcomes: near.outcomes }).every((each) => each.length === COLUMNS.fifths.length));
});
