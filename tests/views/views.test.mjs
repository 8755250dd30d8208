// Every picture on real answers: its words exist, its title is short, and table, file, drawing and answer say one
// thing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bedsView } from '../../www/views/beds.js';
import { cell, csv, shown } from '../../www/views/csv.js';
import { fairnessView } from '../../www/views/fairness.js';
import { fanView } from '../../www/views/fan.js';
import { kindsView } from '../../www/views/kinds.js';
import { lineWords } from '../../www/views/ledger-lines.js';
import { ledgerView } from '../../www/views/ledger.js';
import { moneyView } from '../../www/views/money.js';
import { linesOf, partedOf, peopleOf } from '../../www/views/outcomes.js';
import { partsView } from '../../www/views/parts.js';
import { peopleView } from '../../www/views/people.js';
import { plainWords, rivalsView, saidAs } from '../../www/views/rivals.js';
import { whenView } from '../../www/views/when.js';
import { wholeView } from '../../www/views/whole.js';
import { wireView } from '../../www/views/wire.js';
import { count } from '../../www/words/format.js';
import { answer, CASES, OLDHAM, say, SCILLY, words } from './support.mjs';

const SINGLE = {
  kinds: kindsView, ledger: ledgerView, when: whenView, fairness: fairnessView, rivals: rivalsView, wire: wireView,
  beds: bedsView, money: moneyView,
};

/** Every view of an answer, of every outcome it can be of. */
function views(given) {
  const of = (view, ids) => ids.map((outcome) => view(given, { outcome }));
  const { explanation } = given;
  return [
    ...Object.values(SINGLE).map((view) => view(given)),
    ...of(fanView, linesOf(given)),
    ...of(wholeView, linesOf(given)),
    ...of(peopleView, peopleOf(given)),
    ...of(partsView, partedOf(given)),
    ...partedOf(given, explanation).map((outcome) => partsView(given, { outcome, explanation })),
  ];
}

/** Every message inside a view, however deep. */
function* messages(value) {
  if (Array.isArray(value)) for (const each of value) yield* messages(each);
  else if (value && typeof value === 'object') {
    if (typeof value.id === 'string' && (value.args || Object.keys(value).length === 1)) yield value;
    for (const each of Object.values(value)) yield* messages(each);
  }
}

for (const [scenario, place] of CASES) {
  test(`${scenario} in ${place}: every title has at most ten words, and every message has words`, () => {
    for (const view of views(answer(scenario, place))) {
      const title = say(view.message);
      assert.ok(words(title) <= 10, `${view.name}: "${title}" has ${words(title)} words`);
      for (const message of messages(view)) assert.ok(say(message).trim() !== '' || message.id === 'pic-fan-reading');
      for (const row of view.rows) for (const column of view.columns) assert.ok(column.key in row, `${view.name} ${column.key}`);
    }
  });
}

test('nothing moved: every picture says that nothing changes', () => {
  for (const view of views(answer('nothing-new'))) {
    assert.ok(['nothing', 'same', 'not_counted'].includes(view.form), `${view.name}: ${view.form}`);
  }
});

test('a fan, its table and its file hold the figures of the answer', () => {
  const given = answer('shift-5');
  const view = fanView(given, { outcome: 'emergency_admissions' });
  const { difference, baseline } = given.outcomes.emergency_admissions;
  assert.deepEqual(view.marks.difference, difference);
  assert.deepEqual(view.rows.map((row) => row.nothing), baseline);
  const lines = csv(view, say).trim().split('\r\n').slice(1).map((line) => line.split(','));
  assert.equal(lines.length, given.years.length);
  lines.forEach(([year, nothing, , change], i) => {
    assert.equal(Number(year), given.years[i]);
    assert.equal(nothing, baseline[i].toFixed(1));
    assert.equal(change, difference[i].toFixed(2));
  });
});

