// When: four yearly columns, all payers together. Losses stand below the line. What was set in motion but comes after
// the years shown is a second account, beside the first.
import { figure, message, series, sum } from './figures.js';
import { priceUsed } from './estimates.js';
import { ledgerYears, paidIn } from './money-paid.js';
import { atYear, bandCells, bandColumns, bandsOf, rangesNote, sumOf, turned, wide } from './ranges.js';

const LEAST = { gbp: 500, years: 0.5, nights: 0.5 };
const SAID = { gbp: 'pounds', years: 'count', nights: 'count' };

export function whenView(answer, { at = null, ranges = null, doubt = 'working' } = {}) {
  const years = Array.from(answer.years);
  const list = accounts(answer).map((account) => ({ ...account, ...reach(ranges, account.key, years.length) }));
  const known = list.some((account) => account.bands);
  const i = at ?? years.length - 1;
  const form = formOf(list);
  return {
    name: 'when',
    message: message(`pic-when-${form}`),
    subtitle: message('pic-when-subtitle', { place: answer.place.name }),
    summary: reading(list, years, i),
    readings: years.map((_, year) => reading(list, years, year)),
    range: known ? yearRange(list, i) : null,
    accounts: list.map((account) => ({ ...account, ...words(account, years.length) })),
    notes: [message('pic-when-price', { price: priceUsed(answer) }), rangesNote(ranges, doubt, known)],
    columns: [...columns(), ...(known ? RANGED.flatMap(rangeColumns) : [])],
    rows: rows(list, years),
    marks: {
      years,
      at: i,
      money: Math.max(...list.filter((each) => each.unit === 'gbp').flatMap((each) => each.values)),
    },
    why: { outcome: 'qalys', year: years[i], figure: 'difference' },
    form,
  };
}

function accounts(answer) {
  const { qalys, bed_days: nights } = answer.outcomes;
  const later = (outcome) => outcome.set_in_motion.undiscounted - outcome.by_horizon.undiscounted;
  const cash = ledgerYears(answer, 'cash');
  const cashLater = sum(answer.ledger.filter((line) => line.kind === 'cash').map((line) => line.after_horizon_gbp));
  return [
    account('paid', 'gbp', paidIn(answer), 0),
    account('health', 'years', series(qalys.difference), later(qalys)),
    account(
      'room',
      'nights',
      series(nights.difference).map((value) => 0 - value),
      0 - later(nights),
    ),
    account('cash', 'gbp', cash, cashLater),
  ];
}

/** Accounts whose ranges the runs hold, year by year; what is paid in is the plan itself, and sums of lines are not drawn. */
const RANGED = ['health', 'room'];
const OUTCOME = { health: 'qalys', room: 'bed_days' };

/** Ranges of one account: by year, and over the years shown. */
function reach(ranges, key, count) {
  const found = RANGED.includes(key) ? bandsOf(ranges, OUTCOME[key]) : null;
  if (!found) return { bands: null, insideRange: null };
  const way = key === 'room' ? turned : (summary) => summary;
  const bands = Array.from({ length: count }, (_, i) => way(atYear(found, i)));
  return { bands, insideRange: way(sumOf(ranges, OUTCOME[key], 'by_horizon')) };
}

const rangeColumns = (key) =>
  bandColumns(2, key).map((column) => ({
    ...column,
    label: message('pic-col-of', { what: message(`pic-kind-${key}`), column: column.label }),
  }));

/** The ranges of one year, said under the sentence of that year. */
function yearRange(list, i) {
  const said = (key) => wide(list.find((each) => each.key === key).bands[i], { least: 0.5, words: WORDS[key] });
  return message('pic-when-range', { health: said('health'), room: said('room') });
}

const WORDS = { health: 'years', room: 'nights' };

const account = (key, unit, values, after) => ({ key, unit, values, inside: sum(values), after, least: LEAST[unit] });

/** The year by which half of all that is above the line has come; -1 if nothing words can carry ever does. */
function half({ values, least }) {
  const good = values.map((value) => Math.max(0, value));
  if (Math.max(...good) < least) return -1;
  const whole = sum(good);
  return good.findIndex((_, i) => sum(good.slice(0, i + 1)) >= whole / 2);
}

/** Half of the money against half of the gains in health and room: which comes first? */
function formOf([paid, health, room]) {
  const bill = half(paid);
  if (bill < 0) return 'nothing';
  const gains = [health, room].map(half).filter((year) => year >= 0);
  if (gains.length === 0) return 'only_bill';
  if (gains.every((year) => year > bill)) return 'bill_first';
  return gains.every((year) => year <= bill) ? 'together' : 'some_late';
}

const way = (value, least) => (Math.abs(value) < least ? 'none' : value > 0 ? 'gain' : 'loss');

function part({ key, unit, least }, value) {
  return message(`pic-when-${key}`, { amount: figure(SAID[unit], Math.abs(value)), way: way(value, least) });
}

function reading(list, years, i) {
  const parts = Object.fromEntries(list.map((each) => [each.key, part(each, each.values[i])]));
  return message('pic-when-reading', { year: figure('year', years[i]), ...parts });
}

function words(each, count) {
  return {
    name: message(`pic-kind-${each.key}`),
    last: part(each, each.values.at(-1)),
    insideWords: message('pic-when-inside', { years: count, amount: part(each, each.inside) }),
    insideRangeWords:
      each.insideRange &&
      message('pic-when-inside-range', {
        range: wide(each.insideRange, { least: each.least, words: WORDS[each.key] }),
      }),
    afterWords: message('pic-when-after', { amount: part(each, each.after) }),
  };
}

const columns = () => [
  { key: 'year', label: message('pic-col-year'), kind: 'year' },
  { key: 'paid', label: message('pic-col-when-paid'), places: 0 },
  { key: 'health', label: message('pic-col-when-health'), places: 2 },
  { key: 'room', label: message('pic-col-when-room'), places: 2 },
  { key: 'cash', label: message('pic-col-when-cash'), places: 0 },
];

function rows(list, years) {
  const line = (year, pick, range) => ({
    year,
    ...Object.fromEntries(list.map((each) => [each.key, pick(each)])),
    ...Object.assign({}, ...list.map((each) => bandCells(range(each), each.key))),
  });
  return [
    ...years.map((year, i) =>
      line(
        year,
        (each) => each.values[i],
        (each) => each.bands?.[i],
      ),
    ),
    line(
      message('pic-when-row-inside'),
      (each) => each.inside,
      (each) => each.insideRange,
    ),
    line(
      message('pic-when-row-after'),
      (each) => each.after,
      () => null,
    ),
  ];
}
