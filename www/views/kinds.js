// Paid in, and the three kinds of gain: health, room, cash. Each in its own unit, never a total.
import { figure, message, sum } from './figures.js';
import { estimates, priceUsed, together } from './estimates.js';
import { paidIn } from './money-paid.js';

/** Smallest size that words can carry, by unit. */
const LEAST = { gbp: 500, years: 0.5, nights: 0.5 };

export function kindsView(answer) {
  const list = estimates(answer);
  const four = kinds(answer);
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
    notes: [message('pic-kinds-apart')],
    columns: [
      { key: 'what', label: message('pic-col-what') },
      { key: 'unit', label: message('pic-col-unit') },
      { key: 'inside', label: message('pic-col-inside', { years: answer.years.length }), places: 1 },
      { key: 'whole', label: message('pic-col-whole'), places: 1 },
    ],
    rows: [...four.map(row), ...list.map(priceRow)],
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
  const said = (value) => figure(SAID[unit], Math.abs(value));
  const args = { amount: said(inside), way: way(inside, unit) };
  const after = whole - inside;
  const detail = [message(`pic-kinds-${key}-what`, { way: way(inside, unit), price })];
  if (way(after, unit) !== 'none')
    detail.push(message('pic-kinds-later', { amount: said(after), way: way(after, unit), key }));
  if (key === 'health' && list.length > 0) detail.push(rangeOfPrices(list));
  return { name: message(`pic-kind-${key}`), amount: message(`pic-kinds-${key}`, args), detail };
}

/** From the worst to the best of the published estimates, everything set in motion. */
function rangeOfPrices(list) {
  const nets = list.map((each) => each.net);
  const [low, high] = [Math.min(...nets), Math.max(...nets)];
  return message('pic-kinds-health-range', {
    of: list.length,
    low: figure('count', Math.abs(low)),
    lowWay: way(low, 'years'),
    high: figure('count', Math.abs(high)),
    highWay: way(high, 'years'),
  });
}

const row = ({ key, unit, inside, whole }) => ({
  what: message(`pic-kind-${key}`),
  unit: message(`pic-unit-${unit}`),
  inside,
  whole,
});

const priceRow = ({ label, net }) => ({
  what: message('pic-kinds-row-price', { label }),
  unit: message('pic-unit-years'),
  inside: null,
  whole: net,
});
