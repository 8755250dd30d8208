// Does the answer survive? The same plan under each published estimate of what hospital money buys, from the hardest
// on the plan to the kindest, and under pairings of published estimates for both sides. None of them is called ours.
import { figure, message } from './figures.js';
import { estimates, tally, together } from './estimates.js';
import { onlyJust, tenths, verdict } from './tenths.js';
import { has } from '../words/words.js';

/**
 * @param {object} answer
 * @param {{shares?: Record<string, number>|null}} options
 *   share of model runs that say better, by option, when there are any
 */
export function rivalsView(answer, { shares = null } = {}) {
  const list = estimates(answer).map((each) => row(each, shares));
  const pairs = pairings(answer);
  const counts = tally(list);
  const said = together(list);
  // Without a cut the price of hospital money decides nothing.
  const form = said !== 'same' && answer.topdown.cut_gbp === 0 ? 'no-cut' : said;
  return {
    name: 'rivals',
    message: message(`pic-rivals-${form}`, { better: counts.better, of: counts.of }),
    subtitle: message('pic-rivals-subtitle', { place: answer.place.name }),
    summary: null,
    tally: counts,
    groups: [
      { key: 'prices', list },
      { key: 'pairs', list: pairs },
    ].filter((group) => group.list.length > 0),
    notes: [message('pic-rivals-tie'), message(shares ? 'pic-rivals-runs' : 'pic-rivals-no-runs')],
    columns: columns(shares),
    rows: [...list, ...pairs].map((each) => ({ ...each, verdict: verdictWords(each) })),
    marks: { most: Math.max(...[...list, ...pairs].map((each) => Math.abs(each.net)), 0) },
    why: { outcome: 'qalys', year: null, figure: 'set_in_motion' },
    form,
  };
}

function row(each, shares) {
  const share = shares?.[each.option];
  if (share === undefined) return { ...each, runs: null };
  const beads = tenths(share);
  return { ...each, share, runs: beads, verdict: beads.verdict, close: false };
}

/** Both sides from published comparisons of areas, worst for the plan first. */
function pairings(answer) {
  return (answer.topdown?.pairings ?? [])
    .map((pair) => ({
      option: pair.id,
      label: pair.label,
      price: pair.health_care_gbp_per_qaly,
      net: pair.qalys_net,
      caveat: pair.caveat,
      verdict: verdict(pair.qalys_net),
      close: onlyJust(pair.qalys_net, pair.qalys_gained, pair.qalys_lost),
      runs: null,
    }))
    .sort((a, b) => a.net - b.net);
}

/** Short words of the page for an estimate; null where the page has none and the pack's own label stands. */
export const plainWords = ({ option }) => (has(`pic-rival-${option}`) ? message(`pic-rival-${option}`) : null);

/**
 * What a price was when it was published, in the money of its own time, from its record.
 * @param {string} option id of the estimate
 * @param {object} describe of the engine @param {{id: string, value: number, price_year: string|null}[]} figures
 * @returns {import('./figures.js').Message|null} null if no record is known
 */
export function saidAs(option, describe, figures) {
  const options = (describe?.switches ?? []).flatMap((one) => one.options);
  const id = options.find((one) => one.id === option)?.points_at;
  const record = figures.find((one) => one.id === id);
  if (!record) return null;
  const amount = figure('plain', record.value);
  const year = Number.parseInt(record.price_year, 10);
  if (Number.isNaN(year)) return message('pic-rivals-said-no-year', { amount });
  return message('pic-rivals-said', { amount, year: figure('year', year) });
}

const columns = (shares) => [
  { key: 'label', label: message('pic-col-estimate') },
  { key: 'price', label: message('pic-col-price'), places: 0 },
  { key: 'net', label: message('pic-col-net-years'), places: 1, signed: true },
  { key: 'verdict', label: message('pic-col-verdict') },
  ...(shares ? [{ key: 'share', label: message('pic-col-share'), places: 2 }] : []),
];

/** Net years in words: which way, and how many. */
export const netWords = ({ net }) => {
  const way = net === 0 ? 'none' : Math.abs(net) < 0.5 ? 'tiny' : net > 0 ? 'gain' : 'loss';
  return message('pic-rivals-net', { way, amount: figure('count', Math.abs(net)) });
};

/** The verdict in words; a near-tie stays on its side and says so. */
export const verdictWords = ({ verdict: side, close }) => message(`pic-verdict-${side}${close ? '-just' : ''}`);
