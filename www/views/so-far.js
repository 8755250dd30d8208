// While more model runs are to come, a table says over each column of ranges and chances of how many it speaks, and so does
// its file: a file is kept when the page has long gone on.
import { message } from './figures.js';

const RANGED = /^pic-col-(low|high)\d+$|^pic-col-chance-|^pic-col-share$|^pic-col-even-(by|ever|never)$/;

const isRanged = ({ id, args }) => RANGED.test(id) || Boolean(args?.column?.id && isRanged(args.column));

/** @template {{columns: object[], notes?: object[]}} V @param {V} view @returns {V} */
export function soFar(view) {
  const runs = view.notes?.find(({ id }) => id === 'pic-ranges-are')?.args;
  if (runs?.state !== 'first') return view;
  const { draws, of } = runs;
  const told = (column) =>
    isRanged(column.label)
      ? { ...column, label: message('pic-col-first', { column: column.label, draws, of }) }
      : column;
  return { ...view, columns: view.columns.map(told) };
}
