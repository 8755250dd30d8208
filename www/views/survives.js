// Does the sign survive? The answer under each side of each dispute, from hardest on the plan to kindest, between the two
// combinations that are worst and best for it.
import { tenthsWords } from './chance.js';
import { message } from './figures.js';
import { differs, netWords, rangeWords, subtitle } from './hangs.js';

/** @param {object} found of the engine's question @param {string} place its name */
export function survivesView(found, place) {
  const { rivals, about, central } = found;
  const sides = rivals.rows.map((row, index) => ({ ...row, kind: 'side', index }));
  const tried = sides.filter((row) => !row.taken);
  const moves = (row) => row.impossible || row.central === null || differs(about, row.central, central);
  const now = { kind: 'now', central, sign: found.sign, same_sign: true, futures: futuresNow(found) };
  const listed = [...tried.filter(moves), now].sort(harder);
  const list = [...combination(rivals, 'least_favourable'), ...listed, ...combination(rivals, 'most_favourable')];
  const turning = tried.filter(({ same_sign: same }) => same === false);
  return {
    name: 'does-it-survive',
    message: message(`turns-survives-${formOf(rivals)}`, { same: rivals.same, of: rivals.of }),
    subtitle: subtitle(found, place),
    summary: turning.length > 0 ? message('turns-survives-under', { list: turning.map(nameOf).join('; ') }) : null,
    list: list.map((row) => ({
      ...row,
      form: verdict(row),
      net: netWords(about, row.central),
      runs: runsOf(about, row),
    })),
    still: tried.filter((row) => !moves(row)).length,
    notes: [message('turns-survives-one'), sides.some(hasRuns) ? runsNote(found) : message('turns-survives-middle')],
    columns: columns(list.some(hasRuns)),
    rows: [...combination(rivals, 'least_favourable'), now, ...sides, ...combination(rivals, 'most_favourable')].map(
      cells,
    ),
    marks: { values: list.map((row) => row.central).filter((value) => value !== null) },
  };
}

/** Of how many model runs the ranges are, where that is known: fewer under each side than of the plan itself. */
const runsNote = ({ matters, side_draws: side }) =>
  side && matters?.futures
    ? message('turns-survives-counted', { side, own: matters.futures.draws })
    : message('turns-survives-runs');

const hasRuns = ({ futures }) => Boolean(futures);
const harder = (one, other) => (one.central ?? 0) - (other.central ?? 0);

/** The scenario's own futures stand with what matters; the sides' with the sides. */
const futuresNow = ({ matters }) => matters?.futures?.summary ?? null;

const formOf = ({ of, same }) => (of === 0 ? 'none' : same === of ? 'all' : 'some');

/** A side in few words: the dispute, then the side. */
export const nameOf = ({ switch_label: dispute, label }) => `${dispute.replace(/\?$/, '')}: ${label}`;

function combination(rivals, which) {
  const found = rivals[which];
  return found ? [{ ...found, kind: which.replace('_', '-') }] : [];
}

function verdict({ central, sign, same_sign: same, impossible, kind }) {
  if (impossible) return 'impossible';
  if (central === null) return 'unknown';
  if (kind === 'now') return 'now';
  return `${sign}${same ? '' : '-turns'}`;
}

function runsOf(about, { futures }) {
  if (!futures) return null;
  const { low90, high90, above_zero: share } = futures;
  return message('turns-runs', { range: rangeWords(about, low90, high90), tenths: tenthsWords(share) });
}

const columns = (runs) => [
  { key: 'dispute', label: message('turns-col-dispute') },
  { key: 'side', label: message('turns-col-side') },
  { key: 'central', label: message('turns-col-net'), places: 1, signed: true },
  { key: 'verdict', label: message('pic-col-verdict') },
  ...(runs
    ? [
        { key: 'low', label: message('turns-col-low'), places: 1, signed: true },
        { key: 'high', label: message('turns-col-high'), places: 1, signed: true },
        { key: 'share', label: message('turns-col-share'), places: 2 },
      ]
    : []),
];

const cells = (row) => ({
  dispute: row.switch_label ?? message(`turns-kind-${row.kind}`),
  side: row.label ?? '',
  central: row.central,
  verdict: row.impossible ?? message(`turns-verdict-${verdict(row)}`),
  low: row.futures?.low90 ?? null,
  high: row.futures?.high90 ?? null,
  share: row.futures?.above_zero ?? null,
});
