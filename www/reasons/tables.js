/**
 * What is handed out as files, as rows: results, who pays, figures used, evaluation plan. The figures are the model's own,
 * unrounded; what is not counted is an empty cell with a note.
 */
import { whyLink } from '../app/link.js';
import { atYear, BANDS, bandsOf, isFollowed, sumOf } from '../views/ranges.js';
import { ownOf } from '../views/yours.js';
import { spreadOf } from './source.js';
import { howWeKnow } from './status.js';
import { place } from './assumptions.js';

const ACCOUNTS = ['by_horizon', 'set_in_motion'];

/** What model runs say of a figure, how many there were, and whose figures they stand on. */
const RANGED = [...BANDS, 'share_below_zero', 'share_above_zero', 'draws', 'draws_in_all', 'seed', 'own_figures'];

/** Columns of each table; their headings are messages `csv-ID`. */
export const COLUMNS = {
  results: [
    ...'place_code place scenario model evidence price_year outcome unit group period if_nothing_changes'.split(' '),
    ...['with_this_plan', 'change', 'note', 'why', ...RANGED],
  ],
  get fifths() {
    return this.results;
  },
  ledger: [...'place_code place scenario model evidence price_year payer line kind period gbp'.split(' '), ...RANGED],
  figures:
    'id label value_used our_value unit low high status how_we_know changed price_year sources applies_to note'.split(
      ' ',
    ),
  plan: (
    'place_code scenario indicator label unit source year expected_without_plan expected_change expected_with_plan ' +
    'not_working_reading rule own_figures'
  ).split(' '),
};

const head = (answer) => [
  answer.place.code,
  answer.place.name,
  answer.name ?? '',
  answer.model,
  answer.evidence,
  answer.price_year,
];

/** Cells of `RANGED`; without model runs they are empty, never 0. @param {object|null} summary */
function ranged(summary, ranges, own) {
  const ends = BANDS.map((key) => summary?.[key] ?? null);
  const shares = [summary?.below_zero ?? null, summary?.above_zero ?? null];
  // A file made between two stages says of how many runs its ranges are the first.
  const runs = summary ? [ranges.draws, ranges.of ?? ranges.draws, ranges.seed] : [null, null, null];
  return [...ends, ...shares, ...runs, own];
}

/**
 * Results: a row for each outcome, group and period. `group` is `all` or a fifth, 1 the most deprived; `period` is a year,
 * `by_horizon` (the years shown added up) or `set_in_motion` (followed to the end of everybody's life).
 * @param {object} answer @param {string} notCounted words for what is not counted
 * @param {object|null} [ranges] of the engine, of the same answer
 * @param {string} [href] of this plan: each row has the address at which the page says why its figure is what it is
 */
export function resultRows(answer, notCounted, ranges = null, href = '') {
  const start = head(answer);
  const own = ownOf(answer).join('; ');
  return Object.entries(answer.outcomes).flatMap(([id, series]) => {
    const note = (value) => [series.unknown, value === null ? notCounted : ''].filter(Boolean).join('; ');
    const bands = bandsOf(ranges, id);
    const of = ranges?.outcomes[id];
    const row = (group, period, base, plan, change = null, summary = null) => [
      ...start,
      id,
      series.unit,
      group,
      period,
      base ?? null,
      plan ?? null,
      change,
      note(change),
      href && whyLink(href, id),
      ...ranged(summary, ranges, own),
    ];
    const years = answer.years.map((year, i) => {
      const change = series.difference?.[i] ?? null;
      return row('all', year, series.baseline?.[i], series.scenario?.[i], change, atYear(bands, i));
    });
    const totals = ACCOUNTS.filter((account) => account in series).map((account) =>
      row('all', account, null, null, series[account]?.undiscounted ?? null, sumOf(ranges, id, account)),
    );
    return [...years, ...totals, ...fifths(series, of, answer.years, row)];
  });
}

/**
 * Only the rows of a fifth in a year, with their ranges.
 * @param {object} answer @param {string} notCounted @param {object} ranges that hold fifths (engine/fifths.js) @param {string} [href]
 */
