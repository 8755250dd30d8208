// The ledger as a table: a line for each payer and what it pays or gains, and under each line its periods: the years shown
// together, each of them, and afterwards. The file has the same rows, one for each line and period.
import { message, sum } from './figures.js';
import { lineWords } from './ledger-lines.js';
import { atYear, bandCells, bandColumns, isFollowed, sumOf, turned } from './ranges.js';

/** @typedef {{period: unknown, amount: number, range: object|null}} Period */

/**
 * @param {object} answer @param {object|null} ranges
 * @returns {{payer: object, line: unknown, kind: object, unit: object, periods: Period[]}[]}
 */
export function ledgerLines(answer, ranges) {
  const own = [
    ofOutcome(answer, ranges, { payer: 'households', kind: 'health', unit: 'years', id: 'qalys', sign: 1 }),
    ofOutcome(answer, ranges, { payer: 'nhs_hospital', kind: 'room', unit: 'nights', id: 'bed_days', sign: -1 }),
  ];
  return [...answer.ledger.map((line) => ofMoney(answer, ranges, line)), ...own, ...nets(answer, ranges)];
}

const together = (answer) => message('pic-period-together', { years: answer.years.length });
const afterwards = message('pic-period-after');

function ofMoney(answer, ranges, line) {
  const found = ranges?.ledger?.find((other) => ['payer', 'line', 'kind'].every((key) => line[key] === other[key]));
  const years = answer.years.map((period, i) => ({
    period,
    amount: line.gbp[i],
    range: found?.gbp ? atYear(found.gbp, i) : null,
  }));
  return {
    payer: message(`pic-payer-${line.payer}`),
    line: lineWords(line.line),
    kind: message(`pic-line-${line.kind}`),
    unit: message('pic-unit-gbp'),
    periods: [
      { period: together(answer), amount: sum(Array.from(line.gbp)), range: found?.by_horizon_gbp ?? null },
      ...years,
      {
        period: afterwards,
        amount: line.after_horizon_gbp,
        range: isFollowed(ranges) ? (found?.after_horizon_gbp ?? null) : null,
      },
    ],
  };
}

/** Health and room are no money; they have pictures over the years of their own. */
function ofOutcome(answer, ranges, { payer, kind, unit, id, sign }) {
  const { by_horizon: inside, set_in_motion: all } = answer.outcomes[id];
  const range = sumOf(ranges, id, 'by_horizon');
  return {
    payer: message(`pic-payer-${payer}`),
    line: message(`pic-kind-${kind}`),
    kind: message(`pic-line-${kind}`),
    unit: message(`pic-unit-${unit}`),
    periods: [
      { period: together(answer), amount: sign * inside.undiscounted, range: sign < 0 ? turned(range) : range },
      { period: afterwards, amount: sign * (all.undiscounted - inside.undiscounted), range: null },
    ],
  };
}

/** What each payer gains or pays, all its lines but room. */
function nets(answer, ranges) {
  const linesOf = (payer) => answer.ledger.filter((line) => line.payer === payer && line.kind !== 'capacity');
  const known = Object.entries(ranges?.payers ?? {}).filter(([payer]) => linesOf(payer).length > 0);
  return known.map(([payer, { by_horizon: range }]) => ({
    payer: message(`pic-payer-${payer}`),
    line: message('pic-ledger-net'),
    kind: message('pic-ledger-net-kind'),
    unit: message('pic-unit-gbp'),
    periods: [
      { period: together(answer), amount: sum(linesOf(payer).map((line) => sum(Array.from(line.gbp)))), range },
      { period: afterwards, amount: sum(linesOf(payer).map((line) => line.after_horizon_gbp)), range: null },
    ],
  }));
}

/** Columns of the file; the table has the same, with the periods of a line under it. */
export const ledgerColumns = (ranges) => [
  { key: 'payer', label: message('pic-col-payer') },
  { key: 'line', label: message('pic-col-line') },
  { key: 'kind', label: message('pic-col-kind') },
  { key: 'unit', label: message('pic-col-unit') },
  { key: 'period', label: message('pic-col-period'), kind: 'year' },
  { key: 'amount', label: message('pic-col-amount'), places: 0, signed: true },
  ...(ranges ? bandColumns(0) : []),
];

/** Rows of the file. */
export const ledgerRows = (lines) =>
  lines.flatMap(({ periods, ...line }) =>
    periods.map(({ period, amount, range }) => ({ ...line, period, amount, ...bandCells(range) })),
  );
