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

/** The mark of another plan that stands beside this one. @param {{answer: object, name: string}} beside */
const besideMark = ({ answer, name }) => message('yours-mark-other', { n: ownOf(answer).length, name });

/** The marks of a view, in the order in which they are read. @param {object} view @returns {object[]} */
export const ownMarks = ({ mark, besideMark: other }) => [mark, other].filter(Boolean);

/**
 * A view with the mark on it: under its title, and in its table and file as a last column with the ids. A view with another
 * plan in it names that plan in `beside` and has the same for it.
 * @template {{columns: object[], rows: object[], beside?: object|null}} V @param {V} view @param {object} answer @returns {V}
 */
export function marked(view, answer) {
  const { beside } = view;
  const own = withOwn(view, answer, 'yours', message('pic-col-yours'), { mark: ownMark(answer) });
  if (!beside) return own;
  const label = message('pic-col-other-yours', { name: beside.name });
  return withOwn(own, beside.answer, 'other_yours', label, { besideMark: besideMark(beside) });
}

/** A view with the mark and the column of the figures that a person set in an answer, if there are any. */
function withOwn(view, answer, key, label, mark) {
  const ids = ownOf(answer).join('; ');
  if (!ids) return view;
  return {
    ...view,
    ...mark,
    columns: view.columns.length > 0 ? [...view.columns, { key, label }] : [],
    rows: view.rows.map((row) => ({ ...row, [key]: ids })),
  };
}