test('table and file show one digit for digit: what the row holds, at the precision of its column', () => {
  const bare = (text) => text.replaceAll(/[,\u00a0+]/g, '').replace('\u2212', '-');
  for (const [scenario, place] of CASES) {
    for (const view of views(answer(scenario, place))) {
      for (const row of view.rows) {
        for (const column of view.columns) {
          const value = row[column.key];
          if (typeof value !== 'number') continue;
          assert.equal(bare(shown(value, column, '')), cell(value, column, ''), `${view.name} ${column.key} ${value}`);
          assert.ok(Math.abs(Number(cell(value, column, '')) - value) <= 0.5 * 10 ** -(column.places ?? 0) + 1e-9);
        }
      }
    }
  }
});

test('both sides of a change add up to it, and neither has the other sign', () => {
  const given = answer('default');
  const { difference, sides } = fanView(given, { outcome: 'deaths' }).marks;
  difference.forEach((change, i) => {
    assert.ok(Math.abs(sides.help[i] + sides.harm[i] - change) < 1e-9);
    assert.ok(sides.help[i] <= 0 && sides.harm[i] >= 0);
  });
  assert.equal(fanView(answer('new-money'), { outcome: 'deaths' }).marks.sides, null);
});

test('what is not counted is said, and is never a zero', () => {
  const view = fanView(answer('default', SCILLY), { outcome: 'healthy_life_expectancy_birth.female' });
  assert.equal(view.marks, null);
  assert.match(say(view.summary), /not zero/);
  const reached = fanView(answer('default'), { outcome: 'people_reached.stop_smoking' });
  assert.equal(reached.rows[3].nothing, null);
  assert.match(csv(reached, say), /not counted/);
});

test('the estimates are counted as the verdict of the answer counts them', () => {
  for (const [scenario, place] of CASES) {
    const given = answer(scenario, place);
    const better = given.topdown.under_rival_prices.filter((rival) => rival.better).length;
    assert.equal(rivalsView(given).tally.better, better, scenario);
    assert.equal(wireView(given).marks.better, better, scenario);
  }
});

test('every estimate has short words of the page, and an estimate nobody knows keeps its label', () => {
  for (const { list } of rivalsView(answer('default')).groups) {
    for (const each of list) assert.ok(words(say(plainWords(each))) <= 10, each.option);
  }
  assert.equal(plainWords({ option: 'nobody_knows' }), null);
});

test('what a price was when it was published comes from its record, digit for digit', () => {
  const describe = { switches: [{ options: [{ id: 'a', points_at: 'x' }, { id: 'b', points_at: 'y' }] }] };
  const figures = [{ id: 'x', value: 18836, price_year: '2013-14' }, { id: 'y', value: 250, price_year: 'not stated' }];
  assert.match(say(saidAs('a', describe, figures)), /in 2013 as £18,836\./);
  assert.match(say(saidAs('b', describe, figures)), /as £250\..*not stated/);
  assert.equal(saidAs('c', describe, figures), null);
  assert.equal(saidAs('a', null, []), null);
});

test('no title gives a verdict on health from one price when the prices disagree', () => {
  const given = answer('default');
  assert.equal(rivalsView(given).form, 'disputed');
  assert.match(say(kindsView(given).message), /disputed/);
  assert.match(say(fanView(given, { outcome: 'qalys' }).message), /at the middle price/);
});

test('health is shown as what the estimates span, and words, table and answer agree', () => {
  for (const scenario of ['default', 'new-money', 'shift-5', 'social-care-first']) {
    const given = answer(scenario);
    const nets = given.topdown.under_rival_prices.map((rival) => rival.qalys_net);
    const view = kindsView(given);
    const health = view.kinds.find((kind) => kind.key === 'health');
    const ends = [Math.min(...nets), Math.max(...nets)];
    const said = say(health.amount);
    for (const end of ends) assert.ok(said.includes(count(Math.abs(end))), `${scenario}: "${said}" lacks ${end}`);
    const priced = view.rows.filter((row) => row.what.id === 'pic-kinds-row-price').map((row) => row.whole);
    assert.deepEqual([Math.min(...priced), Math.max(...priced)], ends);
    const used = view.rows.find((row) => row.what.id === 'pic-kinds-row-used');
    const below = health.detail.map(say).join(' ');
    for (const value of [used.inside, used.whole]) assert.ok(below.includes(count(Math.abs(value))), below);
  }
  const { kinds } = kindsView(answer('default'));
  assert.match(say(kinds[1].amount), /lost to .* gained$/);
});

