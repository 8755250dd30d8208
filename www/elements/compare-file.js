// A comparison as a file: what the model runs say of each plan and of this plan less the other, one row each. Pure.
import { BANDS, atYear, bandsOf } from '../views/ranges.js';
import { ownOf } from '../views/yours.js';
import { indexOfYear } from '../words/answer.js';

const YEARLY = ['emergency_admissions', 'bed_days', 'deaths_under_75'];

export const COMPARE_COLUMNS = [
  ...[
    'place_code',
    'place',
    'plan',
    'scenario',
    'model',
    'evidence',
    'outcome',
    'unit',
    'period',
    'estimate',
    'change',
  ],
  ...[...BANDS, 'share_below_zero', 'share_above_zero', 'draws', 'draws_in_all', 'seed', 'own_figures'],
];

/**
 * Rows: `plan` is `this`, `other` or `this_less_other`; `estimate` is the published price of hospital care, where there are
 * several answers. The difference has no figure of the middle run: it is read off pairs of runs only.
 * `own_figures` of a plan are those set in it; the difference stands on those of both.
 * @param {object} plan @param {{answer: object, name: string}} compare @param {import('../engine/pairs.js').Pairs} runs
 */
export function compareFileRows(plan, { answer: other, name }, { one, other: second, less, all }) {
  const [own, others] = [ownOf(plan), ownOf(other)];
  const both = [...new Set([...own, ...others])];
  const sides = [
    { side: 'this', answer: plan, ranges: one, name: plan.name ?? '', own },
    { side: 'other', answer: other, ranges: second, name, own: others },
    { side: 'this_less_other', answer: plan, ranges: less, name: '', own: both },
  ];
  return sides.flatMap((side) => [...yearly(side, all), ...estimates(side, all)]);
}

const start = ({ side, answer, name }) => [
  ...[answer.place.code, answer.place.name, side, name, answer.model, answer.evidence],
];

const end = (summary, { ranges: { draws, seed }, own }, all) => [
  ...BANDS.map((key) => summary?.[key] ?? null),
  ...[summary?.below_zero ?? null, summary?.above_zero ?? null, draws, all, seed],
  own.join('; '),
];

function yearly(side, all) {
  const { answer, ranges } = side;
  const at = indexOfYear(answer);
  return YEARLY.map((id) => {
    const series = answer.outcomes[id];
    const change = side.side === 'this_less_other' ? null : (series?.difference?.[at] ?? null);
    const summary = atYear(bandsOf(ranges, id), at);
    return [...start(side), id, series?.unit ?? '', answer.years[at], '', change, ...end(summary, side, all)];
  });
}

function estimates(side, all) {
  const { answer, ranges } = side;
  return Object.entries(ranges.estimates ?? {}).map(([option, { set_in_motion: summary }]) => {
    const rival = answer.topdown?.under_rival_prices?.find((each) => each.option === option);
    const change = side.side === 'this_less_other' ? null : (rival?.qalys_net ?? null);
    const unit = answer.outcomes.qalys?.unit ?? '';
    return [...start(side), 'qalys', unit, 'set_in_motion', option, change, ...end(summary, side, all)];
  });
}
