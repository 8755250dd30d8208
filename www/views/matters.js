// What we would most want to know: how far each figure moves the answer, how closely it goes with it over model runs, and
// what it would be worth to know it.
import { spokenAmounts } from '../reasons/amounts.js';
import { howWeKnow } from '../reasons/status.js';
import { figure, message } from './figures.js';
import { netWords, subtitle, worthWords } from './hangs.js';

/** Figures drawn; the table has all. */
const DRAWN = 10;
/** Groups said. */
const GROUPS = 3;

/** @param {object} found of the engine's question @param {string} place its name */
export function mattersView(found, place) {
  const { about, matters, central } = found;
  const list = matters.figures.slice(0, DRAWN).map((row) => ({ ...row, ...wordsOf(about, row) }));
  const { futures } = matters;
  return {
    name: 'what-matters-most',
    message: message(
      list.length === 0 ? 'turns-matters-none' : futures ? 'turns-matters-worth' : 'turns-matters-swing',
    ),
    subtitle: subtitle(found, place),
    summary: futures
      ? message('turns-matters-all', {
          draws: futures.draws,
          worth: worthWords(about, futures.evpi),
          share: figure('share', futures.regretted),
        })
      : null,
    list,
    groups: (futures?.groups ?? [])
      .filter(({ evppi }) => evppi?.clear)
      .slice(0, GROUPS)
      .map((group) => groupWords(about, group)),
    more: matters.figures.length - list.length,
    notes: [
      message('turns-matters-key'),
      message('turns-matters-still', { still: matters.still }),
      ...(futures ? [message('turns-matters-known')] : []),
    ],
    columns: columns(Boolean(futures)),
    rows: matters.figures.map(cells),
    marks: {
      central,
      values: list.flatMap(({ at_low: low, at_high: high }) => [low, high]).filter((value) => value !== null),
    },
  };
}

function wordsOf(about, { at_low: low, at_high: high, low: from, high: to, unit, evppi }) {
  const [fromWords, toWords] = spokenAmounts([from, to], unit);
  const ends =
    low === null || high === null
      ? null
      : message('turns-matters-ends', {
          from: fromWords,
          low: netWords(about, low),
          to: toWords,
          high: netWords(about, high),
        });
  return { ends, worth: worthOf(about, evppi) };
}

function worthOf(about, evppi) {
  if (!evppi) return null;
  return evppi.clear
    ? message('turns-worth', { worth: worthWords(about, evppi.value) })
    : message('turns-worth-unclear');
}

const groupWords = (about, { label, figures, evppi }) =>
  message('turns-matters-group', { label, figures, worth: worthWords(about, evppi.value) });

const cells = (row) => ({
  ...row,
  how: row.status ? message(`how-${howWeKnow(row.status)}`) : null,
  worth: row.evppi?.value ?? null,
  error: row.evppi?.standard_error ?? null,
  bias: row.evppi?.bias ?? null,
});

const columns = (runs) => [
  { key: 'label', label: message('turns-col-figure') },
  { key: 'at_low', label: message('turns-col-at-low'), places: 1, signed: true },
  { key: 'at_high', label: message('turns-col-at-high'), places: 1, signed: true },
  { key: 'swing', label: message('turns-col-swing'), places: 1 },
  ...(runs
    ? [
        { key: 'rank_correlation', label: message('turns-col-rank'), places: 2, signed: true },
        { key: 'worth', label: message('turns-col-worth'), places: 2 },
        { key: 'error', label: message('turns-col-error'), places: 2 },
        { key: 'bias', label: message('turns-col-bias'), places: 2 },
      ]
    : []),
  { key: 'how', label: message('turns-col-how') },
  { key: 'grade', label: message('source-grade') },
];
