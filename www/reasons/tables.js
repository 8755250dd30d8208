/**
 * What is handed out as files, as rows: results, who pays, figures used, evaluation plan. The figures are the model's own,
 * unrounded; what is not counted is an empty cell with a note.
 */
import { spreadOf } from './source.js';
import { howWeKnow } from './status.js';
import { place } from './assumptions.js';

const ACCOUNTS = ['by_horizon', 'set_in_motion'];

/** Columns of each table; their headings are messages `csv-ID`. */
export const COLUMNS = {
  results:
    'place_code place scenario model evidence price_year outcome unit group period if_nothing_changes with_this_plan change note'.split(
      ' ',
    ),
  ledger: 'place_code place scenario model evidence price_year payer line kind period gbp'.split(' '),
  figures:
    'id label value_used our_value unit low high status how_we_know changed price_year sources applies_to note'.split(
      ' ',
    ),
  plan: (
    'place_code scenario indicator label unit source year expected_without_plan expected_change expected_with_plan ' +
    'not_working_reading rule'
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

/**
 * Results: a row for each outcome, group and period. `group` is `all` or a fifth, 1 the most deprived; `period` is a year,
 * `by_horizon` (the years shown added up) or `set_in_motion` (followed to the end of everybody's life).
 * @param {object} answer @param {string} notCounted words for what is not counted
 */
export function resultRows(answer, notCounted) {
  const start = head(answer);
  return Object.entries(answer.outcomes).flatMap(([id, series]) => {
    const note = (value) => [series.unknown, value === null ? notCounted : ''].filter(Boolean).join('; ');
    const row = (group, period, base, plan, change = null) => [
      ...start,
      id,
      series.unit,
      group,
      period,
      base ?? null,
      plan ?? null,
      change,
      note(change),
    ];
    const years = answer.years.map((year, i) =>
      row('all', year, series.baseline?.[i], series.scenario?.[i], series.difference?.[i] ?? null),
    );
    const totals = ACCOUNTS.filter((account) => account in series).map((account) =>
      row('all', account, null, null, series[account]?.undiscounted ?? null),
    );
    return [...years, ...totals, ...fifths(series, answer.years, row)];
  });
}

function fifths(series, years, row) {
  const yearly = (series.by_quintile ?? []).flatMap((values, q) =>
    years.map((year, i) => row(q + 1, year, null, null, values?.[i] ?? null)),
  );
  const whole = Array.from(series.set_in_motion_by_quintile ?? []);
  return [...yearly, ...whole.map((value, q) => row(q + 1, 'set_in_motion', null, null, value))];
}

/** Who pays and who gains: a row for each payer, line and year, and one for all years after the horizon. */
export function ledgerRows(answer) {
  const start = head(answer);
  return answer.ledger.flatMap((line) => [
    ...answer.years.map((year, i) => [...start, line.payer, line.line, line.kind, year, line.gbp[i] ?? null]),
    [...start, line.payer, line.line, line.kind, 'after_horizon', line.after_horizon_gbp ?? null],
  ]);
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
    spread.fixed,
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

/** The evaluation plan, a row for each indicator and year: the columns of `headwater plan --format csv`. */
export function planRows(plan) {
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
    ]),
  );
}

/** A file's name: what it is, of which place; only letters that every system takes. */
export function fileName(kind, code, extension) {
  return `headwater-${kind}-${code.replaceAll('+', '-')}.${extension}`.replace(/[^A-Za-z0-9._-]/g, '');
}
