// How full the beds are: if nothing changes and with the plan, on an average day and at the winter peak.
import { figure, message } from './figures.js';
import { BANDS, bandColumns, bandsOf, rangesNote } from './ranges.js';

/** Above this share in use the model warns (METHOD, "The hospital side"); above 1 it refuses. */
export const LIMIT = 0.95;

/** A change of the share under this is not worth a word. */
const LEAST = 0.0005;

export function bedsView(answer, { at = null, ranges = null, doubt = 'working' } = {}) {
  const years = Array.from(answer.years);
  const winter = answer.money.winter_factor;
  const pairs = Array.from(answer.money.occupancy, ([nothing, plan]) => ({ nothing, plan }));
  const rows = pairs.map(({ nothing, plan }, i) => ({
    year: years[i],
    nothing,
    plan,
    nothingWinter: nothing * winter,
    planWinter: plan * winter,
  }));
  const bands = planBands(pairs, bandsOf(ranges, 'occupancy'));
  const i = at ?? years.length - 1;
  const limit = figure('percent', LIMIT);
  const form = formOf(rows);
  return {
    name: 'beds',
    message: message(`pic-beds-${form}`, { limit }),
    subtitle: message('pic-beds-subtitle', { place: answer.place.name }),
    summary: reading(rows[i]),
    readings: rows.map(reading),
    range: bands && message('pic-beds-range', { low: percentAt(bands.low90, i), high: percentAt(bands.high90, i) }),
    notes: [message('pic-beds-note', { limit }), rangesNote(ranges, doubt, Boolean(bands))],
    columns: [
      { key: 'year', label: message('pic-col-year'), kind: 'year' },
      ...[
        ['nothing', 'nothing'],
        ['plan', 'plan'],
        ['nothingWinter', 'nothing-winter'],
        ['planWinter', 'plan-winter'],
      ].map(([key, id]) => ({ key, label: message(`pic-col-beds-${id}`), places: 2 })),
      ...(bands ? bandColumns(2).map((column) => ({ ...column, signed: false })) : []),
    ],
    rows: rows.map((row, k) => ({
      ...percent(row),
      ...(bands && Object.fromEntries(BANDS.map((key) => [key, bands[key][k] * 100]))),
    })),
    marks: { years, rows, at: i, bands },
    // Beds follow the nights spent in them.
    why: { outcome: 'bed_days', year: years[i], figure: 'difference' },
    form,
  };
}

/** How full the beds are with the plan: the runs say how much fuller or emptier than if nothing changes. */
const planBands = (pairs, more) =>
  more && Object.fromEntries(BANDS.map((key) => [key, pairs.map(({ nothing }, i) => nothing + more[key][i])]));

const percentAt = (values, i) => figure('percent', values[i]);

const percent = ({ year, ...shares }) => ({
  year,
  ...Object.fromEntries(Object.entries(shares).map(([key, value]) => [key, value * 100])),
});

/** The worst thing that is true in any year comes first. */
function formOf(rows) {
  const change = rows.map(({ nothing, plan }) => plan - nothing);
  const most = (key) => Math.max(...rows.map((row) => row[key]));
  if (change.every((value) => value === 0)) return 'nothing';
  if (most('plan') > 1) return 'over';
  if (most('planWinter') > 1 && most('nothingWinter') <= 1) return 'winter';
  if (most('plan') > LIMIT && most('nothing') <= LIMIT) return 'tight';
  const last = change.at(-1);
  if (Math.abs(last) < LEAST) return 'same';
  return last > 0 ? 'fuller' : 'emptier';
}

function reading({ year, nothing, plan, nothingWinter, planWinter }) {
  return message('pic-beds-reading', {
    year: figure('year', year),
    plan: figure('percent', plan),
    winter: figure('percent', planWinter),
    nothing: figure('percent', nothing),
    nothingWinter: figure('percent', nothingWinter),
  });
}
