// Paid in, and the three kinds of gain: health, room, cash. Each in its own unit, never a total.
import { figure, message, sum } from './figures.js';
import { estimates, priceUsed, together } from './estimates.js';
import { paidIn } from './money-paid.js';
import { bandCells, bandColumns, rangesNote, sumOf, turned, wide } from './ranges.js';
import { whole as rounded } from '../words/format.js';

/** Smallest size that words can carry, by unit. */
const LEAST = { gbp: 500, years: 0.5, nights: 0.5 };

export function kindsView(answer, { ranges = null, doubt = 'working' } = {}) {
  const list = estimates(answer);
  const four = kinds(answer).map((kind) => ({ ...kind, range: rangeOfKind(ranges, kind.key) }));
  const verdict = together(list);
  const cash = answer.three_kinds.cash_released_gbp_by_horizon >= LEAST.gbp;
  const paid = four[0].inside;
  const form = paid < LEAST.gbp ? 'nothing' : verdict;
  return {
    name: 'kinds',
    message: message(`pic-kinds-${form}`, { cash: cash ? 'some' : 'none', of: list.length }),
    subtitle: message('pic-kinds-subtitle', { place: answer.place.name, years: answer.years.length }),
    summary: null,
    kinds: four.map((kind) => ({ ...kind, ...words(kind, list, priceUsed(answer)) })),
    notes: [
      message('pic-kinds-apart'),
      rangesNote(
        ranges,
        doubt,
        four.some((kind) => kind.range),
      ),
    ],
    columns: [
      { key: 'what', label: message('pic-col-what') },
      { key: 'unit', label: message('pic-col-unit') },
      { key: 'inside', label: message('pic-col-inside', { years: answer.years.length }), places: 1 },
      { key: 'whole', label: message('pic-col-whole'), places: 1 },
      ...(ranges ? [{ key: 'ranged', label: message('pic-col-ranged') }, ...bandColumns(1)] : []),
    ],
    rows: [
      ...four.map((kind) => row(kind, list, priceUsed(answer))),
      ...list.map((each) => priceRow(each, ranges?.estimates?.[each.option]?.set_in_motion)),
    ],
    why: { outcome: 'qalys', year: null, figure: 'set_in_motion' },
    form,
  };
}

/** Figures of the four columns: inside the years shown, and with everything set in motion. Below 0 is a loss. */
function kinds(answer) {
  const nights = answer.outcomes.bed_days;
  const three = answer.three_kinds;
  const later = sum(answer.ledger.filter((line) => line.kind === 'cash').map((line) => line.after_horizon_gbp));
  const paid = sum(paidIn(answer));
  const cash = three.cash_released_gbp_by_horizon;
  return [
    { key: 'paid', unit: 'gbp', inside: paid, whole: paid, outcome: null },
    {
      key: 'health',
      unit: 'years',
      outcome: 'qalys',
      inside: three.health_value_qalys_by_horizon,
      whole: three.health_value_qalys_set_in_motion,
    },
    {
      key: 'room',
      unit: 'nights',
      outcome: 'bed_days',
      inside: 0 - nights.by_horizon.undiscounted,
      whole: 0 - nights.set_in_motion.undiscounted,
    },
    { key: 'cash', unit: 'gbp', inside: cash, whole: cash + later, outcome: null },
  ];
}

const SAID = { gbp: 'pounds', years: 'count', nights: 'count' };
const way = (value, unit) => (Math.abs(value) < LEAST[unit] ? 'none' : value > 0 ? 'gain' : 'loss');

function words(kind, list, price) {
  const { key, unit, inside, whole } = kind;
  const name = message(`pic-kind-${key}`);
  const ranged = rangeLine(kind, price);
  if (key === 'health' && list.length > 0)
    return { name, account: 'set_in_motion', ...healthWords(kind, list, price), ranged };
  const said = (value) => figure(SAID[unit], Math.abs(value));
  const args = { amount: said(inside), way: way(inside, unit) };
  const after = whole - inside;
  const detail = [message(`pic-kinds-${key}-what`, { way: way(inside, unit), price })];
  if (way(after, unit) !== 'none')
    detail.push(message('pic-kinds-later', { amount: said(after), way: way(after, unit), key }));
  return { name, account: 'by_horizon', amount: message(`pic-kinds-${key}`, args), detail, ranged };
}

const years = (value) =>
  message('pic-kinds-health-one', {
    amount: figure('count', Math.abs(value)),
    way: value === 0 ? 'nothing' : way(value, 'years'),
  });

/**
 * Health is what the published estimates span, from the worst to the best, everything set in motion; the price the
 * model counts with is one of them, and stands below.
 */
function healthWords({ inside, whole }, list, price) {
  const { low, high } = span(list);
  const one = rounded(low) === rounded(high);
  return {
    amount: one ? years(low) : message('pic-kinds-health-both', { low: years(low), high: years(high) }),
    detail: [
      message('pic-kinds-health-span', { of: list.length }),
      message('pic-kinds-health-used', { price, inside: years(inside), whole: years(whole) }),
    ],
  };
}

/** The worst and the best for health of some estimates. */
export function span(list) {
  const nets = list.map((each) => each.net);
  return { low: Math.min(...nets), high: Math.max(...nets) };
}

/**
 * What is drawn of a kind: health over whole lives, as its figure is; the others in the years shown. What is paid in is what
 * the plan says, and not drawn.
 */
function rangeOfKind(ranges, key) {
  if (key === 'health') return sumOf(ranges, 'qalys', 'set_in_motion');
  if (key === 'room') return turned(sumOf(ranges, 'bed_days', 'by_horizon'));
  return key === 'cash' ? (ranges?.kinds.cash?.value ?? null) : null;
}

const RANGE = {
  health: { least: 0.5, words: 'years' },
  room: { least: 0.5, words: 'nights' },
  cash: { kind: 'pounds', least: LEAST.gbp, words: 'cash' },
};

/** The range of a kind as a line under its figure; null where there is none. */
const rangeLine = ({ key, range }, price) =>
  range && message(`pic-kinds-range-${key}`, { range: wide(range, RANGE[key]), price });

const row = ({ key, unit, inside, whole, range }, list, price) => ({
  ranged: range ? message(key === 'health' ? 'pic-col-whole' : 'pic-ranged-inside') : message('pic-ranged-none'),
  ...bandCells(range),
  what: key === 'health' && list.length > 0 ? message('pic-kinds-row-used', { price }) : message(`pic-kind-${key}`),
  unit: message(`pic-unit-${unit}`),
  inside,
  whole,
});

const priceRow = ({ label, net }, range) => ({
  ranged: message(range ? 'pic-col-whole' : 'pic-ranged-none'),
  ...bandCells(range),
  what: message('pic-kinds-row-price', { label }),
  unit: message('pic-unit-years'),
  inside: null,
  whole: net,
});
