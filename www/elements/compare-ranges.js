// What model runs say of two plans, for the rows of a comparison: how far each reaches, and how often one is ahead of the other
// in the same runs. That is counted over pairs of runs: two bands that lie on each other say nothing about it. Pure.
import { countWords } from '../views/chance.js';
import { atYear, bandsOf, rangeWords } from '../views/ranges.js';
import { indexOfYear, rangeText } from '../words/answer.js';
import { t } from '../words/words.js';
import { say } from '../charts/say.js';

/** Outcomes with a range. All deaths have none: what a cut does to them is told under every estimate, never under one. */
const RANGED = ['emergency_admissions', 'bed_days', 'deaths_under_75'];

/** @typedef {{under: string[][], against: string}} RowRanges `under`: lines below the cells of this plan and of the other */

/**
 * @param {object} plan @param {object} other answers @param {import('../engine/pairs.js').Pairs|null} runs
 * @returns {Record<string, RowRanges>} by id of the row
 */
export function compareRanges(plan, other, runs) {
  if (!runs) return {};
  const at = indexOfYear(plan);
  // A plan that begins in another year is looked at in another year: then the two are not the same thing.
  const same = plan.years[at] === other.years[indexOfYear(other)];
  const list = RANGED.map((id) => [id, yearly(id, [plan, other], runs, same)]);
  return Object.fromEntries([...list, ['healthy_years', healthyYears(runs)]].filter(([, found]) => found));
}

function yearly(id, answers, { one, other, less }, same) {
  const under = [one, other].map((ranges, i) => lineOf(atYear(bandsOf(ranges, id), indexOfYear(answers[i]))));
  const between = same ? atYear(bandsOf(less, id), indexOfYear(answers[0])) : null;
  return { under, against: between ? against(between) : t('compare-dash') };
}

/** A year beyond the horizon of one of the plans has no figure. */
const isKnown = (summary) => Number.isFinite(summary?.low90);

const lineOf = (summary) =>
  isKnown(summary) ? [t('pic-in-nine', { range: rangeText(summary.low90, summary.high90) })] : [];

function against(summary) {
  if (!isKnown(summary)) return t('compare-dash');
  if (summary.above_zero + summary.below_zero === 0) return t('compare-less-none');
  const range = rangeText(summary.low90, summary.high90);
  return t('compare-less', { range, count: say(countWords(summary.below_zero)) });
}

/** Summaries under each published estimate, from the hardest on the plan to the kindest. */
const underEstimates = (ranges) =>
  Object.values(ranges.estimates ?? {})
    .map(({ set_in_motion: all }) => all)
    .filter(isKnown)
    .sort((a, b) => a.mean - b.mean);

const yearsText = ({ low90, high90 }) => say(rangeWords(low90, high90, { words: 'years' }));

function healthyYears({ one, other, less }) {
  const under = [one, other].map((ranges) => {
    const all = underEstimates(ranges);
    if (all.length === 0 || all.every(({ above_zero, below_zero }) => above_zero + below_zero === 0)) return [];
    const [hard, kind] = [all[0], all.at(-1)].map(yearsText);
    if (hard === kind) return [t('pic-in-nine', { range: hard })];
    return [t('compare-hardest', { range: hard }), t('compare-kindest', { range: kind })];
  });
  const all = underEstimates(less);
  if (all.length === 0) return null;
  const [hard, kind] = [all[0], all.at(-1)].map(yearsText);
  return {
    under,
    against: hard === kind ? t('pic-in-nine', { range: hard }) : t('compare-less-years', { hard, kind }),
  };
}

/**
 * In how many runs this plan gains more healthy years than the other: one count, or those under the estimate that favours it
 * least and under the one that favours it most. Which these are need not be the same as for each plan alone: against twice the
 * cut, the dearest hospital care speaks for the smaller one.
 * @param {import('../engine/pairs.js').Pairs|null} runs @param {string} name of the other plan
 * @returns {{id: string, args: object}|null} null without runs
 */
export function compareSentence(runs, name) {
  const all = runs ? underEstimates(runs.less) : [];
  if (all.length === 0) return null;
  if (all.every(({ above_zero, below_zero }) => above_zero + below_zero === 0))
    return { id: 'compare-ahead-none', args: { name } };
  const shares = all.map(({ above_zero }) => above_zero);
  const [low, high] = [Math.min(...shares), Math.max(...shares)].map((share) => say(countWords(share)));
  return { id: 'compare-ahead', args: { name, low, high, same: low === high ? 'yes' : 'no' } };
}