export function fifthRows(answer, notCounted, ranges, href = '') {
  const [group, period] = ['group', 'period'].map((name) => COLUMNS.results.indexOf(name));
  return resultRows(answer, notCounted, ranges, href).filter(
    (row) => row[group] !== 'all' && typeof row[period] === 'number',
  );
}

/** By year and fifth the model runs of the page keep nothing: they would be a thousand times five times the years. */
function fifths(series, of, years, row) {
  const yearly = (series.by_quintile ?? []).flatMap((values, q) =>
    years.map((year, i) => row(q + 1, year, null, null, values?.[i] ?? null, ofYear(of?.by_quintile?.[q], i))),
  );
  const whole = Array.from(series.set_in_motion_by_quintile ?? []);
  const summary = (q) => of?.set_in_motion_by_quintile?.[q] ?? null;
  return [...yearly, ...whole.map((value, q) => row(q + 1, 'set_in_motion', null, null, value, summary(q)))];
}

/** One year of a series of summaries, if there is one. */
const ofYear = (series, i) => (series ? atYear(series, i) : null);

/** Who pays and who gains: a row for each payer, line and year, and one for all years after the horizon. */
export function ledgerRows(answer, ranges = null) {
  const start = head(answer);
  const own = ownOf(answer).join('; ');
  const same = (line) => (other) => ['payer', 'line', 'kind'].every((key) => line[key] === other[key]);
  return answer.ledger.flatMap((line) => {
    const found = ranges?.ledger.find(same(line));
    const row = (period, gbp, summary) => [
      ...[...start, line.payer, line.line, line.kind, period, gbp ?? null],
      ...ranged(summary, ranges, own),
    ];
    return [
      ...answer.years.map((year, i) => row(year, line.gbp[i], found ? atYear(found.gbp, i) : null)),
      row('after_horizon', line.after_horizon_gbp, isFollowed(ranges) ? (found?.after_horizon_gbp ?? null) : null),
    ];
  });
}

/**
 * Every figure that can be set, the value used in this plan, and ours.
 * @param {object[]} figures of `engine.assumptions()` @param {object[]} rivals switches @param {object} scenario
 */
export function figureRows(figures, rivals, scenario) {
  const own = scenario?.assumptions ?? {};
  return [
    ...figures.map((figure) => figureRow(figure, own[figure.id])),
    ...rivals.map((rival) => rivalRow(rival, scenario)),
  ];
}

function figureRow(figure, own) {
  const spread = spreadOf(figure) ?? {};
  const changed = own === undefined ? '' : place(figure, own);
  return [
    figure.id,
    figure.label,
    own ?? figure.value,
    figure.value,
    figure.unit,
    spread.low,
    spread.high,
    figure.status,
    howWeKnow(figure.status),
    changed,
    figure.price_year,
    (figure.source ?? []).join('; '),
    figure.applies_to,
    spread.fixed ?? figure.not_drawn,
  ];
}

function rivalRow(rival, scenario) {
  const own = scenario?.switches?.[rival.id];
  const words = (id) => rival.options.find((option) => option.id === id)?.label ?? id;
  const used = own ?? rival.default;
  return [
    rival.id,
    rival.label,
    used,
    rival.default,
    'choice',
    null,
    null,
    '',
    '',
    own === undefined ? '' : 'choice',
    '',
    '',
    '',
    words(used),
  ];
}

/**
 * The evaluation plan, a row for each indicator and year: the columns of `headwater plan --format csv`.
 * @param {object} plan of the engine @param {object} scenario it is of
 */
export function planRows(plan, scenario) {
  const own = ownOf({ scenario }).join('; ');
  return plan.indicators.flatMap((row) =>
    plan.years.map((year, i) => [
      plan.place.code,
      plan.scenario,
      row.id,
      row.label,
      row.unit,
      row.source,
      year,
      row.expected_without_plan?.[i],
      row.expected_change?.[i],
      row.expected_with_plan?.[i],
      row.not_working_reading?.[i],
      row.rule,
      own,
    ]),
  );
}

/** A file's name: what it is, of which place; only letters that every system takes. */
export function fileName(kind, code, extension) {
  return `headwater-${kind}-${code.replaceAll('+', '-')}.${extension}`.replace(/[^A-Za-z0-9._-]/g, '');
}
