// Possible futures, one by one: the first model runs as lines, so that risk is felt as one thing that happens.
import { figure, message, series } from './figures.js';
import { direction } from './shape.js';

/**
 * @param {object|null} ranges of the engine @param {string} outcome @param {number} count of years
 * @returns {{list: number[][], byKey: Record<string, number[]>}|null} null if there are none for this outcome
 */
export function futures(ranges, outcome, count) {
  const list = (ranges?.outcomes[outcome]?.paths ?? []).map(series).filter((path) => path.length >= count);
  if (list.length === 0) return null;
  return { list, byKey: Object.fromEntries(list.map((path, i) => [keyOf(i), path])) };
}

const keyOf = (i) => `future${i + 1}`;

/** Whether these runs hold futures of an outcome. */
export const hasFutures = (ranges, outcome) => (ranges?.outcomes[outcome]?.paths ?? []).length > 0;

export const futureColumns = ({ list }, { places }) =>
  list.map((_, i) => ({
    key: keyOf(i),
    label: message('pic-col-future', { number: i + 1 }),
    places: Math.max(2, places),
    signed: true,
  }));

/** "Future 7 of 20: in 2036 about 12 fewer". */
export function futureWords({ list }, number, { years, at, facts }) {
  const value = list[number % list.length][at];
  return message('pic-future', {
    number: (number % list.length) + 1,
    of: list.length,
    year: figure('year', years[at]),
    direction: value === 0 ? 'same' : direction(value, facts.least),
    amount: figure(facts.kind, Math.abs(value)),
    noun: facts.noun,
  });
}
