// The two sides of a change: who is helped and who is harmed. They are known apart where the answer has parts that pull
// both ways; otherwise the whole change is one or the other.
import { series, sum } from './figures.js';
import { about, partsOf } from './outcomes.js';

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
