// A view's table as text for a spreadsheet: the same rows, columns and decimals as on screen, with a point and no
// commas.
import { plain } from '../words/format.js';

/** One figure at the precision of its column; text as it is; not counted as a word given by the caller. */
export function cell(value, column, missing) {
  if (value === null || value === undefined) return missing;
  if (typeof value !== 'number') return String(value);
  const text = value.toFixed(column.places ?? 0);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

/** The same digits for reading: grouped as the language does, a true minus, a plus where a column is of changes. */
export function shown(value, column, missing) {
  const text = cell(value, column, missing);
  if (typeof value !== 'number' || column.kind === 'year') return text;
  const sign = column.signed && Number(text) > 0 ? '+' : '';
  return `${sign}${plain(Number(text), column.places ?? 0)}`.replace('-', '\u2212');
}

const QUOTED = /[",\n\r]/;
const FORMULA = /^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/;

function quote(text) {
  // A leading sign of a formula is disarmed: spreadsheets run what they open.
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * @param {{columns: {key: string, label: unknown, places?: number}[], rows: object[]}} view
 * @param {(message: unknown) => string} say words of a label or of a cell that is a message
 * @returns {string} lines that end in CR LF, headings first
 */
export function csv(view, say) {
  const text = (value, column) => (value?.id ? say(value) : cell(value, column, say({ id: 'pic-not-counted' })));
  const lines = [view.columns.map((column) => say(column.label))];
  for (const row of view.rows) lines.push(view.columns.map((column) => text(row[column.key], column)));
  return lines.map((line) => `${line.map(quote).join(',')}\r\n`).join('');
}