test('what comes after the years shown stands with the title, not among the notes', () => {
  const given = answer('default');
  const view = fanView(given, { outcome: 'emergency_admissions' });
  const { set_in_motion: all, by_horizon: inside } = given.outcomes.emergency_admissions;
  assert.ok(say(view.later).includes(count(Math.abs(all.undiscounted - inside.undiscounted))));
  assert.ok(!view.notes.some((note) => note.id === 'pic-later'));
});

test('money that only changes hands adds to nothing, and every pound of it is on a line', () => {
  for (const scenario of ['default', 'bridge', 'new-money', 'bare cut', 'social-care-first']) {
    const given = answer(scenario);
    const { hands } = ledgerView(given);
    const total = hands.reduce((sum, line) => sum + line.gbp, 0);
    assert.ok(Math.abs(total) < 1000, `${scenario}: ${total}`);
    assert.ok(hands.length > 0, scenario);
  }
});

test('every line of every ledger has words', () => {
  for (const [scenario, place] of CASES) {
    for (const { line } of answer(scenario, place).ledger) assert.ok(lineWords(line).id, `no words for "${line}"`);
  }
});

test('what payers pay is what programmes cost, whoever is given the money', () => {
  const given = answer('default');
  const paid = ledgerView(given).groups.reduce((sum, group) => sum + group.pays - group.receives, 0);
  const spent = given.money.spent.reduce((sum, value) => sum + value, 0);
  assert.ok(Math.abs(paid - spent) < 1, `${paid} is not ${spent}`);
});

test('cash stands in the cash column, and the titles say that some returns', () => {
  const given = answer('cash');
  const cash = ledgerView(given).groups.reduce((sum, group) => sum + group.cash, 0);
  assert.ok(Math.abs(cash - given.three_kinds.cash_released_gbp_by_horizon) < 1);
  assert.match(say(kindsView(given).message), /^Some cash returns/);
});

test('harm less gain is the net of each fifth that the answer gives', () => {
  for (const scenario of ['default', 'shift-5', 'new-money', 'social-care-first']) {
    for (const { harm, gain, net } of fairnessView(answer(scenario)).fifths) {
      assert.ok(Math.abs(gain - harm - net) < 1e-6, `${scenario}: ${gain} - ${harm} is not ${net}`);
    }
  }
});

test('parts add up to the total of the answer, with the overlap among them', () => {
  const given = answer('shift-2');
  for (const account of ['by_horizon', 'set_in_motion']) {
    for (const explanation of [null, given.explanation]) {
      const { total } = partsView(given, { outcome: 'qalys', account, explanation });
      const whole = given.outcomes.qalys[account].undiscounted;
      assert.ok(Math.abs(total.value - whole) <= 1e-5 * Math.abs(whole), `${total.value} is not ${whole}`);
    }
  }
});

test('money that cannot be used is the money of the answer', () => {
  const given = answer('fast-cut-slow-programmes');
  const view = moneyView(given);
  const lost = given.money.could_not_be_used.reduce((sum, value) => sum + value, 0);
  assert.ok(Math.abs(view.rows[2].gbp - lost) < 1e-3);
  assert.equal(view.form, 'some');
  assert.equal(moneyView(answer('default')).form, 'all');
});

test('beds: the worst thing that is true comes first', () => {
  assert.equal(bedsView(answer('five percent, all used')).form, 'winter');
  assert.equal(bedsView(answer('ambition-15-percent')).form, 'over');
  assert.equal(bedsView(answer('default')).form, 'fuller');
});

test('the years shown and what comes later make the whole that was set in motion', () => {
  const given = answer('default', OLDHAM);
  const [, health, room] = whenView(given).accounts;
  const whole = (id) => given.outcomes[id].set_in_motion.undiscounted;
  assert.ok(Math.abs(health.inside + health.after - whole('qalys')) < 1e-6);
  assert.ok(Math.abs(room.inside + room.after + whole('bed_days')) < 1e-6);
});
