// Does the answer survive? The same plan under each published estimate of what hospital money buys, from the hardest
// on the plan to the kindest, and under pairings of published estimates for both sides. None of them is called ours.
import { figure, message } from './figures.js';
import { estimates, tally, together } from './estimates.js';
import { chance } from './chance.js';
import { bandCells, bandColumns, rangesNote, wide } from './ranges.js';
import { onlyJust, tenths, verdict } from './tenths.js';
import { has } from '../words/words.js';

/**
 * The verdict of each estimate is that of its own figures, as the sentence counts them. Model runs say beside it how sure
 * that is: which estimate is right is not among the things that are drawn.
 * @param {object} answer
 * @param {{ranges?: object|null, doubt?: string}} options
 */
export function rivalsView(answer, { ranges = null, doubt = 'working' } = {}) {
  const list = estimates(answer).map((each) => row(each, ranges?.estimates?.[each.option]?.set_in_motion));
  const pairs = pairings(answer);
  const runs = list.some((each) => each.runs);
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
    notes: [message('pic-rivals-tie'), ...(runs ? [message('pic-rivals-runs')] : []), rangesNote(ranges, doubt, runs)],
    columns: columns(runs),
    rows: [...list, ...pairs].map((each) => ({
      ...each,
      ...bandCells(each.range),
      share: each.share ?? message('pic-no-range'),
      verdict: verdictWords(each),
    })),
    marks: { most: Math.max(...[...list, ...pairs].map((each) => Math.abs(each.net)), 0) },
    why: { outcome: 'qalys', year: null, figure: 'set_in_motion' },
    form,
  };
}

function row(each, range) {
  if (!range || range.above_zero + range.below_zero === 0) return { ...each, runs: null };
  return { ...each, range, share: range.above_zero, runs: tenths(range.above_zero) };
}

/** "likely: 8 in 10 model runs", and how far they reach. @param {{share: number, range: object}} each */
export const runsWords = ({ share, range }) =>
  message('pic-rivals-share', { chance: chance(share), range: wide(range, { least: 0.5, words: 'years' }) });

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

const columns = (runs) => [
  { key: 'label', label: message('pic-col-estimate') },
  { key: 'price', label: message('pic-col-price'), places: 0 },
  { key: 'net', label: message('pic-col-net-years'), places: 1, signed: true },
  { key: 'verdict', label: message('pic-col-verdict') },
  ...(runs ? [{ key: 'share', label: message('pic-col-share'), places: 2 }, ...bandColumns(1)] : []),
];

/** Net years in words: which way, and how many. */
export const netWords = ({ net }) => {
  const way = net === 0 ? 'none' : Math.abs(net) < 0.5 ? 'tiny' : net > 0 ? 'gain' : 'loss';
  return message('pic-rivals-net', { way, amount: figure('count', Math.abs(net)) });
};

/** The verdict in words; a near-tie stays on its side and says so. */
export const verdictWords = ({ verdict: side, close, runs }) => {
  // Most model runs may lean the other way than the middle run: then its verdict does not stand alone.
  const against = runs && side !== 'same' && runs.verdict !== side;
  return message(`pic-verdict-${side}${against ? '-but' : close ? '-just' : ''}`);
};
