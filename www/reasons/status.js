/**
 * How we know a figure, in the three ways the page draws: measured, worked out, assumed.
 * What nobody re-read (`recalled`) is drawn as assumed, because nobody checked it; its own words say which of the two.
 */

/** @typedef {'measured'|'worked-out'|'assumed'} How */

const HOW = new Map([
  ['sourced', 'measured'],
  ['published', 'measured'],
  ['derived', 'worked-out'],
  ['recalled', 'assumed'],
  ['assumed', 'assumed'],
]);

/** Strongest first: the order in which filters and counts stand. */
export const HOWS = /** @type {How[]} */ (['measured', 'worked-out', 'assumed']);

/** How a status of the evidence pack is drawn. An unknown status never looks better than assumed. @returns {How} */
export function howWeKnow(status) {
  return /** @type {How} */ (HOW.get(status) ?? 'assumed');
}

/** The weakest of several: a chain is as sure as its weakest figure. `null` for none. @returns {How|null} */
export function weakest(statuses) {
  const found = statuses.map(howWeKnow);
  return [...HOWS].reverse().find((how) => found.includes(how)) ?? null;
}

/** How many figures are known in each way; those without a status are in none. @returns {{how: How, count: number}[]} */
export function tally(all) {
  const statuses = all.filter(Boolean);
  return HOWS.map((how) => ({ how, count: statuses.filter((status) => howWeKnow(status) === how).length }));
}
