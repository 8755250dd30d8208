// What a person changed of the model's figures, so that every output says whose figures it rests on.
import { message } from './figures.js';

/** Ids of the figures and sides of the scenario that are not the model's own. @param {object} answer @returns {string[]} */
export function ownOf(answer) {
  const { assumptions = {}, switches = {} } = answer?.scenario ?? {};
  return [...Object.keys(assumptions), ...Object.keys(switches)];
}

/** The mark, in words; null when every figure is the model's. @param {object} answer */
export function ownMark(answer) {
  const count = ownOf(answer).length;
  return count > 0 ? message('yours-mark', { n: count }) : null;
}

/**
 * A view with the mark on it: under its title, and in its table and file as a last column with the ids.
 * @template {{columns: object[], rows: object[]}} V @param {V} view @param {object} answer @returns {V}
 */
export function marked(view, answer) {
  const ids = ownOf(answer);
  if (ids.length === 0) return view;
  const yours = ids.join('; ');
  return {
    ...view,
    mark: ownMark(answer),
    columns: view.columns.length > 0 ? [...view.columns, { key: 'yours', label: message('pic-col-yours') }] : [],
    rows: view.rows.map((row) => ({ ...row, yours })),
  };
}
