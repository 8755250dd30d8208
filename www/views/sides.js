// The two sides of a change: who is helped and who is harmed. They are known apart where the answer has parts that pull
// both ways; otherwise the whole change is one or the other.
import { series, sum } from './figures.js';
import { about, partsOf } from './outcomes.js';
import { turned } from './ranges.js';

/**
 * @param {object} answer
 * @param {string} outcome
 * @returns {{helped: number[], harmed: number[]}} sizes by year, never below 0
 */
export function sidesOf(answer, outcome) {
  const good = about(outcome).better === 'up' ? 1 : -1;
  const parts = partsOf(answer, outcome);
  const changes = (parts.length > 0 ? parts : [outcome]).map((id) => series(answer.outcomes[id].difference));
  const side = (sign) => changes[0].map((_, i) => sum(changes.map((change) => Math.max(0, sign * good * change[i]))));
  return { helped: side(1), harmed: side(-1) };
}

/**
 * The same as signed changes of the outcome, where both can be said; `null` where one side alone makes the change.
 * @returns {{help: number[], harm: number[]}|null}
 */
export function bothSides(answer, outcome) {
  if (partsOf(answer, outcome).length === 0) return null;
  const { better, least } = about(outcome);
  const { helped, harmed } = sidesOf(answer, outcome);
  if (Math.max(...helped) < least || Math.max(...harmed) < least) return null;
  const sign = better === 'up' ? 1 : -1;
  return { help: helped.map((size) => sign * size), harm: harmed.map((size) => 0 - sign * size) };
}

/**
 * How far each side reaches in model runs, as sizes. Known where one part alone makes a side: ranges of parts do not add up.
 * @param {object} answer @param {string} outcome @param {(id: string) => object|null} rangeOf summary of an outcome
 */
export function sideRanges(answer, outcome, rangeOf) {
  const good = about(outcome).better === 'up' ? 1 : -1;
  const ids = partsOf(answer, outcome);
  if (ids.length === 0) return { helped: null, harmed: null };
  const side = (sign) => {
    const own = ids.filter((id) => series(answer.outcomes[id].difference).some((value) => sign * good * value > 0));
    const range = own.length === 1 ? rangeOf(own[0]) : null;
    return sizes(sign * good > 0 ? range : turned(range));
  };
  return { helped: side(1), harmed: side(-1) };
}

/** A part that turns round in some runs leaves its side: there its size is none. */
const sizes = (range) =>
  range && Object.fromEntries(Object.entries(range).map(([key, value]) => [key, Math.max(0, value)]));
