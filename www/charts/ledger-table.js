// The ledger's table: a row for each payer and line, with the wider band in small type under its amounts where there is room;
// a row opens for every year of it, and for both bands. On a narrow screen the small type waits in the row that opens.
import { html, nothing } from 'lit';
import { message } from '../views/figures.js';
import { cellText } from './picture.js';
import { say } from './say.js';

const SIGNED = { places: 0, signed: true };
const TEXT = ['payer', 'line', 'kind', 'unit'];

/**
 * @param {{lines: object[], columns: object[]}} view @param {unknown} caption
 * @param {{open: Set<string>, toggle: (key: string) => void}} how which lines are open
 */
export function ledgerTable({ lines, columns, rows }, caption, how) {
  const known = columns.some(({ key }) => key === 'low90');
  const own = columns.find(({ key }) => key === 'yours');
  const ids = own ? rows[0].yours : null;
  const of = (key) => columns.find((column) => column.key === key);
  return html`<table class="lines">
    <caption>${caption}</caption>
    <thead><tr>
      ${TEXT.map((key) => html`<th scope="col" class="text">${say(of(key).label)}</th>`)}
      ${['together', 'after'].map((key) => totalHead(key, lines, known ? nineOf(of('low90').label) : null))}
      ${own ? html`<th scope="col" class="text">${say(own.label)}</th>` : nothing}
    </tr></thead>
    <tbody>${lines.map((line, i) => lineRows(line, `line${i}`, columns, { ...how, ids }))}</tbody>
  </table>`;
}

/** What the small type is, and of how many runs while more are to come. */
const nineOf = ({ id, args }) =>
  id === 'pic-col-first' ? message(id, { ...args, column: message('pic-col-nine') }) : message('pic-col-nine');

const totalHead = (key, lines, nine) => html`<th scope="col">
  ${say(key === 'together' ? lines[0].periods[0].period : message('pic-period-after'))}
  ${nine ? html`<small>${say(nine)}</small>` : nothing}</th>`;

function lineRows(line, id, columns, { open, toggle, ids }) {
  const key = `${say(line.payer)} ${line.line.id ?? line.line}`;
  const isOpen = open.has(key);
  const [first, last] = [line.periods[0], line.periods.at(-1)];
  return html`<tr>
      <th scope="row">${say(line.payer)}</th>
      <td class="text"><button class="opens shown" type="button" aria-expanded=${isOpen ? 'true' : 'false'}
        aria-controls=${id} @click=${() => toggle(key)}>${cellText(line.line, {})}</button></td>
      <td class="text">${say(line.kind)}</td>
      <td class="text">${say(line.unit)}</td>
      ${[first, last].map(total)}
      ${ids ? html`<td class="text">${ids}</td>` : nothing}
    </tr>
    <tr class="opened" id=${id} ?hidden=${!isOpen}><td colspan=${ids ? 7 : 6}>${isOpen ? periods(line, columns) : nothing}</td></tr>`;
}

function total({ amount, range }) {
  const end = (value) => cellText(value, SIGNED);
  const [low, high] = range ? [end(range.low90), end(range.high90)] : [];
  const same = low === high && low === end(amount);
  // What is nothing in every run needs no second nothing under it.
  const ends =
    range && !(same && amount === 0) ? message('pic-ledger-ends', { same: same ? 'yes' : 'no', low, high }) : null;
  return html`<td>${end(amount)}${ends ? html`<small>${say(ends)}</small>` : nothing}</td>`;
}

/** Every period of a line: the columns of the file without what the row above says already. */
function periods(line, columns) {
  const own = columns.filter(({ key }) => !TEXT.includes(key) && key !== 'yours');
  const value = ({ period, amount, range }, key) => {
    if (key === 'period') return period;
    return key === 'amount' ? amount : (range?.[key] ?? message('pic-no-range'));
  };
  return html`<table>
    <caption class="vh">${say(message('pic-period-all', { payer: line.payer, line: line.line }))}</caption>
    <thead><tr>${own.map(({ key, label }) => html`<th scope="col" class=${classOf(key)}>${say(label)}</th>`)}</tr></thead>
    <tbody>${line.periods.map(
      (each) =>
        html`<tr>${own.map((column) => {
          const text = cellText(value(each, column.key), column);
          return column.key === 'period'
            ? html`<th scope="row" class="text">${text}</th>`
            : html`<td class=${classOf(column.key)}>${text}</td>`;
        })}</tr>`,
    )}</tbody>
  </table>`;
}

/** Words stand to the left; the narrower band goes where there is no room for it. */
const classOf = (key) => (key === 'period' ? 'text' : key.endsWith('50') ? 'narrower' : '');
