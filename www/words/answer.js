// The sentence of the answer, from the model's answer to messages. It picks a form and rounds; it works out nothing.
// Scale and timing first, both sides, then the verdict as the dispute it is. Used by the page, the live region,
// the static pages and the tests.
import { count, significant, spoken } from './format.js';
import { chanceOf, rangeOf, runsArgs } from './range.js';
import { t } from './words.js';

/** Years of work after which the first sentence looks: late enough for prevention to show, soon enough to care. */
const YEARS_IN = 10;

/** Where in the series the sentence looks. @param {object} answer @returns {number} */
export function indexOfYear(answer) {
  const first = answer.scenario?.shift?.start_year ?? answer.years[0];
  const wanted = answer.years.indexOf(first + YEARS_IN);
  return wanted < 0 ? answer.years.length - 1 : wanted;
}

/**
 * What kind of answer it is.
 * @param {object} answer
 * @returns {'nothing' | 'new_money' | 'gain' | 'loss' | 'mixed' | 'pending'} by the published estimates of what hospital
 *   money buys: all say better, none does, or they disagree; `pending` while whole lives are being worked out
 */
export function formOf(answer) {
  const rivals = answer.topdown?.under_rival_prices ?? [];
  if (isGlimpse(answer)) {
    if (rivals.length === 0 || !moves(answer)) return 'nothing';
    return isCut(answer) ? 'pending' : 'new_money';
  }
  if (!answer.topdown?.verdict || rivals.length === 0) return 'nothing';
  if (!isCut(answer)) return 'new_money';
  const better = votes(answer).better;
  if (better === rivals.length) return 'gain';
  return better === 0 ? 'loss' : 'mixed';
}

/** How many published estimates say better, of how many. @param {object} answer */
export function votes(answer) {
  const rivals = answer.topdown?.under_rival_prices ?? [];
  return { better: rivals.filter((rival) => rival.better).length, all: rivals.length };
}

/** Whether this is what the engine says while a lever moves: it has no verdict yet, which is not the same as none. */
export const isGlimpse = ({ topdown }) => topdown !== undefined && !('verdict' in topdown);

const moves = ({ money }) => [money.cut, money.spent].some((years) => years.some((pounds) => pounds > 0));

/** Whether hospitals get less in any year. */
export function isCut(answer) {
  return Array.from(answer.money.cut).some((pounds) => pounds > 0);
}

/**
 * The sentences in order, each a message and its arguments.
 * @param {object} answer @param {string} place its name @param {object|null} [ranges] of many model runs of the same plan
 * @returns {{id: string, args: object, role: 'lead' | 'range' | 'other' | 'verdict' | 'within' | 'scale'}[]}
 */
export function answerSentences(answer, place, ranges = null) {
  const form = formOf(answer);
  const list = [lead(answer, form)];
  if (form === 'nothing') return list;
  list.push(...leadRange(answer, ranges), otherSide(answer, ranges));
  list.push({ role: 'verdict', id: `answer-verdict-${dash(form)}`, args: verdictArgs(answer) });
  list.push(...within(form, ranges), scale(answer, place));
  return list;
}

/** How far the change of the first sentence reaches, and how likely it is that it goes that way at all. */
function leadRange(answer, ranges) {
  const at = indexOfYear(answer);
  const found = ranges?.outcomes.emergency_admissions?.difference;
  if (!found) return [];
  const range = { role: 'range', id: 'answer-range', args: { range: rangeText(found.low90[at], found.high90[at]) } };
  const way = answer.outcomes.emergency_admissions.difference[at] > 0 ? 'more' : 'fewer';
  const share = (way === 'more' ? found.above_zero : found.below_zero)[at];
  return [range, { role: 'range', id: 'answer-chance', args: { way, chance: chanceText(share) } }];
}

/** "between 6 and 29 fewer". @param {number} low @param {number} high changes in stays or people */
export function rangeText(low, high) {
  const { form, ...ends } = rangeOf(low, high);
  return t('range-change', {
    form,
    ...Object.fromEntries(Object.entries(ends).map(([key, size]) => [key, count(size)])),
  });
}

/** "8 in 10 model runs". @param {number} share 0 to 1 */
const countText = (share) => {
  const { tenths, edge } = chanceOf(share);
  return t('chance-count', { tenths, edge });
};

/** "8 in 10". @param {number} share 0 to 1 */
const tenthsText = (share) => {
  const { tenths, edge } = chanceOf(share);
  return t('chance-tenths', { tenths, edge });
};

/** "likely (8 in 10 model runs)": the word never without the number. @param {number} share 0 to 1 */
export const chanceText = (share) => t('chance', { word: chanceOf(share).word, count: countText(share) });

/** Model runs that say better under the estimate hardest on the plan, and under the kindest. */
function within(form, ranges) {
  if (form === 'new_money') return [];
  const shares = Object.values(ranges?.estimates ?? {}).map(({ set_in_motion: all }) => all?.above_zero);
  if (shares.length === 0 || !shares.every(Number.isFinite)) return [];
  const ends = [Math.min(...shares), Math.max(...shares)];
  const [least, most] = ends.map(tenthsText);
  const args = { low: countText(ends[0]), high: most, same: least === most ? 'yes' : 'no' };
  return [{ role: 'within', id: 'answer-within', args }];
}

const dash = (word) => word.replaceAll('_', '-');

