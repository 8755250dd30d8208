// Who pays and who gains: a row for each payer. Paying stands left of the post; right of it the kinds of gain, each
// in its own unit. Money that only changes hands has lines of its own, which add to nothing.
import { figure, message, sum } from './figures.js';
import { FUNDING, lineWords } from './ledger-lines.js';
import { priceUsed } from './estimates.js';
import { countWords } from './chance.js';
import { everShare } from './breakeven.js';
import { ledgerColumns, ledgerLines, ledgerRows } from './ledger-table.js';
import { rangesNote, sumOf, turned, wide } from './ranges.js';

/** Rows of the picture and the payers of the answer they hold. */
const GROUPS = [
  ['hospital', ['nhs_hospital']],
  ['nhs', ['nhs_other']],
  [
    'council',
    ['council_public_health', 'council_adult_social_care', 'council_childrens', 'council_housing', 'council_other'],
  ],
  ['government', ['central_government']],
  ['people', ['households']],
];

/** Pounds under this are not written as an amount. */
const LEAST = 500;

export function ledgerView(answer, { ranges = null, doubt = 'working' } = {}) {
  const reach = {
    health: sumOf(ranges, 'qalys', 'by_horizon'),
    room: turned(sumOf(ranges, 'bed_days', 'by_horizon')),
  };
  const groups = GROUPS.map(([key, payers]) => ({
    ...group(answer, key, payers),
    ranges: rangesOf(key, reach),
    chances: chances(ranges, payers),
  }));
  const paid = sum(groups.map((each) => each.pays));
  const cash = sum(groups.map((each) => each.cash));
  const form = paid < LEAST ? 'nothing' : cash >= LEAST ? 'cash' : 'no_cash';
  const hands = changesHands(answer);
  const lines = ledgerLines(answer, ranges);
  return {
    name: 'ledger',
    message: message(`pic-ledger-${form}`, { payer: message(`pic-paid-by-${largest(groups)}`) }),
    subtitle: message('pic-ledger-subtitle', { place: answer.place.name, years: answer.years.length }),
    summary: null,
    groups,
    kinds: ['health', 'room', 'avoided', 'cash'],
    hands,
    notes: [
      message('pic-ledger-health-price', { price: priceUsed(answer) }),
      message('pic-kinds-apart'),
      rangesNote(ranges, doubt),
    ],
    lines,
    columns: ledgerColumns(ranges),
    rows: ledgerRows(lines),
    marks: { scales: scales(groups) },
    why: null,
    form,
  };
}

const OWN = { health: 'people', room: 'hospital' };

/** Ranges of the cells of a row, with their words: of what is not money, and so not a sum of lines. */
function rangesOf(key, reach) {
  const own = Object.keys(OWN).filter((kind) => OWN[kind] === key && reach[kind]);
  return Object.fromEntries(own.map((kind) => [kind, { ...reach[kind], words: words(kind, reach[kind]) }]));
}

const SIDES = { health: 'years', room: 'nights' };
const words = (kind, range) => wide(range, { least: 0.5, words: SIDES[kind] });

/** In how many runs payers of a row ever have their money back; none for who never pays more than it gets. */
function chances(ranges, payers) {
  const known = payers.filter((payer) => everShare(ranges, payer) !== null);
  return known.map((payer) =>
    message(payers.length > 1 ? 'pic-ledger-back-of' : 'pic-ledger-back', {
      payer: message(`pic-payer-${payer}`),
      count: countWords(everShare(ranges, payer)),
    }),
  );
}

const largest = (groups) => groups.reduce((a, b) => (b.pays > a.pays ? b : a)).key;

function group(answer, key, payers) {
  const lines = answer.ledger.filter((line) => payers.includes(line.payer));
  const total = (keep) => sum(lines.filter(keep).map((line) => sum(Array.from(line.gbp))));
  const after = (keep) => sum(lines.filter(keep).map((line) => line.after_horizon_gbp));
  const own = (line) => line.kind === 'spending' || (line.kind === 'transfer' && FUNDING.has(line.line));
  const net = total(own);
  const avoided = (line) => line.kind === 'cost_avoided';
  const cash = (line) => line.kind === 'cash';
  return {
    key,
    pays: Math.max(0, -net),
    receives: Math.max(0, net),
    given: total((line) => line.line === 'money for programmes'),
    health: key === 'people' ? answer.three_kinds.health_value_qalys_by_horizon : 0,
    room: key === 'hospital' ? 0 - answer.outcomes.bed_days.by_horizon.undiscounted : 0,
    avoided: total(avoided),
    avoidedAfter: after(avoided),
    cash: total(cash),
    cashAfter: after(cash),
    breakEven: breakEven(answer, payers),
  };
}

/**
 * Years in which payers of a row have their money back; `never` in anybody's lifetime; none if they never were
 * behind.
 */
function breakEven(answer, payers) {
  return payers
    .filter((payer) => answer.break_even[payer] !== null && answer.break_even[payer] !== undefined)
    .map((payer) => {
      const year = answer.break_even[payer];
      const args = { payer: message(`pic-payer-${payer}`), year: year === 'never' ? '' : figure('year', year) };
      const words = `pic-ledger-${year === 'never' ? 'never' : 'even'}`;
      return message(payers.length > 1 ? `${words}-of` : words, args);
    });
}

/** Each transfer over the years shown. Funding and benefits alike; together they are nothing. */
function changesHands(answer) {
  const lines = answer.ledger.filter((line) => line.kind === 'transfer');
  const list = lines
    .map((line) => ({ payer: line.payer, line: lineWords(line.line), gbp: sum(Array.from(line.gbp)) }))
    .filter(({ gbp }) => Math.abs(gbp) >= LEAST);
  return list.sort((a, b) => a.gbp - b.gbp);
}

/** Largest size of each scale. The money columns share one. */
function scales(groups) {
  const sizes = (each, key) => [each[key], each.ranges[key]?.low90 ?? 0, each.ranges[key]?.high90 ?? 0].map(Math.abs);
  const most = (keys) => Math.max(...groups.flatMap((each) => keys.flatMap((key) => sizes(each, key))));
  const money = most(['pays', 'avoided', 'cash']);
  return { pays: money, avoided: money, cash: money, health: most(['health']), room: most(['room']) };
}
