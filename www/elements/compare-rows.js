// The rows of a comparison: text for each scenario, from the same figures as the sentence. Pure.
import { deathsOfCut, formOf, indexOfYear, isCut, votes } from '../words/answer.js';
import { pounds, spoken } from '../words/format.js';
import { t } from '../words/words.js';

/** Outcomes told as a change at the year of the sentence. */
const YEARLY = ['emergency_admissions', 'bed_days', 'deaths_under_75', 'deaths'];

/**
 * @param {object} plan @param {object | null} other answers
 * @returns {{id: string, label: string, cells: string[]}[]} cells: nothing changes, this plan, and the other if there is one
 */
export function compareRows(plan, other) {
  const both = other ? [plan, other] : [plan];
  const row = (id, label, nothing, cell) => ({ id, label, cells: [nothing, ...both.map(cell)] });
  return [
    row('moved', t('compare-moved'), t('compare-nil'), moved),
    ...YEARLY.map((id) =>
      row(id, t(`compare-${id.replaceAll('_', '-')}`, yearOf(plan)), total(plan, id), (answer) => change(answer, id)),
    ),
    row('healthy_years', t('compare-healthy-years'), t('compare-nil'), healthyYears),
    row('verdict', t('compare-verdict'), t('compare-dash'), verdict),
    row('unused', t('compare-unused'), t('compare-nil'), unused),
  ];
}

const yearOf = (answer) => ({ year: answer.years[indexOfYear(answer)] });

function moved(answer) {
  const size = answer.money.full_shift_gbp_per_year;
  if (!(size > 0)) return t('compare-nil');
  return t(isCut(answer) ? 'compare-moved-cut' : 'compare-moved-new', { pounds: size });
}

function total(answer, id) {
  const { baseline } = answer.outcomes[id];
  return baseline ? t('compare-total', { total: baseline[indexOfYear(answer)] }) : t('not-counted');
}

function change(answer, id) {
  const { difference } = answer.outcomes[id];
  if (!difference) return t('not-counted');
  const at = indexOfYear(answer);
  return id === 'deaths' ? deaths(answer, at) : changeOf(difference[at]);
}

function changeOf(difference) {
  const { way, size } = spoken(difference);
  return t(`compare-change-${way}`, { size });
}

/** All deaths: what hospital money does to them is never told from one estimate. */
function deaths(answer, at) {
  const { outcomes } = answer;
  const others = outcomes.deaths.difference[at] - outcomes.deaths_hospital.difference[at];
  const [low, high] = deathsOfCut(answer, at).map((cut) => changeOf(others + cut));
  return low === high ? low : t('compare-years-range', { low, high });
}

/** Never from one estimate: the least and the most that the published ones say. */
function healthyYears(answer) {
  if (formOf(answer) === 'nothing') return t('compare-nil');
  const all = answer.topdown.under_rival_prices.map(({ qalys_net: net }) => net).filter(Number.isFinite);
  if (all.length === 0) return t('not-counted');
  const [low, high] = [years(Math.min(...all)), years(Math.max(...all))];
  return low === high ? low : t('compare-years-range', { low, high });
}

function years(value) {
  const { way, size } = spoken(value);
  return t(`compare-years-${way}`, { size });
}

function verdict(answer) {
  const form = formOf(answer);
  return form === 'nothing' || form === 'new_money' ? t('compare-dash') : t('compare-votes', votes(answer));
}

function unused(answer) {
  const left = answer.money.could_not_be_used[indexOfYear(answer)];
  return left >= 1 ? t('compare-pounds', { pounds: pounds(left) }) : t('compare-nil');
}