function lead(answer, form) {
  const at = indexOfYear(answer);
  const stays = answer.outcomes.emergency_admissions;
  const { way, size } = spoken(stays.difference[at]);
  const args = {
    year: answer.years[at],
    now: answer.years[0],
    size,
    total: stays.baseline[at],
    first: stays.baseline[0],
  };
  if (form === 'nothing') return { role: 'lead', id: 'answer-lead-nothing', args };
  const few = way !== 'same' && size === 0;
  return { role: 'lead', id: few ? `answer-lead-few-${way}` : `answer-lead-${way}`, args };
}

/** Deaths put off by prevention and deaths brought on by a smaller budget: never one without the other. */
function otherSide(answer, ranges) {
  const at = indexOfYear(answer);
  const prevention = answer.outcomes.deaths_prevention.difference[at];
  const reach = ranges?.outcomes.deaths_prevention?.difference;
  const [low, high] = deathsOfCut(answer, at);
  const hospital = peopleBetween(low, high);
  const spread = hospital === people(low) ? 'no' : 'yes';
  const args = { hospital, spread, prevention: peopleWithin(prevention, reach?.low90[at], reach?.high90[at]) };
  if (!isCut(answer)) return { role: 'other', id: 'answer-deaths-no-cut', args };
  // Room that prevention frees can outweigh the cut for a while: then the cut alone must not get the credit.
  if (low < 0) return { role: 'other', id: 'answer-deaths-room', args };
  return { role: 'other', id: prevention === 0 ? 'answer-deaths-cut-only' : 'answer-deaths-both', args };
}

/**
 * Change in deaths that goes with hospital money: the least and the most that the published estimates say, never one
 * of them alone. An older answer holds one figure only, and then both are that figure.
 * @param {object} answer @param {number} at index of the year @returns {[number, number]}
 */
export function deathsOfCut(answer, at) {
  const rivals = (answer.topdown?.under_rival_prices ?? []).map((rival) => rival.deaths_hospital?.[at]);
  const known = rivals.filter(Number.isFinite);
  const all = known.length > 0 ? known : [answer.outcomes.deaths_hospital.difference[at]];
  return [Math.min(...all), Math.max(...all)];
}

const SIDES = { fewer: 'better', more: 'worse', same: 'b' };

/** "about 3 more people", marked as better or worse: a change in deaths with its direction. @param {number} difference */
export function people(difference) {
  const { way, size } = spoken(difference);
  return `<${SIDES[way]}>${t(`people-${way}`, { size })}</${SIDES[way]}>`;
}

/** The same with how far it reaches in 9 of 10 model runs, where they say. */
function peopleWithin(difference, low, high) {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return people(difference);
  return t('people-within', { people: '\u0000', range: rangeText(low, high) }).replace('\u0000', people(difference));
}

/**
 * "about 2 to 8 more people": the smaller change first. One figure where both are spoken alike, both with their
 * directions where these differ.
 * @param {number} low @param {number} high changes in people
 */
export function peopleBetween(low, high) {
  const ends = [spoken(low), spoken(high)];
  const [least, most] = [...ends].sort((a, b) => a.size - b.size);
  // Neither better nor worse: it carries no mark.
  if (least.way !== most.way) return t('people-either', { low: people(low), high: people(high) });
  if (least.size === most.size) return people(low);
  const range = t(`people-range-${least.way}`, { least: least.size, most: most.size });
  return `<${SIDES[least.way]}>${range}</${SIDES[least.way]}>`;
}

/** Healthy years over whole lives, from the least to the most of the published estimates, without their sign. */
function verdictArgs(answer) {
  const sizes = (answer.topdown?.under_rival_prices ?? []).map((rival) => Math.abs(rival.qalys_net));
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  return { ...votes(answer), least, most, pounds: answer.money.full_shift_gbp_per_year };
}

function scale(answer, place) {
  const { full_shift_gbp_per_year: pounds, share_of_public_health_spending: share } = answer.money;
  if (!Number.isFinite(share)) return { role: 'scale', id: 'answer-scale-no-share', args: { pounds, place } };
  // Beyond all of it a percentage stops helping: "16 times" is heard, "1,600%" is not.
  const id = share < 2 ? 'answer-scale' : 'answer-scale-times';
  return { role: 'scale', id, args: { pounds, share, times: significant(share), place } };
}

/**
 * How far the plan comes towards the ambition it was measured against; null without one.
 * @param {object} answer
 * @returns {{id: string, args: object} | null}
 */
export function ambitionSentence(answer) {
  const { ambition, scenario, years } = answer;
  if (!ambition) return null;
  const year = years[Math.min(years.length, scenario.target.within_years) - 1];
  if (ambition.wanted_below !== undefined) {
    const { wanted_below: wanted, reached, today } = ambition;
    return { id: 'answer-ambition-below', args: { wanted, reached, today, year } };
  }
  const { wanted_change_share: wanted, reached_change_share: reached } = ambition;
  return { id: 'answer-ambition-change', args: { wanted: Math.abs(wanted), reached: Math.abs(reached), year } };
}

/**
 * One sentence for the live region: what changed and the dispute, without the rest.
 * @param {object} answer @param {string} place
 */
export function spokenAnswer(answer, place) {
  return answerSentences(answer, place)
    .filter(({ role }) => role === 'lead' || role === 'verdict')
    .map(({ id, args }) => t(id, args))
    .join(' ');
}

/**
 * One sentence for the live region when ranges have come; empty when there is nothing they are of.
 * @param {object} answer @param {object} ranges
 */
export function spokenRanges(answer, ranges) {
  if (formOf(answer) === 'nothing') return '';
  const [range, chance] = leadRange(answer, ranges).map(({ id, args }) => t(id, args));
  return range ? t('answer-ranges-spoken', { range, chance, ...runsArgs(ranges) }) : '';
}
