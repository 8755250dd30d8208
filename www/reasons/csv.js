/**
 * Tables as CSV text: RFC 4180 (CR LF, quotes doubled), UTF-8 without a byte-order mark, numbers at full precision with a
 * point. Spreadsheets run text that looks like a formula; such text is disarmed with a leading apostrophe. Numbers are not text.
 */

const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const QUOTED = /[",\r\n]/;

/** One cell. Nothing (`null`, `undefined`, not a number) is an empty cell, never 0. @param {unknown} value */
export function field(value) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value + 0) : '';
  const text = String(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * @param {string[]} head column names
 * @param {unknown[][]} rows
 * @returns {string} lines that each end in CR LF
 */
export function csvText(head, rows) {
  return [head, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}
